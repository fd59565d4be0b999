/** What the words of ties mean: which country, body, person or part of a trial. */
import type { Article } from "../../model.ts";
import { bodyKey, governmentKey } from "../bodyName.ts";
import { isPersonNoun, singular } from "../lexicon/nouns.ts";
import { demonymKey, placeKey, seatKey } from "../places.ts";
import { PORTFOLIO } from "../ties.ts";
import { type Bodies, lastBefore } from "./bodies.ts";
import { MOUTHPIECE } from "./nouns.ts";

/** The government of the one country that an event is about, where no other's takes part. */
export const GOVERNMENT = "gov";

const HONORIFIC =
  /^(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Gen|Col|President|Premier|Minister|Prime Minister|Mayor|Governor|Chancellor|Secretary|Captain|General|Colonel|Professor|Councillor)\.? )+/;
const STATE_BODY =
  /^(?:ministry|office|government|cabinet|press service|embassy|army|navy|border|command|armed forces|premier|president|presidential|prime minister|chancellery|council of ministers|foreign|interior|defen[cs]e|state|republic|kingdom|parliament|police|minister|mission|delegation|side|secretary)\b/i;
const OFFICE =
  /^(?:(?:acting|deputy) )?(prime minister|president|premier|chancellor|mayor|governor|king|queen|chief executive|chairman|chairwoman|chair|minister|commander|general|director|leader)$/;
/** Bodies that are the government itself, in the country that the documents are about. */
const OF_GOVERNMENT =
  /^(?:the )?(?:(?:press )?(?:office|service|secretariat|chancellery) of the (?:prime minister|premier)|(?:prime minister['’]s|premier['’]s) (?:press )?(?:office|service|chancellery)|government|cabinet|council of ministers)\b/i;
/** Bodies that every state has one of: between countries they are the home country's. */
export const OF_STATE =
  /\b(?:ministry|government|cabinet|army|navy|air force|coast ?guard|border|police|central bank|weather (?:office|service)|meteorological|governor|opposition|parliament|grid operator|intelligence|embassy|foreign office|treasury|customs|authorities|military|forces)\b/i;

export interface Resolving {
  /** Names of countries by key. */
  places: Map<string, string>;
  /** The country that an article is written from. */
  home: ReadonlyMap<string, string>;
  bodies: Bodies;
  /** Cluster of a person by folded name over all documents, and by document. */
  people: ReadonlyMap<string, string>;
  peopleIn: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** The one cluster that holds an office. */
  holders: ReadonlyMap<string, string>;
  /** Where the persons who hold an office are spoken of, in order of the text, by article and office. */
  officesIn: ReadonlyMap<string, readonly { at: number; person: string }[]>;
  /** Where persons are spoken of, in order of the text, by article. */
  personsAt: ReadonlyMap<string, readonly { at: number; person: string; gender: string | null }[]>;
  genders: ReadonlyMap<string, string | null>;
  /** Words of the front matter by article, and the node of the body that they name. */
  official: ReadonlyMap<string, string>;
  sideOfArticle: Map<string, string>;
  /** Keys of towns whose mayors, councils or halls are named. */
  towns: ReadonlySet<string>;
  /** What the documents call a town that has no name: "City", "Town" or "Council", with the dateline's name. */
  townWords: string;
  /** What stands over a node: a body over its board, a country over its museum. */
  under: Map<string, string>;
  /** True where two countries or more have voices. */
  international: boolean;
  /** True where countries are the parties: their bodies and people stand with them. */
  between: boolean;
}

/** What ministers and ministries are for, under "minister of" or before "minister". */
export function isPortfolio(phrase: string): boolean {
  return PORTFOLIO.test(phrase.charAt(0).toUpperCase() + phrase.slice(1));
}

