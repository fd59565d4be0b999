import { ReadoutError } from "../errors.ts";
import type { Fetcher } from "./fetch/fetch.ts";
import { isWebAddress } from "./fetch/target.ts";
import { type Found, findFiles } from "./files.ts";
import { readDocument } from "./read-document.ts";
import { readLimited } from "./read-limited.ts";
import { failedResult, type IngestResult } from "./result.ts";
import { openWeb, readAddress, type WebOptions } from "./web.ts";

export type { IngestResult } from "./result.ts";

export interface IngestOptions {
  /** Largest document in bytes; 50 MB when not told. */
  maxBytes?: number;
  /** Where "-" reads from; the process's standard input when not told. */
  stdin?: AsyncIterable<Uint8Array | string>;
  /** Character set of all inputs, where the caller knows it. */
  charset?: string | null;
  /** How addresses are fetched and where originals are kept; null refuses addresses. */
  web?: WebOptions | null;
}

/**
 * Reads documents one after the other: files, folders (recursively, by name), addresses (http, https), "-" for
 * standard input, saved collections. The network is used for addresses among the inputs and for nothing else. Results come in the order of the inputs, those of a folder in the order of their paths. A failure
 * concerns its document alone: it is a result too, and nothing is thrown.
 */
export async function* ingest(inputs: string[], options: IngestOptions = {}): AsyncGenerator<IngestResult> {
  let stdinRead = false;
  let web: Fetcher | null = null;
  for (const input of inputs) {
    if (input === "-") {
      if (!stdinRead) yield* await attempt(input, () => readStdin(options));
      stdinRead = true;
      continue;
    }
    if (isWebAddress(input)) {
      web ??= options.web === null ? null : openWeb(options);
      if (web) yield* readAddress(input, web);
      else yield failedResult(input, new ReadoutError("INPUT_UNSUPPORTED", { kind: "Web" }));
      continue;
    }
    for await (const found of findFiles(input)) {
      yield* await attempt(found.path, () => readFound(found, options));
    }
  }
}

/** Opens and reads, then hands over to the readers of formats. */
async function attempt(input: string, read: () => Promise<IngestResult[]>): Promise<IngestResult[]> {
  try {
    return await read();
  } catch (error) {
    return [failedResult(input, error)];
  }
}

async function readStdin(options: IngestOptions): Promise<IngestResult[]> {
  const bytes = await readLimited(options.stdin ?? process.stdin, options.maxBytes);
  const charset = options.charset ?? null;
  return readDocument(bytes, { input: "-", path: null, charset, told: "unknown", listed: false });
}

async function readFound(found: Found, options: IngestOptions): Promise<IngestResult[]> {
  if (found.error) throw found.error;
  const bytes = await readLimited(found.open(), options.maxBytes);
  const { path, format, listed } = found;
  const charset = options.charset ?? null;
  return readDocument(bytes, {
    input: path,
    path: path.replaceAll("\\", "/"),
    charset,
    told: format,
    listed,
  });
}
