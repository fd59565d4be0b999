/**
 * One judgement of a pair from three sources: the rules' reading of its clauses and figures, the likeness of its vectors, and the pair
 * model's opinion where it was asked. Small log-linear models whose weights training/pairs/combine.py fits on development pairs.
 */
import type { PairOpinion, ReasonCode, RelationVerdict } from "../model.ts";
import { softmax } from "../softmax.ts";
import { dot, logit, NO_VECTOR, round, sigmoid } from "./chance.ts";
import type { Claim } from "./claim.ts";
import { WEIGHTS } from "./combine-weights.ts";
import type { PairResult } from "./pair.ts";
import { otherHolders, sameSide } from "./point-verdict.ts";
import { NO_RELATION } from "./relation-head.ts";
import { type Likely, RELATION_VERDICTS, type Surface } from "./table.ts";

export interface PairFacts extends Surface {
  rules: PairResult;
  cosine: number | null;
  /** As `relationLogs` gives them; null without vectors. */
  relation: readonly number[] | null;
  sameSide: boolean;
  otherSide: boolean;
  sameHolder: boolean;
  hedged: boolean;
  /** Denied or negated on one side only, by the act of saying. */
  turned: boolean;
  wish: boolean;
}

export function factsOf(
  a: Claim,
  b: Claim,
  rules: PairResult,
  { cosine, relation }: Pick<PairFacts, "cosine" | "relation">,
): PairFacts {
  const sides = a.sides.length > 0 && b.sides.length > 0;
  const within = sameSide(a, b);
  return {
    rules,
    cosine,
    relation,
    sameSide: within,
    otherSide: sides && !within,
    sameHolder: !otherHolders(a, b),
    hedged: a.hedged || b.hedged,
    turned: a.polarity !== b.polarity,
    ...surfaceOf(a, b),
    wish: a.wish !== b.wish,
  };
}

