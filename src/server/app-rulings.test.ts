/** The API over a store in memory: corrections, what they change, and what leaves the desk. */
import { expect, test } from "vitest";
import type { Collection } from "../model.ts";
import { at, codeOf, eachWithApp, type Seat } from "./app.test-data.ts";
import type { App } from "./context.ts";
import * as contract from "./contract.ts";
import type { MemoryStore } from "./memory-store.test-data.ts";

let app: App;
let store: MemoryStore;
let sample: Collection;
let get: Seat["get"];
let post: Seat["post"];
eachWithApp((seat) => {
  ({ app, store, sample, get, post } = seat);
});

function anyStatement(): string {
  return sample.articles[2]!.statements[0]!.id;
}

test("corrections are kept as evidence and shown with the statement; undo and redo stand in the history", async () => {
  const id = anyStatement();
  const posted = await post(
    at("/rulings"),
    {
      by: "Ada",
      rulings: [
        { action: "set-act", on: { statement: id }, value: { act: "warn" } },
        { action: "note", on: { statement: id }, note: "Heard on tape." },
      ],
    },
    { "if-match": '"3"', "idempotency-key": "r-1" },
  );
  expect(posted.statusCode, posted.body).toBe(201);
  const answer = contract.rulingsPostedSchema.parse(posted.json());
  expect(answer.rulings.map((r) => r.summary)).toEqual(["Act set to warn", "Note"]);
  const [ruling] = await store.allRulings("river");
  const text = sample.articles[2]!.text;
  expect(ruling).toMatchObject({ action: "set-act", by: "Ada", value: { act: "warn", negated: null } });
  if (ruling?.target.type !== "statement") throw new Error("no statement");
  for (const p of ruling.target.passages) {
    expect(text.slice(p.start, p.start + p.exact.length)).toBe(p.exact);
    expect(text.slice(p.start - p.prefix.length, p.start)).toBe(p.prefix);
  }

  const view = await get(at(`/statements/${id}`), contract.statementViewSchema);
  expect(view.checking).toMatchObject({
    status: "corrected",
    by: "Ada",
    notes: [{ text: "Heard on tape." }],
  });
  const conflict = await post(
    at("/rulings"),
    { rulings: [{ action: "reject", on: { statement: id } }] },
    { "if-match": '"3"' },
  );
  expect([conflict.statusCode, codeOf(conflict)]).toEqual([412, "REVISION_CONFLICT"]);

  await post(at("/rulings"), { rulings: [{ action: "undo", on: { ruling: ruling.id } }] });
  const undone = await get(at("/rulings"), contract.rulingsAnswerSchema);
  expect(undone.rulings.map((r) => [r.summary, r.undone])).toEqual([
    ["Undone: Act set to warn", false],
    ["Note", false],
    ["Act set to warn", true],
  ]);
  await post(at("/rulings"), {
    rulings: [{ action: "undo", on: { ruling: undone.rulings[0]!.ruling.id } }],
  });
  const redone = await get(at("/rulings"), contract.rulingsAnswerSchema);
  expect(redone.rulings.at(-1)!.undone).toBe(false);
  const gone = await post(at("/rulings"), { rulings: [{ action: "accept", on: { statement: "s_gone" } }] });
  expect([gone.statusCode, codeOf(gone)]).toEqual([400, "RULING_UNPLACED"]);
});

test("two people who judge a statement differently leave it disputed", async () => {
  const id = anyStatement();
  await post(at("/rulings"), { by: "Ada", rulings: [{ action: "accept", on: { statement: id } }] });
  await post(at("/rulings"), { by: "Ben", rulings: [{ action: "reject", on: { statement: id } }] });
  const view = await get(at(`/statements/${id}`), contract.statementViewSchema);
  expect(view.checking.status).toBe("disputed");
});

test("what moves together is not parted", async () => {
  const from = sample.points.find((p) => p.positions.flatMap((q) => q.statements).length > 2)!;
  const other = sample.points.find((p) => p.id !== from.id)!;
  const [a, b, ...rest] = from.positions.flatMap((p) => p.statements) as [string, string, ...string[]];
  const moved = await post(at("/rulings"), {
    rulings: [a, b].map((statement) => ({
      action: "same-point",
      on: { statement, point: other.id, from: from.id },
    })),
  });
  const { rulings } = contract.rulingsPostedSchema.parse(moved.json());
  const apart = rulings.filter(({ ruling }) => ruling.action === "not-same-point");
  const pairs = apart.flatMap(({ ruling }) =>
    ruling.action === "not-same-point" ? [ruling.target.pair.map((t) => t.id)] : [],
  );
  expect(pairs.length).toBeGreaterThan(0);
  expect(pairs.every(([x, y]) => [a, b].includes(x!) && rest.includes(y!))).toBe(true);
});

test("moving and splitting become pairs of statements", async () => {
  const disputed = sample.points.find((p) => p.verdict === "disputed")!;
  const other = sample.points.find((p) => p.id !== disputed.id)!;
  const ids = disputed.positions.flatMap((p) => p.statements);
  const moved = await post(at("/rulings"), {
    rulings: [{ action: "same-point", on: { statement: ids[0]!, point: other.id } }],
  });
  const actions = moved.json().rulings.map((r: { ruling: { action: string } }) => r.ruling.action);
  expect(actions.at(-1)).toBe("same-point");
  expect(actions.filter((a: string) => a === "not-same-point")).toHaveLength(ids.length - 1);
  const all = await post(at("/rulings"), {
    rulings: [{ action: "not-same-point", on: { point: disputed.id, statements: ids } }],
  });
  expect(codeOf(all)).toBe("REQUEST_INVALID");
  const checked = await post(at("/rulings"), {
    by: "Ada",
    rulings: [{ action: "check", on: { point: disputed.id } }],
  });
  expect(checked.statusCode, checked.body).toBe(201);
  const point = await get(at(`/points/${disputed.id}`), contract.pointAnswerSchema);
  expect(point.checking).toMatchObject({ status: "checked", by: "Ada" });
});

