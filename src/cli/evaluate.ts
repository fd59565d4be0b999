import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { ReadoutError } from "../errors.ts";
import { type Attribution, goldText, parseBrat } from "../evaluate/brat.ts";
import { scoreCofenet } from "../evaluate/cofenet.ts";
import {
  type ArticleCounts,
  addCounts,
  type Counts,
  nests,
  type Ratio,
  ROLES,
  ratio,
  type ScoredRole,
  scoreArticle,
  sumScores,
  zero,
} from "../evaluate/score.ts";
import { fromRecord } from "../ingest/record.ts";
import type { Article } from "../model.ts";
import { openReadout } from "../node.ts";
import { print } from "./terminal.ts";

export interface EvaluateOptions {
  gold: string;
  json?: boolean;
  protocol: string;
  minScore: number;
  jobs: number;
}

interface GoldArticle {
  name: string;
  raw: string;
  annotators: Attribution[][];
}

/** `readout evaluate`: brat standoff in, scores out, through the product's own `read`. */
export async function evaluateCommand(options: EvaluateOptions): Promise<number> {
  if (!["readout", "cofenet"].includes(options.protocol))
    throw new ReadoutError("USAGE", { detail: "--protocol is readout or cofenet." });
  const gold = await loadGold(options.gold);
  const nested = gold.some((g) => g.annotators.some(nests));
  const readout = openReadout({ jobs: options.jobs });
  try {
    const articles: ArticleCounts[][] = [];
    const loose: Record<ScoredRole, Counts> = { source: zero(), cue: zero(), content: zero() };
    const queue: { item: GoldArticle; article: Promise<Article> }[] = [];
    const drain = async (down: number) => {
      while (queue.length > down) {
        const { item, article } = queue.shift()!;
        const { text, statements } = await article;
        const predicted = statements.filter(
          (s) => (nested || s.parent === null) && s.score >= options.minScore,
        );
        articles.push(item.annotators.map((g) => scoreArticle(text, predicted, g)));
        for (const annotator of item.annotators) {
          const counts = scoreCofenet(text, predicted, annotator);
          for (const role of ROLES) addCounts(loose[role], counts[role], 1 / item.annotators.length);
        }
      }
    };
    for (const item of gold) {
      const article = readout.read(fromRecord({ id: item.name, text: goldText(item.raw), language: "en" }));
      article.catch(() => {});
      queue.push({ item, article });
      await drain(options.jobs);
    }
    await drain(0);
    const scores = sumScores(articles);
    const cofenet = { source: ratio(loose.source), cue: ratio(loose.cue), content: ratio(loose.content) };
    const result =
      options.protocol === "cofenet"
        ? { protocol: "cofenet", articles: gold.length, fragments: cofenet }
        : { protocol: "readout", ...scores };
    const answer = { ...result, models: readout.models() };
    await print(options.json ? `${JSON.stringify(answer)}\n` : table(answer));
    return 0;
  } finally {
    await readout.close();
  }
}

/** Finds .ann files anywhere under a folder and the text of each: same stem, or the stem before `_annotator`. */
async function loadGold(folder: string): Promise<GoldArticle[]> {
  if (!existsSync(folder)) throw new ReadoutError("INPUT_MISSING");
  const files = (await readdir(folder, { recursive: true })).sort();
  const texts = new Map<string, string>();
  for (const file of files) if (file.endsWith(".txt")) texts.set(basename(file, ".txt"), file);
  const found = new Map<string, string[]>();
  for (const file of files) {
    if (!file.endsWith(".ann")) continue;
    const stem = basename(file, ".ann");
    const name = texts.has(stem) ? stem : stem.replace(/_[^_]+$/, "");
    if (!texts.has(name)) throw new ReadoutError("GOLD_BROKEN", { detail: `${file} has no text` });
    found.set(name, [...(found.get(name) ?? []), file]);
  }
  if (found.size === 0) throw new ReadoutError("GOLD_BROKEN", { detail: "no .ann file in it" });
  const gold: GoldArticle[] = [];
  for (const [name, anns] of [...found].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const raw = await readFile(join(folder, texts.get(name)!), "utf8");
    const annotators: Attribution[][] = [];
    for (const ann of anns) {
      try {
        annotators.push(parseBrat(await readFile(join(folder, ann), "utf8"), raw));
      } catch (error) {
        if (error instanceof ReadoutError)
          throw new ReadoutError("GOLD_BROKEN", { detail: `${ann}, ${String(error.details.detail)}` }, error);
        throw error;
      }
    }
    gold.push({ name, raw, annotators });
  }
  return gold;
}

function table(scores: {
  articles: number;
  fragments: Record<ScoredRole, Ratio>;
  exact?: Ratio;
  overlap?: Ratio;
}): string {
  const row = (name: string, r: Ratio) =>
    `${name.padEnd(26)}${[r.precision, r.recall, r.f1].map((n) => n.toFixed(1).padStart(7)).join("")}`;
  const lines = [
    `${String(scores.articles)} articles`.padEnd(26) + ["P", "R", "F1"].map((h) => h.padStart(7)).join(""),
  ];
  for (const role of ROLES) lines.push(row(`${role} fragments`, scores.fragments[role]));
  if (scores.exact) lines.push(row("whole, exact", scores.exact));
  if (scores.overlap) lines.push(row("whole, by overlap", scores.overlap));
  return `${lines.join("\n")}\n`;
}
