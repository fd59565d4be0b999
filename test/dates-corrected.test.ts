/** A person corrects the day of a document: "on Thursday" in it is another day then, and the one before when it is taken back. */
import { expect, test } from "vitest";
import type { Article, Ruling } from "../src/model.ts";
import { compare } from "../src/pipeline.ts";
import { byHand } from "../src/resolve/by-hand.ts";
import { resolveDocument } from "../src/resolve/document.ts";
import { newRuling, type RulingParts, undo } from "../src/rulings/new-ruling.ts";
import { segment } from "../src/segment/segment.ts";

const { doc } = byHand(
  "{s1 Ana Ruiz} {q1 said} on Thursday that {c1 the pier was safe}.\n\n{s2 Bo Lund} {q2 said} in March 2030 that {c2 the pier was old}.",
  segment,
  { outlet: "Northline", title: "The pier", publishedAt: "2031-03-07" },
);
const article: Article = (() => {
  const [thursday, march] = doc.statements;
  const statements = [
    { ...thursday!, saidAt: "2031-03-06" },
    { ...march!, saidAt: "2030-03" },
  ];
  return resolveDocument({ ...doc, statements });
})();

const { id, title, outlet } = article;
const moved = newRuling({
  action: "set-metadata",
  target: { type: "article", id, title, outlet },
  value: { publishedAt: "2031-03-14" },
  by: null,
  at: "2031-04-01T10:00:00Z",
  note: null,
} as RulingParts) as Ruling;
const NONE = { encoder: null, pairs: null };
const days = (articles: readonly Article[]) => articles[0]!.statements.map((s) => s.saidAt);

test("days that follow from the document's move with it, others stay", async () => {
  const { articles } = await compare([article], NONE, [moved]);
  expect(days(articles)).toEqual(["2031-03-13", "2030-03"]);
  expect(articles[0]!.machine?.statements?.map((s) => s.saidAt)).toEqual(["2031-03-06", "2030-03"]);
});

test("laid over again nothing changes; taken back all is as it was", async () => {
  const once = await compare([article], NONE, [moved]);
  const again = await compare(once.articles, NONE, once.rulings);
  expect(again.articles).toEqual(once.articles);
  const back = await compare(once.articles, NONE, [
    moved,
    undo(moved, null, "2031-04-01T11:00:00Z") as Ruling,
  ]);
  expect(days(back.articles)).toEqual(["2031-03-06", "2030-03"]);
  expect(back.articles[0]!.machine).toBeUndefined();
});
