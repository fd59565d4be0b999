import { ReadoutError } from "../errors.ts";
import { writtenDate } from "./dates.ts";
import { makeDocument, type ReadDocument } from "./document.ts";
import { languageTag, NOTHING } from "./front-matter.ts";
import { parseSubtitles } from "./subtitles.ts";
import { charsetWarnings, decodeSource, type Hints, normaliseText } from "./text.ts";

/**
 * A subtitle file (WebVTT, SubRip, SubViewer) as a transcript with `times`. The file's head and notes give title and date,
 * where they name them.
 * @throws ReadoutError INPUT_EMPTY
 */
export function fromSubtitles(source: Uint8Array | string, hints: Hints = {}): ReadDocument {
  const input = hints.input ?? "-";
  const decoded = decodeSource(source, hints.charset ?? null);
  const { text, times, notes, title, language } = parseSubtitles(
    normaliseText(decoded.text).replaceAll("\u0000", ""),
  );
  if (text.trim() === "") throw new ReadoutError("INPUT_EMPTY");
  const publishedAt = notes.map(writtenDate).find((date) => date !== null) ?? null;
  return makeDocument({
    input,
    path: hints.path ?? null,
    text,
    times,
    metadata: { ...NOTHING, kind: "transcript", title, publishedAt },
    claimedLanguage: language === null ? null : languageTag(language),
    warnings: charsetWarnings(input, decoded),
  });
}
