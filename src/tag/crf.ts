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

const row = new Float64Array(TAGS);

/** log Σ exp of the shared row. */
function logSum(): number {
  let top = row[0]!;
  for (let i = 1; i < TAGS; i++) if (row[i]! > top) top = row[i]!;
  let sum = 0;
  for (let i = 0; i < TAGS; i++) sum += Math.exp(row[i]! - top);
  return top + Math.log(sum);
}

/** Probability of every tag at every piece, length × 7. */
export function marginals(emissions: Float32Array, length: number, transitions: Transitions): Float64Array {
  const forward = new Float64Array(length * TAGS);
  const backward = new Float64Array(length * TAGS);
  for (let j = 0; j < TAGS; j++) forward[j] = transitions[j]! + emissions[j]!;
  for (let t = 1; t < length; t++) {
    for (let j = 0; j < TAGS; j++) {
      for (let i = 0; i < TAGS; i++) row[i] = forward[(t - 1) * TAGS + i]! + transitions[i * TAGS + j]!;
      forward[t * TAGS + j] = logSum() + emissions[t * TAGS + j]!;
    }
  }
  const end = (length - 1) * TAGS;
  for (let i = 0; i < TAGS; i++) backward[end + i] = transitions[i * TAGS]!;
  for (let t = length - 2; t >= 0; t--) {
    for (let i = 0; i < TAGS; i++) {
      for (let j = 0; j < TAGS; j++) {
        const after = (t + 1) * TAGS + j;
        row[j] = transitions[i * TAGS + j]! + emissions[after]! + backward[after]!;
      }
      backward[t * TAGS + i] = logSum();
    }
  }
  for (let i = 0; i < TAGS; i++) row[i] = forward[end + i]! + backward[end + i]!;
  const total = logSum();
  for (let i = 0; i < forward.length; i++) forward[i] = Math.exp(forward[i]! + backward[i]! - total);
  return forward;
}
