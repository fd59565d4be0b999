/**
 * What "it", "this", "so", "the denial", "these statements" in a content stand for, where that is plain: the content of
 * the statement just before, or of the one that the noun names.
 */
import type { Act, Passage, Statement } from "../model.ts";
import { passage } from "../span.ts";
import { opensClause } from "./clause.ts";
import { lemmaIn } from "./lemma.ts";
import type { Page } from "./page.ts";
import { endOf, startOf } from "./statement.ts";
import type { Word } from "./words.ts";

const NOUN_ACTS: ReadonlyMap<string, readonly Act[] | null> = new Map<string, readonly Act[] | null>([
  ["denial", ["deny"]],
  ["accusation", ["accuse", "allege", "criticise"]],
  ["allegation", ["allege", "accuse"]],
  ["charge", ["accuse", "allege"]],
  ["promise", ["promise"]],
  ["pledge", ["promise"]],
  ["assurance", ["promise"]],
  ["warning", ["warn"]],
  ["threat", ["threaten"]],
  ["demand", ["demand"]],
  ["request", ["ask", "demand", "want"]],
  ["proposal", ["propose", "ask"]],
  ["offer", ["propose", "promise"]],
  ["prediction", ["expect"]],
  ["criticism", ["criticise", "accuse"]],
  ["complaint", ["criticise", "accuse"]],
  ["admission", ["confirm", "accept"]],
  ["refusal", ["decline", "reject"]],
  ["question", ["ask"]],
  ...[
    "claim",
    "statement",
    "assertion",
    "remark",
    "comment",
    "account",
    "version",
    "explanation",
    "suggestion",
    "report",
    "idea",
    "notion",
    "contention",
    "argument",
    "characterization",
    "description",
    "story",
  ].map((noun): [string, null] => [noun, null]),
]);
const WHOLE =
  /^(?:it|this|that|so|as much|them|these|those|(?:all|any|none) of (?:it|that|this)|both|neither|the same|otherwise)$/;
/** "This is not true", "that is a lie", "it never happened". */
const VERDICT =
  /^(?:that )?(?:it|this|that|these|those)(?: claims?)?(?: (?:is|was|are|were|isn't|wasn't|aren't|weren't)|'s)(?: (?:not|never|simply|just|absolutely|completely|totally|entirely|utterly|quite|all|a|an|the|complete|total|flat))* (?:true|false|untrue|lie|lies|nonsense|case|fabrication|fabricated|ridiculous|absurd|baseless|unfounded|groundless|slander|fiction|rubbish|inaccurate|incorrect|hoax)\b|^(?:they|he|she|you)(?: are| is|'re|'s) (?:simply |just |completely |absolutely )?(?:wrong|mistaken)\b|^(?:that )?(?:it|this|that) (?:did not|didn't|never) (?:happen|happened|take place|took place)\b/;
/** Statements to look back over for a noun; further off it is no longer plain. */
const LOOK_BACK = 12;
const ANSWERING_ACTS: ReadonlySet<Act> = new Set(["deny", "reject", "confirm", "accept", "doubt"]);
const ANSWERED: ReadonlySet<Act> = new Set([...ANSWERING_ACTS, "praise", "criticise"]);

/**
 * Fills `refersTo` of the statements, which stand in text order with parents before what they hold. Statements that
 * have one already keep it.
 */
export function resolveReferences(page: Page, statements: Statement[]): void {
  const byId = new Map(statements.map((s) => [s.id, s]));
  statements.forEach((statement, index) => {
    if (statement.refersTo.length > 0) return;
    const earlier = candidates(statements, index, byId);
    statement.refersTo = referent(page, statement, earlier);
    // "had accepted (Mr. Putin’s denial)": what the denial stands for is what was accepted.
    const parent = statement.parent ? byId.get(statement.parent) : undefined;
    if (
      parent &&
      statement.content.length === 0 &&
      statement.refersTo.length > 0 &&
      parent.refersTo.length === 0 &&
      isOnly(page, parent, statement)
    )
      parent.refersTo = statement.refersTo;
  });
}

/** Statements that end before this one's content, latest first, without those around it. */
function candidates(statements: Statement[], index: number, byId: Map<string, Statement>): Statement[] {
  const statement = statements[index];
  if (!statement) return [];
  const around = new Set<string>();
  for (let up = statement.parent; up; up = byId.get(up)?.parent ?? null) around.add(up);
  const begin = statement.content[0]?.start ?? startOf(statement);
  const out: Statement[] = [];
  for (let i = index - 1; i >= 0 && out.length < LOOK_BACK; i--) {
    const other = statements[i];
    if (other && !around.has(other.id) && other.content.length > 0 && endOf(other) <= begin) out.push(other);
  }
  return out;
}

