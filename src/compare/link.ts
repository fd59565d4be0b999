import type { Claim } from "./claim.ts";

const LARGEST = 40;

/** Groups of claims, and what each was merged from. */
export interface Merged {
  /** Claims by number, in order. */
  members: readonly number[];
  /** Mean chance of the two that were merged; 1 for a claim by itself. */
  mean: number;
  parts: readonly [Merged, Merged] | null;
}

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
  return mergeTree(claims, pairs, chance, least).map(({ members }) => [...members]);
}

/** The same, with the merges that led there. */
export function mergeTree(
  claims: readonly Claim[],
  pairs: readonly (readonly [number, number])[],
  chance: (i: number, j: number) => number,
  least: number,
): Merged[] {
  const trees: (Merged | null)[] = claims.map((_, i) => ({ members: [i], mean: 1, parts: null }));
  // Of each group its neighbours, with the sum over the cross pairs: what two groups have to a third adds up when they merge.
  const links: Map<number, Link>[] = claims.map(() => new Map());
  const heap = new Heap();
  const offer = (a: number, b: number, { sum, count }: Link) => {
    const mean = count === 0 ? 0 : sum / count;
    if (mean < least * UNIT) return;
    const [p, q] = a < b ? [a, b] : [b, a];
    heap.push({ mean, a: p, b: q, sizeA: trees[p]!.members.length, sizeB: trees[q]!.members.length });
  };
  const join = (a: number, b: number, link: Link) => {
    links[a]!.set(b, link);
    links[b]!.set(a, link);
  };
  const statements = claims.map((claim) => claim.statement);
  for (const [i, j] of pairs) {
    const own = chance(i, j);
    if (own < least || links[i]!.has(j)) continue;
    join(
      i,
      j,
      linkOf([i], [j], statements, () => own),
    );
  }
  for (const [i, known] of links.entries()) for (const [j, link] of known) if (i < j) offer(i, j, link);
  for (let next = heap.pop(); next; next = heap.pop()) {
    const { a, b } = next;
    const [one, other] = [trees[a], trees[b]];
    if (!one || !other) continue;
    const [left, right] = [one.members, other.members];
    // Offered before one of them grew: a newer offer stands in the heap.
    if (left.length !== next.sizeA || right.length !== next.sizeB) continue;
    if (left.length + right.length > LARGEST) continue;
    links[a]!.delete(b);
    links[b]!.delete(a);
    for (const [n, p] of links[a]!) {
      const q = links[b]!.get(n) ?? linkOf(right, trees[n]!.members, statements, chance);
      join(a, n, both(p, q));
    }
    for (const [n, q] of links[b]!) {
      links[n]!.delete(b);
      if (!links[a]!.has(n)) join(a, n, both(linkOf(left, trees[n]!.members, statements, chance), q));
    }
    links[b] = new Map();
    const members = [...left, ...right].sort((x, y) => x - y);
    trees[a] = { members, mean: next.mean / UNIT, parts: [one, other] };
    trees[b] = null;
    for (const [n, link] of links[a]!) offer(a, n, link);
  }
  return trees.filter((tree) => tree !== null);
}

/** Over the cross pairs of two groups: sum of chances in ten-thousandths (whole numbers add up the same in any order), and their count. */
interface Link {
  sum: number;
  count: number;
}

const UNIT = 1e4;

const both = (p: Link, q: Link): Link => ({ sum: p.sum + q.sum, count: p.count + q.count });

function linkOf(
  left: readonly number[],
  right: readonly number[],
  statements: readonly string[],
  chance: (i: number, j: number) => number,
): Link {
  let sum = 0;
  let count = 0;
  for (const i of left)
    for (const j of right) {
      if (statements[i] === statements[j]) continue;
      sum += Math.round(chance(i, j) * UNIT);
      count++;
    }
  return { sum, count };
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
      if (before(item, items[up]!) >= 0) break;
      items[at] = items[up]!;
      at = up;
    }
    items[at] = item;
  }

  pop(): Offer | undefined {
    const items = this.#items;
    const top = items[0];
    const last = items.pop();
    if (last && items.length > 0) {
      let at = 0;
      for (let next = 1; next < items.length; next = 2 * at + 1) {
        if (next + 1 < items.length && before(items[next + 1]!, items[next]!) < 0) next++;
        if (before(items[next]!, last) >= 0) break;
        items[at] = items[next]!;
        at = next;
      }
      items[at] = last;
    }
    return top;
  }
}
