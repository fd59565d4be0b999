/**
 * To whom a statement is made: "told reporters", "wrote to the board", "in a letter to Ms. Orsik".
 */
import type { Passage, Statement } from "../model.ts";
import { bySpan, passage } from "../span.ts";
import { phraseFrom } from "./holder.ts";
import { lemmaIn } from "./lemma.ts";
import type { Page } from "./page.ts";
import type { Word } from "./words.ts";
import type { Zone } from "./zones.ts";

const list = (lemmas: string) => new Set(lemmas.split(/\s+/));
/** Verbs whose object is the hearer. */
const DIRECT = list(
  `tell inform assure reassure remind warn notify ask urge advise promise persuade convince instruct order beg implore
  encourage invite brief caution exhort alert press query beseech request challenge forewarn address`,
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
        const phrase = phraseFrom(words, 0);
        const whole = phrase !== null && words.slice(phrase.next).every((w) => !w.lexical);
        if (phrase && (!NEEDS_CLAUSE.has(head.lemma) || content || whole)) add(phrase.start, phrase.end);
      }
      if (head && words[0]?.lower === "to" && WITH_TO.has(head.lemma)) {
        const phrase = phraseFrom(words, 1);
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
