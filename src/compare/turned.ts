/** The verb of a question: which auxiliary opens it, and what of the verb group stays behind the subject. */
import { type AskedClause, numberOf, range } from "./asked-clause.ts";
import type { Token } from "./language.ts";
import { capital, plain, type Word } from "./printed.ts";
import { isVerbal } from "./verb-group.ts";
import { REPORTING_VERBS } from "./vocabulary.ts";

const EXPAND: Record<string, string> = {
  "'s": "is",
  "'re": "are",
  "'ve": "have",
  "'ll": "will",
  "'m": "am",
  wo: "will",
  ca: "can",
  sha: "will",
  shall: "will",
};

/** Verbs whose past is their plain form. */
export const PAST_SAME = new Set(
  "put cut hit set shut hurt let cost read beat spread burst cast bid quit shed split thrust upset broadcast forecast".split(
    " ",
  ),
);

/** Participles that are no past tense: without an auxiliary they only describe ("the ledge known as the Sow"). */
const PARTICIPLE =
  /^(?:been|done|gone|seen|taken|known|given|written|spoken|broken|chosen|driven|fallen|forgotten|frozen|hidden|ridden|risen|shaken|shown|stolen|sworn|torn|thrown|woken|worn|drawn|grown|flown|blown|begun|drunk|sung|sunk|swum|eaten|beaten|bitten|forbidden|forgiven|mistaken|proven|overseen|withdrawn|undergone|undertaken|overthrown)$/;

/** Verbs that want an object: before a preposition or at the end these were participles ("an afternoon spent on tariffs"). */
const WANTS_OBJECT = new Set(
  "spend sell hold give make put bring send buy find describe name say mean need get let like station house base found locate date put treat entitle schedule concern involve include contain".split(
    " ",
  ),
);

interface Turned {
  lead: string;
  rest: Word[];
  cost: number;
}

/** The past tense's plain form where the dictionary has none: "concerned" → "concern"; null where that can't be told. */
function baseOf(verb: Token): string | null {
  const { lower, lemma } = verb;
  if (
    lower !== lemma ||
    !/ed$/.test(lower) ||
    /(?:eed|^bed|^shed|^wed|^feed|^bleed|^breed|^speed)$/.test(lower)
  )
    return lemma;
  const stem = lower.slice(0, -2);
  if (/[^aeiou]i$/.test(stem)) return `${stem.slice(0, -1)}y`;
  if (/([bdgmnprt])\1$/.test(stem)) return stem.slice(0, -1);
  if (/(?:[cgsvzu]|[^aeiou]l|at|ir|iz|[^aeiou]r)$/.test(stem) && !/(?:ss|ngs|sh|ch)$/.test(stem))
    return `${stem}e`;
  return /(?:rn|nt|st|ct|ck|sh|ch|ss|ll|lt|ld|nd|rd|rt|lk|lp|mp|pt|sk|ft|w|y|x|ain|oin|eat|ail|eak|ook)$/.test(
    stem,
  )
    ? stem
    : null;
}

const presentThird = (verb: Token) =>
  verb.lower !== verb.lemma && /s$/.test(verb.lower) && !/ss$/.test(verb.lower);

const negates = (token: Token) => token.lower === "not" || token.lower === "n't" || token.lower === "never";

/**
 * @param stood "one" where a name stands in for "I" or "we", "many" where several do; null where the subject's own words stay
 * @returns null where verb and subject don't fit together: then the words were read wrongly
 */
