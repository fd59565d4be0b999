import { fold } from "./fold.ts";
import { FINITE, PREPOSITIONS, SAYING } from "./lexicon/closed.ts";
import { isGivenName } from "./lexicon/given.ts";
import {
  BODY_NOUNS,
  DOCUMENT_NOUNS,
  GROUP_NOUNS,
  isPersonNoun,
  singular,
  TITLE_MODIFIERS,
  TITLES,
} from "./lexicon/nouns.ts";
import { demonymKey, isKnownDemonym } from "./places.ts";
import type { Token } from "./tokens.ts";

/** A run of capitalised words that names something, its titles apart. Token indexes, `last` inclusive. */
export interface NameRun {
  first: number;
  last: number;
  /** First token of the name itself; `last + 1` where there are only titles ("the President"). */
  core: number;
  titles: string[];
  /** Key of a demonym before the title ("Kestrian Foreign Minister Orsik"). */
  demonym: string | null;
  /** Ends in the head of a body ("Ministry of Water", "Local 88"). */
  bodyLike: boolean;
}

export const NEVER = new Set(
  "the a an and or but of in on at by for from to with i he she it they we you his her its their our my your this that these those is are was were be as if not no who when what where why how also".split(
    " ",
  ),
);

export const NUMBERED = new Set(
  "local unit channel district group radio lodge chapter route flight line division gate terminal".split(" "),
);

/** True for a title word, with or without its full stop. */
export function isTitle(lower: string): boolean {
  const bare = lower.replace(/\.$/, "");
  if (TITLES.has(bare)) return true;
  // "Secretary-General", "Vice-Chancellor", "ex-Minister"
  const compound = /^(?:(?:vice|ex|deputy|under)-(\w+)|(\w+)-(?:general|elect|designate))$/.exec(bare);
  return compound !== null && TITLES.has((compound[1] ?? compound[2])!);
}

/** True where a word (lower case) is a noun of one of the lists. */
export function isKnownNoun(lower: string): boolean {
  const one = singular(lower);
  return (
    isPersonNoun(one) ||
    BODY_NOUNS.has(one) ||
    DOCUMENT_NOUNS.has(one) ||
    GROUP_NOUNS.has(lower) ||
    TITLES.has(one)
  );
}

/** True for a noun that heads names of bodies. */
export function bodyHead(lower: string): boolean {
  const bare = lower.replace(/\.$/, "");
  return BODY_NOUNS.has(bare) || BODY_NOUNS.has(singular(bare));
}

/** True where only blanks part two tokens of one sentence. */
export function adjacent(tokens: readonly Token[], text: string, a: number, b: number): boolean {
  const [left, right] = [tokens[a], tokens[b]];
  if (!left || !right || left.sentence !== right.sentence || left.paragraph !== right.paragraph) return false;
  return /^[^\S\n]*\n?[^\S\n]*$/.test(text.slice(left.end, right.start));
}

const PARTY_PLURALS =
  /^(?:democrats|republicans|tories|conservatives|liberals|socialists|independents|communists|nationalists|unionists|greens|christians|muslims|jews|catholics|protestants|latinos|hispanics|blacks|evangelicals|millennials)$/;

/** "many Democrats", "Americans": people by party or origin, not a name. */
export function isGroupName(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]!;
  if (!token.capital || !token.lower.endsWith("s") || tokens[index + 1]?.capital) return false;
  if (PARTY_PLURALS.test(token.lower)) return true;
  if (
    isKnownDemonym(token.text) &&
    !isKnownDemonym(token.text.slice(-3)) &&
    demonymKey(token.text.slice(0, -1)) !== null &&
    isKnownDemonym(token.text.slice(0, -1))
  )
    return true;
  const before = tokens[index - 1];
  return (
    before !== undefined &&
    /^(?:many|some|most|few|several|two|three|fellow|young|older|black|white|other|all)$/.test(
      before.lower,
    ) &&
    token.lower.length > 5
  );
}

const CAPITALS = new WeakMap<readonly Token[], Set<string>>();

/** All words of a document that begin with a capital, folded. */
function attested(tokens: readonly Token[]): Set<string> {
  const known = CAPITALS.get(tokens);
  if (known) return known;
  const found = new Set(tokens.filter((token) => token.capital).map((token) => fold(token.text)));
  CAPITALS.set(tokens, found);
  return found;
}

const PARTISAN =
  /^(?:democrat|republican|tory|conservative|liberal|socialist|communist|nationalist|unionist|independent|centrist|green)$/;

