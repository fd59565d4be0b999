/**
 * Claims of events with gold, as the product reads them, each with the points it is a passage of and its position there: what the pair
 * model and the vectors learn from beside the sheets.
 *
 *   npx tsx training/pairs/claims.ts OUT EVENT…     OUT: a folder, one file an event; events of fixtures/events
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { scoring } from "../../src/compare/compare.ts";
import { holderNotes, saidOf } from "../../src/compare/said.ts";
import { startEngine } from "../../src/engine/engine.ts";
import { packageRoot } from "../../src/node.ts";
import { laidOut } from "../../src/pipeline.ts";
import { eventOf, placesIn } from "./gold.ts";

const [out, ...events] = process.argv.slice(2);
mkdirSync(out!, { recursive: true });
const engine = await startEngine({ root: packageRoot(), jobs: 2 });
for (const event of events) {
  const { articles, gold } = await eventOf(event, engine);
  const input = laidOut(articles);
  const { claims, prepared } = scoring({ ...input, vectors: null });
  const notes = holderNotes(prepared);
  const places = placesIn(gold, input.articles);
  const rows = claims
    .filter(({ asserts }) => asserts)
    .map((claim) => ({
      statement: claim.statement,
      text: claim.text,
      said: saidOf(claim, notes),
      gold: places(claim).map(({ point, position }) => [point, position] as const),
    }));
  const told = gold.points.map(({ verdict, question, positions }) => ({ verdict, question, positions: positions.map(({ answer }) => answer) }));
  writeFileSync(join(out!, `${event}.json`), JSON.stringify({ event, claims: rows, points: told }));
}
await engine.close();
