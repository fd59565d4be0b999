/**
 * Writes docs/accuracy.md from the newest results in bench/results, or checks that it is what they give.
 *   npm run bench:accuracy-doc [-- --check]
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Ratio } from "../src/evaluate/score.ts";
import type { Calibration } from "./calibration.ts";
import type { Figure } from "./own-score.ts";
import { root } from "./record.ts";

interface Result<T> {
  date: string;
  commit: string;
  models: Record<string, string>;
  data: Record<string, string>;
  result: T;
}

interface Accuracy {
  readout: {
    articles: number;
    fragments: Record<"source" | "cue" | "content", Ratio>;
    exact: Ratio;
    overlap: Ratio;
  };
  cofenet: { fragments: Record<"source" | "cue" | "content", Ratio> };
  "overlap by score": Record<string, Pick<Ratio, "precision" | "recall" | "f1">>;
  calibration: Calibration;
  "recall by overlap, by kind": Record<string, { recall: number; of: number }>;
  "recall by overlap, tenths by how often the cue stands in training": {
    "cue seen in training": [number, number];
    recall: number;
    of: number;
  }[];
}

type Own = Record<string, Figure> & { texts: number };

const folder = join(root, "bench", "results");

/** The newest result of a name; null where there is none. */
function newest<T>(name: string): Result<T> | null {
  const file = readdirSync(folder)
    .filter((f) => f.slice(11) === `${name}.json`)
    .sort()
    .at(-1);
  return file ? JSON.parse(readFileSync(join(folder, file), "utf8")) : null;
}

/** What others reach on PolNeAR's test part, as measured for this project with the same scorer (CofeNet: as published). */
const PEERS = [
  "| people with each other (training part) | 77.7 / 70.4 / 67.8 | 57.5 | 78.5 |",
  "| Citron (BBC), retrained on PolNeAR's training part (test part) | 64.3 / 52.5 / 45.3 | 29.7 | 59.6 |",
  "| Gender Gap Tracker rules on spaCy (test part) | 57.7 / 49.3 / 47.5 | 26.7 | 51.3 |",
  "| textaCy 0.13 (test part) | 27.2 / 33.1 / 29.7 | 8.8 | 31.7 |",
  "| quotation regex and nearest “said NAME” (test part) | 24.6 / 29.6 / 33.1 | 8.0 | 22.1 |",
];

const one = (n: number) => n.toFixed(1);
const three = (f: Accuracy["cofenet"]["fragments"]) =>
  [f.source, f.cue, f.content].map((r) => one(r.f1)).join(" / ");

function polnear({ result, date, commit, models, data }: Result<Accuracy>): string[] {
  const { readout, cofenet } = result;
  const deciles = result["recall by overlap, tenths by how often the cue stands in training"];
  return [
    "## PolNeAR, development part",
    "",
    `${readout.articles} articles through \`read\`, every article by each of its annotators (each counts 1/k). Settings were tuned on`,
    "this part: expect one to two points less on text never seen. Exact fragments per role with edge punctuation trimmed; whole",
    "attributions (source, cue and content linked) exact, and by overlap of all three roles, one to one. F1 in percent.",
    "",
    "| | source / cue / content | whole, exact | whole, overlap |",
    "|---|---|---|---|",
    `| **readout** (development part) | ${three(readout.fragments)} | ${one(readout.exact.f1)} | ${one(readout.overlap.f1)} |`,
    ...PEERS,
    "",
    "By CofeNet's protocol (paragraphs, loose fragments, token-exact; its links are not scored there): readout",
    `${three(cofenet.fragments)} on the development part; CofeNet (BERT-base) as published 83.2 / 75.3 / 72.9 on the test part.`,
    "",
    "### The dial",
    "",
    "What a least `score` (`readout evaluate --min-score`) leaves, by overlap:",
    "",
    "| score at least | precision | recall |",
    "|---|---|---|",
    ...Object.entries(result["overlap by score"])
      .sort(([a], [b]) => Number(a) - Number(b))
      .map(([t, r]) => `| ${t} | ${one(r.precision)} | ${one(r.recall)} |`),
    "",
    "### Calibration",
    "",
    `\`score\` is fitted on articles kept from training. Over ${result.calibration.bins.length} bins of equal mass on the development part the expected`,
    `calibration error is ${result.calibration.ece.toFixed(3)} (Brier score ${result.calibration.brier.toFixed(3)}). Scores at the 5th, 25th, 50th, 75th and 95th percentile:`,
    `${result.calibration.spread.map((s) => s.toFixed(2)).join(", ")}.`,
    "",
    "| mean score | right by overlap | of |",
    "|---|---|---|",
    ...result.calibration.bins.map((b) => `| ${b.score.toFixed(2)} | ${b.right.toFixed(2)} | ${b.of} |`),
    "",
    "### By kind of speech",
    "",
    "Recall of gold attributions by overlap:",
    "",
    "| kind | found | of |",
    "|---|---|---|",
    ...Object.entries(result["recall by overlap, by kind"]).map(
      ([k, v]) => `| ${k} | ${one(v.recall)} | ${v.of} |`,
    ),
    "",
    "### By difficulty",
    "",
    "Gold attributions in tenths by how often their cue's very words stand in the training part, the commonest first:",
    "",
    "| cue seen in training | found | of |",
    "|---|---|---|",
    ...deciles.map((d) => `| ${d["cue seen in training"].join(" to ")} times | ${one(d.recall)} | ${d.of} |`),
    "",
    ...provenance("accuracy", date, commit, models, data),
  ];
}

