/**
 * How much of a content stands in quotation marks.
 */
import type { Form, Span } from "../model.ts";
import { contains, sharedLength } from "../span.ts";
import type { Page } from "./page.ts";

/** Characters between the words of a quotation that need not be quoted: spaces, marks, final punctuation. */
const LOOSE = /[\s\p{P}]/u;

/**
 * `direct` where all words of the content are quoted, `mixed` where some are, else `indirect`. Quotations that hold
 * the cue or the source too are an outer speaker's and don't count.
 */
export function formOf(page: Page, content: Span[], introducing: Span[]): Form {
  let quoted = 0;
  let words = 0;
  for (const span of content) {
    const regions = page
      .quotationsAt(span)
      .filter(
        (q) => !introducing.some((part) => contains(q, part)) && (introducing.length > 0 || q.depth === 0),
      );
    for (let at = span.start; at < span.end; at++) {
      if (LOOSE.test(page.text.charAt(at))) continue;
      words++;
      if (regions.some((q) => sharedLength(q, { start: at, end: at + 1 }) > 0)) quoted++;
    }
  }
  if (words > 0 && quoted === words) return "direct";
  return quoted > 0 ? "mixed" : "indirect";
}
