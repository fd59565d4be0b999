/** What became of the entries of the history, and which of them a filter shows. */
import type { RulingView } from "../../../src/server/contract.ts";
import type { Entry } from "../../state/entries.ts";

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
