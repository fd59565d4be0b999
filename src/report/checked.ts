/** Which statements a person has checked, as the rulings say. */
import type { Collection, Ruling } from "../model.ts";

/** True where a person looked at its target and found it right or set it right, and nobody ruled otherwise later. */
function vouches({ action, value, status }: Ruling): boolean {
  if (status === "orphaned" || status === "contradicted") return false;
  return action === "check" ? value.right !== false : action !== "reject" && action !== "note";
}

/** Ids of the attributions that a person accepted, corrected, added or checked: those that such a ruling was found as. */
export function checkedStatements(collection: Collection): Set<string> {
  const named = new Set(
    collection.rulings.filter((r) => r.target.type === "statement" && vouches(r)).flatMap((r) => r.found),
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
