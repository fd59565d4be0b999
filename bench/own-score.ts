/** Scores statements against the own set's gold: links, nesting, readings, false alarms; pure. */
import {
  type ArticleCounts,
  type Counts,
  nearby,
  ROLES,
  ratio,
  scoreArticle,
} from "../src/evaluate/score.ts";
import type { Span } from "../src/model.ts";
import { overlaps, sharedLength } from "../src/span.ts";
import { chance } from "../test/chance.ts";
import type { GoldStatement } from "./own-gold.ts";

/** What is scored: the product's statements, or another annotator's. */
export type Scored = Omit<GoldStatement, "speakers">;

export interface Case {
  text: string;
  sentences: readonly Span[];
  found: readonly Scored[];
  gold: readonly GoldStatement[];
  negatives: readonly Span[];
}

const touch = (a: readonly Span[], b: readonly Span[]) =>
  (a.length === 0 && b.length === 0) || a.some((x) => b.some((y) => overlaps(x, y)));
const size = (spans: readonly Span[]) => spans.reduce((n, s) => n + s.end - s.start, 0);

function iou(a: readonly Span[], b: readonly Span[]): number {
  if (a.length === 0 && b.length === 0) return 1;
  let both = 0;
  for (const x of a) for (const y of b) both += sharedLength(x, y);
  return both / Math.max(1, size(a) + size(b) - both);
}

/** One to one, the closest first: index of the found statement for each gold one, or -1. */
export function pair(found: readonly Scored[], gold: readonly GoldStatement[]): number[] {
  const all = gold.flatMap((g, j) =>
    found.flatMap((f, i) =>
      nearby(f, g) ? [{ i, j, close: ROLES.reduce((n, r) => n + iou(f[r], g[r]), 0) }] : [],
    ),
  );
  all.sort((a, b) => b.close - a.close || a.j - b.j || a.i - b.i);
  const of = new Array<number>(gold.length).fill(-1);
  const taken = new Set<number>();
  for (const { i, j } of all) {
    if (of[j] !== -1 || taken.has(i)) continue;
    of[j] = i;
    taken.add(i);
  }
  return of;
}

/** Right of so many. */
export interface Share {
  right: number;
  of: number;
}

export interface OwnCounts extends ArticleCounts {
  shares: Record<string, Share>;
}

const SHARES = [
  "parent of nested",
  "nested found",
  "form",
  "kind",
  "act",
  "negated (all)",
  "negated found",
  "source in another sentence",
  "no source",
  "no cue",
  "direct",
  "indirect",
  "mixed",
  "refersTo",
  "false alarms",
] as const;

/** Whether a source stands in none of the sentences of its content (or cue, where that is all there is). */
export function apart(g: GoldStatement, sentences: readonly Span[]): boolean {
  const near = g.content.length > 0 ? g.content : g.cue;
  if (g.source.length === 0) return false;
  const of = (s: Span) => sentences.findIndex((x) => x.start <= s.start && s.start < x.end);
  const mine = g.source.map(of);
  return near.every((c) => sentences.every((x, i) => !overlaps(x, c) || !mine.includes(i)));
}

export function countText({ text, sentences, found, gold, negatives }: Case): OwnCounts {
  const shares = Object.fromEntries(SHARES.map((k) => [k, { right: 0, of: 0 }])) as Record<string, Share>;
  const add = (name: string, right: boolean) => {
    shares[name]!.of++;
    if (right) shares[name]!.right++;
  };
  const of = pair(found, gold);
  const ids = new Map(gold.map((g, j) => [g.id, of[j]! >= 0 ? found[of[j]!]!.id : null]));
  gold.forEach((g, j) => {
    const f = of[j]! >= 0 ? found[of[j]!]! : null;
    add(g.form, f !== null);
    if (g.parent) {
      add("nested found", f !== null);
      if (f) add("parent of nested", f.parent !== null && f.parent === ids.get(g.parent));
    }
    if (apart(g, sentences)) add("source in another sentence", f !== null);
    if (g.source.length === 0) add("no source", f !== null);
    if (g.cue.length === 0) add("no cue", f !== null);
    if (!f) return;
    for (const field of ["form", "kind", "act"] as const) add(field, f[field] === g[field]);
    add("negated (all)", f.negated === g.negated);
    if (g.negated) add("negated found", f.negated);
    if (g.refersTo.length > 0) add("refersTo", touch(f.refersTo, g.refersTo));
  });
  const paired = new Set(of);
  for (const n of negatives) {
    const alarm = found.some(
      (f, i) =>
        !paired.has(i) &&
        [...f.cue, ...(size(f.content) <= 2 * (n.end - n.start) ? f.content : [])].some((s) =>
          overlaps(s, n),
        ),
    );
    add("false alarms", alarm);
  }
  return { ...scoreArticle(text, found, gold), shares };
}

export interface Figure {
  value: number;
  /** 95 % percentile bootstrap over texts. */
  low: number;
  high: number;
  of: number;
}

/** Figures in percent with intervals, texts drawn with replacement 1,000 times. */
export function summarise(counts: readonly OwnCounts[]): Record<string, Figure> {
  const f1 = (pick: (c: OwnCounts) => Counts) => (cs: readonly OwnCounts[]) => {
    const sum = { right: 0, predicted: 0, gold: 0 };
    for (const c of cs) {
      const x = pick(c);
      sum.right += x.right;
      sum.predicted += x.predicted;
      sum.gold += x.gold;
    }
    return { value: ratio(sum).f1, of: sum.gold };
  };
  const share = (name: string) => (cs: readonly OwnCounts[]) => {
    let right = 0;
    let of = 0;
    for (const c of cs) {
      right += c.shares[name]!.right;
      of += c.shares[name]!.of;
    }
    return { value: of > 0 ? Math.round((10000 * right) / of) / 100 : 0, of };
  };
  const measures: Record<string, (cs: readonly OwnCounts[]) => { value: number; of: number }> = {
    "linked, overlap F1": f1((c) => c.overlap),
    "linked, exact F1": f1((c) => c.exact),
    "source F1": f1((c) => c.fragments.source),
    "cue F1": f1((c) => c.fragments.cue),
    "content F1": f1((c) => c.fragments.content),
    ...Object.fromEntries(SHARES.map((k) => [k, share(k)])),
  };
  const random = chance(7);
  const draws = Array.from({ length: 1000 }, () =>
    counts.map(() => counts[Math.floor(random() * counts.length)]!),
  );
  return Object.fromEntries(
    Object.entries(measures).map(([name, measure]) => {
      const all = draws.map((d) => measure(d).value).sort((a, b) => a - b);
      return [name, { ...measure(counts), low: all[24] ?? 0, high: all[975] ?? 0 }];
    }),
  );
}
