import { expect, test } from "vitest";
import type { RulingView } from "../../../src/server/contract.ts";
import { entriesOf } from "../../state/entries.ts";
import { entryStanding, isShown, standing } from "./entries.ts";

let made = 0;
const view = (change: Partial<RulingView["ruling"]> = {}, more: Partial<RulingView> = {}): RulingView =>
  ({
    ruling: {
      id: `r${++made}`,
      action: "same-point",
      target: { type: "statements" },
      by: "Ann",
      at: "2026-05-01T10:00:00Z",
      status: "applied",
      ...change,
    },
    undone: false,
    undoneBy: null,
    summary: "Put on one point",
    ...more,
  }) as RulingView;

test("the pairs of one move are one entry; another hand, time or deed is another", () => {
  const list = [
    view(),
    view({ at: "2026-05-01T09:59:59.999Z" }),
    view({ by: "Bo" }),
    view({ at: "2026-05-01T09:00:00Z" }),
    view({ action: "reject" }),
  ];
  expect(entriesOf(list).map((e) => e.views.length)).toEqual([2, 1, 1, 1]);
  expect(entriesOf(list).flatMap((e) => e.views)).toEqual(list);
});

test("statements judged at once are an entry each", () => {
  const found = () =>
    view({ action: "accept", target: { type: "statement" } as RulingView["ruling"]["target"] } as object);
  expect(entriesOf([found(), found()]).length).toBe(2);
});

test("an undone ruling is no matter for anybody, whatever else became of it", () => {
  expect(standing(view({ status: "orphaned" }, { undone: true, undoneBy: "r9" }))).toBe("undone");
  expect(standing(view({ status: null }))).toBe("stands");
  expect(standing(view({ status: "contradicted" }))).toBe("contradicted");
});

test("an entry stands as the worst of its pairs, and is undone only where all are", () => {
  const [mixed] = entriesOf([view({}, { undone: true }), view(), view({ status: "orphaned" })]);
  expect(entryStanding(mixed!)).toBe("orphaned");
  const [half] = entriesOf([view({}, { undone: true }), view()]);
  expect(entryStanding(half!)).toBe("stands");
  const [all] = entriesOf([view({}, { undone: true }), view({}, { undone: true })]);
  expect(entryStanding(all!)).toBe("undone");
});

test("filters", () => {
  const [lost] = entriesOf([view({ status: "orphaned" })]);
  const [moved] = entriesOf([view({ status: "reanchored", by: null })]);
  expect(isShown(lost!, "attention", "")).toBe(true);
  expect(isShown(moved!, "attention", "")).toBe(false);
  expect(isShown(moved!, "mine", "")).toBe(true);
  expect(isShown(lost!, "mine", "Ann")).toBe(true);
  expect(isShown(lost!, "mine", "Bo")).toBe(false);
  expect(isShown(lost!, "all", "Bo")).toBe(true);
});
