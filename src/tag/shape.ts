/** Token types: a word's case shape × whether it stands in quotation marks. The base model's vocabulary has no case. */
import { insideQuotes } from "./quotes.ts";
import type { Pieces } from "./wordpiece.ts";

export const SHAPE = { lower: 0, initial: 1, caps: 2, mixed: 3, digit: 4, other: 5 } as const;
const SHAPES = 6;

const UPPER = /[\p{Lu}\p{Lt}]/u;
const LETTER = /\p{L}/u;
const DIGIT = /\p{Nd}/u;

/** Case shape of one word as it stands in the text. */
function shapeOf(word: string): number {
  if (/^[a-z]+$/.test(word)) return SHAPE.lower;
  let upper = 0;
  let lower = 0;
  let firstUpper = false;
  for (const ch of word) {
    if (UPPER.test(ch)) {
      if (upper + lower === 0) firstUpper = true;
      upper++;
    } else if (LETTER.test(ch)) lower++;
    else if (DIGIT.test(ch)) return SHAPE.digit;
  }
  if (upper + lower === 0) return SHAPE.other;
  if (upper === 0) return SHAPE.lower;
  if (firstUpper && upper === 1) return SHAPE.initial;
  return lower === 0 ? SHAPE.caps : SHAPE.mixed;
}

/** Types 0..11 of the pieces of one paragraph, which begins at `from` and ends at `to`. */
export function pieceTypes(pieces: Pieces, text: string, from: number, to: number): number[] {
  const quoted = insideQuotes(text.slice(from, to));
  const types: number[] = [];
  for (let i = 0; i < pieces.ids.length; ) {
    let j = i;
    while (j < pieces.ids.length && pieces.word[j] === pieces.word[i]) j++;
    const shape = shapeOf(text.slice(pieces.start[i]!, pieces.end[j - 1]!));
    for (; i < j; i++) types.push(shape + (quoted[pieces.start[i]! - from] ? SHAPES : 0));
  }
  return types;
}
