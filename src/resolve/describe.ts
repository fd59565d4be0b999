import type { Context, Reference } from "./context.ts";
import { bodyFits, bodyOf, placeNamed, stateOf } from "./describe-body.ts";
import { otherOf } from "./describe-person.ts";
import { type Entity, newEntity, roleWords } from "./entity.ts";
import { UNNAMED_HINTS } from "./lexicon/nouns.ts";
import { endOf, there } from "./links.ts";
import type { Mention } from "./mention.ts";
import { chooseNominal } from "./nominal-ranker.ts";
import { kinBack } from "./tied.ts";

/** Makes an entity for a description that nothing before it fits. */
export function create(context: Context, mention: Mention): Entity {
  const type = kindOf(context, mention);
  const entity = newEntity(context.entities.length, type);
  entity.gender = mention.gender;
  entity.plural = mention.plural;
  context.entities.push(entity);
  return entity;
}

function kindOf(context: Context, mention: Mention): Entity["type"] {
  if (mention.type === "group" || mention.plural) return mention.type === "document" ? "document" : "group";
  if (mention.type !== "person") return mention.type;
  if (/^(?:a|an|another|one|some|any|)$/.test(mention.determiner)) return "unnamed";
  const around = context.doc.article.text.slice(mention.start, mention.end + 160);
  return UNNAMED_HINTS.test(around.split(/[.!?]\s/)[0]!) ? "unnamed" : "person";
}

/** The country and the body that a description's owner or complement ties it to. */
export function tie(context: Context, mention: Mention): { country: string | null; owner: number } {
  let country = mention.country;
  let owner = -1;
  const link = mention.owner >= 0 ? mention.owner : mention.complement;
  if (link >= 0) {
    const target = context.mentions.list[link]!;
    const reference = context.references.get(target.id);
    const id = reference?.entities[0] ?? reference?.guess[0] ?? context.clusters.byMention.get(target.id);
    if (id !== undefined) {
      owner = id;
      country ??= context.entities[id]!.country;
    }
  }
  if (link < 0 && there(context.mentions, mention)) owner = spokenOfBefore(context, mention);
  return { country, owner };
}

/** The place or body named last before "there", in this sentence or one of the two before. */
function spokenOfBefore(context: Context, mention: Mention): number {
  for (let k = context.history.length - 1; k >= 0; k--) {
    const { mention: past, entities } = context.history[k]!;
    if (mention.sentence - past.sentence > 2) return -1;
    if (past.first >= mention.first || entities.length !== 1 || past.form === "pronoun") continue;
    const { type } = context.entities[entities[0]!]!;
    if (type === "body" || type === "place" || type === null) return entities[0]!;
  }
  return -1;
}

/**
 * Resolves a description that stands alone: "the foreign minister", "the company", "the report". Definite ones look
 * back for somebody whose titles and roles fit, country and portfolio included; indefinite ones bring in somebody new.
 */
export function resolveDescription(context: Context, mention: Mention): Reference {
  const styled = ofStyle(context, mention);
  if (styled) return styled;
  const definite = /^(?:the|that|this|these|those|'s|his|her|its|their|our|my|whose|both|two)$/.test(
    mention.determiner,
  );
  const { country, owner } = tie(context, mention);
  const fresh = (score: number, guess: number[] = []): Reference => {
    const entity = create(context, mention);
    entity.country ??= country;
    if (owner >= 0) entity.body = bodyOf(context, owner);
    if (mention.owner >= 0) context.owned.set(`${owner} ${mention.head}`, entity.id);
    return { entities: [entity.id], antecedent: -1, score, guess };
  };
  if (/^(?:side|camp)$/.test(mention.head) && country !== null) {
    const state = stateOf(context, mention, country, -1);
    if (state) return state;
  }
  if (
    mention.type === "body" &&
    /^(?:government|administration|regime|state|country|nation)$/.test(mention.head)
  ) {
    const state = stateOf(context, mention, country, owner);
    if (state) return state;
  }
  const subject = mention.type === "person" ? predicated(context, mention) : null;
  if (subject) return subject;
  const named = placeNamed(context, mention);
  if (named) return named;
  if (!definite && mention.type !== "group") {
    // "Ministry officials", "company executives": a bare or indefinite one is new
    return mention.determiner === "" && mention.type === "person"
      ? choose(context, mention, country, owner, fresh)
      : fresh(0.9);
  }
  if (owner >= 0 && mention.owner >= 0 && (mention.type === "body" || mention.type === "person")) {
    // "Mr. Sarrant’s office" again; never somebody else's
    const known = context.owned.get(`${owner} ${mention.head}`);
    const same = known === undefined ? undefined : context.entities[known]!;
    if (same) return { entities: [same.id], antecedent: same.mentions[0] ?? -1, score: 0.9, guess: [] };
    const own = context.entities[owner]!;
    // "her party": the body that she belongs to
    const body = own.type === "person" && own.body >= 0 ? context.entities[own.body]! : undefined;
    if (mention.type === "body" && body && bodyFits(context, mention, body, country) >= 0.7)
      return { entities: [body.id], antecedent: body.mentions[0] ?? -1, score: 0.8, guess: [] };
  }
  if (context.doc.article.kind === "readout" && /^(?:his|her)$/.test(mention.determiner)) {
    const opposite = mention.type === "person" ? otherOf(context, mention, owner) : null;
    if (opposite) return { ...opposite, score: 0.75 };
  }
  const relative = owner >= 0 && mention.owner >= 0 ? kinBack(context, mention, owner) : -1;
  if (relative >= 0)
    return {
      entities: [relative],
      antecedent: context.entities[relative]!.mentions[0] ?? -1,
      score: 0.85,
      guess: [],
    };
  if (mention.head === "witness") {
    const answers = context.turns.find((turn, k) => turn && context.doc.turns[k]!.kind === "answer");
    if (answers) return { entities: [answers.entity], antecedent: -1, score: 0.85, guess: [] };
  }
  return choose(context, mention, country, owner, fresh);
}

