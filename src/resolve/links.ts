import { linkAppositions } from "./apposition.ts";
import {
  CONJUNCTIONS,
  DAYS,
  DETERMINERS,
  FINITE,
  isVerbLike,
  MONTHS,
  PREPOSITIONS,
  SAYING,
} from "./lexicon/closed.ts";
import type { Mention, Mentions } from "./mention.ts";
import { placeKey } from "./places.ts";
import type { Token } from "./tokens.ts";

const COMPLEMENT = new Set(["of", "for", "at", "to", "from", "in", "with", "on", "by", "about"]);
const STATE_ROLE =
  /^(?:president|minister|premier|king|queen|emperor|chancellor|ambassador|government|parliament|republic|kingdom|envoy|prince|princess|embassy)$/;

/** Ties the mentions of a document to each other: owners, complements, grammar, appositions. Fills them in. */
export function linkMentions(mentions: Mentions, text: string): void {
  const { list: draft, tokens } = mentions;
  joinPrefixes(draft, tokens);
  joinOwners(draft, tokens, text);
  for (const mention of draft) {
    linkOwner(mention, mentions);
    linkComplement(mention, mentions);
    mention.grammar = grammarOf(mention, tokens, mentions);
    mention.possessive =
      /^['’]s?$/.test(tokens[mention.last + 1]?.text ?? "") ||
      /^(?:his|her|its|their|whose)$/.test(mention.head);
  }
  linkAppositions(mentions);
}

/** "Kestria President Ilona Vasarin": the name before a title belongs to it like an owner. */
function joinPrefixes(list: Mention[], _tokens: readonly Token[]): void {
  for (let k = 0; k + 1 < list.length; k++) {
    const [before, titled] = [list[k]!, list[k + 1]!];
    // "Dell police Chief Chuck Jordan" begins with a description
    const noun =
      before.form === "description" &&
      before.type !== "person" &&
      before.inside < 0 &&
      before.determiner === "";
    if ((before.form !== "name" && !noun) || titled.form !== "name" || titled.titles.length === 0) continue;
    if (before.last + 1 !== titled.first || before.titles.length > 0) continue;
    before.inside = titled.id;
    titled.owner = before.id;
    if (before.type === null && STATE_ROLE.test(titled.titles.at(-1)!.toLowerCase()))
      titled.country = placeKey(before.name);
  }
}

const STATE_BODY =
  /^(?:(?:Foreign|Interior|Defen[cs]e|Justice|Finance|Health|Water|Energy|Trade|Education|Transport|Agriculture|Central|Supreme|National|State|High) )*(?:Ministry|Department|Parliament|Government|Army|Navy|Embassy|Court|Bank|Assembly|Senate|Cabinet|Police)(?: of .+)?$/;

/** "Salvetia’s Foreign Ministry": a body of the state that owns it; the owner is a part of its name. */
function joinOwners(list: Mention[], tokens: readonly Token[], text: string): void {
  for (let k = 0; k + 1 < list.length; k++) {
    const [owner, body] = [list[k]!, list[k + 1]!];
    if (owner.form !== "name" || body.form !== "name" || owner.titles.length > 0 || body.titles.length > 0)
      continue;
    if (
      body.first !== owner.last + 2 ||
      !/^['’]s?$/.test(tokens[owner.last + 1]!.text) ||
      !STATE_BODY.test(body.name)
    )
      continue;
    owner.inside = body.id;
    body.owner = owner.id;
    body.country = placeKey(owner.name);
    body.type = "body";
    body.name = text.slice(owner.start, body.end).replace(/\s+/g, " ");
  }
}

/** Turns the owner's token index into the mention that ends there. */
function linkOwner(mention: Mention, mentions: Mentions): void {
  const token = mention.owner;
  if (token < 0 || mention.form !== "description") return;
  mention.owner = -1;
  let best: Mention | null = null;
  for (let k = mention.id - 1; k >= 0 && k > mention.id - 12; k--) {
    const candidate = mentions.list[k]!;
    if (candidate.last === token && (!best || candidate.first < best.first)) best = candidate;
  }
  for (let k = mention.id + 1; !best && k < mentions.list.length && mentions.list[k]!.first <= token; k++) {
    if (mentions.list[k]!.last === token) best = mentions.list[k]!;
  }
  if (!best) return;
  mention.owner = best.id;
  best.inside = mention.id;
  if (best.form === "name" && best.type === null && STATE_ROLE.test(mention.head))
    mention.country = placeKey(best.name);
}

function linkComplement(mention: Mention, mentions: Mentions): void {
  const { tokens } = mentions;
  if (mention.form === "pronoun" || mention.form === "relative") return;
  let at = mention.last + 1;
  const preposition = tokens[at]?.lower ?? "";
  if (!COMPLEMENT.has(preposition) || (mention.form === "name" && !/^(?:of|in|from)$/.test(preposition)))
    return;
  if (mention.form === "name" && mention.type === "body" && preposition !== "of") return;
  at++;
  let complement =
    mentions.startingAt.get(at) ??
    (DETERMINERS.has(tokens[at]?.lower ?? "") ? mentions.startingAt.get(at + 1) : undefined);
  if (!complement) {
    // "minister of water of Arland", "secretary of state for trade"
    for (let k = at; k < at + 5 && tokens[k]?.word && tokens[k]!.sentence === mention.sentence; k++) {
      if (tokens[k]!.lower !== "of" && tokens[k]!.lower !== "for") continue;
      complement =
        mentions.startingAt.get(k + 1) ??
        (tokens[k + 1]?.lower === "the" ? mentions.startingAt.get(k + 2) : undefined);
      if (complement) break;
    }
  }
  if (
    !complement ||
    complement.sentence !== mention.sentence ||
    complement.form === "pronoun" ||
    complement.form === "relative"
  )
    return;
  mention.complement = complement.id;
  const target = complement.complement >= 0 ? mentions.list[complement.complement]! : complement;
  // "the Group of 20 summit in Hamburg" is no country's
  const place = [complement, target].find((item) => item.form === "name" && item.type === null);
  if (
    place &&
    (preposition === "of" || preposition === "in") &&
    (mention.form === "name" || STATE_ROLE.test(mention.head)) &&
    mention.country === null
  ) {
    const second = complementOfName(complement, mentions);
    mention.country = placeKey((second ?? place).name);
  }
}

/** "Minister of Foreign Affairs of Kestria": the country follows the portfolio. */
function complementOfName(complement: Mention, { tokens, startingAt }: Mentions): Mention | null {
  const at = complement.last + 1;
  if (tokens[at]?.lower !== "of") return null;
  const next =
    startingAt.get(at + 1) ?? (tokens[at + 1]?.lower === "the" ? startingAt.get(at + 2) : undefined);
  return next?.form === "name" && next.type === null ? next : null;
}

function grammarOf(mention: Mention, tokens: readonly Token[], mentions: Mentions): Mention["grammar"] {
  const left = mention.form === "name" && DETERMINERS.has(tokens[mention.first - 1]?.lower ?? "") ? 2 : 1;
  const before = tokens[mention.first - left];
  const finite = verbFollows(endOf(mention, mentions) + 1, tokens, mention.sentence);
  if (!before || before.sentence !== mention.sentence) return "subject";
  if (PREPOSITIONS.has(before.lower)) {
    return finite && /^(?:as|after|before|since|until|than)$/.test(before.lower) ? "subject" : "oblique";
  }
  if (finite) return "subject";
  // "Did President Vasarin accept"
  if (
    /^(?:did|does|do|has|have|had|is|was|were|are|will|would|can|could|should)$/.test(before.lower) &&
    before.first
  )
    return "subject";
  if (!before.word || CONJUNCTIONS.has(before.lower)) return "subject";
  if (SAYING.has(before.lower)) {
    return /^(?:said|says|wrote|added|asked|replied|insisted|explained|argued)$/.test(before.lower)
      ? "subject"
      : "object";
  }
  return "object";
}

/** A finite verb right after, an adverb or an apposition between commas left out. */
function verbFollows(at: number, tokens: readonly Token[], sentence: number): boolean {
  let k = at;
  if (tokens[k]?.text === ",") {
    let end = k + 1;
    while (end < k + 16 && tokens[end]?.sentence === sentence && tokens[end]!.text !== ",") end++;
    if (tokens[end]?.text === ",") k = end + 1;
  } else if (tokens[k]?.text === "(") {
    let end = k + 1;
    while (end < k + 16 && tokens[end]?.sentence === sentence && tokens[end]!.text !== ")") end++;
    if (tokens[end]?.text === ")") k = end + 1;
  }
  if (
    /ly$|^(?:then|also|later|soon|never|still|now|once|even|again|himself|herself|itself)$/.test(
      tokens[k]?.lower ?? "",
    )
  )
    k++;
  const token = tokens[k];
  return token !== undefined && token.sentence === sentence && token.word && isVerbLike(token.lower);
}

/**
 * Last token of a description with the phrase that tells it apart: "minister of water", "report by the Institute",
 * "poll of 402 adults".
 */
export function phraseEnd(mention: Mention, mentions: Mentions): number {
  const { tokens } = mentions;
  const end = endOf(mention, mentions);
  if (mention.form !== "description") {
    return mention.complement >= 0 ? mentions.list[mention.complement]!.last : mention.last;
  }
  if (
    mention.complement >= 0 ||
    !/^(?:of|by|for|from|at|about|with|in|on|to)$/.test(tokens[end + 1]?.lower ?? "")
  )
    return end;
  let last = end;
  for (let k = end + 2; k < end + 8; k++) {
    const token = tokens[k];
    if (!token?.word || token.sentence !== mention.sentence || token.quotation !== mention.quotation) break;
    const { lower } = token;
    if (SAYING.has(lower) || FINITE.has(lower) || CONJUNCTIONS.has(lower)) break;
    if (PREPOSITIONS.has(lower) && k > end + 2) break;
    // "the President to intervene": a verb, not a phrase
    if (k === end + 2 && tokens[end + 1]!.lower === "to" && !token.capital && !DETERMINERS.has(lower))
      return end;
    if (DAYS.has(lower) || MONTHS.has(lower) || /^(?:his|her|it|him|them|condition)$/.test(lower)) return end;
    if (/ed$/.test(lower) && k > end + 2) return end;
    if (!DETERMINERS.has(lower) || /^\d/.test(lower)) last = k;
  }
  return last;
}

/** "a spokesman there", "the mayor there": somebody of the place or body just spoken of. */
export function there(mentions: Mentions, mention: Mention): boolean {
  const next = mentions.tokens[mention.last + 1];
  return (
    mention.form === "description" &&
    mention.owner < 0 &&
    mention.complement < 0 &&
    next?.lower === "there" &&
    next.sentence === mention.sentence
  );
}

/** Last token of a mention with its complements. */
export function endOf(mention: Mention, mentions: Mentions, depth = 0): number {
  if (mention.complement < 0 || depth > 4) return mention.last;
  return Math.max(mention.last, endOf(mentions.list[mention.complement]!, mentions, depth + 1));
}
