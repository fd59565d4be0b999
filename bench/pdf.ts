/**
 * Reads generated PDFs in columns, with running heads, page numbers and footnotes, and measures the text that comes out:
 *   npx tsx bench/pdf.ts [--each 30] [--engine NAME] [--keep FOLDER] [--dry]
 * F1 counts words whatever their order; "order" is the longest common subsequence of words, which falls where columns are
 * read across or notes stand in the text. Engines that are not installed are left out; two at least must be.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { random } from "../src/ingest/fixtures/plant.ts";
import { readPdf } from "../src/ingest/pdf/read.ts";
import { ENGINES, type Engine, type Style } from "./pdf-engines.ts";
import { makeReport, NOTE, type Report } from "./pdf-text.ts";
import { record } from "./record.ts";

interface Score {
  f1: number;
  order: number;
  paragraphs: number;
  label: boolean;
}

function styleOf(seed: number, engine: Engine): Style {
  const next = random(seed * 104_729 + engine.name.length);
  const three = engine.name === "weasyprint" || engine.name === "libreoffice";
  return {
    columns: three && next(5) === 0 ? 3 : 2,
    size: 9 + next(3),
    justified: next(3) > 0,
    indented: next(2) === 0,
    wideTitle: next(2) === 0,
    letter: next(2) === 0,
    firstPage: next(3) === 0 ? 100 + next(300) : 1,
    serif: next(3) > 0,
  };
}

/** The text as a reader would copy it: notes at the end, each after its number. */
function expected(report: Report): string[] {
  const body = report.blocks.map((block) => block.text.replaceAll(NOTE, ""));
  return [report.title, report.author, ...body, ...report.notes.map((note, i) => `${i + 1} ${note}`)];
}

const wordsOf = (text: string) => text.split(/\s+/).filter((word) => word !== "");

function f1(gold: readonly string[], found: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const word of gold) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of found) {
    const left = counts.get(word) ?? 0;
    if (left > 0) shared++;
    counts.set(word, left - 1);
  }
  return (2 * shared) / (gold.length + found.length);
}

/** 2·LCS / (both lengths). */
function order(gold: readonly string[], found: readonly string[]): number {
  let row = new Uint32Array(found.length + 1);
  for (const word of gold) {
    const next = new Uint32Array(found.length + 1);
    for (let j = 1; j <= found.length; j++)
      next[j] = word === found[j - 1] ? row[j - 1]! + 1 : Math.max(row[j]!, next[j - 1]!);
    row = next;
  }
  return (2 * row[found.length]!) / (gold.length + found.length);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      each: { type: "string" },
      engine: { type: "string" },
      keep: { type: "string" },
      dry: { type: "boolean" },
    },
  });
  const each = Number(values.each ?? 30);
  const engines = ENGINES.filter(
    ({ name, program }) => (values.engine ?? name) === name && isInstalled(program),
  );
  if (engines.length < 2 && !values.engine)
    throw new Error("Install two of weasyprint, pdflatex, groff, soffice.");
  const folder = mkdtempSync(join(tmpdir(), "pdf-"));
  if (values.keep) mkdirSync(values.keep, { recursive: true });
  const table: Record<string, Record<string, number>> = {};
  const hash = createHash("sha256");
  for (const engine of engines) {
    const scores: Score[] = [];
    for (let seed = 1; seed <= each; seed++) {
      const style = styleOf(seed, engine);
      const report = makeReport(seed + engine.name.length * 1000, 18 + (seed % 20), true);
      const gold = expected(report);
      hash.update(gold.join("\n"));
      const path = engine.set(report, style, folder);
      if (values.keep) copyFileSync(path, join(values.keep, `${engine.name}-${seed}.pdf`));
      const article = await readPdf(readFileSync(path));
      const [want, have] = [wordsOf(gold.join(" ")), wordsOf(article.text)];
      const score = {
        f1: f1(want, have),
        order: order(want, have),
        paragraphs: f1(gold, article.text.split("\n\n")),
        label: article.pages[0]?.label === String(style.firstPage),
      };
      scores.push(score);
      if (score.order < 0.99 || score.paragraphs < 0.9 || !score.label)
        console.error(`${engine.name}-${seed}`, JSON.stringify(score), JSON.stringify(style));
    }
    const mean = (of: (score: Score) => number) =>
      Math.round((scores.reduce((sum, s) => sum + of(s), 0) / scores.length) * 10_000) / 100;
    table[engine.name] = {
      files: scores.length,
      wordF1: mean((s) => s.f1),
      leastF1: Math.round(Math.min(...scores.map((s) => s.f1)) * 10_000) / 100,
      order: mean((s) => s.order),
      leastOrder: Math.round(Math.min(...scores.map((s) => s.order)) * 10_000) / 100,
      paragraphF1: mean((s) => s.paragraphs),
      labelsRight: mean((s) => (s.label ? 1 : 0)),
    };
  }
  rmSync(folder, { recursive: true });
  if (values.dry) console.log(JSON.stringify(table, null, 2));
  else record("pdf", { reports: hash.digest("hex") }, table);
}

function isInstalled(program: string): boolean {
  try {
    execFileSync("which", [program], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
