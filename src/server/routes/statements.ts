import { z } from "zod";
import { ReadoutError } from "../../errors.ts";
import { bibtex } from "../../report/bibtex.ts";
import { cslItem } from "../../report/csl.ts";
import { type Quotation, quotationAt, quotationOf } from "../../report/quotation.ts";
import { markdownQuotation, plainQuotation } from "../../report/reference.ts";
import type { App, Context } from "../context.ts";
import {
  id,
  quotationAnswerSchema,
  quotationQuery,
  type SearchAnswer,
  searchAnswerSchema,
  searchQuery,
  statementsAnswerSchema,
  statementsQuery,
  statementViewSchema,
} from "../contract.ts";
import { pointRef } from "../digest.ts";
import { statementFilterOf } from "../filters.ts";
import { foundInText, isNamedSo } from "../found-in-text.ts";
import type { Views } from "../views.ts";

const params = z.object({ c: id });

/** Statements: listed, one, quoted with its reference; and the search over everything. */
export function statementRoutes(app: App, context: Context): void {
  const { store } = context.deps;

  app.get(
    "/api/collections/:c/statements",
    {
      schema: {
        operationId: "listStatements",
        tags: ["statements"],
        params,
        querystring: statementsQuery,
        response: { 200: statementsAnswerSchema },
      },
    },
    async (request, reply) => {
      const { c } = request.params;
      const { kind, point, article, status, narrated, after, limit, ...shared } = request.query;
      const views = await context.views(c);
      const { row } = views.digest;
      if (context.unchanged(request, reply, row.revision)) return reply;
      const page = await store.statements(c, {
        ...statementFilterOf(shared),
        kind: kind ?? null,
        point: point ?? null,
        article: article ?? null,
        status: status ?? null,
        narrated: narrated === "true",
        after: after ?? null,
        limit: limit ?? 100,
      });
      const filtered = Object.keys(request.query).some((key) => key !== "after" && key !== "limit");
      return {
        revision: row.revision,
        statements: await views.statements(page.rows),
        next: page.next,
        total: filtered ? null : row.statements,
      };
    },
  );

  async function oneStatement(views: Views, s: string) {
    const [row] = await store.statementsById(views.digest.id, [s]);
    if (!row) throw new ReadoutError("NOT_FOUND", { thing: "statement", id: s });
    return row;
  }

  app.get(
    "/api/collections/:c/statements/:s",
    {
      schema: {
        operationId: "getStatement",
        tags: ["statements"],
        params: params.extend({ s: id }),
        response: { 200: statementViewSchema },
      },
    },
    async (request) => {
      const views = await context.views(request.params.c);
      const [view] = await views.statements([await oneStatement(views, request.params.s)]);
      if (!view) throw new ReadoutError("NOT_FOUND", { thing: "statement", id: request.params.s });
      return view;
    },
  );

  app.get(
    "/api/collections/:c/quotation",
    {
      schema: {
        operationId: "getQuotation",
        tags: ["statements"],
        description: "Words with their reference: of a statement, or of a stretch of an article.",
        params,
        querystring: quotationQuery,
        response: { 200: quotationAnswerSchema },
      },
    },
    async (request) => {
      const { c } = request.params;
      const { statement, article, start, end } = request.query;
      const views = await context.views(c);
      let quotation: Quotation | null = null;
      if (statement !== undefined) {
        const row = await oneStatement(views, statement);
        await views.load([row.article]);
        const found = views.loaded(row.article)?.found.get(row.id);
        quotation = found ? quotationOf(views.view, found) : null;
      } else if (article !== undefined && start !== undefined && end !== undefined) {
        await views.load([article]);
        const loaded = views.loaded(article);
        if (!loaded) throw new ReadoutError("NOT_FOUND", { thing: "article", id: article });
        quotation = quotationAt(views.view, loaded.article, { start, end }, true);
      } else
        throw new ReadoutError("REQUEST_INVALID", { detail: "give statement, or article, start and end" });
      if (!quotation)
        throw new ReadoutError("NOT_FOUND", { thing: "quotation", id: statement ?? article ?? "" });
      return {
        words: quotation.words,
        plain: plainQuotation(quotation),
        markdown: markdownQuotation(quotation),
        csl: JSON.stringify([cslItem(quotation)], null, 2),
        bibtex: bibtex([quotation]),
        address: quotation.address,
      };
    },
  );

  app.get(
    "/api/collections/:c/search",
    {
      schema: {
        operationId: "search",
        tags: ["statements"],
        params,
        querystring: searchQuery,
        response: { 200: searchAnswerSchema },
      },
    },
    async (request) => {
      const { c } = request.params;
      const views = await context.views(c);
      const { q, limit = 20 } = request.query;
      const hits = await store.search(c, q, limit);
      await views.load(hits.documents.map((d) => d.article).filter((a) => a !== null));
      const documents = new Map<string, SearchAnswer["documents"][number]>();
      for (const { article, name, title, outlet } of hits.documents) {
        const loaded = article === null ? null : views.loaded(article);
        const shown = article === null ? null : views.article(article);
        if (!loaded || !shown || documents.has(shown.id)) continue;
        const found = foundInText(loaded, q);
        if (found || isNamedSo([name, title, outlet], q)) documents.set(shown.id, { ...shown, found });
      }
      return {
        revision: views.digest.row.revision,
        statements: await views.statements(hits.statements),
        points: hits.points.map((p) => pointRef(p.point)),
        documents: [...documents.values()].slice(0, limit),
        speakers: hits.speakers.map(({ speaker }) => ({ ...views.speaker(speaker.id), id: speaker.id })),
      };
    },
  );
}
