import type { Context, Reference } from "./context.ts";
import type { Mention } from "./mention.ts";
import { candidates } from "./ranker.ts";
import type { Candidate } from "./salience.ts";

/** Least share of the best candidate for it to count, and what a lone candidate is worth. */
const ENOUGH = 0.5;
/** Chosen on own texts: at a probability of 0.3 two of three sources are right. */
const SURER = 0.55;

/** Resolves he, she, it and their forms; "they" is for `plural.ts`. */
export function resolveSingular(context: Context, pronoun: Mention): Reference {
  const ranked = candidates(context, pronoun);
  return decide(context, ranked, pronoun);
}

/** Turns the best one's probability into a reference. Sources are surer than the pronouns it was trained on. */
function decide(context: Context, ranked: readonly Candidate[], pronoun: Mention): Reference {
  const [first, second] = ranked;
  if (!first) return { entities: [], antecedent: -1, score: 0, guess: [] };
  const entity = context.entities[first.entity]!;
  const gender =
    pronoun.gender !== null &&
    entity.gender === null &&
    entity.weakGender !== null &&
    entity.weakGender !== pronoun.gender
      ? second
        ? 0.6
        : 0.7
      : 1;
  // the net alone is wary of a lone candidate; how much speaks for it by the rules counts for half
  const rival = Math.max(0, ...ranked.slice(1).map(({ rules }) => rules));
  const share =
    first.weight / (first.weight + (second?.weight ?? 0)) / 2 + first.rules / (first.rules + rival) / 2;
  const learnt = second ? first.weight ** SURER : 1;
  const score = (0.5 * learnt + 0.5 * share * Math.min(1, 0.55 + first.rules)) * gender * 0.97;
  const guess = ranked.slice(0, 5).map((candidate) => candidate.entity);
  if (score < ENOUGH) return { entities: [], antecedent: first.mention.id, score, guess };
  return { entities: [first.entity], antecedent: first.mention.id, score, guess };
}
