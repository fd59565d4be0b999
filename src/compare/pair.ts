import type { ReasonCode, RelationVerdict } from "../model.ts";
import type { Claim } from "./claim.ts";
import { conceptsOf, opposed, toneOf } from "./concepts.ts";
import { compareFigures, sharedFigures } from "./figures.ts";
import { matchHeads, type PredicateMatch } from "./predicate.ts";
import type { Quantity } from "./quantity.ts";
import { relateQuantities } from "./quantity-relation.ts";
import { REPORTING_VERBS } from "./vocabulary.ts";
import { overlapOf, type Weights } from "./weight.ts";

/** What two claims are to each other. */
export interface PairResult {
  /** How surely both answer one question, 0..1. */
  topic: number;
  same: boolean;
  verdict: RelationVerdict;
  code: ReasonCode;
  /** How sure the verdict is, 0..1. */
  score: number;
  /** The quantities that decide, where they do. */
  quantities: [Quantity, Quantity] | null;
  match: PredicateMatch | null;
  /** Chances of each verdict, given one question; null where only the rules were asked. */
  chances: Record<RelationVerdict, number> | null;
}

export interface PairContext {
  weights: Weights;
  /** Cosine of the two texts' vectors, or null where there are none. */
  cosine: number | null;
}

/** Of two articles about two matters: whatever their words share, it is about two things. */
export const UNRELATED: PairResult = {
  topic: 0,
  same: false,
  verdict: "unclear",
  code: "wording",
  score: 0,
  quantities: null,
  match: null,
  chances: null,
};

/** Thresholds, tuned on three invented events (fixtures/events: the first three) and the table tests. */
const SAME_TOPIC = 0.42;

/** Scores one pair of claims. Symmetric: scorePair(a, b) and scorePair(b, a) agree. */
export function scorePair(a: Claim, b: Claim, { weights, cosine }: PairContext): PairResult {
  const words = overlapOf(withContext(a), withContext(b), weights);
  const lexical = 0.55 * words.cover + 0.45 * Math.min(1, words.joint * 1.6);
  const match = matchHeads(headsFor(a, b), headsFor(b, a), weights);
  const structure = match === null ? 0 : structureOf(match);
  // Vectors of good encoders put unrelated news sentences near 0.1 and paraphrases above 0.6.
  const meaning = cosine === null ? null : Math.max(0, Math.min(1, (cosine - 0.1) / 0.65));
  let topic =
    meaning === null ? 0.55 * lexical + 0.45 * structure : 0.32 * lexical + 0.28 * structure + 0.4 * meaning;
  topic += sharedFigures(a, b, match);
  const direct = a.answers.includes(b.statement) || b.answers.includes(a.statement);
  if (direct) topic = Math.max(topic, 0.85);
  if (match?.swapped && Math.abs(match.predicate) >= 0.85) topic = Math.max(topic, 0.5);
  // "There was no such promise": the rare noun it points back to stands for all the rest.
  const back = match !== null && pointsBack(a, b, match, weights);
  if (back) topic = Math.max(topic, 0.6);
  const result = decide(a, b, { lexical, topic, direct, match, cosine, shared: words.shared, back });
  const same =
    topic >= SAME_TOPIC ||
    result.score >= 0.7 ||
    result.verdict === "diverge" ||
    (result.quantities !== null && topic >= 0.3);
  return {
    topic: round(Math.min(1, topic)),
    same,
    ...result,
    score: round(result.score),
    match,
    chances: null,
  };
}

/** How much predicate and arguments have in common; what is not named counts little. */
function structureOf(match: PredicateMatch): number {
  const silent = match.a.others.size === 0 && match.b.others.size === 0;
  if (vague(match) || (silent && match.agent < 0.5)) return 0.2 * Math.abs(match.predicate);
  const agents = match.agent === 0.5 ? 0.35 : match.agent;
  const others = match.a.others.size > 0 && match.b.others.size > 0 ? match.others : 0.3;
  return (0.35 + 0.3 * agents + 0.35 * others) * Math.abs(match.predicate);
}

