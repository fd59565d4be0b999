import { expect, test } from "vitest";
import { statusesAfter, withStatuses } from "./ahead.ts";

const view = (id: string) => ({ statement: { id }, checking: { status: "machine", by: null, at: null } });

test("only corrections of a statement tell its status ahead", () => {
  const statuses = statusesAfter([
    { action: "accept", on: { statement: "a" } },
    { action: "reject", on: { statement: "b" } },
    { action: "set-act", on: { statement: "c" }, value: { act: "deny" } },
    { action: "note", on: { statement: "d" }, note: "look" },
    { action: "check", on: { point: "p" } },
  ]);
  expect([...statuses]).toEqual([
    ["a", "checked"],
    ["b", "rejected"],
    ["c", "corrected"],
  ]);
});

test("statuses go into every answer that holds the statement, and leave the rest as it is", () => {
  const other = { statements: [view("x")] };
  const data = { positions: [{ statements: [view("a"), view("b")] }, other], revision: 3 };
  const next = withStatuses(data, new Map([["b", "rejected"]]), "Ann") as typeof data;
  expect(next.positions[0]!.statements[1]).toMatchObject({ checking: { status: "rejected", by: "Ann" } });
  expect(next.positions[0]!.statements[0]).toBe(data.positions[0]!.statements[0]);
  expect(next.positions[1]).toBe(other);
  expect(data.positions[0]!.statements[1]!.checking.status).toBe("machine");
  expect(withStatuses(data, new Map([["z", "rejected"]]), null)).toBe(data);
});
