/**
 * Which source and which contents belong to a cue: a small network over both spans' end pieces and their places,
 * `score = w · relu(A·cueFirst + B·cueLast + C·spanFirst + D·spanLast + Σ feature rows)`, against a "none". The same as
 * `PairScorer` in training/net.py.
 */
import { softmax } from "../softmax.ts";
import type { PairWeights } from "./settings.ts";

/** Width of the network's link vectors, and of the hidden layer. */
export const LINK = 128;
const HIDDEN = 128;
/** Pieces; farther apart nothing was linked in training. */
const REACH = 256;

const GAPS = [0, 1, 2, 3, 4, 6, 9, 14, 21, 35, 60, 100, 170];

/** A marked span as the linker sees it; pieces are counted through the document, special ones left out. */
export interface LinkSpan {
  first: number;
  last: number;
  paragraph: number;
  /** Link vectors of the first and the last piece, 2 × 128. */
  ends: Float32Array;
}

/** Number of items in a sorted list below `value` (or at most `value`). */
function countBelow(sorted: readonly number[], value: number, inclusive: boolean): number {
  let lo = 0;
  let hi = sorted.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (inclusive ? sorted[mid]! <= value : sorted[mid]! < value) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}

/** Weight (128 × 256, row-major) times the span's two end vectors, plus a bias. */
function project(weight: Float32Array, ends: Float32Array, bias: Float32Array | null): Float32Array {
  const out = new Float32Array(HIDDEN);
  for (let h = 0; h < HIDDEN; h++) {
    // Four sums: one alone would wait for its last addition every time.
    let a = bias ? bias[h]! : 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let i = 0, at = h * 2 * LINK; i < 2 * LINK; i += 4, at += 4) {
      a += weight[at]! * ends[i]!;
      b += weight[at + 1]! * ends[i + 1]!;
      c += weight[at + 2]! * ends[i + 2]!;
      d += weight[at + 3]! * ends[i + 3]!;
    }
    out[h] = a + b + (c + d);
  }
  return out;
}

const sums = new WeakMap<PairWeights["features"], Map<number, Float64Array>>();

/** The four feature rows of a pair's places, added up; there are few combinations, so each is added once. */
function featureSum(
  rows: PairWeights["features"],
  gap: number,
  paragraph: number,
  cues: number,
  same: number,
) {
  let known = sums.get(rows);
  if (!known) {
    known = new Map();
    sums.set(rows, known);
  }
  const key = ((gap * 5 + paragraph) * 4 + cues) * 4 + same;
  const found = known.get(key);
  if (found) return found;
  const sum = new Float64Array(HIDDEN);
  for (let k = 0; k < HIDDEN; k++)
    sum[k] =
      rows.gap[gap * HIDDEN + k]! +
      rows.paragraph[paragraph * HIDDEN + k]! +
      rows.cues[cues * HIDDEN + k]! +
      rows.same[same * HIDDEN + k]!;
  known.set(key, sum);
  return sum;
}

function noneScore(weights: PairWeights, ends: Float32Array): number {
  const h = project(weights.none, ends, weights.noneBias);
  let score = 0;
  for (let i = 0; i < HIDDEN; i++) if (h[i]! > 0) score += weights.out[i]! * h[i]!;
  return score;
}

/** For one chooser its candidates (indexes), their probabilities, and the probability of none. */
export interface Choice {
  candidates: number[];
  probabilities: number[];
  none: number;
}

/**
 * The choices of every cue among sources (`by: "cue"`) or of every content among cues (`by: "span"`).
 * Spans of one list are in text order and do not overlap. Linear in the spans for a bounded density.
 */
export function choices(
  weights: PairWeights,
  cues: readonly LinkSpan[],
  spans: readonly LinkSpan[],
  by: "cue" | "span",
): Choice[] {
  const cueHidden = cues.map((c) => project(weights.cue, c.ends, weights.cueBias));
  const spanHidden = spans.map((s) => project(weights.span, s.ends, null));
  const cueStarts = cues.map((c) => c.first);
  const spanStarts = spans.map((s) => s.first);
  const choosers = by === "cue" ? cues : spans;
  const otherStarts = by === "cue" ? spanStarts : cueStarts;
  const between = (starts: number[], lo: number, hi: number) =>
    Math.min(3, Math.max(0, countBelow(starts, hi, false) - countBelow(starts, lo, true)));

  const pairScore = (i: number, j: number): number => {
    const cue = cues[i]!;
    const span = spans[j]!;
    const after = span.first > cue.first;
    const gap = Math.max(0, after ? span.first - cue.last - 1 : cue.first - span.last - 1);
    const lo = Math.min(cue.last, span.last);
    const hi = Math.max(cue.first, span.first);
    const places = featureSum(
      weights.features,
      countBelow(GAPS, gap, false) + (after ? GAPS.length + 1 : 0),
      Math.min(2, Math.max(-2, span.paragraph - cue.paragraph)) + 2,
      between(cueStarts, lo, hi),
      between(spanStarts, lo, hi),
    );
    const x = cueHidden[i]!;
    const y = spanHidden[j]!;
    const out = weights.out;
    let score = 0;
    for (let k = 0; k < HIDDEN; k++) {
      const h = x[k]! + y[k]! + places[k]!;
      if (h > 0) score += out[k]! * h;
    }
    return score;
  };

  return choosers.map((chooser, n) => {
    const from = countBelow(otherStarts, chooser.first - REACH, false);
    const to = countBelow(otherStarts, chooser.first + REACH, true);
    const candidates: number[] = [];
    const scores: number[] = [];
    for (let m = from; m < to; m++) {
      candidates.push(m);
      scores.push(by === "cue" ? pairScore(n, m) : pairScore(m, n));
    }
    const [none, ...probabilities] = softmax([noneScore(weights, chooser.ends), ...scores]);
    return { candidates, probabilities, none: none! };
  });
}
