import { bodyWords } from "./clusters.ts";
import type { Context, Reference } from "./context.ts";
import { type Entity, newEntity, roleWords } from "./entity.ts";
import { isPersonNoun, PLACE_BODIES, UNNAMED_HINTS } from "./lexicon/nouns.ts";
import type { Mention } from "./mention.ts";
import { isKnownNoun } from "./names.ts";
import { salient } from "./salience.ts";

/** Nouns that stand for each other, each under one name. */
const SAME: Record<string, string> = {
  spokesperson: "spokes",
  spokesman: "spokes",
  spokeswoman: "spokes",
  chairman: "chair",
  chairwoman: "chair",
  chairperson: "chair",
  lawyer: "lawyer",
  attorney: "lawyer",
  counsel: "lawyer",
  solicitor: "lawyer",
  adviser: "adviser",
  advisor: "adviser",
  aide: "adviser",
  premier: "prime-minister",
  gov: "governor",
  sen: "senator",
  rep: "representative",
  dr: "doctor",
  prof: "professor",
  gen: "general",
};
/** What people are called in passing, whoever they are: "the midfielder", "the 51-year-old". */
const EPITHET =
  /^(?:midfielder|striker|defender|goalkeeper|keeper|winger|forward|gaffer|boss|skipper|captain|actor|actress|singer|author|novelist|writer|pensioner|veteran|newcomer|champion|businessman|businesswoman|father-of-\w+|mother-of-\w+|\d+-year-old|teenager|politician|lawmaker|scientist|biologist|farmer|cleric|tycoon|billionaire|engineer|artist|musician|player|driver|teacher)$/;
const RULERS = new Set(
  "president minister premier king queen chancellor emperor prime-minister chief executive chair director leader head governor mayor".split(
    " ",
  ),
);
const GENERIC = new Set(
  "man woman person leader politician official figure newcomer veteran boy girl lady gentleman author candidate suspect defendant".split(
    " ",
  ),
);
const COMPANY = new Set(
  "company corporation firm group holding holdings conglomerate manufacturer maker producer supplier retailer carrier airline operator utility contractor developer insurer publisher bank".split(
    " ",
  ),
);
const COMPANY_NAME =
  /\b(?:inc|corp|co|ltd|llc|plc|gmbh|group|holdings?|chemicals?|industries|partners|systems|technolog(?:y|ies)|foods|motors|airlines?|airways|railways?|energy|power|pharma(?:ceuticals)?|laboratories|bank|steel|mining|shipping|media|works|mechanical|electric|logistics|software|brewery|capital|ventures|insurance)\b/;
const UNION = new Set(["union", "local", "guild", "brotherhood"]);
const UNION_NAME = /\b(?:union|local|workers|brotherhood|guild|federation|teamsters|employees)\b/;
/** What makes another office of an office. */
const RANKS = ["prime", "deputy", "vice"];
const CLASSES = new Set(
  "club team agency organization organisation group body institution ngo nonprofit charity regulator watchdog".split(
    " ",
  ),
);

/** One word for nouns that mean the same office. */
export function office(word: string): string {
  return SAME[word] ?? word;
}

/** Makes an entity for a description that nothing before it fits. */
export function create(context: Context, mention: Mention): Entity {
  const type = kindOf(context, mention);
  const entity = newEntity(context.entities.length, type);
  entity.gender = mention.gender;
  entity.plural = mention.plural;
  context.entities.push(entity);
  return entity;
}

function kindOf(context: Context, mention: Mention): Entity["type"] {
  if (mention.type === "group" || mention.plural) return mention.type === "document" ? "document" : "group";
  if (mention.type !== "person") return mention.type;
  if (/^(?:a|an|another|one|some|any|)$/.test(mention.determiner)) return "unnamed";
  const around = context.doc.article.text.slice(mention.start, mention.end + 160);
  return UNNAMED_HINTS.test(around.split(/[.!?]\s/)[0]!) ? "unnamed" : "person";
}

/** The country and the body that a description's owner or complement ties it to. */
export function tie(context: Context, mention: Mention): { country: string | null; owner: number } {
  let country = mention.country;
  let owner = -1;
  const link = mention.owner >= 0 ? mention.owner : mention.complement;
  if (link >= 0) {
    const target = context.mentions.list[link]!;
    const reference = context.references.get(target.id);
    const id = reference?.entities[0] ?? reference?.guess[0] ?? context.clusters.byMention.get(target.id);
    if (id !== undefined) {
      const entity = context.entities[id]!;
      owner = id;
      if (entity.type === "place") country ??= entity.country;
      else country ??= entity.country;
    }
  }
  return { country, owner };
}

