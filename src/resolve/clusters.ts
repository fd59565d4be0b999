import type { ArticleSource, Span } from "../model.ts";
import { type Entity, newEntity } from "./entity.ts";
import { fold } from "./fold.ts";
import { BEFORE_GIVEN, genderBehind, isShortGiven } from "./given-names.ts";
import { isGivenName } from "./lexicon/given.ts";
import type { Mention, Mentions, MentionType } from "./mention.ts";
import { nameTypes, pluralVerb } from "./nameTypes.ts";
import { givenGender, isSurnameOf, namesFit, type PersonName, parsePerson } from "./person.ts";
import { placeKey, seatKey } from "./places.ts";

/** The document's named entities and which of them each name mention is. */
export interface Clusters {
  entities: Entity[];
  /** Entity id by mention id, names only. */
  byMention: Map<number, number>;
  /** Entity of the body that a readout speaks for, -1 for none. */
  side: number;
  /** Entities of "Tomasz and Wiktor Zelinsky": two of one surname told together. */
  kin: [number, number][];
}

const BUILDINGS = /^(?:kremlin|white house|downing street|élysée|elysee|whitehall)$/i;

/** Groups all names of a document into entities; pronouns and descriptions come later. */
export function clusterNames(
  mentions: Mentions,
  article: ArticleSource,
  people: readonly Span[] = [],
): Clusters {
  const types = nameTypes(mentions, article, people);
  const entities: Entity[] = [];
  const byMention = new Map<number, number>();
  const create = (type: Entity["type"]) => {
    const entity = newEntity(entities.length, type);
    entities.push(entity);
    return entity;
  };
  let side = -1;
  if (article.side) {
    const entity = create("body");
    entity.names.add(article.side);
    entity.given = true;
    entity.heads = new Set(bodyWords(article.side));
    entity.words = entity.heads;
    side = entity.id;
  }
  const names = mentions.list.filter((mention) => mention.form === "name");
  const parts = namesTogether(names, types);
  for (const mention of names) mention.type = typeOf(mention, types, parts);
  const shared = sharedSurnames(names, mentions);
  clusterPeople(
    names.filter((mention) => mention.type === "person"),
    create,
    byMention,
    new Map([...shared].map(([id, { surname }]) => [id, surname])),
    mentions,
  );
  const kin = [...shared].flatMap(([id, { other }]): [number, number][] => {
    const [a, b] = [byMention.get(id), byMention.get(other)];
    return a === undefined || b === undefined || a === b ? [] : [[a, b]];
  });
  clusterBodies(
    names.filter((mention) => mention.type !== "person"),
    create,
    byMention,
    entities,
    side,
    mentions,
  );
  return { entities, byMention, side, kin };
}

/** "Tomasz and Wiktor Zelinsky": the surname of the second is the first's too. By mention id of the first. */
function sharedSurnames(
  names: readonly Mention[],
  { tokens }: Mentions,
): Map<number, { surname: string; other: number }> {
  const found = new Map<number, { surname: string; other: number }>();
  for (const [k, mention] of names.entries()) {
    const other = names[k + 1];
    if (!other || other.first !== mention.last + 2 || other.sentence !== mention.sentence) continue;
    if (!/^(?:and|&)$/.test(tokens[mention.last + 1]!.lower)) continue;
    if (mention.name.includes(" ") || mention.titles.length > 0 || other.titles.length > 0) continue;
    if (mention.type === "body" || mention.type === "place" || other.type !== "person") continue;
    const { given, surname } = parsePerson(other.name);
    if (given.length !== 1 || other.name.split(" ").length !== 2) continue;
    const key = fold(mention.name);
    // "Okafor and Ben Ruiz": a surname of its own, which the text has with a given name elsewhere
    const alone = names.some(
      (one) => one.name.includes(" ") && one.name.split(" ").some((word, at) => at > 0 && fold(word) === key),
    );
    if (alone || (mention.type === null && !isGivenName(key))) continue;
    mention.type = "person";
    found.set(mention.id, { surname, other: other.id });
  }
  return found;
}

