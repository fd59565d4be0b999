import type { ArticleSource } from "../model.ts";
import { bodyBag, bodyKey } from "./bodyName.ts";
import { countryByName } from "./lexicon/countries.ts";
import { BODY_NOUNS, isPersonNoun } from "./lexicon/nouns.ts";
import { demonymKey, isKnownDemonym, placeKey, seatKey } from "./places.ts";

/** Offices that only states have, or nearly so: what follows "of" is a country even where nothing else shows it. */
const STRONG =
  /\b(?:presidents?|ministers?|ministry|ministries|premier|king|queen|chancellor|emperor|ambassador|government|parliament|republic|kingdom|embassy|army|navy|command|commander|border|troops|forces|secretary of state)\b/i;
const STATE =
  /\b(?:command|commander|forces|border|cabinet|presidents?|(?:prime |foreign |interior |defen[cs]e |finance |water )?ministers?|ministry|ministries|premier|king|queen|chancellor|emperor|ambassador|envoy|government|parliament|republic|kingdom|officials?|diplomats?|delegation|side|embassy|secretary|army|navy|negotiators?|authorities|troops|police|lawmakers|senator|spokesm[ae]n|spokeswoman|leaders?|state)\b/i;
/** What ministers are ministers of: no country. */
export const PORTFOLIO =
  /^(?:Foreign|External|Internal|Home|State|Interior|Defen[cs]e|War|Finance|Treasury|Justice|Health|Labou?r|Work|Education|Trade|Commerce|Industry|Energy|Water|Waters|Transport|Transportation|Agriculture|Fisheries|Environment|Culture|Economy|Economic|Social|Public|Security|Science|Housing|Tourism|Sports?|Information|Interior|Infrastructure|Planning|Climate|Digital|Veterans|Basic|Rural|Maritime|Women|Petroleum|Mines|Resources|Natural|Roads?|Railways?|Works|Communications?|Technology|Tribal|Religious|Higher|Police|Regional|Local|European|Consumer|Children|Family|Homeland|Chamber|House|Senate|Parliament|Board|Council|Court|Staff|Affairs)\b/;
const CAPITALS = "(\\p{Lu}[\\p{L}'’.-]*(?: (?:of |the |and |& )?(?:\\p{Lu}[\\p{L}'’.-]*|\\d+))*)";
const OF = new RegExp(
  `\\b(?:of|for|at|in)(?: the)?(?: (?:Republic|Kingdom|State|Federation|Commonwealth) of)?(?: the)? ${CAPITALS}`,
  "gu",
);
const OWNER = new RegExp(`${CAPITALS}['’](?:s\\b)? `, "gu");
const BARE = new RegExp(
  `^(?:(?:leads?|led|chairs?|heads?|runs?|commands?|represents?|owns?|directs?|manages?|founded|oversees|coaches) (?:the )?)?${CAPITALS}$`,
  "u",
);
/** "spokeswoman of water ministry": a body that only a description names. */
const PLAIN =
  /\b(?:for|of|at) (?:the )?((?:\p{Ll}+ )?(?:ministry|company|union|office|commission|government|department|agency|hospital|trust|club|party|council|police|court|university|bank|committee|embassy|campaign|firm|association|federation|authority))\b/gu;
