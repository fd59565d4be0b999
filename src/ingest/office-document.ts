import { makeDocument, type ReadDocument } from "./document.ts";
import { NOTHING } from "./front-matter.ts";
import { readHeader } from "./header.ts";
import type { OfficeProperties } from "./office-properties.ts";
import type { Hints } from "./text.ts";

/**
 * A word processor's file as a document: its blocks parted by one blank line. What a title style says goes before what the
 * file says of itself, and that before the head of the text; who wrote it and when stands in the head first.
 * @throws ReadoutError INPUT_EMPTY, INPUT_TOO_LARGE
 */
export function officeDocument(
  { blocks, title }: { blocks: string[]; title: string | null },
  properties: OfficeProperties,
  hints: Hints,
): ReadDocument {
  const text = blocks.join("\n\n");
  const header = readHeader(text);
  return makeDocument({
    input: hints.input ?? "-",
    path: hints.path ?? null,
    text,
    metadata: {
      ...NOTHING,
      title: title ?? properties.title ?? header.title,
      byline: header.byline ?? properties.author,
      publishedAt: header.publishedAt ?? properties.created,
    },
  });
}
