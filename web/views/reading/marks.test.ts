import { expect, test } from "vitest";
import type { StatementView } from "../../../src/server/contract.ts";
import { stretches } from "../../parts/stretches.ts";
import { depths, type Mark, markings, spanOf, statementAt, walk } from "./marks.ts";

const text = "Lee said Moss had denied it. Rain fell.";
const at = (part: string) => {
  const start = text.indexOf(part);
  return { start, end: start + part.length, text: part };
};

/** As much of a view as marking looks at. */
function view(
  id: string,
  parts: [string, string, string],
  parent: string | null,
  status = "machine",
): StatementView {
  const [source, cue, content] = parts;
  const statement = {
    id,
    parent,
    form: "indirect",
    source: [at(source)],
    cue: [at(cue)],
    content: [at(content)],
  };
  const start = at(source).start;
  return {
    statement,
    checking: { status },
    extent: { start, end: at(content).end },
  } as unknown as StatementView;
}

const outer = view("a", ["Lee", "said", "Moss had denied it"], null);
const inner = view("b", ["Moss", "denied", "it"], "a");

test("a statement in another's content is one deeper; a circle of parents ends", () => {
  expect(depths([outer, inner])).toEqual(
    new Map([
      ["a", 0],
      ["b", 1],
    ]),
  );
  expect(
    depths([view("a", ["Lee", "said", "it"], "b"), view("b", ["Moss", "denied", "it"], "a")]).get("a"),
  ).toBe(1);
});

test("stretches cover the text once, nested marks together", () => {
  const pieces = stretches(text, 0, markings([outer, inner], []));
  expect(pieces.map((p) => p.text).join("")).toBe(text);
  const it = pieces.find((p) => p.text === "it");
  expect(it?.values.map((m: Mark) => `${m.statement} ${m.role}`)).toEqual(["a content", "b content"]);
});

test("rejected statements leave their words bare and are not walked", () => {
  const rejected = view("b", ["Moss", "denied", "it"], "a", "rejected");
  expect(markings([outer, rejected], []).every((m) => m.value.statement === "a")).toBe(true);
  expect(walk([rejected, outer]).map((v) => v.statement.id)).toEqual(["a"]);
});

test("a click means the innermost statement, again the one around it", () => {
  const marks = stretches(text, 0, markings([outer, inner], [])).find((p) => p.text === "it")!.values;
  expect(statementAt(marks, null)).toBe("b");
  expect(statementAt(marks, "b")).toBe("a");
  expect(statementAt(marks, "a")).toBe("b");
  expect(statementAt([], "a")).toBeNull();
});

test("passages in addresses", () => {
  expect(spanOf("3-17")).toEqual({ start: 3, end: 17 });
  for (const bad of ["17-3", "3", "a-b", null]) expect(spanOf(bad)).toBeNull();
});
