import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { sourcesIn } from "../../test/imports.ts";

/** What each letter means, wherever it is known: a finger that has learnt it in one view must do no harm in another. */
const MEANINGS: Record<string, RegExp> = {
  a: /^Fix the act/u,
  b: /^Part off/u,
  c: /^Note/u,
  d: /^Download/u,
  e: /^Fix which words/u,
  f: /^(Find|Filter)/u,
  h: /^The same point in the next document/u,
  i: /^Add/u,
  j: /^(Next|Leave it, next)/u,
  k: /^(Previous|Back)/u,
  l: /^Other columns/u,
  m: /^Move/u,
  n: /^Wrong/u,
  o: /^(Open its point|$)/u,
  p: /^Merge/u,
  q: /^Copy/u,
  r: /^(Rename|Reword)/u,
  s: /^Assign to a side/u,
  t: /^Paste a text/u,
  u: /^Undo your last/u,
  v: /^The point is right/u,
  w: /^Fix who/u,
  x: /^Mark/u,
  y: /^Right/u,
  z: /^Undo it/u,
};

const root = resolve(import.meta.dirname, "..");
const known = sourcesIn(root)
  .filter((file) => !file.includes(".test."))
  .flatMap((file) => {
    const text = readFileSync(join(file), "utf8");
    const bindings = text.matchAll(/keys: "([a-z])",\s*(?:name: "[^"]*",\s*)?label: "([^"]*)"/gu);
    return [...bindings].map(([, key, label]) => ({ file, key: key!, label: label! }));
  });

test("one letter means one thing in every view", () => {
  expect(known.length).toBeGreaterThan(50);
  expect(known.filter(({ key, label }) => !MEANINGS[key]?.test(label))).toEqual([]);
});
