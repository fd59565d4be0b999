/**
 * Statements from what the model marks: links become attributions, rules read their form, kind, act, hearer, medium and
 * date, and find what is nested inside them.
 */
import type { Act, Attributed, Span, Statement, Tagged } from "../model.ts";
import { bySpan, contains, overlaps } from "../span.ts";
import { addresseeOf } from "./addressee.ts";
import { complement } from "./complement.ts";
import { declines } from "./decline.ts";
import { floatingStatements } from "./floating.ts";
import { formOf } from "./form.ts";
import { mediumOf } from "./medium.ts";
import { type Nested, nestedIn } from "./nest.ts";
import { firstEndingAfter, type Page, page as prepare } from "./page.ts";
import { readCue } from "./reading.ts";
import { resolveReferences } from "./refers.ts";
import { saidAtOf } from "./said-at.ts";
import { silentStatements } from "./silence.ts";
import { endOf, makeStatement, type Roles, startOf } from "./statement.ts";
import { turnStatements } from "./turns.ts";
import type { Word } from "./words.ts";
import { innerZones, zonesOf } from "./zones.ts";

/** Statements within statements within statements: deeper nesting is noise. */
const DEPTH = 3;

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
  const inner = statements.flatMap((s) => nest(page, s, cues));
  const all = unique([...statements, ...inner]).sort(inOrder);
  resolveReferences(page, all);
  return { ...doc, statements: all };
}

/** Acts that answer a claim of somebody. */
const ANSWERS: ReadonlySet<Act> = new Set([
  "deny",
  "accept",
  "reject",
  "confirm",
  "doubt",
  "agree",
  "praise",
  "criticise",
]);

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

/** Fills in what rules read from cue, content and surroundings. */
function describe(page: Page, statement: Statement, marks: readonly Span[] | null): void {
  const introducing = [...statement.cue, ...statement.source];
  statement.form = formOf(page, statement.content, introducing);
  const zones = marks ? zonesOf(page, statement, marks) : innerZones(statement);
  // Field by field: a reading may know more than a statement holds.
  const { kind, act, negated } = readStatement(page, statement);
  statement.kind = kind;
  statement.act = act;
  statement.negated = negated;
  statement.addressee = addresseeOf(page, statement, zones);
  statement.medium = mediumOf(page, statement, zones);
  statement.saidAt = saidAtOf(page, statement, zones);
}

function readStatement(page: Page, statement: Statement): Pick<Statement, "kind" | "act" | "negated"> {
  const words = (spans: readonly Span[]): Word[] => spans.flatMap((s) => page.within(s));
  const content = words(statement.content);
  const cue = words(statement.cue);
  const end = statement.cue.at(-1)?.end ?? 0;
  const begin = statement.cue[0]?.start ?? 0;
  const nextContent = statement.content.find((c) => c.start >= end);
  const gap = nextContent ? page.within({ start: end, end: nextContent.start }) : page.after(end, 4);
  const after = nextContent ? [...(gap.length > 8 ? [] : gap), ...page.within(nextContent)] : gap;
  const reading = readCue({
    cue,
    before: negationBefore(page, statement, begin),
    after,
    source: words(statement.source).map((w) => w.lower),
    content: complement(content),
  });
  if (
    statement.form === "direct" &&
    reading.act === "assert" &&
    !reading.negated &&
    declines(statement.content[0]?.text ?? "") &&
    content.length < 40
  )
    return { kind: "speech", act: "decline", negated: false };
  return reading;
}

/** "did not | say", "has never | said": the negation and its helpers right before a cue that left them out. */
function negationBefore(page: Page, statement: Statement, begin: number): Word[] {
  const chain: Word[] = [];
  for (const word of page.before(begin, 4).reverse()) {
    if (
      !/^(?:did|does|do|has|have|had|would|will|could|can|was|were|is|are|not|never|nor|neither|cannot|yet|even|\w+ly|\w+n't)$/.test(
        word.lower,
      )
    )
      break;
    if (statement.source.some((s) => contains(s, word))) break;
    chain.unshift(word);
  }
  return chain.filter((w) => /^(?:not|never|nor|neither|cannot)$|n't$/.test(w.lower));
}

/** Statements that rules find inside one statement's content, all levels. */
function nest(page: Page, outer: Statement, cues: readonly Span[]): Statement[] {
  const out: Statement[] = [];
  const visit = (parent: Statement, depth: number) => {
    for (const span of parent.content) {
      for (const sentence of sentencesWithin(page, span)) {
        const words = page.within(sentence);
        const question = /\?["'”’\s]*$/.test(page.text.slice(sentence.start, sentence.end));
        for (const nested of nestedIn(words, leadingSubject(words), ANSWERS.has(parent.act))) {
          if (touches(cues, nested)) continue;
          const child = makeChild(page, parent, nested);
          if (echoes(parent, child) || (question && child.kind !== "speech")) continue;
          out.push(child);
          if (depth < DEPTH) visit(child, depth + 1);
        }
      }
    }
  };
  visit(outer, 1);
  return out;
}

/** "“We reject this,” she said": where the outer statement has the act already, the first person adds nothing. */
function echoes(parent: Statement, child: Statement): boolean {
  const same = child.act === parent.act && child.negated === parent.negated && child.act !== "assert";
  return same && parent.form === "direct" && /^(?:I|[Ww]e)$/.test(child.source[0]?.text ?? "");
}

function makeChild(page: Page, parent: Statement, nested: Nested): Statement {
  const child = makeStatement(page.doc.article.id, page.text, nested, parent.score * nested.confidence);
  child.parent = parent.id;
  describe(page, child, null);
  return child;
}

/** The pieces of a content that lie in one sentence each. */
function sentencesWithin(page: Page, span: Span): Span[] {
  const { sentences } = page.doc;
  const out: Span[] = [];
  for (let i = firstEndingAfter(sentences, span.start); i < sentences.length; i++) {
    const sentence = sentences[i];
    if (!sentence || sentence.start >= span.end) break;
    out.push({ start: Math.max(span.start, sentence.start), end: Math.min(span.end, sentence.end) });
  }
  return out;
}

/** The subject pronoun or name that a clause opens with, for telling whose a second clause is. */
function leadingSubject(words: Word[]): string {
  const lexical = words.filter((w) => w.lexical);
  const first = lexical[0]?.lower === "that" ? lexical[1] : lexical[0];
  return first?.lower ?? "";
}

/** True where a nested statement's own source or cue is part of a statement that is there already. */
function touches(cues: readonly Span[], nested: Nested): boolean {
  return [...nested.cue, ...nested.source].some((span) => {
    const other = cues[firstEndingAfter(cues, span.start)];
    return other !== undefined && overlaps(other, span);
  });
}
