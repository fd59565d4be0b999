/**
 * The word of a statement that may stand for others, read generously: what it stands for, and whether for anything at all,
 * is weighed in `referent-ranker.ts`.
 */
import type { Statement } from "../model.ts";
import { type Anaphor, SAID } from "./anaphor.ts";
import { lemmaIn } from "./lemma.ts";
import type { Page } from "./page.ts";
import { startOf } from "./statement.ts";
import type { Word } from "./words.ts";

type Shape =
  /** All of the content: "it", "this", "so", "otherwise". */
  | "whole"
  /** A clause that hangs on another: "it was not true", "to do so", "me to". */
  | "clause"
  /** No content: "disagreed", "declined". */
  | "empty"
  /** A noun of saying: "the denial", "no such promise". */
  | "said"
  /** Another noun: "this figure", "the matter", "no such talks". */
  | "noun"
  /** Somebody whose words are meant: "believed him". */
  | "person"
  /** "which", "who". */
  | "relative"
  /** An apposition that takes up the sentence: "a step that she called rash". */
  | "apposition"
  /** "one" of what was brought up. */
  | "one"
  /** A transcript's turn or a quotation by itself. */
  | "alone";

export interface Pointer {
  shape: Shape;
  /** First character of the words that point; what they stand for is before it. */
  at: number;
  /** Number of the content's words before it. */
  index: number;
  word: string;
  /** The noun, where the words have one. */
  noun: string | null;
  plural: boolean;
}

const PRONOUN = /^(?:it|this|that|these|those|they|them|so|such|its|their)$/;
const WHOLE =
  /^(?:it|this|that|these|those|so|as much|otherwise|(?:all|any|none|much|some) of (?:it|that|this|them)|both|neither|either|the same|the (?:opposite|contrary)|to the contrary|no such thing|nothing of the (?:kind|sort)|what|no|yes|not so)$/;
const LEAVES_OFF =
  /(?:^|\s)(?:do|does|did|doing|done|say|says|said|saying|think|thinks) (?:so|it|this|that|such a thing)$|^(?:(?:\w+ )?(?:not )?to|(?:he|she|it|they|we|i|you|there) (?:is|was|were|are|do|does|did|has|have|had|will|would|can|could|might)(?: not|n't)?(?: be)?|(?:he|she|it|they|we|i|you) \w+n't)$/;
const DETERMINER = /^(?:the|this|that|these|those|such|his|her|its|their|your|any|no)$/;
const NOT_NOUN =
  /^(?:of|to|in|on|at|for|with|by|from|about|that|which|who|is|was|are|were|be|been|has|have|had|will|would|can|could|may|might|must|should|do|does|did|and|or|but|not)$/;

/** The pointing words of a statement, if any (a pronoun inside a longer content is left alone: mostly it points within it); `anaphor` is what the narrower reading took them for. */
export function pointerOf(page: Page, statement: Statement, anaphor: Anaphor | null): Pointer | null {
  const make = (shape: Shape, at: number, word: string, rest: Partial<Pointer> = {}): Pointer => ({
    shape,
    at,
    index: 0,
    word,
    noun: null,
    plural: /^(?:these|those|they|them|their|both)$/.test(word),
    ...rest,
  });
  const cue = statement.cue.flatMap((c) => page.within(c)).filter((w) => w.lexical);
  const begin = startOf(statement);
  if (anaphor?.kind === "relative" || anaphor?.kind === "apposition" || anaphor?.kind === "one")
    return make(anaphor.kind, anaphor.at, anaphor.kind);
  if (statement.content.length === 0) {
    const noun = cue.map((w) => lemmaIn(w.lower, SAID)).find((n) => n !== null) ?? null;
    const at = Math.max(begin, statement.cue[0]?.start ?? begin);
    return noun && anaphor?.kind === "said"
      ? make("said", anaphor.at, cue.at(-1)?.lower ?? "", {
          noun,
          plural: /s$/.test(cue.at(-1)?.lower ?? ""),
        })
      : make("empty", at, cue.at(-1)?.lower ?? "", { noun });
  }
  const words = statement.content.flatMap((c) => page.within(c)).filter((w) => w.lexical);
  const first = words[0];
  if (!first) return null;
  const line = words.map((w) => w.lower).join(" ");
  if (statement.cue.length === 0 && anaphor?.kind !== "said" && anaphor?.kind !== "claim") {
    const index = words.slice(0, 14).findIndex((w) => PRONOUN.test(w.lower));
    if (index < 0 && words.length > 8) return null;
    return make("alone", begin, words[index]?.lower ?? "", { index: Math.max(index, 0) });
  }
  if (WHOLE.test(line)) return make("whole", first.start, first.lower);
  if (/^(?:him|her|them|you)$/.test(line)) return make("person", first.start, first.lower);
  if (LEAVES_OFF.test(line)) return make("clause", first.start, words.at(-1)!.lower);
  if (anaphor?.kind === "claim") return make("clause", anaphor.at, first.lower);
  if (anaphor?.kind === "said")
    return make("said", anaphor.at, first.lower, {
      noun: anaphor.noun,
      index: words.findIndex((w) => w.start >= anaphor.at),
      plural: words.some((w) => /s$/.test(w.lower) && lemmaIn(w.lower, SAID) === anaphor.noun),
    });
  const named = nounIn(words);
  return named
    ? make("noun", words[named.index]!.start, words[named.index]!.lower, {
        index: named.index,
        noun: named.noun,
        plural: /[^s]s$/.test(named.noun),
      })
    : null;
}

/** The first noun phrase that takes something up: at the start of the content, or after "this", "such" further on. */
function nounIn(words: readonly Word[]): { index: number; noun: string } | null {
  for (let at = 0; at < Math.min(words.length, 10); at++) {
    const { lower } = words[at]!;
    const strong = /^(?:this|these|those|such)$/.test(lower) || (lower === "that" && at > 0);
    if (!strong && !(at === 0 && DETERMINER.test(lower) && words.length <= 5)) continue;
    if (!strong && /^(?:his|her|its|their|your|any|no)$/.test(lower) && words[at + 1]?.lower !== "such")
      continue;
    let end = at + 1;
    while (end < words.length && end - at <= 3 && !NOT_NOUN.test(words[end]!.lower)) end++;
    const noun = words[end - 1]!.lower;
    if (end > at + 1 && (!strong || lower !== "that" || end - at <= 2)) return { index: at, noun };
  }
  return null;
}
