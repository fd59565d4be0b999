import type { Notice } from "../model.ts";

/** So many fit on a screen with their reasons in full. */
const FEW = 10;
const NAMED = 8;

/**
 * What failed and why, for standard error: each by itself where they are few; grouped by what is to be done where they are
 * many, the largest group first, with the first names of each.
 * @param total how many documents there were
 */
export function failureLines(failures: readonly Notice[], total: number): string[] {
  if (failures.length <= FEW)
    return failures.map(({ input, code, message }) => `readout: ${input}: ${code}: ${message}`);
  const groups = new Map<string, Notice[]>();
  for (const failure of failures) {
    const group = groups.get(failure.code);
    if (group) group.push(failure);
    else groups.set(failure.code, [failure]);
  }
  const ordered = [...groups].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  const lines = [`readout: ${failures.length} of ${total} documents could not be read:`];
  for (const [code, group] of ordered) {
    const same = group.every(({ message }) => message === group[0]!.message);
    lines.push(same ? `  ${code} (${group.length}): ${group[0]!.message}` : `  ${code} (${group.length}):`);
    for (const { input, message } of group.slice(0, NAMED))
      lines.push(`    ${input}${same ? "" : `: ${message}`}`);
    if (group.length > NAMED) lines.push(`    … and ${group.length - NAMED} more`);
  }
  lines.push("  --json gives all of them, each with its reason, under “failures”.");
  return lines;
}
