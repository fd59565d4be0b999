import { contains } from "../span.ts";
import type { Context } from "./context.ts";
import type { Entity } from "./entity.ts";
import { CONJUNCTIONS, DETERMINERS, isVerbLike, PREPOSITIONS } from "./lexicon/closed.ts";
import type { Mention } from "./mention.ts";
import { besideIt } from "./speaking.ts";
import { spanAt } from "./tokens.ts";

/**
 * Weights of the salience model after Lappin and Leass (1994), with what reported speech adds: who speaks goes on
 * speaking, "he" inside quotation marks is not the speaker, "he" after "Lavrov said" rather is.
 * Tuned on GAP's validation part and own texts.
 */
const WEIGHT = {
  subject: 1,
  object: 0.55,
  oblique: 0.26,
  owner: 0.52,
  complement: 0.34,
  decay: 0.55,
  sameSentence: 0.7,
  paragraph: 0.9,
  topic: 0.1,
  repeat: 0.22,
  owned: 0.7,
  quoted: 0.35,
  source: 1.3,
  speaker: 1.8,
  parallel: 1.15,
  genderKnown: 1.12,
  /** Followed to more than once by such pronouns. */
  genderSure: 1.5,
  genderUnknown: 1,
  weakClash: 0.24,
  boundClash: 0.6,
  namedInContent: 0.12,
  cataphor: 0.68,
  /** Subject of the pronoun's own sentence, for a possessive: "Wright engaged Mueller to build his house". */
  ownSubject: 0.65,
  clauseSubject: 1.25,
  /** Objects and obliques again in the same role. */
  parallelOther: 0.4,
  /** The very last person named before. */
  nearest: 1.05,
  wholeName: 0.88,
  /** A pronoun for the same person before. */
  again: 1.1,
  /** What the sentence before began with, for a pronoun that begins its sentence. */
  topicGoesOn: 1.4,
  /** Another word of the clause of a possessive: "paid tribute to Stepinac for his faith". */
  clauseObject: 4,
};

const WINDOW = 60;
const POSSESSIVE = /^(?:his|her|its|their|whose)$/;

/** Candidate with the weight of its evidence and the mention that carries most of it. */
export interface Candidate {
  entity: number;
  weight: number;
  mention: Mention;
  /** Its last mention before the pronoun, and how many there were within the window. */
  last: Mention;
  count: number;
  /** The weight that the rules gave; `weight` itself may have been learnt. */
  rules: number;
}

/** True where the gender that the pronoun shows can be the entity's; a given name alone never forbids. */
function agrees(entity: Entity, pronoun: Mention): boolean {
  if (pronoun.head === "it" || pronoun.head === "its" || pronoun.head === "itself") {
    return (
      entity.type !== "person" &&
      entity.type !== "unnamed" &&
      !(entity.type === "group" && entity.plural) &&
      (entity.type !== null || entity.gender === null)
    );
  }
  if (pronoun.gender === null) return true;
  if (entity.type !== "person" && entity.type !== "unnamed" && entity.type !== null) return false;
  return entity.gender === null || entity.gender === pronoun.gender;
}