/** What the names of a document show about each other. */
interface NameParts {
  /** Surnames and given names of the people named in full: a single word that is one of them is a person too. */
  people: Set<string>;
  /** The people named in full. */
  given: PersonName[];
  /** First words of bodies' names: "Valdera" beside "Valdera Athletic". */
  bodies: Set<string>;
}

function namesTogether(names: readonly Mention[], types: Map<string, MentionType>): NameParts {
  const people = new Set<string>();
  const bodies = new Set<string>();
  const given: PersonName[] = [];
  for (const mention of names) {
    const type = typeOfWhole(mention, types);
    if (type === "person" && (mention.name.includes(" ") || mention.titles.length > 0)) {
      const name = parsePerson(mention.name);
      people.add(fold(name.surname));
      if (name.given[0]) {
        people.add(fold(name.given[0]));
        given.push(name);
      }
    } else if (type === "body" && mention.name.includes(" ")) bodies.add(fold(mention.name.split(" ")[0]!));
  }
  return { people, bodies, given };
}

/** Type of a name by itself; two words are a person unless one of them alone is a body ("Racing Corrane", "Corrane say"). */
function typeOfWhole(mention: Mention, types: Map<string, MentionType>): MentionType | null {
  if (mention.titles.length > 0) return "person";
  const type = types.get(fold(mention.name)) ?? null;
  if (type || !mention.name.includes(" ")) return type;
  const words = mention.name.split(" ").map(fold);
  return types.get(words[0]!) === "body" || types.get(words.at(-1)!) === "body" ? "body" : "person";
}

function typeOf(mention: Mention, types: Map<string, MentionType>, parts: NameParts): MentionType | null {
  const type = typeOfWhole(mention, types);
  if (mention.titles.length > 0 || mention.name.includes(" ") || type === "place") return type;
  if (parts.people.has(fold(mention.name))) return "person";
  if (type === null && parts.given.some((name) => isShortGiven(mention.name, name))) return "person";
  return parts.bodies.has(fold(mention.name)) ? "body" : type;
}

/** Words of a body's name without small ones: what "the ministry" or "the union" can pick up. */
export function bodyWords(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[\s-]+/)
    .filter((word) => word.length > 2 && word !== "the" && word !== "and");
}

function genderClash(a: Entity, gender: "m" | "f" | null): boolean {
  return gender !== null && a.gender !== null && a.gender !== gender;
}

