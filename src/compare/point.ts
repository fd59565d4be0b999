import { hashId } from "../id.ts";
import type { ArticlePassage, Point, PointVerdict, Position, Relation, Stance } from "../model.ts";
import type { Claim } from "./claim.ts";
import {
  CONFLICT,
  firstHand,
  origin,
  otherHolders,
  type Pair,
  type Ruling,
  reasonOf,
  verdictOf,
} from "./point-verdict.ts";
import { answers } from "./position.ts";
import type { Prepared } from "./prepare.ts";
import type { Edge, PairTable } from "./table.ts";
import type { Weights } from "./weight.ts";
import { answerOf, ask, type Bearing, labelOf, signOf } from "./wording.ts";

export interface PointContext {
  /** Number of each claim in `claims`. */
  numberOf: ReadonlyMap<Claim, number>;
  /** The claims of each statement. */
  claimsOf: ReadonlyMap<string, readonly Claim[]>;
  /** The pairs that were worth scoring. */
  edges: readonly Edge[];
  prepared: Prepared;
  claims: readonly Claim[];
  table: PairTable;
  weights: Weights;
  /** Articles that carry the same text count once: article id → the one they stand for. */
  originOf: ReadonlyMap<string, string>;
}

/** A group of claims as the rules read it. */
export interface GroupReading {
  /** All claims of the group. */
  members: readonly number[];
  /** One claim a statement. */
  indexes: readonly number[];
  pairs: readonly Pair[];
  /** Positions: claims that give one answer. */
  groups: readonly number[][];
  ruling: Ruling;
}

/** What the rules make of a group: one claim for each statement, its pairs, positions and verdict. */
export function readGroup(all: readonly number[], context: PointContext): GroupReading {
  const { claims, table } = context;
  const indexes = oneEach(all, context);
  const pairs: Pair[] = [];
  for (const [n, i] of indexes.entries()) {
    for (const j of indexes.slice(n + 1)) {
      if (claims[i]!.statement === claims[j]!.statement) continue;
      pairs.push({ i, j, result: table.get(i, j) });
    }
  }
  const groups = answers(claims, indexes, table);
  return { members: all, indexes, pairs, groups, ruling: verdictOf(pairs, groups, context) };
}

/** A point is called by its earliest claim. */
export function pointId({ indexes }: GroupReading, { claims }: PointContext): string {
  const anchor = indexes
    .map((i) => claims[i]!)
    .sort((a, b) => (a.day ?? 1e9) - (b.day ?? 1e9) || (a.key < b.key ? -1 : 1))[0]!;
  return hashId("p", anchor.statement, anchor.key);
}

/** A point of a group of claims that answer one question. */
export function pointOf(reading: GroupReading, context: PointContext): Point {
  const { indexes, pairs, groups, ruling } = reading;
  const { prepared, claims } = context;
  const decisive = ruling.pair;
  const nearness = nearnessIn(reading, context);
  const figure =
    decisive && decisive.result.verdict !== "agree"
      ? (decisive.result.quantities?.[0].dimension ?? null)
      : null;
  const asked = ask(
    indexes.map((i) => claims[i]!),
    decisive ? { a: claims[decisive.i]!, b: claims[decisive.j]!, figure } : null,
    prepared,
    {
      backing: (claim) => {
        const home = groups.find((group) => group.includes(context.numberOf.get(claim)!)) ?? [];
        return new Set(home.map((i) => claims[i]!.statement)).size;
      },
      nearness,
    },
  );
  const question = asked.text;
  const relations = pairs
    .filter((pair) => pair.result.same && (pair.result.verdict !== "unclear" || pair.result.score > 0))
    .map((pair) => relationOf(pair, question, context))
    .sort((a, b) => byPair(a, b) || b.score - a.score)
    .filter((relation, n, all) => n === 0 || byPair(all[n - 1]!, relation) !== 0);
  const positions = groups.map((group) => positionOf(group, groups, asked, nearness, context));
  const articles = new Set(
    indexes.map((i) => context.originOf.get(claims[i]!.article) ?? claims[i]!.article),
  );
  return {
    id: pointId(reading, context),
    formerly: [],
    question,
    label: labelOf(
      indexes.map((i) => claims[i]!).filter((claim) => (nearness?.(claim) ?? 1) >= CORE),
      prepared,
      context.weights,
      question,
    ),
    verdict: ruling.verdict,
    reason: ruling.reason,
    positions,
    relations,
    decisive: decisive ? relationOf(decisive, question, context) : null,
    narratorDiffers: narratorDiffers(pairs, claims),
    independent: articles.size,
    score: weightOf(indexes, ruling.verdict, decisive?.result.score ?? 0, context),
  };
}

