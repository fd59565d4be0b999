/** What people and bodies are called in a question: by name, with or without an article, and by a pronoun when they come again. */
import type { Claim } from "./claim.ts";
import type { Token } from "./language.ts";
import type { Prepared } from "./prepare.ts";
import { genitive, lowerFirst, plain } from "./printed.ts";
import type { Gender } from "./pronoun.ts";

/** Who is who where a claim's "I", "we", "he" stand. */
export interface Voices {
  /** Holder's name as printed inside a sentence; null where none can be used. */
  holder: string | null;
  /** A person; else a body, a group, a document. */
  person: boolean;
  gender: Gender | null;
  side: string | null;
  he: string | null;
  she: string | null;
  they: string | null;
  /** Last words of persons' names, in lower case. */
  persons: ReadonlySet<string>;
  /** Words that the texts also use in lower case. */
  common: ReadonlySet<string>;
  /** Words that the texts write with a capital inside sentences, lower-cased: names. */
  names: ReadonlySet<string>;
}

const UNUSABLE =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|both|second|third|first|others?|some|many|none|no\.?|yes|i|you|he|she|it|we|they|this|that|order|board|mine|people|everyone|nobody)$|^(?:every|each|no|any|one|another|most) /i;

const BODY =
  /\b(?:office|ministry|union|council|committee|commission|company|board|court|government|trust|bank|agency|league|federation|guild|association|party|police|authority|circle|directorate|initiative|foundation|service|alliance|club|institute|museum|chamber|board|pool|army|department|press|post|ledger|telegraph|daily|times|courier|herald|gazette|observer|tribune)\b/i;

interface Usage {
  names: Set<string>;
  persons: Set<string>;
  called: Map<string, string | null>;
}

const usages = new WeakMap<Prepared, Usage>();

function usageOf(prepared: Prepared): Usage {
  const known = usages.get(prepared);
  if (known) return known;
  const names = new Set<string>();
  for (const { text } of prepared.articles)
    for (const match of text.matchAll(/(?<=[\p{Ll}\p{N},;] )\p{Lu}[\p{L}-]+/gu))
      names.add(match[0].toLowerCase());
  for (const name of prepared.index.nameOf.values()) {
    const words = name.split(/[\s-]+/);
    // "Deputy prime minister", "Labour inspector": descriptions at the beginning of a sentence.
    if (words.slice(1).some((word) => /^\p{Lu}/u.test(word)))
      for (const word of words) if (/^\p{Lu}/u.test(word)) names.add(word.toLowerCase());
  }
  const persons = new Set<string>();
  for (const [id, name] of prepared.index.nameOf)
    if (prepared.index.kindOf.get(id) === "person")
      for (const piece of name.split(/\s+/).at(-1)!.toLowerCase().split("-")) persons.add(piece);
  const made = { names, persons, called: new Map<string, string | null>() };
  usages.set(prepared, made);
  return made;
}

/** A name or description as it stands inside a sentence: "the Country Party", "the duty officer"; null where it is none. */
function called(name: string, person: boolean, prepared: Prepared): string | null {
  const usage = usageOf(prepared);
  // One name may be a person's here and a body's there.
  const key = `${person ? "person" : "body"} ${name}`;
  const known = usage.called.get(key);
  if (known !== undefined) return known;
  const made = asCalled(name, person, prepared);
  usage.called.set(key, made);
  return made;
}

