import type { Context, Reference } from "./context.ts";
import { bodyOf } from "./describe-body.ts";
import { type Entity, roleWords } from "./entity.ts";
import { phraseEnd } from "./links.ts";
import type { Mention } from "./mention.ts";
import { isTitle } from "./name-words.ts";
import { placeKey } from "./places.ts";

/** What a mention adds to what is known of its entity. */
export function learn(context: Context, entity: Entity, mention: Mention, reference: Reference): void {
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
  const owner = mention.owner >= 0 ? context.references.get(mention.owner)?.entities : undefined;
  if (owner?.length === 1 && !context.owned.has(`${owner[0]} ${mention.head}`))
    context.owned.set(`${owner[0]} ${mention.head}`, entity.id);
  if (owner?.length === 1 && owner[0] !== entity.id && context.entities[owner[0]!]!.type === entity.type)
    context.tied.push({ entities: [owner[0]!, entity.id], head: mention.head, mention });
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
  // "his counterpart in Lusk" is not of his country
  const link = mention.owner >= 0 && mention.head !== "counterpart" ? mention.owner : mention.complement;
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
