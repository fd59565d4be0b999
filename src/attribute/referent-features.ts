/**
 * What speaks for and against a candidate, and for "stands for nothing before it", as named numbers; the weights are in
 * referent-ranker.json.
 */
import type { Act, Statement } from "../model.ts";
import { contains, overlaps } from "../span.ts";
import { SAID } from "./anaphor.ts";
import { surname } from "./antecedent.ts";
import { opensClause } from "./clause.ts";
import { declines } from "./decline.ts";
import { holderNoun } from "./holder.ts";
import { lemmaIn } from "./lemma.ts";
import { firstEndingAfter, type Page } from "./page.ts";
import type { Pointer } from "./pointer.ts";
import { type Candidate, closeness } from "./referent-candidates.ts";
import { endOf, startOf } from "./statement.ts";
import { capital, type Word } from "./words.ts";

export type Features = Map<string, number>;

export interface Scene {
  page: Page;
  statement: Statement;
  pointer: Pointer;
  candidates: readonly Candidate[];
  /** What the rules take it for. */
  ruled: Candidate["passages"];
  /** The statements around it, nearest first. */
  holders: readonly Statement[];
}

const GROUPS: Partial<Record<Act, string>> = {
  deny: "deny",
  reject: "deny",
  doubt: "deny",
  confirm: "accept",
  accept: "accept",
  agree: "accept",
  decline: "decline",
  promise: "will",
  propose: "will",
  demand: "will",
  threaten: "will",
  want: "will",
  ask: "ask",
  praise: "judge",
  criticise: "judge",
};
const groupOf = (s: Statement): string => GROUPS[s.act] ?? (s.kind === "belief" ? "belief" : "claim");

const bucket = (n: number, edges: readonly number[]): string => {
  const at = edges.findIndex((edge) => n <= edge);
  return String(at < 0 ? edges.length : at);
};

const isPronoun = (s: Statement) => /^(?:he|she|they|it|we|i|you)$/i.test(s.source[0]?.text ?? "");

function relationOf(a: Statement, b: Statement): string {
  if (a.source.length === 0 || b.source.length === 0) return "unknown";
  if (a.source[0]!.start === b.source[0]!.start) return "own";
  const name = surname(a);
  if ((name !== null && name === surname(b)) || a.source[0]!.text === b.source[0]!.text) return "same";
  return isPronoun(a) ? (isPronoun(b) ? "pronouns" : "pronoun") : isPronoun(b) ? "of pronoun" : "other";
}

const contentWords = (words: readonly Word[]): Set<string> =>
  new Set(
    words.filter((w) => w.lexical && w.lower.length > 3 && !COMMON.test(w.lower)).map((w) => stem(w.lower)),
  );
const COMMON =
  /^(?:that|this|they|them|their|there|these|those|have|been|were|with|from|what|which|would|could|should|will|about|into|than|such|said|when|then|only|also|very|more|most|some|does|your|just)$/;
