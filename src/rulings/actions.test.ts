import { describe, expect, test } from "vitest";
import { article, first, now, on, other, plain, rule, top } from "../../test/rulings-data.ts";
import { checkArticle } from "../collection.ts";
import { statementId } from "../id.ts";
import { NO_CONSTRAINTS, type Ruling } from "../model.ts";
import { machineRecord } from "./desk.ts";
import { describeMention } from "./mention-target.ts";
import { overlay } from "./overlay.ts";
import { describePassage, describeStatement } from "./statement-target.ts";

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
    const bond = { joins: true, out: null, stands: true };
    expect(constraints.bonds).toEqual([
      { ...bond, ruling: rulings[0]!.id, pair: [a.id, b.id] },
      { ...bond, ruling: rulings[1]!.id, pair: [a.id, top(1).id], joins: false, out: a.id },
      { ...bond, ruling: rulings[2]!.id, pair: [b.id, a.id] },
    ]);
    expect(constraints.relations).toEqual([
      { ruling: rulings[2]!.id, pair, verdict: "conflict", code: "date", text: "Two dates." },
    ]);
    expect(constraints.questions).toEqual([
      { ruling: rulings[3]!.id, point: "p_1", statements: [a.id, b.id], question: "Was it?" },
    ]);
    expect(constraints.sameSpeaker).toEqual([{ ruling: rulings[4]!.id, pair: [x.id, y.id] }]);
    expect(constraints.names).toEqual([{ ruling: rulings[5]!.id, speaker: x.id, name: "The One" }]);
    expect(constraints.sides).toEqual([{ ruling: rulings[6]!.id, speaker: y.id, side: null }]);
  });
});
