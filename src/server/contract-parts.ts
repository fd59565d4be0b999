/**
 * The parts that the API's answers are made of (contract.ts): references, statements as shown, checking, errors.
 * Only Zod and the format's own schemas, so that the browser can use it too.
 */
import { z } from "zod";
import { KINDS, POINT_VERDICTS, SPEAKER_KINDS } from "../model.ts";
import { collectionSchema } from "../schemas.ts";

const shape = collectionSchema.shape;
const articleShape = shape.articles.element.shape;

/** A statement just as docs/format.md has it. */
export const statementSchema = articleShape.statements.element;
export const passageSchema = statementSchema.shape.source.element;
export const relationSchema = shape.points.element.shape.relations.element;
export const articlePassageSchema = relationSchema.shape.evidence.def.items[0];
export const reasonSchema = relationSchema.shape.reason;
export const rulingSchema = shape.rulings.element;
export const noticeSchema = shape.warnings.element;
export const shiftSchema = shape.shifts.element;
export const absenceSchema = shape.absences.element;
export const variantSchema = shape.variants.element;
export const copySchema = shape.copies.element;
export const speakerSchema = shape.speakers.element;
export const sideSchema = shape.sides.element;
export const pageSchema = articleShape.pages.element;
export const timeSchema = articleShape.times.element;

export const id = z.string().min(1).max(200);
export const nullable = z.string().nullable();
export const count = z.number().int().min(0);
/** Grows by one with everything that changes what a collection shows; also its ETag, in quotation marks. */
export const revision = z.number().int().min(0);
export const spanSchema = z.object({ start: count, end: count });

/** Every answer that is no success: the codes are those of docs/errors.md. */
export const errorSchema = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    details: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
});

/** What the page links carry: the last row's key. Opaque to the client. */
export const pageQuery = z.object({
  after: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
});

/** A document's or statement's side, a speaker's side. */
export const sideRefSchema = z.object({ id, name: z.string() });

export const speakerRefSchema = z.object({
  /** null where the document doesn't name the holder; `name` then holds its words for him. */
  id: nullable,
  name: z.string(),
  kind: z.enum(SPEAKER_KINDS).nullable(),
  role: nullable,
  side: sideRefSchema.nullable(),
  /** False where the holder is only the best guess. */
  sure: z.boolean(),
});

export const articleRefSchema = z.object({
  id,
  /** The document it was read from: its id in the addresses of the API. */
  document: id,
  /** Short, unique within the collection. */
  name: z.string(),
  title: nullable,
  outlet: nullable,
  publishedAt: nullable,
  kind: z.enum(KINDS),
  side: sideRefSchema.nullable(),
});

export const pointRefSchema = z.object({
  id,
  label: z.string(),
  question: z.string(),
  verdict: z.enum(POINT_VERDICTS),
});

export const CHECKING = ["machine", "checked", "corrected", "added", "disputed", "rejected"] as const;
/** Where a statement or point stands: as the machine left it, or what people did with it. */
export const checkingSchema = z.object({
  /**
   * machine: nobody looked; checked: found right as it stands; corrected: spans, act, speaker or so set by hand (counts
   * as checked); added: by hand; disputed: people ruled both ways; rejected: no statement, left out of comparing.
   */
  status: z.enum(CHECKING),
  /** Who ruled last, and when. */
  by: nullable,
  at: nullable,
  /** The notes people left, oldest first. */
  notes: z.array(z.object({ by: nullable, at: nullable, text: z.string() })),
  /** The rulings that touch it, oldest first. */
  rulings: z.array(id),
});

/** How many of a thing's statements people have checked. */
export const tallySchema = z.object({ done: count, total: count });

/** A statement's words as they may stand beside its holder's name. */
export const sayingSchema = z.object({
  /** The cue ahead of words that are not the holder's own speech: "rejected", "denied:", "said"; else null. */
  lead: nullable,
  /** In quotation marks where the document quotes them, shortened with […]; `decisive` ones decide the point. */
  words: z.array(z.object({ text: z.string(), decisive: z.boolean() })),
});

/** A statement as every view shows it: its passages, holders and document, where it stands, what it bears on. */
export const statementViewSchema = z.object({
  statement: statementSchema,
  article: articleRefSchema,
  /** True for a sentence in the document's own voice: no attribution. */
  narrated: z.boolean(),
  holders: z.array(speakerRefSchema),
  /** From the innermost to the outermost: who is said to report it; [] where the holder speaks for himself. */
  reportedBy: z.array(z.array(speakerRefSchema)),
  /** On one line, behind the holder's name. */
  says: sayingSchema,
  /** From its first word to its last, all roles. */
  extent: passageSchema,
  /** The sentences it stands in and one before and after, "" at a border of the document; offsets in the article. */
  context: z.object({ start: count, before: z.string(), text: z.string(), after: z.string(), end: count }),
  /** Page label or time in the source, as references give it: "p. 4", "0:12:31". */
  place: nullable,
  points: z.array(pointRefSchema),
  checking: checkingSchema,
});

/** Parts of two passages in reading order: words of both, of the left one alone, of the right one alone. */
export const wordDiffSchema = z.array(z.object({ in: z.enum(["both", "left", "right"]), text: z.string() }));

/** A query value that may stand several times. */
export function several<T extends z.ZodType>(value: T) {
  return z
    .union([z.array(value).max(100), value])
    .transform((v): z.output<T>[] => (Array.isArray(v) ? v : [v]) as z.output<T>[])
    .optional();
}
export const CHECKED_FILTERS = ["all", "yes", "no"] as const;
export const checkedFilter = z.enum(CHECKED_FILTERS).optional();
/** An ISO 8601 date, whole or cut short: "2024", "2024-05", "2024-05-17". */
export const day = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/u, "a date like 2024-05-17, 2024-05 or 2024")
  .optional();

export type StatementView = z.infer<typeof statementViewSchema>;
export type Saying = z.infer<typeof sayingSchema>;
export type SpeakerRef = z.infer<typeof speakerRefSchema>;
export type ArticleRef = z.infer<typeof articleRefSchema>;
export type PointRef = z.infer<typeof pointRefSchema>;
export type SideRef = z.infer<typeof sideRefSchema>;
export type Checking = z.infer<typeof checkingSchema>;
export type Tally = z.infer<typeof tallySchema>;
export type WordDiff = z.infer<typeof wordDiffSchema>;
export type ErrorAnswer = z.infer<typeof errorSchema>;