const stem = (lower: string) => lower.replace(/(?:ies|es|s|ed|ing|'s)$/, "").slice(0, 7);

/** The features of each candidate, in their order. */
export function candidateFeatures(scene: Scene): Features[] {
  const { page, statement, pointer, candidates, ruled, holders } = scene;
  const { shape } = pointer;
  const own = contentWords(statement.content.flatMap((c) => page.within(c)));
  const mine = groupOf(statement);
  const begin = startOf(statement);
  const sentence = page.sentenceAt(pointer.at);
  const index = (at: number) => firstEndingAfter(page.doc.sentences, at);
  const here = index(pointer.at);
  const paragraph = page.paragraphAt(pointer.at);
  const turn = page.turnAt(pointer.at);
  const quoted = holders.find((h) => h.form !== "indirect" && h.cue.length > 0)?.content ?? [];
  const acts = pointer.noun ? (SAID.get(pointer.noun) ?? null) : null;
  return candidates.map((candidate) => {
    const { kind, passages, rank, statement: of } = candidate;
    const f: Features = new Map();
    const set = (name: string, value = 1) => {
      f.set(name, value);
    };
    const crossed = (name: string, value = 1) => {
      set(name, value);
      set(`${shape}:${name}`, value);
    };
    const first = passages[0]!;
    const last = passages.at(-1)!;
    const words = passages.flatMap((p) => page.within(p)).filter((w) => w.lexical);
    crossed(`kind ${kind}`);
    const distance = Math.min(5, here - index(last.end - 1));
    crossed(`distance ${distance}`);
    set(`${kind} distance ${distance}`);
    crossed(`paragraphs ${Math.min(3, paragraph - page.paragraphAt(first.start))}`);
    crossed(`${kind} rank ${Math.min(4, rank)}`);
    crossed(`${kind} size ${bucket(words.length, [2, 5, 10, 18, 30])}`);
    if (ruled.length > 0) crossed("rule", closeness(passages, ruled));
    const theirs = contentWords(words);
    const shared = [...own].filter((w) => theirs.has(w)).length;
    if (own.size > 0) crossed("shared", shared / own.size);
    if (pointer.noun && theirs.has(stem(pointer.noun))) crossed("noun in it");
    if (/\?["”’']?$/.test(last.text)) crossed("question");
    if (declines(first.text)) crossed("declines");
    const clause = words.length > 2 && opensClause([...words], 0, 30);
    if (clause || /^that$/.test(words[0]?.lower ?? "")) crossed("clause");
    if (/^(?:to)$/.test(words[0]?.lower ?? "")) crossed("infinitive");
    if (quoted.length > 0)
      crossed(quoted.some((q) => contains(q, first)) ? "in the quotation" : "out of the quotation");
    else if (
      page
        .quotationsAt(first)
        .some((q) => contains(q, first) && !contains(q, { start: begin, end: begin + 1 }))
    )
      crossed("quoted");
    if (turn >= 0) crossed(`turns ${Math.min(3, turn - page.turnAt(first.start))}`);
    if (statement.source.some((s) => passages.some((p) => overlaps(s, p)))) crossed("meets source");
    if (of) {
      const relation = relationOf(statement, of);
      crossed(relation);
      set(`${mine}, ${relation}`);
      const theirGroup = groupOf(of);
      set(`${mine} of ${theirGroup}`);
      set(`${shape} of ${theirGroup}`);
      if (of.negated) crossed("negated");
      crossed(of.form);
      if (of.parent === null) crossed("top");
      else if (holders.some((h) => h.id === of.parent)) crossed("sibling");
      if (
        candidates.some(
          (c) => c !== candidate && c.statement && of.content.some((x) => contains(x, c.passages[0]!)),
        )
      )
        crossed("wider");
      if (candidates.some((c) => c !== candidate && c.statement?.content.some((x) => contains(x, first))))
        crossed("within another");
      if (acts) crossed(acts.includes(of.act) ? "act of noun" : "another act");
      if (
        pointer.noun &&
        of.cue.some((c) => page.within(c).some((w) => lemmaIn(w.lower, SAID) === pointer.noun))
      )
        crossed("same noun");
      if (sentence && of.cue.length > 0 && endOf(of) > sentence.start) crossed("same sentence");
    }
    if (kind === "noun") nounFeatures(page, pointer, words, crossed);
    else if (kind !== "content") {
      if (words.some((w) => VERB.test(w.lower))) crossed("verb");
    }
    return f;
  });
}

/** Words to look back over for how often a noun is named. */
const MENTIONS_IN = 400;

const VERB =
  /^(?:is|was|are|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did|\w+ed|\w+n't)$/;

function nounFeatures(
  page: Page,
  pointer: Pointer,
  words: readonly Word[],
  set: (name: string, value?: number) => void,
): void {
  const [first, head] = [words[0]!, words.at(-1)!];
  const plural = /[^s]s$/.test(head.lower) || / and /.test(words.map((w) => w.lower).join(" "));
  set(plural === pointer.plural ? "number agrees" : "number clashes");
  set(
    /^an?$/.test(first.lower)
      ? "indefinite"
      : first.lower === "the"
        ? "definite"
        : /^(?:his|her|its|their)$/.test(first.lower)
          ? "owned"
          : capital(first)
            ? "name"
            : "bare",
  );
  if (holderNoun(head.lower)) set("holder");
  if (TIME.test(head.lower) || /^\d/.test(head.lower)) set("time");
  if (lemmaIn(head.lower, SAID) !== null) set("noun of saying");
  const before = page.before(first.start, 1)[0];
  if (before && /^(?:of|in|on|at|for|to|with|by|from|about|over|into)$/.test(before.lower))
    set("behind preposition");
  if (!before || /^[.?!”"’]$/.test(before.text)) set("sentence begins");
  const key = stem(head.lower);
  if (head.lower.length > 3) {
    let count = 0;
    for (const w of page.before(pointer.at, MENTIONS_IN))
      if (w.lower.length > 3 && stem(w.lower) === key) count++;
    set("mentions", Math.min(4, count) / 2);
  }
}

const TIME =
  /^(?:day|week|month|year|hour|minute|moment|time|today|yesterday|morning|evening|night|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)s?$/;
/** Answers that say all about themselves: nobody need look for what was not answered. */
const MUTE =
  /\b(?:reached|available|comment|commenting|position|apologi[sz]\w*|sorry|apologetic|silent|elaborate|calls?|questions?|counsel|talking|relieved|furious|drawn|names?d?)$/;

/** What speaks for nothing before it being meant. */
export function noneFeatures(scene: Scene): Features {
  const { page, statement, pointer, ruled, holders } = scene;
  const f: Features = new Map();
  const { shape } = pointer;
  const crossed = (name: string) => {
    f.set(name, 1);
    f.set(`${shape}:${name}`, 1);
  };
  crossed("none");
  crossed(ruled.length > 0 ? "none, though ruled" : "none, nor ruled");
  crossed(`none ${groupOf(statement)}`);
  f.set(`none ${statement.act}`, 1);
  crossed(
    `none word ${/^(?:it|its|this|that|these|those|they|them|their|so|such|the|one|what)$/.test(pointer.word) ? pointer.word : "other"}`,
  );
  crossed(`none ${statement.kind}`);
  if (statement.negated) crossed("none negated");
  crossed(`none at ${bucket(pointer.index, [0, 1, 2, 4, 8])}`);
  const words = statement.content.flatMap((c) => page.within(c)).filter((w) => w.lexical);
  crossed(`none size ${bucket(words.length, [0, 2, 4, 7, 12, 20])}`);
  if (statement.form !== "indirect") crossed("none quoted");
  if (holders.length > 0) crossed(holders.some((h) => h.cue.length > 0) ? "none held" : "none in turn");
  if (shape === "empty" && MUTE.test(statement.cue.map((c) => c.text.toLowerCase()).join(" ")))
    crossed("none mute");
  if (pointer.noun)
    crossed(SAID.has(lemmaIn(pointer.noun, SAID) ?? "") ? "none noun of saying" : "none other noun");
  return f;
}
