/**
 * Rulings made on what an earlier version read, its model and its rules, and applied to what the present one reads, and the
 * other way round: 200 of all kinds on statements drawn by a fixed seed, as a collection that people have worked on meets an
 * update. (bench/rulings.ts changes the weights alone.) Documents: examples, the made events that tuning may see, the texts of
 * training/data that are not held out.
 *   npx tsx bench/rulings-checkpoints.ts EARLIER [PRESENT]
 * EARLIER is a folder of what the earlier version saved. To make it, with the first weights that were committed:
 *   git clone . /tmp/earlier && git -C /tmp/earlier checkout 882779f6fecc038bff9f3f8f41c9e280a1a84cb7 && mkdir /tmp/earlier-read
 *   /tmp/earlier/readout read --json $(npx tsx bench/rulings-checkpoints.ts --documents) > /tmp/earlier-read/all.json
 * PRESENT is the same of the present version; without it the documents are read here.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadCollection, unmerged } from "../src/collection.ts";
import type { Article, Collection } from "../src/model.ts";
import { rulingsOfAllKinds } from "../test/all-kinds.ts";
import { chance } from "../test/chance.ts";
import { folder as events, split } from "./events.ts";
import { hashOf, readout, record, root } from "./record.ts";
import { carried } from "./rulings-score.ts";

const SEED = 8;
const EXAMPLES = join(root, "examples");
const TEXTS = join(root, "training", "data", "texts");
/** The writer whose texts are held out from all tuning. */
const HELD = /^cedar/;

function documents(): string[] {
  const within = (at: string, fits: (name: string) => boolean) =>
    readdirSync(at)
      .sort()
      .filter(fits)
      .map((name) => join(at, name));
  return [
    ...within(EXAMPLES, (name) => name !== "README.md").flatMap((at) => within(at, () => true)),
    ...[...split.dev!, ...split.train!].flatMap((event) =>
      within(join(events, event), (name) => /^doc\d+\.txt$/.test(name)),
    ),
    ...within(TEXTS, (name) => !HELD.test(name)),
  ];
}

interface Read {
  articles: Article[];
  /** Hash of the weights that read them. */
  model: string;
}

function readOf(collections: readonly Collection[]): Read {
  const models = collections.flatMap((c) => c.generator.models).filter((m) => m.name.endsWith("attribution"));
  return {
    articles: collections.flatMap(unmerged),
    model: [...new Set(models.map((m) => m.sha256))].join(", "),
  };
}

function saved(folder: string): Read {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return readOf(files.map((name) => loadCollection(JSON.parse(readFileSync(join(folder, name), "utf8")))));
}

const [from, onto] = process.argv.slice(2);
if (from === "--documents") console.log(documents().join("\n"));
else if (!from || !existsSync(from)) {
  console.error(
    "Name the folder of what an earlier version read; the head of this file says how to make it.",
  );
  process.exit(2);
} else {
  const earlier = saved(from);
  const present = onto ? saved(onto) : readOf([JSON.parse(readout(["read", "--json", ...documents()]))]);
  // A front matter that the earlier version gave up on has no article there.
  const both = (a: Read, b: Read) => {
    const ids = new Set(b.articles.map((article) => article.id));
    return a.articles.filter((article) => ids.has(article.id));
  };
  const [old, now] = [both(earlier, present), both(present, earlier)];
  record(
    "rulings-checkpoints",
    {
      examples: hashOf(EXAMPLES),
      events: hashOf(events),
      texts: hashOf(TEXTS),
      "earlier model": earlier.model,
      "present model": present.model,
    },
    {
      documents: now.length,
      seed: SEED,
      "made under the earlier, applied under the present": carried(
        old,
        now,
        rulingsOfAllKinds(old, chance(SEED)),
      ),
      "the other way": carried(now, old, rulingsOfAllKinds(now, chance(SEED))),
    },
  );
}
