import type { Context, Reference } from "./context.ts";
import { create, sameGroup, tie } from "./describe.ts";
import type { Entity } from "./entity.ts";
import type { Mention } from "./mention.ts";
import { office } from "./offices.ts";
import { lastPair, leadingPair, prominent } from "./pairs.ts";
import { demonymKey, placeKey, seatKey } from "./places.ts";

const RULERS = new Set(
  "president minister premier king queen chancellor emperor prime-minister chief executive leader governor mayor head pope".split(
    " ",
  ),
);
const AIDES = new Set(
  "minister secretary spokes adviser official deputy director diplomat envoy ambassador chief".split(" "),
);

/** The country or body that stands for each party, the most spoken of first. */
function parties(context: Context): number[] {
  const weights = new Map<number, number>();
  const places = new Map<string, number>();
  for (const entity of context.entities)
    if (entity.type === "place" && entity.country) places.set(entity.country, entity.id);
  for (const token of context.mentions.tokens) {
    const key = token.capital ? (demonymKey(token.text) ?? seatKey(token.text)) : null;
    const place = key === null ? undefined : places.get(key);
    if (place !== undefined) weights.set(place, (weights.get(place) ?? 0) + 1);
  }
  const named = new Map<number, number[]>();
  for (const [mention, entity] of context.clusters.byMention)
    named.set(entity, [...(named.get(entity) ?? []), mention]);
  for (const entity of context.entities) {
    if (entity.type === "place") {
      // a dateline says where, not who; names count from the start, since "both sides" may come before them
      const all = (named.get(entity.id) ?? []).filter(
        (id) => !isDateline(context, context.mentions.list[id]!),
      );
      if (all.length === 0) continue;
      const told = all.filter((id) => context.mentions.list[id]!.grammar !== "oblique").length;
      weights.set(entity.id, (weights.get(entity.id) ?? 0) + told + 0.3 * (all.length - told));
    }
    if (entity.type === "person" && entity.country && places.has(entity.country)) {
      const place = places.get(entity.country)!;
      weights.set(place, (weights.get(place) ?? 0) + 3);
    } else if (entity.type === "body" && entity.names.size + (entity.heads.size > 0 ? 1 : 0) > 0) {
      weights.set(entity.id, (weights.get(entity.id) ?? 0) + entity.mentions.length);
    } else if (entity.type === "person" && entity.body >= 0) {
      weights.set(entity.body, (weights.get(entity.body) ?? 0) + 2);
    }
  }
  return [...weights].sort(([a, x], [b, y]) => y - x || a - b).map(([id]) => id);
}

