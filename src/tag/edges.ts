/** Edges of marks: no white space at them, and never inside a grapheme. */
import type { Span } from "../model.ts";
import { trimSpan } from "../span.ts";

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
/** How far back a grapheme is sought; longer ones are no text. */
const BACK = 64;

/** Start of the grapheme that holds the border `at`, or `at` where it parts none. */
function graphemeAround(text: string, at: number): Span {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  // Below U+0300 only CR LF holds together, and a text has no CR.
  if (at <= 0 || at >= text.length || (before < 0x300 && after < 0x300)) return { start: at, end: at };
  const from = Math.max(0, at - BACK);
  const found = segmenter.segment(text.slice(from, at + BACK)).containing(at - from);
  if (!found || found.index === at - from) return { start: at, end: at };
  return { start: from + found.index, end: from + found.index + found.segment.length };
}

/** The span widened to whole graphemes and trimmed; null where nothing but white space is left. */
export function cleanEdges(text: string, span: Span): Span | null {
  const wide = { start: graphemeAround(text, span.start).start, end: graphemeAround(text, span.end).end };
  return trimSpan(text, wide);
}
