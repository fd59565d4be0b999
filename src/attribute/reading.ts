/**
 * Kind, act and negation of a statement by the most specific reading of its cue (format.md, Statement).
 */
import type { Act, StatementKind } from "../model.ts";
import { lemmaIn } from "./lemma.ts";
import { ADJECTIVES, ADVERBS, ANSWERING, LIGHT, NOUNS, type Sense, THROUGH, VERBS } from "./lexicon.ts";
import { type CueWord, lemmatize } from "./normalise.ts";
import { phraseSense } from "./phrases.ts";
import { type CueContext, refine } from "./refine.ts";

interface Reading {
  kind: StatementKind;
  act: Act;
  negated: boolean;
}

const AUXILIARY = new Set("be have do will can shall may must might should to 'd 'll 've 're".split(" "));
const NEGATION = new Set("not never nor neither without hardly scarcely no-one nobody".split(" "));
const NEGATIVE_SOURCE = new Set("no nobody none neither nothing no-one not few".split(" "));
/** Acts that "no" before their object undoes. */
const NONE: ReadonlySet<Act> = new Set([
  "threaten",
  "promise",
  "propose",
  "demand",
  "announce",
  "want",
  "expect",
]);
/** Reads a cue. Unknown words fall back on the shape of cue and content, in the end on plain assertion. */
export function readCue(context: CueContext): Reading {
  const words = lemmatize(context.cue);
  const before = lemmatize(context.before);
  const after = lemmatize(context.after.slice(0, 8));
  const line = [...before, ...words].map((w) => w.lemma).join(" ");
  const sourceNegated =
    NEGATIVE_SOURCE.has(context.source[0] ?? "") && !["doubt", "way"].includes(context.source[1] ?? "");

  const refusal = readRefusal(words, after);
  if (refusal)
    return {
      kind: refusal.kind,
      act: refusal.act,
      negated: negatedBefore([...before, ...words], refusal.at + before.length),
    };

  if (/\bset out\b/.test(line) && context.content.start === "to")
    return { kind: "intention", act: "want", negated: negatedIn(line) };
  const phrase = phraseSense(line) ?? spill(words, after);
  if (phrase) {
    const negated =
      phrase.negated || (!phrase.closed && negatedIn(line)) || (sourceNegated && phrase.act !== "decline");
    return { ...refine(null, phrase, context, after), negated };
  }
  const firstPerson = /^(?:i|we)$/.test(context.source.join(" "));
  const head = findHead(words, context.content.words, firstPerson);
  if (!head) return { ...fallback(context, words), negated: negatedIn(line) || sourceNegated };
  const sense = refine(head.lemma, head.sense, context, after);
  // "threatened no consequences"
  const none =
    (NONE.has(sense.act) || head.lemma === "offer") &&
    (context.content.words[0] === "nothing" ||
      // "swore no berth would be cut" is a promise all the same.
      (context.content.words[0] === "no" &&
        context.content.words[1] !== "one" &&
        context.content.words.length < 6 &&
        !context.content.future));
  const negated = negatedBefore([...before, ...words], head.at + before.length) || sourceNegated || none;
  if (negated && head.lemma === "respond") return { kind: "speech", act: "decline", negated: false };
  return { ...sense, negated };
}

/** Phrases that run over the cue's end: cue "call", then "on …"; cue "took", then "issue with". */
function spill(words: CueWord[], after: CueWord[]): ReturnType<typeof phraseSense> {
  const last = words.at(-1)?.lemma ?? "";
  if (!/^(?:call|insist|press|push|take|cast|rule|plead|want|be|give|make|appeal|have|offer)$/.test(last))
    return null;
  const tail = [last, ...after.slice(0, 3).map((w) => w.lemma)].join(" ");
  if (last === "be" && !/^be (?:\w+ly |not )*(?:expect|suppose)/.test(tail)) return null;
  if (last === "call" && !/^call (?:for|on|upon)\b/.test(tail)) return null;
  if (last === "have" && !/^have no (?:\w+ )?comment/.test(tail)) return null;
  return phraseSense(tail);
}

