/**
 * Linear-chain conditional random field over the 7 tags (Lafferty et al. 2001): best path (Viterbi) and marginals
 * (forward-backward). A paragraph begins after O and ends before O, as in training.
 */

export const TAGS = 7;

/** Scores of going from tag i to tag j at [i * 7 + j]; forbidden steps hold a large negative number. */
export type Transitions = Float64Array;

/**
 * The best tags of `length` pieces.
 * @param emissions length × 7, row-major
 * @param bias added to every row, one number a tag
 */
export function viterbi(
  emissions: Float32Array,
  length: number,
  transitions: Transitions,
  bias: Float64Array,
) {
  const back = new Uint8Array(length * TAGS);
  let score = new Float64Array(TAGS);
  let next = new Float64Array(TAGS);
  for (let j = 0; j < TAGS; j++) score[j] = transitions[j]! + emissions[j]! + bias[j]!;
  for (let t = 1; t < length; t++) {
    for (let j = 0; j < TAGS; j++) {
      let best = Number.NEGATIVE_INFINITY;
      let from = 0;
      for (let i = 0; i < TAGS; i++) {
        const s = score[i]! + transitions[i * TAGS + j]!;
        if (s > best) [best, from] = [s, i];
      }
      next[j] = best + emissions[t * TAGS + j]! + bias[j]!;
      back[t * TAGS + j] = from;
    }
    [score, next] = [next, score];
  }
  let tag = 0;
  let best = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < TAGS; i++) {
    const s = score[i]! + transitions[i * TAGS]!;
    if (s > best) [best, tag] = [s, i];
  }
  const tags = new Uint8Array(length);
  for (let t = length - 1; t >= 0; t--) {
    tags[t] = tag;
    tag = back[t * TAGS + tag]!;
  }
  return tags;
}

/**
 * Probability of every tag at every piece, length × 7: forward–backward in scaled probabilities (Rabiner 1989), which
 * needs seven exponentials a piece where sums of logarithms need a hundred.
 */
export function marginals(emissions: Float32Array, length: number, transitions: Transitions): Float64Array {
  const step = Float64Array.from(transitions, Math.exp);
  const weight = new Float64Array(length * TAGS);
  for (let t = 0; t < length; t++) {
    let top = Number.NEGATIVE_INFINITY;
    for (let j = 0; j < TAGS; j++) top = Math.max(top, emissions[t * TAGS + j]!);
    for (let j = 0; j < TAGS; j++) weight[t * TAGS + j] = Math.exp(emissions[t * TAGS + j]! - top);
  }
  const forward = new Float64Array(length * TAGS);
  for (let j = 0; j < TAGS; j++) forward[j] = step[j]! * weight[j]!;
  scale(forward, 0);
  for (let t = 1; t < length; t++) {
    for (let j = 0; j < TAGS; j++) {
      let sum = 0;
      for (let i = 0; i < TAGS; i++) sum += forward[(t - 1) * TAGS + i]! * step[i * TAGS + j]!;
      forward[t * TAGS + j] = sum * weight[t * TAGS + j]!;
    }
    scale(forward, t);
  }
  // From every tag a step back to "outside" ends the paragraph.
  const backward = new Float64Array(TAGS);
  const next = new Float64Array(TAGS);
  for (let i = 0; i < TAGS; i++) backward[i] = step[i * TAGS]!;
  for (let t = length - 1; t >= 0; t--) {
    for (let j = 0; j < TAGS; j++) next[j] = weight[t * TAGS + j]! * backward[j]!;
    for (let j = 0; j < TAGS; j++) forward[t * TAGS + j]! *= backward[j]!;
    scale(forward, t);
    for (let i = 0; i < TAGS; i++) {
      let sum = 0;
      for (let j = 0; j < TAGS; j++) sum += step[i * TAGS + j]! * next[j]!;
      backward[i] = sum;
    }
    scale(backward, 0);
  }
  return forward;
}

/** Makes the seven numbers at piece `t` add up to one. */
function scale(list: Float64Array, t: number): void {
  let sum = 0;
  for (let j = t * TAGS; j < (t + 1) * TAGS; j++) sum += list[j]!;
  for (let j = t * TAGS; j < (t + 1) * TAGS; j++) list[j]! /= sum;
}
