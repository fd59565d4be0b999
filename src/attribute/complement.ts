/**
 * The outer shape of a content: what a cue governs decides between its readings ("suggested that" / "suggested
 * going").
 */
import { closes, opens, type Word } from "./words.ts";

type ComplementStart = "none" | "that" | "to" | "whether" | "wh" | "gerund" | "pronoun" | "other";

export interface Complement {
  start: ComplementStart;
  /** The first lexical words, lower case. */
  words: string[];
  /** Ends with a question mark. */
  question: boolean;
  /** An order or a plea in the imperative. */
  imperative: boolean;
  /** "should", "must", "ought", or a bare subjunctive in its first clause. */
  ought: boolean;
  /** "will", "would", "shall" in its first clause. */
  future: boolean;
}

const DETERMINERS = new Set(
  "the a an his her their its our my your this that these those any no some all each every".split(" "),
);
const NO_GERUND = new Set(
  "nothing everything something anything during according morning evening meeting".split(" "),
);
const WH = new Set("what who whom whose which when where why how".split(" "));
const PRONOUNS = new Set("i you he she it we they there".split(" "));
const IMPERATIVES = new Set(
  `stop please tell give leave go wait release withdraw come help vote bring send stay keep get resign`.split(
    /\s+/,
  ),
);

/** Reads the shape of a content from its words (all fragments in order; quotation marks may be among them). */
export function complement(content: Word[]): Complement {
  const words = content.filter((w) => w.lexical).map((w) => w.lower);
  const [first = "", second = "", third = ""] = words;
  const lastAt = content.findLastIndex((w) => !closes(w) && w.text !== ",");
  const last = content[lastAt];
  // "He keeps asking, ‘Who pays?’ ”": the question is not the speaker's.
  const within = content.slice(lastAt + 1).filter((w) => closes(w)).length > 1;
  const head = words.slice(0, 14);
  let start: ComplementStart = "other";
  if (words.length === 0) start = "none";
  else if (first === "that" && !["is", "was", "would", "will"].includes(second) && words.length > 2)
    start = "that";
  else if (first === "to" && second !== "" && !DETERMINERS.has(second)) start = "to";
  else if (first === "whether" || first === "if") start = "whether";
  else if (WH.has(first)) start = "wh";
  else if (/^\p{L}{3,}ing$/u.test(first) && !NO_GERUND.has(first)) start = "gerund";
  else if (PRONOUNS.has(first)) start = "pronoun";
  const quoted = content[0] !== undefined && opens(content[0]);
  const bare =
    (IMPERATIVES.has(first) && !["it", "is", "was", "the"].slice(1, 3).includes(second)) ||
    ((first === "do" || first === "don't" || first === "never") &&
      (second === "not" || first !== "do") &&
      third !== "");
  return {
    start,
    words,
    question: last?.text === "?" && !within && mostlyAsks(content),
    imperative: quoted && bare && !PRONOUNS.has(second === "not" ? third : second),
    ought:
      head.some((w) => w === "should" || w === "must" || w === "ought" || w === "shouldn't") ||
      subjunctive(head),
    future: head.some(
      (w) => w === "will" || w === "would" || w === "shall" || w === "won't" || /'ll$/.test(w),
    ),
  };
}

/** A question after a long statement is rhetoric: it must make up about half of the sentences. */
function mostlyAsks(content: Word[]): boolean {
  const count = (mark: RegExp) => content.filter((w) => mark.test(w.text)).length;
  return count(/^[.!]$/) <= count(/^\?$/) + 1;
}

/** "that the mayor resign", "that he be heard": a bare "be" without a modal before it. */
function subjunctive(head: string[]): boolean {
  const at = head.indexOf("be");
  if (at < 2) return false;
  return !head
    .slice(Math.max(0, at - 3), at)
    .some(
      (w) =>
        /^(?:to|will|would|can|could|may|might|must|shall|should|cannot|won't|not|'ll|never)$/.test(w) ||
        /n't$|'ll$|'d$/.test(w),
    );
}
