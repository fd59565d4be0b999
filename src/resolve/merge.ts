import { hashId, ownVoiceId } from "../id.ts";
import { type Article, type Followed, NO_CONSTRAINTS, type Side, type Speaker } from "../model.ts";
import { bodyBag, bodyKey, governmentKey, isAcronymOf } from "./bodyName.ts";
import { nameByHand, regroup, type SpeakerConstraints, sideByHand } from "./by-ruling.ts";
import { fold } from "./fold.ts";
import { Groups } from "./group.ts";
import { groupPeople, type Item, offices } from "./people.ts";
import { fuller } from "./person.ts";
import { placeKey } from "./places.ts";
import { type Cluster, findSides } from "./sides/sides.ts";
import { tiesOf } from "./ties.ts";

/** What `mergeSpeakers` gives: the collection's speakers and sides, and the articles with `side` as a Side id. */
export interface Merged {
  speakers: Speaker[];
  sides: Side[];
  articles: Article[];
  /** Rulings on speakers that a later one overrode. */
  followed: Followed;
}

/**
 * One Speaker per holder over all documents, and the sides they are on. People go together by names that fit (initials,
 * transliterations, surnames with titles) and roles that don't clash; bodies by names, short names and acronyms; groups
 * and documents only under the same telling words; unnamed people never. The order of the articles changes nothing.
 * @param rulings whom people put together, parted, named and gave a side
 */
export function mergeSpeakers(
  articles: readonly Article[],
  rulings: SpeakerConstraints = NO_CONSTRAINTS,
): Merged {
  const ordered = [...articles].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const items: Item[] = [];
  for (const article of ordered) {
    for (const speaker of [...article.speakers].sort((a, b) => (a.id < b.id ? -1 : 1))) {
      const ties = tiesOf(speaker.role ?? "");
      if (speaker.kind === "group" || speaker.kind === "unnamed" || isRoleName(speaker)) {
        const own = tiesOf(speaker.name);
        ties.countries = [...new Set([...ties.countries, ...own.countries])];
        ties.maybe = [...new Set([...ties.maybe, ...own.maybe])];
        ties.bodies = [...new Set([...ties.bodies, ...own.bodies])];
      }
      items.push({ index: items.length, article: article.id, speaker, ties });
    }
  }
  namesOfBodies(items);
  const groups = new Groups(items.length);
  const named = items.filter((item) => item.speaker.kind === "person" && !isRoleName(item.speaker));
  const people = groupPeople(named);
  for (const group of people) for (const item of group) groups.join(group[0]!.index, item.index);
  joinRoles(
    items.filter((item) => item.speaker.kind === "person" && isRoleName(item.speaker)),
    people,
    groups,
  );
  joinBodies(
    items.filter((item) => item.speaker.kind === "body"),
    groups,
  );
  joinOffices(
    items.filter((item) => item.speaker.kind === "body"),
    people,
    groups,
  );
  joinSame(
    items.filter((item) => item.speaker.kind === "group" || item.speaker.kind === "document"),
    groups,
  );

  const clusters = collect(items, regroup(items, groups, rulings));
  const found = findSides(clusters, ordered);
  const { sideOfArticle } = found;
  const overruled: string[] = [];
  const speakers = nameByHand(
    clusters.map((cluster) => ({
      ...cluster.speaker,
      side: found.sideOf.get(cluster.speaker.id) ?? null,
    })),
    rulings,
    overruled,
  );
  const sides = sideByHand(speakers, found.sides, new Set(sideOfArticle.values()), rulings, overruled);
  const bySpeaker = new Map<string, string | null>();
  for (const speaker of speakers) for (const member of speaker.members) bySpeaker.set(member, speaker.side);
  return {
    speakers,
    sides,
    followed: { unmet: [], overruled: overruled.sort() },
    articles: articles.map((article) => ({
      ...article,
      side: sideOfArticle.get(article.id) ?? null,
      speakers: article.speakers.map((speaker) => ({ ...speaker, side: bySpeaker.get(speaker.id) ?? null })),
    })),
  };
}

/**
 * A single word that one document takes for a surname is a body where another shows it: "Palloway insists" beside
 * "Palloway Foods".
 */
