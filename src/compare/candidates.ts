import type { Claim } from "./claim.ts";
import { conceptsOf } from "./concepts.ts";
import type { Weights } from "./weight.ts";

/** At most this many partners are scored for a claim. */
const PARTNERS = 10;
/** So many that share the most telling keys are looked at by their vectors too. */
const LOOKED_AT = 100;
/** A key that more claims than this share opens no block: it would make the step quadratic. */
const LONGEST_BLOCK = 300;

/**
 * Pairs worth scoring: claims that share telling keys, concepts or figures, the most alike first. Inverted lists with
 * a cap, so the cost grows with the claims, not with their square.
 */
export function candidatePairs(
  claims: readonly Claim[],
  weights: Weights,
  cosine: (i: number, j: number) => number | null,
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
  const statementOf = numbersOf(claims.map((claim) => claim.statement));
  const sizeOf = Int32Array.from(claims, (claim) => claim.keys.size);
  const answering = Uint8Array.from(claims, (claim) => Number(claim.answers.length > 0));
  const isAnswer = (i: number, j: number) =>
    answering[i] === 1 && claims[i]!.answers.includes(claims[j]!.statement);
  const pairs = new Set<number>();
  // Points by claim number, emptied after each claim: this is the innermost loop of all of comparing.
  const points = new Float64Array(claims.length);
  const byPoints = (a: number, b: number) => points[b]! - points[a]! || a - b;
  for (const [i, keys] of keysOf.entries()) {
    const shared: number[] = [];
    for (const key of keys) {
      const list = blocks[key]!;
      if (list.length > LONGEST_BLOCK) continue;
      addTo(points, shared, list, i, weightOf[key]!);
    }
    const own = claims[i]!;
    const near: number[] = [];
    for (const j of shared) {
      if (statementOf[j] === statementOf[i]) continue;
      points[j] =
        points[j]! / Math.sqrt(1 + Math.min(sizeOf[i]!, sizeOf[j]!)) +
        (isAnswer(i, j) || isAnswer(j, i) ? 5 : 0);
      near.push(j);
    }
    const best = foremost(near, points, LOOKED_AT);
    for (const j of best) points[j]! += (cosine(i, j) ?? 0) * 1.5;
    best.sort(byPoints);
    // Partners in other mouths decide points; a few of the same holder show shifts.
    let others = 0;
    let selves = 0;
    for (const j of best) {
      const self = claims[j]!.holders.some((id) => own.holders.includes(id));
      if (self ? selves >= PARTNERS / 2 : others >= PARTNERS) continue;
      if (self) selves++;
      else others++;
      pairs.add(i < j ? i * claims.length + j : j * claims.length + i);
      if (others >= PARTNERS && selves >= PARTNERS / 2) break;
    }
    for (const j of shared) points[j] = 0;
  }
  return [...pairs]
    .sort((a, b) => a - b)
    .map((code) => [Math.floor(code / claims.length), code % claims.length]);
}

/** The same number for the same text. */
function numbersOf(texts: readonly string[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(texts, (text) => {
    const known = numbers.get(text) ?? numbers.size;
    numbers.set(text, known);
    return known;
  });
}

/** So many at most with the most points, of equals the first; in no order. */
function foremost(list: number[], points: Float64Array, most: number): number[] {
  if (list.length <= most) return list;
  const values = new Float64Array(list.length);
  for (let n = 0; n < list.length; n++) values[n] = points[list[n]!]!;
  const least = ranked(values, list.length - most);
  const above: number[] = [];
  const level: number[] = [];
  for (const j of list)
    if (points[j]! > least) above.push(j);
    else if (points[j] === least) level.push(j);
  level.sort((a, b) => a - b);
  return [...above, ...level.slice(0, most - above.length)];
}

/** The value that stands at a place in ascending order; found without sorting the rest (Hoare). */
function ranked(values: Float64Array, place: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = values[(low + high) >> 1]!;
    let left = low;
    let right = high;
    while (left <= right) {
      while (values[left]! < pivot) left++;
      while (values[right]! > pivot) right--;
      if (left > right) break;
      const value = values[left]!;
      values[left++] = values[right]!;
      values[right--] = value;
    }
    if (place <= right) high = right;
    else if (place >= left) low = left;
    else break;
  }
  return values[place]!;
}

/** By itself, since the compiler makes fast code of a small function called often, none of a long one that runs once. */
function addTo(
  points: Float64Array,
  shared: number[],
  list: readonly number[],
  own: number,
  weight: number,
): void {
  for (let n = 0; n < list.length; n++) {
    const j = list[n]!;
    if (j === own) continue;
    if (points[j] === 0) shared.push(j);
    points[j]! += weight;
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
