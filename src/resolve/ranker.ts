import { softmax } from "../softmax.ts";
import type { Context } from "./context.ts";
import type { Mention } from "./mention.ts";
import { output } from "./net.ts";
import { pronounFeatures } from "./pronoun-features.ts";
import { priors } from "./pronoun-prior.ts";
import { stateLogits } from "./pronoun-states.ts";
import ranker from "./ranker.json" with { type: "json" };
import { type Candidate, salient } from "./salience.ts";

/**
 * All candidates for a singular pronoun, best first. The rules find and weigh them; a small trained net weighs them again by what
 * the rules saw and where each was last spoken of: with the encoder's states of the words (pronoun-states.json) where a model has
 * read the text, else without (ranker.json; cards beside both). `weight` is then the probability.
 */
export function candidates(context: Context, pronoun: Mention): Candidate[] {
  const ranked = salient(context, pronoun);
  if (ranked.length === 0) return ranked;
  const prior = priors(context, pronoun);
  const rows = pronounFeatures(context, pronoun, ranked);
  const { logits: learnt, nobody } = stateLogits(context, pronoun, ranked, rows) ?? {
    logits: rows.map((row) => output(ranker, row)),
    nobody: ranker.nobody,
  };
  const logits = learnt.map((logit, index) => logit + prior(ranked[index]!.entity));
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
  const chances = softmax([...logits, nobody]);
  return ranked
    .map((candidate, index) => ({ ...candidate, weight: chances[index]! }))
    .sort((a, b) => b.weight - a.weight || b.mention.id - a.mention.id || a.entity - b.entity);
}
