/** The board's cells and columns: points by sides, by speakers or by outlets. */
import type { Absence, ArticlePassage, Point } from "../model.ts";
import type { PointRow, StatementRow } from "../store/store.ts";
import { isAskedAnew, pointChecking } from "./checking.ts";
import type { BoardAnswer, BoardCell, BoardPoint, SpeakerRef } from "./contract.ts";
import type { Digest } from "./digest.ts";
import { sayingOf } from "./saying.ts";
import { extentOf, type Views } from "./views.ts";

export type ColumnKind = BoardAnswer["by"];

/** The column of what has no side, no speaker or no outlet. */
const NONE = "none";

type Placed = Pick<StatementRow, "sides" | "speakers" | "outlet">;

/** The columns a statement belongs to. */
function columnsOf(by: ColumnKind, row: Placed): string[] {
  const ids =
    by === "sides" ? row.sides : by === "speakers" ? row.speakers : row.outlet === null ? [] : [row.outlet];
  return ids.length > 0 ? ids : [NONE];
}

/** All columns of a collection, those with most points first; `none` is last. */
export function boardColumns(digest: Digest, by: ColumnKind): BoardAnswer["columns"] {
  const points = new Map<string, number>();
  for (const point of digest.points.values()) {
    const ids = point[by];
    for (const id of ids.length > 0 ? ids : [NONE]) points.set(id, (points.get(id) ?? 0) + 1);
  }
  const statements = new Map<string, number>();
  for (const s of digest.statements.values()) {
    const outlet = digest.documentOf.get(s.article)?.outlet ?? null;
    for (const id of columnsOf(by, { ...s, outlet })) statements.set(id, (statements.get(id) ?? 0) + 1);
  }
  const columns = [...new Set([...points.keys(), ...(points.size > 0 ? [NONE] : [])])].map((id) => ({
    id,
    ...nameOf(digest, by, id),
    points: points.get(id) ?? 0,
    statements: statements.get(id) ?? 0,
  }));
  return columns.sort(
    (a, b) =>
      Number(a.id === NONE) - Number(b.id === NONE) || b.points - a.points || (a.name < b.name ? -1 : 1),
  );
}

function nameOf(
  digest: Digest,
  by: ColumnKind,
  id: string,
): { name: string; side: { id: string; name: string } | null } {
  const side = (of: string | null) =>
    of === null ? null : { id: of, name: digest.sides.get(of)?.name ?? of };
  if (id === NONE) {
    const name = by === "sides" ? "No side" : by === "speakers" ? "Not named" : "No outlet";
    return { name, side: null };
  }
  if (by === "sides") return { name: digest.sides.get(id)?.name ?? id, side: side(id) };
  if (by === "outlets") return { name: id, side: null };
  const speaker = digest.speakerById.get(id);
  return { name: speaker?.name ?? id, side: side(speaker?.side ?? null) };
}

/** A point as the board shows it. Its statements' articles must be loaded. */
export function boardPoint(
  views: Views,
  row: PointRow,
  by: ColumnKind,
  rows: ReadonlyMap<string, StatementRow>,
): BoardPoint {
  const { digest } = views;
  const { point } = row;
  const own = point.positions.flatMap((p) => p.statements).flatMap((id) => rows.get(id) ?? []);
  const tally = views.tally(new Set(own));
  const statements = own.map((s) => s.id);
  const checking = pointChecking(digest, { statements }, tally);
  return {
    id: point.id,
    label: point.label,
    question: point.question,
    verdict: point.verdict,
    reason: point.reason,
    decisive: point.decisive,
    narratorDiffers: point.narratorDiffers,
    independent: point.independent,
    articles: row.articles.length,
    cells: cellsOf(views, point, by, rows),
    absences: digest.rest.absences
      .filter((a) => a.point === point.id)
      .map((a) => ({ ...a, column: absenceColumn(digest, by, a) })),
    checked: tally,
    checking,
    askedAnew: isAskedAnew(digest, checking, point),
    from: row.from,
    to: row.to,
  };
}

