/**
 * A backup: people's work and the originals in one .tar.gz, the same from both databases. Unpacked, it is a data
 * folder without its database. Statements and points are not in it: they are read anew.
 */
import { createReadStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { ReadoutError } from "../errors.ts";
import type { Context } from "./context.ts";
import { makeFolder, sha256Of, writeSynced } from "./files.ts";
import type { Entry, FetchedNote, Line } from "./journal.ts";
import { readLines } from "./journal.ts";
import { apply, type Restored } from "./restore.ts";
import { rulingsOf } from "./rulings.ts";
import type { DocumentOrigin } from "./store.ts";
import { tarEnd, tarEntries, tarEntry } from "./tar.ts";

const MARK = "readout-backup.json";
const FORMAT = "readout-backup/1";
const ORIGINAL = /^originals\/([0-9a-f]{64})$/;
const JOURNAL = /^journal\/([A-Za-z0-9_-]+)\.jsonl$/;

export interface BackedUp {
  collections: number;
  originals: number;
}

/** Writes a backup; the file is there whole or not at all. @throws ReadoutError OUTPUT_FAILED */
export async function backup(context: Context, path: string): Promise<BackedUp> {
  const done: BackedUp = { collections: 0, originals: 0 };
  const beside = `${path}.part`;
  try {
    const file = await open(beside, "w", 0o600);
    try {
      await pipeline(archive(context, done), createGzip(), async (chunks: AsyncIterable<Buffer>) => {
        for await (const chunk of chunks) await file.write(chunk);
      });
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    if (error instanceof ReadoutError) throw error;
    const detail = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new ReadoutError("OUTPUT_FAILED", { path, detail }, error);
  }
  return done;
}

async function* archive(context: Context, done: BackedUp): AsyncGenerator<Uint8Array> {
  const mtime = Math.trunc(Date.parse(context.now()) / 1000);
  const named = new Set<string>();
  let n = 0;
  const collections = await context.db
    .selectFrom("collection")
    .selectAll()
    .orderBy("created")
    .orderBy("id")
    .execute();
  for (const { id, name, created } of collections) {
    const entries = await entriesOf(context, id, name, created);
    for (const entry of entries) {
      if (entry.kind === "document" && entry.sha256 !== null) named.add(entry.sha256);
      if (entry.kind === "fetched") for (const note of entry.fetched) named.add(note.sha256);
    }
    const lines = entries.map((entry): Line => ({ n: ++n, collection: id, ...entry }));
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
    yield* tarEntry({ name: `journal/${id}.jsonl`, bytes: Buffer.from(text, "utf8") }, mtime);
    done.collections++;
  }
  for (const sha256 of [...named].sort()) {
    const bytes = await context.originals.find(sha256);
    if (bytes === null) continue;
    yield* tarEntry({ name: `originals/${sha256}`, bytes }, mtime);
    done.originals++;
  }
  const mark = JSON.stringify({ format: FORMAT, ...done });
  yield* tarEntry({ name: MARK, bytes: Buffer.from(mark, "utf8") }, mtime);
  yield tarEnd();
}

/** A collection as the shortest journal that makes it. */
async function entriesOf(
  { db }: Context,
  collection: string,
  name: string,
  created: string,
): Promise<Entry[]> {
  const documents = await db
    .selectFrom("document")
    .selectAll()
    .where("collection", "=", collection)
    .where("part_of", "is", null)
    .orderBy("ord")
    .execute();
  const gone = await db
    .selectFrom("gone")
    .select("id")
    .where("collection", "=", collection)
    .where("kind", "=", "document")
    .orderBy("id")
    .execute();
  const rulings = await rulingsOf(db, collection);
  return [
    { kind: "collection", name, created },
    ...gone.map((row): Entry => ({ kind: "removed", document: row.id })),
    ...documents.flatMap((row): Entry[] => {
      const { id, sha256, bytes, added } = row;
      const origin = JSON.parse(row.origin) as DocumentOrigin;
      const document: Entry = {
        kind: "document",
        id,
        name: row.name,
        origin,
        sha256: origin.kind === "address" ? null : sha256,
        bytes,
        mediaType: row.media_type,
        added,
      };
      if (row.fetched === null) return [document];
      return [document, { kind: "fetched", document: id, fetched: JSON.parse(row.fetched) as FetchedNote[] }];
    }),
    ...rulings.map((ruling): Entry => ({ kind: "ruling", ruling })),
  ];
}

/** The parts of a backup file, checked. @throws ReadoutError BACKUP_BROKEN, INPUT_MISSING */
async function* parts(
  path: string,
): AsyncGenerator<
  | { kind: "original"; sha256: string; bytes: Uint8Array }
  | { kind: "journal"; collection: string; lines: Line[] }
> {
  let isWhole = false;
  const broken = (detail: string, cause?: unknown) =>
    new ReadoutError("BACKUP_BROKEN", { file: path, detail }, cause);
  try {
    for await (const { name, bytes } of tarEntries(createReadStream(path).pipe(createGunzip()))) {
      const sha256 = ORIGINAL.exec(name)?.[1];
      const collection = JOURNAL.exec(name)?.[1];
      if (sha256 !== undefined) {
        if (sha256Of(bytes) !== sha256) throw broken(`${name} was changed`);
        yield { kind: "original", sha256, bytes };
      } else if (collection !== undefined) {
        const lines = readLines(Buffer.from(bytes).toString("utf8"), name, collection);
        yield { kind: "journal", collection, lines };
      } else if (name === MARK) isWhole = JSON.parse(Buffer.from(bytes).toString("utf8")).format === FORMAT;
    }
  } catch (error) {
    if (error instanceof ReadoutError) throw error;
    if ((error as NodeJS.ErrnoException).code === "ENOENT")
      throw new ReadoutError("INPUT_MISSING", {}, error);
    throw broken(error instanceof Error ? error.message : String(error), error);
  }
  if (!isWhole) throw broken("its end is missing");
}

/** Unpacks a backup into a data folder that has no database; `openStore` with `restore` then makes that. */
export async function unpack(path: string, folder: string): Promise<void> {
  // Checked whole before anything is written.
  for await (const _ of parts(path)) {
  }
  for await (const part of parts(path)) {
    const place = join(folder, part.kind === "original" ? "originals" : "journal");
    await makeFolder(place);
    if (part.kind === "original") await writeSynced(join(place, part.sha256), part.bytes);
    else {
      const text = part.lines.map((line) => `${JSON.stringify(line)}\n`).join("");
      await writeSynced(join(place, `${part.collection}.jsonl`), Buffer.from(text, "utf8"));
    }
  }
}

/** Puts a backup into an open store; what it has already stays as it is. @throws ReadoutError BACKUP_BROKEN */
export async function restoreInto(context: Context, path: string): Promise<Restored> {
  const restored: Restored = { collections: 0, documents: 0, rulings: 0 };
  for await (const _ of parts(path)) {
  }
  for await (const part of parts(path))
    if (part.kind === "original") await context.originals.keep(part.bytes);
  for await (const part of parts(path))
    if (part.kind === "journal") await apply(context, part.collection, part.lines, restored);
  return restored;
}
