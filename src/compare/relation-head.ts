/**
 * How two texts that answer one question stand to each other, by their vectors alone: a linear layer over what the vectors share and where
 * they part (Conneau et al. 2017 give a classifier of sentence pairs these two). training/pairs/relation.py fits it on the event sheets;
 * card in relation-head.md.
 */
import { softmax } from "../softmax.ts";
import head from "./relation-head.json" with { type: "json" };
import { RELATION_VERDICTS } from "./table.ts";

/** Numbers in a vector that the layer was fitted to. */
export const RELATION_WIDTH = head.product[0]!.length;

/** For each number of a vector four weights of the product, then four of the difference: they are read in this order. */
const weights = Float32Array.from({ length: 8 * RELATION_WIDTH }, (_, n) => {
  const [at, k] = [n >> 3, n & 7];
  return k < 4 ? head.product[k]![at]! : head.difference[k - 4]![at]!;
});

/** What is taken where there are no vectors: each relation as likely as another. */
export const NO_RELATION: readonly number[] = RELATION_VERDICTS.map(() =>
  Math.log(1 / RELATION_VERDICTS.length),
);

/** After a correction nearly all pairs come again, with the same vectors. */
const known = new WeakMap<Float32Array, WeakMap<Float32Array, readonly number[]>>();

/**
 * Logarithms of the chances of `RELATION_VERDICTS`, to three digits; the same whichever text comes first. Null for vectors of another width than
 * the layer was fitted to.
 * @param x vector of unit length
 * @param y vector of unit length
 */
export function relationLogs(x: Float32Array, y: Float32Array): readonly number[] | null {
  if (x.length !== RELATION_WIDTH || y.length !== RELATION_WIDTH) return null;
  const row = known.get(x) ?? new WeakMap<Float32Array, readonly number[]>();
  known.set(x, row);
  const logs = row.get(y) ?? weighed(x, y);
  row.set(y, logs);
  return logs;
}

function weighed(x: Float32Array, y: Float32Array): readonly number[] {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let cosine = 0;
  for (let i = 0, w = 0; i < RELATION_WIDTH; i++, w += 8) {
    const shared = x[i]! * y[i]!;
    const apart = Math.abs(x[i]! - y[i]!);
    cosine += shared;
    a += weights[w]! * shared + weights[w + 4]! * apart;
    b += weights[w + 1]! * shared + weights[w + 5]! * apart;
    c += weights[w + 2]! * shared + weights[w + 6]! * apart;
    d += weights[w + 3]! * shared + weights[w + 7]! * apart;
  }
  const scores = [a, b, c, d].map((sum, k) => sum + head.cosine[k]! * cosine + head.bias[k]!);
  return softmax(scores).map((chance) => Math.round(Math.log(chance) * 1e3) / 1e3);
}
