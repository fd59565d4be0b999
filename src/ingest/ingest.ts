import { ReadoutError } from "../errors.ts";
import type { ArticleSource, Notice } from "../model.ts";
import { decode } from "./decode.ts";
import type { ReadDocument } from "./document.ts";
import { fromDocx, isDocx } from "./docx.ts";
import { type Found, findFiles } from "./files.ts";
import { fromHtml } from "./html.ts";
import { readLimited } from "./read-limited.ts";
import { contentFormat, refuseBinary } from "./sniff.ts";
import { fromSubtitles } from "./subtitle-document.ts";
import { isSubtitles } from "./subtitles.ts";
import { fromText } from "./text.ts";

/** What became of one document: an article, a saved collection (parsed, not yet checked), or a failure. */
export interface IngestResult {
  /** The file, "-" for standard input, or the input as given where nothing was found. */
  input: string;
  article: ArticleSource | null;
  collection: unknown | null;
  warnings: Notice[];
  failure: Notice | null;
}

export interface IngestOptions {
  /** Largest document in bytes; 50 MB when not told. */
  maxBytes?: number;
  /** Where "-" reads from; the process's standard input when not told. */
  stdin?: AsyncIterable<Uint8Array | string>;
  /** Character set of all inputs, where the caller knows it. */
  charset?: string | null;
}

/**
 * Reads documents one after the other: files, folders (recursively, by name), "-" for standard input, saved
 * collections. Results come in the order of the inputs, those of a folder in the order of their paths. A failure
 * concerns its document alone: it is a result too, and nothing is thrown.
 */
export async function* ingest(inputs: string[], options: IngestOptions = {}): AsyncGenerator<IngestResult> {
  let stdinRead = false;
  for (const input of inputs) {
    if (input === "-") {
      if (!stdinRead) yield await attempt(input, (): Promise<Outcome> => readStdin(options));
      stdinRead = true;
      continue;
    }
    for await (const found of findFiles(input)) {
      const result = await attempt(found.path, () => readFound(found, options));
      if (result.article || result.collection !== null || result.failure) yield result;
    }
  }
}

type Outcome = ReadDocument | { collection: unknown } | null;

async function attempt(input: string, read: () => Promise<Outcome>): Promise<IngestResult> {
  const result: IngestResult = { input, article: null, collection: null, warnings: [], failure: null };
  try {
    const outcome = await read();
    if (outcome && "collection" in outcome) result.collection = outcome.collection;
    else if (outcome) {
      result.article = outcome.article;
      result.warnings = outcome.warnings;
    }
  } catch (error) {
    const coded = error instanceof ReadoutError ? error : unreadable(error);
    result.failure = { input, code: coded.code, message: coded.message };
  }
  return result;
}

async function readStdin(options: IngestOptions): Promise<Outcome> {
  const bytes = await readLimited(options.stdin ?? process.stdin, options.maxBytes);
  return readBytes(bytes, "-", null, options, "unknown");
}

async function readFound(found: Found, options: IngestOptions): Promise<Outcome> {
  if (found.error) throw found.error;
  const bytes = await readLimited(found.open(), options.maxBytes);
  return readBytes(bytes, found.path, found.path.replaceAll("\\", "/"), options, found.format, found.listed);
}

/** Any document by its bytes. `listed` is true for a file that a folder gave, where foreign JSON is no failure. */
async function readBytes(
  bytes: Uint8Array,
  input: string,
  path: string | null,
  options: IngestOptions,
  told: Found["format"],
  listed = false,
): Promise<Outcome> {
  if (bytes.length === 0) throw new ReadoutError("INPUT_EMPTY");
  const hints = { input, path, charset: options.charset ?? null };
  if (isDocx(bytes)) return fromDocx(bytes, hints);
  refuseBinary(bytes);
  if (told === "docx") throw new ReadoutError("INPUT_BROKEN", { detail: "it is no Word document" });
  if (told === "text") return fromText(bytes, hints);
  if (told === "html") return fromHtml(bytes, hints);
  const { text } = decode(bytes, hints.charset);
  if (told === "subtitles") return fromSubtitles(bytes, hints);
  const format = told === "unknown" ? contentFormat(text) : told;
  if (format === "json")
    return readCollection(text, told, listed) ?? (listed ? null : fromText(bytes, hints));
  if (format === "html") return fromHtml(bytes, hints);
  return isSubtitles(text) ? fromSubtitles(bytes, hints) : fromText(bytes, hints);
}

/** Parsed JSON; null where it is none of ours and nobody said that it was. */
function readCollection(text: string, told: Found["format"], listed: boolean): Outcome {
  const ours = /"format"\s*:\s*"readout\//.test(text.slice(0, 4096));
  try {
    const collection: unknown = JSON.parse(text);
    const marked = typeof collection === "object" && collection !== null && "format" in collection;
    if (listed && !ours && !(marked && String(collection.format).startsWith("readout/"))) return null;
    if (collection === null) throw new Error("it is null");
    return { collection };
  } catch (error) {
    if (!ours && (listed || told === "unknown")) return null;
    throw new ReadoutError("COLLECTION_BROKEN", {
      detail: error instanceof Error ? error.message : String(error),
    });
  }
}

function unreadable(error: unknown): ReadoutError {
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  return new ReadoutError("INPUT_UNREADABLE", { detail: code }, error);
}
