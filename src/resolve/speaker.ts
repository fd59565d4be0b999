import { hashId, ownVoiceId } from "../id.ts";
import type { ArticleSource, Speaker, SpeakerKind } from "../model.ts";
import type { Context } from "./context.ts";
import type { Entity } from "./entity.ts";
import { fold } from "./fold.ts";
import { ordinaryCase } from "./label-names.ts";
import { phraseEnd, there } from "./links.ts";
import type { Mention } from "./mention.ts";
import { fuller } from "./person.ts";
import { isKnownCountry } from "./places.ts";

/** The document's own Speaker for an entity. */
export function speakerOf(context: Context, entity: Entity): Speaker {
  const article: ArticleSource = context.doc.article;
  const kind = kindOf(entity);
  const name = nameOf(context, entity);
  const role = roleOf(context, entity);
  const aliases = [...aliasesOf(context, entity)].filter((alias) => alias !== name).sort();
  if (entity.id === context.clusters.side && article.side) {
    aliases.push(name);
    return {
      id: ownVoiceId(article.id),
      name: article.side,
      kind: "body",
      aliases: [...new Set(aliases)].filter((alias) => alias !== article.side).sort(),
      role,
      side: null,
      members: [],
    };
  }
  const canonical = entity.names.size > 0 ? fold(name) : `${fold(name)}#${place(context, entity)}`;
  return { id: hashId("h", article.id, canonical, kind), name, kind, aliases, role, side: null, members: [] };
}

/** Descriptions are told apart by where they first stand: two "officials" may be two people. */
function place(context: Context, entity: Entity): number {
  if (entity.label) return entity.label.start;
  const first = entity.mentions[0];
  return first === undefined ? 0 : context.mentions.list[first]!.start;
}

function kindOf(entity: Entity): SpeakerKind {
  if (entity.type === "place") return "body";
  if (entity.type === null) return entity.gender ? "person" : "body";
  if (entity.type === "person" && entity.names.size === 0 && entity.roles.length === 0) return "unnamed";
  return entity.type;
}

function nameOf(context: Context, entity: Entity): string {
  if (entity.label) return entity.label.text;
  const names = [...entity.names].sort();
  if (names.length > 0) {
    if (entity.type === "person") {
      // capitals are a label's or a headline's
      const usual = names.map((name) =>
        name.length > 3 && name === name.toUpperCase() ? ordinaryCase(name) : name,
      );
      return usual.reduce((best, name) => fuller(best, name));
    }
    if (entity.type === "place") return placeName(context, entity, names);
    const shown = names.filter((name) => !/^\p{Lu}{2,6}$/u.test(name));
    return (shown.length > 0 ? shown : names).reduce((best, name) =>
      name.length > best.length ? name : best,
    );
  }
  const mention = fullDescription(context, entity) ?? context.mentions.list[entity.mentions[0] ?? 0];
  if (!mention) return "Unnamed";
  return description(context, mention, true);
}

function firstDescription({ mentions }: Context, entity: Entity): Mention | undefined {
  return entity.mentions.map((id) => mentions.list[id]!).find(({ form }) => form === "description");
}

/** "the laboratory … the laboratory in Bresk": of a body without a name the first description that a name tells apart, else the first. */
function fullDescription(context: Context, entity: Entity): Mention | undefined {
  const first = firstDescription(context, entity);
  if (entity.type !== "body" || !first || first.owner >= 0 || first.complement >= 0) return first;
  const { list } = context.mentions;
  const full = entity.mentions
    .map((id) => list[id]!)
    .find(
      ({ form, head, owner, complement }) =>
        form === "description" &&
        head === first.head &&
        owner < 0 &&
        complement >= 0 &&
        list[complement]!.form === "name",
    );
  return full ?? first;
}

/** Of a country's names the one that is not its capital: "Kestria" rather than "Ostwick". */
function placeName(context: Context, entity: Entity, names: string[]): string {
  const known = names.find((name) => isKnownCountry(name));
  if (known) return known;
  const counts = new Map<string, number>();
  for (const id of entity.mentions) {
    const mention = context.mentions.list[id]!;
    if (mention.form === "name") counts.set(mention.name, (counts.get(mention.name) ?? 0) + 1);
  }
  return [...names].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1))[0]!;
}

const DETERMINER = /^(?:the|a|an|some|this|that|these|those|both)\s+/i;

