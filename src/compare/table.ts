import type { PairResult } from "./pair.ts";

/** Pair results by claim indexes, whatever their order. */
export interface PairTable {
  get(i: number, j: number): PairResult;
  /** `get(i, j).topic`, without the price of the rest. */
  topic(i: number, j: number): number;
  /** Topics are chances fitted on events, no sums of the rules. */
  weighed: boolean;
}

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
