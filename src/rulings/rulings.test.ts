import { describe, expect, test } from "vitest";
import { readings } from "../../test/readings.ts";
import { checkArticle, loadCollection } from "../collection.ts";
import { statementId } from "../id.ts";
import { type Article, NO_CONSTRAINTS, type Ruling, type Statement, type StatementTarget } from "../model.ts";
import { rulingSchema } from "../schemas.ts";
import { passage } from "../span.ts";
import { machineRecord } from "./desk.ts";
import { inOrder, undoneBy } from "./history.ts";
import { describeMention } from "./mention-target.ts";
import { newRuling, type RulingParts, undo } from "./new-ruling.ts";
import { overlay } from "./overlay.ts";
import { describePassage, describeStatement } from "./statement-target.ts";

const { first } = readings(4);
const [article, other] = first as [Article, Article];

/** A ruling made at minute `n`. */
function rule(
  n: number,
  parts: Pick<RulingParts, "action" | "target" | "value"> & { note?: string },
): Ruling {
  const at = `2031-04-01T10:${String(n).padStart(2, "0")}:00Z`;
  return newRuling({ by: "A. Reader", note: null, ...parts, at } as RulingParts);
}

const on = (statement: Statement, where = article) => describeStatement(where, statement);
const now = (articles: readonly Article[], id: string) =>
  articles.flatMap((one) => one.statements).find((one) => one.id === id);
const plain = (statement: Statement | undefined) => statement?.content.map((p) => p.text).join(" ");
const top = (index: number, where = article) =>
  where.statements.filter((s) => s.source.length > 0 && s.content.length === 1 && s.parent === null)[index]!;

describe("history", () => {
  const act = (n: number, name: "deny" | "warn") =>
    rule(n, { action: "set-act", target: on(top(0)), value: { act: name, negated: null } });

  test("an id is a hash of what was ruled, whatever the order of the fields", () => {
    const a = act(1, "deny");
    const { value, ...rest } = a;
    expect(newRuling({ value: { negated: null, act: "deny" }, ...rest } as RulingParts).id).toBe(a.id);
    expect(act(2, "deny").id).not.toBe(a.id);
    expect(rulingSchema.safeParse(a).success).toBe(true);
    expect(JSON.parse(JSON.stringify(a))).toEqual(a);
  });

  test("goes by time, whatever the order given; the same ruling twice is one", () => {
    const [a, b, c] = [act(1, "deny"), act(2, "warn"), act(3, "deny")];
    expect(inOrder([c, a, b, a])).toEqual([a, b, c]);
    const zoned = { ...b, id: "r_zoned", at: "2031-04-01T13:30:00+03:00" };
    expect(inOrder([zoned, b, c]).map((r) => r.id)).toEqual([b.id, c.id, "r_zoned"]);
    expect(inOrder([a, { ...b, id: "r_undated", at: null }])[0]!.id).toBe("r_undated");
  });

  test("undo, redo, undo of the redo", () => {
    const a = act(1, "deny");
    const u1 = undo(a, null, "2031-04-01T11:00:00Z");
    const u2 = undo(u1, null, "2031-04-01T11:01:00Z");
    const u3 = undo(u2, null, "2031-04-01T11:02:00Z");
    expect(undoneBy([a, u1])).toEqual(new Map([[a.id, u1.id]]));
    expect(undoneBy([a, u1, u2])).toEqual(new Map([[u1.id, u2.id]]));
    expect(undoneBy([u3, u2, u1, a])).toEqual(
      new Map([
        [u2.id, u3.id],
        [a.id, u1.id],
      ]),
    );
    const actOf = (rulings: Ruling[]) => now(overlay(first, rulings).articles, top(0).id)!.act;
    expect(actOf([a])).toBe("deny");
    expect(actOf([a, u1])).toBe(top(0).act);
    expect(actOf([a, u1, u2])).toBe("deny");
    expect(actOf([a, u1, u2, u3])).toBe(top(0).act);
    expect(overlay(first, [a, u1, u2, u3]).articles).toEqual(first);
    expect(overlay(first, [a, u1]).rulings.map((r) => r.status)).toEqual(["contradicted", "applied"]);
  });

  test("an undo of what is not there is orphaned; a circle made by hand ends", () => {
    const lost = undo({ id: "r_nowhere" }, null, null);
    expect(overlay(first, [lost]).rulings[0]!.status).toBe("orphaned");
    const circle = [
      { ...lost, id: "r_a", target: { type: "ruling", id: "r_b" } },
      { ...lost, id: "r_b", target: { type: "ruling", id: "r_a" } },
    ] as Ruling[];
    expect(overlay(first, circle).rulings).toHaveLength(2);
  });
});

