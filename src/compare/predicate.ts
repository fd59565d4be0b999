import { opposed } from "./concepts.ts";
import type { Predication } from "./frame.ts";
import { overlapOf, type Weights } from "./weight.ts";

/** How two predications stand to each other. */
export interface PredicateMatch {
  /** Who and what are named in both and agree: the two speak of one thing, not only in one word. */
  anchored: boolean;
  /** 1 same word, 0.85 same concept, -0.85 opposites, 0 no relation. */
  predicate: number;
  /** 1 the same agent, 0 another, 0.5 where one is not named. */
  agent: number;
  /** Shared weight of the other arguments, 0..1; 0.5 where one has none. */
  others: number;
  /** True where each one's agent stands among the other's arguments: "A called B" / "B called A". */
  swapped: boolean;
  /** The two agents are different parties by name. */
  rivals: boolean;
  a: Predication;
  b: Predication;
}

/** The best match between the heads of two claims, or null where no predicate is alike or opposite. */
export function matchHeads(
  a: readonly Predication[],
  b: readonly Predication[],
  weights: Weights,
): PredicateMatch | null {
  let best: PredicateMatch | null = null;
  let top = 0;
  for (const p of a) {
    for (const q of b) {
      const match = matchPredications(p, q, weights);
      if (match.predicate === 0) continue;
      const worth =
        Math.abs(match.predicate) * (0.4 + 0.6 * (match.agent + match.others)) * rarity(p, q, weights);
      if (worth > top) {
        top = worth;
        best = match;
      }
    }
  }
  return best;
}

/** A predicate that half the collection uses says little. */
function rarity(p: Predication, q: Predication, weights: Weights): number {
  const shared = p.roots.filter((root) => q.roots.includes(root));
  return shared.length > 0 ? 0.6 + 0.4 * Math.max(...shared.map((root) => weights.of(root))) : 0.8;
}

/** Roots of saying: who says and who does not say is another matter from what is said. */
const SAYING = new Set(["sai", "say", "tell", "told", "speak", "think", "ask", "answer", "call"]);

function matchPredications(p: Predication, q: Predication, weights: Weights): PredicateMatch {
  let predicate = 0;
  if (p.roots.some((root) => q.roots.includes(root))) predicate = 1;
  else if (p.concepts.some((concept) => q.concepts.includes(concept))) predicate = 0.85;
  else if (p.concepts.some((concept) => q.concepts.some((other) => opposed(concept, other))))
    predicate = -0.85;
  const others =
    p.others.size === 0 || q.others.size === 0 ? 0.5 : mean(overlapOf(p.others, q.others, weights));
  const shared = p.roots.filter((root) => q.roots.includes(root));
  if (predicate === 1 && shared.every((root) => SAYING.has(root)) && (others < 0.6 || p.others.size === 0))
    predicate = 0;
  const agent = Math.max(partyMatch(p.agent, q.agent, weights), crossed(p, q), crossed(q, p));
  const inOthers = (party: ReadonlySet<string>, others: ReadonlySet<string>) =>
    [...party].some((key) => /^[@#]/.test(key) && others.has(key));
  const swapped = agent < 0.4 && inOthers(p.agent, q.others) && inOthers(q.agent, p.others);
  return {
    predicate,
    agent,
    others,
    swapped,
    rivals: agent === 0,
    a: p,
    b: q,
    anchored: anchored(p, q, shared, agent, others),
  };
}

/**
 * Verbs that everybody uses of everything: alone they join nothing, whoever the subject.
 */
const COMMON = new Set(
  "know see mean hear work want need like look think feel try help happen talk call let keep use play run live move love hope start show put vote right lead turn bring care wait watch learn understand remember believ win find follow add chang support care".split(
    " ",
  ),
);

function anchored(
  p: Predication,
  q: Predication,
  shared: readonly string[],
  agent: number,
  others: number,
): boolean {
  const agents = agent >= 0.7;
  const both = p.others.size > 0 && q.others.size > 0;
  const common = shared.length > 0 && shared.every((root) => COMMON.has(root));
  if (both && others >= (agents ? 0.2 : 0.45) && agent >= 0.5) return !common || others >= 0.45;
  return agents && !both && !common;
}

const mean = (o: { cover: number; joint: number }) => 0.7 * o.cover + 0.3 * o.joint;

/** "she resigned" / "she was dismissed": the one who acts here is the one acted on there. */
function crossed(p: Predication, q: Predication): number {
  if (!p.passive || p.agent.size > 0) return 0;
  for (const key of q.agent) if (p.others.has(key)) return key.startsWith("#") ? 0.7 : 1;
  return 0;
}

function hasKind(keys: ReadonlySet<string>, kind: "@" | "#"): boolean {
  for (const key of keys) if (key[0] === kind) return true;
  return false;
}

function hasName(keys: ReadonlySet<string>): boolean {
  for (const key of keys) if (/^(?:[@#]|n:)/.test(key)) return true;
  return false;
}

const KINDS = ["@", "#"] as const;

function partyMatch(a: ReadonlySet<string>, b: ReadonlySet<string>, weights: Weights): number {
  if (a.size === 0 || b.size === 0) return 0.5;
  // "Salvetian soldiers" and "Drevian soldiers" share a word, and are not the same.
  for (const kind of KINDS)
    if (hasKind(a, kind) && hasKind(b, kind)) {
      for (const key of a) if (key[0] === kind && b.has(key)) return 1;
      return 0;
    }
  const { cover } = overlapOf(a, b, weights);
  if (cover >= 0.3) return 1;
  if (cover > 0) return 0.7;
  // Two named parties are rivals; "the exchange" and "the shooting" may be one thing.
  return hasName(a) && hasName(b) ? 0 : 0.3;
}
