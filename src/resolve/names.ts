import type { ArticleSource, Span } from "../model.ts";
import { fold } from "./fold.ts";
import { DAYS, isVerbLike, MONTHS, OPENERS, PARTICLES, PREPOSITIONS, SAYING } from "./lexicon/closed.ts";
import { isGivenName } from "./lexicon/given.ts";
import { singular, TITLE_MODIFIERS } from "./lexicon/nouns.ts";
import { extend, split } from "./name-split.ts";
import { trimNames } from "./name-trim.ts";
import {
  adjacent,
  bodyHead,
  isDemonym,
  isGroupName,
  isKnownNoun,
  isOriginNoun,
  isTitle,
  type NameRun,
  NEVER,
  NUMBERED,
} from "./name-words.ts";
import { isKnownCountry, seatKey } from "./places.ts";
import { spanAt, type Token } from "./tokens.ts";

/** What the whole text shows about its words: how often capitalised inside sentences, and whether ever in lower case. */
class Usage {
  readonly capital = new Map<string, number>();
  readonly lower = new Set<string>();
  readonly headline = new Set<number>();

  constructor(tokens: readonly Token[]) {
    const byParagraph = new Map<number, Token[]>();
    for (const token of tokens) {
      const list = byParagraph.get(token.paragraph);
      if (list) list.push(token);
      else byParagraph.set(token.paragraph, [token]);
    }
    for (const [paragraph, list] of byParagraph) if (isHeadline(list)) this.headline.add(paragraph);
    for (const token of tokens) {
      if (!token.word) continue;
      if (!token.capital) this.lower.add(token.lower);
      else if (!token.first && !this.headline.has(token.paragraph))
        this.capital.set(token.lower, (this.capital.get(token.lower) ?? 0) + 1);
    }
  }
}

/** A line in title case or capitals: its capitals say nothing about names. */
function isHeadline(list: readonly Token[]): boolean {
  const words = list.filter((token) => token.word && /\p{L}/u.test(token.text));
  const long = words.filter((token) => token.text.length >= 4);
  const last = list.at(-1);
  if (words.length < 3 || long.length < 2 || words.length > 30 || last?.text === "." || last?.text === ":")
    return false;
  return long.filter((token) => token.capital).length / long.length > 0.75;
}

/** Endings of nouns that begin sentences without being names. */
const ABSTRACT = /(?:ing|ion|ity|ness|ment|ly|ed|ure|ance|ence|ship|ism|al|ive|ate|ty|th)$/;
const CONTRACTED = /^(?:i|he|she|it|we|you|they|that|there|who|what|here|where|how)'(?:s|d|ll|re|ve|m)$|n't$/;

/**
 * Finds the names of a document.
 * @param starts offsets at which a source begins: there a capital word is a name even at the start of a sentence
 * @param labels spans of transcript labels, which are read apart
 */
