/**
 * Addresses that lead to words: `#:~:text=[prefix-,]start[,end][,-suffix]` (WICG, URL Fragment Text Directives;
 * https://wicg.github.io/scroll-to-text-fragment/). Browsers search ignoring case and accents, by whole words; a
 * term lies in one block, so none here crosses a line break; they go to the first match, so a directive is
 * only given where it matches once in the text, and at the words meant.
 */
import type { Span } from "../model.ts";
import { cutsWord, type Folded, fold, occurrences, unfold } from "./fold.ts";

/** The parts of a text directive; "" where one is not given. */
export interface TextDirective {
  prefix: string;
  start: string;
  end: string;
  suffix: string;
}

/** Longest words that are given whole, not by their first and last ones (as browsers' own generators do). */
const MAX_EXACT = 300;
/** Words shorter than this get context even where they stand once: the page may hold them outside the text. */
const SHORT = 20;
const MAX_CONTEXT = 14;
const EDGE_WORDS = [4, 6, 9, 14];

const SEEN = /[\p{L}\p{N}]/u;
const OPTIONS = { bases: true, lines: true };

/** The span without punctuation at its edges, grown to whole words; null where there is no letter or digit. */
function wordSpan(text: string, span: Span): Span | null {
  let { start, end } = span;
  const at = (i: number) => String.fromCodePoint(text.codePointAt(i)!);
  while (start < end && !SEEN.test(at(start))) start += at(start).length;
  while (end > start && !/[\p{L}\p{N}\p{M}]/u.test(text.slice(lastPoint(text, end), end)))
    end = lastPoint(text, end);
  if (start >= end) return null;
  while (cutsWord(text, start)) start = lastPoint(text, start);
  while (cutsWord(text, end)) end += at(end).length;
  return { start, end };
}

/** Where the code point that ends at `end` begins. */
function lastPoint(text: string, end: number): number {
  const low = text.charCodeAt(end - 1);
  return end > 1 && low >= 0xdc00 && low <= 0xdfff ? end - 2 : end - 1;
}

/** The first `n` words of the first line of a stretch. */
function firstWords(text: string, n: number): string {
  const line = text.replace(/^\s+/u, "").split("\n", 1)[0]!;
  return new RegExp(`^(?:\\S+[^\\S\\n]*){1,${n}}`, "u").exec(line)?.[0].trim() ?? "";
}

/** The last `n` words of the last line of a stretch. */
function lastWords(text: string, n: number): string {
  const line = text.replace(/\s+$/u, "").split("\n").at(-1)!;
  const words = [...line.matchAll(/\S+/gu)].slice(-n);
  return words.length === 0 ? "" : line.slice(words[0]!.index);
}

/** Places that a directive matches in a folded text, as a browser would try them. */
function matches(folded: Folded, directive: TextDirective): Span[] {
  const { text } = folded;
  const part = (s: string) => fold(s, OPTIONS).text;
  const [prefix, start, end, suffix] = [
    part(directive.prefix),
    part(directive.start),
    part(directive.end),
    part(directive.suffix),
  ];
  const follows = (at: number) =>
    suffix === "" ||
    text
      .slice(at, at + suffix.length + 8)
      .trimStart()
      .startsWith(suffix);
  const out: Span[] = [];
  for (const at of occurrences(text, start)) {
    const before = text.slice(Math.max(0, at - prefix.length - 8), at).trimEnd();
    if (prefix !== "" && !before.endsWith(prefix)) continue;
    if (end === "") {
      if (follows(at + start.length)) out.push(unfold(folded, at, at + start.length));
      continue;
    }
    const last = occurrences(text.slice(at + start.length), end)
      .map((i) => at + start.length + i + end.length)
      .find(follows);
    if (last !== undefined) out.push(unfold(folded, at, last));
  }
  return out;
}

/** True where the directive has one match and that is the span (edges but for punctuation). */
function isUnique(folded: Folded, directive: TextDirective, span: Span): boolean {
  const found = matches(folded, directive);
  return found.length === 1 && found[0]!.start === span.start && found[0]!.end === span.end;
}

/**
 * The directive for a span of a text: the words whole where they are short and on one line, else their first and
 * last words; with as little context as makes it unique in the text.
 * @returns null where no directive within reach leads to these words and no others
 */
export function textDirective(text: string, span: Span): TextDirective | null {
  const words = wordSpan(text, span);
  if (words === null) return null;
  const inside = text.slice(words.start, words.end);
  const before = text.slice(Math.max(0, words.start - 600), words.start);
  const after = text.slice(words.end, words.end + 600);
  const folded = foldedOnce(text);
  const whole = inside.length <= MAX_EXACT && !inside.includes("\n");
  const terms = whole
    ? [{ start: inside, end: "" }]
    : EDGE_WORDS.map((n) => ({ start: firstWords(inside, n), end: lastWords(inside, n) }));
  for (const term of terms) {
    for (let k = whole && inside.length < SHORT ? 3 : 0; k <= MAX_CONTEXT; k += k < 3 ? 3 : 4) {
      const directive = {
        ...term,
        prefix: k === 0 ? "" : context(lastWords(before, k)),
        suffix: k === 0 ? "" : context(firstWords(after, k)),
      };
      if (isUnique(folded, directive, words)) return directive;
    }
  }
  return null;
}

/** The statements of one document are asked for one after another: its text is folded once for all of them. */
let last: { text: string; folded: Folded } | null = null;

function foldedOnce(text: string): Folded {
  if (last === null || last.text !== text) last = { text, folded: fold(text, OPTIONS) };
  return last.folded;
}

/** Context worth giving: a lone mark is none. */
function context(words: string): string {
  return SEEN.test(words) ? words : "";
}

/** Percent-encodes a part: all but letters, digits, "." and "_"; "-", "," and "&" are the directive's own. */
function encode(part: string): string {
  return encodeURIComponent(part.replace(/\s+/gu, " ")).replace(
    /[-!'()*~]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * The address of a page with a directive to words in it.
 * @returns the address as given where the words can't be placed; null where it is no http(s) address
 */
export function addressOf(url: string | null, text: string, span: Span): string | null {
  if (url === null || !/^https?:\/\/\S+$/iu.test(url)) return null;
  const bare = url.replace(/:~:.*$/su, "").replace(/#$/u, "");
  const directive = textDirective(text, span);
  if (directive === null || /[\ud800-\udfff]/u.test(Object.values(directive).join(""))) return bare;
  const parts = [
    directive.prefix === "" ? [] : [`${encode(directive.prefix)}-`],
    [encode(directive.start)],
    directive.end === "" ? [] : [encode(directive.end)],
    directive.suffix === "" ? [] : [`-${encode(directive.suffix)}`],
  ];
  return `${bare}${bare.includes("#") ? "" : "#"}:~:text=${parts.flat().join(",")}`;
}
