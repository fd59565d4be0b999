/**
 * The chance that two claims of a collection answer one question, by their vectors and where and by whom they are put forward; with the pair
 * model's opinion where it was asked. Log-linear; training/pairs/combine.py fits the weights on events with gold. What words and
 * predicates have in common is left out: on events that no rule had seen it added nothing to the vectors.
 */
import type { PairOpinion } from "../model.ts";
import type { Claim } from "./claim.ts";
import { WEIGHTS } from "./combine-weights.ts";

/** Two claims so near in the text (characters) speak to one thing more often than not. */
const NEAR = 250;
/** What cosine stands for where there are no vectors. */
export const NO_VECTOR = 0.25;

/**
 * @param i index among claims in the order of articles and places, as `j`
 * @returns 1, cosine; then of one document, neighbours (1, 2, up to 4 claims apart), near, neighbours of one holder; one holder in two
 *   documents, in one; then counts of the two: narrated, official, wishes, denials; both narrated; of two documents, how far apart they
 *   stand in these (reports tell a story in much the same order); of one document, cosine
 */
export function chanceFeatures(a: Claim, b: Claim, i: number, j: number, cosine: number | null): number[] {
  const one = a.article === b.article;
  const apart = Math.abs(i - j);
  const holder = a.holders.some((id) => b.holders.includes(id));
  const narrated = Number(a.standing === "narrated") + Number(b.standing === "narrated");
  return [
    1,
    cosine ?? NO_VECTOR,
    Number(one),
    Number(one && apart === 1),
    Number(one && apart === 2),
    Number(one && apart <= 4),
    Number(one && Math.abs(a.start - b.start) < NEAR),
    Number(one && apart <= 2 && holder),
    Number(!one && holder),
    Number(one && holder),
    narrated,
    Number(a.standing === "official") + Number(b.standing === "official"),
    Number(a.wish) + Number(b.wish),
    Number(a.polarity < 0) + Number(b.polarity < 0),
    Number(narrated === 2),
    one ? 0 : Math.abs(a.depth - b.depth),
    one ? (cosine ?? NO_VECTOR) : 0,
  ];
}

/** The chance with the opinion weighed in, or without one. */
export function chanceOf(features: readonly number[], opinion: PairOpinion | null): number {
  const { prior, asked } = WEIGHTS.chance;
  if (opinion === null) return round(sigmoid(dot(prior, features)));
  return round(sigmoid(dot(asked.features, features) + asked.model * logit(opinion.same)));
}

/** Log odds, bounded. */
export function logit(p: number): number {
  const q = Math.min(0.9975, Math.max(0.0025, p));
  return Math.log(q / (1 - q));
}

export function dot(w: readonly number[], x: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < w.length; i++) sum += w[i]! * (x[i] ?? 0);
  return sum;
}
export const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
/** To four digits: the last ones of float arithmetic differ between processors. */
export const round = (x: number) => Math.round(x * 1e4) / 1e4;