function provenance(
  name: string,
  date: string,
  commit: string,
  models: Record<string, string>,
  data: Record<string, string>,
): string[] {
  const short = (h: string) => h.slice(0, 12);
  const hashes = Object.entries(data).map(([k, v]) => `${k} ${short(v)}`);
  return [
    `bench/results/${date.slice(0, 10)}-${name}.json: commit ${short(commit)}, attribution model ${short(models.attribution ?? "")}, data ${hashes.join(", ")}.`,
    "",
  ];
}

function own(parts: [string, Result<Own> | null][]): string[] {
  const there = parts.filter((p): p is [string, Result<Own>] => p[1] !== null);
  const rows = Object.keys(there[0]![1].result).filter((k) => typeof there[0]![1].result[k] === "object");
  return [
    "## The own set",
    "",
    "Invented news, readouts, releases, transcripts, letters and blogs (training/data), with nesting, acts, sources in other sentences and",
    "hard negatives. Texts and gold by writers who had not seen the code; two passes. Split by writer: two for training, one for",
    "development, one held out. Percent, with 95 % bootstrap intervals over texts.",
    "",
    `| | ${there.map(([name, r]) => `${name} (${r.result.texts} texts)`).join(" | ")} |`,
    `|---|${there.map(() => "---").join("|")}|`,
    ...rows.map(
      (k) =>
        `| ${k} | ${there
          .map(([, { result }]) => {
            const f = result[k];
            return f ? `${one(f.value)} [${one(f.low)}, ${one(f.high)}] of ${f.of}` : "–";
          })
          .join(" | ")} |`,
    ),
    "",
    "“Agreement” scores the second pass against the first. “False alarms” is the share of hard negatives where something was found: the",
    "less the better.",
    "",
    ...there.flatMap(([, r], i) =>
      provenance(["own-test", "own-dev", "own-agreement"][i]!, r.date, r.commit, r.models, r.data),
    ),
  ];
}

const accuracy = newest<Accuracy>("accuracy");
if (!accuracy) throw new Error("no accuracy result in bench/results");
const lines = [
  "# Accuracy",
  "",
  "Written by bench/accuracy-doc.ts from bench/results; don't edit.",
  "",
  ...polnear(accuracy),
  ...own([
    ["held out", newest<Own>("own-test")],
    ["development", newest<Own>("own-dev")],
    ["agreement", newest<Own>("own-agreement")],
  ]),
];
const text = `${lines.join("\n").trimEnd()}\n`;
const path = join(root, "docs", "accuracy.md");
if (process.argv.includes("--check")) {
  if (!existsSync(path) || readFileSync(path, "utf8") !== text) {
    console.error("docs/accuracy.md is not what bench/results gives: run npm run bench:accuracy-doc");
    process.exitCode = 1;
  }
} else writeFileSync(path, text);
