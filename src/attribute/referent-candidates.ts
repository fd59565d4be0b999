/**
 * What a pointing word may stand for: what was said before it, the sentences and clauses before it, what stands in
 * quotation marks there, and for things the noun phrases.
 */
import type { Passage, Span, Statement } from "../model.ts";
import { overlaps, passage, sharedLength } from "../span.ts";
import { isTurn } from "./antecedent.ts";
import { finite } from "./lemma.ts";
import type { Page } from "./page.ts";
import type { Pointer } from "./pointer.ts";
import { endOf, startOf } from "./statement.ts";
import { closes, opens, possessive, type Word } from "./words.ts";

type CandidateKind = "content" | "sentence" | "clause" | "quotation" | "noun" | "rule";

export interface Candidate {
  kind: CandidateKind;
  passages: Passage[];
  /** Whose content it is. */
  statement: Statement | null;
  /** Number of candidates of its kind that are nearer. */
  rank: number;
}

/** Statements to look back over, and sentences. */
const STATEMENTS = 14;
const SENTENCES = 5;
const SENTENCES_IN_TALK = 7;
const PARAGRAPHS = 4;

const POINTS_ONLY =
  /^(?:it|this|that|so|these|those|them|him|her|otherwise|which|who|what|why|how|no|yes|to|me to|one)[.,]?$/i;

/** All that may be meant, nearest first within a kind. `ruled` is what the rules take it for, [] where nothing. */
export function candidatesOf(
  page: Page,
  statement: Statement,
  pointer: Pointer,
  earlier: readonly Statement[],
  ruled: readonly Passage[],
): Candidate[] {
  const out: Candidate[] = [];
  const known = new Set<string>();
  const ranks = new Map<CandidateKind, number>();
  const own = [...statement.content, ...statement.cue, ...statement.source];
  const add = (kind: CandidateKind, found: Passage[], of: Statement | null = null) => {
    if (found.length === 0) return;
    // its own words are never meant, but those around a relative's head
    if (pointer.shape !== "relative" && found.some((f) => statement.content.some((c) => overlaps(f, c))))
      return;
    if (found.length === 1 && own.some((o) => o.start === found[0]!.start && o.end === found[0]!.end)) return;
    const key = found.map((f) => `${f.start}-${f.end}`).join();
    if (known.has(key)) return;
    known.add(key);
    const rank = ranks.get(kind) ?? 0;
    ranks.set(kind, rank + 1);
    out.push({ kind, passages: found, statement: of, rank });
  };
  const near = earlier
    .filter((s) => endOf(s) <= Math.max(pointer.at, startOf(statement)) || isBefore(s, pointer.at))
    .filter((s) => !isTurn(page, s) && (pointer.shape === "alone" || !asksFor(s)))
    .toSorted((a, b) => endOf(b) - endOf(a) || startOf(b) - startOf(a));
  for (const s of near.slice(0, STATEMENTS)) {
    const text = s.content.map((c) => c.text).join(" ");
    if (POINTS_ONLY.test(text)) add("content", s.refersTo, s);
    else
      add(
        "content",
        s.content.length > 1 ? s.content.filter((c) => !POINTS_ONLY.test(c.text)) : s.content,
        s,
      );
  }
  add("rule", [...ruled]);
  const begin = pointer.shape === "alone" ? startOf(statement) : pointer.at;
  const spans = sentencesBefore(page, begin);
  spans.forEach((span, index) => {
    if (index > 0) add("sentence", [passage(page.text, span.start, span.end)]);
    const clauses = clausesOf(page, span);
    for (const clause of clauses.reverse())
      if (index === 0 || clauses.length > 1) add("clause", [passage(page.text, clause.start, clause.end)]);
    for (const q of page.quotationsAt(span).toReversed())
      if (q.start >= span.start && q.end <= span.end && q.depth === 0)
        add("quotation", [passage(page.text, q.start, q.end)]);
  });
  if (/^(?:whole|noun|relative|one|alone|said|clause)$/.test(pointer.shape))
    for (const span of spans.slice(0, 3))
      for (const noun of nounsOf(page, span).reverse())
        add("noun", [passage(page.text, noun.start, noun.end)]);
  return out;
}

