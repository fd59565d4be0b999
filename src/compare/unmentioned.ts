import { hashId } from "../id.ts";
import type { Absence, Point } from "../model.ts";
import { dayOf } from "./moment.ts";
import type { PointContext } from "./point.ts";

/** A claim of the readout this likely on the point's question speaks to it, though it stands in no position. */
const SPOKEN_TO = 0.4;
/** Of what one side alone says, a readout leaves out most: the weightiest is shown. */
const MOST_ONE_SIDED = 1;
/** Pairs that are looked at one by one; beyond, only those that were worth scoring. */
const MOST_PAIRS = 40_000;

/** Points that another side speaks to no later than a side's readout, and that the readout leaves out. */
export function unmentioned(points: readonly Point[], context: PointContext): Absence[] {
  const { prepared } = context;
  const found: Absence[] = [];
  const dayBy = new Map(prepared.articles.map((article) => [article.id, dayOf(article.publishedAt)]));
  const touches = touching(points, context);
  for (const article of prepared.articles) {
    if (article.kind !== "readout") continue;
    const narrator = prepared.narrator(article.id);
    if (narrator === null) continue;
    const side = article.side ?? prepared.sideOf.get(narrator) ?? null;
    const day = dayBy.get(article.id) ?? null;
    let oneSided = 0;
    for (const point of points) {
      if (point.verdict === "one-sided" && oneSided >= MOST_ONE_SIDED) continue;
      const members = point.positions
        .flatMap((position) => position.statements)
        .flatMap((id) => prepared.statements.get(id) ?? []);
      if (members.some((member) => member.article.id === article.id)) continue;
      const single = point.verdict === "one-sided" || isOneAccount(members, context);
      const speaks = members.some((member) => {
        if (member.standing === "nested" || member.holders.length === 0 || member.holders.includes(narrator))
          return false;
        const sides = member.holders.flatMap((id) => prepared.sideOf.get(id) ?? []);
        if (side !== null && sides.includes(side)) return false;
        if (member.standing === "narrated" && single) return false;
        const other = dayBy.get(member.article.id) ?? null;
        return day === null || other === null || other <= day;
      });
      if (!speaks) continue;
      // What one other account says once is news to a side only where it is about that side.
      const once = single && new Set(members.map((member) => member.statement.id)).size < 2;
      if (once && !aboutSide(members, side, narrator, context)) continue;
      if (touches(article.id, point)) continue;
      if (point.verdict === "one-sided") oneSided++;
      // Another readout of the same side may speak to it.
      found.push({
        id: hashId("b", article.id, point.id),
        kind: "not-mentioned",
        speaker: narrator,
        article: article.id,
        point: point.id,
        evidence: [],
      });
    }
  }
  return found;
}

/** Does one account alone speak, though several outlets may print it? */
function isOneAccount(
  members: readonly { article: { id: string }; standing: string; holders: readonly string[] }[],
  { originOf }: PointContext,
): boolean {
  const origins = new Set(members.map(({ article }) => originOf.get(article.id) ?? article.id));
  const voices = new Set(
    members.flatMap(({ standing, holders }) => (standing === "narrated" ? [] : holders)),
  );
  return origins.size < 2 && voices.size < 2;
}

/** Does an article say something that likely answers a point's question? */
function touching(
  points: readonly Point[],
  context: PointContext,
): (article: string, point: Point) => boolean {
  const { claims, table, edges, claimsOf, numberOf } = context;
  const byArticle = new Map<string, number[]>();
  for (const [n, claim] of claims.entries()) push(byArticle, claim.article, n);
  const readouts = context.prepared.articles.filter((article) => article.kind === "readout");
  const pairs =
    points.reduce((sum, point) => sum + point.positions.reduce((n, p) => n + p.statements.length, 0), 0) *
    readouts.reduce((sum, article) => sum + (byArticle.get(article.id)?.length ?? 0), 0);
  const near = new Map<string, string[]>();
  if (pairs > MOST_PAIRS)
    for (const { i, j, result } of edges) {
      if (result.topic < SPOKEN_TO) continue;
      push(near, `${claims[i]!.statement} ${claims[j]!.article}`, claims[j]!.statement);
      push(near, `${claims[j]!.statement} ${claims[i]!.article}`, claims[i]!.statement);
    }
  return (article, point) =>
    point.positions
      .flatMap((position) => position.statements)
      .some((id) => {
        if (pairs > MOST_PAIRS) return near.has(`${id} ${article}`);
        return (claimsOf.get(id) ?? []).some((claim) =>
          (byArticle.get(article) ?? []).some((n) => table.get(numberOf.get(claim)!, n).topic >= SPOKEN_TO),
        );
      });
}

/** Do the statements name the side, its body or one of its people? */
function aboutSide(
  members: readonly { statement: { id: string } }[],
  side: string | null,
  narrator: string,
  context: PointContext,
): boolean {
  return members.some(({ statement }) =>
    (context.claimsOf.get(statement.id) ?? []).some((claim) =>
      [...claim.keys].some((key) => {
        if (key.startsWith("#")) return key.slice(1) === side;
        if (!key.startsWith("@")) return false;
        return (
          key.slice(1) === narrator || (side !== null && context.prepared.sideOf.get(key.slice(1)) === side)
        );
      }),
    ),
  );
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
