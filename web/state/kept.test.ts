import { expect, test } from "vitest";
import { kept } from "./kept.ts";

const answer = () => ({
  revision: 4,
  points: [
    { id: "a", cells: [{ n: 1 }, { n: 2 }] },
    { id: "b", cells: [] as { n: number }[] },
  ],
  next: null as string | null,
});

test("an answer that says the same is the very same", () => {
  const before = answer();
  expect(kept(before, answer())).toBe(before);
  expect(kept(before.points, answer().points)).toBe(before.points);
});

test("what changed is new, the rest is the same, wherever it stands now", () => {
  const before = answer();
  const after = answer();
  after.points = [{ id: "new", cells: [] }, after.points[1]!, { id: "a", cells: [{ n: 1 }, { n: 3 }] }];
  const made = kept(before, after);
  expect(made).toEqual(after);
  expect(made.points[1]).toBe(before.points[1]);
  expect(made.points[2]!.cells[0]).toBe(before.points[0]!.cells[0]);
  expect(made.points[2]).not.toBe(before.points[0]);
});

test("nothing is kept that is of another kind, shorter or longer", () => {
  expect(kept(null, { a: 1 })).toEqual({ a: 1 });
  expect(kept({ a: 1 }, [1])).toEqual([1]);
  expect(kept([1, 2], [1])).toEqual([1]);
  expect(kept({ a: 1, b: 2 }, { a: 1 })).toEqual({ a: 1 });
  expect(kept({ a: 1 }, { a: 1, b: null })).toEqual({ a: 1, b: null });
  expect(kept({ a: 1 }, null)).toBe(null);
});
