/**
 * Every type that crosses a stage, the disk or the wire. The JSON side is the contract of docs/format.md
 * ("readout/1"); the types of the stages in between stand below it. This file imports nothing but the types of rulings.
 *
 * Positions are half-open and count UTF-16 code units of the article's `text`. Nothing is `undefined`:
 * an unknown value is `null`, an empty list is `[]`.
 */

import type { Metadata, Ruling } from "./ruling.ts";

export * from "./ruling.ts";

/** A place in a text: `text.slice(start, end)`. */
export interface Span {
  start: number;
  end: number;
}

/** A span that carries its own words, so that it can be checked wherever it enters. */
export interface Passage extends Span {
  text: string;
}

/** A passage outside a statement: names its article too. */
export interface ArticlePassage extends Passage {
  article: string;
}

export const KINDS = ["report", "transcript", "readout"] as const;
/** What sort of document: a news report, a transcript, an official readout or release. */
export type ArticleKind = (typeof KINDS)[number];

export const FORMS = ["direct", "indirect", "mixed"] as const;
export type Form = (typeof FORMS)[number];

export const STATEMENT_KINDS = ["speech", "belief", "intention"] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

export const ACTS = [
  "assert",
  "deny",
  "confirm",
  "accept",
  "reject",
  "doubt",
  "allege",
  "accuse",
  "warn",
  "expect",
  "announce",
  "promise",
  "threaten",
  "demand",
  "propose",
  "ask",
  "agree",
  "praise",
  "criticise",
  "decline",
  "believe",
  "want",
] as const;
export type Act = (typeof ACTS)[number];

export const SPEAKER_KINDS = ["person", "group", "body", "document", "unnamed"] as const;
export type SpeakerKind = (typeof SPEAKER_KINDS)[number];

/** One attribution: somebody (source) says, believes or intends (cue) something (content). */
export interface Statement {
  id: string;
  source: Passage[];
  cue: Passage[];
  content: Passage[];
  refersTo: Passage[];
  form: Form;
  kind: StatementKind;
  act: Act;
  negated: boolean;
  parent: string | null;
  addressee: Passage[];
  medium: Passage[];
  speakers: string[];
  via: Passage[];
  speakerScore: number | null;
  guess: string | null;
  saidAt: string | null;
  score: number;
}

export interface Speaker {
  id: string;
  name: string;
  kind: SpeakerKind;
  aliases: string[];
  role: string | null;
  side: string | null;
  members: string[];
}

export interface Side {
  id: string;
  name: string;
  members: string[];
}

/** A labelled page of a paged source. */
export interface Page extends Span {
  label: string;
}

/** A timed stretch of a transcript; `from` and `to` in seconds. */
export interface TimeSpan extends Span {
  from: number;
  to: number;
}

/** What ingest makes of one input: text and metadata, nothing read in it yet. */
export interface ArticleSource {
  id: string;
  ref: string | null;
  path: string | null;
  url: string | null;
  outlet: string | null;
  title: string | null;
  byline: string | null;
  publishedAt: string | null;
  retrievedAt: string | null;
  kind: ArticleKind;
  language: string | null;
  /** Words of the front matter's `side` at ingest; a Side id once compared. */
  side: string | null;
  text: string;
  textOffset: number;
  /** The file's line on which `text` begins, from 1; only there where front matter was cut off before it. */
  textLine?: number;
  pages: Page[];
  times: TimeSpan[];
}

export interface Article extends ArticleSource {
  speakers: Speaker[];
  statements: Statement[];
  narrated: Statement[];
  /** Statements that a person rejected: listed, in no comparison. Only there where there are any. */
  rejected?: Statement[];
  /** The fields that rulings changed, as the machine had them: what is laid over can be taken off again. */
  machine?: Partial<Pick<Article, "statements" | "speakers" | keyof Metadata>>;
}

export const RELATION_VERDICTS = ["agree", "conflict", "diverge", "unclear"] as const;
export type RelationVerdict = (typeof RELATION_VERDICTS)[number];

