import { describe, expect, test } from "vitest";
import { article, first, now, on, plain, rule, top } from "../../test/rulings-data.ts";
import { loadCollection } from "../collection.ts";
import { statementId } from "../id.ts";
import { type Article, NO_CONSTRAINTS, type Ruling, type StatementTarget } from "../model.ts";
import { passage } from "../span.ts";
import { describeMention } from "./mention-target.ts";
import { undo } from "./new-ruling.ts";
import { overlay } from "./overlay.ts";

describe("contradicted, orphaned", () => {
  const statuses = (rulings: Ruling[]) => overlay(first, rulings).rulings.map((r) => r.status);
  const target = on(top(0));

  test("the later of two stands; two who say the same both do", () => {
    const act = (n: number, name: "deny" | "warn") =>
      rule(n, { action: "set-act", target, value: { act: name, negated: null } });
    expect(statuses([act(1, "deny"), act(2, "warn")])).toEqual(["contradicted", "applied"]);
    expect(statuses([act(1, "deny"), act(2, "deny")])).toEqual(["applied", "applied"]);
    expect(now(overlay(first, [act(2, "warn"), act(1, "deny")]).articles, target.id)!.act).toBe("warn");
    const later = act(2, "warn");
    expect(statuses([act(1, "deny"), later, undo(later, null, "2031-04-01T12:00:00Z")])).toEqual([
      "applied",
      "contradicted",
      "applied",
    ]);
  });

  test("accept after reject, reject after accept", () => {
    const accept = (n: number) => rule(n, { action: "accept", target, value: null });
    const reject = (n: number) => rule(n, { action: "reject", target, value: null });
    expect(statuses([accept(1), reject(2)])).toEqual(["contradicted", "applied"]);
    expect(now(overlay(first, [reject(1), accept(2)]).articles, target.id)).toBeDefined();
  });

  test("together and apart, also by way of a third", () => {
    const [a, b, c] = [on(top(0)), on(top(1)), on(top(2))];
    const same = (n: number, x: StatementTarget, y: StatementTarget) =>
      rule(n, { action: "same-point", target: { type: "statements", pair: [x, y] }, value: null });
    const apart = (n: number, x: StatementTarget, y: StatementTarget) =>
      rule(n, {
        action: "not-same-point",
        target: { type: "statements", pair: [x, y] },
        value: { out: null },
      });
    expect(statuses([same(1, a, b), apart(2, a, b)])).toEqual(["contradicted", "applied"]);
    expect(statuses([apart(1, a, b), same(2, b, a)])).toEqual(["contradicted", "applied"]);
    expect(statuses([apart(1, a, c), same(2, a, b), same(3, b, c)])).toEqual([
      "contradicted",
      "applied",
      "applied",
    ]);
    expect(statuses([same(1, a, b), same(2, b, c), apart(3, a, c)])).toEqual([
      "contradicted",
      "applied",
      "applied",
    ]);
  });

  test("another document's rulings are orphaned and kept", () => {
    const elsewhere: StatementTarget = {
      type: "statement",
      id: "s_x",
      article: "a_x",
      passages: [
        { role: "content", exact: "words that no document here has", prefix: "", suffix: "", start: 0 },
      ],
      reading: null,
    };
    const rulings = [
      rule(1, { action: "accept", target: elsewhere, value: null }),
      rule(2, { action: "set-spans", target: elsewhere, value: { passages: [], empty: ["cue"] } }),
      rule(3, {
        action: "same-point",
        target: { type: "statements", pair: [elsewhere, target] },
        value: null,
      }),
      rule(4, {
        action: "set-metadata",
        target: { type: "article", id: "a_x", title: null, outlet: null },
        value: { title: "X" },
      }),
      rule(5, {
        action: "set-name",
        target: {
          ...describeMention(article, article.speakers[0]!),
          article: "a_x",
          id: "h_x",
          passage: null,
        },
        value: { name: "X" },
      }),
      rule(6, {
        action: "note",
        target: { type: "point", id: "p_x", statements: [elsewhere] },
        value: null,
        note: "See page 3.",
      }),
    ] as Ruling[];
    const laid = overlay(first, rulings);
    expect(laid.rulings.map((r) => r.status)).toEqual(Array(6).fill("orphaned"));
    expect(laid.articles).toEqual(first);
    expect(laid.constraints).toEqual(NO_CONSTRAINTS);
  });

  test("a document taken in anew, under another id and with other offsets: its rulings are found by their words", () => {
    const before = "Corrected on Friday.\n\n";
    const text = before + article.text;
    const move = (p: { start: number; end: number }) =>
      passage(text, p.start + before.length, p.end + before.length);
    const again: Article = {
      ...article,
      id: "a_again",
      text,
      statements: article.statements.map((s) => {
        const spans = {
          source: s.source.map(move),
          cue: s.cue.map(move),
          content: s.content.map(move),
          via: s.via.map(move),
        };
        return { ...s, ...spans, id: statementId("a_again", spans) };
      }),
    };
    const laid = overlay(
      [again],
      [rule(1, { action: "set-act", target, value: { act: "threaten", negated: null } })],
    );
    expect(laid.rulings[0]!.status).toBe("reanchored");
    const found = now(laid.articles, laid.rulings[0]!.found[0]!)!;
    expect(found.act).toBe("threaten");
    expect(plain(found)).toBe(plain(top(0)));
  });
});

test("what a later ruling contradicts is handed on as done, and as standing no more", () => {
  const pair = [on(top(0)), on(top(1))];
  const target = { type: "statements" as const, pair: pair as [StatementTarget, StatementTarget] };
  const { bonds } = overlay(first, [
    rule(1, { action: "same-point", target, value: null }),
    rule(2, { action: "not-same-point", target, value: { out: 1 } }),
  ]).constraints;
  expect(bonds.map(({ joins, out, stands }) => ({ joins, out, stands }))).toEqual([
    { joins: true, out: null, stands: false },
    { joins: false, out: pair[1]!.id, stands: true },
  ]);
});

test("laid over again, nothing changes; order of rulings neither; a saved article loads", () => {
  const rulings = [
    rule(1, { action: "reject", target: on(top(0)), value: null }),
    rule(2, { action: "set-act", target: on(top(1)), value: { act: "deny", negated: true } }),
    rule(3, { action: "set-spans", target: on(top(2)), value: { passages: [], empty: ["source"] } }),
    rule(4, {
      action: "set-metadata",
      target: { type: "article", id: article.id, title: null, outlet: null },
      value: { outlet: "The Tide" },
    }),
  ] as Ruling[];
  const once = overlay(first, rulings);
  const twice = overlay(JSON.parse(JSON.stringify(once.articles)), JSON.parse(JSON.stringify(once.rulings)));
  expect(twice).toEqual(once);
  expect(overlay(first, [...rulings].reverse())).toEqual(once);
  const collection = {
    format: "readout/1",
    generator: { name: "readout", version: "0", models: [] },
    articles: once.articles,
    rulings: once.rulings,
  };
  const empty = Object.fromEntries(
    ["speakers", "sides", "points", "shifts", "absences", "variants", "copies", "warnings", "failures"].map(
      (k) => [k, []],
    ),
  );
  expect(loadCollection(JSON.parse(JSON.stringify({ ...collection, ...empty }))).articles).toEqual(
    once.articles,
  );
});
