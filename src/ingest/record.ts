import type { ArticleKind, ArticleSource } from "../model.ts";
import { makeDocument } from "./document.ts";
import { checkMetadata } from "./front-matter.ts";
import { normaliseText } from "./text.ts";

/** One line into `readout pipe`; only `text` is required. */
export interface DocumentRecord {
  id?: string | number | null | undefined;
  text: string;
  outlet?: string | null | undefined;
  title?: string | null | undefined;
  byline?: string | null | undefined;
  date?: string | null | undefined;
  url?: string | null | undefined;
  kind?: ArticleKind | null | undefined;
  language?: string | null | undefined;
  side?: string | null | undefined;
}

/**
 * A caller's record as an article: `id` becomes `ref`, the text is taken whole (a byte-order mark and CR line ends
 * apart), metadata as told; a value that can't be understood is left null. Kind and language are found where not
 * told.
 * @throws ReadoutError INPUT_EMPTY
 */
export function fromRecord(record: DocumentRecord): ArticleSource {
  const { id, text, ...told } = record;
  const ref = id === null || id === undefined ? null : String(id);
  const { metadata } = checkMetadata(told);
  return makeDocument({ input: ref ?? "-", path: null, ref, text: normaliseText(text), metadata }).article;
}
