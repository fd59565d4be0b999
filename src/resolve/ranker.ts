import { softmax } from "../softmax.ts";
import type { Context } from "./context.ts";
import type { Mention } from "./mention.ts";
import { output } from "./net.ts";
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
  const rows = pronounFeatures(context, pronoun, ranked);
  const logits = rows.map((row, index) => output(ranker, row) + prior(ranked[index]!.entity));
  const told =
    context.watch?.(
      context,
      pronoun,
      "pronoun",
      ranked.map(({ entity }) => [entity]),
      rows,
    ) ?? null;
  if (told !== null && told < logits.length) logits[told] = 50;
  // nobody of these
  const chances = softmax([...logits, ranker.nobody]);
  return ranked
    .map((candidate, index) => ({ ...candidate, weight: chances[index]! }))
    .sort((a, b) => b.weight - a.weight || b.mention.id - a.mention.id || a.entity - b.entity);
}
