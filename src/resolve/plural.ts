import { classFit, isBodyClass } from "./body-class.ts";
import type { Context, Reference } from "./context.ts";
import { create, sameGroup, tie } from "./describe.ts";
import type { Entity } from "./entity.ts";
import { joinedBefore, namedBehind } from "./joined.ts";
import type { Mention } from "./mention.ts";
import { office } from "./offices.ts";
import { agrees, bringsInTwo, isPerson, lastPair, leadingPair, numberOf, prominent } from "./pairs.ts";
import { demonymKey, placeKey, seatKey } from "./places.ts";
import { AIDES, resolvePluralPronoun } from "./several.ts";
import { family, kinOf } from "./tied.ts";

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

/** Resolves "both ministers", "the two leaders", "both sides", "the presidents" to their holders. */
export function resolvePluralDescription(context: Context, mention: Mention): Reference {
  const count = numberOf(mention);
  const two = count === 2;
  const kin = family(context, mention) ?? kinOf(context, mention, count);
  if (kin) return kin;
  const called = bodyByPlural(context, mention);
  if (called) return called;
  const told = namedBehind(context, mention);
  if (told) return { entities: told.entities, antecedent: told.mention.id, score: 0.9, guess: [] };
  const known = two && !bringsInTwo(mention);
  const definite = known || mention.determiner === "the" || mention.determiner === "these";
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
  const together = joinedAs(context, mention, count);
  if (together) return together;
  const head = office(mention.head);
  if (
    /^(?:side|party|camp|government|country|nation|capital|company|firm|union|club|organization|team|delegation|body|group|agency|association|institution)$/.test(
      mention.head,
    )
  ) {
    const bodies = two && !/^(?:side|camp|country|nation|government|capital|delegation)$/.test(mention.head);
    const pair = bodies
      ? pairOf(context, mention, (entity) => isBody(entity) && isBodyOf(mention.head, entity))
      : null;
    if (pair) return pair;
    if (
      !two &&
      mention.head !== "side" &&
      mention.head !== "party" &&
      mention.head !== "country" &&
      mention.head !== "government"
    )
      return group();
    const found = facingParties(context, mention.head, count || 2);
    const guest = found ? visiting(context, mention, found) : -1;
    if (guest >= 0) return { entities: [guest], antecedent: -1, score: 0.75, guess: [] };
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
  // of two ministers one may be a secretary of state
  else if (head === "minister")
    accept = (entity) => isPerson(entity) && (entity.heads.has("minister") || entity.heads.has("secretary"));
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
  if (head === "leader" && count >= 2 && found.length < count) {
    // a general or a founder at the table is one of "the three leaders" where nobody else is named
    const all = recent(context, isPerson, count + 1);
    if (two || all.length === count) found = all.slice(0, count);
  }
  if (known && mention.type === "group") {
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

/** "the Greens" for the Green Alliance, "the Danes" for the Danish group: the one body that has the word in its name or comes from there. */
function bodyByPlural(context: Context, mention: Mention): Reference | null {
  const word = context.mentions.tokens[mention.last]!;
  if (mention.determiner !== "the" || mention.modifiers.length > 0 || !word.capital || !/s$/.test(word.text))
    return null;
  const stem = word.lower.slice(0, -1);
  const country = demonymKey(word.text);
  if (country !== null && context.places.has(country)) return null;
  const all = context.entities.filter(({ type, names }) => type === "body" && names.size > 0);
  const named = all.filter(({ words, mentions }) => mentions.length > 0 && words.has(stem));
  const found =
    named.length > 0 ? named : country === null ? [] : all.filter((entity) => entity.country === country);
  const [body] = found;
  if (!body || found.length > 1) return null;
  return { entities: [body.id], antecedent: body.mentions[0] ?? -1, score: 0.8, guess: [] };
}

const isBody = (entity: Entity) =>
  entity.type === "body" && (entity.names.size > 0 || entity.mentions.length > 1);

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

const COMPANIONS =
  /^(?:brother|sister|sibling|cousin|twin|spouse|couple|pair|duo|trio|man|men|woman|women|friend|colleague|partner|lover|newlyweds?)$/;
const STATES =
  /^(?:president|minister|premier|king|queen|chancellor|secretary|leader|governor|mayor|ambassador|envoy)$/;

/**
 * "the cousins", "both women", "the Ministers": the set that the text called so before or joined by "and" and whose members
 * can all be that; kin of one surname.
 */
function joinedAs(context: Context, mention: Mention, count: number): Reference | null {
  const head = office(mention.head);
  for (let k = context.history.length - 1; k >= 0 && k > context.history.length - 400; k--) {
    const { mention: past, entities } = context.history[k]!;
    if (past.first >= mention.first || entities.length < 2 || past.form !== "description") continue;
    if (past.head === mention.head && (count === 0 || count === entities.length))
      return { entities: [...entities].sort((a, b) => a - b), antecedent: past.id, score: 0.85, guess: [] };
  }
  const companions = COMPANIONS.test(mention.head);
  const fits = (id: number) => {
    const entity = context.entities[id]!;
    if (BODIES.test(mention.head) && isBodyOf(mention.head, entity)) return true;
    if (!isPerson(entity) || !agrees(entity, mention)) return false;
    return companions || [...entity.heads].map(office).includes(head);
  };
  for (const { entities, mention: past, distance } of joinedBefore(context, mention, companions ? 12 : 8)) {
    if (count > 0 && entities.length !== count) continue;
    const own = entities.filter(fits).length;
    const persons = entities.every((id) => isPerson(context.entities[id]!));
    // of three at a table one may be a secretary of state
    const enough =
      own === entities.length || (STATES.test(head) && persons && own > 0 && own * 2 >= entities.length);
    if (!enough) continue;
    return {
      entities: [...entities].sort((a, b) => a - b),
      antecedent: past.id,
      score: 0.85 - 0.02 * distance,
      guess: [],
    };
  }
  return null;
}

/** True where a body can be what a noun calls it: an authority is no company. */
function isBodyOf(noun: string, entity: Entity): boolean {
  if (entity.type !== "body" && entity.type !== "place" && entity.type !== null) return false;
  return entity.type === "place" || !isBodyClass(noun) || classFit(noun, entity) > 0.3;
}

const BODIES =
  /^(?:side|party|government|country|nation|company|firm|union|club|organi[sz]ation|team|body|group|agency|association|institution|bank|airline|paper|newspaper|charity|university|college|court|council|ministry|village|town|city|island|neighbou?r|rival|maker|partner|sponsor|backer|organi[sz]er|manufacturer|regulator|publisher|broadcaster|hospital|school)$/;

/** "The visiting side" in a state's own text: of the two the one that the text doesn't speak for; -1 where it may be either. */
function visiting(context: Context, mention: Mention, both: readonly number[]): number {
  const home = context.sideCountry;
  if (home === null || !/^(?:side|delegation)$/.test(mention.head)) return -1;
  const away = mention.modifiers.some((word) => /^(?:visiting|other|opposite|guest)$/.test(word));
  if (!away && !mention.modifiers.some((word) => /^(?:host|hosting|home)$/.test(word))) return -1;
  const found = both.filter(
    (id) => (id === context.clusters.side || context.entities[id]!.country === home) !== away,
  );
  return found.length === 1 ? found[0]! : -1;
}

function facingParties(context: Context, head: string, count: number): number[] | null {
  const ofType = (id: number) => {
    const { type } = context.entities[id]!;
    if (/^(?:country|nation|government|capital)$/.test(head))
      return type === "place" || id === context.clusters.side;
    if (/^(?:company|firm|union|club|organization|team)$/.test(head)) return type === "body";
    return type === "place" || type === "body";
  };
  const { ranked: all, voices: speaking } = facing(context);
  const ranked = all.filter(ofType);
  const states = ranked.filter(
    (id) => context.entities[id]!.type === "place" || id === context.clusters.side,
  );
  const voices = speaking.filter(ofType);
  // two countries whose people speak, else the two most spoken of; bodies only where no two states face each other
  const chosen =
    states.length >= 2 && voices.some((id) => context.entities[id]!.type === "place")
      ? states
      : voices.length >= 2
        ? ranked.filter((id) => voices.includes(id))
        : [...new Set([...voices, ...ranked])];
  return chosen.length >= count ? chosen.slice(0, count).sort((a, b) => a - b) : null;
}
