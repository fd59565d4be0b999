/** The command line as a user meets it: the launcher, exit status, streams, and the same bytes every time. */
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadCollection } from "../src/collection.ts";
import type { Collection } from "../src/model.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const launcher = join(root, "readout");
const example = join(root, "examples", "river-talks");
const files = readdirSync(example).map((f) => join(example, f));

let scratch = "";
/** The example laid side by side once, and where that is saved: reading is the dear part. */
let compared = "";
let saved = "";
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "readout-cli-"));
  compared = run(["compare", "--json", example]).stdout;
  saved = join(scratch, "saved-compare.json");
  writeFileSync(saved, compared);
}, 180_000);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

interface Run {
  status: number | null;
  stdout: string;
  stderr: string;
}

function run(
  args: string[],
  options: { input?: string; cwd?: string; env?: Record<string, string> } = {},
): Run {
  const done = spawnSync(launcher, args, {
    encoding: "utf8",
    input: options.input ?? "",
    cwd: options.cwd ?? scratch,
    env: { ...process.env, NO_COLOR: "1", ...options.env },
    maxBuffer: 1 << 28,
  });
  return { status: done.status, stdout: done.stdout, stderr: done.stderr };
}

const note =
  'Mayor Ana Dell said on Monday that the bridge was safe. "We checked every bolt," she told reporters.\n';

test("a wrong command line is status 2 and says so", () => {
  for (const args of [
    ["nonsense"],
    ["read"],
    ["read", "--json", "--jsonl", "-"],
    ["read", "--jobs", "x", "-"],
    ["serve", "--port", "x"],
    ["worker"],
  ]) {
    const { status, stderr, stdout } = run(args);
    expect([args, status]).toEqual([args, 2]);
    expect(stderr).not.toBe("");
    expect(stdout).toBe("");
  }
});

test("--help and --version are status 0", () => {
  expect(run(["--help"])).toMatchObject({ status: 0, stderr: "" });
  expect(run(["--version"]).stdout.trim()).toMatch(/^\d+\.\d+\.\d+/);
});

test("standard input is read, from any directory, also through a symbolic link", () => {
  const link = join(scratch, "readout-link");
  symlinkSync(launcher, link);
  const done = spawnSync(link, ["read", "--json", "-"], { input: note, encoding: "utf8", cwd: tmpdir() });
  expect(done.status).toBe(0);
  const collection = loadCollection(JSON.parse(done.stdout));
  const [article] = collection.articles;
  expect(article!.text).toBe(note);
  const quote = article!.statements.find((s) => s.form === "direct");
  expect(quote?.content.map((p) => p.text).join(" ")).toContain("We checked every bolt");
  const speaker = article!.speakers.find((s) => s.id === quote?.speakers[0]);
  expect(speaker?.name).toBe("Ana Dell");
});

test("bad inputs are named, the others are done, status 1", () => {
  const good = join(scratch, "good.txt");
  const binary = join(scratch, "picture.txt");
  const broken = join(scratch, "saved.json");
  writeFileSync(good, note);
  writeFileSync(binary, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2, 3, 0]));
  writeFileSync(broken, '{"format": "readout/1"}');
  const missing = join(scratch, "not-there.txt");
  const { status, stdout, stderr } = run(["read", "--json", missing, good, binary, broken]);
  expect(status).toBe(1);
  const collection = loadCollection(JSON.parse(stdout));
  expect(collection.articles).toHaveLength(1);
  expect(collection.failures.map((f) => f.code).sort()).toEqual([
    "COLLECTION_BROKEN",
    "INPUT_BINARY",
    "INPUT_MISSING",
  ]);
  for (const file of [missing, binary, broken]) expect(stderr).toContain(file);
});

test("a changed passage in a saved collection is refused", () => {
  const saved = JSON.parse(run(["read", "--json", "-"], { input: note }).stdout) as Collection;
  saved.articles[0]!.statements[0]!.content[0]!.start += 1;
  const file = join(scratch, "changed.json");
  writeFileSync(file, JSON.stringify(saved));
  const { status, stdout } = run(["read", "--json", file]);
  expect(status).toBe(1);
  expect(JSON.parse(stdout).failures[0].code).toBe("PASSAGE_MISMATCH");
});

