/** The tools as a client calls them; reading is by hand, so that no model is needed. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Article } from "../model.ts";
import { riverSample } from "../report/sample.ts";
import { compareOutput, evidenceOutput, readOutput, searchOutput } from "./schemas.ts";
import { buildMcpServer } from "./server.ts";

const sample = riverSample();
const texts = new Map(sample.articles.map((a) => [a.id, a.text]));
let client: Client;
let folder: string;
let compared = 0;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "readout-mcp-"));
  compared = 0;
  const server = buildMcpServer(
    {
      read: async (source): Promise<Article> => ({ ...source, speakers: [], statements: [], narrated: [] }),
      compare: async () => {
        compared++;
        return sample;
      },
    },
    "0.0.0-test",
  );
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  client = new Client({ name: "test", version: "1" });
  await Promise.all([server.connect(ours), client.connect(theirs)]);
});

afterEach(async () => {
  await client.close();
  rmSync(folder, { recursive: true, force: true });
});

const call = (name: string, given: Record<string, unknown>) => client.callTool({ name, arguments: given });

function saved(): string {
  const path = join(folder, "river.json");
  writeFileSync(path, JSON.stringify(sample));
  return path;
}

/** Every passage proves itself against its article. */
function prove(passages: { article: string; start: number; end: number; text: string }[]): void {
  for (const p of passages) expect(texts.get(p.article)!.slice(p.start, p.end)).toBe(p.text);
}

test("four tools are offered, with what they take and give", async () => {
  const { tools } = await client.listTools();
  expect(tools.map((t) => t.name).sort()).toEqual(["compare", "evidence", "read", "search"]);
  for (const tool of tools) expect(tool.outputSchema?.type, tool.name).toBe("object");
});

test("read gives statements as exact passages with their references", async () => {
  const { documents, failures } = readOutput.parse(
    (await call("read", { inputs: [saved(), join(folder, "none.txt")] })).structuredContent,
  );
  expect(failures.map((f) => f.code)).toEqual(["INPUT_MISSING"]);
  expect(documents).toHaveLength(sample.articles.length);
  const all = documents.flatMap((d) => d.statements);
  expect(all.length).toBeGreaterThan(15);
  for (const e of all) prove(e.passages);
  const own = all.find((e) => e.direct && e.words.includes("There was no such promise"))!;
  expect([own.speakers[0]!.name, own.act]).toEqual(["Henrik Dahlmo", "deny"]);
  expect(own.reference).toContain("Northline");

  const text = readOutput.parse(
    (await call("read", { text: "The mayor said it would rain.", outlet: "Post" })).structuredContent,
  );
  expect(text.documents).toMatchObject([{ outlet: "Post", statements: [] }]);
});

test("compare gives points with the words behind them, and no answer that readout made up", async () => {
  await call("read", { inputs: [saved()] });
  const { points, total } = compareOutput.parse(
    (await call("compare", { verdicts: ["disputed"] })).structuredContent,
  );
  expect(total).toBe(points.length);
  const [disputed] = points;
  prove(disputed!.decisive);
  expect(disputed!.decisive).toHaveLength(2);
  expect(new Set(disputed!.positions.map((p) => p.stance))).toEqual(new Set(["yes", "no"]));
  for (const e of disputed!.positions.flatMap((p) => p.evidence)) prove(e.passages);
  const answers = sample.points.flatMap((p) => p.positions.map((x) => x.answer));
  expect(Object.keys(disputed!.positions[0]!)).not.toContain("answer");
  expect(answers.length).toBeGreaterThan(0);
  await call("compare", {});
  expect(compared).toBe(1);
  await call("read", { text: "More of it." });
  await call("compare", {});
  expect(compared).toBe(2);
});

test("search finds statements and places in the texts; evidence takes a statement's or a point's id", async () => {
  await call("read", { inputs: [saved()] });
  await call("compare", {});
  const hits = searchOutput.parse(
    (await call("search", { query: "no such promise", speaker: "dahlmo" })).structuredContent,
  );
  expect(hits.evidence.length).toBeGreaterThan(0);
  for (const e of hits.evidence) {
    prove(e.passages);
    expect(e.speakers.map((s) => s.name)).toContain("Henrik Dahlmo");
  }
  const outside = searchOutput.parse(
    (await call("search", { query: "put their quarrel over the Halde dam" })).structuredContent,
  );
  expect(outside.evidence.length).toBeGreaterThan(0);
  for (const e of outside.evidence) prove(e.passages);
  const id = hits.evidence[0]!.statement!;
  const one = evidenceOutput.parse((await call("evidence", { id })).structuredContent);
  expect(one.evidence[0]).toEqual(hits.evidence[0]);
  const point = sample.points[0]!;
  const whole = evidenceOutput.parse((await call("evidence", { id: point.id })).structuredContent);
  expect(whole.point?.question).toBe(point.question);
});

test("bad input is told with a code and what to do", async () => {
  for (const [name, given, code] of [
    ["compare", {}, "NOTHING_READ"],
    ["search", { query: "dam" }, "NOTHING_READ"],
    ["read", {}, "USAGE"],
    ["read", { text: "  " }, "INPUT_EMPTY"],
  ] as const) {
    const answer = await call(name, given);
    expect(answer.isError, name).toBe(true);
    expect((answer.content as { text: string }[])[0]!.text).toMatch(new RegExp(`^${code}: .{20,}`));
  }
  const wrong = await call("search", { query: 7 });
  expect(wrong.isError).toBe(true);
});
