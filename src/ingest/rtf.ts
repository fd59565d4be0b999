import type { ReadDocument } from "./document.ts";
import { officeDocument } from "./office-document.ts";
import { propertiesOf } from "./office-properties.ts";
import { readRtf } from "./rtf-reader.ts";
import type { Hints } from "./text.ts";

/** True where the bytes begin as RTF does. */
export function isRtf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 64)).toString("latin1").trimStart().startsWith("{\\rtf");
}

/**
 * An RTF document: its paragraphs, list items, table rows and text boxes parted by one blank line; title, author and date
 * from its own information where its head names none. Changes are read as accepted; pictures, footnotes, comments, hidden
 * words, and page heads and feet are left out, and so are numbers made for lists.
 * @throws ReadoutError INPUT_EMPTY, INPUT_BROKEN
 */
export function fromRtf(bytes: Uint8Array, hints: Hints = {}): ReadDocument {
  const { info, ...body } = readRtf(bytes);
  const properties = propertiesOf(
    info.get("title") ?? null,
    info.get("author") ?? null,
    info.get("created") ?? null,
  );
  return officeDocument(body, properties, hints);
}
