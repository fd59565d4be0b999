/**
 * Scores the tag stage alone, through the product's own TypeScript, against brat gold: what the port of the decoding and
 * the linking gives before `attribute` touches it.
 *
 *     npx tsx training/tagging.ts GOLD_DIR [--dump FILE | --metrics FILE]
 *
 * GOLD_DIR holds `text/` and `attributions/`. `--dump` writes what was found, one JSON line an article; `--metrics` the
 * scores.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startEngine } from "../src/engine/engine.ts";
import { goldText, parseBrat } from "../src/evaluate/brat.ts";
import { type ArticleCounts, scoreArticle, sumScores } from "../src/evaluate/score.ts";
import type { ArticleSource } from "../src/model.ts";
import { segment } from "../src/segment/segment.ts";
import { tag } from "../src/tag/tag.ts";

const [gold, flag, file] = process.argv.slice(2);
const engine = await startEngine({ root: join(import.meta.dirname, ".."), jobs: 1 });
const anns = readdirSync(join(gold!, "attributions"));
const rows: ArticleCounts[][] = [];
const dump: string[] = [];
let pieces = 0;
const began = performance.now();
for (const name of readdirSync(join(gold!, "text")).sort()) {
  const raw = readFileSync(join(gold!, "text", name), "utf8");
  const text = goldText(raw);
  const stem = name.replace(/\.txt$/, "");
  const own = anns.filter((a) => a.startsWith(`${stem}_`) && a.length === stem.length + 9);
  const segmented = segment({ text, kind: "report" } as ArticleSource);
  const counted = {
    run: (w: Parameters<typeof engine.tagger.run>[0]) => {
      pieces += w.ids.length;
      return engine.tagger.run(w);
    },
  };
  const { marks, links } = await tag(segmented, counted, engine.settings);
  const found = links.map((l) => ({
    source: l.source.map((i) => marks[i]!),
    cue: l.cue.map((i) => marks[i]!),
    content: l.content.map((i) => marks[i]!),
  }));
  const annotators = own.map((a) => parseBrat(readFileSync(join(gold!, "attributions", a), "utf8"), raw));
  rows.push(annotators.map((a) => scoreArticle(text, found, a)));
  dump.push(JSON.stringify({ name: stem, marks, links }));
}
const seconds = (performance.now() - began) / 1000;
const { fragments, exact, overlap } = sumScores(rows);
const show = (r: { f1: number; precision: number; recall: number }) => `${r.f1} (${r.precision}/${r.recall})`;
console.log(
  `source ${show(fragments.source)} cue ${show(fragments.cue)} content ${show(fragments.content)} exact ${show(exact)} overlap ${show(overlap)}`,
);
console.log(`${rows.length} articles, ${pieces} pieces in windows, ${seconds.toFixed(1)} s`);
if (flag === "--dump") writeFileSync(file!, `${dump.join("\n")}\n`);
if (flag === "--metrics") {
  const f = ({ f1, precision, recall }: { f1: number; precision: number; recall: number }) => ({ f1, precision, recall });
  const metrics = {
    model: engine.models[0]!.sha256,
    stage: "segment and tag, int8, TypeScript (training/tagging.ts)",
    data: "PolNeAR v1.0.0, development part (settings were tuned on it)",
    articles: rows.length,
    fragments: { source: f(fragments.source), cue: f(fragments.cue), content: f(fragments.content) },
    attributions: { exact: f(exact), overlap: f(overlap) },
  };
  writeFileSync(file!, `${JSON.stringify(metrics, null, 2)}\n`);
}
await engine.close();
