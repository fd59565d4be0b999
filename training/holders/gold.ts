/** Which gold chain each of the resolver's mentions and entities belongs to. */
import type { Context } from "../../src/resolve/context.ts";
import type { Mention } from "../../src/resolve/mention.ts";
import type { GoldMention } from "./corpora.ts";

/** Finds the chain of a mention by its head noun, or by where it begins where the corpus tells no heads. */
export function chainFinder(gold: readonly GoldMention[]): (context: Context, mention: Mention) => string | null {
  const sorted = [...gold].sort((a, b) => a.start - b.start || a.end - b.end);
  const memo = new Map<number, string | null>();
  return (context, mention) => {
    const known = memo.get(mention.id);
    if (known !== undefined) return known;
    const { tokens } = context.mentions;
    const head = mention.form === "name" ? mention : tokens[mention.last]!;
    let best: GoldMention | null = null;
    for (const one of sorted) {
      if (one.start > mention.end) break;
      if (one.end < mention.end) continue;
      const fits = one.head
        ? one.head.start < head.end && head.start < one.head.end
        : Math.abs(one.start - mention.start) <= (mention.form === "pronoun" ? 0 : 12) &&
          one.end - mention.end < 60 &&
          (mention.form !== "pronoun" || one.end === mention.end);
      if (!fits || one.start > head.start) continue;
      if (!best || one.end - one.start < best.end - best.start) best = one;
    }
    const chain = best?.chain ?? null;
    memo.set(mention.id, chain);
    return chain;
  };
}

/** The chain that most of an entity's mentions belong to. */
export function chainOf(
  context: Context,
  entity: number,
  find: (context: Context, mention: Mention) => string | null,
): string | null {
  const counts = new Map<string, number>();
  for (const id of context.entities[entity]!.mentions.slice(-30)) {
    const mention = context.mentions.list[id]!;
    const chain = find(context, mention);
    if (chain !== null) counts.set(chain, (counts.get(chain) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
