import { describe, expect, it } from "vitest";
import { RELATION_WIDTH, relationLogs } from "./relation-head.ts";

/** A vector of length one that depends on the seed alone. */
function vector(seed: number): Float32Array {
  let state = seed;
  const values = Float32Array.from({ length: RELATION_WIDTH }, () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648 - 0.5;
  });
  const length = Math.hypot(...values);
  return values.map((value) => value / length);
}

describe("relationLogs", () => {
  it("gives chances that add up to one, whichever text comes first", () => {
    for (let seed = 1; seed < 20; seed++) {
      const [x, y] = [vector(seed), vector(seed + 100)];
      const logs = relationLogs(x, y)!;
      expect(logs).toHaveLength(4);
      expect(logs.reduce((sum, log) => sum + Math.exp(log), 0)).toBeCloseTo(1, 2);
      expect(relationLogs(y, x)).toEqual(logs);
    }
  });

  it("takes two texts of one vector for agreement rather than for conflict", () => {
    const [agree, conflict] = relationLogs(vector(7), vector(7))!;
    expect(agree).toBeGreaterThan(conflict!);
  });

  it("says nothing of vectors of another width", () => {
    expect(relationLogs(vector(3).slice(0, 26), vector(4).slice(0, 26))).toBeNull();
  });

  it("is fitted to vectors as wide as those that ship", () => {
    expect(RELATION_WIDTH).toBe(384);
  });
});
