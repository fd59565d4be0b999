import { median, type Row, type Word } from "./page.ts";
import { isRtl } from "./visual-order.ts";

/** Words that belong together, in reading order of the page. */
export interface Region {
  rows: Row[];
  table: boolean;
}

/** Deeper than any page is nested. */
const DEEPEST = 12;
/** The narrowest gap between columns, in ems. */
const NARROWEST = 0.6;

/**
 * Parts a page into regions and puts them in reading order: the tallest empty strip with words on both sides splits it
 * into what stands above, left, right and below, and so on in each part (after Breuel 2002, "Two geometric algorithms
 * for layout analysis", with the XY tree of Nagy). Strips inside tables and between list marks and their items don't
 * part columns.
 */
export function regionsOf(rows: readonly Row[], depth = 0): Region[] {
  if (rows.length === 0) return [];
  const whole = [{ rows: [...rows], table: false }];
  if (rows.length < 2 || depth > DEEPEST) return whole;
  const gutter = bestGutter(rows);
  if (!gutter) return whole;
  const { from, to, middle, table } = gutter;
  const band = rows.slice(from, to + 1);
  const above = regionsOf(rows.slice(0, from), depth + 1);
  const below = regionsOf(rows.slice(to + 1), depth + 1);
  if (table) return [...above, { rows: band, table: true }, ...below];
  const left = regionsOf(
    sideOf(band, (word) => centre(word) < middle),
    depth + 1,
  );
  const right = regionsOf(
    sideOf(band, (word) => centre(word) >= middle),
    depth + 1,
  );
  const backwards = mostlyRtl(rows);
  return [...above, ...(backwards ? [...right, ...left] : [...left, ...right]), ...below];
}

const centre = (word: Word) => (word.x0 + word.x1) / 2;

function sideOf(rows: readonly Row[], belongs: (word: Word) => boolean): Row[] {
  return rows
    .map((row) => ({ ...row, words: row.words.filter(belongs) }))
    .filter((row) => row.words.length > 0)
    .map((row) => ({ ...row, y: median(row.words.map((word) => word.y)) }));
}

function mostlyRtl(rows: readonly Row[]): boolean {
  const words = rows.flatMap((row) => row.words);
  return words.filter((word) => isRtl(word.text)).length > words.length / 2;
}

interface Gap {
  from: number;
  to: number;
  left: boolean;
  right: boolean;
}

interface Strip {
  first: number;
  last: number;
  x0: number;
  x1: number;
  /** Which sides of the strip each row has words on. */
  sides: Gap[];
}

interface Gutter {
  from: number;
  to: number;
  middle: number;
  table: boolean;
}

function bestGutter(rows: readonly Row[]): Gutter | null {
  const em = median(rows.flatMap((row) => row.words.map((word) => word.size))) || 10;
  const [from, to] = [Math.min(...rows.map((row) => row.words[0]!.x0)), Math.max(...rows.map(endOf))];
  const gaps = rows.map((row) => gapsOf(row, em * NARROWEST, from, to));
  let best: Gutter | null = null;
  let bestScore = 0;
  const tried = new Set<string>();
  for (let i = 0; i < rows.length; i++) {
    for (const gap of gaps[i]!) {
      const strip = extend(gaps, i, gap, em * NARROWEST);
      const key = `${strip.last}:${Math.round(strip.x0)}:${Math.round(strip.x1)}`;
      if (tried.has(key)) continue;
      tried.add(key);
      const judged = judge(rows, strip, em);
      if (judged && judged.score > bestScore) {
        best = judged.gutter;
        bestScore = judged.score;
      }
    }
  }
  return best;
}

const endOf = (row: Row) => Math.max(...row.words.map((word) => word.x1));

/** Empty stretches of a row, between its words and from its ends to the region's. */
function gapsOf(row: Row, narrowest: number, from: number, to: number): Gap[] {
  const gaps: Gap[] = [];
  let reached = from;
  row.words.forEach((word, i) => {
    if (word.x0 - reached >= narrowest) gaps.push({ from: reached, to: word.x0, left: i > 0, right: true });
    reached = Math.max(reached, word.x1);
  });
  if (to - reached >= narrowest) gaps.push({ from: reached, to, left: true, right: false });
  return gaps;
}

