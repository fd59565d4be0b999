import { ReadoutError } from "../errors.ts";
import type { Context, Db } from "./context.ts";
import { toRuling } from "./rulings.ts";
import type { Changes, Store } from "./store.ts";

/** More than this is told as "everything". */
const MOST = 5000;

interface Told {
  came: string[];
  changed: string[];
  went: string[];
}

export function changes({ db }: Context): Pick<Store, "changes"> {
  return {
    async changes(collection, since) {
      const row = await db
        .selectFrom("collection")
        .select("revision")
        .where("id", "=", collection)
        .executeTakeFirst();
      if (!row) throw new ReadoutError("NOT_FOUND", { thing: "collection", id: collection });
      const { revision } = row;
      const none: Told = { came: [], changed: [], went: [] };
      const everything: Changes = {
        since,
        revision,
        points: none,
        statements: none,
        documents: none,
        rulings: [],
        all: true,
      };
      // A revision that was never given: the database was restored since.
      if (since > revision) return everything;
      const points = await told(db, "point", collection, since);
      const statements = await told(db, "statement", collection, since);
      const documents = await told(db, "document", collection, since);
      if (!points || !statements || !documents) return everything;
      const rulings = await db
        .selectFrom("ruling")
        .select(["seq", "revision", "json", "status"])
        .where("collection", "=", collection)
        .where("revision", ">", since)
        .orderBy("seq")
        .execute();
      return { since, revision, points, statements, documents, rulings: rulings.map(toRuling), all: false };
    },
  };
}

async function told(
  db: Db,
  kind: "point" | "statement" | "document",
  collection: string,
  since: number,
): Promise<Told | null> {
  const rows = await db
    .selectFrom(kind)
    .select(["id", "born"])
    .where("collection", "=", collection)
    .where("revision", ">", since)
    .orderBy("id")
    .limit(MOST + 1)
    .execute();
  const gone = await db
    .selectFrom("gone")
    .select("id")
    .where("collection", "=", collection)
    .where("kind", "=", kind)
    .where("revision", ">", since)
    .where("born", "<=", since)
    .orderBy("id")
    .limit(MOST + 1)
    .execute();
  if (rows.length > MOST || gone.length > MOST) return null;
  return {
    came: rows.filter((row) => row.born > since).map((row) => row.id),
    changed: rows.filter((row) => row.born <= since).map((row) => row.id),
    went: gone.map((row) => row.id),
  };
}
