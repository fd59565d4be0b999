/**
 * Quotations that nothing introduces: a paragraph that is all quotation, or a quoted sentence in a paragraph that has named
 * who speaks. The corpora link such contents to a cue further up, so only plain cases are taken.
 */
import type { Quotation, Span, Statement } from "../model.ts";
import { bySpan, contains, overlaps } from "../span.ts";
import { firstEndingAfter, type Page } from "./page.ts";
import { endOf, makeStatement } from "./statement.ts";

const LEAST_WORDS = 5;
/** Half of them are read by annotators as content of a cue elsewhere. */
const FLOATING_SCORE = 0.5;

/**
 * The floating quotations of a document.
 * @param statements those found so far, in text order
 */
export function floatingStatements(page: Page, statements: readonly Statement[]): Statement[] {
  const { doc } = page;
  // a content that the model marks and links to nothing is just what floats
  const covered: Span[] = statements
    .filter((s) => s.parent === null)
    .flatMap((s) => [...s.source, ...s.cue, ...s.content])
    .sort(bySpan);
  const bodies = doc.turns.map((t) => ({ start: t.label.start, end: t.body.end }));
  const out: Statement[] = [];
  const tops = statements.filter((s) => s.parent === null && s.source.length > 0);
  const ends = tops.map((s) => ({ end: endOf(s) }));
  for (const quotation of doc.quotations) {
    if (quotation.depth > 0 || !quotation.closed) continue;
    if (hits(covered, quotation) || hits(bodies, quotation)) continue;
    const words = page.within(quotation).filter((w) => w.lexical);
    if (words.length < LEAST_WORDS || !words.some((w) => /^[a-z]/.test(w.text))) continue;
    if (!alone(page, quotation) && !follows(page, quotation, ends)) continue;
    const statement = makeStatement(
      doc.article.id,
      page.text,
      {
        source: holderBefore(page, quotation, tops),
        cue: [],
        content: [{ start: quotation.start, end: quotation.end }],
      },
      FLOATING_SCORE,
    );
    statement.form = "direct";
    out.push(statement);
  }
  return out;
}

/**
 * Who was speaking: the source of the last statement before, in this paragraph or the one above. A quotation that nobody
 * introduces goes on with the voice that was heard last (the convention of news style).
 */
function holderBefore(page: Page, quotation: Quotation, tops: readonly Statement[]): Span[] {
  let last: Statement | null = null;
  for (const s of tops) {
    if (endOf(s) > quotation.start) continue;
    if (last === null || endOf(s) >= endOf(last)) last = s;
  }
  if (!last) return [];
  const gap = page.paragraphAt(quotation.start) - page.paragraphAt(endOf(last) - 1);
  if (gap > 1) return [];
  return last.source.map(({ start, end }) => ({ start, end }));
}

function hits(spans: readonly Span[], span: Span): boolean {
  for (let i = firstEndingAfter(spans, span.start); i < spans.length; i++) {
    const other = spans[i];
    if (!other || other.start >= span.end) return false;
    if (overlaps(other, span)) return true;
  }
  return false;
}

/** The quotation is its whole paragraph. */
function alone(page: Page, quotation: Quotation): boolean {
  const paragraph = page.doc.paragraphs[page.paragraphAt(quotation.start)];
  if (!paragraph || !contains(paragraph, quotation)) return false;
  const rest =
    page.text.slice(paragraph.start, quotation.start) + page.text.slice(quotation.end, paragraph.end);
  // A heading or a title is no utterance: it needs the end of a sentence, or to run on.
  const utterance =
    /[.?!…—]["'”’]*$/.test(page.text.slice(quotation.start, quotation.end)) || quotation.continues !== null;
  return utterance && !/[\p{L}\p{N}]/u.test(rest);
}

/** A whole sentence in quotation marks, in a paragraph that has named who speaks. */
function follows(page: Page, quotation: Quotation, ends: readonly { end: number }[]): boolean {
  const sentence = page.sentenceAt(quotation.start);
  if (!sentence || /[\p{L}\p{N}]/u.test(page.text.slice(sentence.start, quotation.start))) return false;
  const paragraph = page.doc.paragraphs[page.paragraphAt(quotation.start)];
  if (!paragraph || !/[.?!…][”"’']*$/.test(page.text.slice(quotation.start, quotation.end))) return false;
  return ends.some((e) => e.end <= quotation.start && e.end > paragraph.start);
}
