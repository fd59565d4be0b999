import type { Claim } from "./claim.ts";
import { headOf } from "./clause.ts";
import type { Token } from "./language.ts";
import { standIn } from "./readable.ts";
import { REPORTING_VERBS } from "./vocabulary.ts";

/** A question made of a claim's own words, with how good it reads (lower is better). */
export interface Question {
  text: string;
  cost: number;
}

const FIRST_PERSON = /^(?:i|we|me|us|my|our|mine|ours|myself|ourselves)$/;

export const THIRD_PERSON = /^(?:he|she|it|they|him|her|them|his|its|their)$/;

/**
 * A yes/no question that the claim answers: "Mr. Sand had accepted the denial" → "Did Mr. Sand accept the denial?".
 * Auxiliary inversion, do-support, copula, passive, modal; a negation is dropped ("no water will" → "Will any water").
 * @param common words that the texts use in lower case too
 * @param nameOf the speaker's name for "I", "we", "our"; null leaves them, at a cost
 * @returns null where the clause has no subject or finite verb
 */
export function yesNoQuestion(
  claim: Claim,
  nameOf: string | null,
  sideName: string | null,
  common: ReadonlySet<string>,
): Question | null {
  const { tokens } = claim.frame;
  const clause = claim.frame.clauses[claim.clause];
  if (clause?.kind !== "main" || !claim.subject) return null;
  if (
    /^(?:which|who|whose|whom|what)$/.test(tokens[claim.subject.from]!.lower) ||
    range(tokens, claim.subject.from, claim.subject.to).some((k) =>
      /^(?:whose|which)$/.test(tokens[k]!.lower),
    )
  )
    return null;
  const subject = claim.subject;
  const naming = namer(claim, nameOf, sideName);
  const words: string[] = [];
  let cost = 0;
  const first = tokens[clause.first]!;
  const verb = tokens[clause.verb]!;
  const inside = clause.subject !== null && clause.subject.from > clause.first;
  const auxiliary = clause.first < clause.verb || (first.pos === "AUX" && clause.first === clause.verb);
  const between = (from: number, to: number) => range(tokens, from, to).filter((k) => !negates(tokens[k]!));
  let lead: string;
  let rest: number[];
  if (auxiliary && !inside) {
    const word =
      first.lower === "'d"
        ? verb.lower === verb.lemma && verb.pos === "VERB"
          ? "would"
          : "had"
        : (EXPAND[first.lower] ?? first.lower);
    const middle = between(clause.first + 1, clause.last);
    if (word === "had" && clause.verb > clause.first) {
      // A pluperfect only marks reported speech: "had accepted" asks "Did … accept".
      const be = middle.find((k) => tokens[k]!.lower === "been");
      if (be !== undefined && be !== clause.verb) {
        lead = isPlural(tokens, subject) ? "Were" : "Was";
        rest = middle.filter((k) => k !== be);
      } else if (be === clause.verb) {
        lead = isPlural(tokens, subject) ? "Were" : "Was";
        rest = middle.filter((k) => k !== be);
      } else {
        lead = "Did";
        rest = middle;
      }
    } else if (word === "had") {
      lead = "Did";
      rest = [clause.verb];
    } else {
      lead = capital(word);
      rest = middle;
    }
  } else if (inside) {
    lead = capital(EXPAND[first.lower] ?? first.lower);
    rest = between(clause.subject!.to + 1, clause.last);
  } else if (verb.pos === "VERB") {
    lead = presentThird(verb)
      ? "Does"
      : verb.lower === verb.lemma && !PAST_SAME.has(verb.lower)
        ? "Do"
        : "Did";
    rest = between(clause.first, clause.last);
  } else return null;
  const named1 =
    nameOf !== null && subject.from === subject.to && /^(?:i|we)$/.test(tokens[subject.from]!.lower);
  if (named1)
    lead =
      ({ Do: "Does", Have: "Has", Are: "Is", Am: "Is", Were: "Was" } as Record<string, string>)[lead] ?? lead;
  const doing = /^(?:Did|Do|Does)$/.test(lead);
  words.push(lead);
  // Subject.
  const subjectWords: string[] = [];
  let from = subject.from;
  if (
    /^(?:neither|either)$/.test(tokens[from]!.lower) &&
    tokens[from + 1] &&
    tokens[from + 1]!.lower !== "of"
  )
    from++;
  for (const k of range(tokens, from, Math.min(subject.to, from + 13))) {
    const token = tokens[k]!;
    if (token.lower === "not" || token.lower === "never") continue;
    let word =
      token.lower === "no" && tokens[k + 1]?.text !== "-"
        ? "any"
        : token.lower === "nobody" || token.lower === "none"
          ? "anybody"
          : token.lower === "nothing"
            ? "anything"
            : token.lower === "nor"
              ? "or"
              : token.text;
    if (k === from && isCommon(tokens, k, common)) word = lowerFirst(word);
    subjectWords.push(naming(token, word));
    if (FIRST_PERSON.test(token.lower) && nameOf === null) cost += 4;
    const known =
      (token.lower === "they" && claim.together !== null) ||
      ((token.lower === "he" || token.lower === "she") && claim.referent[token.lower] !== null);
    if (!known && THIRD_PERSON.test(token.lower) && k === headOf(tokens, subject.from, subject.to))
      cost += token.lower === "it" || token.lower === "they" ? 5 : 3;
  }
  if (tokens[subject.from]!.lower === "there" || subjectWords.length === 0)
    cost += subjectWords.length === 0 ? 9 : 1;
  if (/^(?:this|that|these|those|which|who)$/.test(subjectWords.join(" ").toLowerCase())) cost += 6;
  words.push(...subjectWords);
  // Verb group.
  for (const k of rest) {
    const token = tokens[k]!;
    if (token.lower === "no" && tokens[k + 1]?.lower === "longer") {
      words.push("still");
      continue;
    }
    if (token.lower === "longer" && tokens[k - 1]?.lower === "no") continue;
    if (token.lower === "already" || token.lower === "also" || token.lower === "now") continue;
    words.push(
      doing && k === clause.verb
        ? token.lemma
        : k === clause.verb && lead !== capital(EXPAND[first.lower] ?? first.lower) && token.lower === "been"
          ? "be"
          : lowerUnlessName(token),
    );
  }
  // The rest of the clause, cut at the first border after about a dozen words.
  const tail: string[] = [];
  let length = 0;
  for (let k = clause.last + 1; k <= claim.to; k++) {
    const token = tokens[k]!;
    if (/^[.?!;:—–]+$/.test(token.text) || token.text === "“" || token.text === "”" || token.text === '"') {
      if (/^[.?!;:—–]+$/.test(token.text)) break;
      continue;
    }
    if (negates(token) && k === clause.last + 1) continue;
    const comma = token.text === ",";
    // Inside "that a dry winter, and not the dam, was to blame" the verb is still to come.
    const complement = range(tokens, clause.last + 1, k).findLast(
      (n) => tokens[n]!.lower === "that" && tokens[n]!.pos === "SCONJ",
    );
    const open =
      complement !== undefined &&
      !range(tokens, complement, k).some((n) => /^(?:VERB|AUX)$/.test(tokens[n]!.pos));
    if (
      comma &&
      !open &&
      (length >= 4 ||
        /^(?:which|who|when|where|and|but|or|as|though|although|while|he|she)$/.test(
          tokens[k + 1]?.lower ?? "",
        ))
    )
      break;
    if (length >= 15 && /^(?:ADP|SCONJ|CCONJ)$/.test(token.pos)) break;
    if (
      length >= 9 &&
      /^(?:when|while|although|though|because|since|which|who|whose|where|but|after|before)$/.test(
        token.lower,
      )
    )
      break;
    const word =
      token.lower === "no" && tokens[k + 1]?.text !== "-"
        ? "any"
        : token.lower === "nothing"
          ? "anything"
          : token.lower === "never"
            ? "ever"
            : token.text;
    if (FIRST_PERSON.test(token.lower) && nameOf === null) cost += 2;
    if (THIRD_PERSON.test(token.lower)) cost += 0.8;
    tail.push(token.lower === "they" ? word : naming(token, word));
    length++;
  }
  // Cut in the middle of a phrase, its beginning goes, too; "clock in" ends where the clause does.
  const whole =
    clause.last + 1 + length > claim.to || /^[.?!]$/.test(tokens[clause.last + 1 + length]?.text ?? "");
  while (
    !whole &&
    tail.length > 0 &&
    /^(?:,|and|or|but|of|in|on|at|to|the|a|an|by|for|from|with|that|which|who|as)$/i.test(tail.at(-1)!.trim())
  )
    tail.pop();
  words.push(...tail);
  const text = `${join(words)}?`;
  const count = text.split(" ").length;
  if (count < 4) cost += 3;
  if (count > 14) cost += (count - 14) * 0.3;
  if (count > 24) cost += 4;
  if (clause.shares >= 0) cost += 0.5;
  if (REPORTING_VERBS.has(verb.lemma) && /^(?:AUX|VERB)$/.test(tokens[clause.last + 1]?.pos ?? "")) cost += 7;
  return { text: text.replace(/\s+([,?.])/g, "$1").replace(/,\?$/, "?"), cost };
}

