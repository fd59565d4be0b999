/**
 * Which words of a statement stand for others: "denied it", "said so", "the claim", "no such report", "disagreed". Only the
 * shape is read here; what they stand for is found in `antecedent.ts`.
 */
import type { Act, Statement } from "../model.ts";
import { lemmaIn } from "./lemma.ts";
import type { Page } from "./page.ts";
import { startOf } from "./statement.ts";
import type { Word } from "./words.ts";

/** Words that stand for others, and where: `at` is their first character, before which the others are looked for. */
export type Anaphor =
  /** Something said or told as a whole: "it", "so", "otherwise", "disagrees". */
  | { kind: "claim"; at: number }
  /** A noun of saying: "the denial", "no such promise", "Ms. Orsik’s account". */
  | { kind: "said"; at: number; noun: string; owned: boolean }
  /** A thing named before: "it", "them", "one". */
  | { kind: "thing"; at: number; plural: boolean }
  /** "one" of what was brought up before. */
  | { kind: "one"; at: number }
  /** "which", "who" with its noun phrase right before it. */
  | { kind: "relative"; at: number }
  /** "…, a step that she called rash": what was told in the same sentence. */
  | { kind: "apposition"; at: number };

/** Nouns for what somebody said, with the acts that they fit; null where any speech does. */
export const SAID: ReadonlyMap<string, readonly Act[] | null> = new Map<string, readonly Act[] | null>([
  ["denial", ["deny"]],
  ["accusation", ["accuse", "allege", "criticise"]],
  ["allegation", ["allege", "accuse", "assert"]],
  ["charge", ["accuse", "allege", "criticise"]],
  ["promise", ["promise"]],
  ["pledge", ["promise"]],
  ["undertaking", ["promise"]],
  ["vow", ["promise"]],
  ["commitment", ["promise"]],
  ["assurance", ["promise", "assert"]],
  ["warning", ["warn"]],
  ["threat", ["threaten"]],
  ["demand", ["demand"]],
  ["request", ["ask", "demand", "want"]],
  ["proposal", ["propose", "ask"]],
  ["motion", ["propose"]],
  ["recommendation", ["propose", "demand"]],
  ["offer", ["propose", "promise"]],
  ["invitation", ["propose", "ask"]],
  ["prediction", ["expect"]],
  ["forecast", ["expect"]],
  ["criticism", ["criticise", "accuse"]],
  ["complaint", ["criticise", "accuse"]],
  ["admission", ["confirm", "accept"]],
  ["confession", ["confirm", "accept"]],
  ["refusal", ["decline", "reject"]],
  ["question", ["ask"]],
  ["rumor", ["allege", "assert"]],
  ["rumour", ["allege", "assert"]],
  ...`claim statement assertion remark comment account version explanation suggestion idea notion contention argument
  characterization characterisation description story interpretation finding conclusion view picture point`
    .split(/\s+/)
    .map((noun): [string, null] => [noun, null]),
]);

/** A content that is but a word for something said before. */
const WHOLE =
  /^(?:it|this|that|these|those|(?:all|any|none|much) of (?:it|that|this)|both|neither|the same)$/;
const SO =
  /^(?:so|as much|otherwise|not so|the opposite|the contrary|to the contrary|no such thing|nothing of the (?:kind|sort)|no|yes|not)$/;
/** "This is not true", "that is a lie", "it never happened". */
const VERDICT =
  /^(?:that )?(?:it|this|that|these|those)(?: claims?)?(?: (?:is|was|are|were|isn't|wasn't|aren't|weren't|would be)|'s)(?: (?:not|never|simply|just|absolutely|completely|totally|entirely|utterly|quite|all|a|an|the|complete|total|flat|without))* (?:true|false|untrue|lie|lies|nonsense|case|fabrication|fabricated|ridiculous|absurd|baseless|unfounded|groundless|slander|fiction|rubbish|inaccurate|incorrect|hoax|merit|possible|impossible)\b|^(?:they|he|she|you)(?: are| is|'re|'s) (?:simply |just |completely |absolutely )?(?:wrong|mistaken)\b|^(?:that )?(?:it|this|that) (?:did not|didn't|never) (?:happen|happened|take place|took place)\b/;
