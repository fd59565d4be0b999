/**
 * Where each statement of one speaker stands in the plot: a lane for each point, a column for each document in order of
 * time. Time is drawn to scale as far as columns keep their distance: documents of one evening stay apart.
 */
import type { Act, PointVerdict } from "../../../src/model.ts";
import type { ArticleRef, PointRef, SpeakerAnswer, StatementView } from "../../../src/server/contract.ts";

/** What a mark's shape tells. */
export type MarkKind = "says" | "denies" | "wants" | "declines";

const DENYING: ReadonlySet<Act> = new Set(["deny", "reject", "doubt"]);
const WANTING: ReadonlySet<Act> = new Set(["ask", "demand", "propose", "want", "threaten", "warn"]);

/** A statement's shape: refusing to say comes before all, then whether the claim is turned down. */
export function markKind({ statement: { act, negated } }: StatementView): MarkKind {
  if (act === "decline") return "declines";
  if (DENYING.has(act) !== negated) return "denies";
  return WANTING.has(act) ? "wants" : "says";
}

export interface PlotMark {
  view: StatementView;
  kind: MarkKind;
  lane: number;
  column: number;
  x: number;
  /** From the plot's top. */
  y: number;
}

interface PlotLane {
  /** null gathers what bears on no point. */
  point: PointRef | null;
  top: number;
  height: number;
  statements: number;
  /** Statements that found no room, by column: shown as "+3". */
  crowded: { x: number; y: number; count: number }[];
}

interface PlotColumn {
  article: ArticleRef;
  x: number;
  /** True where its date is to be written: the first of a day, with room for it. */
  labelled: boolean;
  /** Time of day as the document gives it, "17:50", where there is room for it; else null. */
  time: string | null;
}

export interface PlotLayout {
  width: number;
  height: number;
  lanes: PlotLane[];
  columns: PlotColumn[];
  /** By column, then lane, then down: the order in which keys walk them. */
  marks: PlotMark[];
  /** The same holder's earlier and later statement that can't both stand; null marks are on lanes not shown. */
  shifts: { id: string; from: PlotMark; to: PlotMark }[];
}

export interface PlotOptions {
  /** Room for the time axis in CSS pixels; the plot grows wider where its columns need it. */
  width: number;
  /** Height of a lane's label where it stands above the marks (narrow screens), else 0. */
  above: number;
  /** At most this many lanes. */
  lanes: number;
}

const PAD = 28;
const GAP = 34;
const STEP = 17;
const LANE = 46;
/** Marks on top of each other in one column of a lane. */
const DEEP = 4;
/** Room that a date needs, and a time of day. */
const LABEL = 74;
const TIME = 40;

const WEIGHT: Record<PointVerdict, number> = {
  disputed: 0,
  divergent: 1,
  unclear: 2,
  agreed: 3,
  "one-sided": 4,
};

export function plotLayout(answer: SpeakerAnswer, options: PlotOptions): PlotLayout {
  const { documents } = answer;
  const xs = places(
    documents.map((d) => d.article.publishedAt),
    options.width,
  );
  const width = Math.max(options.width, (xs.at(-1) ?? 0) + PAD);
  const columns = labelled(
    documents.map(({ article }, i) => ({ article, x: xs[i]!, labelled: false, time: null })),
  );

  const gathered = lanesOf(answer);
  const lanes: PlotLane[] = [];
  const marks: PlotMark[] = [];
  let top = 0;
  for (const [lane, { point, cells }] of gathered.slice(0, options.lanes).entries()) {
    const deepest = Math.max(...[...cells.values()].map((c) => Math.min(c.length, DEEP)));
    const height = options.above + Math.max(options.above > 0 ? 30 : LANE, deepest * STEP + 14);
    const middle = top + options.above + (height - options.above) / 2;
    const crowded: PlotLane["crowded"] = [];
    for (const [column, views] of cells) {
      const shown = views.length > DEEP ? views.slice(0, DEEP - 1) : views;
      const rows = Math.min(views.length, DEEP);
      const first = middle - ((rows - 1) * STEP) / 2;
      for (const [i, view] of shown.entries())
        marks.push({ view, kind: markKind(view), lane, column, x: xs[column]!, y: first + i * STEP });
      if (views.length > DEEP)
        crowded.push({
          x: xs[column]!,
          y: first + (DEEP - 1) * STEP,
          count: views.length - shown.length,
        });
    }
    lanes.push({
      point,
      top,
      height,
      statements: [...cells.values()].reduce((n, c) => n + c.length, 0),
      crowded,
    });
    top += height;
  }
  marks.sort((a, b) => a.column - b.column || a.lane - b.lane || a.y - b.y);
  return { width, height: top, lanes, columns, marks, shifts: arrows(answer, marks) };
}

