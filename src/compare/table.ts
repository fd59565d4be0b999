import type { PairResult } from "./pair.ts";

/** Pair results by claim indexes, whatever their order. */
export interface PairTable {
  get(i: number, j: number): PairResult;
  /** `get(i, j).topic`, without the price of the rest. */
  topic(i: number, j: number): number;
  /** Topics are chances fitted on events, no sums of the rules. */
  weighed: boolean;
}

export interface Edge {
  i: number;
  j: number;
  result: PairResult;
}
