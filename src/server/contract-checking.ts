/** The contract's second half: what to check next, what changed, search, sharing, events. */
import { z } from "zod";
import {
  articleRefSchema,
  id,
  nullable,
  passageSchema,
  pointRefSchema,
  revision,
  speakerRefSchema,
  statementViewSchema,
  tallySchema,
} from "./contract-parts.ts";

export const COLLECTION_STATES = ["empty", "reading", "comparing", "ready", "failed"] as const;
export const DOCUMENT_STATUSES = ["queued", "reading", "read", "failed"] as const;

// ------------------------------------------------------------------------------------- checking, changes, search
export const queueItemSchema = z.object({
  /** What to look at: one statement, and the point whose verdict hangs on it. */
  statement: statementViewSchema,
  point: pointRefSchema.nullable(),
  /** 0..1 each; the queue goes by their product. */
  consequence: z.number(),
  doubt: z.number(),
  /** The reasons in words, weightiest first. */
  why: z.array(z.object({ code: z.string(), text: z.string() })),
});
export const queueAnswerSchema = z.object({
  revision,
  items: z.array(queueItemSchema),
  next: nullable,
  checked: tallySchema,
});

export const changesQuery = z.object({ since: z.coerce.number().int().min(0) });
export const changesAnswerSchema = z.object({
  since: revision,
  revision,
  /** False where `since` is too old to be told: load anew. `before` is null where it is no longer known. */
  known: z.boolean(),
  points: z.array(
    z.object({
      change: z.enum(["came", "went", "changed"]),
      id,
      before: pointRefSchema.nullable(),
      after: pointRefSchema.nullable(),
    }),
  ),
});

export const searchQuery = z.object({
  q: z.string().trim().min(1).max(300),
  limit: z.coerce.number().int().min(1).max(100).optional(),
});
export const searchAnswerSchema = z.object({
  revision,
  statements: z.array(statementViewSchema),
  points: z.array(pointRefSchema),
  /** By name, title and outlet, then by their text; `found`: the words in the text, null where only the name has them. */
  documents: z.array(articleRefSchema.extend({ found: passageSchema.nullable() })),
  speakers: z.array(speakerRefSchema.extend({ id })),
});

/** GET …/quotation: give `statement`, or `article` with `start` and `end`. */
export const quotationQuery = z.object({
  statement: id.optional(),
  article: id.optional(),
  start: z.coerce.number().int().min(0).optional(),
  end: z.coerce.number().int().min(1).optional(),
});
export const quotationAnswerSchema = z.object({
  /** The exact words, with quotation marks around them. */
  words: z.string(),
  /** With the reference, ready to be pasted. */
  plain: z.string(),
  markdown: z.string(),
  csl: z.string(),
  bibtex: z.string(),
  /** The page's address with a text fragment that leads to the words. */
  address: nullable,
});

export const EXPORTS = ["webannotation", "csv", "markdown", "jsonld", "brat", "csl", "bibtex"] as const;
export const exportQuery = z.object({
  to: z.enum(EXPORTS),
  /** Only what people have checked. */
  checked: z.enum(["true", "false"]).optional(),
});
export const reportQuery = z.object({
  checked: z.enum(["true", "false"]).optional(),
  title: z.string().max(300).optional(),
});

/** What …/events sends as `data`; the SSE `event` is its `type`, `id` counts up. */
export const eventSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("revision"), revision }),
  z.object({
    type: z.literal("document"),
    document: id,
    status: z.enum([...DOCUMENT_STATUSES, "deleted"]),
    progress: z.number().nullable(),
  }),
  z.object({ type: z.literal("ruling"), ruling: id, by: nullable, revision }),
  z.object({ type: z.literal("collection"), state: z.enum([...COLLECTION_STATES, "deleted"]) }),
]);

export type QueueAnswer = z.infer<typeof queueAnswerSchema>;
export type QueueItem = z.infer<typeof queueItemSchema>;
export type ChangesAnswer = z.infer<typeof changesAnswerSchema>;
export type SearchAnswer = z.infer<typeof searchAnswerSchema>;
export type DeskEvent = z.infer<typeof eventSchema>;
