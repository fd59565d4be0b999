import type { ArticleSource, Span } from "../model.ts";
import { fold } from "./fold.ts";
import {
  DAYS,
  FINITE,
  isVerbLike,
  MONTHS,
  OPENERS,
  PARTICLES,
  PREPOSITIONS,
  SAYING,
} from "./lexicon/closed.ts";
import { isGivenName } from "./lexicon/given.ts";
import {
  BODY_NOUNS,
  DOCUMENT_NOUNS,
  GROUP_NOUNS,
  isPersonNoun,
  singular,
  TITLE_MODIFIERS,
  TITLES,
} from "./lexicon/nouns.ts";
import { demonymKey, isKnownCountry, isKnownDemonym, seatKey } from "./places.ts";
import { PORTFOLIO } from "./ties.ts";
import { spanAt, type Token } from "./tokens.ts";

/** A run of capitalised words that names something, its titles apart. Token indexes, `last` inclusive. */
export interface NameRun {
  first: number;
  last: number;
  /** First token of the name itself; `last + 1` where there are only titles ("the President"). */
  core: number;
  titles: string[];
  /** Key of a demonym before the title ("Kestrian Foreign Minister Orsik"). */
  demonym: string | null;
  /** Ends in the head of a body ("Ministry of Water", "Local 88"). */
  bodyLike: boolean;
}

const NEVER = new Set(
  "the a an and or but of in on at by for from to with i he she it they we you his her its their our my your this that these those is are was were be as if not no who when what where why how also".split(
    " ",
  ),
);
const SUFFIXES = /^(?:jr\.?|sr\.?|ii|iii|iv)$/;
const NUMBERED = new Set(
  "local unit channel district group radio lodge chapter route flight line division gate terminal".split(" "),
);
const MIDDLE_TITLES = new Set(
  `president minister secretary chancellor senator representative congressman congresswoman governor mayor commissioner
  ambassador chairman chairwoman premier spokesman spokeswoman spokesperson speaker executive attorney prosecutor director sheriff superintendent
  foreman commander coach manager captain gov. sen. rep. gen. mp chief ceo cfo coo`.split(/\s+/),
);
const PLURAL_OWNERS = /^(?:people|men|women|children)$/;

/** True for a title word, with or without its full stop. */
export function isTitle(lower: string): boolean {
  const bare = lower.replace(/\.$/, "");
  if (TITLES.has(bare)) return true;
  // "Secretary-General", "Vice-Chancellor", "ex-Minister"
  const compound = /^(?:(?:vice|ex|deputy|under)-(\w+)|(\w+)-(?:general|elect|designate))$/.exec(bare);
  return compound !== null && TITLES.has((compound[1] ?? compound[2])!);
}

/** True where a word (lower case) is a noun of one of the lists. */
export function isKnownNoun(lower: string): boolean {
  const one = singular(lower);
  return (
    isPersonNoun(one) ||
    BODY_NOUNS.has(one) ||
    DOCUMENT_NOUNS.has(one) ||
    GROUP_NOUNS.has(lower) ||
    TITLES.has(one)
  );
}

function bodyHead(lower: string): boolean {
  const bare = lower.replace(/\.$/, "");
  return BODY_NOUNS.has(bare) || BODY_NOUNS.has(singular(bare));
}

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

/** True where only blanks part two tokens of one sentence. */
export function adjacent(tokens: readonly Token[], text: string, a: number, b: number): boolean {
  const [left, right] = [tokens[a], tokens[b]];
  if (!left || !right || left.sentence !== right.sentence || left.paragraph !== right.paragraph) return false;
  return /^[^\S\n]*\n?[^\S\n]*$/.test(text.slice(left.end, right.start));
}

/** Endings of nouns that begin sentences without being names. */
const ABSTRACT = /(?:ing|ion|ity|ness|ment|ly|ed|ure|ance|ence|ship|ism|al|ive|ate|ty|th)$/;
const CONTRACTED = /^(?:i|he|she|it|we|you|they|that|there|who|what|here|where|how)'(?:s|d|ll|re|ve|m)$|n't$/;
const PARTY_PLURALS =
  /^(?:democrats|republicans|tories|conservatives|liberals|socialists|independents|communists|nationalists|unionists|greens|christians|muslims|jews|catholics|protestants|latinos|hispanics|blacks|evangelicals|millennials)$/;
