/** Which groups become points, and with which verdict, by the model of whole groups. */
import type { PointVerdict, ReasonCode, RelationVerdict } from "../model.ts";
import { round } from "./chance.ts";
import { differentSides } from "./pair.ts";
import { type GroupReading, type PointContext, readGroup } from "./point.ts";
import { type OutcomeChances, outcomeOf, pointFeatures } from "./point-model.ts";
import {
  asserting,
  besideEachOther,
  firstHand,
  otherHolders,
  type Pair,
  ruled,
  sameSide,
} from "./point-verdict.ts";
import { answers } from "./position.ts";
import { toldIn } from "./salience.ts";

/** A group is shown from this chance on that somebody who lays the accounts side by side would list it. */
const KEEP = 0.25;
/**
 * Decided verdicts are shown from these chances on: a false one is worse than a missed one. Of the quarrels at this level in events that the fit
 * had not seen, 11 of 21 matched one of the gold and 6 more were a part of one; of the agreements 13 of 25 matched.
 */
const SURE: Partial<Record<PointVerdict, number>> = { disputed: 0.4, divergent: 0.15, agreed: 0.2 };

/** The groups that are points, read, each with the verdict that the model comes to. */
export function choosePoints(groups: readonly (readonly number[])[], context: PointContext): GroupReading[] {
  return groups.flatMap((group) => {
    const weighed = weigh(group, context);
    if (!weighed || 1 - weighed.chances.none < KEEP) return [];
    return [settle(weighed.reading, weighed.chances, context)];
  });
}

/** What a group comes to that is a point already, since a person changed who speaks in it. */
export function readPoint(group: readonly number[], context: PointContext): GroupReading {
  const weighed = weigh(group, context);
  return weighed ? settle(weighed.reading, weighed.chances, context) : readGroup(group, context);
}

/** A group as the rules read it, with the model's chances; null for one that tells nothing. */
function weigh(
  group: readonly number[],
  context: PointContext,
): { reading: GroupReading; chances: OutcomeChances } | null {
  const told = toldIn(group, context);
  if (!told) return null;
  const reading = readGroup(group, context);
  return { reading, chances: outcomeOf(pointFeatures(group, reading.ruling.verdict, told, context)) };
}

/** The reading with the likeliest verdict that its claims allow. */
function settle(reading: GroupReading, chances: OutcomeChances, context: PointContext): GroupReading {
  const { pairs, ruling } = reading;
  const order = (["disputed", "divergent", "unclear", "agreed", "one-sided"] as const)
    .filter((verdict) => chances[verdict] >= (SURE[verdict] ?? 0))
    .sort((a, b) => chances[b] - chances[a]);
  // Where the rules read how two accounts part (one accepted, one confronted), the milder word is the safer one.
  if (order[0] === "disputed" && ruling.verdict === "divergent") return reading;
  for (const verdict of order) {
    if (verdict === ruling.verdict) return reading;
    if (verdict === "one-sided") break;
    const pair = decisive(verdict, pairs, context);
    if (pair) return decided(reading, verdict, pair, context);
  }
  // The rules saw a clash, the group as a whole does not bear it out: how the two stand is for the reader to see.
  if (ruling.verdict === "one-sided" || ruling.verdict === "unclear" || !ruling.pair) return reading;
  return decided(reading, "unclear", { ...ruling.pair, result: open(ruling.pair) }, context);
}

const open = ({ result }: Pair): Pair["result"] => ({
  ...result,
  verdict: "unclear",
  score: round(result.score / 2),
});

const RELATION: Record<Exclude<PointVerdict, "one-sided">, RelationVerdict> = {
  disputed: "conflict",
  divergent: "diverge",
  unclear: "unclear",
  agreed: "agree",
};

/** The pair of claims that shows a verdict best, with the relation that it stands for; null where no pair can. */
function decisive(
  verdict: Exclude<PointVerdict, "one-sided">,
  pairs: readonly Pair[],
  context: PointContext,
): Pair | null {
  const { claims, table } = context;
  if (verdict === "unclear") return besideEachOther(pairs, context, 0);
  const relation = RELATION[verdict];
  const fit = ({ i, j }: Pair) => {
    const [a, b] = [claims[i]!, claims[j]!];
    if (!otherHolders(a, b)) return false;
    if (verdict === "agreed") return asserting(a) && asserting(b) && !sameSide(a, b);
    return firstHand(a) && firstHand(b) && (verdict === "disputed" || differentSides(a, b));
  };
  const worth = ({ i, j, result }: Pair) =>
    table.topic(i, j) * (table.likely(i, j)?.[relation] ?? 0) +
    (result.verdict === relation ? result.score : 0);
  const best = pairs
    .filter(fit)
    .map((pair) => ({ pair, worth: worth(pair) }))
    .sort((x, y) => y.worth - x.worth || x.pair.i - y.pair.i || x.pair.j - y.pair.j)[0]?.pair;
  if (!best) return null;
  if (best.result.verdict === relation) return best;
  const score = Math.max(LEAST, round(table.likely(best.i, best.j)?.[relation] ?? 0));
  return {
    ...best,
    result: { ...best.result, same: true, verdict: relation, score, code: codeOf(relation, best, context) },
  };
}

/** A relation that decides a verdict is at least so sure. */
const LEAST = 0.5;

function codeOf(relation: RelationVerdict, { i, j }: Pair, { claims, table }: PointContext): ReasonCode {
  if (relation === "agree") return "paraphrase";
  const surface = table.surface(i, j);
  if (relation === "conflict" && surface.figures === "differ") return "number";
  return relation === "conflict" && (surface.opposed || claims[i]!.polarity !== claims[j]!.polarity)
    ? "negation"
    : "wording";
}

/** The reading under a verdict of its own, with the pair that decides it among its pairs. */
function decided(
  reading: GroupReading,
  verdict: PointVerdict,
  pair: Pair,
  context: PointContext,
): GroupReading {
  const mine = ({ i, j }: { i: number; j: number }) =>
    (i === pair.i && j === pair.j) || (i === pair.j && j === pair.i);
  const table = {
    ...context.table,
    get: (i: number, j: number) => (mine({ i, j }) ? pair.result : context.table.get(i, j)),
  };
  return {
    members: reading.members,
    indexes: reading.indexes,
    pairs: reading.pairs.map((one) => (mine(one) ? pair : one)),
    groups: answers(context.claims, reading.indexes, table),
    ruling: ruled(verdict, pair, context),
  };
}
