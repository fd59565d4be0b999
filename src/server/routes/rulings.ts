import { z } from "zod";
import { ReadoutError } from "../../errors.ts";
import { type App, type Context, writeOptions } from "../context.ts";
import { id, pageQuery, rulingsAnswerSchema, rulingsPostedSchema, rulingsPostSchema } from "../contract.ts";
import { MAX_RULINGS } from "../contract-rulings.ts";
import { type Evidence, rulingsOf } from "../drafts.ts";
import { hashOf } from "../request-hash.ts";
import { countCorrections, rulingViews } from "../ruling-views.ts";
import type { Views } from "../views.ts";

const params = z.object({ c: id });

/** Corrections: given, and their history. */
export function rulingRoutes(app: App, context: Context): void {
  const { store, now } = context.deps;

  function evidence(views: Views): Evidence {
    const c = views.digest.id;
    // One move names the same statement in many pairs.
    const found = new Map<string, ReturnType<Evidence["statement"]>>();
    const find: Evidence["statement"] = async (s) => {
      const [row] = await store.statementsById(c, [s]);
      if (!row) return null;
      await views.load([row.article]);
      const loaded = views.loaded(row.article);
      return loaded ? { article: loaded.article, statement: row.statement } : null;
    };
    return {
      views,
      statement(s) {
        const known = found.get(s) ?? find(s);
        found.set(s, known);
        return known;
      },
      async point(p) {
        const row = await store.point(c, p);
        if (!row) return null;
        const ids = row.point.positions.flatMap((x) => x.statements);
        const dates = new Map(ids.map((s) => [s, views.digest.statements.get(s)?.date ?? "~"]));
        const statements = [...new Set(ids)].sort((a, b) => (dates.get(a)! < dates.get(b)! ? -1 : 1));
        return { id: row.id, statements };
      },
    };
  }

  app.post(
    "/api/collections/:c/rulings",
    {
      schema: {
        operationId: "addRulings",
        tags: ["rulings"],
        params,
        body: rulingsPostSchema,
        response: { 201: rulingsPostedSchema },
      },
    },
    async (request, reply) => {
      const { c } = request.params;
      const { by, rulings: drafts } = request.body;
      const options = writeOptions(request, hashOf([c, request.body]));
      const views = await context.views(c, { statements: true });
      const made = await rulingsOf(drafts, evidence(views), by?.trim() || null, now());
      if (made.length > MAX_RULINGS)
        throw new ReadoutError("REQUEST_INVALID", {
          detail: `this move takes ${made.length} pairs, more than ${MAX_RULINGS}: move fewer at a time`,
        });
      const added = await store.addRulings(c, made, options);
      const after = await context.views(c, { statements: true });
      reply.status(201).header("etag", `"${added.revision}"`);
      return {
        revision: added.revision,
        rulings: rulingViews(after.digest, added.rulings),
        pending: after.digest.row.state === "comparing" || after.digest.row.state === "reading",
      };
    },
  );

  app.get(
    "/api/collections/:c/rulings",
    {
      schema: {
        operationId: "listRulings",
        tags: ["rulings"],
        description: "The history, newest first.",
        params,
        querystring: pageQuery,
        response: { 200: rulingsAnswerSchema },
      },
    },
    async (request, reply) => {
      const { after, limit = 100 } = request.query;
      const { digest } = await context.views(request.params.c, { statements: true });
      if (context.unchanged(request, reply, digest.row.revision)) return reply;
      const before = after === undefined ? digest.rulings.length : Number(after);
      if (!Number.isInteger(before) || before < 0) throw new ReadoutError("CURSOR_BROKEN");
      const from = Math.max(0, before - limit);
      const rows = digest.rulings.slice(from, before).reverse();
      return {
        revision: digest.row.revision,
        rulings: rulingViews(digest, rows),
        next: from > 0 ? String(from) : null,
        total: digest.rulings.length,
        corrections: countCorrections(digest),
      };
    },
  );
}