function namesOfBodies(items: Item[]): void {
  const bodies = new Set<string>();
  const surnames = new Set<string>();
  for (const { speaker } of items) {
    if (speaker.kind === "body") {
      const words = bodyKey(speaker.name).split(/\s+/);
      if (words.length > 1) bodies.add(words[0]!);
      for (const name of [speaker.name, ...speaker.aliases]) bodies.add(bodyKey(name));
    } else if (speaker.kind === "person") {
      const words = speaker.name.split(" ");
      const titled = speaker.aliases.some((alias) => alias.split(" ").length > words.length);
      if (words.length > 1 || titled) surnames.add(fold(words.at(-1)!));
    }
  }
  for (const item of items) {
    const { speaker } = item;
    if (speaker.kind !== "person" || speaker.role !== null || isRoleName(speaker)) continue;
    const key = bodyKey(speaker.name);
    const titled = speaker.aliases.some((alias) => /^(?:Mr|Mrs|Ms|Dr|Miss|Sir)\b/.test(alias));
    const single = !speaker.name.includes(" ") && !surnames.has(fold(speaker.name));
    if (bodies.has(key) && !titled && (single || speaker.name.includes(" ")))
      item.speaker = { ...speaker, kind: "body" };
  }
}

/** Words that begin descriptions and no names. */
const OFFICE =
  /^(?:president|minister|prime|premier|king|queen|chancellor|mayor|governor|senator|secretary|ambassador|chair(?:man|woman)?|director|chief|head|leader|foreign|deputy|vice|former|acting|spokes(?:man|woman|person)|lawyer|attorney|judge|police|colleague|neighbou?r|author|owner|founder)$/i;

/** A person known only by a description: "Foreign minister of Kestria", "American president". */
function isRoleName(speaker: Speaker): boolean {
  if (speaker.kind !== "person") return false;
  const [first = "", ...rest] = speaker.name.split(" ");
  if (
    OFFICE.test(first) &&
    (rest.length === 0 || rest.some((word) => !/^\p{Lu}/u.test(word) || OFFICE.test(word)))
  )
    return true;
  return /(?:^|\s)\p{Ll}{3,}(?=\s|$)/u.test(
    speaker.name.replace(/\b(?:van|von|der|den|de|da|di|del|della|dos|bin|ibn|ben|the)\b/g, ""),
  );
}

/** "The American president" joins the one person who is president of that country; else those described alike. */
function joinRoles(items: Item[], people: Item[][], groups: Groups): void {
  const alike = new Map<string, Item>();
  for (const item of items) {
    const heads = offices(item.speaker.name);
    const { countries, bodies } = item.ties;
    if (heads.size > 0) {
      const fitting = people.filter((group) => {
        const roles = group.map((other) => other.speaker.role ?? "");
        const titles = new Set(roles.flatMap((role) => [...offices(role)]));
        if (countries.length === 0 && group.some((other) => other.article === item.article)) return false;
        const places = new Set(group.flatMap((other) => other.ties.countries));
        const firms = group.flatMap((other) => other.ties.bodies);
        // "the Prime Minister" alone is whoever the collection calls so; a president or spokesman needs his country or body
        const tied =
          countries.length > 0
            ? countries.some((country) => places.has(country))
            : bodies.length > 0
              ? bodies.some((body) => firms.some((firm) => sameBody(body, firm))) ||
                (firms.length === 0 && places.size === 0)
              : [...heads].every((head) =>
                  /^(?:prime minister|president|king|queen|mayor|governor)$/.test(head),
                );
        return [...heads].some((head) => titles.has(head)) && tied && portfolioFits(item.speaker.name, roles);
      });
      if (fitting.length === 1) {
        groups.join(fitting[0]![0]!.index, item.index);
        continue;
      }
    }
    if (countries.length === 0 && item.ties.bodies.length === 0) continue;
    const key = `${[...heads].sort().join()} ${countries.join()} ${item.ties.bodies.join()} ${portfolio(item.speaker.name)}`;
    const known = alike.get(key);
    if (known && known.article !== item.article) groups.join(known.index, item.index);
    else alike.set(key, item);
  }
}

/** "Prime Minister Sarrant’s office" is the Office of the Prime Minister. */
function joinOffices(items: Item[], people: Item[][], groups: Groups): void {
  const owned = /^(?:(?:Mr|Mrs|Ms|Dr)\.? )?(.+?)['’]s? office$/;
  const official = /^Office of the (President|Prime Minister|Chancellor|Mayor|Governor|King|Queen)\b/;
  const byOffice = new Map<string, Item[]>();
  for (const item of items) {
    const office = official.exec(item.speaker.name)?.[1]?.toLowerCase();
    if (office) byOffice.set(office, [...(byOffice.get(office) ?? []), item]);
  }
  for (const item of items) {
    const owner = owned.exec(item.speaker.name)?.[1];
    if (!owner) continue;
    const holder = people.find((group) =>
      group.some((other) =>
        [other.speaker.name, ...other.speaker.aliases].some(
          (name) => owner === name || owner.endsWith(` ${name}`),
        ),
      ),
    );
    const roles =
      `${owner} ${(holder ?? []).map((other) => `${other.speaker.role ?? ""} ${other.speaker.aliases.join(" ")}`).join(" ")}`.toLowerCase();
    const countries = new Set((holder ?? []).flatMap((other) => other.ties.countries));
    for (const [office, bodies] of [...byOffice].sort()) {
      if (!roles.includes(office) || (office === "president" && countries.size === 0 && bodies.length > 1))
        continue;
      const fitting = bodies.filter((body) => {
        const [country] = tiesOf(body.speaker.name).countries;
        return country === undefined || countries.size === 0 || countries.has(country);
      });
      if (new Set(fitting.map((body) => groups.find(body.index))).size === 1)
        groups.join(fitting[0]!.index, item.index);
    }
  }
}

function sameBody(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);
}

