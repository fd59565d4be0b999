/** The API over a store in memory: every group of routes that answers, the checks before them. */
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

test("collections are listed, made once by key, named and deleted on their revision", async () => {
  const { collections } = await get("/api/collections", contract.collectionsAnswerSchema);
  expect(collections).toMatchObject([{ id: "river", documents: 5, state: "ready", revision: 3 }]);
  const one = await app.inject({ url: at("") });
  expect(one.headers.etag).toBe('"3"');

  const made = await post("/api/collections", { name: "  Dam  " }, { "idempotency-key": "k1" });
  expect([made.statusCode, made.json().name]).toEqual([201, "Dam"]);
  const again = await post("/api/collections", { name: "Dam" }, { "idempotency-key": "k1" });
  expect(again.json().id).toBe(made.json().id);
  const other = await post("/api/collections", { name: "Lake" }, { "idempotency-key": "k1" });
  expect([other.statusCode, codeOf(other)]).toEqual([422, "IDEMPOTENCY_MISMATCH"]);

  const rename = (headers: Record<string, string>) =>
    app.inject({ method: "PATCH", url: at(""), payload: { name: "Halde dam" }, headers });
  expect(codeOf(await rename({ "if-match": "none" }))).toBe("REQUEST_INVALID");
  const renamed = await rename({ "if-match": '"3"' });
  expect([renamed.statusCode, renamed.headers.etag]).toEqual([200, '"4"']);
  const late = await rename({ "if-match": '"3"' });
  expect([late.statusCode, codeOf(late)]).toEqual([412, "REVISION_CONFLICT"]);
  const gone = await app.inject({ method: "DELETE", url: at(""), headers: { "if-match": '"4"' } });
  expect([gone.statusCode, gone.body]).toEqual([204, ""]);
  expect((await app.inject({ url: at("/board") })).statusCode).toBe(404);
});

test("bad input is told by one code with what is wrong", async () => {
  const cases = [
    await post("/api/collections", { name: "" }),
    await post("/api/collections", { name: 7 }),
    await app.inject({ url: at("/board?limit=0") }),
    await app.inject({ url: at("/board?verdict=wrong") }),
    await app.inject({ url: at("/statements?act=shout") }),
    await app.inject({
      method: "POST",
      url: "/api/collections",
      payload: "{",
      headers: { "content-type": "application/json" },
    }),
    await post(at("/documents"), {}),
    await post(at("/rulings"), { rulings: [{ action: "explode", on: { statement: "x" } }] }),
  ];
  for (const answer of cases) {
    expect([answer.statusCode, codeOf(answer)]).toEqual([400, "REQUEST_INVALID"]);
    expect(answer.json().error.message).toMatch(/not as the API reads it/);
  }
  for (const url of ["/api/nothing", at("/points/p_none"), at("/documents/d_none"), at("/speakers/k_none")]) {
    const answer = await app.inject({ url });
    expect([answer.statusCode, codeOf(answer)]).toEqual([404, "NOT_FOUND"]);
  }
});

test("files, a pasted text and an address become documents; a repeated request adds nothing", async () => {
  const form = new FormData();
  form.append("files", new Blob(["One said it."], { type: "text/plain" }), "folder/one.txt");
  form.append("files", new Blob(["Two said it."]), "../../etc/two.txt");
  const request = new Request("http://localhost/", { method: "POST", body: form });
  const payload = Buffer.from(await request.arrayBuffer());
  const headers = { "content-type": request.headers.get("content-type")!, "idempotency-key": "up-1" };
  const send = () => app.inject({ method: "POST", url: at("/documents"), payload, headers });
  const first = await send();
  expect(first.statusCode, first.body).toBe(202);
  const posted = contract.documentsPostedSchema.parse(first.json());
  expect(posted.documents.map((d) => [d.name, d.status])).toEqual([
    ["folder/one.txt", "queued"],
    ["etc/two.txt", "queued"],
  ]);
  expect((await send()).json().documents).toEqual(first.json().documents);
  expect(store.given).toHaveLength(2);

  const text = await post(at("/documents"), { text: "The mayor denied it.", title: "Note", kind: "report" });
  expect(text.statusCode, text.body).toBe(202);
  const address = await post(at("/documents"), { url: "https://paper.example/a" });
  expect(address.json().documents[0].origin).toEqual({
    kind: "address",
    address: "https://paper.example/a",
    of: null,
  });
  expect(store.given.slice(2)).toMatchObject([
    { kind: "text", metadata: { title: "Note", kind: "report", side: null } },
    { kind: "address", url: "https://paper.example/a" },
  ]);

  const page = await get(at("/documents?limit=6"), contract.documentsAnswerSchema);
  expect([page.documents.length, page.total, page.next]).toEqual([6, 9, "6"]);
  const queued = await get(at("/documents?status=queued"), contract.documentsAnswerSchema);
  expect([queued.documents.length, queued.total]).toEqual([4, 4]);
});

