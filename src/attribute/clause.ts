/**
 * How far an inner content reaches: from its first word to the border of its clause.
 */
import { FRAMES } from "./frames.ts";
import { finite, lemmaIn } from "./lemma.ts";
import { VERBS } from "./lexicon.ts";
import { capital, closes, opens, type Word } from "./words.ts";

const CONJUNCTION = /^(?:and|but|or|nor|yet)$/;
const SUBJECT = /^(?:he|she|they|it|we|i|there|you)$/;
const AUX = /^(?:had|has|have|was|were|is|are|would|will|could|can|did|does|do|should|may|might|must)$/;
const SUBORDINATOR =
  /^(?:when|while|after|because|although|though|before|since|as|whereas|unless|until|adding|saying|citing|insisting|asserting|arguing|claiming|suggesting)$/;

export interface Governor {
  /** The auxiliary of the governing verb, lower case, or "". */
  auxiliary: string;
  /** Lower-case words of the subject of the clause that the governing verb stands in. */
  subject: string;
  /** Lower-case subject of the clause around that. */
  outerSubject: string;
  /** True where the clause hangs on "when", "because", …: its comma ends it. */
  subordinate: boolean;
}

/**
 * Index behind the last word of a content that begins at `start`.
 * @param limit index behind the last word it may reach (the sentence's or the outer content's end)
 * @param object true for a noun phrase, false for a clause
 */
export function clauseEnd(
  words: Word[],
  start: number,
  limit: number,
  object: boolean,
  governor: Governor,
): number {
  const opensThat = words[start]?.lower === "that";
  for (let at = start + 1; at < limit; at++) {
    const word = words[at];
    const before = words[at - 1];
    const next = words[at + 1];
    if (!word) break;
    if (word.text === ";" || (object && /^[—–]$/.test(word.text))) return at;
    if (word.text === "," && (governor.subordinate || (object && next && SUBJECT.test(next.lower))))
      return at;
    const comma = before?.text === ",";
    const here = comma ? at - 1 : at;
    if (CONJUNCTION.test(word.lower)) {
      if (!next) return at;
      if (next.lower === "that") {
        const subject = words[at + 2]?.lower ?? "";
        const back = subject !== "" && (subject === governor.outerSubject || subject === governor.subject);
        if (!opensThat || back) return here;
        continue;
      }
      if (word.lower === "but" && (comma || object)) return here;
      const verb = words
        .slice(at + 1, at + 4)
        .find((w) => !/ly$/.test(w.lower) && !/^(?:even|also|then|later|not|never)$/.test(w.lower));
      if (verb && governor.auxiliary !== "" && verb.lower === governor.auxiliary && (object || comma))
        return here;
      if (object && verb && (AUX.test(verb.lower) || isVerb(verb))) return here;
      if (comma && verb && isVerb(verb)) return here;
      if ((comma || object) && SUBJECT.test(next.lower)) return here;
      if (comma && opensClause(words, at + 1, limit)) return here;
      continue;
    }
    if (SUBORDINATOR.test(word.lower) && (comma || (object && !/^(?:as|since)$/.test(word.lower))))
      return here;
  }
  return limit;
}

function isVerb(word: Word): boolean {
  const form = finite(word.lower);
  return (form === "past" || form === "present") && lemmaIn(word.lower, VERBS) !== null;
}

/**
 * Where the content of a noun in subject position ends: "the claim that the horn sounded | is false", "the promise to
 * rebuild it | had been forgotten". The second finite verb of the stretch belongs to the noun's own clause.
 * @param verbs finite verbs that the content itself may have: 1 for a that-clause, 0 for "to …"
 */
