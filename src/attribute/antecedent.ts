/**
 * What an anaphor stands for: the nearest thing said or told before it, the statement that its noun names, or the noun
 * phrase that its clause hangs on. Nothing is guessed over more than the text around: [] where nothing plain is near.
 */
import type { Passage, Span, Statement } from "../model.ts";
import { contains, passage } from "../span.ts";
import { SAID } from "./anaphor.ts";
import { opensClause, spanOf } from "./clause.ts";
import { declines } from "./decline.ts";
import { nameWord } from "./holder.ts";
import { finite, lemmaIn } from "./lemma.ts";
import type { Page } from "./page.ts";
import { endOf, startOf } from "./statement.ts";
import { capital, closes, opens, possessive, type Word } from "./words.ts";

const DETERMINER =
  /^(?:the|a|an|this|that|these|those|his|her|its|their|our|my|your|no|any|some|every|each|another|one|two|three)$/;
const PREPOSITION =
  /^(?:of|in|on|at|for|to|with|by|from|about|under|over|into|through|during|without|against)$/;

/** Where an anaphor is looked up from: its statement and those that came before, latest first, none around it. */
export interface Place {
  page: Page;
  statement: Statement;
  /** First character of the anaphor. */
  at: number;
  earlier: readonly Statement[];
  /** The quotation that the anaphor stands in, piece by piece: nothing outside it is meant; [] where it stands in none. */
  quoted: readonly Span[];
}

/** Something that can be so or not needs a clause: "said so", "thought otherwise", "was not so sure". */
export interface ClaimSearch {
  /** True where only a clause will do. */
  clause: boolean;
  /** True where a sentence of the document's own words may be meant. */
  told: boolean;
  /** True where nobody means his own words: he disagrees, thinks otherwise. */
  others: boolean;
}

/** The last thing said or told before: in the same sentence, else in the one before. */
export function claimBefore(place: Place, { clause, told, others }: ClaimSearch): Passage[] {
  const { page, statement, at, quoted } = place;
  const begin = Math.min(startOf(statement), at);
  const sentence = page.sentenceAt(begin) ?? page.sentenceAt(at);
  if (!sentence) return [];
  const fits = (found: Statement): Passage[] | null =>
    clause && !isClause(page, found) ? null : wordsOf(found);
  const within = said(place, sentence, others);
  if (within) {
    const found = fits(within);
    if (found) return found;
  }
  const piece = quoted.findIndex((q) => q.start <= begin && begin < q.end);
  const start = Math.max(quoted[piece]?.start ?? 0, sentence.start);
  const own = clauseBefore(page, statement, start, begin);
  if (own && !/^(?:\S+ ){0,5}(?:it|this|that|so)$/i.test(own.text)) return [own];
  // "“The horn never sounded,” he said, “and they know it.”"
  const last = quoted[piece - 1];
  if (last && start === quoted[piece]?.start)
    return tells(page, last, 3) ? [passage(page.text, last.start, last.end)] : [];
  for (const before of sentencesBack(page, begin, quoted[0]?.start ?? 0)) {
    // "Marisol?", "(Laughs.)", "I won't get into that." tell nothing.
    if (!tells(page, before) || declines(page.text.slice(before.start, before.end))) continue;
    const other = said(place, before, others);
    const found = other && fits(other);
    if (found) return found;
    if (!told || asked(place, before)) return [];
    return [passage(page.text, before.start, before.end)];
  }
  return [];
}

/** How many sentences back something may stand that the ones between don't tell of; more in talk, which is short of breath. */
const BACK = 3;
const BACK_IN_TALK = 6;

/** The sentences before a position that may be meant, nearest first, without labels; none above the paragraph before. */
function sentencesBack(page: Page, begin: number, floor: number): Span[] {
  const out: Span[] = [];
  const talk = page.doc.turns.length > 0;
  const here = page.paragraphAt(begin);
  let sentence = page.sentenceBefore(begin);
  for (let n = 0; sentence && n < (talk ? BACK_IN_TALK : BACK); n++) {
    if (sentence.start < floor || here - page.paragraphAt(sentence.start) > (talk ? 2 : 1)) break;
    const at = sentence.start;
    const turn = page.doc.turns[page.turnAt(at)];
    const start = Math.max(at, turn?.body.start ?? 0);
    if (start < sentence.end) out.push({ start, end: sentence.end });
    sentence = page.sentenceBefore(at);
  }
  return out;
}

