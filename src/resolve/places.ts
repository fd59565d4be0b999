import { fold } from "./fold.ts";
import { countryByDemonym, countryByName, countryBySeat } from "./lexicon/countries.ts";
import { memo } from "./memo.ts";

const DEMONYM_ENDING = /(?:ians?|eans?|ans?|ese|ish|ards?|ites?|ers?|is?)$/;

/**
 * What a country's name and its demonym have in common, for countries in no list: "Kestria" and "Kestrian" → "kestr",
 * "Arland" and "Arlandish" → "arland". Null where too little is left.
 */
function stemOfName(name: string): string | null {
  const stem = fold(name)
    .replace(/^the /, "")
    .replace(/^republic of |^kingdom of |^federation of /, "")
    .replace(/(?:ia|ea|ya|a|e|o|y|i)$/, "");
  return stem.length >= 3 ? stem : null;
}

function stemOfDemonym(word: string): string | null {
  const folded = fold(word);
  if (!DEMONYM_ENDING.test(folded)) return null;
  const stem = folded.replace(DEMONYM_ENDING, "");
  return stem.length >= 3 ? stem : null;
}

/** Key of a place by name; known countries under any of their names share one. */
export const placeKey = memo((name: string): string => {
  const bare = name.replace(/^the /i, "");
  const known =
    countryByName(bare) ??
    countryByName(bare.replace(/^(?:Republic|Kingdom|Federation|Commonwealth|State) of (?:the )?/i, ""));
  return `place:${stemOfName(known ?? bare) ?? fold(bare)}`;
});

/** Key of the country whose government a capital or a seat of power stands for, or null. */
export const seatKey = memo((name: string): string | null => {
  const country = countryBySeat(name.replace(/^the /i, ""));
  return country ? placeKey(country) : null;
});

/** Key of the country of a demonym, from the list or by its form; null where the word has no such form. */
export const demonymKey = memo((word: string): string | null => {
  const known = countryByDemonym(word);
  if (known) return placeKey(known);
  const stem = stemOfDemonym(word);
  return stem ? `place:${stem}` : null;
});

/** True where the word is a demonym in the list. */
export function isKnownDemonym(word: string): boolean {
  return countryByDemonym(word) !== null;
}

/** True where the words name a country in the list. */
export function isKnownCountry(name: string): boolean {
  return countryByName(name.replace(/^the /i, "")) !== null;
}
