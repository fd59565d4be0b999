import type { PairOpinion, Said } from "../model.ts";
import type { Claim } from "./claim.ts";
import type { PairTable } from "./cluster.ts";
import { combine, factsOf, priorOf } from "./combine.ts";
import { linkage } from "./link.ts";
import type { PairResult } from "./pair.ts";
import type { Prepared } from "./prepare.ts";
import { type HolderNotes, holderNotes, saidOf } from "./said.ts";
import type { Weights } from "./weight.ts";

/** Pairs judged by the model, for each statement, in both rounds: the dear step of comparing, so its number is bounded. */
const A_STATEMENT = [1.4, 0.6] as const;
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
  rules: (a: Claim, b: Claim) => PairResult;
  cosine: (a: Claim, b: Claim) => number | null;
}

/** Id of a pair of claims among opinions. */
export const idOf = (a: Claim, b: Claim) => `${a.key}|${b.key}`;

/** All pair results, weighed when first asked for. Without any opinions the rules' own results stand. */
export function judged({
  claims,
  rules,
  cosine,
  opinions,
}: Pick<Scoring, "claims" | "rules" | "cosine"> & {
  opinions: ReadonlyMap<string, PairOpinion> | null | undefined;
}): PairTable {
  const known = new Map<number, PairResult>();
  const weighed = (a: Claim, b: Claim): PairResult =>
    opinions
      ? combine(factsOf(a, b, rules(a, b), cosine(a, b)), opinions.get(idOf(a, b)) ?? null)
      : rules(a, b);
  return {
    get(i, j) {
      const [p, q] = i < j ? [i, j] : [j, i];
      const code = p * claims.length + q;
      const made = known.get(code) ?? weighed(claims[p]!, claims[q]!);
      known.set(code, made);
      return made;
    },
  };
}

/**
 * The pairs to ask about: each claim's likeliest partners first, then the next likeliest, until the bound. Only what puts
 * something forward can answer a question, and only two mouths, or one at two times, can differ.
 */
export function worthAsking(scoring: Scoring): { id: string; pair: readonly [Said, Said] }[] {
  const { claims, candidates, rules, cosine } = scoring;
  const scored: { i: number; j: number; prior: number }[] = [];
  for (const [i, j] of candidates) {
    const [a, b] = [claims[i]!, claims[j]!];
    if (!a.asserts || !b.asserts || a.statement === b.statement) continue;
    const prior = priorOf(factsOf(a, b, rules(a, b), cosine(a, b)));
    const self = a.holders.some((id) => b.holders.includes(id));
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
  const { claims, candidates } = scoring;
  const table = judged({ ...scoring, opinions });
  const edges = candidates
    .filter(([i, j]) => claims[i]!.asserts && claims[j]!.asserts)
    .map(([i, j]) => ({ i, j, result: table.get(i, j) }));
  const open: { i: number; j: number; topic: number }[] = [];
  for (const group of linkage(claims, edges, table, LOOSE))
    for (const [n, i] of group.entries())
      for (const j of group.slice(n + 1)) {
        const [a, b] = [claims[i]!, claims[j]!];
        if (a.statement === b.statement || opinions.has(idOf(a, b))) continue;
        open.push({ i, j, topic: table.get(i, j).topic });
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