interface Refusal extends Sense {
  at: number;
}

/** "refused to say" declines, "refused to sign" rejects; "declined an invitation" rejects, "declined comment" not. */
function readRefusal(words: CueWord[], after: CueWord[]): Refusal | null {
  const at = words.findIndex((w) =>
    /^(?:refuse|decline|refusal|unwilling|reluctant|reluctance)$/.test(w.lemma),
  );
  if (at < 0) return null;
  const lemma = words[at]?.lemma ?? "";
  const rest = [...words.slice(at + 1), ...after].filter(
    (w) => !/ly$/.test(w.lemma) && !/^(?:even|also|again|yet)$/.test(w.lemma),
  );
  const [first, second, third] = rest.map((w) => w.lemma);
  const decline: Refusal = { kind: "speech", act: "decline", at };
  const reject: Refusal = {
    kind: lemma === "unwilling" || /^reluct/.test(lemma) ? "intention" : "speech",
    act: "reject",
    at,
  };
  if (first === "to") {
    if (second === "be")
      return third && /^(?:interview|draw|drawn|identify|name|quote|quoted|specific|pin)/.test(third)
        ? decline
        : reject;
    if (second === "accept" || second === "believe" || second === "agree" || second === "acknowledge")
      return reject;
    if (second && ANSWERING.has(second))
      return /^(?:give|provide|release|share|offer|take|engage)$/.test(second) &&
        lemma !== "decline" &&
        !/^(?:details?|comment|any|an?|further|specifics|questions)$/.test(third ?? "")
        ? reject
        : decline;
    return lemma === "decline" &&
      !VERBS.has(second ?? "") &&
      !/^(?:meet|sign|attend|join|seek|run|pay|testify)$/.test(second ?? "")
      ? decline
      : reject;
  }
  const object = rest.slice(0, 6).map((w) => w.lemma);
  if (object.some((w) => /^(?:comment|interview|interviews|answer|detail|details)$/.test(w))) return decline;
  if (lemma === "decline" && (object.length === 0 || object.some((w) => w === "comment"))) return decline;
  return reject;
}

interface Head {
  at: number;
  lemma: string;
  sense: Sense;
}

/** The word of a cue that carries its meaning. */
function findHead(words: CueWord[], content: string[], firstPerson: boolean): Head | null {
  const lemma = (at: number) => words[at]?.lemma ?? "";
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word) continue;
    const here = lemma(at);
    const previous = lemma(at - 1);
    const adverb = ADVERBS.get(word.lower);
    if (adverb) return { at, lemma: here, sense: adverb };
    if (AUXILIARY.has(here) || NEGATION.has(here) || /ly$/.test(word.lower)) continue;
    const asNoun = NOUNS.get(here) ?? nounSense(word.lower);
    // After a determiner, a possessive or an adjective: "a sharp warning", "Mr. Ruiz’s denial".
    if (asNoun && (nominal(previous) || (at > 0 && ADJECTIVES.has(previous))))
      return { at, lemma: here, sense: asNoun };
    if (THROUGH.has(here) || here === "want" || here === "seek" || here === "try") {
      const inner = nextVerb(words, at + 1);
      // "I want to thank …" thanks.
      const performs = here === "want" && firstPerson && inner?.sense.kind === "speech";
      if (inner && (THROUGH.has(here) || performs)) return inner;
    }
    if (LIGHT.has(here)) {
      const noun = words.findIndex((w, i) => i > at && (NOUNS.has(w.lemma) || nounSense(w.lower) !== null));
      const sense = noun > 0 ? (NOUNS.get(lemma(noun)) ?? nounSense(words[noun]?.lower ?? "")) : null;
      if (sense) return { at: noun, lemma: lemma(noun), sense: spoken(sense) };
    }
    if (LIGHT.has(here) && at === words.length - 1) {
      const given = givenNoun(content);
      if (given) return { at, lemma: given.lemma, sense: spoken(given.sense) };
    }
    const adjective = ADJECTIVES.get(word.lower);
    if (
      adjective &&
      (at === 0 ||
        AUXILIARY.has(previous) ||
        /ly$/.test(previous) ||
        NEGATION.has(previous) ||
        copula(words, at))
    )
      return { at, lemma: word.lower, sense: adjective };
    const verb = VERBS.get(here);
    const bareNoun = asNoun && at === words.length - 1 && at > 0 && !AUXILIARY.has(previous) && !verb;
    if (verb) return { at, lemma: here, sense: verb };
    if (bareNoun || asNoun) return { at, lemma: here, sense: asNoun };
  }
  return null;
}

