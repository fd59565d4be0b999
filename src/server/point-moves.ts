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

/**
 * A statement out of its point, where it has one, and into another.
 * @param pointsOf the points on which a statement stands
 */
export function pairsToMove(
  statement: string,
  from: PointParts | null,
  to: PointParts,
  pointsOf: (statement: string) => readonly string[],
): Pairs {
  const others = to.statements.filter((id) => id !== statement);
  const apart = from === null || from.id === to.id ? [] : leftBehind(statement, from, others, pointsOf);
  const joined = others.length > 0 ? others.slice(0, TELLING) : to.statements.slice(0, 1);
  return { apart: apart.map((id) => [statement, id]), joined: joined.map((id) => [statement, id]) };
}

/** With whom a statement is to stand no more: with nobody whom it meets where it goes, and rather with those whom it meets nowhere else. */
function leftBehind(
  statement: string,
  from: PointParts,
  met: readonly string[],
  pointsOf: (statement: string) => readonly string[],
): string[] {
  const staying = new Set(pointsOf(statement).filter((id) => id !== from.id));
  const others = from.statements.filter((id) => id !== statement && !met.includes(id));
  const only = others.filter((id) => !pointsOf(id).some((point) => staying.has(point)));
  return only.length > 0 ? only : others;
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
