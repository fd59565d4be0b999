/**
 * The marks of the verdicts. Two strokes stand for two accounts: they cross (disputed), part (divergent), run one
 * broken beside the other (unclear), run alongside (agreed), or only one is there (one-sided). The word stands
 * beside the mark, so colour is never needed.
 */

import type { PointVerdict } from "../../src/model.ts";
import { VERDICT_STROKES } from "../../src/report/html/strokes.ts";

export const VERDICT_WORDS: Record<PointVerdict, string> = {
  disputed: "Disputed",
  divergent: "Divergent",
  unclear: "Unclear",
  agreed: "Agreed",
  "one-sided": "One side only",
};

/** What a verdict means, in a sentence. */
export const VERDICT_MEANING: Record<PointVerdict, string> = {
  disputed: "Two holders give answers that can’t both be true.",
  divergent: "Both sides could be right, yet a reader takes a different picture from each.",
  unclear: "The answers may differ only in time, scope, wording or hedging.",
  agreed: "The same answer from holders of different sides.",
  "one-sided": "Only one holder, or one side, speaks to it.",
};

/** Drawn only: give the word beside it, or as `title`. */
export function VerdictMark({ verdict, title }: { verdict: PointVerdict; title?: string }) {
  return (
    <svg
      className={`mark v-${verdict}`}
      viewBox="0 0 24 24"
      role={title ? "img" : undefined}
      aria-label={title}
      aria-hidden={title ? undefined : true}
    >
      {VERDICT_STROKES[verdict].map(({ d, dashed }) => (
        <path key={d} d={d} strokeDasharray={dashed ? "3 3.6" : undefined} />
      ))}
    </svg>
  );
}

/** Mark and word. */
export function Verdict({ verdict }: { verdict: PointVerdict }) {
  return (
    <span className={`verdict v-${verdict}`}>
      <VerdictMark verdict={verdict} /> {VERDICT_WORDS[verdict]}
    </span>
  );
}
