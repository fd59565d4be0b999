/**
 * The one scorer: exact fragments per role, and whole attributions exact and by overlap, as docs/format.md
 * ("Scores") says. Edge punctuation and white space are ignored; several annotators of one article count 1/k each.
 */
import type { Span } from "../model.ts";
import { overlaps } from "../span.ts";
import type { Attribution } from "./brat.ts";

export const ROLES = ["source", "cue", "content"] as const;
export type ScoredRole = (typeof ROLES)[number];

/** Weighted counts; predicted and gold may be fractions where annotators share an article. */
export interface Counts {
  right: number;
  predicted: number;
  gold: number;
}

export interface Ratio extends Counts {
  precision: number;
  recall: number;
  f1: number;
}

export interface ArticleCounts {
  fragments: Record<ScoredRole, Counts>;
  exact: Counts;
  overlap: Counts;
}

export interface Scores {
  articles: number;
  fragments: Record<ScoredRole, Ratio>;
  exact: Ratio;
  overlap: Ratio;
}

const EDGE = /[\s\p{P}\p{S}]/u;

/** The span without punctuation, symbols and white space at its edges; null where nothing is left. */
export function trimEdges(text: string, span: Span): Span | null {
  let { start, end } = span;
  while (start < end && EDGE.test(text.charAt(start))) start++;
  while (end > start && EDGE.test(text.charAt(end - 1))) end--;
  return start < end ? { start, end } : null;
}

function trimmed(text: string, spans: readonly Span[]): Span[] {
  return spans.map((s) => trimEdges(text, s)).filter((s): s is Span => s !== null);
}

const key = (spans: readonly Span[]) =>
  spans
    .map((s) => `${s.start}-${s.end}`)
    .sort()
    .join(",");

const touch = (a: readonly Span[], b: readonly Span[]) =>
  (a.length === 0 && b.length === 0) || a.some((x) => b.some((y) => overlaps(x, y)));

/** Scores one article against one annotator's gold. Counts are whole numbers. */
export function scoreArticle(
  text: string,
  predicted: readonly Attribution[],
  gold: readonly Attribution[],
): ArticleCounts {
  const clean = (list: readonly Attribution[]) => list.map((a) => trimmedEdges(text, a));
  const p = clean(predicted);
  const g = clean(gold);
  const fragments = {} as Record<ScoredRole, Counts>;
  for (const role of ROLES) {
    const set = (list: Attribution[]) =>
      new Set(list.flatMap((a) => a[role].map((s) => `${s.start}-${s.end}`)));
    const mine = set(p);
    const theirs = set(g);
    fragments[role] = {
      right: [...mine].filter((k) => theirs.has(k)).length,
      predicted: mine.size,
      gold: theirs.size,
    };
  }
  const whole = (a: Attribution) => ROLES.map((role) => key(a[role])).join("|");
  const same = (a: Attribution, b: Attribution) => whole(a) === whole(b);
  const count = (fits: (a: Attribution, b: Attribution) => boolean): Counts => ({
    right: matching(p, g, fits),
    predicted: p.length,
    gold: g.length,
  });
  return { fragments, exact: count(same), overlap: count(nearby) };
}

/** Size of a maximum one-to-one matching. */
export function matching<A, B>(
  left: readonly A[],
  right: readonly B[],
  fits: (a: A, b: B) => boolean,
): number {
  return partners(left, right, fits).filter((i) => i !== -1).length;
}

/**
 * A maximum one-to-one matching (Kuhn's augmenting paths; an article has at most some hundreds).
 * @returns for each of `right` the index of its partner in `left`, or -1
 */
export function partners<A, B>(
  left: readonly A[],
  right: readonly B[],
  fits: (a: A, b: B) => boolean,
): number[] {
  const partner = new Array<number>(right.length).fill(-1);
  const edges = left.map((a) => right.flatMap((b, j) => (fits(a, b) ? [j] : [])));
  const augment = (i: number, seen: Set<number>): boolean => {
    for (const j of edges[i]!) {
      if (seen.has(j)) continue;
      seen.add(j);
      if (partner[j] === -1 || augment(partner[j]!, seen)) {
        partner[j] = i;
        return true;
      }
    }
    return false;
  };
  left.forEach((_, i) => {
    augment(i, new Set());
  });
  return partner;
}

/** All three roles touch, or are both empty: the measure of "by overlap". Edges count as they stand. */
export function nearby(a: Attribution, b: Attribution): boolean {
  return ROLES.every((role) => touch(a[role], b[role]));
}

/** An attribution with the edges of all its spans trimmed. */
export function trimmedEdges(text: string, a: Attribution): Attribution {
  return { source: trimmed(text, a.source), cue: trimmed(text, a.cue), content: trimmed(text, a.content) };
}

/** Counts of nothing yet. */
export const zero = (): Counts => ({ right: 0, predicted: 0, gold: 0 });

/** Adds weighted counts to a running sum, in place. */
export function addCounts(to: Counts, from: Counts, weight: number): void {
  to.right += from.right * weight;
  to.predicted += from.predicted * weight;
  to.gold += from.gold * weight;
}

/**
 * Sums articles to scores.
 * @param articles per article the counts against each of its annotators; each of k annotators weighs 1/k
 */
export function sumScores(articles: readonly ArticleCounts[][]): Scores {
  const total: ArticleCounts = {
    fragments: { source: zero(), cue: zero(), content: zero() },
    exact: zero(),
    overlap: zero(),
  };
  for (const annotators of articles) {
    for (const counts of annotators) {
      const weight = 1 / annotators.length;
      for (const role of ROLES) addCounts(total.fragments[role], counts.fragments[role], weight);
      addCounts(total.exact, counts.exact, weight);
      addCounts(total.overlap, counts.overlap, weight);
    }
  }
  return {
    articles: articles.length,
    fragments: {
      source: ratio(total.fragments.source),
      cue: ratio(total.fragments.cue),
      content: ratio(total.fragments.content),
    },
    exact: ratio(total.exact),
    overlap: ratio(total.overlap),
  };
}

/** Precision, recall and F1 in percent, one digit; 0 where nothing was predicted or there. */
export function ratio(counts: Counts): Ratio {
  const percent = (n: number) => Math.round(n * 10000) / 100;
  const precision = counts.predicted > 0 ? counts.right / counts.predicted : 0;
  const recall = counts.gold > 0 ? counts.right / counts.gold : 0;
  const f1 = precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
  const round = (n: number) => Math.round(n * 100) / 100;
  return {
    right: round(counts.right),
    predicted: round(counts.predicted),
    gold: round(counts.gold),
    precision: percent(precision),
    recall: percent(recall),
    f1: percent(f1),
  };
}

/** True where a gold standard nests: one attribution's cue and content lie within another's content. */
export function nests(gold: readonly Attribution[]): boolean {
  return gold.some((inner) =>
    gold.some(
      (outer) =>
        outer !== inner &&
        outer.content.length > 0 &&
        [...inner.cue, ...inner.content].length > 0 &&
        [...inner.cue, ...inner.content].every((s) =>
          outer.content.some((c) => c.start <= s.start && s.end <= c.end),
        ),
    ),
  );
}
