import type { RelationVerdict } from "../model.ts";
import type { PairResult } from "./pair.ts";

/** Pair results by claim indexes, whatever their order. */
export interface PairTable {
  get(i: number, j: number): PairResult;
  /** `get(i, j).topic`, without the price of the rest. */
  topic(i: number, j: number): number;
  /** Topics are chances fitted on events, no sums of the rules. */
  weighed: boolean;
  /** Chances of each relation, given one question, by vectors, words and the rules' reading; null where there are no vectors. */
  likely(i: number, j: number): Likely | null;
  /** What the words alone show of two claims. */
  surface(i: number, j: number): Surface;
}

export interface Surface {
  /** Denied or negated on one side only. */
  opposed: boolean;
  /** Both give figures in digits: with one in common, or none. */
  figures: "share" | "differ" | null;
}

/** In the order of all weights and outputs that are fitted over them. */
export const RELATION_VERDICTS = ["agree", "conflict", "diverge", "unclear"] as const;

export type Likely = Readonly<Record<RelationVerdict, number>>;

/** From this score on a decided relation is clear. */
const CLEAR = 0.55;

/** True where a pair clearly says that two accounts clash. */
export const isClash = ({ verdict, score }: PairResult): boolean =>
  score >= CLEAR && (verdict === "conflict" || verdict === "diverge");

export interface Edge {
  i: number;
  j: number;
  result: PairResult;
}
