import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { ReadoutError } from "../errors.ts";
import type { Notice } from "../model.ts";
import {
  answered,
  type Context,
  change,
  type Db,
  lockedRow,
  nameState,
  remember,
  requireRevision,
  toJournal,
  toOutbox,
} from "./context.ts";
import { keysAfter, limitOf, pageOf } from "./cursor.ts";
import type { Line } from "./journal.ts";
import type { CollectionRow, Page, PageRequest, Store, WriteOptions } from "./store.ts";

type Part = Pick<
  Store,
  "collections" | "collection" | "createCollection" | "renameCollection" | "deleteCollection"
>;

const count = <S extends string>(status: S) =>
  sql<number>`(select count(*) from document d where d.collection = c.id and d.status = ${status})`.as(
    status,
  );

const select = (db: Db) =>
  db
    .selectFrom("collection as c")
    .select([
      "c.id",
      "c.name",
      "c.created",
      "c.revision",
      "c.edited",
      "c.compared",
      "c.wanted",
      "c.input",
      "c.failure",
      "c.statements",
      "c.checked",
      "c.points",
      count("queued"),
      count("reading"),
      count("read"),
      count("failed"),
    ]);

type Selected = Awaited<ReturnType<ReturnType<typeof select>["executeTakeFirstOrThrow"]>>;

function toRow({ wanted, input, failure, ...row }: Selected): CollectionRow {
  const documents = row.queued + row.reading + row.read + row.failed;
  const state = nameState({ documents, open: row.queued + row.reading, wanted, input, failure });
  return { ...row, documents, state, failure: failure === null ? null : (JSON.parse(failure) as Notice) };
}

export function collections(context: Context): Part {
  const { db } = context;

  const collection = async (id: string): Promise<CollectionRow | null> => {
    const row = await select(db).where("c.id", "=", id).executeTakeFirst();
    return row ? toRow(row) : null;
  };
  const there = async (id: string): Promise<CollectionRow> => {
    const row = await collection(id);
    if (!row) throw new ReadoutError("NOT_FOUND", { thing: "collection", id });
    return row;
  };

  return {
    collection,
    /** Newest first. */
    async collections(page: PageRequest = {}): Promise<Page<CollectionRow>> {
      const limit = limitOf(page);
      const keys = keysAfter(page, "c", 2);
      let query = select(db);
      if (keys) query = query.where(sql<boolean>`(c.created, c.id) < (${keys[0]}::timestamptz, ${keys[1]})`);
      const rows = await query
        .orderBy("c.created", "desc")
        .orderBy("c.id", "desc")
        .limit(limit + 1)
        .execute();
      return pageOf(rows, limit, "c", (row) => [row.created, row.id], toRow);
    },
    async createCollection(name, { once = null } = {}) {
      const created = context.now();
      const id = `c_${randomBytes(10).toString("hex")}`;
      let lines: Line[] = [];
      const made = await db.transaction().execute(async (trx) => {
        // Remembered first: of two at the same moment the second waits here for the first, and answers as it.
        if (!(await remember(trx, "", once, id, created)))
          return (await answered<string>(trx, "", once))?.response ?? id;
        await trx.insertInto("collection").values({ id, name, created, revision: 1, edited: 1 }).execute();
        if (context.journal) lines = await toOutbox(trx, id, [{ kind: "collection", name, created }]);
        return id;
      });
      await toJournal(context, lines);
      return there(made);
    },
    async renameCollection(id, name, options: WriteOptions = {}) {
      await change(context, id, { ...options, isEdit: true, wants: false }, async ({ db: trx, write }) => {
        await trx.updateTable("collection").set({ name }).where("id", "=", id).execute();
        write({ kind: "renamed", name });
      });
      return there(id);
    },
    async deleteCollection(id, options: WriteOptions = {}) {
      const hashes = await db.transaction().execute(async (trx) => {
        requireRevision(await lockedRow(trx, id), options);
        const documents = await trx
          .selectFrom("document")
          .select(["sha256", "fetched"])
          .where("collection", "=", id)
          .execute();
        await trx.deleteFrom("collection").where("id", "=", id).execute();
        await trx.deleteFrom("idempotency").where("scope", "=", id).execute();
        await trx.deleteFrom("outbox").where("collection", "=", id).execute();
        await context.queue.drop(trx, { collection: id });
        await context.events.prepare(trx, [{ kind: "deleted", collection: id }]);
        return documents.flatMap(hashesOf);
      });
      await context.journal?.remove(id);
      await context.originals.sweep(hashes);
      context.events.emit([{ kind: "deleted", collection: id }]);
    },
  };
}

/** All originals that a document names. */
export function hashesOf(row: { sha256: string | null; fetched: string | null }): string[] {
  const fetched = row.fetched === null ? [] : (JSON.parse(row.fetched) as { sha256: string }[]);
  return [...(row.sha256 === null ? [] : [row.sha256]), ...fetched.map((note) => note.sha256)];
}