function referent(page: Page, statement: Statement, earlier: Statement[]): Passage[] {
  const words = statement.content.flatMap((c) => page.within(c)).filter((w) => w.lexical);
  const line = words.map((w) => w.lower).join(" ");
  if (statement.content.length === 0)
    return byNoun(statement, cueNoun(page, statement), nearby(page, statement, earlier), true);
  if (VERDICT.test(line)) return nearest(page, statement, earlier);
  if (WHOLE.test(line)) return answers(statement, line) ? nearest(page, statement, earlier) : [];
  if (words.length > 20 || statement.cue.length === 0) {
    const decisive = decidingSentence(page, statement);
    if (decisive?.such) return byNoun(statement, decisive.such, nearby(page, statement, earlier), false);
  }
  const noun = nounOf(words);
  // A noun that any speech may be ("the remark", "these statements") is plain only where it is answered, and close by.
  if (noun && NOUN_ACTS.get(noun) === null) {
    if (/^(?:his|her|their|its)$/.test(words[0]?.lower ?? "") || !ANSWERED.has(statement.act)) return [];
    return byNoun(
      statement,
      noun,
      earlier.filter((s) => close(page, statement, s)),
      false,
    );
  }
  return noun ? byNoun(statement, noun, nearby(page, statement, earlier), false) : [];
}

/** True where "it" is what somebody has said and not a thing: "denied it", "said so". */
function answers(statement: Statement, line: string): boolean {
  if (/^(?:so|as much|otherwise|the same)$/.test(line)) return true;
  if (statement.kind === "belief") return /^(?:this|that)$/.test(line) && statement.act !== "reject";
  return (
    statement.kind === "speech" &&
    (ANSWERING_ACTS.has(statement.act) || (statement.act === "decline" && line !== "them"))
  );
}

/** In the same paragraph or the one before. */
function close(page: Page, statement: Statement, earlier: Statement): boolean {
  return page.paragraphAt(startOf(statement)) - page.paragraphAt(startOf(earlier)) <= 1;
}

/** Those of the same paragraph where a pronoun owns the noun or stands for the speaker, else those a few paragraphs up. */
function nearby(page: Page, statement: Statement, earlier: Statement[]): Statement[] {
  const here = page.paragraphAt(startOf(statement));
  const reach = statement.content.length === 0 && !surname(statement) ? 0 : 4;
  return earlier.filter((s) => here - page.paragraphAt(startOf(s)) <= reach);
}

/** "… I was in the room. There was no such promise.": the sentence that decides a longer content. */
function decidingSentence(page: Page, statement: Statement): { such: string } | null {
  for (const content of statement.content) {
    const words = page.within(content).filter((w) => w.lexical);
    const at = words.findIndex((w, i) => w.lower === "such" && words[i - 1]?.lower === "no");
    const noun = at > 0 ? lemmaIn(words[at + 1]?.lower ?? "", NOUN_ACTS) : null;
    if (noun) return { such: noun };
  }
  return null;
}

/** The noun of a content like "the denial", "these statements", "there was no such promise". */
function nounOf(words: Word[]): string | null {
  const lower = words.map((w) => w.lower);
  const such = lower.slice(0, 7).indexOf("such");
  if (such >= 0 && such + 1 < lower.length) {
    const at = lower[such + 1] === "a" || lower[such + 1] === "an" ? such + 2 : such + 1;
    const noun = lemmaIn(lower[at] ?? "", NOUN_ACTS);
    if (noun) return noun;
  }
  const from =
    lower[0] === "that" && /^(?:the|this|these|those|his|her|their|its|all)$/.test(lower[1] ?? "") ? 1 : 0;
  if (!/^(?:the|this|that|these|those|his|her|their|its|all|both)$/.test(lower[from] ?? "")) return null;
  for (let at = from + 1; at <= from + 3 && at < lower.length; at++) {
    const noun = /ed$/.test(lower[at] ?? "") ? null : lemmaIn(lower[at] ?? "", NOUN_ACTS);
    if (!noun) continue;
    const next = lower[at + 1];
    // "the claim that …" says itself what it claims.
    return next === undefined ||
      !/^(?:that|which|who|of|to|about|for|against|made|over|he|she|they|it)$/.test(next)
      ? noun
      : null;
  }
  return null;
}