const EXPAND: Record<string, string> = {
  "'s": "is",
  "'re": "are",
  "'ve": "have",
  "'ll": "will",
  "'m": "am",
  wo: "will",
  ca: "can",
  sha: "shall",
};

const PAST_SAME = new Set(
  "put cut hit set shut hurt let cost read beat spread burst cast bid quit shed split".split(" "),
);

function negates(token: Token): boolean {
  return token.lower === "not" || token.lower === "n't" || token.lower === "never";
}

function isPlural(tokens: readonly Token[], subject: { from: number; to: number }): boolean {
  const head = tokens[headOf(tokens, subject.from, subject.to)];
  if (!head) return false;
  const joint = range(tokens, subject.from, subject.to).some((k) => tokens[k]!.lower === "and");
  return (
    joint ||
    /^(?:they|we|you|people|police|both|these|those)$/.test(head.lower) ||
    (head.pos === "NOUN" && head.lower !== head.lemma && /s$|men$|children$/.test(head.lower))
  );
}

const presentThird = (verb: Token) =>
  verb.lower !== verb.lemma && /s$/.test(verb.lower) && !/ss$/.test(verb.lower);

export function range(tokens: readonly Token[], from: number, to: number): number[] {
  const found: number[] = [];
  for (let k = Math.max(0, from); k <= Math.min(to, tokens.length - 1); k++) found.push(k);
  return found;
}

