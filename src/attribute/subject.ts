/**
 * Whose verb it is: the holder before a verb of reporting inside a content.
 */
import type { Span } from "../model.ts";
import { holderEndingAt, type Phrase } from "./holder.ts";
import type { Nested } from "./nest.ts";
import { opens, type Word } from "./words.ts";

const SUBORDINATE = /^(?:when|while|after|because|as|before|since|although|though|once|until)$/;
/** A pronoun with its auxiliary: "he’d", "we’ve". */
export const CONTRACTED = /^(?:i|he|she|they|we)'(?:d|ve|ll|s|m|re)$/;

export interface Subject {
  span: Span;
  /** Lower-case words. */
  text: string;
  /** Index of the word behind it. */
  next: number;
  inherited: boolean;
  subordinate: boolean;
}

/**
 * The holder before a verb group.
 * @param group index of the first word of the group
 * @param from first word that may belong to it
 * @param previous the statement found before in the same stretch, for "and had even said"
 */
export function subjectOf(
  words: Word[],
  group: number,
  from: number,
  previous: Nested | null,
): Subject | null {
  // "Mr. Orlov “strongly denied it”": the mark parts nothing.
  const mark = words[group - 1];
  if (mark && opens(mark) && mark.text !== "'" && group - 2 >= from)
    return subjectOf(words, group - 1, from, previous);
  const last = words[group - 1];
  if (!last || group - 1 < from) return inherit(words, group, previous);
  const described = (phrase: Phrase, next: number): Subject => ({
    span: { start: phrase.start, end: phrase.end },
    text: words
      .filter((w) => w.start >= phrase.start && w.end <= phrase.end)
      .map((w) => w.lower)
      .join(" "),
    next,
    inherited: false,
    subordinate: false,
  });
  if (CONTRACTED.test(last.lower)) {
    const end = last.start + last.lower.indexOf("'");
    return {
      span: { start: last.start, end },
      text: last.lower.slice(0, last.lower.indexOf("'")),
      next: group,
      inherited: false,
      subordinate: false,
    };
  }
  if (last.text === ",") {
    // "Mr. Ruiz, the mayor, denied": the apposition belongs to the source.
    for (let at = group - 3; at > Math.max(from, group - 12); at--) {
      if (words[at]?.text !== ",") continue;
      const holder = holderEndingAt(words, at - 1, from);
      const end = words[group - 2];
      const inner = words[at + 1]?.lower ?? "";
      if (holder && /^(?:who|which|whose)$/.test(inner)) return described(holder, group);
      if (holder && end && !/^(?:and|but|when|while)$/.test(inner))
        return described({ start: holder.start, end: end.end, next: group }, group);
      break;
    }
    return null;
  }
  if (/^(?:and|but|or)$/.test(last.lower)) return inherit(words, group, previous) ?? parallel(words, group);
  const holder = holderEndingAt(words, group - 1, from);
  if (!holder) return null;
  const opener = words.findLast((w) => w.end <= holder.start);
  if (opener && /^(?:if|whether|unless)$/.test(opener.lower)) return null;
  const subordinate = opener !== undefined && SUBORDINATE.test(opener.lower);
  return { ...described(holder, group), subordinate };
}

/** "had accepted … and had even said": the second verb has the first one's subject. */
function inherit(words: Word[], group: number, previous: Nested | null): Subject | null {
  const conjunction = words[group - 1] ?? null;
  const source = previous?.source[0];
  const end = previous?.content.at(-1)?.end ?? previous?.cue.at(-1)?.end;
  if (!source || end === undefined || !conjunction || !/^(?:and|but|or)$/.test(conjunction.lower))
    return null;
  // Only right behind the previous statement: a verb further off may have another subject.
  const between = words.filter((w) => w.start >= end && w.end <= conjunction.end && w.lexical);
  if (between.length !== 1) return null;
  return { span: source, text: "", next: group, inherited: true, subordinate: false };
}

/** "President Tallis had not raised it and had thanked him": the same auxiliary further up shows the subject. */
function parallel(words: Word[], group: number): Subject | null {
  const auxiliary = words[group]?.lower ?? "";
  if (!/^(?:had|has|have|would|will)$/.test(auxiliary)) return null;
  for (let at = group - 2; at > 0 && at > group - 30; at--) {
    const word = words[at];
    if (!word || /^[.;:?!—]$/.test(word.text)) return null;
    if (!/^(?:had|has|have|would|will|was|were|is|are|did)$/.test(word.lower)) continue;
    const holder = holderEndingAt(words, at - 1, 0);
    // Another predicate in between may have another subject.
    if (word.lower !== auxiliary || !holder) return null;
    return {
      span: { start: holder.start, end: holder.end },
      text: "",
      next: group,
      inherited: true,
      subordinate: false,
    };
  }
  return null;
}