/** What parties and headlines put before a name: "Republican Donald Wren", "GOP nominee". */
const PARTY_WORDS =
  /^(?:republican|democrat|democratic|gop|conservative|liberal|tory|libertarian|socialist|independent|labour)$/;

/** "many Democrats", "Americans": people by party or origin, not a name. */
export function isGroupName(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]!;
  if (!token.capital || !token.lower.endsWith("s") || tokens[index + 1]?.capital) return false;
  if (PARTY_PLURALS.test(token.lower)) return true;
  if (
    isKnownDemonym(token.text) &&
    !isKnownDemonym(token.text.slice(-3)) &&
    demonymKey(token.text.slice(0, -1)) !== null &&
    isKnownDemonym(token.text.slice(0, -1))
  )
    return true;
  const before = tokens[index - 1];
  return (
    before !== undefined &&
    /^(?:many|some|most|few|several|two|three|fellow|young|older|black|white|other|all)$/.test(
      before.lower,
    ) &&
    token.lower.length > 5
  );
}

const CAPITALS = new WeakMap<readonly Token[], Set<string>>();

/** All words of a document that begin with a capital, folded. */
function attested(tokens: readonly Token[]): Set<string> {
  const known = CAPITALS.get(tokens);
  if (known) return known;
  const found = new Set(tokens.filter((token) => token.capital).map((token) => fold(token.text)));
  CAPITALS.set(tokens, found);
  return found;
}

/** True where a token is an adjective of a people or country: "Kestrian officials", "the Russian president". */
export function isDemonym(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (!token?.capital || token.text.endsWith(".")) return false;
  if (isKnownDemonym(token.text)) return true;
  // "Belmaari" beside "Belmaar"
  if (/[a-z]{3}i$/.test(token.text) && attested(tokens).has(fold(token.text.slice(0, -1))))
    return tokens[index + 1]?.word === true;
  if (!/(?:[a-z]{2}(?:ian|ean|an|ese|ish))s?$/.test(token.text) || demonymKey(token.text) === null)
    return false;
  if (isGivenName(fold(token.text))) return false;
  const next = tokens[index + 1];
  if (!next?.word) return false;
  if (next.capital) return isTitle(next.lower) || TITLE_MODIFIERS.has(next.lower);
  return (
    !SAYING.has(next.lower) &&
    !FINITE.has(next.lower) &&
    !PREPOSITIONS.has(next.lower) &&
    !NEVER.has(next.lower)
  );
}

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
  return trimPrefixes(tokens, partPlaces(tokens, text, runs));
}

/** "Longtime Pollster Pat Cadell" beside "Pat Cadell": words before a name that the text also gives alone are no part of it. */
function trimPrefixes(tokens: readonly Token[], runs: NameRun[]): NameRun[] {
  const coreOf = (run: NameRun) => tokens.slice(run.core, run.last + 1).map((token) => token.lower);
  const alone = new Set(
    runs.filter((run) => run.core <= run.last && !run.bodyLike).map((run) => coreOf(run).join(" ")),
  );
  return runs.map((run) => {
    const words = coreOf(run);
    // "Regular Keith Mossop": what begins the sentence is no given name, what follows is one
    const opener = tokens[run.core]!;
    if (
      !run.bodyLike &&
      run.titles.length === 0 &&
      words.length >= 3 &&
      opener.first &&
      !isGivenName(fold(opener.text)) &&
      isGivenName(fold(tokens[run.core + 1]!.text)) &&
      tokens[run.core + 1]!.word &&
      !PARTICLES.has(words[1]!) &&
      !/^\p{L}\.?$/u.test(opener.text)
    )
      return { ...run, first: run.core + 1, core: run.core + 1 };
    if (run.bodyLike || words.length < 3) return run;
    for (let cut = 1; cut <= words.length - 2; cut++) {
      const prefix = words.slice(0, cut);
      if (PARTICLES.has(words[cut]!)) continue;
      if (
        !alone.has(words.slice(cut).join(" ")) ||
        prefix.some((word) => isGivenName(fold(word)) || /^\p{L}\.?$/u.test(word))
      )
        continue;
      return { ...run, first: run.titles.length > 0 ? run.first : run.core + cut, core: run.core + cut };
    }
    return run;
  });
}

