/**
 * A collection as tidy tables: one statement a row, one relation a row, and so on. Lists of ids and names in a cell are
 * parted by "; ", pieces of a role by " … ", their places (`12-40; 44-60`) count UTF-16 units of the article's text in
 * columns `*_utf16` and code points, as R and Python count, in `*_chars`.
 */
import type { Article, Collection, Passage, Relation } from "../model.ts";
import { checkedStatements } from "./checked.ts";
import { codePointsOf } from "./code-points.ts";
import { type Cell, csvText, type Table } from "./csv.ts";
import type { ExportFile } from "./export-file.ts";
import { statementsInOrder } from "./html/marks.ts";
import { type Quotation, quotationOf } from "./quotation.ts";
import { type Found, type Holder, holderOf, holdingOf, placeOf, type View, view } from "./view.ts";
import { reasonWords } from "./words.ts";

type Column<T> = [name: string, value: (row: T) => Cell];

function table<T>(name: string, rows: readonly T[], columns: Column<T>[]): Table {
  return {
    name,
    columns: columns.map(([c]) => c),
    rows: rows.map((row) => columns.map(([, value]) => value(row))),
  };
}

const joined = (items: readonly (string | null)[]): string | null =>
  items.length === 0 ? null : items.map((x) => x ?? "").join("; ");
const words = (ps: readonly Passage[]): string | null =>
  ps.length === 0 ? null : ps.map((p) => p.text).join(" … ");
const ids = (hs: readonly Holder[]) => joined(hs.map((h) => h.id));
const names = (hs: readonly Holder[]) => joined(hs.map((h) => h.name));

interface Row extends Found {
  v: View;
  count: (offset: number) => number;
  quotation: Quotation | null;
  holders: Holder[];
  tellers: Holder[][];
  points: string[];
  verdicts: string[];
  checked: boolean;
}

function spans(row: Row, ps: readonly Passage[], chars: boolean): string | null {
  const at = (n: number) => (chars ? row.count(n) : n);
  return ps.length === 0 ? null : ps.map((p) => `${at(p.start)}-${at(p.end)}`).join("; ");
}

/** The whole stretch from the first word of a statement to its last. */
function extent(row: Row): { start: number; end: number } | null {
  const all = [...row.statement.source, ...row.statement.cue, ...row.statement.content];
  if (all.length === 0) return null;
  return { start: Math.min(...all.map((p) => p.start)), end: Math.max(...all.map((p) => p.end)) };
}

const ROLES = ["source", "cue", "content"] as const;
const MORE_ROLES = ["refersTo", "addressee", "medium", "via"] as const;
const SNAKE: Record<(typeof MORE_ROLES)[number], string> = {
  refersTo: "refers_to",
  addressee: "addressee",
  medium: "medium",
  via: "via",
};

const ABOUT_ARTICLE: Column<{ v: View; article: Article }>[] = [
  ["article", (r) => r.article.id],
  ["document", (r) => r.v.names.get(r.article.id) ?? r.article.id],
  ["outlet", (r) => r.article.outlet],
  ["title", (r) => r.article.title],
  ["byline", (r) => r.article.byline],
  ["published_at", (r) => r.article.publishedAt],
  ["url", (r) => r.article.url],
  ["document_kind", (r) => r.article.kind],
  ["language", (r) => r.article.language],
  [
    "document_side",
    (r) => (r.article.side === null ? null : (r.v.sides.get(r.article.side)?.name ?? r.article.side)),
  ],
];

const STATEMENT: Column<Row>[] = [
  ["statement", (r) => r.statement.id],
  ...(ABOUT_ARTICLE as Column<Row>[]),
  ["own_voice", (r) => r.narrated],
  ["speaker_ids", (r) => ids(r.holders)],
  ["speaker", (r) => names(r.holders)],
  ["speaker_role", (r) => joined(r.holders.map((h) => h.role))],
  ["side", (r) => joined([...new Set(r.holders.flatMap((h) => (h.side === null ? [] : [h.side.name])))])],
  ["speaker_is_guess", (r) => r.holders.some((h) => !h.sure && h.id !== null)],
  ["speaker_score", (r) => r.statement.speakerScore],
  ["reported_by", (r) => joined(r.tellers.map((hs) => names(hs)))],
  ...ROLES.map((role): Column<Row> => [role, (r) => words(r.statement[role])]),
  ["act", (r) => r.statement.act],
  ["form", (r) => r.statement.form],
  ["kind", (r) => r.statement.kind],
  ["negated", (r) => r.statement.negated],
  ["said_at", (r) => r.statement.saidAt],
  ["score", (r) => r.statement.score],
  ["parent", (r) => r.statement.parent],
  ...MORE_ROLES.map((role): Column<Row> => [SNAKE[role], (r) => words(r.statement[role])]),
  ["points", (r) => joined(r.points)],
  ["verdicts", (r) => joined(r.verdicts)],
  ["checked", (r) => r.checked],
  ["quotation", (r) => r.quotation?.words ?? null],
  ["quotation_is_direct", (r) => r.quotation?.direct ?? null],
  ["page", (r) => r.quotation?.page ?? null],
  ["time_seconds", (r) => r.quotation?.time ?? null],
  ["place", (r) => r.quotation?.place ?? null],
  ["address", (r) => r.quotation?.address ?? null],
  ["start_utf16", (r) => extent(r)?.start ?? null],
  ["end_utf16", (r) => extent(r)?.end ?? null],
  ["start_chars", (r) => (extent(r) === null ? null : r.count(extent(r)!.start))],
  ["end_chars", (r) => (extent(r) === null ? null : r.count(extent(r)!.end))],
  ...ROLES.map((role): Column<Row> => [`${role}_utf16`, (r) => spans(r, r.statement[role], false)]),
  ...ROLES.map((role): Column<Row> => [`${role}_chars`, (r) => spans(r, r.statement[role], true)]),
];