/** Where "the" stands before a capital word, an adjective between them at most: "the Dubliner", "the young Pole"; -1 for nowhere. */
export function articleBefore(tokens: readonly Token[], index: number): number {
  const [before, more] = [tokens[index - 1], tokens[index - 2]];
  if (!before?.word || before.sentence !== tokens[index]!.sentence) return -1;
  if (before.lower === "the") return index - 1;
  const adjective = !before.capital && !isKnownNoun(before.lower) && !PREPOSITIONS.has(before.lower);
  return adjective && more?.lower === "the" && more.sentence === before.sentence ? index - 2 : -1;
}

/**
 * "the Yorkshireman", "the Londoner", "the Viennese", "the Tory": a person by origin or party, after "the", before a verb and no other
 * capital, and never with a capital elsewhere but behind "the".
 */
export function isOriginNoun(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]!;
  const next = tokens[index + 1];
  if (!token.capital || next?.capital || articleBefore(tokens, index) < 0) return false;
  if (!/^\p{Lu}\p{Ll}+$/u.test(token.text) || /^(?:German|Roman|Norman|Ottoman)$/.test(token.text))
    return false;
  if (/(?:shireman|shirewoman|[a-z]man|[a-z]woman|lander|oner|politan)$/.test(token.text))
    return articleBefore(tokens, index) === index - 1;
  const people =
    PARTISAN.test(token.lower) ||
    /(?:[a-z]{3}er|[a-z]{3}ese|[a-z]{3}ite)$/.test(token.lower) ||
    ORIGINS.test(token.lower);
  if (!people || (isKnownNoun(token.lower) && !PARTISAN.test(token.lower)) || bodyHead(token.lower))
    return false;
  const speaks =
    next !== undefined &&
    (SAYING.has(next.lower) || FINITE.has(next.lower) || /^[\p{Ll}]+(?:ed|s)$/u.test(next.lower));
  const ends = next === undefined || next.sentence !== token.sentence || /^[,.]$/.test(next.text);
  if (!speaks && !ends) return false;
  return tokens.every(
    (other, k) => other.text !== token.text || k === index || articleBefore(tokens, k) >= 0,
  );
}

/** People of a country whose noun is no adjective. */
const ORIGINS =
  /^(?:swede|dane|pole|finn|turk|scot|spaniard|briton|serb|croat|slovak|slovene|czech|arab|kurd|uzbek|kazakh|kyrgyz|swiss|thai|filipino|filipina|argentine|basque|catalan|breton|icelander|netherlander|new-yorker)$/;

const SURNAMES = new WeakMap<readonly Token[], Set<string>>();

/** Words that stand last in a run of capitals that begins with no title: "Priya Raman" makes "Raman" no adjective. */
function surnames(tokens: readonly Token[]): Set<string> {
  const known = SURNAMES.get(tokens);
  if (known) return known;
  const found = new Set<string>();
  tokens.forEach((token, k) => {
    const before = tokens[k - 1];
    if (
      !token.capital ||
      !before?.capital ||
      before.sentence !== token.sentence ||
      before.end + 1 !== token.start
    )
      return;
    if (tokens[k + 1]?.capital && tokens[k + 1]!.start === token.end + 1) return;
    const opener =
      TITLE_MODIFIERS.has(before.lower) ||
      NEVER.has(before.lower) ||
      (before.first && !isGivenName(fold(before.text)));
    if (!opener) found.add(token.lower);
  });
  SURNAMES.set(tokens, found);
  return found;
}

/** True where a token is an adjective of a people or country: "Kestrian officials", "the Russian president". */
export function isDemonym(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (!token?.capital || token.text.endsWith(".")) return false;
  if (isKnownDemonym(token.text)) return true;
  // "Belmaari" beside "Belmaar"
  if (/[a-z]{3}i$/.test(token.text) && attested(tokens).has(fold(token.text.slice(0, -1))))
    return tokens[index + 1]?.word === true;
  // "Ketlandic" beside "Ketland"
  if (/[a-z]{3}ic$/.test(token.text) && attested(tokens).has(fold(token.text.slice(0, -2))))
    return tokens[index + 1]?.word === true;
  if (!/(?:[a-z]{2}(?:ian|ean|an|ese|ish))s?$/.test(token.text) || demonymKey(token.text) === null)
    return false;
  if (isGivenName(fold(token.text)) || surnames(tokens).has(token.lower)) return false;
  const next = tokens[index + 1];
  if (!next?.word) return false;
  if (next.capital) return isTitle(next.lower) || TITLE_MODIFIERS.has(next.lower);
  return (
    !SAYING.has(next.lower) &&
    !FINITE.has(next.lower) &&
    !PREPOSITIONS.has(next.lower) &&
    !NEVER.has(next.lower)
  );
}