function cueNoun(page: Page, statement: Statement): string | null {
  const last = statement.cue.flatMap((c) => page.within(c)).findLast((w) => w.lexical);
  return last ? lemmaIn(last.lower, NOUN_ACTS) : null;
}

const surname = (statement: Statement): string | null =>
  /(\p{Lu}[\p{L}’'-]+)(?:['’]s)?$/u.exec(statement.source.at(-1)?.text ?? "")?.[1]?.toLowerCase() ?? null;

/** The statement that a noun names: the right act, and where a holder is named ("Mr. Putin’s denial") his. */
function byNoun(statement: Statement, noun: string | null, earlier: Statement[], owned: boolean): Passage[] {
  if (!noun || !NOUN_ACTS.has(noun)) return [];
  const acts = NOUN_ACTS.get(noun);
  const name = owned ? surname(statement) : null;
  const sameNoun = earlier.find(
    (s) =>
      s.cue.some((c) =>
        c.text
          .toLowerCase()
          .split(/\s+/)
          .some((w) => lemmaIn(w, NOUN_ACTS) === noun),
      ) && s !== statement,
  );
  const fits = (s: Statement) =>
    (acts ? acts.includes(s.act) : s.kind === "speech" && s.act !== "decline" && s.act !== "ask") &&
    (!name || surname(s) === name || (acts !== null && /^(?:he|she|they)$/i.test(s.source[0]?.text ?? "")));
  if (owned && !acts && !name) return [];
  const found = sameNoun && fits(sameNoun) ? sameNoun : earlier.slice(0, acts ? LOOK_BACK : 4).find(fits);
  return found ? wordsOf(found) : [];
}

/** The content of the statement right before, else the sentence before for an answer to the narrator's own words. */
function nearest(page: Page, statement: Statement, earlier: Statement[]): Passage[] {
  // In a transcript the turn before is what is answered.
  if (statement.cue.length === 0 && statement.source.length > 0) {
    const label = statement.source[0]?.text;
    return earlier.find((s) => s.parent === null && s.source[0]?.text !== label)?.content ?? [];
  }
  const begin = Math.min(startOf(statement), statement.content[0]?.start ?? Number.POSITIVE_INFINITY);
  const here = page.sentenceAt(begin);
  const before = page.sentenceBefore(begin);
  const paragraph = page.doc.paragraphs[page.paragraphAt(begin)];
  const close = earlier.filter((s) => {
    const end = endOf(s);
    // Inside another's content the referent is looked for there only: his "this" is not the narrator's.
    if (statement.parent !== null && !(here !== null && startOf(s) >= here.start && claims(s))) return false;
    // A question of what or who claims nothing.
    if (s.act === "ask" && !/^(?:whether|if)\b/.test(s.content[0]?.text ?? "")) return false;
    return (here !== null && end > here.start) || (before !== null && end > before.start);
  });
  // The widest of those that end last: "said (that he had promised (to wait))" as a whole.
  const top = close.filter(
    (s) => !close.some((o) => o !== s && o.content.some((c) => c.start <= startOf(s) && endOf(s) <= c.end)),
  );
  const found = top[0];
  const clause = (s: Statement) =>
    s.content.some((c) => /^that\b/i.test(c.text) || opensClause(page.within(c), 0, 30));
  const so = /^(?:so|as much)$/i.test(statement.content[0]?.text ?? "");
  // What is said "so" is a clause; where the one before has but a noun, the whole sentence is meant.
  if (found && so && !clause(found) && before) return [passage(page.text, before.start, before.end)];
  if (found) return wordsOf(found);
  if (
    statement.parent === null &&
    before &&
    paragraph &&
    before.start >= paragraph.start &&
    ANSWERING_ACTS.has(statement.act)
  )
    return [passage(page.text, before.start, before.end)];
  return [];
}

/** True where the content is something that can be so or not. */
function claims(statement: Statement): boolean {
  return (
    statement.kind === "speech" &&
    !["threaten", "demand", "propose", "ask", "decline", "praise"].includes(statement.act)
  );
}

function wordsOf(statement: Statement): Passage[] {
  return statement.refersTo.length > 0 && statement.content.every((c) => c.text.length < 30)
    ? statement.refersTo
    : statement.content;
}

function isOnly(page: Page, parent: Statement, inner: Statement): boolean {
  const words = parent.content.flatMap((c) => page.within(c)).filter((w) => w.lexical).length;
  const own = [...inner.source, ...inner.cue].flatMap((c) => page.within(c)).filter((w) => w.lexical).length;
  return words <= own + 2;
}
