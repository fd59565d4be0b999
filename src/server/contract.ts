/**
 * Every request and answer of the API under /api, one Zod schema each: checked by the server, served as OpenAPI
 * (docs/openapi.json), and the types of the web app. Fields may be added; what stands here keeps its name and meaning.
 */
import { z } from "zod";
import { ACTS, KINDS, POINT_VERDICTS, SPEAKER_KINDS, STANCES, STATEMENT_KINDS } from "../model.ts";
import { COLLECTION_STATES, DOCUMENT_STATUSES } from "./contract-checking.ts";
import {
  absenceSchema,
  articlePassageSchema,
  articleRefSchema,
  checkedFilter,
  checkingSchema,
  copySchema,
  count,
  day,
  errorSchema,
  id,
  noticeSchema,
  nullable,
  pageQuery,
  pageSchema,
  pointRefSchema,
  reasonSchema,
  relationSchema,
  revision,
  sayingSchema,
  several,
  shiftSchema,
  sideRefSchema,
  spanSchema,
  speakerRefSchema,
  speakerSchema,
  statementViewSchema,
  tallySchema,
  timeSchema,
  variantSchema,
  wordDiffSchema,
} from "./contract-parts.ts";

export * from "./contract-checking.ts";
export * from "./contract-parts.ts";
export * from "./contract-rulings.ts";

// ------------------------------------------------------------------------------------------------ collections

export const collectionSummarySchema = z.object({
  id,
  name: z.string(),
  created: z.string(),
  revision,
  documents: count,
  /** Documents waiting or being read, and those that could not be read. */
  waiting: count,
  failed: count,
  statements: count,
  points: count,
  /** Statements that people have checked. */
  checked: count,
  /** reading: documents are waiting; comparing: all read, the board is being made anew. */
  state: z.enum(COLLECTION_STATES),
  /** Why comparing failed, where `state` is failed. */
  failure: errorSchema.shape.error.nullable(),
});
export const collectionsAnswerSchema = z.object({ collections: z.array(collectionSummarySchema) });
export const collectionPostSchema = z.object({ name: z.string().trim().min(1).max(200) });

// -------------------------------------------------------------------------------------------------- documents

export const documentRowSchema = z.object({
  id,
  /** File name or address, as given. */
  name: z.string(),
  /** part: one of several in another document (feed, mail), `of` being that one's id. */
  origin: z.object({ kind: z.enum(["file", "address", "text", "part"]), address: nullable, of: nullable }),
  status: z.enum(DOCUMENT_STATUSES),
  /** 0..1 while it is being read, else null. */
  progress: z.number().min(0).max(1).nullable(),
  error: errorSchema.shape.error.nullable(),
  warnings: z.array(noticeSchema),
  added: z.string(),
  /** The article it became, null until it is read. */
  article: articleRefSchema.nullable(),
  statements: count,
  checked: count,
});

/** POST …/documents as JSON; files come as multipart/form-data, field `files`, their names may be paths. */
export const documentsPostSchema = z.union([
  z.object({ url: z.string().trim().min(1).max(4000) }),
  z.object({ feed: z.string().trim().min(1).max(4000) }),
  z.object({
    text: z.string().min(1),
    title: z.string().max(1000).nullish(),
    outlet: z.string().max(300).nullish(),
    byline: z.string().max(300).nullish(),
    date: z.string().max(100).nullish(),
    url: z.string().max(4000).nullish(),
    side: z.string().max(300).nullish(),
    kind: z.enum(KINDS).nullish(),
  }),
]);
export const documentsPostedSchema = z.object({ revision, documents: z.array(documentRowSchema) });
export const documentsQuery = pageQuery.extend({ status: z.enum(DOCUMENT_STATUSES).optional() });
export const documentsAnswerSchema = z.object({
  revision,
  documents: z.array(documentRowSchema),
  next: nullable,
  total: count,
});

