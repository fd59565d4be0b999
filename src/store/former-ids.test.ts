import { expect, test } from "vitest";
import { withFormerIds } from "./former-ids.ts";
import type { NewPoint } from "./rows.ts";

function point(id: string, members: string[], rank = 0, formerly: string[] = []): NewPoint {
  const json = JSON.stringify({ id, formerly });
  return { id, members, rank, formerly, json, hash: `h ${id}` } as unknown as NewPoint;
}

const formerIds = (rows: readonly NewPoint[]) => Object.fromEntries(rows.map((r) => [r.id, r.formerly]));

test("a point that went is the one with most of its statements; what it was before stays known", () => {
  const before = [point("p_old", ["s_1", "s_2", "s_3"], 0, ["p_older"])];
  const after = withFormerIds([point("p_a", ["s_2", "s_3"], 1), point("p_b", ["s_1"])], before);
  expect(formerIds(after)).toEqual({ p_a: ["p_old", "p_older"], p_b: [] });
  expect(JSON.parse(after[0]!.json)).toEqual({ id: "p_a", formerly: ["p_old", "p_older"] });
  expect(after[0]!.hash).not.toBe("h p_a");
  expect(after[1]).toEqual(point("p_b", ["s_1"]));
});

test("two made one: the id that went leads to the one that stayed", () => {
  const before = [point("p_a", ["s_1"]), point("p_b", ["s_2"])];
  expect(formerIds(withFormerIds([point("p_a", ["s_1", "s_2"])], before))).toEqual({ p_a: ["p_b"] });
});

test("what is there again needs nobody to stand for it", () => {
  const before = [point("p_a", ["s_1", "s_2"], 0, ["p_b"])];
  const after = withFormerIds([point("p_a", ["s_1"]), point("p_b", ["s_2"], 1)], before);
  expect(formerIds(after)).toEqual({ p_a: [], p_b: [] });
});

test("of two with as many of its statements the weightier; with none it is forgotten", () => {
  const before = [point("p_old", ["s_1", "s_2"]), point("p_lost", ["s_9"])];
  const after = withFormerIds([point("p_a", ["s_1"], 1), point("p_b", ["s_2"], 0)], before);
  expect(formerIds(after)).toEqual({ p_a: [], p_b: ["p_old"] });
});

test("the same comparing again changes nothing", () => {
  const before = [point("p_old", ["s_1", "s_2"])];
  const fresh = () => [point("p_a", ["s_1", "s_2"])];
  const once = withFormerIds(fresh(), before);
  expect(withFormerIds(fresh(), once)).toEqual(once);
});