/** A country named outright, by a demonym or a seat, among those known to take part. */
export function placeIn(words: string, places: ReadonlyMap<string, string>): string | null {
  const bare = words.replace(/^the /i, "");
  for (const key of [governmentKey(bare), placeKey(bare), seatKey(bare)])
    if (key && places.has(key)) return key;
  if (!/^\p{Lu}[\p{L}'’-]+$/u.test(bare)) return null;
  const key = demonymKey(bare);
  return key && places.has(key) ? key : null;
}

/** Country of the words' first, last or owning part: "Ministry of Water of Arland", "Drevian army", "Arland’s embassy". */
export function stateOf(words: string, places: ReadonlyMap<string, string>): string | null {
  const whole = placeIn(words, places);
  if (whole) return whole;
  const owner = /^(.+?)['’]s /.exec(words)?.[1];
  if (owner) return placeIn(owner, places);
  const bare = words.replace(/^the /i, "");
  const all = bare.split(" ");
  for (const length of [1, 2]) {
    const rest = all.slice(length).join(" ");
    if (rest === "" || !(STATE_BODY.test(rest) || OF_STATE.test(rest))) continue;
    const key = placeIn(all.slice(0, length).join(" "), places);
    if (key) return key;
  }
  const parts = words.split(/ (?:of|for|in) (?:the )?/);
  if (
    parts.length > 1 &&
    (STATE_BODY.test(words) ||
      OF_STATE.test(words) ||
      PORTFOLIO.test(words) ||
      isPersonNoun(parts[0]!.toLowerCase().split(" ").at(-1)!))
  )
    return placeIn(parts.at(-1)!, places);
  return null;
}

/** The node of a front matter's words or of a body's name. */
export function partyNode(words: string, known: Resolving): string {
  if (!known.international && OF_GOVERNMENT.test(words)) return GOVERNMENT;
  const town = townOf(words, known);
  if (town) return town;
  const person = known.people.get(bodyKey(words));
  if (person && words.includes(" ")) return `person:${person}`;
  const last = known.international ? placeIn(words.split(/ of (?:the )?/).at(-1)!, known.places) : null;
  return stateOf(words, known.places) ?? last ?? known.bodies.named(words) ?? `body:${bodyKey(words)}`;
}

/**
 * The node that words mean at a place of an article: a country ("place:…"), a body ("body:…"), a person ("person:…"),
 * the government, prosecution, defence or plaintiffs; a described body that nothing names ("plain:council"); null for none.
 */
export function nodeOf(
  phrase: string,
  article: Article,
  at: number,
  known: Resolving,
  self = "",
): string | null {
  const words = phrase.replace(/['’]s$/, "").trim();
  const lower = words.toLowerCase();
  if (/^(?:our|my|we|us)\b/.test(lower)) return known.sideOfArticle.get(article.id) ?? null;
  if (/^(?:his|her|its|their)$/.test(lower)) return ownerOf(lower, article, at, known, self);
  if (/^(?:his|her|its|their|whose) /.test(lower)) return null;
  const place = stateOf(words, known.places);
  if (/^\p{Lu}/u.test(words)) {
    const key = bodyKey(words.replace(HONORIFIC, ""));
    const person = known.peopleIn.get(article.id)?.get(key) ?? known.people.get(key);
    if (person && !place) return `person:${person}`;
  }
  const office = OFFICE.exec(lower)?.[1];
  if (office) {
    const near = known.officesIn.get(`${article.id} ${office}`) ?? [];
    const holder = (lastBefore(near, at) ?? near[0])?.person ?? known.holders.get(office);
    if (holder) return `person:${holder}`;
    return /^(?:prime minister|premier|minister|president)$/.test(office) ? government(article, known) : null;
  }
  if (place) return place;
  const town = townOf(words, known);
  if (town) return town;
  const court = partOfTrial(lower);
  if (court) return court;
  if (/^(?:the )?(?:government|cabinet|council of ministers|administration)$/.test(lower))
    return government(article, known);
  if (/^\p{Lu}/u.test(words)) return known.bodies.named(words) ?? known.bodies.named(words.split(/ to /)[0]!);
  const head = singular(lower.split(" ").at(-1)!);
  const generic = /^(?:company|firm|club|maker|operator|business)$/.test(head)
    ? known.bodies.described(head, article, at)
    : null;
  const whole = generic ?? (lower.includes(" ") ? known.bodies.named(words) : null);
  if (whole) return whole;
  if (known.between && OF_STATE.test(lower)) return government(article, known);
  // "the player" is one person, "the pickers" are a party
  if (isPersonNoun(head) && head === lower.split(" ").at(-1)! && !/^(?:crew|police)$/.test(head))
    return /^(?:accused|defendant)$/.test(head) ? "court:Defence" : null;
  if (isPersonNoun(head) && !/^(?:council|party|union|government)$/.test(head)) return `plain:${head}`;
  const body = known.bodies.described(head, article, at);
  if (body) return body;
  return MOUTHPIECE.test(head) && !/^(?:ministry|party)$/.test(head) ? null : `plain:${head}`;
}

const TOWN_NAME =
  /^(?:the )?(?:(?:city|town|village|borough|district|county|municipality|parish)(?: (?:council|government|administration|hall))?|council|municipality) of (?:the )?(\p{Lu}[\p{L}' -]+)$|^(?:the )?(\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?) (?:(?:city|town|village|borough|district|county|municipal|parish) )?(?:council|hall)$/iu;
const TOWN_WORDS =
  /^(?:(?:city|town|village|borough|district|county|municipal|parish|local) (?:council|hall|government|administration|authorities)|council|city|town|municipality|borough)$/;

/** The node of a town: its mayor, its council and its hall are one; without a name the only town that is named. */
export function townNode(name: string | null, known: Resolving): string {
  if (name !== null) return `town:${bodyKey(name)}`;
  return known.towns.size === 1 ? `town:${[...known.towns][0]!}` : "town:";
}

/** The town that words name or mean: "City of Dell", "Thornwell council", "the town hall"; null where they mean none. */
function townOf(words: string, known: Resolving): string | null {
  const named = TOWN_NAME.exec(words);
  const name = named ? (named[1] ?? named[2]!) : null;
  if (
    name !== null &&
    !/^(?:town|city|works|staff|student|youth|press|privy|security|military|ruling|general|national|state)\b/i.test(
      name,
    )
  )
    return townNode(name, known);
  return TOWN_WORDS.test(words.toLowerCase().replace(/^the /, "")) ? townNode(null, known) : null;
}

/** How far back an owner is looked for, in characters. */
const NEAR = 260;

/** "his spokesman": the person named last whose gender fits; "its chairwoman": the body named last. */
function ownerOf(word: string, article: Article, at: number, known: Resolving, self: string): string | null {
  if (/^(?:its|their)$/.test(word)) {
    const last = lastBefore(known.bodies.occurrencesIn(article), at);
    return last && at - last.at < NEAR ? last.node : null;
  }
  const list = known.personsAt.get(article.id) ?? [];
  const gender = word === "his" ? "m" : "f";
  for (let from = at; ; ) {
    const last = lastBefore(list, from);
    if (!last || at - last.at > NEAR) return null;
    if (`person:${last.person}` !== self && (last.gender === null || last.gender === gender))
      return `person:${last.person}`;
    from = last.at;
  }
}

/** "the prosecution", "the defence", "the plaintiffs". */
export function partOfTrial(lower: string): string | null {
  if (/^(?:state )?(?:prosecution|prosecutors?|district attorney|attorney general)$/.test(lower))
    return "court:Prosecution";
  if (/^(?:defen[cs]e|defendants?|accused)$/.test(lower)) return "court:Defence";
  if (/^(?:plaintiffs?|claimants?|petitioners?)$/.test(lower)) return "court:Plaintiffs";
  return null;
}

/** The government that an article means where it does not say whose. */
export function government(article: Article, known: Resolving): string | null {
  const side = known.sideOfArticle.get(article.id);
  if (!known.international) return GOVERNMENT;
  return side && known.places.has(side) ? side : (known.home.get(article.id) ?? null);
}
