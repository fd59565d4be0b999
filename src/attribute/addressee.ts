/**
 * To whom a statement is made: "told reporters", "wrote to the board", "in a letter to Ms. Orsik".
 */
import type { Passage, Span, Statement } from "../model.ts";
import { bySpan, passage } from "../span.ts";
import { holderEndingAt, phraseFrom } from "./holder.ts";
import { lemmaIn } from "./lemma.ts";
import type { Page } from "./page.ts";
import { capital, possessive, type Word } from "./words.ts";
import type { Zone } from "./zones.ts";

const list = (lemmas: string) => new Set(lemmas.split(/\s+/));
/** Verbs whose object is the hearer. */
const DIRECT = list(
  `tell inform assure reassure remind warn notify ask urge advise promise persuade convince instruct order beg implore
  encourage invite brief caution exhort alert press query beseech request challenge forewarn address text email message
  apprise implore`,
);
/** Verbs whose object is the hearer only before "that", "to" or a question: "asked Mr. Ruiz to resign". */
const NEEDS_CLAUSE = list(
  "ask urge advise order encourage invite request challenge instruct beg implore press exhort",
);
/** Verbs that take the hearer with "to". */
const WITH_TO = list(
  `say write complain explain promise speak talk report remark reply announce confirm admit confess mention apologize
  apologise testify suggest propose describe repeat insist appeal shout whisper respond recommend boast present declare
  state acknowledge hint signal indicate disclose reveal deny recount relate pledge vow lament grumble read`,
);
const MEDIA = list(
  `letter email e-mail message statement memo note remarks comments speech address text interview testimony report
  petition complaint plea tweet response reply appeal call warning submission presentation`,
);

/** The addressees of a statement in text order; `[]` where none is plain. */
export function addresseeOf(page: Page, statement: Statement, zones: Zone[]): Passage[] {
  const found: Passage[] = [];
  const add = (start: number, end: number) => {
    if (statement.source.some((s) => s.start < end && start < s.end)) return;
    if (!found.some((p) => p.start < end && start < p.end)) found.push(passage(page.text, start, end));
  };
  const cue = statement.cue.at(-1);
  const content = statement.content.find((c) => cue && c.start >= cue.end);
  for (const zone of zones) {
    const words = page.within(zone);
    if (zone.place === "cue") {
      const head = words.findIndex((w) => lemmaIn(w.lower, DIRECT) !== null);
      if (head >= 0 && !passive(words, head)) {
        const phrase = phraseFrom(words, head + 1);
        if (phrase) add(phrase.start, phrase.end);
      }
    }
    if (zone.place === "behind" && cue) {
      const head = lastVerb(page.within(cue));
      if (head && DIRECT.has(head.lemma) && !passive(page.within(cue), head.at)) {
        const named = phraseFrom(words, 0);
        // "told | the Bank’s agents": the name is not the whole of it.
        const owner = named && words[named.next]?.lower === "'s" ? filler(words) : null;
        const phrase = owner ? { ...owner, next: words.length } : named;
        const whole = phrase !== null && words.slice(phrase.next).every((w) => !w.lexical);
        if (phrase && (!NEEDS_CLAUSE.has(head.lemma) || content || whole)) add(phrase.start, phrase.end);
      }
      if (head && words[0]?.lower === "to" && WITH_TO.has(head.lemma)) {
        const phrase = phraseFrom(words, 1) ?? filler(words.slice(1));
        if (phrase) add(phrase.start, phrase.end);
      }
      // "urged | anyone with a lamp | to return it", "called on | the President | to step in"
      const called = /^(?:on|upon)$/.test(page.within(cue).at(-1)?.lower ?? "") && /\bcall/i.test(cue.text);
      const direct = head && DIRECT.has(head.lemma) && !passive(page.within(cue), head.at);
      if (found.length === 0 && (direct || called) && content && content.start >= zone.end) {
        const phrase = filler(words);
        if (phrase) add(phrase.start, phrase.end);
      }
    }
    words.forEach((word, at) => {
      if (!MEDIA.has(word.lower)) return;
      let to = at + 1;
      // "in a letter on Monday to the board"
      while (to < at + 4 && words[to] && /^(?:on|sent|addressed|\p{L}+day|dated)$/u.test(words[to]!.lower))
        to++;
      if (words[to]?.lower !== "to" && !(words[to]?.lower === "with" && word.lower === "call")) return;
      const phrase = phraseFrom(words, to + 1);
      if (phrase) add(phrase.start, phrase.end);
    });
  }
  if (found.length === 0) {
    const hearer = passiveHearer(page, statement);
    if (hearer) add(hearer.start, hearer.end);
  }
  // The model takes the hearer into the content: "urged | lawmakers to pass the bill".
  if (found.length === 0 && cue && content) {
    const head = lastVerb(page.within(cue));
    const between = page.within({ start: cue.end, end: content.start });
    if (head && DIRECT.has(head.lemma) && between.length === 0 && !passive(page.within(cue), head.at)) {
      const words = page.within(content);
      const phrase = phraseFrom(words, 0);
      const next = phrase ? words[phrase.next]?.lower : undefined;
      if (phrase && next && /^(?:to|not|that|whether|if|what|why|how|when|where)$/.test(next))
        add(phrase.start, phrase.end);
    }
  }
  return found.sort(bySpan);
}

