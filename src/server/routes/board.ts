import { z } from "zod";
import { POINT_VERDICTS, type PointVerdict } from "../../model.ts";
import type { PointFilter } from "../../store/store.ts";
import { boardColumns, boardPoint } from "../board.ts";
import type { App, Context } from "../context.ts";
import { boardAnswerSchema, boardQuery, id } from "../contract.ts";
import { statementFilterOf } from "../filters.ts";
import { rowsById } from "../statement-rows.ts";
import type { Views } from "../views.ts";

/** Points on one page of the board when not told. */
const PAGE = 50;

/** The board: points × sides, speakers or outlets. */
export function boardRoutes(app: App, context: Context): void {
  const { store } = context.deps;

  /** How many points each verdict has under a filter. */
  async function verdictCounts(
    views: Views,
    filter: PointFilter,
    narrow: boolean,
  ): Promise<Partial<Record<PointVerdict, number>>> {
    const counts: Partial<Record<PointVerdict, number>> = Object.fromEntries(
      POINT_VERDICTS.map((verdict) => [verdict, 0]),
    );
    if (narrow)
      await Promise.all(
        POINT_VERDICTS.map(async (verdict) => {
          const { total } = await store.points(views.digest.id, {
            ...filter,
            after: null,
            limit: 1,
            verdicts: [verdict],
          });
          counts[verdict] = total;
        }),
      );
    else for (const { verdict } of views.digest.points.values()) counts[verdict] = (counts[verdict] ?? 0) + 1;
    return counts;
  }

  app.get(
    "/api/collections/:c/board",
    {
      schema: {
        operationId: "getBoard",
        tags: ["board"],
        params: z.object({ c: id }),
        querystring: boardQuery,
        response: { 200: boardAnswerSchema },
      },
    },
    async (request, reply) => {
      const { c } = request.params;
      const { by = "sides", order, verdict, from, to, after, limit, ...shared } = request.query;
      const views = await context.views(c, { statements: true });
      const { digest } = views;
      if (context.unchanged(request, reply, digest.row.revision)) return reply;
      const { q, speaker, side, outlet, act, checked } = statementFilterOf(shared);
      const filter: PointFilter = {
        q,
        speaker,
        side,
        outlet,
        act,
        checked,
        from: from ?? null,
        to: to ?? null,
        order: order ?? "weight",
      };
      const page = await store.points(c, {
        ...filter,
        verdicts: verdict ?? null,
        after: after ?? null,
        limit: limit ?? PAGE,
      });
      const ids = page.rows.flatMap((p) => p.point.positions.flatMap((x) => x.statements));
      const rows = await rowsById(context, views, ids);
      const narrow = Object.keys(shared).length > 0 || from !== undefined || to !== undefined;
      return {
        revision: digest.row.revision,
        by,
        columns: boardColumns(digest, by),
        points: page.rows.map((p) => boardPoint(views, p, by, rows)),
        next: page.next,
        total: page.total,
        verdicts: await verdictCounts(views, filter, narrow),
        checked: { done: digest.row.checked, total: digest.row.statements },
      };
    },
  );
}
