/**
 * What a pointing word stands for, or nothing: trained weights over all candidates and "none" (referent-ranker.json, card beside
 * it).
 */
import type { Passage } from "../model.ts";
import { softmax } from "../softmax.ts";
import { closeness } from "./referent-candidates.ts";
import { candidateFeatures, type Features, noneFeatures, type Scene } from "./referent-features.ts";
import ranker from "./referent-ranker.json" with { type: "json" };

const weights: Readonly<Record<string, number>> = ranker.weights;

function scoreOf(features: Features): number {
  let sum = 0;
  for (const [name, value] of features) sum += (weights[name] ?? 0) * value;
  return sum;
}

/** What is meant; [] where nothing is likely enough. */
export function chooseReferent(scene: Scene): Passage[] {
  const { ruled } = scene;
  const rows = [...candidateFeatures(scene), noneFeatures(scene)];
  const chances = softmax(rows.map(scoreOf));
  const choice = weigh(scene, chances);
  if (choice && choice.chance >= CERTAIN) return choice.passages;
  // What the rules propose is right more often than the weights know.
  let backed = 0;
  scene.candidates.forEach((c, i) => {
    if (closeness(c.passages, ruled) > 0) backed += chances[i]!;
  });
  return backed >= (scene.statement.cue.length > 0 ? BACKED : BACKED_TURN) ? [...ruled] : [];
}

/** The chance from which the likeliest stands by itself: a wrong referent makes a denial that nobody gave. */
const CERTAIN = 0.55;
/** The chance from which the rules' proposal stands where nothing is certain. */
const BACKED = 0.22;
/** The same for a turn as a whole, whose references gold seldom marks, so that the weights hold "none" too likely. */
const BACKED_TURN = 0.08;

/**
 * The candidate that shares most with what is likely, and the chance that it touches what is meant: candidates overlap, and
 * each alone may be unlikely.
 */
export function weigh(
  { candidates }: Pick<Scene, "candidates">,
  chances: readonly number[],
): { passages: Passage[]; chance: number } | null {
  const likely = candidates.map((_, i) => i).filter((i) => chances[i]! > 0.004);
  let best: { passages: Passage[]; chance: number } | null = null;
  let most = 0;
  for (const i of likely) {
    let worth = 0;
    let chance = 0;
    for (const j of likely) {
      const close = closeness(candidates[i]!.passages, candidates[j]!.passages);
      worth += close * chances[j]!;
      if (close > 0) chance += chances[j]!;
    }
    if (worth > most) {
      most = worth;
      best = { passages: candidates[i]!.passages, chance };
    }
  }
  return best;
}
