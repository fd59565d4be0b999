/**
 * Pronoun resolution on GAP (Webster et al. 2018): a pronoun and two names given, which of them is meant, if any.
 *
 *   npx tsx bench/gap.ts [FILE.tsv | CORPORA]     default: $READOUT_CORPORA/open/gap/gap-development.tsv
 *
 * Prints precision, recall and F1 as the official scorer counts them (one decision a name), by gender too, with the
 * baselines of the paper for the development part. `--misses` prints what went wrong; `--bare` goes without the model's states.
 */
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { ArticleSource } from "../src/model.ts";
import { corefer } from "../src/resolve/corefer.ts";
import { segment } from "../src/segment/segment.ts";
import { closeEngine, statesOf } from "./states.ts";

interface Row {
  id: string;
  text: string;
  pronoun: { word: string; at: number };
  names: { word: string; at: number; gold: boolean }[];
}

const flags = process.argv.slice(2).filter((arg) => arg.startsWith("--"));
const given = process.argv.slice(2).find((arg) => !arg.startsWith("--")) ?? process.env.READOUT_CORPORA;
const file =
  given && existsSync(given) && statSync(given).isDirectory()
    ? join(given, "open/gap/gap-development.tsv")
    : given;
if (!file || !existsSync(file)) {
  console.error("Give a GAP file, or the folder of the corpora (or READOUT_CORPORA).");
  process.exit(2);
}

/** GAP counts code points. */
function utf16(text: string, codePoint: number): number {
  return [...text].slice(0, codePoint).join("").length;
}

const rows: Row[] = readFileSync(file, "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => {
    const [id, text, word, at, a, aAt, aGold, b, bAt, bGold] = line.split("\t") as string[];
    return {
      id: id!,
      text: text!,
      pronoun: { word: word!, at: utf16(text!, Number(at)) },
      names: [
        { word: a!, at: utf16(text!, Number(aAt)), gold: aGold === "TRUE" },
        { word: b!, at: utf16(text!, Number(bAt)), gold: bGold === "TRUE" },
      ],
    };
  });

const counts = { m: [0, 0, 0], f: [0, 0, 0] };
for (const row of rows) {
  const decided = await decide(row);
  const gender = /^(?:she|her|hers)$/i.test(row.pronoun.word) ? counts.f : counts.m;
  row.names.forEach((name, index) => {
    const said = decided === index;
    if (said && name.gold) gender[0]!++;
    else if (said) gender[1]!++;
    else if (name.gold) gender[2]!++;
  });
  const gold = row.names.findIndex((name) => name.gold);
  if (flags.includes("--misses") && gold !== decided) {
    console.log(
      `${row.id} ${row.pronoun.word}@${row.pronoun.at} gold ${gold < 0 ? "neither" : row.names[gold]!.word} got ${decided < 0 ? "neither" : row.names[decided]!.word}\n  ${mark(row)}`,
    );
  }
}
await closeEngine();
const f1 = ([tp, fp, fn]: number[]) => (200 * tp!) / (2 * tp! + fp! + fn!);
const all = counts.m.map((value, index) => value + counts.f[index]!);
const [tp, fp, fn] = all as [number, number, number];
console.log(
  `${rows.length} pronouns  P ${((100 * tp) / (tp + fp)).toFixed(1)}  R ${((100 * tp) / (tp + fn)).toFixed(1)}  F1 ${f1(all).toFixed(1)}  masculine ${f1(counts.m).toFixed(1)}  feminine ${f1(counts.f).toFixed(1)}  ratio ${(f1(counts.f) / f1(counts.m)).toFixed(2)}`,
);
console.log(
  "Baselines of the paper, development part: Lee et al. 55, parallelism 66.7 (with page titles 70.6).",
);

/**
 * Which of the two names the resolver takes; -1 for neither. The task gives the two names, so they are known to be
 * people's, and the better of the two counts unless a third person is far ahead.
 */
async function decide(row: Row): Promise<number> {
  const article: ArticleSource = {
    id: row.id,
    ref: null,
    path: null,
    url: null,
    outlet: null,
    title: null,
    byline: null,
    publishedAt: null,
    retrievedAt: null,
    kind: "report",
    language: "en",
    side: null,
    text: row.text,
    textOffset: 0,
    pages: [],
    times: [],
  };
  const people = row.names.map(({ at, word }) => ({ start: at, end: at + word.length }));
  const segmented = segment(article);
  const context = corefer(
    {
      ...segmented,
      marks: [],
      links: [],
      inner: { marks: [], links: [] },
      acts: null,
      states: flags.includes("--bare") ? null : await statesOf(segmented),
      statements: [],
    },
    people,
  );
  const { list } = context.mentions;
  const pronoun = list.find(
    (mention) =>
      mention.form === "pronoun" && mention.start <= row.pronoun.at && row.pronoun.at < mention.end,
  );
  if (!pronoun) return -1;
  const entities = people.map((span) => {
    const mention = list.find(
      (item) => item.form === "name" && item.start < span.end && span.start < item.end,
    );
    return mention ? (context.clusters.byMention.get(mention.id) ?? -1) : -1;
  });
  // what the resolver found when it came to the pronoun, not what it knew at the end
  const { guess } = context.references.get(pronoun.id)!;
  const best = guess.slice(0, 2).find((entity) => entities.includes(entity));
  return best === undefined ? -1 : entities.indexOf(best);
}

function mark(row: Row): string {
  const places = [
    ...row.names.map((name) => ({ at: name.at, word: name.word, sign: "_" })),
    { at: row.pronoun.at, word: row.pronoun.word, sign: "*" },
  ].sort((a, b) => b.at - a.at);
  let text = row.text;
  for (const { at, word, sign } of places)
    text = `${text.slice(0, at)}${sign}${word}${sign}${text.slice(at + word.length)}`;
  return text;
}
