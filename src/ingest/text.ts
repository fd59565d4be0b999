import type { Notice } from "../model.ts";
import { type Decoded, decode } from "./decode.ts";
import { makeDocument, notice, type ReadDocument } from "./document.ts";
import { frontMatter, NOTHING } from "./front-matter.ts";
import { readHeader } from "./header.ts";
import { refuseControls } from "./sniff.ts";

export interface Hints {
  /** Name of the input in notices; its path where it is a file. */
  input?: string;
  path?: string | null;
  /** Character set told with the file. */
  charset?: string | null;
}

/** Line ends as `article.text` has them: CRLF and CR become LF, a byte-order mark goes. */
export function normaliseText(text: string): string {
  return (text.startsWith("\ufeff") ? text.slice(1) : text).replace(/\r\n?/g, "\n");
}

/**
 * A plain text or Markdown document. Its characters stay as they are, but for a byte-order mark, line ends, and
 * the front matter, which is cut off. `textOffset` counts the characters (UTF-16 units) cut off, after decoding and
 * after line ends were made LF, the byte-order mark not counted: `whole.slice(textOffset) === article.text`.
 * @throws ReadoutError INPUT_EMPTY, INPUT_BINARY, FRONT_MATTER_BROKEN
 */
export function fromText(source: Uint8Array | string, hints: Hints = {}): ReadDocument {
  const input = hints.input ?? "-";
  const decoded = decodeSource(source, hints.charset ?? null);
  const whole = normaliseText(decoded.text);
  refuseControls(whole);
  const front = frontMatter(whole);
  const textOffset = front?.length ?? 0;
  const text = whole.slice(textOffset);
  const told = front?.metadata ?? NOTHING;
  const header = readHeader(text);
  return makeDocument({
    input,
    path: hints.path ?? null,
    text,
    textOffset,
    ...(textOffset > 0 ? { textLine: whole.slice(0, textOffset).split("\n").length } : {}),
    metadata: {
      ...told,
      title: told.title ?? header.title,
      byline: told.byline ?? header.byline,
      publishedAt: told.publishedAt ?? header.publishedAt,
    },
    invalid: front?.invalid ?? [],
    warnings: charsetWarnings(input, decoded),
  });
}

/** Strings are taken as decoded already. */
export function decodeSource(source: Uint8Array | string, charset: string | null): Decoded {
  if (typeof source !== "string") return decode(source, charset);
  return { text: source.startsWith("\ufeff") ? source.slice(1) : source, charset: "utf-16", guessed: false };
}

export function charsetWarnings(input: string, { charset, guessed }: Decoded): Notice[] {
  return guessed ? [notice(input, "CHARSET_GUESSED", { charset })] : [];
}
