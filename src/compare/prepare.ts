import { hashId } from "../id.ts";
import type { Article, Passage, Span, Statement } from "../model.ts";
import { extentOf, overlaps, passage, trimSpan } from "../span.ts";
import type { Claim, Standing } from "./claim.ts";
import { type ClaimContext, claimsOfSentence } from "./clause-claims.ts";
import { EntityIndex } from "./entity.ts";
import type { Voice } from "./frame.ts";
import type { CompareInput } from "./input.ts";
import { keptReadings, mayKeep, type Reading, readingFor } from "./kept-readings.ts";
import { keptWhole } from "./kept-whole.ts";
import { type Gender, gendersOf, pronounsAt } from "./pronoun.ts";
import { claimsOfStatement } from "./proposition.ts";
import { REPORTING_VERBS } from "./vocabulary.ts";

/** Everything the later steps read: who is who, and all claims in a fixed order. */
export interface Prepared {
  /** One for all comparisons of the same input: what is found by it alone is known by this. */
  input: object;
  articles: Article[];
  index: EntityIndex;
  /** Collection speaker of a document's speaker. */
  holderOf: Map<string, string>;
  sideOf: Map<string, string>;
  /** A collection speaker's role, where the texts give one. */
  roleOf: Map<string, string>;
  namesOfSides: Map<string, string>;
  claims: Claim[];
  /** Words that the texts use in lower case: a capital on one of them at a sentence's beginning makes no name. */
  common: ReadonlySet<string>;
  genders: Map<string, Gender>;
  /** Statements of the own voice, by id; only those in a point are kept in the end. */
  narrated: Map<string, Statement>;
  statements: Map<string, { statement: Statement; article: Article; standing: Standing; holders: string[] }>;
  narrator: (articleId: string) => string | null;
  /** A side's name for "we"; null where it is the long name of an office. */
  sideName: (side: string | null) => string | null;
}

/** Reads all statements and own-voice sentences as claims. Sorted by article and place: order of input is no matter. */
export function prepare(input: CompareInput): Prepared {
  const known = lately.get(input.articles);
  if (
    known &&
    known.input.speakers === input.speakers &&
    known.input.sides === input.sides &&
    known.input.sentences === input.sentences
  )
    return known.prepared;
  const prepared = prepareAnew(input);
  lately.set(input.articles, { input, prepared });
  return prepared;
}

/** `textsToEncode` and `compareArticles` read the same input one after the other: once is enough. */
const lately = new WeakMap<object, { input: CompareInput; prepared: Prepared }>();

function prepareAnew(input: CompareInput): Prepared {
  const articles = [...input.articles].sort(byArticle);
  const index = new EntityIndex(input.speakers, input.sides, commonWords(articles));
  const holderOf = new Map<string, string>();
  for (const speaker of input.speakers) {
    holderOf.set(speaker.id, speaker.id);
    for (const member of speaker.members) holderOf.set(member, speaker.id);
  }
  const prepared: Prepared = {
    input: {},
    articles,
    index,
    holderOf,
    sideOf: index.sideOf,
    roleOf: new Map(input.speakers.flatMap((s) => (s.role === null ? [] : [[s.id, s.role] as const]))),
    namesOfSides: new Map(input.sides.map((side) => [side.id, side.name])),
    claims: [],
    common: index.common,
    genders: gendersOf(articles, index, holderOf),
    narrated: new Map(),
    statements: new Map(),
    narrator: input.narrator,
    sideName: (side) => {
      const name = side === null ? undefined : input.sides.find((one) => one.id === side)?.name;
      return name !== undefined && name.split(" ").length <= 3 ? name : null;
    },
  };
  const kept = mayKeep(articles) ? keptReadings.in(worldOf(prepared, input)) : null;
  const readings = articles.map((article) => {
    const sentences = input.sentences.get(article.id) ?? [];
    const key = kept && JSON.stringify([article, prepared.narrator(article.id), sentences]);
    const known = kept?.get(key!);
    if (known) return known;
    const reading = read(prepared, article, sentences);
    if (kept) kept.put(key!, reading);
    return reading;
  });
  const whole = kept && keptWhole.get(readings);
  if (whole) return { ...whole };
  for (const [n, reading] of readings.entries()) {
    const { claims, narrated, statements } = kept ? readingFor(articles[n]!, reading) : reading;
    prepared.claims.push(...claims);
    for (const [id, statement] of narrated) prepared.narrated.set(id, statement);
    for (const [id, entry] of statements) prepared.statements.set(id, entry);
  }
  if (kept) keptWhole.put(readings, prepared);
  return prepared;
}

/** All beside the article itself that its reading depends on. */
function worldOf({ common, genders }: Prepared, { speakers, sides }: CompareInput): string {
  return JSON.stringify([speakers, sides, [...genders].sort(), [...common].sort()]);
}

