import { expect, test } from "vitest";
import type { Act } from "../model.ts";
import { riverSample } from "../report/sample.ts";
import { view } from "../report/view.ts";
import { sayingOf } from "./saying.ts";

const found = [...view(riverSample()).statements.values()];
const line = (of: (typeof found)[number]) => {
  const { lead, words } = sayingOf(of);
  return [lead, words.map((w) => w.text).join("")].filter((x) => x !== null).join(" ");
};
const said = (content: string) =>
  found.find((f) => f.statement.content.some((p) => p.text.includes(content)) && !f.narrated)!;

test("denied words come with their cue, and “it” with what it stands for", () => {
  const denial = found.find((f) => f.statement.content[0]?.text === "it")!;
  expect(line(denial)).toBe("flatly denied it [President Tomas Reker of Arland had given his word]");
});

test("the holder’s own speech stands in quotation marks without a cue", () => {
  expect(line(said("There was no such promise"))).toBe(
    "“There was no such promise, and no date was named in that room,”",
  );
});

test("where the document has no cue, the act is told", () => {
  const plain = said("Kestria also asked to buy");
  const statement = { ...plain.statement, cue: [], act: "deny" as Act };
  expect(sayingOf({ ...plain, statement }).lead).toBe("denied:");
  expect(sayingOf({ ...plain, statement: { ...statement, act: "assert" } }).lead).toBe(null);
  expect(sayingOf({ ...plain, narrated: true }).lead).toBe(null);
});
