/**
 * Documents written by hand for tests: "{s Ms. Orsik} {q said} {c that {s2 she} {q2 denied} {c2 it}}". Letters are the
 * roles (s source, q cue, c content, a addressee), a digit tells statements apart; braces nest, and a statement whose
 * parts all stand in another's content is its child.
 */
import { hashId } from "../id.ts";
import type { Article, ArticleSource, Attributed, Passage, Segmented, Statement } from "../model.ts";
import { contains } from "../span.ts";
import { resolveDocument } from "./document.ts";

/** Reads the marked text; statements are keyed by their digit ("" for none). */
function readMarked(marked: string): {
  text: string;
  parts: Map<string, { s: Passage[]; q: Passage[]; c: Passage[]; a: Passage[] }>;
} {
  let text = "";
  const parts = new Map<string, { s: Passage[]; q: Passage[]; c: Passage[]; a: Passage[] }>();
  const open: { role: "s" | "q" | "c" | "a"; key: string; start: number }[] = [];
  for (let at = 0; at < marked.length; ) {
    const opening = /^\{([sqca])(\d*) /.exec(marked.slice(at, at + 8));
    if (opening) {
      open.push({ role: opening[1] as "s", key: opening[2]!, start: text.length });
      at += opening[0].length;
    } else if (marked[at] === "}" && open.length > 0) {
      const { role, key, start } = open.pop()!;
      const entry = parts.get(key) ?? { s: [], q: [], c: [], a: [] };
      entry[role].push({ start, end: text.length, text: text.slice(start) });
      parts.set(key, entry);
      at++;
    } else {
      text += marked[at]!;
      at++;
    }
  }
  for (const entry of parts.values())
    for (const role of ["s", "q", "c", "a"] as const) entry[role].sort((a, b) => a.start - b.start);
  return { text, parts };
}

/** An Attributed document out of marked text; `segment` is passed in, since stages don't import each other. */
export function byHand(
  marked: string,
  segment: (article: ArticleSource) => Segmented,
  about: Partial<ArticleSource> = {},
): { doc: Attributed; ids: Map<string, string> } {
  const { text, parts } = readMarked(marked);
  const article: ArticleSource = {
    id: hashId("a", text, about.outlet ?? null, about.side ?? null),
    ref: null,
    path: null,
    url: null,
    outlet: null,
    title: null,
    byline: null,
    publishedAt: null,
    retrievedAt: null,
    kind: "report",
    language: "en",
    side: null,
    textOffset: 0,
    pages: [],
    times: [],
    ...about,
    text,
  };
  const segmented = segment(article);
  const ids = new Map<string, string>();
  const statements: Statement[] = [];
  for (const [key, { s, q, c, a }] of parts) {
    const id = hashId("s", article.id, key);
    ids.set(key, id);
    const direct =
      c.length > 0 &&
      c.every(
        (part) =>
          /^["“‘]/.test(part.text) ||
          segmented.quotations.some((region) => region.start <= part.start && part.end <= region.end),
      );
    const quoted = c.some((part) => /["“]/.test(part.text));
    statements.push({
      id,
      source: s,
      cue: q,
      content: c,
      refersTo: [],
      form: direct ? "direct" : quoted ? "mixed" : "indirect",
      kind: "speech",
      act: "assert",
      negated: false,
      parent: null,
      addressee: a,
      medium: [],
      speakers: [],
      via: [],
      speakerScore: null,
      guess: null,
      saidAt: null,
      score: 1,
    });
  }
  for (const statement of statements) {
    const own = [...statement.source, ...statement.cue, ...statement.content];
    const size = (other: Statement) => other.content.reduce((sum, part) => sum + part.end - part.start, 0);
    const outer = statements
      .filter(
        (other) =>
          other !== statement && own.every((part) => other.content.some((whole) => contains(whole, part))),
      )
      .sort((x, y) => size(x) - size(y));
    statement.parent = outer[0]?.id ?? null;
  }
  const turnsOnly = segmented.turns.map((turn) => turn.label);
  for (const [index, turn] of segmented.turns.entries()) {
    const label = turnsOnly[index]!;
    if (statements.some((statement) => statement.source.some((part) => contains(label, part)))) continue;
    const id = hashId("s", article.id, "turn", index);
    ids.set(`turn${index}`, id);
    const slice = (span: { start: number; end: number }) => ({
      ...span,
      text: text.slice(span.start, span.end),
    });
    statements.push({
      ...statements[0]!,
      id,
      source: [slice({ start: label.start, end: label.end })],
      cue: [],
      content: [slice({ start: turn.body.start, end: turn.body.end })],
      form: "direct",
      parent: null,
      addressee: [],
    });
  }
  return {
    doc: {
      ...segmented,
      marks: [],
      links: [],
      inner: { marks: [], links: [] },
      acts: null,
      states: null,
      statements,
    },
    ids,
  };
}

/** The holders that are found for the statement without a digit in a marked text. */
export function holdersIn(
  marked: string,
  segment: (article: ArticleSource) => Segmented,
  about: Partial<ArticleSource> = {},
): string {
  const { doc, ids } = byHand(marked, segment, about);
  return holdersOf(resolveDocument(doc), ids.get("")!);
}

/** Names of a statement's holders, in alphabetical order and joined by " + "; "" for none. */
export function holdersOf(article: Article, statementId: string): string {
  const statement = article.statements.find((item) => item.id === statementId)!;
  return statement.speakers
    .map((id) => article.speakers.find((speaker) => speaker.id === id)!.name)
    .sort()
    .join(" + ");
}