/** "VALENTA — …" at the head of a paragraph. */
function isDateline(context: Context, mention: Mention): boolean {
  const { tokens } = context.mentions;
  return (
    tokens[mention.first - 1]?.paragraph !== mention.paragraph &&
    /^[A-Z\s]+$/.test(mention.name) &&
    /^[—–(,-]$/.test(tokens[mention.last + 1]?.text ?? "")
  );
}

/** Parties that people speak for: states with an office holder, bodies with a spokesperson. */
function spokenFor(context: Context): number[] {
  const counts = new Map<number, number>();
  for (const entity of context.entities) {
    if (entity.type !== "person" && entity.type !== "group" && entity.type !== "unnamed") continue;
    const party = entity.country ? (context.places.get(entity.country) ?? -1) : entity.body;
    if (party >= 0) counts.set(party, (counts.get(party) ?? 0) + 1);
  }
  return [...counts].sort(([a, x], [b, y]) => y - x || a - b).map(([id]) => id);
}

/** Both lists, made anew where a quarter more has been read since. */
function facing(context: Context): { ranked: number[]; voices: number[] } {
  const known = context.parties;
  if (known && context.history.length <= known.read * 1.25) return known;
  const made = { read: context.history.length, ranked: parties(context), voices: spokenFor(context) };
  context.parties = made;
  return made;
}

function placeOf(context: Context, country: string): Entity | undefined {
  const id = context.places.get(country);
  return id === undefined ? undefined : context.entities[id];
}

function recent(
  context: Context,
  accept: (entity: Entity, mention: Mention) => boolean,
  limit: number,
): { entity: number; mention: Mention }[] {
  const found: { entity: number; mention: Mention }[] = [];
  for (
    let k = context.history.length - 1;
    k >= 0 && k > context.history.length - 400 && found.length < limit;
    k--
  ) {
    const { mention, entities } = context.history[k]!;
    for (const id of entities) {
      if (found.some((item) => item.entity === id)) continue;
      if (accept(context.entities[id]!, mention)) found.push({ entity: id, mention });
    }
  }
  return found;
}

const isPerson = (entity: Entity) => entity.type === "person" && entity.names.size > 0;

/** Resolves "both ministers", "the two leaders", "both sides", "the presidents" to their holders. */
export function resolvePluralDescription(context: Context, mention: Mention): Reference {
  const two =
    /^(?:both|two|neither|each|either)$/.test(mention.determiner) || mention.modifiers.includes("two");
  const three = mention.modifiers.includes("three") || mention.determiner === "three";
  const count = two ? 2 : three ? 3 : 0;
  // "two people close to him" are new; "the two", "both", "these two" are known
  const bare = mention.determiner === "two" && mention.form === "description";
  const definite = (two && !bare) || mention.determiner === "the" || mention.determiner === "these";
  const { country, owner } = tie(context, mention);
  const group = (): Reference => {
    const same = sameGroup(context, mention, country, owner);
    if (same) return same;
    const entity = create(context, mention);
    entity.type = mention.type === "document" ? "document" : "group";
    entity.country ??= country;
    if (owner >= 0)
      entity.body = context.entities[owner]!.type === "person" ? context.entities[owner]!.body : owner;
    return { entities: [entity.id], antecedent: -1, score: 0.85, guess: [] };
  };
  if (/^(?:pair|duo|couple)$/.test(mention.head) && mention.determiner === "the" && mention.complement < 0) {
    const pair = resolvePluralPronoun(context, { ...mention, head: "both" });
    if (pair.entities.length === 2) return pair;
  }
  const offices = definite ? officesOf(context, mention) : null;
  if (offices) return { entities: offices, antecedent: -1, score: 0.85, guess: [] };
  if (/^(?:side|camp)$/.test(mention.head)) {
    const named = context.mentions.list.find(
      (item) => item.form === "name" && item.last === mention.last - 1 && item.inside === mention.id,
    );
    const party = named ? context.clusters.byMention.get(named.id) : undefined;
    if (party !== undefined) return { entities: [party], antecedent: named!.id, score: 0.9, guess: [] };
  }
  if (/^(?:side|camp)$/.test(mention.head) && country !== null) {
    if (country === context.sideCountry && context.clusters.side >= 0)
      return { entities: [context.clusters.side], antecedent: -1, score: 0.85, guess: [] };
    const place = placeOf(context, country);
    if (place) return { entities: [place.id], antecedent: place.mentions[0] ?? -1, score: 0.85, guess: [] };
  }
  if (!definite || country !== null || owner >= 0) return group();
  const head = office(mention.head);
  if (
    /^(?:side|party|camp|government|country|nation|capital|company|firm|union|club|organization|team|delegation|body|group|agency|association|institution)$/.test(
      mention.head,
    )
  ) {
    const bodies = two && !/^(?:side|camp|country|nation|government|capital|delegation)$/.test(mention.head);
    const pair = bodies ? pairOf(context, mention, isBody) : null;
    if (pair) return pair;
    if (
      !two &&
      mention.head !== "side" &&
      mention.head !== "party" &&
      mention.head !== "country" &&
      mention.head !== "government"
    )
      return group();
    const found = twoParties(context, mention.head);
    return found ? { entities: found, antecedent: -1, score: 0.75, guess: [] } : group();
  }
  let accept: (entity: Entity) => boolean;
  if (/^(?:leader|ruler)$/.test(head))
    accept = (entity) =>
      isPerson(entity) &&
      [...entity.heads].some((word) =>
        /^(?:president|premier|prime-minister|king|queen|chancellor|emperor|prime|leader|pope|governor|mayor|head)$/.test(
          word,
        ),
      );
  else if (
    /^(?:man|woman|person|people|men|women|rival|candidate|politician|figure|official|adviser|pair|duo|couple|colleague|friend)$/.test(
      head,
    )
  )
    accept = (entity) =>
      isPerson(entity) && (mention.gender === null || entity.gender !== (mention.gender === "m" ? "f" : "m"));
  else accept = (entity) => isPerson(entity) && [...entity.heads].map(office).includes(head);
  let found = recent(context, accept, count || 6);
  if (head === "adviser" || head === "official") {
    const aides = recent(
      context,
      (entity) => isPerson(entity) && [...entity.heads].map(office).some((word) => AIDES.has(word)),
      count || 6,
    );
    if (aides.length >= 2) found = aides;
  }
  if (head === "leader" && found.length < 2 && two) found = recent(context, isPerson, 2);
  if (two && !bare && mention.type === "group") {
    // "the two shepherds" again are those whom the text brought in so
    const same = sameGroup(context, mention, country, owner);
    if (same) return same;
    const fitting =
      found.length >= 2 ? accept : (entity: Entity) => isPerson(entity) && agrees(entity, mention);
    const pair = pairOf(context, mention, fitting);
    if (pair) return pair;
  }
  if (found.length < 2 || (count > 0 && found.length !== count)) return group();
  if (!count && found.length > 2 && !/^(?:president|minister|leader|king|governor|mayor|premier)$/.test(head))
    return group();
  return {
    entities: found.map((item) => item.entity).sort((a, b) => a - b),
    antecedent: found[0]!.mention.id,
    score: count ? 0.85 : 0.65,
    guess: [],
  };
}

const isBody = (entity: Entity) =>
  entity.type === "body" && (entity.names.size > 0 || entity.mentions.length > 1);

const agrees = (entity: Entity, mention: Mention) =>
  mention.gender === null || (entity.gender ?? entity.weakGender ?? mention.gender) === mention.gender;

/** The pair that "the two ministers" means: one just spoken of together, else the two most spoken of. */
function pairOf(context: Context, mention: Mention, accept: (entity: Entity) => boolean): Reference | null {
  const together = lastPair(context, mention, accept, 3);
  const leading = leadingPair(prominent(context, mention, accept));
  if (!together && !leading) return null;
  const [a, b] = leading?.pair ?? [];
  const best = together?.entities ?? [a!.entity, b!.entity];
  const antecedent = together?.mention.id ?? a!.mention.id;
  return {
    entities: [...best].sort((x, y) => x - y),
    antecedent,
    score: together ? 0.8 : Math.min(0.85, 0.35 + 0.6 * leading!.share),
    guess: [],
  };
}

/** "the presidents of Arland and Kestria": the holders of the office in each place, wherever the text names them. */
function officesOf(context: Context, mention: Mention): number[] | null {
  if (mention.complement < 0) return null;
  const { list, tokens } = context.mentions;
  const places = [list[mention.complement]!];
  for (;;) {
    const last = places.at(-1)!;
    const next = tokens[last.last + 1];
    const skip = next?.text === "," && tokens[last.last + 2]?.lower === "and" ? 3 : 2;
    if (!next || !/^(?:and|,)$/.test(next.lower)) break;
    const more = list.find((item) => item.first === last.last + skip && item.form === "name");
    if (!more) break;
    places.push(more);
  }
  if (places.length < 2) return null;
  const found: number[] = [];
  for (const place of places) {
    const key = placeKey(place.name);
    const holder = (context.byHead.get(office(mention.head)) ?? [])
      .map((id) => context.entities[id]!)
      .find(
        (entity) =>
          isPerson(entity) &&
          entity.country === key &&
          [...entity.heads].map(office).includes(office(mention.head)),
      );
    if (!holder) return null;
    found.push(holder.id);
  }
  return found.sort((a, b) => a - b);
}

function twoParties(context: Context, head: string): number[] | null {
  const ofType = (id: number) => {
    const { type } = context.entities[id]!;
    if (/^(?:country|nation|government|capital)$/.test(head)) return type === "place";
    if (/^(?:company|firm|union|club|organization|team)$/.test(head)) return type === "body";
    return type === "place" || type === "body";
  };
  const { ranked: all, voices: speaking } = facing(context);
  const ranked = all.filter(ofType);
  const states = ranked.filter((id) => context.entities[id]!.type === "place");
  const voices = speaking.filter(ofType);
  // two countries whose people speak, else the two most spoken of; bodies only where no two states face each other
  const chosen =
    states.length >= 2 && voices.some((id) => context.entities[id]!.type === "place")
      ? states
      : voices.length >= 2
        ? ranked.filter((id) => voices.includes(id))
        : [...new Set([...voices, ...ranked])];
  return chosen.length >= 2 ? chosen.slice(0, 2).sort((a, b) => a - b) : null;
}

/** The two people whom an official text is about: two with offices of different parties, both spoken of again. */
function principals(context: Context): number[] | null {
  if (context.clusters.side < 0 && context.doc.article.kind !== "readout") return null;
  const found = context.entities.filter(
    (entity) =>
      isPerson(entity) &&
      entity.mentions.length > 1 &&
      [...entity.heads].map(office).some((word) => RULERS.has(word) || AIDES.has(word)),
  );
  if (found.length === 2) return found.map((entity) => entity.id);
  // else the two named most, where a third is named less
  const count = (entity: Entity) => entity.mentions.length;
  const people = context.entities.filter(isPerson).sort((a, b) => count(b) - count(a) || a.id - b.id);
  const [first, second, third] = people;
  if (!first || !second || count(second) < 2 || (third && count(third) >= count(second))) return null;
  return [first.id, second.id].sort((a, b) => a - b);
}

/** Resolves "they", "both", "the two": the last plural, pair or group; else a body. */
export function resolvePluralPronoun(context: Context, pronoun: Mention): Reference {
  const two = pronoun.head === "both" ? principals(context) : null;
  if (two) return { entities: two, antecedent: -1, score: 0.75, guess: [] };
  const options = new Map<string, { entities: number[]; weight: number; mention: Mention }>();
  const offer = (entities: number[], weight: number, mention: Mention) => {
    const key = [...entities].sort((a, b) => a - b).join(",");
    const known = options.get(key);
    if (known) known.weight += 0.25 * weight;
    else options.set(key, { entities, weight, mention });
  };
  const { history } = context;
  for (let k = history.length - 1; k >= 0 && k > history.length - 40; k--) {
    const { mention, entities } = history[k]!;
    const distance = pronoun.sentence - mention.sentence;
    if (distance > 4) break;
    if (mention.first >= pronoun.first) continue;
    let weight =
      0.55 ** distance * (mention.grammar === "subject" ? 1 : mention.grammar === "object" ? 0.75 : 0.55);
    if (mention.quotation >= 0 && mention.quotation !== pronoun.quotation) weight *= 0.4;
    if (mention.inside >= 0) weight *= 0.6;
    if (entities.length > 1) {
      offer(entities, weight * 1.15, mention);
      continue;
    }
    const entity = context.entities[entities[0] ?? -1];
    if (!entity) continue;
    if (pronoun.head === "both") {
      if (!isPerson(entity) && entity.type !== "body" && entity.type !== "place") continue;
    } else if (entity.type === "group" || entity.plural)
      offer([entity.id], weight * (entity.type === "body" ? 1.3 : 1.1), mention);
    else if (entity.type === "body") offer([entity.id], weight * 0.5, mention);
    else if (entity.type === "place" && mention.grammar === "subject")
      offer([entity.id], weight * 0.4, mention);
    else if (entity.type === "unnamed") offer([entity.id], weight * 0.45, mention);
    // a pair: "Ruiz and Okafor", "X with Y" a few words before
    const before = history[k - 1];
    if (
      before &&
      before.entities.length === 1 &&
      before.mention.sentence === mention.sentence &&
      coordinated(context, before.mention, mention)
    ) {
      offer([before.entities[0]!, entity.id], 1.2 * 0.55 ** distance, mention);
    }
  }
  if (pronoun.head === "both") {
    for (const [key, option] of options) if (option.entities.length !== 2) options.delete(key);
  }
  if (pronoun.head === "both" && options.size === 0) {
    const near = prominent(context, pronoun, isPerson).filter(
      ({ mention }) => pronoun.sentence - mention.sentence <= 6,
    );
    const leading = leadingPair(near);
    if (leading)
      return {
        entities: leading.pair.map(({ entity }) => entity).sort((a, b) => a - b),
        antecedent: leading.pair[0].mention.id,
        score: Math.min(0.8, 0.3 + 0.6 * leading.share),
        guess: [],
      };
  }
  const [first, second] = [...options.values()].sort(
    (a, b) => b.weight - a.weight || a.mention.id - b.mention.id,
  );
  if (!first) return { entities: [], antecedent: -1, score: 0, guess: [] };
  const score =
    (first.weight / (first.weight + (second?.weight ?? 0))) * Math.min(1, 0.6 + first.weight) * 0.95;
  if (score < 0.5) return { entities: [], antecedent: first.mention.id, score, guess: first.entities };
  return {
    entities: [...first.entities].sort((a, b) => a - b),
    antecedent: first.mention.id,
    score,
    guess: [],
  };
}

/** True where "and" joins two mentions, with nothing else between. */
function coordinated(context: Context, a: Mention, b: Mention): boolean {
  const { tokens } = context.mentions;
  let end = a.last;
  if (a.complement >= 0) end = Math.max(end, context.mentions.list[a.complement]!.last);
  return end + 2 === b.first && /^(?:and|&)$/.test(tokens[end + 1]?.lower ?? "");
}
