/** The history as people made it: what was one move (a merge of points is many pairs) is one entry. */
import type { RulingView } from "../../../src/server/contract.ts";

export interface Entry {
  /** The latest ruling's id: keys the entry. */
  id: string;
  /** Newest first. */
  views: RulingView[];
}

/** The pairs of one move carry one hand, and times that follow each other by a millisecond, so that their order is kept. */
const CLOSE_MS = 5;

const isClose = (a: string | null, b: string | null) =>
  a === b ||
  (a !== null && b !== null && Math.abs(new Date(a).getTime() - new Date(b).getTime()) <= CLOSE_MS);

/** Only moves are made of pairs. @param views newest first */
export function entriesOf(views: readonly RulingView[]): Entry[] {
  const out: Entry[] = [];
  for (const view of views) {
    const last = out.at(-1)?.views.at(-1);
    const { by, at, action, target } = view.ruling;
    const isSame =
      last !== undefined &&
      (target.type === "statements" || target.type === "mentions") &&
      isClose(last.ruling.at, at) &&
      last.ruling.by === by &&
      last.ruling.action === action &&
      last.summary === view.summary;
    if (isSame) out.at(-1)!.views.push(view);
    else out.push({ id: view.ruling.id, views: [view] });
  }
  return out;
}

export type Standing = "stands" | "undone" | "reanchored" | "orphaned" | "contradicted";

/** What became of a ruling. Undone comes first: what else is true of it matters no more. */
export function standing(view: RulingView): Standing {
  if (view.undone) return "undone";
  const { status } = view.ruling;
  return status === null || status === "applied" ? "stands" : status;
}

/** Of an entry: the one that asks most of people. */
export function entryStanding({ views }: Entry): Standing {
  const all = views.map(standing);
  if (all.every((s) => s === "undone")) return "undone";
  return (["orphaned", "contradicted", "reanchored"] as const).find((s) => all.includes(s)) ?? "stands";
}

export const FILTERS = ["all", "attention", "mine", "undone"] as const;
export type Filter = (typeof FILTERS)[number];

export function isShown(entry: Entry, filter: Filter, me: string): boolean {
  if (filter === "all") return true;
  const now = entryStanding(entry);
  if (filter === "attention") return now === "orphaned" || now === "contradicted";
  if (filter === "undone") return now === "undone";
  return (entry.views[0]?.ruling.by ?? "") === me;
}

/** The day an entry was made on in the reader's own time zone, as a key: "2026-11-30"; "" where no time is known. */
export function dayOf({ views }: Entry): string {
  const at = views[0]?.ruling.at ?? null;
  const time = at === null ? Number.NaN : new Date(at).getTime();
  if (Number.isNaN(time)) return "";
  const date = new Date(time);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((n) => String(n).padStart(2, "0"))
    .join("-");
}
