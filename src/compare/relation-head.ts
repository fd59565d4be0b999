/**
 * How two texts that answer one question stand to each other, by their vectors alone: a linear layer over what the vectors share and where
 * they part (Conneau et al. 2017 give a classifier of sentence pairs these two). training/pairs/relation.py fits it on the event sheets;
 * card in relation-head.md.
 */
import head from "./relation-head.json" with { type: "json" };
import { RELATION_VERDICTS } from "./table.ts";

const rows = RELATION_VERDICTS.map((_, k) => ({
  product: Float32Array.from(head.product[k]!),
  difference: Float32Array.from(head.difference[k]!),
  cosine: head.cosine[k]!,
  bias: head.bias[k]!,
}));

/** Numbers in a vector that the layer was fitted to. */
export const RELATION_WIDTH = head.product[0]!.length;

/** What is taken where there are no vectors: each relation as likely as another. */
export const NO_RELATION: readonly number[] = RELATION_VERDICTS.map(() =>
  Math.log(1 / RELATION_VERDICTS.length),
);

/**
 * Logarithms of the chances of `RELATION_VERDICTS`, to three digits; the same whichever text comes first.
 * @param x vector of unit length
 * @param y vector of unit length
 */
export function relationLogs(x: Float32Array, y: Float32Array): number[] {
  let cosine = 0;
  const shared = new Float32Array(x.length);
  const apart = new Float32Array(x.length);
  for (let i = 0; i < x.length; i++) {
    shared[i] = x[i]! * y[i]!;
    apart[i] = Math.abs(x[i]! - y[i]!);
    cosine += shared[i]!;
  }
  const scores = rows.map(
    (row) => row.bias + row.cosine * cosine + sums(row.product, shared) + sums(row.difference, apart),
  );
  const most = Math.max(...scores);
  const total = Math.log(scores.reduce((sum, score) => sum + Math.exp(score - most), 0)) + most;
  return scores.map((score) => Math.round((score - total) * 1e3) / 1e3);
}

function sums(weights: Float32Array, values: Float32Array): number {
  let [a, b] = [0, 0];
  for (let i = 0; i + 1 < weights.length; i += 2) {
    a += weights[i]! * values[i]!;
    b += weights[i + 1]! * values[i + 1]!;
  }
  return a + b;
}
