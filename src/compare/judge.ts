import type { PairOpinion, Said } from "../model.ts";
import { chanceFeatures, chanceOf } from "./chance.ts";
import type { Claim } from "./claim.ts";
import { combine, factsOf, likelyOf, surfaceOf, unasked } from "./combine.ts";
import type { CompareInputWithModels } from "./input.ts";
import { linkage } from "./link.ts";
import type { PairResult } from "./pair.ts";
import type { Prepared } from "./prepare.ts";
import { type HolderNotes, holderNotes, saidOf } from "./said.ts";
import { isClash, type PairTable } from "./table.ts";
import type { Weights } from "./weight.ts";

/** Pairs judged by the model, for each statement, in both rounds: the dear step of comparing, so its number is bounded. */
const A_STATEMENT = [0.9, 0.4] as const;
/** A small collection may ask more: it costs a second or two. */
const AT_LEAST = [300, 150] as const;
/** Claims that hang together at least so much may answer one question: the second round makes sure. */
const LOOSE = 0.3;
/** Below this chance of one question a pair is not worth asking about. */
const FLOOR = 0.02;
/** Judged pairs of one claim. */
const PARTNERS = 6;

/** Claims and what words, vectors and rules say of their pairs. */
export interface Scoring {
  claims: readonly Claim[];
  prepared: Prepared;
  weights: Weights;
  /** Candidate pairs by index, i < j. */
  candidates: readonly (readonly [number, number])[];
  /** What the rules make of a pair by index, i < j; remembered. */
  rules: (i: number, j: number) => PairResult;
  /** Of the vectors of two claims by index; null where one has none. */
  cosine: (i: number, j: number) => number | null;
  /** As `relationLogs` of their vectors; null where one has none. */
  relation: (i: number, j: number) => readonly number[] | null;
}

/** Id of a pair of claims among opinions. */
export const idOf = (a: Claim, b: Claim) => `${a.key}|${b.key}`;

/** What the rules read as one question with a clear answer each way is at least so likely one. */
const TOLD = 0.6;

/** Candidates that the rules read as a clash, by number. */
function clashes({
  claims,
  candidates,
  rules,
}: Pick<Scoring, "claims" | "candidates" | "rules">): Set<number> {
  const found = new Set<number>();
  for (const [i, j] of candidates) {
    const result = rules(i, j);
    if (result.same && isClash(result)) found.add(i * claims.length + j);
  }
  return found;
}

/** The chance of one question by claim indexes, in either order. Few are asked for twice, and none costs more than it would to find it again. */
function chances(
  scoring: Pick<Scoring, "claims" | "candidates" | "rules" | "cosine">,
  opinions: ReadonlyMap<string, PairOpinion> | null,
): (i: number, j: number) => number {
  const { claims, cosine } = scoring;
  const told = clashes(scoring);
  return (i, j) => {
    const p = Math.min(i, j);
    const q = Math.max(i, j);
    const a = claims[p]!;
    const b = claims[q]!;
    const made = chanceOf(chanceFeatures(a, b, p, q, cosine(p, q)), opinions?.get(idOf(a, b)) ?? null);
    return told.has(p * claims.length + q) ? Math.max(made, TOLD) : made;
  };
}

/**
 * All pair results, made when first asked for. The chance of one question comes from vectors, places and opinions, what the pair is from
 * the rules and opinions; without vectors the rules' own results stand.
 */
export function judged({
  claims,
  candidates,
  rules,
  cosine,
  relation,
  vectors,
  opinions,
}: Pick<Scoring, "claims" | "candidates" | "rules" | "cosine" | "relation"> & {
  vectors: CompareInputWithModels["vectors"];
  opinions: CompareInputWithModels["opinions"] | undefined;
}): PairTable {
  const surface = (i: number, j: number) => surfaceOf(claims[i]!, claims[j]!);
  if (!vectors) {
    const get = (i: number, j: number) => rules(Math.min(i, j), Math.max(i, j));
    return { get, topic: (i, j) => get(i, j).topic, weighed: false, likely: () => null, surface };
  }
  const known = new Map<number, PairResult>();
  const topic = chances({ claims, candidates, rules, cosine }, opinions ?? null);
  const facts = (p: number, q: number) =>
    factsOf(claims[p]!, claims[q]!, rules(p, q), { cosine: cosine(p, q), relation: relation(p, q) });
  return {
    topic,
    weighed: true,
    surface,
    likely: (i, j) => likelyOf(i < j ? facts(i, j) : facts(j, i)),
    get(i, j) {
      const [p, q] = i < j ? [i, j] : [j, i];
      const code = p * claims.length + q;
      const old = known.get(code);
      if (old) return old;
      const opinion = opinions?.get(idOf(claims[p]!, claims[q]!));
      const made = opinion ? combine(facts(p, q), opinion, topic(p, q)) : unasked(rules(p, q), topic(p, q));
      known.set(code, made);
      return made;
    },
  };
}