/** True where a sentence is somebody's question and not in a transcript, where the next turn answers it. */
function asked({ page, earlier }: Place, sentence: Span): boolean {
  if (page.doc.turns.length > 0) return false;
  if (page.text.charAt(sentence.end - 1) === "?") return true;
  return earlier.some(
    (s) => s.act === "ask" && !isTurn(page, s) && startOf(s) < sentence.end && endOf(s) > sentence.start,
  );
}

/** The widest of the statements that end last in a sentence; a transcript's turn is none. */
function said(
  { page, at, earlier, quoted, statement }: Place,
  sentence: Span,
  others: boolean,
): Statement | null {
  const floor = quoted[0]?.start ?? 0;
  const near = earlier.filter((s) => {
    const end = endOf(s);
    return (
      end <= at &&
      end > sentence.start &&
      startOf(s) < sentence.end &&
      startOf(s) >= floor &&
      !isTurn(page, s) &&
      s.act !== "decline" &&
      !hollow(s) &&
      !(others && s.source.length > 0 && s.source[0]?.text === statement.source[0]?.text)
    );
  });
  const last = near.toSorted((a, b) => endOf(b) - endOf(a) || startOf(a) - startOf(b))[0];
  if (!last) return null;
  const whole = { start: startOf(last), end: endOf(last) };
  const around = near.filter((s) => s.content.some((c) => contains(c, whole)));
  return around.toSorted((a, b) => startOf(a) - startOf(b))[0] ?? last;
}

/** What can't be meant: a pronoun that stands for nothing known, a question of what or who. */
function hollow(s: Statement): boolean {
  const text = s.content.map((c) => c.text).join(" ");
  return (
    (PRONOUN.test(text) && s.refersTo.length === 0) ||
    (s.act === "ask" && !/^(?:whether|if|where|why|how)\b/.test(text))
  );
}

