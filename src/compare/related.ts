import type { Claim } from "./claim.ts";

/**
 * Cosine of two articles' words above which they may be about one matter. Five invented events: 0.06 at the least, 0.15 in
 * the median; a hundred news reports of one year's politics: 0.04 in the median, 0.08 at the ninth decile.
 */
const ONE_MATTER = 0.058;

/**
 * Which articles are about one matter: tf-idf over the keys of their claims. Two quarrels in two stories may use the same
 * words; their claims are not held against each other. Pairs are compared when first asked for.
 */
export function relatedArticles(claims: readonly Claim[]): (a: string, b: string) => boolean {
  const counts = new Map<string, Map<string, number>>();
  for (const claim of claims) {
    const own = counts.get(claim.article) ?? new Map<string, number>();
    for (const key of claim.keys) own.set(key, (own.get(key) ?? 0) + 1);
    counts.set(claim.article, own);
  }
  const spread = new Map<string, number>();
  for (const own of counts.values())
    for (const key of own.keys()) spread.set(key, (spread.get(key) ?? 0) + 1);
  const vectors = new Map<string, Map<string, number>>();
  for (const [article, own] of counts) {
    let square = 0;
    const vector = new Map<string, number>();
    for (const [key, count] of own) {
      const weight = (1 + Math.log(count)) * Math.log(1 + counts.size / spread.get(key)!);
      vector.set(key, weight);
      square += weight * weight;
    }
    const length = Math.sqrt(square) || 1;
    for (const [key, weight] of vector) vector.set(key, weight / length);
    vectors.set(article, vector);
  }
  const known = new Map<string, Map<string, boolean>>([...counts.keys()].map((id) => [id, new Map()]));
  return (a, b) => {
    if (a === b) return true;
    const old = known.get(a)!.get(b);
    if (old !== undefined) return old;
    const made = cosine(vectors.get(a)!, vectors.get(b)!) >= ONE_MATTER;
    known.get(a)!.set(b, made);
    known.get(b)!.set(a, made);
    return made;
  };
}

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const [short, long] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [key, weight] of short) sum += weight * (long.get(key) ?? 0);
  return sum;
}
