import { hashId } from "../id.ts";
import type {
  Act,
  Article,
  PairOpinion,
  Passage,
  Reason,
  RelationVerdict,
  Said,
  Speaker,
  Statement,
} from "../model.ts";
import { round } from "./chance.ts";
import { cite } from "./cite.ts";
import type { Claim } from "./claim.ts";
import { combine, factsOf, loneOf, type PairFacts, sameOf, unasked } from "./combine.ts";
import { EntityIndex } from "./entity.ts";
import { type PairResult, scorePair } from "./pair.ts";
import { claimsOfStatement } from "./proposition.ts";
import { RELATION_VERDICTS } from "./table.ts";
import { totalsOf, weigh } from "./weight.ts";

/** One side of a pair for `readout relate`; only `text` is required. */
export interface PairSide {
  text: string;
  speaker?: string | null | undefined;
  date?: string | null | undefined;
  act?: Act | null | undefined;
  negated?: boolean | null | undefined;
  /** On whose behalf. */
  side?: string | null | undefined;
  /** What its pronouns stand for. */
  refers?: string | null | undefined;
  /** Who reports it, where it is only reported. */
  reporter?: string | null | undefined;
}

/** What the vectors of two texts say; both null to go by words. */
export type Likeness = Pick<PairFacts, "cosine" | "relation">;

export const BY_WORDS: Likeness = { cosine: null, relation: null };

/** What two statements are to each other. `verdict` is null where they answer no common question. */
export interface PairRelation {
  sameQuestion: boolean;
  verdict: RelationVerdict | null;
  /** 0..1: how sure the verdict is, or how alike the questions are where there is none. */
  score: number;
  reason: Reason | null;
}

/** The two clauses of a lone pair that say most to each other, with all that is known of them; null where one says nothing. */
export function factsOfPair(
  a: PairSide,
  b: PairSide,
  { cosine, relation }: Likeness,
): { facts: PairFacts; x: Claim; y: Claim } | null {
  const speakers = [a.speaker, b.speaker].map((name) => (name ?? "").trim());
  const people = [...new Set(speakers.filter((name) => name !== ""))].map(speakerNamed);
  const index = new EntityIndex(people, []);
  const left = claimsFor(a, "a", people, index);
  const right = claimsFor(b, "b", people, index);
  if (left.length === 0 || right.length === 0) return null;
  // Two statements are no collection: every word counts the same but for the speakers' names.
  const weights = weigh([...left, ...right]);
  const of = (key: string) => (/^[@#]/.test(key) ? 0.5 : 1);
  const flat = { count: weights.count, of, total: totalsOf(of) };
  let best: { result: PairResult; x: Claim; y: Claim } | null = null;
  for (const x of left) {
    for (const y of right) {
      const result = scorePair(x, y, { weights: flat, cosine });
      if (best === null || worth(result) > worth(best.result)) best = { result, x, y };
    }
  }
  const { result, x, y } = best!;
  const [p, q] = [a.side?.trim() || null, b.side?.trim() || null];
  const facts = {
    ...factsOf(x, y, result, { cosine, relation }),
    sameSide: p !== null && p === q,
    otherSide: p !== null && q !== null && p !== q,
    sameHolder: speakers[0] !== "" && speakers[0] === speakers[1],
  };
  return { facts, x, y };
}

/** A side as the pair model reads it. */
export function saidBy(side: PairSide): Said {
  return {
    text: side.text.trim(),
    refers: side.refers?.trim() || null,
    speaker: side.speaker?.trim() || null,
    side: side.side?.trim() || null,
    date: side.date ?? null,
    act: side.act ?? null,
    negated: side.negated ?? false,
    reporter: side.reporter?.trim() || null,
  };
}

/**
 * Relates two statements that stand alone. Deterministic and symmetric.
 * @param question the question that both are said to answer, where the caller knows it: they then count as answers to it
 * @param likeness what the two texts' sentence vectors say: it decides where the rules see no clear relation
 * @param opinion what the pair model finds of `saidBy` both, or null to go without
 */
export function relatePair(
  a: PairSide,
  b: PairSide,
  question: string | null = null,
  likeness: Likeness = BY_WORDS,
  opinion: PairOpinion | null = null,
): PairRelation {
  const found = factsOfPair(a, b, likeness);
  if (found === null)
    return {
      sameQuestion: question !== null,
      verdict: question === null ? null : "unclear",
      score: 0,
      reason: null,
    };
  const { facts, x, y } = found;
  const result = opinion ? combine(facts, opinion, sameOf(facts, opinion)) : byVectors(facts);
  const same = result.same || question !== null;
  const settled = result.verdict !== "unclear" || result.score > 0;
  if (!same) return { sameQuestion: false, verdict: null, score: round(1 - result.topic), reason: null };
  const figures = result.quantities;
  const joint = { agree: "and", conflict: "against", diverge: "beside", unclear: "beside" }[result.verdict];
  return {
    sameQuestion: true,
    verdict: result.verdict,
    score: settled ? result.score : round(result.topic * 0.5),
    reason: {
      code: result.code,
      text: `${figures ? figures[0].text : cite(x.passage.text)} ${joint} ${figures ? figures[1].text : cite(y.passage.text)}`,
    },
  };
}

/** What the rules see clearly; what they leave open the vectors tell: whether both answer one question, and how they stand then. */
function byVectors(facts: PairFacts): PairResult {
  const { rules } = facts;
  const clear = rules.same && rules.verdict !== "unclear" && rules.score > 0;
  if (facts.relation === null || clear) return rules;
  const { same, likely } = loneOf(facts);
  const verdict = RELATION_VERDICTS.reduce((best, one) => (likely[one] > likely[best] ? one : best));
  const told = unasked(rules, same);
  return verdict === rules.verdict
    ? told
    : { ...told, verdict, score: likely[verdict], code: CODES[verdict] };
}

/** Why, where only vectors tell. */
const CODES = { agree: "paraphrase", conflict: "wording", diverge: "wording", unclear: "wording" } as const;

function worth(result: PairResult): number {
  const sure = { conflict: 1.2, agree: 1, diverge: 0.9, unclear: 0.6 }[result.verdict];
  return result.topic + sure * result.score;
}

function speakerNamed(name: string): Speaker {
  return {
    id: hashId("k", name),
    name,
    kind: /\s/.test(name) ? "person" : "body",
    aliases: [name],
    role: null,
    side: null,
    members: [],
  };
}

function claimsFor(side: PairSide, tag: string, people: readonly Speaker[], index: EntityIndex): Claim[] {
  const text = side.text.trim();
  if (text === "") return [];
  const whole: Passage = { start: 0, end: text.length, text };
  const holder = people.find((one) => one.name === (side.speaker ?? "").trim())?.id ?? null;
  const statement: Statement = {
    id: `s_${tag}`,
    source: [],
    cue: [],
    content: [whole],
    refersTo: [],
    form: "indirect",
    kind: "speech",
    act: side.act ?? "assert",
    negated: side.negated ?? false,
    parent: null,
    addressee: [],
    medium: [],
    speakers: holder ? [holder] : [],
    via: [],
    speakerScore: null,
    guess: null,
    saidAt: side.date ?? null,
    score: 1,
  };
  const article = {
    id: `a_${tag}`,
    text,
    publishedAt: side.date ?? null,
    statements: [],
    speakers: [],
  } as unknown as Article;
  const holders = holder ? [holder] : [];
  // Two speakers are two parties, as far as a lone pair can tell.
  return claimsOfStatement(statement, {
    article,
    voice: { holder, side: null, index },
    holders,
    sides: [holder ?? tag],
    standing: "spoken",
  });
}
