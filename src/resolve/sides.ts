import { hashId } from "../id.ts";
import type { Article, Side, Speaker } from "../model.ts";
import { bodyKey } from "./bodyName.ts";
import { bodyParty, countryWeights, partyOf, placeNames, plainBag, sideWords } from "./parties.ts";
import type { Item } from "./people.ts";
import { tiesOf } from "./ties.ts";

/** A collection's speaker with the documents' speakers that it is made of. */
export interface Cluster {
  speaker: Speaker;
  members: Item[];
}

interface Sides {
  sides: Side[];
  sideOf: Map<string, string>;
  sideOfArticle: Map<string, string>;
}

/** Bodies that judge, count or report rather than take part, unless a readout speaks for them. */
const NEUTRAL =
  /\b(?:court|tribunal|commission|inspectorate|office|agency|university|college|institute|academy|survey|hospital|clinic|news|times|post|herald|gazette|ledger|courier|chronicle|observer|telegraph|guardian|tribune|journal|press|radio|channel|television|broadcasting|police|observatory|museum|library|laboratory|bureau)\b/i;
const VOICE =
  /\b(?:spokes(?:man|woman|person)|president|chief executive|chairman|chairwoman|director|lawyer|attorney|counsel|secretary|leader|head|owner|founder|steward|captain|manager|executive|minister|adviser|aide|officer|colonel|general|commander|lead(?:s|ing)?|chairs)\b/i;
/** Who belongs to a body without being on its side: people the matter is about, or against it. */
const SUBJECT_TO =
  /^(?:former |striking |injured )?(?:\p{Ll}+ )?(?:player|worker|employee|customer|patient|student|resident|passenger|shareholder|critic|opponent|rival|neighbou?r|victim|widow|tenant|prisoner|user|subscriber|fan|colleague|friend)\b/u;
