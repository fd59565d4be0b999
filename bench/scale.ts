/**
 * Comparing at scale: made articles grouped without any model, processor time and memory for each stage at four sizes, each twice
 * the one before, so that a step that grows with the square shows. The bound of docs: 100,000 statements in 60 s and 2 GB.
 *   npx tsx bench/scale.ts [STATEMENTS]
 */
import { execFileSync } from "node:child_process";
import { loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { compareArticles, scoring } from "../src/compare/compare.ts";
import { prepare } from "../src/compare/prepare.ts";
import { laidOut } from "../src/pipeline.ts";
import { madeArticles } from "./made-articles.ts";
import { record } from "./record.ts";

const EACH = 25;
const round = (x: number) => Math.round(x * 100) / 100;

interface Run {
  statements: number;
  claims: number;
  pairs: number;
  points: number;
  /** Seconds of processor time, all threads of the process together. */
  stages: Record<string, number>;
  total: number;
  /** Seconds on the clock for all stages. */
  clock: number;
  "pairs scored a second": number;
  /** Largest resident memory of the process in all, the articles themselves included. */
  megabytes: number;
}

/** One size, in this process. */
function run(statements: number): Run {
  const articles = madeArticles(Math.round(statements / EACH), EACH);
  const stages: Record<string, number> = {};
  const stage = <T>(name: string, work: () => T): T => {
    const before = process.cpuUsage();
    const result = work();
    const { user, system } = process.cpuUsage(before);
    stages[name] = round((user + system) / 1e6);
    return result;
  };
  const start = performance.now();
  const input = { ...stage("speakers, sides, sentences", () => laidOut(articles)), vectors: null };
  stage("claims", () => prepare(input));
  const { claims, candidates, rules } = stage("candidate pairs", () => scoring(input));
  stage("scoring pairs", () => {
    for (const [i, j] of candidates) rules(i, j);
  });
  const { points } = stage("groups, points, all else", () => compareArticles(input));
  return {
    statements: articles.length * EACH,
    claims: claims.length,
    pairs: candidates.length,
    points: points.length,
    stages,
    total: round(Object.values(stages).reduce((a, b) => a + b, 0)),
    clock: round((performance.now() - start) / 1000),
    "pairs scored a second": Math.round(candidates.length / stages["scoring pairs"]!),
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

/** Heap of a run: without a bound Node lets garbage pile up to several times what is in use. */
const HEAP = "--max-old-space-size=1536";

/** Each size in a process of its own, so that none has another's memory or warmth. */
function apart(statements: number): Run {
  const args = [HEAP, "--import", "tsx", fileURLToPath(import.meta.url), "--one", String(statements)];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" })) as Run;
}

const [first, second] = process.argv.slice(2);
if (first === "--one") console.log(JSON.stringify(run(Number(second))));
else {
  const most = Number(first ?? 100_000);
  const load = loadavg()[0]!;
  const runs = [most / 8, most / 4, most / 2, most].map(apart);
  const [half, whole] = runs.slice(-2) as [Run, Run];
  record(
    "scale",
    {},
    {
      load: [round(load), round(loadavg()[0]!)],
      runs,
      "time at twice the size": Object.fromEntries(
        Object.entries(whole.stages).map(([name, time]) => [name, round(time / half.stages[name]!)]),
      ),
    },
  );
}
