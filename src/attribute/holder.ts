/**
 * Names, titles and nouns that can hold a statement: found forwards (to whom) and backwards (who, before a verb).
 */
import type { Span } from "../model.ts";
import { NOUNS } from "./lexicon.ts";
import { capital, possessive, type Word } from "./words.ts";

const SUBJECTS = new Set("he she they it i we you who".split(" "));
const OBJECTS = new Set("him her them it me us you himself herself themselves".split(" "));
const DETERMINERS = new Set(
  "the a an his her their its our my your this that these those both two three four five six some many several most all no another other one each every any few".split(
    " ",
  ),
);
const NOUN_LIST = new Set(
  `minister ministry president presidency premier chancellor king queen prince princess government administration cabinet
  parliament congress senate house committee commission council court tribunal judge justice jury police department
  agency office bureau authority authorities official officials spokesman spokeswoman spokesperson spokespeople mayor
  governor senator lawmaker lawmakers congressman congresswoman deputy secretary ambassador envoy diplomat delegation
  delegate side sides party parties country countries nation state city town county board company companies firm
  corporation manufacturer bank union association federation group groups organization organisation institute university
  school hospital clinic church team club league chief chairman chairwoman chair chairperson director executive founder
  owner boss head leader leaders campaign aide aides adviser advisers advisor advisors counsel lawyer lawyers attorney
  attorneys prosecutor prosecutors defendant plaintiff plaintiffs witness witnesses victim victims suspect family families
  father mother son daughter brother sister wife husband man woman men women people person residents resident neighbor
  neighbors neighbour neighbours worker workers employee employees staff student students teacher teachers parent parents
  doctor doctors nurse nurses patient patients scientist scientists researcher researchers expert experts analyst analysts
  economist economists engineer engineers inspector inspectors investigator investigators officer officers soldier soldiers
  general colonel commander military army navy troops forces rebels militia protesters demonstrators voters critics
  supporters opponents allies rivals colleagues friends friend reporter reporters journalist journalists newspaper magazine
  channel network outlet source sources report study survey poll statement letter document memo filing complaint lawsuit
  affidavit readout communique article book record records regulator regulators watchdog ombudsman auditor auditors
  embassy consulate kremlin palace crown treasury ministrys farmers farmer growers fishermen driver drivers pilot pilots
  captain crew coach player players passenger passengers customer customers tenant tenants landlord landlords shareholder
  shareholders investor investors creditors publisher editor author host moderator interviewer caller crowd audience
  public others someone somebody everyone everybody nobody nurse pope bishop priest rabbi imam monk youth children child
  boy girl couple negotiator negotiators mediator mediators monitors operator operators supplier suppliers contractor
  contractors developer developers maker makers opposition coalition bloc alliance republicans democrats conservatives
  liberals community communities village villagers citizens civilians refugees migrants survivors relatives prisoner
  inmates inmate guard guards firefighters fire-brigade paramedics rescuers ministers presidents clerk coroner spokesmen
  foundation charity trust fund laboratory lab brigade squad panel taskforce inquiry colleague partner partners client
  clients member members manager managers counterpart counterparts predecessor successor negotiators physician surgeon`.split(
    /\s+/,
  ),
);
const NOT_HOLDERS = new Set(
  `matter number order paper power water weather winter summer later water offer letterhead river center centre quarter
  dinner chapter former other rather never over under after either neither however whether answer error horror mirror
  color labor harbor factor floor door list interest request protest test west east rest best past cost most must
  computer weapon reactor corner danger border shelter fever tower flower layer barrier career disaster motor sector
  monitor elevator indicator vector tractor meter liter ladder timber lumber transfer encounter disorder murder remainder
  reminder`.split(/\s+/),
);
const ROLE_SUFFIX = /(?:ists?|ians?|men|man|women|woman|person|ees|ants?|ors?|ers?|crats?|logists?)$/;

