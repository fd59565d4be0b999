import { classesOf, classFit, isBodyClass } from "./body-class.ts";
import { bodyWords } from "./clusters.ts";
import type { Context, Reference } from "./context.ts";
import type { Entity } from "./entity.ts";
import { PLACE_BODIES } from "./lexicon/nouns.ts";
import type { Mention } from "./mention.ts";
import { isKnownNoun } from "./name-words.ts";

const COMPANY = new Set(
  "company corporation firm group holding holdings conglomerate manufacturer maker producer supplier retailer carrier airline operator utility contractor developer insurer publisher bank".split(
    " ",
  ),
);

const UNION_NAME = /\b(?:union|local|workers|brotherhood|guild|federation|teamsters|employees)\b/;

/** Nouns that take up a body which has no name by what it is. */
const OTHER_NOUN: readonly [RegExp, RegExp][] = [
  [
    /^(?:watchdog|regulator)$/,
    /^(?:authority|agency|commission|bureau|inspectorate|ombudsman|regulator|watchdog)$/,
  ],
  [/^carrier$/, /^airline$/],
  [/^lender$/, /^bank$/],
  [/^(?:school|institution)$/, /^(?:university|college|academy)$/],
];

const MEDIA = /^(?:broadcaster|newspaper|paper|magazine|station|channel|outlet)$/;

/** How well a description of a body ("the ministry", "the company") fits an entity; 0 where it can't mean it. */
export function bodyFits(context: Context, mention: Mention, entity: Entity, country: string | null): number {
  if (entity.type !== "body" && entity.type !== null && entity.type !== "place") return 0;
  if (country && entity.country && country !== entity.country) return 0;
  const { head } = mention;
  let score = 0;
  if (entity.id === context.outlet && context.doc.article.kind === "readout" && COMPANY.has(head))
    return 0.95;
  if (hasInName(entity, head)) score = 1;
  // of two clubs the last one spoken of, whichever was called "the club" before
  else if (entity.heads.has(head)) score = /^(?:club|team)$/.test(head) ? 0.55 : 1;
  if (score === 0 && entity.type !== "place" && entity.names.size > 0) {
    score = classFit(head, entity);
    // a paper is rarely what it writes of
    if (entity.id === context.outlet && !classesOf(entity).has("company") && !MEDIA.test(head)) score *= 0.3;
  }
  if (
    entity.type === "place" &&
    !/^(?:country|nation|city|town|state|province|island|village|republic|kingdom)$/.test(head)
  )
    return 0;
  // what only a description names is picked up by the same noun, "the control group" is no company, or by one that means no other
  if (entity.names.size === 0 && !entity.heads.has(head))
    score = OTHER_NOUN.some(
      ([noun, heads]) => noun.test(head) && [...entity.heads].some((own) => heads.test(own)),
    )
      ? 0.75
      : 0;
  if (entity.type === "place" && score === 0) score = 0.5;
  // in a readout's own voice "the company", "the club" is the body that speaks
  const generic = isBodyClass(head) || /^(?:council|board|federation|department)$/.test(head);
  if (entity.given && mention.quotation < 0 && mention.modifiers.length === 0 && generic)
    score = Math.max(score, headNamed(context, entity, head) ? 0.3 : 0.95);
  // a contractor is a company too, but "the company" is rather the other one
  if (
    head === "company" &&
    [...entity.heads].some((word) => /^(?:contractor|supplier|insurer|developer|operator)$/.test(word)) &&
    !entity.heads.has("company")
  )
    score *= 0.5;
  if (score === 0) return 0;
  // "the water ministry" is not the Ministry of Agriculture
  if (
    /^(?:ministry|department|office|court|commission|agency|council|committee|party|union|bank|bureau)$/.test(
      head,
    )
  ) {
    const own = mention.modifiers.filter(
      (word) =>
        /^[a-z]{4,}$/.test(word) &&
        !/^(?:same|state|federal|local|national|powerful|other|whole|entire|central)$/.test(word),
    );
    if (own.length > 0 && entity.words.size > 1 && !own.some((word) => entity.words.has(word))) return 0;
  }
  const words = mention.modifiers.filter((word) => entity.words.has(word)).length;
  if (words > 0) score += 0.3;
  if (country && entity.country === country) score += 0.3;
  if (entity.given) score += 0.1;
  return score;
}

