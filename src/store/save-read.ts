/** Where the jobs of reading take documents and leave what they gave. */
import { sql } from "kysely";
import { messageOf } from "../errors.ts";
import { hashId } from "../id.ts";
import type { Notice } from "../model.ts";
import { type Change, type Context, change } from "./context.ts";
import { dropUnusedArticle, forget } from "./documents.ts";
import type { FetchedNote } from "./journal.ts";
import type { Job, ReadTask } from "./queue.ts";
import type { ReadOutcome, ReadPart } from "./rows.ts";
import { insertRulings } from "./rulings.ts";
import type { DocumentOrigin } from "./store.ts";
import { clean } from "./words.ts";

export interface TakenDocument {
  collection: string;
  id: string;
  name: string;
  origin: DocumentOrigin;
  /** Null where it is to be fetched. */
  bytes: Uint8Array | null;
  /** What was fetched before, which is used again. */
  fetched: { note: FetchedNote; bytes: Uint8Array }[];
}

/** The document of a job, marked as being read; null where it was deleted meanwhile. */
export async function takeDocument(context: Context, task: ReadTask): Promise<TakenDocument | null> {
  const { collection, document: id } = task;
  const row = await context.db
    .selectFrom("document")
    .selectAll()
    .where("collection", "=", collection)
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row) return null;
  await setProgress(context, task, 0);
  const origin = JSON.parse(row.origin) as DocumentOrigin;
  const bytes =
    origin.kind === "address" || row.sha256 === null ? null : await context.originals.find(row.sha256);
  const notes = row.fetched === null ? [] : (JSON.parse(row.fetched) as FetchedNote[]);
  const fetched = [];
  for (const note of notes) {
    const kept = await context.originals.find(note.sha256);
    if (kept) fetched.push({ note, bytes: kept });
  }
  return { collection, id, name: row.name, origin, bytes, fetched };
}

/** How far reading has come. Of no lasting value, so no revision. */
export async function setProgress(context: Context, task: ReadTask, progress: number): Promise<void> {
  const { collection, document } = task;
  const event = { kind: "document", collection, document, status: "reading", progress } as const;
  await context.db.transaction().execute(async (db) => {
    await db
      .updateTable("document")
      .set({ status: "reading", progress })
      .where("collection", "=", collection)
      .where("id", "=", document)
      .execute();
    await context.events.prepare(db, [event]);
  });
  context.events.emit([event]);
}

/** Writes what a document gave. Reading it again writes the same rows; the job is done in the same transaction. */
export async function saveRead(context: Context, job: Job<ReadTask>, outcome: ReadOutcome): Promise<void> {
  const { collection, document } = job.task;
  let wants = false;
  await change(context, collection, { isEdit: false, wants: () => wants }, async (tx) => {
    await context.queue.done(tx.db, job);
    const row = await tx.db
      .selectFrom("document")
      .selectAll()
      .where("collection", "=", collection)
      .where("id", "=", document)
      .executeTakeFirst();
    if (!row) return tx.nothing();
    const models = JSON.stringify(outcome.models);
    for (const [i, part] of outcome.parts.entries()) {
      const id = i === 0 ? document : hashId("d", document, i);
      if (i > 0 && !(await addPart(context, tx, collection, { id, of: document, index: i, part }))) continue;
      if (await savePart(tx, collection, id, part, models)) wants = true;
    }
    wants = (await dropParts(tx, collection, document, outcome.parts.length)) || wants;
    if (outcome.fetched.length > 0) {
      const [first] = outcome.fetched;
      await tx.db
        .updateTable("document")
        .set({ fetched: JSON.stringify(outcome.fetched), sha256: first!.sha256 })
        .where("collection", "=", collection)
        .where("id", "=", document)
        .execute();
      if (JSON.stringify(outcome.fetched) !== row.fetched)
        tx.write({ kind: "fetched", document, fetched: outcome.fetched });
    }
    if ((await insertRulings(tx, collection, outcome.rulings)).length > 0) wants = true;
  });
}

/** Says that a document can't be read, for good. */
export async function failRead(context: Context, job: Job<ReadTask>, failure: Notice): Promise<void> {
  const none = { name: "", article: null, failure, warnings: [] };
  await saveRead(context, job, { parts: [none], rulings: [], fetched: [], models: [] });
}