/**
 * How near each claim of a group stands to what the group is about: its mean chance of one question with the others, those that decide
 * counting as much as all the rest, against the nearest claim's. Null where chances come from the rules alone.
 */
function nearnessIn(
  { indexes, ruling }: GroupReading,
  { table, numberOf }: PointContext,
): Bearing["nearness"] {
  if (!table.weighed || indexes.length < 2) return null;
  const deciding = ruling.pair ? [ruling.pair.i, ruling.pair.j] : [];
  const mean = (i: number, among: readonly number[]) => {
    const others = among.filter((j) => j !== i);
    return others.reduce((sum, j) => sum + table.topic(i, j), 0) / Math.max(1, others.length);
  };
  const means = new Map(
    indexes.map((i) => [i, mean(i, indexes) + (deciding.length > 0 ? mean(i, deciding) : 0)]),
  );
  const most = Math.max(...means.values(), 1e-9);
  return (claim) => means.get(numberOf.get(claim)!)! / most;
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byPair = ({ pair: [a, b] }: Relation, { pair: [c, d] }: Relation) => byText(a, c) || byText(b, d);

/** Of several claims of one statement, the one that stands in the sharpest relation to others' claims. */
function oneEach(all: readonly number[], context: PointContext): number[] {
  const { claims, table } = context;
  const byStatement = new Map<string, number[]>();
  for (const i of all) {
    const own = byStatement.get(claims[i]!.statement);
    if (own) own.push(i);
    else byStatement.set(claims[i]!.statement, [i]);
  }
  const worthOf = (i: number) => {
    let worth = 0;
    for (const j of all) {
      if (claims[i]!.statement === claims[j]!.statement || !otherHolders(claims[i]!, claims[j]!)) continue;
      const { verdict, score } = table.get(i, j);
      worth += verdict === "conflict" ? 3 * score : verdict === "diverge" ? 2 * score : score;
    }
    return worth;
  };
  const chosen: number[] = [];
  for (const own of byStatement.values()) {
    let best = own[0]!;
    if (own.length > 1) {
      let most = worthOf(best);
      for (const i of own.slice(1)) {
        const worth = worthOf(i);
        if (worth > most + 1e-9) [best, most] = [i, worth];
      }
    }
    chosen.push(best);
  }
  return chosen.sort((a, b) => a - b);
}

function relationOf(pair: Pair, question: string, context: PointContext): Relation {
  const [a, b] = [context.claims[pair.i]!, context.claims[pair.j]!];
  const [x, y] = a.statement <= b.statement ? [a, b] : [b, a];
  const evidence = (claim: Claim): ArticlePassage => ({ ...claim.passage, article: claim.article });
  return {
    pair: [x.statement, y.statement],
    question,
    verdict: pair.result.verdict,
    evidence: [evidence(x), evidence(y)],
    reason: reasonOf(pair, context),
    score: pair.result.score,
  };
}

function positionOf(
  group: readonly number[],
  groups: readonly (readonly number[])[],
  asked: ReturnType<typeof ask>,
  nearness: Bearing["nearness"],
  context: PointContext,
): Position {
  const { claims, prepared } = context;
  const own = group.map((i) => claims[i]!);
  const speakers = [...new Set(own.flatMap((claim) => claim.holders))].sort();
  const articles = [...new Set(own.map((claim) => claim.article))].sort();
  const off = (claim: Claim) => rank(claim) + OFF * (1 - (nearness?.(claim) ?? 1));
  const best = [...own].sort((a, b) => off(a) - off(b) || byText(a.key, b.key))[0]!;
  const cue =
    prepared.statements
      .get(best.statement)
      ?.statement.cue.map((p) => p.text)
      .join(" ") ?? null;
  return {
    answer: answerOf(best, cue === "" ? null : cue),
    stance: stanceOf(group, groups, asked, context),
    statements: [...new Set(own.map((claim) => claim.statement))].sort(),
    speakers,
    sides: [...new Set(own.flatMap((claim) => claim.sides))].sort(),
    articles,
    independent: new Set(own.map((claim) => origin(context, claim))).size,
  };
}

/** Claims at least so near to what the point is about say what it is called. */
const CORE = 0.6;

/** A claim that stands off what the point is about speaks for a position only where all others read badly. */
const OFF = 4;

/** Which claim speaks for a position: firm, of good length, without loose pronouns. */
function rank(claim: Claim): number {
  const loose = /\b(?:he|she|they|it|him|her|them)\b/i.test(claim.text) ? 1 : 0;
  const length = Math.abs(claim.text.length - 70) / 100;
  const standing = claim.standing === "nested" ? 2 : claim.standing === "narrated" ? 0.7 : 0;
  return loose + length + standing + (claim.hedged ? 0.3 : 0) + (claim.asserts ? 0 : 2);
}

function stanceOf(
  group: readonly number[],
  groups: readonly (readonly number[])[],
  asked: ReturnType<typeof ask>,
  context: PointContext,
): Stance {
  if (asked.kind === "which") return "other";
  const { table } = context;
  const from = context.numberOf.get(asked.from)!;
  const sign = signOf(asked.from);
  if (group.includes(from)) return sign > 0 ? "yes" : "no";
  const home = groups.find((other) => other.includes(from)) ?? [];
  let against = 0;
  let apart = 0;
  for (const i of group) {
    for (const j of home) {
      const result = table.get(i, j);
      if (result.verdict === "conflict") against += result.score;
      else if (result.verdict === "diverge" || result.verdict === "unclear")
        apart += Math.max(0.1, result.score);
    }
  }
  if (against > 0 && against >= apart * 0.4) return sign > 0 ? "no" : "yes";
  return "other";
}

function narratorDiffers(pairs: readonly Pair[], claims: readonly Claim[]): boolean {
  const against = new Set<number>();
  const along = new Set<number>();
  for (const { i, j, result } of pairs) {
    for (const [x, y] of [
      [i, j],
      [j, i],
    ] as const) {
      if (claims[x]!.standing !== "narrated" || !firstHand(claims[y]!)) continue;
      if (result.verdict === "conflict" && result.score >= CONFLICT) against.add(x);
      else if (result.verdict === "agree") along.add(x);
    }
  }
  return [...against].some((x) => !along.has(x));
}

/** Independent holders and sides first, then sharpness. */
function weightOf(
  indexes: readonly number[],
  verdict: PointVerdict,
  sharpness: number,
  context: PointContext,
): number {
  const { claims } = context;
  const holders = new Set(
    indexes.flatMap((i) => (claims[i]!.standing === "nested" ? [] : claims[i]!.holders)),
  );
  const sides = new Set(indexes.flatMap((i) => claims[i]!.sides));
  const articles = new Set(indexes.map((i) => origin(context, claims[i]!)));
  const base: Record<PointVerdict, number> = {
    disputed: 0.5,
    divergent: 0.4,
    unclear: 0.25,
    agreed: 0.22,
    "one-sided": 0.05,
  };
  const spread = 1 - 1 / (1 + 0.35 * holders.size + 0.25 * sides.size + 0.25 * articles.size);
  return Math.round((base[verdict] + 0.4 * spread + 0.1 * sharpness) * 1e4) / 1e4;
}
