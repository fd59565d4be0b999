import { type RawBuilder, sql } from "kysely";
import type { Act, Point, PointVerdict } from "../model.ts";
import type { Context, Db } from "./context.ts";
import { keysAfter, limitOf, pageOf } from "./cursor.ts";
import type { PointFilter, PointOrder, PointRow, Store } from "./store.ts";
import { query as words } from "./words.ts";

const select = (db: Db, collection: string) =>
  db
    .selectFrom("point")
    .select([
      "id",
      "rank",
      "verdict",
      "speakers",
      "sides",
      "outlets",
      "acts",
      "articles",
      "from_date",
      "to_date",
      "documents",
      "statements",
      "checked",
      "json",
    ])
    .where("collection", "=", collection);

type Query = ReturnType<typeof select>;
type Selected = Awaited<ReturnType<Query["executeTakeFirstOrThrow"]>>;

function toPoint({ from_date, to_date, documents: _, json, ...row }: Selected): PointRow {
  const point = JSON.parse(json) as Point;
  const verdict = row.verdict as PointVerdict;
  return { ...row, verdict, acts: row.acts as Act[], from: from_date, to: to_date, point };
}

/** Each order ends in rank and id, so that it is total. The first key is text or a number. */
const ORDERS: Record<PointOrder, { first: RawBuilder<unknown>; key: (row: Selected) => string | number }> = {
  weight: { first: sql`rank`, key: (row) => row.rank },
  time: { first: sql`coalesce(from_date, '~')`, key: (row) => row.from_date ?? "~" },
  documents: { first: sql`-documents`, key: (row) => -row.documents },
};

/** The query with its conditions. */
function filtered<Q extends Query>(query: Q, filter: PointFilter): Q {
  let q = query as Query;
  if (filter.verdicts?.length) q = q.where("verdict", "in", filter.verdicts);
  if (filter.speaker) q = q.where(sql<boolean>`${filter.speaker} = any(speakers)`);
  if (filter.side) q = q.where(sql<boolean>`${filter.side} = any(sides)`);
  if (filter.outlet) q = q.where(sql<boolean>`${filter.outlet} = any(outlets)`);
  if (filter.act) q = q.where(sql<boolean>`${filter.act} = any(acts)`);
  // Dates are as precise as known: "2017-07" is before "2017-07-05" and in the month.
  if (filter.from)
    q = q.where(sql<boolean>`to_date >= left(${filter.from}, greatest(length(to_date), 1)) collate "C"`);
  if (filter.to) q = q.where(sql<boolean>`left(from_date, length(${filter.to})) <= ${filter.to} collate "C"`);
  if (typeof filter.checked === "boolean")
    q = q.where(filter.checked ? sql<boolean>`checked >= statements` : sql<boolean>`checked < statements`);
  if (filter.q?.trim()) q = q.where(sql<boolean>`tsv @@ ${words(filter.q)}`);
  return q as Q;
}

export function points({ db }: Context): Pick<Store, "points" | "point"> {
  return {
    async points(collection, filter = {}) {
      const limit = limitOf(filter);
      const order = filter.order ?? "weight";
      const { first, key } = ORDERS[order];
      const keys = keysAfter(filter, `p-${order}`, 3);
      let query = filtered(select(db, collection), filter);
      if (keys) {
        const [k, rank, id] = keys;
        const one = typeof k === "number" ? sql`${k}::int` : sql`${k}::text collate "C"`;
        query = query.where(sql<boolean>`(${first}, rank, id) > (${one}, ${Number(rank)}::int, ${id})`);
      }
      const rows = await query
        .orderBy(first)
        .orderBy("rank")
        .orderBy("id")
        .limit(limit + 1)
        .execute();
      const { total } = await filtered(select(db, collection), filter)
        .clearSelect()
        .select((eb) => eb.fn.countAll<number>().as("total"))
        .executeTakeFirstOrThrow();
      return { ...pageOf(rows, limit, `p-${order}`, (row) => [key(row), row.rank, row.id], toPoint), total };
    },
    async point(collection, id) {
      const row = await select(db, collection)
        .where(sql<boolean>`(id = ${id} or ${id} = any(formerly))`)
        .orderBy(sql`id = ${id}`, "desc")
        .orderBy("rank")
        .limit(1)
        .executeTakeFirst();
      return row ? toPoint(row) : null;
    },
  };
}

/** The best hits for what a person typed. */
export async function searchPoints(db: Db, collection: string, q: string, limit: number) {
  const rows = await select(db, collection)
    .where(sql<boolean>`tsv @@ ${words(q)}`)
    .orderBy(sql`ts_rank(tsv, ${words(q)})`, "desc")
    .orderBy("rank")
    .limit(limit)
    .execute();
  return rows.map(toPoint);
}