function clusterPeople(
  mentions: Mention[],
  create: (type: Entity["type"]) => Entity,
  byMention: Map<number, number>,
  surnames: ReadonlyMap<number, string>,
  all: Mentions,
): void {
  const nameOf = ({ id, name }: Mention) => (surnames.has(id) ? `${name} ${surnames.get(id)}` : name);
  const parsed = new Map<number, PersonName>(
    mentions.map((mention) => [mention.id, parsePerson(nameOf(mention))]),
  );
  const people: { entity: Entity; names: PersonName[] }[] = [];
  const join = (person: (typeof people)[number], mention: Mention) => {
    const name = parsed.get(mention.id)!;
    if (!person.names.some((known) => known.full === name.full)) person.names.push(name);
    person.entity.names.add(nameOf(mention));
    person.entity.gender ??= mention.gender;
    if (name.given.length > 0) person.entity.weakGender ??= givenGender(name);
    person.entity.country ??= mention.country;
    for (const title of mention.titles) {
      const word = title.toLowerCase().replace(/\.$/, "");
      if (/^(?:mr|mrs|ms|miss|mx|h\.e|sir)$/.test(word)) continue;
      person.entity.heads.add(word);
      person.entity.words.add(word);
    }
    byMention.set(mention.id, person.entity.id);
  };
  const start = (mention: Mention) => {
    const person = { entity: create("person"), names: [] };
    people.push(person);
    join(person, mention);
  };
  // whole names first, the longest first, so that initials and short forms find them
  const whole = mentions
    .filter((mention) => parsed.get(mention.id)!.given.length > 0)
    .sort(
      (a, b) =>
        parsed.get(b.id)!.given.length - parsed.get(a.id)!.given.length ||
        b.name.length - a.name.length ||
        a.id - b.id,
    );
  for (const mention of whole) {
    const name = parsed.get(mention.id)!;
    const fitting = people.filter(
      (person) =>
        !genderClash(person.entity, mention.gender) && person.names.every((known) => namesFit(known, name)),
    );
    const person = fitting.find((item) => item.names.some((known) => known.full === name.full)) ?? fitting[0];
    if (person) join(person, mention);
    else start(mention);
  }
  const firstOf = new Map<number, Mention>();
  for (const mention of [...whole].sort((a, b) => a.id - b.id)) {
    const id = byMention.get(mention.id)!;
    if (!firstOf.has(id)) firstOf.set(id, mention);
  }
  for (const { entity } of people) {
    if (entity.gender !== null || entity.weakGender !== null) continue;
    for (const mention of whole)
      if (byMention.get(mention.id) === entity.id) entity.weakGender ??= genderBehind(mention, all);
  }
  const officeOf = (mention: Mention) =>
    mention.titles
      .map((title) => title.toLowerCase().replace(/\.$/, ""))
      .find((title) =>
        /^(?:president|minister|chancellor|premier|king|queen|pope|senator|governor|secretary|mayor|gov|sen)$/.test(
          title,
        ),
      );
  // surnames that an office introduces before anybody is named in full: "President Wren … his wife, Michelle Wren"
  const introduced = new Map<string, { at: number; masculine: boolean }>();
  for (const mention of mentions) {
    const name = parsed.get(mention.id)!;
    if (name.given.length > 0) continue;
    const key = fold(name.surname);
    const known = introduced.get(key);
    if (officeOf(mention) && !known) introduced.set(key, { at: mention.id, masculine: false });
    else if (known && mention.gender === "m") known.masculine = true;
  }
  /** A person named in full later, without the office and with another usual gender or in kinship, is somebody else. */
  const anotherOfTheName = (person: (typeof people)[number], mention: Mention): boolean => {
    const intro = introduced.get(fold(parsed.get(mention.id)!.surname));
    const full = firstOf.get(person.entity.id);
    if (!intro || !full || full.id < intro.at || full.titles.length > 0) return false;
    const usual = person.entity.gender ?? person.entity.weakGender;
    return usual === "f" && intro.masculine;
  };
  const single = mentions.filter((mention) => parsed.get(mention.id)!.given.length === 0);
  const usualOf = (person: (typeof people)[number]) => person.entity.gender ?? person.entity.weakGender;
  for (const mention of single.sort((a, b) => a.id - b.id)) {
    const name = parsed.get(mention.id)!;
    let fitting = people.filter(
      (person) =>
        !genderClash(person.entity, mention.gender) &&
        person.names.some((known) =>
          known.given.length > 0 ? isSurnameOf(name, known) : namesFit(known, name),
        ),
    );
    if (fitting.length === 0) {
      const byGiven = people.filter(
        (person) =>
          person.names.some((known) => known.given.some((given) => fold(given) === fold(mention.name))) &&
          !genderClash(person.entity, mention.gender),
      );
      // "Sir Crispin": some titles stand before given names
      if (byGiven.length > 0 && mention.titles.every((title) => BEFORE_GIVEN.test(title))) fitting = byGiven;
      else if (byGiven.length === 0 && mention.titles.length === 0) {
        const short = people.filter((person) =>
          person.names.some((known) => isShortGiven(mention.name, known)),
        );
        if (short.length === 1) fitting = short;
      }
    }
    fitting = fitting.filter((person) => !anotherOfTheName(person, mention));
    if (fitting.length > 1 && mention.gender) {
      const matching = fitting.filter((person) => usualOf(person) === mention.gender);
      if (matching.length > 0) fitting = matching;
      else {
        const open = fitting.filter((person) => usualOf(person) === null);
        if (open.length > 0) fitting = open;
      }
    } else if (
      fitting.length === 1 &&
      mention.gender &&
      usualOf(fitting[0]!) &&
      usualOf(fitting[0]!) !== mention.gender
    ) {
      // "Mr. Ruiz" beside a lone "Ana Ruiz": another person only where a "Ms. Ruiz" shows that the given name is right
      const other = single.some(
        (one) =>
          fold(one.name) === fold(mention.name) && one.gender !== null && one.gender !== mention.gender,
      );
      if (other) fitting = [];
    }
    if (fitting.length > 1) {
      const titled = fitting.filter((person) =>
        mention.titles.some((title) => person.entity.heads.has(title.toLowerCase().replace(/\.$/, ""))),
      );
      if (titled.length > 0) fitting = titled;
    }
    const chosen = fitting.length > 1 ? latest(fitting, mention, byMention, mentions) : fitting[0];
    if (chosen) join(chosen, mention);
    else start(mention);
  }
}

