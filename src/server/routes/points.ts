import { z } from "zod";
import { ReadoutError } from "../../errors.ts";
import type { PointRow } from "../../store/store.ts";
import { isAskedAnew, pointChecking } from "../checking.ts";
import type { App, Context } from "../context.ts";
import {
  type ChangesAnswer,
  changesAnswerSchema,
  changesQuery,
  id,
  type PointAnswer,
  type PointRef,
  pointAnswerSchema,
} from "../contract.ts";
import { type Digest, pointRef } from "../digest.ts";
import { shiftViews } from "../shift-views.ts";
import { rowsById, shownById } from "../statement-rows.ts";
import { timelineOf } from "../timeline.ts";
import type { Views } from "../views.ts";
import { wordDiff } from "../word-diff.ts";

/** One point with all its statements in context, and what changed since a revision. */
export function pointRoutes(app: App, context: Context): void {
  app.get(
    "/api/collections/:c/points/:p",
    {
      schema: {
        operationId: "getPoint",
        tags: ["board"],
        params: z.object({ c: id, p: id }),
        response: { 200: pointAnswerSchema },
      },
    },
    async (request, reply) => {
      const { c, p } = request.params;
      const views = await context.views(c);
      const row = await context.deps.store.point(c, p);
      if (!row) throw new ReadoutError("NOT_FOUND", { thing: "point", id: p });
      if (context.unchanged(request, reply, views.digest.row.revision)) return reply;
      return pointAnswer(context, views, row);
    },
  );

  app.get(
    "/api/collections/:c/changes",
    {
      schema: {
        operationId: "getChanges",
        tags: ["rulings"],
        params: z.object({ c: id }),
        querystring: changesQuery,
        response: { 200: changesAnswerSchema },
      },
    },
    async (request) => {
      const { since } = request.query;
      const { digest } = await context.views(request.params.c);
      const changed = await context.deps.store.changes(request.params.c, since);
      const { came, went } = changed.points;
      // Of several changes of one point the first tells what it was, and what it is now is known.
      const before = new Map(
        digest.changes
          .filter((x) => x.at > since)
          .reverse()
          .map((x) => [x.id, x.before]),
      );
      // What changed while this server looked on is known; what did before may be anything.
      const watched = digest.changesFrom <= since;
      const other = changed.points.changed.filter((id) => !watched || before.has(id));
      const points = pointChanges(digest, { came, other, went }, before);
      return { since, revision: changed.revision, known: !changed.all, points };
    },
  );
}

/** Each point once: what only got another id, since its earliest statement is another, is no new point and none gone. */
function pointChanges(
  digest: Digest,
  { came, other, went }: { came: string[]; other: string[]; went: string[] },
  before: ReadonlyMap<string, PointRef | null>,
): ChangesAnswer["points"] {
  const gone = new Set(went.filter((id) => !digest.points.has(id)));
  const out: ChangesAnswer["points"] = [];
  for (const id of new Set([...came, ...other])) {
    const after = digest.points.get(id);
    if (!after) continue;
    const former = before.get(id)
      ? undefined
      : ([...gone].find((g) => after.formerly.includes(g)) ??
        [...gone].find((g) => before.get(g)?.question === after.question));
    if (former !== undefined) gone.delete(former);
    const was = before.get(former ?? id) ?? null;
    const now = pointRef(after);
    if (former !== undefined && was?.question === now.question && was.verdict === now.verdict) continue;
    const isNew = former === undefined && came.includes(id);
    out.push({ change: isNew ? "came" : "changed", id, before: was, after: now });
  }
  for (const id of gone) out.push({ change: "went", id, before: before.get(id) ?? null, after: null });
  return out;
}

async function pointAnswer(context: Context, views: Views, row: PointRow): Promise<PointAnswer> {
  const { digest } = views;
  const { point } = row;
  const ids = point.positions.flatMap((p) => p.statements);
  const rows = await rowsById(context, views, ids);
  await views.load(point.positions.flatMap((p) => p.articles));
  const shown = await shownById(views, rows);
  const tally = views.tally(rows.values());
  const ranked = digest.ranked();
  const at = ranked.findIndex((p) => p.id === point.id);
  const { rest } = digest;
  const checking = pointChecking(digest, { statements: ids }, tally);
  const own = new Set(ids);
  const speakers = new Set(point.positions.flatMap((p) => p.speakers));
  const articles = new Set(point.positions.flatMap((p) => p.articles));
  return {
    revision: digest.row.revision,
    point: {
      id: point.id,
      label: point.label,
      question: point.question,
      verdict: point.verdict,
      formerly: point.formerly,
      reason: point.reason,
      narratorDiffers: point.narratorDiffers,
      independent: point.independent,
      score: point.score,
    },
    positions: point.positions.map((p) => ({
      answer: p.answer,
      stance: p.stance,
      speakers: p.speakers.map((s) => views.speaker(s)),
      sides: p.sides.map((s) => views.side(s)!),
      articles: views.articles(p.articles),
      independent: p.independent,
      statements: p.statements.flatMap((s) => shown.get(s) ?? []),
    })),
    relations: point.relations,
    decisive: point.decisive && {
      relation: point.decisive,
      words: wordDiff(point.decisive.evidence[0].text, point.decisive.evidence[1].text),
    },
    timeline: timelineOf(point, shown),
    shifts: await shiftViews(
      context,
      views,
      rest.shifts.filter((s) => s.point === point.id || (own.has(s.from) && own.has(s.to))),
    ),
    absences: rest.absences.filter((a) => a.point === point.id),
    variants: rest.variants.filter((v) => speakers.has(v.speaker) && v.statements.some((s) => own.has(s))),
    copies: rest.copies.filter((copy) => copy.articles.some((a) => articles.has(a))),
    checked: tally,
    checking,
    askedAnew: isAskedAnew(digest, checking, point),
    previous: at > 0 ? ranked[at - 1]!.id : null,
    following: at >= 0 ? (ranked[at + 1]?.id ?? null) : null,
  };
}
