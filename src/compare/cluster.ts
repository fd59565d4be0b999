import type { Claim } from "./claim.ts";
import type { PairResult } from "./pair.ts";
import { type Edge, isClash, type PairTable } from "./table.ts";

const LARGEST = 40;

/**
 * Groups claims by the question they answer. Agglomerative with a mean-link rule: two groups join only where half
 * of all cross pairs (all of them scored, groups are small) answer one question, so that a chain of neighbours does
 * not run two questions together. Strongest pairs first; ties by claim order.
 */
export function cluster(claims: readonly Claim[], edges: readonly Edge[], table: PairTable): number[][] {
  const groupOf = claims.map((_, i) => i);
  const members = claims.map((_, i) => [i]);
  const order = edges
    .filter((edge) => edge.result.same)
    .sort((a, b) => strength(b.result) - strength(a.result) || a.i - b.i || a.j - b.j);
  for (const { i, j, result } of order) {
    const a = groupOf[i]!;
    const b = groupOf[j]!;
    if (a === b) continue;
    const left = members[a]!;
    const right = members[b]!;
    if (left.length + right.length > LARGEST) continue;
    let linked = 0;
    let total = 0;
    for (const x of left) {
      for (const y of right) {
        total++;
        if (claims[x]!.statement === claims[y]!.statement) total--;
        else if (table.get(x, y).same) linked++;
      }
    }
    // Two accounts that clash share few words: there one clear clash carries more of the weight.
    const clash = isClash(result);
    const small = left.length + right.length <= 10;
    const bridged = clash && small && linked >= 0.5 * Math.min(left.length, right.length);
    if (!bridged && linked / Math.max(1, total) < (clash ? 0.25 : 0.5)) continue;
    const [keep, gone] = a < b ? [a, b] : [b, a];
    for (const x of members[gone]!) {
      groupOf[x] = keep;
      members[keep]!.push(x);
    }
    members[gone] = [];
  }
  return members.filter((group) => group.length > 0).map((group) => group.sort((a, b) => a - b));
}

function strength(result: PairResult): number {
  const sure = result.verdict === "conflict" ? 0.5 : result.verdict === "unclear" ? 0 : 0.25;
  return result.topic + sure * result.score;
}
