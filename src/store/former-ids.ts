/** What became of points whose ids went: links to them, kept by people outside of readout, lead to what they became. */
import type { Point } from "../model.ts";
import type { NewPoint } from "./rows.ts";

/** A point as it stood before. */
export type FormerPoint = Pick<NewPoint, "id" | "formerly" | "members">;

/**
 * The new points with the ids they had. A point that went is now the one with most of its statements, of several the
 * weightiest; one whose statements all went is forgotten.
 */
export function withFormerIds(rows: readonly NewPoint[], before: readonly FormerPoint[]): NewPoint[] {
  const now = new Map(rows.map((row) => [row.id, row]));
  const byMember = new Map<string, NewPoint[]>();
  const former = new Map<string, Set<string>>();
  const add = (to: string, ids: readonly string[]) => {
    // What is there again needs nobody to stand for it.
    for (const id of ids) if (!now.has(id)) former.set(to, (former.get(to) ?? new Set()).add(id));
  };
  for (const row of rows) {
    add(row.id, row.formerly);
    for (const member of row.members) byMember.set(member, [...(byMember.get(member) ?? []), row]);
  }
  for (const { id, formerly, members } of before) {
    const heir = now.get(id) ?? heirOf(members, byMember);
    if (heir) add(heir.id, [...formerly, id]);
  }
  return rows.map((row) => {
    const formerly = [...(former.get(row.id) ?? [])].sort();
    if (formerly.join() === row.formerly.join()) return row;
    const json = JSON.stringify({ ...(JSON.parse(row.json) as Point), formerly });
    return { ...row, formerly, json, hash: `${row.hash} ${formerly.join(" ")}` };
  });
}

function heirOf(
  members: readonly string[],
  byMember: ReadonlyMap<string, readonly NewPoint[]>,
): NewPoint | null {
  const shared = new Map<NewPoint, number>();
  for (const member of members)
    for (const row of byMember.get(member) ?? []) shared.set(row, (shared.get(row) ?? 0) + 1);
  const [heir] = [...shared].sort(([a, n], [b, m]) => m - n || a.rank - b.rank);
  return heir?.[0] ?? null;
}
