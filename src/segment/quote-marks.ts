import type { Span } from "../model.ts";

/** Words that are cut short at their beginning, so that the mark before them is an apostrophe. */
const CLIPPED =
  /^(?:\d\ds?(?!\d|[.,]\d)|(?:tis|twas|twere|twill|em|im|til|till|cause|cuz|bout|round|neath|nother|nuff|n|s|t|cept|fraid|scuse)(?![\p{L}\d]))/iu;

/** A possessive is followed by a noun; before these words a mark after s closes a quotation. */
const AFTER_QUOTATION =
  /^(?:a|an|the|he|she|it|they|we|i|you|his|her|their|said|says|is|are|was|were|will|would|has|have|had|and|or|but|nor|to|in|of|by|for|at|on|as|with|from|after|before|when|while|if|that|who|which|because|than|about|into|over|during|under|against|not|can|could|may|might|should|must|did|does|told|asked|added|wrote)(?![\p{L}’'])/iu;

const BEFORE_OPENING = /[\s([{<—–―/*_"“‘„‚«‹`'¿¡\u200b]/;
const AFTER_CLOSING = /[\s)\]}>—–―/*_"”’“‘»›«‹'.,;:!?…\u200b|-]/;

/** True where a mark at `at`..`to` may open a quotation: nothing or an opening before it, a word after it. */
export function looksOpening(text: string, at: number, to: number, within: Span): boolean {
  const before = at > within.start ? text.charAt(at - 1) : " ";
  const after = to < within.end ? text.charAt(to) : " ";
  return BEFORE_OPENING.test(before) && !/[\s.,;:!?)\]}]/.test(after);
}

/** True where a mark may close one: a word or its punctuation before it, none after it. */
export function looksClosing(text: string, at: number, to: number, within: Span): boolean {
  const before = at > within.start ? text.charAt(at - 1) : " ";
  const after = to < within.end ? text.charAt(to) : " ";
  return !/[\s([{]/.test(before) && AFTER_CLOSING.test(after);
}

/** True where a single mark is no apostrophe inside a word. */
export function closesSingle(text: string, at: number, within: Span): boolean {
  return looksClosing(text, at, at + 1, within);
}

/**
 * Pairs the single marks of a paragraph: from the place of each opening mark to the place of its closing one,
 * or -1 where there is none. A closing mark is sought up to the next opening one. After s or "in" ("the
 * ministers’ plan", "goin’ home") a mark is taken as an apostrophe as long as a plainer end follows.
 */
export function pairSingles(text: string, span: Span): Map<number, number> {
  const places: number[] = [];
  for (const found of text.slice(span.start, span.end).matchAll(/['‘’`]/g))
    places.push(span.start + found.index);
  const pairs = new Map<number, number>();
  let plain = -1;
  let doubtful = -1;
  for (let i = places.length - 1; i >= 0; i--) {
    const at = places[i]!;
    if (opensSingle(text, at, span)) {
      pairs.set(at, plain >= 0 ? plain : doubtful);
      plain = -1;
      doubtful = -1;
    } else if (text.charAt(at) !== "`" && looksClosing(text, at, at + 1, span)) {
      if (isDoubtful(text, at, span)) doubtful = at;
      else plain = at;
    }
  }
  return pairs;
}

function opensSingle(text: string, at: number, span: Span): boolean {
  const char = text.charAt(at);
  if (char === "’" || !looksOpening(text, at, at + 1, span)) return false;
  if (text.charAt(at + 1) === char || text.charAt(at - 1) === char) return false;
  return !CLIPPED.test(text.slice(at + 1, Math.min(span.end, at + 12)));
}

function isDoubtful(text: string, at: number, span: Span): boolean {
  if (at + 1 >= span.end || !/\s/.test(text.charAt(at + 1))) return false;
  const before = text.slice(Math.max(span.start, at - 3), at);
  if (!/(?:[sxz]|\p{L}in)$/iu.test(before)) return false;
  const after = text.slice(at + 1, Math.min(span.end, at + 24)).trimStart();
  return /^\p{L}/u.test(after) && !AFTER_QUOTATION.test(after);
}
