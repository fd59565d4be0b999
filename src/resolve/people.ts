import type { Speaker } from "../model.ts";
import { fold, translitKey } from "./fold.ts";
import { FEMALE_TITLES, MALE_TITLES, nounGender } from "./lexicon/nouns.ts";
import { givenGender, isSurnameOf, namesFit, type PersonName, parsePerson } from "./person.ts";
import type { Ties } from "./ties.ts";

/** A document's speaker with what merging looks at. */
export interface Item {
  index: number;
  article: string;
  speaker: Speaker;
  /** Countries and bodies that its role and name tie it to. */
  ties: Ties;
}

interface Person {
  items: Item[];
  names: PersonName[];
  articles: Set<string>;
  gender: "m" | "f" | null;
  weakGender: "m" | "f" | null;
  countries: Set<string>;
  heads: Set<string>;
}

/** Offices in a role's words, for "the American president" and for two people of one surname. */
export function offices(role: string | null): Set<string> {
  const found = new Set<string>();
  for (const match of (role ?? "")
    .toLowerCase()
    .matchAll(
      /\b(president|prime minister|minister|premier|king|queen|chancellor|mayor|governor|senator|secretary|ambassador|chairman|chairwoman|chair|director|chief executive|spokes(?:man|woman|person)|lawyer|attorney|coach|captain|judge|professor|doctor|general)\b/g,
    )) {
    const word = match[1]!;
    found.add(
      word.startsWith("spokes")
        ? "spokes"
        : word === "attorney"
          ? "lawyer"
          : word.startsWith("chair")
            ? "chair"
            : word,
    );
  }
  return found;
}

function genderOf(item: Item): "m" | "f" | null {
  for (const alias of item.speaker.aliases) {
    const title = alias.split(" ")[0]!.toLowerCase().replace(/\.$/, "");
    if (MALE_TITLES.has(title)) return "m";
    if (FEMALE_TITLES.has(title)) return "f";
  }
  for (const word of (item.speaker.role ?? "").toLowerCase().split(/\W+/)) {
    const gender = nounGender(word);
    if (gender) return gender;
  }
  return null;
}

/**
 * Groups named people over documents. Whole names first, then single surnames, which join a person only where one is
 * left that fits; two speakers of one document stay two.
 */
export function groupPeople(items: readonly Item[]): Item[][] {
  const bySurname = new Map<string, Person[]>();
  const parsed = items.map((item) => ({ item, name: parsePerson(item.speaker.name) }));
  const order = (a: (typeof parsed)[number], b: (typeof parsed)[number]) =>
    b.name.given.length - a.name.given.length ||
    b.name.full.length - a.name.full.length ||
    (a.name.full < b.name.full ? -1 : a.name.full > b.name.full ? 1 : 0) ||
    a.item.index - b.item.index;
  const people: Person[] = [];
  const keys = (name: PersonName) => {
    const parts = name.surname.split(/[-\s]/);
    const all = [name.surname, parts.at(-1)!, parts[0]!].map(translitKey);
    if (name.given[0]) all.push(`given ${fold(name.given[0])}`);
    return [...new Set(all)];
  };
  for (const { item, name } of [...parsed].sort(order)) {
    const look =
      name.given.length > 0 ? keys(name).slice(0, 3) : [...keys(name), `given ${fold(name.surname)}`];
    const pool = [...new Set(look.flatMap((key) => bySurname.get(key) ?? []))];
    const fitting = pool.filter((person) => fits(person, item, name));
    const person = choose(fitting, item, name);
    const joined = person ?? {
      items: [],
      names: [],
      articles: new Set(),
      gender: null,
      weakGender: null,
      countries: new Set(),
      heads: new Set(),
    };
    if (!person) people.push(joined);
    add(joined, item, name);
    for (const key of keys(name)) {
      const list = bySurname.get(key);
      if (!list) bySurname.set(key, [joined]);
      else if (!list.includes(joined)) list.push(joined);
    }
  }
  return people.map((person) => person.items);
}

function fits(person: Person, item: Item, name: PersonName): boolean {
  const gender = genderOf(item);
  if (gender && person.gender && gender !== person.gender) return false;
  if (person.articles.has(item.article) && !person.names.some((known) => known.full === name.full))
    return false;
  if (apart(person, item)) return false;
  return person.names.every((known) => {
    if (name.given.length === 0 && known.given.length > 0) {
      const isGiven = fold(known.given[0]!) === fold(name.surname);
      return (
        isSurnameOf(name, known) ||
        (isGiven && !item.speaker.aliases.some((alias) => /^(?:Mr|Mrs|Ms|Dr)\.? /.test(alias)))
      );
    }
    return namesFit(known, name);
  });
}

/** Roles of two countries show two people, unless their whole names are equal. */
function apart(person: Person, item: Item): boolean {
  const { countries } = item.ties;
  if (countries.length === 0 || person.countries.size === 0) return false;
  if (person.names.some((known) => known.full === item.speaker.name && known.given.length > 0)) return false;
  return !countries.some((country) => person.countries.has(country));
}

function choose(fitting: Person[], item: Item, name: PersonName): Person | undefined {
  if (fitting.length <= 1) {
    const [only] = fitting;
    if (only && name.given.length === 0) {
      const gender = genderOf(item);
      const usual = only.gender ?? only.weakGender;
      const heads = offices(item.speaker.role);
      const sameOffice = [...heads].some((head) => only.heads.has(head));
      if (gender && usual && gender !== usual && !sameOffice) return undefined;
    }
    return only;
  }
  const exact = fitting.filter((person) => person.names.some((known) => known.full === name.full));
  if (exact.length === 1) return exact[0];
  const score = (person: Person) => {
    const gender = genderOf(item);
    let total = 0;
    if (gender && (person.gender ?? person.weakGender) === gender) total += 2;
    if ([...offices(item.speaker.role)].some((head) => person.heads.has(head))) total += 2;
    if (item.ties.countries.some((country) => person.countries.has(country))) total += 2;
    return total;
  };
  const ranked = fitting
    .map((person) => ({ person, score: score(person) }))
    .sort((a, b) => b.score - a.score);
  return ranked[0]!.score > ranked[1]!.score ? ranked[0]!.person : undefined;
}

function add(person: Person, item: Item, name: PersonName): void {
  person.items.push(item);
  person.articles.add(item.article);
  if (!person.names.some((known) => known.full === name.full)) person.names.push(name);
  person.gender ??= genderOf(item);
  person.weakGender ??= name.given.length > 0 ? givenGender(name) : null;
  for (const country of item.ties.countries) person.countries.add(country);
  for (const head of offices(item.speaker.role)) person.heads.add(head);
}