/** GET …/documents/:d: all that the reading view needs. `article` is null until the document is read. */
export const documentAnswerSchema = z.object({
  revision,
  document: documentRowSchema,
  article: z
    .object({
      id,
      url: nullable,
      outlet: nullable,
      title: nullable,
      byline: nullable,
      publishedAt: nullable,
      retrievedAt: nullable,
      kind: z.enum(KINDS),
      language: nullable,
      side: sideRefSchema.nullable(),
      text: z.string(),
      paragraphs: z.array(spanSchema),
      sentences: z.array(spanSchema),
      pages: z.array(pageSchema),
      times: z.array(timeSchema),
    })
    .nullable(),
  /** In text order; rejected ones stay listed. Nested ones name their `parent`. */
  statements: z.array(statementViewSchema),
  narrated: z.array(statementViewSchema),
  speakers: z.array(speakerRefSchema),
  /** Articles that carry the same wire text. */
  copies: z.array(copySchema),
});

// ------------------------------------------------------------------------------------------------------ board
export const COLUMN_KINDS = ["sides", "speakers", "outlets"] as const;
export const BOARD_ORDERS = ["weight", "time", "documents"] as const;

/** Filters that board and statement lists share. Ids of a speaker and a side; an outlet's name. */
export const filterQuery = z.object({
  q: z.string().max(300).optional(),
  speaker: id.optional(),
  side: id.optional(),
  outlet: z.string().max(300).optional(),
  act: z.enum(ACTS).optional(),
  /** yes: what people have dealt with; no: what is the machine's alone. */
  checked: checkedFilter,
});
export const boardQuery = filterQuery.extend({
  ...pageQuery.shape,
  by: z.enum(COLUMN_KINDS).optional(),
  order: z.enum(BOARD_ORDERS).optional(),
  /** May be given several times: any of them. */
  verdict: several(z.enum(POINT_VERDICTS)),
  /** Points with a document in the stretch, both ends included. */
  from: day,
  to: day,
});

export const boardCellSchema = z.object({
  /** A column's id. A column that answers in several ways has several cells. */
  column: id,
  /** Index of the position in the point's `positions`. */
  position: count,
  stance: z.enum(STANCES),
  /** Built from the statements' words: never to be shown in quotation marks. */
  answer: z.string(),
  /** The decisive words as the document has them, with the statement they stand in. */
  quote: articlePassageSchema,
  /** True where they are the holder's own, word for word: only then may they be shown in quotation marks. */
  verbatim: z.boolean(),
  statement: id,
  /** What this very statement says, whatever the position's answer is. */
  says: sayingSchema,
  article: articleRefSchema,
  speaker: speakerRefSchema,
  narrated: z.boolean(),
  /** Statements of this column behind the position; articles behind it, wire copies counted once. */
  count,
  independent: count,
  checked: tallySchema,
});

export const boardPointSchema = pointRefSchema.extend({
  reason: reasonSchema,
  decisive: relationSchema.nullable(),
  narratorDiffers: z.boolean(),
  independent: count,
  articles: count,
  cells: z.array(boardCellSchema),
  /** What a column's own readout leaves out, or would not say. */
  absences: z.array(absenceSchema.extend({ column: id.nullable() })),
  checked: tallySchema,
  checking: checkingSchema,
  /** True where a person wrote the question anew: the stances answer the one before. */
  askedAnew: z.boolean(),
  /** Dates of its earliest and latest statement. */
  from: nullable,
  to: nullable,
});

export const boardAnswerSchema = z.object({
  revision,
  by: z.enum(COLUMN_KINDS),
  /** In order of weight; `none` gathers what has no side, speaker or outlet. */
  columns: z.array(
    z.object({ id, name: z.string(), side: sideRefSchema.nullable(), points: count, statements: count }),
  ),
  points: z.array(boardPointSchema),
  next: nullable,
  total: count,
  /** How many points each verdict has under the same filters but that of the verdict. */
  verdicts: z.partialRecord(z.enum(POINT_VERDICTS), count),
  checked: tallySchema,
});