/**
 * Resolves a description that stands alone: "the foreign minister", "the company", "the report". Definite ones look
 * back for somebody whose titles and roles fit, country and portfolio included; indefinite ones bring in somebody new.
 */
export function resolveDescription(context: Context, mention: Mention): Reference {
  const definite = /^(?:the|that|this|these|those|'s|his|her|its|their|our|my|whose|both|two)$/.test(
    mention.determiner,
  );
  const { country, owner } = tie(context, mention);
  const fresh = (score: number, guess: number[] = []): Reference => {
    const entity = create(context, mention);
    entity.country ??= country;
    if (owner >= 0) entity.body = bodyOf(context, owner);
    if (mention.owner >= 0) context.owned.set(`${owner} ${mention.head}`, entity.id);
    return { entities: [entity.id], antecedent: -1, score, guess };
  };
  if (/^(?:side|camp)$/.test(mention.head) && country !== null) {
    const state = stateOf(context, mention, country, -1);
    if (state) return state;
  }
  if (
    mention.type === "body" &&
    /^(?:government|administration|regime|state|country|nation)$/.test(mention.head)
  ) {
    const state = stateOf(context, mention, country, owner);
    if (state) return state;
  }
  const named = placeNamed(context, mention);
  if (named) return named;
  if (!definite && mention.type !== "group") {
    // "Ministry officials", "company executives": a bare or indefinite one is new
    const again =
      mention.determiner === "" && mention.type === "person" ? match(context, mention, country, owner) : null;
    return again && again.score > 0.8 ? again : fresh(0.9);
  }
  if (owner >= 0 && mention.owner >= 0 && (mention.type === "body" || mention.type === "person")) {
    // "Mr. Sarrant’s office" again; never somebody else's
    const known = context.owned.get(`${owner} ${mention.head}`);
    const same = known === undefined ? undefined : context.entities[known]!;
    if (same) return { entities: [same.id], antecedent: same.mentions[0] ?? -1, score: 0.9, guess: [] };
    if (mention.type === "body" && context.entities[owner]!.type === "person") return fresh(0.85);
  }
  if (mention.head === "witness") {
    const answers = context.turns.find((turn, k) => turn && context.doc.turns[k]!.kind === "answer");
    if (answers) return { entities: [answers.entity], antecedent: -1, score: 0.85, guess: [] };
  }
  const found = match(context, mention, country, owner);
  if (found) return found;
  const epithet =
    inPassing(context, mention, owner) ??
    companyInPassing(context, mention, owner) ??
    otherOf(context, mention, owner);
  if (epithet) return epithet;
  if (mention.type === "group") {
    const same = sameGroup(context, mention, country, owner);
    if (same) return same;
  }
  return fresh(mention.type === "person" ? 0.75 : 0.85);
}

/** "the neighbouring republic of Ostrava Bay" is Ostrava Bay. */
function placeNamed(context: Context, mention: Mention): Reference | null {
  const { list, tokens } = context.mentions;
  if (!PLACE_BODIES.has(mention.head) || mention.complement < 0 || tokens[mention.last + 1]?.lower !== "of")
    return null;
  const id = context.clusters.byMention.get(mention.complement);
  if (
    id === undefined ||
    list[mention.complement]!.form !== "name" ||
    context.entities[id]!.type === "person"
  )
    return null;
  return { entities: [id], antecedent: mention.complement, score: 0.9, guess: [] };
}

/** Offices that a text may bring in with "the" though nobody has been named: there is only one. */
const UNIQUE =
  /^(?:president|minister|secretary|mayor|governor|judge|justice|court|prosecutor|coroner|chancellor|premier|king|queen|pope|chair|chairman|chairwoman|speaker|spokes\w+|commissioner|ambassador|defendant|plaintiff|witness|chief|director|executive|head|official|officer|author|editor|owner|landlord|inspector|regulator|source|victim|suspect|sheriff|collector|magistrate|foreman|foreperson|clerk|whistleblower|buyer|seller|driver|pilot|caller|neighbou?r|other|envoy|deputy|treasurer|registrar|bishop|mediator|referee|ref|moderator|operator|bidder|developer|contractor|supplier|manager|agent|lawyer|attorney|counsel|barrister|solicitor|reporter|interviewer|father|mother|mum|dad|husband|wife|son|daughter|brother|sister|child|kid|baby|boy|girl|guest|host|leader|opponent|client|patient|customer|member|ombudsman|representative|delegate)$/;