/**
 * "Prime Minister of Oskaria Brigitte Vandael": after an office and "of" a run of three parts into a place and a name where
 * the text gives the surname or the place without the other.
 */
function partPlaces(tokens: readonly Token[], text: string, runs: NameRun[]): NameRun[] {
  const coreOf = (run: NameRun) => tokens.slice(run.core, run.last + 1).map((token) => token.lower);
  const surnames = new Set(
    runs
      .map((run) => coreOf(run))
      .filter((words) => words.length < 3)
      .map((words) => words.at(-1)!),
  );
  const alone = new Set(
    runs
      .map((run) => coreOf(run))
      .filter((words) => words.length === 1)
      .map((words) => words[0]!),
  );
  return runs.flatMap((run) => {
    const words = coreOf(run);
    // "President of the Republic of Tavria Anton Velichar"
    if (
      /^(?:republic|kingdom|federation|state|commonwealth)$/.test(words[0]!) &&
      words[1] === "of" &&
      words.length >= 5 &&
      words.indexOf("of", 2) < 0 &&
      !/^(?:and|the)$/.test(words[3]!)
    ) {
      const place: NameRun = { ...run, last: run.core + 2 };
      return [place, { ...run, first: run.core + 3, core: run.core + 3, demonym: null, bodyLike: false }];
    }
    const of = tokens[run.first - 1]?.lower === "the" ? run.first - 2 : run.first - 1;
    // "Minister of Foreign Affairs" names no place; "Minister of Water of the Republic of Khorvan" names one at its end
    if (
      /^(?:of|for)$/.test(tokens[of]?.lower ?? "") &&
      /^(?:ministers?|secretary|secretaries|undersecretary|secretary-general|commissioner)$/.test(
        tokens[of - 1]?.lower ?? "",
      ) &&
      PORTFOLIO.test(text.slice(tokens[run.core]!.start, tokens[run.last]!.end))
    ) {
      const at = words.lastIndexOf("of");
      if (at < 0) return [];
      const from = run.core + at + (words[at + 1] === "the" ? 2 : 1);
      return from > run.last ? [] : [{ ...run, first: from, core: from, bodyLike: false }];
    }
    if (words.length !== 3 || run.bodyLike || run.titles.length > 0) return [run];
    if (tokens[of]?.lower !== "of" || !isTitle(singular(tokens[of - 1]?.lower ?? ""))) return [run];
    const named = surnames.has(words[2]!) || isGivenName(fold(words[1]!));
    if (
      isGivenName(fold(words[0]!)) ||
      !(named || alone.has(words[0]!) || isKnownCountry(tokens[run.core]!.text))
    )
      return [run];
    const place: NameRun = { ...run, last: run.core };
    return [place, { ...run, first: run.core + 1, core: run.core + 1, demonym: null }];
  });
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

function extend(
  tokens: readonly Token[],
  text: string,
  start: number,
  isName: (index: number, inside: boolean) => boolean,
): number {
  let last = start;
  let joined = false;
  const next = (index: number) => adjacent(tokens, text, index - 1, index);
  const capital = (index: number) => isName(index, true) && !tokens[index]!.first;
  for (;;) {
    const k = last + 1;
    const token = tokens[k];
    if (!token) return last;
    const current = tokens[last]!.lower;
    if (next(k) && capital(k) && text.slice(tokens[last]!.end, token.start).length > 0) {
      last = k;
      continue;
    }
    if (next(k) && PARTICLES.has(token.lower)) {
      const after = PARTICLES.has(tokens[k + 1]?.lower ?? "") && next(k + 1) ? k + 2 : k + 1;
      if (next(after) && capital(after)) {
        last = after;
        continue;
      }
    }
    // 'Barry "Cod Almighty" Plunkett': a nickname stands inside the name
    if (
      /^["“‘'(]$/.test(token.text) &&
      tokens[last]!.capital &&
      [start, start + 1].some((at) => at <= last && isGivenName(fold(tokens[at]!.text)))
    ) {
      let end = k + 1;
      while (end < k + 5 && tokens[end]?.word) end++;
      if (
        end > k + 1 &&
        /^["”’')]$/.test(tokens[end]?.text ?? "") &&
        next(end + 1) &&
        capital(end + 1) &&
        tokens[k]!.text !== "("
      ) {
        last = end + 1;
        continue;
      }
    }
    if (token.text === "," && tokens[k + 1] && SUFFIXES.test(tokens[k + 1]!.lower)) {
      last = k + 1;
      continue;
    }
    if (token.text === "&" && capital(k + 1)) {
      last = k + 1;
      continue;
    }
    if (next(k) && /^\d+$/.test(token.text) && NUMBERED.has(current)) {
      last = k;
      continue;
    }
    const numbered = /^\d+$/.test(current) && NUMBERED.has(tokens[last - 1]?.lower ?? "");
    if (next(k) && /^(?:of|for)$/.test(token.lower) && (bodyHead(current) || numbered)) {
      const after = tokens[k + 1]?.lower === "the" ? k + 2 : k + 1;
      if (next(after) && (capital(after) || (current === "group" && /^\d+$/.test(tokens[after]!.text)))) {
        last = after;
        joined = true;
        continue;
      }
    }
    if (
      joined &&
      token.lower === "and" &&
      next(k) &&
      next(k + 1) &&
      capital(k + 1) &&
      bodyTail(tokens, k + 1)
    ) {
      last = k + 1;
      continue;
    }
    // "the Federated Dock and Quay Union": one name, where the text never gives its first part alone
    if (
      token.lower === "and" &&
      tokens[start - 1]?.lower === "the" &&
      next(k) &&
      next(k + 1) &&
      capital(k + 1)
    ) {
      let end = k + 1;
      while (next(end + 1) && capital(end + 1)) end++;
      const first = text.slice(tokens[start]!.start, tokens[last]!.end);
      const words = tokens.slice(start, last + 1);
      const other = words.some(
        (word) => bodyHead(word.lower) || isTitle(word.lower) || isGivenName(fold(word.text)),
      );
      const place = isKnownCountry(first) || seatKey(first) !== null || isDemonym(tokens, start);
      if (end > k + 1 && bodyHead(tokens[end]!.lower) && !other && !place && !standsAlone(text, first)) {
        last = end;
        continue;
      }
    }
    const owner = /^['’]s$/.test(token.text)
      ? PLURAL_OWNERS.test(current) || tokens[last - 1]?.lower.startsWith("st")
      : false;
    const plural = /^['’]$/.test(token.text) && current.endsWith("s");
    if ((owner || plural) && token.start === tokens[last]!.end && next(k + 1) && capital(k + 1)) {
      let end = k + 1;
      while (next(end + 1) && capital(end + 1)) end++;
      if (bodyHead(tokens[end]!.lower)) {
        last = end;
        continue;
      }
    }
    return last;
  }
}

function standsAlone(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (!/^ and \p{Lu}/u.test(text.slice(at + words.length))) return true;
  return false;
}

/** "Department of Health and Human Services": what follows "and" still belongs to the body's name. */
function bodyTail(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]!;
  if (isKnownCountry(token.text) || isTitle(token.lower) || isGivenName(fold(token.text))) return false;
  const after = tokens[index + 1];
  return after === undefined || !after.capital || bodyHead(after.lower);
}

/** Parts a run of capitals into names with their titles: "Kestria President Ilona Vasarin" gives two. */
function split(tokens: readonly Token[], first: number, last: number): NameRun[] {
  const words = [];
  for (let k = first; k <= last; k++) words.push(tokens[k]!.lower);
  const lastWord = words.at(-1)!;
  const joinAt = words.findIndex((word) => word === "of" || word === "for");
  const headWord =
    joinAt > 0
      ? /^\d+$/.test(words[joinAt - 1]!)
        ? (words[joinAt - 2] ?? "")
        : words[joinAt - 1]!
      : /^\d+$/.test(lastWord)
        ? (words.at(-2) ?? "")
        : lastWord;
  const bodyLike = bodyHead(headWord) && !(words.length === 1 && isTitle(headWord) && !bodyHead(headWord));
  const demonym = words.length > 1 && isDemonym(tokens, first) ? demonymKey(tokens[first]!.text) : null;
  if (bodyLike && !endsInTitleName(words)) {
    return [{ first, last, core: first, titles: [], demonym, bodyLike: true }];
  }
  let begin = first;
  while (begin < last && PARTY_WORDS.test(tokens[begin]!.lower) && tokens[begin + 1]!.capital) begin++;
  if (demonym !== null && titleRun(words, 1) > 1) begin = first + 1;
  const offset = begin - first;
  const titleEnd = titleRun(words, offset);
  // "Mr. King", "Ms. Dean": the word after Mr. is a surname whatever else it means
  if (
    titleEnd === words.length &&
    titleEnd > offset + 1 &&
    /^(?:mr|mrs|ms|miss|dr)\.?$/.test(words[titleEnd - 2]!)
  ) {
    const titles = tokens.slice(begin, last).map((token) => token.text);
    return [{ first: begin, last, core: last, titles, demonym, bodyLike: false }];
  }
  // "Special Envoy Ms. Lhamo Tsering-Roy": whatever stands before Ms. is a title
  const honorific = words.findIndex(
    (word, k) =>
      k >= titleEnd &&
      k > offset &&
      k < words.length - 1 &&
      /^(?:mr|mrs|ms|miss|dr|smt|shri|h\.e)\.?$/.test(word),
  );
  if (honorific > 0 && !words.includes("of")) {
    const titles = tokens.slice(begin, first + honorific + 1).map((token) => token.text);
    return [{ first, last, core: first + honorific + 1, titles, demonym, bodyLike: false }];
  }
  if (titleEnd > offset) {
    const titles = tokens.slice(begin, first + titleEnd).map((token) => token.text);
    return [{ first, last, core: first + titleEnd, titles, demonym, bodyLike: false }];
  }
  for (let k = offset + 1; k < words.length - 1; k++) {
    if (!MIDDLE_TITLES.has(words[k]!) || SUFFIXES.test(words[k + 1]!)) continue;
    let from = k;
    while (from > offset + 1 && TITLE_MODIFIERS.has(words[from - 1]!)) from--;
    let core = k + 1;
    while (core < words.length && isTitle(words[core]!)) core++;
    if (core >= words.length) break;
    const before: NameRun = {
      first: begin,
      last: first + from - 1,
      core: begin,
      titles: [],
      demonym: null,
      bodyLike: bodyHead(words[from - 1]!),
    };
    const titles = tokens.slice(first + from, first + core).map((token) => token.text);
    return [
      before,
      { first: first + from, last, core: first + core, titles, demonym: null, bodyLike: false },
    ];
  }
  return [{ first: begin, last, core: begin, titles: [], demonym: null, bodyLike: false }];
}

/** Index after the titles that begin at `from`; `from` where there are none. */
function titleRun(words: readonly string[], from: number): number {
  let end = from;
  for (let k = from; k < words.length; k++) {
    const word = words[k]!;
    if (
      isTitle(word) ||
      (k === from && isTitle(singular(word))) ||
      word === "h.e." ||
      (word === "executive" && k > from)
    )
      end = k + 1;
    else if (!TITLE_MODIFIERS.has(word) && !(word === "of" && end === k) && word !== "house") break;
    else if (word === "of") break;
  }
  return end;
}

/** "Chief Executive Leland Bank": a title before decides for a person although the last word could head a body. */
function endsInTitleName(words: readonly string[]): boolean {
  const end = titleRun(words, 0);
  return (
    end > 0 &&
    end < words.length &&
    !words.includes("of") &&
    words.length - end <= 3 &&
    (isGivenName(fold(words[end]!)) ||
      /^(?:mr|mrs|ms|dr|executive|president|gov|sen|rep|prof|sir|miss)\.?$/.test(words[end - 1]!))
  );
}
