import type { Collection, Point } from "../model.ts";

/**
 * A collection cut down to what people have checked: unchecked attributions go, and with them positions and points that
 * nothing checked is left of. What a verdict rests on is only shown where both its statements are checked.
 */
export function onlyChecked(collection: Collection, checked: ReadonlySet<string>): Collection {
  const narrated = new Set(collection.articles.flatMap((a) => a.narrated.map((s) => s.id)));
  const stays = (id: string) => checked.has(id) || narrated.has(id);
  const points = collection.points.flatMap((p) => limited(p, checked, stays));
  const kept = new Set(points.map((p) => p.id));
  return {
    ...collection,
    articles: collection.articles.map((a) => {
      const statements = a.statements.filter((s) => checked.has(s.id));
      // A statement nested in one that is left out stands on its own.
      const parent = (id: string | null) => (id !== null && checked.has(id) ? id : null);
      return { ...a, statements: statements.map((s) => ({ ...s, parent: parent(s.parent) })) };
    }),
    points,
    shifts: collection.shifts.filter((s) => checked.has(s.from) && checked.has(s.to)),
    absences: collection.absences.filter((a) => a.point === null || kept.has(a.point)),
    variants: collection.variants.filter((v) => v.statements.every((id) => checked.has(id))),
  };
}

function limited(point: Point, checked: ReadonlySet<string>, stays: (id: string) => boolean): Point[] {
  const positions = point.positions
    .map((p) => ({ ...p, statements: p.statements.filter(stays) }))
    .filter((p) => p.statements.some((id) => checked.has(id)));
  const relations = point.relations.filter((r) => r.pair.every(stays));
  const decisive = point.decisive?.pair.every(stays) ? point.decisive : null;
  // Without its deciding pair a verdict has no ground left that anybody checked.
  const verdict = point.decisive !== null && decisive === null ? ("one-sided" as const) : point.verdict;
  return positions.length === 0 ? [] : [{ ...point, positions, relations, decisive, verdict }];
}