/**
 * "the teenager", "the Tory grandee", "the German": what a text calls somebody in passing whom it has just spoken of. The
 * most salient named person, as for a pronoun.
 */
function inPassing(context: Context, mention: Mention, owner: number): Reference | null {
  if (mention.type !== "person" || !isPersonNoun(mention.head) || mention.plural) return null;
  if (mention.determiner !== "the" || owner >= 0) return null;
  if (mention.complement >= 0 || UNIQUE.test(mention.head) || mention.titles.length > 0) return null;
  const ranked = salient(context, mention).filter(
    ({ entity }) => context.entities[entity]!.type === "person" && context.entities[entity]!.names.size > 0,
  );
  const [first, second] = ranked;
  if (!first || mention.sentence - first.mention.sentence > 3) return null;
  const share = first.weight / (first.weight + (second?.weight ?? 0));
  const guess = ranked.slice(0, 2).map(({ entity }) => entity);
  if (share < 0.55) return null;
  return { entities: [first.entity], antecedent: first.mention.id, score: Math.min(0.85, share), guess };
}

/** "the company", "the railroad": of the bodies named before that are no office, union or paper the last one. */
function companyInPassing(context: Context, mention: Mention, owner: number): Reference | null {
  if (!COMPANY.has(mention.head) && !/^(?:railroad|railway|bidder|chain|brand)$/.test(mention.head))
    return null;
  if (mention.determiner !== "the" || owner >= 0 || mention.complement >= 0 || mention.modifiers.length > 0)
    return null;
  for (let k = context.history.length - 1; k >= 0; k--) {
    const { mention: past, entities } = context.history[k]!;
    if (mention.sentence - past.sentence > 8) return null;
    const entity = entities.length === 1 ? context.entities[entities[0]!]! : undefined;
    if (!entity || (entity.type !== "body" && entity.type !== null) || entity.names.size === 0) continue;
    const other =
      entity.id === context.outlet ||
      [...entity.heads].some((word) => isOffice(word)) ||
      UNION_NAME.test([...entity.names].join(" | ").toLowerCase());
    if (!other) return { entities: [entity.id], antecedent: past.id, score: 0.6, guess: [entity.id] };
  }
  return null;
}

/** "his guest", "her interlocutor": of the two whom a text is about the other one. */
function otherOf(context: Context, mention: Mention, owner: number): Reference | null {
  if (
    owner < 0 ||
    mention.country !== null ||
    !/^(?:interlocutor|counterpart|guest|host|visitor|opponent|rival|opposite)$/.test(mention.head)
  )
    return null;
  const people = context.entities
    .filter((entity) => entity.type === "person" && entity.names.size > 0 && entity.mentions.length > 0)
    .sort((a, b) => b.mentions.length - a.mentions.length || a.id - b.id);
  const [first, second] = people;
  if (!first || !second || (first.id !== owner && second.id !== owner)) return null;
  const other = first.id === owner ? second : first;
  return { entities: [other.id], antecedent: other.mentions.at(-1)!, score: 0.65, guess: [other.id] };
}

/** A country speaks through its government: "the Kestrian government", "Kestria's government" are Kestria. */
function stateOf(
  context: Context,
  mention: Mention,
  country: string | null,
  owner: number,
): Reference | null {
  if (owner >= 0 && context.entities[owner]!.type === "place")
    return { entities: [owner], antecedent: -1, score: 0.9, guess: [] };
  // "his government": the state that the minister speaks for
  const person = owner >= 0 ? context.entities[owner]! : undefined;
  if (person?.type === "person" && country === null && person.body >= 0 && sameKind(context, person.body))
    return { entities: [person.body], antecedent: -1, score: 0.8, guess: [] };
  if (country && country === context.sideCountry && context.clusters.side >= 0)
    return { entities: [context.clusters.side], antecedent: -1, score: 0.85, guess: [] };
  if (country) {
    const id = context.places.get(country);
    const place = id === undefined ? undefined : context.entities[id]!;
    return place
      ? { entities: [place.id], antecedent: place.mentions[0] ?? -1, score: 0.88, guess: [] }
      : null;
  }
  if (!/^(?:country|nation)$/.test(mention.head) || owner >= 0 || mention.owner >= 0) return null;
  for (let k = context.history.length - 1; k >= 0 && k > context.history.length - 40; k--) {
    const { entities, mention: past } = context.history[k]!;
    const entity = entities.length === 1 ? context.entities[entities[0]!]! : undefined;
    if (entity?.type === "place")
      return { entities: [entity.id], antecedent: past.id, score: 0.65, guess: [] };
  }
  return null;
}

