/** Scores compared events against hand-made gold: points, verdicts, holders, copies, absences, shifts (pure). */
import { matching } from "../src/evaluate/score.ts";
import type { Article, Collection, Point, Statement } from "../src/model.ts";

export interface GoldPassage {
  doc: string;
  text: string;
}

export interface GoldPoint {
  question: string;
  verdict: string;
  positions: { answer: string; holders: string[]; passages: GoldPassage[] }[];
}

export interface GoldEvent {
  points: GoldPoint[];
  shifts: { speaker: string; from: GoldPassage; to: GoldPassage }[];
  absences: { kind: string; speaker: string; doc: string; text: string | null }[];
  variants: { speaker: string; relation: string; a: GoldPassage; b: GoldPassage }[];
  copies: string[][];
}

export interface Tally {
  right: number;
  found: number;
  gold: number;
}

export interface EventScore {
  points: Tally;
  /** One-sided points are many and gold lists only the salient ones: scored apart. */
  contested: Tally;
  verdicts: { right: number; of: number };
  holders: { right: number; of: number };
  disputedShown: { right: number; of: number };
  shifts: Tally;
  absences: Tally;
  variants: Tally;
  copies: Tally;
  notes: string[];
}

/** Statement sets match by Jaccard at least 0.4, as the issue on comparing says. */
const JACCARD = 0.4;

export function scoreEvent(collection: Collection, gold: GoldEvent): EventScore {
  const docOf = new Map(collection.articles.map((a) => [a.id, nameOf(a)]));
  const byDoc = new Map(collection.articles.map((a) => [nameOf(a), a]));
  const home = new Map<string, { statement: Statement; article: Article }>();
  for (const article of collection.articles)
    for (const statement of [...article.statements, ...article.narrated])
      home.set(statement.id, { statement, article });
  const hits = (id: string, passage: GoldPassage): boolean => {
    const at = home.get(id);
    if (!at || docOf.get(at.article.id) !== passage.doc) return false;
    const start = at.article.text.indexOf(passage.text);
    const end = start + passage.text.length;
    const spans = at.statement.content.length > 0 ? at.statement.content : at.statement.cue;
    return start >= 0 && spans.some((s) => s.start < end && start < s.end);
  };
  const statementsOf = (p: Point) => [...new Set(p.positions.flatMap((q) => q.statements))];
  const passagesOf = (g: GoldPoint) => g.positions.flatMap((q) => q.passages);
  const pairs = collection.points
    .flatMap((point) =>
      gold.points.map((g) => {
        const statements = statementsOf(point);
        const passages = passagesOf(g);
        const both = matching(statements, passages, hits);
        return { point, g, jaccard: both / (statements.length + passages.length - both) };
      }),
    )
    .filter((p) => p.jaccard >= JACCARD)
    .sort((a, b) => b.jaccard - a.jaccard);
  const matched = new Map<GoldPoint, Point>();
  const used = new Set<Point>();
  for (const { point, g } of pairs) {
    if (matched.has(g) || used.has(point)) continue;
    matched.set(g, point);
    used.add(point);
  }

  const notes: string[] = [];
  const verdicts = { right: 0, of: 0 };
  const holders = { right: 0, of: 0 };
  const names = new Map(collection.speakers.map((s) => [s.id, [s.name, ...s.aliases]]));
  for (const g of gold.points) {
    const point = matched.get(g);
    if (!point) {
      notes.push(`missed (${g.verdict}): ${g.question}`);
      continue;
    }
    verdicts.of++;
    if (point.verdict === g.verdict) verdicts.right++;
    else notes.push(`verdict ${point.verdict}, not ${g.verdict}: ${g.question} ← ${point.question}`);
    const shown = new Set(point.positions.flatMap((p) => p.speakers).flatMap((id) => names.get(id) ?? []));
    for (const name of new Set(g.positions.flatMap((p) => p.holders))) {
      holders.of++;
      if ([...shown].some((s) => s === name || s.endsWith(` ${name}`) || name.endsWith(` ${s}`)))
        holders.right++;
      else notes.push(`holder ${name} not shown: ${g.question}`);
    }
  }
  for (const point of collection.points)
    if (!used.has(point) && point.verdict !== "one-sided")
      notes.push(`not in gold (${point.verdict}): ${point.question}`);
  const shownDisputed = collection.points.filter((p) => p.verdict === "disputed");
  const goldOf = new Map([...matched].map(([g, p]) => [p, g]));
  const contested = (v: string) => v !== "one-sided";

  const at = (id: string, passage: GoldPassage) => hits(id, passage);
  const absenceHit = (a: Collection["absences"][number], g: GoldEvent["absences"][number]) =>
    a.kind === g.kind &&
    docOf.get(a.article) === g.doc &&
    (g.text === null ||
      a.evidence.some((e) => {
        const text = byDoc.get(g.doc)?.text ?? "";
        const start = text.indexOf(g.text!);
        return e.start < start + g.text!.length && start < e.end;
      }));
  return {
    points: { right: matched.size, found: collection.points.length, gold: gold.points.length },
    contested: {
      right: [...matched].filter(([g, p]) => contested(g.verdict) && contested(p.verdict)).length,
      found: collection.points.filter((p) => contested(p.verdict)).length,
      gold: gold.points.filter((g) => contested(g.verdict)).length,
    },
    verdicts,
    holders,
    disputedShown: {
      right: shownDisputed.filter((p) => goldOf.get(p)?.verdict === "disputed").length,
      of: shownDisputed.length,
    },
    shifts: tally(collection.shifts, gold.shifts, (s, g) => at(s.from, g.from) && at(s.to, g.to)),
    absences: tally(collection.absences, gold.absences, absenceHit),
    variants: tally(
      collection.variants,
      gold.variants,
      (v, g) =>
        (at(v.statements[0], g.a) && at(v.statements[1], g.b)) ||
        (at(v.statements[0], g.b) && at(v.statements[1], g.a)),
    ),
    copies: tally(
      collection.copies.flatMap((c) => pairsOf(c.articles.map((id) => docOf.get(id) ?? ""))),
      gold.copies.flatMap(pairsOf),
      (a, b) => a === b,
    ),
    notes,
  };
}

/** Precision, recall and F1 in percent over summed tallies. */
export function f1(t: Tally): {
  precision: number;
  recall: number;
  f1: number;
  right: number;
  found: number;
  gold: number;
} {
  const p = t.found ? t.right / t.found : 0;
  const r = t.gold ? t.right / t.gold : 0;
  const round = (n: number) => Math.round(n * 1000) / 10;
  return { precision: round(p), recall: round(r), f1: round(p + r ? (2 * p * r) / (p + r) : 0), ...t };
}

function nameOf(article: Article): string {
  return (article.path ?? "").split(/[\\/]/).pop() ?? "";
}

function pairsOf(list: string[]): string[] {
  const sorted = [...list].sort();
  return sorted.flatMap((a, i) => sorted.slice(i + 1).map((b) => `${a}|${b}`));
}

function tally<A, B>(found: A[], gold: B[], fits: (a: A, b: B) => boolean): Tally {
  return { right: matching(found, gold, fits), found: found.length, gold: gold.length };
}
