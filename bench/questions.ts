/**
 * Every point's question and label beside the words that it was made of, for a reader to judge: would one read it aloud?
 *   npx tsx bench/questions.ts [--read FOLDER] [dev | train | EVENT…]
 * FOLDER holds read articles as <event>.json (`readout read --json`, or its articles); without it the events are read.
 * Events of the test part are never shown.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Article, Collection, Point } from "../src/model.ts";
import { openReadout } from "../src/node.ts";
import { compared, split } from "./events.ts";

/** The two passages that decide a point, or the first answers where nothing does. */
export function wordsOf(point: Point): string[] {
  const decisive = point.decisive?.evidence.map((passage) => passage.text) ?? [];
  return decisive.length > 0 ? decisive : point.positions.slice(0, 2).map((position) => position.answer);
}

/** One point as lines of text. */
export function shown(event: string, n: number, point: Point): string {
  const flat = (text: string) => text.replace(/\s+/g, " ").slice(0, 220);
  return [
    `${event} ${n + 1} [${point.verdict}] ${point.question}   « ${point.label} »`,
    ...wordsOf(point).map((text) => `      ${flat(text)}`),
  ].join("\n");
}

/** Events of the parts that may be looked at, all or as asked for by part or name. */
export function eventsFor(words: readonly string[]): string[] {
  const open = [...split.dev!, ...split.train!];
  if (words.length === 0) return open;
  return open.filter(
    (event) => words.includes(event) || words.some((word) => word !== "test" && split[word]?.includes(event)),
  );
}

async function pointsOf(event: string, folder: string | null): Promise<Point[]> {
  if (folder === null) return compared<unknown>(event).collection.points;
  const file = join(folder, `${event}.json`);
  if (!existsSync(file)) return [];
  const read = JSON.parse(readFileSync(file, "utf8")) as Article[] | Collection;
  return (await readout.compare(Array.isArray(read) ? read : read.articles)).points;
}

const args = process.argv.slice(2);
const at = args.indexOf("--read");
const folder = at < 0 ? null : args.splice(at, 2)[1]!;
const readout = openReadout({ jobs: 1 });
try {
  for (const event of eventsFor(args))
    for (const [n, point] of (await pointsOf(event, folder)).entries()) console.log(shown(event, n, point));
} finally {
  await readout.close();
}
