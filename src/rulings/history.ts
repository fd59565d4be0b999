import type { Ruling, RulingAction } from "../model.ts";

/** Of rulings of one moment, what makes a thing comes before what is ruled on it. */
const RANK: Partial<Record<RulingAction, number>> = {
  "set-metadata": 0,
  "add-statement": 1,
  "set-spans": 2,
  undo: 9,
};

/** Rulings in the order in which they were made: by `at`, those without one first; one of each id. */
export function inOrder(rulings: readonly Ruling[]): Ruling[] {
  const seen = new Set<string>();
  return rulings
    .filter(({ id }) => !seen.has(id) && seen.add(id))
    .sort((a, b) => timeOf(a) - timeOf(b) || rankOf(a) - rankOf(b) || (a.id < b.id ? -1 : 1));
}

const rankOf = ({ action }: Ruling) => RANK[action] ?? 5;

function timeOf({ at }: Ruling): number {
  const time = at === null ? Number.NaN : Date.parse(at);
  return Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time;
}

/**
 * Ids of the rulings that were taken back: those with an `undo` that stands itself. In what order they were made does
 * not matter, since an undo names what it undoes.
 */
export function undoneIn(rulings: readonly Ruling[]): Set<string> {
  const undos = new Map<string, string[]>();
  for (const { id, action, target } of rulings) {
    if (action !== "undo") continue;
    undos.set(target.id, [...(undos.get(target.id) ?? []), id]);
  }
  const known = new Map<string, boolean>();
  const isUndone = (id: string): boolean => {
    const old = known.get(id);
    if (old !== undefined) return old;
    // Ids are hashes of what they name, so there is no circle but in a file made by hand: there nothing is undone.
    known.set(id, false);
    const result = (undos.get(id) ?? []).some((by) => !isUndone(by));
    known.set(id, result);
    return result;
  };
  return new Set(rulings.filter(({ id }) => isUndone(id)).map(({ id }) => id));
}
