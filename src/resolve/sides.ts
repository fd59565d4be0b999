import { hashId } from "../id.ts";
import type { Article, Side, Speaker } from "../model.ts";
import { bodyKey, governmentKey } from "./bodyName.ts";
import { ownVoiceId } from "./narrator.ts";
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
  /\b(?:spokes(?:man|woman|person)|president|chief executive|chairman|chairwoman|director|lawyer|attorney|counsel|secretary|leader|head|owner|founder|steward|captain|manager|executive|minister|adviser|aide)\b/i;

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
  const votes = new Map<string, Map<string, number>>();
  const voices = new Map<string, Set<string>>();
  const vote = (speaker: string, party: string, weight: number) => {
    const list = votes.get(speaker) ?? new Map<string, number>();
    list.set(party, (list.get(party) ?? 0) + weight);
    votes.set(speaker, list);
    const who = voices.get(party) ?? new Set<string>();
    who.add(speaker);
    voices.set(party, who);
  };
  const bodies = new Map<string, string>();
  for (const { speaker } of clusters) {
    if (speaker.kind !== "body") continue;
    for (const name of [speaker.name, ...speaker.aliases]) bodies.set(bodyKey(name), speaker.id);
  }
  const byId = new Map(clusters.map((cluster) => [cluster.speaker.id, cluster]));
  const partyOfBody = (id: string): string => {
    const { speaker } = byId.get(id)!;
    return bodyParty(speaker, places);
  };
  for (const cluster of clusters) {
    const { speaker } = cluster;
    if (speaker.kind === "document") continue;
    if (speaker.kind === "body") {
      vote(speaker.id, bodyParty(speaker, places), 3);
      continue;
    }
    for (const item of cluster.members) {
      const texts = [item.speaker.role ?? "", speaker.kind === "person" ? "" : item.speaker.name].filter(
        Boolean,
      );
      let tied = false;
      for (const text of texts) {
        for (const country of item.ties.countries) {
          if (!places.has(country)) continue;
          vote(speaker.id, country, 2);
          tied = true;
        }
        if (tied) continue;
        for (const body of tiesOf(text).bodies) {
          const found = bodies.get(body);
          const party = found ? partyOfBody(found) : `body:${body}`;
          vote(speaker.id, party, VOICE.test(text) ? 2 : 1);
          tied = true;
        }
      }
      const article = sideOfArticle.get(item.article);
      if (
        !tied &&
        article &&
        item.speaker.role &&
        VOICE.test(item.speaker.role) &&
        item.speaker.role.split(" ").length <= 3
      )
        vote(speaker.id, article, 1);
    }
  }
  const chosen = choose(official, voices, places, byId, bodies);
  const sideOf = new Map<string, string>();
  const ids = new Map<string, string>();
  for (const key of chosen.keys()) ids.set(key, hashId("d", key));
  const members = new Map<string, string[]>();
  for (const [speaker, list] of [...votes].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const open = [...list]
      .filter(([party]) => chosen.has(party))
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    const [best, second] = open;
    if (!best || (second && second[1] === best[1])) continue;
    const id = ids.get(best[0])!;
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

/** The words of the front matter: from the document's own-voice speaker, since a saved collection has an id in `side`. */
export function sideWords(article: Article): string | null {
  const own = article.speakers.find((speaker) => speaker.id === ownVoiceId(article.id));
  if (own) return own.name;
  return article.side && !/^d_[0-9a-z]{20}$/.test(article.side) ? article.side : null;
}

/** Countries by key with the name that the documents use. */
function placeNames(clusters: readonly Cluster[], articles: readonly Article[]): Map<string, string> {
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
  if (keys.size === 0) return new Map();
  const add = (key: string, word: string) => {
    const list = names.get(key) ?? new Map<string, number>();
    list.set(word, (list.get(word) ?? 0) + 1);
    names.set(key, list);
  };
  for (const article of articles) {
    for (const match of article.text.matchAll(/\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?/gu)) {
      for (const word of new Set([match[0], match[0].split(" ")[0]!, match[0].split(" ").at(-1)!])) {
        const state = placeStem(word, keys);
        if (state) add(state, word);
      }
    }
  }
  const result = new Map<string, string>();
  for (const key of [...keys].sort()) {
    const list = [...(names.get(key) ?? [])].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    if (list[0]) result.set(key, list[0][0]);
  }
  return result;
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
function partyOf(words: string, places: ReadonlyMap<string, string>): string {
  const state = governmentKey(words);
  if (state && places.has(state)) return state;
  const country = tiesOf(words).countries.find((key) => places.has(key));
  return country ?? `body:${bodyKey(words)}`;
}

function bodyParty(speaker: Speaker, places: ReadonlyMap<string, string>): string {
  for (const name of [speaker.name, ...speaker.aliases]) {
    const state = governmentKey(name) ?? placeStem(name, new Set(places.keys()));
    if (state && places.has(state)) return state;
  }
  const country =
    tiesOf(speaker.name).countries.find((key) => places.has(key)) ??
    tiesOf(speaker.role ?? "").countries.find((key) => places.has(key));
  return country ?? `body:${bodyKey(speaker.name)}`;
}

function choose(
  official: ReadonlyMap<string, string>,
  voices: ReadonlyMap<string, Set<string>>,
  places: ReadonlyMap<string, string>,
  byId: ReadonlyMap<string, Cluster>,
  bodies: ReadonlyMap<string, string>,
): Map<string, string> {
  const chosen = new Map<string, string>();
  const nameOf = (key: string) => {
    if (places.has(key)) return places.get(key)!;
    const body = bodies.get(key.slice("body:".length));
    return body ? byId.get(body)!.speaker.name : (official.get(key) ?? key.slice("body:".length));
  };
  for (const key of [...official.keys()].sort()) chosen.set(key, nameOf(key));
  const states = [...voices].filter(([key, who]) => places.has(key) && who.size > 0).map(([key]) => key);
  const facing = [...voices]
    .filter(([key, who]) => {
      if (!key.startsWith("body:") || chosen.has(key)) return false;
      const body = bodies.get(key.slice("body:".length));
      if (!body) return false;
      const name = byId.get(body)!.speaker.name;
      const people = [...who].filter(
        (id) => byId.get(id)!.speaker.kind === "person" || byId.get(id)!.speaker.kind === "unnamed",
      );
      return people.length > 0 && !NEUTRAL.test(name) && /\p{Lu}/u.test(name);
    })
    .map(([key]) => key);
  if (states.length + official.size >= 2 || states.length >= 2)
    for (const key of states.sort())
      if (states.length >= 2 || official.size > 0) chosen.set(key, nameOf(key));
  if (facing.length + chosen.size >= 2) for (const key of facing.sort()) chosen.set(key, nameOf(key));
  return chosen;
}