function statementRows(v: View): Row[] {
  const points = new Map<string, { ids: string[]; verdicts: string[] }>();
  for (const point of v.points) {
    for (const id of new Set(point.positions.flatMap((p) => p.statements))) {
      const entry = points.get(id) ?? { ids: [], verdicts: [] };
      entry.ids.push(point.id);
      entry.verdicts.push(point.verdict);
      points.set(id, entry);
    }
  }
  const checked = checkedStatements(v.collection);
  return v.collection.articles.flatMap((article) => {
    const count = codePointsOf(article.text);
    return statementsInOrder(article).map((statement) => {
      const found = v.statements.get(statement.id)!;
      const holding = holdingOf(v, found);
      const at = points.get(statement.id);
      return {
        ...found,
        v,
        count,
        quotation: quotationOf(v, found),
        holders: holding.holders,
        tellers: holding.reportedBy,
        points: at?.ids ?? [],
        verdicts: at?.verdicts ?? [],
        checked: checked.has(statement.id),
      };
    });
  });
}

interface RelationRow {
  relation: Relation;
  point: string;
  decisive: boolean;
}

function relationRows(v: View): RelationRow[] {
  return v.points.flatMap((point) => {
    const same = (a: Relation, b: Relation) => a.pair[0] === b.pair[0] && a.pair[1] === b.pair[1];
    const { decisive, relations } = point;
    const all = decisive && !relations.some((r) => same(r, decisive)) ? [decisive, ...relations] : relations;
    return all.map((relation) => ({
      relation,
      point: point.id,
      decisive: decisive !== null && same(relation, decisive),
    }));
  });
}

function relationColumns(v: View): Column<RelationRow>[] {
  const side = (i: 0 | 1, letter: string): Column<RelationRow>[] => {
    const article = (r: RelationRow) => v.articles.get(r.relation.evidence[i].article);
    const found = (r: RelationRow) => v.statements.get(r.relation.pair[i]);
    const holders = (r: RelationRow) => (found(r) ? holdingOf(v, found(r)!).holders : []);
    return [
      [`statement_${letter}`, (r) => r.relation.pair[i]],
      [`speaker_${letter}`, (r) => names(holders(r))],
      [`article_${letter}`, (r) => r.relation.evidence[i].article],
      [`outlet_${letter}`, (r) => article(r)?.outlet ?? null],
      [`evidence_${letter}`, (r) => r.relation.evidence[i].text],
      [`start_utf16_${letter}`, (r) => r.relation.evidence[i].start],
      [`end_utf16_${letter}`, (r) => r.relation.evidence[i].end],
    ];
  };
  return [
    ["point", (r) => r.point],
    ["question", (r) => r.relation.question],
    ["verdict", (r) => r.relation.verdict],
    ["reason_code", (r) => r.relation.reason.code],
    ["reason", (r) => reasonWords(v, r.relation.reason.text, r.relation.pair)],
    ["score", (r) => r.relation.score],
    ["decisive", (r) => r.decisive],
    ...side(0, "a"),
    ...side(1, "b"),
  ];
}

