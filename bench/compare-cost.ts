/**
 * What comparing costs once documents are read: cold and warm with the engine's models, which keep vectors and opinions, and after
 * each of a row of corrections. Seconds on the clock, and of this process's own processor time beside (the models run in others).
 *   npx tsx bench/compare-cost.ts [FILE]   FILE: a collection as `readout read --json` saves it; default: made articles
 */
import { readFileSync } from "node:fs";
import { loadavg } from "node:os";
import { basename } from "node:path";
import type { Article, Collection, Ruling } from "../src/model.ts";
import { openReadout } from "../src/node.ts";
import { chance } from "../test/chance.ts";
import { randomRuling } from "../test/random-rulings.ts";
import { madeArticles } from "./made-articles.ts";
import { median } from "./median.ts";
import { hashOf, record } from "./record.ts";

const ALL = 100;
const AT_CORRECTION = 50;
const CORRECTIONS = 15;

const round = (x: number) => Math.round(x * 100) / 100;
const statementsOf = (articles: readonly Article[]) => articles.reduce((n, a) => n + a.statements.length, 0);

function saved(file: string): Article[] {
  const read = JSON.parse(readFileSync(file, "utf8")) as Article[] | Collection;
  return (Array.isArray(read) ? read : read.articles).slice(0, ALL);
}

async function timed(work: () => Promise<unknown>): Promise<{ seconds: number; own: number }> {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return { seconds: round((performance.now() - start) / 1000), own: round((user + system) / 1e6) };
}

async function main(file: string | undefined): Promise<void> {
  const articles = file === undefined ? madeArticles(ALL) : saved(file);
  const load = loadavg()[0]!;
  const readout = openReadout({ jobs: 2 });
  try {
    const cold = await timed(() => readout.compare(articles));
    const warm = [];
    for (let n = 0; n < 3; n++) warm.push(await timed(() => readout.compare(articles)));
    const some = articles.slice(0, AT_CORRECTION);
    await readout.compare(some);
    const rulings: Ruling[] = [];
    const corrected: { action: string; seconds: number; own: number }[] = [];
    const next = chance(6);
    for (let n = 0; n < CORRECTIONS; n++) {
      rulings.push(randomRuling(some, n, next));
      const cost = await timed(() => readout.compare(some, { rulings }));
      corrected.push({ action: rulings[n]!.action, ...cost });
    }
    record(
      file === undefined ? "compare-cost" : "compare-cost-read",
      file === undefined ? {} : { [basename(file)]: hashOf(file) },
      {
        load: [round(load), round(loadavg()[0]!)],
        articles: articles.length,
        statements: statementsOf(articles),
        models: readout.models().map((model) => `${model.name} ${model.version}`),
        cold,
        warm,
        "at one correction": { articles: some.length, statements: statementsOf(some) },
        "after a correction, median": median(corrected.map((one) => one.seconds)),
        "after a correction, most": Math.max(...corrected.map((one) => one.seconds)),
        corrected,
      },
    );
  } finally {
    await readout.close();
  }
}

await main(process.argv[2]);