function portfolio(text: string): string {
  return [
    ...text
      .toLowerCase()
      .matchAll(
        /\b(?:foreign|interior|defen[cs]e|finance|justice|health|labou?r|education|trade|energy|water|transport|agriculture|environment|culture|home|economy|vice|deputy|prime)\b/g,
      ),
  ]
    .map((match) => match[0])
    .sort()
    .join(" ");
}

function portfolioFits(name: string, roles: string[]): boolean {
  const wanted = portfolio(name);
  if (wanted === "") return true;
  return roles.some((role) => portfolio(role) === wanted) || roles.every((role) => portfolio(role) === "");
}

function joinBodies(items: Item[], groups: Groups): void {
  const byKey = new Map<string, Item>();
  const join = (key: string, item: Item) => {
    const known = byKey.get(key);
    if (known) groups.join(known.index, item.index);
    else byKey.set(key, item);
  };
  for (const item of items) {
    const names = [item.speaker.name, ...item.speaker.aliases];
    for (const name of names) {
      const state = governmentKey(name);
      if (state) join(state, item);
      if (isNamed(name)) {
        join(`name ${bodyKey(name)}`, item);
        join(`bag ${bodyBag(name)}`, item);
      } else if (bodyBag(name).includes(" ")) join(`bag ${bodyBag(name)}`, item);
      // an invented country under its bare name, found by the words that governments of it are called by
      if (/^\p{Lu}[\p{L}-]+$/u.test(name)) join(`state ${name.toLowerCase()}`, item);
    }
  }
  for (const [key, item] of [...byKey]) {
    if (!key.startsWith("place:")) continue;
    for (const other of items) {
      if (/^\p{Lu}[\p{Ll}-]+$/u.test(other.speaker.name) && samePlace(key, other.speaker.name))
        groups.join(item.index, other.index);
    }
  }
  ministries(items, groups);
  shortNames(items, groups);
}

/** "The Drevian ministry" is the Ministry of Defence of Drevia where no other ministry of Drevia is spoken of. */
function ministries(items: Item[], groups: Groups): void {
  const kind = /\b(ministry|army|parliament|court|embassy|police)\b/i;
  const described = items.filter(
    (item) => kind.test(item.speaker.name) && !isNamed(item.speaker.name.replace(/^\p{Lu}\S+ /u, "")),
  );
  for (const item of described) {
    const word = kind.exec(item.speaker.name)![1]!.toLowerCase();
    const ties = tiesOf(item.speaker.name);
    if (ties.countries.length !== 1 || bodyBag(item.speaker.name).split(" ").length > 2) continue;
    const fitting = new Set<number>();
    for (const other of items) {
      if (
        other === item ||
        !bodyKey(other.speaker.name).split(/\s+/).includes(word) ||
        described.includes(other)
      )
        continue;
      if (tiesOf(other.speaker.name).countries[0] === ties.countries[0])
        fitting.add(groups.find(other.index));
    }
    if (fitting.size === 1) groups.join([...fitting][0]!, item.index);
  }
}

function samePlace(key: string, name: string): boolean {
  const stem = key.slice("place:".length);
  const folded = fold(name);
  return folded.startsWith(stem) && folded.length - stem.length <= 2;
}