/** "thought | it was", "said | they had not", "I do not.": a clause that ends with its auxiliary. */
const STRIPPED =
  /^(?:that )?(?:it|they|he|she|we|i|you|there|this|that) (?:(?:is|was|are|were|do|does|did|has|have|had|will|would|can|could|should|may|might) ?(?:not|never)?(?: be)?|(?:\w+)n't)$/;
/** Answers that say all about themselves without content: nobody need look for what was not answered. */
const MUTE =
  /\b(?:reached|available|comment|commenting|position|apologi[sz]\w*|apologetic|conceded?|complain\w*|silent|hands up|elaborate|for|against|in favou?r|opposed|divided|undecided|go)$/;
const NOT_SAID = /^(?:that|which|who|of|to|about|for|against|made|over|on|he|she|they|it|from|by|in)$/;
/** Nouns that take up in an apposition what the sentence has told: "…, a move that". */
const TAKEN_UP =
  /^(?:an?|the) (?:\w+ )?(?:step|move|decision|claim|charge|plan|figure|threat|promise|pledge|view|suggestion|accusation|allegation|demand|proposal|offer|finding|notion|idea|assertion|act|measure|change|development|result|outcome|delay|rise|fall|increase|cut|deal|prospect)$/;

/**
 * The anaphor that a statement's content hangs on; null where it stands for itself.
 */
export function anaphorOf(page: Page, statement: Statement): Anaphor | null {
  if (statement.content.length === 0) return bare(page, statement);
  const pieces = statement.content.map((c) => page.within(c).filter((w) => w.lexical));
  const words = pieces.flat();
  const first = words[0];
  if (!first) return null;
  const line = words.map((w) => w.lower).join(" ");
  for (const piece of pieces) {
    const text = piece.map((w) => w.lower).join(" ");
    if (pieces.length > 1 || piece.length <= 2) {
      if (/^(?:(?:in|of|at|on|for|to|with|by|from) )?(?:which|whom|who|whose)$/.test(text))
        return { kind: "relative", at: piece[0]!.start };
    }
    if (pieces.length > 1 && TAKEN_UP.test(text) && behindComma(page, piece[0]!.start))
      return { kind: "apposition", at: piece[0]!.start };
  }
  if (VERDICT.test(line) || STRIPPED.test(line) || SO.test(line)) return { kind: "claim", at: first.start };
  if (WHOLE.test(line))
    return isClaim(statement, line)
      ? { kind: "claim", at: first.start }
      : { kind: "thing", at: first.start, plural: /^(?:these|those|both)$/.test(line) };
  if (/^(?:them|him|her)$/.test(line)) return null;
  const one = words.findIndex((w, i) => w.lower === "one" && isOne(words, i));
  if (one >= 0) {
    // "a short | one": what it is one of stands before its own article.
    const article = words.slice(Math.max(0, one - 4), one).findLast((w) => /^an?$/.test(w.lower));
    return { kind: "one", at: (article ?? words[one]!).start };
  }
  if (statement.cue.length > 0 && complemented(words, statement.cue.map((c) => c.text).join(" ")))
    return { kind: "claim", at: first.start };
  const such = suchNoun(words);
  if (such) return { kind: "said", at: such.word.start, noun: such.noun, owned: false };
  if (words.length < 7 && /\b(?:do|does|did|doing|done|say|says|said|think|thinks) so$/.test(line))
    return { kind: "claim", at: words.at(-1)!.start };
  const noun = saidNoun(words);
  if (noun) return { kind: "said", at: first.start, noun, owned: false };
  // "called | that | a lie"
  for (const piece of pieces.slice(0, -1))
    if (piece.length === 1 && /^(?:it|this|that)$/.test(piece[0]!.lower))
      return { kind: "claim", at: piece[0]!.start };
  return null;
}

/** A statement without content: what its noun or verb is about. */
function bare(page: Page, statement: Statement): Anaphor | null {
  const words = statement.cue.flatMap((c) => page.within(c)).filter((w) => w.lexical);
  const last = words.at(-1);
  const begin = startOf(statement);
  if (!last) return null;
  const noun = lemmaIn(last.lower, SAID);
  const verb = /(?:ed|ing|s)$/.test(last.lower) || words.at(-2)?.lower === "to";
  if (noun && (words.length === 1 || !verb))
    return { kind: "said", at: begin, noun, owned: statement.source.length > 0 };
  // "the council's figure": a noun that says nothing about what it names.
  if (/['’]s?$/.test(statement.source.at(-1)?.text ?? "")) return null;
  const line = words.map((w) => w.lower).join(" ");
  return MUTE.test(line) ? null : { kind: "claim", at: Math.max(begin, statement.cue[0]!.start) };
}

/** Where "it" is what somebody has said and not a thing: "denied it", "knew that". */
function isClaim(statement: Statement, line: string): boolean {
  if (statement.act === "agree") return false;
  if (statement.kind === "belief")
    return !statement.cue.some((c) => /\b(?:feel|felt|see|saw|sees)$/.test(c.text));
  if (statement.kind === "intention") return false;
  return (
    line === "this" || line === "that" || !["praise", "demand", "propose", "want"].includes(statement.act)
  );
}

function behindComma(page: Page, at: number): boolean {
  const before = page.before(at, 1)[0];
  return before !== undefined && /^[,—–-]$/.test(before.text);
}

/** "ruled | one | out", "there was one", "a short one"; no number and nobody ("one of them", "one must"). */
function isOne(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]?.lower ?? "";
  return (
    at === words.length - 1 &&
    !/^(?:no|any|some|every|each|number|day|the|this|that)$/.test(before) &&
    !/^\d/.test(before)
  );
}

const NAMING =
  /\b(?:call|consider|find|found|regard|deem|describe|think|thought|see|saw|treat|brand|label|dub|take|took|read|judge)\w*$/i;

/** "called | that | a lie", "found | this unlikely", "said | this had changed nothing": a demonstrative that is all of its noun phrase. */
function complemented(words: readonly Word[], cue: string): boolean {
  const first = words[0]!.lower === "that" && /^(?:this|that|it)$/.test(words[1]?.lower ?? "") ? 1 : 0;
  const head = words[first]!.lower;
  const next = words[first + 1]?.lower ?? "";
  if (!/^(?:this|that|it)$/.test(head) || next === "") return false;
  if (
    NAMING.test(cue) &&
    words.length < 12 &&
    /^(?:as|an?|too|so|very|\w+(?:ly|ble|ous|ful|ant|ent|ic|al|ine))$/.test(next)
  )
    return true;
  return (
    head !== "it" &&
    /^(?:is|was|would|will|had|has|could|may|might|must|should|does|did|meant|means|points?|shows?|showed|proves?|proved)$/.test(
      next,
    )
  );
}

/** "there was no such promise", "any such talks". */
function suchNoun(words: Word[]): { word: Word; noun: string } | null {
  for (let at = 0; at < words.length - 1; at++) {
    if (words[at]!.lower !== "such" || !/^(?:no|any|one|a|of)$/.test(words[at - 1]?.lower ?? "no")) continue;
    const noun = lemmaIn(words[at + 1]!.lower, SAID);
    if (noun) return { word: words[at]!, noun };
  }
  return null;
}

/** The noun of a content like "the denial", "these statements"; "the claim that …" says itself what it claims. */
function saidNoun(words: Word[]): string | null {
  const lower = words.map((w) => w.lower);
  const from = lower[0] === "that" && /^(?:the|this|these|those|all)$/.test(lower[1] ?? "") ? 1 : 0;
  if (!/^(?:the|this|that|these|those|all|both)$/.test(lower[from] ?? "")) return null;
  for (let at = from + 1; at <= from + 3 && at < lower.length; at++) {
    const noun = /ed$/.test(lower[at] ?? "") ? null : lemmaIn(lower[at] ?? "", SAID);
    if (!noun) continue;
    const next = lower[at + 1];
    return next === undefined || !NOT_SAID.test(next) ? noun : null;
  }
  return null;
}
