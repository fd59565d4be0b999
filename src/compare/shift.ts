import { hashId } from "../id.ts";
import type { Point, Shift } from "../model.ts";
import type { PointContext } from "./point.ts";
import { firstHand } from "./point-verdict.ts";
import { concededChanges } from "./shift-conceded.ts";
import { recalledChanges } from "./shift-echo.ts";
import { narratedChanges } from "./shift-narrated.ts";
import { toldChanges } from "./shift-told.ts";
import { turnedChanges } from "./shift-turned.ts";
import { type Change, placeOf, voicesOf } from "./shift-voice.ts";
import { labelOf } from "./wording.ts";

/**
 * The same holder, earlier and later, with words that can't both stand as one position: the texts say that the position moved
 * (the report, the person, or who asks), or the two claims exclude each other. Shown with the words of the documents in which
 * they stand first hand, where there are such.
 */
export function shiftsOf(points: readonly Point[], context: PointContext): Shift[] {
  const voices = voicesOf(context);
  const changes = [
    ...toldChanges(context, voices),
    ...recalledChanges(voices),
    ...concededChanges(context, voices),
    ...excluding(context),
    ...turnedChanges(context),
    ...narratedChanges(context),
  ];
  const lengths = new Map(context.prepared.articles.map(({ id, text }) => [id, text.length]));
  // Characters of the texts in which a change's ends stand: of two prints of one text the fuller is shown.
  const room = ({ from, to }: Change) => lengths.get(from.article)! + lengths.get(to.article)!;
  const dates = new Map(
    context.prepared.articles.map(({ id, publishedAt }) => [id, Date.parse(publishedAt ?? "")]),
  );
  // Ends that stand in a later print of another document.
  const copied = ({ from, to }: Change) =>
    [from, to].filter(
      ({ article }) => dates.get(context.originOf.get(article) ?? article)! < dates.get(article)!,
    ).length;
  changes.sort(
    (x, y) =>
      y.worth - x.worth ||
      copied(x) - copied(y) ||
      room(y) - room(x) ||
      (x.from.statement + x.to.statement < y.from.statement + y.to.statement ? -1 : 1),
  );
  const kept: Change[] = [];
  const known = new Set<string>();
  for (const one of changes) {
    // One change of position, not one for each pair of sentences that shows it.
    // Two prints of one text are one time.
    const origins = [one.from, one.to].map(({ article }) => context.originOf.get(article) ?? article);
    if (one.from.article !== one.to.article && origins[0] === origins[1]) continue;
    const marks = [`${one.holder} to ${origins[1]}`, `${one.holder} from ${one.from.statement}`];
    if (marks.some((mark) => known.has(mark))) continue;
    for (const mark of marks) known.add(mark);
    kept.push(one);
  }
  const places = placesOf(points);
  return kept
    .map(({ from, to, holder }) => ({
      id: hashId("f", holder, from.statement, to.statement),
      speaker: holder,
      about: labelOf(
        [from, to].flatMap((one) => context.claimsOf.get(one.statement) ?? []),
        context.prepared,
        context.weights,
      ),
      from: from.statement,
      to: to.statement,
      point: first(places.get(from.statement), places.get(to.statement))?.id ?? null,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The first point that holds each statement, and its place among the points. */
function placesOf(points: readonly Point[]): Map<string, { id: string; place: number }> {
  const found = new Map<string, { id: string; place: number }>();
  for (const [place, { id, positions }] of points.entries())
    for (const statement of positions.flatMap((position) => position.statements))
      if (!found.has(statement)) found.set(statement, { id, place });
  return found;
}

const first = <T extends { place: number }>(a: T | undefined, b: T | undefined) =>
  a && b ? (a.place <= b.place ? a : b) : (a ?? b);

/** Pairs of claims of one holder at two times that exclude each other. */
function excluding(context: PointContext): Change[] {
  const found: Change[] = [];
  for (const { i, j, result } of context.edges) {
    const [a, b] = [context.claims[i]!, context.claims[j]!];
    const holder = a.holders.find((id) => b.holders.includes(id));
    if (
      holder === undefined ||
      !firstHand(a) ||
      !firstHand(b) ||
      a.day === null ||
      b.day === null ||
      a.day === b.day
    )
      continue;
    // A later count, date or time is news, no change of mind.
    const excluded =
      result.verdict === "conflict" && result.score >= 0.6 && !/^(?:number|date|time)$/.test(result.code);
    if (!excluded || result.topic < 0.5) continue;
    const [from, to] = a.day < b.day ? [a, b] : [b, a];
    found.push({
      from: placeOf(from),
      to: placeOf(to),
      holder,
      worth: 0.3 + result.topic + result.score * (result.chances?.conflict ?? 0.8),
    });
  }
  return found;
}