/** What somebody owns that speaks for him. */
const MOUTH =
  /['’]s? (?:\p{Ll}+ )?(?:office|ministry|government|cabinet|lawyers?|attorneys?|aides?|advis[eo]rs?|spokes(?:man|woman|person)|staff|campaign|team|circle|entourage|administration|allies|supporters|party)$/u;
const OFFICE_TO =
  /^(?:aides?|advis[eo]rs?|allies|spokes(?:man|woman|person)|officials|lawyers?|people close) (?:to|of|for|in) (?:the )?(.+?)(?:['’]s office)?$/i;
/** Bodies that are parties even where they say nothing themselves. */
const PARTY =
  /\b(?:party|union|local \d+|league|alliance|coalition|movement|front|association|federation|inc|corp|ltd|group|holdings|industries|chemicals|foods|airlines|campaign)\b/i;
const NATIONAL =
  /\b(?:president|prime minister|secretary of state|foreign minister|foreign secretary|defen[cs]e secretary|national security advis[eo]r)\b/i;
const OFFICES = [
  "prime minister",
  "president",
  "foreign minister",
  "secretary of state",
  "mayor",
  "governor",
  "chief executive",
  "chancellor",
];

class Votes {
  readonly of = new Map<string, Map<string, number>>();
  readonly voices = new Map<string, Set<string>>();

  add(speaker: string, party: string, weight: number): void {
    const list = this.of.get(speaker) ?? new Map<string, number>();
    list.set(party, (list.get(party) ?? 0) + weight);
    this.of.set(speaker, list);
    const who = this.voices.get(party) ?? new Set<string>();
    who.add(speaker);
    this.voices.set(party, who);
  }

  /** The party with most votes; null where none or two lead. */
  best(speaker: string, allowed: (party: string) => boolean = () => true): string | null {
    const open = [...(this.of.get(speaker) ?? [])]
      .filter(([party]) => allowed(party))
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    const [first, second] = open;
    return !first || (second && second[1] === first[1]) ? null : first[0];
  }
}

/**
 * The parties to the matter: bodies that readouts speak for, countries with somebody to speak for them where there are
 * two or more, companies, unions and parties with a voice of their own where they face another party. One party alone
 * is no side unless a readout speaks for it.
 */
export function findSides(clusters: readonly Cluster[], articles: readonly Article[]): Sides {
  const places = placeNames(clusters, articles);
  const official = new Map<string, string>();
  const sideOfArticle = new Map<string, string>();
  for (const article of articles) {
    const words = sideWords(article);
    if (!words) continue;
    const key = partyOf(words, places);
    official.set(key, official.get(key) ?? words);
    sideOfArticle.set(article.id, key);
  }
  const byId = new Map(clusters.map((cluster) => [cluster.speaker.id, cluster]));
  const bodies = new Map<string, string>();
  const people = new Map<string, string>();
  for (const { speaker } of clusters) {
    const names = [speaker.name, ...speaker.aliases];
    if (speaker.kind === "person") for (const name of names) people.set(bodyKey(name), speaker.id);
    if (speaker.kind !== "body") continue;
    for (const name of names) {
      bodies.set(bodyKey(name), speaker.id);
      if (/\p{Lu}/u.test(name.slice(1))) bodies.set(`bag ${plainBag(name, places)}`, speaker.id);
    }
  }
  const votes = new Votes();
  const names = new Map<string, string>();
  for (const { members } of clusters) {
    for (const item of members)
      for (const [key, name] of item.ties.names) names.set(key, names.get(key) ?? name);
  }
  const known: Known = { places, bodies, people, byId, sideOfArticle };
  for (const cluster of clusters) voteByTies(cluster, votes, known);
  homeCountry(clusters, articles, votes, places);
  for (const { speaker } of clusters) voteByOwner(speaker, votes, clusters, known);
  const chosen = choose(official, votes.voices, { places, byId, bodies, names });
  return assign(chosen, votes, sideOfArticle);
}

interface Known {
  places: ReadonlyMap<string, string>;
  bodies: ReadonlyMap<string, string>;
  people: ReadonlyMap<string, string>;
  byId: ReadonlyMap<string, Cluster>;
  sideOfArticle: ReadonlyMap<string, string>;
}

function voteByTies({ speaker, members }: Cluster, votes: Votes, known: Known): void {
  const { places, bodies, people, byId, sideOfArticle } = known;
  if (speaker.kind === "document") return;
  if (speaker.kind === "body") {
    if (MOUTH.test(speaker.name)) return;
    const own = bodyParty(speaker, places);
    // "the Board of Brightmoor Dairies" is on the side of Brightmoor Dairies
    const whole = own.startsWith("body:")
      ? tiesOf(speaker.name).bodies.find((body) => bodies.has(body) && bodies.get(body) !== speaker.id)
      : undefined;
    votes.add(speaker.id, whole ? bodyParty(byId.get(bodies.get(whole)!)!.speaker, places) : own, 3);
    return;
  }
  for (const item of members) {
    if (MOUTH.test(item.speaker.name) || SUBJECT_TO.test(item.speaker.role ?? "")) continue;
    const plainName = speaker.kind === "person" && !/\p{Ll}{3,} of | of /u.test(item.speaker.name);
    const texts = [item.speaker.role ?? "", plainName ? "" : item.speaker.name].filter(Boolean);
    let tied = false;
    const country = [...item.ties.countries, ...item.ties.maybe].find((key) => places.has(key));
    if (country) {
      votes.add(speaker.id, country, 2);
      tied = true;
    }
    for (const text of tied ? [] : texts) {
      for (const body of tiesOf(text).bodies) {
        if (people.has(body)) continue;
        const found = bodies.get(body);
        if (!found && body.startsWith("bag ")) continue;
        votes.add(
          speaker.id,
          found ? bodyParty(byId.get(found)!.speaker, places) : `body:${body}`,
          VOICE.test(text) ? 2 : 1,
        );
        tied = true;
      }
    }
    const article = sideOfArticle.get(item.article);
    const { role } = item.speaker;
    // "Foreign Minister Orsik" in her own state's readout
    if (!tied && article && role && VOICE.test(role) && role.split(" ").length <= 3)
      votes.add(speaker.id, article, 1);
  }
}

/** "Mr. Sarrant’s office", "aides to the prime minister": on the side of whom they belong to. */
function voteByOwner(
  speaker: Speaker,
  votes: Votes,
  clusters: readonly Cluster[],
  { places, bodies, people, byId }: Known,
): void {
  if (votes.of.has(speaker.id)) return;
  const text = [speaker.name, speaker.role ?? ""].find((words) => MOUTH.test(words));
  const owner = text ? text.replace(MOUTH, "").replace(/^(?:Mr|Mrs|Ms|Dr|Miss)\.? /, "") : null;
  let person = owner ? people.get(bodyKey(owner)) : undefined;
  const to = OFFICE_TO.exec(speaker.name)?.[1]?.toLowerCase();
  const office = to ? OFFICES.find((word) => to.startsWith(word)) : undefined;
  if (to && !person) person = people.get(bodyKey(to));
  if (!person && office) {
    const holders = clusters.filter(
      (cluster) =>
        cluster.speaker.kind === "person" && (cluster.speaker.role ?? "").toLowerCase().includes(office),
    );
    if (holders.length === 1) person = holders[0]!.speaker.id;
  }
  const body = owner ? bodies.get(bodyKey(owner)) : undefined;
  const party = person
    ? votes.best(person)
    : body
      ? bodyParty(byId.get(body)!.speaker, places)
      : owner
        ? partyOf(owner, places)
        : null;
  if (party) votes.add(speaker.id, party, 2);
}

/**
 * Papers leave their own country out: "the secretary of state". Where other countries' officials are named as such and
 * one country is much spoken of without any, its officials are these.
 */
function homeCountry(
  clusters: readonly Cluster[],
  articles: readonly Article[],
  votes: Votes,
  places: Map<string, string>,
): void {
  const open = clusters.filter(
    ({ speaker }) =>
      speaker.kind === "person" && NATIONAL.test(speaker.role ?? "") && !votes.of.has(speaker.id),
  );
  if (open.length === 0) return;
  const taken = new Set<string>();
  for (const { speaker } of clusters) {
    const party = votes.best(speaker.id);
    if (speaker.kind === "person" && party?.startsWith("place:") && NATIONAL.test(speaker.role ?? ""))
      taken.add(party);
  }
  if (taken.size === 0) return;
  const all = [...countryWeights(articles)].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const free = all.filter(([key]) => !taken.has(key));
  const [first, second] = free;
  if (!first || first[1] < 4 || (second && second[1] * 1.5 > first[1])) return;
  const name = places.get(first[0]) ?? countryName(first[0], articles);
  if (!name) return;
  places.set(first[0], name);
  for (const { speaker } of open) votes.add(speaker.id, first[0], 1);
}

function countryName(key: string, articles: readonly Article[]): string | null {
  for (const article of articles) {
    for (const match of article.text.matchAll(/(?!The )\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?/gu)) {
      if (partyOf(match[0], new Map([[key, ""]])) === key && !/an$|ish$|ese$/.test(match[0])) return match[0];
    }
  }
  return null;
}

function assign(
  chosen: ReadonlyMap<string, string>,
  votes: Votes,
  sideOfArticle: ReadonlyMap<string, string>,
): Sides {
  const sideOf = new Map<string, string>();
  const ids = new Map([...chosen.keys()].map((key) => [key, hashId("d", key)]));
  const members = new Map<string, string[]>();
  for (const speaker of [...votes.of.keys()].sort()) {
    const party = votes.best(speaker, (key) => chosen.has(key));
    if (!party) continue;
    const id = ids.get(party)!;
    sideOf.set(speaker, id);
    members.set(id, [...(members.get(id) ?? []), speaker]);
  }
  const sides = [...chosen]
    .map(([key, name]) => ({ id: ids.get(key)!, name, members: members.get(ids.get(key)!) ?? [] }))
    .filter((side) => side.members.length > 0)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const kept = new Set(sides.map((side) => side.id));
  const articleSides = new Map<string, string>();
  for (const [article, key] of sideOfArticle) {
    const id = ids.get(key);
    if (id && kept.has(id)) articleSides.set(article, id);
  }
  return { sides, sideOf, sideOfArticle: articleSides };
}

interface Naming {
  places: ReadonlyMap<string, string>;
  byId: ReadonlyMap<string, Cluster>;
  bodies: ReadonlyMap<string, string>;
  names: ReadonlyMap<string, string>;
}

function choose(
  official: ReadonlyMap<string, string>,
  voices: ReadonlyMap<string, Set<string>>,
  { places, byId, bodies, names }: Naming,
): Map<string, string> {
  const chosen = new Map<string, string>();
  const nameOf = (key: string) => {
    if (places.has(key)) return places.get(key)!;
    const bare = key.slice("body:".length);
    const body = bodies.get(bare);
    return body ? byId.get(body)!.speaker.name : (official.get(key) ?? names.get(bare) ?? bare);
  };
  for (const key of [...official.keys()].sort()) chosen.set(key, nameOf(key));
  // one country alone is where things happen, not a party, unless it speaks in a readout
  const states = [...voices.keys()].filter((key) => places.has(key)).sort();
  const facing =
    states.length >= 2 || (states.length === 1 && [...official.keys()].some((key) => places.has(key)));
  if (facing) for (const key of states) chosen.set(key, nameOf(key));
  const others = [...voices]
    .filter(([key, who]) => {
      if (!key.startsWith("body:") || chosen.has(key)) return false;
      const name = nameOf(key);
      if (NEUTRAL.test(name) || !/\p{Lu}/u.test(name)) return false;
      const people = [...who].filter((id) => /^(?:person|unnamed)$/.test(byId.get(id)!.speaker.kind));
      return people.length > 0 && (bodies.has(key.slice("body:".length)) || PARTY.test(name));
    })
    .map(([key]) => key)
    .sort();
  if (others.length + chosen.size >= 2) for (const key of others) chosen.set(key, nameOf(key));
  return chosen;
}