/** All candidates for a singular pronoun, best first, as the salience rules weigh them. */
export function salient(context: Context, pronoun: Mention): Candidate[] {
  const { history, entities } = context;
  const sums = new Map<
    number,
    { best: number; rest: number; mention: Mention; last: Mention; count: number }
  >();
  const add = (entity: number, weight: number, mention: Mention) => {
    const known = sums.get(entity);
    if (!known) {
      sums.set(entity, { best: weight, rest: 0, mention, last: mention, count: 1 });
      return;
    }
    known.count++;
    if (weight > known.best) {
      known.rest += known.best;
      known.best = weight;
      known.mention = mention;
    } else known.rest += weight;
  };
  const own = context.asSource(pronoun);
  const inside = context.within(pronoun);
  const excluded = excludedBy(context, pronoun);
  excludeRelative(context, pronoun, excluded);
  const possessive = POSSESSIVE.test(pronoun.head) && !isObjectHer(context, pronoun);
  const opens = !possessive && pronoun.grammar === "subject" && isTopic(context, pronoun);
  let seen = false;
  for (let k = history.length - 1; k >= 0 && k > history.length - WINDOW; k--) {
    const { mention, entities: ids } = history[k]!;
    if (ids.length !== 1) continue;
    const entity = entities[ids[0]!]!;
    if (mention.first >= pronoun.first || excluded.has(entity.id) || !agrees(entity, pronoun)) continue;
    const distance = pronoun.sentence - mention.sentence;
    if (distance > 12) break;
    if (isAddressed(context, mention)) continue;
    if (distance === 0 && blockedByBinding(context, mention, pronoun)) {
      excluded.add(entity.id);
      continue;
    }
    let weight: number = WEIGHT[mention.grammar];
    if (mention.inside >= 0) weight = Math.min(weight, mention.possessive ? WEIGHT.owner : WEIGHT.complement);
    else if (mention.possessive) weight = Math.min(weight, WEIGHT.owner);
    weight *= WEIGHT.decay ** distance;
    if (distance === 0) weight *= WEIGHT.sameSentence;
    if (mention.paragraph !== pronoun.paragraph) weight *= WEIGHT.paragraph;
    if (mention.quotation >= 0 && mention.quotation !== pronoun.quotation) weight *= WEIGHT.quoted;
    const said = context.asSource(mention);
    if (said && (own || inside.length > 0 === false)) weight *= WEIGHT.source;
    if (isTopic(context, mention)) weight += WEIGHT.topic * WEIGHT.decay ** distance;
    if (
      mention.grammar === pronoun.grammar &&
      mention.grammar === "subject" &&
      !POSSESSIVE.test(pronoun.head)
    )
      weight *= WEIGHT.parallel;
    else if (
      mention.grammar === pronoun.grammar &&
      mention.grammar !== "subject" &&
      !POSSESSIVE.test(pronoun.head)
    )
      weight *= WEIGHT.parallelOther;
    if (
      distance === 0 &&
      POSSESSIVE.test(pronoun.head) &&
      mention.grammar === "subject" &&
      mention.inside < 0
    )
      weight *= sameClause(context, mention, pronoun) ? WEIGHT.clauseSubject : WEIGHT.ownSubject;
    // somebody just brought in with the whole name is rarely what is talked of already
    if (mention.form === "name" && mention.name.includes(" ")) weight *= WEIGHT.wholeName;
    else if (mention.form === "pronoun") weight *= WEIGHT.again;
    if (opens && distance === 1 && isTopic(context, mention)) weight *= WEIGHT.topicGoesOn;
    if (
      distance === 0 &&
      possessive &&
      mention.grammar !== "subject" &&
      sameClause(context, mention, pronoun)
    )
      weight *= WEIGHT.clauseObject;
    if (!seen) weight *= WEIGHT.nearest;
    seen = true;
    add(entity.id, weight, mention);
  }
  cataphora(context, pronoun, excluded, add);
  const speakers = speakersAround(context, pronoun);
  const found: Candidate[] = [];
  for (const [id, { best, rest, mention, last, count }] of sums) {
    if (excluded.has(id)) continue;
    const entity = entities[id]!;
    let weight = best + WEIGHT.repeat * Math.min(rest, 2 * best);
    if (pronoun.gender !== null) {
      weight *= genderFactor(entity, pronoun.gender);
      if (entity.type === null) weight *= 0.6;
    } else {
      if (entity.type === "place") weight *= 0.85;
      if (entity.type === null) weight *= 0.7;
    }
    // a speaker whose gender nothing shows gives way to somebody who is a "she" for certain
    if (speakers.has(id))
      weight *=
        pronoun.gender !== null && entity.gender === null && entity.names.size === 0 ? 0.5 : WEIGHT.speaker;
    // "his doctor said": somebody whom only an owner tells apart is rarely talked of further
    if (entity.names.size === 0 && entity.roles[0] && entity.roles[0].owner >= 0) weight *= WEIGHT.owned;
    if (own && namedInContent(context, own.id, id)) weight *= WEIGHT.namedInContent;
    found.push({ entity: id, weight, mention, last, count, rules: weight });
  }
  return found.sort((a, b) => b.weight - a.weight || b.mention.id - a.mention.id || a.entity - b.entity);
}

/** What gender says for a candidate: titles and nouns first, then pronouns followed to it, then its given name. */
function genderFactor(entity: Entity, gender: "m" | "f"): number {
  if (entity.gender === gender) return WEIGHT.genderKnown;
  const same = entity.bound[gender];
  const other = entity.bound[gender === "m" ? "f" : "m"];
  if (same > other) {
    if (entity.weakGender !== null && entity.weakGender !== gender) return 0.7;
    return same - other > 1 ? WEIGHT.genderSure : WEIGHT.genderKnown;
  }
  if (other > same) {
    const sure = other - same > 1 || entity.weakGender === (gender === "m" ? "f" : "m");
    return sure ? WEIGHT.weakClash / 2 : WEIGHT.boundClash;
  }
  if (entity.weakGender === gender) return 1.05;
  if (entity.weakGender !== null) return WEIGHT.weakClash;
  return WEIGHT.genderUnknown * (entity.names.size === 0 ? 0.8 : 1);
}