/** A claim's own heads, and where it reports the other holder's words, those too. */
function headsFor(claim: Claim, other: Claim): Claim["heads"] {
  if (claim.reported.length === 0) return claim.heads;
  const theirs = claim.heads.some(
    (head) =>
      other.holders.some((id) => head.agent.has(`@${id}`)) ||
      other.sides.some((id) => head.agent.has(`#${id}`)),
  );
  return theirs ? [...claim.heads, ...claim.reported] : claim.heads;
}

const round = (x: number) => Math.round(x * 1e4) / 1e4;

const wide = new WeakMap<Claim, ReadonlySet<string>>();

/** A claim's keys and those of what it points to; one set a claim, by which weights know it again. */
function withContext(claim: Claim): ReadonlySet<string> {
  if (claim.context.size === 0) return claim.keys;
  const known = wide.get(claim) ?? new Set([...claim.keys, ...claim.context]);
  wide.set(claim, known);
  return known;
}

function pointsBack(a: Claim, b: Claim, match: PredicateMatch, weights: Weights): boolean {
  if (Math.abs(match.predicate) < 0.85 || a.sides.some((side) => b.sides.includes(side))) return false;
  const rare = Math.max(...[...match.a.roots, ...match.b.roots].map((root) => weights.of(root)), 0);
  const bare = (claim: Claim, p: { others: ReadonlySet<string>; agent: ReadonlySet<string> }) =>
    claim.anaphoric && p.others.size <= 1 && p.agent.size === 0;
  return rare > 0.5 && (bare(a, match.a) || bare(b, match.b));
}

export interface Evidence {
  lexical: number;
  topic: number;
  direct: boolean;
  match: PredicateMatch | null;
  cosine: number | null;
  shared: number;
  /** One of them points back to what the other says ("no such promise"). */
  back: boolean;
}

/** Nearly the same arguments, and what differs are opposites. */
function turnedRound(match: PredicateMatch): boolean {
  const onlyA = [...match.a.others].filter((key) => !match.b.others.has(key));
  const onlyB = [...match.b.others].filter((key) => !match.a.others.has(key));
  if (onlyA.length === 0 || onlyA.length > 2 || onlyB.length === 0 || onlyB.length > 2) return false;
  const common = match.a.roots.filter((root) => match.b.roots.includes(root)).length;
  if (match.a.others.size - onlyA.length < 1 && common < 2) return false;
  return onlyA.some((a) =>
    onlyB.some((b) => conceptsOf(a).some((x) => conceptsOf(b).some((y) => opposed(x, y)))),
  );
}

