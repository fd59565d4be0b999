import type { Token } from "./language.ts";

/** A word to be printed: a token's own text, or what stands in for it. */
export interface Word {
  text: string;
  /** Index of the token whose own text this is, or -1: only own texts keep the text's spacing. */
  at: number;
}

/** A short form of a verb, not an opening quotation mark: "'s", "n't". */
const CLITIC = /^['’‘](?:s|t|d|m|re|ve|ll|em)$/i;

/** A token's text as printed: no quotation marks, typographic apostrophes. */
export function plain(token: Token): string {
  if (CLITIC.test(token.text)) return token.text.replace(/^['‘]/, "’");
  return token.text
    .replace(/^['‘“”"]+(?=[\p{L}\p{N}])/u, "")
    .replace(/(?<=[\p{L}\p{N}])['‘]/gu, "’")
    .replace(/[“”"]/g, "");
}

/** A mark that only quotes: "“", "'" that ends no genitive. */
export function isQuote(tokens: readonly Token[], k: number): boolean {
  const token = tokens[k]!;
  if (/^[“”"‘`]+$/.test(token.text)) return true;
  if (!/^['’]+$/.test(token.text)) return false;
  const before = tokens[k - 1];
  const after = tokens[k + 1];
  // "the workers’ representatives": a genitive stands between two nouns, without a space before it.
  return !(
    before &&
    after &&
    /s$/.test(before.lower) &&
    before.end === token.start &&
    after.start > token.end &&
    /^(?:NOUN|ADJ|NUM|PROPN)$/.test(after.pos)
  );
}

/** Puts words together as printed: tokens that touch in the text go on touching ("11.52pm", "hot-water", "Ann’s"). */
export function printed(words: readonly Word[], tokens: readonly Token[]): string {
  let text = "";
  let last: Word | null = null;
  for (const word of words) {
    if (word.text === "") continue;
    const touches: boolean =
      /^[,.;:%)]/.test(word.text) ||
      /^’/.test(word.text) ||
      (last !== null &&
        last.at >= 0 &&
        word.at === last.at + 1 &&
        tokens[last.at]!.end === tokens[word.at]!.start);
    text += text === "" || touches ? word.text : ` ${word.text}`;
    last = word;
  }
  return text.replace(/\s+/g, " ").trim();
}

/** "Ann Roe’s", "the workers’". */
export function genitive(name: string, person: boolean): string {
  if (/’s?$/.test(name)) return name;
  return !person && /[^s]s$/.test(name) ? `${name}’` : `${name}’s`;
}

export const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

export const lowerFirst = (word: string) =>
  /^I\b/.test(word) ? word : word.charAt(0).toLowerCase() + word.slice(1);
