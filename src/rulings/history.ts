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
 * By id of a ruling that was taken back: the undo that stands against it, the last given where there are several. In what
 * order they were made does not matter, since an undo names what it undoes.
 */
export function undoneBy(rulings: readonly Ruling[]): Map<string, string> {
  const undos = new Map<string, string[]>();
  for (const { id, action, target } of rulings) {
    if (action !== "undo") continue;
    undos.set(target.id, [...(undos.get(target.id) ?? []), id]);
  }
  const known = new Map<string, string | null>();
  const standing = (id: string): string | null => {
    const before = known.get(id);
    if (before !== undefined) return before;
    // Ids are hashes of what they name, so there is no circle but in a file made by hand: there nothing is undone.
    known.set(id, null);
    const found = (undos.get(id) ?? []).findLast((by) => standing(by) === null) ?? null;
    known.set(id, found);
    return found;
  };
  return new Map(
    rulings.flatMap(({ id }) => {
      const by = standing(id);
      return by === null ? [] : [[id, by] as const];
    }),
  );
}
