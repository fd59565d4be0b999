/**
 * fixtures/statements: one folder a case, `input.txt` with marks in brackets (see `by-hand.ts`) under a few lines of
 * metadata, `expected.json` with the statements in brief. `READOUT_UPDATE=1 npx vitest run src/attribute/fixtures`
 * writes the expected files anew; read the difference before you commit it.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { ArticleKind, Attributed, Passage } from "../model.ts";
import { attribute } from "./attribute.ts";
import { type ByHand, tagged } from "./by-hand.ts";

const root = fileURLToPath(new URL("../../fixtures/statements/", import.meta.url));

function load(name: string): Attributed {
  const file = readFileSync(`${root}${name}/input.txt`, "utf8");
  const [head = "", ...body] = file.split("\n\n");
  const options: ByHand = {};
  for (const line of head.split("\n")) {
    const [key, value = ""] = line.split(": ");
    if (key === "publishedAt") options.publishedAt = value;
    if (key === "kind") options.kind = value as ArticleKind;
    if (key === "turns") options.turns = true;
  }
  return attribute(tagged(body.join("\n\n").trimEnd(), options));
}

/** What a reader of the fixture wants to see; empty and usual values are left out. */
function brief({ statements }: Attributed): object[] {
  const place = new Map(statements.map((s, i) => [s.id, i]));
  const words = (passages: Passage[]) => passages.map((p) => p.text);
  return statements.map((s) => ({
    act: s.act,
    kind: s.kind,
    form: s.form,
    ...(s.negated ? { negated: true } : {}),
    ...(s.parent ? { parent: place.get(s.parent) } : {}),
    source: words(s.source),
    cue: words(s.cue),
    content: words(s.content),
    ...(s.addressee.length ? { addressee: words(s.addressee) } : {}),
    ...(s.medium.length ? { medium: words(s.medium) } : {}),
    ...(s.refersTo.length ? { refersTo: words(s.refersTo) } : {}),
    ...(s.saidAt ? { saidAt: s.saidAt } : {}),
    score: s.score,
  }));
}

const names = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

test.each(names)("fixture %s", (name) => {
  const path = `${root}${name}/expected.json`;
  const got = brief(load(name));
  if (process.env.READOUT_UPDATE === "1") writeFileSync(path, `${JSON.stringify(got, null, 1)}\n`);
  expect(got).toEqual(JSON.parse(readFileSync(path, "utf8")));
});