function asCalled(name: string, person: boolean, prepared: Prepared): string | null {
  const flat = name.replace(/['‘]/g, "’").replace(/[“”"]/g, "").trim();
  const words = flat.split(/\s+/);
  if (flat === "" || UNUSABLE.test(flat) || words.length > 8 || /[,;:()]/.test(flat)) return null;
  if (/^(?:the|a|an|his|her|its|their|our|my|some|several|two|three|both|all|many)$/i.test(words[0]!))
    return /^(?:his|her|its|their|our|my)$/i.test(words[0]!)
      ? `the ${words.slice(1).join(" ")}`
      : lowerFirst(flat);
  const first = words[0]!.toLowerCase();
  const described =
    !words.slice(1).some((word) => /^\p{Lu}/u.test(word)) &&
    (words.length > 1
      ? prepared.common.has(first) || isPerson(words.at(-1)!)
      : !usageOf(prepared).names.has(first) && (prepared.common.has(first) || isPerson(first)));
  if (described) {
    if (/s$/.test(flat) && !/ss$/.test(flat)) return lowerFirst(flat);
    return `the ${lowerFirst(flat)}`;
  }
  if (person) return flat;
  let bare = 0;
  let defined = 0;
  for (const { text } of prepared.articles) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      if (/\bthe $/i.test(text.slice(Math.max(0, at - 4), at))) defined++;
      else if (!/(?:^|[\n.:—“]\s*)$/.test(text.slice(Math.max(0, at - 3), at))) bare++;
    }
  }
  const article = bare + defined > 0 ? defined >= bare && defined > 0 : BODY.test(flat) || / of /.test(flat);
  return article ? `the ${flat}` : flat;
}

/** The voices of a claim. */
export function voicesOf(claim: Claim, prepared: Prepared): Voices {
  const id = claim.holders.length === 1 ? claim.holders[0]! : null;
  const name = id === null ? undefined : prepared.index.nameOf.get(id);
  const person = id !== null && prepared.index.kindOf.get(id) === "person";
  const side = prepared.sideName(claim.sides.length === 1 ? claim.sides[0]! : null);
  const personal = (one: string | null) => (one === null ? null : called(one, true, prepared));
  return {
    holder: name === undefined ? null : called(name, person, prepared),
    person,
    gender: (id === null ? undefined : prepared.genders.get(id)) ?? null,
    side: side === null ? null : called(side, false, prepared),
    he: personal(claim.referent.he),
    she: personal(claim.referent.she),
    they: claim.together,
    common: prepared.common,
    persons: usageOf(prepared).persons,
    names: usageOf(prepared).names,
  };
}

const OWN = /^(?:i|me|my|mine|myself)$/;
const OURS = /^(?:we|us|our|ours|ourselves)$/;

const FORMS: Record<"he" | "she" | "they", Record<string, string>> = {
  he: { subject: "he", object: "him", possessive: "his", self: "himself" },
  she: { subject: "she", object: "her", possessive: "her", self: "herself" },
  they: { subject: "they", object: "them", possessive: "their", self: "themselves" },
};

const caseOf = (word: string) =>
  /^(?:i|we|he|she|they|it)$/.test(word)
    ? "subject"
    : /(?:self|selves)$/.test(word)
      ? "self"
      : /^(?:my|our|his|its|their|mine|ours)$/.test(word)
        ? "possessive"
        : "object";

/** A stand-in for a pronoun, what it costs a reader, and whether a following verb has to change its number. */
interface StandIn {
  text: string;
  cost: number;
  /** The verb that follows a subject: as for "he", as for "they", or as it stands. */
  verb: "one" | "many" | null;
}

/** What a question hasn't told who it is costs that much: too much for any but the last resort. */
const LOOSE = 6;

/** Names the persons of one question in turn. */
export class Caller {
  private readonly told = new Set<string>();
  /** What a pronoun may point back to. */
  private one = false;
  private people = false;
  private many = false;
  /** The only person told of, where the documents say which pronoun is theirs. */
  private only: Gender | null = null;
  /** True where nothing but the subject was told of: no object of its verb can mean the subject itself. */
  private direct = true;

  constructor(private readonly voices: Voices) {}

  /** Notes a noun phrase that pronouns may mean from here on. */
  mention(kind: "person" | "thing" | "many" | "body"): void {
    if (kind === "person") this.people = true;
    if (kind === "many" || kind === "body") this.many = true;
    if (kind === "thing" || kind === "body") this.one = true;
    this.only = null;
  }

