/**
 * The journal beside the embedded database: what people did, one JSON line each, a file a collection. It is synced
 * before a write is acknowledged, and the database can be made anew from it (restore.ts).
 *
 * Lines are written into the database's `outbox` in the transaction of the data and copied to the files after it, so
 * that a crash between the two is mended at the next start; `n` numbers them over all files.
 */
import { open, readdir, readFile, rm, truncate } from "node:fs/promises";
import { join } from "node:path";
import { ReadoutError } from "../errors.ts";
import type { Ruling } from "../model.ts";
import { makeFolder, syncFolder, unwritable } from "./files.ts";
import type { DocumentOrigin } from "./store.ts";

/** What was fetched for a document, so that reading it again needs no network and gives the same. */
export interface FetchedNote {
  /** As asked, and as answered after redirects. */
  asked: string;
  url: string;
  format: string;
  charset: string | null;
  retrievedAt: string;
  sha256: string;
}

export type Entry =
  | { kind: "collection"; name: string; created: string }
  | { kind: "renamed"; name: string }
  | {
      kind: "document";
      id: string;
      name: string;
      origin: DocumentOrigin;
      sha256: string | null;
      bytes: number | null;
      mediaType: string | null;
      added: string;
    }
  | { kind: "fetched"; document: string; fetched: FetchedNote[] }
  | { kind: "removed"; document: string }
  | { kind: "ruling"; ruling: Ruling };

export type Line = { n: number; collection: string } & Entry;

const FILE = /^(.+)\.jsonl$/;

export class Journal {
  readonly #folder: string;
  readonly #data: string;
  /** Files whose last line is known to be whole. */
  readonly #whole = new Set<string>();
  #writing: Promise<void> = Promise.resolve();

  /** @param folder of the data */
  constructor(folder: string) {
    this.#data = folder;
    this.#folder = join(folder, "journal");
  }

  /** Appends lines and syncs them. In the order of the calls. @throws ReadoutError DATA_UNWRITABLE */
  append(lines: readonly Line[]): Promise<void> {
    const writing = this.#writing.then(() => this.#append(lines));
    this.#writing = writing.catch(() => {});
    return writing;
  }

  async #append(lines: readonly Line[]): Promise<void> {
    try {
      await makeFolder(this.#folder);
      for (const [collection, own] of groups(lines)) await this.#write(collection, own);
    } catch (error) {
      throw unwritable(this.#data, error);
    }
  }

  async #write(collection: string, lines: readonly Line[]): Promise<void> {
    const path = this.#path(collection);
    if (!this.#whole.has(collection)) await mend(path);
    const file = await open(path, "a", 0o600);
    try {
      await file.appendFile(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
      await file.sync();
    } finally {
      await file.close();
    }
    if (!this.#whole.has(collection)) await syncFolder(this.#folder);
    this.#whole.add(collection);
  }

  /** Removes a deleted collection's file. */
  async remove(collection: string): Promise<void> {
    await this.#writing;
    await rm(this.#path(collection), { force: true });
    this.#whole.delete(collection);
  }

  /** Ids of the collections that have a file. */
  async collections(): Promise<string[]> {
    const names = await readdir(this.#folder).catch(() => [] as string[]);
    return names.flatMap((name) => FILE.exec(name)?.[1] ?? []).sort();
  }

  /** All lines of a collection, by number, each once. @throws ReadoutError JOURNAL_BROKEN */
  async read(collection: string): Promise<Line[]> {
    const path = this.#path(collection);
    const text = await readFile(path, "utf8").catch(() => "");
    return readLines(text, path, collection);
  }

  /** The highest number in all files; 0 where there are none. */
  async last(): Promise<number> {
    let last = 0;
    for (const collection of await this.collections())
      for (const { n } of await this.read(collection)) last = Math.max(last, n);
    return last;
  }

  #path(collection: string): string {
    return join(this.#folder, `${collection}.jsonl`);
  }
}

function groups(lines: readonly Line[]): Map<string, Line[]> {
  const byCollection = new Map<string, Line[]>();
  for (const line of lines)
    byCollection.set(line.collection, [...(byCollection.get(line.collection) ?? []), line]);
  return byCollection;
}

/** @throws ReadoutError JOURNAL_BROKEN */
export function readLines(text: string, file: string, collection: string): Line[] {
  const byNumber = new Map<number, Line>();
  const parts = text.split("\n");
  // A last line without its end was cut off before it was acknowledged.
  parts.pop();
  for (const [i, part] of parts.entries()) {
    if (part === "") continue;
    try {
      const line = JSON.parse(part) as Line;
      if (typeof line.n !== "number" || typeof line.kind !== "string")
        throw new Error("no line of a journal");
      byNumber.set(line.n, { ...line, collection });
    } catch (error) {
      throw new ReadoutError("JOURNAL_BROKEN", { file, line: i + 1 }, error);
    }
  }
  return [...byNumber.values()].sort((a, b) => a.n - b.n);
}

/** Cuts off half a line that a crash left at the end. */
async function mend(path: string): Promise<void> {
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null || bytes.length === 0 || bytes.at(-1) === 0x0a) return;
  await truncate(path, bytes.lastIndexOf(0x0a) + 1);
}
