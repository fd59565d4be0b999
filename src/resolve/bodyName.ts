import { fold } from "./fold.ts";
import { countryByName } from "./lexicon/countries.ts";
import { demonymKey, placeKey, seatKey } from "./places.ts";

const SMALL = /^(?:of|the|for|and|in|on|at|a)$/;

/** What a company's name may end with, where it stands as a word of its own: "plc", "Ltd". */
export const LEGAL_FORM = /^(?:plc|ltd|inc|llc|gmbh|co|corp|as|ag)\.?$/i;

/** Key of a body's name: folded, without "the" and the legal form. */
export function bodyKey(name: string): string {
  return fold(name.replace(/^the /i, ""))
    .replace(/,/g, "")
    .replace(/\s(?:inc|corp|co|ltd|llc|plc|gmbh)$/, "")
    .trim();
}

/** Words of a body's name or description, in alphabetical order: "water ministry" equals "Ministry of Water". */
export function bodyBag(name: string): string {
  return bodyKey(name)
    .split(/[\s-]+/)
    .filter((word) => !SMALL.test(word))
    .sort()
    .join(" ");
}

/**
 * Key of the country that a name or description of a government means: "Kestria", "the Kestrian government",
 * "government of Kestria", "Kestria's government"; null for others.
 */
export function governmentKey(name: string): string | null {
  const bare = name.replace(/^the /i, "").trim();
  if (countryByName(bare)) return placeKey(bare);
  if (!/^(?:kremlin|white house|downing street|whitehall)$/i.test(bare) && seatKey(bare))
    return seatKey(bare);
  const demonym =
    /^(\p{Lu}[\p{L}'’-]+) (?:government|state|authorities|side|leadership|administration)$/u.exec(bare);
  if (demonym) return demonymKey(demonym[1]!);
  const owner = /^(\p{Lu}[\p{L}'’ -]+?)['’]s? (?:government|leadership|administration)$/u.exec(bare);
  if (owner) return placeKey(owner[1]!);
  const of =
    /^(?:government|administration|republic|kingdom|federation)(?: of| in) (?:the )?(\p{Lu}[\p{L} -]+)$/iu.exec(
      bare,
    );
  return of ? placeKey(of[1]!) : null;
}

/** True where one name is the acronym of the other: "OBC", "Ommer Basin Commission". */
export function isAcronymOf(short: string, long: string): boolean {
  if (!/^\p{Lu}{2,7}$/u.test(short.replaceAll(".", ""))) return false;
  return initials(long) === fold(short);
}

/** First letters of a body's name, folded, small words left out: "Ommer Basin Commission" → "obc". */
export function initials(name: string): string {
  return bodyKey(name)
    .split(/[\s-]+/)
    .filter((word) => !SMALL.test(word))
    .map((word) => word[0])
    .join("");
}
