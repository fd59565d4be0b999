/**
 * Zod at every border: what comes in from a file or a pipe is checked here before a stage sees it, and the JSON
 * Schema in docs/ is generated from the same definitions (`npm run schema -- --check`).
 */
import { z } from "zod";
import {
  ABSENCE_KINDS,
  ACTS,
  FORMS,
  KINDS,
  POINT_VERDICTS,
  REASON_CODES,
  RELATION_VERDICTS,
  RULING_ACTIONS,
  SPEAKER_KINDS,
  STANCES,
  STATEMENT_KINDS,
  VARIANT_RELATIONS,
} from "./model.ts";

const text = z.string();
const id = z.string().min(1);
const nullable = z.string().nullable();
const offset = z.number().int().min(0);
const share = z.number().min(0).max(1);

const passage = z.object({ start: offset, end: offset, text });
const articlePassage = passage.extend({ article: id });

const speaker = z.object({
  id,
  name: text,
  kind: z.enum(SPEAKER_KINDS),
  aliases: z.array(text),
  role: nullable,
  side: nullable,
  members: z.array(id),
});

const side = z.object({ id, name: text, members: z.array(id) });

const statement = z.object({
  id,
  source: z.array(passage),
  cue: z.array(passage),
  content: z.array(passage),
  refersTo: z.array(passage),
  form: z.enum(FORMS),
  kind: z.enum(STATEMENT_KINDS),
  act: z.enum(ACTS),
  negated: z.boolean(),
  parent: nullable,
  addressee: z.array(passage),
  medium: z.array(passage),
  speakers: z.array(id),
  via: z.array(passage),
  speakerScore: share.nullable(),
  guess: nullable,
  saidAt: nullable,
  score: share,
});

const article = z.object({
  id,
  ref: nullable,
  path: nullable,
  url: nullable,
  outlet: nullable,
  title: nullable,
  byline: nullable,
  publishedAt: nullable,
  retrievedAt: nullable,
  kind: z.enum(KINDS),
  language: nullable,
  side: nullable,
  text,
  textOffset: offset,
  textLine: z.number().int().min(1).optional(),
  pages: z.array(z.object({ start: offset, end: offset, label: text })),
  times: z.array(z.object({ start: offset, end: offset, from: z.number(), to: z.number() })),
  speakers: z.array(speaker),
  statements: z.array(statement),
  narrated: z.array(statement),
});

const reason = z.object({ code: z.enum(REASON_CODES), text });

const relation = z.object({
  pair: z.tuple([id, id]),
  question: text,
  verdict: z.enum(RELATION_VERDICTS),
  evidence: z.tuple([articlePassage, articlePassage]),
  reason,
  score: share,
});

const position = z.object({
  answer: text,
  stance: z.enum(STANCES),
  statements: z.array(id),
  speakers: z.array(id),
  sides: z.array(id),
  articles: z.array(id),
  independent: offset,
});

const point = z.object({
  id,
  formerly: z.array(id),
  question: text,
  label: text,
  verdict: z.enum(POINT_VERDICTS),
  reason,
  positions: z.array(position),
  relations: z.array(relation),
  decisive: relation.nullable(),
  narratorDiffers: z.boolean(),
  independent: offset,
  score: z.number(),
});

const shift = z.object({ id, speaker: id, about: text, from: id, to: id, point: nullable });

const absence = z.object({
  id,
  kind: z.enum(ABSENCE_KINDS),
  speaker: nullable,
  article: id,
  point: nullable,
  evidence: z.array(articlePassage),
});

const variant = z.object({
  id,
  speaker: id,
  statements: z.tuple([id, id]),
  relation: z.enum(VARIANT_RELATIONS),
  changes: z.array(z.object({ from: text, to: text })),
});

const copy = z.object({ id, articles: z.array(id), origin: nullable, share });

const ruling = z.object({
  id,
  action: z.enum(RULING_ACTIONS),
  target: z.unknown(),
  value: z.unknown(),
  by: nullable,
  at: nullable,
  note: nullable,
  status: z.enum(["applied", "reanchored", "orphaned", "contradicted"]).nullable(),
});

const notice = z.object({ input: text, code: text, message: text });

/** A whole collection as `read --json` and `compare --json` answer it. Unknown fields are kept out. */
export const collectionSchema = z.object({
  format: z.literal("readout/1"),
  generator: z.object({
    name: text,
    version: text,
    models: z.array(z.object({ name: text, version: text, sha256: text })),
  }),
  articles: z.array(article),
  speakers: z.array(speaker),
  sides: z.array(side),
  points: z.array(point),
  shifts: z.array(shift),
  absences: z.array(absence),
  variants: z.array(variant),
  copies: z.array(copy),
  rulings: z.array(ruling),
  warnings: z.array(notice),
  failures: z.array(notice),
});

/** One line into `readout pipe`. */
export const pipeRecordSchema = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  text: z.string(),
  outlet: nullable.nullish(),
  title: nullable.nullish(),
  byline: nullable.nullish(),
  date: nullable.nullish(),
  url: nullable.nullish(),
  kind: z.enum(KINDS).nullish(),
  language: nullable.nullish(),
  side: nullable.nullish(),
});

const relateStatement = z.object({
  text: z.string().min(1),
  speaker: nullable.nullish(),
  date: nullable.nullish(),
  act: z.enum(ACTS).nullish(),
  negated: z.boolean().nullish(),
});

/** One line into `readout relate`. */
export const relateRecordSchema = z.object({
  a: relateStatement,
  b: relateStatement,
  question: nullable.nullish(),
  id: z.union([z.string(), z.number()]).nullish(),
});

/** A short account of what is wrong, for messages: the first issue with its path. */
export function issueOf(error: z.ZodError): string {
  const [first] = error.issues;
  if (!first) return "not as expected";
  const path = first.path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`))
    .join("");
  return `${path.replace(/^\./, "") || "it"}: ${first.message}`;
}

/** The JSON Schema (2020-12) of a collection, for docs/ and other tools. */
export function collectionJsonSchema(): unknown {
  return z.toJSONSchema(collectionSchema, { target: "draft-2020-12" });
}
