/**
 * Statements inside a content, found by rule: "said (Mr. Trump had accepted (Mr. Putin’s denial))". The corpora that
 * the model learns from are flat, so all nesting is made here. Precision before recall: a holder must stand right before
 * a verb of reporting that governs what it should, or own a noun of reporting.
 */
import type { Span } from "../model.ts";
import { clauseEnd, type Governor, opensClause, quotationEnd, spanOf } from "./clause.ts";
import { FRAMES } from "./frames.ts";
import { nameWord, phraseFrom } from "./holder.ts";
import { finite, lemmaIn } from "./lemma.ts";
import { NOUNS } from "./lexicon.ts";
import { nounAt } from "./nest-nouns.ts";
import type { Roles } from "./statement.ts";
import { CONTRACTED, subjectOf } from "./subject.ts";
import { capital, opens, type Word } from "./words.ts";

/** A statement found inside a content; `inner` are words of its own content, for the next level. */
export interface Nested extends Roles {
  confidence: number;
  /** Index of the first word to go on with. */
  next: number;
}

const GROUP =
  /^(?:had|has|have|'d|'ve|would|will|could|can|did|does|do|is|am|are|was|were|been|be|not|never|also|even|later|already|once|always|just|then|still|since|again|often|now|long|only|both|all|cannot|may|might|must|should|nor|ever)$/;