function copula(words: CueWord[], at: number): boolean {
  return words
    .slice(Math.max(0, at - 3), at)
    .some((w) => w.lemma === "be" || /^(?:seem|appear|sound|remain|feel|become|grow)$/.test(w.lemma));
}

function nounSense(lower: string): Sense | null {
  const found = lemmaIn(lower, NOUNS);
  return found ? (NOUNS.get(found) ?? null) : null;
}

function nominal(previous: string): boolean {
  return /^(?:the|a|an|his|her|their|its|our|my|this|that|these|those|own|such|no|any|new|fresh|another|'s|public|repeated|earlier)$/.test(
    previous,
  );
}

/** A verb of the lexicon behind "to" or a participle: "went on to say", "began tweeting". */
function nextVerb(words: CueWord[], from: number): Head | null {
  for (let at = from; at < Math.min(words.length, from + 5); at++) {
    const word = words[at];
    const sense = word ? VERBS.get(word.lemma) : undefined;
    const before = words[at - 1]?.lemma ?? "";
    if (
      word &&
      sense &&
      (before === "to" || /ing$/.test(word.lower) || /ly$/.test(before) || before === "not")
    )
      return { at, lemma: word.lemma, sense };
  }
  return null;
}

/** "offered | differing versions of the talk", "expressed | interest in …": the noun stands in the content. */
function givenNoun(content: string[]): { lemma: string; sense: Sense } | null {
  for (const word of content.slice(0, 5)) {
    if (/^(?:of|that|to|in|on|for|about|with|and|by|at|from)$/.test(word)) return null;
    const lemma = lemmaIn(word, NOUNS);
    const sense = lemma && !/(?:ed|ing)$/.test(word) ? NOUNS.get(lemma) : undefined;
    if (lemma && sense) return { lemma, sense };
  }
  return null;
}

/** A noun under a verb of giving it voice is speech, but for bare beliefs and wishes. */
function spoken(sense: Sense): Sense {
  return sense.act === "believe" || sense.act === "want" ? sense : { kind: "speech", act: sense.act };
}

/** "never missed a chance to say", "could not resist saying": said after all. */
const UNDONE =
  /\bnot (?:only|just|merely|simply)\b|\b(?:not|never) (?:seem to )?(?:resist|help|tire|miss|fail|stop|hesitate)\w*/g;

function negatedIn(line: string): boolean {
  return /\b(?:not|never|nor|neither|without|no longer|(?:have|be) yet to|(?:make|give|offer|issue|express|voice|raise|have|see|find) no)\b/.test(
    line.replace(UNDONE, ""),
  );
}

function negatedBefore(words: CueWord[], head: number): boolean {
  return negatedIn(
    words
      .slice(0, head)
      .map((w) => w.lemma)
      .join(" ") + (words.slice(head - 1, head).some((w) => w.lemma === "no") ? " not" : ""),
  );
}

/** Cues that no table knows: the shape decides. */
function fallback(context: CueContext, words: CueWord[]): Sense {
  const { content } = context;
  const state =
    words.length >= 2 &&
    words[0]?.lemma === "be" &&
    words.slice(1).some((w) => /(?:ed|ful|ous|ic|ive)$/.test(w.lower)) &&
    !/ing$/.test(words[1]?.lower ?? "");
  if (state && content.start !== "none") return { kind: "belief", act: "believe" };
  if (content.start === "to" && words.length > 0 && !/^(?:is|was|are|were)$/.test(words[0]?.lower ?? ""))
    return { kind: "intention", act: "want" };
  if (content.question) return { kind: "speech", act: "ask" };
  return { kind: "speech", act: "assert" };
}