/** "I never spoke those words" against what another says that the speaker said, on one subject. */
function disowned(a: Claim, b: Claim, evidence: Evidence): Decision | null {
  const own = a.heads[0];
  const told = b.heads[0];
  if (!own?.negative || !told || told.negative || a.clause < 0 || b.clause < 0) return null;
  const verbOf = (claim: Claim) =>
    claim.frame.tokens[claim.frame.clauses[claim.clause]?.verb ?? -1]?.lemma ?? "";
  if (
    !/^(?:say|speak|tell|utter|use|write|call|state|suggest|mention)$/.test(verbOf(a)) ||
    !REPORTING_VERBS.has(verbOf(b))
  )
    return null;
  const self = a.holders.some((id) => own.agent.has(`@${id}`) && told.agent.has(`@${id}`));
  if (!self || a.polarity !== 1 || b.polarity !== 1) return null;
  const shared = [...own.others].filter((key) => told.others.has(key) && !/^[@#]/.test(key));
  if (shared.length < 2 && evidence.topic < SAME_TOPIC) return null;
  return { verdict: "conflict", code: "negation", score: 0.75, quantities: null };
}

/** Both say who, and it is not the same. */
function otherAgents(a: Claim, b: Claim): boolean {
  const [p, q] = [a.heads[0]?.agent, b.heads[0]?.agent];
  if (!p || !q || p.size === 0 || q.size === 0) return false;
  for (const key of p) if (q.has(key)) return false;
  return ["@", "#"].some(
    (kind) => [...p].some((key) => key.startsWith(kind)) && [...q].some((key) => key.startsWith(kind)),
  );
}

/** "It was hard" and "he was hard of hearing": without a common subject or object, a shared adjective joins nothing. */
function vague(match: PredicateMatch): boolean {
  if (!match.a.light && !match.b.light) return false;
  const known = match.agent >= 0.7;
  return !known && (match.others < 0.35 || match.a.others.size === 0 || match.b.others.size === 0);
}

/** What two parties do with one another: who is named first says nothing. */
const MUTUAL = new Set([
  "meet",
  "talk",
  "speak",
  "agre",
  "discuss",
  "negoti",
  "play",
  "face",
  "join",
  "share",
  "exchang",
  "convers",
  "quarrel",
  "argu",
  "clash",
  "marri",
  "confer",
  "shake",
]);

/** Predicates so common that sharing them says little. */
const LIGHT = new Set([
  "decis",
  "meet",
  "plan",
  "work",
  "tell",
  "see",
  "take",
  "put",
  "us",
  "want",
  "begin",
  "start",
  "think",
  "know",
]);

export type Decision = Pick<PairResult, "verdict" | "code" | "score" | "quantities">;

const none: Decision = { verdict: "unclear", code: "wording", score: 0, quantities: null };

function decide(a: Claim, b: Claim, evidence: Evidence): Decision {
  const { match, topic, direct } = evidence;
  if (!a.asserts || !b.asserts || a.wish !== b.wish) return none;
  // One holder denies the very words of the other.
  if (direct && a.polarity !== b.polarity && (a.act === "doubt" || b.act === "doubt"))
    return { verdict: "diverge", code: "hedged", score: 0.6, quantities: null };
  if (direct && a.polarity !== b.polarity)
    return { verdict: "conflict", code: "negation", score: 0.95, quantities: null };
  const figures = compareFigures(a, b, evidence);
  const numbers = figures.decision;
  const words = disowned(a, b, evidence) ?? disowned(b, a, evidence);
  if (words) return words;
  // "He denied that thirty had died": twelve may have.
  if (figures.differ && a.polarity !== b.polarity) return none;
  const signs = signOf(a, match?.a ?? null) * signOf(b, match?.b ?? null);
  const hedged = a.hedged || b.hedged || match?.a.hedged === true || match?.b.hedged === true;
  if (match) {
    const arguments_ = match.agent + match.others;
    const strong = Math.abs(match.predicate) >= 0.85;
    const opposite = match.predicate < 0 ? -signs : signs;
    const pointing = evidence.back && arguments_ >= 0.9;
    if (
      strong &&
      opposite < 0 &&
      (arguments_ >= 1.15 || pointing) &&
      topic >= 0.38 &&
      !match.rivals &&
      (match.others > 0.12 || pointing)
    ) {
      if ((vague(match) || !match.anchored) && !pointing) return none;
      if (differentTimes(a, b)) return { verdict: "unclear", code: "time", score: 0.6, quantities: null };
      if (hedged) return { verdict: "diverge", code: "hedged", score: 0.6, quantities: null };
      // Opposite words carry less than one word affirmed and denied.
      const score = Math.min(0.95, 0.4 + 0.3 * arguments_ * Math.abs(match.predicate));
      if (match.predicate < 0 && (match.others < 0.45 || arguments_ < 1.3))
        return topic >= 0.45 ? { verdict: "diverge", code: "wording", score: 0.55, quantities: null } : none;
      return { verdict: "conflict", code: "negation", score, quantities: null };
    }
    // "We were not the first" and "they were the first".
    if (
      strong &&
      match.predicate > 0 &&
      opposite < 0 &&
      match.rivals &&
      match.a.foremost &&
      match.b.foremost &&
      match.others > 0.2
    ) {
      return { verdict: "agree", code: "attribution", score: 0.65, quantities: null };
    }
    // Who was it? Only one party can have been first, or the only one; or each says it was the other.
    if (
      strong &&
      opposite > 0 &&
      match.rivals &&
      named(match) &&
      (match.swapped || (match.a.unique && match.b.unique && match.others > 0.2)) &&
      differentSides(a, b)
    ) {
      const exclusive = match.a.unique || match.b.unique;
      if (match.swapped && !exclusive) {
        // Each says it was the other: both may be true of two occasions, and two can do it together.
        if (match.a.roots.some((root) => MUTUAL.has(root)))
          return { verdict: "agree", code: "paraphrase", score: 0.6, quantities: null };
        return { verdict: "diverge", code: "attribution", score: 0.55, quantities: null };
      }
      return { verdict: "conflict", code: "attribution", score: 0.75, quantities: null };
    }
  }
  if (numbers && numbers.verdict !== "agree") return numbers;
  const divergence = tones(a, b, evidence);
  if (divergence) return divergence;
  if (topic < SAME_TOPIC) return none;
  if (match && Math.abs(match.predicate) >= 0.85 && !match.rivals) {
    const opposite = match.predicate < 0 ? -signs : signs;
    // "not open" and "closed".
    if (opposite > 0 && match.predicate < 0 && match.agent + match.others >= 1.3 && !figures.differ) {
      return { verdict: "agree", code: "paraphrase", score: 0.6, quantities: null };
    }
    // "found him guilty" and "found him innocent".
    if (opposite > 0 && match.predicate > 0 && match.agent >= 0.7 && turnedRound(match)) {
      return { verdict: "conflict", code: "negation", score: 0.7, quantities: null };
    }
    if (opposite > 0 && match.predicate > 0 && match.agent >= 0.5 && match.agent + match.others >= 1) {
      if (numbers) return numbers;
      if (figures.differ) return none;
      if ((vague(match) || !match.anchored) && (evidence.cosine ?? 0) < 0.65) return none;
      // "fired only in reply" takes back half of "fired".
      const bare = match.a.others.size === 0 || match.b.others.size === 0;
      if (match.a.unique !== match.b.unique && (bare || match.others < 0.5)) return none;
      const light = match.a.roots.every((root) => LIGHT.has(root)) || match.predicate < 1;
      if (light && match.others < 0.25 && topic < 0.6) return none;
      if (a.hedged !== b.hedged) return { verdict: "agree", code: "hedged", score: 0.55, quantities: null };
      return {
        verdict: "agree",
        code: told(a, match.a) || told(b, match.b) ? "reported" : "paraphrase",
        score: Math.min(0.95, 0.3 + 0.6 * topic),
        quantities: null,
      };
    }
  }
  if (numbers) return numbers;
  const shared = [...a.keys].filter((key) => b.keys.has(key) && !/^[@#]/.test(key)).length;
  const close =
    evidence.cosine === null
      ? evidence.lexical > 0.6
      : evidence.cosine > 0.74 || (evidence.cosine > 0.6 && evidence.lexical > 0.4 && shared >= 2);
  const clash = otherAgents(a, b);
  const flat = signOf(a, a.heads[0] ?? null) * signOf(b, b.heads[0] ?? null);
  if (close && !clash && flat > 0 && (match === null || match.predicate >= 0))
    return { verdict: "agree", code: "paraphrase", score: 0.55, quantities: null };
  return { verdict: "unclear", code: "wording", score: 0, quantities: null };
}

const told = (claim: Claim, head: Claim["heads"][number]) => claim.reported.includes(head);

const named = (match: PredicateMatch) => match.a.agent.size > 0 && match.b.agent.size > 0;

function signOf(claim: Claim, head: { negative: boolean } | null): number {
  // The event of the cue carries the denial itself.
  const event = head !== null && "at" in head && (head as { at: number }).at === -1;
  return (event ? 1 : claim.polarity) * (head?.negative ? -1 : 1);
}

/** Other parties speak; a holder without a side counts as one. */
export function differentSides(a: Claim, b: Claim): boolean {
  if (a.holders.some((id) => b.holders.includes(id))) return false;
  return !a.sides.some((side) => b.sides.includes(side));
}

/** Both name when, and the times exclude each other. */
function differentTimes(a: Claim, b: Claim): boolean {
  const dates = (claim: Claim) => claim.quantities.filter((q) => q.dimension === "date");
  const as = dates(a);
  const bs = dates(b);
  if (as.length === 0 || bs.length === 0) return false;
  return as.every((x) => bs.every((y) => relateQuantities(x, y) === "different"));
}

/**
 * Accounts of one meeting that differ without contradiction: the same actor towards the same people, in one
 * account with a hostile act, in the other with a conciliatory one.
 */
function tones(a: Claim, b: Claim, evidence: Evidence): Decision | null {
  if (!differentSides(a, b)) return null;
  if (toneOfClaim(a) * toneOfClaim(b) >= 0) return null;
  const actors = a.heads.some((p) => b.heads.some((q) => sameActor(p.agent, q.agent)));
  if (!actors) return null;
  // Of one meeting, on one day: else two acts at two times.
  if (a.day !== null && b.day !== null && Math.abs(a.day - b.day) > 3) return null;
  // The same two at one meeting: what the one did to the other.
  const counterpart = a.heads.some((p) =>
    b.heads.some((q) => [...p.others].some((key) => key.startsWith("@") && q.others.has(key))),
  );
  const scene = (a.encounter && b.encounter) || (counterpart && (a.encounter || b.encounter));
  if (evidence.topic < 0.3 && !scene) return null;
  if (evidence.topic < SAME_TOPIC && !a.encounter && !b.encounter) return null;
  // Somebody else than the actor tells at least one of the two accounts.
  const self = (claim: Claim) =>
    claim.heads.every((head) => claim.holders.some((id) => head.agent.has(`@${id}`)));
  if (self(a) && self(b)) return null;
  return {
    verdict: "diverge",
    code: "wording",
    score: Math.min(0.8, 0.5 + 0.3 * evidence.topic),
    quantities: null,
  };
}

/** The same person, or one of the same side and the same office. */
function sameActor(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const key of a) if (key.startsWith("@") && b.has(key)) return true;
  if (![...a].some((key) => key.startsWith("#") && b.has(key))) return false;
  const roles = (keys: ReadonlySet<string>) =>
    [...keys].filter((key) => !/^[@#]/.test(key) && !key.startsWith("n:"));
  const concepts = new Set(roles(b).flatMap((key) => [...conceptsOf(key)]));
  return roles(a).some((key) => b.has(key) || conceptsOf(key).some((concept) => concepts.has(concept)));
}

function _sharesParty(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const key of a) if (/^[@#]/.test(key) && b.has(key)) return true;
  return false;
}

function toneOfClaim(claim: Claim): number {
  let tone = 0;
  for (const head of claim.heads) {
    const t = head.concepts.map(toneOf).find((x) => x !== 0) ?? 0;
    tone += head.negative ? -t : t;
  }
  if (tone === 0 && claim.clause >= 0) {
    // "opened by confronting him": the tone is in what hangs on a neutral verb.
    for (const [n, clause] of claim.frame.clauses.entries()) {
      if (clause.parent !== claim.clause || clause.kind !== "participle") continue;
      tone += claim.frame.predications[n]!.concepts.map(toneOf).find((x) => x !== 0) ?? 0;
    }
  }
  return Math.sign(tone);
}
