/** People's work comes back: from the journal, from a backup, into either database; and earlier versions' tables grow. */
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashId } from "../id.ts";
import type { Ruling } from "../model.ts";
import { backup, restoreInto, unpack } from "./backup.ts";
import { KINDS, makeDatabase, SERVER, type TestDatabase } from "./both.test-data.ts";
import { connectServer } from "./connect.ts";
import { databaseFolder } from "./embedded.ts";
import { MIGRATIONS, migrate } from "./migrate.ts";
import { type OpenedStore, openStore } from "./open.ts";

const note = (n: number): Ruling => ({
  id: hashId("r", n),
  action: "note",
  target: { type: "statement", id: "s_1", article: "a_1", passages: [], reading: null },
  value: null,
  by: "Ines",
  at: "2026-03-01T10:00:00Z",
  note: `note ${n}`,
  status: null,
  found: [],
});

const file = (name: string) => ({
  kind: "file" as const,
  name,
  bytes: Buffer.from(`The pier is closed, said ${name}.`),
  mediaType: null,
});

/** A collection with two documents, one of three taken out again, and two rulings. */
async function fill(store: OpenedStore): Promise<string> {
  const { id } = await store.createCollection("Harbour");
  await store.renameCollection(id, "The harbour");
  const { documents } = await store.addDocuments(id, [file("a.txt"), file("b.txt"), file("c.txt")]);
  await store.deleteDocument(id, documents[1]!.id);
  await store.addRulings(id, [note(1), note(2)]);
  return id;
}

async function expectAll(store: OpenedStore, id: string): Promise<void> {
  const row = (await store.collection(id))!;
  expect([row.name, row.documents, row.queued]).toEqual(["The harbour", 2, 2]);
  const { rows } = await store.documents(id);
  expect(rows.map((d) => d.name)).toEqual(["a.txt", "c.txt"]);
  expect((await store.original(id, rows[1]!.id))?.bytes).toEqual(file("c.txt").bytes);
  expect(await store.allRulings(id)).toEqual([note(1), note(2)]);
  // They are going to be read. (The job of a document that was taken out finds nothing to read.)
  const asked = new Set<string>();
  for (let job = await store.context.queue.take("read"); job; job = await store.context.queue.take("read"))
    asked.add(job.task.document);
  for (const row of rows) expect(asked).toContain(row.id);
}

describe("journal of the embedded database", { timeout: 240_000 }, () => {
  let database: TestDatabase;
  let data: string;
  let id: string;
  beforeAll(async () => {
    database = await makeDatabase("embedded");
    data = (database.location as { data: string }).data;
    const store = await openStore(database.location);
    id = await fill(store);
    const gone = await store.createCollection("Deleted");
    await store.addDocuments(gone.id, [file("secret.txt")]);
    await store.deleteCollection(gone.id);
    await store.close();
  }, 300_000);
  afterAll(() => database?.drop());

  it("makes a deleted database anew, when that is asked for, without what was deleted", async () => {
    rmSync(databaseFolder(data), { recursive: true });
    await expect(openStore({ data })).rejects.toMatchObject({ code: "DATABASE_MISSING" });
    // Half a line that a crash left was never acknowledged.
    const journal = join(data, "journal", `${id}.jsonl`);
    appendFileSync(journal, '{"n":99,"kind":"rul');
    const store = await openStore({ data }, { restore: true });
    expect((await store.collections()).rows.map((row) => row.id)).toEqual([id]);
    await expectAll(store, id);
    await store.addRulings(id, [note(3)]);
    await store.close();
    const lines = readFileSync(journal, "utf8").trimEnd().split("\n");
    const numbers = lines.map((line) => (JSON.parse(line) as { n: number }).n);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it("gives back to the database what a power cut took from its end", async () => {
    const store = await openStore({ data });
    await store.context.db.deleteFrom("ruling").where("id", "=", note(3).id).execute();
    await store.context.db
      .updateTable("meta")
      .set((eb) => ({ value: eb("value", "-", 1) }))
      .execute();
    await store.close();
    const again = await openStore({ data });
    expect((await again.allRulings(id)).map((r) => r.id)).toEqual([1, 2, 3].map((n) => note(n).id));
    await again.close();
  });

  it("names the line that can't be read", async () => {
    const journal = join(data, "journal", `${id}.jsonl`);
    const text = readFileSync(journal, "utf8");
    writeFileSync(journal, text.replace("\n", "\n{broken\n"));
    await expect(openStore({ data })).rejects.toMatchObject({
      code: "JOURNAL_BROKEN",
      details: { file: journal, line: 2 },
    });
    writeFileSync(journal, text);
  });
});

for (const kind of KINDS) {
  describe.skipIf(kind === "server" && SERVER === null)(`backup, ${kind}`, { timeout: 300_000 }, () => {
    it("holds everything, for either database, and is refused where it is cut off", async () => {
      const database = await makeDatabase(kind);
      const path = join((await makeFolder()).data, `backup-${kind}.tar.gz`);
      const store = await openStore(database.location);
      const id = await fill(store);
      expect(await backup(store.context, path)).toEqual({ collections: 1, originals: 2 });
      await store.close();
      await database.drop();

      const { data } = await makeFolder();
      const cut = `${path}.cut`;
      writeFileSync(cut, readFileSync(path).subarray(0, -40));
      await expect(unpack(cut, data)).rejects.toMatchObject({ code: "BACKUP_BROKEN" });
      expect(existsSync(join(data, "journal"))).toBe(false);
      await unpack(path, data);
      const anew = await openStore({ data }, { restore: true });
      await expectAll(anew, id);
      await anew.close();

      const target = await makeDatabase(kind);
      const into = await openStore(target.location);
      await restoreInto(into.context, path);
      await restoreInto(into.context, path);
      await expectAll(into, id);
      await into.close();
      await target.drop();
    });
  });
}

describe.skipIf(SERVER === null)("migrations", { timeout: 120_000 }, () => {
  for (const version of Object.keys(MIGRATIONS)) {
    it(`go on from ${version} with what is there, and refuse what is newer`, async () => {
      const { location, drop } = await makeDatabase("server");
      const { db } = connectServer((location as { database: string }).database);
      await migrate(db, version);
      await db
        .insertInto("collection")
        .values({ id: "c_1", name: "Old", created: "2026-01-01T00:00:00Z", revision: 1, edited: 1 })
        .execute();
      const stores = await Promise.all([openStore(location), openStore(location)]);
      for (const store of stores) {
        expect((await store.collection("c_1"))?.name).toBe("Old");
        await store.close();
      }
      await db
        .withTables<{ migration: { name: string; timestamp: string } }>()
        .insertInto("migration")
        .values({ name: "9999-later", timestamp: "later" })
        .execute();
      await expect(openStore(location)).rejects.toMatchObject({ code: "DATABASE_NEWER" });
      await db.destroy();
      await drop();
    });
  }
});

it("says that a server can't be reached, without the password", async () => {
  const url = "postgres://ines:secret@127.0.0.1:9/none";
  const error = await openStore({ database: url }).catch((e: Error) => e);
  expect(error).toMatchObject({ code: "DATABASE_UNREACHABLE" });
  expect((error as Error).message).not.toContain("secret");
});

async function makeFolder(): Promise<{ data: string }> {
  return { data: await mkdtemp(join(tmpdir(), "readout-backup-")) };
}