test("a document comes with its text, statements in order and where each stands", async () => {
  const answer = await get(at("/documents/d_3"), contract.documentAnswerSchema);
  const { article, statements } = answer;
  expect(article?.outlet).toBe("Northline");
  expect(statements.length).toBeGreaterThan(8);
  for (const s of statements) {
    for (const p of [...s.statement.source, ...s.statement.content, s.extent])
      expect(article!.text.slice(p.start, p.end)).toBe(p.text);
    expect(article!.text.slice(s.context.start, s.context.end)).toBe(s.context.text);
    expect(s.context.text).toContain(s.extent.text);
    expect(s.checking.status).toBe("machine");
  }
  const starts = statements.map((s) => s.extent.start);
  expect(starts).toEqual([...starts].sort((a, b) => a - b));
  const nested = statements.find((s) => s.statement.act === "promise")!;
  expect(nested.holders.map((h) => h.name)).toEqual(["Tomas Reker"]);
  expect(nested.reportedBy[0]?.map((h) => h.name)).toEqual(["Daria Orsik"]);
  expect(article!.paragraphs.length).toBeGreaterThan(5);
});

test("a document's original is only ever a download", async () => {
  const answer = await app.inject({ url: at("/documents/d_5/original") });
  expect(answer.headers["content-type"]).toBe("application/octet-stream");
  expect(answer.headers["content-disposition"]).toBe(
    "attachment; filename=\"lissen-herald.html\"; filename*=UTF-8''lissen-herald.html",
  );
  expect(answer.headers["x-content-type-options"]).toBe("nosniff");
});

test("the board has a cell for each position and side, with exact words", async () => {
  const board = await get(at("/board"), contract.boardAnswerSchema);
  expect(board.columns.map((c) => c.name)).toEqual(["Arland", "Kestria", "No side"]);
  expect(board.total).toBe(sample.points.length);
  const texts = new Map(sample.articles.map((a) => [a.id, a.text]));
  for (const point of board.points) {
    expect(point.cells.length, point.label).toBeGreaterThan(0);
    for (const cell of point.cells)
      expect(texts.get(cell.quote.article)!.slice(cell.quote.start, cell.quote.end)).toBe(cell.quote.text);
  }
  // In quotation marks stands only what the holder said in these words.
  const forms = new Map(sample.articles.flatMap((a) => a.statements).map((s) => [s.id, s.form]));
  const cells = board.points.flatMap((p) => p.cells);
  expect(new Set(cells.map((c) => c.verbatim))).toEqual(new Set([true, false]));
  for (const cell of cells)
    if (cell.verbatim) expect([forms.get(cell.statement), cell.narrated]).toEqual(["direct", false]);
  const disputed = board.points.find((p) => p.verdict === "disputed")!;
  const sides = new Map(board.columns.map((c) => [c.id, c.name]));
  const split = disputed.cells.map((c) => `${sides.get(c.column)} ${c.stance}`);
  expect(split).toContain("Arland no");
  expect(split).toContain("Kestria yes");
  // The wire and its reprint carry the same words: one independent account, two statements.
  const wire = disputed.cells.find((c) => c.stance === "no" && c.count >= 2)!;
  expect(wire.independent).toBeLessThan(wire.count);
  expect(Object.values(board.verdicts).reduce((a, b) => a + b, 0)).toBe(board.total);

  const filtered = await get(at("/board?verdict=disputed&verdict=divergent"), contract.boardAnswerSchema);
  expect(new Set(filtered.points.map((p) => p.verdict))).toEqual(new Set(["disputed", "divergent"]));
  expect(filtered.verdicts).toEqual(board.verdicts);
  const speakers = await get(at("/board?by=speakers"), contract.boardAnswerSchema);
  expect(speakers.columns.map((c) => c.name)).toContain("Daria Orsik");
  const outlets = await get(at("/board?by=outlets"), contract.boardAnswerSchema);
  expect(outlets.columns.map((c) => c.name)).toContain("Northline");
});

test("a browser that has an answer already gets 304, until something changes", async () => {
  const first = await app.inject({ url: at("/board") });
  const headers = { "if-none-match": first.headers.etag as string };
  expect((await app.inject({ url: at("/board"), headers })).statusCode).toBe(304);
  await post(at("/rulings"), {
    rulings: [{ action: "accept", on: { statement: sample.articles[0]!.statements[0]!.id } }],
  });
  expect((await app.inject({ url: at("/board"), headers })).statusCode).toBe(200);
});

