/** What a point is about, as a short noun phrase of the documents' words. */
import { range, type Stretch } from "./asked-clause.ts";
import { lowered, type Voices, voicesOf } from "./called.ts";
import type { Claim } from "./claim.ts";
import { headOf } from "./clause.ts";
import { keysOf, type Voice } from "./frame.ts";
import type { Token } from "./language.ts";
import type { Prepared } from "./prepare.ts";
import { genitive, isQuote, plain, printed } from "./printed.ts";
import { WHEN } from "./verb-group.ts";
import { STOP_WORDS } from "./vocabulary.ts";
import type { Weights } from "./weight.ts";

/** A noun phrase for what a group is about. */
interface Topic {
  /** Without an article: "cash offer". */
  label: string;
  /** As it stands inside a sentence: "the cash offer". */
  phrase: string;
}

const voiceOf = (claim: Claim, prepared: Prepared): Voice => ({
  holder: claim.holders.length === 1 ? claim.holders[0]! : null,
  side: claim.sides.length === 1 ? claim.sides[0]! : null,
  index: prepared.index,
});

/**
 * A short noun phrase of the documents for what a group is about: the one whose words the group shares most, and rather one that the
 * group's question has than another.
 */
export function labelOf(
  group: readonly Claim[],
  prepared: Prepared,
  weights: Weights | null,
  question = "",
): string {
  return (
    (
      topicOf(group, prepared, weights, { question }) ??
      topicOf(group, prepared, weights, { question, any: true })
    )?.label ?? whose(group[0]!, prepared)
  );
}

/** Where no noun phrase stands in a group: whose words they are. */
function whose(claim: Claim, prepared: Prepared): string {
  const { holder, person } = voicesOf(claim, prepared);
  return holder === null ? "statement" : `${genitive(holder.replace(/^the /, ""), person)} words`;
}

/**
 * The noun phrase that a group's claims share most, or null.
 * @param any true where a noun that tells little is better than none
 * @param question what the group answers, where that is known
 */