/** The strip that a gap opens, downwards as far as it stays wide enough. */
function extend(gaps: readonly Gap[][], first: number, start: Gap, narrowest: number): Strip {
  let [x0, x1] = [start.from, start.to];
  const sides = [start];
  let last = first;
  for (let j = first + 1; j < gaps.length; j++) {
    let widest: Gap | null = null;
    let width = narrowest;
    for (const gap of gaps[j]!) {
      const overlap = Math.min(x1, gap.to) - Math.max(x0, gap.from);
      if (overlap >= width) [widest, width] = [gap, overlap];
    }
    if (!widest) break;
    x0 = Math.max(x0, widest.from);
    x1 = Math.min(x1, widest.to);
    sides.push(widest);
    last = j;
  }
  return { first, last, x0, x1, sides };
}

/** Whether a strip parts columns or the columns of a table, and how well. */
function judge(rows: readonly Row[], strip: Strip, em: number): { gutter: Gutter; score: number } | null {
  const width = strip.x1 - strip.x0;
  const { first, sides } = strip;
  const indices = (side: "left" | "right") => sides.flatMap((s, i) => (s[side] ? [first + i] : []));
  let [left, right] = [indices("left"), indices("right")];
  if (left.length === 0 || right.length === 0) return null;
  // What lies beside nothing at the top or the bottom belongs to it only where it is no heading of its own.
  const middle = (strip.x0 + strip.x1) / 2;
  const [leftRows, rightRows] = [
    sideRows(rows, left, middle, "left"),
    sideRows(rows, right, middle, "right"),
  ];
  const from = firstRow(leftRows, rightRows, strip, em);
  const to = lastRow(leftRows, rightRows, strip);
  left = left.filter((i) => i >= from && i <= to);
  right = right.filter((i) => i >= from && i <= to);
  if (left.length === 0 || right.length === 0) return null;
  const shared = [Math.max(left[0]!, right[0]!), Math.min(left.at(-1)!, right.at(-1)!)] as const;
  const among = (side: number[]) => side.filter((i) => i >= shared[0] && i <= shared[1]);
  const [leftShared, rightShared] = [among(left), among(right)];
  const fewest = Math.min(leftShared.length, rightShared.length);
  const needed = width >= em * 2 ? 2 : width >= em * 0.95 ? 3 : 5;
  if (fewest < needed) return null;
  const kind = kindOf(rows, leftShared, rightShared, middle, em);
  if (kind === "none") return null;
  const table = kind === "table";
  const height = rows[shared[1]]!.y - rows[shared[0]]!.y + em;
  const score = height * (1 + Math.min(width / em, 4) * 0.05) * (table ? 0.9 : 1);
  return {
    gutter: table ? { from: shared[0], to: shared[1], middle, table } : { from, to, middle, table },
    score,
  };
}

/** What one side of a strip has of a row. */
interface SideRow {
  index: number;
  y: number;
  size: number;
}

function sideRows(
  rows: readonly Row[],
  indices: readonly number[],
  middle: number,
  side: "left" | "right",
): SideRow[] {
  return indices.map((index) => {
    const words = rows[index]!.words.filter((word) =>
      side === "left" ? centre(word) < middle : centre(word) >= middle,
    );
    return { index, y: median(words.map((word) => word.y)), size: median(words.map((word) => word.size)) };
  });
}

/** Rows at the top that stand on the right alone and apart head the columns together. */
function firstRow(left: readonly SideRow[], right: readonly SideRow[], strip: Strip, em: number): number {
  const top = left[0]!;
  const lonely = right.filter((row) => row.index < top.index && row.y < top.y - top.size);
  for (const row of lonely.toReversed()) {
    const next = right[right.indexOf(row) + 1];
    if (!next) break;
    const apart = next.y - row.y > usualStep(right) * 1.5;
    if (apart || Math.abs(row.size - next.size) > em * 0.12) return row.index + 1;
  }
  return strip.first;
}

