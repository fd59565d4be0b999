import { expect, test } from "vitest";
import { labelsOf, type Roles, rolesOf, tokens } from "./tokens.ts";

const text = "“We’ll open it,” the well-known mayor said at 3.5 knots.";
const words = (list: { text: string }[]) => list.map((t) => t.text);
const none: Roles = { source: [], cue: [], content: [] };
const at = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });

test("words keep what joins them, marks stand alone, and gaps give the text back", () => {
  const list = tokens(text, 0, text.length);
  expect(words(list)).toEqual([
    "“",
    "We’ll",
    "open",
    "it",
    ",",
    "”",
    "the",
    "well-known",
    "mayor",
    "said",
    "at",
    "3.5",
    "knots",
    ".",
  ]);
  expect(list.map((t) => t.gap + t.text).join("")).toBe(text);
  for (const t of list) expect(text.slice(t.start, t.end)).toBe(t.text);
});

test("labels become passages and passages labels", () => {
  const list = tokens(text, 0, text.length);
  const roles: Roles = {
    source: [at("the well-known mayor")],
    cue: [at("said")],
    content: [at("“We’ll open it,”")],
  };
  const labels = labelsOf(list, roles);
  expect(rolesOf(list, labels, none)).toEqual(roles);
});

test("a role that is not touched keeps passages that begin within a word", () => {
  const list = tokens(text, 0, text.length);
  const inside = { start: text.indexOf("known"), end: text.indexOf(" said") };
  const before: Roles = { ...none, source: [inside] };
  const labels = labelsOf(list, before);
  labels[9] = "cue";
  expect(rolesOf(list, labels, before)).toEqual({ source: [inside], cue: [at("said")], content: [] });
});

test("passages outside of the shown stretch stay", () => {
  const list = tokens(text, text.indexOf("the"), text.length);
  const before: Roles = { ...none, content: [at("open it")] };
  const labels = labelsOf(list, before);
  labels[labels.length - 2] = "content";
  expect(rolesOf(list, labels, before).content).toEqual([at("open it"), at("knots")]);
});

test("marks that close the sentence before begin no passage, and marks alone are none", () => {
  const said = "It is so. We agree. He left.";
  const list = tokens(said, 0, said.length);
  const from = list.findIndex((t) => t.text === "We");
  const labels = list.map((_, i) => (i >= from - 1 && i <= from + 2 ? ("content" as const) : null));
  const start = said.indexOf("We");
  expect(rolesOf(list, labels, none).content).toEqual([{ start, end: said.indexOf(" He") }]);
  const alone = list.map((_, i) => (i === from - 1 ? ("content" as const) : null));
  expect(rolesOf(list, alone, none).content).toEqual([]);
});