/** Of several people with one surname the last one spoken of before. */
function latest<T extends { entity: Entity }>(
  fitting: T[],
  mention: Mention,
  byMention: Map<number, number>,
  all: Mention[],
): T {
  let best = fitting[0]!;
  let bestAt = -1;
  for (const other of all) {
    if (other.id >= mention.id || other.id <= bestAt) continue;
    const entity = byMention.get(other.id);
    const person = fitting.find((item) => item.entity.id === entity);
    if (person) {
      best = person;
      bestAt = other.id;
    }
  }
  return best;
}

function clusterBodies(
  names: Mention[],
  create: (type: Entity["type"]) => Entity,
  byMention: Map<number, number>,
  entities: Entity[],
  side: number,
  mentions: Mentions,
): void {
  const byKey = new Map<string, Entity>();
  if (side >= 0) {
    const name = [...entities[side]!.names][0]!;
    byKey.set(bodyKey(name), entities[side]!);
  }
  const sorted = [...names].sort((a, b) => b.name.length - a.name.length || a.id - b.id);
  for (const mention of sorted) {
    const seat = BUILDINGS.test(mention.name) ? null : seatKey(mention.name);
    const key = mention.type === "place" ? (seat ?? placeKey(mention.name)) : bodyKey(mention.name);
    let entity = byKey.get(key) ?? (mention.type === "place" ? undefined : partOf(mention, byKey));
    if (!entity) {
      entity = create(mention.type === "place" ? "place" : mention.type === "body" ? "body" : null);
      byKey.set(key, entity);
    }
    entity.names.add(mention.name);
    if (pluralVerb(mentions, mention.first, mention.last)) entity.plural = true;
    if (entity.type === null) entity.type = mention.type as Entity["type"];
    if (mention.type === "place")
      entity.country ??= BUILDINGS.test(mention.name) ? seatKey(mention.name) : key;
    else entity.country ??= mention.country ?? seatKey(mention.name);
    for (const word of bodyWords(mention.name)) entity.words.add(word);
    for (const word of bodyWords(mention.name)) entity.heads.add(word);
    byMention.set(mention.id, entity.id);
  }
}

function bodyKey(name: string): string {
  return fold(name.replace(/^the /i, ""))
    .replace(/\b(?:inc|corp|co|ltd|llc|plc)$/, "")
    .trim();
}

/** A shorter name or an acronym of a body already found: "Local 88", "Corrigan-Voss", "OBC". */
function partOf(mention: Mention, byKey: Map<string, Entity>): Entity | undefined {
  const key = bodyKey(mention.name);
  const found: Entity[] = [];
  const seen = new Set<Entity>();
  for (const [other, entity] of byKey) {
    if (seen.has(entity) || entity.type === "place" || other.startsWith("place:")) continue;
    const words = other.split(/\s+/);
    const initials = words
      .filter((word) => !/^(?:of|the|for|and|in)$/.test(word))
      .map((word) => word[0])
      .join("");
    const acronym = /^\p{Lu}{2,6}$/u.test(mention.name) && initials === key;
    const within =
      key.length > 2 && words.length > key.split(/\s+/).length && ` ${other} `.includes(` ${key} `);
    const head =
      within &&
      (other.startsWith(`${key} `) ||
        (other.endsWith(` ${key}`) &&
          !/ (?:of|for|in|at|the|and) \S+$/.test(
            other.slice(0, other.length - key.length) + key.split(" ")[0],
          )));
    if (
      acronym ||
      (head &&
        !/^(?:national|united|new|state|federal|general|american|university|ministry|department)$/.test(key))
    ) {
      found.push(entity);
      seen.add(entity);
    }
  }
  return found.length === 1 ? found[0] : undefined;
}
