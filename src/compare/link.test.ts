import { describe, expect, it } from "vitest";
import { chance as seeded } from "../../test/chance.ts";
import type { Claim } from "./claim.ts";
import { linkage } from "./link.ts";

/** Merges the two groups of the highest mean anew each time: what `linkage` must come to without taking means anew. */
function reference(statements: readonly string[], chance: (i: number, j: number) => number, least: number) {
  let groups = statements.map((_, i) => [i]);
  for (;;) {
    let best: { mean: number; a: number; b: number } | null = null;
    for (let a = 0; a < groups.length; a++)
      for (let b = a + 1; b < groups.length; b++) {
        const cross = groups[a]!.flatMap((i) => groups[b]!.map((j) => [i, j] as const)).filter(
          ([i, j]) => statements[i] !== statements[j],
        );
        if (!cross.some(([i, j]) => chance(i, j) >= least)) continue;
        const mean = cross.reduce((sum, [i, j]) => sum + Math.round(chance(i, j) * 1e4), 0) / cross.length;
        if (mean >= least * 1e4 && (!best || mean > best.mean)) best = { mean, a, b };
      }
    if (!best) return groups;
    const { a, b } = best;
    const grown = [...groups[a]!, ...groups[b]!].sort((x, y) => x - y);
    groups = groups.map((group, n) => (n === a ? grown : group)).filter((_, n) => n !== b);
  }
}

describe("linkage", () => {
  it("merges by the mean over all cross pairs, statement by statement", () => {
    const next = seeded(11);
    for (let round = 0; round < 40; round++) {
      const size = 6 + Math.floor(next() * 14);
      const statements = Array.from({ length: size }, () => `s${Math.floor(next() * size)}`);
      const table = Array.from({ length: size }, () =>
        Array.from({ length: size }, () => Math.round(next() ** 2 * 1e4) / 1e4),
      );
      const chance = (i: number, j: number) => table[Math.min(i, j)]![Math.max(i, j)]!;
      const pairs: [number, number][] = [];
      for (let i = 0; i < size; i++)
        for (let j = i + 1; j < size; j++) if (statements[i] !== statements[j]) pairs.push([i, j]);
      const claims = statements.map((statement) => ({ statement }) as Claim);
      for (const least of [0.2, 0.4, 0.6])
        expect(linkage(claims, pairs, chance, least)).toEqual(reference(statements, chance, least));
    }
  });

  it("does not run two questions together over one claim between them", () => {
    const claims = ["a", "b", "c", "d", "e"].map((statement) => ({ statement }) as Claim);
    const near = new Set(["0-1", "2-3", "1-4", "2-4"]);
    const chance = (i: number, j: number) =>
      near.has(`${Math.min(i, j)}-${Math.max(i, j)}`) ? (i + j === 1 || i + j === 5 ? 0.9 : 0.5) : 0;
    const pairs: [number, number][] = [
      [0, 1],
      [1, 4],
      [2, 3],
      [2, 4],
    ];
    const groups = linkage(claims, pairs, chance, 0.3);
    expect(groups.some((group) => group.includes(0) && group.includes(2))).toBe(false);
  });
});
