import { expect, test } from "vitest";
import { pairsToMove, pairsToSplit } from "./point-moves.ts";

const nowhere = () => [];
const to = { id: "p_b", statements: ["b1", "b2", "b3", "b4"] };

test("a move names several statements of the point it goes to, since one may speak on another point too", () => {
  const { apart, joined } = pairsToMove("a1", { id: "p_a", statements: ["a1", "a2"] }, to, nowhere);
  expect(apart).toEqual([["a1", "a2"]]);
  expect(joined).toEqual([
    ["a1", "b1"],
    ["a1", "b2"],
    ["a1", "b3"],
    ["a1", "b4"],
  ]);
});

test("it leaves nobody whom it meets again where it goes", () => {
  const { apart, joined } = pairsToMove("a1", { id: "p_a", statements: ["a1", "b2", "a2"] }, to, nowhere);
  expect(apart).toEqual([["a1", "a2"]]);
  expect(joined).toContainEqual(["a1", "b2"]);
});

test("nor, where it can be helped, whom it meets on a third point", () => {
  const from = { id: "p_a", statements: ["a1", "a2", "a3"] };
  const third = (id: string) => (id === "a3" ? ["p_a"] : ["p_a", "p_c"]);
  expect(pairsToMove("a1", from, to, third).apart).toEqual([["a1", "a3"]]);
  expect(pairsToMove("a1", from, to, () => ["p_a", "p_c"]).apart).toEqual([
    ["a1", "a2"],
    ["a1", "a3"],
  ]);
});

test("a statement of no point is only joined; one that stands on the point already is never paired with itself", () => {
  expect(pairsToMove("a1", null, { id: "p_b", statements: ["b1"] }, nowhere)).toEqual({
    apart: [],
    joined: [["a1", "b1"]],
  });
  expect(
    pairsToMove("b2", null, to, nowhere)
      .joined.flat()
      .filter((id) => id === "b2"),
  ).toHaveLength(3);
});

test("what is split off stays together and leaves the rest", () => {
  const { apart, joined } = pairsToSplit(["b1", "b2"], to);
  expect(apart).toHaveLength(4);
  expect(joined).toEqual([["b1", "b2"]]);
});