export function beforeOwnVerb(words: Word[], start: number, end: number, verbs: number): number {
  let seen = 0;
  for (let at = start + 1; at < end; at++) {
    const word = words[at];
    if (!word) break;
    if (
      !word.lexical ||
      /^(?:and|but|or|that|which|who|whose|where|when|if|because|while|what|how|why)$/.test(word.lower)
    ) {
      if (/^[“”"’‘]$/.test(word.text) || (verbs === 0 && /^(?:and|or)$/.test(word.lower))) continue;
      return end;
    }
    const finiteHere =
      AUX.test(word.lower) ||
      /n't$/.test(word.lower) ||
      (seen < verbs && !capital(word) && finite(word.lower) === "past");
    if (!finiteHere || AUX.test(words[at - 1]?.lower ?? "")) continue;
    if (seen >= verbs) return at;
    seen++;
    // A verb of saying brings a clause of its own without "that".
    if (lemmaIn(word.lower, FRAMES) !== null && !AUX.test(word.lower)) return end;
  }
  return end;
}

/** True where a clause with its own subject and verb begins at `at`. */
export function opensClause(words: Word[], at: number, limit: number): boolean {
  const first = words[at];
  if (!first?.lexical) return false;
  if (/^(?:he|she|they|we|i|it|there|you|this|these|nobody|nothing|everyone|everybody)$/.test(first.lower))
    return verbSoon(words, at + 1, Math.min(limit, at + 6), true);
  if (/^(?:that|to|of|in|on|at|for|with|by|as|from|about|into|and|or|but)$/.test(first.lower)) return false;
  return verbSoon(words, at + 1, Math.min(limit, at + 14), false);
}

/** An auxiliary or a plain past or present verb before the next mark of punctuation. */
function verbSoon(words: Word[], from: number, to: number, pronoun: boolean): boolean {
  for (let at = from; at < to; at++) {
    const word = words[at];
    if (!word) return false;
    if (!word.lexical && /^[;:.?!]$/.test(word.text)) return false;
    if (!pronoun && word.text === ",") return false;
    if (AUX.test(word.lower) || /(?:n't|cannot)$/.test(word.lower)) return true;
    if (pronoun && word.lexical && !/ly$/.test(word.lower)) return true;
    if (/^(?:who|which|that|and|or|but)$/.test(word.lower)) return false;
    if (
      at > from &&
      isVerb(word) &&
      /^(?:said|told|went|came|took|made|gave|knew|saw|left|lost|won|met|sent|spent|kept|held|ran|began|\w{3,}ed)$/.test(
        word.lower,
      ) &&
      !/^(?:the|a|an|of|his|her|their|its)$/.test(words[at - 1]?.lower ?? "") &&
      words[at + 1]?.lower !== "by"
    )
      return true;
  }
  return false;
}

/** The span of words `start` to `end`, without closing punctuation that has no opening inside; null where none is left. */
export function spanOf(words: Word[], start: number, end: number): { start: number; end: number } | null {
  let from = start;
  let to = end;
  while (to > from) {
    const last = words[to - 1];
    if (!last || last.lexical) break;
    if (closes(last) && last.text !== "'" && balanced(words, from, to)) break;
    to--;
  }
  while (from < to) {
    const first = words[from];
    if (!first || first.lexical) break;
    const lone = /^['"]$/.test(first.text) && words[to - 1]?.text !== first.text;
    if (!lone && opens(first) && !hangs(words, from, to)) break;
    from++;
  }
  const first = words[from];
  const last = words[to - 1];
  return first && last && from < to ? { start: first.start, end: last.end } : null;
}

const PAIRS: Record<string, string> = {
  "”": "“",
  "’": "‘",
  "»": "«",
  ")": "(",
  "]": "[",
  '"': '"',
  "›": "‹",
};

/** Index behind the mark that closes the quotation opened at `start`, or -1. */
export function quotationEnd(words: Word[], start: number): number {
  const opening = words[start]?.text ?? "";
  if (!opens(words[start]!)) return -1;
  const at = words.findIndex((w, i) => i > start && PAIRS[w.text] === opening);
  return at < 0 ? -1 : at + 1;
}

function balanced(words: Word[], from: number, to: number): boolean {
  const last = words[to - 1];
  const opening = last ? PAIRS[last.text] : undefined;
  return opening !== undefined && words.slice(from, to - 1).some((w) => w.text === opening);
}

/** An opening mark whose partner lies outside. */
function hangs(words: Word[], from: number, to: number): boolean {
  const first = words[from]?.text ?? "";
  const closing = Object.keys(PAIRS).find((c) => PAIRS[c] === first);
  return closing !== undefined && !words.slice(from + 1, to).some((w) => w.text === closing);
}
