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
  RULING_STATUSES,
  SPEAKER_KINDS,
  STANCES,
  STATEMENT_KINDS,
  STATEMENT_ROLES,
  VARIANT_MATTERS,
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

/** What a person may set of an article. */
const metadata = {
  url: nullable,
  outlet: nullable,
  title: nullable,
  byline: nullable,
  publishedAt: nullable,
  kind: z.enum(KINDS),
  language: nullable,
  side: nullable,
};

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
  rejected: z.array(statement).optional(),
  machine: z
    .object({ ...metadata, statements: z.array(statement), speakers: z.array(speaker) })
    .partial()
    .optional(),
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
  // Collections saved before changes were weighed have none.
  changes: z.array(
    z.object({ from: text, to: text, matter: z.enum(VARIANT_MATTERS).nullable().default(null) }),
  ),
});

const copy = z.object({ id, articles: z.array(id), origin: nullable, share });

const anchor = z.object({ exact: text.min(1), prefix: text, suffix: text, start: offset });
const roleAnchor = anchor.extend({ role: z.enum(STATEMENT_ROLES) });
const onArticle = z.object({ type: z.literal("article"), id, title: nullable, outlet: nullable });
const onMention = z.object({
  type: z.literal("mention"),
  id,
  article: id,
  name: text,
  kind: z.enum(SPEAKER_KINDS),
  passage: anchor.nullable(),
});
const onStatement = z.object({
  type: z.literal("statement"),
  id,
  article: id,
  passages: z.array(roleAnchor),
  reading: z
    .object({
      form: z.enum(FORMS),
      kind: z.enum(STATEMENT_KINDS),
      act: z.enum(ACTS),
      negated: z.boolean(),
      speakers: z.array(onMention),
    })
    .nullable(),
});
const onStatements = z.object({ type: z.literal("statements"), pair: z.tuple([onStatement, onStatement]) });
const onMentions = z.object({ type: z.literal("mentions"), pair: z.tuple([onMention, onMention]) });
const onPoint = z.object({ type: z.literal("point"), id, statements: z.array(onStatement).min(1) });
const onRuling = z.object({ type: z.literal("ruling"), id });
const onAny = z.discriminatedUnion("type", [
  onArticle,
  onMention,
  onStatement,
  onStatements,
  onMentions,
  onPoint,
]);
const choices = z.array(
  z.object({ name: text.min(1), kind: z.enum(SPEAKER_KINDS).nullable(), mention: onMention.nullable() }),
);

const ruled = <A extends string, T extends z.ZodType, V extends z.ZodType>(action: A, target: T, value: V) =>
  z.object({
    id,
    action: z.literal(action),
    target,
    value,
    by: nullable,
    at: nullable,
    note: nullable,
    status: z.enum(RULING_STATUSES).nullable(),
    found: z.array(id),
  });

/** A person's correction; `action` says what target and value hold. */
export const rulingSchema = z.discriminatedUnion("action", [
  ruled("accept", onStatement, z.null()),
  ruled("reject", onStatement, z.null()),
  ruled(
    "add-statement",
    onStatement,
    z.object({
      form: z.enum(FORMS).nullable(),
      kind: z.enum(STATEMENT_KINDS).nullable(),
      act: z.enum(ACTS).nullable(),
      negated: z.boolean(),
      speakers: choices,
    }),
  ),
  ruled(
    "set-spans",
    onStatement,
    z.object({ passages: z.array(roleAnchor), empty: z.array(z.enum(STATEMENT_ROLES)) }),
  ),
  ruled("set-act", onStatement, z.object({ act: z.enum(ACTS), negated: z.boolean().nullable() })),
  ruled("set-form", onStatement, z.object({ form: z.enum(FORMS) })),
  ruled("set-kind", onStatement, z.object({ kind: z.enum(STATEMENT_KINDS) })),
  ruled("set-speaker", onStatement, z.object({ speakers: choices })),
  ruled("same-speaker", onMentions, z.null()),
  ruled("not-same-speaker", onMentions, z.null()),
  ruled("set-name", onMention, z.object({ name: text.min(1) })),
  ruled("set-side", onMention, z.object({ side: text.min(1).nullable() })),
  ruled("same-point", onStatements, z.null()),
  ruled("not-same-point", onStatements, z.object({ out: z.union([z.literal(0), z.literal(1)]).nullable() })),
  ruled(
    "set-relation",
    onStatements,
    z.object({
      verdict: z.enum(RELATION_VERDICTS),
      code: z.enum(REASON_CODES).nullable(),
      text: nullable,
    }),
  ),
  ruled("set-question", onPoint, z.object({ question: text.min(1) })),
  ruled("set-metadata", onArticle, z.object(metadata).partial()),
  ruled("check", onAny, z.object({ right: z.boolean().nullable() })),
  ruled("note", onAny, z.null()),
  ruled("undo", onRuling, z.null()),
]);

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
  rulings: z.array(rulingSchema),
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
  side: nullable.nullish(),
  refers: nullable.nullish(),
  reporter: nullable.nullish(),
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