/** Up to so many claims every pair is a candidate; beyond, those that share telling words, concepts or figures. */
const ALL = 400;

/** Pairs that may answer one question, by index, i < j: of what puts something forward, in two statements. */
export function mayAnswer({
  claims,
  candidates,
}: Pick<Scoring, "claims" | "candidates">): [number, number][] {
  const pairs: [number, number][] = [];
  const offer = (i: number, j: number) => {
    const [a, b] = [claims[i]!, claims[j]!];
    if (a.asserts && b.asserts && a.statement !== b.statement) pairs.push([i, j]);
  };
  if (claims.length > ALL) for (const [i, j] of candidates) offer(i, j);
  else for (let i = 0; i < claims.length; i++) for (let j = i + 1; j < claims.length; j++) offer(i, j);
  return pairs;
}

/** The pairs to ask about: each claim's likeliest partners first, then the next likeliest, until the bound. */
export function worthAsking(scoring: Scoring): { id: string; pair: readonly [Said, Said] }[] {
  const { claims } = scoring;
  const chance = chances(scoring, null);
  const scored: { i: number; j: number; prior: number }[] = [];
  for (const [i, j] of mayAnswer(scoring)) {
    const prior = chance(i, j);
    const self = claims[i]!.holders.some((id) => claims[j]!.holders.includes(id));
    // The same holder again shows a shift or a repetition: of less consequence than another's answer.
    if (prior >= FLOOR) scored.push({ i, j, prior: self ? prior * 0.5 : prior });
  }
  scored.sort((p, q) => q.prior - p.prior || p.i - q.i || p.j - q.j);
  const taken = new Map<number, number>();
  const ranked = scored.map((pair) => {
    const rank = Math.min(taken.get(pair.i) ?? 0, taken.get(pair.j) ?? 0);
    taken.set(pair.i, (taken.get(pair.i) ?? 0) + 1);
    taken.set(pair.j, (taken.get(pair.j) ?? 0) + 1);
    return { ...pair, rank };
  });
  const notes = holderNotes(scoring.prepared);
  return ranked
    .filter((pair) => pair.rank < PARTNERS)
    .sort((p, q) => p.rank - q.rank || q.prior - p.prior || p.i - q.i || p.j - q.j)
    .slice(0, boundOf(claims, 0))
    .sort((p, q) => p.i - q.i || p.j - q.j)
    .map(({ i, j }) => asked(claims[i]!, claims[j]!, notes));
}

/** What the first round left open: pairs inside groups that its opinions put together loosely, the likeliest first. */
export function leftOpen(
  scoring: Scoring,
  opinions: ReadonlyMap<string, PairOpinion>,
): { id: string; pair: readonly [Said, Said] }[] {
  const { claims } = scoring;
  const chance = chances(scoring, opinions);
  const open: { i: number; j: number; topic: number }[] = [];
  for (const group of linkage(claims, mayAnswer(scoring), chance, LOOSE))
    for (const [n, i] of group.entries())
      for (const j of group.slice(n + 1)) {
        const [a, b] = [claims[i]!, claims[j]!];
        if (a.statement === b.statement || opinions.has(idOf(a, b))) continue;
        open.push({ i, j, topic: chance(i, j) });
      }
  const notes = holderNotes(scoring.prepared);
  return open
    .sort((p, q) => q.topic - p.topic || p.i - q.i || p.j - q.j)
    .slice(0, boundOf(claims, 1))
    .map(({ i, j }) => asked(claims[i]!, claims[j]!, notes));
}

function boundOf(claims: readonly Claim[], round: 0 | 1): number {
  const statements = new Set(claims.map((claim) => claim.statement)).size;
  return Math.max(AT_LEAST[round], Math.round(A_STATEMENT[round] * statements));
}

function asked(a: Claim, b: Claim, notes: HolderNotes): { id: string; pair: readonly [Said, Said] } {
  return { id: idOf(a, b), pair: [saidOf(a, notes), saidOf(b, notes)] };
}
