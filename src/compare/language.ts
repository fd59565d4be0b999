import type { ItemToken, ItsFunction } from "wink-nlp";
import { LimitedMap } from "../limited-map.ts";
import { its, readAfresh } from "./tagger.ts";

/** One word or mark with its place in the text that was analysed. */
export interface Token {
  text: string;
  lower: string;
  /** Dictionary form, lower case ("accepted" → "accept"). */
  lemma: string;
  /** Universal part of speech: NOUN, PROPN, VERB, AUX, PRON, ADP, … */
  pos: string;
  start: number;
  end: number;
}

// The package types these two more narrowly than it uses them.
const lemmaOf = its.lemma as unknown as ItsFunction<string>;
const stemmed = its.stem as unknown as ItsFunction<string>;

const CURLY: Record<string, string> = { "’": "'", "‘": "'", "“": '"', "”": '"' };

/** Words that the tagger is known to read wrongly in news prose, by the tag that fits nearly always. */
const ALWAYS: Record<string, string> = {
  not: "PART",
  "n't": "PART",
  neither: "DET",
  nor: "CCONJ",
  per: "ADP",
};

/**
 * Lemmas that the dictionary gives wrongly or not at all.
 * "found" and "left" are far more often find and leave than found and left-hand in reports.
 */
const LEMMAS: Record<string, string> = {
  found: "find",
  left: "leave",
  men: "man",
  women: "woman",
  people: "people",
  "n't": "not",
  ca: "can",
  wo: "will",
  "'ll": "will",
  "'ve": "have",
  "'re": "be",
  "'m": "be",
};

/**
 * Splits a text into words with part of speech and lemma (wink-nlp, offline and deterministic).
 * Typographic quotation marks are read as straight ones; offsets are those of `text` in UTF-16 units. The result is kept and
 * shared: callers don't change it.
 */
export function words(text: string): Token[] {
  const known = analysed.get(text);
  if (known) return known;
  const made = analyse(text);
  analysed.set(text, made);
  return made;
}

/** Characters of text whose analysis is kept: comparing again after a correction meets nearly the same texts. */
const MOST_HELD = 2_000_000;
const analysed = new LimitedMap<string, Token[]>(MOST_HELD, (_tokens, text) => text.length);

function analyse(text: string): Token[] {
  const plain = text.replace(/[’‘“”]/g, (mark) => CURLY[mark] ?? mark).replace(/[\u00a0\u202f]/g, " ");
  const tokens: Token[] = [];
  let at = 0;
  readAfresh(plain)
    .tokens()
    .each((item: ItemToken) => {
      const raw = item.out();
      const found = plain.indexOf(raw, at);
      if (found < 0 || raw.trim() === "") return;
      at = found + raw.length;
      const lower = raw.toLowerCase();
      const pos = ALWAYS[lower] ?? (item.out(its.pos) as string);
      // The dictionary lists "ive" and the like as short forms, without a lemma.
      const known = (item.out(lemmaOf) as string | undefined)?.toLowerCase() ?? lower;
      const lemma = LEMMAS[lower] ?? known;
      // The dictionary's own string where it is the same: a large collection holds millions of words.
      const own = text.slice(found, at);
      tokens.push({ text: own === raw ? raw : own, lower, lemma, pos, start: found, end: at });
    });
  return repair(tokens);
}

/** Mends tags that the grammar around them rules out. */
function repair(tokens: Token[]): Token[] {
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const before = tokens[i - 1];
    const after = tokens[i + 1];
    // "The mine is closed": a pit, nobody's own. All that looks for the pronoun goes by `lower`.
    if (token.lower === "mine" && before && /^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(before.pos)) {
      token.pos = "NOUN";
      token.lower = "mines";
      token.lemma = "mines";
    }
    // "'s" after a noun and before a verb form or determiner is "is/has", else the genitive.
    if (token.lower === "'s" && token.pos === "AUX" && before?.pos === "PROPN" && after?.pos === "NOUN")
      token.pos = "PART";
    // "the officer, Colonel Roe, informed his counterpart": a participle before an object is the verb.
    if (
      token.pos === "ADJ" &&
      /ed$/.test(token.lower) &&
      before &&
      /^(?:PUNCT|NOUN|PROPN)$/.test(before.pos)
    ) {
      if (
        after &&
        (after.pos === "DET" ||
          after.pos === "PROPN" ||
          /^(?:his|her|its|their|our|my|him|them|us|me)$/.test(after.lower))
      )
        token.pos = "VERB";
    }
    // A clause-final "had", "is", "did" carries the clause alone; so does "have" before its object.
    if (
      token.pos === "AUX" &&
      HAVE.has(token.lemma) &&
      after &&
      /^(DET|NUM|NOUN|ADJ|PRON|PROPN)$/.test(after.pos)
    ) {
      if (!leadsVerb(tokens, i)) token.pos = "VERB";
    }
  }
  return tokens;
}

const HAVE = new Set(["have", "do"]);

/** True where an auxiliary has its verb within the next few words ("had not yet been told"). */
function leadsVerb(tokens: Token[], at: number): boolean {
  for (let i = at + 1; i < Math.min(tokens.length, at + 6); i++) {
    const { pos, lower } = tokens[i]!;
    if (pos === "VERB" || pos === "AUX")
      return /(ed|en|ne|wn|ght|id|t|ing|de|un|ung)$/.test(lower) || pos === "AUX";
    if (pos === "PUNCT" || pos === "CCONJ" || pos === "SCONJ" || pos === "ADP") return false;
  }
  return false;
}

/** The stem that inflected and many derived forms share ("resignation", "resigned" → "resign"). */
export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  let stem = word;
  readAfresh(word)
    .tokens()
    .each((item: ItemToken) => {
      stem = item.out(stemmed);
    });
  stems.set(word, stem);
  return stem;
}

const stems = new Map<string, string>();