/** "I", "we", "our" by the holder's name, and by a pronoun when it comes again. */
export function namer(
  claim: Claim,
  nameOf: string | null,
  sideName: string | null,
): (token: Token, word: string) => string {
  let told = false;
  const named = new Set<string>();
  return (token, word) => {
    if (/^(?:he|she)$/.test(token.lower)) {
      const name = claim.referent[token.lower as "he" | "she"];
      if (name === null || named.has(name)) return word;
      named.add(name);
      return name;
    }
    if (token.lower === "they" && claim.together !== null && !named.has("they")) {
      named.add("they");
      return claim.together;
    }
    if (!FIRST_PERSON.test(token.lower)) return word;
    const many = /^(?:we|us|our|ours|ourselves)$/.test(token.lower);
    const name = many ? (sideName ?? nameOf) : nameOf;
    if (name === null) return word;
    const again = told;
    told = true;
    return standIn(token.lower, name, again);
  };
}

/** A capital that only the beginning of the sentence gave. "President Ruiz" and names keep theirs. */
function isCommon(tokens: readonly Token[], k: number, common: ReadonlySet<string>): boolean {
  const token = tokens[k]!;
  if (!/^\p{Lu}/u.test(token.text) || token.text === "I" || /^\p{Lu}{2,}$/u.test(token.text)) return false;
  if (
    /^(?:the|a|an|this|that|these|those|no|any|some|our|my|his|her|its|their|both|all|each|every|two|three|four|five|six|seven|eight|nine|ten|there|he|she|it|we|they|you)$/.test(
      token.lower,
    )
  )
    return true;
  if ((tokens[k + 1]?.pos === "PROPN" && token.pos !== "ADJ") || tokens[k + 1]?.pos === "NUM") return false;
  return common.has(token.lower) || /^\p{Lu}\p{Ll}{2,}ing$/u.test(token.text);
}

const lowerUnlessName = (token: Token) =>
  token.pos === "PROPN" || token.lower === "i" ? token.text : token.lower;

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

export const lowerFirst = (word: string) =>
  /^I\b/.test(word) ? word : word.charAt(0).toLowerCase() + word.slice(1);

/** Joins words as printed: no space before "'s" or a comma. */
export function join(words: readonly string[]): string {
  return words
    .join(" ")
    .replace(/\s+(['’](?:s|re|ve|ll|d|m|t)?\b)/g, "$1")
    .replace(/s\s+([’'])\s+(?=\p{L})/gu, "s$1 ")
    .replace(/\s+([,.;:?!%)])/g, "$1")
    .replace(/([($£€])\s+/g, "$1")
    .replace(/\s*-\s*/g, "-")
    .replace(/\s+n['’]t\b/g, "n’t")
    .replace(/\s+/g, " ")
    .trim();
}