function read(prepared: Prepared, article: Article, sentences: readonly Span[]): Reading {
  const own: Prepared = { ...prepared, claims: [], narrated: new Map(), statements: new Map() };
  for (const statement of article.statements) addStatement(own, article, statement);
  addNarrated(own, article, sentences);
  return { claims: own.claims, narrated: own.narrated, statements: own.statements };
}

function commonWords(articles: readonly Article[]): Set<string> {
  const found = new Set<string>();
  for (const article of articles)
    for (const match of article.text.matchAll(/(?<![\p{L}'’])\p{Ll}[\p{L}-]*/gu)) found.add(match[0]);
  return found;
}

/** By date, then id: the order of accounts. */
function byArticle(a: Article, b: Article): number {
  const key = (x: Article) => `${x.publishedAt ?? "~"} ${x.id}`;
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}

/** Cues that only say that somebody speaks. */
const PLAIN_SAYING =
  /\b(?:sa(?:y|ys|id|ying)|stat(?:e|es|ed|ing)|add(?:s|ed)|note[sd]?|according to|explain(?:s|ed)|stress(?:es|ed)|describ(?:es|ed)|report(?:s|ed)|told|wrote|put)\b/i;

const sidesOf = (prepared: Prepared, holders: readonly string[]) =>
  [...new Set(holders.flatMap((id) => prepared.sideOf.get(id) ?? []))].sort();

function addStatement(prepared: Prepared, article: Article, statement: Statement): void {
  const narrator = prepared.narrator(article.id);
  const holders = holdersOf(statement, prepared).sort();
  let standing: Standing = "spoken";
  const houseSide = article.kind === "readout" && narrator ? (prepared.sideOf.get(narrator) ?? null) : null;
  if (statement.parent !== null) {
    // At second hand: the statement that it stands in is compared, with all its words.
    prepared.statements.set(statement.id, { statement, article, standing: "nested", holders });
    return;
  }
  if (article.kind === "readout" && narrator && !holders.includes(narrator)) {
    // What a readout reports of another side is the readout's claim about it.
    if (
      holders.length === 0 ||
      (houseSide !== null &&
        statement.form !== "direct" &&
        holders.some((id) => prepared.sideOf.get(id) !== houseSide))
    ) {
      standing = "official";
    }
  }
  if (standing === "official" && narrator) {
    const reported = asReported(article, statement);
    const context = contextFor(prepared, article, [narrator], "official", extentOf(statement).start, null);
    prepared.statements.set(statement.id, { statement, article, standing, holders: [narrator] });
    if (reported)
      for (const claim of claimsOfSentence(reported, statement, context))
        prepared.claims.push({ ...claim, told: true });
    return;
  }
  prepared.statements.set(statement.id, { statement, article, standing, holders });
  // Words without a holder can't be anybody's account.
  if (holders.length === 0) return;
  prepared.claims.push(
    ...claimsOfStatement(
      statement,
      contextFor(prepared, article, holders, standing, extentOf(statement).start, statement),
    ),
  );
  // What a readout tells of its own people's doings ("the officer warned his counterpart") is its account, too.
  if (article.kind === "readout" && narrator && !holders.includes(narrator) && statement.form !== "direct") {
    const cue = statement.cue.map((p) => p.text).join(" ");
    const reported = PLAIN_SAYING.test(cue) || cue === "" ? null : asReported(article, statement);
    if (!reported) return;
    const context = contextFor(prepared, article, [narrator], "official", extentOf(statement).start, null);
    for (const claim of claimsOfSentence(reported, statement, context))
      prepared.claims.push({ ...claim, told: true, key: `${claim.key}o` });
  }
}

/** The whole attribution as one passage: "President Vasarin accepted that …". */
function asReported(article: Article, statement: Statement): Passage | null {
  const span = trimSpan(article.text, extentOf(statement));
  return span && span.end - span.start < 700 ? passage(article.text, span.start, span.end) : null;
}

/** The collection's speakers who hold a statement. */
export const holdersOf = (statement: Statement, { holderOf }: Pick<Prepared, "holderOf">): string[] => [
  ...new Set(statement.speakers.map((id) => holderOf.get(id) ?? id)),
];

function contextFor(
  prepared: Prepared,
  article: Article,
  holders: string[],
  standing: Standing,
  at: number,
  statement: Statement | null,
): ClaimContext {
  const sides = sidesOf(prepared, holders);
  const holder = holders.length === 1 ? holders[0]! : null;
  const voice: Voice = {
    holder,
    genderOf: (id) => prepared.genders.get(id),
    pronoun: pronounsAt(article, at, statement, holder, prepared.index, prepared.genders),
    side: sides.length === 1 ? sides[0]! : null,
    index: prepared.index,
  };
  return { article, voice, holders, sides, standing };
}

/** Sentences of the own voice: those that no attribution takes up. */
function addNarrated(
  prepared: Prepared,
  article: Article,
  sentences: readonly { start: number; end: number }[],
): void {
  const narrator = prepared.narrator(article.id);
  const taken = article.statements
    .filter((statement) => statement.parent === null)
    .flatMap((statement) => [...statement.source, ...statement.cue, ...statement.content]);
  const official =
    article.kind === "readout" &&
    narrator !== null &&
    (prepared.sideOf.has(narrator) || article.side !== null);
  const standing = official ? "official" : "narrated";
  if (article.kind === "transcript") return;
  for (const sentence of sentences) {
    const spans = taken.filter((span) => overlaps(span, sentence));
    const free = freeParts(sentence, spans);
    const longest = free.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)[0];
    if (!longest) continue;
    const trimmed = trimSpan(article.text, tidy(article.text, afterDateline(article.text, longest)));
    if (!trimmed || trimmed.end - trimmed.start < 20) continue;
    // The rest of a sentence that is mostly an attribution is only its introduction.
    if (spans.length > 0 && (trimmed.end - trimmed.start) / (sentence.end - sentence.start) < 0.5) continue;
    const words = passage(article.text, trimmed.start, trimmed.end);
    if (!/[a-z]{3}.* .*[a-z]/.test(words.text)) continue;
    const context = contextFor(prepared, article, narrator ? [narrator] : [], standing, trimmed.start, null);
    const statement = narratedStatement(article, words, narrator, prepared);
    const claims = claimsOfSentence(words, statement, context).filter(
      (claim) => claim.clause >= 0 && isWhole(claim) && (spans.length === 0 || !introduces(claim)),
    );
    if (claims.length === 0) continue;
    prepared.narrated.set(statement.id, statement);
    prepared.statements.set(statement.id, {
      statement,
      article,
      standing: context.standing,
      holders: context.holders,
    });
    prepared.claims.push(...claims);
  }
}

/** A sentence puts something forward by its main verb; a heading or a wish list does not. */
function isWhole(claim: Claim): boolean {
  const clause = claim.frame.clauses[claim.clause]!;
  return clause.kind === "main" || (clause.kind === "participle" && claim.quantities.length > 0);
}

/** "Ms. Roe said again": the frame of an attribution, no claim. */
function introduces(claim: Claim): boolean {
  const clause = claim.frame.clauses[claim.clause];
  return (
    clause === undefined ||
    REPORTING_VERBS.has(claim.frame.tokens[clause.verb]!.lemma) ||
    claim.to - claim.from < 4
  );
}

function freeParts(
  sentence: { start: number; end: number },
  taken: readonly { start: number; end: number }[],
): { start: number; end: number }[] {
  const free: { start: number; end: number }[] = [];
  let at = sentence.start;
  for (const span of [...taken].sort((a, b) => a.start - b.start)) {
    if (span.start > at) free.push({ start: at, end: span.start });
    at = Math.max(at, span.end);
  }
  if (at < sentence.end) free.push({ start: at, end: sentence.end });
  return free;
}

/** "LISSEN, Norvale, June 11 (Northline) — The presidents …": what stands before the dash is no part of the claim. */
function afterDateline(text: string, span: { start: number; end: number }): { start: number; end: number } {
  const dateline =
    /^\p{Lu}[\p{Lu}\s.'’-]{2,}(?:, [^—–\n]{2,40}?)?(?:\s\([^)]{2,40}\))?\s?(?:—|–|--|-)\s?(?=\p{Lu})/u.exec(
      text.slice(span.start, span.end),
    );
  return dateline ? { start: span.start + dateline[0].length, end: span.end } : span;
}

function tidy(text: string, span: { start: number; end: number }): { start: number; end: number } {
  let { start, end } = span;
  while (start < end && /[\s,;:—–"“”-]/.test(text.charAt(start))) start++;
  while (end > start && /[\s,;:—–"“”-]/.test(text.charAt(end - 1))) end--;
  return { start, end };
}

function narratedStatement(
  article: Article,
  words: Passage,
  narrator: string | null,
  prepared: Prepared,
): Statement {
  const own =
    narrator === null
      ? null
      : (article.speakers.find((s) => prepared.holderOf.get(s.id) === narrator)?.id ?? narrator);
  return {
    id: hashId("n", article.id, words.start, words.end),
    source: [],
    cue: [],
    content: [words],
    refersTo: [],
    form: "indirect",
    kind: "speech",
    act: "assert",
    negated: false,
    parent: null,
    addressee: [],
    medium: [],
    speakers: own === null ? [] : [own],
    via: [],
    speakerScore: own === null ? null : 1,
    guess: null,
    saidAt: null,
    score: 1,
  };
}
