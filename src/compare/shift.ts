import { hashId } from "../id.ts";
import type { Point, Shift } from "../model.ts";
import type { Claim } from "./claim.ts";
import type { PointContext } from "./point.ts";
import { narratedChanges } from "./shift-narrated.ts";
import { toldChanges } from "./shift-told.ts";
import type { Change } from "./shift-voice.ts";
import { labelOf } from "./wording.ts";

/**
 * The same holder, earlier and later, with words that can't both stand as one position: the texts say that the position moved
 * (the report, the person, or who asks), or the two claims exclude each other. Shown with the words of the documents in which
 * they stand first hand, where there are such.
 */
export function shiftsOf(points: readonly Point[], context: PointContext): Shift[] {
  const changes = [...toldChanges(context), ...excluding(context), ...narratedChanges(context)];
  changes.sort(
    (x, y) =>
      y.worth - x.worth || (x.from.statement + x.to.statement < y.from.statement + y.to.statement ? -1 : 1),
  );
  const kept: Change[] = [];
  for (const one of changes) {
    // One change of position, not one for each pair of sentences that shows it.
    const known = kept.some(
      (other) =>
        other.holder === one.holder &&
        (other.to.article === one.to.article || other.from.statement === one.from.statement),
    );
    if (!known) kept.push(one);
  }
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
      point: points.find((point) => holds(point, from.statement) || holds(point, to.statement))?.id ?? null,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

const holds = (point: Point, statement: string) =>
  point.positions.some((position) => position.statements.includes(statement));

/** Pairs of claims of one holder at two times that exclude each other. */
function excluding(context: PointContext): Change[] {
  const found: Change[] = [];
  for (const { i, j, result } of context.edges) {
    const [a, b] = [context.claims[i]!, context.claims[j]!];
    const holder = a.holders.find((id) => b.holders.includes(id));
    if (
      holder === undefined ||
      !voiced(a) ||
      !voiced(b) ||
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
    const place = ({ statement, article }: Claim) => ({ statement, article });
    found.push({
      from: place(from),
      to: place(to),
      holder,
      worth: 0.3 + result.topic + result.score * (result.chances?.conflict ?? 0.8),
    });
  }
  return found;
}

const voiced = (claim: Claim) =>
  claim.asserts && (claim.standing === "spoken" || claim.standing === "official");