/** A body that can be a state: named by a bare name, not an office, a company or a union. */
function sameKind(context: Context, id: number): boolean {
  const entity = context.entities[id]!;
  return entity.names.size > 0 && ![...entity.heads].some((word) => isKnownNoun(word));
}

/** The body itself for a body, the body of a person. */
export function bodyOf(context: Context, id: number): number {
  const entity = context.entities[id]!;
  if (entity.type === "person" || entity.type === "unnamed") return entity.body;
  return id;
}

function fits(
  context: Context,
  mention: Mention,
  entity: Entity,
  country: string | null,
  owner: number,
): number {
  if (mention.type === "person") return personFits(context, mention, entity, country, owner);
  if (mention.type === "body") return bodyFits(context, mention, entity, country);
  if (mention.type === "document" && entity.type === "document")
    return entity.heads.has(mention.head) ? 1 : 0;
  return 0;
}

function personFits(
  context: Context,
  mention: Mention,
  entity: Entity,
  country: string | null,
  owner: number,
): number {
  if (entity.type !== "person" && entity.type !== "unnamed") return 0;
  if (mention.gender && entity.gender && mention.gender !== entity.gender) return 0;
  if (country && entity.country && country !== entity.country) return 0;
  if (owner === entity.id) return 0;
  const head = office(mention.head);
  const heads = new Set([...entity.heads].map(office));
  let score = 0;
  if (heads.has(head)) score = 1;
  else if (head === "leader" || head === "head" || head === "ruler")
    score = [...heads].some((word) => RULERS.has(word)) ? 0.8 : 0;
  else if (head === "official" || head === "adviser" || head === "source")
    score = [...heads].some((word) =>
      /^(?:official|minister|secretary|spokes|adviser|diplomat|deputy|director|source|administrator)$/.test(
        word,
      ),
    )
      ? 0.6
      : 0;
  else if (head === "boss" || head === "chief")
    score = heads.has("chief") || heads.has("executive") || heads.has("director") ? 0.8 : 0;
  if (score === 0 && GENERIC.has(head) && entity.type === "person") score = mention.gender ? 0.35 : 0.2;
  if (
    score < 0.6 &&
    EPITHET.test(mention.head) &&
    mention.determiner === "the" &&
    entity.names.size > 0 &&
    owner < 0 &&
    mention.modifiers.length <= 1 &&
    isLastNamed(context, mention, entity)
  )
    score = 0.7;
  if (score === 0) return 0;
  // "the Prime Minister" is no other minister, "the deputy mayor" not the mayor
  for (const rank of RANKS)
    if (
      mention.modifiers.includes(rank) &&
      entity.heads.size > 0 &&
      !entity.words.has(rank) &&
      !entity.heads.has(rank)
    )
      return 0;
  if (mention.head === "minister" && !mention.modifiers.includes("prime") && entity.words.has("prime"))
    score -= 0.3;
  // portfolio: "the foreign minister" is not the minister of water
  const words = roleWords(mention).filter((word) => word !== mention.head && isPortfolio(word));
  const known = [...entity.words].filter(isPortfolio);
  if (words.length > 0 && known.length > 0) {
    if (words.some((word) => known.includes(word))) score += 0.3;
    else if (
      entity.heads.has(mention.head) &&
      /^(?:minister|secretary|director|commissioner|chief|officer|president|leader)$/.test(mention.head)
    )
      return 0;
    else score -= 0.2;
  }
  if (country && entity.country === country) score += 0.4;
  if (!country && context.sideCountry !== null && mention.quotation < 0 && entity.country !== null)
    score += entity.country === context.sideCountry ? 0.5 : -0.5;
  if (owner >= 0 && !country) {
    const body = bodyOf(context, owner);
    if (body >= 0 && entity.body >= 0) score += body === entity.body ? 0.4 : -0.5;
  }
  return score;
}