describe("what each action does", () => {
  test("nothing where nobody ruled", () => {
    expect(overlay(first, [])).toEqual({ articles: first, constraints: NO_CONSTRAINTS, rulings: [] });
  });

  test("reject takes a statement out and lists it; what stood in it stands where it stood", () => {
    const inner = first.flatMap((a) => a.statements.map((s) => ({ a, s }))).map(({ a, s }) => ({ a, s }));
    const nested = inner.find(({ a, s }) =>
      a.statements.some(
        (t) => t !== s && t.cue.some((c) => s.content.some((p) => p.start < c.start && c.end < p.end)),
      ),
    );
    const { a, s } = nested!;
    const child = a.statements.find(
      (t) => t !== s && t.cue.some((c) => s.content.some((p) => p.start < c.start && c.end < p.end)),
    )!;
    const linked = first.map((x) =>
      x === a ? { ...x, statements: x.statements.map((t) => (t === child ? { ...t, parent: s.id } : t)) } : x,
    );
    const { articles } = overlay(linked, [
      rule(1, { action: "reject", target: describeStatement(a, s), value: null }),
    ]);
    expect(now(articles, s.id)).toBeUndefined();
    expect(articles.flatMap((x) => x.rejected ?? []).map((t) => t.id)).toEqual([s.id]);
    expect(now(articles, child.id)!.parent).toBeNull();
    expect(articles.map(machineRecord)).toEqual(linked);
  });

  test("set-spans gives new words and an id of them; later rulings may name either", () => {
    const old = top(1);
    const content = old.content[0]!;
    const words = content.text.match(/\S+/g)!;
    const end = content.start + content.text.indexOf(words[3]!) + words[3]!.length;
    const drawn = describePassage(article, "content", { start: content.start, end });
    const spans = rule(1, { action: "set-spans", target: on(old), value: { passages: [drawn], empty: [] } });
    const one = overlay(first, [spans]);
    const id = one.rulings[0]!.found[0]!;
    expect(plain(now(one.articles, id))).toBe(article.text.slice(content.start, end));
    expect(id).toBe(statementId(article.id, now(one.articles, id)!));
    const corrected = one.articles.find((x) => x.id === article.id)!;
    const byNew = rule(2, {
      action: "set-act",
      target: describeStatement(corrected, now([corrected], id)!),
      value: { act: "threaten", negated: true },
    });
    const byOld = rule(3, { action: "set-kind", target: on(old), value: { kind: "belief" } });
    const both = overlay(first, [spans, byNew, byOld]);
    expect(both.rulings.map((r) => r.status)).toEqual(["applied", "applied", "applied"]);
    expect(now(both.articles, id)).toMatchObject({ act: "threaten", negated: true, kind: "belief" });
    for (const x of both.articles) checkArticle(x);
  });

  test("set-spans empties a role, but never all of them", () => {
    const target = on(top(2));
    const bare = rule(1, { action: "set-spans", target, value: { passages: [], empty: ["source"] } });
    const { articles, rulings } = overlay(first, [bare]);
    expect(now(articles, rulings[0]!.found[0]!)).toMatchObject({ source: [] });
    const nothing = rule(1, {
      action: "set-spans",
      target,
      value: { passages: [], empty: ["source", "cue", "content"] },
    });
    expect(overlay(first, [nothing]).rulings[0]!.status).toBe("orphaned");
  });

  test("add-statement puts one in by place, with form, holder and parent worked out", () => {
    const model = top(3);
    const without = first.map((a) =>
      a === article ? { ...a, statements: a.statements.filter((s) => s !== model) } : a,
    );
    const target = { ...on(model), reading: null };
    const value = { form: null, kind: null, act: null, negated: false, speakers: [] };
    const { articles, rulings } = overlay(without, [rule(1, { action: "add-statement", target, value })]);
    expect(rulings[0]).toMatchObject({ status: "applied", found: [model.id] });
    const added = now(articles, model.id)!;
    expect(added).toMatchObject({
      content: model.content,
      source: model.source,
      form: model.form,
      act: "assert",
      score: 1,
    });
    const order = articles.find((a) => a.id === article.id)!.statements.map((s) => s.id);
    expect(order).toEqual(article.statements.map((s) => s.id));
  });

  test("set-speaker takes a mention, a name that is known, or a new one", () => {
    const speaker = article.speakers.find((s) => !top(0).speakers.includes(s.id))!;
    const choose = (name: string, mention: boolean) =>
      overlay(first, [
        rule(1, {
          action: "set-speaker",
          target: on(top(0)),
          value: {
            speakers: [{ name, kind: null, mention: mention ? describeMention(article, speaker) : null }],
          },
        }),
      ]);
    for (const { articles } of [choose(speaker.name, true), choose(speaker.name.toUpperCase(), false)])
      expect(now(articles, top(0).id)).toMatchObject({
        speakers: [speaker.id],
        guess: null,
        speakerScore: 1,
      });
    const made = choose("Somebody Else", false);
    const holder = now(made.articles, top(0).id)!.speakers[0]!;
    const home = made.articles.find((a) => a.id === article.id)!;
    expect(home.speakers.find((s) => s.id === holder)).toMatchObject({
      name: "Somebody Else",
      kind: "person",
    });
    expect(made.articles.map(machineRecord)).toEqual(first);
  });

  test("set-metadata sets fields, and a readout's side speaks", () => {
    const target = { type: "article" as const, id: article.id, title: article.title, outlet: article.outlet };
    const { articles } = overlay(first, [
      rule(1, {
        action: "set-metadata",
        target,
        value: { publishedAt: "2031-02-02", kind: "readout", side: "Port of Lissen" },
      }),
    ]);
    const home = articles.find((a) => a.id === article.id)!;
    expect(home).toMatchObject({
      publishedAt: "2031-02-02",
      kind: "readout",
      side: "Port of Lissen",
      id: article.id,
    });
    expect(home.speakers.at(-1)).toMatchObject({ name: "Port of Lissen", kind: "body" });
    expect(home.machine).toMatchObject({ publishedAt: article.publishedAt, kind: "report", side: null });
    expect(articles.map(machineRecord)).toEqual(first);
  });

  test("pairs become what later stages must heed", () => {
    const [a, b] = [on(top(0)), on(top(0, other), other)];
    const [x, y] = [
      describeMention(article, article.speakers[0]!),
      describeMention(other, other.speakers[0]!),
    ];
    const rulings = [
      rule(1, { action: "same-point", target: { type: "statements", pair: [a, b] }, value: null }),
      rule(2, {
        action: "not-same-point",
        target: { type: "statements", pair: [a, on(top(1))] },
        value: { out: 0 },
      }),
      rule(3, {
        action: "set-relation",
        target: { type: "statements", pair: [b, a] },
        value: { verdict: "conflict", code: "date", text: "Two dates." },
      }),
      rule(4, {
        action: "set-question",
        target: { type: "point", id: "p_1", statements: [a, b] },
        value: { question: "Was it?" },
      }),
      rule(5, { action: "same-speaker", target: { type: "mentions", pair: [x, y] }, value: null }),
      rule(6, { action: "set-name", target: x, value: { name: "The One" } }),
      rule(7, { action: "set-side", target: y, value: { side: null } }),
    ] as Ruling[];
    const { constraints, rulings: after } = overlay(first, rulings);
    expect(after.map((r) => r.status)).toEqual(Array(7).fill("applied"));
    const pair = [a.id, b.id].sort();
    expect(constraints.together).toEqual([
      { ruling: rulings[0]!.id, pair },
      { ruling: rulings[2]!.id, pair },
    ]);
    expect(constraints.apart).toEqual([
      { ruling: rulings[1]!.id, pair: [a.id, top(1).id].sort(), out: a.id },
    ]);
    expect(constraints.relations).toEqual([
      { ruling: rulings[2]!.id, pair, verdict: "conflict", code: "date", text: "Two dates." },
    ]);
    expect(constraints.questions).toEqual([
      { ruling: rulings[3]!.id, statements: [a.id, b.id], question: "Was it?" },
    ]);
    expect(constraints.sameSpeaker).toEqual([{ ruling: rulings[4]!.id, pair: [x.id, y.id] }]);
    expect(constraints.names).toEqual([{ ruling: rulings[5]!.id, speaker: x.id, name: "The One" }]);
    expect(constraints.sides).toEqual([{ ruling: rulings[6]!.id, speaker: y.id, side: null }]);
  });
});

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
