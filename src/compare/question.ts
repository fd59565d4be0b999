import { askedClause, numberOf, range, type Stretch } from "./asked-clause.ts";
import { Caller, isPerson, lowered, type Voices } from "./called.ts";
import type { Claim } from "./claim.ts";
import { headOf } from "./clause.ts";
import type { Token } from "./language.ts";
import { isQuote, lowerFirst, plain, printed, type Word } from "./printed.ts";
import { faultsOf } from "./question-check.ts";
import { tailOf } from "./question-tail.ts";
import { turned } from "./turned.ts";

/** A question made of a claim's own words, with how good it reads (lower is better). */
export interface Question {
  text: string;
  cost: number;
}

/** The pieces of a question: "Did" "the talks" "resume" "on Monday". */
export interface Pieces {
  lead: string;
  subject: Word[];
  verbs: Word[];
  tail: Word[];
  tokens: readonly Token[];
  cost: number;
}

/** How to make a question of only a part of a clause's words. */
interface Asking {
  /** A stretch that is left out: what the question asks for. */
  omit?: Stretch;
}

/**
 * A yes/no question that the claim answers: "Mr. Sand had accepted the denial" → "Did Mr. Sand accept the denial?".
 * Auxiliary inversion, do-support, copula, passive, modal; a negation is dropped ("no water will" → "Will any water").
 * @returns null where the words don't show subject and verb plainly, or the question would not read well
 */
export function yesNoQuestion(claim: Claim, voices: Voices): Question | null {
  const pieces = piecesOf(claim, voices);
  return pieces === null ? null : asked(pieces);
}

/** Puts the pieces together behind what asks ("When", "How many beds"), and looks whether the result is sound. */
export function asked(pieces: Pieces, before = "", lead = pieces.lead): Question | null {
  const body = printed(
    [
      { text: before === "" ? lead : lowerFirst(lead), at: -1 },
      ...pieces.subject,
      ...pieces.verbs,
      ...pieces.tail,
    ],
    pieces.tokens,
  );
  const text = `${before === "" ? body : `${before} ${body}`}?`
    .replace(/(?<!\b[ap]\.m|\b\p{Lu})\.\?$/u, "?")
    .replace(/[\s,]+\?$/, "?");
  if (faultsOf(text).length > 0) return null;
  const count = text.split(" ").length;
  let cost = pieces.cost;
  if (count < 4) cost += 3;
  if (count > 14) cost += (count - 14) * 0.25;
  return { text, cost };
}

/** The pieces of the question that a claim answers, or null. */
export function piecesOf(claim: Claim, voices: Voices, asking: Asking = {}): Pieces | null {
  const { tokens } = claim.frame;
  const clause = askedClause(claim);
  if (!clause) return null;
  const caller = new Caller(voices);
  const subject = subjectWords(
    tokens,
    clause.subject,
    caller,
    voices,
    asking.omit ?? null,
    claim.subject?.to ?? clause.subject.to,
  );
  if (!subject) return null;
  const verb = turned(tokens, clause, subject.stood);
  if (!verb) return null;
  const { group } = clause;
  const from = Math.max(group.last, clause.inverted ? clause.subject.to : 0) + 1;
  const tail = tailOf({
    tokens,
    from,
    to: claim.to,
    omit: asking.omit ?? null,
    caller,
    voices,
    auxiliary: !/^(?:Did|Do|Does)$/.test(verb.lead),
  });
  if (!tail) return null;
  // "She supposed": what she supposed is missing.
  if (!asking.omit && tail.words.length === 0 && WANTS_CLAUSE.test(tokens[group.verb]!.lemma)) return null;
  if (tail.words.length === 0 && (group.copular || tokens[group.verb]!.pos === "AUX")) return null;
  if (subject.stood === "one" && group.copular && pluralPredicate(tokens, from, claim.to)) return null;
  const front = clause.front && tail.whole && tail.words.length < 13 ? clause.front : null;
  const moved = front === null ? [] : frontWords(tokens, front, caller, voices, asking.omit ?? null);
  if (moved === null) return null;
  return {
    lead: verb.lead,
    subject: subject.words,
    verbs: verb.rest,
    tail: [...tail.words, ...moved],
    tokens,
    cost:
      clause.cost +
      subject.cost +
      verb.cost +
      tail.cost +
      (tail.whole ? 0 : 0.3) +
      (NOT_ONLY.test(claim.text) ? 4 : 0),
  };
}

