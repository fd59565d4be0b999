/** The history as people made it: what was one move (a merge of points is many pairs) is one entry. */
import type { RulingView } from "../../src/server/contract.ts";

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
