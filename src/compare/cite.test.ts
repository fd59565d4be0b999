import { expect, test } from "vitest";
import { cite } from "./cite.ts";

test("marks stand around exact words only", () => {
  expect(cite("the bridge is safe")).toBe("“the bridge is safe”");
  expect(cite("We will never sell the mill, “not ever,” she said")).toBe("“We will never sell the mill,” …");
  expect(cite("called it “a joke” and\nleft")).toBe("[called it “a joke” and left]");
  const long = `${"many words ".repeat(12)}here`;
  expect(cite(long)).toMatch(/^“(?:many words ?)+(?:many)?” …$/);
  for (const text of ["a b", long, "x\ny", "one two three four five six\nseven", "“all of it,”"]) {
    const inner = /“([^“”]*)”/.exec(cite(text))?.[1];
    if (inner !== undefined) expect(text).toContain(inner);
  }
});
