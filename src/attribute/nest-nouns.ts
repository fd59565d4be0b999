/**
 * Statements inside a content whose cue is a noun: "Mr. Putin’s denial", "the minister’s claim that …", "the clear
 * statements of President Putin that …", "accusations of fraud".
 */
import type { Span } from "../model.ts";
import { beforeOwnVerb, clauseEnd, type Governor, spanOf } from "./clause.ts";
import { BARE_NOUNS, CLAUSE_NOUNS, FREE_NOUNS, TELLING_NOUNS } from "./frames.ts";
import { holderNoun, nameWord, phraseFrom } from "./holder.ts";
import { lemmaIn } from "./lemma.ts";
import { VERBS } from "./lexicon.ts";
import type { Nested } from "./nest.ts";
import { possessive, type Word } from "./words.ts";

const OWN = /^(?:his|her|their|its|my|our)$/;

/**
 * A statement whose cue is the noun at `at`.
 * @param from the first word that may belong to it
 * @param outerSubject lower-case subject of the clause around, "" where unknown
 * @param answered true where the words are what somebody denies, accepts, rejects or confirms
 */
export function nounAt(
  words: Word[],
  at: number,
  from: number,
  outerSubject: string,
  answered: boolean,
): Nested | null {
  const governor: Governor = { auxiliary: "", subject: "", outerSubject, subordinate: false };
  const noun = words[at];
  if (!noun?.lexical) return null;
  const bare = lemmaIn(noun.lower, BARE_NOUNS);
  const any = bare ?? lemmaIn(noun.lower, CLAUSE_NOUNS);
  if (!any || /(?:ed|ing)$/.test(noun.lower)) return null;
  const owner = ownerOf(words, at, from);
  if (owner) {
    const reach = behind(words, at, governor);
    if (!bare && !reach?.clause) return null;
    // "accepted Mr. Reker’s explanation": an answer to it makes it matter, "her remarks" alone do not.
    if (!reach && !(bare && (TELLING_NOUNS.has(bare) || (answered && at < 7)))) return null;
    if (!reach && /^(?:into|in|at|on|as)$/.test(words[at + 1]?.lower ?? "") && bare === "admission")
      return null;
    return {
      source: [owner],
      cue: [{ start: noun.start, end: words[(reach?.cueEnd ?? at + 1) - 1]?.end ?? noun.end }],
      content: reach ? [reach.content] : [],
      confidence: 0.75,
      next: reach?.next ?? at + 1,
    };
  }
  // "the statements of President Putin that …", "a request by the union to …"; "criticism of X" is against X.
  const preposition = words[at + 1]?.lower ?? "";
  if (bare && /^(?:of|by)$/.test(preposition)) {
    const holder = phraseFrom(words, at + 2);
    const first = words[at + 2];
    if (holder && first && (nameWord(first) || holderHead(words, at + 2, holder.next))) {
      const that = words[holder.next]?.lower === "that";
      const reach = that
        ? clauseFrom(words, holder.next, at + 1, governor)
        : preposition === "by"
          ? behind(words, holder.next - 1, governor)
          : null;
      if (reach?.clause || (preposition === "by" && TELLING_NOUNS.has(bare)))
        return {
          source: [{ start: holder.start, end: holder.end }],
          cue: [{ start: noun.start, end: noun.end }],
          content: reach?.clause ? [reach.content] : [],
          confidence: 0.65,
          next: reach?.clause ? reach.next : holder.next,
        };
    }
  }
  const free = lemmaIn(noun.lower, FREE_NOUNS);
  const before = words[at - 1]?.lower ?? "";
  if (free && before !== "to" && !/^(?:he|she|they|we|i|who|it)$/.test(before)) {
    const reach = behind(words, at, governor);
    if (!reach || (!reach.clause && !/^(?:accusations?|allegations?)$/.test(noun.lower))) return null;
    return {
      source: [],
      cue: [{ start: noun.start, end: words[reach.cueEnd - 1]?.end ?? noun.end }],
      content: [reach.content],
      confidence: 0.5,
      next: reach.next,
    };
  }
  return null;
}

