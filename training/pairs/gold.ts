/** Events of fixtures/events with their gold, read as the product reads them. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Claim } from "../../src/compare/claim.ts";
import type { Engine } from "../../src/engine/engine.ts";
import type { Article } from "../../src/model.ts";
import { ingest, packageRoot } from "../../src/node.ts";
import { read } from "../../src/pipeline.ts";

export interface Gold {
  points: { verdict: string; question: string; positions: { answer: string; passages: { doc: string; text: string }[] }[] }[];
}

const folder = join(packageRoot(), "fixtures", "events");

/** Names of events by part. */
export const parts = JSON.parse(readFileSync(join(folder, "split.json"), "utf8")) as Record<string, string[]>;

export async function articlesOf(name: string, engine: Engine): Promise<Article[]> {
  // Reading takes nearly all of the time: what was read before may be given.
  const kept = process.env.READOUT_READ ? join(process.env.READOUT_READ, `${name}.json`) : null;
  if (kept && existsSync(kept)) return JSON.parse(readFileSync(kept, "utf8")) as Article[];
  const at = join(folder, name);
  const files = readdirSync(at).filter((file) => /^doc\d+\.txt$/.test(file));
  const articles = [];
  for await (const { article } of ingest(files.map((file) => join(at, file))))
    if (article) articles.push(await read(article, engine));
  return articles;
}

export const goldOf = (name: string): Gold => JSON.parse(readFileSync(join(folder, name, "gold.json"), "utf8")) as Gold;

export const eventOf = async (name: string, engine: Engine): Promise<{ articles: Article[]; gold: Gold }> => ({
  articles: await articlesOf(name, engine),
  gold: goldOf(name),
});

/** The points and positions that a claim's passage is in. */
export function placesIn(gold: Gold, articles: readonly Article[]): (claim: Claim) => { point: number; position: number }[] {
  const documents = new Map(articles.map((a) => [a.id, { name: basename(a.path ?? ""), text: a.text }]));
  return (claim) => {
    const { name, text } = documents.get(claim.article)!;
    return gold.points.flatMap(({ positions }, point) =>
      positions.flatMap(({ passages }, position) =>
        passages
          .filter(({ doc, text: words }) => {
            const start = text.indexOf(words);
            return doc === name && start < claim.passage.end && claim.passage.start < start + words.length;
          })
          .map(() => ({ point, position })),
      ),
    );
  };
}
