import {
  type Absence,
  type Article,
  type Copy,
  type Followed,
  NO_CONSTRAINTS,
  type Point,
  type Said,
  type Shift,
  type Statement,
  type Variant,
} from "../model.ts";
import { absencesOf } from "./absence.ts";
import { candidatePairs } from "./candidates.ts";
import type { Claim } from "./claim.ts";
import { cluster } from "./cluster.ts";
import { PointRulings } from "./constraints.ts";
import { copied } from "./copied.ts";
import { copiesOf } from "./copy.ts";
import { cosine } from "./cosine.ts";
import type { CompareInput, CompareInputWithModels } from "./input.ts";
import { judged, leftOpen, mayAnswer, type Scoring, worthAsking } from "./judge.ts";
import { linkage } from "./link.ts";
import { type PairResult, scorePair, UNRELATED } from "./pair.ts";
import type { Placed } from "./placing.ts";
import { type PointContext, pointId, pointOf, readGroup } from "./point.ts";
import { choosePoints, readPoint } from "./point-choice.ts";
import { type Prepared, prepare } from "./prepare.ts";
import { relatedArticles } from "./related.ts";
import { relationLogs } from "./relation-head.ts";
import { chooseGroups } from "./salience.ts";
import { shiftsOf } from "./shift.ts";
import type { Edge } from "./table.ts";
import { variantsOf } from "./variant.ts";
import { weigh } from "./weight.ts";

export type { CompareInput, CompareInputWithModels } from "./input.ts";

/** What comparing adds to the articles. */
export interface CompareResult {
  articles: Article[];
  points: Point[];
  shifts: Shift[];
  absences: Absence[];
  variants: Variant[];
  copies: Copy[];
  /** Rulings on points that could not be followed. */
  followed: Followed;
}

