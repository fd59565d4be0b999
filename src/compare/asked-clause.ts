/** A clause read strictly enough to turn it round: where subject and finite verb aren't certain, no question is made of it. */
import type { Claim } from "./claim.ts";
import type { Token } from "./language.ts";
import { isQuote } from "./printed.ts";
import { type Clause, isVerbal, verbGroup, WHEN } from "./verb-group.ts";

export interface Stretch {
  from: number;
  to: number;
}

export interface AskedClause {
  subject: Stretch;
  /** The verb group. */
  group: Pick<Clause, "first" | "last" | "verb" | "passive" | "copular">;
  /** The subject stands inside the verb group: "At no time did the council know". */
  inverted: boolean;
  /** "In February": what stands before the subject and can go to the end. */
  front: Stretch | null;
  cost: number;
}

export function range(from: number, to: number): number[] {
  const found: number[] = [];
  for (let k = from; k <= to; k++) found.push(k);
  return found;
}

const RELATIVE = /^(?:that|which|who|whom|whose|where)$/;
export const NEGATIVE = /^(?:no|not|n't|never|nobody|none|nothing|nor|neither)$/;
const DAYTIME = /^(?:morning|afternoon|evening|night|week|month|year|spring|summer|autumn|winter|time)$/;

/** Subject and verb of a claim's clause; null where its words don't show them plainly. */
export function askedClause(claim: Claim): AskedClause | null {
  const { tokens } = claim.frame;
  const clause = claim.frame.clauses[claim.clause];
  if (clause?.kind !== "main" || !claim.subject) return null;
  if (clause.subject !== null && clause.subject.from > clause.first) {
    if (!isNounPhrase(tokens, clause.subject)) return null;
    return { subject: clause.subject, group: clause, inverted: true, front: null, cost: 0 };
  }
  const subject = { from: afterOpening(tokens, claim.subject.from, claim.subject.to), to: claim.subject.to };
  while (subject.from <= subject.to && isQuote(tokens, subject.from)) subject.from++;
  while (
    subject.to > subject.from &&
    (isQuote(tokens, subject.to) ||
      tokens[subject.to]!.pos === "ADV" ||
      WHEN.test(tokens[subject.to]!.lower) ||
      (DAYTIME.test(tokens[subject.to]!.lower) && WHEN.test(tokens[subject.to - 1]!.lower)))
  )
    subject.to--;
  if (subject.from > subject.to) return null;
  const shared = claim.subject.to < claim.from;
  const before = lead(tokens, shared ? subject.from : Math.min(claim.from, subject.from), subject.from);
  if (!before) return null;
  let found = shared
    ? { group: clause as AskedClause["group"], to: subject.to }
    : between(tokens, subject, clause);
  if (shared) {
    // What stands between "and" and the verb may only be an adverb.
    const gap = range(claim.from, clause.first - 1).filter(
      (k) => !/^(?:CCONJ|ADV|PUNCT|PART)$/.test(tokens[k]!.pos) && !WHEN.test(tokens[k]!.lower),
    );
    const so = range(claim.from, clause.first - 1).some((k) => tokens[k]!.lower === "so");
    if (gap.length > 0 || so || hasComma(tokens, subject)) found = null;
  }
  if (!found) return null;
  found.group = regrouped(tokens, found.group);
  subject.to = Math.max(subject.to, found.to);
  if (!isNounPhrase(tokens, subject, claim.subject.to)) return null;
  return { subject, group: found.group, inverted: false, front: before.front, cost: before.cost };
}

/** "has therefore lapsed", "have honey fungus": whether "have" helps a verb or is one, which the tags get wrong. */
function regrouped(tokens: readonly Token[], group: AskedClause["group"]): AskedClause["group"] {
  const first = tokens[group.first]!;
  if (first.lemma !== "have") return group;
  const verb = tokens[group.verb]!;
  if (group.verb > group.first)
    return verb.pos === "VERB" &&
      verb.lower === verb.lemma &&
      !/^(?:put|cut|hit|set|shut|hurt|let|cost|read|beat|spread|quit|come|become|run|overcome)$/.test(
        verb.lower,
      ) &&
      !/ed$/.test(verb.lower)
      ? { ...group, verb: group.first, last: group.first }
      : group;
  let next = group.first + 1;
  while (tokens[next]?.pos === "ADV") next++;
  const after = tokens[next];
  const participle =
    after !== undefined &&
    /^(?:VERB|ADJ)$/.test(after.pos) &&
    (/ed$/.test(after.lower) ||
      (after.pos === "VERB" && after.lower !== after.lemma && !/ing$/.test(after.lower)));
  return participle && next > group.first + 1 ? { ...group, verb: next, last: next } : group;
}

const hasComma = (tokens: readonly Token[], { from, to }: Stretch) =>
  range(from, to).some((k) => tokens[k]!.text === ",");

/** Without "Yesterday", "This morning", "Then" before the noun phrase. */
function afterOpening(tokens: readonly Token[], from: number, to: number): number {
  let k = from;
  for (let moved = true; moved && k < to; ) {
    moved = false;
    const next = tokens[k + 1]!;
    if (
      (WHEN.test(tokens[k]!.lower) || tokens[k]!.pos === "ADV") &&
      next.lower !== "'s" &&
      !quantified(tokens, k)
    ) {
      k++;
      moved = true;
    } else if (
      /^(?:this|last|next|that|every|one)$/.test(tokens[k]!.lower) &&
      DAYTIME.test(next.lower) &&
      k + 2 <= to &&
      tokens[k + 2]!.lower !== "'s" &&
      /^(?:DET|PROPN|PRON|NUM|ADJ|NOUN|PUNCT)$/.test(tokens[k + 2]!.pos)
    ) {
      k += 2;
      moved = true;
    } else if (tokens[k]!.pos === "PUNCT") {
      k++;
      moved = true;
    }
  }
  return k;
}

/** "Nearly forty workers", "Only two": an adverb that belongs to the noun phrase. */
const quantified = (tokens: readonly Token[], k: number) =>
  /^(?:nearly|almost|about|around|over|only|some|roughly|approximately|at|not|even|just|more|up)$/.test(
    tokens[k]!.lower,
  ) && !WHEN.test(tokens[k]!.lower);

/** What stands before the subject: nothing, or a phrase that can be moved or left out; null where that can't be told. */
function lead(
  tokens: readonly Token[],
  from: number,
  at: number,
): { front: Stretch | null; cost: number } | null {
  let start = from;
  for (let k = at - 1; k >= from; k--) {
    // What an earlier sentence or quotation holds is no part of this one.
    if (/^[.?!:;—–]+$/.test(tokens[k]!.text)) {
      start = k + 1;
      break;
    }
  }
  let region = range(start, at - 1).filter((k) => tokens[k]!.pos !== "PUNCT" || tokens[k]!.text === ",");
  while (region.length > 0 && /^(?:CCONJ|ADV|PUNCT)$/.test(tokens[region[0]!]!.pos)) region.shift();
  while (region.length > 0 && tokens[region.at(-1)!]!.text === ",") region.pop();
  // "that" opens a content.
  if (region.length === 1 && /^(?:that|how|because|so|then)$/.test(tokens[region[0]!]!.lower)) region = [];
  if (region.length === 0) return { front: null, cost: 0 };
  const words = region.map((k) => tokens[k]!);
  const opener = words[0]!;
  const parted = tokens[at - 1]!.text === ",";
  if (words.every((token) => WHEN.test(token.lower) || token.pos === "ADV")) return { front: null, cost: 0 };
  if (
    words.length <= 3 &&
    /^(?:this|last|next|every|one)$/.test(opener.lower) &&
    DAYTIME.test(words[1]!.lower)
  )
    return { front: null, cost: 0 };
  const verbal = words.some((token) => isVerbal(token));
  if (/^(?:if|unless|whether)$/.test(opener.lower)) return parted ? { front: null, cost: 4 } : null;
  if (opener.pos === "SCONJ" || (opener.pos === "ADP" && verbal) || opener.lower === "as")
    return parted ? { front: null, cost: 1.5 } : null;
  if (opener.pos !== "ADP" && !/^(?:earlier|later)$/.test(opener.lower)) return null;
  const subject = tokens[at]!;
  const last = words.at(-1)!;
  if (!parted && !(/^(?:DET|PRON|NUM|PROPN)$/.test(subject.pos) && /^(?:NOUN|PROPN|NUM)$/.test(last.pos)))
    return null;
  // "By Friday Ann Roe": two names side by side could be one.
  if (!parted && subject.pos === "PROPN" && last.pos === "PROPN" && !WHEN.test(last.lower)) return null;
  if (words.some((token) => NEGATIVE.test(token.lower))) return { front: null, cost: 0.3 };
  const movable =
    words.length <= 7 &&
    !words.some((token) => token.pos === "PRON" || token.text === ",") &&
    /^(?:in|on|at|during|since|until|within|after|before|from|by|for)$/.test(opener.lower) &&
    /^(?:NOUN|PROPN|NUM|SYM)$/.test(last.pos);
  return movable
    ? { front: { from: region[0]!, to: region.at(-1)! }, cost: 0.3 }
    : { front: null, cost: 0.8 };
}

/** The verb that follows the subject, and how far the subject reaches with what describes it. */
function between(
  tokens: readonly Token[],
  subject: Stretch,
  clause: Clause,
): { group: AskedClause["group"]; to: number } | null {
  const gap = range(subject.to + 1, clause.first - 1);
  const tight = gap.filter((k) => !isQuote(tokens, k));
  const same = { group: clause as AskedClause["group"], to: subject.to };
  if (
    tight.every(
      (k) =>
        /^(?:ADV|PART)$/.test(tokens[k]!.pos) ||
        WHEN.test(tokens[k]!.lower) ||
        tokens[k]!.lower === "both" ||
        (DAYTIME.test(tokens[k]!.lower) && WHEN.test(tokens[k - 1]!.lower)),
    )
  )
    return same;
  const [first, last] = [tokens[tight[0]!]!, tokens[tight.at(-1)!]!];
  // ", the mayor," and ", who met for two hours,": left out.
  if (first.text === "," && last.text === "," && tight.length > 1) return same;
  if (first.text === "(" && last.text === ")") return same;
  const verb = tight.find((k) => isVerbal(tokens[k]));
  if (verb === undefined) return null;
  const finite =
    clause.first < clause.verb ||
    /^(?:AUX)$/.test(tokens[clause.first]!.pos) ||
    tokens[clause.verb]!.lower !== tokens[clause.verb]!.lemma;
  // "A dam that is not relieved is …": the subject is the one that the words describe.
  if (RELATIVE.test(first.lower)) return finite ? { group: clause, to: clause.first - 1 } : null;
  const direct = range(subject.to + 1, verb - 1).every((k) => isQuote(tokens, k) || tokens[k]!.pos === "ADV");
  if (!direct || tight.some((k) => tokens[k]!.text === ",")) return null;
  const pronoun = subject.from === subject.to && tokens[subject.from]!.pos === "PRON";
  // "workers injured in the blast were treated", but "She made it clear".
  if (
    !pronoun &&
    finite &&
    (tokens[clause.first]!.pos === "AUX" || tokens[verb + 1]?.pos === "ADP") &&
    /(?:ed|en|wn|ght|ld|nt|ne|ut|ing)$/.test(tokens[verb]!.lower)
  )
    return { group: clause, to: clause.first - 1 };
  return { group: verbGroup(tokens, verb), to: subject.to };
}

/** True of words that can only be a noun phrase with what hangs on it. `core` is the end of what was read as the subject itself. */
function isNounPhrase(tokens: readonly Token[], { from, to }: Stretch, core = to): boolean {
  if (to - from > 17) return false;
  const first = tokens[from]!;
  if (
    /^(?:which|who|whose|whom|what|whatever|whoever|how|why|me|us|him|them|you|your|no\.)$/.test(first.lower)
  )
    return false;
  if (first.pos === "ADP" && !/^(?:about|around|over|some|up|between|under|below)$/.test(first.lower))
    return false;
  let nominal = false;
  let described = false;
  for (let k = from; k <= to; k++) {
    const token = tokens[k]!;
    if (isQuote(tokens, k)) continue;
    if (k > core) continue;
    if (/^(?:you|your|i|we|he|she|they)$/.test(token.lower) && k > from && !described) return false;
    if (token.pos === "PUNCT") {
      if (!/^[,-]$/.test(token.text) || k === to) return false;
      if (token.text === "," && !listed(tokens, k, to)) return false;
      continue;
    }
    if (RELATIVE.test(token.lower) && token.pos !== "DET") described = true;
    if (described) continue;
    if (/^(?:NOUN|PROPN|NUM|PRON)$/.test(token.pos) || token.pos === "DET") nominal = true;
    if (token.pos === "SCONJ") return false;
    if (token.pos === "AUX") return false;
    if (
      token.pos === "VERB" &&
      !(
        /(?:ing|ed|en)$/.test(token.lower) &&
        (k === from || /^(?:NOUN|PROPN|ADP|DET)$/.test(tokens[k + 1]?.pos ?? "") || k === to)
      )
    )
      return false;
    if (token.pos === "VERB") nominal = true;
    if (
      token.pos === "DET" &&
      k > from &&
      /^(?:NOUN|PROPN)$/.test(tokens[k - 1]!.pos) &&
      !/^(?:neither|both|all)$/.test(token.lower)
    )
      return false;
    if (token.pos === "PRON" && k > from && /^(?:NOUN|PROPN|NUM)$/.test(tokens[k - 1]!.pos)) return false;
    if (
      token.pos === "NUM" &&
      /^(?:NUM|PROPN)$/.test(tokens[k - 1]?.pos ?? "") &&
      k > from &&
      /^\p{L}/u.test(token.text)
    )
      return false;
  }
  const last = tokens[Math.min(to, core)]!;
  if (last.lower === "own" || (last.pos === "NUM" && /^(?:my|our|his|her|its|their)$/.test(first.lower)))
    return false;
  return (
    nominal && !/^(?:ADP|CCONJ|DET)$/.test(tokens[to]!.pos === "DET" && from === to ? "" : tokens[to]!.pos)
  );
}

/** A comma in a list of nouns: "the crates, the ship and the insurance". */
function listed(tokens: readonly Token[], at: number, to: number): boolean {
  return range(at + 1, to).some((k) => /^(?:and|or|nor)$/.test(tokens[k]!.lower));
}

const IRREGULAR_PLURAL = /^(?:men|women|children|people|police|feet|teeth|mice|geese|lives|persons|cattle)$/;
const EITHER_NUMBER =
  /^(?:number|lot|dozen|half|third|quarter|majority|minority|rest|couple|handful|cent|percent|per|thousand|hundred|million|billion|team|government|council|board|crew|family|public|press|media|data|staff|company|party|group|club|committee|union|pair|series|means|headquarters|works|news|side|all|some|most|any|none|more|enough|half|fifth|tenth|who|which|that)$/;

/** How many a subject speaks of, as far as its verb must agree; null where either would do or it can't be told. */
export function numberOf(tokens: readonly Token[], { from, to }: Stretch): "one" | "many" | null {
  const first = tokens[from]!.lower;
  if (
    /^(?:each|every|everyone|everybody|nobody|somebody|someone|anybody|anyone|everything|nothing|something|he|she|it)$/.test(
      first,
    )
  )
    return "one";
  if (/^(?:they|we|these|those|both|several|few)$/.test(first)) return "many";
  if (first === "there" || first === "i" || first === "you") return null;
  let head = -1;
  for (let k = from; k <= to; k++) {
    const token = tokens[k]!;
    if (isQuote(tokens, k)) continue;
    if (/^(?:NOUN|PROPN|NUM|PRON)$/.test(token.pos) || (token.pos === "DET" && k === to)) {
      if (!/^['’]s?$/.test(tokens[k + 1]?.text ?? "")) head = k;
    } else if (head >= 0 && (token.lower === "and" || token.text === ",")) {
      return token.lower === "and" || listed(tokens, k, to) ? "many" : null;
    } else if (head >= 0 && !/^(?:ADJ|DET|PART)$/.test(token.pos)) break;
  }
  const token = tokens[head];
  if (!token) return null;
  if (EITHER_NUMBER.test(token.lower)) return null;
  if (IRREGULAR_PLURAL.test(token.lower)) return "many";
  if (token.pos === "NUM") return /^(?:one|1)$/.test(token.lower) ? "one" : "many";
  if (token.pos !== "NOUN") return null;
  if (token.lower !== token.lemma && /s$/.test(token.lower)) return "many";
  return /s$/.test(token.lower) ? null : "one";
}