const WORD = /\p{Lu}[\p{L}'’-]+/gu;

/** Names that a role ties its person to: "Foreign Minister of Kestria", "Arland's minister", "the Kestrian side". */
export interface Ties {
  /** Keys of countries by form; invented ones only where a state office stands beside them. */
  countries: string[];
  /** Keys of countries where the office is no proof ("spokesman for Arland"): count where another role has shown them. */
  maybe: string[];
  /** Keys of bodies that may be meant. */
  bodies: string[];
  /** Their names as written, by key. */
  names: Map<string, string>;
}

/** "the Country Party" is no country, whoever leads it. */
function endsInBody(name: string): boolean {
  const word = name.split(" ").at(-1)!.toLowerCase();
  return (BODY_NOUNS.has(word) && !/^(?:republic|kingdom|state|island)$/.test(word)) || isPersonNoun(word);
}

/** "Office of the Prime Minister" is no country's by these words. */
function isOfficeWord(word: string): boolean {
  return /^(?:Prime|Minister|President|Mayor|Governor|Chancellor|Premier|King|Queen|Secretary|General|Attorney|Speaker|Vice|Deputy|Chief|Executive|Director|Chairman|Republic)$/.test(
    word,
  );
}

/** Whom a text speaks for: its side, or the office that puts out a readout. */
export function ownSide({ side, outlet, kind }: Pick<ArticleSource, "side" | "outlet" | "kind">): string {
  return side ?? (kind === "readout" ? outlet : null) ?? "";
}

/**
 * Reads the ties out of a role, a description or the words of a front matter's `side`, the owner first: "Arland’s embassy
 * in Kestria" is Arland's.
 */
export function tiesOf(text: string): Ties {
  const countries: string[] = [];
  const maybe: string[] = [];
  const bodies: string[] = [];
  const names = new Map<string, string>();
  const state = STATE.test(text);
  const strong = STRONG.test(text);
  const without = text.replace(/ to (?:the )?\p{Lu}[\p{L} ]*/gu, "");
  const consider = (raw: string, after = "", tie = "of") => {
    const name = raw.replace(/['’]s?$/, "").trim();
    const last = name.split(/ of (?:the )?/).at(-1)!;
    if (last.split(" ").every((word) => isOfficeWord(word))) return;
    // "the Marengan government" is read below, by the form of its first word
    const demonym = /^ \p{Ll}/u.test(after) && /(?:ian|ean|an|ese|ish)$/.test(last) && !countryByName(name);
    if (countryByName(name) || seatKey(name)) countries.push(seatKey(name) ?? placeKey(name));
    else if (countryByName(last)) countries.push(placeKey(last));
    else if (
      tie !== "at" &&
      !demonym &&
      last.split(" ").length <= 2 &&
      !PORTFOLIO.test(last) &&
      !endsInBody(last)
    ) {
      (strong ? countries : maybe).push(placeKey(last));
    }
    bodies.push(bodyKey(name));
    names.set(bodyKey(name), name);
  };
  for (const match of without.matchAll(OWNER)) consider(match[1]!);
  for (const match of without.matchAll(WORD)) {
    const word = match[0].replace(/['’]s?$/, "");
    if (isKnownDemonym(word)) countries.push(demonymKey(word)!);
    else if (
      state &&
      /(?:ian|ean|an|ese|ish|i)s?$/.test(word) &&
      match.index < without.length - match[0].length - 1
    ) {
      // a demonym stands before a noun: "Kestrian officials", never "Katrin Ahlan"
      const key = demonymKey(word);
      if (key && /^ \p{Ll}/u.test(without.slice(match.index + match[0].length))) countries.push(key);
      else if (
        key &&
        /^ (?:Foreign|Prime|President|Minister|Ministry|Defen|Government|Ambassador)/.test(
          without.slice(match.index + match[0].length),
        )
      )
        countries.push(key);
    }
  }
  for (const match of without.matchAll(OF))
    consider(match[1]!, without.slice(match.index + match[0].length), match[0].slice(0, 2));
  // "leads Local 88", "commands the Border Force", "Country Party": no preposition before the name
  const bare = BARE.exec(without);
  if (bare && (bare[1]!.includes(" ") || bare[1] !== bare[0])) consider(bare[1]!);
  for (const match of without.matchAll(PLAIN)) bodies.push(`bag ${bodyBag(match[1]!)}`);
  return {
    countries: [...new Set(countries)],
    maybe: [...new Set(maybe)],
    bodies: [...new Set(bodies)],
    names,
  };
}
