/**
 * Corrections as people send them. A draft names what it is about by ids; the server turns these into evidence (exact
 * words with what stands before and after) before anything is kept, and splits larger moves into pairs.
 */
import { z } from "zod";
import { ACTS, FORMS, KINDS, RELATION_VERDICTS, STATEMENT_KINDS } from "../model.ts";
import { count, id, nullable, revision, rulingSchema, spanSchema } from "./contract-parts.ts";

const statement = z.object({ statement: id });
const article = z.object({ article: id });
const speaker = z.object({ speaker: id });
const spans = z.array(spanSchema).max(50);
const roles = z.object({ source: spans, cue: spans, content: spans });
const draft = { note: z.string().max(5000).nullish() };
const words = z.string().trim().min(1).max(1000);

/** Who holds it: speakers of the collection or of the document, or a new one by name; [] and null: not known. */
const setSpeaker = z.object({ speakers: z.array(id).max(20), name: words.nullish() });

/**
 * One correction. By action:
 * - `accept`, `reject`, `check`, `note`: of a statement; `check` and `note` also of a point;
 * - `add-statement`, `set-spans`, `set-act`, `set-form`, `set-kind`, `set-speaker`: a statement's parts;
 * - `same-speaker`: merges speakers; `not-same-speaker`: two ids, or parts `members` off from one;
 * - `set-name`, `set-side`: of a speaker (`set-side` also of a document); null takes the side away;
 * - `same-point`: statements, or whole points (merge), or a statement into a point (move);
 * - `not-same-point`: two statements, or `statements` split off a point;
 * - `set-relation` of two statements, `set-question` of a point, `set-metadata` of a document, `undo` of a ruling (redo
 *   is the undo of an undo).
 */
export const rulingDraftSchema = z.discriminatedUnion("action", [
  z.object({ action: z.literal("accept"), on: statement, ...draft }),
  z.object({ action: z.literal("reject"), on: statement, ...draft }),
  z.object({
    action: z.literal("check"),
    on: z.union([statement, z.object({ point: id })]),
    /** Whether it is right as it stands; null: looked at, left open. True where not told. */
    value: z.object({ right: z.boolean().nullable() }).nullish(),
    ...draft,
  }),
  z.object({
    action: z.literal("note"),
    on: z.union([statement, z.object({ point: id })]),
    note: z.string().trim().min(1).max(5000),
  }),
  z.object({
    action: z.literal("add-statement"),
    on: article,
    value: roles.extend({
      act: z.enum(ACTS).nullish(),
      form: z.enum(FORMS).nullish(),
      kind: z.enum(STATEMENT_KINDS).nullish(),
      negated: z.boolean().nullish(),
      ...setSpeaker.partial().shape,
    }),
    ...draft,
  }),
  z.object({ action: z.literal("set-spans"), on: statement, value: roles, ...draft }),
  z.object({
    action: z.literal("set-act"),
    on: statement,
    value: z.object({ act: z.enum(ACTS), negated: z.boolean().nullish() }),
    ...draft,
  }),
  z.object({
    action: z.literal("set-form"),
    on: statement,
    value: z.object({ form: z.enum(FORMS) }),
    ...draft,
  }),
  z.object({
    action: z.literal("set-kind"),
    on: statement,
    value: z.object({ kind: z.enum(STATEMENT_KINDS) }),
    ...draft,
  }),
  z.object({ action: z.literal("set-speaker"), on: statement, value: setSpeaker, ...draft }),
  z.object({ action: z.literal("same-speaker"), on: z.object({ speakers: z.tuple([id, id]) }), ...draft }),
  z.object({
    action: z.literal("not-same-speaker"),
    on: z.union([
      z.object({ speakers: z.tuple([id, id]) }),
      z.object({ speaker: id, members: z.array(id).min(1).max(500) }),
    ]),
    ...draft,
  }),
  z.object({ action: z.literal("set-name"), on: speaker, value: z.object({ name: words }), ...draft }),
  z.object({
    action: z.literal("set-side"),
    on: z.union([speaker, article]),
    value: z.object({ side: words.nullable() }),
    ...draft,
  }),
  z.object({
    action: z.literal("same-point"),
    on: z.union([
      z.object({ statements: z.tuple([id, id]) }),
      z.object({ points: z.tuple([id, id]) }),
      /** `from`: the point it leaves, where it stands on several; the first when not told. */
      z.object({ statement: id, point: id, from: id.nullish() }),
    ]),
    ...draft,
  }),
  z.object({
    action: z.literal("not-same-point"),
    on: z.union([
      z.object({ statements: z.tuple([id, id]) }),
      z.object({ point: id, statements: z.array(id).min(1).max(500) }),
    ]),
    ...draft,
  }),
  z.object({
    action: z.literal("set-relation"),
    on: z.object({ statements: z.tuple([id, id]) }),
    value: z.object({ verdict: z.enum(RELATION_VERDICTS) }),
    ...draft,
  }),
  z.object({
    action: z.literal("set-question"),
    on: z.object({ point: id }),
    value: z.object({ question: words }),
    ...draft,
  }),
  z.object({
    action: z.literal("set-metadata"),
    on: article,
    value: z.object({
      title: nullable.optional(),
      outlet: nullable.optional(),
      byline: nullable.optional(),
      publishedAt: nullable.optional(),
      url: nullable.optional(),
      kind: z.enum(KINDS).optional(),
      language: nullable.optional(),
    }),
    ...draft,
  }),
  z.object({ action: z.literal("undo"), on: z.object({ ruling: id }), ...draft }),
]);

/** One request makes no more: a larger move is made in parts, by hand. Taking one back is as many. */
export const MAX_RULINGS = 2000;

/** POST …/rulings. `by` is the name shown in the history; there are no accounts yet. */
export const rulingsPostSchema = z.object({
  by: z.string().trim().max(200).nullish(),
  rulings: z.array(rulingDraftSchema).min(1).max(MAX_RULINGS),
});

/** A ruling in the history. */
export const rulingViewSchema = z.object({
  ruling: rulingSchema,
  /** Its place in the history, from 1. */
  sequence: count,
  /** True where a later `undo` stands against it. */
  undone: z.boolean(),
  /** The undo that stands against it, for redoing. */
  undoneBy: nullable,
  /** In words: "Act set to deny", "Merged Ana Ruiz and the mayor". */
  summary: z.string(),
  /** The words it aims at, shortened; null where it aims at none. */
  words: nullable,
  /** What it touches now, by ids; [] where it is orphaned. */
  statements: z.array(id),
  articles: z.array(id),
});

/** GET …/rulings: newest first. */
export const rulingsAnswerSchema = z.object({
  revision,
  rulings: z.array(rulingViewSchema),
  next: nullable,
  total: count,
  /** What people did: a move of many pairs is one, undos are none; `undone` of them were taken back. */
  corrections: z.object({ made: count, undone: count }),
});

/** POST …/rulings: kept for good. What follows from it comes with a later revision where `pending` is true. */
export const rulingsPostedSchema = z.object({
  revision,
  rulings: z.array(rulingViewSchema),
  pending: z.boolean(),
});

export type RulingDraft = z.infer<typeof rulingDraftSchema>;
export type RulingsPost = z.input<typeof rulingsPostSchema>;
export type RulingView = z.infer<typeof rulingViewSchema>;
export type RulingsAnswer = z.infer<typeof rulingsAnswerSchema>;
export type RulingsPosted = z.infer<typeof rulingsPostedSchema>;
