/** Who and what the documents speak of, laid out so that the words of ties can be looked up. */
import { ownVoiceId } from "../../id.ts";
import type { Article } from "../../model.ts";
import { bodyKey } from "../bodyName.ts";
import { byCount } from "../count.ts";
import { fold } from "../fold.ts";
import { BODY_NOUNS, GROUP_NOUNS, isPersonNoun, singular } from "../lexicon/nouns.ts";
import { givenGender, parsePerson } from "../person.ts";
import { Bodies } from "./bodies.ts";
import { findCountries, NATIONAL, unsaidCountry } from "./countries.ts";
import type { Evidence } from "./evidence.ts";
import { GOVERNMENT, partOfTrial, partyNode, type Resolving, stateOf } from "./resolver.ts";
import type { Cluster } from "./sides.ts";

const NAMED_OFFICE =
  /\b(prime minister|president|premier|chancellor|mayor|governor|king|queen|chief executive|chair(?:man|woman)|minister|commander|general|director|leader)\b/gi;

/** The words of the front matter: from the document's own-voice speaker, since a saved collection has an id in `side`. */
function sideWords(article: Article): string | null {
  const own = article.speakers.find((speaker) => speaker.id === ownVoiceId(article.id));
  if (own) return own.name;
  return article.side && !/^d_[0-9a-z]{20}$/.test(article.side) ? article.side : null;
}

type ByCluster = ReadonlyMap<string, readonly Evidence[]>;

/** Lays out what `nodeOf` looks up. */
export function worldOf(
  clusters: readonly Cluster[],
  articles: readonly Article[],
  evidence: ByCluster,
): Resolving {
  const official = new Map<string, string>();
  for (const article of articles) {
    const words = sideWords(article);
    if (words) official.set(article.id, words);
  }
  const { people, peopleIn, surnames } = personsOf(clusters);
  const roles = clusters.flatMap(({ members }) =>
    members.flatMap(({ speaker }) => [speaker.role ?? "", speaker.kind === "person" ? "" : speaker.name]),
  );
  const { places, home } = findCountries(articles, roles, [...official.values()], surnames);
  const alike: string[][] = [...new Set(official.values())]
    .filter((name) => !people.has(bodyKey(name)))
    .map((name) => [name]);
  for (const { speaker } of clusters) {
    if (speaker.kind !== "body" || people.has(bodyKey(speaker.name))) continue;
    const names = [speaker.name, ...speaker.aliases].filter(isName);
    if (names.length > 0) alike.push(names);
  }
  for (const list of evidence.values())
    for (const { ties } of list)
      for (const { phrase, how } of ties)
        if (isDescribedBody(phrase)) alike.push([phrase]);
        else if (
          how !== "subject" &&
          isName(phrase) &&
          !people.has(bodyKey(phrase)) &&
          !stateOf(phrase, places)
        )
          alike.push([phrase]);
  alike.push(...longerNames(alike.flat(), articles, people));
  alike.sort((a, b) => (a.join("|") < b.join("|") ? -1 : 1));
  const genders = gendersOf(clusters);
  const held = officesHeld(evidence);
  const known: Resolving = {
    places,
    home,
    bodies: new Bodies(alike),
    people,
    peopleIn,
    holders: holdersOf(clusters, held),
    officesIn: officesIn(held),
    genders,
    personsAt: personsAt(clusters, evidence, genders),
    official,
    sideOfArticle: new Map(),
    under: new Map(),
    townWords: townWords(articles),
    towns: townsOf(evidence, alike.flat()),
    international: false,
    between: false,
  };
  const voiced = countriesWithVoices(evidence, known);
  const untold = clusters.filter(
    ({ speaker }) =>
      speaker.kind === "person" &&
      NATIONAL.test(speaker.role ?? "") &&
      !evidence.get(speaker.id)!.some(({ ties }) => ties.some(({ phrase }) => stateOf(phrase, places))),
  );
  // An envoy or an agency of a country does not make its president one whose country is told.
  const told = countriesTold(evidence, places);
  const unsaid = untold.length > 0 && voiced.size > 0 ? unsaidCountry(articles, told) : null;
  if (unsaid) {
    places.set(unsaid.key, unsaid.name);
    voiced.add(unsaid.key);
    for (const { id } of articles) if (!home.has(id)) home.set(id, unsaid.key);
  }
  known.international = voiced.size > 1;
  for (const [article, words] of official) known.sideOfArticle.set(article, partyNode(words, known));
  const countries = placeReadouts(articles, known);
  known.between = known.international && (countries.size > 1 || official.size === 0);
  putOrgans(known);
  return known;
}