/** Inside direct speech the third person is not the speaker; a source is not the subject that it is told about. */
function excludedBy(context: Context, pronoun: Mention): Set<number> {
  const excluded = new Set<number>();
  // "Ivo Lenk, his agent": nobody is his own agent
  const owned = pronoun.inside >= 0 ? context.mentions.list[pronoun.inside] : undefined;
  if (owned?.owner === pronoun.id && owned.apposed >= 0) {
    const self = context.clusters.byMention.get(owned.apposed);
    if (self !== undefined) excluded.add(self);
  }
  const turn = spanAt(context.bodies, pronoun.start);
  const speaking = turn >= 0 ? context.turns[turn] : null;
  if (speaking && pronoun.quotation < 0) excluded.add(speaking.entity);
  if (pronoun.quotation < 0) return excluded;
  for (const statement of context.within(pronoun)) {
    const own = context.heads.get(statement.id) ?? [];
    const goesOn = own.length === 0 && statement.source.length === 0 && statement.parent === null;
    for (const head of goesOn ? besideIt(context, pronoun) : own) {
      // a source inside the same quotation only reports: "“Troy said that he accepts it”"
      if (head.id === pronoun.id || head.quotation === pronoun.quotation) continue;
      for (const entity of context.references.get(head.id)?.entities ?? known(context, head))
        excluded.add(entity);
    }
  }
  return excluded;
}

/** What a head refers to before its turn has come: names are known beforehand. */
function known(context: Context, head: Mention): number[] {
  const name = head.apposed >= 0 ? head.apposed : head.id;
  const entity = context.clusters.byMention.get(name);
  return entity === undefined ? [] : [entity];
}

/** Speakers of the indirect statements that hold the pronoun: "Lavrov said he had …" prefers Lavrov. */
export function speakersAround(context: Context, pronoun: Mention): Set<number> {
  const speakers = new Set<number>();
  const innermost = context
    .within(pronoun)
    .find((statement) => context.asSource(pronoun)?.id !== statement.id);
  if (!innermost) return speakers;
  // "According to Mr. Orlan, he said": somebody else
  if (innermost.cue.some((part) => /^according to/i.test(part.text))) return speakers;
  for (const head of context.heads.get(innermost.id) ?? []) {
    if (head.quotation !== pronoun.quotation) continue;
    const reference = context.references.get(head.id);
    for (const entity of reference?.entities ?? []) speakers.add(entity);
  }
  return speakers;
}

/** True where the entity is named or described in what the pronoun says: "Mr. Smith was wrong, he said". */
function namedInContent(context: Context, statementId: string, entity: number): boolean {
  const statement = context.statements.get(statementId);
  if (!statement) return false;
  const list = context.entities[entity]!.mentions;
  return list.some((id) => {
    const mention = context.mentions.list[id]!;
    return (
      mention.form !== "pronoun" &&
      !mention.possessive &&
      statement.content.some((part) => contains(part, mention))
    );
  });
}

/** "Mr Sayle, did he tell you?" in a transcript: whom one talks to is not whom one talks of. */
function isAddressed(context: Context, mention: Mention): boolean {
  if (mention.form !== "name" || context.bodies.length === 0 || spanAt(context.bodies, mention.start) < 0)
    return false;
  const { tokens } = context.mentions;
  const [before, next] = [tokens[mention.first - 1], tokens[mention.last + 1]];
  if (tokens[mention.first]!.first && /^[,.?!]$/.test(next?.text ?? "")) return true;
  return before?.text === "," && /^[.?!]$/.test(next?.text ?? "");
}

/** First mention of its sentence: what the sentence is about. */
export function isTopic(context: Context, mention: Mention): boolean {
  const before = context.mentions.list[mention.id - 1];
  return !before || before.sentence !== mention.sentence;
}

/**
 * Object pronouns are not the subject of their own clause: "Smith told him", "Smith wanted to help him", "Smith bade
 * Jones farewell, telling him".
 */