/** The last person named before, as the subject of one of the two sentences before or of this one. */
function isLastNamed(context: Context, mention: Mention, entity: Entity): boolean {
  for (let k = context.history.length - 1; k >= 0; k--) {
    const { mention: past, entities } = context.history[k]!;
    if (mention.sentence - past.sentence > 2) return false;
    const other = entities.length === 1 ? context.entities[entities[0]!]! : undefined;
    if (other?.type !== "person" || other.names.size === 0 || past.inside >= 0) continue;
    return other.id === entity.id;
  }
  return false;
}

function isPortfolio(word: string): boolean {
  return (
    /^(?:chief|joint|permanent|general|foreign|interior|defen[cs]e|finance|justice|health|labou?r|education|trade|energy|water|transport|agriculture|environment|culture|home|economy|prime|deputy|vice|state|treasury|affairs|press|police|fire|union|company|security|housing|sports?|science|tourism|industry|commerce|fisheries|mining|railways?)$/.test(
      word,
    ) ||
    (word.length > 4 && !isKnownNoun(word) && /^(?:[a-z]+)$/.test(word) && false)
  );
}

export function bodyFits(context: Context, mention: Mention, entity: Entity, country: string | null): number {
  if (entity.type !== "body" && entity.type !== null && entity.type !== "place") return 0;
  if (country && entity.country && country !== entity.country) return 0;
  const names = [...entity.names].join(" | ").toLowerCase();
  const { head } = mention;
  let score = 0;
  if (entity.id === context.outlet && context.doc.article.kind === "readout" && COMPANY.has(head))
    return 0.95;
  if (entity.heads.has(head) || [...entity.names].some((name) => bodyWords(name).includes(head))) score = 1;
  // of two clubs the last one spoken of, whichever was called "the club" before
  if (
    score === 1 &&
    /^(?:club|team)$/.test(head) &&
    ![...entity.names].some((name) => bodyWords(name).includes(head))
  )
    score = 0.55;
  if (score === 0 && COMPANY.has(head))
    score =
      COMPANY_NAME.test(names) || [...entity.heads].some((word) => COMPANY.has(word))
        ? 0.9
        : entity.type === "place"
          ? 0
          : (entity.type === "body" || entity.type === null) &&
              ![...entity.heads].some((word) => isOffice(word))
            ? onlyCompany(context, entity)
              ? 0.7
              : 0.35
            : 0;
  else if (score === 0 && UNION.has(head)) score = UNION_NAME.test(names) ? 0.95 : 0;
  else if (score === 0 && CLASSES.has(head))
    score = entity.type === "body" && entity.names.size > 0 ? 0.4 : 0;
  if (
    entity.type === "place" &&
    !/^(?:country|nation|city|town|state|province|island|village|republic|kingdom)$/.test(head)
  )
    return 0;
  // what only a description names is picked up by the same noun: "the control group" is no company
  if (entity.names.size === 0 && !entity.heads.has(head)) score = 0;
  if (entity.type === "place" && score === 0) score = 0.5;
  // in a readout's own voice "the company", "the club" is the body that speaks
  const generic =
    COMPANY.has(head) ||
    UNION.has(head) ||
    CLASSES.has(head) ||
    /^(?:club|team|trust|party|office|ministry|university|school|hospital|department|council|board|foundation|charity|federation|commission)$/.test(
      head,
    );
  if (entity.given && mention.quotation < 0 && mention.modifiers.length === 0 && generic)
    score = Math.max(score, headNamed(context, entity, head) ? 0.3 : 0.95);
  // a contractor is a company too, but "the company" is rather the other one
  if (
    head === "company" &&
    [...entity.heads].some((word) => /^(?:contractor|supplier|insurer|developer|operator)$/.test(word)) &&
    !entity.heads.has("company")
  )
    score *= 0.5;
  if (score === 0) return 0;
  // "the water ministry" is not the Ministry of Agriculture
  if (
    /^(?:ministry|department|office|court|commission|agency|council|committee|party|union|bank|bureau)$/.test(
      head,
    )
  ) {
    const own = mention.modifiers.filter(
      (word) =>
        /^[a-z]{4,}$/.test(word) &&
        !/^(?:same|state|federal|local|national|powerful|other|whole|entire|central)$/.test(word),
    );
    if (own.length > 0 && entity.words.size > 1 && !own.some((word) => entity.words.has(word))) return 0;
  }
  const words = mention.modifiers.filter((word) => entity.words.has(word)).length;
  if (words > 0) score += 0.3;
  if (country && entity.country === country) score += 0.3;
  if (entity.given) score += 0.1;
  return score;
}