/** Words of a text on one line, without the marks at their end. */
function phrase(text: string, start: number, end: number): string {
  return text
    .slice(start, end)
    .replace(/\s+/g, " ")
    .replace(/[\s,;:]+$/, "");
}

/** A description as a name: without its article, its owner named, its complement kept. */
function description(context: Context, mention: Mention, capital: boolean, named = capital): string {
  const { text } = context.doc.article;
  const { tokens, list } = context.mentions;
  let { end } = tokens[phraseEnd(mention, context.mentions)]!;
  // never beyond the words that the document gives as the source
  const source = context
    .asSource(mention)
    ?.source.find((part) => part.start <= mention.start && mention.end <= part.end);
  if (source && source.end < end) end = source.end;
  // an unnamed person is told apart by all that the source says: "person close to Palloway"
  if (
    source &&
    source.start === mention.start &&
    capital &&
    source.end > end &&
    source.end - mention.start < 70
  ) {
    const rest = text.slice(end, source.end);
    const more = /^ (?!who (?:asked|declined|requested|spoke|did not)|speaking|on condition)[^,]+$/.test(
      rest,
    );
    const bare = mention.modifiers.length === 0 && mention.country === null;
    if (more && mention.type === "person" && (bare || !/^ who /.test(rest))) end = source.end;
  }
  if (/^ ?(?:%|per cent\b|percent\b)/.test(text.slice(end, end + 9)))
    end += /^ ?(?:%|per cent|percent)/.exec(text.slice(end, end + 9))![0].length;
  let words = phrase(text, mention.start, end).replace(DETERMINER, "");
  const owner = mention.owner >= 0 ? list[mention.owner]! : null;
  if (owner?.form === "pronoun" || owner?.form === "relative") {
    const id = context.references.get(owner.id)?.entities[0];
    const rest = words.replace(/^(?:his|her|its|their|our|my|your|whose)\s+/i, "");
    if (id !== undefined && context.references.get(owner.id)!.entities.length === 1)
      words = `${owned(context, id, mention.head)} ${rest}`;
    else words = rest;
  } else if (named && owner?.form === "description" && mention.start === owner.start) {
    const id = nameable(context, owner);
    const at = /['’]s? /.exec(text.slice(owner.end, owner.end + 3));
    if (id >= 0 && at)
      words = `${owned(context, id, mention.head)} ${phrase(text, owner.end + at[0].length, end)}`;
  } else if (named && mention.complement >= 0) {
    // "a lawyer for the company": of which one
    const complement = list[mention.complement]!;
    const id = complement.form === "description" ? nameable(context, complement) : -1;
    if (id >= 0 && complement.end === end) {
      const start =
        mention.start +
        text.slice(mention.start, end).lastIndexOf(text.slice(complement.start, complement.end));
      const before = text.slice(mention.start, start).replace(/\s+/g, " ").replace(DETERMINER, "");
      words = `${before}${nameOf(context, context.entities[id]!)}`;
    }
  }
  if (named && there(context.mentions, mention)) {
    const id = context.clusters.byMention.get(mention.id) ?? context.references.get(mention.id)?.entities[0];
    const body = id === undefined ? -1 : context.entities[id]!.body;
    if (body >= 0) words = `${words.replace(/ there$/, "")} at ${nameOf(context, context.entities[body]!)}`;
  }
  return capital ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}

/** The one named entity that a description refers to, -1 where there is none or too little speaks for it. */
function nameable(context: Context, mention: Mention): number {
  const reference = context.references.get(mention.id);
  if (reference?.entities.length !== 1 || reference.score < 0.6) return -1;
  const entity = context.entities[reference.entities[0]!]!;
  return entity.names.size > 0 ? entity.id : -1;
}

const OF_STATE =
  /^(?:president|premier|king|queen|emperor|chancellor|embassy|army|navy|air|border|forces|troops|parliament|soil|constitution)$/;

function owned(context: Context, id: number, head: string): string {
  const owner = context.entities[id]!;
  const name = OF_STATE.test(head) ? ownerName(context, owner) : nameOf(context, owner);
  return `${name}${name.endsWith("s") ? "’" : "’s"}`;
}

/** A person's country where the noun belongs to a state: "My president" said by a minister of Kestria is Kestria's. */
function ownerName(context: Context, owner: Entity): string {
  if (owner.type === "person" && owner.country) {
    const place = context.places.get(owner.country);
    if (place !== undefined) return nameOf(context, context.entities[place]!);
  }
  return nameOf(context, owner);
}

function aliasesOf(context: Context, entity: Entity): Set<string> {
  const aliases = new Set<string>(entity.names);
  for (const words of entity.label?.words ?? []) aliases.add(words);
  if (entity.names.size === 0 && !entity.label) {
    // "the Speaker’s office" beside "Habibur Nongrum’s office"
    const first = firstDescription(context, entity);
    if (first) aliases.add(description(context, first, true, false));
  }
  for (const id of entity.mentions) {
    const mention = context.mentions.list[id]!;
    if (mention.form !== "name") continue;
    aliases.add(context.doc.article.text.slice(mention.start, mention.end).replace(/\s+/g, " "));
  }
  return aliases;
}

const HONORIFIC = /^(?:mr|mrs|ms|miss|mx|dr|h\.e|sir)\.?$/i;

/** Title or description, the most telling one, with the country or body that it is tied to. */
function roleOf(context: Context, entity: Entity): string | null {
  if (entity.type === "place" || entity.type === "document") return null;
  const options: { text: string; weight: number }[] = [];
  for (const mention of entity.roles) {
    if (entity.names.size === 0 && entity.roles[0] === mention) continue;
    if (entity.type === "body" && mention.apposed < 0) continue;
    if (/^(?:man|woman|pair|person|other)$/.test(mention.head)) continue;
    if (mention.head === "leader" && mention.complement < 0 && mention.owner < 0) continue;
    if (mention.quotation >= 0 && entity.roles.some((role) => role.quotation < 0)) continue;
    if (entity.type === "body" && mention.owner >= 0 && context.mentions.list[mention.owner]!.form !== "name")
      continue;
    if (mention.quotation >= 0 && entity.names.size > 0 && /^(?:our|my|your)$/.test(mention.determiner))
      continue;
    const text = tie(context, entity, description(context, mention, false), mention);
    let weight = 2 + Math.min(3, text.split(" ").length * 0.5);
    if (mention.apposed >= 0) weight += 3;
    if (/ (?:of|for|at) |’s |'s /.test(text)) weight += 1;
    if (/\bonly other\b|\bformer\b|\bneighbou?r\b/.test(text)) weight -= 3;
    options.push({ text, weight });
  }
  for (const text of entity.told) options.push({ text, weight: 2.5 });
  for (const id of entity.mentions) {
    const mention = context.mentions.list[id]!;
    if (mention.form !== "name" || mention.titles.length === 0) continue;
    const titles = mention.titles.filter((title) => !HONORIFIC.test(title));
    if (titles.length === 0) continue;
    let text = titles.join(" ");
    let weight = 2 + titles.length;
    if (mention.complement >= 0) {
      const complement = context.mentions.list[mention.complement]!;
      text += ` of ${context.doc.article.text.slice(complement.start, complement.end)}`;
      weight += 2;
    }
    options.push({ text, weight });
  }
  options.sort((a, b) => b.weight - a.weight || (a.text < b.text ? -1 : 1));
  return options[0]?.text ?? null;
}

/** "company spokeswoman" says little outside its document: the body's name goes with it. */
function tie(context: Context, entity: Entity, text: string, mention: Mention): string {
  if (entity.body < 0) return text;
  const body = context.entities[entity.body]!;
  if (body.type === "place") return text;
  if (body.names.size === 0) {
    const plain = nameOf(context, body);
    return mention.owner >= 0 || mention.complement >= 0 || /\d/.test(plain)
      ? text
      : `${text} of ${plain.charAt(0).toLowerCase()}${plain.slice(1)}`;
  }
  const name = nameOf(context, body);
  if (text.includes(name) || [...body.names].some((alias) => text.includes(alias))) return text;
  if (mention.complement >= 0 || mention.owner >= 0) {
    const link = mention.owner >= 0 ? mention.owner : mention.complement;
    if (context.references.get(link)?.entities[0] !== entity.body) return text;
    if (mention.owner >= 0) {
      // "the club’s chairwoman" outside of its document: of which club
      const owner = context.mentions.list[mention.owner]!;
      if (owner.form !== "description") return text;
      return `${text.slice(text.search(/['’]s? /)).replace(/^['’]s? /, "")} of ${name}`;
    }
    return `${mention.head} for ${name}`;
  }
  return `${text} of ${name}`;
}
