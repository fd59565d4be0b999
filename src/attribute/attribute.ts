/**
 * Statements from what the model marks: links become attributions, rules read their form, kind, act, hearer, medium and
 * date, and find what is nested inside them.
 */
import type { Attributed, Span, Statement, Tagged } from "../model.ts";
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
  const linked = linkedStatements(page);
  const statements = unique([...turns, ...linked]);
  setParents(statements);
  const marks: Span[] = [...doc.marks].sort(bySpan);
  const silent = silentStatements(page, marks);
  statements.push(...silent);
  for (const statement of [...linked, ...silent]) describe(page, statement, marks);
  statements.sort(inOrder);
  statements.push(...floatingStatements(page, statements));
  const cues = statements.flatMap((s) => [...s.cue, ...s.source.filter(() => s.cue.length > 0)]).sort(bySpan);
  const inner = statements.flatMap((s) => innerStatements(page, s, cues));
  const all = unique([...statements, ...inner]).sort(inOrder);
  resolveReferences(page, all);
  return { ...doc, statements: all };
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

/** One statement a link; in a transcript those that take a label or reach over turns are left to the turns. */
function linkedStatements(page: Page): Statement[] {
  const { doc } = page;
  const labels = doc.turns.map((t) => t.label);
  const bodies = doc.turns.map((t) => t.body);
  const out: Statement[] = [];
  for (const link of doc.links) {
    const spans = (indexes: number[]): Span[] =>
      indexes
        .map((i) => doc.marks[i])
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

/** A statement all of whose spans lie in another's content belongs to the smallest such. */
function setParents(statements: Statement[]): void {
  const contents = statements
    .flatMap((s) => s.content.map((c) => ({ start: c.start, end: c.end, statement: s })))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const ordered = [...statements].sort((a, b) => startOf(a) - startOf(b));
  let next = 0;
  let active: typeof contents = [];
  for (const statement of ordered) {
    const whole = { start: startOf(statement), end: endOf(statement) };
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
