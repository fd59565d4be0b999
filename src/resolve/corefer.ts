import type { Attributed, Span } from "../model.ts";
import { type Clusters, clusterNames } from "./clusters.ts";
import { type Context, makeContext, type Reference } from "./context.ts";
import { bodyFits, bodyOf, office, resolveDescription } from "./describe.ts";
import { type Entity, roleWords } from "./entity.ts";
import { labelTurns } from "./labels.ts";
import { endOf, phraseEnd } from "./links.ts";
import type { Mention, Mentions } from "./mention.ts";
import { findMentions } from "./mentions.ts";
import { isTitle } from "./names.ts";
import { FIRST_PERSON, ofFirstPerson, ofSecondPerson, SECOND_PERSON } from "./persons.ts";
import { placeKey } from "./places.ts";
import { resolvePluralDescription, resolvePluralPronoun } from "./plural.ts";
import { resolveSingular } from "./pronoun.ts";
import { tiesOf } from "./ties.ts";

/**
 * Reads a whole document: finds its mentions and follows each to what it refers to, in text order.
 * @param people names that the caller knows to be people's
 */
export function corefer(doc: Attributed, people: readonly Span[] = []): Context {
  const mentions = findMentions(doc);
  const clusters = clusterNames(mentions, doc.article, people);
  capitalsSpeak(mentions, clusters);
  const context = makeContext(doc, mentions, clusters);
  foresee(context);
  context.turns = labelTurns(context);
  for (const entity of context.entities) {
    for (const head of entity.heads) {
      const key = office(head);
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
    const country = link < 0 ? undefined : clusters.byMention.get(link);
    const capital = clusters.byMention.get(role.apposed);
    if (country === undefined || capital === undefined || country === capital) continue;
    if (clusters.entities[country]!.type !== "place" || clusters.entities[capital]!.type === "person")
      continue;
    for (const [id, entity] of clusters.byMention)
      if (entity === capital) clusters.byMention.set(id, country);
  }
}

/** Roles that stand in apposition to a name count from the start of the text on. */
function foresee(context: Context): void {
  for (const mention of context.mentions.list) {
    if (mention.form === "name") {
      const id = context.clusters.byMention.get(mention.id);
      if (id !== undefined && mention.country) context.entities[id]!.country ??= mention.country;
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
  for (const id of reference.entities) {
    const entity = context.entities[id]!;
    entity.mentions.push(mention.id);
    if (reference.entities.length === 1) learn(context, entity, mention, reference);
  }
  if (reference.entities.length > 0) context.history.push({ mention, entities: reference.entities });
}

/**
 * Delayed identification, as news does it: "The head of the company said he was sorry. … Leland Strand told a station":
 * a person named for the first time without any role is the one whom a definite description brought in just before.
 */
function identify(context: Context, mention: Mention, id: number): void {
  const entity = context.entities[id]!;
  if (entity.type === "body" || entity.type === null) {
    identifyBody(context, mention, entity);
    return;
  }
  if (entity.type !== "person" || entity.mentions.length > 0 || entity.given) return;
  if (
    [...entity.heads].some(
      (head) => !/^(?:general|gen|colonel|col|major|captain|admiral|dr|doctor|professor)$/.test(head),
    )
  )
    return;
  if (context.asSource(mention) === null || mention.complement >= 0) return;
  for (let k = context.history.length - 1; k >= 0; k--) {
    const { mention: past, entities } = context.history[k]!;
    if (mention.sentence - past.sentence > 4) return;
    const other = entities.length === 1 ? context.entities[entities[0]!]! : undefined;
    if (other?.type !== "person" || other.names.size > 0 || past.form !== "description") continue;
    if (past.quotation >= 0 || past.inside >= 0 || context.asSource(past) === null || past.plural) continue;
    if (
      other.gender &&
      (entity.gender ?? entity.weakGender) &&
      other.gender !== (entity.gender ?? entity.weakGender)
    )
      continue;
    const home = entity.country ?? context.sideCountry;
    if (other.country && home && other.country !== home) continue;
    unite(context, other, entity);
    return;
  }
}

/** "The union welcomed the remark. … Local 88 of the Process Workers": the name comes after the noun. */
function identifyBody(context: Context, mention: Mention, entity: Entity): void {
  if (entity.mentions.length > 0 || entity.given) return;
  for (let k = context.history.length - 1; k >= 0; k--) {
    const { mention: past, entities } = context.history[k]!;
    if (mention.sentence - past.sentence > 4) return;
    const other = entities.length === 1 ? context.entities[entities[0]!]! : undefined;
    if (other?.type !== "body" || other.names.size > 0 || past.form !== "description") continue;
    if (past.determiner !== "the" || past.quotation >= 0 || past.modifiers.length > 0 || past.complement >= 0)
      continue;
    if (bodyFits(context, past, entity, null) < 0.9) continue;
    unite(context, other, entity);
    return;
  }
}

/** Makes one entity of two: all that is known of `from` goes to `into`. */
function unite(context: Context, from: Entity, into: Entity): void {
  for (const reference of context.references.values()) {
    reference.entities = reference.entities.map((id) => (id === from.id ? into.id : id));
    reference.guess = reference.guess.map((id) => (id === from.id ? into.id : id));
  }
  for (const item of context.history)
    item.entities = item.entities.map((id) => (id === from.id ? into.id : id));
  into.mentions = [...from.mentions, ...into.mentions].sort((a, b) => a - b);
  into.roles.push(...from.roles);
  for (const head of from.heads) into.heads.add(head);
  for (const word of from.words) into.words.add(word);
  into.gender ??= from.gender;
  into.country ??= from.country;
  if (into.body < 0) into.body = from.body;
  from.mentions = [];
  from.roles = [];
  from.heads.clear();
}

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

/** What a mention adds to what is known of its entity. */
function learn(context: Context, entity: Entity, mention: Mention, reference: Reference): void {
  if (mention.form === "pronoun") {
    if (
      mention.gender &&
      reference.score > 0.62 &&
      (entity.type === "person" || entity.type === "unnamed" || entity.type === null)
    ) {
      entity.bound[mention.gender]++;
      entity.type ??= "person";
    }
    if (/^its?$/.test(mention.head) && entity.type === null && reference.score > 0.6) entity.type = "body";
    return;
  }
  if (mention.form === "relative") {
    if (mention.head === "who" && entity.type === null) entity.type = "person";
    if (mention.head === "who") toldByRelative(context, entity, mention);
    return;
  }
  if (mention.gender && entity.type !== "body" && entity.type !== "place") entity.gender ??= mention.gender;
  if (mention.form === "name") {
    entity.country ??= mention.country;
    if (entity.type === "body") belongs(context, entity, mention);
    if (mention.complement >= 0 || mention.owner >= 0) affiliate(context, entity, mention);
    return;
  }
  entity.roles.push(mention);
  entity.heads.add(mention.head);
  for (const word of roleWords(mention)) {
    entity.words.add(word);
    if (/^(?:president|secretary|minister|chief|executive|chairman|director)$/.test(word))
      entity.heads.add(word);
  }
  if (entity.type === null) entity.type = mention.type;
  if (mention.head === "counterpart") shareOffice(context, entity, mention);
  affiliate(context, entity, mention);
}

/** "Aldis and her counterpart, Bogdan Resnik": whatever office she has, he has it too. */
function shareOffice(context: Context, entity: Entity, mention: Mention): void {
  const owner = mention.owner >= 0 ? context.references.get(mention.owner)?.entities : undefined;
  if (owner?.length !== 1) return;
  const other = context.entities[owner[0]!]!;
  for (const head of other.heads) if (isTitle(head)) entity.heads.add(head);
  for (const word of other.words) if (isTitle(word)) entity.words.add(word);
}

/** "who leads the council", "who speaks for Safe Road": a role in a clause. */
function toldByRelative(context: Context, entity: Entity, mention: Mention): void {
  const { tokens, list } = context.mentions;
  const verb = tokens[mention.last + 1];
  if (!verb || entity.type !== "person") return;
  if (
    !/^(?:leads?|led|chairs?|heads?|runs?|commands?|represents?|owns?|directs?|manages?|founded|speaks|oversees|coaches|edits|presides)$/.test(
      verb.lower,
    )
  )
    return;
  const object = (context.mentions.bySentence.get(mention.sentence) ?? []).find(
    (item) => item.first > mention.last && item.first <= mention.last + 4 && item.inside < 0,
  );
  if (!object || object.sentence !== mention.sentence || object.form === "pronoun") return;
  const end = tokens[phraseEnd(object, context.mentions)]!.end;
  const text = context.doc.article.text.slice(verb.start, end).replace(/\s+/g, " ");
  if (!entity.told.includes(text)) entity.told.push(text);
  entity.country ??= object.country;
  const owner = object.owner >= 0 ? list[object.owner]! : object;
  const id = context.clusters.byMention.get(owner.id) ?? context.clusters.byMention.get(object.id);
  if (id === undefined) return;
  const other = context.entities[id]!;
  if (other.type === "place") entity.country ??= other.country;
  else if (other.type !== "person" && entity.body < 0) entity.body = id;
}

/** "Benno Thole, whose Country Party keeps …", "his Country Party": the person belongs to the body. */
function belongs(context: Context, body: Entity, mention: Mention): void {
  const before = context.mentions.list[mention.id - 1];
  if (!before || before.last !== mention.first - 1 || !/^(?:whose|his|her)$/.test(before.head)) return;
  const owner = context.references.get(before.id);
  if (owner?.entities.length !== 1) return;
  const person = context.entities[owner.entities[0]!]!;
  if (
    person.type !== "person" ||
    person.body >= 0 ||
    !/\b(?:Party|Union|Movement|Coalition|League|Alliance|Front|Company|Group|Foundation)\b/.test(
      mention.name,
    )
  )
    return;
  person.body = body.id;
  person.told.push(mention.name);
}

/** Ties a person to the country or body that a role names: "its water minister", "a spokesman for the office". */
function affiliate(context: Context, entity: Entity, mention: Mention): void {
  if (entity.type === "place" || entity.type === "document") return;
  entity.country ??= mention.country;
  const link = mention.owner >= 0 ? mention.owner : mention.complement;
  const ours = link >= 0 && /^(?:our|we)$/.test(context.mentions.list[link]!.head) && mention.quotation < 0;
  if (ours && context.clusters.side >= 0 && entity.body < 0) entity.body = context.clusters.side;
  if (link >= 0) {
    const target = context.mentions.list[link]!;
    const found = context.references.get(link);
    const id = found?.entities[0] ?? context.clusters.byMention.get(link);
    if (id !== undefined && id !== entity.id) {
      const other = context.entities[id]!;
      if (other.type === "place") entity.country ??= other.country ?? placeKey(target.name);
      else {
        entity.country ??= other.country;
        if (entity.body < 0) entity.body = bodyOf(context, id);
      }
    }
  }
  if (entity.body < 0 && entity.type !== "body") entity.body = bodyInModifiers(context, mention);
  if (entity.body < 0 && link < 0 && entity.country === null && /^spokes/.test(mention.head))
    entity.body = bodyNearby(context, mention);
}

/** "… to the water ministry, where a spokeswoman, Marit Solke, said": the body just spoken of. */
function bodyNearby(context: Context, mention: Mention): number {
  for (let k = context.history.length - 1; k >= 0; k--) {
    const { mention: past, entities } = context.history[k]!;
    if (past.paragraph !== mention.paragraph || mention.sentence - past.sentence > 2) return -1;
    const entity = entities.length === 1 ? context.entities[entities[0]!]! : undefined;
    if (entity && entity.type === "body" && past.id !== mention.id) return entity.id;
  }
  return -1;
}

/** "a company spokeswoman", "union leaders": the body that the modifier names, where the text has spoken of it. */
function bodyInModifiers(context: Context, mention: Mention): number {
  const { tokens } = context.mentions;
  for (let k = mention.last - 1; k >= mention.first; k--) {
    const inside = (context.mentions.bySentence.get(mention.sentence) ?? []).find(
      (other) =>
        other.form === "name" && other.last === k && other.first >= mention.first && other.id !== mention.id,
    );
    if (inside) {
      const id = context.clusters.byMention.get(inside.id);
      if (id !== undefined && context.entities[id]!.type !== "person") return id;
    }
    const word = tokens[k]!.lower;
    if (
      !/^(?:company|union|ministry|government|court|police|party|hospital|university|bank|commission|agency|council|trust|airline|club|firm|office|embassy|campaign)$/.test(
        word,
      )
    )
      continue;
    for (let h = context.history.length - 1; h >= 0 && h > context.history.length - 200; h--) {
      const id = context.history[h]!.entities[0]!;
      const entity = context.entities[id]!;
      if (entity.type !== "body" && entity.type !== null) continue;
      if (entity.heads.has(word) || (word === "company" && looksLikeCompany(entity))) return id;
      if (
        word === "union" &&
        [...entity.heads].some((head) => /^(?:union|local|workers|federation|brotherhood)$/.test(head))
      )
        return id;
    }
  }
  return -1;
}

function looksLikeCompany(entity: Entity): boolean {
  if (entity.type !== "body" && entity.type !== null) return false;
  if (entity.names.size === 0) return entity.heads.has("company");
  return ![...entity.heads].some((word) =>
    /^(?:ministry|department|office|court|commission|union|local|workers|council|committee|government|party|university|hospital|police|news|times|ledger)$/.test(
      word,
    ),
  );
}
