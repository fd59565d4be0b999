import { bodyKey } from "./bodyName.ts";
import { countryByName } from "./lexicon/countries.ts";
import { demonymKey, isKnownDemonym, placeKey, seatKey } from "./places.ts";

const STATE =
  /\b(?:presidents?|(?:prime |foreign |interior |defen[cs]e |finance |water )?ministers?|ministry|ministries|premier|king|queen|chancellor|emperor|ambassador|envoy|government|parliament|republic|kingdom|officials?|diplomats?|delegation|side|embassy|secretary|army|navy|negotiators?|authorities|troops|police|lawmakers|senator|spokesm[ae]n|spokeswoman|leaders?|state)\b/i;
const CAPITALS = "(\\p{Lu}[\\p{L}'’.-]*(?: (?:of |the |and |& )?(?:\\p{Lu}[\\p{L}'’.-]*|\\d+))*)";
const OF = new RegExp(
  `\\b(?:of|for|at|in)(?: the)?(?: (?:Republic|Kingdom|State|Federation|Commonwealth) of)?(?: the)? ${CAPITALS}`,
  "gu",
);
const OWNER = new RegExp(`${CAPITALS}['’](?:s\\b)? `, "gu");
const WORD = /\p{Lu}[\p{L}'’-]+/gu;

/** Names that a role ties its person to: "Foreign Minister of Kestria", "Arland's minister", "the Kestrian side". */
export interface Ties {
  /** Keys of countries by form; invented ones only where a state office stands beside them. */
  countries: string[];
  /** Keys of bodies that may be meant. */
  bodies: string[];
}

/** Reads the ties out of a role, a description or the words of a front matter's `side`. */
export function tiesOf(text: string): Ties {
  const countries: string[] = [];
  const bodies: string[] = [];
  const state = STATE.test(text);
  const without = text.replace(/ to (?:the )?\p{Lu}[\p{L} ]*/gu, "");
  const consider = (raw: string) => {
    const name = raw.replace(/['’]s?$/, "").trim();
    const parts = name.split(/ of (?:the )?/);
    const last = parts.at(-1)!;
    if (countryByName(name) || seatKey(name)) countries.push(seatKey(name) ?? placeKey(name));
    else if (countryByName(last)) countries.push(placeKey(last));
    else if (state && last.split(" ").length <= 2) countries.push(placeKey(last));
    bodies.push(bodyKey(name));
  };
  for (const match of without.matchAll(OF)) consider(match[1]!);
  for (const match of without.matchAll(OWNER)) consider(match[1]!);
  for (const match of without.matchAll(WORD)) {
    const word = match[0].replace(/['’]s?$/, "");
    if (isKnownDemonym(word)) countries.push(demonymKey(word)!);
    else if (
      state &&
      /(?:ian|ean|an|ese|ish|i)s?$/.test(word) &&
      demonymKey(word) &&
      match.index < without.length - word.length - 1
    )
      countries.push(demonymKey(word)!);
  }
  return { countries: [...new Set(countries)], bodies: [...new Set(bodies)] };
}
