/**
 * Claims of events with gold, as the product reads them, each with the points it is a passage of and its position there: what the pair
 * model and the vectors learn from beside the sheets.
 *
 *   npx tsx training/pairs/claims.ts OUT EVENT…     OUT: a folder, one file an event; events of fixtures/events
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { scoring } from "../../src/compare/compare.ts";
import { holderNotes, saidOf } from "../../src/compare/said.ts";
import { startEngine } from "../../src/engine/engine.ts";
import { ingest, packageRoot } from "../../src/node.ts";
import { laidOut, read } from "../../src/pipeline.ts";

interface Gold {
  points: { verdict: string; question: string; positions: { answer: string; passages: { doc: string; text: string }[] }[] }[];
}

const [out, ...events] = process.argv.slice(2);
mkdirSync(out!, { recursive: true });
const engine = await startEngine({ root: packageRoot(), jobs: 2 });
for (const event of events) {
  const folder = join(packageRoot(), "fixtures", "events", event);
  const { points } = JSON.parse(readFileSync(join(folder, "gold.json"), "utf8")) as Gold;
  const files = readdirSync(folder).filter((file) => /^doc\d+\.txt$/.test(file));
  const articles = [];
  for await (const { article } of ingest(files.map((file) => join(folder, file))))
    if (article) articles.push(await read(article, engine));
  const input = laidOut(articles);
  const { claims, prepared } = scoring({ ...input, vectors: null });
  const notes = holderNotes(prepared);
  const documents = new Map(input.articles.map((a) => [a.id, { name: basename(a.path ?? ""), text: a.text }]));
  const rows = claims
    .filter(({ asserts }) => asserts)
    .map((claim) => {
      const { name, text } = documents.get(claim.article)!;
      const gold = points.flatMap(({ positions }, point) =>
        positions.flatMap(({ passages }, position) =>
          passages
            .filter(({ doc, text: words }) => {
              const start = text.indexOf(words);
              return doc === name && start < claim.passage.end && claim.passage.start < start + words.length;
            })
            .map(() => [point, position] as const),
        ),
      );
      return { statement: claim.statement, text: claim.text, said: saidOf(claim, notes), gold };
    });
  const told = points.map(({ verdict, question, positions }) => ({ verdict, question, positions: positions.map(({ answer }) => answer) }));
  writeFileSync(join(out!, `${event}.json`), JSON.stringify({ event, claims: rows, points: told }));
}
await engine.close();
