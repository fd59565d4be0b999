/**
 * The model's reading of an act beside the rules': the rules know the verbs of reporting, the model what a cue outside every
 * list does in its sentence.
 */
import type { Act, ActScores, Span, StatementKind } from "../model.ts";
import { firstAtOrAfter } from "../span.ts";

/** What rules fall back on where a cue is on no list; any other act they read from a frame and its words, and it stands. */
const PLAIN: ReadonlySet<Act> = new Set(["assert", "believe", "want"]);
/** What the rules' fallback weighs against the model's log probabilities (tuned on the own set's development part). */
const FALLBACK = 1;

/**
 * The likelier act, by the mean of the model's rows over the spans (cue; content where there is no cue) and the rules' act.
 * @param ruled the act that the rules read
 * @param kind what is no speech is no assertion; belief and wish by themselves are no acts of speech
 * @returns `ruled` where the model has no act head or no piece starts in the spans
 */
export function likelierAct(
  scores: ActScores | null,
  spans: readonly Span[],
  ruled: Act,
  kind: StatementKind,
): Act {
  if (!PLAIN.has(ruled)) return ruled;
  const probabilities = scores && actLogProbabilities(scores, spans);
  if (!scores || !probabilities) return ruled;
  let best: Act = ruled;
  let top = Number.NEGATIVE_INFINITY;
  scores.labels.forEach((act, i) => {
    if (act !== ruled && (kind === "speech" ? act === "believe" || act === "want" : act === "assert")) return;
    const score = probabilities[i]! + (act === ruled ? FALLBACK : 0);
    if (score > top) [best, top] = [act, score];
  });
  return best;
}

/** Log probabilities of the acts, null where no piece starts in the spans. */
function actLogProbabilities(
  { starts, labels, rows }: ActScores,
  spans: readonly Span[],
): Float64Array | null {
  const n = labels.length;
  const sum = new Float64Array(n);
  let count = 0;
  for (const { start, end } of spans)
    for (let i = firstAtOrAfter(starts, start); i < starts.length && starts[i]! < end; i++, count++)
      for (let k = 0; k < n; k++) sum[k]! += rows[i * n + k]!;
  if (count === 0) return null;
  let top = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < n; k++) {
    sum[k]! /= count;
    top = Math.max(top, sum[k]!);
  }
  let total = 0;
  for (let k = 0; k < n; k++) total += Math.exp(sum[k]! - top);
  for (let k = 0; k < n; k++) sum[k]! -= top + Math.log(total);
  return sum;
}