/** A body that has a name: a capital inside its words, not only at the start of a description. */
function isNamed(name: string): boolean {
  return /\s\p{Lu}/u.test(name) || /^\p{Lu}{2,}/u.test(name) || /^\p{Lu}[\p{L}'’-]+$/u.test(name);
}

/** "Corrigan-Voss" and "Corrigan-Voss Chemicals", "Local 88", "OBC": only where one longer name fits. */
function shortNames(items: Item[], groups: Groups): void {
  const byWord = new Map<string, Item[]>();
  const named = items.filter((item) => isNamed(item.speaker.name));
  for (const item of named) {
    for (const word of new Set(bodyKey(item.speaker.name).split(/\s+/))) {
      const list = byWord.get(word);
      if (list) list.push(item);
      else byWord.set(word, [item]);
    }
  }
  for (const item of named) {
    const key = bodyKey(item.speaker.name);
    const first = key.split(/\s+/)[0]!;
    const longer = new Set<number>();
    const candidates = /^\p{Lu}{2,7}$/u.test(item.speaker.name) ? named : (byWord.get(first) ?? []);
    for (const other of candidates) {
      const otherKey = bodyKey(other.speaker.name);
      if (otherKey === key) continue;
      // "Kestria" is not the Office of the President of Kestria
      const part =
        otherKey.startsWith(`${key} `) ||
        (otherKey.endsWith(` ${key}`) &&
          !/ (?:of|for|in|at|the|and)$/.test(otherKey.slice(0, -key.length - 1)));
      const head =
        !/^(?:ministry|office|court|union|bank|university|department|police|commission|council|party|government|national|state|federal|united|new)$/.test(
          key,
        );
      if ((part && head && key.length > 3) || isAcronymOf(item.speaker.name, other.speaker.name))
        longer.add(groups.find(other.index));
    }
    longer.delete(groups.find(item.index));
    if (longer.size === 1) groups.join([...longer][0]!, item.index);
  }
}

/** Groups and documents: the same words with a country, a body or a name in them. */
function joinSame(items: Item[], groups: Groups): void {
  const byKey = new Map<string, Item>();
  for (const item of items) {
    const telling =
      item.ties.countries.length > 0 || item.ties.bodies.length > 0 || /\s\p{Lu}/u.test(item.speaker.name);
    if (!telling) continue;
    const key = `${item.speaker.kind} ${bodyBag(item.speaker.name)}`;
    const known = byKey.get(key);
    if (known) groups.join(known.index, item.index);
    else byKey.set(key, item);
  }
}

function collect(items: readonly Item[], groups: Groups): Cluster[] {
  const clusters = groups.sets(items).map((members) => ({ members, speaker: speakerOf(members) }));
  // two holders under one name and kind keep apart by their first member
  const seen = new Map<string, number>();
  for (const { speaker } of clusters) seen.set(speaker.id, (seen.get(speaker.id) ?? 0) + 1);
  for (const cluster of clusters) {
    if (seen.get(cluster.speaker.id)! > 1)
      cluster.speaker.id = hashId(
        "k",
        fold(cluster.speaker.name),
        cluster.speaker.kind,
        cluster.speaker.members[0]!,
      );
  }
  return clusters.sort((a, b) => (a.speaker.id < b.speaker.id ? -1 : 1));
}

function speakerOf(members: readonly Item[]): Speaker {
  const named = members.filter((item) => !isRoleName(item.speaker));
  const pool = named.length > 0 ? named : members;
  const { kind } = pool[0]!.speaker;
  const names = pool.map((item) => item.speaker.name).sort();
  const name = kind === "person" ? names.reduce(fuller) : bestBodyName(pool);
  const aliases = new Set(members.flatMap((item) => [item.speaker.name, ...item.speaker.aliases]));
  aliases.delete(name);
  const roles = new Map<string, number>();
  for (const item of members)
    if (item.speaker.role) roles.set(item.speaker.role, (roles.get(item.speaker.role) ?? 0) + 1);
  const role =
    [...roles].sort(([a, x], [b, y]) => weightOf(b, y) - weightOf(a, x) || (a < b ? -1 : 1))[0]?.[0] ?? null;
  const ids = [...new Set(members.map((item) => item.speaker.id))].sort();
  const key =
    kind === "body"
      ? (governmentKey(name) ?? bodyKey(name))
      : kind === "person" && named.length > 0
        ? fold(name)
        : `${fold(name)} ${ids[0]}`;
  return {
    id: hashId("k", key, kind),
    name,
    kind,
    aliases: [...aliases].sort(),
    role,
    side: null,
    members: ids,
  };
}

/** A country's own name before "the government of"; else the longest name. */
function bestBodyName(pool: readonly Item[]): string {
  const names = [...new Set(pool.map((item) => item.speaker.name))].sort();
  if (pool.some((item) => item.speaker.id === ownVoiceId(item.article))) {
    return pool
      .filter((item) => item.speaker.id === ownVoiceId(item.article))
      .map((item) => item.speaker.name)
      .sort()[0]!;
  }
  const states = new Set(names.map(governmentKey));
  const bare = names.filter(
    (name) => !name.includes(" ") && (governmentKey(name) !== null || states.has(placeKey(name))),
  );
  if (bare.length > 0) return bare[0]!;
  return names.reduce((best, name) => (name.length > best.length ? name : best));
}

/** Roles that say of what, and that several documents give, first. */
function weightOf(role: string, count: number): number {
  const ties = tiesOf(role);
  return count + (ties.countries.length + ties.bodies.length > 0 ? 1.5 : 0) + Math.min(role.length, 40) / 100;
}