test("another language is kept without statements and with a warning", () => {
  const german =
    "Der Bürgermeister sagte am Montag, die Brücke sei sicher. Die Opposition widersprach ihm und verlangte ein Gutachten über den Zustand der Pfeiler.\n";
  const { status, stdout } = run(["read", "--json", "-"], { input: german });
  expect(status).toBe(0);
  const collection = JSON.parse(stdout) as Collection;
  expect(collection.articles[0]!.statements).toEqual([]);
  expect(collection.warnings.map((w) => w.code)).toContain("LANGUAGE_UNSUPPORTED");
});

test("order of files, --jobs and neighbours change no byte", () => {
  const one = run(["compare", "--json", "--jobs", "1", ...files]);
  const two = run(["compare", "--json", "--jobs", "2", ...[...files].reverse()]);
  expect(one.status).toBe(0);
  expect(two.stdout === one.stdout).toBe(true);
  const whole = JSON.parse(one.stdout) as Collection;
  // The example's dispute is over a promise: a question on anything else beside it would mislead.
  expect(whole.points.find((point) => point.verdict === "disputed")!.question).toMatch(
    /\b(?:word|promise|pledge|undertake)\b/,
  );
  const alone = JSON.parse(run(["read", "--json", files[0]!]).stdout) as Collection;
  const same = whole.articles.find((a) => a.id === alone.articles[0]!.id);
  const spans = (a: Collection["articles"][number]) =>
    a.statements.map((s) => [s.id, s.score, s.act, s.content]);
  expect(spans(same!)).toEqual(spans(alone.articles[0]!));
});

test("comparing what was saved gives the same again", () => {
  const second = run(["compare", "--json", saved]);
  expect(second.status).toBe(0);
  expect(second.stdout === compared).toBe(true);
  const read = join(scratch, "saved-read.json");
  writeFileSync(read, run(["read", "--json", example]).stdout);
  expect(run(["compare", "--json", read]).stdout === compared).toBe(true);
});

test("a copy of the folder elsewhere gives the same but for paths", () => {
  const there = join(scratch, "elsewhere");
  cpSync(example, there, { recursive: true });
  const strip = (json: string) =>
    JSON.stringify(JSON.parse(json), (k, v) => (k === "path" || k === "input" ? null : v));
  expect(strip(run(["compare", "--json", there]).stdout)).toBe(strip(compared));
});

test("compare on a terminal keeps to the width and has no colour unless asked", () => {
  for (const width of [60, 100]) {
    const { status, stdout } = run(["compare", saved], { env: { COLUMNS: String(width) } });
    expect(status).toBe(0);
    expect(stdout).not.toContain("\u001b[");
    const long = stdout.split("\n").filter((line) => [...line].length > width);
    expect(long).toEqual([]);
  }
  expect(run(["compare", saved], { env: { FORCE_COLOR: "1", NO_COLOR: "" } }).stdout).toContain("\u001b[");
});

