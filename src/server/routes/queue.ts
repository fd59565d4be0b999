import { z } from "zod";
import { ReadoutError } from "../../errors.ts";
import type { App, Context } from "../context.ts";
import { id, pageQuery, queueAnswerSchema } from "../contract.ts";
import { queueOf } from "../queue.ts";
import { rowsById, shownById } from "../statement-rows.ts";

/** The queue of what to verify next. */
export function queueRoutes(app: App, context: Context): void {
  app.get(
    "/api/collections/:c/queue",
    {
      schema: {
        operationId: "getQueue",
        tags: ["checking"],
        params: z.object({ c: id }),
        querystring: pageQuery,
        response: { 200: queueAnswerSchema },
      },
    },
    async (request, reply) => {
      const { after, limit = 20 } = request.query;
      const views = await context.views(request.params.c, { statements: true });
      const { row } = views.digest;
      if (context.unchanged(request, reply, row.revision)) return reply;
      const queue = queueOf(views.digest);
      const cursor = after === undefined ? null : cursorOf(after);
      const from = cursor === null ? 0 : queue.findIndex((e) => isAfter(e, cursor));
      const part = from === -1 ? [] : queue.slice(from, from + limit);
      const rows = await rowsById(
        context,
        views,
        part.map((e) => e.statement),
      );
      const shown = await shownById(views, rows);
      const last = part.at(-1);
      const more = from !== -1 && from + limit < queue.length;
      return {
        revision: row.revision,
        items: part.flatMap((e) => {
          const statement = shown.get(e.statement);
          if (!statement) return [];
          const point = e.point === null ? null : views.point(e.point);
          return { statement, point, consequence: e.consequence, doubt: e.doubt, why: e.why };
        }),
        next: more && last ? `${rank(last)} ${last.statement}` : null,
        checked: { done: row.checked, total: row.statements },
      };
    },
  );
}

const rank = (e: { consequence: number; doubt: number }) => e.consequence * e.doubt;

/** What was last shown: it may be checked meanwhile, so the place is told by weight and id and not by number. */
function cursorOf(after: string): { rank: number; statement: string } {
  const [weight = "", statement = ""] = after.split(" ");
  const value = Number(weight);
  if (!Number.isFinite(value) || statement === "") throw new ReadoutError("CURSOR_BROKEN");
  return { rank: value, statement };
}

function isAfter(
  e: { statement: string; consequence: number; doubt: number },
  cursor: { rank: number; statement: string },
): boolean {
  return rank(e) < cursor.rank || (rank(e) === cursor.rank && e.statement > cursor.statement);
}
