/** From a document of the store to articles: what it is, and what was fetched for it. */
import { loadCollection, unmerged } from "../collection.ts";
import { ReadoutError } from "../errors.ts";
import type { Fetched, Fetcher } from "../ingest/fetch/fetch.ts";
import { type NamedFormat, namedFormat } from "../ingest/files.ts";
import { readDocument } from "../ingest/read-document.ts";
import { fromRecord } from "../ingest/record.ts";
import { failedResult, type IngestResult } from "../ingest/result.ts";
import { readAddress } from "../ingest/web.ts";
import type { Article, Ruling } from "../model.ts";
import type { FetchedNote } from "../store/journal.ts";
import type { TakenDocument } from "../store/save-read.ts";

export interface Sources {
  results: IngestResult[];
  fetched: FetchedNote[];
}

/**
 * @param web asks the network for addresses that were not fetched before
 * @param keep is given what comes from the network, before anything is made of it
 */
export async function readSource(
  document: TakenDocument,
  web: Fetcher,
  keep: (note: FetchedNote, bytes: Uint8Array) => void,
): Promise<Sources> {
  const { origin, name, bytes } = document;
  try {
    if (origin.kind === "address") return await readFetched(document, origin.url, web, keep);
    if (bytes === null) throw new ReadoutError("INPUT_UNREADABLE", { detail: "its original is gone" });
    if (origin.kind === "text") {
      const { metadata } = origin;
      const article = fromRecord({ ...metadata, text: Buffer.from(bytes).toString("utf8") });
      return {
        results: [{ input: name, article, collection: null, warnings: [], failure: null }],
        fetched: [],
      };
    }
    const { format, unsupported } = namedFormat(name);
    if (unsupported !== null) throw new ReadoutError("INPUT_UNSUPPORTED", { kind: unsupported });
    const told: NamedFormat = format ?? "unknown";
    const request = { input: name, path: name, charset: null, told, listed: false };
    const results = await readDocument(bytes, request);
    return { results: results.length > 0 ? results : [nothing(name)], fetched: [] };
  } catch (error) {
    return { results: [failedResult(name, error)], fetched: [] };
  }
}

const nothing = (name: string) => failedResult(name, new ReadoutError("INPUT_EMPTY"));

/** What was fetched at an earlier reading is used again: the same document, with or without a network. */
async function readFetched(
  document: TakenDocument,
  url: string,
  web: Fetcher,
  keep: (note: FetchedNote, bytes: Uint8Array) => void,
): Promise<Sources> {
  const fetched: FetchedNote[] = [];
  const known = new Map(document.fetched.map((kept) => [kept.note.asked, kept]));
  const fetcher: Fetcher = {
    async fetch(asked) {
      const before = known.get(asked);
      if (before) {
        fetched.push(before.note);
        return { ...before.note, format: before.note.format as NamedFormat, bytes: before.bytes };
      }
      const answer: Fetched = await web.fetch(asked);
      const { bytes, ...about } = answer;
      const note = { asked, ...about };
      keep(note, bytes);
      fetched.push(note);
      return answer;
    },
  };
  const results: IngestResult[] = [];
  for await (const result of readAddress(url, fetcher)) results.push(result);
  return { results: results.length > 0 ? results : [nothing(url)], fetched };
}

/** The articles of a saved collection, as they were read, and its rulings. @throws ReadoutError COLLECTION_BROKEN */
export function savedArticles(json: unknown): { articles: Article[]; rulings: Ruling[] } {
  const collection = loadCollection(json);
  return { articles: unmerged(collection), rulings: collection.rulings };
}
