import { expect, test } from "vitest";
import { pairsToMove, pairsToSplit } from "./point-moves.ts";

const to = { id: "p_b", statements: ["b1", "b2", "b3", "b4"] };

test("a move names several statements of the point it goes to, since one may speak on another point too", () => {
  const { apart, joined } = pairsToMove("a1", { id: "p_a", statements: ["a1", "a2"] }, to);
  expect(apart).toEqual([["a1", "a2"]]);
  expect(joined).toEqual([
    ["a1", "b1"],
    ["a1", "b2"],
    ["a1", "b3"],
    ["a1", "b4"],
  ]);
});

test("a statement of both points is not among those it joins", () => {
  const { joined } = pairsToMove("a1", { id: "p_a", statements: ["a1", "b2"] }, to);
  expect(joined.flat()).not.toContain("b2");
});

test("a statement of no point is only joined; one that stands on the point already is never paired with itself", () => {
  expect(pairsToMove("a1", null, { id: "p_b", statements: ["b1"] })).toEqual({
    apart: [],
    joined: [["a1", "b1"]],
  });
  expect(
    pairsToMove("b2", null, to)
      .joined.flat()
      .filter((id) => id === "b2"),
  ).toHaveLength(3);
});

test("what is split off stays together and leaves the rest", () => {
  const { apart, joined } = pairsToSplit(["b1", "b2"], to);
  expect(apart).toHaveLength(4);
  expect(joined).toEqual([["b1", "b2"]]);
});
