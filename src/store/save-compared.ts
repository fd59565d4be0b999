/** Where the jobs of comparing find what to compare and leave what came out: only rows that differ are written. */
import { sql } from "kysely";
import type { Notice, Ruling } from "../model.ts";
import { checkingOf } from "./checking.ts";
import { type Change, type Context, change, stateOf } from "./context.ts";
import { withFormerIds } from "./former-ids.ts";
import type { CompareTask, Job } from "./queue.ts";
import type { ComparedRows, NewPoint, NewStatement } from "./rows.ts";
import { checkedOf, countChecked, rulingsOf } from "./rulings.ts";

/** Rows a statement, so that no message to the embedded database grows large. */
const BATCH = 400;

export interface CompareInput {
  collection: string;
  /** The `wanted` revision that this input answers. */
  input: number;
  /** Articles by id, with a hash of their JSON as read; `articleTexts` gives that. */
  articles: { id: string; hash: string }[];
  /** True while documents are on their way, so that this comparing will not be the last. */
  isPartial: boolean;
  /** The last change that a person made. */
  edited: number;
  rulings: Ruling[];
}

/** Null where the collection was deleted, or where nothing has changed since it was compared. */
export async function compareInput(context: Context, collection: string): Promise<CompareInput | null> {
  return context.db.transaction().execute(async (db) => {
    // The lock waits for changes under way, which asked for this very job.
    const row = await db
      .selectFrom("collection")
      .select(["wanted", "input", "edited"])
      .where("id", "=", collection)
      .forUpdate()
      .executeTakeFirst();
    if (!row || row.wanted <= row.input) return null;
    const articles = await db
      .selectFrom("article")
      .select(["id", sql<string>`md5(json)`.as("hash")])
      .where("collection", "=", collection)
      .orderBy("sort")
      .execute();
    return {
      collection,
      input: row.wanted,
      articles,
      isPartial: (await stateOf(db, collection)) === "reading",
      edited: row.edited,
      rulings: await rulingsOf(db, collection),
    };
  });
}

/** Articles as read, as JSON. */
export async function articleTexts(
  context: Context,
  collection: string,
  ids: readonly string[],
): Promise<{ id: string; json: string }[]> {
  if (ids.length === 0) return [];
  return context.db
    .selectFrom("article")
    .select(["id", "json"])
    .where("collection", "=", collection)
    .where(sql<boolean>`id = any(${[...ids]}::text[])`)
    .execute();
}

export async function saveCompared(
  context: Context,
  job: Job<CompareTask>,
  { collection, input }: CompareInput,
  rows: ComparedRows,
): Promise<void> {
  await change(context, collection, { isEdit: false, wants: false }, async (tx) => {
    await context.queue.done(tx.db, job);
    // Another process was faster with newer input.
    if (tx.row.input >= input) return tx.nothing();
    await saveRulings(tx, collection, rows.rulings);
    const checking = checkingOf(await rulingsOf(tx.db, collection));
    await saveStatements(tx, collection, rows.statements, checking);
    await savePoints(tx, collection, rows.points);
    await saveSpeakers(tx, collection, rows.speakers);
    await saveArticles(tx, collection, rows.articles);
    await tx.db
      .updateTable("collection")
      .set({ rest: rows.rest, input, compared: tx.revision, failure: null })
      .where("id", "=", collection)
      .execute();
    await countChecked(tx.db, collection);
  });
}

/** Ends a job that has nothing to do. */
export async function skipCompare(context: Context, job: Job<CompareTask>): Promise<void> {
  await context.queue.done(context.db, job);
}

/** Says that comparing failed, for good; the next change tries again. */
export async function failCompare(context: Context, job: Job<CompareTask>, failure: Notice): Promise<void> {
  await change(context, job.task.collection, { isEdit: false, wants: false }, async (tx) => {
    await context.queue.done(tx.db, job);
    await tx.db
      .updateTable("collection")
      .set({ failure: JSON.stringify(failure) })
      .where("id", "=", job.task.collection)
      .execute();
  });
}

/** Rows to write, and ids of those that are no longer there. */
async function difference<R extends { id: string; hash: string }>(
  tx: Change,
  table: "statement" | "point" | "speaker",
  collection: string,
  rows: readonly R[],
): Promise<{ fresh: R[]; gone: string[] }> {
  const there = await tx.db
    .selectFrom(table)
    .select(["id", "hash"])
    .where("collection", "=", collection)
    .execute();
  const hashes = new Map(there.map((row) => [row.id, row.hash]));
  const ids = new Set(rows.map((row) => row.id));
  return {
    fresh: rows.filter((row) => hashes.get(row.id) !== row.hash),
    gone: there.filter((row) => !ids.has(row.id)).map((row) => row.id),
  };
}

async function remove(
  tx: Change,
  table: "statement" | "point" | "speaker",
  collection: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const isGone = sql<boolean>`id = any(${[...ids]}::text[])`;
  if (table !== "speaker")
    await sql`insert into gone (collection, kind, id, born, revision)
      select collection, ${table}, id, born, ${tx.revision}::int from ${sql.table(table)}
      where collection = ${collection} and ${isGone}
      on conflict (collection, kind, id) do update set born = excluded.born, revision = excluded.revision`.execute(
      tx.db,
    );
  await tx.db.deleteFrom(table).where("collection", "=", collection).where(isGone).execute();
}

