/**
 * How well news pages are read: 200 invented pages of 20 layouts, by a fixed seed; main text by words, words of
 * navigation that got in, metadata. Four layouts are held out of all tuning and told apart.
 *   npx tsx bench/pages.ts            writes bench/results/DATE-pages.json
 *   npx tsx bench/pages.ts --show NAME   what is wrong with the pages of one layout (nothing is written)
 *   npx tsx bench/pages.ts --tuned       the tuned layouts alone (nothing is written)
 *   npx tsx bench/pages.ts --seed N      other pages of the same layouts (nothing is written)
 */
import { createHash } from "node:crypto";
import { fromHtml } from "../src/ingest/html.ts";
import * as held from "./pages-layouts-held.ts";
import * as news from "./pages-layouts-news.ts";
import * as old from "./pages-layouts-old.ts";
import * as wire from "./pages-layouts-wire.ts";
import type { Page } from "./pages-markup.ts";
import { type Field, scoreText, wrongFields } from "./pages-score.ts";
import { Dice } from "./pages-story.ts";
import { record } from "./record.ts";

const EACH = 10;
const SEED = 7001;
type Layout = (dice: Dice, nth: number) => Page;
const TUNED: Layout[] = [...Object.values(news), ...Object.values(wire), ...Object.values(old)];
const HELD: Layout[] = Object.values(held);

function pages(layouts: Layout[], seed: number): Page[] {
  return layouts.flatMap((layout) =>
    Array.from({ length: EACH }, (_, i) => layout(new Dice(seed + i * 101 + layout.name.length * 9973), i)),
  );
}

interface Tally {
  pages: number;
  f1: number;
  precision: number;
  recall: number;
  worst: number;
  chromeWords: number;
  metadataWrong: Partial<Record<Field, number>>;
}

function tally(some: Page[], show: boolean): Tally {
  let [matched, wanted, given, worst] = [0, 0, 0, 1];
  const chrome: string[] = [];
  const wrong: Partial<Record<Field, number>> = {};
  for (const page of some) {
    let article: ReturnType<typeof fromHtml>["article"] | null = null;
    try {
      article = fromHtml(page.html).article;
    } catch (error) {
      if (show) console.log(page.layout, String(error));
    }
    const scores = scoreText(page.truth, page.html, article?.text ?? "");
    matched += scores.matched;
    wanted += scores.wanted;
    given += scores.given;
    worst = Math.min(worst, (2 * scores.matched) / (scores.wanted + scores.given));
    chrome.push(...scores.chrome);
    const fields = article ? wrongFields(page.truth, article) : [];
    for (const field of fields) wrong[field] = (wrong[field] ?? 0) + 1;
    if (show) {
      const faults = [
        ...scores.missed.map((words) => `- ${words}`),
        ...scores.extra.map((words) => `+ ${words}`),
      ];
      if (faults.length > 0) console.log(faults.join("\n"));
      for (const field of fields) console.log(`${field}: ${article?.[field]} ≠ ${page.truth[field]}`);
    }
  }
  const percent = (n: number) => Math.round(n * 10_000) / 100;
  return {
    pages: some.length,
    f1: percent((2 * matched) / (wanted + given)),
    precision: percent(matched / given),
    recall: percent(matched / wanted),
    worst: percent(worst),
    chromeWords: chrome.length,
    metadataWrong: wrong,
  };
}

function main(args: string[]): void {
  const value = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const seed = Number(value("--seed") ?? SEED);
  const shown = value("--show");
  if (shown !== undefined) {
    const layout = [...TUNED, ...HELD].find(({ name }) => name === shown);
    if (!layout) throw new Error(`no layout ${shown}`);
    console.log(tally(pages([layout], seed), true));
    return;
  }
  const by = (layouts: Layout[]) =>
    Object.fromEntries(layouts.map((layout) => [layout.name, tally(pages([layout], seed), false)]));
  const tuned = { all: tally(pages(TUNED, seed), false), ...by(TUNED) };
  if (args.includes("--tuned") || args.includes("--seed")) {
    const heldOut = args.includes("--tuned") ? {} : { heldOut: tally(pages(HELD, seed), false) };
    console.table({ ...tuned, ...heldOut });
    return;
  }
  const every = pages([...TUNED, ...HELD], seed);
  const hash = createHash("sha256");
  for (const page of every) hash.update(page.html).update(JSON.stringify(page.truth));
  record(
    "pages",
    { pages: hash.digest("hex") },
    { all: tally(every, false), tuned, heldOut: { all: tally(pages(HELD, seed), false), ...by(HELD) } },
  );
}

main(process.argv.slice(2));