  /** From here on an object may mean the subject: "begged him to let" – "him go". */
  loosen(): void {
    this.direct = false;
  }

  /** The words for a token: pronouns by name where that reads well; null where they can't be told. */
  word(tokens: readonly Token[], k: number): StandIn | null {
    const token = tokens[k]!;
    const { lower } = token;
    if (OWN.test(lower) || OURS.test(lower)) return this.own(lower, OURS.test(lower));
    if (/^(?:you|your|yours|yourself|yourselves)$/.test(lower)) return { text: lower, cost: 9, verb: null };
    const subject = /^(?:VERB|AUX)$/.test(tokens[k + 1]?.pos ?? "");
    if (/^(?:he|she|him|his|her|hers|himself|herself)$/.test(lower)) {
      if (lower === "her" && token.pos === "PROPN") return null;
      return this.other(lower, this.possessive(tokens, k));
    }
    if (/^(?:they|them|their|theirs|themselves)$/.test(lower)) {
      if (lower === "they" && this.voices.they !== null && !this.told.has("they")) {
        this.told.add("they");
        this.many = true;
        return { text: this.voices.they, cost: 0.5, verb: null };
      }
      const known = this.many && !(lower === "them" && this.direct);
      return { text: lower, cost: known ? 0.2 : LOOSE, verb: null };
    }
    if (/^(?:it|its|itself)$/.test(lower)) {
      const known = (this.one && !(lower === "it" && this.direct && !subject)) || expletive(tokens, k);
      return { text: lower, cost: known ? 0.3 : LOOSE, verb: null };
    }
    return null;
  }

  private own(lower: string, ours: boolean): StandIn {
    const { holder, side, person, gender } = this.voices;
    const name = ours ? (side ?? holder) : holder;
    const role = caseOf(lower);
    if (name === null) return { text: lower, cost: 9, verb: null };
    const plural = / and /.test(name);
    if (!this.told.has(name)) {
      this.told.add(name);
      this.mention(!ours && person ? "person" : person ? "many" : "body");
      if (!ours && person) this.only = gender;
      if (role === "self" || /^(?:mine|ours)$/.test(lower)) return { text: lower, cost: 9, verb: null };
      return {
        text: role === "possessive" ? genitive(name, person && name === holder) : name,
        cost: ours && side === null && person ? 1.5 : 0,
        verb: plural ? "many" : "one",
      };
    }
    const known = person && !ours ? gender : null;
    if (person && !ours && known === null && role === "subject") return { text: lower, cost: 9, verb: null };
    return {
      text: FORMS[known ?? "they"][role]!,
      cost: known === null && person && !ours ? 0.8 : 0.2,
      verb: known === null ? "many" : "one",
    };
  }

  private possessive(tokens: readonly Token[], k: number): boolean {
    const { lower } = tokens[k]!;
    if (lower === "his") return true;
    return lower === "her" && /^(?:NOUN|ADJ|PROPN|NUM)$/.test(tokens[k + 1]?.pos ?? "");
  }

  private other(lower: string, possessive: boolean): StandIn {
    const male = /^(?:he|him|his|himself)$/.test(lower);
    const name = male ? this.voices.he : this.voices.she;
    // Behind a person's name the pronoun is that person, or nobody could tell in the text either.
    const object = /^(?:him|her)$/.test(lower) && !possessive && this.direct;
    const fits = this.only === null || this.only === (male ? "he" : "she");
    if (!object && fits && (this.people || (name !== null && this.told.has(name))))
      return { text: lower, cost: 0.4, verb: null };
    if (name === null || this.told.has(name) || caseOf(lower) === "self")
      return { text: lower, cost: LOOSE, verb: null };
    this.told.add(name);
    this.mention("person");
    return { text: possessive ? genitive(name, true) : name, cost: 0.2, verb: null };
  }
}