/** Contents that say nothing by themselves. */
const PRONOUN =
  /^(?:it|this|that|so|these|those|them|him|her|one|ones|both|what(?: \w+){0,2}|who|which|why|(?:for )?how(?: \w+)?|me to|to|no|yes|(?:that|this) [\w'’]+)[.,]?$/i;

export function isTurn(page: Page, s: Statement): boolean {
  const source = s.source[0];
  return (
    s.cue.length === 0 &&
    source !== undefined &&
    page.doc.turns.some((t) => t.label.start === source.start && t.label.end === source.end)
  );
}

function isClause(page: Page, s: Statement): boolean {
  if (s.refersTo.length > 0) return true;
  return s.content.some((c) => {
    const words = page.within(c).filter((w, i) => i > 0 || w.lexical);
    return words[0]?.lower === "that" || opensClause(words, 0, 30) || words.length > 12;
  });
}

/** True where a sentence has a verb and is more than a courtesy. */
function tells(page: Page, span: Span, least = page.text.charAt(span.end - 1) === "?" ? 4 : 5): boolean {
  const words = page.within(span);
  if (words[0]?.text === "(" || words[0]?.text === "[") return false;
  const lexical = words.filter((w) => w.lexical);
  return lexical.length >= least && hasVerb(lexical);
}

const HELPER =
  /^(?:is|was|are|were|am|be|been|has|have|had|will|would|can|could|may|might|must|should|do|does|did|cannot|won't|\w+n't|\w+'(?:re|ve|ll|d|m)|(?:he|she|it|that|there|who|what)'s)$/;

function hasVerb(words: readonly Word[]): boolean {
  return words.some(
    (w, i) =>
      HELPER.test(w.lower) ||
      (i > 0 && !capital(w) && !DETERMINER.test(words[i - 1]!.lower) && finite(w.lower) === "past") ||
      (i > 0 && /^(?:he|she|it|they|we|i|you)$/.test(words[i - 1]!.lower) && !PREPOSITION.test(w.lower)),
  );
}

const JOINS = /^(?:and|but|though|although|yet|while|whereas|or)$/;

/** What the same sentence tells before a statement begins: "The wall was sound, | or so the firm said". */
function clauseBefore(page: Page, statement: Statement, from: number, begin: number): Passage | null {
  const label = page.doc.turns[page.turnAt(begin)];
  const start = Math.max(from, label?.body.start ?? 0);
  const words = page.within({ start, end: begin });
  if (words.at(-1) && opens(words.at(-1)!)) words.pop();
  const joined = /^[,;:—–]$/.test(words.at(-1)?.text ?? "") || JOINS.test(words.at(-1)?.lower ?? "");
  while (words.length > 0 && (!words.at(-1)!.lexical || JOINS.test(words.at(-1)!.lower))) words.pop();
  if (!joined || words.length < 3 || statement.source.some((s) => s.start < words.at(-1)!.end)) return null;
  while (words.length > 0 && ((!words[0]!.lexical && !opens(words[0]!)) || JOINS.test(words[0]!.lower)))
    words.shift();
  const span = spanOf(words, 0, words.length);
  return span && hasVerb(words.filter((w) => w.lexical)) ? passage(page.text, span.start, span.end) : null;
}

/** The words that a statement stands for: its content, or where that is but an anaphor, what it refers to. */
function wordsOf(statement: Statement): Passage[] {
  const { content, refersTo } = statement;
  if (refersTo.length > 0 && content.every((c) => c.text.length < 30)) return refersTo;
  const whole = content.filter((c) => content.length === 1 || !PRONOUN.test(c.text));
  return whole.length > 0 ? whole : content;
}

/** How many paragraphs a noun of saying may lie behind what it names. */
const REACH = 4;

/** The last word of a source's name, in lower case; null where it ends with none. */
export const surname = (statement: Statement): string | null =>
  /(\p{Lu}[\p{L}’'-]+)(?:['’]s)?$/u.exec(statement.source.at(-1)?.text ?? "")?.[1]?.toLowerCase() ?? null;

/** The statement that a noun names: by the same noun, by the right act, and where a holder is named, his. */
export function saidBefore(place: Place, noun: string, owned: boolean): Passage[] {
  const { page, statement, at } = place;
  const acts = SAID.get(noun) ?? null;
  const name = owned ? surname(statement) : null;
  const here = page.paragraphAt(at);
  const near = place.earlier.filter(
    (s) =>
      endOf(s) <= at &&
      here - page.paragraphAt(startOf(s)) <= (acts ? REACH : 1) &&
      !isTurn(page, s) &&
      !hollow(s),
  );
  const speaks = (s: Statement) =>
    !name || surname(s) === name || /^(?:he|she|they|it|i|we)$/i.test(s.source[0]?.text ?? "");
  const names = (s: Statement) =>
    s.cue.some((c) => page.within(c).some((w) => lemmaIn(w.lower, SAID) === noun));
  const same = near.find((s) => names(s) && speaks(s));
  if (same) return wordsOf(same);
  const fits = near.find((s) =>
    acts
      ? acts.includes(s.act) && speaks(s)
      : s.kind === "speech" && s.act !== "decline" && s.act !== "ask" && speaks(s),
  );
  if (fits) return wordsOf(fits);
  return [];
}

/** The last thing that was brought up as "a" or "an": what "one" is one of. */
export function newThingBefore({ page, at, quoted, statement }: Place): Passage[] {
  const sentence = page.sentenceAt(at);
  const spans = sentence
    ? [{ start: sentence.start, end: at }, ...sentencesBack(page, at, quoted[0]?.start ?? 0)]
    : [];
  for (const span of spans.slice(0, 3)) {
    const words = page.within(span);
    for (let i = words.length - 2; i >= 0; i--) {
      if (!/^an?$/.test(words[i]!.lower)) continue;
      let end = i + 1;
      while (
        end < words.length &&
        words[end]!.lexical &&
        end - i < 6 &&
        !BREAK.test(words[end]!.lower) &&
        !PREPOSITION.test(words[end]!.lower) &&
        !DETERMINER.test(words[end]!.lower)
      )
        end++;
      const noun = words[end - 1]!;
      if (end === i + 1 || TIMES.test(noun.lower)) continue;
      const found = passage(page.text, words[i]!.start, noun.end);
      return statement.content.some((c) => contains(c, found)) ? [] : [found];
    }
  }
  return [];
}

const TIMES =
  /^(?:day|week|month|year|hour|minute|moment|time|while|bit|lot|couple|few|way|half|quarter|third|fifth|tenth|word|kind|sort)$/;

/** What the sentence tells before an apposition that takes it up. */
export function toldBefore({ page, at }: Place): Passage[] {
  const sentence = page.sentenceAt(at);
  if (!sentence) return [];
  const words = page.within({ start: sentence.start, end: at });
  while (words.length > 0 && !words.at(-1)!.lexical && !closes(words.at(-1)!)) words.pop();
  // "SARN, Oct 14 (NPA) - The …"
  const line = words.slice(0, 14).findIndex((w) => /^[-—–]$/.test(w.text));
  if (line > 0 && /^\p{Lu}{2}/u.test(words[0]!.text)) words.splice(0, line + 1);
  const first = words[0];
  return first && words.length >= 3 ? [passage(page.text, first.start, words.at(-1)!.end)] : [];
}

const BREAK =
  /^(?:that|which|who|is|was|are|were|be|been|has|have|had|will|would|can|could|may|might|must|should|do|does|did|and|or|but|said|says|told|not|if|when|where|while|because|as|than)$/;

/** The noun phrase that a relative pronoun hangs on: back to its determiner or the first of its names. */
export function headBefore({ page, at }: Place): Passage[] {
  const sentence = page.sentenceAt(at);
  if (!sentence) return [];
  const words = page.within({ start: sentence.start, end: at });
  while (words.length > 0 && (PREPOSITION.test(words.at(-1)!.lower) || /^[,—–-]$/.test(words.at(-1)!.text)))
    words.pop();
  const last = words.length - 1;
  if (last < 0) return [];
  const from = phraseBack(words, last);
  return from < 0 ? [] : [passage(page.text, words[widened(words, from)]!.start, words[last]!.end)];
}

/** "a new mill in Sarn, Ohio": a place's second name, and a noun phrase just introduced that the one found belongs to. */
function widened(words: Word[], phrase: number): number {
  let from = phrase;
  if (
    words[from - 1]?.text === "," &&
    capital(words[from]!) &&
    words[from - 2] &&
    capital(words[from - 2]!)
  ) {
    from -= 2;
    while (words[from - 1] && nameWord(words[from - 1]!)) from--;
  }
  if (!/^(?:of|for|to|in|on|at|with|between)$/.test(words[from - 1]?.lower ?? "")) return from;
  for (let at = from - 2; at >= Math.max(0, from - 6); at--) {
    const word = words[at]!;
    if (/^an?$/.test(word.lower)) return at;
    if (
      !word.lexical ||
      BREAK.test(word.lower) ||
      PREPOSITION.test(word.lower) ||
      DETERMINER.test(word.lower)
    )
      break;
  }
  return from;
}

/** Index of the first word of the noun phrase that ends with the word at `last`, "of" phrases before it taken in; or -1. */
function phraseBack(words: Word[], last: number): number {
  let from = -1;
  for (let i = last; i >= 0 && last - i < 12; i--) {
    const word = words[i]!;
    const owned = possessive(word, words[i - 1]);
    if (!word.lexical && !owned && !opens(word) && !closes(word) && word.text !== "-") break;
    if (BREAK.test(word.lower)) break;
    if (PREPOSITION.test(word.lower)) {
      if (word.lower !== "of" || from < 0) break;
      continue;
    }
    from = i;
    if (DETERMINER.test(word.lower) && !/^(?:of)$/.test(words[i - 1]?.lower ?? "")) break;
  }
  return from;
}
