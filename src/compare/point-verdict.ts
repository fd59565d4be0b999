/** What a point comes to: format.md's rule over the relations of its claims. */
import type { PointVerdict, Reason } from "../model.ts";
import { cite } from "./cite.ts";
import type { Claim } from "./claim.ts";
import { differentSides, type PairResult } from "./pair.ts";
import type { PointContext } from "./point.ts";
import { jointly } from "./salience.ts";

/** A verdict, why, and the pair that decides it. */
export interface Ruling {
  verdict: PointVerdict;
  reason: Reason;
  pair: Pair | null;
}

export interface Pair {
  i: number;
  j: number;
  result: PairResult;
}

export const CONFLICT = 0.55;
/** Where the model was asked too: a false quarrel is worse than a missed one. */
const SURE_CONFLICT = 0.8;
const DIVERGE = 0.5;
/** From this chance of one question on, two parties stand beside each other though nothing tells how. Tuned on development events, as all here. */
const BESIDE = 0.4;

export const asserting = (claim: Claim) => claim.asserts && claim.holders.length > 0;
export const firstHand = (claim: Claim) =>
  asserting(claim) && (claim.standing === "spoken" || claim.standing === "official");
export const otherHolders = (a: Claim, b: Claim) => !a.holders.some((id) => b.holders.includes(id));

/** format.md's rule, first that holds. */
export function verdictOf(
  pairs: readonly Pair[],
  groups: readonly number[][],
  context: PointContext,
): Ruling {
  const { claims, table } = context;
  const best = (test: (pair: Pair, a: Claim, b: Claim) => boolean) =>
    pairs
      .filter((pair) => test(pair, claims[pair.i]!, claims[pair.j]!))
      .sort((a, b) => b.result.score - a.result.score || a.i - b.i || a.j - b.j)[0];
  const conflict = best(
    (pair, a, b) =>
      pair.result.verdict === "conflict" &&
      firstHand(a) &&
      firstHand(b) &&
      otherHolders(a, b) &&
      pair.result.score >= (pair.result.chances ? SURE_CONFLICT : 0) &&
      pair.result.score >= (differentSides(a, b) ? CONFLICT : sameSide(a, b) ? 0.85 : 0.62),
  );
  if (conflict) return ruled("disputed", conflict, context);
  const divergence = best(
    (pair, a, b) =>
      (pair.result.verdict === "diverge" &&
        pair.result.code !== "hedged" &&
        firstHand(a) &&
        firstHand(b) &&
        differentSides(a, b) &&
        pair.result.score >= DIVERGE) ||
      (pair.result.verdict === "conflict" &&
        firstHand(a) &&
        firstHand(b) &&
        differentSides(a, b) &&
        pair.result.score >= 0.45),
  );
  if (divergence) return ruled("divergent", divergence, context);
  const unclear = best(
    (pair, a, b) =>
      pair.result.verdict === "unclear" &&
      pair.result.score > 0 &&
      asserting(a) &&
      asserting(b) &&
      (otherHolders(a, b) || a.article !== b.article),
  );
  if (unclear) return ruled("unclear", unclear, context);
  const hedged = best(
    (pair, a, b) =>
      pair.result.code === "hedged" &&
      pair.result.verdict === "diverge" &&
      otherHolders(a, b) &&
      firstHand(a) &&
      firstHand(b),
  );
  if (hedged) return ruled("unclear", hedged, context);
  const agreement = best(
    (pair, a, b) =>
      pair.result.verdict === "agree" &&
      asserting(a) &&
      asserting(b) &&
      otherHolders(a, b) &&
      !sameSide(a, b) &&
      (origin(context, a) !== origin(context, b) ||
        (a.article === b.article && firstHand(a) && firstHand(b))) &&
      groups.some((group) => group.includes(pair.i) && group.includes(pair.j)),
  );
  if (agreement) return ruled("agreed", agreement, context);
  const joint = groups.flat().find((i) => jointly(claims[i]!, context));
  if (joint !== undefined) {
    const names = claims[joint]!.holders.map((id) => context.prepared.index.nameOf.get(id) ?? "").filter(
      Boolean,
    );
    return {
      verdict: "agreed",
      reason: { code: "paraphrase", text: `${list(names)} say it together.` },
      pair: null,
    };
  }
  // Two parties speak to one question, and nothing tells that they agree: how they stand is for the reader to see.
  const beside = table.weighed ? besideEachOther(pairs, context, BESIDE) : null;
  if (beside) return ruled("unclear", beside, context);
  const only = [...new Set(groups.flat().flatMap((i) => claims[i]!.holders))]
    .map((id) => context.prepared.index.nameOf.get(id) ?? "")
    .filter(Boolean);
  const pair = pairs.find((p) => p.result.verdict === "agree") ?? null;
  return {
    verdict: "one-sided",
    reason: {
      code: "attribution",
      text:
        only.length > 0
          ? `Only ${list(only.slice(0, 3))} ${only.length > 1 ? "speak" : "speaks"} to this.`
          : "Only one account speaks to this.",
    },
    pair,
  };
}

/** The pair of two parties' claims that most likely answer one question, while nothing tells how they stand. */
export function besideEachOther(
  pairs: readonly Pair[],
  { claims }: PointContext,
  least: number,
): Pair | null {
  const beside = pairs
    .filter(
      ({ i, j, result }) =>
        result.verdict === "unclear" &&
        result.topic >= least &&
        asserting(claims[i]!) &&
        asserting(claims[j]!) &&
        otherHolders(claims[i]!, claims[j]!) &&
        !sameSide(claims[i]!, claims[j]!),
    )
    .sort((a, b) => b.result.topic - a.result.topic || a.i - b.i || a.j - b.j);
  return beside[0] ?? null;
}

export const origin = (context: PointContext, claim: Claim) =>
  context.originOf.get(claim.article) ?? claim.article;
export const sameSide = (a: Claim, b: Claim) => a.sides.some((side) => b.sides.includes(side));

function list(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

export function ruled(verdict: PointVerdict, pair: Pair, context: PointContext): Ruling {
  return { verdict, reason: reasonOf(pair, context), pair };
}

export function reasonOf(pair: Pair, context: PointContext): Reason {
  const a = context.claims[pair.i]!;
  const b = context.claims[pair.j]!;
  const name = (claim: Claim) => context.prepared.index.nameOf.get(claim.holders[0] ?? "") ?? "one account";
  const words = (claim: Claim) => cite(claim.passage.text);
  const joint: Record<string, string> = {
    conflict: "against",
    diverge: "beside",
    unclear: "beside",
    agree: "and",
  };
  const figure = pair.result.quantities;
  const said = (claim: Claim, at: number) => (figure ? `${clip(figure[at]!.text)}` : words(claim));
  const code = pair.result.code;
  const tail: Partial<Record<string, string>> = {
    time: " (another time)",
    scope: " (another scope)",
    hedged: " (one is hedged)",
  };
  return {
    code,
    text: `${name(a)}: ${said(a, 0)} ${joint[pair.result.verdict]} ${name(b)}: ${said(b, 1)}${tail[code] ?? ""}`,
  };
}

function clip(text: string): string {
  const flat = text.replace(/\s+/g, " ").replace(/[“”]/g, "");
  return flat.length > 90 ? `${flat.slice(0, 90).replace(/\s+\S*$/, "")} …` : flat;
}