/** True for a common noun that can say or think something. */
export function holderNoun(lower: string): boolean {
  if (NOUN_LIST.has(lower)) return true;
  const dash = lower.lastIndexOf("-");
  if (dash > 0 && NOUN_LIST.has(lower.slice(dash + 1))) return true;
  return lower.length > 4 && ROLE_SUFFIX.test(lower) && !NOT_HOLDERS.has(lower) && !NOUNS.has(lower);
}

/** Capitalised words that open a sentence or stand before a name but are none. */
const NO_NAME = new Set(
  `the a an but and or so yet then when while after before as if in on at by for from with without of to into about
  although though because since until unless once whether that this these those there here what who why how which where
  it he she they we i you his her their its our my your monday tuesday wednesday thursday friday saturday sunday january
  february march april june july august september october november december today yesterday tomorrow no not nor yes
  never both either neither also still even only just now later earlier meanwhile however asked`.split(/\s+/),
);
const PARTICLES = new Set("van von der de la le du di da al el bin ibn of and the".split(" "));

/** True for a capitalised word or title that can be part of a name. */
export function nameWord(word: Word): boolean {
  return capital(word) && !NO_NAME.has(word.lower);
}

const STOP = new Set(
  `that to in on at after before during by as when while about with over via from into for who whom which where if
  whether because since and or but not through outside inside near amid under against last late early earlier later today
  yesterday tonight is was were are has had have will would could should can may might must said says than how why what
  then there again only also even just so repeatedly privately publicly bluntly recently afterward afterwards`.split(
    /\s+/,
  ),
);
const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;

export interface Phrase extends Span {
  /** Index of the first word behind the phrase. */
  next: number;
}

/**
 * The noun phrase that begins at a word ("reporters", "the committee’s chairman", "members of Congress"), when its head
 * can be spoken to or can speak; else null.
 */
export function phraseFrom(words: Word[], from: number): Phrase | null {
  const first = words[from];
  if (!first) return null;
  const done = (to: number): Phrase | null => {
    const last = words[to - 1];
    return last && to > from ? { start: first.start, end: last.end, next: to } : null;
  };
  if (OBJECTS.has(first.lower) && !(first.lower === "her" && isNounAhead(words, from + 1)))
    return done(from + 1);
  let at = from;
  let head = -1;
  for (; at < words.length && at - from < 12; at++) {
    const word = words[at];
    if (!word) break;
    const before = words[at - 1];
    if (possessive(word, before)) continue;
    if (!word.lexical && !/^[&-]$/.test(word.text)) break;
    if (WEEKDAY.test(word.lower) && !(before && before.lower === "the")) break;
    if (at > from && (word.lower === "of" || (word.lower === "for" && isSpokes(before)))) {
      if (head !== at - 1) break;
      const inner = phraseFrom(words, at + 1);
      const named = words[at + 1] && nameWord(words[at + 1]!);
      if (inner) return done(inner.next);
      if (named) {
        let to = at + 2;
        while (words[to] && nameWord(words[to]!)) to++;
        return done(to);
      }
      break;
    }
    if (word.lower === "and" && before && head === at - 1) {
      const inner = phraseFrom(words, at + 1);
      return done(
        inner && (words[inner.next]?.lower === "that" || inner.next >= words.length) ? inner.next : at,
      );
    }
    // "USA Today"
    const title = word.text === "Today" && before !== undefined && nameWord(before);
    if (STOP.has(word.lower) && !title && !(word.lower === "that" && at === from)) break;
    if (at > from && SUBJECTS.has(word.lower)) break;
    if (
      at > from &&
      DETERMINERS.has(word.lower) &&
      !/^(?:two|three|four|five|six|other|one|no)$/.test(word.lower)
    )
      break;
    if (nameWord(word) || title || holderNoun(word.lower)) head = at;
  }
  return head >= from ? done(head + 1) : null;
}

function isSpokes(word: Word | undefined): boolean {
  return word !== undefined && /^(?:spokes|lawyer|attorney|representative|adviser|advisor)/.test(word.lower);
}

