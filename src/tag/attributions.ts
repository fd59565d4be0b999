/** Marked spans to attributions: each cue takes a source or none, each content fragment a cue or none. */
import { choices, type LinkSpan } from "./linker.ts";
import type { Decode, TagSettings } from "./settings.ts";

/** A mark with what the linker needs; `role` 0 source, 1 cue, 2 content. */
export interface MarkedSpan extends LinkSpan {
  role: number;
  start: number;
  end: number;
  score: number;
}

/** Indexes into the spans given. */
export interface LinkedSpans {
  source: number[];
  cue: number[];
  content: number[];
  score: number;
}

const CLIP = 0.001;

/** Probability from evidence, each 0..1: logistic on logits, fitted on articles kept from training. */
function probability(evidence: readonly number[], fit: TagSettings["score"]): number {
  let z = fit.bias;
  evidence.forEach((p, i) => {
    const x = Math.min(1 - CLIP, Math.max(CLIP, p));
    z += Math.log(x / (1 - x)) * (fit.weights[i] ?? 0);
  });
  return 1 / (1 + Math.exp(-z));
}

/** Index of the best candidate, or -1 where none is likelier. */
function best(choice: { probabilities: number[]; none: number }): number {
  let top = -1;
  choice.probabilities.forEach((p, i) => {
    if (top < 0 || p > choice.probabilities[top]!) top = i;
  });
  return top >= 0 && choice.probabilities[top]! >= choice.none ? top : -1;
}

/**
 * Links the spans of one document.
 * @param spans in text order, not overlapping
 * @returns attributions in the order of their first span
 */
export function linkSpans(
  spans: readonly MarkedSpan[],
  settings: TagSettings,
  decode: Decode,
): LinkedSpans[] {
  const at: number[][] = [[], [], []];
  spans.forEach((s, i) => {
    at[s.role]!.push(i);
  });
  const [sources, cues, contents] = at.map((list) => list.map((i) => spans[i]!)) as [
    MarkedSpan[],
    MarkedSpan[],
    MarkedSpan[],
  ];
  const toSource = choices(settings.linker.source, cues, sources, "cue");
  const toCue = choices(settings.linker.content, cues, contents, "span");

  const taken: { content: number; p: number }[][] = cues.map(() => []);
  let loose: number[] = [];
  toCue.forEach((choice, k) => {
    const top = best(choice);
    if (top < 0) loose.push(k);
    else taken[choice.candidates[top]!]!.push({ content: k, p: choice.probabilities[top]! });
  });
  const links: LinkedSpans[] = [];
  cues.forEach((cue, i) => {
    const choice = toSource[i]!;
    const top = best(choice);
    if (taken[i]!.length === 0) {
      const found = rescue(i, loose, toCue, decode.rescue);
      if (found) {
        taken[i]!.push(found);
        loose = loose.filter((k) => k !== found.content);
      } else if (cue.score < decode.bare) return;
    }
    const source = top < 0 ? null : choice.candidates[top]!;
    const mine = taken[i]!;
    const evidence = [
      cue.score,
      sources.length === 0 ? 0.9 : top < 0 ? choice.none : choice.probabilities[top]!,
      mine.length === 0 ? 0.5 : Math.min(...mine.map((m) => m.p)),
      source === null ? 0.5 : sources[source]!.score,
      mine.length === 0 ? 0.5 : Math.max(...mine.map((m) => contents[m.content]!.score)),
    ];
    links.push({
      source: source === null ? [] : [at[0]![source]!],
      cue: [at[1]![i]!],
      content: mine.map((m) => at[2]![m.content]!),
      score: probability(evidence, settings.score),
    });
  });
  for (const k of loose) {
    const content = contents[k]!;
    if (content.score < decode.floating) continue;
    const evidence = [0.5, 0.9, cues.length === 0 ? 1 : toCue[k]!.none, 0.5, content.score];
    links.push({ source: [], cue: [], content: [at[2]![k]!], score: probability(evidence, settings.score) });
  }
  const first = (l: LinkedSpans) => Math.min(...l.source, ...l.cue, ...l.content);
  return links.sort((a, b) => first(a) - first(b));
}

/** The loose content that would choose cue `i` first, had it not chosen none. */
function rescue(i: number, loose: number[], toCue: ReturnType<typeof choices>, least: number) {
  let found: { content: number; p: number } | null = null;
  for (const k of loose) {
    const { candidates, probabilities } = toCue[k]!;
    const p = probabilities[candidates.indexOf(i)];
    if (p === undefined || p < least || probabilities.some((other) => other > p)) continue;
    if (!found || p > found.p) found = { content: k, p };
  }
  return found;
}
