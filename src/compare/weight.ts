import type { Claim } from "./claim.ts";
import { conceptsOf } from "./concepts.ts";

/** How telling each key is in a collection. */
export interface Weights {
  of(key: string): number;
  /** Number of claims that have the key. */
  count(key: string): number;
  /** Of all keys of a set together. */
  total(keys: ReadonlySet<string>): number;
}

/** Weights of sets by those of their keys. Each set is summed up once: a claim is held against hundreds. */
export function totalsOf(of: Weights["of"]): Weights["total"] {
  const known = new Map<ReadonlySet<string>, number>();
  return (keys) => {
    const old = known.get(keys);
    if (old !== undefined) return old;
    let sum = 0;
    for (const key of keys) sum += of(key);
    known.set(keys, sum);
    return sum;
  };
}

/** Inverse claim frequency; names of speakers and sides tell less than the words for what happened. */
export function weigh(claims: readonly Claim[]): Weights {
  const counts = new Map<string, number>();
  for (const claim of claims) for (const key of claim.keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const total = Math.max(claims.length, 20);
  const made = new Map<string, number>();
  const weightOf = (key: string) => {
    const idf = Math.log(1 + total / (counts.get(key) ?? 1)) / Math.log(1 + total);
    return key.startsWith("#") ? idf * 0.4 : key.startsWith("@") ? idf * 0.6 : idf;
  };
  // Asked for millions of times, of a few thousand keys.
  const of = (key: string) => {
    const old = made.get(key);
    if (old !== undefined) return old;
    const weight = weightOf(key);
    made.set(key, weight);
    return weight;
  };
  return { count: (key) => counts.get(key) ?? 0, of, total: totalsOf(of) };
}

/** Shared share of two key sets, by weight: of the smaller one, and of both together. */
export function overlapOf(
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
  weights: Weights,
): { cover: number; joint: number; shared: number } {
  const totalA = weights.total(a);
  const totalB = weights.total(b);
  let shared = 0;
  let concepts: ReadonlySet<number> | null = null;
  for (const key of a) {
    if (b.has(key)) {
      shared += weights.of(key);
      continue;
    }
    const own = conceptsOf(key);
    if (own.length === 0) continue;
    concepts ??= conceptSet(b);
    if (own.some((concept) => concepts!.has(concept))) shared += weights.of(key) * 0.7;
  }
  const smaller = Math.min(totalA, totalB);
  return {
    cover: smaller > 0 ? Math.min(1, shared / smaller) : 0,
    joint: totalA + totalB > 0 ? Math.min(1, shared / Math.max(1e-9, totalA + totalB - shared)) : 0,
    shared,
  };
}

const conceptSets = new WeakMap<ReadonlySet<string>, ReadonlySet<number>>();

function conceptSet(keys: ReadonlySet<string>): ReadonlySet<number> {
  const known = conceptSets.get(keys);
  if (known) return known;
  const found = new Set<number>();
  for (const key of keys) for (const concept of conceptsOf(key)) found.add(concept);
  conceptSets.set(keys, found);
  return found;
}