test("a point shows its statements in context, what decides it word by word, and its timeline", async () => {
  const disputed = sample.points.find((p) => p.verdict === "disputed")!;
  const point = await get(at(`/points/${disputed.id}`), contract.pointAnswerSchema);
  expect(point.positions).toHaveLength(disputed.positions.length);
  const [left, right] = disputed.decisive!.evidence;
  const words = point.decisive!.words;
  const side = (name: "left" | "right") =>
    words
      .filter((w) => w.in === name || w.in === "both")
      .map((w) => w.text)
      .join("");
  const flat = (s: string) => s.replace(/\s+/gu, " ").trim();
  expect([flat(side("left")), flat(side("right"))]).toEqual([flat(left.text), flat(right.text)]);
  const dates = point.timeline.map((t) => t.date ?? "~");
  expect(dates).toEqual([...dates].sort());
  expect(point.timeline).toHaveLength(disputed.positions.flatMap((p) => p.statements).length);
});

test("statements are filtered, searched and quoted with their reference", async () => {
  const denials = await get(at("/statements?act=deny"), contract.statementsAnswerSchema);
  expect(denials.statements.length).toBeGreaterThan(2);
  expect(new Set(denials.statements.map((s) => s.statement.act))).toEqual(new Set(["deny"]));
  const first = await get(at("/statements?limit=4"), contract.statementsAnswerSchema);
  const next = await get(at(`/statements?limit=4&after=${first.next}`), contract.statementsAnswerSchema);
  const ids = [...first.statements, ...next.statements].map((s) => s.statement.id);
  expect(new Set(ids).size).toBe(8);
  const hits = await get(at("/search?q=orsik"), contract.searchAnswerSchema);
  expect(hits.speakers.map((s) => s.name)).toEqual(["Daria Orsik"]);
  const quay = await get(at("/search?q=along the quay"), contract.searchAnswerSchema);
  expect(quay.documents.map((d) => d.found?.text)).toEqual([expect.stringMatching(/along the quay\.$/u)]);

  const spoken = denials.statements.find((s) => s.statement.form === "direct")!;
  const quotation = await get(
    at(`/quotation?statement=${spoken.statement.id}`),
    contract.quotationAnswerSchema,
  );
  expect(quotation.words).toContain("There was no such promise");
  expect(quotation.plain).toContain("Henrik Dahlmo");
  expect(codeOf(await app.inject({ url: at("/quotation") }))).toBe("REQUEST_INVALID");
});

test("speakers come with their statements by document; sides with their members", async () => {
  const { speakers } = await get(at("/speakers"), contract.speakersAnswerSchema);
  const orsik = speakers.find((s) => s.name === "Daria Orsik")!;
  expect([orsik.side?.name, orsik.documents > 1, orsik.statements > 1]).toEqual(["Kestria", true, true]);
  const one = await get(at(`/speakers/${orsik.id}`), contract.speakerAnswerSchema);
  expect(one.documents.flatMap((d) => d.statements)).toHaveLength(orsik.statements);
  expect(one.members.length).toBe(sample.speakers.find((s) => s.id === orsik.id)!.members.length);
  const dates = one.documents.map((d) => d.article.publishedAt ?? "~");
  expect(dates).toEqual([...dates].sort());
  const byMember = await get(at(`/speakers/${one.members[0]!.id}`), contract.speakerAnswerSchema);
  expect(byMember.speaker.id).toBe(orsik.id);
  const { sides } = await get(at("/sides"), contract.sidesAnswerSchema);
  expect(sides.find((s) => s.name === "Arland")!.members.map((m) => m.name)).toContain("Tomas Reker");
});

test("the queue puts what decides a dispute first; what is checked leaves it", async () => {
  const queue = await get(at("/queue"), contract.queueAnswerSchema);
  const weights = queue.items.map((i) => i.consequence * i.doubt);
  expect(weights).toEqual([...weights].sort((a, b) => b - a));
  const top = queue.items[0]!;
  expect(top.point?.verdict).toBe("disputed");
  expect(top.why[0]!.code).toBe("decisive");
  const { id } = top.statement.statement;
  await post(at("/rulings"), { by: "Ada", rulings: [{ action: "check", on: { statement: id } }] });
  const after = await get(at("/queue"), contract.queueAnswerSchema);
  expect(after.items.map((i) => i.statement.statement.id)).not.toContain(id);
  expect(after.checked.done).toBe(queue.checked.done + 1);
  const pages = await get(at("/queue?limit=3"), contract.queueAnswerSchema);
  const rest = await get(
    at(`/queue?limit=200&after=${encodeURIComponent(pages.next!)}`),
    contract.queueAnswerSchema,
  );
  const all = [...pages.items, ...rest.items].map((i) => i.statement.statement.id);
  expect(new Set(all).size).toBe(after.checked.total - after.checked.done);
});
