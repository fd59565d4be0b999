import type { Attributed, Span } from "../model.ts";
import { LEGAL_FORM } from "./bodyName.ts";
import { type Clusters, clusterNames } from "./clusters.ts";
import { type Context, makeContext, type Reference, type Watch } from "./context.ts";
import { resolveDescription } from "./describe.ts";
import { roleWords } from "./entity.ts";
import { identify } from "./identify.ts";
import { labelTurns } from "./labels.ts";
import { learn } from "./learn.ts";
import { endOf } from "./links.ts";
import type { Mention, Mentions } from "./mention.ts";
import { findMentions } from "./mentions.ts";
import { officesOf } from "./offices.ts";
import { FIRST_PERSON, ofFirstPerson, ofSecondPerson, SECOND_PERSON } from "./persons.ts";
import { resolvePluralDescription } from "./plural.ts";
import { resolveSingular } from "./pronoun.ts";
import { resolvePluralPronoun } from "./several.ts";
import { tiesOf } from "./ties.ts";

/**
 * Reads a whole document: finds its mentions and follows each to what it refers to, in text order.
 * @param people names that the caller knows to be people's
 * @param watch looks on while candidates are weighed; for training
 */
export function corefer(doc: Attributed, people: readonly Span[] = [], watch: Watch | null = null): Context {
  const mentions = findMentions(doc);
  const clusters = clusterNames(mentions, doc.article, people);
  capitalsSpeak(mentions, clusters);
  const defined = definitions(mentions, clusters, doc.article.text);
  const context = makeContext(doc, mentions, clusters, watch);
  context.defined = defined;
  foresee(context);
  context.turns = labelTurns(context);
  for (const entity of context.entities) {
    for (const key of officesOf(entity.heads, entity.words)) {
      const list = context.byHead.get(key);
      if (list) list.push(entity.id);
      else context.byHead.set(key, [entity.id]);
    }
  }
  for (const mention of mentions.list) {
    // owners stand before their noun but share its first token; resolve them first
    if (mention.owner >= 0 && mention.owner > mention.id) visit(context, mentions.list[mention.owner]!);
    visit(context, mention);
  }
  return context;
}

/** "Selmar, Torvia’s capital": the capital's name is its country's from then on, and before. */
function capitalsSpeak(mentions: Mentions, clusters: Clusters): void {
  for (const role of mentions.list) {
    if (role.head !== "capital" || role.apposed < 0) continue;
    const link = role.owner >= 0 ? role.owner : role.complement;
    // "Brenica, the Kardovan capital": by the demonym
    const country =
      link >= 0
        ? clusters.byMention.get(link)
        : clusters.entities.find(
            ({ type, country: key }) => type === "place" && key !== null && key === role.country,
          )?.id;
    const capital = clusters.byMention.get(role.apposed);
    if (country === undefined || capital === undefined || country === capital) continue;
    if (clusters.entities[country]!.type !== "place" || clusters.entities[capital]!.type === "person")
      continue;
    for (const [id, entity] of clusters.byMention)
      if (entity === capital) clusters.byMention.set(id, country);
  }
}

/**
 * `Orrin & Vale plc ("Orrin", or "the Company")`: what a text says that it will call somebody. The names are joined; what begins with
 * "the" comes back as entities by their words.
 */
