import { byArticle } from "../collection.ts";
import { ReadoutError } from "../errors.ts";
import type { Article, Collection, ModelInfo, Notice, Point, Speaker } from "../model.ts";
import type { Context, Db } from "./context.ts";
import { searchPoints } from "./points.ts";
import { rulingsOf } from "./rulings.ts";
import { searchSpeakers } from "./speakers.ts";
import { searchStatements } from "./statements.ts";
import type { ComparedRest, DocumentRow, Store } from "./store.ts";

type Part = Pick<Store, "article" | "readArticles" | "rest" | "whole" | "search">;

const NO_REST: ComparedRest = { sides: [], shifts: [], absences: [], variants: [], copies: [], models: [] };

async function restOf(db: Db, collection: string): Promise<ComparedRest> {
  const row = await db
    .selectFrom("collection")
    .select("rest")
    .where("id", "=", collection)
    .executeTakeFirst();
  if (!row) throw new ReadoutError("NOT_FOUND", { thing: "collection", id: collection });
  return row.rest === null ? NO_REST : (JSON.parse(row.rest) as ComparedRest);
}

/**
 * @param documents finds documents by what a person typed
 * @param version of this program, for saved collections
 */
export function articles(
  { db }: Context,
  documents: (collection: string, q: string, limit: number) => Promise<DocumentRow[]>,
  version: string,
): Part {
  return {
    async article(collection, id) {
      const row = await db
        .selectFrom("article")
        .select(["json", "compared"])
        .where("collection", "=", collection)
        .where("id", "=", id)
        .executeTakeFirst();
      return row ? (JSON.parse(row.compared ?? row.json) as Article) : null;
    },
    async readArticles(collection) {
      const rows = await db
        .selectFrom("article")
        .select("json")
        .where("collection", "=", collection)
        .execute();
      return rows.map((row) => JSON.parse(row.json) as Article).sort(byArticle);
    },
    rest: (collection) => restOf(db, collection),
    async whole(collection): Promise<Collection> {
      // One snapshot, lest the parts be of two comparings.
      return db
        .transaction()
        .setIsolationLevel("repeatable read")
        .execute(async (trx) => {
          const { models, ...rest } = await restOf(trx, collection);
          const own = await trx
            .selectFrom("article")
            .select(["json", "compared", "models"])
            .where("collection", "=", collection)
            .execute();
          const points = await trx
            .selectFrom("point")
            .select("json")
            .where("collection", "=", collection)
            .orderBy("rank")
            .execute();
          const speakers = await trx
            .selectFrom("speaker")
            .select("json")
            .where("collection", "=", collection)
            .orderBy("rank")
            .execute();
          const notices = await trx
            .selectFrom("document")
            .select(["error", "warnings"])
            .where("collection", "=", collection)
            .orderBy("ord")
            .execute();
          return {
            format: "readout/1",
            generator: {
              name: "readout",
              version,
              models: models.length > 0 ? models : (JSON.parse(own[0]?.models ?? "[]") as ModelInfo[]),
            },
            articles: own.map((row) => JSON.parse(row.compared ?? row.json) as Article).sort(byArticle),
            speakers: speakers.map((row) => JSON.parse(row.json) as Speaker),
            sides: rest.sides,
            points: points.map((row) => JSON.parse(row.json) as Point),
            shifts: rest.shifts,
            absences: rest.absences,
            variants: rest.variants,
            copies: rest.copies,
            rulings: await rulingsOf(trx, collection),
            warnings: notices.flatMap((row) => JSON.parse(row.warnings) as Notice[]),
            failures: notices.flatMap((row) => (row.error === null ? [] : [JSON.parse(row.error) as Notice])),
          };
        });
    },
    async search(collection, q, limit = 20) {
      if (q.trim() === "") return { statements: [], points: [], documents: [], speakers: [] };
      return {
        statements: await searchStatements(db, collection, q, limit),
        points: await searchPoints(db, collection, q, limit),
        documents: await documents(collection, q, limit),
        speakers: await searchSpeakers(db, collection, q, limit),
      };
    },
  };
}
