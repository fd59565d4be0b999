/** The same thing denied and affirmed, by one holder at two times. */
import type { Claim } from "./claim.ts";
import type { Predication } from "./frame.ts";
import type { PointContext } from "./point.ts";
import { firstHand } from "./point-verdict.ts";
import { matchHeads } from "./predicate.ts";
import { type Change, placeOf } from "./shift-voice.ts";
import { LIGHT_VERBS } from "./vocabulary.ts";

/** Claims of one holder with one verb that are held against each other. */
const MOST = 40;
/** A verb that so few claims use joins two claims of one holder by itself. */
const RARE = 0.6;
/** Other words in common that join them where the verb is an ordinary one. */
const SHARED = 0.3;

/**
 * Pairs of claims of one holder, first hand and at two times, that affirm and negate one verb: "would not be closed", later "is closed".
 * Within one mouth fewer words need agree than between two, since people speak of their own matters.
 */
export function turnedChanges(context: PointContext): Change[] {
  const blocks = new Map<string, { holder: string; claims: Claim[] }>();
  for (const claim of context.claims) {
    if (!told(claim)) continue;
    const roots = new Set(claim.heads.filter(weighty).flatMap((head) => head.roots));
    for (const id of claim.holders)
      for (const root of roots) {
        const key = `${id} ${root}`;
        const block = blocks.get(key);
        if (!block) blocks.set(key, { holder: id, claims: [claim] });
        else if (block.claims.length < MOST) block.claims.push(claim);
      }
  }
  const found: Change[] = [];
  for (const { holder, claims } of blocks.values())
    for (const [n, a] of claims.entries())
      for (const b of claims.slice(n + 1)) {
        if (a.day === b.day || a.statement === b.statement) continue;
        const worth = turned(a, b, context);
        if (worth === 0) continue;
        const [from, to] = a.day! < b.day! ? [a, b] : [b, a];
        found.push({ from: placeOf(from), to: placeOf(to), holder, worth: 0.3 + worth });
      }
  return found;
}

const told = (claim: Claim) => firstHand(claim) && !claim.hedged && claim.day !== null;

/** How surely the one affirms what the other negates, 0..1. */
function turned(a: Claim, b: Claim, context: PointContext): number {
  const [p, q] = [a, b].map(({ heads }) => heads.filter(weighty)) as [Predication[], Predication[]];
  const match = matchHeads(p, q, context.weights);
  if (match?.predicate !== 1 || match.rivals || match.swapped) return 0;
  if (signOf(a, match.a) === signOf(b, match.b)) return 0;
  const rare = Math.max(
    ...match.a.roots.filter((root) => match.b.roots.includes(root)).map((root) => context.weights.of(root)),
  );
  // "The northern ferry in winter", "the southern ferry in summer": each has what the other lacks.
  const [more, less] = [onlyIn(match.a, match.b), onlyIn(match.b, match.a)];
  if (Math.min(more, less) > 1) return 0;
  if (rare < RARE && !(match.others >= SHARED && match.a.others.size > 0 && match.b.others.size > 0))
    return 0;
  return rare * (0.4 + 0.3 * match.agent + 0.3 * match.others);
}

const onlyIn = (a: Predication, b: Predication) =>
  [...a.agent, ...a.others].filter((key) => !b.agent.has(key) && !b.others.has(key)).length;

const weighty = (head: Predication) =>
  head.main && !head.hedged && !head.light && head.roots.some((root) => !LIGHT_VERBS.has(root));

/** "Vote against" takes back "vote for". */
const AGAINST = /\bvot(?:e|es|ed|ing) against\b/i;

const signOf = (claim: Claim, head: Predication) =>
  (claim.polarity < 0 !== head.negative) !== AGAINST.test(claim.text);
