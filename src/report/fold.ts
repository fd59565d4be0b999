/**
 * A text as it is compared with typed words: typography and case folded, with the way back to every original
 * character. What is shown is always the original.
 */
import type { Span } from "../model.ts";

/** A folded text; unit `i` of it stands for `[starts[i], ends[i])` of the original. */
export interface Folded {
  text: string;
  starts: number[];
  ends: number[];
}

export interface FoldOptions {
  /** Letters without their accents (é = e), as browsers search a page. */
  bases?: boolean;
  /** Line breaks stay apart from spaces: a run with one becomes "\n". */
  lines?: boolean;
}

/** White space, doubled marks, or one character with its combining marks. */
const UNIT = /\s+|``|''|--+|[\s\S]\p{M}*/gu;
/** Soft hyphens, joiners and direction marks: they are not seen. */
const UNSEEN = /^[\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]+$/u;
const SINGLE = /^[‘’‚‛′ʼ`´]$/u;
const DOUBLE = /^(?:[“”„‟″«»]|``|'')$/u;
const DASH = /^(?:[‐‑‒–—―−]|--+)$/u;

function foldUnit(unit: string, options: FoldOptions): string {
  if (/^\s/u.test(unit)) return options.lines && /[\n\r\u2028\u2029]/u.test(unit) ? "\n" : " ";
  if (UNSEEN.test(unit)) return "";
  if (SINGLE.test(unit)) return "'";
  if (DOUBLE.test(unit)) return '"';
  if (DASH.test(unit)) return "-";
  if (!options.bases) return unit.normalize("NFKC").toLowerCase();
  return unit.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Folds a text: quotation marks, dashes, white space, ligatures, width and case; what can't be seen goes. */
export function fold(text: string, options: FoldOptions = {}): Folded {
  let out = "";
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of text.matchAll(UNIT)) {
    const piece = foldUnit(match[0], options);
    for (let i = 0; i < piece.length; i++) {
      starts.push(match.index);
      ends.push(match.index + match[0].length);
    }
    out += piece;
  }
  return { text: out, starts, ends };
}

/** The original's span for a stretch of the folded text; `to` is after `from`. */
export function unfold(folded: Folded, from: number, to: number): Span {
  return { start: folded.starts[from]!, end: folded.ends[to - 1]! };
}

/** A letter or digit of a script that parts its words by spaces. */
const WORD = /[\p{L}\p{N}\p{M}]/u;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** True where a stretch that begins or ends at `index` would cut a word. */
export function cutsWord(text: string, index: number): boolean {
  if (index <= 0 || index >= text.length) return false;
  const before = String.fromCodePoint(text.codePointAt(index - 1)!);
  const after = String.fromCodePoint(text.codePointAt(index)!);
  if (UNSPACED.test(before) || UNSPACED.test(after)) return false;
  return WORD.test(before) && WORD.test(after);
}

/** Every place of `words` in `text` (both folded) that cuts no word. */
export function occurrences(text: string, words: string): number[] {
  const out: number[] = [];
  if (words === "") return out;
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    if (!cutsWord(text, at) && !cutsWord(text, at + words.length)) out.push(at);
  }
  return out;
}