test("a selection of text becomes a statement only where it is one of the document's", async () => {
  const article = sample.articles[2]!;
  const start = article.text.indexOf("A diplomat");
  const post1 = (content: { start: number; end: number }) =>
    post(at("/rulings"), {
      rulings: [
        {
          action: "add-statement",
          on: { article: "d_3" },
          value: { source: [{ start, end: start + 10 }], cue: [], content: [content], name: "Ada Lind" },
        },
      ],
    });
  const made = await post1({ start: start + 10, end: start + 40 });
  expect(made.statusCode, made.body).toBe(201);
  const { target } = made.json().rulings[0].ruling;
  expect(target.passages[1].exact).toBe(article.text.slice(start + 11, start + 40).trimEnd());
  expect(codeOf(await post1({ start: 5, end: 900_000 }))).toBe("REQUEST_INVALID");
});

test("changes name the points that came, went and changed, with what they were", async () => {
  await get(at("/board"), contract.boardAnswerSchema);
  const [first, second] = sample.points;
  store.compared({
    ...sample,
    points: [{ ...first!, verdict: "agreed" }, ...sample.points.slice(2)],
  });
  const changes = await get(at("/changes?since=3"), contract.changesAnswerSchema);
  expect(changes.points).toEqual([
    {
      change: "changed",
      id: first!.id,
      before: expect.objectContaining({ verdict: first!.verdict }),
      after: expect.objectContaining({ verdict: "agreed" }),
    },
    {
      change: "went",
      id: second!.id,
      before: expect.objectContaining({ label: second!.label }),
      after: null,
    },
  ]);
  const board = await get(at("/board"), contract.boardAnswerSchema);
  expect(board.points.find((p) => p.id === first!.id)!.verdict).toBe("agreed");
});

test("exports and the report go out as downloads, whole or checked only", async () => {
  const id = anyStatement();
  await post(at("/rulings"), { rulings: [{ action: "accept", on: { statement: id } }] });
  for (const to of contract.EXPORTS) {
    const answer = await app.inject({ url: at(`/export?to=${to}`) });
    expect(answer.statusCode, to).toBe(200);
    expect(answer.headers["content-disposition"], to).toMatch(/^attachment; filename="readout/);
    expect(answer.rawPayload.length, to).toBeGreaterThan(200);
  }
  const csl = (await app.inject({ url: at("/export?to=csl&checked=true") })).json();
  expect(csl).toHaveLength(1);
  const report = await app.inject({ url: at("/report.html") });
  expect(report.headers["content-disposition"]).toContain("attachment");
  expect(report.body).toContain("Daria Orsik");
  const saved = await app.inject({ url: at("/collection.json") });
  expect(saved.json().articles).toHaveLength(5);
});

test("a point that only got another id is neither new nor gone", async () => {
  await get(at("/board"), contract.boardAnswerSchema);
  const [first, second] = sample.points;
  // The memory's store knows no comings: it tells of what changed.
  const renamed = { ...first!, id: "p_later", formerly: [first!.id] };
  const changes = store.changes;
  store.changes = async (id, since) => {
    const all = await changes(id, since);
    return { ...all, points: { ...all.points, came: ["p_later", "p_other"] } };
  };
  store.compared({
    ...sample,
    points: [
      renamed,
      { ...second!, id: "p_other", verdict: "agreed", formerly: [] },
      ...sample.points.slice(2),
    ],
  });
  const { points } = await get(at("/changes?since=3"), contract.changesAnswerSchema);
  expect(points).toEqual([
    {
      change: "changed",
      id: "p_other",
      before: expect.objectContaining({ verdict: second!.verdict }),
      after: expect.objectContaining({ verdict: "agreed" }),
    },
  ]);
});

test("the history counts moves, not pairs and undos; an undo of an undo is a redo", async () => {
  const [point] = sample.points;
  const [one] = point!.positions[0]!.statements;
  const on = { point: point!.id, statements: [one!] };
  await post(at("/rulings"), { rulings: [{ action: "not-same-point", on }] });
  const made = await post(at("/rulings"), { rulings: [{ action: "accept", on: { statement: one! } }] });
  const undo = async (ruling: string) =>
    (await post(at("/rulings"), { rulings: [{ action: "undo", on: { ruling } }] })).json().rulings[0];
  const first = await undo(made.json().rulings[0].ruling.id);
  expect(first.summary).toBe("Undone: Found right");
  const history = () => get(at("/rulings"), contract.rulingsAnswerSchema);
  const before = await history();
  expect(before.total).toBeGreaterThan(3);
  expect(before.corrections).toEqual({ made: 2, undone: 1 });
  const second = await undo(first.ruling.id);
  expect(second.summary).toBe("Redone: Found right");
  expect((await history()).corrections).toEqual({ made: 2, undone: 0 });
  expect((await undo(second.ruling.id)).summary).toBe("Undone: Found right");
});

test("a holder that a person set is shown before the comparing has it", async () => {
  const id = anyStatement();
  await post(at("/rulings"), {
    rulings: [{ action: "set-speaker", on: { statement: id }, value: { speakers: [], name: "Mara Quist" } }],
  });
  const view = await get(at(`/statements/${id}`), contract.statementViewSchema);
  expect(view.holders.map((h) => [h.name, h.sure])).toEqual([["Mara Quist", true]]);
});
