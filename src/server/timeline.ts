import type { Point } from "../model.ts";
import type { PointAnswer, StatementView } from "./contract.ts";

/** A point's statements by the time they were made, else by when their document appeared; undated ones last. */
export function timelineOf(point: Point, shown: ReadonlyMap<string, StatementView>): PointAnswer["timeline"] {
  const entries = point.positions.flatMap((p, position) =>
    p.statements.flatMap((id) => {
      const s = shown.get(id);
      const speaker = s?.holders[0];
      if (!s || !speaker) return [];
      const { saidAt } = s.statement;
      const date = saidAt ?? s.article.publishedAt;
      return {
        date,
        dated:
          saidAt !== null ? ("said" as const) : date !== null ? ("published" as const) : ("unknown" as const),
        statement: id,
        position,
        stance: p.stance,
        speaker,
        article: s.article.id,
      };
    }),
  );
  return entries.sort((a, b) => compare(a.date ?? "~", b.date ?? "~") || compare(a.statement, b.statement));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