/** "asked who had cut the seals": neither true nor false, so that nobody denies it. */
const asksFor = (s: Statement) =>
  s.act === "ask" && /^["“‘']?(?:who|what|which|when)\b/i.test(s.content[0]?.text ?? "");

const isBefore = (s: Statement, at: number) => s.content.every((c) => c.end <= at) && s.content.length > 0;

/** The stretch of its own sentence before a position, then the sentences before, without labels. */
function sentencesBefore(page: Page, at: number): Span[] {
  const talk = page.doc.turns.length > 0;
  const here = page.paragraphAt(at);
  const sentence = page.sentenceAt(at);
  const trimmed = (start: number, end: number): Span => ({
    start: Math.min(Math.max(start, page.doc.turns[page.turnAt(start)]?.body.start ?? 0), end),
    end,
  });
  const out = [sentence ? trimmed(sentence.start, at) : { start: at, end: at }];
  let before = page.sentenceBefore(sentence?.start ?? at);
  while (before && out.length <= (talk ? SENTENCES_IN_TALK : SENTENCES)) {
    if (here - page.paragraphAt(before.start) > PARAGRAPHS) break;
    const span = trimmed(before.start, before.end);
    if (span.end > span.start) out.push(span);
    before = page.sentenceBefore(before.start);
  }
  return out;
}

const BREAKS =
  /^(?:and|but|or|though|although|while|whereas|because|if|when|which|who|as|yet|that|whether|to)$/;

/** The pieces of a sentence between its marks and joining words, of three words or more. */
function clausesOf(page: Page, span: Span): Span[] {
  const words = page.within(span);
  const out: Span[] = [];
  let from = 0;
  const push = (to: number) => {
    let [start, end] = [from, to];
    while (start < end && !words[start]!.lexical) start++;
    while (end > start && !words[end - 1]!.lexical) end--;
    if (end - start >= 3) out.push({ start: words[start]!.start, end: words[end - 1]!.end });
  };
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (/^[,;:—–]$/.test(word.text) || (opens(word) && i > from) || BREAKS.test(word.lower)) {
      push(i);
      from = word.lexical && word.lower === "to" ? i : i + 1;
    }
  }
  push(words.length);
  return out;
}

const STOPS =
  /^(?:that|which|who|whom|whose|is|was|are|were|be|been|being|has|have|had|will|would|can|could|may|might|must|should|shall|do|does|did|and|or|but|said|says|told|not|if|when|where|while|because|as|than|then|so|by|of|in|on|at|for|to|with|from|about|under|over|into|through|during|without|against|after|before|until|since|between|among|he|she|it|they|we|i|you|there|him|them|me|us|what|how|why|never|also|again|now|up|out|off|down|n't)$/;
const OPENERS =
  /^(?:the|a|an|this|that|these|those|his|her|its|their|our|my|your|no|any|some|every|each|another|such|one|two|three|four|five|six|several|many|all|both)$/;

/** The noun phrases of a stretch, as far as they show without grammar. */
function nounsOf(page: Page, span: Span): Span[] {
  const words = page.within(span);
  const out: Span[] = [];
  for (let i = 0; i < words.length; ) {
    const first = words[i]!;
    if (!first.lexical || (STOPS.test(first.lower) && !OPENERS.test(first.lower))) {
      i++;
      continue;
    }
    const opened = OPENERS.test(first.lower);
    let end = i + 1;
    while (end < words.length && end - i < 7 && goesOn(words, i, end, opened)) end++;
    const least = opened ? 2 : 1;
    // "the claim of the coalition" is one thing too
    if (end - i >= least && words[end - 1]!.lexical) {
      out.push({ start: first.start, end: words[end - 1]!.end });
      if (words[end]?.lower === "of" && words[end + 1]?.lexical && !STOPS.test(words[end + 1]!.lower)) {
        let to = end + 2;
        const inner = OPENERS.test(words[end + 1]!.lower);
        while (to < words.length && to - end < 7 && goesOn(words, end + 1, to, inner)) to++;
        out.push({ start: first.start, end: words[to - 1]!.end });
      }
    }
    i = Math.max(end, i + 1);
  }
  return out;
}

function goesOn(words: readonly Word[], from: number, at: number, opened: boolean): boolean {
  const word = words[at]!;
  if (possessive(word, words[at - 1])) return true;
  if (!word.lexical)
    return word.text === "-" || (closes(word) && words.slice(from, at).some((w) => opens(w)));
  if (STOPS.test(word.lower) || OPENERS.test(word.lower)) return false;
  return !(finite(word.lower) === "past" && (at - from > 1 || !opened));
}

/** How much two lists of passages share: 1 where they are the same, 0 where they don't meet. */
export function closeness(a: readonly Span[], b: readonly Span[]): number {
  let shared = 0;
  for (const x of a) for (const y of b) shared += sharedLength(x, y);
  const size = (spans: readonly Span[]) => spans.reduce((n, s) => n + s.end - s.start, 0);
  return shared === 0 ? 0 : (2 * shared) / (size(a) + size(b));
}
