/** One suite over both databases. */
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashId } from "../id.ts";
import type { Ruling, StatementTarget } from "../model.ts";
import { KINDS, makeDatabase, SERVER, type TestDatabase } from "./both.test-data.ts";
import { type OpenedStore, openStore } from "./open.ts";
import type { ComparedRows, NewPoint, NewStatement } from "./rows.ts";
import { compareInput, saveCompared } from "./save-compared.ts";
import { saveRead, takeDocument } from "./save-read.ts";
import type { CollectionRow, NewDocument, StoreEvent, TextMetadata } from "./store.ts";

const NONE: TextMetadata = {
  title: null,
  outlet: null,
  byline: null,
  date: null,
  url: null,
  side: null,
  kind: null,
};

const text = (words: string): NewDocument => ({ kind: "text", text: words, metadata: NONE });
const once = (key: string, request = key) => ({ once: { key, request } });

function target(id: string): StatementTarget {
  return { type: "statement", id, article: "a_1", passages: [], reading: null };
}

let count = 0;
function ruling(parts: Pick<Ruling, "action" | "target" | "value">): Ruling {
  const id = hashId("r", ++count);
  return {
    id,
    by: "Ines",
    at: "2026-03-01T10:00:00Z",
    note: null,
    status: null,
    found: [],
    ...parts,
  } as Ruling;
}

function statement(n: number, parts: Partial<NewStatement> = {}): NewStatement {
  const id = `s_${n}`;
  return {
    id,
    article: "a_1",
    narrated: false,
    sort: "2026-02-01",
    start: n * 10,
    outlet: "Harbour Post",
    published: "2026-02-01",
    speakers: ["h_1"],
    sides: [],
    points: ["p_1"],
    act: "assert",
    kind: "speech",
    words: `the ferry leaves at ${n}`,
    json: JSON.stringify({ id }),
    hash: `h${n}`,
    ...parts,
  };
}

function point(n: number, parts: Partial<NewPoint> = {}): NewPoint {
  const id = `p_${n}`;
  return {
    id,
    formerly: [`p_old${n}`],
    rank: n - 1,
    verdict: "disputed",
    speakers: ["h_1"],
    sides: ["d_1"],
    outlets: ["Harbour Post"],
    acts: ["assert"],
    articles: ["a_1"],
    members: ["s_1", "s_2"],
    from_date: "2026-02-01",
    to_date: "2026-02-03",
    documents: n,
    statements: 2,
    words: `When does the ferry leave ${n}`,
    json: JSON.stringify({ id }),
    hash: `h${n}`,
    ...parts,
  };
}

const rows = (parts: Partial<ComparedRows> = {}): ComparedRows => ({
  articles: [],
  statements: [statement(1), statement(2)],
  points: [
    point(1),
    point(2, { members: [], statements: 0, verdict: "agreed", from_date: null, to_date: null }),
  ],
  speakers: [
    {
      id: "h_1",
      rank: 0,
      name: "Ana Ruiz",
      side: "d_1",
      members: ["h_a"],
      statements: 2,
      words: "Ana Ruiz the harbour mistress",
      json: JSON.stringify({ id: "h_1", name: "Ana Ruiz" }),
      hash: "h",
    },
  ],
  rest: JSON.stringify({ sides: [], shifts: [], absences: [], variants: [], copies: [], models: [] }),
  rulings: [],
  ...parts,
});

