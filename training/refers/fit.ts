/**
 * Fits the ranker of referents (src/attribute/referent-ranker.json) on the own set's gold statements: a softmax over the candidates
 * and "none", by gradient descent. Printed are the likeliest, and what has an even chance.
 *   npx tsx training/refers/fit.ts WRITER… [--hold WRITER…] [--write]
 * With --hold the writers after it are left out of the fit and scored; for the other figures a third of the writers is held out in turn.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ownOf } from "../../bench/own-gold.ts";
import { root } from "../../bench/record.ts";
import { referred } from "../../bench/refers.ts";
import { type Candidate, closeness } from "../../src/attribute/referent-candidates.ts";
import { candidateFeatures, noneFeatures } from "../../src/attribute/referent-features.ts";
import { weigh } from "../../src/attribute/referent-ranker.ts";
import { chance } from "../../test/chance.ts";
import type { Passage, Span } from "../../src/model.ts";
import { passages } from "../../src/span.ts";
import { softmax } from "../../src/softmax.ts";

/** Writers whose gold marks what a statement without content stands for and little else: they teach what, not whether. */
const PARTIAL = new Set(["elm"]);
const ROUNDS = 8;
const STEP = 0.06;
const DECAY = 0.02;

interface Case {
  writer: string;
  shape: string;
  candidates: Candidate[];
  gold: Span[];
  /** Columns and values of each candidate, "none" last. */
  columns: Int32Array[];
  values: Float64Array[];
  /** How much each is the right one. */
  target: Float64Array;
}

const names = new Map<string, number>();
const column = (name: string) => {
  const at = names.get(name) ?? names.size;
  names.set(name, at);
  return at;
};

/** Gold references of statements without any pointing word: lost before the ranker. */
let unseen = 0;

function casesOf(writer: string): Case[] {
  const out: Case[] = [];
  for (const text of ownOf(writer)) {
    const seen = new Set<string>();
    referred(text, (scene, g): Passage[] => {
      seen.add(g.id);
      const rows = [...candidateFeatures(scene), noneFeatures(scene)];
      const target = new Float64Array(rows.length);
      if (g.refersTo.length === 0) target[rows.length - 1] = 1;
      else {
        const close = scene.candidates.map((c) => closeness(c.passages, g.refersTo));
        const best = Math.max(0, ...close);
        close.forEach((c, i) => {
          if (c >= 0.7 * best && c > 0) target[i] = (c / best) ** 2;
        });
      }
      out.push({
        writer,
        shape: scene.pointer.shape,
        candidates: [...scene.candidates],
        gold: g.refersTo,
        columns: rows.map((row) => Int32Array.from([...row.keys()].map(column))),
        values: rows.map((row) => Float64Array.from(row.values())),
        target,
      });
      return passages(text.text, g.refersTo);
    });
    unseen += text.statements.filter((g) => g.refersTo.length > 0 && !seen.has(g.id)).length;
  }
  return out;
}

const chancesOf = (c: Case, weights: Float64Array) =>
  softmax(
    c.columns.map((columns, i) => columns.reduce((sum, col, k) => sum + weights[col]! * c.values[i]![k]!, 0)),
  );

/** AdaGrad, case by case in a fixed shuffled order, weights drawn towards nought; the mean over the later rounds. */
function fit(cases: readonly Case[]): Float64Array {
  const usable = cases.filter((c) => c.target.some((t) => t > 0) && !(PARTIAL.has(c.writer) && c.gold.length === 0));
  const size = names.size;
  const weights = new Float64Array(size);
  const seen = new Float64Array(size).fill(1);
  const mean = new Float64Array(size);
  const slope = new Float64Array(size);
  const random = chance(11);
  const order = usable.map((_, i) => i);
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (const at of order) {
      const c = usable[at]!;
      const chances = chancesOf(c, weights);
      let right = 1e-9;
      chances.forEach((p, i) => {
        right += p * c.target[i]!;
      });
      const touched = new Set<number>();
      chances.forEach((p, i) => {
        const pull = p - (p * c.target[i]!) / right;
        if (Math.abs(pull) < 1e-3) return;
        const columns = c.columns[i]!;
        const values = c.values[i]!;
        for (let k = 0; k < columns.length; k++) {
          const col = columns[k]!;
          slope[col] = slope[col]! + pull * values[k]!;
          touched.add(col);
        }
      });
      for (const col of touched) {
        const g = slope[col]! + DECAY * weights[col]!;
        slope[col] = 0;
        seen[col] = seen[col]! + g * g;
        weights[col] = weights[col]! - (STEP * g) / Math.sqrt(seen[col]!);
      }
    }
    if (round >= ROUNDS / 2) for (let k = 0; k < size; k++) mean[k] = mean[k]! + weights[k]! / Math.floor(ROUNDS / 2);
  }
  return mean;
}

