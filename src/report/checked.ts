/** Which statements a person has checked, as the rulings say. */
import type { Collection, Ruling } from "../model.ts";

/** The statement that a ruling's target names: an id, or an object that holds one. */
function targetId(target: unknown): string | null {
  if (typeof target === "string") return target;
  if (target === null || typeof target !== "object") return null;
  const { statement, id } = target as { statement?: unknown; id?: unknown };
  return targetId(statement ?? null) ?? (typeof id === "string" ? id : null);
}

function holds(ruling: Ruling): boolean {
  return (
    (ruling.action === "check" || ruling.action === "accept") &&
    ruling.status !== "orphaned" &&
    ruling.status !== "contradicted"
  );
}

/** Ids of the attributions with a `check` or `accept` that stands and was not undone. */
export function checkedStatements(collection: Collection): Set<string> {
  const undone = new Set(
    collection.rulings.filter((r) => r.action === "undo").map((r) => targetId(r.target) ?? ""),
  );
  const named = new Set(
    collection.rulings.filter((r) => holds(r) && !undone.has(r.id)).map((r) => targetId(r.target)),
  );
  return new Set(
    collection.articles.flatMap((a) => a.statements.filter((s) => named.has(s.id)).map((s) => s.id)),
  );
}

/** "3 of 40 statements checked", or null where nobody has checked any. */
export function checkedWords(collection: Collection): string | null {
  const checked = checkedStatements(collection).size;
  if (checked === 0) return null;
  const all = collection.articles.reduce((n, a) => n + a.statements.length, 0);
  return `${checked} of ${all} ${all === 1 ? "statement" : "statements"} checked`;
}
