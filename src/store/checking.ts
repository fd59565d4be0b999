/** What people have found of each statement, as all rulings of a collection say together. */
import type { Ruling, RulingAction } from "../model.ts";
import { undoneBy } from "../rulings/history.ts";
import type { Checking } from "./store.ts";

const CORRECTIONS: ReadonlySet<RulingAction> = new Set([
  "add-statement",
  "set-spans",
  "set-act",
  "set-form",
  "set-kind",
  "set-speaker",
]);
const REMARKS: ReadonlySet<RulingAction> = new Set(["accept", "check", "note"]);

/**
 * By statement id; statements of which nobody has said anything are left out. The last word counts, but what was
 * corrected stays so when it is found right afterwards.
 * @param rulings in the order given
 */
export function checkingOf(rulings: readonly Ruling[]): Map<string, Checking> {
  const undone = undoneBy(rulings);
  const found = new Map<string, Checking>();
  for (const ruling of rulings) {
    if (undone.has(ruling.id) || ruling.status === "orphaned" || ruling.status === "contradicted") continue;
    const { by, at } = ruling;
    for (const id of statementsOf(ruling)) {
      const before = found.get(id)?.status ?? "machine";
      if (CORRECTIONS.has(ruling.action)) found.set(id, { status: "corrected", by, at });
      else if (isRight(ruling))
        found.set(id, { status: before === "corrected" ? before : "checked", by, at });
      else if (isWrong(ruling)) found.set(id, { status: "rejected", by, at });
    }
  }
  return found;
}

const isRight = (r: Ruling) => r.action === "accept" || (r.action === "check" && r.value?.right === true);
const isWrong = (r: Ruling) => r.action === "reject" || (r.action === "check" && r.value?.right === false);

/** The one statement that a ruling speaks of: as it was found, else as it was named. */
function statementsOf(ruling: Ruling): string[] {
  if (ruling.target?.type !== "statement") return [];
  return [ruling.found?.[0] ?? ruling.target.id];
}

/**
 * Ids of statements whose checking new rulings may change: theirs, and those of what they undo or redo.
 * @param all every ruling, the new ones included
 */
export function touchedBy(fresh: readonly Ruling[], all: readonly Ruling[]): Set<string> {
  const byId = new Map(all.map((ruling) => [ruling.id, ruling]));
  const touched = new Set<string>();
  for (const ruling of fresh) {
    let at: Ruling | undefined = ruling;
    const seen = new Set<string>();
    while (at && !seen.has(at.id)) {
      seen.add(at.id);
      for (const id of statementsOf(at)) touched.add(id);
      at = at.action === "undo" ? byId.get(at.target.id) : undefined;
    }
  }
  return touched;
}

/** True where comparing may come out differently: remarks change nothing, nor does taking them back. */
export function changesComparing(fresh: readonly Ruling[], all: readonly Ruling[]): boolean {
  const byId = new Map(all.map((ruling) => [ruling.id, ruling]));
  return fresh.some((ruling) => {
    let at: Ruling | undefined = ruling;
    const seen = new Set<string>();
    while (at?.action === "undo" && !seen.has(at.id)) {
      seen.add(at.id);
      at = byId.get(at.target.id);
    }
    return at !== undefined && !REMARKS.has(at.action);
  });
}