for (const kind of KINDS) {
  describe.skipIf(kind === "server" && SERVER === null)(`store, ${kind}`, () => {
    let database: TestDatabase;
    let store: OpenedStore;
    beforeAll(async () => {
      database = await makeDatabase(kind);
      store = await openStore(database.location);
    }, 300_000);
    afterAll(async () => {
      await store?.close();
      await database?.drop();
    }, 60_000);

    /** Does what a job does, with rows of our own. */
    async function compared(collection: string, result: ComparedRows): Promise<void> {
      const { context } = store;
      await context.db
        .updateTable("collection")
        .set((eb) => ({ wanted: eb("revision", "+", 1) }))
        .where("id", "=", collection)
        .execute();
      await context.queue.compare(context.db, { collection });
      let job = await context.queue.take("compare");
      while (job && job.task.collection !== collection) {
        await context.queue.done(context.db, job);
        job = await context.queue.take("compare");
      }
      if (!job) throw new Error("no job to compare");
      const input = (await compareInput(context, collection))!;
      await saveCompared(context, job, input, result);
    }

    async function compareJobs(collection: string): Promise<number> {
      const { rows: found } = await sql`select 1 from pgboss.job where name = 'compare' and state < 'active'
        and singleton_key = ${collection}`.execute(store.context.db);
      return found.length;
    }

    it("keeps collections, pages of them, and conflicts", async () => {
      const made: CollectionRow[] = [];
      for (const name of ["One", "Two", "Three"]) made.push(await store.createCollection(name));
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page = await store.collections({ limit: 2, after });
        seen.push(...page.rows.map((row) => row.id));
        after = page.next;
      } while (after);
      expect(seen.filter((id) => made.some((m) => m.id === id)).sort()).toEqual(made.map((m) => m.id).sort());
      expect(new Set(seen).size).toBe(seen.length);

      const [one] = made;
      const renamed = await store.renameCollection(one!.id, "Uno", { ifRevision: one!.revision });
      expect([renamed.name, renamed.revision, renamed.state]).toEqual(["Uno", 2, "empty"]);
      await expect(store.renameCollection(one!.id, "Eins", { ifRevision: 1 })).rejects.toMatchObject({
        code: "REVISION_CONFLICT",
      });
      await store.deleteCollection(one!.id);
      expect(await store.collection(one!.id)).toBeNull();
      await expect(store.renameCollection(one!.id, "x")).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(store.collections({ after: "AAAA" })).rejects.toMatchObject({ code: "CURSOR_BROKEN" });
    });

    it("answers a request that is sent twice once", async () => {
      const [a, b] = await Promise.all([
        store.createCollection("Same", once("k1")),
        store.createCollection("Same", once("k1")),
      ]);
      expect(b!.id).toBe(a!.id);
      await expect(store.createCollection("Other", once("k1", "else"))).rejects.toMatchObject({
        code: "IDEMPOTENCY_MISMATCH",
      });
      const first = await store.addDocuments(a!.id, [text("The pier is closed.")], once("k2"));
      const again = await store.addDocuments(a!.id, [text("The pier is closed.")], once("k2"));
      expect(again).toEqual(first);
    });

    it("adds documents with their jobs, reads them once, and writes the same rows when read again", async () => {
      const { context } = store;
      const { id: collection } = await store.createCollection("Documents");
      const bytes = Buffer.from([0, 255, 13, 10]);
      const given: NewDocument[] = [
        { kind: "file", name: "folder/pier.txt", bytes, mediaType: "text/plain" },
        { kind: "address", url: "https://harbour.example/pier" },
        text("The pier is closed, the mayor said."),
      ];
      const added = await store.addDocuments(collection, given);
      expect(added.added).toHaveLength(3);
      expect((await store.addDocuments(collection, given)).added).toEqual([]);
      const first = await store.documents(collection, { limit: 2 });
      const second = await store.documents(collection, { limit: 2, after: first.next });
      expect([...first.rows, ...second.rows].map((d) => d.id)).toEqual(added.documents.map((d) => d.id));
      expect((await store.original(collection, first.rows[0]!.id))?.bytes).toEqual(bytes);
      expect(await store.original(collection, first.rows[1]!.id)).toBeNull();

      const article = (title: string) => ({
        id: "a_1",
        json: JSON.stringify({ id: "a_1", title }),
        title,
        outlet: null,
        published: null,
        sort: title,
        statements: 3,
      });
      const outcome = (title: string) => ({
        parts: [
          { name: "pier", article: article(title), failure: null, warnings: [] },
          {
            name: "pier#2",
            article: null,
            failure: { input: "pier#2", code: "INPUT_EMPTY", message: "empty" },
            warnings: [],
          },
        ],
        rulings: [],
        fetched: [],
        models: [],
      });
      const jobs = [];
      for (let i = 0; i < 40 && jobs.length < 3; i++) {
        const job = await context.queue.take("read");
        if (job?.task.collection === collection) jobs.push(job);
        else if (job) await context.queue.done(context.db, job);
      }
      expect(jobs.map((job) => job.task.document).sort()).toEqual(added.added.toSorted());
      const job = jobs.find((j) => j.task.document === added.documents[0]!.id)!;
      expect((await takeDocument(context, job.task))?.bytes).toEqual(bytes);
      await saveRead(context, job, outcome("Pier"));
      await store.retryDocument(collection, job.task.document);
      await saveRead(context, (await context.queue.take("read"))!, outcome("Pier"));
      const all = (await store.documents(collection)).rows;
      expect(all.map((d) => [d.status, d.article, d.title])).toEqual([
        ["read", "a_1", "Pier"],
        ["reading", null, null].map((v, i) => (i === 0 ? expect.stringMatching(/queued|reading/) : v)),
        [expect.stringMatching(/queued|reading/), null, null],
        ["failed", null, null],
      ]);
      expect(all[3]).toMatchObject({ origin: { kind: "part", of: job.task.document, index: 1 } });
      expect(await store.article(collection, "a_1")).toEqual({ id: "a_1", title: "Pier" });
      expect((await store.search(collection, "pie", 5)).documents.length).toBeGreaterThan(0);

      await store.deleteDocument(collection, job.task.document);
      expect(await store.article(collection, "a_1")).toBeNull();
      expect((await store.documents(collection)).rows).toHaveLength(2);
      const { documents } = await store.changes(collection, added.revision);
      expect(documents.went).toContain(job.task.document);

      // What is deleted before it was read is not asked for any more.
      for (const whole of [false, true]) {
        const { id } = await store.createCollection("Given by mistake");
        const [document] = (await store.addDocuments(id, [text("nobody wants this")])).documents;
        if (whole) await store.deleteCollection(id);
        else await store.deleteDocument(id, document!.id);
        expect(await context.queue.take("read")).toBeNull();
      }
    });

    it("finds points and statements by filters, page by page, and by what is typed", async () => {
      const { id: collection } = await store.createCollection("Board");
      await compared(collection, rows());
      const ids = async (filter: Parameters<typeof store.points>[1]) =>
        (await store.points(collection, filter)).rows.map((row) => row.id);
      expect(await ids({})).toEqual(["p_1", "p_2"]);
      expect(await ids({ order: "documents" })).toEqual(["p_2", "p_1"]);
      expect(await ids({ order: "time" })).toEqual(["p_1", "p_2"]);
      for (const order of ["weight", "time", "documents"] as const) {
        const first = await store.points(collection, { order, limit: 1 });
        const second = await store.points(collection, { order, limit: 1, after: first.next });
        expect([first.total, second.next]).toEqual([2, null]);
        expect([...first.rows, ...second.rows].map((p) => p.id)).toEqual(await ids({ order }));
      }
      expect(await ids({ verdicts: ["agreed"] })).toEqual(["p_2"]);
      expect(await ids({ from: "2026-02-03" })).toEqual(["p_1"]);
      expect(await ids({ from: "2026-02-04" })).toEqual([]);
      expect(await ids({ to: "2026-02" })).toEqual(["p_1"]);
      expect(await ids({ to: "2026-01" })).toEqual([]);
      expect(await ids({ side: "d_1", speaker: "h_1", outlet: "Harbour Post", act: "assert" })).toHaveLength(
        2,
      );
      expect(await ids({ act: "deny" })).toEqual([]);
      expect(await ids({ q: "leaving fer" })).toHaveLength(2);
      expect(await ids({ q: "ferry -leave" })).toEqual([]);
      expect(await ids({ q: '"' })).toEqual([]);
      expect((await store.point(collection, "p_old2"))?.id).toBe("p_2");
      expect((await store.speaker(collection, "h_a"))?.speaker.name).toBe("Ana Ruiz");
      expect((await store.speakers(collection, { q: "rui mis" })).rows).toHaveLength(1);
      expect((await store.speakers(collection, { q: "uiz" })).rows).toEqual([]);
      const page = await store.statements(collection, { limit: 1, q: "ferry" });
      const next = await store.statements(collection, { limit: 1, q: "ferry", after: page.next });
      expect([...page.rows, ...next.rows].map((row) => row.id)).toEqual(["s_1", "s_2"]);
      expect(await store.collection(collection)).toMatchObject({ statements: 2, points: 2, state: "empty" });
    });

    it("appends rulings, counts what is checked at once, undoes, and tells what changed", async () => {
      const { id: collection } = await store.createCollection("Rulings");
      await compared(collection, rows());
      const before = (await store.collection(collection))!;
      const events: StoreEvent[] = [];
      const unsubscribe = store.subscribe((event) => events.push(event));
      const check = ruling({ action: "check", target: target("s_1"), value: { right: true } });
      const added = await store.addRulings(collection, [check], { ifRevision: before.revision });
      expect(added.rulings.map((row) => row.ruling)).toEqual([check]);
      expect((await store.addRulings(collection, [check])).revision).toBe(added.revision);
      expect(await store.collection(collection)).toMatchObject({ checked: 1, revision: added.revision });
      expect((await store.point(collection, "p_1"))?.checked).toBe(1);
      expect((await store.statements(collection, { checked: true })).rows[0]).toMatchObject({
        id: "s_1",
        checking: { status: "checked", by: "Ines" },
      });
      const changes = await store.changes(collection, before.revision);
      expect(changes).toMatchObject({
        all: false,
        statements: { came: [], changed: ["s_1"], went: [] },
        points: { changed: ["p_1"] },
      });
      expect(changes.rulings.map((row) => row.ruling.id)).toEqual([check.id]);

      const undo = ruling({ action: "undo", target: { type: "ruling", id: check.id }, value: null });
      await store.addRulings(collection, [undo]);
      expect(await store.collection(collection)).toMatchObject({ checked: 0 });
      const redo = ruling({ action: "undo", target: { type: "ruling", id: undo.id }, value: null });
      await store.addRulings(collection, [redo]);
      const row = (await store.collection(collection))!;
      expect(row.checked).toBe(1);
      // Remarks are no reason to compare again; a correction is.
      expect(row.compared).toBe(before.compared);
      expect(await compareJobs(collection)).toBe(0);
      const act = { act: "deny", negated: null } as const;
      await store.addRulings(collection, [ruling({ action: "set-act", target: target("s_2"), value: act })]);
      expect(await compareJobs(collection)).toBe(1);
      expect((await store.allRulings(collection)).map((r) => r.action)).toEqual([
        "check",
        "undo",
        "undo",
        "set-act",
      ]);
      await expect(
        store.addRulings(collection, [ruling({ action: "reject", target: target("s_2"), value: null })], {
          ifRevision: before.revision,
        }),
      ).rejects.toMatchObject({ code: "REVISION_CONFLICT" });

      // Comparing again: what is the same stays as it was; checking follows a statement found elsewhere.
      const since = (await store.collection(collection))!.revision;
      const moved = { ...check, found: ["s_3"], status: "reanchored" as const };
      await compared(
        collection,
        rows({
          statements: [statement(2), statement(3)],
          points: [point(1, { members: ["s_2", "s_3"], hash: "new" })],
          rulings: [{ id: check.id, json: JSON.stringify(moved), status: "reanchored" }],
        }),
      );
      const after = await store.changes(collection, since);
      expect(after.statements).toEqual({ came: ["s_3"], changed: [], went: ["s_1"] });
      expect(after.points).toEqual({ came: [], changed: ["p_1"], went: ["p_2"] });
      const s3 = (await store.statementsById(collection, ["s_3"]))[0]!;
      expect(s3.checking.status).toBe("checked");
      await expect.poll(() => events.map((e) => e.kind).filter((k) => k === "ruling")).toHaveLength(4);
      unsubscribe();
    });

    it("lets many write at once without losing anything", async () => {
      const { id: collection } = await store.createCollection("Many");
      const given = Array.from({ length: 30 }, () =>
        ruling({ action: "note", target: target("s_1"), value: null }),
      );
      const all = await Promise.all(given.map((one) => store.addRulings(collection, [one])));
      expect(new Set(all.map((a) => a.revision)).size).toBe(30);
      expect((await store.allRulings(collection)).map((r) => r.id).sort()).toEqual(
        given.map((r) => r.id).sort(),
      );
    });
  });
}
