/** Why a point has its verdict, in one plain sentence. */
import type { Point, PointVerdict, ReasonCode, Relation, RelationVerdict } from "../model.ts";

const SENTENCES: Record<ReasonCode, string> = {
  paraphrase: "They say the same in other words.",
  negation: "One affirms what the other denies.",
  number: "The figures differ.",
  date: "The dates differ.",
  place: "The places differ.",
  attribution: "They differ on who said or did it.",
  time: "They may speak of different times.",
  scope: "One may speak of more than the other.",
  wording: "They put it differently, without a plain contradiction.",
  hedged: "One is more guarded than the other.",
  reported: "It is known only at second hand.",
  referent: "They may not speak of the same thing.",
};

/** The sentence of a reason, which must not say less or more than the verdict beside it. */
function sentenceFor(code: ReasonCode, verdict: PointVerdict | RelationVerdict): string {
  if (code !== "wording") return SENTENCES[code];
  if (verdict === "disputed" || verdict === "conflict")
    return "They contradict each other in words of their own.";
  if (verdict === "unclear") return "Both speak to it; whether they differ is not plain.";
  return SENTENCES.wording;
}

/** Longest reason that stands beside the question as it is. */
const SHORT = 140;

/**
 * The reason to show beside a point. A reason that cites the documents at length repeats what stands next to it, so
 * its plain sentence is given instead; the cited one stands with the pair that it speaks of.
 */
export function whyOf(point: Pick<Point, "reason" | "verdict">): string {
  const { code, text } = point.reason;
  if (text !== "" && text.length <= SHORT && !/[“"[]/u.test(text)) return text;
  if (point.verdict === "agreed" && code !== "paraphrase") return "The accounts agree.";
  return sentenceFor(code, point.verdict);
}

/**
 * The reason to show under two passages that stand side by side. A reason that cites them puts its own shortened words between
 * quotation marks, what was said indirectly too: above it stand the passages themselves, so its plain sentence is given instead.
 */
export function whyOfPair({ reason: { code, text }, verdict }: Pick<Relation, "reason" | "verdict">): string {
  return text === "" || /[“"[]/u.test(text) ? sentenceFor(code, verdict) : text;
}
