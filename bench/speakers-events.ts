/**
 * Speakers and sides over the documents of an event: `readout compare` on fixtures/events against their gold.
 *   npx tsx bench/speakers-events.ts dev|test [--notes] [--record]
 * B-cubed (Bagga & Baldwin 1998) over the documents' speakers that the gold names, one item for each document and speaker; the
 * side of each gold speaker that was found, right where it has the gold's name, or none where the gold has none. --notes lists
 * what is wrong, but never for test events.
 */
import type { Speaker } from "../src/model.ts";
import { compared, folder, split } from "./events.ts";
import { hashOf, record } from "./record.ts";
import { foldedWords, isSame } from "./speakers-names.ts";

interface GoldSpeaker {
  name: string;
  kind: string;
  side: string | null;
  mentions: string[];
}

const [part = "dev", ...flags] = process.argv.slice(2);
const notes = flags.includes("--notes") && part !== "test" && !split.test!.includes(part);
const key = (words: string) => foldedWords(words).join(" ");

/** The gold speaker that a document's speaker is: by name first, then by the words that the gold lists for it. */
function goldOf(speaker: Speaker, gold: readonly GoldSpeaker[], text: string): number {
  const names = gold.map(({ name }) => name);
  const exact = gold.findIndex(({ name }) => key(name) === key(speaker.name));
  if (exact >= 0) return exact;
  const same = gold.findIndex(({ name }) => isSame(name, speaker, names, text));
  if (same >= 0) return same;
  const words = new Set([speaker.name, ...speaker.aliases].map(key));
  return gold.findIndex(({ mentions }) => mentions.some((mention) => words.has(key(mention))));
}

const sums = { precision: 0, recall: 0, items: 0, sides: 0, found: 0, gold: 0 };
for (const event of split[part] ?? [part]) {
  const { collection, gold: all } = compared<{ speakers: GoldSpeaker[] }>(event);
  const gold = all.speakers;
  const cluster = new Map(collection.speakers.flatMap(({ id, members }) => members.map((one) => [one, id])));
  const items = collection.articles.flatMap((article) =>
    article.speakers.flatMap((speaker) => {
      const is = goldOf(speaker, gold, article.text);
      return is < 0 ? [] : [{ is, found: cluster.get(speaker.id) ?? speaker.id, name: speaker.name }];
    }),
  );
  for (const item of items) {
    const together = items.filter(({ found }) => found === item.found);
    const meant = items.filter(({ is }) => is === item.is);
    const both = together.filter(({ is }) => is === item.is).length;
    sums.precision += both / together.length;
    sums.recall += both / meant.length;
    if (notes && (both < together.length || both < meant.length))
      console.log(
        `${event}: ${gold[item.is]!.name}: ${item.name} with ${together.map(({ name }) => name).join(", ")}`,
      );
  }
  sums.items += items.length;
  sums.gold += gold.length;
  const sideOf = new Map(collection.sides.map((side) => [side.id, side.name]));
  gold.forEach((one, index) => {
    const own = items.filter(({ is }) => is === index);
    if (own.length === 0) return;
    sums.found++;
    const speaker = collection.speakers.find(({ id }) => id === own[0]!.found);
    const side = speaker?.side ? (sideOf.get(speaker.side) ?? null) : null;
    const right = one.side === null || side === null ? one.side === side : sameSide(one.side, side);
    if (right) sums.sides++;
    else if (notes) console.log(`${event}: side of ${one.name}: ${side ?? "none"} for ${one.side ?? "none"}`);
  });
}

/** "Corrigan-Voss" and "Corrigan-Voss Chemicals", "the plaintiffs" and "plaintiffs": all words of one in the other. */
function sameSide(a: string, b: string): boolean {
  const [x, y] = [foldedWords(a), foldedWords(b)];
  return x.every((word) => y.includes(word)) || y.every((word) => x.includes(word));
}

const share = (n: number, of: number) => (of > 0 ? Math.round((1000 * n) / of) / 10 : null);
const [p, r] = [sums.precision / sums.items, sums.recall / sums.items];
const result = {
  part,
  events: (split[part] ?? [part]).length,
  "B-cubed precision": share(p, 1),
  "B-cubed recall": share(r, 1),
  "B-cubed F1": share((2 * p * r) / (p + r), 1),
  "speakers of documents": sums.items,
  "gold speakers found": share(sums.found, sums.gold),
  "sides right": share(sums.sides, sums.found),
  "of speakers": sums.found,
};
if (flags.includes("--record"))
  record(`speakers-events-${part}`, { "fixtures/events": hashOf(folder) }, result);
else for (const [name, value] of Object.entries(result)) console.log(name.padEnd(24), value);