/** Answers whether the part is to be kept: not where a person took it out. */
async function addPart(
  context: Context,
  tx: Change,
  collection: string,
  { id, of, index, part }: { id: string; of: string; index: number; part: ReadPart },
): Promise<boolean> {
  const gone = await tx.db
    .selectFrom("gone")
    .select("id")
    .where("collection", "=", collection)
    .where("kind", "=", "document")
    .where("id", "=", id)
    .executeTakeFirst();
  if (gone) return false;
  const origin: DocumentOrigin = { kind: "part", of, index };
  await tx.db
    .insertInto("document")
    .values({
      collection,
      id,
      name: clean(part.name),
      origin: JSON.stringify(origin),
      part_of: of,
      status: "reading",
      progress: 0,
      warnings: "[]",
      added: context.now(),
      born: tx.revision,
      revision: tx.revision,
    })
    .onConflict((c) => c.doNothing())
    .execute();
  return true;
}

/** Answers whether the collection's articles changed. */
async function savePart(
  tx: Change,
  collection: string,
  id: string,
  { article, failure, warnings }: ReadPart,
  models: string,
): Promise<boolean> {
  const { db, revision } = tx;
  const before = await db
    .selectFrom("document")
    .select("article")
    .where("collection", "=", collection)
    .where("id", "=", id)
    .executeTakeFirst();
  const told = [...warnings];
  let changed = false;
  if (article) {
    const other = await db
      .selectFrom("document as d")
      .innerJoin("document as own", (join) => join.onRef("own.collection", "=", "d.collection"))
      .select(["d.name", sql<boolean>`d.ord < own.ord`.as("isFirst")])
      .where("d.collection", "=", collection)
      .where("d.article", "=", article.id)
      .where("d.id", "<>", id)
      .where("own.id", "=", id)
      .orderBy("d.ord")
      .executeTakeFirst();
    if (other) told.push(sameDocument(other.name));
    // What the two say differently beside the text (a side, say) is the earlier one's, whichever is read last.
    if (!other?.isFirst) changed = await saveArticle(tx, collection, article, models);
  }
  const status = article ? "read" : "failed";
  await db
    .updateTable("document")
    .set({
      status,
      progress: 1,
      error: failure === null ? null : JSON.stringify(failure),
      warnings: JSON.stringify(told),
      article: article?.id ?? null,
      revision,
    })
    .where("collection", "=", collection)
    .where("id", "=", id)
    .execute();
  if (before?.article && before.article !== article?.id) {
    await dropUnusedArticle(db, collection, before.article);
    changed = true;
  }
  tx.tell({ kind: "document", collection, document: id, status, progress: 1 });
  return changed;
}

function sameDocument(other: string): Notice {
  return { input: other, code: "SAME_DOCUMENT", message: messageOf("SAME_DOCUMENT", { other }) };
}

async function saveArticle(
  { db }: Change,
  collection: string,
  article: NonNullable<ReadPart["article"]>,
  models: string,
): Promise<boolean> {
  const { id, json, title, outlet, published, sort, statements } = article;
  const row = {
    collection,
    id,
    json,
    title: title === null ? null : clean(title),
    outlet: outlet === null ? null : clean(outlet),
    published,
    sort: clean(sort),
    statements,
    models,
  };
  const written = await db
    .insertInto("article")
    .values(row)
    .onConflict((c) =>
      c
        .columns(["collection", "id"])
        .doUpdateSet(row)
        .where(sql<boolean>`article.json is distinct from excluded.json`),
    )
    .returning("id")
    .executeTakeFirst();
  return written !== undefined;
}

/** Parts that the document had at an earlier reading and has no more. */
async function dropParts(tx: Change, collection: string, document: string, count: number): Promise<boolean> {
  const rows = await tx.db
    .selectFrom("document")
    .selectAll()
    .where("collection", "=", collection)
    .where("part_of", "=", document)
    .execute();
  const over = rows.filter((row) => (JSON.parse(row.origin) as { index: number }).index >= count);
  for (const row of over) await forget(tx.db, collection, row, tx.revision);
  return over.length > 0;
}
