/** Which words of a document belong to which statements, and in which role. */
import type { Span } from "../../../src/model.ts";
import type { StatementView } from "../../../src/server/contract.ts";
import type { Marking } from "../../parts/stretches.ts";

export interface Mark {
  statement: string;
  role: "source" | "cue" | "content" | "narrated";
  direct: boolean;
  /** 0 for a statement of the document's own, 1 for one inside another's content, … */
  depth: number;
}

/** How deep a statement stands inside others, by its parents. */
export function depths(views: readonly StatementView[]): Map<string, number> {
  const parents = new Map(views.map((v) => [v.statement.id, v.statement.parent]));
  const out = new Map<string, number>();
  for (const { statement } of views) {
    let depth = 0;
    const seen = new Set([statement.id]);
    for (
      let up = statement.parent;
      up !== null && parents.has(up) && !seen.has(up);
      up = parents.get(up) ?? null
    ) {
      seen.add(up);
      depth++;
    }
    out.set(statement.id, depth);
  }
  return out;
}

/** Marks of all statements that stand; rejected ones leave their words bare. */
export function markings(
  views: readonly StatementView[],
  narrated: readonly StatementView[],
): Marking<Mark>[] {
  const depth = depths(views);
  const out: Marking<Mark>[] = [];
  for (const { statement, checking } of views) {
    if (checking.status === "rejected") continue;
    const common = {
      statement: statement.id,
      direct: statement.form === "direct",
      depth: depth.get(statement.id) ?? 0,
    };
    for (const role of ["content", "cue", "source"] as const)
      for (const { start, end } of statement[role]) out.push({ start, end, value: { ...common, role } });
  }
  for (const { statement } of narrated)
    for (const { start, end } of statement.content)
      out.push({ start, end, value: { statement: statement.id, role: "narrated", direct: false, depth: 0 } });
  return out;
}

/** The statement meant by a click on words that several cover: the innermost, then the next one out, and around. */
export function statementAt(marks: readonly Mark[], active: string | null): string | null {
  const inner = [...marks].sort(
    (a, b) => b.depth - a.depth || Number(a.role === "narrated") - Number(b.role === "narrated"),
  );
  const ids = [...new Set(inner.map((m) => m.statement))];
  const at = active === null ? -1 : ids.indexOf(active);
  return ids[(at + 1) % Math.max(1, ids.length)] ?? null;
}

/** Statements as the keyboard walks them: as they stand in the text, outer ones first; rejected ones are left out. */
export function walk(views: readonly StatementView[]): StatementView[] {
  return views
    .filter((v) => v.checking.status !== "rejected")
    .sort((a, b) => a.extent.start - b.extent.start || b.extent.end - a.extent.end);
}

/** "120-240" as a span; null where it is none. */
export function spanOf(words: string | null): Span | null {
  const found = /^(\d{1,9})-(\d{1,9})$/u.exec(words ?? "");
  if (!found) return null;
  const span = { start: Number(found[1]), end: Number(found[2]) };
  return span.start < span.end ? span : null;
}
