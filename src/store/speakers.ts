import { sql } from "kysely";
import type { Speaker } from "../model.ts";
import type { Context, Db } from "./context.ts";
import { keysAfter, limitOf, pageOf } from "./cursor.ts";
import type { SpeakerRow, Store } from "./store.ts";
import { beginnings } from "./words.ts";

const select = (db: Db, collection: string) =>
  db.selectFrom("speaker").select(["id", "name", "statements", "json"]).where("collection", "=", collection);

type Query = ReturnType<typeof select>;
type Selected = Awaited<ReturnType<Query["executeTakeFirstOrThrow"]>>;

const toSpeaker = ({ statements, json }: Selected): SpeakerRow => ({
  speaker: JSON.parse(json) as Speaker,
  statements,
});

/** Every word of the query begins a word of the name, an alias or the role. */
function named(query: Query, q: string): Query {
  let found = query;
  for (const pattern of beginnings(q))
    found = found.where(sql<boolean>`(' ' || lower(words)) like ${pattern}`);
  return found;
}

export function speakers({ db }: Context): Pick<Store, "speakers" | "speaker"> {
  return {
    /** Those who say most first. */
    async speakers(collection, filter = {}) {
      const limit = limitOf(filter);
      const keys = keysAfter(filter, "h", 3);
      let query = select(db, collection);
      if (filter.q?.trim()) query = named(query, filter.q);
      if (filter.side) query = query.where("side", "=", filter.side);
      if (keys)
        query = query.where(
          sql<boolean>`(-statements, name, id) > (${Number(keys[0])}::int, ${keys[1]}, ${keys[2]})`,
        );
      const rows = await query
        .orderBy("statements", "desc")
        .orderBy("name")
        .orderBy("id")
        .limit(limit + 1)
        .execute();
      return pageOf(rows, limit, "h", (row) => [-row.statements, row.name, row.id], toSpeaker);
    },
    async speaker(collection, id) {
      const row = await select(db, collection)
        .where(sql<boolean>`(id = ${id} or ${id} = any(members))`)
        .orderBy(sql`id = ${id}`, "desc")
        .limit(1)
        .executeTakeFirst();
      return row ? toSpeaker(row) : null;
    },
  };
}

export async function searchSpeakers(db: Db, collection: string, q: string, limit: number) {
  if (q.trim() === "") return [];
  const rows = await named(select(db, collection), q)
    .orderBy("statements", "desc")
    .orderBy("name")
    .limit(limit)
    .execute();
  return rows.map(toSpeaker);
}