/** Writes rows by one JSON parameter a batch: the driver and the socket have little to do. */
async function upsert(
  tx: Change,
  table: "statement" | "point" | "speaker" | "article",
  types: Record<string, string>,
  keep: readonly string[],
  rows: readonly object[],
): Promise<void> {
  const names = Object.keys(types);
  const list = sql.join(names.map((name) => sql.ref(name)));
  const typed = sql.join(names.map((name) => sql`${sql.ref(name)} ${sql.raw(types[name]!)}`));
  const set = sql.join(
    names
      .filter((name) => !keep.includes(name))
      .map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`),
  );
  for (let i = 0; i < rows.length; i += BATCH) {
    const batch = JSON.stringify(rows.slice(i, i + BATCH));
    await sql`insert into ${sql.table(table)} (${list})
      select ${list} from json_to_recordset(${batch}::json) as r(${typed})
      on conflict (collection, id) do update set ${set}`.execute(tx.db);
  }
}

const KEY = ["collection", "id", "born"];

const STATEMENT = {
  collection: "text",
  id: "text",
  article: "text",
  narrated: "boolean",
  sort: "text",
  start: "int",
  outlet: "text",
  published: "text",
  speakers: "text[]",
  sides: "text[]",
  points: "text[]",
  act: "text",
  kind: "text",
  status: "text",
  by: "text",
  at: "text",
  words: "text",
  json: "text",
  hash: "text",
  born: "int",
  revision: "int",
};

async function saveStatements(
  tx: Change,
  collection: string,
  rows: readonly NewStatement[],
  checking: ReturnType<typeof checkingOf>,
): Promise<void> {
  const { revision } = tx;
  const { fresh, gone } = await difference(tx, "statement", collection, rows);
  await remove(tx, "statement", collection, gone);
  const none = { status: "machine", by: null, at: null };
  await upsert(
    tx,
    "statement",
    STATEMENT,
    KEY,
    fresh.map((row) => ({
      ...row,
      collection,
      ...(checking.get(row.id) ?? none),
      born: revision,
      revision,
    })),
  );
  // Rulings may be found elsewhere now than where they were given.
  const known = [...checking].map(([id, found]) => ({ id, ...found }));
  await sql`update statement s set status = coalesce(r.status, 'machine'), by = r.by, at = r.at, revision = ${revision}::int
    from statement t left join json_to_recordset(${JSON.stringify(known)}::json) as r(id text, status text, by text, at text)
      on r.id = t.id
    where s.collection = ${collection} and t.collection = s.collection and t.id = s.id
      and (s.status, s.by, s.at) is distinct from (coalesce(r.status, 'machine'), r.by, r.at)`.execute(tx.db);
}

const POINT = {
  collection: "text",
  id: "text",
  formerly: "text[]",
  rank: "int",
  verdict: "text",
  speakers: "text[]",
  sides: "text[]",
  outlets: "text[]",
  acts: "text[]",
  articles: "text[]",
  members: "text[]",
  from_date: "text",
  to_date: "text",
  documents: "int",
  statements: "int",
  checked: "int",
  words: "text",
  json: "text",
  hash: "text",
  born: "int",
  revision: "int",
};

async function savePoints(tx: Change, collection: string, made: readonly NewPoint[]): Promise<void> {
  const { revision } = tx;
  const before = await tx.db
    .selectFrom("point")
    .select(["id", "formerly", "members"])
    .where("collection", "=", collection)
    .execute();
  const rows = withFormerIds(made, before);
  const { fresh, gone } = await difference(tx, "point", collection, rows);
  await remove(tx, "point", collection, gone);
  const written = fresh.map((row) => ({ ...row, collection, checked: 0, born: revision, revision }));
  await upsert(tx, "point", POINT, KEY, written);
  // A place among the points changes with every other one's; that alone is no change of the point.
  const ranks = JSON.stringify(rows.map(({ id, rank }) => ({ id, rank })));
  await sql`update point p set rank = r.rank from json_to_recordset(${ranks}::json) as r(id text, rank int)
    where p.collection = ${collection} and p.id = r.id and p.rank <> r.rank`.execute(tx.db);
  await tx.db
    .updateTable("point")
    .set({ checked: checkedOf(collection) })
    .where("collection", "=", collection)
    .where("checked", "<>", checkedOf(collection))
    .execute();
}

const SPEAKER = {
  collection: "text",
  id: "text",
  rank: "int",
  name: "text",
  side: "text",
  members: "text[]",
  statements: "int",
  words: "text",
  json: "text",
  hash: "text",
  revision: "int",
};

async function saveSpeakers(tx: Change, collection: string, rows: ComparedRows["speakers"]): Promise<void> {
  const { fresh, gone } = await difference(tx, "speaker", collection, rows);
  await remove(tx, "speaker", collection, gone);
  const made = fresh.map((row) => ({ ...row, collection, revision: tx.revision }));
  await upsert(tx, "speaker", SPEAKER, ["collection", "id"], made);
}

async function saveArticles(tx: Change, collection: string, rows: ComparedRows["articles"]): Promise<void> {
  const there = await tx.db
    .selectFrom("article")
    .select(["id", "hash"])
    .where("collection", "=", collection)
    .execute();
  const hashes = new Map(there.map((row) => [row.id, row.hash]));
  for (const { id, json, hash } of rows) {
    if (!hashes.has(id) || hashes.get(id) === hash) continue;
    await tx.db
      .updateTable("article")
      .set({ compared: json, hash })
      .where("collection", "=", collection)
      .where("id", "=", id)
      .execute();
  }
}

async function saveRulings(tx: Change, collection: string, rows: ComparedRows["rulings"]): Promise<void> {
  for (let i = 0; i < rows.length; i += BATCH) {
    const batch = JSON.stringify(rows.slice(i, i + BATCH));
    await sql`update ruling set json = r.json, status = r.status
      from json_to_recordset(${batch}::json) as r(id text, json text, status text)
      where ruling.collection = ${collection} and ruling.id = r.id
        and (ruling.json <> r.json or ruling.status is distinct from r.status)`.execute(tx.db);
  }
}
