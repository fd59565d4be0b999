/**
 * What places, rules, vectors and the pair model say of labelled pairs, for `combine.py` to weigh: the pairs of a split, and all claim pairs
 * of events that their gold puts into one point or into two.
 *
 *   npx tsx training/pairs/features.ts OUT.jsonl dev|train[,…] [ROOT]     ROOT: a folder whose models/ are taken, to try a model before it is installed
 */
import { createWriteStream, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chanceFeatures } from "../../src/compare/chance.ts";
import { factsOf, plainFeatures, sameFeatures, verdictFeatures } from "../../src/compare/combine.ts";
import { scoring } from "../../src/compare/compare.ts";
import { cosine } from "../../src/compare/cosine.ts";
import { idOf, mayAnswer } from "../../src/compare/judge.ts";
import { factsOfPair } from "../../src/compare/relate.ts";
import { relationLogs } from "../../src/compare/relation-head.ts";
import { startEngine } from "../../src/engine/engine.ts";
import { packageRoot } from "../../src/node.ts";
import { consulted, laidOut } from "../../src/pipeline.ts";
import type { Said } from "../../src/model.ts";
import { eventOf, parts, placesIn } from "./gold.ts";

const root = packageRoot();
const out = createWriteStream(process.argv[2]!);
const engine = await startEngine({ root: process.argv[4] ?? root, jobs: 2 });
const write = (row: object) => out.write(`${JSON.stringify(row)}\n`);

const folder = join(root, "training/data/pairs");
const split = JSON.parse(readFileSync(join(folder, "split.json"), "utf8")) as Record<string, string[]>;
interface Row {
  id: string;
  a: Said;
  b: Said;
  same: boolean;
  verdict: string | null;
}
for (const part of ["train", "dev", "test"] as const) {
  for (const name of split[part]!) {
    // Two names of the split are sheets, which name no pairs.
    if (!existsSync(join(folder, "gold", `${name}.jsonl`))) continue;
    const rows = readFileSync(join(folder, "gold", `${name}.jsonl`), "utf8").trim().split("\n").map((l) => JSON.parse(l) as Row);
    const texts = rows.flatMap(({ a, b }) => [a.text, b.text]);
    const vectors = await engine.encoder!.encode(texts);
    const opinions = (await engine.pairs?.judge(rows.map(({ a, b }) => [a, b] as const))) ?? [];
    for (const [n, row] of rows.entries()) {
      const [u, v] = [vectors[2 * n]!, vectors[2 * n + 1]!];
      const found = factsOfPair(row.a, row.b, { cosine: cosine(u, v), relation: relationLogs(u, v) });
      if (!found) continue;
      const { facts } = found;
      write({
        part,
        set: name,
        id: row.id,
        same: row.same,
        verdict: row.verdict,
        x: sameFeatures(facts),
        y: verdictFeatures(facts),
        z: plainFeatures(facts),
        opinion: opinions[n] ?? null,
      });
    }
  }
}

for (const event of process.argv[3]!.split(",").flatMap((part) => parts[part]!)) {
  const { articles, gold } = await eventOf(event, engine);
  const input = await consulted(laidOut(articles), engine);
  const { claims, candidates, rules, cosine: similar, relation } = scoring(input);
  const places = claims.map(placesIn(gold, input.articles));
  for (const [i, j] of mayAnswer({ claims, candidates })) {
    const [a, b] = [claims[i]!, claims[j]!];
    const [p, q] = [places[i]!, places[j]!];
    const shared = p.flatMap((x) => q.filter((y) => x.point === y.point).map((y) => [x, y] as const))[0];
    const opinion = input.opinions?.get(idOf(a, b)) ?? null;
    const apart = { disputed: "conflict", divergent: "diverge", unclear: "unclear" }[shared ? gold.points[shared[0].point]!.verdict : ""];
    write({
      part: "event",
      set: event,
      // Two of which no gold passage covers either may answer a question nobody listed.
      known: p.length > 0 || q.length > 0,
      same: shared !== undefined,
      verdict: shared === undefined ? null : shared[0].position === shared[1].position ? "agree" : (apart ?? null),
      c: chanceFeatures(a, b, i, j, similar(i, j)),
      apart: !a.holders.some((id) => b.holders.includes(id)),
      z: shared ? plainFeatures(factsOf(a, b, rules(i, j), { cosine: similar(i, j), relation: relation(i, j) })) : null,
      y: shared && opinion ? verdictFeatures(factsOf(a, b, rules(i, j), { cosine: similar(i, j), relation: relation(i, j) })) : null,
      opinion,
    });
  }
}
await engine.close();
out.end();
