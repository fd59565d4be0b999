/** What the parts of the store share, and the one way in which a collection is changed. */
import { type Kysely, type Selectable, sql } from "kysely";
import { ReadoutError } from "../errors.ts";
import type { Events } from "./events.ts";
import type { Entry, Journal, Line } from "./journal.ts";
import type { Originals } from "./originals.ts";
import type { Queue } from "./queue.ts";
import type { CollectionTable, Tables } from "./schema.ts";
import type { CollectionState, Once, StoreEvent, WriteOptions } from "./store.ts";

export type Db = Kysely<Tables>;

export interface Context {
  kind: "embedded" | "server";
  db: Db;
  originals: Originals;
  /** Null on a server, whose database is durable by itself. */
  journal: Journal | null;
  queue: Queue;
  events: Events;
  now(): string;
}

/** A change under way, in its transaction. */
export interface Change {
  db: Db;
  row: Selectable<CollectionTable>;
  /** The revision that this change gives the collection. */
  revision: number;
  /** A line for the journal. */
  write(entry: Entry): void;
  tell(event: StoreEvent): void;
  /** Nothing to do after all: no new revision. */
  nothing(): void;
}

export interface ChangeOptions extends WriteOptions {
  /** Made by a person: later `ifRevision`s are checked against it. */
  isEdit: boolean;
  /** Calls for comparing; a function is asked at the end of the change. */
  wants: boolean | (() => boolean);
}

/**
 * Changes a collection: locks its row (so that changes come one after the other, and a job that reads it sees all that
 * asked for it), gives it the next revision, writes the journal, tells listeners.
 * @throws ReadoutError NOT_FOUND, REVISION_CONFLICT, IDEMPOTENCY_MISMATCH, DATA_UNWRITABLE
 */
export async function change<T>(
  context: Context,
  collection: string,
  options: ChangeOptions,
  work: (change: Change) => Promise<T>,
): Promise<T> {
  const entries: Entry[] = [];
  const events: StoreEvent[] = [];
  let lines: Line[] = [];
  const result = await context.db.transaction().execute(async (db) => {
    const row = await lockedRow(db, collection);
    const before = await answered<T>(db, collection, options.once ?? null);
    if (before) return before.response;
    requireRevision(row, options);
    const revision = row.revision + 1;
    let changed = true;
    const response = await work({
      db,
      row,
      revision,
      write: (entry) => entries.push(entry),
      tell: (event) => events.push(event),
      nothing: () => {
        changed = false;
      },
    });
    if (changed) {
      const wanted = typeof options.wants === "function" ? options.wants() : options.wants;
      await db
        .updateTable("collection")
        .set({
          revision,
          ...(options.isEdit ? { edited: revision } : {}),
          ...(wanted ? { wanted: revision, failure: null } : {}),
        })
        .where("id", "=", collection)
        .execute();
      if (wanted) await context.queue.compare(db, { collection });
      events.push({ kind: "revision", collection, revision, state: await stateOf(db, collection) });
      await context.events.prepare(db, events);
      if (context.journal) lines = await toOutbox(db, collection, entries);
    }
    await remember(db, collection, options.once ?? null, response, context.now());
    return response;
  });
  await toJournal(context, lines);
  context.events.emit(events);
  return result;
}

/** A collection's row, which nobody else changes until the transaction ends. @throws ReadoutError NOT_FOUND */
export async function lockedRow(db: Db, collection: string): Promise<Selectable<CollectionTable>> {
  const row = await db
    .selectFrom("collection")
    .selectAll()
    .where("id", "=", collection)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new ReadoutError("NOT_FOUND", { thing: "collection", id: collection });
  return row;
}

/** @throws ReadoutError REVISION_CONFLICT where a person has changed the collection since */
export function requireRevision(row: Selectable<CollectionTable>, { ifRevision }: WriteOptions): void {
  if (typeof ifRevision === "number" && ifRevision < row.edited)
    throw new ReadoutError("REVISION_CONFLICT", { revision: row.revision, yours: ifRevision });
}

/** What the first sending of a request was answered. @throws ReadoutError IDEMPOTENCY_MISMATCH */
export async function answered<T>(db: Db, scope: string, once: Once | null): Promise<{ response: T } | null> {
  if (once === null) return null;
  const row = await db
    .selectFrom("idempotency")
    .selectAll()
    .where("scope", "=", scope)
    .where("key", "=", once.key)
    .executeTakeFirst();
  if (!row) return null;
  if (row.request !== once.request) throw new ReadoutError("IDEMPOTENCY_MISMATCH");
  return { response: JSON.parse(row.response) as T };
}

/** @returns false where another request with this key was faster: nothing is remembered then */
export async function remember(
  db: Db,
  scope: string,
  once: Once | null,
  response: unknown,
  at: string,
): Promise<boolean> {
  if (once === null) return true;
  const { key, request } = once;
  const row = await db
    .insertInto("idempotency")
    .values({ scope, key, request, response: JSON.stringify(response ?? null), at })
    .onConflict((c) => c.doNothing())
    .returning("key")
    .executeTakeFirst();
  return row !== undefined;
}

/** Numbers lines and leaves them in the outbox, whence a crash can't lose them. */
export async function toOutbox(db: Db, collection: string, entries: readonly Entry[]): Promise<Line[]> {
  if (entries.length === 0) return [];
  const { value } = await db
    .insertInto("meta")
    .values({ key: "journal", value: entries.length })
    .onConflict((c) => c.column("key").doUpdateSet({ value: sql`meta.value + excluded.value` }))
    .returning("value")
    .executeTakeFirstOrThrow();
  const lines = entries.map((entry, i) => ({ n: value - entries.length + 1 + i, collection, ...entry }));
  await db
    .insertInto("outbox")
    .values(lines.map((line) => ({ n: line.n, collection, json: JSON.stringify(line) })))
    .execute();
  return lines;
}

/** Copies lines to the journal's files; the outbox forgets them once they are synced. */
export async function toJournal({ journal, db }: Context, lines: readonly Line[]): Promise<void> {
  if (!journal || lines.length === 0) return;
  await journal.append(lines);
  const numbers = lines.map((line) => line.n);
  // Forgotten late at worst: a line that is written twice counts once.
  await db.deleteFrom("outbox").where("n", "in", numbers).execute();
}

export async function stateOf(db: Db, collection: string): Promise<CollectionState> {
  const row = await db
    .selectFrom("collection as c")
    .select((eb) => [
      "c.wanted",
      "c.input",
      "c.failure",
      eb
        .selectFrom("document as d")
        .select((e) => e.fn.countAll<number>().as("n"))
        .whereRef("d.collection", "=", "c.id")
        .as("documents"),
      eb
        .selectFrom("document as d")
        .select((e) => e.fn.countAll<number>().as("n"))
        .whereRef("d.collection", "=", "c.id")
        .where("d.status", "in", ["queued", "reading"])
        .as("open"),
    ])
    .where("c.id", "=", collection)
    .executeTakeFirst();
  if (!row) return "empty";
  return nameState({ ...row, documents: row.documents ?? 0, open: row.open ?? 0 });
}

export function nameState(row: {
  documents: number;
  open: number;
  wanted: number;
  input: number;
  failure: string | null;
}): CollectionState {
  if (row.documents === 0) return "empty";
  if (row.open > 0) return "reading";
  if (row.failure !== null) return "failed";
  return row.wanted > row.input ? "comparing" : "ready";
}
