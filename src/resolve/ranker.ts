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
 * What the net with states counts against the one without. It fits what it learnt nearly whole: mixed, both are right oftener on texts that
 * neither saw (pronouns of wide-b 62.6 %, with states alone 59.0), and on GAP as often.
 */
const SHARE = 0.6;

/**
 * All candidates for a singular pronoun, best first. The rules find and weigh them; a small trained net weighs them again by what
 * the rules saw and where each was last spoken of (ranker.json), mixed with one that has the encoder's states of the words too
 * (pronoun-states.json) where a model has read the text; cards beside both. `weight` is then the probability.
 */
export function candidates(context: Context, pronoun: Mention): Candidate[] {
  const ranked = salient(context, pronoun);
  if (ranked.length === 0) return ranked;
  const prior = priors(context, pronoun);
  const rows = pronounFeatures(context, pronoun, ranked);
  const bare = { logits: rows.map((row) => output(ranker, row)), nobody: ranker.nobody };
  const seen = stateLogits(context, pronoun, ranked, rows) ?? bare;
  const mixed = (a: number, b: number) => SHARE * a + (1 - SHARE) * b;
  const learnt = seen.logits.map((logit, index) => mixed(logit, bare.logits[index]!));
  const nobody = mixed(seen.nobody, bare.nobody);
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