function cellsOf(
  views: Views,
  point: Point,
  by: ColumnKind,
  rows: ReadonlyMap<string, StatementRow>,
): BoardCell[] {
  const evidence = evidenceIn(point);
  return point.positions.flatMap((position, index) => {
    const columns = new Map<string, StatementRow[]>();
    for (const id of position.statements) {
      const row = rows.get(id);
      if (!row) continue;
      for (const column of columnsOf(by, row)) columns.set(column, [...(columns.get(column) ?? []), row]);
    }
    return [...columns].flatMap(([column, all]) => {
      const shown = bestOf(point, evidence, all);
      const article = views.article(shown.article);
      const quote = quoteOf(views, evidence, shown);
      const text = views.loaded(shown.article)?.article;
      if (!article || !quote || !text) return [];
      const { statement, narrated } = shown;
      return {
        column,
        position: index,
        stance: position.stance,
        answer: position.answer,
        quote,
        verbatim: isVerbatim(shown, quote),
        statement: shown.id,
        says: sayingOf({ statement, article: text, narrated }, [quote]),
        article,
        speaker: holderIn(views, by, column, shown),
        narrated,
        count: all.length,
        independent: independentOf(views.digest, all),
        checked: views.tally(all),
      };
    });
  });
}

/** By statement: its words in the relation that decides the point, else in the first that it stands in. */
type Evidence = ReadonlyMap<string, ArticlePassage>;

/** For all statements at once: a point has about as many relations as pairs of statements. */
function evidenceIn({ decisive, relations }: Point): Evidence {
  const evidence = new Map<string, ArticlePassage>();
  for (const { pair, evidence: words } of decisive ? [decisive, ...relations] : relations)
    for (const side of [0, 1] as const) if (!evidence.has(pair[side])) evidence.set(pair[side], words[side]);
  return evidence;
}

/** The statement to quote: the one whose words decide the verdict, else an attribution before the document's voice. */
function bestOf(point: Point, evidence: Evidence, rows: StatementRow[]): StatementRow {
  const weight = (r: StatementRow) =>
    (point.decisive?.pair.includes(r.id) ? 8 : 0) +
    (r.checking.status === "machine" ? 0 : 4) +
    (r.narrated ? 0 : 2) +
    (evidence.has(r.id) ? 1 : 0) +
    r.statement.score / 2;
  return rows.reduce((best, row) => (weight(row) > weight(best) ? row : best));
}

/** The words that decide it, else the longest piece of what is said, else all of it. */
function quoteOf(views: Views, evidence: Evidence, row: StatementRow): ArticlePassage | null {
  const words = evidence.get(row.id);
  if (words) return words;
  const text = views.loaded(row.article)?.article.text;
  if (text === undefined) return null;
  const { content } = row.statement;
  const longest = content.reduce((best, p) => (p.text.length > best.text.length ? p : best), content[0]!);
  return { ...(longest ?? extentOf(text, row.statement)), article: row.article };
}

/** True where the document gives all of the words as what the holder said: in quotation marks, or as his turn to speak. */
function isVerbatim({ statement, narrated }: StatementRow, { start, end }: ArticlePassage): boolean {
  return (
    !narrated &&
    statement.form === "direct" &&
    statement.content.some((p) => p.start <= start && end <= p.end)
  );
}

function holderIn(views: Views, by: ColumnKind, column: string, row: StatementRow): SpeakerRef {
  if (by === "speakers" && column !== NONE) return views.speaker(column);
  return views.holder(row);
}

/** Articles behind some statements, wire copies counted once. */
function independentOf(digest: Digest, rows: readonly StatementRow[]): number {
  const group = new Map<string, string>();
  for (const copy of digest.rest.copies) for (const id of copy.articles) group.set(id, copy.id);
  return new Set(rows.map((r) => group.get(r.article) ?? r.article)).size;
}

function absenceColumn(digest: Digest, by: ColumnKind, absence: Absence): string | null {
  if (by === "outlets") return digest.documentOf.get(absence.article)?.outlet ?? NONE;
  const speaker = absence.speaker === null ? undefined : digest.speakerById.get(absence.speaker);
  return (by === "speakers" ? speaker?.id : speaker?.side) ?? null;
}
