/**
 * What each page is called: the number printed on it where most pages show one, else the label that the file gives,
 * else its place in the file. A page between two numbered ones is counted on from them.
 */
export function labelsOf(told: readonly (string | null)[], printed: readonly (string | null)[]): string[] {
  const numbered = printed.filter((label) => label !== null).length;
  const believed = numbered >= Math.max(1, printed.length * 0.4);
  return told.map((label, i) => {
    if (believed) return printed[i] ?? counted(printed, i) ?? label ?? String(i + 1);
    return label ?? printed[i] ?? String(i + 1);
  });
}

/** The number that a page without one would bear, by its neighbours. */
function counted(printed: readonly (string | null)[], at: number): string | null {
  for (let distance = 1; distance < printed.length; distance++) {
    for (const other of [at + distance, at - distance]) {
      const label = printed[other];
      if (label === undefined || label === null || !/^\d+$/.test(label)) continue;
      const value = Number(label) + at - other;
      return value > 0 ? String(value) : null;
    }
  }
  return null;
}
