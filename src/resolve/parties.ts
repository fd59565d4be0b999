import { ownVoiceId } from "../id.ts";
import type { Article, Speaker } from "../model.ts";
import { bodyBag, bodyKey, governmentKey } from "./bodyName.ts";
import { countryByDemonym } from "./lexicon/countries.ts";
import { demonymKey, isKnownCountry, isKnownDemonym, placeKey, seatKey } from "./places.ts";
import type { Cluster } from "./sides.ts";
import { tiesOf } from "./ties.ts";

/** The words of the front matter: from the document's own-voice speaker, since a saved collection has an id in `side`. */
export function sideWords(article: Article): string | null {
  const own = article.speakers.find((speaker) => speaker.id === ownVoiceId(article.id));
  if (own) return own.name;
  return article.side && !/^d_[0-9a-z]{20}$/.test(article.side) ? article.side : null;
}

/** Countries by key with the name that the documents use. */
export function placeNames(clusters: readonly Cluster[], articles: readonly Article[]): Map<string, string> {
  const names = new Map<string, Map<string, number>>();
  const texts: string[] = [];
  for (const { members } of clusters) {
    for (const item of members) {
      texts.push(item.speaker.role ?? "");
      if (item.speaker.kind !== "person") texts.push(item.speaker.name);
    }
  }
  for (const article of articles) texts.push(sideWords(article) ?? "");
  const keys = new Set<string>();
  for (const text of texts) for (const country of tiesOf(text).countries) keys.add(country);
  for (const { speaker } of clusters) {
    const state = speaker.kind === "body" ? governmentKey(speaker.name) : null;
    if (state) keys.add(state);
  }
  // a person's own name with an owner's 's is no country
  for (const { speaker } of clusters) {
    if (speaker.kind !== "person" && speaker.kind !== "unnamed") continue;
    for (const name of [speaker.name, ...speaker.aliases]) keys.delete(placeKey(name));
  }
  if (keys.size === 0) return new Map();
  const add = (key: string, word: string) => {
    const list = names.get(key) ?? new Map<string, number>();
    list.set(word, (list.get(word) ?? 0) + 1);
    names.set(key, list);
  };
  for (const text of [...articles.map((article) => article.text), ...texts]) {
    for (const match of text.matchAll(/(?!The )\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?/gu)) {
      for (const word of new Set([match[0], match[0].split(" ")[0]!, match[0].split(" ").at(-1)!])) {
        const state = placeStem(word, keys);
        if (state) add(state, word);
      }
    }
  }
  const result = new Map<string, string>();
  for (const key of [...keys].sort()) {
    const list = [...(names.get(key) ?? [])].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    const name = list[0]?.[0] ?? fromDemonym(key, articles);
    if (name) result.set(key, name);
  }
  return result;
}

/** The country's name by its demonym where no document gives it: "Kestrian" → "Kestria", "Arlandish" → "Arland". */
function fromDemonym(key: string, articles: readonly Article[]): string | null {
  for (const article of articles) {
    for (const match of article.text.matchAll(/\p{Lu}[\p{L}-]+/gu)) {
      const word = match[0].replace(/s$/, "");
      if (demonymKey(word) !== key) continue;
      const known = countryByDemonym(word);
      if (known) return known;
      if (/[ie]an$/.test(word)) return word.slice(0, -1);
      return word.replace(/(?:ish|ese|an)$/, "");
    }
  }
  return null;
}

function placeStem(word: string, keys: ReadonlySet<string>): string | null {
  const known = governmentKey(word);
  if (known && keys.has(known)) return known;
  const folded = word.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  for (let length = folded.length; length >= Math.max(3, folded.length - 2); length--) {
    const key = `place:${folded.slice(0, length)}`;
    if (keys.has(key) && /^(?:|ia|ea|ya|a|e|o|y|i)$/.test(folded.slice(length))) return key;
  }
  return null;
}

/** The party that words like "Ministry of Water of Arland" mean: the country where they name one, else the body itself. */
export function partyOf(words: string, places: ReadonlyMap<string, string>): string {
  const state = governmentKey(words);
  if (state && places.has(state)) return state;
  return countryIn(words, places) ?? placeStem(words, new Set(places.keys())) ?? `body:${bodyKey(words)}`;
}

/** A country that the words name by a tie, or as their last word: "Border Command of Salvetia". */
function countryIn(words: string, places: ReadonlyMap<string, string>): string | null {
  const ties = tiesOf(words);
  const tied = [...ties.countries, ...ties.maybe].find((key) => places.has(key));
  if (tied) return tied;
  const last = / of (?:the )?(\p{Lu}[\p{L} -]+)$/u.exec(words)?.[1];
  return last ? placeStem(last, new Set(places.keys())) : null;
}

export function bodyParty(speaker: Speaker, places: ReadonlyMap<string, string>): string {
  for (const name of [speaker.name, ...speaker.aliases]) {
    const state = governmentKey(name) ?? placeStem(name, new Set(places.keys()));
    if (state && places.has(state)) return state;
  }
  const country = countryIn(speaker.name, places) ?? countryIn(speaker.role ?? "", places);
  return country ?? `body:${bodyKey(speaker.name)}`;
}

/** Words of a body without the places in them: "Ministry of Water of Arland" and "water ministry" are one. */
export function plainBag(name: string, places: ReadonlyMap<string, string> = new Map()): string {
  const words = name.split(/\s+/).filter((word) => {
    const key = isKnownCountry(word) ? placeKey(word) : demonymKey(word);
    return !(places.has(placeKey(word)) || (key !== null && places.has(key)));
  });
  return bodyBag(words.join(" "));
}

/** How often the articles speak of each country of the list, by name, demonym or seat. */
export function countryWeights(articles: readonly Article[]): Map<string, number> {
  const weights = new Map<string, number>();
  for (const article of articles) {
    for (const match of article.text.matchAll(/(?!The )\p{Lu}[\p{L}.-]+(?: \p{Lu}[\p{L}-]+)?/gu)) {
      const words = match[0].includes(" ") ? [match[0], match[0].split(" ")[0]!] : [match[0]];
      for (const word of words) {
        const key = isKnownCountry(word)
          ? placeKey(word)
          : (seatKey(word) ?? (isKnownDemonym(word) ? demonymKey(word) : null));
        if (key === null) continue;
        weights.set(key, (weights.get(key) ?? 0) + 1);
        break;
      }
    }
  }
  return weights;
}
