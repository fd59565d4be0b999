import { type ErrorCode, messageOf, ReadoutError } from "../errors.ts";
import type { ArticleSource, Notice } from "../model.ts";
import type { ReadDocument } from "./document.ts";

/** What became of one document: an article, a saved collection (parsed, not yet checked), or a failure. */
export interface IngestResult {
  /** The file, "-" for standard input, or the input as given where nothing was found; "FILE#NAME" for a part of a file. */
  input: string;
  article: ArticleSource | null;
  collection: unknown | null;
  warnings: Notice[];
  failure: Notice | null;
}

/** A document that was read. */
export function readResult(input: string, { article, warnings }: ReadDocument): IngestResult {
  return { input, article, collection: null, warnings, failure: null };
}

export function collectionResult(input: string, collection: unknown): IngestResult {
  return { input, article: null, collection, warnings: [], failure: null };
}

/**
 * A document that could not be read. Errors without a code that carry a system's ("EACCES") say that the file
 * can't be opened; any other is our own fault, and says so.
 */
export function failedResult(input: string, error: unknown): IngestResult {
  const { code, message } = coded(error);
  return { input, article: null, collection: null, warnings: [], failure: { input, code, message } };
}

function coded(error: unknown): { code: ErrorCode; message: string } {
  if (error instanceof ReadoutError) return error;
  const system = error instanceof Error && "syscall" in error && "code" in error ? String(error.code) : null;
  const code = system === null ? "INTERNAL" : "INPUT_UNREADABLE";
  const detail = system ?? (error instanceof Error ? error.message : String(error));
  return { code, message: messageOf(code, { detail }) };
}