function definitions(mentions: Mentions, clusters: Clusters, text: string): Map<string, number> {
  const found = new Map<string, number>();
  const { tokens, startingAt } = mentions;
  for (const name of mentions.list) {
    const entity = name.form === "name" ? clusters.byMention.get(name.id) : undefined;
    const open = name.last + (LEGAL_FORM.test(tokens[name.last + 1]?.text ?? "") ? 2 : 1);
    if (entity === undefined || tokens[open]?.text !== "(") continue;
    const rest = text.slice(tokens[open]!.start, tokens[open]!.start + 80);
    const inside = /^\(([^()]*["“‘'][^()]*["”’'])\)/.exec(rest);
    if (!inside) continue;
    for (const [, words] of inside[1]!.matchAll(/["“‘']([^"“”]+?)["”’'](?=$|[\s,;])/g)) {
      const title = /^the (\p{Lu}.*)$/iu.exec(words!);
      if (title) found.set(title[1]!.toLowerCase(), entity);
    }
    for (let k = open + 1; k < tokens.length && tokens[k]!.text !== ")"; k++) {
      const alias = startingAt.get(k);
      if (alias?.form !== "name" || found.has(alias.name.toLowerCase())) continue;
      const other = clusters.byMention.get(alias.id);
      if (other === undefined || other === entity || clusters.entities[other]!.type === "person") continue;
      for (const [id, one] of clusters.byMention) if (one === other) clusters.byMention.set(id, entity);
      clusters.entities[entity]!.names.add(alias.name);
    }
  }
  return found;
}

/** Roles that stand in apposition to a name count from the start of the text on. */
function foresee(context: Context): void {
  const { mentions } = context;
  for (const mention of mentions.list) {
    if (mention.form === "name") {
      const id = context.clusters.byMention.get(mention.id);
      if (id !== undefined && mention.country) context.entities[id]!.country ??= mention.country;
      if (id !== undefined && isAccused(mentions, mention))
        for (const word of ACCUSED) context.entities[id]!.heads.add(word);
      continue;
    }
    if (/^(?:presidency|chairmanship|chair)$/.test(mention.head) && mention.complement >= 0) {
      // "under the presidency of Ambassador Abitbol"
      const chair = context.entities[context.clusters.byMention.get(mention.complement) ?? -1];
      if (chair?.type === "person") chair.heads.add(mention.head === "presidency" ? "president" : "chair");
    }
    if (mention.apposed < 0) continue;
    const id = context.clusters.byMention.get(mention.apposed);
    if (id === undefined) continue;
    const entity = context.entities[id]!;
    if (entity.type === "person") entity.gender ??= mention.gender;
    entity.country ??= mention.country ?? countryOfRole(context, mention);
    entity.heads.add(mention.head);
    for (const word of roleWords(mention)) entity.words.add(word);
  }
  if (context.sideCountry === null) return;
  // in a state's own readout its officials go without the country's name
  for (const entity of context.entities) {
    if (
      entity.type === "person" &&
      entity.country === null &&
      [...entity.heads].some((head) =>
        /^(?:president|minister|premier|king|queen|chancellor|secretary|ambassador|envoy)$/.test(head),
      )
    )
      entity.country = context.sideCountry;
  }
}

const ACCUSED = ["accused", "defendant"];

/** "Corinne Lascelles, 58, is accused of", "Ben Ruiz, charged with": a party to a trial, as "the defendant" takes up. */
function isAccused({ tokens }: Mentions, name: Mention): boolean {
  let k = name.last + 1;
  if (tokens[k]?.text === ",") {
    k++;
    if (/^\d{1,3}$/.test(tokens[k]?.text ?? "")) k += tokens[k + 1]?.text === "," ? 2 : 1;
  }
  while (/^(?:is|was|stands|has|had|been|who|faces|now|jointly|also)$/.test(tokens[k]?.lower ?? "")) k++;
  const [verb, next] = [tokens[k], tokens[k + 1]?.lower ?? ""];
  if (!verb || verb.sentence !== name.sentence) return false;
  if (verb.lower === "accused") return next === "of";
  if (/^(?:charged|indicted)$/.test(verb.lower)) return /^(?:with|over|in|on|for)$/.test(next);
  return verb.lower === "on" && next === "trial";
}

/** "the Minister of Water Resources of the Republic of Khorvan, H.E. Leyla Tamrazi": the country behind the portfolio. */
function countryOfRole(context: Context, role: Mention): string | null {
  const name = context.mentions.list[role.apposed]!;
  if (role.type !== "person" || name.start < role.end || name.start - role.start > 120) return null;
  const words = context.doc.article.text.slice(role.start, name.start).replace(/\s+/g, " ");
  return / of .* of /.test(words) ? (tiesOf(words.replace(/,.*$/, "")).countries.at(-1) ?? null) : null;
}

function visit(context: Context, mention: Mention): void {
  if (context.references.has(mention.id)) return;
  const reference = refer(context, mention);
  context.references.set(mention.id, reference);
  if (mention.form === "name" && reference.entities.length === 1)
    identify(context, mention, reference.entities[0]!);
  // first persons say who speaks, but are no mention to be picked up
  if (FIRST_PERSON.test(mention.head) || SECOND_PERSON.test(mention.head)) return;
  if (mention.quotation < 0) unlikeSpeaker(context, mention, reference);
  for (const id of reference.entities) {
    const entity = context.entities[id]!;
    entity.mentions.push(mention.id);
    if (reference.entities.length === 1) learn(context, entity, mention, reference);
  }
  if (reference.entities.length > 0) context.history.push({ mention, entities: reference.entities });
}

/**
 * "“He told me Perth,” the planner fumed": who speaks comes behind the quotation, and a "he" in it that was taken for the speaker is
 * looked up anew, now that it is known who can't be meant.
 */
function unlikeSpeaker(context: Context, mention: Mention, reference: Reference): void {
  const said = reference.entities.length === 1 ? context.asSource(mention) : null;
  if (!said || said.form === "indirect") return;
  context.references.set(mention.id, reference);
  for (const item of context.history.slice(-WITHIN_QUOTATION)) {
    const { mention: past } = item;
    if (past.form !== "pronoun" || past.plural || !/^(?:he|she|him|her|his)$/.test(past.head)) continue;
    if (item.entities.length !== 1 || item.entities[0] !== reference.entities[0]) continue;
    if (past.quotation < 0 || !said.content.some((part) => part.start <= past.start && past.end <= part.end))
      continue;
    // what somebody in the quotation reports is the speaker's for all that
    const other = resolveSingular(context, past);
    if (other.entities[0] === reference.entities[0]) continue;
    const entity = context.entities[reference.entities[0]!]!;
    entity.mentions = entity.mentions.filter((id) => id !== past.id);
    if (past.gender && entity.bound[past.gender] > 0) entity.bound[past.gender]--;
    context.references.set(past.id, other);
    item.entities = other.entities;
    for (const id of other.entities) context.entities[id]!.mentions.push(past.id);
    if (other.entities.length === 0) context.history = context.history.filter((one) => one !== item);
  }
}

/** How many mentions back a quotation may have begun whose speaker comes behind it. */
const WITHIN_QUOTATION = 40;

function refer(context: Context, mention: Mention): Reference {
  if (mention.form === "name") {
    const id = context.clusters.byMention.get(mention.id);
    return { entities: id === undefined ? [] : [id], antecedent: -1, score: 0.97, guess: [] };
  }
  if (mention.form === "relative") return ofRelative(context, mention);
  if (mention.form === "pronoun") {
    if (FIRST_PERSON.test(mention.head)) return ofFirstPerson(context, mention);
    if (SECOND_PERSON.test(mention.head)) return ofSecondPerson(context, mention);
    if (mention.plural) return resolvePluralPronoun(context, mention);
    if (mention.head === "latter" || mention.head === "former") return ofLatter(context, mention);
    return resolveSingular(context, mention);
  }
  if (mention.apposed >= 0) {
    const id = context.clusters.byMention.get(mention.apposed);
    if (id !== undefined) return { entities: [id], antecedent: mention.apposed, score: 0.95, guess: [] };
  }
  const named =
    mention.determiner === "the" && context.mentions.tokens[mention.last]!.capital
      ? context.defined.get([...mention.modifiers, mention.head].join(" "))
      : undefined;
  if (named !== undefined) return { entities: [named], antecedent: -1, score: 0.95, guess: [] };
  const each = /^(?:neither|each|either)$/.test(mention.determiner);
  if (mention.type === "group" || mention.plural || each) return resolvePluralDescription(context, mention);
  return resolveDescription(context, mention);
}

/** "Mr. Reker, who …": the noun phrase right before; else the last person of the sentence. */
function ofRelative(context: Context, mention: Mention): Reference {
  const { tokens, list } = context.mentions;
  const end = tokens[mention.first - 1]?.text === "," ? mention.first - 2 : mention.first - 1;
  let loose: Mention | null = null;
  for (let k = mention.id - 1; k >= 0 && k > mention.id - 15; k--) {
    const candidate = list[k]!;
    if (candidate.sentence !== mention.sentence) break;
    if (candidate.form === "pronoun" || candidate.form === "relative") continue;
    const last = endOf(candidate, context.mentions);
    const personal = mention.head !== "which" && mention.head !== "whose";
    const right = !personal || candidate.type !== "document";
    if (
      last === end &&
      right &&
      !(candidate.inside >= 0 && list[candidate.inside]!.last === candidate.last)
    ) {
      // "the mayor of Dell, who": the head noun, not the town
      const outer = outermost(context, candidate, end);
      const reference = context.references.get(outer.id);
      if (reference && reference.entities.length > 0)
        return { ...reference, antecedent: outer.id, score: 0.95 * reference.score };
    }
    if (!loose && right && candidate.type !== "place" && candidate.inside < 0) loose = candidate;
  }
  const reference = loose ? context.references.get(loose.id) : undefined;
  if (!loose || !reference || reference.entities.length === 0)
    return { entities: [], antecedent: -1, score: 0, guess: [] };
  return { ...reference, antecedent: loose.id, score: 0.6 };
}

/** Of mentions that end at one token by their complements, the one that begins first. */
function outermost(context: Context, mention: Mention, end: number): Mention {
  const { list } = context.mentions;
  let best = mention;
  for (let k = mention.id - 1; k >= 0 && k > mention.id - 8; k--) {
    const candidate = list[k]!;
    if (candidate.sentence !== mention.sentence) break;
    if (candidate.form === "description" || candidate.form === "name") {
      if (endOf(candidate, context.mentions) === end && candidate.complement >= 0) best = candidate;
    }
  }
  return best;
}

function ofLatter(context: Context, mention: Mention): Reference {
  const seen: { id: number; mention: Mention }[] = [];
  for (let k = context.history.length - 1; k >= 0 && seen.length < 2; k--) {
    const { mention: past, entities } = context.history[k]!;
    if (entities.length !== 1 || seen.some((item) => item.id === entities[0])) continue;
    if (context.entities[entities[0]!]!.type === "place") continue;
    seen.push({ id: entities[0]!, mention: past });
  }
  const chosen = mention.head === "latter" ? seen[0] : seen[1];
  if (!chosen) return { entities: [], antecedent: -1, score: 0, guess: [] };
  return { entities: [chosen.id], antecedent: chosen.mention.id, score: 0.7, guess: [] };
}
