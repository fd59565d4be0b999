import { softmax } from "../softmax.ts";
import type { Context } from "./context.ts";
import type { Mention } from "./mention.ts";
import { output } from "./net.ts";
import { nominalCandidates, type Option } from "./nominal-candidates.ts";
import { nominalFeatures } from "./nominal-features.ts";
import ranker from "./nominal-ranker.json" with { type: "json" };

/** What a description is taken for: one of the options with its chance, or nobody before (`option` null). */
export interface Choice {
  option: Option | null;
  chance: number;
  /** Entities by chance, best first. */
  ranked: number[];
}

/**
 * Which entity a singular description that stands alone picks up, or none: a small trained net weighs every candidate and "somebody
 * new" (nominal-ranker.json, card beside it).
 */
export function chooseNominal(
  context: Context,
  mention: Mention,
  country: string | null,
  owner: number,
): Choice {
  const options = nominalCandidates(context, mention, country, owner);
  const { rows, fresh } = nominalFeatures(context, mention, options, country, owner);
  const chances = softmax([
    ...rows.map((row) => output(ranker.option, row)),
    output(ranker.fresh, fresh) + ranker.nobody,
  ]);
  const told =
    context.watch?.(
      context,
      mention,
      "description",
      options.map(({ entity }) => [entity]),
      [...rows, fresh],
    ) ?? null;
  const order = chances.map((_, index) => index).sort((a, b) => chances[b]! - chances[a]! || a - b);
  const index = told ?? order[0]!;
  return {
    option: options[index] ?? null,
    chance: told === null ? chances[index]! : 0.95,
    ranked: order.flatMap((at) => options[at]?.entity ?? []).slice(0, 3),
  };
}
