import { sql } from "kysely";
import type { Ruling } from "../model.ts";
import { changesComparing, checkingOf, touchedBy } from "./checking.ts";
import { type Change, type Context, change, type Db } from "./context.ts";
import { keysAfter, limitOf, pageOf } from "./cursor.ts";
import type { RulingRow, Store } from "./store.ts";

type Part = Pick<Store, "addRulings" | "rulings" | "allRulings">;

interface Selected {
  seq: number;
  revision: number;
  json: string;
  status: string | null;
}

export function toRuling({ seq, revision, json, status }: Selected): RulingRow {
  return { seq, revision, ruling: { ...(JSON.parse(json) as Ruling), status } as Ruling };
}

const select = (db: Db, collection: string) =>
  db
    .selectFrom("ruling")
    .select(["seq", "revision", "json", "status"])
    .where("collection", "=", collection)
    .orderBy("seq");

/** In the order given. */
export async function rulingsOf(db: Db, collection: string): Promise<Ruling[]> {
  return (await select(db, collection).execute()).map((row) => toRuling(row).ruling);
}

export function rulings(context: Context): Part {
  const { db } = context;
  return {
    async addRulings(collection, given, options = {}) {
      let wants = false;
      return change(context, collection, { ...options, isEdit: true, wants: () => wants }, async (tx) => {
        const fresh = await insertRulings(tx, collection, given);
        if (fresh.length === 0) tx.nothing();
        else {
          const all = await rulingsOf(tx.db, collection);
          wants = changesComparing(fresh, all);
          await recheck(tx, collection, all, [...touchedBy(fresh, all)]);
        }
        const ids = given.map((ruling) => ruling.id);
        const rows = await select(tx.db, collection)
          .select("id")
          .where(sql<boolean>`id = any(${ids}::text[])`)
          .execute();
        const byId = new Map(rows.map((row) => [row.id, toRuling(row)]));
        return {
          rulings: ids.flatMap((id) => byId.get(id) ?? []),
          revision: fresh.length > 0 ? tx.revision : tx.row.revision,
        };
      });
    },
    async rulings(collection, page = {}) {
      const limit = limitOf(page);
      const keys = keysAfter(page, "r", 1);
      let query = select(db, collection);
      if (keys) query = query.where("seq", ">", Number(keys[0]));
      const rows = await query.limit(limit + 1).execute();
      return pageOf(rows, limit, "r", (row) => [row.seq], toRuling);
    },
    allRulings: (collection) => rulingsOf(db, collection),
  };
}

/** Appends those that are new; answers them. */
export async function insertRulings(
  tx: Change,
  collection: string,
  given: readonly Ruling[],
): Promise<Ruling[]> {
  const fresh: Ruling[] = [];
  for (const ruling of given) {
    const { id, by, at, status } = ruling;
    const row = await tx.db
      .insertInto("ruling")
      .values({ collection, id, json: JSON.stringify(ruling), at, by, status, revision: tx.revision })
      .onConflict((c) => c.doNothing())
      .returning("seq")
      .executeTakeFirst();
    if (!row) continue;
    fresh.push(ruling);
    tx.write({ kind: "ruling", ruling });
    tx.tell({ kind: "ruling", collection, revision: tx.revision, seq: row.seq, id, by });
  }
  return fresh;
}

/** Sets the checking of some statements at once, and counts it anew where they stand. */
async function recheck(
  tx: Change,
  collection: string,
  all: readonly Ruling[],
  touched: readonly string[],
): Promise<void> {
  if (touched.length === 0) return;
  const { db, revision } = tx;
  const checking = checkingOf(all);
  for (const id of touched) {
    const { status, by, at } = checking.get(id) ?? { status: "machine", by: null, at: null };
    await db
      .updateTable("statement")
      .set({ status, by, at, revision })
      .where("collection", "=", collection)
      .where("id", "=", id)
      .execute();
  }
  const isOne = sql<boolean>`members && ${[...touched]}::text[]`;
  await db
    .updateTable("point")
    .set({ checked: checkedOf(collection), revision })
    .where("collection", "=", collection)
    .where(isOne)
    .execute();
  await countChecked(db, collection);
}

/** How many of a point's attributions people have dealt with. */
export const checkedOf = (collection: string) =>
  sql<number>`(select count(*) from statement s where s.collection = ${collection}
    and s.id = any(point.members) and not s.narrated and s.status <> 'machine')`;

export async function countChecked(db: Db, collection: string): Promise<void> {
  await sql`update collection set
      statements = (select count(*) from statement s where s.collection = collection.id and not s.narrated),
      checked = (select count(*) from statement s where s.collection = collection.id and not s.narrated
        and s.status <> 'machine'),
      points = (select count(*) from point p where p.collection = collection.id)
    where id = ${collection}`.execute(db);
}