/** Every table of a collection, in a fixed order. */
export function tablesOf(collection: Collection): Table[] {
  const v = view(collection);
  const named = (id: string | null) => (id === null ? null : holderOf(v, id).name);
  const sides = (list: readonly string[]) => joined(list.map((id) => v.sides.get(id)?.name ?? id));
  const positions = v.points.flatMap((point) =>
    point.positions.map((position, i) => ({ point, position, n: i + 1 })),
  );
  return [
    table("statements", statementRows(v), STATEMENT),
    table("relations", relationRows(v), relationColumns(v)),
    table("points", v.points, [
      ["point", (p) => p.id],
      ["question", (p) => p.question],
      ["label", (p) => p.label],
      ["verdict", (p) => p.verdict],
      ["reason_code", (p) => p.reason.code],
      ["reason", (p) => reasonWords(v, p.reason.text, p.decisive?.pair ?? [])],
      ["positions", (p) => p.positions.length],
      ["independent", (p) => p.independent],
      ["narrator_differs", (p) => p.narratorDiffers],
      ["score", (p) => p.score],
      ["decisive_a", (p) => p.decisive?.pair[0] ?? null],
      ["decisive_b", (p) => p.decisive?.pair[1] ?? null],
    ]),
    table("positions", positions, [
      ["point", (r) => r.point.id],
      ["position", (r) => r.n],
      ["stance", (r) => r.position.stance],
      ["answer", (r) => r.position.answer],
      ["speaker_ids", (r) => joined(r.position.speakers)],
      ["speakers", (r) => joined(r.position.speakers.map((id) => holderOf(v, id).name))],
      ["sides", (r) => sides(r.position.sides)],
      ["statements", (r) => joined(r.position.statements)],
      ["articles", (r) => joined(r.position.articles)],
      ["independent", (r) => r.position.independent],
    ]),
    table("shifts", collection.shifts, [
      ["shift", (s) => s.id],
      ["speaker_id", (s) => s.speaker],
      ["speaker", (s) => named(s.speaker)],
      ["about", (s) => s.about],
      ["from_statement", (s) => s.from],
      ["to_statement", (s) => s.to],
      ["point", (s) => s.point],
    ]),
    table("absences", collection.absences, [
      ["absence", (a) => a.id],
      ["kind", (a) => a.kind],
      ["speaker_id", (a) => a.speaker],
      ["speaker", (a) => named(a.speaker)],
      ["article", (a) => a.article],
      ["document", (a) => v.names.get(a.article) ?? null],
      ["point", (a) => a.point],
      ["evidence", (a) => words(a.evidence)],
      ["evidence_utf16", (a) => joined(a.evidence.map((p) => `${p.start}-${p.end}`))],
      [
        "place",
        (a) => {
          const article = v.articles.get(a.article);
          const [first] = a.evidence;
          return article && first ? placeOf(v, article, first.start) : null;
        },
      ],
    ]),
    table("variants", collection.variants, [
      ["variant", (x) => x.id],
      ["relation", (x) => x.relation],
      ["speaker_id", (x) => x.speaker],
      ["speaker", (x) => named(x.speaker)],
      ["statement_a", (x) => x.statements[0]],
      ["statement_b", (x) => x.statements[1]],
      ["words_a", (x) => words(v.statements.get(x.statements[0])?.statement.content ?? [])],
      ["words_b", (x) => words(v.statements.get(x.statements[1])?.statement.content ?? [])],
      ["changes", (x) => joined(x.changes.map((c) => `${c.from} → ${c.to}`))],
    ]),
    table("copies", collection.copies, [
      ["copy", (c) => c.id],
      ["articles", (c) => joined(c.articles)],
      ["documents", (c) => joined(c.articles.map((id) => v.names.get(id) ?? id))],
      ["origin", (c) => c.origin],
      ["share", (c) => c.share],
    ]),
    table(
      "documents",
      collection.articles.map((article) => ({ v, article })),
      [
        ...ABOUT_ARTICLE,
        ["path", (r) => r.article.path],
        ["retrieved_at", (r) => r.article.retrievedAt],
        ["statements", (r) => r.article.statements.length],
        ["length_utf16", (r) => r.article.text.length],
        ["length_chars", (r) => codePointsOf(r.article.text)(r.article.text.length)],
      ],
    ),
    table("speakers", collection.speakers, [
      ["speaker", (s) => s.id],
      ["name", (s) => s.name],
      ["kind", (s) => s.kind],
      ["role", (s) => s.role],
      ["side", (s) => (s.side === null ? null : (v.sides.get(s.side)?.name ?? s.side))],
      ["aliases", (s) => joined(s.aliases)],
    ]),
  ];
}

/** The tables' names. */
export const TABLES = [
  "statements",
  "relations",
  "points",
  "positions",
  "shifts",
  "absences",
  "variants",
  "copies",
  "documents",
  "speakers",
] as const;

/** One CSV file a table. */
export function exportCsv(collection: Collection): ExportFile[] {
  return tablesOf(collection).map((t) => ({ name: `${t.name}.csv`, text: csvText(t) }));
}
