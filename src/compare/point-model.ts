/**
 * Which groups of claims are points, and what these come to, where vectors tell how claims stand to each other: one small log-linear model
 * over a whole group, fitted on events with gold (training/pairs/points.py). A single pair tells little; a group tells by how many parties
 * speak in it, how its pairs lean, and what the rules found.
 */
import type { PointVerdict } from "../model.ts";
import { softmax } from "../softmax.ts";
import { dot } from "./chance.ts";
import type { PointContext } from "./point.ts";
import { otherHolders, sameSide } from "./point-verdict.ts";
import { POINT_WEIGHTS } from "./point-weights.ts";
import { isPointed, type Told } from "./salience.ts";
import { RELATION_VERDICTS } from "./table.ts";

const OUTCOMES = ["disputed", "divergent", "unclear", "agreed", "one-sided", "none"] as const;
type Outcome = (typeof OUTCOMES)[number];

/** Chances of each verdict, and of being no point at all. */
export type OutcomeChances = Readonly<Record<Outcome, number>>;

/**
 * @param ruled the verdict by the relations that the rules found
 * @returns what `outcomeOf` weighs: 1; the rules' verdict (five of 0 or 1); of the pairs of different holders: whether there are any, the
 *   logarithms of the mean chances of each relation, the highest chance of one question with agreement and with conflict, the highest
 *   and mean chance of one question, the shares across and within sides; the mean chance of one question over all pairs; logarithms of
 *   the numbers of statements, holders, parties and articles; worth, said jointly; shares of narrated, official, pointed and hedged claims
 */
export function pointFeatures(
  group: readonly number[],
  ruled: PointVerdict,
  told: Told,
  context: PointContext,
): number[] {
  const { claims, table } = context;
  const sums = { topic: 0, agree: 0, conflict: 0, diverge: 0, unclear: 0, across: 0, within: 0 };
  const most = { topic: 0, agree: 0, conflict: 0 };
  let pairs = 0;
  let all = 0;
  let near = 0;
  for (const [n, i] of group.entries())
    for (const j of group.slice(n + 1)) {
      const [a, b] = [claims[i]!, claims[j]!];
      if (a.statement === b.statement) continue;
      const topic = table.topic(i, j);
      all++;
      near += topic;
      if (a.holders.length === 0 || b.holders.length === 0 || !otherHolders(a, b)) continue;
      const likely = table.likely(i, j);
      if (!likely) continue;
      pairs++;
      const weight = topic + LEAST;
      sums.topic += weight;
      for (const relation of RELATION_VERDICTS) sums[relation] += weight * likely[relation];
      if (sameSide(a, b)) sums.within += weight;
      else if (a.sides.length > 0 && b.sides.length > 0) sums.across += weight;
      most.topic = Math.max(most.topic, topic);
      most.agree = Math.max(most.agree, topic * likely.agree);
      most.conflict = Math.max(most.conflict, topic * likely.conflict);
    }
  const mean = (sum: number) => (pairs === 0 ? 0 : sum / sums.topic);
  const share = (test: (i: number) => boolean) => group.filter(test).length / group.length;
  return [
    1,
    ...OUTCOMES.slice(0, 5).map((verdict) => Number(verdict === ruled)),
    Number(pairs > 0),
    ...RELATION_VERDICTS.map((relation) => (pairs === 0 ? 0 : Math.log(mean(sums[relation]) + FLOOR))),
    most.agree,
    most.conflict,
    most.topic,
    pairs === 0 ? 0 : sums.topic / pairs,
    mean(sums.across),
    mean(sums.within),
    all === 0 ? 0 : near / all,
    Math.log(told.statements),
    Math.log(told.holders + 0.5),
    Math.log(told.parties + 0.5),
    Math.log(told.articles),
    told.worth,
    Number(told.joint),
    share((i) => claims[i]!.standing === "narrated"),
    share((i) => claims[i]!.standing === "official"),
    share((i) => isPointed(claims[i]!)),
    share((i) => claims[i]!.hedged),
  ];
}

const LEAST = 1e-3;
const FLOOR = 0.02;

export function outcomeOf(features: readonly number[]): OutcomeChances {
  const chances = softmax(POINT_WEIGHTS.map((weights) => dot(weights, features)));
  return Object.fromEntries(OUTCOMES.map((name, n) => [name, chances[n]!])) as Record<Outcome, number>;
}