const NEGATED = /(?:n't|^not|^never|^cannot)$/;
/** First person, present: a hedge of the same speaker and no report of his. */
const HEDGES = new Set(
  `think believe hope know guess mean say want need expect suppose feel understand fear add note stress emphasize
  plan intend tell ask find explain conclude stress suspect realize expect write thank`.split(/\s+/),
);
/** Verbs that decline to answer under "would not", "is not going to". */
const SILENT = new Set(
  `say comment discuss answer elaborate specify name identify confirm speak respond disclose reveal speculate tell rule
  divulge`.split(/\s+/),
);
const LIGHT_NOUNS =
  /^(?:word|assurances?|promises?|pledges?|commitments?|undertakings?|guarantees?|warnings?|claims?|statements?|denials?|threats?|demands?|orders?|vows?|instructions?|concerns?|doubts?|hopes?|regrets?|confidence|interest|support|gratitude|readiness|willingness|thanks|sympathy|outrage|anger)$/;

/**
 * The statements of one level in a stretch of words (one sentence within a content), in text order, never overlapping.
 * @param outerSubject lower-case subject of the clause around, "" where unknown
 * @param answered true where the words are what somebody denies, accepts, rejects or confirms
 */
export function nestedIn(words: Word[], outerSubject: string, answered: boolean): Nested[] {
  const found: Nested[] = [];
  let from = 0;
  for (let at = 0; at < words.length; at++) {
    const nested =
      verbAt(words, at, from, found.at(-1) ?? null, outerSubject) ??
      nounAt(words, at, from, outerSubject, answered);
    if (!nested) continue;
    found.push(nested);
    at = Math.max(at, nested.next - 1);
    from = Math.min(nested.next, words.length);
  }
  return found;
}

/** A statement whose cue's verb is the word at `at`. */
function verbAt(
  words: Word[],
  at: number,
  from: number,
  previous: Nested | null,
  outerSubject: string,
): Nested | null {
  const word = words[at];
  if (!word?.lexical || capital(word)) return null;
  const lemma = lemmaIn(word.lower, FRAMES) ?? lightVerb(words, at);
  const answering =
    lemma === null || lemma === "say" || lemma === "tell" || lemma === "confirm"
      ? lemmaIn(word.lower, SILENT)
      : null;
  if (!lemma && !answering) return null;
  const group = groupStart(words, at, from);
  if (!predicate(words, group, at)) return null;
  const who = subjectOf(words, group, from, previous);
  if (!who) return null;
  const cueStart = who.inherited ? group : Math.max(group, who.next);
  const auxiliaries = words.slice(cueStart, at).map((w) => w.lower);
  const bound = words.slice(group - 1, at).map((w) => w.lower);
  const first = /^(?:i|we)\b/.test(who.text);
  const negated = bound.some((w) => NEGATED.test(w));
  const declines =
    answering !== null &&
    negated &&
    bound.some((w) => /^(?:would|will|wouldn't|won't|going|prepared)$/.test(w) || /'(?:ll|d)$/.test(w));
  if (!lemma && !declines) return null;
  const past =
    bound.some((w) => /^(?:had|have|has|did|didn't|never|hadn't|haven't)$/.test(w) || /'(?:d|ve)$/.test(w)) ||
    finite(word.lower) === "past";
  if (first && !declines && lemma && HEDGES.has(lemma) && !past) return null;
  // "you know", "you say" are turns of phrase; "you said" reports.
  if (who.text === "you" && (!past || auxiliaries.some((w) => /^(?:would|could|should|may|might)$/.test(w))))
    return null;
  const auxiliary = auxiliaries.find((w) => /^(?:had|has|have|would|will|did)$/.test(w)) ?? "";
  const governor: Governor = { auxiliary, subject: who.text, outerSubject, subordinate: who.subordinate };
  const limit = sentenceLimit(words, at);
  const reach =
    lemma === "light"
      ? lightReach(words, at, limit, governor)
      : complementOf(
          words,
          at,
          limit,
          declines ? ["t", "w", "n", "-on", "-about", "-to", "0"] : (FRAMES.get(lemma ?? "") ?? []),
          governor,
        );
  if (!reach) return null;
  const cueFirst = words[cueStart];
  const cueLast = words[reach.cueEnd - 1];
  if (!cueFirst || !cueLast) return null;
  return {
    source: [who.span],
    cue: [{ start: cueFirst.start, end: cueLast.end }],
    content: reach.content ? [reach.content] : [],
    confidence: who.inherited ? 0.65 : 0.8,
    next: reach.next,
  };
}

function groupStart(words: Word[], at: number, from: number): number {
  let start = at;
  while (start > from) {
    const before = words[start - 1];
    if (!before?.lexical) break;
    const lower = before.lower;
    if (GROUP.test(lower) || /ly$/.test(lower) || /n't$/.test(lower)) start--;
    else if (
      lower === "to" &&
      /^(?:going|prepared|about|able)$/.test(words[start - 2]?.lower ?? "") &&
      start - 2 >= from
    )
      start -= 2;
    else break;
  }
  return start;
}

/** True where the verb group can be the predicate of a clause, active, no participle of another verb. */
function predicate(words: Word[], group: number, at: number): boolean {
  const verb = words[at];
  if (!verb || words[at + 1]?.lower === "by") return false;
  const form = finite(verb.lower);
  const helpers = words.slice(group, at).map((w) => w.lower);
  const contracted = CONTRACTED.test(words[group - 1]?.lower ?? "");
  const be =
    helpers.some((w) => /^(?:is|am|are|was|were|been|be)$/.test(w) || /^(?:is|are|was|were)n't$/.test(w)) ||
    /'(?:m|re)$/.test(words[group - 1]?.lower ?? "");
  const going = helpers.some((w) => /^(?:going|prepared|about|able)$/.test(w));
  if (be || going) return form === "ing" || going;
  const have =
    helpers.some((w) => /^(?:had|has|have|'ve|'d)$/.test(w) || /^ha(?:d|s|ve)n't$/.test(w)) || contracted;
  const modal = helpers.some(
    (w) =>
      /^(?:would|will|could|can|did|does|do|cannot|may|might|must|should|'d)$/.test(w) ||
      /(?:ld|o|id|oes|wo|ca)n't$/.test(w),
  );
  if (form === "ing") return false;
  if (form === "participle") return have;
  if (form === "base") return modal || contracted || pluralBefore(words, group);
  return true;
}

function pluralBefore(words: Word[], group: number): boolean {
  const before = words[group - 1];
  if (!before) return false;
  return (
    /^(?:i|we|they|people|police|both|many|some|others|who)$/.test(before.lower) ||
    (/[^s]s$/.test(before.lower) && !nameWord(before)) ||
    /men$/.test(before.lower)
  );
}

function sentenceLimit(words: Word[], at: number): number {
  for (let i = at + 1; i < words.length; i++)
    if (/^[.?!]$/.test(words[i]?.text ?? "") && i > at) return i + 1;
  return words.length;
}

interface Reach {
  cueEnd: number;
  content: Span | null;
  next: number;
}

/** The content that a verb at `at` governs by one of its frames. */
function complementOf(
  words: Word[],
  at: number,
  limit: number,
  frames: string[],
  governor: Governor,
): Reach | null {
  let start = at + 1;
  while (words[start]?.lexical && /ly$/.test(words[start]!.lower)) start++;
  const content = (from: number, object: boolean, cueEnd: number): Reach | null => {
    const quoted = words[from] && opens(words[from]) && !object ? quotationEnd(words, from) : -1;
    const end = quoted > 0 ? quoted : clauseEnd(words, from, limit, object, governor);
    const span = spanOf(words, from, end);
    return span ? { cueEnd, content: span, next: end } : null;
  };
  const lower = words[start]?.lower ?? "";
  const next = words[start];
  for (const frame of frames) {
    if (frame === "t") {
      // "I never said that."
      if (/^(?:that|this|it|so|nothing|anything)$/.test(lower) && !words[start + 1]?.lexical) {
        const span = spanOf(words, start, start + 1);
        if (span) return { cueEnd: at + 1, content: span, next: start + 1 };
      }
      const that = thatSoon(words, start, limit);
      if (that >= 0) return content(that, false, at + 1);
      const mark = words[start + 1];
      if (mark && opens(mark) && /^[:,]$/.test(next?.text ?? "")) return content(start + 1, false, at + 1);
      if (next && (opens(next) || opensClause(words, start, limit))) return content(start, false, at + 1);
    } else if (frame === "w" && /^(?:whether|if|how|why|what|when|where|who)$/.test(lower))
      return content(start, false, at + 1);
    else if (frame === "i" && (infinitive(words, start) || (lower === "not" && infinitive(words, start + 1))))
      return content(start, true, at + 1);
    else if (frame === "g" && /^\w{3,}ing$/.test(lower) && lower !== "nothing" && lower !== "anything")
      return content(start, true, at + 1);
    else if (frame === "o") {
      const hearer = phraseFrom(words, start);
      if (!hearer) continue;
      let then = hearer.next;
      // "told Mr. Strand, the chief executive, that …"
      if (words[then]?.text === ",") {
        const comma = words.findIndex((w, i) => i > then && i < then + 9 && w.text === ",");
        if (comma < 0 || comma >= limit) continue;
        then = comma + 1;
      }
      const that = thatSoon(words, then, limit);
      if (that >= 0) then = that;
      const w = words[then]?.lower ?? "";
      if (
        /^(?:that|whether|if|how|why|what|when|where|who)$/.test(w) ||
        infinitive(words, then) ||
        (w === "not" && infinitive(words, then + 1)) ||
        (then < limit && opensClause(words, then, limit))
      )
        return content(then, false, at + 1);
    } else if (frame === "n" && objectAt(words, start)) return content(start, true, at + 1);
    else if (frame.startsWith("-") && lower === frame.slice(1)) {
      if (objectAt(words, start + 1) || /ing$/.test(words[start + 1]?.lower ?? ""))
        return content(start + 1, true, start + 1);
    } else if (frame === "0" && (!next?.lexical || start >= limit || /^(?:and|but)$/.test(lower)))
      return { cueEnd: at + 1, content: null, next: at + 1 };
  }
  return null;
}

/** Index of a "that" right there or behind a short adverbial: "said on Tuesday that". */
function thatSoon(words: Word[], start: number, limit: number): number {
  if (words[start]?.lower === "that" && words[start + 1]?.lexical) return start;
  // "told him to his face that"
  if (words[start + 2]?.lower === "face" && words[start + 3]?.lower === "that") return start + 3;
  if (
    !/^(?:on|in|at|last|this|yesterday|earlier|later|again|publicly|during|by)$/.test(
      words[start]?.lower ?? "",
    )
  )
    return -1;
  for (let at = start + 1; at < Math.min(limit, start + 7); at++) {
    if (words[at]?.lower === "that") return at;
    if (words[at]?.text === ",") return -1;
  }
  return -1;
}

function infinitive(words: Word[], at: number): boolean {
  const next = words[at + 1]?.lower ?? "";
  return (
    words[at]?.lower === "to" &&
    next !== "" &&
    !/^(?:the|a|an|his|her|their|its|that|this|him|them|us|me|you|it)$/.test(next) &&
    !nameWord(words[at + 1]!)
  );
}

const NO_OBJECT =
  /^(?:that|to|of|in|on|at|for|with|by|as|from|about|into|and|or|but|when|while|after|before|because|if|whether|who|which|what|why|how|not|so|again|later|earlier|last|yesterday|today|is|was|were|are|be|been|had|has|have|would|will|could)$/;

function objectAt(words: Word[], at: number): boolean {
  const word = words[at];
  if (!word) return false;
  if (word.lower === "that" && (!words[at + 1]?.lexical || words[at + 1]?.lower === "claim")) return true;
  if (opens(word)) return true;
  return word.lexical && !NO_OBJECT.test(word.lower) && !/ly$/.test(word.lower);
}

/** "gave his word that", "made it clear that", "issued a warning that". */
function lightVerb(words: Word[], at: number): string | null {
  return /^(?:give|gives|gave|given|make|makes|made|issue|issues|issued|repeat|repeated|offer|offered|send|sent|express|expresses|expressed|voice|voiced|raise|raised)$/.test(
    words[at]?.lower ?? "",
  ) && lightNoun(words, at) > 0
    ? "light"
    : null;
}

function lightNoun(words: Word[], at: number): number {
  for (let i = at + 1; i < Math.min(words.length, at + 6); i++) {
    const lower = words[i]?.lower ?? "";
    if (!words[i]?.lexical) return -1;
    if ((LIGHT_NOUNS.test(lower) && lemmaIn(lower, NOUNS)) || lower === "clear") return i;
    if (/^(?:that|to|in|on|at|of|and|but)$/.test(lower)) return -1;
  }
  return -1;
}

function lightReach(words: Word[], at: number, limit: number, governor: Governor): Reach | null {
  const noun = lightNoun(words, at);
  const that = thatSoon(words, noun + 1, limit);
  // "expressed concern over the raid": the preposition goes to the cue, as in the corpora.
  if (
    that < 0 &&
    /^(?:over|about|for|in|at|of|with)$/.test(words[noun + 1]?.lower ?? "") &&
    objectAt(words, noun + 2)
  ) {
    const end = clauseEnd(words, noun + 2, limit, true, governor);
    const span = /^(?:express|voice|raise)/.test(words[at]?.lower ?? "")
      ? spanOf(words, noun + 2, end)
      : null;
    if (span) return { cueEnd: noun + 2, content: span, next: end };
  }
  const start = that >= 0 ? that : infinitive(words, noun + 1) ? noun + 1 : -1;
  // "gave his word" says it all; "made a claim" does not.
  if (start < 0)
    return words[noun]?.lower === "word" ? { cueEnd: noun + 1, content: null, next: noun + 1 } : null;
  const end = clauseEnd(words, start, limit, false, governor);
  const span = spanOf(words, start, end);
  return span ? { cueEnd: noun + 1, content: span, next: end } : null;
}
