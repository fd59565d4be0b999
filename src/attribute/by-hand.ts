/**
 * Tagged documents written by hand, for tests and fixtures: "[S Ms. Orsik] [C said] [T that the dam leaks]."
 */
import type { ArticleKind, Link, Mark, Quotation, Role, Span, Tagged, Turn } from "../model.ts";
import { bySpan, trimSpan } from "../span.ts";

export interface ByHand {
  publishedAt?: string;
  kind?: ArticleKind;
  /** Read "NAME: …", "Q. …" and "A. …" at the start of paragraphs as turns. */
  turns?: boolean;
}

const ROLES: Record<string, Role> = { S: "source", C: "cue", T: "content" };

/**
 * Builds a document from text with marks in brackets: `[S …]` source, `[C …]` cue, `[T …]` content; a digit links
 * marks of a paragraph (`[S1 …]`), those without one belong together. Brackets may nest.
 */
export function tagged(marked: string, options: ByHand = {}): Tagged {
  const marks: (Mark & { key: string })[] = [];
  const open: { role: Role; key: string; start: number }[] = [];
  let text = "";
  let paragraph = 0;
  for (let at = 0; at < marked.length; ) {
    const opening = /^\[([SCT])(\d*) /.exec(marked.slice(at, at + 8));
    if (opening) {
      const role = ROLES[opening[1] ?? ""] ?? "source";
      open.push({ role, key: `${paragraph}.${opening[2]}`, start: text.length });
      at += opening[0].length;
    } else if (marked[at] === "]" && open.length > 0) {
      const { role, key, start } = open.pop()!;
      marks.push({ role, key, start, end: text.length, score: 0.9 });
      at++;
    } else {
      if (marked.startsWith("\n\n", at)) paragraph++;
      text += marked[at];
      at++;
    }
  }
  marks.sort(bySpan);
  const links = new Map<string, Link>();
  marks.forEach((mark, index) => {
    const link = links.get(mark.key) ?? { source: [], cue: [], content: [], score: 0.9 };
    link[mark.role].push(index);
    links.set(mark.key, link);
  });
  const paragraphs = pieces(text, 0, text.length, /\n\n+/g);
  const turns = options.turns ? turnsOf(text, paragraphs) : [];
  return {
    article: {
      id: "a_test",
      ref: null,
      path: null,
      url: null,
      outlet: null,
      title: null,
      byline: null,
      publishedAt: options.publishedAt ?? null,
      retrievedAt: null,
      kind: options.kind ?? "report",
      language: "en",
      side: null,
      text,
      textOffset: 0,
      pages: [],
      times: [],
    },
    paragraphs,
    sentences: paragraphs.flatMap((p) =>
      pieces(text, p.start, p.end, /(?<=(?<!\b(?:Mr|Mrs|Ms|Dr|[A-Z]))[.?!][”"’]?)\s+(?=[\p{Lu}“"])/gu),
    ),
    quotations: quotationsOf(text, paragraphs),
    turns,
    marks: marks.map(({ role, start, end, score }) => ({ role, start, end, score })),
    links: [...links.values()],
    inner: { marks: [], links: [] },
    acts: null,
    states: null,
  };
}

function pieces(text: string, start: number, end: number, border: RegExp): Span[] {
  const out: Span[] = [];
  let from = start;
  const part = text.slice(0, end);
  const push = (to: number) => {
    const span = trimSpan(text, { start: from, end: to });
    if (span) out.push(span);
  };
  border.lastIndex = start;
  for (let match = border.exec(part); match; match = border.exec(part)) {
    push(match.index);
    from = match.index + match[0].length;
  }
  push(end);
  return out;
}

function quotationsOf(text: string, paragraphs: Span[]): Quotation[] {
  const out: Quotation[] = [];
  let carried: number | null = null;
  for (const p of paragraphs) {
    let start = -1;
    let inner = -1;
    for (let at = p.start; at < p.end; at++) {
      const c = text[at];
      if (c === "“" && start < 0) start = at;
      else if (c === "‘" && start >= 0) inner = at;
      else if (c === "’" && inner >= 0 && !/\w/.test(text[at + 1] ?? "")) {
        out.push({
          start: inner,
          end: at + 1,
          inner: { start: inner + 1, end: at },
          depth: 1,
          closed: true,
          continues: null,
        });
        inner = -1;
      } else if (c === "”" && start >= 0) {
        out.push({
          start,
          end: at + 1,
          inner: { start: start + 1, end: at },
          depth: 0,
          closed: true,
          continues: carried,
        });
        start = -1;
        carried = null;
      }
    }
    if (start >= 0) {
      out.push({
        start,
        end: p.end,
        inner: { start: start + 1, end: p.end },
        depth: 0,
        closed: true,
        continues: carried,
      });
      carried = out.length - 1;
    } else carried = null;
  }
  return out.sort(bySpan);
}

function turnsOf(text: string, paragraphs: Span[]): Turn[] {
  const out: Turn[] = [];
  for (const p of paragraphs) {
    const match = /^([A-Z][A-Z.' ]+):\s+|^([QA])[.:]\s+/.exec(text.slice(p.start, p.end));
    const last = out.at(-1);
    if (match) {
      const label = match[1] ?? match[2] ?? "";
      out.push({
        label: { start: p.start, end: p.start + label.length },
        body: { start: p.start + match[0].length, end: p.end },
        kind: match[2] === "Q" ? "question" : match[2] === "A" ? "answer" : "name",
      });
    } else if (last) last.body.end = p.end;
  }
  return out;
}
