import type { Context } from "./context.ts";
import type { Mention } from "./mention.ts";
import { pronounFeatures } from "./pronoun-features.ts";
import { priors } from "./pronoun-prior.ts";
import ranker from "./ranker.json" with { type: "json" };
import { type Candidate, salient } from "./salience.ts";

/**
 * All candidates for a singular pronoun, best first. The rules find and weigh them; a small trained net (ranker.json, card
 * beside it) weighs them again by what the rules saw and where each was last spoken of. `weight` is then the probability.
 */
export function candidates(context: Context, pronoun: Mention): Candidate[] {
  const ranked = salient(context, pronoun);
  if (ranked.length === 0) return ranked;
  const prior = priors(context, pronoun);
  const logits = pronounFeatures(context, pronoun, ranked).map(
    (row, index) => score(row) + prior(ranked[index]!.entity),
  );
  // nobody of these
  const all = [...logits, ranker.nobody];
  const most = Math.max(...all);
  const sum = all.reduce((total, logit) => total + Math.exp(logit - most), 0);
  return ranked
    .map((candidate, index) => ({ ...candidate, weight: Math.exp(logits[index]! - most) / sum }))
    .sort((a, b) => b.weight - a.weight || b.mention.id - a.mention.id || a.entity - b.entity);
}

function score(row: Float64Array): number {
  let logit = 0;
  for (let k = 0; k < row.length; k++) logit += ranker.linear[k]! * row[k]!;
  for (let h = 0; h < ranker.hidden.length; h++) {
    const unit = ranker.hidden[h]!;
    let sum = ranker.bias[h]!;
    for (let k = 0; k < row.length; k++) sum += unit[k]! * row[k]!;
    if (sum > 0) logit += ranker.out[h]! * sum;
  }
  return logit;
}
