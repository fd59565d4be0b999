import { type ErrorCode, messageOf, ReadoutError } from "../errors.ts";
import { hashId } from "../id.ts";
import type { ArticleSource, Notice, Page, TimeSpan } from "../model.ts";
import type { Invalid, Metadata } from "./front-matter.ts";
import { guessKind } from "./kind.ts";
import { detectLanguage } from "./language.ts";

/** One document read: what the stages work on, and what its reader should know. */
export interface ReadDocument {
  article: ArticleSource;
  warnings: Notice[];
}

export interface Parts {
  /** The name to use in notices. */
  input: string;
  path: string | null;
  ref?: string | null;
  text: string;
  textOffset?: number;
  /** The line on which the text begins, where front matter stands before it. */
  textLine?: number;
  pages?: Page[];
  times?: TimeSpan[];
  metadata: Metadata;
  /** A language that the document claims in its code (an HTML `lang`), weaker than one that a person told. */
  claimedLanguage?: string | null;
  invalid?: Invalid[];
  warnings?: Notice[];
}

/**
 * UTF-16 units, some six hundred to a thousand pages: what reading such a text takes (measured: 280 MB of memory a million where
 * every sentence is a statement) still fits into the gigabyte that readout keeps to.
 */
const MAX_TEXT = 2_000_000;

/**
 * Puts an article together: kind and language are found where nobody told them, the id is the hash of text,
 * outlet, URL and date.
 * @throws ReadoutError INPUT_EMPTY, INPUT_TOO_LARGE
 */
export function makeDocument(parts: Parts): ReadDocument {
  const { text, metadata, input } = parts;
  if (text.length > MAX_TEXT) throw new ReadoutError("INPUT_TOO_LARGE", { limit: "2 million characters" });
  if (!/[\p{L}\p{N}]/u.test(text)) throw new ReadoutError("INPUT_EMPTY");
  const { title, outlet, byline, publishedAt, url, side } = metadata;
  const language = metadata.language ?? foundLanguage(text, parts.claimedLanguage ?? null);
  const warnings = [...(parts.warnings ?? [])];
  for (const { field, detail } of parts.invalid ?? [])
    warnings.push(notice(input, "METADATA_INVALID", { field, detail }));
  if (language !== null && !/^en\b/i.test(language))
    warnings.push(notice(input, "LANGUAGE_UNSUPPORTED", { language }));
  const article: ArticleSource = {
    id: hashId("a", text, outlet, url, publishedAt),
    ref: parts.ref ?? null,
    path: parts.path,
    url,
    outlet,
    title,
    byline,
    publishedAt,
    retrievedAt: null,
    kind: metadata.kind ?? guessKind(text, title, side),
    language,
    side,
    text,
    textOffset: parts.textOffset ?? 0,
    ...(parts.textLine === undefined ? {} : { textLine: parts.textLine }),
    pages: parts.pages ?? [],
    times: parts.times ?? [],
  };
  return { article, warnings };
}

/** A warning about one input, with its message. */
export function notice(input: string, code: ErrorCode, details: Record<string, string | number>): Notice {
  return { input, code, message: messageOf(code, details) };
}

/** Templates claim languages wrongly, so clear evidence in the text wins over the claim. */
function foundLanguage(text: string, claimed: string | null): string | null {
  const found = detectLanguage(text);
  if (claimed === null) return found;
  return found === null || found === claimed.slice(0, 2).toLowerCase() ? claimed : found;
}
