import { ReadoutError } from "./errors.ts";
import type { Passage, Span, Statement } from "./model.ts";

/** True where the two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** True where `inner` lies wholly in `outer` (equal spans count). */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Number of code units that the two spans share. */
export function sharedLength(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

/** Orders by start, then by end. */
export function bySpan(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}

/** Index of the first of ascending places that is not before `place`; their number where all are. */
export function firstAtOrAfter(places: Int32Array, place: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** From the first to the last word of an attribution's source, cue and contents; it has at least one of them. */
export function extentOf({ source, cue, content }: Pick<Statement, "source" | "cue" | "content">): Span {
  const all = [...source, ...cue, ...content];
  return { start: Math.min(...all.map((p) => p.start)), end: Math.max(...all.map((p) => p.end)) };
}

/** The passage at a span; the words are the text's own, edges as given. */
export function passage(text: string, start: number, end: number): Passage {
  return { start, end, text: text.slice(start, end) };
}

/** The passages at spans, in their order. */
export function passages(text: string, spans: readonly Span[]): Passage[] {
  return spans.map(({ start, end }) => passage(text, start, end));
}

const EDGE = /[\s\u200b\ufeff]/;

/** The span without white space at its edges, or null where nothing is left. */
export function trimSpan(text: string, span: Span): Span | null {
  let { start, end } = span;
  while (start < end && EDGE.test(text.charAt(start))) start++;
  while (end > start && EDGE.test(text.charAt(end - 1))) end--;
  return start < end ? { start, end } : null;
}

/**
 * Checks that a passage proves itself against its article's text: the words match, it is not empty, has no
 * white space at its edges and cuts no surrogate pair.
 * @throws ReadoutError PASSAGE_MISMATCH
 */
export function checkPassage(text: string, passage: Passage, where: string): void {
  const { start, end } = passage;
  const fits =
    Number.isInteger(start) &&
    Number.isInteger(end) &&
    start >= 0 &&
    start < end &&
    end <= text.length &&
    text.slice(start, end) === passage.text &&
    !EDGE.test(text.charAt(start)) &&
    !EDGE.test(text.charAt(end - 1)) &&
    !cutsPair(text, start) &&
    !cutsPair(text, end);
  if (!fits) throw new ReadoutError("PASSAGE_MISMATCH", { detail: `${where}, ${start}–${end}` });
}

/** True where a border at `index` would part a surrogate pair. */
export function cutsPair(text: string, index: number): boolean {
  if (index <= 0 || index >= text.length) return false;
  const before = text.charCodeAt(index - 1);
  const after = text.charCodeAt(index);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
