import type { Attributed } from "../model.ts";
import { linkSourceAppositions } from "./apposition.ts";
import { CONJUNCTIONS, DETERMINERS, FINITE, PREPOSITIONS, SAYING } from "./lexicon/closed.ts";
import { FEMALE_TITLES, MALE_TITLES, singular } from "./lexicon/nouns.ts";
import { linkMentions } from "./links.ts";
import type { Gender, Mention, Mentions } from "./mention.ts";
import { adjacent, type NameRun } from "./name-words.ts";
import { findNames } from "./names.ts";
import { findNominals, type Nominal } from "./nominals.ts";
import { spanAt, type Token, tokenAt, tokenize } from "./tokens.ts";

const PRONOUNS: Record<string, { gender: Gender; plural: boolean }> = {
  he: { gender: "m", plural: false },
  him: { gender: "m", plural: false },
  his: { gender: "m", plural: false },
  himself: { gender: "m", plural: false },
  she: { gender: "f", plural: false },
  her: { gender: "f", plural: false },
  hers: { gender: "f", plural: false },
  herself: { gender: "f", plural: false },
  it: { gender: null, plural: false },
  its: { gender: null, plural: false },
  itself: { gender: null, plural: false },
  they: { gender: null, plural: true },
  them: { gender: null, plural: true },
  their: { gender: null, plural: true },
  theirs: { gender: null, plural: true },
  themselves: { gender: null, plural: true },
  i: { gender: null, plural: false },
  me: { gender: null, plural: false },
  my: { gender: null, plural: false },
  we: { gender: null, plural: true },
  us: { gender: null, plural: true },
  our: { gender: null, plural: true },
  you: { gender: null, plural: false },
  your: { gender: null, plural: false },
};
const CONTRACTED = /^(he|she|it|they|i|we|you|who)'(?:s|d|ll|re|ve|m)$/;
const RELATIVES = new Set(["who", "whom", "whose", "which"]);
const QUANTIFIED = new Set(["both", "neither", "two", "latter", "former", "pair", "trio"]);

const OFFICES =
  /^(?:president|minister|secretary|commissioner|governor|mayor|ambassador|chair|chairman|chairwoman|chairperson|director|chancellor|premier|speaker|executive|prosecutor|attorney|sheriff|collector|treasurer|superintendent|ombudsman|envoy|administrator|inspector|registrar|auditor|coordinator|officer|judge|coroner|principal|chief|leader|spokesman|spokeswoman|spokesperson|democrat|republican|conservative|socialist|liberal|unionist|nationalist)$/;

/** Finds all mentions of a document. */
export function findMentions(doc: Attributed): Mentions {
  const tokens = tokenize(doc);
  const { text } = doc.article;
  const labels = doc.turns.map((turn) => turn.label);
  const starts = new Set<number>();
  const sources: { first: number; last: number }[] = [];
  for (const statement of doc.statements) {
    for (const passage of [...statement.source, ...statement.addressee]) {
      if (spanAt(labels, passage.start) >= 0 || spanAt(labels, passage.end - 1) >= 0) continue;
      starts.add(passage.start);
      const first = tokenAt(tokens, passage.start);
      const last = tokenAt(tokens, passage.end - 1);
      if (first <= last && last < tokens.length) sources.push({ first, last });
    }
  }
  const runs = findNames(tokens, doc.article, starts, labels);
  const cues = new Set<number>();
  for (const statement of doc.statements) {
    for (const passage of statement.cue) {
      for (let k = tokenAt(tokens, passage.start); k < tokens.length && tokens[k]!.start < passage.end; k++)
        cues.add(k);
    }
  }
  const ends = new Map(sources.map(({ first, last }) => [first, last]));
  const nominals = findNominals(tokens, runs, sources, cues);
  let draft: Mention[] = [];
  for (const run of runs) draft.push(ofName(tokens, text, run));
  // where the mention that ends at a token begins, so that a description takes its whole owner in
  const begins = new Map<number, number>();
  for (const mention of draft) begins.set(mention.last, mention.first);
  for (const nominal of nominals) {
    const mention = ofNominal(tokens, text, nominal, begins);
    begins.set(mention.last, Math.min(mention.first, begins.get(mention.last) ?? mention.first));
    draft.push(mention);
  }
  const several = new Set<number>();
  for (let i = 0; i < tokens.length; i++) {
    const pronoun = ofPronoun(tokens, i, text);
    const mention = pronoun ?? ofSeveral(tokens, i, text, ends);
    if (mention && !pronoun) several.add(mention.first);
    if (mention) draft.push(mention);
  }
  // "the pair" is one expression, not a noun and a number
  if (several.size > 0)
    draft = draft.filter((mention) => mention.form !== "description" || !several.has(mention.first));
  draft.sort((a, b) => a.first - b.first || b.last - a.last);
  draft.forEach((mention, index) => {
    mention.id = index;
  });
  const mentions = index(tokens, draft);
  linkMentions(mentions, text);
  linkSourceAppositions(
    mentions,
    doc.statements.flatMap((statement) => statement.source),
    cues,
  );
  return mentions;
}