const PERSONS =
  /(?:minister|president|officer|manager|director|leader|worker|driver|teacher|speaker|mayor|doctor|nurse|man|woman|chief|coach|child|girl|boy|guest|captain|editor|lawyer|player|winger|referee|founder|owner|farmer|rider|spokesperson|inspector|governor|senator|deputy|judge|electrician|engineer|scientist|artist|guard|colonel|general|soldier|commander|keeper|goalkeeper|chancellor|premier|commissioner|ambassador|envoy|secretary|chair|host|defendant|witness|patient|widow|widower|son|daughter|wife|husband|brother|sister|mother|father|king|queen|bishop|priest|monk|professor|student|painter|singer|writer|dealer|buyer|customer|client|employee|colleague|accused|operator)$/;

/** A word for somebody, whom "he" or "she" can mean. */
export const isPerson = (word: string) => PERSONS.test(word);

/** "it rained", "it is true that", "it makes no sense to": stands for nothing. */
function expletive(tokens: readonly Token[], k: number): boolean {
  const verb = tokens[k + 1];
  if (!verb) return false;
  if (/^(?:rain|snow|hail|thunder)/.test(verb.lemma)) return true;
  const rest = tokens.slice(k + 1, k + 9);
  const opens = (among: readonly Token[]) =>
    among.some(
      (token, n) =>
        /^(?:that|whether)$/.test(token.lower) ||
        (token.lower === "to" && /^(?:VERB|AUX)$/.test(among[n + 1]?.pos ?? "")),
    );
  // "made it clear that", "found it hard to".
  if (/^(?:make|find|think|consider|call)$/.test(tokens[k - 1]?.lemma ?? "") && opens(rest.slice(1, 4)))
    return true;
  return /^(?:be|seem|appear|make|take|remain|become)$/.test(verb.lemma) && opens(rest.slice(1));
}

/** A capital that only the beginning of a sentence gave. "President Ruiz" and names keep theirs. */
export function lowered(tokens: readonly Token[], k: number, { common, names }: Voices): string {
  const token = tokens[k]!;
  const text = plain(token);
  if (!/^\p{Lu}/u.test(text) || text === "I" || /^\p{Lu}[\p{Lu}\p{N}]/u.test(text)) return text;
  if (FUNCTION.test(token.lower.replace(/^['"]/, ""))) return lowerFirst(text);
  const opening = k === 0 || /^(?:PUNCT|SCONJ)$/.test(tokens[k - 1]!.pos) || plain(token) !== token.text;
  if (!opening) return text;
  const next = tokens[k + 1];
  if (names.has(token.lower) && !common.has(token.lower)) return text;
  if (
    next &&
    ((next.pos === "PROPN" && token.pos !== "ADJ") || (/^\p{Lu}/u.test(next.text) && names.has(token.lower)))
  )
    return text;
  if (common.has(token.lower) || /^\p{Lu}\p{Ll}{2,}ing$/u.test(text) || token.pos === "NUM")
    return lowerFirst(text);
  if (!names.has(token.lower) && /^(?:out|over|under|up|down|back)\p{Ll}{3,}$/u.test(token.lower))
    return lowerFirst(text);
  // A plural or a common word's tag: no name that was met elsewhere.
  if (!names.has(token.lower) && (token.pos !== "PROPN" || /[^s]s$/.test(text))) return lowerFirst(text);
  return text;
}

const FUNCTION =
  /^(?:the|a|an|this|that|these|those|no|any|some|such|our|my|his|her|its|their|both|all|each|every|either|neither|nobody|somebody|everybody|anybody|none|nothing|something|everything|anything|whoever|whatever|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half|several|many|few|most|more|fewer|less|nearly|about|almost|some|over|only|at|not|there|he|she|it|we|they|you|in|on|for|from|with|by|after|before|during|since|until|within|of|to|what|which|who|when|where|while|and|but|or|so|as|if|another|other|others|much|enough|today|yesterday|tomorrow)$/;
