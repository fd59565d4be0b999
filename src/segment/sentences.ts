import type { Span } from "../model.ts";
import { trimSpan } from "../span.ts";
import { isInnerStop, tellsWhoSpoke } from "./abbreviations.ts";

/** Full stops (spaced ones too: ". . ."), question and exclamation marks, ellipses, and marks of other scripts. */
const TERMINATOR = /(?:\.(?:[ \u00a0\u202f]\.)+|[.?!…‼⁇⁈⁉]|[。！？｡]|[؟۔।॥])[.?!…。！？]*\p{M}*/gu;
const CLOSER = /["'”’»›«‹“‘`)\]}*_」』）]/;
const SPACED_CLOSER = /[”’»›]/;
const SPACE = /[\s\u200b\ufeff]/;
const OPENERS = /^["'“‘„‚«‹»›`([{¿¡*_「『（]+/;
/** Names that begin in lower case and may begin a sentence: "iPhone", "al-Masri", "de Groot". */
const LOWER_NAME =
  /^(?:\p{Ll}{1,2}\p{Lu}|(?:al|el|ul|as|an|ad|ar|at|bin|ben|ibn|de|di|da|von|van|der)[- ]\p{Lu})/u;
const OTHER_SCRIPT_END = /[。！？｡]/;

/**
 * The sentences of each paragraph, in text order; they cover everything but white space. Rules of our own and
 * no Intl.Segmenter, since its tables differ between versions of Node and it parts "Vladimir V. Putin".
 * Linear in the text.
 */
export function sentences(text: string, paragraphs: Span[]): Span[] {
  const result: Span[] = [];
  for (const paragraph of paragraphs) {
    let start = paragraph.start;
    for (const end of sentenceEnds(text, paragraph)) {
      const span = trimSpan(text, { start, end });
      if (span) result.push(span);
      start = end;
    }
  }
  return result;
}

function sentenceEnds(text: string, paragraph: Span): number[] {
  const ends: number[] = [];
  let start = paragraph.start;
  // Matched in a slice: a search in the whole text would run on to its end from every paragraph without a mark.
  const words = text.slice(paragraph.start, paragraph.end);
  TERMINATOR.lastIndex = 0;
  for (let found = TERMINATOR.exec(words); found; found = TERMINATOR.exec(words)) {
    const mark = found[0];
    const at = paragraph.start + found.index;
    const markEnd = Math.min(at + mark.length, paragraph.end);
    const end = afterClosers(text, markEnd, paragraph.end);
    TERMINATOR.lastIndex = Math.max(end, at + 1) - paragraph.start;
    if (end >= paragraph.end) break;
    if (endsSentence(text, { start, end: paragraph.end }, at, markEnd, end)) {
      ends.push(end);
      start = end;
    }
  }
  ends.push(paragraph.end);
  return ends;
}

/** Past the closing marks after a terminator; "?’ ”" may have thin or plain spaces in it. */
function afterClosers(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit) {
    const char = text.charAt(at);
    if (CLOSER.test(char)) {
      at++;
      continue;
    }
    const next = text.charAt(at + 1);
    if (!/[ \u00a0\u2009\u202f]/.test(char) || at + 1 >= limit) break;
    const afterNext = at + 2 < limit ? text.charAt(at + 2) : " ";
    const closes = SPACED_CLOSER.test(next) || next === '"' || next === "'";
    // A mark after a space closes only where no word is joined to it.
    if (!closes || !(SPACE.test(afterNext) || /[.,;”"»]/.test(afterNext))) break;
    at += 2;
  }
  return at;
}

/**
 * @param within from the start of the sentence being read to the end of its paragraph
 * @param at     the terminator, up to `markEnd`; `end` is past its closing marks
 */
function endsSentence(text: string, within: Span, at: number, markEnd: number, end: number): boolean {
  const mark = text.slice(at, Math.min(markEnd, at + 8));
  if (OTHER_SCRIPT_END.test(mark)) return true;
  const hasCloser = end > markEnd;
  let next = end;
  while (next < within.end && SPACE.test(text.charAt(next))) next++;
  if (next >= within.end) return true;
  const following = text.slice(next, Math.min(within.end, next + 90));
  if (next === end) return mark === "." && !hasCloser && isMissingSpace(text, within.start, at, following);
  const words = following.replace(OPENERS, "").replace(/^[—–-]\s*/, "");
  const quoted = hasCloser && /["'”’»›“‘«]/.test(text.slice(markEnd, end));
  const before = text.slice(Math.max(within.start, at - 40), at);
  const word = /[\p{L}\p{N}.’'&-]*$/u.exec(before)?.[0] ?? "";
  if (/^\p{Ll}/u.test(words)) {
    return mark === "." && !hasCloser && /\p{Ll}{3}$/u.test(word) && LOWER_NAME.test(words);
  }
  if (/[?!]/.test(mark)) return !(quoted && tellsWhoSpoke(following));
  if (mark !== ".") return !(/^I(?![\p{L}])/u.test(words) && !quoted);
  if (hasCloser && !/^[)\]*_]+$/.test(text.slice(markEnd, end))) return true;
  const after = /^[\p{L}\p{N}’'-]*/u.exec(words)?.[0] ?? "";
  const earlier = before.slice(0, before.length - word.length);
  return !isInnerStop({
    before: word.replace(/^[’'.-]+/, "").replace(/^.*[-’'](?=\p{L}\p{L}*$)/u, ""),
    earlier,
    after,
  });
}

/** "it was over.The mayor": a full stop without its space, not a web address or a file name. */
function isMissingSpace(text: string, start: number, at: number, following: string): boolean {
  const before = text.slice(Math.max(start, at - 24), at);
  return /(?:^|\s)\p{L}*\p{Ll}{3}$/u.test(before) && /^\p{Lu}\p{Ll}*(?:[’']\p{Ll}+)?,?\s/u.test(following);
}
