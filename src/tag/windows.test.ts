import { describe, expect, it } from "vitest";
import { MAX, planWindows } from "./windows.ts";

function random(seed: number) {
  let x = seed;
  return () => {
    x = (x * 1103515245 + 12345) & 0x7fffffff;
    return x / 0x7fffffff;
  };
}

describe("planWindows", () => {
  it("gives every piece to exactly one window, in order, and none is too long", () => {
    const next = random(7);
    for (let round = 0; round < 200; round++) {
      const lengths = Array.from({ length: 1 + Math.floor(next() * 30) }, () =>
        Math.floor(next() < 0.1 ? next() * 1500 : next() < 0.1 ? 0 : next() * 260),
      );
      const seen = lengths.map(() => 0);
      for (const window of planWindows(lengths)) {
        const size = window.reduce((sum, s) => sum + s.end - s.start + 1, 1);
        expect(size).toBeLessThanOrEqual(MAX);
        for (const s of window) {
          if (s.keepTo <= s.keepFrom) continue;
          expect(s.keepFrom).toBe(seen[s.paragraph]);
          expect(s.start <= s.keepFrom && s.keepTo <= s.end).toBe(true);
          seen[s.paragraph] = s.keepTo;
        }
      }
      expect(seen).toEqual(lengths);
    }
  });

  it("packs whole paragraphs, each once", () => {
    const [first, second] = planWindows([200, 30, 0, 100]);
    expect(first!.map((s) => [s.paragraph, s.keepTo - s.keepFrom])).toEqual([
      [0, 200],
      [1, 30],
    ]);
    expect(second!.map((s) => [s.paragraph, s.keepTo - s.keepFrom])).toEqual([[3, 100]]);
  });
});