export function topicOf(
  group: readonly Claim[],
  prepared: Prepared,
  weights: Weights | null,
  { any = false, question = "" }: { any?: boolean; question?: string } = {},
): Topic | null {
  const shared = new Map<string, number>();
  for (const claim of group) for (const key of claim.keys) shared.set(key, (shared.get(key) ?? 0) + 1);
  let best: Topic | null = null;
  let top = -1;
  for (const claim of group) {
    const { tokens } = claim.frame;
    const found = nounPhrases(claim, any);
    if (found.length === 0) continue;
    const keys = keysOf(tokens, voiceOf(claim, prepared));
    const voices = voicesOf(claim, prepared);
    for (const phrase of found) {
      let worth = 0;
      for (const key of new Set(range(phrase.from, phrase.to).flatMap((k) => keys[k]!)))
        worth += (/^[#@]/.test(key) ? 0.3 : (weights?.of(key) ?? 1)) * (shared.get(key) ?? 0);
      const inside = range(phrase.from, phrase.to).map((k) => tokens[k]!);
      const named = !inside.some((token) => token.pos === "NOUN");
      if (named) worth *= 0.3;
      const count = inside.filter((token) => token.pos !== "PUNCT" && token.lower !== "'s").length;
      worth *= count === 1 ? 0.7 : count > 5 ? 0.6 : 1;
      worth /= Math.sqrt(count + 1);
      if (worth * IN_QUESTION < top - 1e-9) continue;
      const topic = worded(tokens, phrase, voices);
      if (topic && !named && question.includes(topic.label)) worth *= IN_QUESTION;
      if (topic && (worth > top + 1e-9 || best === null || topic.label < best.label)) {
        top = worth;
        best = topic;
      }
    }
  }
  return best;
}

/** What a phrase gains by standing in the question. */
const IN_QUESTION = 1.6;

const ARTICLE =
  /^(?:the|a|an|any|no|some|this|that|these|those|such|all|both|each|every|another|either|neither|what|which|whose)$/;
const OWNER = /^(?:my|our|his|her|its|their|your)$/;

function worded(tokens: readonly Token[], { from, to }: Stretch, voices: Voices): Topic | null {
  let start = from;
  let article = "";
  for (; start < to; start++) {
    const lower = plain(tokens[start]!).toLowerCase();
    // "an all-cash offer": no article.
    if ((!ARTICLE.test(lower) && !OWNER.test(lower)) || tokens[start + 1]!.text === "-") break;
    article = /^(?:a|an)$/.test(lower)
      ? lower
      : /^(?:any|some|such|no|all|both|every|each|another|either|neither|what|which)$/.test(lower)
        ? ""
        : "the";
  }
  const words = range(start, to)
    .filter((k) => !isQuote(tokens, k))
    .map((k) => ({ text: lowered(tokens, k, voices), at: k }));
  const label = printed(words, tokens).replace(/^’s /, "");
  if (label.length < 3 || /["“”'‘?!]|[^.]\b\p{Ll}+\.$/u.test(label) || PRONOUN.test(label)) return null;
  const head = tokens[to]!;
  const countable =
    article === "" && head.pos === "NOUN" && !(head.lower !== head.lemma && /s$/.test(head.lower));
  // "no plan": of it, too, something is said.
  const opened = start > from && countable ? "the" : article;
  return { label, phrase: opened === "" ? label : `${opened} ${label}` };
}

const PRONOUN =
  /^(?:i|we|you|he|she|it|they|me|us|him|her|them|mine|ours|myself|yourself|yourselves|ourselves|themselves|himself|herself|itself)\b/i;

/** Heads that tell no topic, and words that only address or point. */
const EMPTY_HEAD =
  /^(?:mine|ours|yours|way|thing|things|time|times|day|days|part|parts|lot|one|ones|kind|sort|number|order|chair|madam|sir|ladies|gentlemen|mr|mrs|ms|dr|good|bit|same|other|others|night|morning|evening|afternoon|tonight|today|yesterday|tomorrow|week|month|year|hour|minute|moment|what|who|people|person|man|woman|somebody|opposite|contrary|behalf|fact|case|word|words|end|yes|no|thanks|thank|honour|afternoon|something|anything|nothing|everything|pair|couple|dozen|half|cent|percent|mind|eyes|eye)$/;

const COURTESY = /^(?:afternoon|morning|evening|night|madam|sir|ladies|gentlemen|thanks?|order|mine|yes|no)$/;

/** Noun phrases of up to six words, with one "of" inside. */
function nounPhrases(claim: Claim, any: boolean): Stretch[] {
  const { tokens } = claim.frame;
  const found: Stretch[] = [];
  for (let k = claim.from; k <= claim.to; ) {
    const one = phraseAt(tokens, k, claim.to);
    if (!one) {
      k++;
      continue;
    }
    if (any ? sound(tokens, one) && !COURTESY.test(tokens[one.to]!.lower) : isTopic(tokens, one))
      found.push(one);
    const of = one.to + 1;
    if (tokens[of]?.lower === "of" && of < claim.to) {
      const inner = phraseAt(tokens, of + 1, claim.to);
      if (
        inner &&
        inner.to - one.from <= 6 &&
        (tokens[one.to]!.pos === "NOUN" || tokens[one.from]!.pos === "DET") &&
        !/ing$/.test(tokens[of + 1]!.lower) &&
        sound(tokens, inner)
      )
        found.push({ from: one.from, to: inner.to });
    }
    k = one.to + 1;
  }
  return found;
}

/** The noun phrase that begins at a token: article, adjectives, nouns; null where none does. */
function phraseAt(tokens: readonly Token[], from: number, to: number): Stretch | null {
  const first = tokens[from];
  if (!first || !(/^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(first.pos) || OWNER.test(first.lower))) return null;
  let k = from;
  let nouns = false;
  for (; k <= to; k++) {
    const token = tokens[k]!;
    const owned =
      token.lower === "'s" || token.lower === "’s" || (/^['’]$/.test(token.text) && !isQuote(tokens, k));
    if (
      k > from &&
      (token.pos === "DET" || OWNER.test(token.lower)) &&
      !ARTICLE_PAIR.test(`${tokens[k - 1]!.lower} ${token.lower}`)
    )
      break;
    if (owned && nouns) continue;
    if (token.text === "-" && k > from) continue;
    if (!/^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(token.pos) && !OWNER.test(token.lower)) break;
    // "in March the survey": a time before another phrase ends the one it is in.
    if (k > from && (WHEN.test(token.lower) || /^\d{4}$/.test(token.text))) break;
    if (k > from && /^(?:last|next|this|per)$/.test(token.lower) && nouns) break;
    if (token.pos === "NUM" && nouns) break;
    // "offer values Brightmoor": a verb that the tagger took for a noun.
    if (
      token.pos === "PROPN" &&
      nouns &&
      tokens[k - 1]!.pos === "NOUN" &&
      /[^s]s$/.test(tokens[k - 1]!.lower)
    )
      break;
    if (/^(?:ADJ)$/.test(token.pos) && nouns && !/^(?:NOUN|PROPN)$/.test(tokens[k + 1]?.pos ?? "")) break;
    nouns ||= token.pos === "NOUN" || token.pos === "PROPN";
  }
  let end = k - 1;
  while (
    end > from &&
    (!/^(?:NOUN|PROPN)$/.test(tokens[end]!.pos) ||
      /^(?:round|up|down|off|out|in|on)$/.test(tokens[end]!.lower))
  )
    end--;
  return /^(?:NOUN|PROPN)$/.test(tokens[end]!.pos) ? { from, to: end } : null;
}

const ARTICLE_PAIR = /^(?:all|both|half|such|what|no) (?:the|a|an|these|those|its|our|his|her|their|my)$/;

/** Not cut at a word that the tagger took for another: "thanks the Chancellor". */
function sound(tokens: readonly Token[], { from, to }: Stretch): boolean {
  const next = tokens[to + 1];
  return (
    to - from <= 5 &&
    headOf(tokens, from, to) >= 0 &&
    !range(from, to).some(
      (k) => /^['"‘“]\p{L}{3}/u.test(tokens[k]!.text) || /[?!]/.test(tokens[k]!.text) || isQuote(tokens, k),
    ) &&
    // "thanks the Chancellor", "Ms. Roe states that": a verb that the tagger took for a noun.
    !(
      next !== undefined &&
      (next.pos === "DET" ||
        next.pos === "SCONJ" ||
        (next.lower === "that" && tokens[to - 1]?.pos === "PROPN")) &&
      /s$/.test(tokens[to]!.lower) &&
      !/ss$/.test(tokens[to]!.lower) &&
      tokens[to]!.pos === "NOUN"
    )
  );
}

function isTopic(tokens: readonly Token[], phrase: Stretch): boolean {
  const head = tokens[phrase.to]!;
  if (
    !sound(tokens, phrase) ||
    EMPTY_HEAD.test(head.lower) ||
    (STOP_WORDS.has(head.lower) && phrase.to === phrase.from)
  )
    return false;
  return !/^(?:thank|thanks|ask|let|mr|mrs|ms|madam)$/.test(tokens[phrase.from]!.lower);
}
