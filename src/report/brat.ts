/**
 * Statements as brat standoff (https://brat.nlplab.org/standoff.html), in the layout of PolNeAR: text-bound Source,
 * Cue and Content, and an Attribution event on the cue that joins them ("Attribution-no-source" where nobody is
 * named). Offsets are code points of the .txt file. Form, kind, act and negation are attributes of the event, nesting
 * is a relation, the speaker a note: readers that don't know them pass over these lines.
 */
import {
  ACTS,
  type Article,
  type Collection,
  FORMS,
  type Passage,
  STATEMENT_KINDS,
  type Statement,
} from "../model.ts";
import { codePointsOf } from "./code-points.ts";
import { type ExportFile, safeStems } from "./export-file.ts";
import { statementsInOrder } from "./html/marks.ts";
import { type Holder, holdingOf, type View, view } from "./view.ts";

const WITH_SOURCE = "Attribution";
const NO_SOURCE = "Attribution-no-source";

/** The annotation.conf that brat needs beside the files. */
function bratConfiguration(): string {
  return `# Made by readout. The roles and events are PolNeAR's; attributes and relations are readout's.
[entities]
Source
Cue
Content

[relations]
Within	Arg1:<EVENT>, Arg2:<EVENT>
<OVERLAP>	Arg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>

[events]
${WITH_SOURCE}	Source:Source, Cue?:Cue, Content*:Content
${NO_SOURCE}	Cue?:Cue, Content*:Content

[attributes]
Form	Arg:<EVENT>, Value:${FORMS.join("|")}
Kind	Arg:<EVENT>, Value:${STATEMENT_KINDS.join("|")}
Act	Arg:<EVENT>, Value:${ACTS.join("|")}
Negated	Arg:<EVENT>
`;
}

/** One line: brat's files have no line breaks and no tabs inside a field. */
function flat(text: string): string {
  return text.replace(/[\t\n\r\v\f\u0085\u2028\u2029]/gu, " ");
}

/** The annotations of one article. */
function bratAnnotations(v: View, article: Article): string {
  const count = codePointsOf(article.text);
  const lines: string[] = [];
  const events = new Map<string, string>();
  let bound = 0;
  let attributes = 0;
  let notes = 0;
  const mark = (type: string, passages: readonly Passage[]): string => {
    bound++;
    const inOrder = [...passages].sort((a, b) => a.start - b.start);
    const spans = inOrder.map((p) => `${count(p.start)} ${count(p.end)}`).join(";");
    lines.push(`T${bound}\t${type} ${spans}\t${inOrder.map((p) => flat(p.text)).join(" ")}`);
    return `T${bound}`;
  };
  const attribute = (name: string, event: string, value?: string) => {
    attributes++;
    lines.push(`A${attributes}\t${name} ${event}${value === undefined ? "" : ` ${value}`}`);
  };
  const own = new Set(article.statements.map((s) => s.id));
  const statements = statementsInOrder(article).filter((s) => own.has(s.id));
  for (const s of statements) {
    const trigger = [s.cue, s.content, s.source].find((ps) => ps.length > 0);
    if (trigger === undefined) continue;
    const roles: [string, Passage[]][] = [
      ["Source", s.source],
      ["Cue", s.cue],
      ["Content", s.content],
    ];
    const marks = roles.flatMap(([role, ps]) => (ps.length === 0 ? [] : [[role, mark(role, ps)] as const]));
    const type = s.source.length > 0 ? WITH_SOURCE : NO_SOURCE;
    const on = mark(type, trigger);
    const event = `E${events.size + 1}`;
    events.set(s.id, event);
    lines.push(`${event}\t${type}:${on}${marks.map(([role, t]) => ` ${role}:${t}`).join("")}`);
    attribute("Form", event, s.form);
    attribute("Kind", event, s.kind);
    attribute("Act", event, s.act);
    if (s.negated) attribute("Negated", event);
    notes++;
    lines.push(`#${notes}\tAnnotatorNotes ${event}\t${flat(noteOf(v, article, s))}`);
  }
  let relations = 0;
  for (const s of statements) {
    const inner = events.get(s.id);
    const outer = s.parent === null ? undefined : events.get(s.parent);
    if (inner === undefined || outer === undefined) continue;
    relations++;
    lines.push(`R${relations}\tWithin Arg1:${inner} Arg2:${outer}`);
  }
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}

function noteOf(v: View, article: Article, statement: Statement): string {
  const named = (h: Holder) => `${h.name}${h.sure || h.id === null ? "" : " (probably)"}`;
  const holding = holdingOf(v, { statement, article, narrated: false }, false);
  return `${statement.id}; speaker: ${holding.holders.map(named).join(", ")}; score: ${statement.score}`;
}

/** True where nobody looked for statements: an empty .ann would say that there are none. */
function isUnread(article: Article): boolean {
  return article.statements.length === 0 && article.language !== null && !/^en\b/iu.test(article.language);
}

/** A .txt and an .ann file for every article that was read, and annotation.conf. */
export function exportBrat(collection: Collection): ExportFile[] {
  const v = view(collection);
  const articles = collection.articles.filter((a) => !isUnread(a));
  const stems = safeStems(articles.map((a) => v.names.get(a.id)!));
  const files = articles.flatMap((article, i) => [
    { name: `${stems[i]}.txt`, text: article.text },
    { name: `${stems[i]}.ann`, text: bratAnnotations(v, article) },
  ]);
  return [{ name: "annotation.conf", text: bratConfiguration() }, ...files];
}
