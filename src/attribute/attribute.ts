/**
 * Statements from what the model marks: links become attributions, rules read their form, kind, act, hearer, medium and
 * date, and find what is nested inside them.
 */
import type { Attributed, Marked, Span, Statement, Tagged } from "../model.ts";
import { bySpan, contains, overlaps } from "../span.ts";
import { describe } from "./describe.ts";
import { floatingStatements } from "./floating.ts";
import { innerStatements } from "./inner.ts";
import { firstEndingAfter, type Page, page as prepare } from "./page.ts";
import { resolveReferences } from "./refers.ts";
import { silentStatements } from "./silence.ts";
import { endOf, makeStatement, type Roles, startOf } from "./statement.ts";
import { turnStatements } from "./turns.ts";

/**
 * Makes statements (format.md) of a tagged document. Top-level statements keep the model's spans; statements that
 * rules add inside another's content carry `parent`. In text order, what holds before what is held.
 */
export function attribute(doc: Tagged): Attributed {
  const page = prepare(doc);
  const turns = turnStatements(page);
  const linked = linkedStatements(page, doc);
  const held = new Set(heldStatements(page, linked));
  const all = unique([...turns, ...linked, ...held]);
  setParents(all, held);
  const statements = placed(all, held);
  const marks: Span[] = [...doc.marks].sort(bySpan);
  const silent = silentStatements(page, marks);
  statements.push(...silent);
  for (const statement of [...linked, ...silent]) describe(page, statement, marks);
  for (const statement of held) if (statement.parent !== null) describe(page, statement, null);
  statements.sort(inOrder);
  statements.push(...floatingStatements(page, statements));
  const cues = statements.flatMap((s) => [...s.cue, ...s.source.filter(() => s.cue.length > 0)]).sort(bySpan);
  const inner = statements.flatMap((s) => innerStatements(page, s, cues));
  const whole = unique([...statements, ...inner]).sort(inOrder);
  resolveReferences(page, whole);
  return { ...doc, statements: whole };
}

/** By first character, the longer first, so that parents come before what they hold. */
function inOrder(a: Statement, b: Statement): number {
  return (
    startOf(a) - startOf(b) ||
    endOf(b) - endOf(a) ||
    (a.parent === null ? 0 : 1) - (b.parent === null ? 0 : 1) ||
    (a.id < b.id ? -1 : 1)
  );
}

function unique(statements: Statement[]): Statement[] {
  return [...new Map(statements.map((s) => [s.id, s] as const).reverse()).values()].reverse();
}

/** What the model finds inside the contents of `linked`, but what it has found as the text's own already. */
function heldStatements(page: Page, linked: readonly Statement[]): Statement[] {
  const cues = linked.flatMap((s) => s.cue).sort(bySpan);
  const taken = (span: Span) => {
    const cue = cues[firstEndingAfter(cues, span.start)];
    return cue !== undefined && overlaps(cue, span);
  };
  return linkedStatements(page, page.doc.inner).filter((s) => !s.cue.some(taken));
}

/** One statement a link; in a transcript those that take a label or reach over turns are left to the turns. */
function linkedStatements(page: Page, { marks, links }: Marked): Statement[] {
  const { doc } = page;
  const labels = doc.turns.map((t) => t.label);
  const bodies = doc.turns.map((t) => t.body);
  const out: Statement[] = [];
  for (const link of links) {
    const spans = (indexes: number[]): Span[] =>
      indexes
        .map((i) => marks[i])
        .filter((m) => m !== undefined)
        .map(({ start, end }) => ({ start, end }))
        .sort(bySpan);
    const roles: Roles = { source: spans(link.source), cue: spans(link.cue), content: spans(link.content) };
    const parts = [...roles.source, ...roles.cue, ...roles.content];
    if (roles.cue.length + roles.content.length === 0) continue;
    if (bodies.length > 0) {
      if (parts.some((p) => labels.some((l) => overlaps(l, p)))) continue;
      if (new Set(parts.map((p) => firstEndingAfter(bodies, p.start))).size > 1) continue;
      if (roles.cue.length === 0) continue;
    }
    out.push(makeStatement(doc.article.id, page.text, roles, link.score));
  }
  return out;
}

/**
 * A statement all of whose spans lie in another's content belongs to the smallest such. One that the model found inside a
 * content (`held`) may have its source before it ("The mayor promised to resign and to say why").
 */
function setParents(statements: Statement[], held: ReadonlySet<Statement>): void {
  const contents = statements
    .flatMap((s) => s.content.map((c) => ({ start: c.start, end: c.end, statement: s })))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const ordered = statements
    .map((statement) => {
      const spans = held.has(statement) ? [...statement.cue, ...statement.content].sort(bySpan) : [];
      return { statement, whole: { start: spans[0]?.start ?? startOf(statement), end: endOf(statement) } };
    })
    .sort((a, b) => a.whole.start - b.whole.start);
  let next = 0;
  let active: typeof contents = [];
  for (const { statement, whole } of ordered) {
    while (next < contents.length && (contents[next]?.start ?? 0) <= whole.start)
      active.push(contents[next++]!);
    active = active.filter((c) => c.end > whole.start);
    let best: (typeof contents)[number] | null = null;
    for (const content of active) {
      if (content.statement === statement || !contains(content, whole)) continue;
      const size = content.end - content.start;
      if (
        size === whole.end - whole.start &&
        content.statement.cue.length === 0 &&
        statement.cue.length === 0
      )
        continue;
      if (best === null || size < best.end - best.start) best = content;
    }
    if (best) statement.parent = best.statement.id;
  }
}

/** Without what was to lie in a content and does in none. */
function placed(statements: Statement[], held: ReadonlySet<Statement>): Statement[] {
  const stray = new Set(statements.filter((s) => held.has(s) && s.parent === null).map((s) => s.id));
  // what a stray one would hold goes with it
  for (const s of statements) if (s.parent !== null && stray.has(s.parent)) stray.add(s.id);
  return statements.filter((s) => !stray.has(s.id));
}