const ORGAN =
  /^(?:The )?(?:\p{L}+ ){0,2}(?:Board|Management|Executive|Leadership|Committee|Council|Press Service|Press Office|Delegation|Secretariat|Directors|Trustees)(?: of \p{L}+)? of (?:the )?(.+)$/u;
const OWN_ORGAN =
  /^(.+?)['’]s? (?:\p{L}+ ){0,2}(?:board|management|executive|leadership|committee|office|department|branch|faculty|trustees)$/iu;

/** "Board of Brightmoor Dairies" stands under "Brightmoor Dairies". */
function putOrgans(known: Resolving): void {
  for (const [node, names] of known.bodies.names) {
    for (const name of names) {
      const whole = ORGAN.exec(name)?.[1] ?? OWN_ORGAN.exec(name)?.[1];
      const parent = whole ? known.bodies.named(whole) : null;
      if (parent && parent !== node) known.under.set(node, parent);
    }
  }
}

const NUMBER =
  /^(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|\p{L}+teen|\p{L}+ty(?:-\p{L}+)?|Dozens|Hundreds|Thousands)$/u;

/** A name with capitals, no description that only begins its sentence. */
function isName(name: string): boolean {
  if (!/^\p{Lu}/u.test(name)) return false;
  // "Four officers of the union", "Defendants" over a statement of claim
  if (NUMBER.test(name) || partOfTrial(name.toLowerCase()) !== null) return false;
  if (/\s\p{Lu}/u.test(name) || /^\p{Lu}{2,}/u.test(name))
    return !/^(?:The|A|An|His|Her|Our|Their|Its) /.test(name);
  const lower = singular(name.toLowerCase());
  return !name.includes(" ") && !BODY_NOUNS.has(lower) && !GROUP_NOUNS.has(lower) && name.length > 2;
}

/** "Imbali Sound" where roles say only "Imbali": what a single word is continued by at least twice. */
function longerNames(
  names: readonly string[],
  articles: readonly Article[],
  people: ReadonlyMap<string, string>,
): string[][] {
  const single = new Set(names.filter((name) => /^\p{Lu}\p{Ll}[\p{L}-]+$/u.test(name)));
  const counts = new Map<string, number>();
  for (const { text } of articles)
    for (const [phrase, first] of text.matchAll(
      /(\p{Lu}\p{Ll}[\p{L}-]+) \p{Lu}\p{Ll}[\p{L}-]+(?!['’ ]?\p{Lu})/gu,
    ))
      if (single.has(first!) && !people.has(bodyKey(phrase)))
        counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  const firsts = new Map<string, string[]>();
  for (const [phrase, count] of counts) {
    if (count < 2) continue;
    const first = phrase.split(" ")[0]!;
    firsts.set(first, [...(firsts.get(first) ?? []), phrase]);
  }
  return [...firsts.values()].filter((list) => list.length === 1).map((list) => [list[0]!]);
}

/** "guards’ union", "state printing house": a body that has no name but more than its noun. */
function isDescribedBody(phrase: string): boolean {
  if (
    !/^\p{Ll}[^\p{Lu}]*$/u.test(phrase) ||
    !phrase.includes(" ") ||
    /^(?:his|her|its|their|our|my|whose|prime|this|that) /.test(phrase)
  )
    return false;
  const head = phrase.split(" ").at(-1)!;
  return (
    BODY_NOUNS.has(head) &&
    !isPersonNoun(singular(head)) &&
    !/^(?:government|hall|city|town|office|team|side|group|branch|unit|division|section|wing|arm|ward|shift|department|crew|panel|inquiry|house|home)$/.test(
      head,
    ) &&
    !/^(?:city|town|village|parish|county|district|local|municipal) council$/.test(phrase)
  );
}

function townWords(articles: readonly Article[]): string {
  const counts = new Map<string, number>();
  const lines = new Set<string>();
  for (const { text } of articles) {
    for (const [, word] of text.matchAll(/\b[Tt]he ([Cc]ity|[Tt]own|[Cc]ouncil)\b/g))
      counts.set(word!.toLowerCase(), (counts.get(word!.toLowerCase()) ?? 0) + 1);
    const line = /^\s*(\p{Lu}[\p{L}'’-]+)(?:\.| [—–-]) /u.exec(text.slice(0, 60))?.[1];
    if (line) lines.add(line.charAt(0) + line.slice(1).toLowerCase());
  }
  const word = byCount(counts)[0]?.[0] ?? "council";
  const called = word.charAt(0).toUpperCase() + word.slice(1);
  return lines.size === 1 && word !== "council" ? `${called} of ${[...lines][0]!}` : called;
}

/** Towns whose mayors, councils or halls the documents name. */
function townsOf(evidence: ByCluster, names: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (const list of evidence.values())
    for (const { text } of list)
      for (const match of text.matchAll(
        /\b(?:[Mm]ayor|[Tt]own [Cc]ouncil|[Cc]ity [Cc]ouncil|[Cc]ity|[Tt]own) of (\p{Lu}[\p{L}'-]+)/gu,
      ))
        found.add(bodyKey(match[1]!));
  for (const name of names) {
    const town =
      /^(?:City|Town|Municipality|Borough|Council|Town [Cc]ouncil|City [Cc]ouncil) of (\p{Lu}[\p{L}'-]+)$/u.exec(
        name,
      )?.[1] ?? /^(\p{Lu}[\p{L}'-]+) (?:(?:City|Town|Borough) )?(?:[Cc]ouncil|[Hh]all)$/u.exec(name)?.[1];
    if (town && !/^(?:Town|City|Works|Staff)$/.test(town)) found.add(bodyKey(town));
  }
  return found;
}

/** Clusters of persons by name: by whole names and by surnames that one person has; by any name within a document. */
function personsOf(clusters: readonly Cluster[]) {
  const people = new Map<string, string>();
  const peopleIn = new Map<string, Map<string, string>>();
  const surnames = new Map<string, Set<string>>();
  for (const { speaker, members } of clusters) {
    if (speaker.kind !== "person") continue;
    for (const item of members) {
      const here = peopleIn.get(item.article) ?? new Map<string, string>();
      for (const name of [item.speaker.name, ...item.speaker.aliases])
        here.set(bodyKey(name.replace(/^(?:Mr|Mrs|Ms|Miss|Dr|Sir)\.? /, "")), speaker.id);
      peopleIn.set(item.article, here);
    }
    people.set(bodyKey(speaker.name), speaker.id);
    const surname = bodyKey(parsePerson(speaker.name).surname);
    surnames.set(surname, (surnames.get(surname) ?? new Set()).add(speaker.id));
  }
  for (const [surname, ids] of surnames)
    if (ids.size === 1 && !people.has(surname)) people.set(surname, [...ids][0]!);
  return { people, peopleIn, surnames: new Set([...surnames.keys()].map(fold)) };
}

function countriesWithVoices(evidence: ByCluster, known: Resolving): Set<string> {
  const voiced = new Set<string>();
  const add = (words: string) => {
    const place = stateOf(words, known.places);
    if (place) voiced.add(place);
  };
  for (const words of known.official.values()) {
    add(words);
    add(words.split(/ of (?:the )?/).at(-1)!);
  }
  for (const list of evidence.values())
    for (const { ties, over } of list)
      for (const { phrase, how } of ties) if (!over && how !== "subject" && how !== "neutral") add(phrase);
  return voiced;
}

/** Countries of which somebody is said to hold an office that states have: "the foreign minister of Arland". */
function countriesTold(evidence: ByCluster, places: ReadonlyMap<string, string>): Set<string> {
  const told = new Set<string>();
  for (const list of evidence.values())
    for (const { text, ties } of list) {
      if (!NATIONAL.test(text)) continue;
      for (const { phrase } of ties) {
        const place = stateOf(phrase, places);
        if (place) told.add(place);
      }
    }
  return told;
}

/**
 * Countries that readouts speak for. Between countries a body that names none goes with the one from which documents tell
 * of it: the Museum of Peoples with the country of the dateline.
 */
function placeReadouts(articles: readonly Article[], known: Resolving): Set<string> {
  const nodes = known.sideOfArticle;
  const countries = new Set([...nodes.values()].filter((node) => node.startsWith("place:")));
  if (!known.international) return countries;
  const moved = new Map<string, string>();
  for (const [article, node] of nodes) {
    if (node.startsWith("place:") || node === GOVERNMENT) continue;
    const counts = new Map<string, number>();
    for (const one of articles) {
      const home = known.home.get(one.id);
      if (home && known.bodies.occurrencesIn(one).some((other) => other.node === node))
        counts.set(home, (counts.get(home) ?? 0) + 1);
    }
    const [first, second] = byCount(counts);
    if (first && (!second || second[1] < first[1])) moved.set(article, first[0]);
  }
  const all = new Set([...countries, ...moved.values()]);
  if (all.size > 1)
    for (const [article, country] of moved) {
      known.under.set(nodes.get(article)!, country);
      nodes.set(article, country);
    }
  return all.size > 1 ? all : countries;
}

/** True where the words give an office to the one described, not to another or to no more. */
function isHeld({ text, over }: Evidence, match: RegExpExecArray): boolean {
  const before = text.slice(Math.max(0, match.index - 12), match.index);
  return (
    !over &&
    !/\b(?:deputy|vice|ex|former|shadow|to the|for the|of the) ?$/i.test(before) &&
    !/^['’]s/.test(text.slice(match.index + match[0].length))
  );
}

interface Held {
  article: string;
  office: string;
  at: number;
  person: string;
}

/** Every time that the words give a speaker an office by its name. */
function officesHeld(evidence: ByCluster): Held[] {
  const held: Held[] = [];
  for (const [person, list] of evidence)
    for (const one of list)
      for (const match of one.text.matchAll(NAMED_OFFICE))
        if (isHeld(one, match))
          held.push({ article: one.article.id, office: match[1]!.toLowerCase(), at: one.at, person });
  return held;
}

/** Where holders of offices are spoken of: "an adviser to the president" is the one's spoken of last. */
function officesIn(held: readonly Held[]): Map<string, { at: number; person: string }[]> {
  const found = new Map<string, { at: number; person: string }[]>();
  for (const { article, office, at, person } of held) {
    const key = `${article} ${office}`;
    const places = found.get(key);
    if (places) places.push({ at, person });
    else found.set(key, [{ at, person }]);
  }
  for (const places of found.values()) places.sort((a, b) => a.at - b.at || (a.person < b.person ? -1 : 1));
  return found;
}

/** Which person alone holds an office: "the prime minister", "the mayor". */
function holdersOf(clusters: readonly Cluster[], held: readonly Held[]): Map<string, string> {
  const persons = new Set(clusters.flatMap(({ speaker }) => (speaker.kind === "person" ? [speaker.id] : [])));
  const counts = new Map<string, Map<string, number>>();
  for (const { office, person } of held) {
    if (!persons.has(person)) continue;
    const list = counts.get(office) ?? new Map<string, number>();
    list.set(person, (list.get(person) ?? 0) + 1);
    counts.set(office, list);
  }
  const holders = new Map<string, string>();
  for (const [office, list] of counts) {
    const [first, second] = byCount(list);
    if (first && (!second || first[1] >= 2 * second[1])) holders.set(office, first[0]);
  }
  return holders;
}

/** Genders that titles or given names show, by person. */
function gendersOf(clusters: readonly Cluster[]): Map<string, string | null> {
  const found = new Map<string, string | null>();
  for (const { speaker } of clusters) {
    if (speaker.kind !== "person") continue;
    const title = [speaker.name, ...speaker.aliases]
      .map((name) => /^(?:(Mr|Sir)|(?:Mrs|Ms|Miss|Dame))\b/.exec(name))
      .find(Boolean);
    found.set(speaker.id, title ? (title[1] ? "m" : "f") : givenGender(parsePerson(speaker.name)));
  }
  return found;
}

/** Where named persons are spoken of, in order of the text. */
function personsAt(
  clusters: readonly Cluster[],
  evidence: ByCluster,
  genders: ReadonlyMap<string, string | null>,
): Map<string, { at: number; person: string; gender: string | null }[]> {
  const found = new Map<string, { at: number; person: string; gender: string | null }[]>();
  for (const { speaker } of clusters) {
    if (speaker.kind !== "person") continue;
    const gender = genders.get(speaker.id) ?? null;
    for (const { article, at } of evidence.get(speaker.id)!) {
      const list = found.get(article.id) ?? [];
      list.push({ at, person: speaker.id, gender });
      found.set(article.id, list);
    }
  }
  for (const list of found.values()) list.sort((a, b) => a.at - b.at || (a.person < b.person ? -1 : 1));
  return found;
}
