/**
 * The pair model: two statements in, what they are to each other out. A third model in the same processes, loaded when first
 * asked for. How a pair becomes pieces is `training/pairs/statements.py`, line for line; pair-model.test.ts holds both to one fixture.
 */

import { ReadoutError } from "../errors.ts";
import { LimitedMap } from "../limited-map.ts";
import type { ModelInfo, PairModel, PairOpinion, ReasonCode, Said } from "../model.ts";
import { softmax } from "../softmax.ts";
import { type Vocabulary, wordPieces } from "../tag/wordpiece.ts";
import { CLS, hasModel, lazyModel, type ModelConfig, SEP } from "./lazy-model.ts";
import type { ModelPool } from "./pool.ts";

const PAIRS = "pairs";
/** Pairs whose opinion is kept: after a correction nearly all of them come again. */
const REMEMBERED = 50_000;

/** `models/pairs/config.json`; `window` counts the pieces of both statements. */
interface PairConfig extends ModelConfig {
  /** Piece ids of the marks: "side:same", "act:deny", … */
  marks: Record<string, number>;
  reasons: ReasonCode[];
  /** Divisors of the log odds, fitted on held-out pairs. */
  temperature?: { same: number; verdict: number };
}

export const hasPairs = (root: string) => hasModel(root, PAIRS);

/**
 * @param vocabulary the attribution model's
 * @param models the model's entry is added to it once it is used
 * @throws ReadoutError MODEL_MISSING
 */
export function openPairModel(
  root: string,
  pool: ModelPool,
  vocabulary: Vocabulary,
  models: ModelInfo[],
): PairModel {
  const { config, load } = lazyModel<PairConfig>(root, PAIRS, pool, models);
  const known = new LimitedMap<string, PairOpinion>(REMEMBERED);
  const judgeOne = async (pair: readonly [Said, Said]): Promise<PairOpinion> => {
    const { ids, segments } = encodePair(config, vocabulary, ...pair);
    const key = String.fromCharCode(...ids);
    const old = known.get(key);
    if (old) return old;
    const dims = [ids.length];
    const { same, verdict, reason } = await pool.run(PAIRS, {
      input_ids: { type: "int32", data: Int32Array.from(ids), dims },
      token_type_ids: { type: "int32", data: Int32Array.from(segments), dims },
    });
    if (!same || !verdict || !reason) throw new ReadoutError("MODEL_MISSING", { detail: "pairs/model.onnx" });
    const opinion = opinionOf(config, same[0]!, [...verdict], [...reason]);
    known.set(key, opinion);
    return opinion;
  };
  return {
    async judge(pairs) {
      if (pairs.length === 0) return [];
      await load();
      return Promise.all(pairs.map(judgeOne));
    },
  };
}

function opinionOf(config: PairConfig, same: number, verdict: number[], reason: number[]): PairOpinion {
  const { temperature = { same: 1, verdict: 1 } } = config;
  const [agree, conflict, diverge, unclear] = softmax(verdict.map((x) => x / temperature.verdict)).map(round);
  const reasons = softmax(reason).map(round);
  return {
    same: round(1 / (1 + Math.exp(-same / temperature.same))),
    verdict: [agree!, conflict!, diverge!, unclear!],
    reason: Object.fromEntries(config.reasons.map((code, i) => [code, reasons[i]!])),
  };
}

/** The last digits of float arithmetic differ between processors; nothing may hang on them. */
const round = (x: number) => Math.round(x * 1e4) / 1e4;

/**
 * `[CLS] relation, side A [SEP] side B [SEP]` as piece ids and segments (0, 1), at most `config.window`; the longer side is cut at its
 * end. The sides come in the order of their words, so that a pair reads the same either way round.
 */
export function encodePair(
  config: Pick<PairConfig, "marks" | "window">,
  vocabulary: Vocabulary,
  one: Said,
  other: Said,
): { ids: number[]; segments: number[] } {
  const [a, b] = keyOf(one) <= keyOf(other) ? [one, other] : [other, one];
  const mark = (name: string) => config.marks[name]!;
  const relation = relationMarks(a, b).map(mark);
  const marks = [a, b].map((s) => sideMarks(s).map((name) => config.marks[name] ?? mark("act:unknown")));
  const pieces = [a, b].map((s) => wordPieces(vocabulary, wordsOf(s)).ids);
  const room = config.window - 3 - relation.length - marks[0]!.length - marks[1]!.length;
  while (pieces[0]!.length + pieces[1]!.length > room)
    (pieces[0]!.length >= pieces[1]!.length ? pieces[0]! : pieces[1]!).pop();
  const first = [CLS, ...relation, ...marks[0]!, ...pieces[0]!, SEP];
  const second = [...marks[1]!, ...pieces[1]!, SEP];
  return {
    ids: [...first, ...second],
    segments: [...first.map(() => 0), ...second.map(() => 1)],
  };
}

const keyOf = (s: Said) =>
  `${s.date ?? "~"} ${wordsOf(s)} ${s.act ?? "unknown"}${s.negated ? "True" : "False"}${s.reporter ?? "None"}`;

function relationMarks(a: Said, b: Said): string[] {
  const side = a.side === null || b.side === null ? "unknown" : a.side === b.side ? "same" : "other";
  const holder = a.speaker !== null && a.speaker === b.speaker ? "same" : "other";
  return [`side:${side}`, `holder:${holder}`, `date:${order(a.date, b.date)}`];
}

function order(a: string | null, b: string | null): string {
  if (a === null || b === null) return "unknown";
  const [p, q] = [a.slice(0, 10), b.slice(0, 10)];
  return p === q ? "same" : p < q ? "before" : "after";
}

/** "Petar Husz, spokesman (Vardania): that it was (it: the offer)". */
function wordsOf(s: Said): string {
  let who = s.speaker ?? "";
  if (s.side !== null && !who.includes(s.side)) who = `${who} (${s.side})`.trim();
  if (s.reporter !== null) who = `${who} according to ${s.reporter}`.trim();
  const text = who === "" ? s.text : `${who}: ${s.text}`;
  return s.refers ? `${text} (${s.refers})` : text;
}

function sideMarks(s: Said): string[] {
  return [
    `act:${s.act ?? "unknown"}`,
    s.negated ? "negated" : "plain",
    ...(s.reporter === null ? [] : ["reported"]),
  ];
}
