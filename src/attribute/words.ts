/**
 * Words with their places, for rules that look at more than characters.
 */
import type { Span } from "../model.ts";

/** One word or one punctuation character. */
export interface Word extends Span {
  /** As it stands in the text. */
  text: string;
  /** Lower case, typographic apostrophes made straight. */
  lower: string;
  /** True for letters and digits, false for punctuation. */
  lexical: boolean;
}

const TITLES =
  "Mr|Mrs|Ms|Mx|Dr|Prof|Gen|Sen|Sens|Rep|Reps|Gov|Lt|Col|Sgt|Capt|Cmdr|Maj|Adm|Amb|Rev|Hon|St|Jr|Sr|Messrs|Supt|Insp|Vol|No|vs";
const TOKEN = new RegExp(
  [
    `(?:${TITLES})\\.`,
    "(?:\\p{L}\\.){2,}",
    "\\p{Lu}\\.(?=\\s?\\p{Lu})",
    "\\p{N}+(?:[.,:]\\p{N}+)+",
    "[\\p{L}\\p{N}\\p{M}]+(?:[-‐’'][\\p{L}\\p{N}\\p{M}]+)*",
    "[^\\s\\p{L}\\p{N}]",
  ].join("|"),
  "gu",
);
const POSSESSIVE = /^(.+)(['’]s)$/iu;
/** Contracted "is" or "has", never a possessive: "he’s", "that’s". */
const CONTRACTED = /^(?:he|she|it|that|there|who|what|where|how|let|here)['’]s$/iu;

/** Splits a text into words and punctuation; "Putin’s" gives two words, "didn’t" and "he’s" one, "Mr." one. */
export function splitWords(text: string): Word[] {
  const words: Word[] = [];
  const push = (start: number, piece: string) => {
    words.push({
      start,
      end: start + piece.length,
      text: piece,
      lower: piece.toLowerCase().replaceAll("’", "'"),
      lexical: /[\p{L}\p{N}]/u.test(piece) || POSSESSIVE.test(`x${piece}`),
    });
  };
  for (const match of text.matchAll(TOKEN)) {
    const piece = match[0];
    const owned = CONTRACTED.test(piece) ? null : POSSESSIVE.exec(piece);
    if (owned?.[1] && owned[2]) {
      push(match.index, owned[1]);
      push(match.index + owned[1].length, owned[2]);
    } else push(match.index, piece);
  }
  return words;
}

const OPENING = /^[“‘«‹„‚"'`([]$/u;
const CLOSING = /^[”’»›"')\]]$/u;

/** True for a character that may open a quotation or a bracket. */
export function opens(word: Word): boolean {
  return OPENING.test(word.text);
}

/** True for a character that may close a quotation or a bracket. */
export function closes(word: Word): boolean {
  return CLOSING.test(word.text);
}

/** True where the word begins with a capital letter. */
export function capital(word: Word): boolean {
  return /^\p{Lu}/u.test(word.text);
}

/** True for "’s", and for a bare apostrophe right behind a word that ends in s. */
export function possessive(word: Word, before: Word | undefined): boolean {
  if (word.lower === "'s") return true;
  return (word.text === "’" || word.text === "'") && before?.end === word.start && /s$/u.test(before.lower);
}