const OTHER_PHRASE =
  /^(?:in|on|at|during|last|yesterday|today|by|through|via|after|before|when|earlier|again|about|of|from|for)$/;
const OPENS_NOUN =
  /^(?:the|a|an|this|that|these|those|his|her|its|their|our|my|your|all|both|each|every|some|any|anyone|everyone|anybody|everybody|someone|somebody|people|\w+s)$/;

/** All that stands between a verb that takes a hearer and the content, where it can be one: a noun phrase of any kind. */
function filler(words: readonly Word[]): Span | null {
  let end = words.findIndex(
    (w, i) =>
      (!w.lexical && !possessive(w, words[i - 1])) ||
      (i > 0 && (OTHER_PHRASE.test(w.lower) || timely(words, i))) ||
      w.lower === "that",
  );
  if (words[0]?.lower === "that" || end < 0) end = words.length;
  const first = words[0];
  const last = words[end - 1];
  if (!first || !last || end > 9 || !(OPENS_NOUN.test(first.lower) || capital(first))) return null;
  if (/^(?:this|that|it|so|as|is|was|yes|does|has|says|always)$/.test(end === 1 ? first.lower : ""))
    return null;
  return OTHER_PHRASE.test(first.lower) ? null : { start: first.start, end: last.end };
}

/** "this morning", "next week": when, and no part of whom. */
function timely(words: readonly Word[], at: number): boolean {
  return (
    /^(?:this|next|every|that)$/.test(words[at]!.lower) &&
    /^(?:morning|afternoon|evening|week|weekend|month|year|spring|summer|autumn|fall|winter|\p{L}+day)$/u.test(
      words[at + 1]?.lower ?? "",
    )
  );
}

/** "The boatmen | were told | …": the subject hears; "Asked | whether …, he said": so does the one who answers. */
function passiveHearer(page: Page, statement: Statement): Span | null {
  const cue = statement.cue[0];
  if (!cue) return null;
  const words = page.within(cue).filter((w) => w.lexical);
  const at = words.findIndex((w) => lemmaIn(w.lower, HEARS) !== null);
  const verb = words[at];
  if (!verb || !PARTICIPLE.test(verb.lower)) return null;
  const sentence = page.sentenceAt(cue.start);
  if (!sentence) return null;
  // "I’m | told", "they’ve been | warned"
  const pronoun = /(?:^|[^\p{L}])(I|we|you|he|she|they)$/iu.exec(page.text.slice(sentence.start, cue.start));
  if (pronoun && /^['’](?:m|s|re|ve|d)\b/.test(page.text.slice(cue.start, cue.end)))
    return { start: cue.start - pronoun[1]!.length, end: cue.start };
  if (at === 0 && statement.source.length === 0) return answerer(page, statement, sentence, cue);
  if (!words.slice(0, at).some((w) => BE.test(w.lower))) return null;
  const before = page.within({ start: sentence.start, end: cue.start });
  while (before.length > 0 && /^(?:also|then|who|which|now|later|not|never)$/.test(before.at(-1)!.lower))
    before.pop();
  const holder = holderEndingAt(before, before.length - 1, 0);
  if (holder) return holder;
  // What no list holds, where it is all that stands before.
  const all = before.filter((w) => w.lexical);
  const clause = before.some((w) => /^(?:had|has|have|was|were|is|are|did|who|which)$/.test(w.lower));
  return all.length === before.length && !clause ? filler(before) : null;
}

/** "Asked whether it leaked, | the foreman | said": the subject behind the comma. */
function answerer(page: Page, statement: Statement, sentence: Span, cue: Passage): Span | null {
  if (page.within({ start: sentence.start, end: cue.start }).some((w) => w.lexical)) return null;
  const end = statement.content.at(-1)?.end ?? cue.end;
  const words = page.within({ start: end, end: sentence.end });
  return words[0]?.text === "," ? phraseFrom(words, 1) : null;
}

const HEARS = list(
  `tell inform assure reassure remind warn notify ask urge advise promise instruct order brief alert press query request
  question challenge invite`,
);
const PARTICIPLE = /(?:ed|told)$/;
const BE = /^(?:is|was|were|are|am|been|be|being|'m|'re|'s)$/;

function lastVerb(words: Word[]): { lemma: string; at: number } | null {
  for (let at = words.length - 1; at >= 0; at--) {
    const word = words[at];
    if (!word?.lexical) continue;
    const lemma = lemmaIn(word.lower, DIRECT) ?? lemmaIn(word.lower, WITH_TO);
    if (lemma) return { lemma, at };
    if (!/ly$/.test(word.lower) && !/^(?:off|back|in|on|later|again)$/.test(word.lower)) return null;
  }
  return null;
}

/** "was told", "been asked": the hearer is the subject. */
function passive(words: Word[], head: number): boolean {
  return (
    words
      .slice(Math.max(0, head - 3), head)
      .some((w) => /^(?:is|was|were|are|been|be|being)$/.test(w.lower)) &&
    !/ing$/.test(words[head]?.lower ?? "")
  );
}
