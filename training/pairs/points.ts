/**
 * Every group of claims that merging comes by, with its features and what its event's gold says of it, for points.py to fit.
 *
 *   npx tsx training/pairs/points.ts OUT.jsonl dev,train [ROOT]     ROOT: a folder whose models/ are taken
 */
import { createWriteStream } from "node:fs";
import { basename } from "node:path";
import { grouped, originsOf, scoring } from "../../src/compare/compare.ts";
import { copiesOf } from "../../src/compare/copy.ts";
import { mayAnswer } from "../../src/compare/judge.ts";
import { type Merged, mergeTree } from "../../src/compare/link.ts";
import { readGroup } from "../../src/compare/point.ts";
import { pointFeatures } from "../../src/compare/point-model.ts";
import { toldIn } from "../../src/compare/salience.ts";
import { startEngine } from "../../src/engine/engine.ts";
import { matching } from "../../src/evaluate/score.ts";
import { packageRoot } from "../../src/node.ts";
import { consulted, laidOut } from "../../src/pipeline.ts";
import { type Gold, articlesOf, goldOf, parts } from "./gold.ts";

/** As bench/chain-score.ts matches points. */
const JACCARD = 0.4;
/** Merges are followed down to this mean chance. */
const LOOSEST = 0.1;

const [file, split, root] = process.argv.slice(2);
const out = createWriteStream(file!);
const engine = await startEngine({ root: root ?? packageRoot(), jobs: 2 });
for (const event of split!.split(",").flatMap((part) => parts[part]!)) {
  const gold = goldOf(event);
  const input = await consulted(laidOut(await articlesOf(event, engine)), { ...engine, pairs: null });
  const given = { ...input, opinions: null };
  const { context } = grouped(given, originsOf(copiesOf(input.articles)));
  const documents = new Map(input.articles.map((a) => [a.id, { name: basename(a.path ?? ""), text: a.text }]));
  const trees = mergeTree(context.claims, mayAnswer(scoring(given)), context.table.topic, LOOSEST);
  const hits = (id: string, passage: { doc: string; text: string }) => {
    const { statement, article } = context.prepared.statements.get(id)!;
    const { name, text } = documents.get(article.id)!;
    const start = text.indexOf(passage.text);
    const spans = statement.content.length > 0 ? statement.content : statement.cue;
    return name === passage.doc && start >= 0 && spans.some((s) => s.start < start + passage.text.length && start < s.end);
  };
  const write = (tree: Merged): number => {
    const parts: number[] = tree.parts?.map(write) ?? [];
    const told = toldIn(tree.members, context);
    const statements = [...new Set(tree.members.map((i) => context.claims[i]!.statement))];
    const ruled = told ? readGroup(tree.members, context).ruling.verdict : null;
    const fits = gold.points.flatMap((point: Gold["points"][number], n) => {
      const passages = point.positions.flatMap((position) => position.passages);
      const both = matching(statements, passages, hits);
      const jaccard = both / (statements.length + passages.length - both);
      return jaccard >= JACCARD ? [[n, jaccard, point.verdict] as const] : [];
    });
    const x = told && ruled ? pointFeatures(tree.members, ruled, told, context) : null;
    out.write(`${JSON.stringify({ set: event, of: gold.points.length, number, parts, mean: tree.mean, ruled, x, fits })}\n`);
    return number++;
  };
  let number = 0;
  for (const tree of trees) write(tree);
}
await engine.close();
out.end();