function blockedByBinding(context: Context, mention: Mention, pronoun: Mention): boolean {
  // nominatives open a clause of their own: "Ruiz said she had told"
  if (/self$|^(?:he|she|they)$/.test(pronoun.head)) return false;
  if (POSSESSIVE.test(pronoun.head) && !isObjectHer(context, pronoun)) return false;
  if (mention.inside >= 0 && mention.possessive) return false;
  if (mention.grammar === "oblique") return false;
  const { tokens, list } = context.mentions;
  const object = pronoun.grammar !== "subject";
  const control = object && mention.grammar === "subject";
  for (let k = mention.last + 1; k < pronoun.first; k++) {
    const token = tokens[k]!;
    const participle = token.text === "," && /ing$/.test(tokens[k + 1]?.lower ?? "") && k + 4 > pronoun.first;
    if (control && participle) continue;
    if (!token.word && /^[,;:—–“”"()]$/.test(token.text)) return false;
    if (token.lower === "to" && control) {
      // "asked Jones to help him": Jones is whose subject it is
      const between = list[pronoun.id - 1];
      if (
        between &&
        between.id > mention.id &&
        between.first > mention.last &&
        between.last < k &&
        between.inside < 0
      )
        return false;
      continue;
    }
    // "Ruiz sat down and told him": one subject, two verbs
    if (control && token.lower === "and" && isVerbLike(tokens[k + 1]?.lower ?? "")) continue;
    if (CONJUNCTIONS.has(token.lower) || token.lower === "to") return false;
  }
  return true;
}

/** True where nothing parts a subject from a possessive of its own clause: "Lenin took it as his model". */
export function sameClause(context: Context, mention: Mention, pronoun: Mention): boolean {
  const { tokens } = context.mentions;
  for (let k = mention.last + 1; k < pronoun.first; k++) {
    const token = tokens[k]!;
    if (!token.word && /^[,;:—–“”"()]$/.test(token.text)) return false;
    if (CONJUNCTIONS.has(token.lower) && token.lower !== "and") return false;
  }
  return true;
}

/** "Leigh, for whom he had won": the subject of an object relative is not what it stands for. */
function excludeRelative(context: Context, pronoun: Mention, excluded: Set<number>): void {
  const before = context.mentions.list[pronoun.id - 1];
  if (before?.form !== "relative" || before.last !== pronoun.first - 1 || pronoun.grammar !== "subject")
    return;
  for (const entity of context.references.get(before.id)?.entities ?? []) excluded.add(entity);
}

export function isObjectHer(context: Context, pronoun: Mention): boolean {
  if (pronoun.head !== "her") return false;
  const next = context.mentions.tokens[pronoun.last + 1];
  return (
    !next?.word || CONJUNCTIONS.has(next.lower) || PREPOSITIONS.has(next.lower) || DETERMINERS.has(next.lower)
  );
}

/** "When he arrived, Mr. Ruiz said": a name after a fronted clause of the same sentence. */
function cataphora(
  context: Context,
  pronoun: Mention,
  excluded: Set<number>,
  add: (entity: number, weight: number, mention: Mention) => void,
): void {
  if (pronoun.quotation >= 0) return;
  const { list, tokens } = context.mentions;
  for (let k = pronoun.id + 1; k < list.length && k < pronoun.id + 12; k++) {
    const mention = list[k]!;
    if (mention.sentence !== pronoun.sentence) return;
    if (mention.form !== "name" || mention.inside >= 0) continue;
    const entity = context.clusters.byMention.get(mention.id);
    if (entity === undefined) continue;
    if (tokens[mention.first - 1]?.text !== "," && mention.grammar !== "subject") continue;
    let fronted = false;
    for (let t = pronoun.last + 1; t < mention.first; t++) if (tokens[t]!.text === ",") fronted = true;
    const opens = isSubordinate(context, pronoun);
    if (!fronted || !opens || excluded.has(entity) || !agrees(context.entities[entity]!, pronoun)) continue;
    add(entity, WEIGHT.cataphor * 1.1, mention);
    return;
  }
}

/** The sentence begins with a subordinating word or a preposition before the pronoun. */
function isSubordinate(context: Context, pronoun: Mention): boolean {
  const { tokens } = context.mentions;
  let k = pronoun.first;
  while (k > 0 && tokens[k - 1]!.sentence === pronoun.sentence) k--;
  return (
    k < pronoun.first &&
    pronoun.first - k < 8 &&
    (CONJUNCTIONS.has(tokens[k]!.lower) ||
      PREPOSITIONS.has(tokens[k]!.lower) ||
      /^(?:asked|born|unlike|following|having)$/.test(tokens[k]!.lower))
  );
}
