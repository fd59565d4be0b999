import { type Clause, clausesOf, headOf } from "./clause.ts";
import { conceptsOf, conceptsOfPhrase } from "./concepts.ts";
import type { EntityIndex } from "./entity.ts";
import type { Token } from "./language.ts";
import {
  CONTAINER_NOUNS,
  HEDGES,
  LIGHT_VERBS,
  NEGATING_VERBS,
  NEGATORS,
  rootOf,
  STOP_WORDS,
  SUPPORT_VERBS,
} from "./vocabulary.ts";

/** Who speaks: what "we", "our", "I" stand for. */
export interface Voice {
  holder: string | null;
  side: string | null;
  index: EntityIndex;
  /** Whom "he" or "she" stands for here, as speaker ids; null where that can't be told. */
  pronoun?: (word: string) => string | null;
  /** "he" or "she" as the documents use it of a speaker. */
  genderOf?: (id: string) => string | undefined;
}

/** One verb (or nominal) with its negation and arguments, as keys that other texts can match. */
export interface Predication {
  roots: string[];
  concepts: number[];
  negative: boolean;
  hedged: boolean;
  /** "will", "would", "shall", "plans to". */
  future: boolean;
  /** Who did it; empty where a pronoun or nothing stands there. */
  agent: Set<string>;
  /** Everything else the clause names. */
  others: Set<string>;
  main: boolean;
  passive: boolean;
  /** The meaning is in a noun or adjective beside the verb: "was hard", "had a plan". */
  light: boolean;
  /** "the first to", "only", "alone": true of one party at most. */
  unique: boolean;
  /** "the first to", not "only". */
  foremost: boolean;
  /** Index of the verb's token, for questions and evidence. */
  at: number;
}

/** A sentence read for comparison. */
export interface Frame {
  tokens: readonly Token[];
  clauses: Clause[];
  predications: Predication[];
  /** Keys of all content words, entities, sides. */
  keys: Set<string>;
}

/** What "her troops", "their government" belong to a speaker's side by. */
const COLLECTIVE =
  /^(?:troops|soldiers|forces|army|government|country|party|company|ministry|team|club|union|side|people|officials|engineers|members|lawyers|embassy|delegation)$/;

/** Verbs that lend themselves to the one behind them. */
const RAISING =
  /^(?:decide|agree|plan|intend|begin|start|continue|manage|choose|prepare|promise|pledge|vow|offer|threaten|cease|stop|resolve|go)$/;

const UNIQUE = /^(?:first|only|alone|sole|solely|last)$/;

