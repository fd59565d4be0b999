import { z } from "zod";
import { ReadoutError } from "../../errors.ts";
import { rowsOf } from "../../store/cursor.ts";
import type { StatementRow } from "../../store/store.ts";
import type { App, Context } from "../context.ts";
import {
  id,
  type SpeakerAnswer,
  sidesAnswerSchema,
  speakerAnswerSchema,
  speakersAnswerSchema,
  speakersQuery,
} from "../contract.ts";
import { shiftViews } from "../shift-views.ts";
import { speakerRow, statementsBySpeaker } from "../speaker-rows.ts";
import type { Views } from "../views.ts";

const params = z.object({ c: id });

/** Speakers with what they say over time, and sides. */
export function speakerRoutes(app: App, context: Context): void {
  const { store } = context.deps;

  app.get(
    "/api/collections/:c/speakers",
    {
      schema: {
        operationId: "listSpeakers",
        tags: ["speakers"],
        params,
        querystring: speakersQuery,
        response: { 200: speakersAnswerSchema },
      },
    },
    async (request, reply) => {
      const { c } = request.params;
      const { q, side, after, limit } = request.query;
      const views = await context.views(c, { statements: true });
      const { digest } = views;
      if (context.unchanged(request, reply, digest.row.revision)) return reply;
      const page = await store.speakers(c, {
        q: q?.trim() || null,
        side: side ?? null,
        after: after ?? null,
        limit: limit ?? 100,
      });
      const by = statementsBySpeaker(digest);
      return {
        revision: digest.row.revision,
        speakers: page.rows.map(({ speaker }) => speakerRow(views, speaker, by.get(speaker.id) ?? [])),
        next: page.next,
        total: q?.trim() || side !== undefined ? null : digest.speakers.length,
      };
    },
  );

  app.get(
    "/api/collections/:c/speakers/:s",
    {
      schema: {
        operationId: "getSpeaker",
        tags: ["speakers"],
        params: params.extend({ s: id }),
        response: { 200: speakerAnswerSchema },
      },
    },
    async (request, reply) => {
      const { c, s } = request.params;
      const views = await context.views(c, { statements: true });
      const speaker = views.digest.speakerById.get(s);
      if (!speaker) throw new ReadoutError("NOT_FOUND", { thing: "speaker", id: s });
      if (context.unchanged(request, reply, views.digest.row.revision)) return reply;
      return speakerAnswer(context, views, speaker.id);
    },
  );

  app.get(
    "/api/collections/:c/sides",
    {
      schema: {
        operationId: "listSides",
        tags: ["speakers"],
        params,
        response: { 200: sidesAnswerSchema },
      },
    },
    async (request, reply) => {
      const views = await context.views(request.params.c, { statements: true });
      const { digest } = views;
      if (context.unchanged(request, reply, digest.row.revision)) return reply;
      await views.load(digest.documentOf.keys());
      const articles = views.articles([...digest.documentOf.keys()]);
      const statements = [...digest.statements.values()].filter((x) => !x.narrated);
      return {
        revision: digest.row.revision,
        sides: digest.rest.sides.map((side) => ({
          id: side.id,
          name: side.name,
          members: digest.speakers.filter((x) => x.side === side.id).map((x) => views.speaker(x.id)),
          articles: articles.filter((a) => a.side?.id === side.id),
          statements: statements.filter((x) => x.sides.includes(side.id)).length,
          points: [...digest.points.values()].filter((p) => p.sides.includes(side.id)).length,
        })),
      };
    },
  );
}

async function speakerAnswer(context: Context, views: Views, id: string): Promise<SpeakerAnswer> {
  const { digest } = views;
  const speaker = digest.speakerById.get(id)!;
  const rows: StatementRow[] = [];
  const page = (after: string | null) =>
    context.deps.store.statements(digest.id, { speaker: id, after, limit: 1000 });
  for await (const row of rowsOf(page)) rows.push(row);
  const shown = await views.statements(rows);
  const byArticle = new Map<string, typeof shown>();
  for (const s of shown) byArticle.set(s.article.id, [...(byArticle.get(s.article.id) ?? []), s]);
  const documents = [...byArticle.values()]
    .map((statements) => ({
      article: statements[0]!.article,
      statements: statements.sort((a, b) => a.extent.start - b.extent.start),
    }))
    .sort((a, b) => ((a.article.publishedAt ?? "~") < (b.article.publishedAt ?? "~") ? -1 : 1));
  const { rest } = digest;
  return {
    revision: digest.row.revision,
    speaker: speakerRow(views, speaker, statementsBySpeaker(digest).get(id) ?? []),
    members: await membersOf(views, speaker.members),
    documents,
    shifts: await shiftViews(
      context,
      views,
      rest.shifts.filter((x) => x.speaker === id),
    ),
    variants: rest.variants.filter((x) => x.speaker === id),
    absences: rest.absences.filter((x) => x.speaker === id),
  };
}

/** The documents' own speakers behind one of the collection's. */
async function membersOf(views: Views, members: readonly string[]): Promise<SpeakerAnswer["members"]> {
  const { digest } = views;
  const wanted = new Set(members);
  await views.load(digest.documentOf.keys());
  return [...digest.documentOf.keys()].flatMap((articleId) => {
    const article = views.loaded(articleId)?.article;
    const ref = views.article(articleId);
    if (!article || !ref) return [];
    return article.speakers
      .filter((s) => wanted.has(s.id))
      .map(({ id, name, kind, aliases }) => ({
        id,
        name,
        kind,
        aliases,
        article: ref,
        statements: article.statements.filter((x) => x.speakers.includes(id)).length,
      }));
  });
}
