import type { Claim } from "./claim.ts";

const LARGEST = 40;

/**
 * Groups claims by the question they answer, by the chances of pairs: agglomerative with mean linkage over all cross
 * pairs of different statements, judged or not, so that a chain of neighbours does not run two questions together. The likeliest
 * merge first; ties by claim order.
 * @param pairs those that may start a merge
 * @param chance of a pair by claim indexes
 * @param least the mean chance below which two groups stay apart
 */
export function linkage(
  claims: readonly Claim[],
  pairs: readonly (readonly [number, number])[],
  chance: (i: number, j: number) => number,
  least: number,
): number[][] {
  const members: (number[] | null)[] = claims.map((_, i) => [i]);
  const neighbours: Set<number>[] = claims.map(() => new Set());
  const heap = new Heap();
  const offer = (a: number, b: number) => {
    const [p, q] = a < b ? [a, b] : [b, a];
    const mean = meanChance(members[p]!, members[q]!, claims, chance);
    if (mean >= least) heap.push({ mean, a: p, b: q, sizeA: members[p]!.length, sizeB: members[q]!.length });
  };
  for (const [i, j] of pairs) {
    if (chance(i, j) < least) continue;
    neighbours[i]!.add(j);
    neighbours[j]!.add(i);
  }
  for (const [i, set] of neighbours.entries()) for (const j of set) if (i < j) offer(i, j);
  for (let next = heap.pop(); next; next = heap.pop()) {
    const [left, right] = [members[next.a], members[next.b]];
    // Offered before one of them grew: a newer offer stands in the heap.
    if (!left || !right || left.length !== next.sizeA || right.length !== next.sizeB) continue;
    if (left.length + right.length > LARGEST) continue;
    members[next.a] = [...left, ...right].sort((x, y) => x - y);
    members[next.b] = null;
    for (const n of neighbours[next.b]!) {
      neighbours[n]!.delete(next.b);
      if (n === next.a) continue;
      neighbours[n]!.add(next.a);
      neighbours[next.a]!.add(n);
    }
    neighbours[next.b] = new Set();
    for (const n of neighbours[next.a]!) if (members[n]) offer(next.a, n);
  }
  return members.filter((group): group is number[] => group !== null);
}

function meanChance(
  left: readonly number[],
  right: readonly number[],
  claims: readonly Claim[],
  chance: (i: number, j: number) => number,
): number {
  let sum = 0;
  let count = 0;
  for (const i of left)
    for (const j of right) {
      if (claims[i]!.statement === claims[j]!.statement) continue;
      sum += chance(i, j);
      count++;
    }
  return count === 0 ? 0 : sum / count;
}

interface Offer {
  mean: number;
  a: number;
  b: number;
  sizeA: number;
  sizeB: number;
}

const before = (x: Offer, y: Offer) => y.mean - x.mean || x.a - y.a || x.b - y.b;

/** A binary heap of offers, the best first. */
class Heap {
  readonly #items: Offer[] = [];

  push(item: Offer): void {
    const items = this.#items;
    let at = items.push(item) - 1;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (before(items[at]!, items[up]!) >= 0) break;
      [items[at], items[up]] = [items[up]!, items[at]!];
      at = up;
    }
  }

  pop(): Offer | undefined {
    const items = this.#items;
    const top = items[0];
    const last = items.pop();
    if (last && items.length > 0) {
      items[0] = last;
      for (let at = 0; ; ) {
        const left = 2 * at + 1;
        const right = left + 1;
        let best = at;
        if (left < items.length && before(items[left]!, items[best]!) < 0) best = left;
        if (right < items.length && before(items[right]!, items[best]!) < 0) best = right;
        if (best === at) break;
        [items[at], items[best]] = [items[best]!, items[at]!];
        at = best;
      }
    }
    return top;
  }
}
