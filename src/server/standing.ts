/** Which rulings stand, and what each touches now. */
import type { Ruling, RulingTarget, SpeakerChoice } from "../model.ts";
import { undoneBy } from "../rulings/history.ts";
import type { RulingRow } from "../store/store.ts";

export interface Standing {
  /** By id of a statement, article or document's speaker: the rulings that touch it and stand, oldest first. */
  of: ReadonlyMap<string, Ruling[]>;
  /** By id of a ruling: the undo that stands against it. */
  undoneBy: ReadonlyMap<string, string>;
}

const made = new WeakMap<readonly RulingRow[], { length: number; standing: Standing }>();

/** Worked out once for a history as long as it is now. */
export function standingRulings({ rulings }: { rulings: readonly RulingRow[] }): Standing {
  const before = made.get(rulings);
  if (before && before.length === rulings.length) return before.standing;
  const undone = undoneBy(rulings.map((row) => row.ruling));
  const of = new Map<string, Ruling[]>();
  for (const { ruling } of rulings) {
    if (ruling.action === "undo" || undone.has(ruling.id)) continue;
    for (const id of touched(ruling)) {
      const list = of.get(id);
      if (list) list.push(ruling);
      else of.set(id, [ruling]);
    }
  }
  const standing = { of, undoneBy: undone };
  made.set(rulings, { length: rulings.length, standing });
  return standing;
}

/** The holders that a person set of a statement, while no comparing has done it; null where none are set. */
export function holdersSet(
  digest: { rulings: readonly RulingRow[] },
  statement: string,
): readonly SpeakerChoice[] | null {
  const last = standingRulings(digest)
    .of.get(statement)
    ?.findLast((r) => r.action === "set-speaker");
  return last && last.status === null ? last.value.speakers : null;
}

/** Ids that a ruling touches: as found by the last comparing, before that as named. */
export function touched(ruling: Ruling): string[] {
  return ruling.found.length > 0 ? ruling.found : namedBy(ruling.target);
}

/** Ids in a target, as they were when it was made. */
function namedBy(target: RulingTarget): string[] {
  if (target.type === "statements" || target.type === "mentions") return target.pair.map((t) => t.id);
  if (target.type === "point") return target.statements.map((s) => s.id);
  return [target.id];
}
