/** From the journal back to the database: after it was lost, and what a power cut took from its end. */
import { sql } from "kysely";
import type { Ruling } from "../model.ts";
import type { Context, Db } from "./context.ts";
import { insertQueued } from "./documents.ts";
import type { FetchedNote, Journal, Line } from "./journal.ts";

/** Collections, documents and rulings made anew. */
export interface Restored {
  collections: number;
  documents: number;
  rulings: number;
}

/**
 * Brings journal and database together at the start: lines that a crash kept from the files are written now, and
 * lines that the database lost (or all, where it is new) are applied to it.
 * @throws ReadoutError JOURNAL_BROKEN, DATA_UNWRITABLE
 */
export async function reconcile(context: Context, journal: Journal): Promise<Restored> {
  const { db } = context;
  const waiting = await db.selectFrom("outbox").select(["n", "json"]).orderBy("n").execute();
  await journal.append(waiting.map((row) => JSON.parse(row.json) as Line));
  if (waiting.length > 0) await db.deleteFrom("outbox").where("n", "<=", waiting.at(-1)!.n).execute();
  const meta = await db.selectFrom("meta").select("value").where("key", "=", "journal").executeTakeFirst();
  const known = meta?.value ?? 0;
  const restored: Restored = { collections: 0, documents: 0, rulings: 0 };
  let last = known;
  for (const collection of await journal.collections()) {
    const lines = await journal.read(collection);
    const lost = lines.filter((line) => line.n > known);
    if (lost.length > 0) {
      await apply(context, collection, lost, restored);
      last = Math.max(last, lost.at(-1)!.n);
    } else if (!(await isThere(db, collection))) {
      // Deleted, and the process ended before its file went too.
      await journal.remove(collection);
    }
  }
  if (last > known)
    await db
      .insertInto("meta")
      .values({ key: "journal", value: last })
      .onConflict((c) => c.column("key").doUpdateSet({ value: last }))
      .execute();
  return restored;
}

async function isThere(db: Db, collection: string): Promise<boolean> {
  const row = await db.selectFrom("collection").select("id").where("id", "=", collection).executeTakeFirst();
  return row !== undefined;
}

/** Applies lines to the database; those it has already change nothing. Documents come to be read (again). */
export async function apply(
  context: Context,
  collection: string,
  lines: readonly Line[],
  restored: Restored,
): Promise<void> {
  await context.db.transaction().execute(async (db) => {
    for (const line of lines) await applyLine(context, db, collection, line, restored);
    const row = await db
      .selectFrom("collection")
      .select("revision")
      .where("id", "=", collection)
      .forUpdate()
      .executeTakeFirst();
    if (!row) return;
    const revision = row.revision + 1;
    await db
      .updateTable("collection")
      .set({ revision, edited: revision, wanted: revision })
      .where("id", "=", collection)
      .execute();
    await context.queue.compare(db, { collection });
  });
}

async function applyLine(
  context: Context,
  db: Db,
  collection: string,
  line: Line,
  restored: Restored,
): Promise<void> {
  switch (line.kind) {
    case "collection": {
      const { name, created } = line;
      const made = await db
        .insertInto("collection")
        .values({ id: collection, name, created, revision: 1, edited: 1 })
        .onConflict((c) => c.doNothing())
        .returning("id")
        .executeTakeFirst();
      if (made) restored.collections++;
      return;
    }
    case "renamed":
      await db.updateTable("collection").set({ name: line.name }).where("id", "=", collection).execute();
      return;
    case "document":
      if (await insertQueued(context, db, collection, line, 1)) restored.documents++;
      return;
    case "fetched":
      await applyFetched(db, collection, line.document, line.fetched);
      return;
    case "removed":
      await db
        .deleteFrom("document")
        .where("collection", "=", collection)
        .where((eb) => eb.or([eb("id", "=", line.document), eb("part_of", "=", line.document)]))
        .execute();
      // Kept in mind, since a part comes again when the document it came in is read.
      await db
        .insertInto("gone")
        .values({ collection, kind: "document", id: line.document, born: 1, revision: 1 })
        .onConflict((c) => c.doNothing())
        .execute();
      return;
    case "ruling":
      if (await applyRuling(db, collection, line.ruling)) restored.rulings++;
  }
}

async function applyFetched(
  db: Db,
  collection: string,
  document: string,
  fetched: readonly FetchedNote[],
): Promise<void> {
  await db
    .updateTable("document")
    .set({ fetched: JSON.stringify(fetched), sha256: fetched[0]?.sha256 ?? null })
    .where("collection", "=", collection)
    .where("id", "=", document)
    .execute();
}

async function applyRuling(db: Db, collection: string, ruling: Ruling): Promise<boolean> {
  const { id, by, at, status } = ruling;
  const made = await db
    .insertInto("ruling")
    .values({
      collection,
      id,
      json: JSON.stringify(ruling),
      at,
      by,
      status,
      revision: sql<number>`(select revision from collection where id = ${collection})`,
    })
    .onConflict((c) => c.doNothing())
    .returning("seq")
    .executeTakeFirst();
  return made !== undefined;
}