test("report writes one page without outside addresses to load", () => {
  const file = join(scratch, "report.html");
  expect(run(["report", saved, "-o", file]).status).toBe(0);
  const page = readFileSync(file, "utf8");
  expect(page).toMatch(/^<!doctype html>/i);
  expect(page).not.toMatch(/<(?:link|img|script|iframe)[^>]+(?:href|src)\s*=\s*["']?https?:/i);
  expect(run(["report", saved, "-o", join(scratch, "no", "such", "folder.html")])).toMatchObject({
    status: 1,
  });
});

test("pipe answers every line in order, broken ones too", () => {
  const lines = [
    JSON.stringify({ id: "one", text: note, outlet: "Gazette", date: "2031-02-03" }),
    "not json",
    JSON.stringify({ id: 3 }),
    JSON.stringify({ id: "four", text: "Bo Harn denied that the bridge had closed." }),
  ];
  const { status, stdout } = run(["pipe"], { input: `${lines.join("\n")}\n` });
  expect(status).toBe(1);
  const answers = stdout
    .trim()
    .split("\n")
    .map((l) => JSON.parse(l));
  expect(answers.map((a) => [a.ref, a.error?.code ?? null])).toEqual([
    ["one", null],
    [null, "LINE_BROKEN"],
    ["3", "LINE_BROKEN"],
    ["four", null],
  ]);
  expect(answers[0]).toMatchObject({ outlet: "Gazette", publishedAt: "2031-02-03" });
  expect(answers[3].statements[0]).toMatchObject({ act: "deny" });
});

test("relate judges pairs in order", () => {
  const pair = (a: string, b: string, id: number) => JSON.stringify({ id, a: { text: a }, b: { text: b } });
  const input = [
    pair("The bridge was closed on Monday.", "The bridge was not closed on Monday.", 1),
    pair("The bridge was closed on Monday.", "The council elected a new treasurer.", 2),
  ].join("\n");
  const { status, stdout } = run(["relate"], { input });
  expect(status).toBe(0);
  const [one, two] = stdout
    .trim()
    .split("\n")
    .map((l) => JSON.parse(l));
  expect(one).toMatchObject({ id: 1, sameQuestion: true, verdict: "conflict" });
  expect(two).toMatchObject({ id: 2, sameQuestion: false, verdict: null });
});

test("evaluate scores a gold standard that equals a reading as perfect", () => {
  const text = "Mayor Ana Dell said that the bridge was safe. Bo Harn denied that he had closed it.\n";
  const saved = JSON.parse(run(["read", "--json", "-"], { input: text }).stdout) as Collection;
  let t = 0;
  const lines: string[] = [];
  saved.articles[0]!.statements.filter((s) => s.parent === null).forEach((s, e) => {
    const args = (["source", "cue", "content"] as const).flatMap((role) => {
      if (s[role].length === 0) return [];
      t++;
      const name = role[0]!.toUpperCase() + role.slice(1);
      lines.push(
        `T${t}\t${name} ${s[role].map((p) => `${p.start} ${p.end}`).join(";")}\t${s[role].map((p) => p.text).join(" ")}`,
      );
      return [`${name}:T${t}`];
    });
    lines.push(`E${e + 1}\tAttribution:T1 ${args.join(" ")}`);
  });
  const gold = mkdtempSync(join(scratch, "gold-"));
  writeFileSync(join(gold, "one.txt"), text);
  writeFileSync(join(gold, "one.ann"), lines.join("\n"));
  const scores = JSON.parse(run(["evaluate", "--gold", gold, "--json"]).stdout);
  expect(scores.exact).toMatchObject({ precision: 100, recall: 100 });
  expect(scores.exact.gold).toBeGreaterThanOrEqual(2);
  expect(run(["evaluate", "--gold", join(scratch, "nowhere")]).status).toBe(1);
});

test("a signal ends the command and what it started", async () => {
  const child = spawn(launcher, ["pipe"], { stdio: ["pipe", "pipe", "pipe"], detached: true });
  child.stdin.write(
    `${JSON.stringify({ id: "a", text: note })}\n${JSON.stringify({ id: "b", text: note.repeat(2) })}\n`,
  );
  await new Promise((resolve) => child.stdout.once("data", resolve));
  const ended = new Promise<number | null>((resolve) =>
    child.once("close", (code, signal) => resolve(signal ? 143 : code)),
  );
  child.kill("SIGTERM");
  expect(await ended).toBe(143);
  // The model processes finish what they have before they end.
  const left = () =>
    spawnSync("ps", ["-o", "pid=", "-g", String(child.pid)], { encoding: "utf8" }).stdout.trim();
  for (let i = 0; i < 100 && left() !== ""; i++) await new Promise((resolve) => setTimeout(resolve, 100));
  expect(left()).toBe("");
});
