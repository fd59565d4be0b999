import type { Context } from "./context.ts";
import type { Entity } from "./entity.ts";
import type { Mention } from "./mention.ts";

/** What each sentence further back takes from how much somebody is spoken of. */
const FADING = 0.87;
const WINDOW = 160;

/** Somebody among the most spoken of before a mention, with the last mention. */
export interface Prominent {
  entity: number;
  mention: Mention;
  weight: number;
}

/**
 * Who is spoken of most before a mention, the most first. Whoever its own clause names before it is left out: "Wilk has seen
 * both at work".
 */
export function prominent(
  context: Context,
  mention: Mention,
  accept: (entity: Entity) => boolean,
): Prominent[] {
  const found = new Map<number, Prominent>();
  const own = new Set<number>();
  for (let k = context.history.length - 1; k >= 0 && k > context.history.length - WINDOW; k--) {
    const { mention: past, entities } = context.history[k]!;
    // a role beside its name tells of nobody twice
    if (past.first >= mention.first || past.apposed >= 0) continue;
    const distance = mention.sentence - past.sentence;
    if (distance === 0 && past.grammar === "subject" && mention.grammar !== "subject" && past.inside < 0)
      for (const id of entities) own.add(id);
    const told = past.inside >= 0 ? 0.5 : past.grammar === "subject" ? 1 : 0.7;
    const weight = (told * FADING ** distance) / entities.length ** 0.5;
    for (const id of entities) {
      const known = found.get(id);
      if (known) known.weight += weight;
      else if (accept(context.entities[id]!)) found.set(id, { entity: id, mention: past, weight });
    }
  }
  return [...found.values()]
    .filter(({ entity }) => !own.has(entity))
    .sort((a, b) => b.weight - a.weight || a.entity - b.entity);
}

/** The two most spoken of, where a third is clearly spoken of less. */
export function leadingPair(
  all: readonly Prominent[],
): { pair: [Prominent, Prominent]; share: number } | null {
  const [first, second, third] = all;
  if (!first || !second) return null;
  return { pair: [first, second], share: second.weight / (second.weight + (third?.weight ?? 0)) };
}

/** The last two of a kind that "and" or one sentence joined as several: "Ruiz and Okafor", "both", "they". */
export function lastPair(
  context: Context,
  mention: Mention,
  accept: (entity: Entity) => boolean,
  far: number,
): { entities: number[]; mention: Mention } | null {
  for (let k = context.history.length - 1; k >= 0; k--) {
    const { mention: past, entities } = context.history[k]!;
    if (mention.sentence - past.sentence > far) return null;
    if (past.first >= mention.first || entities.length !== 2) continue;
    if (entities.every((id) => accept(context.entities[id]!))) return { entities, mention: past };
  }
  return null;
}

/** How many a description counts: "two officers", "both women", "all three"; 0 where it doesn't. */
export function numberOf({ determiner, modifiers }: Mention): number {
  if (/^(?:both|two|neither|each|either)$/.test(determiner) || modifiers.includes("two")) return 2;
  return determiner === "three" || modifiers.includes("three") ? 3 : 0;
}

/** "two officers", "two people close to him" are new; "the two", "both", "these two" are known. */
export const bringsInTwo = ({ determiner, form }: Mention) => determiner === "two" && form === "description";

/** Somebody with a name. */
export const isPerson = (entity: Entity) => entity.type === "person" && entity.names.size > 0;

/** True where the gender of a plural ("both women") lets somebody be one of them. */
export const agrees = (entity: Entity, mention: Mention) =>
  mention.gender === null || (entity.gender ?? entity.weakGender ?? mention.gender) === mention.gender;
