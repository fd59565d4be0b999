/**
 * Accuracy of reading on PolNeAR's development part, one run of `read` over every article: both protocols, the dial of
 * `score`, its calibration, by difficulty and by kind of speech.
 *   READOUT_CORPORA=… npm run bench:accuracy
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Attribution, goldText, parseBrat } from "../src/evaluate/brat.ts";
import { scoreCofenet } from "../src/evaluate/cofenet.ts";
import {
  type ArticleCounts,
  addCounts,
  nearby,
  partners,
  ROLES,
  ratio,
  scoreArticle,
  sumScores,
  trimmedEdges,
  zero,
} from "../src/evaluate/score.ts";
import { fromRecord } from "../src/ingest/record.ts";
import type { Article, Statement } from "../src/model.ts";
import { openReadout } from "../src/node.ts";
import { calibration } from "./calibration.ts";
import { corpora, hashOf, record } from "./record.ts";

const THRESHOLDS = [0.3, 0.5, 0.7, 0.8, 0.85, 0.9, 0.95];

interface Gold {
  name: string;
  raw: string;
  annotators: Attribution[][];
}

function load(part: string): Gold[] {
  const folder = join(corpora(), "research", "polnear", "data", part);
  const anns = readdirSync(join(folder, "attributions")).sort();
  return readdirSync(join(folder, "text"))
    .sort()
    .map((file) => {
      const name = file.replace(/\.txt$/, "");
      const raw = readFileSync(join(folder, "text", file), "utf8");
      const own = anns.filter((a) => a.startsWith(`${name}_`) && a.length === name.length + 9);
      return {
        name,
        raw,
        annotators: own.map((a) => parseBrat(readFileSync(join(folder, "attributions", a), "utf8"), raw)),
      };
    })
    .filter((g) => g.annotators.length > 0);
}

const words = (text: string, a: Attribution) =>
  a.cue.map((s) => text.slice(s.start, s.end).toLowerCase().replace(/\s+/g, " ")).join(" … ");

/** How often each cue stands in the training part: a rare one is hard. */
function cueCounts(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { raw, annotators } of load("train")) {
    const text = goldText(raw);
    for (const list of annotators)
      for (const a of list) {
        const cue = words(text, a);
        counts.set(cue, (counts.get(cue) ?? 0) + 1 / annotators.length);
      }
  }
  return counts;
}

function kinds(text: string, a: Attribution): string[] {
  const inside = a.content.map((s) => text.slice(s.start, s.end));
  const quoted = inside.filter((s) => /^\s*(?:["“”‘«]|'')/.test(s) && /(?:["“”’»]|'')[\s.,;:?!…]*$/.test(s));
  const any = inside.some((s) => /["“”«»]|''/.test(s));
  const form = inside.length > 0 && quoted.length === inside.length ? "direct" : any ? "mixed" : "indirect";
  const source = a.source.map((s) => text.slice(s.start, s.end)).join(" ");
  const named =
    a.source.length === 0
      ? "no source"
      : /^(?:I|we|you|he|she|it|they|who|which|that|this|those|these|one)$/i.test(source)
        ? "source a pronoun"
        : "source named or described";
  const paragraph = (at: number) => text.slice(0, at).split(/\n\s*\n/).length;
  const parts = [...a.source, ...a.cue, ...a.content].map((s) => paragraph(s.start));
  return [form, named, ...(new Set(parts).size > 1 ? ["over paragraphs"] : [])];
}

const dev = load("dev");
const rarity = cueCounts();
const readout = openReadout({ jobs: 2 });
const articles: ArticleCounts[][] = [];
const dial = new Map(THRESHOLDS.map((t) => [t, [] as ArticleCounts[][]]));
const loose = { source: zero(), cue: zero(), content: zero() };
const judged: { score: number; right: number; weight: number }[] = [];
const golds: { rarity: number; kinds: string[]; found: boolean; weight: number }[] = [];
for (const { name, raw, annotators } of dev) {
  const article: Article = await readout.read(fromRecord({ id: name, text: goldText(raw), language: "en" }));
  const { text } = article;
  const found: Statement[] = article.statements.filter((s) => s.parent === null);
  articles.push(annotators.map((g) => scoreArticle(text, found, g)));
  for (const [least, list] of dial)
    list.push(
      annotators.map((g) =>
        scoreArticle(
          text,
          found.filter((s) => s.score >= least),
          g,
        ),
      ),
    );
  const weight = 1 / annotators.length;
  const mine = found.map((s) => trimmedEdges(text, s));
  const right = found.map(() => 0);
  for (const gold of annotators) {
    const counts = scoreCofenet(text, found, gold);
    for (const role of ROLES) addCounts(loose[role], counts[role], weight);
    const theirs = gold.map((g) => trimmedEdges(text, g));
    const of = partners(mine, theirs, nearby);
    gold.forEach((g, j) => {
      if (of[j] !== -1) right[of[j]!]! += weight;
      golds.push({
        rarity: rarity.get(words(text, g)) ?? 0,
        kinds: kinds(text, g),
        found: of[j] !== -1,
        weight,
      });
    });
  }
  found.forEach((s, i) => {
    judged.push({ score: s.score, right: right[i]!, weight: 1 });
  });
}
await readout.close();

const share = (list: typeof golds) => {
  const of = list.reduce((n, g) => n + g.weight, 0);
  const hit = list.reduce((n, g) => n + (g.found ? g.weight : 0), 0);
  return { recall: Math.round((10000 * hit) / Math.max(1, of)) / 100, of: Math.round(of) };
};
const ordered = [...golds].sort((a, b) => b.rarity - a.rarity);
const deciles = Array.from({ length: 10 }, (_, i) => {
  const part = ordered.slice((i * ordered.length) / 10, ((i + 1) * ordered.length) / 10);
  return {
    "cue seen in training": [part[0]!.rarity, part.at(-1)!.rarity].map((n) => Math.round(n)),
    ...share(part),
  };
});
const names = [...new Set(golds.flatMap((g) => g.kinds))].sort();
const base = (part: string) => join(corpora(), "research", "polnear", "data", part);
record(
  "accuracy",
  { "polnear-dev": hashOf(base("dev")) },
  {
    readout: { protocol: "readout", ...sumScores(articles) },
    cofenet: {
      protocol: "cofenet",
      articles: dev.length,
      fragments: Object.fromEntries(ROLES.map((role) => [role, ratio(loose[role])])),
    },
    "overlap by score": Object.fromEntries(
      [...dial].map(([least, list]) => {
        const { precision, recall, f1 } = sumScores(list).overlap;
        return [least, { precision, recall, f1 }];
      }),
    ),
    calibration: calibration(judged, 15),
    "recall by overlap, by kind": Object.fromEntries(
      names.map((k) => [k, share(golds.filter((g) => g.kinds.includes(k)))]),
    ),
    "recall by overlap, tenths by how often the cue stands in training": deciles,
  },
);
