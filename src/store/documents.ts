import { sql } from "kysely";
import { ReadoutError } from "../errors.ts";
import { hashId } from "../id.ts";
import type { Notice } from "../model.ts";
import { hashesOf } from "./collections.ts";
import { type Context, change, type Db } from "./context.ts";
import { keysAfter, limitOf, pageOf } from "./cursor.ts";
import { sha256Of } from "./files.ts";
import type { Entry } from "./journal.ts";
import type { DocumentOrigin, DocumentRow, DocumentStatus, NewDocument, Store } from "./store.ts";
import { beginnings, clean, wordsIn } from "./words.ts";

type DocumentEntry = Extract<Entry, { kind: "document" }>;

type Part = Pick<
  Store,
  "addDocuments" | "documents" | "document" | "documentsOf" | "deleteDocument" | "retryDocument" | "original"
>;

const select = (db: Db) =>
  db
    .selectFrom("document as d")
    .leftJoin("article as a", (join) =>
      join.onRef("a.collection", "=", "d.collection").onRef("a.id", "=", "d.article"),
    )
    .select([
      "d.id",
      "d.collection",
      "d.ord",
      "d.name",
      "d.origin",
      "d.sha256",
      "d.bytes",
      "d.status",
      "d.progress",
      "d.error",
      "d.warnings",
      "d.article",
      "d.added",
      "a.title",
      "a.outlet",
      "a.published",
      "a.statements",
    ]);

type Selected = Awaited<ReturnType<ReturnType<typeof select>["executeTakeFirstOrThrow"]>>;

function toDocument({ ord: _, published, ...row }: Selected): DocumentRow {
  return {
    ...row,
    origin: JSON.parse(row.origin) as DocumentOrigin,
    status: row.status as DocumentStatus,
    error: row.error === null ? null : (JSON.parse(row.error) as Notice),
    warnings: JSON.parse(row.warnings) as Notice[],
    publishedAt: published,
    statements: row.statements ?? 0,
  };
}

/** A row to be, its bytes apart. The id follows from the content: what is given twice is there once. */
function prepared(document: NewDocument) {
  if (document.kind === "address") {
    const origin: DocumentOrigin = { kind: "address", url: document.url };
    const id = hashId("d", "address", document.url);
    return { id, name: document.url, origin, bytes: null, mediaType: null };
  }
  if (document.kind === "file") {
    const origin: DocumentOrigin = { kind: "file", mediaType: document.mediaType };
    const id = hashId("d", "file", sha256Of(document.bytes));
    const { name, bytes, mediaType } = document;
    return { id, name: clean(name), origin, bytes, mediaType };
  }
  const { text, metadata } = document;
  const origin: DocumentOrigin = { kind: "text", metadata };
  const bytes = Buffer.from(text, "utf8");
  const id = hashId("d", "text", sha256Of(bytes), JSON.stringify(metadata));
  const words = text.trim().split(/\s+/).slice(0, 8).join(" ").slice(0, 80);
  const name = clean(metadata.title?.trim() || words || "text");
  return { id, name, origin, bytes, mediaType: "text/plain" };
}

export function documents(context: Context): Part {
  const { db } = context;

  const one = async (trx: Db, collection: string, id: string): Promise<DocumentRow | null> => {
    const row = await select(trx)
      .where("d.collection", "=", collection)
      .where("d.id", "=", id)
      .executeTakeFirst();
    return row ? toDocument(row) : null;
  };
  const there = async (trx: Db, collection: string, id: string): Promise<DocumentRow> => {
    const row = await one(trx, collection, id);
    if (!row) throw new ReadoutError("NOT_FOUND", { thing: "document", id });
    return row;
  };

  return {
    document: (collection, id) => one(db, collection, id),
    async addDocuments(collection, given, options = {}) {
      const rows = given.map(prepared);
      // On the disk before a row names them; what no row comes to name is swept with the next deletion of the same.
      const kept: (string | null)[] = [];
      for (const { bytes } of rows) kept.push(bytes === null ? null : await context.originals.keep(bytes));
      return change(context, collection, { ...options, isEdit: true, wants: false }, async (tx) => {
        const added: string[] = [];
        for (const [i, { id, name, origin, bytes, mediaType }] of rows.entries()) {
          const sha256 = kept[i] ?? null;
          const size = bytes?.length ?? null;
          const fields = { id, name, origin, sha256, bytes: size, mediaType, added: context.now() };
          const entry = await insertQueued(context, tx.db, collection, fields, tx.revision);
          if (!entry) continue;
          added.push(id);
          tx.write(entry);
          tx.tell({ kind: "document", collection, document: id, status: "queued", progress: 0 });
        }
        if (added.length === 0) tx.nothing();
        const all: DocumentRow[] = [];
        for (const { id } of rows) all.push(await there(tx.db, collection, id));
        return { documents: all, added, revision: added.length > 0 ? tx.revision : tx.row.revision };
      });
    },
    async documents(collection, filter = {}) {
      const limit = limitOf(filter);
      const keys = keysAfter(filter, "d", 1);
      let query = select(db).where("d.collection", "=", collection);
      if (filter.status) query = query.where("d.status", "=", filter.status);
      if (keys) query = query.where("d.ord", ">", Number(keys[0]));
      const rows = await query
        .orderBy("d.ord")
        .limit(limit + 1)
        .execute();
      return pageOf(rows, limit, "d", (row) => [row.ord], toDocument);
    },
    async documentsOf(collection, article) {
      const rows = await select(db)
        .where("d.collection", "=", collection)
        .where("d.article", "=", article)
        .orderBy("d.ord")
        .execute();
      return rows.map(toDocument);
    },
    async deleteDocument(collection, id, options = {}) {
      const { hashes, revision } = await change(
        context,
        collection,
        { ...options, isEdit: true, wants: true },
        async (tx) => {
          const rows = await tx.db
            .selectFrom("document")
            .selectAll()
            .where("collection", "=", collection)
            .where((eb) => eb.or([eb("id", "=", id), eb("part_of", "=", id)]))
            .execute();
          if (!rows.some((row) => row.id === id))
            throw new ReadoutError("NOT_FOUND", { thing: "document", id });
          for (const row of rows) {
            await forget(tx.db, collection, row, tx.revision);
            await context.queue.drop(tx.db, { collection, document: row.id });
          }
          tx.write({ kind: "removed", document: id });
          return { hashes: rows.flatMap(hashesOf), revision: tx.revision };
        },
      );
      await context.originals.sweep(hashes);
      return { revision };
    },
    async retryDocument(collection, id) {
      const row = await there(db, collection, id);
      // A part is read with the document that it came in.
      const document = row.origin.kind === "part" ? row.origin.of : id;
      return change(context, collection, { isEdit: false, wants: false }, async (tx) => {
        await tx.db
          .updateTable("document")
          .set({ status: "queued", progress: 0, error: null, revision: tx.revision })
          .where("collection", "=", collection)
          .where("id", "in", [id, document])
          .execute();
        await context.queue.read(tx.db, { collection, document });
        tx.tell({ kind: "document", collection, document: id, status: "queued", progress: 0 });
        return there(tx.db, collection, id);
      });
    },
    async original(collection, id) {
      const row = await db
        .selectFrom("document")
        .selectAll()
        .where("collection", "=", collection)
        .where("id", "=", id)
        .executeTakeFirst();
      if (!row) throw new ReadoutError("NOT_FOUND", { thing: "document", id });
      if (row.sha256 === null) return null;
      const bytes = await context.originals.find(row.sha256);
      return bytes === null ? null : { name: row.name, mediaType: row.media_type, sha256: row.sha256, bytes };
    },
  };
}