/** Keys of one token: "@id" speaker, "#id" side, "n:" other name, else the root of a content word. */
export function keysOf(tokens: readonly Token[], voice: Voice): string[][] {
  const keys: string[][] = tokens.map(() => []);
  for (const mention of voice.index.mentions(tokens)) {
    for (let k = mention.from; k <= mention.to; k++) keys[k] = [`@${mention.id}`];
    // "the Drevian duty officer": what he is and whose tells as much as who.
    for (let k = mention.from; k <= mention.to; k++) {
      const token = tokens[k]!;
      if (token.pos === "NOUN" && !STOP_WORDS.has(token.lower)) keys[k]!.push(rootOf(token.lemma));
      const named = token.pos === "PROPN" || token.pos === "ADJ" ? voice.index.sideNamed(token.lower) : null;
      if (named) keys[k]!.push(`#${named}`);
    }
    const side = voice.index.sideOf.get(mention.id);
    const body = voice.index.kindOf.get(mention.id) !== "person";
    if (side && body) keys[mention.to]!.push(`#${side}`);
  }
  for (const [k, token] of tokens.entries()) {
    if (keys[k]!.length > 0) continue;
    if (token.pos === "NOUN" || token.pos === "PROPN") {
      // "the President", "the company", "our soldiers": the speaker's own, where the words can mean only that.
      const prime =
        token.lower === "minister" &&
        /^(?:prime|foreign|finance|defence|defense|interior|health)$/.test(tokens[k - 1]?.lower ?? "");
      const lead = tokens[prime ? k - 2 : k - 1]?.lower;
      const titled =
        lead !== undefined &&
        /^(?:his|her|its|their)$/.test(lead) &&
        COLLECTIVE.test(token.lower) &&
        voice.side !== null
          ? `#${voice.side}`
          : lead === "the" || lead === "our" || lead === "my"
            ? voice.index.titled(prime ? `${tokens[k - 1]!.lower} minister` : token.lower, voice.side)
            : null;
      if (titled) {
        keys[k]!.push(titled);
        const body = titled.startsWith("@") ? titled.slice(1) : voice.holder;
        if (body !== null && voice.index.kindOf.get(body) === "body") {
          // A body and its side are one: "the trust" in its own mouth and in another's.
          const of = voice.index.sideOf.get(body);
          if (titled.startsWith("@") && of) keys[k]!.push(`#${of}`);
          else if (titled === `#${of}`) keys[k]!.push(`@${body}`);
        }
        if (titled.startsWith("@")) continue;
      }
    }
    if (token.pos === "PUNCT" || token.pos === "SYM") continue;
    if (/^(?:i|me|my|mine|myself)$/.test(token.lower)) {
      if (voice.holder) keys[k]!.push(`@${voice.holder}`);
      if (voice.side) keys[k]!.push(`#${voice.side}`);
    } else if (/^(?:he|she|him|his|her|hers)$/.test(token.lower)) {
      const id = voice.pronoun?.(/^h(?:e|im|is)$/.test(token.lower) ? "he" : "she") ?? null;
      if (id) keys[k]!.push(`@${id}`);
    } else if (/^(?:we|us|our|ours|ourselves)$/.test(token.lower)) {
      if (voice.side) keys[k]!.push(`#${voice.side}`);
      else if (voice.holder) keys[k]!.push(`@${voice.holder}`);
    } else if (/^\p{Lu}/u.test(token.text) && token.pos === "PROPN") {
      const side = voice.index.sideNamed(token.lower);
      // A capital at the beginning may be no name: "Firing ceased".
      const common = k === 0 && (voice.index.common.has(token.lower) || tokens[1]?.pos !== "PROPN");
      if (side) keys[k]!.push(`#${side}`);
      else if (common && !STOP_WORDS.has(token.lower)) keys[k]!.push(rootOf(token.lower));
      else if (!STOP_WORDS.has(token.lower)) keys[k]!.push(`n:${nameStem(token.lower)}`);
    } else if (/\p{L}/u.test(token.text) && !STOP_WORDS.has(token.lower) && !STOP_WORDS.has(token.lemma)) {
      if (token.pos === "NUM") continue;
      keys[k]!.push(rootOf(token.lemma));
    }
  }
  return keys;
}

