/** The API over the real store on both databases, with documents really read and compared: one suite for each. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { type Jobs, startJobs } from "../jobs/jobs.ts";
import { KINDS, makeDatabase, SERVER, type TestDatabase } from "../store/both.test-data.ts";
import { type OpenedStore, openStore } from "../store/open.ts";
import { buildApp } from "./app.ts";
import type { App } from "./context.ts";
import * as contract from "./contract.ts";
import { exporterHere } from "./exporter.test-data.ts";

const FILES = ["01-northline-wire.txt", "03-arland-readout.txt", "04-kestria-readout.md"];
const original = (name: string) =>
  readFileSync(new URL(`../../examples/river-talks/${name}`, import.meta.url));

for (const kind of KINDS) {
  describe.skipIf(kind === "server" && SERVER === null)(`on the ${kind} database`, () => {
    let database: TestDatabase;
    let store: OpenedStore;
    let jobs: Jobs;
    let app: App;
    let c: string;
    const logged: string[] = [];

    beforeAll(async () => {
      database = await makeDatabase(kind);
      store = await openStore(database.location);
      jobs = startJobs(store, { jobs: 1, onError: (error) => logged.push(String(error)) });
      app = await buildApp({
        store,
        exporter: exporterHere,
        version: "0.0.0-test",
        web: null,
        log: (line) => logged.push(line),
        now: () => new Date(),
      });
      c = (await post("/api/collections", { name: "River" })).json().id;
      const sent = [await upload(), await upload()];
      // The second is the first sent again.
      expect(sent[1]!.json().documents).toEqual(sent[0]!.json().documents);
      await jobs.idle();
    }, 180_000);

    afterAll(async () => {
      await app?.close();
      await jobs?.close();
      await store?.close();
      await database?.drop();
      expect(logged).toEqual([]);
    }, 60_000);

    const post = (url: string, payload: object, headers: Record<string, string> = {}) =>
      app.inject({ method: "POST", url, payload, headers });
    const at = (path: string) => `/api/collections/${c}${path}`;

    async function upload() {
      const form = new FormData();
      for (const name of FILES) form.append("files", new Blob([original(name)]), `river/${name}`);
      const request = new Request("http://localhost/", { method: "POST", body: form });
      const payload = Buffer.from(await request.arrayBuffer());
      const headers = { "content-type": request.headers.get("content-type")!, "idempotency-key": "river" };
      return app.inject({ method: "POST", url: at("/documents"), payload, headers });
    }

    async function get<S extends z.ZodType>(path: string, schema: S): Promise<z.output<S>> {
      const answer = await app.inject({ url: at(path) });
      expect(answer.statusCode, `${path}: ${answer.body.slice(0, 500)}`).toBe(200);
      return schema.parse(answer.json());
    }

    const board = () => get("/board?limit=500", contract.boardAnswerSchema);

    /** Gives rulings and waits for all that follows from them. */
    async function rule(rulings: contract.RulingsPost["rulings"], headers: Record<string, string> = {}) {
      const answer = await post(at("/rulings"), { by: "Ada", rulings }, headers);
      expect(answer.statusCode, answer.body).toBe(201);
      await jobs.idle();
      return contract.rulingsPostedSchema.parse(answer.json()).rulings;
    }

    const undo = (ruling: string) => rule([{ action: "undo", on: { ruling } }]);
    const shape = (b: contract.BoardAnswer) =>
      b.points.map((p) => [p.id, p.question, p.verdict, p.cells.length]);

    test("files are read, listed, and given back as they came", async () => {
      const page = await get("/documents?limit=2", contract.documentsAnswerSchema);
      const rest = await get(`/documents?limit=2&after=${page.next}`, contract.documentsAnswerSchema);
      const all = [...page.documents, ...rest.documents];
      expect(all.map((d) => [d.name, d.status])).toEqual(FILES.map((f) => [`river/${f}`, "read"]));
      expect([page.total, rest.next]).toEqual([3, null]);
      expect(all.map((d) => d.article?.side?.name ?? null)).toEqual([null, "Arland", "Kestria"]);
      const file = await app.inject({ url: at(`/documents/${all[0]!.id}/original`) });
      expect(file.rawPayload.equals(original(FILES[0]!))).toBe(true);

      const { article, statements } = await get(`/documents/${all[0]!.id}`, contract.documentAnswerSchema);
      expect(statements.length).toBe(all[0]!.statements);
      for (const s of statements)
        expect(article!.text.slice(s.extent.start, s.extent.end)).toBe(s.extent.text);
    });

    test("the board's pages fit together, and its cells quote the documents", async () => {
      const whole = await board();
      expect(whole.columns.map((x) => x.name)).toEqual(expect.arrayContaining(["Arland", "Kestria"]));
      expect(whole.points.some((p) => p.verdict === "disputed")).toBe(true);
      const ids: string[] = [];
      let after: string | null = "";
      while (after !== null) {
        const mark: string = after === "" ? "" : `&after=${encodeURIComponent(after)}`;
        const page: contract.BoardAnswer = await get(`/board?limit=3${mark}`, contract.boardAnswerSchema);
        ids.push(...page.points.map((p) => p.id));
        after = page.next;
      }
      expect(ids).toEqual(whole.points.map((p) => p.id));
      const filtered = await get("/board?verdict=disputed&order=time", contract.boardAnswerSchema);
      expect(new Set(filtered.points.map((p) => p.verdict))).toEqual(new Set(["disputed"]));
      expect(whole.verdicts).toEqual(
        (await get("/board?q=&verdict=agreed", contract.boardAnswerSchema)).verdicts,
      );
      const orsik = await get("/search?q=orsik", contract.searchAnswerSchema);
      expect(orsik.speakers.map((s) => s.name)).toContain("Daria Orsik");
      // Words that stand in the text alone; names of the format's fields are no text.
      const steps = await get("/search?q=reassure%20hotel%20steps", contract.searchAnswerSchema);
      expect(steps.documents.map((d) => d.found?.text)).toEqual([expect.stringContaining("hotel steps")]);
      expect((await get("/search?q=speakerScore", contract.searchAnswerSchema)).documents).toEqual([]);
      const wrong = await app.inject({ url: at("/board?after=nonsense") });
      expect([wrong.statusCode, wrong.json().error.code]).toEqual([400, "CURSOR_BROKEN"]);
    });

    test("what is checked leaves the queue, counts, and can be exported alone", async () => {
      const before = await get("/queue", contract.queueAnswerSchema);
      const top = before.items[0]!.statement.statement.id;
      const [ruling] = await rule([{ action: "check", on: { statement: top } }]);
      const after = await get("/queue", contract.queueAnswerSchema);
      expect(after.checked.done).toBe(before.checked.done + 1);
      expect(after.items.map((i) => i.statement.statement.id)).not.toContain(top);
      const view = await get(`/statements/${top}`, contract.statementViewSchema);
      expect(view.checking).toMatchObject({ status: "checked", by: "Ada", rulings: [ruling!.ruling.id] });
      expect((await app.inject({ url: at("/export?to=csl&checked=true") })).json()).toHaveLength(1);
      const yes = await get("/statements?checked=yes", contract.statementsAnswerSchema);
      expect(yes.statements.map((s) => s.statement.id)).toEqual([top]);
      await undo(ruling!.ruling.id);
      expect((await get("/queue", contract.queueAnswerSchema)).checked.done).toBe(before.checked.done);
    });

    test("a rejected statement changes what it bore on, told as changes; undone, all is as it was", async () => {
      const before = await board();
      const { decisive } = before.points.find((p) => p.verdict === "disputed")!;
      const [ruling] = await rule([{ action: "reject", on: { statement: decisive!.pair[0] } }], {
        "if-match": `"${before.revision}"`,
      });
      const changes = await get(`/changes?since=${before.revision}`, contract.changesAnswerSchema);
      expect(changes.known).toBe(true);
      expect(changes.points.length).toBeGreaterThan(0);
      expect(shape(await board())).not.toEqual(shape(before));
      const late = await post(
        at("/rulings"),
        { rulings: [{ action: "accept", on: { statement: decisive!.pair[1] } }] },
        { "if-match": `"${before.revision}"` },
      );
      expect([late.statusCode, late.json().error.code]).toEqual([412, "REVISION_CONFLICT"]);
      await undo(ruling!.ruling.id);
      expect(shape(await board())).toEqual(shape(before));
    });

    test("points are merged and split, a statement is moved, a question asked anew", async () => {
      const before = await board();
      const [a, b] = before.points;
      const statementsOf = async (id: string) => {
        const { positions } = await get(`/points/${id}`, contract.pointAnswerSchema);
        const own = positions.flatMap((p) => p.statements).filter((s) => !s.narrated);
        return own.map((s) => s.statement.id);
      };
      const [ofA, ofB] = [await statementsOf(a!.id), await statementsOf(b!.id)];
      const merged = await rule([{ action: "same-point", on: { points: [a!.id, b!.id] } }]);
      const together = await board();
      // By its other claims a statement may bear on further points.
      const holdingAll = async (ids: readonly string[]) => {
        const rows = await store.statementsById(c, ids);
        return together.points.filter((p) => rows.every((row) => row.points.includes(p.id)));
      };
      expect(together.total).toBe(before.total - 1);
      expect(await holdingAll([...ofA, ...ofB])).toHaveLength(1);
      for (const one of [...merged].reverse()) await undo(one.ruling.id);
      expect(shape(await board())).toEqual(shape(before));

      const moved = await rule([{ action: "same-point", on: { statement: ofA[0]!, point: b!.id } }]);
      const there = await get(`/statements/${ofA[0]}`, contract.statementViewSchema);
      expect(there.points.map((p) => p.id)).not.toContain(a!.id);
      const other = await get(`/statements/${ofB[0]}`, contract.statementViewSchema);
      const shared = there.points.filter((p) => other.points.some((q) => q.id === p.id));
      expect(shared).toHaveLength(1);
      await rule(moved.map((m) => ({ action: "undo" as const, on: { ruling: m.ruling.id } })));
      expect(shape(await board())).toEqual(shape(before));

      await rule([{ action: "set-question", on: { point: a!.id }, value: { question: "Was it promised?" } }]);
      expect((await board()).points.map((p) => p.question)).toContain("Was it promised?");
    });

    test("speakers are named, and a selection of text becomes a statement", async () => {
      const { speakers } = await get("/speakers", contract.speakersAnswerSchema);
      const dahlmo = speakers.find((s) => s.name === "Henrik Dahlmo")!;
      await rule([{ action: "set-name", on: { speaker: dahlmo.id }, value: { name: "Henrik E. Dahlmo" } }]);
      const named = await get("/speakers?q=Henrik", contract.speakersAnswerSchema);
      expect(named.speakers.map((s) => s.name)).toEqual(["Henrik E. Dahlmo"]);

      const { documents } = await get("/documents", contract.documentsAnswerSchema);
      const d = documents[0]!.id;
      const { text } = (await get(`/documents/${d}`, contract.documentAnswerSchema)).article!;
      const start = text.indexOf("On the hotel steps");
      await rule([
        {
          action: "add-statement",
          on: { article: d },
          value: { source: [], cue: [], content: [{ start, end: start + 18 }], name: "Nora Veld" },
        },
      ]);
      const { statements } = await get(`/documents/${d}`, contract.documentAnswerSchema);
      const added = statements.filter((s) => s.checking.status === "added");
      expect(added.map((s) => [s.extent.text, s.holders[0]!.name])).toEqual([
        ["On the hotel steps", "Nora Veld"],
      ]);
      const history = await get("/rulings?limit=500", contract.rulingsAnswerSchema);
      expect(history.rulings.filter((r) => !r.undone).map((r) => r.ruling.status)).not.toContain("orphaned");
      expect(history.total).toBe(history.rulings.length);
    });

    test("a deleted document's statements go; a collection deleted is gone", async () => {
      const { documents } = await get("/documents", contract.documentsAnswerSchema);
      const gone = documents.at(-1)!;
      const deleted = await app.inject({ method: "DELETE", url: at(`/documents/${gone.id}`) });
      expect(deleted.statusCode, deleted.body).toBe(200);
      await jobs.idle();
      const left = await get(`/statements?article=${gone.article!.id}`, contract.statementsAnswerSchema);
      expect(left.statements).toEqual([]);
      const { points } = await board();
      expect(points.flatMap((p) => p.cells).filter((x) => x.article.id === gone.article!.id)).toEqual([]);
      expect((await app.inject({ method: "DELETE", url: at("") })).statusCode).toBe(204);
      expect((await app.inject({ url: at("/board") })).json().error.code).toBe("NOT_FOUND");
    });
  });
}