export function turned(
  tokens: readonly Token[],
  asked: AskedClause,
  stood: "one" | "many" | null,
): Turned | null {
  const { group, subject } = asked;
  const first = tokens[group.first]!;
  const verb = tokens[group.verb]!;
  const own = (ks: number[]) => ks.filter((k) => !negates(tokens[k]!)).map((k) => wordAt(tokens, k));
  const base = baseOf(verb);
  if (base === null || /ing$/.test(first.lower) || first.lower === "be" || first.lower === "been")
    return null;
  let cost =
    REPORTING_VERBS.has(verb.lemma) && /^(?:AUX|VERB)$/.test(tokens[group.last + 1]?.pos ?? "") ? 7 : 0;
  const number = stood ?? numberOf(tokens, subject);
  const agreeing = (word: string): string | null => {
    if (stood !== null) return conjugated(word, stood);
    if (tokens[subject.from]!.lower === "there") return word;
    const needs = /^(?:is|was|has|does)$/.test(word)
      ? "one"
      : /^(?:are|were|have|do)$/.test(word)
        ? "many"
        : null;
    return needs !== null && number !== null && needs !== number ? null : word;
  };
  const opened = (word: string | null, rest: Word[]): Turned | null =>
    word === null ? null : { lead: capital(word), rest: tidied(rest, tokens), cost };
  if (asked.inverted) {
    const lead = EXPAND[first.lower] ?? first.lower;
    return opened(
      agreeing(lead === "had" ? "did" : lead),
      own(range(subject.to + 1, group.last)).map((word) =>
        lead === "had" && word.at === group.verb ? { text: base, at: -1 } : word,
      ),
    );
  }
  const auxiliary =
    (first.pos === "AUX" || (first.lemma === "have" && group.first < group.verb)) &&
    (group.first < group.verb ||
      /^(?:be|have|do)$/.test(first.lemma) ||
      first.lower === "'s" ||
      first.lower === "'re" ||
      first.lower === "'m");
  if (auxiliary) {
    let word = EXPAND[first.lower] ?? first.lower;
    const only = group.first === group.verb;
    if (first.lower === "'d") word = verb.lower === verb.lemma && verb.pos === "VERB" ? "would" : "had";
    if (first.lower === "'s" && /^(?:been|got|had)$/.test(tokens[group.first + 1]?.lower ?? "")) word = "has";
    if ((only || group.first === group.verb) && first.lemma === "have")
      return opened(word === "had" ? "did" : agreeing(word === "has" ? "does" : "do"), [
        { text: "have", at: -1 },
      ]);
    if (only && first.lemma === "do") return null;
    const rest = own(range(group.first + 1, group.last));
    if (word === "had") {
      // A pluperfect only marks reported speech: "had accepted" asks "Did … accept".
      const be = range(group.first + 1, group.last).find((k) => tokens[k]!.lower === "been");
      if (be !== undefined)
        return opened(
          agreeing(number === "many" ? "were" : "was"),
          rest.filter((one) => one.at !== be),
        );
      return opened(
        "did",
        rest.map((one) => (one.at === group.verb ? { text: base, at: -1 } : one)),
      );
    }
    if (word === "may" || word === "might") {
      // What may be is no permission.
      const next = tokens[group.first + 1]?.lower ?? "";
      word = word === "might" || /^(?:be|have|not|well|also|yet)$/.test(next) ? "could" : "can";
    }
    return opened(agreeing(word), rest);
  }
  if (/^(?:will|would|can|could|may|might|must|shall|should)$/.test(first.lower) && group.first < group.verb)
    return opened(EXPAND[first.lower] ?? first.lower, own(range(group.first + 1, group.last)));
  if (verb.pos !== "VERB" || PARTICIPLE.test(verb.lower)) return null;
  const after = tokens[group.last + 1];
  if (
    WANTS_OBJECT.has(base) &&
    (!after || after.pos === "ADP" || after.pos === "PUNCT" || WHEN_ONLY.test(after.lower)) &&
    !/^(?:up|out|off|down|over|back|away)$/.test(after?.lower ?? "")
  )
    return null;
  if (
    after?.lower === "by" &&
    /(?:ed|ght|lt|nt|ld)$/.test(verb.lower) &&
    /^(?:DET|PROPN|PRON)$/.test(tokens[group.last + 2]?.pos ?? "")
  )
    return null;
  let word: string | null;
  const past = verb.lower !== base && !presentThird(verb);
  if (presentThird(verb)) word = stood === null && number === "many" ? null : "does";
  else if (past) word = "did";
  else if (stood !== null) word = PAST_SAME.has(base) ? "did" : stood === "one" ? "does" : "do";
  else if (number === "one") word = PAST_SAME.has(base) ? "did" : null;
  else word = PAST_SAME.has(base) && number === null ? "did" : "do";
  const rest = own(range(group.first, group.last)).map((one) =>
    one.at === group.verb ? { text: base, at: -1 } : one,
  );
  if (base === "need" && /^(?:not|n't)$/.test(after?.lower ?? "")) {
    rest.push({ text: "to", at: -1 });
    word = number === "many" ? "do" : "does";
  }
  if (base === "use" && past && after?.lower === "to") cost += 2;
  return opened(word, rest);
}

const WHEN_ONLY = /^(?:today|yesterday|tonight|tomorrow|day)$/;

/** A verb's form for a name in the singular, or for several. */
export function conjugated(word: string, number: "one" | "many"): string {
  const one: Record<string, string> = { am: "is", are: "is", were: "was", have: "has", do: "does" };
  const many: Record<string, string> = { am: "are", is: "are", was: "were", has: "have", does: "do" };
  return (number === "one" ? one : many)[word] ?? word;
}

function wordAt(tokens: readonly Token[], k: number): Word {
  const token = tokens[k]!;
  const short = EXPAND[token.lower];
  if (short !== undefined && /^['’]/.test(token.text) && token.pos === "AUX") return { text: short, at: -1 };
  return {
    text: token.pos === "PROPN" || token.lower === "i" ? plain(token) : plain(token).toLowerCase(),
    at: k,
  };
}

/** "no longer" asks "still"; "already", "also", "now" go. */
function tidied(words: readonly Word[], tokens: readonly Token[]): Word[] {
  const found: Word[] = [];
  for (const word of words) {
    const lower = word.text.toLowerCase();
    if (lower === "no" && tokens[word.at + 1]?.lower === "longer") found.push({ text: "still", at: -1 });
    else if (lower === "longer" && tokens[word.at - 1]?.lower === "no") continue;
    else if (!/^(?:already|also|now|therefore|thus|even|too|then|today|yesterday|since)$/.test(lower))
      found.push(word);
  }
  return found;
}

/**
 * A word behind the verb where it can't stay as it is: short forms in full, a verb after a name for "I", "no" as "any".
 * @param verb the number of what stood in for "I" or "we" just before
 * @param negative the word may carry the clause's negation, which a question drops
 */
export function inTail(
  tokens: readonly Token[],
  k: number,
  verb: "one" | "many" | null,
  negative: boolean,
): Word | null {
  const token = tokens[k]!;
  const next = tokens[k + 1];
  const full = (text: string): Word => ({ text, at: -1 });
  if (token.pos === "AUX" && /^['’]/.test(token.text)) {
    if (token.lower === "'d")
      return full(next?.pos === "VERB" && next.lower === next.lemma ? "would" : "had");
    const word =
      token.lower === "'s" && /^(?:been|got|had)$/.test(next?.lower ?? "") ? "has" : wordAt(tokens, k).text;
    return full(verb ? conjugated(word, verb) : word);
  }
  if (token.lower === "n't") return full("not");
  if (next?.lower === "n't" && EXPAND[token.lower] !== undefined) return full(EXPAND[token.lower]!);
  if (verb && isVerbal(token)) {
    if (token.pos === "AUX" || /^(?:have|do)$/.test(token.lower)) return full(conjugated(token.lower, verb));
    if (verb === "one" && token.lower === token.lemma && !PAST_SAME.has(token.lower))
      return full(thirdPerson(token.lower));
  }
  if (!negative || next?.text === "-") return null;
  if (token.lower === "no" && next && /^(?:NOUN|ADJ|PROPN|VERB|DET)$/.test(next.pos)) return full("any");
  const positive: Record<string, string> = { nothing: "anything", nobody: "anybody", never: "ever" };
  return positive[token.lower] === undefined ? null : full(positive[token.lower]!);
}

function thirdPerson(verb: string): string {
  if (/(?:s|x|z|ch|sh|o)$/.test(verb)) return `${verb}es`;
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;
}
