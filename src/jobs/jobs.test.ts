/** From a write to its consequences, over both databases, with processes dying under way. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { KINDS, makeDatabase, SERVER, type TestDatabase } from "../store/both.test-data.ts";
import { type OpenedStore, openStore } from "../store/open.ts";
import type { NewDocument } from "../store/store.ts";
import { type Jobs, startJobs } from "./jobs.ts";

const file = (name: string, text: string): NewDocument => ({
  kind: "file",
  name,
  bytes: Buffer.from(text, "utf8"),
  mediaType: null,
});

const POST = `---
title: Ferry at odds
outlet: Harbour Post
date: 2026-02-01
---
The harbour mistress, Ana Ruiz, said on Sunday that the ferry carried 40 passengers. "Nobody was hurt," she said.
`;
const BELL = `---
title: Ferry again
outlet: Island Bell
date: 2026-02-02
---
Captain Bo Lind said that the ferry carried 60 passengers. He denied that nobody was hurt.
`;

for (const kind of KINDS) {
  describe.skipIf(kind === "server" && SERVER === null)(`jobs, ${kind}`, { timeout: 200_000 }, () => {
    let database: TestDatabase;
    let store: OpenedStore;
    let jobs: Jobs;
    beforeAll(async () => {
      database = await makeDatabase(kind);
      store = await openStore(database.location);
      jobs = startJobs(store, { jobs: 1 });
    }, 300_000);
    afterAll(async () => {
      await jobs?.close();
      await store?.close();
      await database?.drop();
    }, 60_000);

    it("reads what was added and lays it side by side; one bad document fails alone", async () => {
      const { id } = await store.createCollection("Ferry");
      await store.addDocuments(id, [
        file("post.md", POST),
        file("bell.md", BELL),
        file("again.md", POST.replace("---\n", "---\nside: islanders\n")),
        file("picture.txt", "\u0000\u0001\u0002\u0000\u0000\u0003"),
      ]);
      await jobs.idle();
      const row = (await store.collection(id))!;
      expect(row).toMatchObject({ state: "ready", documents: 4, read: 3, failed: 1, failure: null });
      expect(row.statements).toBeGreaterThan(2);
      const { rows } = await store.documents(id);
      expect(rows[3]?.error?.code).toMatch(/^INPUT_/);
      // Whichever of the two is read second says so.
      expect(rows.flatMap((d) => d.warnings.map((w) => w.code))).toEqual(["SAME_DOCUMENT"]);
      const whole = await store.whole(id);
      expect(whole.articles.map((a) => a.outlet)).toEqual(["Harbour Post", "Island Bell"]);
      const statements = (await store.statements(id)).rows;
      expect(statements.map((s) => s.id).sort()).toEqual(
        whole.articles.flatMap((a) => a.statements.map((s) => s.id)).sort(),
      );
      expect((await store.search(id, "passengers")).statements.length).toBeGreaterThan(1);
      const before = row.revision;
      const first = rows[0]!;
      await store.retryDocument(id, first.id);
      await jobs.idle();
      // Read again, the same rows: nothing but the document itself has changed.
      expect(await store.changes(id, before)).toMatchObject({
        statements: { came: [], changed: [], went: [] },
        points: { came: [], changed: [], went: [] },
      });
    });

    it("goes on where its compute process is killed", async () => {
      const { id } = await store.createCollection("Killed");
      await store.addDocuments(id, [file("a.md", POST)]);
      await expect.poll(() => jobs.compute.pid(), { timeout: 20_000 }).not.toBeNull();
      await expect
        .poll(async () => (await store.collection(id))?.reading, { timeout: 60_000, interval: 20 })
        .toBe(1);
      process.kill(jobs.compute.pid()!, "SIGKILL");
      await jobs.idle();
      expect(await store.collection(id)).toMatchObject({ state: "ready", read: 1, failed: 0 });
    });

    it.runIf(kind === "embedded")("goes on where its database process is killed", async () => {
      const { data } = database.location as { data: string };
      const { id } = await store.createCollection("Database killed");
      const { pid } = JSON.parse(readFileSync(join(data, "lock"), "utf8")) as { pid: number };
      expect(pid).not.toBe(process.pid);
      process.kill(pid, "SIGKILL");
      await expect
        .poll(
          () =>
            store.collection(id).then(
              (c) => c?.name,
              () => null,
            ),
          { timeout: 60_000, interval: 200 },
        )
        .toBe("Database killed");
      await store.addDocuments(id, [file("b.md", BELL)]);
      await jobs.idle();
      expect(await store.collection(id)).toMatchObject({ state: "ready", read: 1 });
    });
  });
}