/** Rows at the bottom that stand on the left alone, below both columns and apart from them, follow both. */
function lastRow(left: readonly SideRow[], right: readonly SideRow[], strip: Strip): number {
  const end = right.at(-1)!.index;
  if (left.at(-1)!.index <= end) return strip.last;
  const steps = left.slice(1).map((row, k) => row.y - left[k]!.y);
  const usual = usualStep(left);
  const widest = Math.max(usual, ...steps.filter((_, k) => left[k + 1]!.index <= end));
  for (let k = 1; k < left.length; k++) {
    if (left[k]!.index <= end) continue;
    const step = steps[k - 1]!;
    // A column that is merely longer than the other goes on for more lines, and with no such gap.
    if (step > usual * 2.2 && step > widest * 1.15 && left.length - k <= 3) return left[k]!.index - 1;
  }
  return strip.last;
}

function usualStep(rows: readonly SideRow[]): number {
  return median(rows.slice(1).map((row, k) => row.y - rows[k]!.y)) || 12;
}

/** What list items and speakers' turns begin with. */
const LIST_MARK =
  /^(?:[•◦▪‣·*–—-]|\(?(?:\d{1,3}|\p{L}|[ivxlc]{1,5})[.)]?|¶+|§+|\[\d+\]|[QA][.:]|\d+(?:\.\d+)+\.?)$/u;

function kindOf(
  rows: readonly Row[],
  left: readonly number[],
  right: readonly number[],
  middle: number,
  em: number,
): "columns" | "table" | "none" {
  const words = (i: number, side: "left" | "right") =>
    rows[i]!.words.filter((w) => (side === "left" ? centre(w) < middle : centre(w) >= middle));
  const lefts = left.map((i) => words(i, "left"));
  const rights = right.map((i) => words(i, "right"));
  const textOf = (line: Word[]) => line.map((w) => w.text).join(" ");
  const marks = (lines: Word[][]) => lines.filter((line) => LIST_MARK.test(textOf(line))).length;
  if (marks(lefts) >= lefts.length * 0.6 || marks(rights) >= rights.length * 0.6) {
    const cells = marks(lefts) >= lefts.length * 0.6 ? rights : lefts;
    return cells.some((line) => hasWideGap(line, em)) ? "table" : "none";
  }
  const both = new Set(left.filter((i) => right.includes(i)));
  const aligned = both.size / Math.max(left.length, right.length);
  const prose = isProse(piecesOf(lefts, em)) && isProse(piecesOf(rights, em));
  const sparse = Math.min(left.length, right.length) / Math.max(left.length, right.length);
  if (sparse < 0.6) {
    const fewer = left.length < right.length ? left : right;
    return isTight(rows, fewer, em) && both.size > 0 ? "columns" : "none";
  }
  if (prose) return "columns";
  return aligned >= 0.7 ? "table" : "columns";
}

function hasWideGap(line: readonly Word[], em: number): boolean {
  return line.slice(1).some((word, i) => word.x0 - line[i]!.x1 > em * 1.5);
}

/** A side may hold columns of its own: its lines are judged by their pieces between wide gaps. */
function piecesOf(lines: readonly Word[][], em: number): Word[][] {
  return lines.flatMap((line) => {
    const pieces: Word[][] = [];
    line.forEach((word, i) => {
      if (i === 0 || word.x0 - line[i - 1]!.x1 > em * 1.2) pieces.push([word]);
      else pieces.at(-1)!.push(word);
    });
    return pieces;
  });
}

/** Lines of running text: some words each, most of them as long as the column is wide. */
function isProse(lines: readonly Word[][]): boolean {
  const lengths = lines.map((line) => line.reduce((sum, word) => sum + weight(word.text) + 1, 0));
  const widths = lines.map((line) => line.at(-1)!.x1 - line[0]!.x0);
  const long = [...widths].sort((a, b) => a - b)[Math.floor(widths.length * 0.9)]!;
  return median(lengths) >= 14 && median(widths) >= long * 0.6;
}

/** An ideograph says as much as two or three letters. */
function weight(text: string): number {
  return text.length + 1.5 * (text.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g)?.length ?? 0);
}

/** Lines set close below each other, as in a caption or a box, not labels scattered along a text. */
function isTight(rows: readonly Row[], indices: readonly number[], em: number): boolean {
  const steps = indices.slice(1).map((i, k) => rows[i]!.y - rows[indices[k]!]!.y);
  return indices.length >= 3 && steps.filter((step) => step < em * 1.75).length >= steps.length * 0.7;
}
