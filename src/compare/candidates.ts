import type { Claim } from "./claim.ts";
import { conceptsOf } from "./concepts.ts";
import type { Weights } from "./weight.ts";

/** At most this many partners are scored for a claim. */
const PARTNERS = 10;
/** So many that share the most telling keys are looked at by their vectors too. */
const LOOKED_AT = 100;
const best = (a: readonly [number, number], b: readonly [number, number]) => b[1] - a[1] || a[0] - b[0];
/** A key that more claims than this share opens no block: it would make the step quadratic. */
const LONGEST_BLOCK = 300;

/**
 * Pairs worth scoring: claims that share telling keys, concepts or figures, the most alike first. Inverted lists with
 * a cap, so the cost grows with the claims, not with their square.
 */
export function candidatePairs(
  claims: readonly Claim[],
  weights: Weights,
  cosine: (a: Claim, b: Claim) => number | null,
): [number, number][] {
  const numbers = new Map<string, number>();
  const blocks: number[][] = [];
  const keysOf = claims.map((claim, i) =>
    blockKeys(claim).map((key) => {
      const known = numbers.get(key);
      if (known !== undefined) {
        blocks[known]!.push(i);
        return known;
      }
      numbers.set(key, blocks.length);
      return blocks.push([i]) - 1;
    }),
  );
  const weightOf = [...numbers.keys()].map((key, n) =>
    key.startsWith("c:") || key.startsWith("q:") ? 0.5 / Math.sqrt(blocks[n]!.length) : weights.of(key),
  );
  const pairs = new Set<number>();
  // Sums by claim number, emptied after each claim: this is the innermost loop of all of comparing.
  const sums = new Float64Array(claims.length);
  for (const [i, keys] of keysOf.entries()) {
    const shared: number[] = [];
    for (const key of keys) {
      const list = blocks[key]!;
      if (list.length > LONGEST_BLOCK) continue;
      addTo(sums, shared, list, i, weightOf[key]!);
    }
    const own = claims[i]!;
    const ranked = shared
      .filter((j) => claims[j]!.statement !== own.statement)
      .map((j): [number, number] => {
        const points =
          own.answers.includes(claims[j]!.statement) || claims[j]!.answers.includes(own.statement) ? 5 : 0;
        return [j, sums[j]! / Math.sqrt(1 + Math.min(own.keys.size, claims[j]!.keys.size)) + points];
      })
      .sort(best)
      .slice(0, LOOKED_AT)
      .map(([j, points]): [number, number] => [j, points + (cosine(own, claims[j]!) ?? 0) * 1.5])
      .sort(best);
    for (const j of shared) sums[j] = 0;
    // Partners in other mouths decide points; a few of the same holder show shifts.
    let others = 0;
    let selves = 0;
    for (const [j] of ranked) {
      const self = claims[j]!.holders.some((id) => own.holders.includes(id));
      if (self ? selves >= PARTNERS / 2 : others >= PARTNERS) continue;
      if (self) selves++;
      else others++;
      pairs.add(i < j ? i * claims.length + j : j * claims.length + i);
      if (others >= PARTNERS && selves >= PARTNERS / 2) break;
    }
  }
  return [...pairs]
    .sort((a, b) => a - b)
    .map((code) => [Math.floor(code / claims.length), code % claims.length]);
}

/** By itself, since the compiler makes fast code of a small function called often, none of a long one that runs once. */
function addTo(
  sums: Float64Array,
  shared: number[],
  list: readonly number[],
  own: number,
  weight: number,
): void {
  for (let n = 0; n < list.length; n++) {
    const j = list[n]!;
    if (j === own) continue;
    if (sums[j] === 0) shared.push(j);
    sums[j]! += weight;
  }
}

function blockKeys(claim: Claim): string[] {
  const keys = new Set<string>([...claim.keys, ...claim.context]);
  for (const key of claim.keys) for (const concept of conceptsOf(key)) keys.add(`c:${concept}`);
  for (const head of claim.heads) for (const concept of head.concepts) keys.add(`c:${concept >> 1}p`);
  for (const quantity of claim.quantities) if (!quantity.name) keys.add(`q:${quantity.dimension}`);
  if (claim.answers.length > 0) for (const id of claim.answers) keys.add(`a:${id}`);
  keys.add(`a:${claim.statement}`);
  return [...keys];
}