function isNounAhead(words: Word[], at: number): boolean {
  const next = words.slice(at, at + 3).find((w) => w.lexical);
  return (
    next !== undefined &&
    !STOP.has(next.lower) &&
    (holderNoun(next.lower) || !SUBJECTS.has(next.lower)) &&
    words.slice(at, at + 3).some((w) => holderNoun(w.lower))
  );
}

/** Words that may stand right before the subject of a clause. */
const CLAUSE_OPENERS = new Set(
  `that and but or because when while after before as if since although though whether how what why where until unless
  once so yet which said says say added adding saying than then even only yesterday today earlier later recently
  monday tuesday wednesday thursday friday saturday sunday`.split(/\s+/),
);

/**
 * The holder whose last word is at `last`: a pronoun, a name with its titles, or a noun phrase with a noun that can
 * speak. The phrase must open a clause: stand first, or behind a conjunction, a comma or a mark. `from` is the first
 * word that may belong to it.
 */
export function holderEndingAt(words: Word[], last: number, from: number): Phrase | null {
  const end = words[last];
  if (!end?.lexical) return null;
  let at = last;
  if (SUBJECTS.has(end.lower)) {
    if (end.lower === "it" || end.lower === "who") return null;
  } else if (nameWord(end) || holderNoun(end.lower)) {
    at = walkBack(words, last, from);
    // "a spokesman for the ministry", "the president of Arland": the head stands before the preposition.
    for (let turn = 0; turn < 2; turn++) {
      const before = words[at - 1];
      const head = words[at - 2];
      if (at - 2 < from || !before || !/^(?:of|for|at|from|in)$/.test(before.lower) || !head) break;
      if (!holderNoun(head.lower) && !(before.lower === "of" && nameWord(head))) return null;
      at = walkBack(words, at - 2, from);
    }
  } else return null;
  const start = words[at];
  const before = at > from ? words[at - 1] : undefined;
  if (!start) return null;
  if (before?.lexical && !CLAUSE_OPENERS.has(before.lower)) return null;
  if (before && !before.lexical && !/^[,;:“‘"'”’—–(…-]$/.test(before.text)) return null;
  return { start: start.start, end: end.end, next: last + 1 };
}

/** Index of the first word of the noun phrase or name that ends at `last`. */
function walkBack(words: Word[], last: number, from: number): number {
  let at = last;
  const named = words[last] !== undefined && nameWord(words[last]!);
  while (at - 1 >= from && last - at < 8) {
    const before = words[at - 1];
    if (!before) break;
    if (possessive(before, words[at - 2])) {
      at = Math.max(from, at - 2);
      continue;
    }
    if (!before.lexical) break;
    if (DETERMINERS.has(before.lower) && before.lower !== "that") {
      at--;
      // "all three ministers", "the two leaders"
      const further = words[at - 1];
      if (at - 1 >= from && further && /^(?:the|these|those|all|both|his|her|their|its)$/.test(further.lower))
        at--;
      break;
    }
    if (nameWord(before)) at--;
    else if (
      PARTICLES.has(before.lower) &&
      named &&
      words[at - 2] &&
      at - 2 >= from &&
      nameWord(words[at - 2]!) &&
      !/^(?:and|of|the)$/.test(before.lower)
    )
      at--;
    else if (!named && modifier(before)) at--;
    else if (
      named &&
      (holderNoun(before.lower) ||
        /^(?:chief|foreign|prime|vice|deputy|former|then|acting)$/.test(before.lower))
    )
      at--;
    else break;
  }
  return at;
}

function modifier(word: Word): boolean {
  return (
    !CLAUSE_OPENERS.has(word.lower) &&
    !STOP.has(word.lower) &&
    !/ly$/.test(word.lower) &&
    word.lower !== "of" &&
    !SUBJECTS.has(word.lower) &&
    !/^(?:being|having|asking|telling|saying)$/.test(word.lower)
  );
}
