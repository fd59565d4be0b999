import { boundOff } from "./binding.ts";
import type { Context, Reference } from "./context.ts";
import { bodyOf } from "./describe-body.ts";
import { type Entity, roleWords } from "./entity.ts";
import { isPersonNoun } from "./lexicon/nouns.ts";
import type { Mention } from "./mention.ts";
import {
  EPITHET,
  GENERIC,
  isPortfolio,
  isWider,
  officeOf,
  officesOf,
  RANKS,
  RULERS,
  UNIQUE,
} from "./offices.ts";
import { salient } from "./salience.ts";

/** How well a description of a person fits an entity; 0 where it can't mean it. */
export function personFits(
  context: Context,
  mention: Mention,
  entity: Entity,
  country: string | null,
  owner: number,
): number {
  if (entity.type !== "person" && entity.type !== "unnamed") return 0;
  if (mention.gender && entity.gender && mention.gender !== entity.gender) return 0;
  if (country && entity.country && country !== entity.country) return 0;
  if (owner === entity.id) return 0;
  const head = officeOf(mention.head, mention.modifiers);
  const heads = officesOf(entity.heads, entity.words);
  let score = 0;
  if (heads.has(head)) score = 1;
  else if (head === "leader" || head === "head" || head === "ruler")
    score = [...heads].some((word) => RULERS.has(word)) ? 0.8 : 0;
  else if (isWider(head, heads)) score = 0.75;
  else if (STATE_RULER.test(head) && heads.has("leader") && country !== null && country === entity.country)
    score = 0.8;
  else if (head === "official" || head === "adviser" || head === "source")
    score = [...heads].some((word) =>
      /^(?:official|minister|secretary|spokes|adviser|diplomat|deputy|director|source|administrator)$/.test(
        word,
      ),
    )
      ? 0.6
      : 0;
  else if (head === "boss" || head === "chief")
    score = heads.has("chief") || heads.has("executive") || heads.has("director") ? 0.8 : 0;
  if (score === 0 && GENERIC.has(head) && entity.type === "person") score = mention.gender ? 0.35 : 0.2;
  if (
    score < 0.6 &&
    EPITHET.test(mention.head) &&
    mention.determiner === "the" &&
    entity.names.size > 0 &&
    owner < 0 &&
    mention.modifiers.length <= 1 &&
    isLastNamed(context, mention, entity)
  )
    score = 0.7;
  if (score === 0) return 0;
  // "the Prime Minister" is no other minister, "the deputy mayor" not the mayor
  for (const rank of RANKS)
    if (
      mention.modifiers.includes(rank) &&
      entity.heads.size > 0 &&
      !heads.has(head) &&
      !entity.words.has(rank) &&
      !entity.heads.has(rank)
    )
      return 0;
  // and of an office that one alone holds the deputy is not the holder
  const deputy = ["deputy", "vice"].some((rank) => entity.words.has(rank) || entity.heads.has(rank));
  if (deputy && SOLE.test(head) && !mention.modifiers.some((word) => /^(?:deputy|vice)$/.test(word)))
    return 0;
  if (mention.head === "minister" && !mention.modifiers.includes("prime") && entity.words.has("prime"))
    score -= 0.3;
  // portfolio: "the foreign minister" is not the minister of water
  const words = roleWords(mention).filter((word) => word !== mention.head && isPortfolio(word));
  const known = [...entity.words].filter(isPortfolio);
  if (words.length > 0 && known.length > 0) {
    if (words.some((word) => known.includes(word))) score += 0.3;
    else if (
      entity.heads.has(mention.head) &&
      /^(?:minister|secretary|director|commissioner|chief|officer|president|leader)$/.test(mention.head)
    )
      return 0;
    else score -= 0.2;
  }
  if (country && entity.country === country) score += 0.4;
  if (!country && context.sideCountry !== null && mention.quotation < 0 && entity.country !== null)
    score += entity.country === context.sideCountry ? 0.5 : -0.5;
  if (owner >= 0 && !country) {
    const body = bodyOf(context, owner);
    if (body >= 0 && entity.body >= 0) score += body === entity.body ? 0.4 : -0.5;
  }
  return score;
}

const SOLE = /^(?:president|prime-minister|premier|chancellor|mayor|governor)$/;
const STATE_RULER = /^(?:president|prime-minister|king|queen|chancellor|emperor|governor)$/;

/** The last person named before, as the subject of one of the two sentences before or of this one. */
function isLastNamed(context: Context, mention: Mention, entity: Entity): boolean {
  for (let k = context.history.length - 1; k >= 0; k--) {
    const { mention: past, entities } = context.history[k]!;
    if (mention.sentence - past.sentence > 2) return false;
    const other = entities.length === 1 ? context.entities[entities[0]!]! : undefined;
    if (other?.type !== "person" || other.names.size === 0 || past.inside >= 0) continue;
    return other.id === entity.id;
  }
  return false;
}

/**
 * "the teenager", "the Tory grandee", "the German": what a text calls somebody in passing whom it has just spoken of. The
 * most salient named person, as for a pronoun.
 */
export function inPassing(context: Context, mention: Mention, owner: number): Reference | null {
  if (mention.type !== "person" || !isPersonNoun(mention.head) || mention.plural) return null;
  if (mention.determiner !== "the" || owner >= 0) return null;
  if (mention.complement >= 0 || UNIQUE.test(mention.head) || mention.titles.length > 0) return null;
  const off = boundOff(context, mention);
  const ranked = salient(context, mention).filter(
    ({ entity }) =>
      context.entities[entity]!.type === "person" &&
      context.entities[entity]!.names.size > 0 &&
      !off.has(entity),
  );
  const [first, second] = ranked;
  if (!first || mention.sentence - first.mention.sentence > 3) return null;
  const share = first.weight / (first.weight + (second?.weight ?? 0));
  const guess = ranked.slice(0, 2).map(({ entity }) => entity);
  if (share < 0.55) return null;
  return { entities: [first.entity], antecedent: first.mention.id, score: Math.min(0.85, share), guess };
}

/** "his guest", "her interlocutor": of the two whom a text is about the other one. */
export function otherOf(context: Context, mention: Mention, owner: number): Reference | null {
  if (
    owner < 0 ||
    mention.country !== null ||
    !/^(?:interlocutor|counterpart|guest|host|visitor|opponent|rival|opposite)$/.test(mention.head)
  )
    return null;
  const people = context.entities
    .filter((entity) => entity.type === "person" && entity.names.size > 0 && entity.mentions.length > 0)
    .sort((a, b) => b.mentions.length - a.mentions.length || a.id - b.id);
  const [first, second] = people;
  if (!first || !second || (first.id !== owner && second.id !== owner)) return null;
  const other = first.id === owner ? second : first;
  return { entities: [other.id], antecedent: other.mentions.at(-1)!, score: 0.65, guess: [other.id] };
}