const STYLE =
  /^(?:lordship|ladyship|majesty|highness|excellency|honou?r|worship|grace|holiness|eminence|reverence)$/;

/** "Her ladyship", "His Honour": what somebody is called whom "her" alone would mean. */
function ofStyle(context: Context, mention: Mention): Reference | null {
  if (!STYLE.test(mention.head) || !/^(?:his|her)$/.test(mention.determiner) || mention.owner < 0)
    return null;
  const owner = context.references.get(mention.owner);
  return owner && owner.entities.length === 1 ? { ...owner, score: Math.max(owner.score, 0.7) } : null;
}

/** "The only other person in the room was an interpreter", "She is a marine lawyer": the noun is said of the subject. */
function predicated(context: Context, mention: Mention): Reference | null {
  const { tokens, bySentence } = context.mentions;
  if (mention.determiner !== "a" && mention.determiner !== "an") return null;
  let at = mention.first - 1;
  while (/^(?:still|also|now|once|then|already|only|just)$/.test(tokens[at]?.lower ?? "")) at--;
  if (!/^(?:is|was|became|remains)$/.test(tokens[at]?.lower ?? "")) return null;
  for (const subject of bySentence.get(mention.sentence) ?? []) {
    if (subject.first >= mention.first) break;
    if (endOf(subject, context.mentions) !== at - 1 || subject.plural || subject.form === "relative")
      continue;
    if (subject.inside >= 0 || /^(?:i|you|it)$/.test(subject.head)) continue;
    const reference = context.references.get(subject.id);
    const entity = reference?.entities.length === 1 ? context.entities[reference.entities[0]!]! : undefined;
    if (!entity || (entity.type !== "person" && entity.type !== "unnamed")) continue;
    if (mention.gender && entity.gender && mention.gender !== entity.gender) continue;
    return {
      entities: [entity.id],
      antecedent: subject.id,
      score: Math.min(0.9, reference!.score),
      guess: [],
    };
  }
  return null;
}

/** Chosen on own texts: among several, the best at a chance of 0.45 is right twice as often as not. */
const SURER = 0.7;

/** What the trained ranker takes it for: an entity known, or somebody new. */
function choose(
  context: Context,
  mention: Mention,
  country: string | null,
  owner: number,
  fresh: (score: number, guess?: number[]) => Reference,
): Reference {
  const { option, chance: raw, ranked } = chooseNominal(context, mention, country, owner);
  const chance = raw ** SURER;
  if (!option) return fresh(chance, ranked);
  const antecedent = option.later ? -1 : (option.full ?? option.last).id;
  const guess = [option.entity, ...ranked.filter((id) => id !== option.entity)];
  if (chance < 0.5) return { entities: [], antecedent, score: chance, guess };
  return { entities: [option.entity], antecedent, score: chance, guess };
}

/** "The officials", "Kestrian officials" again: the same group under the same words. */
export function sameGroup(
  context: Context,
  mention: Mention,
  country: string | null,
  owner: number,
): Reference | null {
  const words = roleWords(mention).join(" ");
  for (let k = context.history.length - 1; k >= 0 && k > context.history.length - 200; k--) {
    const { mention: past, entities } = context.history[k]!;
    if (entities.length !== 1 || past.form !== "description" || past.head !== mention.head) continue;
    const entity = context.entities[entities[0]!]!;
    if (entity.type !== "group") continue;
    if ((country ?? entity.country) !== (entity.country ?? country)) continue;
    const same = roleWords(past).join(" ") === words;
    const shorter = mention.determiner === "the" && mention.modifiers.length === 0;
    if (same && (country !== null || mention.determiner !== ""))
      return { entities: [entity.id], antecedent: past.id, score: 0.85, guess: [] };
    if (shorter && owner < 0) return { entities: [entity.id], antecedent: past.id, score: 0.75, guess: [] };
  }
  return null;
}
