/**
 * A document's text cut into the stretches that are marked alike: statements overlap and nest, so the marks are
 * flat (one stretch, all its statements), never elements inside elements that would have to cross.
 */
import type { Article, Span, Statement } from "../../model.ts";

export type MarkRole = "source" | "cue" | "content";

/** How the page's attributes name a role beside a statement's number: "12t" is statement 12's content. */
export const ROLE_LETTER: Record<MarkRole, string> = { source: "s", cue: "c", content: "t" };

/** One statement's hold on a stretch. */
export interface Hold {
  statement: Statement;
  role: MarkRole;
}

/** A stretch of text under one set of statements; `holds` is [] for unmarked text. */
interface Stretch extends Span {
  holds: Hold[];
}

/** A paragraph of the text and its stretches, which make it up without a gap. */
export interface MarkedParagraph extends Span {
  stretches: Stretch[];
  /** Statements whose first passage begins in this paragraph, in text order. */
  begins: Statement[];
}

/** Paragraphs: blocks parted by blank lines; in a text without any, its lines. Empty ones are left out. */
export function paragraphsOf(text: string): Span[] {
  const border = /\n[^\S\n]*\n/u.test(text) ? /\n(?:[^\S\n]*\n)+/gu : /\n+/gu;
  const out: Span[] = [];
  let start = 0;
  const push = (end: number) => {
    // Empty lines before the first paragraph are no part of it.
    const from = start + /^(?:[^\S\n]*\n)*/u.exec(text.slice(start, end))![0].length;
    if (text.slice(from, end).trim() !== "") out.push({ start: from, end });
  };
  for (const match of text.matchAll(border)) {
    push(match.index);
    start = match.index + match[0].length;
  }
  push(text.length);
  return out;
}

/** Where a statement begins in its text; statements without any passage begin at the end. */
function beginOf(statement: Statement): number {
  const all = [...statement.source, ...statement.cue, ...statement.content];
  return all.reduce((least, p) => Math.min(least, p.start), Number.MAX_SAFE_INTEGER);
}

/** An article's statements, narrated ones too, in text order; where two begin together the longer one comes first. */
export function statementsInOrder(article: Article): Statement[] {
  const length = (s: Statement) => s.content.reduce((n, p) => n + p.end - p.start, 0);
  return [...article.statements, ...article.narrated].sort(
    (a, b) => beginOf(a) - beginOf(b) || length(b) - length(a) || (a.id < b.id ? -1 : 1),
  );
}

/** The marked text of an article, paragraph by paragraph. */
export function markedParagraphs(article: Article): MarkedParagraph[] {
  const statements = statementsInOrder(article);
  const spans: (Span & Hold)[] = statements.flatMap((statement) =>
    (["source", "cue", "content"] as const).flatMap((role) =>
      statement[role].map(({ start, end }) => ({ start, end, statement, role })),
    ),
  );
  spans.sort((a, b) => a.start - b.start || a.end - b.end);
  const paragraphs = paragraphsOf(article.text);
  let first = 0;
  return paragraphs.map(({ start, end }) => {
    // Spans are sorted by start; those that end before this paragraph can be dropped for good.
    while (first < spans.length && spans[first]!.end <= start) first++;
    const here: (Span & Hold)[] = [];
    for (let i = first; i < spans.length && spans[i]!.start < end; i++) {
      if (spans[i]!.end > start) here.push(spans[i]!);
    }
    const borders = new Set([start, end]);
    for (const s of here) {
      borders.add(Math.max(start, s.start));
      borders.add(Math.min(end, s.end));
    }
    const sorted = [...borders].sort((a, b) => a - b);
    const stretches: Stretch[] = [];
    for (let i = 0; i + 1 < sorted.length; i++) {
      const from = sorted[i]!;
      const to = sorted[i + 1]!;
      const holds = here
        .filter((s) => s.start <= from && to <= s.end)
        .map(({ statement, role }) => ({ statement, role }));
      stretches.push({ start: from, end: to, holds });
    }
    const begins = statements.filter((s) => {
      const at = beginOf(s);
      return start <= at && at < end;
    });
    return { start, end, stretches, begins };
  });
}
