/** What the tools take and give: passages in the documents' own words, with where they stand; never a paraphrase. */
import { z } from "zod";
import { ACTS, POINT_VERDICTS, STANCES } from "../model.ts";
import { articlePassageSchema, noticeSchema, nullable, reasonSchema } from "../server/contract.ts";

const evidenceSchema = z.object({
  /** The statement's id; null where the words stand in none. */
  statement: nullable,
  /** The exact words and their places in the article's text. */
  passages: z.array(articlePassageSchema),
  /** The words as printed, in quotation marks where they are the speaker's own. */
  words: z.string(),
  /** True where these are the speaker's own words; false where they are the document's. */
  direct: z.boolean(),
  speakers: z.array(z.object({ name: z.string(), role: nullable, side: nullable, sure: z.boolean() })),
  act: z.enum(ACTS).nullable(),
  negated: z.boolean(),
  /** Outlet, date, title and place, ready to be printed. */
  reference: z.string(),
  address: nullable,
});

export const readInput = z.object({
  inputs: z
    .array(z.string().min(1))
    .max(200)
    .optional()
    .describe("files, folders, http(s) addresses, feeds or saved collections (.json) to read"),
  text: z.string().optional().describe("a text to read instead"),
  title: z.string().optional(),
  outlet: z.string().optional(),
  date: z.string().optional().describe("ISO 8601"),
  url: z.string().optional(),
  side: z.string().optional().describe("on whose behalf an official text speaks"),
});
export const readOutput = z.object({
  documents: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      title: nullable,
      outlet: nullable,
      publishedAt: nullable,
      statements: z.array(evidenceSchema),
      /** How many statements there are; the list may be shorter. */
      total: z.number().int(),
    }),
  ),
  warnings: z.array(noticeSchema),
  failures: z.array(noticeSchema),
});

export const compareInput = z.object({
  inputs: z.array(z.string().min(1)).max(200).optional().describe("documents to read first"),
  verdicts: z.array(z.enum(POINT_VERDICTS)).optional().describe("only points with these verdicts"),
  limit: z.number().int().min(1).max(200).optional(),
});
const pointSchema = z.object({
  id: z.string(),
  question: z.string(),
  verdict: z.enum(POINT_VERDICTS),
  reason: reasonSchema,
  positions: z.array(
    z.object({
      stance: z.enum(STANCES),
      speakers: z.array(z.string()),
      sides: z.array(z.string()),
      evidence: z.array(evidenceSchema),
    }),
  ),
  /** The two passages that decide the verdict. */
  decisive: z.array(articlePassageSchema),
});
export const compareOutput = z.object({
  points: z.array(pointSchema),
  total: z.number().int(),
  failures: z.array(noticeSchema),
});

export const searchInput = z.object({
  query: z.string().min(1).describe("words; all of them must stand in a statement, or together in a text"),
  speaker: z.string().optional().describe("part of a speaker's name"),
  limit: z.number().int().min(1).max(100).optional(),
});
export const searchOutput = z.object({ evidence: z.array(evidenceSchema), total: z.number().int() });

export const evidenceInput = z.object({
  id: z.string().min(1).describe("a statement's or a point's id, as the other tools give it"),
});
export const evidenceOutput = z.object({ point: pointSchema.nullable(), evidence: z.array(evidenceSchema) });

export type Evidence = z.infer<typeof evidenceSchema>;
export type PointEvidence = z.infer<typeof pointSchema>;