/** How many lanes a speaker's plot has in all. */
export function laneCount(answer: SpeakerAnswer): number {
  return lanesOf(answer).length;
}

interface Gathered {
  point: PointRef | null;
  /** Statements by column. */
  cells: Map<number, StatementView[]>;
}

/** What is contested stands first, then what is said most often; what bears on no point comes last. */
function lanesOf({ documents, shifts }: SpeakerAnswer): Gathered[] {
  const lanes = new Map<string, Gathered>();
  for (const [column, { statements }] of documents.entries())
    for (const view of statements)
      for (const point of view.points.length > 0 ? view.points : [null]) {
        const key = point?.id ?? "";
        const lane = lanes.get(key) ?? { point, cells: new Map() };
        lanes.set(key, lane);
        lane.cells.set(column, [...(lane.cells.get(column) ?? []), view]);
      }
  const shifted = new Set(shifts.map((s) => s.point));
  const weight = ({ point, cells }: Gathered) => {
    if (point === null) return 1e6;
    const said = [...cells.values()].reduce((n, c) => n + c.length, 0);
    return (shifted.has(point.id) ? -1 : WEIGHT[point.verdict]) * 1000 - Math.min(said, 999);
  };
  return [...lanes.values()].sort((a, b) => weight(a) - weight(b));
}

/** Columns at their time, at least GAP apart; undated documents follow the dated ones. */
export function places(dates: readonly (string | null)[], width: number): number[] {
  if (dates.length === 0) return [];
  if (dates.length === 1) return [Math.max(PAD, width / 2)];
  const times = dates.map((d) => (d === null ? Number.NaN : new Date(d).getTime()));
  const gaps = times.slice(1).map((t, i) => {
    const gap = t - times[i]!;
    return Number.isFinite(gap) ? Math.max(0, gap) : 0;
  });
  const all = gaps.reduce((a, b) => a + b, 0);
  const spare = Math.max(0, width - 2 * PAD - GAP * gaps.length);
  const out = [PAD];
  for (const gap of gaps) out.push(out.at(-1)! + GAP + (all > 0 ? (spare * gap) / all : spare / gaps.length));
  return out;
}

function labelled(columns: PlotColumn[]): PlotColumn[] {
  let last = Number.NEGATIVE_INFINITY;
  let day: string | null = null;
  return columns.map((column, i) => {
    const { x, article } = column;
    const own = article.publishedAt?.slice(0, 10) ?? "";
    const next = columns[i + 1];
    const time =
      next !== undefined && next.x - x < TIME
        ? null
        : (/^[\d-]{10}T(\d\d:\d\d)/u.exec(article.publishedAt ?? "")?.[1] ?? null);
    if (own === day || x - last < LABEL) return { ...column, time };
    day = own;
    last = x;
    return { ...column, labelled: true, time };
  });
}

function arrows({ shifts }: SpeakerAnswer, marks: readonly PlotMark[]): PlotLayout["shifts"] {
  return shifts.flatMap(({ id, point, earlier, later }) => {
    const of = (s: StatementView) => {
      const own = marks.filter((m) => m.view.statement.id === s.statement.id);
      return own.find((m) => m.view.points.some((p) => p.id === point)) ?? own[0];
    };
    const from = of(earlier);
    const to = of(later);
    return from && to ? [{ id, from, to }] : [];
  });
}

/** The mark that an arrow key leads to from one: left and right by time within the lane, up and down to the nearest lane. */
export function neighbour(
  { marks }: PlotLayout,
  from: PlotMark,
  key: "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown",
): PlotMark {
  const own = marks.filter((m) => m.lane === from.lane);
  const i = own.indexOf(from);
  if (key === "ArrowLeft") return own[i - 1] ?? from;
  if (key === "ArrowRight") return own[i + 1] ?? from;
  const beyond = marks.filter((m) => (key === "ArrowDown" ? m.y > from.y : m.y < from.y));
  const stacked = beyond.filter((m) => m.lane === from.lane && m.column === from.column);
  return (
    nearest(stacked, (m) => Math.abs(m.y - from.y)) ??
    nearest(
      beyond.filter((m) => m.lane !== from.lane),
      (m) => Math.abs(m.lane - from.lane) * 1e5 + Math.abs(m.x - from.x),
    ) ??
    from
  );
}

function nearest(marks: readonly PlotMark[], distance: (mark: PlotMark) => number): PlotMark | null {
  let best: PlotMark | null = null;
  for (const mark of marks) if (best === null || distance(mark) < distance(best)) best = mark;
  return best;
}
