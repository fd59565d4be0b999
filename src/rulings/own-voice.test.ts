/** Rulings on sentences in a document's own voice: comparing makes these, so that reading has none to lay anything over. */
import { expect, test } from "vitest";
import { readings } from "../../test/readings.ts";
import type { Ruling, StatementTarget } from "../model.ts";
import { newRuling, type RulingParts } from "./new-ruling.ts";
import { overlay } from "./overlay.ts";
import { describePassage, describeStatement } from "./statement-target.ts";

const { first } = readings(6);
const article = first.find(({ text }) => /Nobody on the quay/u.test(text))!;
const start = article.text.indexOf("Nobody on the quay");
const span = { start, end: article.text.indexOf(".", start) };
const narrated: StatementTarget = {
  type: "statement",
  id: "n_quay",
  article: article.id,
  passages: [describePassage(article, "content", span)],
  reading: { form: "indirect", kind: "speech", act: "assert", negated: false, speakers: [] },
};
const said = describeStatement(article, article.statements[0]!);

const rule = (parts: object) =>
  newRuling({ by: null, at: "2031-04-01T10:00:00Z", note: null, ...parts } as RulingParts) as Ruling;
const pair = { type: "statements", pair: [narrated, said] };

test.each([
  ["same-point", { action: "same-point", target: pair, value: null }],
  [
    "set-relation",
    { action: "set-relation", target: pair, value: { verdict: "conflict", code: null, text: null } },
  ],
  ["not-same-point", { action: "not-same-point", target: pair, value: { out: 0 } }],
])("%s of one with a statement names it by its own id and puts no statement in its place", (_, parts) => {
  const { articles, constraints, rulings } = overlay(first, [rule(parts)]);
  expect(rulings[0]).toMatchObject({ status: "applied", found: ["n_quay", said.id] });
  expect(articles).toEqual(first);
  expect(constraints.bonds.map((one) => one.pair)).toEqual([["n_quay", said.id]]);
});

test("a point's question is kept for those of its statements that nobody is said to have said", () => {
  const target = { type: "point", id: "p_1", statements: [narrated] };
  const { constraints, rulings } = overlay(first, [
    rule({ action: "set-question", target, value: { question: "Was it loud?" } }),
  ]);
  expect(rulings[0]!.status).toBe("applied");
  expect(constraints.questions).toMatchObject([{ statements: ["n_quay"], question: "Was it loud?" }]);
});

test("where its words are gone the ruling is orphaned", () => {
  const { exact: _, ...place } = narrated.passages[0]!;
  const elsewhere = { ...narrated, passages: [{ ...place, exact: "words that no document here has" }] };
  const target = { type: "statements", pair: [elsewhere, said] };
  const { constraints, rulings } = overlay(first, [rule({ action: "same-point", target, value: null })]);
  expect(rulings[0]!.status).toBe("orphaned");
  expect(constraints.bonds).toEqual([]);
});
