/** Moving a statement and splitting a point, as pairs of statements that belong together or must not. */

interface PointParts {
  id: string;
  /** The earliest first: it names the point. */
  statements: readonly string[];
}

export interface Pairs {
  /** The first of each pair leaves. */
  apart: [string, string][];
  joined: [string, string][];
}

/** A statement may speak in several points by its claims: so many together tell which is meant. */
const TELLING = 12;

/** A statement out of its point, where it has one, and into another. */
export function pairsToMove(statement: string, from: PointParts | null, to: PointParts): Pairs {
  const apart =
    from === null || from.id === to.id
      ? []
      : from.statements.filter((id) => id !== statement).map((id): [string, string] => [statement, id]);
  // What stands on both points can't be left and joined.
  const left = new Set(apart.flat());
  const others = to.statements.filter((id) => id !== statement && !left.has(id));
  const joined = (others.length > 0 ? others.slice(0, TELLING) : to.statements.slice(0, 1)).map(
    (id): [string, string] => [statement, id],
  );
  return { apart, joined };
}

/** Some of a point's statements go, and stay together. */
export function pairsToSplit(leaving: readonly string[], point: PointParts): Pairs {
  const out = point.statements.filter((id) => leaving.includes(id));
  const stay = point.statements.filter((id) => !leaving.includes(id));
  return {
    apart: out.flatMap((a) => stay.map((b): [string, string] => [a, b])),
    joined: stay.length === 0 ? [] : out.slice(1).map((id): [string, string] => [out[0]!, id]),
  };
}

/** Two points made one: all their statements by pairs with the first's earliest, so that none is left behind. */
export function pairsToMerge(a: PointParts, b: PointParts): [string, string][] {
  const [anchor] = a.statements;
  if (anchor === undefined) return [];
  const all = [...new Set([...a.statements, ...b.statements])];
  return all.filter((id) => id !== anchor).map((id): [string, string] => [anchor, id]);
}