// ------------------------------------------------------------------------------------------------------ point
export const positionViewSchema = z.object({
  answer: z.string(),
  stance: z.enum(STANCES),
  speakers: z.array(speakerRefSchema),
  sides: z.array(sideRefSchema),
  articles: z.array(articleRefSchema),
  independent: count,
  statements: z.array(statementViewSchema),
});
export const shiftViewSchema = shiftSchema.extend({
  holder: speakerRefSchema,
  earlier: statementViewSchema,
  later: statementViewSchema,
});
export const pointAnswerSchema = z.object({
  revision,
  point: pointRefSchema.extend({
    formerly: z.array(id),
    reason: reasonSchema,
    narratorDiffers: z.boolean(),
    independent: count,
    score: z.number(),
  }),
  positions: z.array(positionViewSchema),
  relations: z.array(relationSchema),
  /** The pair that decides the verdict, and what differs in its words. */
  decisive: z.object({ relation: relationSchema, words: wordDiffSchema }).nullable(),
  timeline: z.array(
    z.object({
      date: nullable,
      /** Where the date is from: the words of the text, or the document's own date. */
      dated: z.enum(["said", "published", "unknown"]),
      statement: id,
      position: count,
      stance: z.enum(STANCES),
      speaker: speakerRefSchema,
      article: id,
    }),
  ),
  shifts: z.array(shiftViewSchema),
  absences: z.array(absenceSchema),
  variants: z.array(variantSchema),
  copies: z.array(copySchema),
  checked: tallySchema,
  checking: checkingSchema,
  /** True where a person wrote the question anew: the stances answer the one before. */
  askedAnew: z.boolean(),
  /** Its neighbours on the unfiltered board, for walking by key. */
  previous: nullable,
  following: nullable,
});

// ----------------------------------------------------------------------------------------- statements, speakers
export const statementsQuery = filterQuery.extend({
  ...pageQuery.shape,
  kind: z.enum(STATEMENT_KINDS).optional(),
  point: id.optional(),
  article: id.optional(),
  /** Where it stands; rejected ones are listed only when asked for. */
  status: z.enum(["machine", "checked", "corrected", "rejected"]).optional(),
  /** Sentences in the documents' own voice too. */
  narrated: z.enum(["true", "false"]).optional(),
});
export const statementsAnswerSchema = z.object({
  revision,
  statements: z.array(statementViewSchema),
  next: nullable,
  /** null where counting would cost more than it tells. */
  total: count.nullable(),
});

export const speakersQuery = pageQuery.extend({ q: z.string().max(300).optional(), side: id.optional() });
export const speakerRowSchema = speakerRefSchema.extend({
  id,
  aliases: z.array(z.string()),
  statements: count,
  documents: count,
  points: count,
  shifts: count,
  checked: count,
  /** Dates of the first and last statement. */
  from: nullable,
  to: nullable,
});
export const speakersAnswerSchema = z.object({
  revision,
  speakers: z.array(speakerRowSchema),
  next: nullable,
  total: count.nullable(),
});
export const speakerAnswerSchema = z.object({
  revision,
  speaker: speakerRowSchema,
  /** The documents' own speakers that were taken for one holder: what splitting works on. */
  members: z.array(
    z.object({
      id,
      name: z.string(),
      kind: z.enum(SPEAKER_KINDS),
      aliases: speakerSchema.shape.aliases,
      article: articleRefSchema,
      statements: count,
    }),
  ),
  /** By date, then as they stand in each document. */
  documents: z.array(z.object({ article: articleRefSchema, statements: z.array(statementViewSchema) })),
  shifts: z.array(shiftViewSchema),
  variants: z.array(variantSchema),
  absences: z.array(absenceSchema),
});
export const sidesAnswerSchema = z.object({
  revision,
  sides: z.array(
    sideRefSchema.extend({
      members: z.array(speakerRefSchema),
      articles: z.array(articleRefSchema),
      statements: count,
      points: count,
    }),
  ),
});

export type CollectionSummary = z.infer<typeof collectionSummarySchema>;
export type DocumentRow = z.infer<typeof documentRowSchema>;
export type DocumentAnswer = z.infer<typeof documentAnswerSchema>;
export type BoardAnswer = z.infer<typeof boardAnswerSchema>;
export type BoardPoint = z.infer<typeof boardPointSchema>;
export type BoardCell = z.infer<typeof boardCellSchema>;
export type PointAnswer = z.infer<typeof pointAnswerSchema>;
export type StatementsAnswer = z.infer<typeof statementsAnswerSchema>;
export type SpeakersAnswer = z.infer<typeof speakersAnswerSchema>;
export type SpeakerAnswer = z.infer<typeof speakerAnswerSchema>;
export type SpeakerRow = z.infer<typeof speakerRowSchema>;
export type SidesAnswer = z.infer<typeof sidesAnswerSchema>;
export type ShiftView = z.infer<typeof shiftViewSchema>;
export type PositionView = z.infer<typeof positionViewSchema>;
