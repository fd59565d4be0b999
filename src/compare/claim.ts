import type { Act, Passage } from "../model.ts";
import type { Frame, Predication } from "./frame.ts";
import type { Quantity } from "./quantity.ts";

/** Whose words a claim is. */
export type Standing =
  /** Said by its holder, as the document has it. */
  | "spoken"
  /** A report's own voice. */
  | "narrated"
  /** The own voice of a body that speaks for a side; also what it reports of others. */
  | "official"
  /** Inside another statement: at second hand. */
  | "nested";

/** One clause that somebody puts forward: the unit that is compared. */
export interface Claim {
  /** Key for vectors and sorting: statement id and clause number. */
  key: string;
  statement: string;
  article: string;
  /** Collection speakers who hold it; [] where unknown. */
  holders: string[];
  sides: string[];
  standing: Standing;
  act: Act;
  /** The reporting itself is negated: "did not say that". */
  negated: boolean;
  /** The words tell the act itself ("rejected the offer"), so that the act adds nothing to them. */
  told: boolean;
  /** The words that its pronouns stand for, where the statement has them. */
  refers: string[];
  /** -1 where the holder denies the clause. */
  polarity: 1 | -1;
  /** False where the words put nothing forward (questions, refusals to answer, "did not say that"). */
  asserts: boolean;
  /** Wishes and demands: no account of facts. */
  wish: boolean;
  hedged: boolean;
  /** The words for a reader: pronouns of the speaker resolved. */
  text: string;
  /** The words for a sentence encoder. */
  encoded: string;
  /** Where the decisive words stand. */
  passage: Passage;
  frame: Frame;
  /** The text that the frame's tokens point into. */
  source: string;
  /** First and last token of the claim in the frame. */
  from: number;
  to: number;
  /** Index of its clause in the frame, -1 for a phrase without a verb. */
  clause: number;
  /** Tokens of its subject, which may stand before `from`. */
  subject: { from: number; to: number } | null;
  /** Predications that the claim stands or falls with. */
  heads: Predication[];
  /** What the claim says that somebody else said: an account of their words, to be held against their own. */
  reported: Predication[];
  /** The paragraph speaks of a meeting, a call, talks. */
  encounter: boolean;
  keys: Set<string>;
  /** Keys of what "it", "such" point to: help to see the topic, never the stance. */
  context: Set<string>;
  /** "such", "that", "the" point back to what was said before. */
  anaphoric: boolean;
  quantities: Quantity[];
  /** Name of the person that "he" or "she" stands for in it, where that can be told. */
  referent: { he: string | null; she: string | null };
  /** "Ann Roe and Bo Sand": its holders by name where it is said by several, for "they"; else null. */
  together: string | null;
  /** Day it was said (days since 1970), or null. */
  day: number | null;
  /** Place in the article, for order. */
  start: number;
  /** The same as a share of the article's length, 0..1. */
  depth: number;
  /** Claims whose words this one's "it" stands for: statement ids. */
  answers: string[];
}
