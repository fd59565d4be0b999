import { ReadoutError } from "../errors.ts";
import { writtenDate } from "./dates.ts";
import { makeDocument, type ReadDocument } from "./document.ts";
import { NOTHING } from "./front-matter.ts";
import { parseSubtitles } from "./subtitles.ts";
import { charsetWarnings, decodeSource, type Hints, normaliseText } from "./text.ts";

/**
 * A subtitle file (WebVTT, SubRip) as a transcript with `times`. The file's notes give the date, where one names it.
 * @throws ReadoutError INPUT_EMPTY
 */
export function fromSubtitles(source: Uint8Array | string, hints: Hints = {}): ReadDocument {
  const input = hints.input ?? "-";
  const decoded = decodeSource(source, hints.charset ?? null);
  const { text, times, notes } = parseSubtitles(normaliseText(decoded.text));
  if (text.trim() === "") throw new ReadoutError("INPUT_EMPTY");
  const publishedAt = notes.map(writtenDate).find((date) => date !== null) ?? null;
  return makeDocument({
    input,
    path: hints.path ?? null,
    text,
    times,
    metadata: { ...NOTHING, kind: "transcript", publishedAt },
    warnings: charsetWarnings(input, decoded),
  });
}