/** Adds a document that is to be read; null where it is there already. */
export async function insertQueued(
  { queue }: Context,
  db: Db,
  collection: string,
  fields: Omit<DocumentEntry, "kind">,
  revision: number,
): Promise<DocumentEntry | null> {
  const { id, name, origin, sha256, bytes, mediaType, added } = fields;
  const inserted = await db
    .insertInto("document")
    .values({
      collection,
      id,
      name,
      origin: JSON.stringify(origin),
      sha256,
      bytes,
      media_type: mediaType,
      status: "queued",
      progress: 0,
      warnings: "[]",
      added,
      born: revision,
      revision,
    })
    .onConflict((c) => c.doNothing())
    .returning(["added"])
    .executeTakeFirst();
  if (!inserted) return null;
  await db
    .deleteFrom("gone")
    .where("collection", "=", collection)
    .where("kind", "=", "document")
    .where("id", "=", id)
    .execute();
  await queue.read(db, { collection, document: id });
  return { kind: "document", ...fields, added: inserted.added };
}

/** Takes a document out: its article goes where no other document gives the same one. */
export async function forget(
  db: Db,
  collection: string,
  row: { id: string; article: string | null; born: number },
  revision: number,
): Promise<void> {
  await db.deleteFrom("document").where("collection", "=", collection).where("id", "=", row.id).execute();
  await db
    .insertInto("gone")
    .values({ collection, kind: "document", id: row.id, born: row.born, revision })
    .onConflict((c) => c.columns(["collection", "kind", "id"]).doUpdateSet({ born: row.born, revision }))
    .execute();
  if (row.article !== null) await dropUnusedArticle(db, collection, row.article);
}

export async function dropUnusedArticle(db: Db, collection: string, article: string): Promise<void> {
  await db
    .deleteFrom("article")
    .where("collection", "=", collection)
    .where("id", "=", article)
    .where(
      sql<boolean>`not exists (select 1 from document d where d.collection = ${collection} and d.article = ${article})`,
    )
    .execute();
}

/**
 * Every word of the query begins a word of the name, the title or the outlet; after these the documents whose article
 * holds all the words somewhere, which may be in what was read from its text: whoever shows them looks there again.
 */
export async function searchDocuments(
  db: Db,
  collection: string,
  q: string,
  limit: number,
): Promise<DocumentRow[]> {
  let named = select(db).where("d.collection", "=", collection);
  let inText = select(db).where("d.collection", "=", collection);
  for (const pattern of beginnings(q))
    named = named.where(
      sql<boolean>`lower(' ' || translate(d.name, '/_-', '   ') || ' ' || coalesce(a.title, '') || ' ' || coalesce(a.outlet, ''))
        like ${pattern}`,
    );
  for (const word of wordsIn(q))
    inText = inText.where(sql<boolean>`lower(a.json) like ${`%${word.replace(/[\\%_]/g, "\\$&")}%`}`);
  const rows = await named.orderBy("d.ord").limit(limit).execute();
  const known = new Set(rows.map((row) => row.id));
  const others =
    wordsIn(q).length === 0
      ? []
      : await inText
          .orderBy("d.ord")
          .limit(limit * 3)
          .execute();
  return [...rows, ...others.filter((row) => !known.has(row.id))].map(toDocument);
}
