import { sql } from "kysely";
import type { Statement } from "../model.ts";
import type { Context, Db } from "./context.ts";
import { keysAfter, limitOf, pageOf } from "./cursor.ts";
import type { CheckStatus, StatementFilter, StatementRow, Store } from "./store.ts";
import { query as words } from "./words.ts";

const COLUMNS = [
  "id",
  "article",
  "narrated",
  "outlet",
  "published",
  "speakers",
  "sides",
  "points",
  "status",
  "by",
  "at",
  "json",
  "sort",
  "start",
] as const;

const select = (db: Db, collection: string) =>
  db.selectFrom("statement").select(COLUMNS).where("collection", "=", collection);

type Query = ReturnType<typeof select>;
type Selected = Awaited<ReturnType<Query["executeTakeFirstOrThrow"]>>;

function toStatement(row: Selected): StatementRow {
  const { id, article, narrated, outlet, published, speakers, sides, points } = row;
  const checking = { status: row.status as CheckStatus, by: row.by, at: row.at };
  const statement = JSON.parse(row.json) as Statement;
  return {
    id,
    article,
    narrated,
    outlet,
    publishedAt: published,
    speakers,
    sides,
    points,
    checking,
    statement,
  };
}

function filtered(query: Query, filter: StatementFilter): Query {
  let q = query;
  if (!filter.narrated) q = q.where("narrated", "=", false);
  if (filter.speaker) q = q.where(sql<boolean>`${filter.speaker} = any(speakers)`);
  if (filter.side) q = q.where(sql<boolean>`${filter.side} = any(sides)`);
  if (filter.point) q = q.where(sql<boolean>`${filter.point} = any(points)`);
  if (filter.outlet) q = q.where("outlet", "=", filter.outlet);
  if (filter.act) q = q.where("act", "=", filter.act);
  if (filter.kind) q = q.where("kind", "=", filter.kind);
  if (filter.article) q = q.where("article", "=", filter.article);
  if (filter.status) q = q.where("status", "=", filter.status);
  if (typeof filter.checked === "boolean") q = q.where("status", filter.checked ? "<>" : "=", "machine");
  if (filter.q?.trim()) q = q.where(sql<boolean>`tsv @@ ${words(filter.q)}`);
  return q;
}

export function statements({ db }: Context): Pick<Store, "statements" | "statementsById"> {
  return {
    /** In the order of articles, then of the text. */
    async statements(collection, filter = {}) {
      const limit = limitOf(filter);
      const keys = keysAfter(filter, "s", 3);
      let query = filtered(select(db, collection), filter);
      if (keys)
        query = query.where(
          sql<boolean>`(sort, start, id) > (${keys[0]}, ${Number(keys[1])}::int, ${keys[2]})`,
        );
      const rows = await query
        .orderBy("sort")
        .orderBy("start")
        .orderBy("id")
        .limit(limit + 1)
        .execute();
      return pageOf(rows, limit, "s", (row) => [row.sort, row.start, row.id], toStatement);
    },
    async statementsById(collection, ids) {
      if (ids.length === 0) return [];
      const rows = await select(db, collection)
        .where(sql<boolean>`id = any(${[...ids]}::text[])`)
        .execute();
      return rows.map(toStatement);
    },
  };
}

/** The best hits for what a person typed. */
export async function searchStatements(db: Db, collection: string, q: string, limit: number) {
  const rows = await select(db, collection)
    .where(sql<boolean>`tsv @@ ${words(q)}`)
    .orderBy(sql`ts_rank(tsv, ${words(q)})`, "desc")
    .orderBy("sort")
    .orderBy("start")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(toStatement);
}
