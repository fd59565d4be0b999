/** The countries that the documents are about, invented ones too, and which of them a document is written from. */
import { LimitedMap } from "../../limited-map.ts";
import type { Article } from "../../model.ts";
import { byCount } from "../count.ts";
import { fold } from "../fold.ts";
import { BODY_NOUNS, isPersonNoun } from "../lexicon/nouns.ts";
import { demonymKey, isKnownCountry, isKnownDemonym, placeKey, seatKey } from "../places.ts";
import { PORTFOLIO } from "../ties.ts";

const NAME = "(\\p{Lu}[\\p{L}'-]+(?: \\p{Lu}[\\p{L}'-]+)?)";
const STATE =
  "(?:(?:foreign|prime|interior|defen[cs]e|culture|finance|health|water|justice|trade|energy|transport|labou?r|education|environment) )?(?:ministers?|ministry|government|parliament|premier|ambassador|embassy|army|navy|capital|troops|border|soldiers|authorities|delegation|coast guard|air force|side|state)";
const OF_STATE = new RegExp(
  `\\b(?:[Mm]inisters?|[Mm]inistry|[Gg]overnment|[Pp]arliament|[Pp]remier|[Kk]ing|[Qq]ueen|[Aa]mbassador|[Ee]mbassy|[Aa]rmy|[Nn]avy|[Kk]ingdom|[Rr]epublic|[Cc]apital|[Aa]uthorities)(?: (?:of|for) \\p{L}+(?: (?:and )?\\p{L}+)?)? of (?:the )?${NAME}`,
  "gu",
);
const OF_HEAD =
  /\b(?:[Pp]resident|[Cc]hancellor|[Ee]mperor)(?: \p{Lu}[\p{L}-]+){0,3} of (?:the )?(\p{Lu}[\p{L}'-]+)(?=[,.;:)]| (?:said|told|and|has|had|will|met|is|was|says)\b|$)/gmu;
const PEOPLE_OF =
  /\b(?:people|citizens|property|territory|soil|shores?|borders?|coast|sons|daughters) of (?:the )?(\p{Lu}[\p{L}'-]+)(?! \p{Lu})/gu;
const OWNED = new RegExp(`\\b${NAME}['’]s ${STATE}\\b`, "gu");
const ADJECTIVE = new RegExp(
  `\\b(\\p{Lu}\\p{L}+(?:ian|ean|an|ese|ish|i)) (?:${STATE}|\\p{Lu}\\p{L}+ (?:Minister|Ministry)|(?:Prime |Foreign |Interior |Defen[cs]e )?(?:President|Minister|Ministry|Government|Army|Ambassador))\\b`,
  "gu",
);
const DATELINE = /^\s*(\p{Lu}[\p{Lu}'’ .-]+)(?:, (\p{Lu}[\p{L} ]+?))?(?: \([^)]*\))? [—–-] /u;
const STATELY =
  /\b(?:ministry|government|command|presidency|presidential|president|premier|prime minister|foreign|chancellery|army|navy|republic|kingdom|embassy|general staff|coast ?guard|state|national)\b/i;
/** Bodies of towns, schools and the like: what stands after their "of" is no country. */
const LOCAL =
  /\b(?:city|town|council|municipality|university|bishop|diocese|hospital|museum|school|college|port|bank|board|club|union|mayor|county|district|canton|province|police|fire|chamber|court)\b/i;

/** What a country is called, by its key, and the country of each document's dateline. */
export interface Countries {
  places: Map<string, string>;
  home: Map<string, string>;
}

/**
 * Finds countries by what only states have ("the culture minister of Valdemark", "Arland’s army", "the Kestrian
 * government"), by datelines and by the words of front matters and roles.
 * @param roles roles and names of speakers that are no persons' own
 * @param surnames folded surnames of people, which are no countries
 */
export function findCountries(
  articles: readonly Article[],
  roles: readonly string[],
  official: readonly string[],
  surnames: ReadonlySet<string>,
): Countries {
  const keys = new Map<string, number>();
  const spelled = new Map<string, Map<string, number>>();
  const count = (key: string | null, weight = 1) => {
    if (key) keys.set(key, (keys.get(key) ?? 0) + weight);
  };
  const named = (name: string) => {
    if (isKnownCountry(name)) return placeKey(name);
    const last = name.split(" ").at(-1)!.toLowerCase();
    if (PORTFOLIO.test(name) || BODY_NOUNS.has(last) || isPersonNoun(last) || surnames.has(fold(name)))
      return null;
    return placeKey(name);
  };
  for (const text of [...roles, ...official]) {
    for (const [word] of text.matchAll(/\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?/gu)) {
      if (isKnownCountry(word)) count(placeKey(word));
      else
        for (const part of word.split(" "))
          count(isKnownCountry(part) ? placeKey(part) : isKnownDemonym(part) ? demonymKey(part) : null);
      count(seatKey(word));
    }
  }
  const towns = new Map<string, string>();
  for (const text of [...roles, ...official, ...articles.map((article) => article.text)]) {
    const { of, adjectives, maybe } = statesIn(text);
    for (const name of of) count(named(name));
    for (const name of adjectives) count(demonymKey(name));
    for (const name of maybe) count(named(name), 0.5);
  }
  for (const { text } of articles) {
    const [, town, country] = DATELINE.exec(text.slice(0, 120)) ?? [];
    if (town && country) {
      const key = named(country);
      count(key);
      if (key) towns.set(town.trim(), key);
    }
  }
  for (const words of official) {
    const last = / of (?:the )?(\p{Lu}[\p{L}-]+)$/u.exec(words)?.[1];
    if (last && !LOCAL.test(words) && named(last)) count(placeKey(last), STATELY.test(words) ? 1 : 0.5);
  }
  // "the president of Calderwick" beside "Sporting Calderwick"
  for (const words of official)
    if (!STATELY.test(words) && !/ of /.test(words))
      for (const word of words.split(" ")) keys.delete(placeKey(word));
  for (const [key, weight] of keys) if (weight < 1) keys.delete(key);
  for (const key of keys.keys()) if (surnames.has(key.slice("place:".length))) keys.delete(key);
  for (const text of [...articles.map((article) => article.text), ...official, ...roles]) {
    for (const match of text.matchAll(/\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?/gu)) {
      for (const word of new Set([match[0], ...match[0].split(" ")])) {
        const key = keyAmong(word, keys);
        if (!key) continue;
        const list = spelled.get(key) ?? new Map<string, number>();
        list.set(word, (list.get(word) ?? 0) + 1);
        spelled.set(key, list);
      }
    }
  }
  const places = new Map<string, string>();
  // the country most spoken of comes first
  const total = (key: string) => [...(spelled.get(key)?.values() ?? [])].reduce((sum, n) => sum + n, 0);
  for (const key of [...keys.keys()].sort((a, b) => total(b) - total(a) || (a < b ? -1 : 1))) {
    const list = byCount(spelled.get(key) ?? new Map());
    const name = list.find(([word]) => !isDemonymOf(word, key))?.[0] ?? fromDemonym(list[0]?.[0] ?? "", key);
    if (name) places.set(key, name);
  }
  return { places, home: homes(articles, places, towns) };
}

interface StateWords {
  /** Whose ministers, government, army is spoken of. */
  of: string[];
  adjectives: string[];
  /** Whose people or president: it may be a club. */
  maybe: string[];
}

/** Letters of the texts whose words are kept. */
const LETTERS = 8_000_000;
const read = new LimitedMap<string, StateWords>(LETTERS, (_, text) => text.length);

/** Names where only states are spoken of so. Kept by the text: a correction changes none, and all are looked through at each. */
function statesIn(text: string): StateWords {
  const known = read.get(text);
  if (known) return known;
  const all = (pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1]!);
  const made = {
    of: [...all(OF_STATE), ...all(OWNED)],
    adjectives: all(ADJECTIVE),
    maybe: [...all(PEOPLE_OF), ...all(OF_HEAD)],
  };
  read.set(text, made);
  return made;
}

function isDemonymOf(word: string, key: string): boolean {
  return placeKey(word) !== key;
}

/** The key of a name or demonym among those found. */
function keyAmong(word: string, keys: ReadonlyMap<string, number>): string | null {
  for (const key of [placeKey(word), seatKey(word), demonymKey(word)]) if (key && keys.has(key)) return key;
  return null;
}

/** The country's name where only its demonym is written: "Kestrian" → "Kestria", "Arlandish" → "Arland". */
function fromDemonym(word: string, key: string): string | null {
  const bare = word.replace(/s$/, "");
  if (!bare || (demonymKey(bare) !== key && demonymKey(word) !== key)) return null;
  if (/[ie]an$/.test(bare)) return bare.slice(0, -1);
  return bare.replace(/(?:ish|ese|an|i)$/, "") || null;
}

/** Countries by document: of its dateline, of a town whose country another dateline gives, or of its outlet's name. */
function homes(
  articles: readonly Article[],
  places: ReadonlyMap<string, string>,
  towns: ReadonlyMap<string, string>,
): Map<string, string> {
  const found = new Map<string, string>();
  const capitals = new Map(towns);
  for (const { text } of articles) {
    for (const match of text.matchAll(/\b(\p{Lu}[\p{L}-]+), the (\p{Lu}[\p{L}-]+) capital\b/gu)) {
      const key = demonymKey(match[2]!);
      if (key && places.has(key)) capitals.set(match[1]!.toUpperCase(), key);
    }
    for (const match of text.matchAll(/\b(\p{Lu}[\p{L}-]+), the capital of (\p{Lu}[\p{L}-]+)/gu))
      if (places.has(placeKey(match[2]!))) capitals.set(match[1]!.toUpperCase(), placeKey(match[2]!));
  }
  for (const { id, text, outlet, kind } of articles) {
    if (kind === "readout") continue;
    const town = DATELINE.exec(text.slice(0, 120))?.[1]?.trim();
    const own = town ? capitals.get(town) : undefined;
    const words = (outlet ?? "").split(/\s+/);
    const called = words
      .map((word) =>
        [placeKey(word), demonymKey(word), capitals.get(word.toUpperCase())].find(
          (key) => key && places.has(key),
        ),
      )
      .find(Boolean);
    const home = own ?? called;
    if (home && places.has(home)) found.set(id, home);
  }
  return found;
}

/** Offices that states have: who holds one is some country's even where none is named. */
export const NATIONAL =
  /\b(?:president|prime minister|secretary of state|foreign minister|foreign secretary|defen[cs]e secretary|national security advis[eo]r)\b/i;

/**
 * Papers leave their own country out: "the secretary of state". Where other countries' officials are named as such and one
 * known country is much spoken of without any, its officials are these.
 */
export function unsaidCountry(
  articles: readonly Article[],
  taken: ReadonlySet<string>,
): { key: string; name: string } | null {
  const weights = new Map<string, number>();
  const names = new Map<string, string>();
  for (const { text } of articles) {
    for (const match of text.matchAll(/(?!The )\p{Lu}[\p{L}.-]+(?: \p{Lu}[\p{L}-]+)?/gu)) {
      for (const word of match[0].includes(" ") ? [match[0], match[0].split(" ")[0]!] : [match[0]]) {
        const key = isKnownCountry(word)
          ? placeKey(word)
          : (seatKey(word) ?? (isKnownDemonym(word) ? demonymKey(word) : null));
        if (key === null) continue;
        weights.set(key, (weights.get(key) ?? 0) + 1);
        if (isKnownCountry(word) && !names.has(key)) names.set(key, word);
        break;
      }
    }
  }
  const [first, second] = byCount(weights).filter(([key]) => !taken.has(key));
  if (!first || first[1] < 4 || (second && second[1] * 1.5 > first[1])) return null;
  const name = names.get(first[0]);
  return name ? { key: first[0], name } : null;
}
