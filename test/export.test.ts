/** `export` and `quote` as a user meets them: files, folders, standard output, exit status, the same bytes each time. */
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Collection } from "../src/model.ts";
import type { Quotation } from "../src/report/quotation.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const example = join(root, "examples", "river-talks");
let scratch = "";
let saved = "";
let collection: Collection;

function run(args: string[], input = "") {
  const done = spawnSync(join(root, "readout"), args, {
    encoding: "utf8",
    input,
    cwd: scratch,
    env: { ...process.env, NO_COLOR: "1" },
    maxBuffer: 1 << 28,
  });
  return { status: done.status, stdout: done.stdout, stderr: done.stderr };
}

beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "readout-export-"));
  saved = join(scratch, "saved.json");
  const { stdout } = run(["compare", "--json", example]);
  writeFileSync(saved, stdout);
  collection = JSON.parse(stdout) as Collection;
}, 180_000);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe("export", { timeout: 180_000 }, () => {
  it("to brat scores 100 everywhere when the same documents are read again", () => {
    const folder = join(scratch, "new", "brat");
    expect(run(["export", "--to", "brat", saved, "-o", folder])).toMatchObject({ status: 0, stderr: "" });
    const { status, stdout } = run(["evaluate", "--json", "--gold", folder]);
    expect(status).toBe(0);
    const whole = { precision: 100, recall: 100, f1: 100 };
    expect(JSON.parse(stdout)).toMatchObject({
      articles: collection.articles.length,
      fragments: { source: whole, cue: whole, content: whole },
      exact: whole,
      overlap: whole,
    });
  });

  it("gives the same bytes from the documents in any order as from what was saved", () => {
    const files = readdirSync(example).map((f) => join(example, f));
    const first = run(["export", "--to", "webannotation", saved, "-o", "-"]);
    expect(first.status).toBe(0);
    expect(first.stdout.length).toBeGreaterThan(1000);
    const again = run(["export", "--to", "webannotation", ...[...files].reverse(), "-o", "-"]);
    expect(again.stdout === first.stdout).toBe(true);
  });

  it("writes one table as a file, all of them into a folder", () => {
    const folder = join(scratch, "tables");
    expect(run(["export", "--to", "csv", saved, "-o", folder]).status).toBe(0);
    expect(readdirSync(folder)).toHaveLength(10);
    const single = join(scratch, "s.csv");
    expect(run(["export", "--to", "csv", saved, "-o", single]).status).toBe(0);
    expect(readFileSync(single, "utf8")).toBe(readFileSync(join(folder, "statements.csv"), "utf8"));
    const relations = run(["export", "--to", "csv", saved, "-o", "-", "--table", "relations"]).stdout;
    expect(relations).toBe(readFileSync(join(folder, "relations.csv"), "utf8"));
  });

  it("never writes over a file without being told to", () => {
    const file = join(scratch, "mine.md");
    writeFileSync(file, "mine");
    const refused = run(["export", "--to", "markdown", saved, "-o", file]);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toMatch(/OUTPUT_EXISTS.*mine\.md/);
    expect(readFileSync(file, "utf8")).toBe("mine");
    const folder = join(scratch, "half");
    mkdirSync(folder);
    writeFileSync(join(folder, "points.csv"), "mine");
    expect(run(["export", "--to", "csv", saved, "-o", folder]).status).toBe(1);
    expect(readdirSync(folder)).toEqual(["points.csv"]);
    expect(run(["export", "--to", "markdown", "--force", saved, "-o", file]).status).toBe(0);
    expect(readFileSync(file, "utf8")).toMatch(/^# 7 accounts/);
  });

  it("names bad inputs, exports the rest, and refuses a wrong command line", () => {
    const missing = join(scratch, "missing.txt");
    const some = run(["export", "--to", "jsonld", saved, missing, "-o", join(scratch, "some", "x.jsonld")]);
    expect(some.status).toBe(1);
    expect(some.stderr).toContain("INPUT_MISSING");
    expect(existsSync(join(scratch, "some", "x.jsonld"))).toBe(true);
    for (const args of [
      ["export", saved, "-o", "x"],
      ["export", "--to", "word", saved, "-o", "x"],
      ["export", "--to", "csv", saved],
      ["export", "--to", "brat", saved, "-o", "-"],
      ["export", "--to", "jsonld", saved, "-o", "-", "--table", "points"],
    ])
      expect([args, run(args).status]).toEqual([args, 2]);
    const file = join(saved, "x.md");
    expect(run(["export", "--to", "markdown", saved, "-o", file]).stderr).toContain("OUTPUT_FAILED");
  });
});

describe("quote", { timeout: 180_000 }, () => {
  it("finds words however they are typed, and gives them as the article has them", () => {
    const { status, stdout } = run(["quote", "NO SUCH promise, and no date", saved, "--as", "json"]);
    expect(status).toBe(0);
    const quotations = JSON.parse(stdout) as Quotation[];
    expect(quotations.length).toBeGreaterThan(1);
    for (const q of quotations) {
      const article = collection.articles.find((a) => a.id === q.article)!;
      for (const p of q.exact) expect(article.text.slice(p.start, p.end)).toBe(p.text);
      expect(q.speakers[0]!.name).toBe("Henrik Dahlmo");
      expect(q.direct).toBe(true);
    }
    const id = quotations[0]!.id;
    expect(run(["quote", "--id", id, saved]).stdout).toContain("Henrik Dahlmo, Arland’s minister of water");
    for (const as of ["plain", "markdown", "bibtex", "csl"])
      expect(run(["quote", "no such promise", saved, "--as", as]).stdout).toContain("Dahlmo");
  });
  it("works on one document from standard input, and says what it did not find", () => {
    const note =
      'Mayor Ana Dell said on Monday that the bridge was safe. "We checked every bolt," she told reporters.\n';
    const found = run(["quote", "“we checked every bolt”", "-"], note);
    expect(found).toMatchObject({ status: 0, stderr: "" });
    expect(found.stdout).toMatch(/^“We checked every bolt” — Ana Dell/);
    const none = run(["quote", "we checked every nut", "-"], note);
    expect(none).toMatchObject({ status: 1, stdout: "" });
    expect(none.stderr).toContain("QUOTE_NOT_FOUND");
    for (const args of [
      ["quote", "words only"],
      ["quote", "…", saved],
      ["quote", "x", saved, "--as", "docx"],
    ])
      expect(run(args).status).toBe(2);
  });
});