/** The texts whose vectors `compareArticles` uses: one for each distinct claim, sorted by id. */
export function textsToEncode(input: CompareInput): { id: string; text: string }[] {
  return prepare(input)
    .claims.map((claim) => ({ id: claim.key, text: claim.encoded }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * The pairs whose judgement `compareArticles` uses, by id: the likeliest answers to one question, at most two a statement
 * (a few hundred in a small collection). Give it the vectors first: they choose better than words alone. Given opinions, it
 * asks for what they left open.
 */
export function pairsToJudge(input: CompareInputWithModels): { id: string; pair: readonly [Said, Said] }[] {
  return input.opinions ? leftOpen(scoring(input), input.opinions) : worthAsking(scoring(input));
}

/** Claims in groups that answer one question each, as the machine has it, with what points are made of. It is also what the point model learns from. */
export function grouped(
  input: CompareInputWithModels,
  originOf: ReadonlyMap<string, string>,
): { groups: number[][]; context: PointContext } {
  const { claims, weights, candidates, ...scored } = scoring(input);
  const prepared = prepare(input);
  const table = judged({ ...scored, claims, candidates, vectors: input.vectors, opinions: input.opinions });
  const edges: Edge[] = candidates.map(([i, j]) => ({ i, j, result: table.get(i, j) }));
  // Questions and refusals take no part in a point: they answer nothing.
  const groups = table.weighed
    ? linkage(claims, mayAnswer({ claims, candidates }), table.topic, TOGETHER)
    : cluster(
        claims,
        edges.filter(({ i, j }) => claims[i]!.asserts && claims[j]!.asserts),
        table,
      );
  const numberOf = new Map(claims.map((claim, i) => [claim, i]));
  const claimsOf = new Map<string, Claim[]>();
  for (const claim of claims) {
    const own = claimsOf.get(claim.statement);
    if (own) own.push(claim);
    else claimsOf.set(claim.statement, [claim]);
  }
  const context = { prepared, claims, table, weights, originOf, numberOf, claimsOf, edges };
  return { groups, context };
}

/** The same, with relations as people set them. */
function asRuled(context: PointContext, { table, edges: set }: PointRulings): PointContext {
  if (set.length === 0) return context;
  const known = new Set(context.edges.map(({ i, j }) => i * context.claims.length + j));
  const edges = context.edges.map(({ i, j }) => ({ i, j, result: table.get(i, j) }));
  return {
    ...context,
    table,
    edges: [...edges, ...set.filter(({ i, j }) => !known.has(i * context.claims.length + j))],
  };
}

/** Prints of one text stand for the one they were copied from: article id → article id. */
export function originsOf(copies: readonly Copy[]): Map<string, string> {
  const originOf = new Map<string, string>();
  for (const copy of copies) {
    const origin = copy.origin ?? copy.articles[0]!;
    for (const id of copy.articles) originOf.set(id, origin);
  }
  return originOf;
}

/**
 * Lays the accounts of the articles side by side: points at issue, shifts, absences, variants, copies, and the own-voice
 * sentences that bear on a point. A function of the articles' content, whatever their order.
 * @param input vectors of unit length by the ids of `textsToEncode`, opinions by those of `pairsToJudge`; null does without
 */
export function compareArticles(input: CompareInputWithModels): CompareResult {
  const prepared = prepare(input);
  // Before the pairs: what this takes on its way is free again then.
  const { copies, variants } = printsOf(prepared);
  const { context: plain, machine, weighs } = unruled(input, copies);
  const rulings = new PointRulings(plain.claims, plain.table, input.constraints ?? NO_CONSTRAINTS);
  const context = asRuled(plain, rulings);
  const points = rulings
    .word(
      rulings.place(machine).map(({ id, formerly, members, reading }) => {
        // How two stand who a person set beside each other is not for the model to say.
        const read = weighs && !rulings.isRelated(members) ? readPoint : readGroup;
        return { ...pointOf(reading ?? read(members, context), context), id, formerly };
      }),
    )
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  const shifts = shiftsOf(points, context);
  const absences = absencesOf(points, context);
  const used = new Set(points.flatMap((point) => point.positions.flatMap((position) => position.statements)));
  for (const shift of shifts) for (const id of [shift.from, shift.to]) used.add(id);
  const narrated = new Map<string, Statement[]>();
  for (const statement of prepared.narrated.values()) {
    if (!used.has(statement.id)) continue;
    const id = prepared.statements.get(statement.id)!.article.id;
    narrated.set(id, [...(narrated.get(id) ?? []), statement]);
  }
  const byPlaceIn = (a: Statement, b: Statement) => a.content[0]!.start - b.content[0]!.start;
  const articles = input.articles.map((article) => ({
    ...article,
    narrated: (narrated.get(article.id) ?? []).sort(byPlaceIn),
  }));
  return { articles, points, shifts, absences, variants, copies, followed: rulings.followed() };
}

/** What an input comes to where nobody ruled about points. */
interface Unruled {
  context: PointContext;
  /** Points by the model of groups; else by the rules alone. */
  weighs: boolean;
  machine: Placed[];
}

/** Of kept inputs what was found is kept with them. */
const found = new WeakMap<Scoring, Unruled>();

function unruled(input: CompareInputWithModels, copies: readonly Copy[]): Unruled {
  const scored = scoring(input);
  const known = input.opinions ? undefined : found.get(scored);
  // What is made of words on the way is made anew each time.
  if (known) return { ...known, context: { ...known.context, prepared: prepare(input) } };
  const { groups, context } = grouped(input, originsOf(copies));
  // The model learnt from events that several documents tell: one alone it can't judge.
  const origins = context.prepared.articles.map(({ id }) => context.originOf.get(id) ?? id);
  const weighs = context.table.weighed && new Set(origins).size > 1;
  const readings = weighs
    ? choosePoints(groups, context)
    : chooseGroups(groups, context).map((group) => readGroup(group, context));
  const machine = readings.map((reading) => ({
    id: pointId(reading, context),
    formerly: [],
    members: reading.members,
    reading,
  }));
  const made = { context, weighs, machine };
  if (!input.opinions) found.set(scored, made);
  return made;
}

const prints = new WeakMap<Prepared["input"], { copies: Copy[]; variants: Variant[] }>();

/** One text or utterance in several documents. */
function printsOf(prepared: Prepared): { copies: Copy[]; variants: Variant[] } {
  const known = prints.get(prepared.input);
  const made = known ?? { copies: copiesOf(prepared.articles), variants: variantsOf(prepared) };
  prints.set(prepared.input, made);
  return copied(made);
}

/** Mean chance of one question from which two groups are one point; tuned on the events of dev and train. */
const TOGETHER = 0.16;

function byPlace(articles: readonly Article[]): (a: Claim, b: Claim) => number {
  const order = new Map(articles.map((article, n) => [article.id, n]));
  return (a, b) =>
    order.get(a.article)! - order.get(b.article)! ||
    a.start - b.start ||
    (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}

/** What two vectors show, by the numbers of their claims; null where one has none. */
function ofVectors<T>(
  vectors: readonly (Float32Array | null)[],
  relate: (x: Float32Array, y: Float32Array) => T | null,
): (i: number, j: number) => T | null {
  return (i, j) => {
    const x = vectors[i];
    const y = vectors[j];
    return x && y ? relate(x, y) : null;
  };
}

/** What both `pairsToJudge` and `compareArticles` need, made once for one input. */
export function scoring(input: CompareInputWithModels): Scoring {
  const prepared = prepare(input);
  const known = latest.get(prepared.input);
  const claims = known?.scoring.claims ?? [...prepared.claims].sort(byPlace(prepared.articles));
  const vectors = claims.map((claim) => input.vectors?.get(claim.key) ?? null);
  if (
    known &&
    known.weighed === (input.vectors !== null) &&
    vectors.every((vector, i) => vector === known.vectors[i])
  )
    return known.scoring;
  const weights = weigh(claims);
  const similar = ofVectors(vectors, cosine);
  const related = relatedArticles(claims);
  const made = {
    claims,
    prepared,
    weights,
    candidates: candidatePairs(claims, weights, similar),
    rules: remembered(claims.length, (i, j) =>
      related(claims[i]!.article, claims[j]!.article)
        ? scorePair(claims[i]!, claims[j]!, { weights, cosine: similar(i, j) })
        : UNRELATED,
    ),
    cosine: similar,
    relation: ofVectors(vectors, relationLogs),
  };
  latest.set(prepared.input, { vectors, weighed: input.vectors !== null, scoring: made });
  return made;
}

interface Scored {
  vectors: readonly (Float32Array | null)[];
  weighed: boolean;
  scoring: Scoring;
}

/** The last of each input: asked for again and again in one comparison, and in the next where the input is kept. */
const latest = new WeakMap<Prepared["input"], Scored>();

/** Scores each pair once, when first asked for. */
function remembered(
  count: number,
  score: (i: number, j: number) => PairResult,
): (i: number, j: number) => PairResult {
  const known = new Map<number, PairResult>();
  return (i, j) => {
    const code = i * count + j;
    const old = known.get(code);
    if (old) return old;
    const made = score(i, j);
    known.set(code, made);
    return made;
  };
}
