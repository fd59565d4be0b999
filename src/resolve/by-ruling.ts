/** What people ruled about speakers: who is the same, who is not, what they are called, on whose side they are. */
import { hashId } from "../id.ts";
import type { Constraints, Side, Speaker } from "../model.ts";
import { fold } from "./fold.ts";
import { Groups } from "./group.ts";
import type { Item } from "./people.ts";

export type SpeakerConstraints = Pick<Constraints, "sameSpeaker" | "notSameSpeaker" | "names" | "sides">;

/** The groups with those parted who are not the same, and those joined who are. */
export function regroup(items: readonly Item[], groups: Groups, rulings: SpeakerConstraints): Groups {
  if (rulings.sameSpeaker.length === 0 && rulings.notSameSpeaker.length === 0) return groups;
  const byId = new Map(items.map((item) => [item.speaker.id, item]));
  const itemsOf = (pairs: SpeakerConstraints["sameSpeaker"]) =>
    pairs.flatMap(({ pair }) => {
      const [a, b] = pair.map((id) => byId.get(id));
      return a && b ? [[a, b] as const] : [];
    });
  const same = itemsOf(rulings.sameSpeaker);
  const apart = itemsOf(rulings.notSameSpeaker);
  const bound = new Groups(items.length);
  for (const [a, b] of same) bound.join(a.index, b.index);
  const parted = part(items, groups, bound, apart);
  for (const [a, b] of same) parted.join(a.index, b.index);
  // Two who must not meet may have come together through third ones.
  return part(items, parted, bound, apart);
}

/** Each group that holds two who are not the same is parted; the others go with the one they are more like. */
function part(
  items: readonly Item[],
  groups: Groups,
  bound: Groups,
  apart: readonly (readonly [Item, Item])[],
): Groups {
  const made = new Groups(items.length);
  for (const members of groups.sets(items)) {
    const here = new Set(members);
    const enemies = new Map<number, Set<number>>();
    for (const [a, b] of apart) {
      if (!here.has(a) || !here.has(b)) continue;
      const [x, y] = [bound.find(a.index), bound.find(b.index)];
      enemies.set(x, (enemies.get(x) ?? new Set()).add(y));
      enemies.set(y, (enemies.get(y) ?? new Set()).add(x));
    }
    const parts: { bonds: Set<number>; members: Item[]; firm: Item[] }[] = [];
    const loose: Item[] = [];
    for (const item of members) {
      const bond = bound.find(item.index);
      const foes = enemies.get(bond);
      if (!foes) {
        loose.push(item);
        continue;
      }
      const home =
        parts.find(({ bonds }) => bonds.has(bond)) ??
        parts.find(({ bonds }) => ![...bonds].some((other) => foes.has(other)));
      if (home) {
        home.bonds.add(bond);
        home.members.push(item);
        home.firm.push(item);
      } else parts.push({ bonds: new Set([bond]), members: [item], firm: [item] });
    }
    if (parts.length === 0) parts.push({ bonds: new Set(), members: [], firm: [] });
    const chosen = new Map<number, (typeof parts)[number]>();
    for (const item of loose) {
      const bond = bound.find(item.index);
      const likeness = (one: (typeof parts)[number]) =>
        Math.max(0, ...one.firm.map((other) => alike(item, other)));
      const best =
        chosen.get(bond) ?? parts.reduce((top, one) => (likeness(one) > likeness(top) ? one : top));
      chosen.set(bond, best);
      best.members.push(item);
    }
    for (const { members: own } of parts) for (const item of own) made.join(own[0]!.index, item.index);
  }
  return made;
}

/** How much two documents' speakers look like one: name, other names, words of their roles, what they are tied to. */
function alike(a: Item, b: Item): number {
  const names = ({ speaker }: Item) => new Set([speaker.name, ...speaker.aliases].map(fold));
  const words = ({ speaker }: Item) => new Set((speaker.role ?? "").toLowerCase().match(/\p{L}{3,}/gu) ?? []);
  const both = <T>(x: ReadonlySet<T>, y: ReadonlySet<T>) => [...x].filter((one) => y.has(one)).length;
  const ties = ({ ties: { countries, bodies } }: Item) => new Set([...countries, ...bodies]);
  return (
    (fold(a.speaker.name) === fold(b.speaker.name) ? 2 : 0) +
    Math.min(2, both(names(a), names(b))) +
    both(words(a), words(b)) +
    2 * both(ties(a), ties(b))
  );
}

/** Names as people gave them; what the documents call a speaker stays among its other names. Ids stay as they are. */
export function nameByHand(
  speakers: readonly Speaker[],
  { names }: SpeakerConstraints,
  overruled: string[],
): Speaker[] {
  if (names.length === 0) return [...speakers];
  const given = latest(
    speakers,
    names.map(({ ruling, speaker, name }) => ({ ruling, speaker, value: name })),
    overruled,
  );
  return speakers.map((speaker) => {
    const name = given.get(speaker.id)?.value ?? speaker.name;
    if (name === speaker.name) return speaker;
    const aliases = [...new Set([...speaker.aliases, speaker.name])].filter((one) => one !== name).sort();
    return { ...speaker, name, aliases };
  });
}

/** Sets sides as people gave them, and gives the sides with their members; a side that nobody had yet is made. */
export function sideByHand(
  speakers: Speaker[],
  sides: readonly Side[],
  ofArticles: ReadonlySet<string>,
  rulings: SpeakerConstraints,
  overruled: string[],
): Side[] {
  if (rulings.sides.length === 0) return [...sides];
  const all = new Map(sides.map((side) => [side.id, side]));
  const given = latest(
    speakers,
    rulings.sides.map(({ ruling, speaker, side }) => ({ ruling, speaker, value: side })),
    overruled,
  );
  for (const speaker of speakers) {
    const set = given.get(speaker.id);
    if (!set) continue;
    if (set.value === null) speaker.side = null;
    else {
      const name = set.value;
      const known = [...all.values()].find((side) => side.id === name || fold(side.name) === fold(name));
      const side = known ?? { id: hashId("d", "by hand", fold(name)), name, members: [] };
      all.set(side.id, side);
      speaker.side = side.id;
    }
  }
  return [...all.values()]
    .map((side) => ({
      ...side,
      members: speakers
        .filter((speaker) => speaker.side === side.id)
        .map((speaker) => speaker.id)
        .sort(),
    }))
    .filter((side) => side.members.length > 0 || ofArticles.has(side.id))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What was last set for each speaker of the collection, by way of any of its documents' speakers. */
function latest<T>(
  speakers: readonly Speaker[],
  rules: readonly { ruling: string; speaker: string; value: T }[],
  overruled: string[],
): Map<string, { ruling: string; value: T }> {
  const whose = new Map(speakers.flatMap((one) => one.members.map((member) => [member, one.id] as const)));
  const found = new Map<string, { ruling: string; value: T }>();
  for (const { ruling, speaker, value } of rules) {
    const id = whose.get(speaker);
    if (id === undefined) continue;
    const before = found.get(id);
    if (before && before.value !== value) overruled.push(before.ruling);
    found.set(id, { ruling, value });
  }
  return found;
}
