/**
 * The chain end to end: `readout compare` over the events of fixtures/events against their gold.
 *   npm run bench:chain [-- dev | test | EVENT…]     prints every error with --notes, but for test events
 *
 * `test` events (fixtures/events/split.json) are kept out of all tuning: look at their figures, never at their errors.
 */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type EventScore, f1, type GoldEvent, scoreEvent, type Tally } from "./chain-score.ts";
import { compared, folder, split } from "./events.ts";
import { hashOf, record } from "./record.ts";

const words = process.argv.slice(2).filter((a) => !a.startsWith("-"));
const part = words.length === 1 && words[0]! in split ? words[0]! : null;
const asked = part ? split[part]! : words;
const events = readdirSync(folder)
  .filter((e) => existsSync(join(folder, e, "gold.json")) && (asked.length === 0 || asked.includes(e)))
  .sort();

const all: EventScore[] = [];
const calm: EventScore[] = [];
for (const event of events) {
  const { collection, gold } = compared<GoldEvent>(event);
  const score = scoreEvent(collection, gold);
  all.push(score);
  if (!gold.points.some(({ verdict }) => verdict === "disputed" || verdict === "divergent")) calm.push(score);
  if (process.argv.includes("--notes") && !split.test!.includes(event))
    for (const note of score.notes) console.log(`${event}: ${note}`);
}
const sum = (pick: (s: EventScore) => Tally) =>
  f1(
    all
      .map(pick)
      .reduce((a, b) => ({ right: a.right + b.right, found: a.found + b.found, gold: a.gold + b.gold })),
  );
const share = (pick: (s: EventScore) => { right: number; of: number }) =>
  all.map(pick).reduce((a, b) => ({ right: a.right + b.right, of: a.of + b.of }));
const result = {
  events,
  points: sum((s) => s.points),
  "points but one-sided ones": sum((s) => s.contested),
  "verdicts right on matched points": share((s) => s.verdicts),
  "holders shown": share((s) => s.holders),
  "shown as disputed and disputed": share((s) => s.disputedShown),
  "disputed in events without conflict": calm.reduce((n, s) => n + s.disputedShown.of, 0),
  shifts: sum((s) => s.shifts),
  absences: sum((s) => s.absences),
  variants: sum((s) => s.variants),
  copies: sum((s) => s.copies),
};
if (part === null && asked.length > 0) console.log(JSON.stringify(result, null, 2));
else record(part ? `chain-${part}` : "chain", { "fixtures/events": hashOf(folder) }, result);