export const POINT_VERDICTS = ["disputed", "divergent", "unclear", "agreed", "one-sided"] as const;
export type PointVerdict = (typeof POINT_VERDICTS)[number];

export const REASON_CODES = [
  "paraphrase",
  "negation",
  "number",
  "date",
  "place",
  "attribution",
  "time",
  "scope",
  "wording",
  "hedged",
  "reported",
  "referent",
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

export interface Reason {
  code: ReasonCode;
  text: string;
}

export const STANCES = ["yes", "no", "other"] as const;
export type Stance = (typeof STANCES)[number];

export interface Position {
  answer: string;
  stance: Stance;
  statements: string[];
  speakers: string[];
  sides: string[];
  articles: string[];
  independent: number;
}

export interface Relation {
  pair: [string, string];
  question: string;
  verdict: RelationVerdict;
  evidence: [ArticlePassage, ArticlePassage];
  reason: Reason;
  score: number;
}

/** A point at issue: one question that the documents answer, in one way or in several. */
export interface Point {
  id: string;
  formerly: string[];
  question: string;
  label: string;
  verdict: PointVerdict;
  reason: Reason;
  positions: Position[];
  relations: Relation[];
  decisive: Relation | null;
  narratorDiffers: boolean;
  independent: number;
  score: number;
}

export interface Shift {
  id: string;
  speaker: string;
  about: string;
  from: string;
  to: string;
  point: string | null;
}

export const ABSENCE_KINDS = ["declined", "no-answer", "not-mentioned"] as const;
export type AbsenceKind = (typeof ABSENCE_KINDS)[number];

export interface Absence {
  id: string;
  kind: AbsenceKind;
  speaker: string | null;
  article: string;
  point: string | null;
  evidence: ArticlePassage[];
}

export const VARIANT_RELATIONS = ["same", "truncated", "paraphrased", "altered"] as const;
export type VariantRelation = (typeof VARIANT_RELATIONS)[number];
/** By what kind of word a change in a quotation changes its meaning. */
export const VARIANT_MATTERS = ["negation", "number", "modal", "scope", "name"] as const;
export type VariantMatter = (typeof VARIANT_MATTERS)[number];

/** Words of one print and what the other has for them; `matter` is null where the meaning stays. */
export interface VariantChange {
  from: string;
  to: string;
  matter: VariantMatter | null;
}

export interface Variant {
  id: string;
  speaker: string;
  statements: [string, string];
  relation: VariantRelation;
  changes: VariantChange[];
}

export interface Copy {
  id: string;
  articles: string[];
  origin: string | null;
  share: number;
}

/** A coded warning or failure about one input. */
export interface Notice {
  input: string;
  code: string;
  message: string;
}

export interface ModelInfo {
  name: string;
  version: string;
  sha256: string;
}

export interface Collection {
  format: "readout/1";
  generator: { name: string; version: string; models: ModelInfo[] };
  articles: Article[];
  speakers: Speaker[];
  sides: Side[];
  points: Point[];
  shifts: Shift[];
  absences: Absence[];
  variants: Variant[];
  copies: Copy[];
  rulings: Ruling[];
  warnings: Notice[];
  failures: Notice[];
}

// ---------------------------------------------------------------------------------------------------------
// Between the stages

/** A region in quotation marks. `start`/`end` take in the marks; `inner` does not. */
export interface Quotation extends Span {
  inner: Span;
  /** 0 for an outermost quotation, 1 for one inside it, … */
  depth: number;
  /** True where the region has both its marks, or runs on over paragraphs in the usual way. */
  closed: boolean;
  /** Index of the first paragraph's region when this one continues a quotation over a paragraph border, else null. */
  continues: number | null;
}

/** One turn of a transcript: who (the label without its colon) and what (trimmed). */
export interface Turn {
  label: Span;
  body: Span;
  /** How the label reads: a name, or a question or answer mark ("Q.", "A:"). */
  kind: "name" | "question" | "answer";
}

/** segment's result: the document and its parts, all in text order. */
export interface Segmented {
  article: ArticleSource;
  paragraphs: Span[];
  /** Sentences never cross a paragraph border. */
  sentences: Span[];
  quotations: Quotation[];
  /** [] where the document is no transcript. */
  turns: Turn[];
}

export type Role = "source" | "cue" | "content";

/** One contiguous piece of a role as the model marks it, edges trimmed of white space. */
export interface Mark extends Span {
  role: Role;
  /** Mean probability of its tags, 0..1. */
  score: number;
}

/** One attribution as the model links it: indexes into `marks`, in text order. */
export interface Link {
  source: number[];
  cue: number[];
  content: number[];
  /** Probability that source, cue and content are linked right by overlap. */
  score: number;
}

/** Marks in text order and the attributions that they make. */
export interface Marked {
  marks: Mark[];
  links: Link[];
}

/** How the model reads acts: a row of log odds for each word piece, to be averaged over a cue. */
export interface ActScores {
  /** Where each piece starts, ascending. */
  starts: Int32Array;
  labels: readonly Act[];
  /** Pieces × labels, row-major. */
  rows: Float32Array;
}

/** What the encoder makes of each word piece in its context, as few numbers; by it `resolve` weighs whom a pronoun means. */
export interface PieceStates {
  /** Where each piece starts, ascending. */
  starts: Int32Array;
  /** Numbers a piece. */
  width: number;
  /** What a value of 1 is in `rows`: whole steps, so that nothing hangs on the last digits of a machine's arithmetic. */
  scale: number;
  /** Pieces × width, row-major. */
  rows: Int8Array;
}

/**
 * tag's result; `inner` is what the model finds inside contents, `acts` null where the model reads none, `states` null where it
 * gives none or no model has read the text.
 */
export interface Tagged extends Segmented, Marked {
  inner: Marked;
  acts: ActScores | null;
  states: PieceStates | null;
}

/**
 * A statement before its holder is known: attribute's result, resolve's input.
 * `speakers` is [], `via` [], `speakerScore` null, `guess` null until `resolve` fills them in.
 */
export interface Attributed extends Tagged {
  statements: Statement[];
}

/** One window for the tagger: ids and types of equal length, [CLS] and [SEP] included, no padding. */
export interface TaggerWindow {
  ids: Int32Array;
  types: Int32Array;
}

/** Raw outputs for one window of T pieces: emissions T×(7 a level), link vectors T×D, row-major. */
export interface TaggerOutput {
  emissions: Float32Array;
  link: Float32Array;
  /** T × acts; null where the model has no head for them. */
  act: Float32Array | null;
  /** T × states; null where the model gives none. */
  state: Float32Array | null;
}

/** The attribution model as a stage sees it; the engine gives one, tests may write one by hand. */
export interface Tagger {
  run(window: TaggerWindow): Promise<TaggerOutput>;
}

/** Makes one unit-length vector per text, for similarity; the engine gives one. */
export interface Encoder {
  encode(texts: string[]): Promise<Float32Array[]>;
}

/** A statement as the pair model reads it; whatever is not known is null. */
export interface Said {
  text: string;
  /** What its pronouns stand for: "he: Petar Husz; the offer: the withdrawal". */
  refers: string | null;
  /** Name, and role after a comma. */
  speaker: string | null;
  side: string | null;
  /** ISO 8601, for order only. */
  date: string | null;
  act: Act | null;
  negated: boolean;
  /** Who reports it, where it is only reported. */
  reporter: string | null;
}

/** What the pair model finds, as probabilities. */
export interface PairOpinion {
  /** That both answer one question. */
  same: number;
  /** Given that they do: in the order agree, conflict, diverge, unclear. */
  verdict: [agree: number, conflict: number, diverge: number, unclear: number];
  /** Given that they do, by reason code. */
  reason: Partial<Record<ReasonCode, number>>;
}

/** Judges pairs of statements; the engine gives one, tests may write one by hand. A pair's order is no matter. */
export interface PairModel {
  judge(pairs: readonly (readonly [Said, Said])[]): Promise<PairOpinion[]>;
}