export function findNames(
  tokens: readonly Token[],
  article: Pick<ArticleSource, "text">,
  starts: ReadonlySet<number>,
  labels: readonly Span[],
): NameRun[] {
  const usage = new Usage(tokens);
  const { text } = article;
  const runs: NameRun[] = [];
  const inLabel = (token: Token) => spanAt(labels, token.start) >= 0 || spanAt(labels, token.end - 1) >= 0;

  const isName = (index: number, inside: boolean): boolean => {
    const token = tokens[index];
    if (!token?.capital || NEVER.has(token.lower) || CONTRACTED.test(token.lower)) return false;
    // "the Yorkshireman", "the Londoner"
    if (isOriginNoun(tokens, index)) return false;
    if (isGroupName(tokens, index) || /^q\d+$/.test(token.lower)) return false;
    if (token.text.length > 1 && token.text === token.text.toLowerCase()) return false;
    if (
      MONTHS.has(token.lower.replace(/\.$/, "")) &&
      !(inside && /^(?:may|june|april|august)$/.test(token.lower))
    ) {
      const next = tokens[index + 1];
      if (!(next?.capital && /^(?:may|june|april|august)$/.test(token.lower) && !MONTHS.has(next.lower)))
        return false;
    }
    if (DAYS.has(token.lower.replace(/\.$/, ""))) return false;
    if (!token.first || inside) return true;
    const next =
      PARTICLES.has(tokens[index + 1]?.lower ?? "") && !PREPOSITIONS.has(tokens[index + 1]!.lower)
        ? PARTICLES.has(tokens[index + 2]?.lower ?? "")
          ? tokens[index + 3]
          : tokens[index + 2]
        : tokens[index + 1];
    const through = next !== undefined && next !== tokens[index + 1];
    if (NUMBERED.has(token.lower) && /^\d+$/.test(tokens[index + 1]?.text ?? "")) return true;
    if (OPENERS.has(token.lower)) return /^(?:new|great)$/.test(token.lower) && next?.capital === true;
    if (next?.capital && (through || adjacent(tokens, text, index, index + 1))) {
      if (isGivenName(fold(token.text))) return true;
      if (isTitle(token.lower) || TITLE_MODIFIERS.has(token.lower)) return true;
      if (isKnownNoun(token.lower) && !bodyHead(token.lower)) return false;
      return usage.capital.has(token.lower) || !usage.lower.has(token.lower);
    }
    if (usage.capital.has(token.lower)) return true;
    if (isKnownNoun(token.lower)) return isTitle(token.lower) && starts.has(token.start);
    if (usage.lower.has(token.lower)) return false;
    if (isKnownCountry(token.text) || isGivenName(fold(token.text)) || seatKey(token.text)) return true;
    if (starts.has(token.start))
      return !(token.lower.endsWith("s") && token.lower.length > 4 && !/(?:ss|us|is)$/.test(token.lower));
    if (next === undefined || token.lower.endsWith("s")) return false;
    if (next.lower === "'s" || SAYING.has(next.lower) || next.text === "(") return true;
    return isVerbLike(next.lower) && !ABSTRACT.test(token.lower);
  };

  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (!token.capital || inLabel(token)) continue;
    const headline = usage.headline.has(token.paragraph);
    if (headline && !headlineName(tokens, i, usage)) continue;
    if (!isName(i, false)) continue;
    if (isBodyWord(tokens, text, i)) continue;
    if (isDemonym(tokens, i) && !demonymInName(tokens, text, i)) continue;
    let last = extend(tokens, text, i, isName);
    if (headline && tokens[last + 1]?.text !== "," && tokens[i - 1]?.text !== ":") {
      const attested = () =>
        usage.capital.has(tokens[last]!.lower) && standsElsewhere(text, token.start, tokens[last]!.end);
      while (last > i && !attested()) last--;
    }
    for (const run of split(tokens, i, last)) runs.push(run);
    i = last;
  }
  return trimNames(tokens, text, runs);
}

/** "The Ministry", "this Court", "the two Presidents": a word for a body, not a name. */
function isBodyWord(tokens: readonly Token[], text: string, index: number): boolean {
  const token = tokens[index]!;
  // newspapers and chambers go by one word that elsewhere names other things
  if (
    /^(?:post|times|journal|tribune|herald|guardian|courier|gazette|ledger|chronicle|observer|telegraph|monitor|house|senate|congress|parliament|treasury|bureau|standard|press)$/.test(
      token.lower,
    ) &&
    !token.first
  )
    return false;
  if (/^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-|$)/.test(token.lower)) return true;
  if (
    token.text === token.text.toUpperCase() ||
    !(bodyHead(token.lower) || (isTitle(singular(token.lower)) && token.lower.endsWith("s")))
  )
    return false;
  const next = tokens[index + 1];
  if (next && (next.capital || /^\d/.test(next.text)) && adjacent(tokens, text, index, index + 1))
    return false;
  if (
    next &&
    /^(?:of|for)$/.test(next.lower) &&
    tokens[tokens[index + 2]?.lower === "the" ? index + 3 : index + 2]?.capital
  )
    return false;
  const before = tokens[index - 1];
  return (
    token.first ||
    (before !== undefined &&
      (/^(?:the|this|that|his|her|my|your|whose|our|their|its|both|two|three|said)$/.test(before.lower) ||
        /^['’]s$/.test(before.text)))
  );
}

/** True where the same words stand in the text once more: in a headline capitals alone don't make a name. */
function standsElsewhere(text: string, start: number, end: number): boolean {
  const words = text.slice(start, end);
  const first = text.indexOf(words);
  return first !== start || text.indexOf(words, end) >= 0 || text.slice(end, end + 1) === ",";
}

/** In a headline only what begins a list of people ("Daria Orsik, Minister of …") or is a name elsewhere counts. */
function headlineName(tokens: readonly Token[], index: number, usage: Usage): boolean {
  if (usage.capital.has(tokens[index]!.lower) || tokens[index - 1]?.text === ":") return true;
  for (let k = index; k < index + 5; k++) {
    const token = tokens[k];
    if (!token || token.paragraph !== tokens[index]!.paragraph) return false;
    if (token.text === ",") return k > index + 1;
    if (!token.capital && !PARTICLES.has(token.lower)) return false;
  }
  return false;
}

/** "American Airlines", "Russian Federation": the demonym begins the name of a body or a titled person. */
function demonymInName(tokens: readonly Token[], text: string, index: number): boolean {
  const next = tokens[index + 1];
  return next?.capital === true && adjacent(tokens, text, index, index + 1) && !NEVER.has(next.lower);
}
