import type { Claim } from "./claim.ts";
import type { PairTable } from "./table.ts";

/**
 * Groups the claims of one point by their answer: agreement holds together, conflict and divergence part. Greedy, the
 * claims with the clearest relations first (correlation clustering by best insertion).
 * @param indexes claim numbers, sorted
 */
export function answers(claims: readonly Claim[], indexes: readonly number[], table: PairTable): number[][] {
  // By places among the indexes; each pair is looked up once.
  const pulls = indexes.map(() => new Float64Array(indexes.length));
  for (let n = 0; n < indexes.length; n++)
    for (let m = n + 1; m < indexes.length; m++)
      pulls[n]![m] = pulls[m]![n] = pull(table, indexes[n]!, indexes[m]!, claims);
  const order = indexes
    .map((_, n) => ({ n, worth: pulls[n]!.reduce((sum, one) => sum + Math.abs(one), 0) }))
    .sort((a, b) => b.worth - a.worth || a.n - b.n);
  const groups: number[][] = [];
  for (const { n } of order) {
    let best: number[] | null = null;
    let top = 0.02;
    for (const group of groups) {
      const sum = group.reduce((total, m) => total + pulls[n]![m]!, 0) / Math.sqrt(group.length);
      if (sum > top) {
        top = sum;
        best = group;
      }
    }
    if (best) best.push(n);
    else groups.push([n]);
  }
  return groups
    .map((group) => group.sort((a, b) => a - b).map((n) => indexes[n]!))
    .sort((a, b) => b.length - a.length || a[0]! - b[0]!);
}

/** How much two claims belong to one answer: above 0 together, below 0 apart. */
function pull(table: PairTable, i: number, j: number, claims: readonly Claim[]): number {
  const result = table.get(i, j);
  const [a, b] = [claims[i]!, claims[j]!];
  if (result.verdict === "conflict") return -3 * result.score;
  if (result.verdict === "diverge") return -1.5 * result.score;
  if (result.verdict === "agree") return result.code === "hedged" ? 0.2 : result.score * 1.2;
  if (result.score > 0) return -0.6;
  const side = a.sides.some((s) => b.sides.includes(s)) || a.holders.some((h) => b.holders.includes(h));
  if (side) return result.topic * 0.35;
  // Nothing tells that two parties give one answer: each has its own.
  return table.weighed ? -0.02 : result.topic * 0.1;
}