/** A name without its adjective ending: "Drevian", "Drevia" → "drevi". */
function nameStem(word: string): string {
  const plain = word.replace(/(?:'s|\.)$/, "");
  return plain.length > 5 ? plain.replace(/(?:ian|ean|an|ia|a|n|s)$/, "") : plain;
}

/** Reads one sentence. */
export function frameOf(tokens: readonly Token[], voice: Voice): Frame {
  const keys = keysOf(tokens, voice);
  const clauses = clausesOf(tokens);
  const predications = clauses.map((_, n) => predicationOf(tokens, keys, clauses, n));
  return { tokens, clauses, predications, keys: new Set(keys.flat()) };
}

function predicationOf(
  tokens: readonly Token[],
  keys: readonly string[][],
  clauses: readonly Clause[],
  n: number,
): Predication {
  const clause = clauses[n]!;
  const verb = tokens[clause.verb]!;
  const subject = clause.subject ?? (clause.shares >= 0 ? clauses[clause.shares]!.subject : null);
  const inner = clauses.filter((_other, m) => m !== n && under(clauses, m, n));
  const own = (k: number) =>
    !inner.some(
      (other) =>
        k >= other.from &&
        k <= other.to &&
        (other.kind === "relative" || other.kind === "subordinate" || other.kind === "complement"),
    );
  const roots = new Set<string>();
  const concepts = new Set<number>();
  const add = (root: string) => {
    roots.add(root);
    for (const concept of conceptsOf(root)) concepts.add(concept);
  };
  const light = LIGHT_VERBS.has(verb.lemma);
  if (clause.particle >= 0) {
    const phrase = `${verb.lemma} ${tokens[clause.particle]!.lower}`;
    const known = conceptsOfPhrase(phrase);
    for (const concept of known) concepts.add(concept);
    roots.add(phrase);
    if (known.length === 0 && !light) add(rootOf(verb.lemma));
  } else if (!light) {
    add(rootOf(verb.lemma));
  }
  // Phrases of verb and following noun ("set foot", "give word", "lose life").
  for (let k = clause.last + 1; k <= Math.min(clause.to, clause.last + 5); k++) {
    const token = tokens[k];
    if (!token) break;
    for (const concept of conceptsOfPhrase(`${verb.lemma} ${token.lemma}`)) concepts.add(concept);
  }
  let negative = false;
  let hedged = false;
  let unique = false;
  let foremost = false;
  let future = false;
  let complement = -1;
  for (let k = clause.from; k <= clause.to; k++) {
    if (!own(k) && !(subject && k >= subject.from && k <= subject.to)) continue;
    const token = tokens[k]!;
    const near = k >= clause.first && k <= clause.last + 1;
    const beforeVerb = k < clause.first;
    if (NEGATORS.has(token.lower) && tokens[k + 1]?.text !== "-" && scopes(tokens, clause, k, subject))
      negative = !negative;
    if (token.lower === "any" || token.lower === "anybody") continue;
    if (HEDGES.has(token.lower) && (near || beforeVerb || token.pos === "ADV")) hedged = true;
    if (near && /^(?:will|would|shall|wo|'ll|'d)$/.test(token.lower) && token.pos === "AUX") future = true;
    if (UNIQUE.test(token.lower) && token.pos !== "CCONJ") {
      unique = true;
      foremost ||= token.lower === "first";
    }
    if (
      complement < 0 &&
      k > clause.last &&
      /^(?:NOUN|ADJ|VERB|PROPN)$/.test(token.pos) &&
      !STOP_WORDS.has(token.lower)
    )
      complement = k;
  }
  if ((light || clause.copular) && complement >= 0) {
    // The noun phrase's head, and its adjective where the copula joins one.
    const head = headOf(tokens, complement, Math.min(clause.to, complement + 4));
    for (const k of new Set([complement, head]))
      if (k >= 0 && tokens[k]!.pos !== "PROPN") add(rootOf(tokens[k]!.lemma));
  }
  if (complement >= 0 && (light || SUPPORT_VERBS.has(verb.lemma)) && !clause.passive) {
    // "tendered her resignation": what was done is in the noun, also behind a noun that only holds it.
    let head = headOf(tokens, complement, Math.min(clause.to, complement + 4));
    if (head >= 0 && CONTAINER_NOUNS.has(tokens[head]!.lemma) && tokens[head + 1]?.lower === "of") {
      head = headOf(tokens, head + 2, Math.min(clause.to, head + 5));
    }
    if (head >= 0 && tokens[head]!.pos === "NOUN") {
      const root = rootOf(tokens[head]!.lemma);
      if (
        light ||
        conceptsOf(root).length > 0 ||
        /(?:tion|sion|ment|al|ance|ence|ure|ing)$/.test(tokens[head]!.lemma)
      )
        add(root);
    }
  }
  // "was ready to reopen", "decided to end": the verb that follows says what.
  for (const other of clauses) {
    if (
      other.kind !== "infinitive" ||
      other.parent !== n ||
      (!RAISING.test(verb.lemma) && !(clause.copular && complement >= 0 && tokens[complement]!.pos === "ADJ"))
    )
      continue;
    if (other.first - 1 - Math.max(clause.last, complement) > 1) continue;
    add(rootOf(tokens[other.verb]!.lemma));
  }
  // "there was no such promise": the noun is what is said to be.
  if (clause.copular && subject && tokens[subject.from]!.lower === "there" && complement >= 0)
    add(rootOf(tokens[complement]!.lemma));
  // Verbs that take another verb along: "agreed to pay", "failed to warn", "began to fill".
  const parent = clause.parent >= 0 ? clauses[clause.parent] : undefined;
  if (parent && (clause.kind === "infinitive" || clause.kind === "participle")) {
    const above = tokens[parent.verb]!;
    if (NEGATING_VERBS.has(above.lemma) && clause.from - parent.last <= 3) negative = !negative;
  }
  const agent = new Set<string>();
  const others = new Set<string>();
  const collect = (into: Set<string>, from: number, to: number, all: boolean) => {
    for (let k = from; k <= to; k++) if (all || own(k)) for (const key of keys[k] ?? []) into.add(key);
  };
  const subjectKeys = new Set<string>();
  if (subject) collect(subjectKeys, subject.from, subject.to, true);
  const restFrom = clause.last + 1;
  // "by telephone", "by accident" name no doer.
  const by = clause.passive
    ? tokens.findIndex(
        (token, k) =>
          k > clause.last &&
          k <= clause.to &&
          token.lower === "by" &&
          /^(?:DET|PROPN|PRON|NUM|ADJ)$/.test(tokens[k + 1]?.pos ?? ""),
      )
    : -1;
  if (clause.passive) {
    for (const key of subjectKeys) others.add(key);
    if (by >= 0) {
      const end = phraseEnd(tokens, by + 1, clause.to);
      collect(agent, by + 1, end, true);
      collect(others, restFrom, by - 1, true);
      collect(others, end + 1, clause.to, true);
    } else collect(others, restFrom, clause.to, true);
  } else {
    for (const key of subjectKeys) agent.add(key);
    collect(others, restFrom, clause.to, true);
  }
  // What stands before the subject ("At the meeting on Sunday, …").
  collect(others, clause.from, (subject?.from ?? clause.first) - 1, false);
  for (const root of roots) others.delete(root);
  return {
    roots: [...roots],
    concepts: [...concepts],
    negative,
    hedged,
    future,
    agent,
    others,
    main: clause.kind === "main",
    passive: clause.passive,
    light: light || clause.copular,
    unique,
    foremost,
    at: clause.verb,
  };
}

function under(clauses: readonly Clause[], m: number, n: number): boolean {
  for (let up = clauses[m]!.parent, steps = 0; up >= 0 && steps < 20; up = clauses[up]!.parent, steps++)
    if (up === n) return true;
  return false;
}

function phraseEnd(tokens: readonly Token[], from: number, to: number): number {
  let k = from;
  while (k <= to && /^(?:DET|ADJ|NUM|NOUN|PROPN|PART|PRON)$/.test(tokens[k]!.pos)) k++;
  return Math.max(from - 1, k - 1);
}

/** Does a negating word at `k` turn the clause's verb round? */
function scopes(tokens: readonly Token[], clause: Clause, k: number, subject: Clause["subject"]): boolean {
  const token = tokens[k]!;
  if (k >= clause.first && k <= clause.last + 1) {
    // "not only", "no longer", "not just": no plain negation of the verb.
    const next = tokens[k + 1]?.lower;
    if (token.lower === "not" && /^(?:only|just|merely|least)$/.test(next ?? "")) return false;
    return true;
  }
  if (k < clause.first) {
    if (token.lower === "nor" || token.lower === "neither" || token.lower === "never") return true;
    if (token.lower === "without") return false;
    // "At no time did …", "No soldier crossed", "Not a penny arrived", "none of them".
    if (token.lower === "no") {
      const word = tokens[k + 1]?.lower;
      if (word === "longer" || word === "doubt" || word === "matter") return false;
      return true;
    }
    if (token.lower === "not") return subject !== null && k <= subject.from + 1 && k >= subject.from - 1;
    return subject !== null && k >= subject.from - 1 && k <= subject.from + 1;
  }
  // After the verb: "found no sign", "had nothing to do", "said nothing"; not in a later phrase ("with no car").
  if (
    token.lower === "no" ||
    token.lower === "nothing" ||
    token.lower === "nobody" ||
    token.lower === "none" ||
    token.lower === "never"
  ) {
    const gap = tokens.slice(clause.last + 1, k);
    return gap.every(
      (other) => /^(?:ADV|PART|PRON)$/.test(other.pos) || other.lower === "that" || other.lower === "there",
    );
  }
  return false;
}