const NEGATION = /\b(?:not|no|never|none|nobody|nothing|neither|nor|nowhere|without|cannot)\b|n['’]t\b/i;

const surfaces = new WeakMap<Claim, { negative: boolean; figures: string[] }>();

function wordsOf(claim: Claim): { negative: boolean; figures: string[] } {
  const known = surfaces.get(claim) ?? {
    negative: NEGATION.test(claim.text) !== claim.polarity < 0,
    figures: [...claim.text.matchAll(/\d+(?:[.,]\d+)*/g)].map((match) => match[0]),
  };
  surfaces.set(claim, known);
  return known;
}

/** What the words of two claims show, whatever their verbs. */
export function surfaceOf(a: Claim, b: Claim): Surface {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  const both = x.figures.length > 0 && y.figures.length > 0;
  return {
    opposed: x.negative !== y.negative,
    figures: !both ? null : x.figures.some((figure) => y.figures.includes(figure)) ? "share" : "differ",
  };
}

/** For "one question?" of a lone pair. */
export function sameFeatures({ rules, cosine, sameSide, sameHolder }: PairFacts): number[] {
  const decided = rules.verdict === "unclear" ? 0 : rules.score;
  return [
    1,
    rules.topic,
    cosine ?? 0.3,
    decided,
    rules.quantities ? 1 : 0,
    sameSide ? 1 : 0,
    sameHolder ? 1 : 0,
  ];
}

/** What vectors, words and figures add to the rules' reading: the verdict where no model is asked. */
export function plainFeatures(facts: PairFacts): number[] {
  const cosine = facts.cosine ?? NO_VECTOR;
  const features = verdictFeatures(facts);
  features.push(
    cosine,
    Number(facts.opposed),
    facts.opposed ? cosine : 0,
    Number(facts.figures === "differ"),
    Number(facts.figures === "share"),
  );
  for (const log of facts.relation ?? NO_RELATION) features.push(log);
  return features;
}

/** How two claims that answer one question stand to each other, where no model is asked. */
export function likelyOf(facts: PairFacts): Likely {
  const x = plainFeatures(facts);
  return named(softmax(WEIGHTS.plain.map((w) => dot(w, x))));
}

/** The chance that a lone pair answers one question, and how it then stands, where no model is asked. */
export function loneOf(facts: PairFacts): { same: number; likely: Likely } {
  const x = plainFeatures(facts);
  return {
    same: round(sigmoid(dot(WEIGHTS.lone.same, sameFeatures(facts)))),
    likely: named(softmax(WEIGHTS.lone.verdict.map((w) => dot(w, x)))),
  };
}

/** Chances by name, rounded, of those in order. */
function named(chances: readonly number[]): Record<RelationVerdict, number> {
  const [agree, conflict, diverge, unclear] = chances.map(round);
  return { agree: agree!, conflict: conflict!, diverge: diverge!, unclear: unclear! };
}

/** For the verdict, beside the logarithm of the model's own probabilities. */
export function verdictFeatures({
  rules,
  sameSide,
  otherSide,
  sameHolder,
  hedged,
  turned,
  wish,
}: PairFacts): number[] {
  const { verdict } = rules;
  const score = Math.max(0, rules.score);
  const unclear = verdict === "unclear" ? score : 0;
  return [
    1,
    verdict === "agree" ? score : 0,
    verdict === "conflict" ? score : 0,
    verdict === "diverge" ? score : 0,
    unclear,
    Number(rules.quantities !== null && verdict === "agree"),
    Number(rules.quantities !== null && verdict === "conflict"),
    rules.code === "time" || rules.code === "scope" ? unclear : 0,
    Number(sameSide),
    Number(otherSide),
    Number(sameHolder),
    Number(hedged),
    Number(turned),
    Number(wish),
  ];
}

/** The chance that the two statements of a lone pair answer one question. */
export function sameOf(facts: PairFacts, opinion: PairOpinion): number {
  const { features, model } = WEIGHTS.same;
  return round(sigmoid(dot(features, sameFeatures(facts)) + model * logit(opinion.same)));
}

/** The rules' result where no model was asked. @param topic the chance that both answer one question */
export const unasked = (rules: PairResult, topic: number): PairResult => ({
  ...rules,
  topic,
  same: topic >= SAME,
});

/**
 * The rules' result with everything known weighed in.
 * @param topic the chance that both answer one question
 */
export function combine(facts: PairFacts, opinion: PairOpinion, topic: number): PairResult {
  const { rules } = facts;
  const x = verdictFeatures(facts);
  const scores = RELATION_VERDICTS.map(
    (_, k) =>
      dot(WEIGHTS.verdict.features[k]!, x) +
      WEIGHTS.verdict.model * Math.log(Math.max(0.002, opinion.verdict[k]!)),
  );
  const chances = softmax(scores);
  const best = chances.indexOf(Math.max(...chances));
  const verdict = RELATION_VERDICTS[best]!;
  return {
    ...unasked(rules, topic),
    verdict,
    code: codeFor(verdict, rules, opinion),
    score: round(chances[best]!),
    quantities: rules.verdict === verdict ? rules.quantities : null,
    chances: named(chances),
  };
}

const SAME = 0.5;

/** Reasons that make or unmake each verdict. */
const FITTING: Record<RelationVerdict, readonly ReasonCode[]> = {
  agree: [
    "paraphrase",
    "number",
    "date",
    "place",
    "attribution",
    "reported",
    "hedged",
    "negation",
    "wording",
  ],
  conflict: ["negation", "number", "date", "place", "attribution", "wording", "paraphrase"],
  diverge: ["wording", "attribution", "hedged", "scope", "number", "reported", "negation", "place", "date"],
  unclear: ["time", "scope", "wording", "hedged", "reported", "referent", "number"],
};

/** The rules' own reason where they came to the same verdict, else the model's likeliest that fits it. */
function codeFor(verdict: RelationVerdict, rules: PairResult, opinion: PairOpinion): ReasonCode {
  if (rules.verdict === verdict && rules.score > 0) return rules.code;
  const fitting = FITTING[verdict];
  return fitting.reduce(
    (best, code) => ((opinion.reason[code] ?? 0) > (opinion.reason[best] ?? 0) ? code : best),
    fitting[0]!,
  );
}