interface Outcome {
  writer: string;
  shape: string;
  gold: boolean;
  right: boolean;
  close: number;
  chance: number;
  reachable: boolean;
}

function tried(c: Case, weights: Float64Array): Outcome {
  const found = weigh({ candidates: c.candidates }, chancesOf(c, weights));
  const close = found ? closeness(found.passages, c.gold) : 0;
  return {
    writer: c.writer,
    shape: c.shape,
    gold: c.gold.length > 0,
    right: close > 0,
    close,
    chance: found?.chance ?? 0,
    reachable: c.target.some((t) => t > 0),
  };
}

function print(title: string, outcomes: readonly Outcome[]): void {
  const gold = outcomes.filter((o) => o.gold);
  const given = outcomes.filter((o) => o.chance >= 0.5);
  const right = given.filter((o) => o.right);
  const wrong = given.filter((o) => o.gold && !o.right);
  const extra = given.filter((o) => !o.gold);
  const close = right.reduce((n, o) => n + o.close, 0) / Math.max(1, right.length);
  const best = gold.filter((o) => o.right).length;
  console.log(
    `${title.padEnd(12)} gold ${String(gold.length).padStart(4)} reach ${gold.filter((o) => o.reachable).length} best ${best} | right ${right.length} wrong ${wrong.length} false ${extra.length} of ${outcomes.length - gold.length} | overlap ${close.toFixed(2)}`,
  );
}

const args = process.argv.slice(2);
const flags = args.filter((a) => a.startsWith("--"));
const cut = args.indexOf("--hold");
const writers = (cut < 0 ? args : args.slice(0, cut)).filter((a) => !a.startsWith("--"));
const held = cut < 0 ? [] : args.slice(cut + 1).filter((a) => !a.startsWith("--"));

const all = writers.flatMap(casesOf);
console.log(`${all.length} cases, ${names.size} features, ${unseen} gold references without a pointing word`);
const outcomes: Outcome[] = [];
const FOLDS = 3;
for (let fold = 0; fold < FOLDS; fold++) {
  const out = new Set(writers.filter((_, i) => i % FOLDS === fold));
  const weights = fit(all.filter((c) => !out.has(c.writer)));
  outcomes.push(...all.filter((c) => out.has(c.writer)).map((c) => tried(c, weights)));
}
for (const shape of [...new Set(outcomes.map((o) => o.shape))].sort()) print(shape, outcomes.filter((o) => o.shape === shape));
for (const writer of writers) print(writer, outcomes.filter((o) => o.writer === writer));
print("all", outcomes);
if (held.length > 0 || flags.includes("--write")) {
  const weights = fit(all);
  for (const writer of held) print(writer, casesOf(writer).map((c) => tried(c, weights)));
  if (flags.includes("--write")) {
    const kept = [...names]
      .map(([name, at]) => [name, Math.round((weights[at] ?? 0) * 1000) / 1000] as const)
      .filter(([, w]) => Math.abs(w) >= 0.005)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const file = join(root, "src/attribute/referent-ranker.json");
    const text = `${JSON.stringify({ weights: Object.fromEntries(kept) }, null, 2)}\n`;
    if (readFileSync(file, "utf8") !== text) writeFileSync(file, text);
  }
}