/** True where another body of the document has the noun in its name: "the Commission" is the Boundary Commission. */
function headNamed(context: Context, entity: Entity, head: string): boolean {
  const has = (other: Entity) => [...other.names].some((name) => bodyWords(name).includes(head));
  return !has(entity) && context.entities.some((other) => other.type === "body" && has(other));
}

/** True for the only body named so far that is neither an office, a union nor the paper itself: "the company" is it. */
function onlyCompany(context: Context, entity: Entity): boolean {
  const others = context.entities.filter(
    (other) =>
      (other.type === "body" || other.type === null) &&
      other.names.size > 0 &&
      other.mentions.length > 0 &&
      other.id !== context.outlet &&
      ![...other.heads].some((word) => isOffice(word)) &&
      !UNION_NAME.test([...other.names].join(" | ").toLowerCase()),
  );
  return others.length === 1 && others[0] === entity;
}

function isOffice(word: string): boolean {
  return /^(?:ministry|department|office|court|commission|union|local|council|committee|government|party|parliament|senate|university|college|hospital|police|army|agency)$/.test(
    word,
  );
}

function match(context: Context, mention: Mention, country: string | null, owner: number): Reference | null {
  const scored = new Map<number, { score: number; mention: Mention }>();
  for (let k = context.history.length - 1; k >= 0 && k > context.history.length - 400; k--) {
    const { mention: past, entities } = context.history[k]!;
    if (entities.length !== 1 || scored.has(entities[0]!) || past.id === mention.owner) continue;
    const fit = fits(context, mention, context.entities[entities[0]!]!, country, owner);
    if (fit <= 0) continue;
    const distance = mention.sentence - past.sentence;
    if (fit < 0.5 && distance > 3) continue;
    scored.set(entities[0]!, { score: fit * (0.55 + 0.45 * 0.8 ** distance), mention: past });
  }
  // somebody named later or in the front matter, whose role the text gives there
  const later = [
    ...(context.byHead.get(office(mention.head)) ?? []),
    ...(context.clusters.side >= 0 ? [context.clusters.side] : []),
  ];
  for (const id of later) {
    const entity = context.entities[id]!;
    if (scored.has(entity.id) || (!entity.given && entity.mentions.length > 0)) continue;
    const fit = fits(context, mention, entity, country, owner);
    if (fit >= 0.9) scored.set(entity.id, { score: fit * 0.5, mention });
  }
  const ranked = [...scored].sort(([a, x], [b, y]) => y.score - x.score || a - b);
  const [best, second] = ranked;
  if (!best) return null;
  const share = best[1].score / (best[1].score + (second?.[1].score ?? 0));
  const score = Math.min(0.95, share * Math.min(1, 0.35 + best[1].score * 0.8));
  const antecedent = best[1].mention === mention ? -1 : best[1].mention.id;
  if (score < 0.4) return null;
  const guess = ranked.slice(0, 2).map(([id]) => id);
  if (score < 0.5) return { entities: [], antecedent, score, guess };
  return { entities: [best[0]], antecedent, score, guess };
}

/** "The officials", "Kestrian officials" again: the same group under the same words. */
export function sameGroup(
  context: Context,
  mention: Mention,
  country: string | null,
  owner: number,
): Reference | null {
  const words = roleWords(mention).join(" ");
  for (let k = context.history.length - 1; k >= 0 && k > context.history.length - 200; k--) {
    const { mention: past, entities } = context.history[k]!;
    if (entities.length !== 1 || past.form !== "description" || past.head !== mention.head) continue;
    const entity = context.entities[entities[0]!]!;
    if (entity.type !== "group") continue;
    if ((country ?? entity.country) !== (entity.country ?? country)) continue;
    const same = roleWords(past).join(" ") === words;
    const shorter = mention.determiner === "the" && mention.modifiers.length === 0;
    if (same && (country !== null || mention.determiner !== ""))
      return { entities: [entity.id], antecedent: past.id, score: 0.85, guess: [] };
    if (shorter && owner < 0) return { entities: [entity.id], antecedent: past.id, score: 0.75, guess: [] };
  }
  return null;
}