function holderHead(words: Word[], from: number, to: number): boolean {
  return words.slice(from, to).some((w) => holderNoun(w.lower));
}

/** Who owns the noun: "his", "Mr. Putin’s", "the minister’s flat"; at most two words between. */
function ownerOf(words: Word[], at: number, from: number): Span | null {
  for (let back = at - 1; back >= Math.max(from, at - 3); back--) {
    const word = words[back];
    if (!word) return null;
    if (OWN.test(word.lower)) return { start: word.start, end: word.end };
    if (possessive(word, words[back - 1])) {
      const last = words[back - 1];
      if (!last || back - 1 < from || !(nameWord(last) || holderNoun(last.lower))) return null;
      let start = back - 1;
      while (start - 1 >= from && back - start < 7) {
        const before = words[start - 1];
        if (!before?.lexical) break;
        if (
          nameWord(before) ||
          (!nameWord(last) &&
            /^\p{L}+$/u.test(before.lower) &&
            !/^(?:the|a|an|his|her|their|its|of|to|in|on|at|for|with|by|and|that|accepted|rejected|denied|from|about)$/.test(
              before.lower,
            ) &&
            !/(?:ed|ly)$/.test(before.lower))
        )
          start--;
        else if (/^(?:the|a|an|his|her|their|its|both)$/.test(before.lower)) {
          start--;
          break;
        } else break;
      }
      const first = words[start];
      return first ? { start: first.start, end: last.end } : null;
    }
    if (!word.lexical || /^(?:of|to|in|on|at|for|with|by|and|that|the|a|an)$/.test(word.lower)) return null;
  }
  return null;
}

interface Reach {
  cueEnd: number;
  content: Span;
  next: number;
  clause: boolean;
}

/** What follows the noun: a that-clause, "to …", or "of/about …", whose preposition goes to the cue. */
function behind(words: Word[], at: number, governor: Governor): Reach | null {
  const lower = words[at + 1]?.lower ?? "";
  if (lower === "that" && words[at + 2]?.lexical) return clauseFrom(words, at + 1, at + 1, governor);
  if (
    lower === "to" &&
    words[at + 2]?.lexical &&
    !/^(?:the|a|an|his|her|their|its|him|them|us|me|you|it)$/.test(words[at + 2]!.lower) &&
    !nameWord(words[at + 2]!) &&
    !noVerb(words[at + 2]!.lower)
  ) {
    const end = beforeOwnVerb(words, at + 1, clauseEnd(words, at + 1, words.length, true, governor), 0);
    const content = spanOf(words, at + 1, end);
    return content ? { cueEnd: at + 1, content, next: end, clause: true } : null;
  }
  if (/^(?:of|about|for|against)$/.test(lower) && words[at + 2]?.lexical && !timeAt(words, at + 2)) {
    const end = beforeOwnVerb(words, at + 2, clauseEnd(words, at + 2, words.length, true, governor), 0);
    const content = spanOf(words, at + 2, end);
    return content ? { cueEnd: at + 2, content, next: end, clause: false } : null;
  }
  return null;
}

/** "a commitment to conservative principles", "an appeal to women": the "to" of a noun. */
function noVerb(lower: string): boolean {
  return (
    /(?:al|ous|ic|ary|tion|ness|ity|men)$|[^su]s$/.test(lower) &&
    lemmaIn(lower, VERBS) === null &&
    !/^(?:heal|steal|deal)$/.test(lower)
  );
}

/** "of a day earlier", "of last week": says when, not what. */
function timeAt(words: Word[], at: number): boolean {
  const line = words
    .slice(at, at + 3)
    .map((w) => w.lower)
    .join(" ");
  return /^(?:(?:a|an|one|two|three|the|last|this|several) )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)?day|week|month|year|hour|yesterday)s?\b/.test(
    line,
  );
}

function clauseFrom(words: Word[], start: number, cueEnd: number, governor: Governor): Reach | null {
  const end = beforeOwnVerb(words, start, clauseEnd(words, start, words.length, false, governor), 1);
  const content = spanOf(words, start, end);
  return content ? { cueEnd, content, next: end, clause: true } : null;
}