const WANTS_CLAUSE =
  /^(?:suppose|say|think|mean|believe|guess|claim|insist|assume|suggest|hope|promise|seem|appear)$/;
const NOT_ONLY = /\bnot (?:only|just|merely|simply)\b/i;

/** "We are neighbours": said of a body by its name, the noun doesn't fit. */
function pluralPredicate(tokens: readonly Token[], from: number, to: number): boolean {
  for (let k = from; k <= to; k++) {
    const token = tokens[k]!;
    if (token.pos === "NOUN") return numberOf(tokens, { from: k, to: k }) === "many";
    if (!/^(?:ADJ|ADV|DET)$/.test(token.pos)) return false;
  }
  return false;
}

function subjectWords(
  tokens: readonly Token[],
  { from, to }: Stretch,
  caller: Caller,
  voices: Voices,
  omit: Stretch | null,
  core: number,
): { words: Word[]; cost: number; stood: "one" | "many" | null } | null {
  const words: Word[] = [];
  let cost = to - from > 9 ? (to - from - 9) * 0.4 : 0;
  let stood: "one" | "many" | null = null;
  // "President Reker of Arland": a person, though a country stands last.
  const head = tokens[Math.max(headOf(tokens, from, to), from)]!;
  for (let k = from; k <= to; k++) {
    if (omit && k >= omit.from && k <= omit.to) continue;
    if (isQuote(tokens, k)) continue;
    const token = tokens[k]!;
    if (
      k === from &&
      /^(?:neither|either)$/.test(token.lower) &&
      tokens[k + 1] &&
      tokens[k + 1]!.lower !== "of"
    )
      continue;
    if (k <= core && (token.lower === "not" || token.lower === "never")) continue;
    const stand = caller.word(tokens, k);
    if (stand) {
      cost += stand.cost;
      if (from === to) {
        // "it", "they" that stand for nothing in sight.
        if (/^(?:i|we|he|she)$/.test(token.lower) && stand.text !== token.lower) stood = stand.verb;
        if (token.lower === "they" && stand.text !== token.lower) stood = "many";
        if (/^(?:me|us|him|them)$/.test(token.lower)) return null;
      }
      words.push({ text: stand.text, at: stand.text === token.lower ? k : -1 });
      continue;
    }
    words.push({ text: subjectWord(tokens, k, voices), at: SWAPPED[token.lower] ? -1 : k });
  }
  if (words.length === 0) return null;
  const alone = printed(words, tokens).toLowerCase();
  if (
    /^(?:this|that|these|those|such|so|here|the other|the others|others|the same|the second|the first|the rest|the latter|it all|all|both|some|one|two|three|four|five|six|seven|eight|nine|ten)$/.test(
      alone,
    )
  )
    cost += 6;
  if (alone === "there") cost += 0.5;
  if (stood === null) {
    const many = numberOf(tokens, { from, to }) === "many";
    const name = range(from, to).some((k) => tokens[k]!.pos === "PROPN");
    const person = isPerson(head.lower) || (voices.persons.has(head.lower) && to - from < 5);
    caller.mention(person ? "person" : many ? "many" : name && !/^the\b/.test(alone) ? "body" : "thing");
  }
  return { words, cost, stood };
}

const SWAPPED: Record<string, string> = {
  no: "any",
  nobody: "anybody",
  none: "any",
  nothing: "anything",
  nor: "or",
};

function subjectWord(tokens: readonly Token[], k: number, voices: Voices): string {
  const { lower } = tokens[k]!;
  if (lower === "no" && tokens[k + 1]?.text === "-") return plain(tokens[k]!);
  return SWAPPED[lower] ?? lowered(tokens, k, voices);
}

/** "In February" as it stands at the end of a question. */
function frontWords(
  tokens: readonly Token[],
  { from, to }: Stretch,
  caller: Caller,
  voices: Voices,
  omit: Stretch | null,
): Word[] | null {
  if (omit && omit.from <= to && omit.to >= from) return [];
  const words: Word[] = [];
  for (let k = from; k <= to; k++) {
    if (isQuote(tokens, k) || tokens[k]!.text === ",") continue;
    const stand = caller.word(tokens, k);
    if (stand && stand.cost > 1) return [];
    words.push(stand ? { text: stand.text, at: -1 } : { text: lowered(tokens, k, voices), at: k });
  }
  return words;
}