/** True where another body of the document has the noun in its name: "the Commission" is the Boundary Commission. */
function headNamed(context: Context, entity: Entity, head: string): boolean {
  return (
    !hasInName(entity, head) &&
    context.entities.some((other) => other.type === "body" && hasInName(other, head))
  );
}

function hasInName(entity: Entity, noun: string): boolean {
  return [...entity.names].some((name) => bodyWords(name).includes(noun));
}

function isOffice(word: string): boolean {
  return /^(?:ministry|department|office|court|commission|union|local|council|committee|government|party|parliament|senate|university|college|hospital|police|army|agency)$/.test(
    word,
  );
}

/** "the company", "the railroad": of the bodies named before that are no office, union or paper the last one. */
export function companyInPassing(context: Context, mention: Mention, owner: number): Reference | null {
  if (!COMPANY.has(mention.head) && !/^(?:railroad|railway|bidder|chain|brand)$/.test(mention.head))
    return null;
  if (mention.determiner !== "the" || owner >= 0 || mention.complement >= 0 || mention.modifiers.length > 0)
    return null;
  for (let k = context.history.length - 1; k >= 0; k--) {
    const { mention: past, entities } = context.history[k]!;
    if (mention.sentence - past.sentence > 8) return null;
    const entity = entities.length === 1 ? context.entities[entities[0]!]! : undefined;
    if (!entity || (entity.type !== "body" && entity.type !== null) || entity.names.size === 0) continue;
    const other =
      entity.id === context.outlet ||
      [...entity.heads].some((word) => isOffice(word)) ||
      UNION_NAME.test([...entity.names].join(" | ").toLowerCase());
    if (!other) return { entities: [entity.id], antecedent: past.id, score: 0.6, guess: [entity.id] };
  }
  return null;
}

/** A country speaks through its government: "the Kestrian government", "Kestria's government" are Kestria. */
export function stateOf(
  context: Context,
  mention: Mention,
  country: string | null,
  owner: number,
): Reference | null {
  if (owner >= 0 && context.entities[owner]!.type === "place")
    return { entities: [owner], antecedent: -1, score: 0.9, guess: [] };
  // "his government": the state that the minister speaks for
  const person = owner >= 0 ? context.entities[owner]! : undefined;
  if (person?.type === "person" && country === null && person.body >= 0 && sameKind(context, person.body))
    return { entities: [person.body], antecedent: -1, score: 0.8, guess: [] };
  if (country && country === context.sideCountry && context.clusters.side >= 0)
    return { entities: [context.clusters.side], antecedent: -1, score: 0.85, guess: [] };
  if (country) {
    const id = context.places.get(country);
    const place = id === undefined ? undefined : context.entities[id]!;
    return place
      ? { entities: [place.id], antecedent: place.mentions[0] ?? -1, score: 0.88, guess: [] }
      : null;
  }
  if (!/^(?:country|nation)$/.test(mention.head) || owner >= 0 || mention.owner >= 0) return null;
  for (let k = context.history.length - 1; k >= 0 && k > context.history.length - 40; k--) {
    const { entities, mention: past } = context.history[k]!;
    const entity = entities.length === 1 ? context.entities[entities[0]!]! : undefined;
    if (entity?.type === "place")
      return { entities: [entity.id], antecedent: past.id, score: 0.65, guess: [] };
  }
  return null;
}

/** A body that can be a state: named by a bare name, not an office, a company or a union. */
function sameKind(context: Context, id: number): boolean {
  const entity = context.entities[id]!;
  return entity.names.size > 0 && ![...entity.heads].some((word) => isKnownNoun(word));
}

/** The body itself for a body, the body of a person. */
export function bodyOf(context: Context, id: number): number {
  const entity = context.entities[id]!;
  if (entity.type === "person" || entity.type === "unnamed") return entity.body;
  return id;
}

/** "the neighbouring republic of Ostrava Bay" is Ostrava Bay. */
export function placeNamed(context: Context, mention: Mention): Reference | null {
  const { list, tokens } = context.mentions;
  if (!PLACE_BODIES.has(mention.head) || mention.complement < 0 || tokens[mention.last + 1]?.lower !== "of")
    return null;
  const id = context.clusters.byMention.get(mention.complement);
  if (
    id === undefined ||
    list[mention.complement]!.form !== "name" ||
    context.entities[id]!.type === "person"
  )
    return null;
  return { entities: [id], antecedent: mention.complement, score: 0.9, guess: [] };
}