function blank(tokens: readonly Token[], text: string, first: number, last: number): Mention {
  const [a, b] = [tokens[first]!, tokens[last]!];
  return {
    id: 0,
    form: "description",
    start: a.start,
    end: b.end,
    first,
    last,
    head: "",
    name: "",
    titles: [],
    type: null,
    gender: null,
    plural: false,
    determiner: "",
    modifiers: [],
    owner: -1,
    complement: -1,
    country: null,
    apposed: -1,
    inside: -1,
    sentence: a.sentence,
    paragraph: a.paragraph,
    quotation: a.quotation,
    possessive: /^['’]s$/.test(text.slice(b.end, b.end + 2)),
    grammar: "object",
  };
}

/** Gender that titles give, or null. */
export function titleGender(titles: readonly string[]): Gender {
  for (const title of titles) {
    const word = title.toLowerCase().replace(/\.$/, "");
    if (MALE_TITLES.has(word)) return "m";
    if (FEMALE_TITLES.has(word)) return "f";
  }
  return null;
}

/** "Head of State", "head of government". */
const leads = (tokens: readonly Token[], at: number) =>
  tokens[at + 1]?.lower === "of" && /^(?:state|government)$/.test(tokens[at + 2]?.lower ?? "");

function ofName(tokens: readonly Token[], text: string, run: NameRun): Mention {
  const mention = blank(tokens, text, run.first, run.last);
  mention.titles = run.titles;
  mention.gender = titleGender(run.titles);
  mention.country = run.demonym;
  const before = tokens[run.first - 1];
  const determined =
    before !== undefined && DETERMINERS.has(before.lower) && adjacent(tokens, text, run.first - 1, run.first);
  // "the Care Minister", "our General Secretary": an office in capitals behind an article is no name
  const last = tokens[run.last]!.lower;
  // "the Union's Special Envoy" likewise
  const owned = before !== undefined && /^['’]s?$/.test(before.text);
  const office =
    (determined || owned) &&
    !run.bodyLike &&
    run.titles.length === 0 &&
    (run.last > run.first ? OFFICES.test(last) : determined && last === "head" && leads(tokens, run.last));
  if (run.core > run.last || office) {
    const head = last.replace(/\.$/, "");
    if (determined) {
      mention.first--;
      mention.start = before.start;
    }
    mention.head = singular(head);
    mention.type = "person";
    mention.plural = head.endsWith("s") && singular(head) !== head;
    if (mention.plural) mention.type = "group";
    mention.determiner = determined ? before.lower : "the";
    mention.modifiers = tokens.slice(run.first, run.last).map((token) => token.lower);
    addPortfolio(mention, tokens);
    return mention;
  }
  mention.form = "name";
  mention.name = text
    .slice(tokens[run.core]!.start, tokens[run.last]!.end)
    .replace(/ ["“‘'][^"”’']+["”’'] /g, " ")
    .replace(/\s+/g, " ");
  mention.head = tokens[run.last]!.lower;
  mention.type = run.bodyLike ? "body" : run.titles.length > 0 ? "person" : null;
  // "Former President Reker", "the late Mr. Sorby": lower-case roles right before a name are appositions, see below
  return mention;
}

function ofNominal(
  tokens: readonly Token[],
  text: string,
  nominal: Nominal,
  begins: ReadonlyMap<number, number>,
): Mention {
  const mention = blank(tokens, text, nominal.first, nominal.last);
  // the owner is a mention of its own; the span of the description takes it in
  if (nominal.ownerToken >= 0) {
    mention.first = Math.min(mention.first, begins.get(nominal.ownerToken) ?? nominal.ownerToken);
    mention.start = tokens[mention.first]!.start;
  }
  Object.assign(mention, {
    head: nominal.head,
    type: nominal.type,
    gender: nominal.gender,
    plural: nominal.plural,
    determiner: nominal.determiner,
    modifiers: nominal.modifiers,
    country: nominal.country,
    owner: nominal.ownerToken,
  });
  addPortfolio(mention, tokens);
  return mention;
}

/** "minister of water", "secretary of state": the words after "of" tell one role from another. */
function addPortfolio(mention: Mention, tokens: readonly Token[]): void {
  if (tokens[mention.last + 1]?.lower !== "of") return;
  for (let k = mention.last + 2; k < mention.last + 6; k++) {
    const token = tokens[k];
    if (!token?.word || token.sentence !== mention.sentence || token.lower === "of") return;
    if (DETERMINERS.has(token.lower) && k === mention.last + 2) continue;
    if (token.lower === "and" && DETERMINERS.has(tokens[k + 1]?.lower ?? "")) return;
    if (
      PREPOSITIONS.has(token.lower) ||
      (CONJUNCTIONS.has(token.lower) && token.lower !== "and") ||
      SAYING.has(token.lower) ||
      FINITE.has(token.lower)
    )
      return;
    mention.modifiers = [...mention.modifiers, token.lower];
  }
}

function ofPronoun(tokens: readonly Token[], index: number, text: string): Mention | null {
  const token = tokens[index]!;
  if (!token.word) return null;
  const bare = CONTRACTED.exec(token.lower)?.[1] ?? token.lower;
  if (token.text === "US" || (bare === "i" && token.text[0] !== "I")) return null;
  const facts = PRONOUNS[bare];
  // "Her Excellency" is a style, not somebody's
  if (/^(?:Excellency|Majesty|Highness|Eminence|Holiness)$/.test(tokens[index + 1]?.text ?? "")) return null;
  if (facts) {
    const mention = blank(tokens, text, index, index);
    mention.form = "pronoun";
    mention.head = bare;
    mention.gender = facts.gender;
    mention.plural = facts.plural;
    mention.type = facts.gender ? "person" : null;
    if (bare !== token.lower) mention.end = token.start + bare.length;
    return mention;
  }
  if (RELATIVES.has(bare)) {
    const mention = blank(tokens, text, index, index);
    mention.form = "relative";
    mention.head = bare;
    mention.type = bare === "which" ? null : bare === "whose" ? null : "person";
    return mention;
  }
  if (QUANTIFIED.has(bare)) {
    const next = tokens[index + 1];
    const ends =
      !next?.word ||
      FINITE.has(next.lower) ||
      SAYING.has(next.lower) ||
      CONJUNCTIONS.has(next.lower) ||
      PREPOSITIONS.has(next.lower) ||
      /ed$/.test(next.lower);
    const previous = tokens[index - 1];
    const the = previous?.lower === "the";
    if (!ends || (bare !== "both" && bare !== "neither" && !the)) return null;
    if (bare === "both" && next?.capital) return null;
    const mention = blank(tokens, text, the ? index - 1 : index, index);
    mention.form = "pronoun";
    mention.head = bare === "latter" || bare === "former" ? bare : "both";
    mention.plural = mention.head === "both";
    return mention;
  }
  return null;
}

/** "both", "each", "all three", "the two" as the whole of a source, whatever verb follows: two or three just spoken of. */
function ofSeveral(
  tokens: readonly Token[],
  index: number,
  text: string,
  ends: ReadonlyMap<number, number>,
): Mention | null {
  const last = ends.get(index);
  if (last === undefined || last - index > 2) return null;
  const words = tokens.slice(index, last + 1).map((token) => token.lower);
  const count = SEVERAL.exec(words.join(" "));
  if (!count) return null;
  const mention = blank(tokens, text, index, last);
  mention.form = "pronoun";
  mention.head = count[1] ? "three" : "both";
  mention.plural = true;
  return mention;
}

const SEVERAL =
  /^(?:both|both of them|each|each of them|neither|neither of them|either|the two|the pair|the two of them|(all three|the three|the trio))$/;

function index(tokens: Token[], list: Mention[]): Mentions {
  const startingAt = new Map<number, Mention>();
  const covering = new Map<number, Mention>();
  const open: Mention[] = [];
  for (const mention of list) {
    while (open.length > 0 && open.at(-1)!.last < mention.first) open.pop();
    const outer = open.at(-1);
    if (outer && outer.last >= mention.last && outer !== mention) mention.inside = outer.id;
    open.push(mention);
    if (!startingAt.has(mention.first)) startingAt.set(mention.first, mention);
    if (mention.inside < 0)
      for (let k = mention.first; k <= mention.last; k++) if (!covering.has(k)) covering.set(k, mention);
  }
  const bySentence = new Map<number, Mention[]>();
  for (const mention of list) {
    const known = bySentence.get(mention.sentence);
    if (known) known.push(mention);
    else bySentence.set(mention.sentence, [mention]);
  }
  return { tokens, list, bySentence, startingAt, covering };
}
