import { diffWordsWithSpace } from "diff";
import type { WordDiff } from "./contract.ts";

/** Longer passages are shown side by side without marks: the time of a diff grows with the square of what differs. */
const LONGEST = 5000;

/** Word-level differences of two passages, in reading order. */
export function wordDiff(left: string, right: string): WordDiff {
  if (left.length + right.length > LONGEST)
    return [
      { in: "left", text: left },
      { in: "right", text: right },
    ];
  return diffWordsWithSpace(left, right).map(({ value, added, removed }) => ({
    in: added ? "right" : removed ? "left" : "both",
    text: value,
  }));
}
