import type { Article, Statement } from "../model.ts";
import { type Sentence, sentencesIn } from "./named.ts";
import { rootsIn, rootsOf, sentencesOfStatement, sharedRun } from "./quotation.ts";
import { EARLIER_WORDS } from "./shift-marker.ts";
import {
  type Change,
  isBefore,
  isFirm,
  isNegative,
  placeOfVoice,
  turnBefore,
  type Voice,
  wordsOf,
} from "./shift-voice.ts";

/** So much of the old words must stand in the sentence that recalls them. */
const RECALLED = 0.5;
/** New words that have so much of the old ones say the same again. */
const SAME = 0.6;
/** Sentences round the new words in which a report recalls the old ones. */
const REACH = 2;
/** Earlier firm words of one holder that are looked through. */
const MOST_EARLIER = 80;

const isHedged = ({ statement }: Voice): boolean =>
  /\b(?:may|might|could|perhaps|possibly|probably)\b/i.test(wordsOf(statement));

const known = new WeakMap<Statement, Set<string>>();
function rootsOfVoice({ statement }: Voice): Set<string> {
  const roots = known.get(statement) ?? rootsIn(wordsOf(statement));
  known.set(statement, roots);
  return roots;
}

function sentencesOnce(article: Article, made: Map<string, Sentence[]>): Sentence[] {
  const found = made.get(article.id) ?? sentencesIn(article.text);
  made.set(article.id, found);
  return found;
}

/** Share of the first's roots that stand in the second, where at least two do. */
function coverage(of: ReadonlySet<string>, by: ReadonlySet<string>): number {
  let count = 0;
  for (const root of of) if (by.has(root)) count++;
  return count < 2 ? 0 : count / of.size;
}

/**
 * Old words recalled beside new ones: "On Monday she had not laid “a finger on him”" next to "may have had him by the
 * sleeve". A report that sets both of one person side by side, and a question that holds the old against him.
 */
export function recalledChanges(voices: ReadonlyMap<string, readonly Voice[]>): Change[] {
  const found: Change[] = [];
  const sentences = new Map<string, Sentence[]>();
  for (const [holder, list] of voices)
    for (const to of list) {
      if (rootsOfVoice(to).size < 2) continue;
      const recalled = (
        to.article.kind === "transcript"
          ? [askedBefore(to)]
          : around(to, sentencesOnce(to.article, sentences))
      ).filter((text) => text.trim() !== "");
      if (recalled.length === 0) continue;
      const before = list
        .filter(
          (from) =>
            (from.article.id !== to.article.id || to.article.kind === "transcript") &&
            isBefore(from, to) &&
            isFirm(from),
        )
        .slice(-MOST_EARLIER);
      for (const text of recalled) {
        const roots = rootsIn(text);
        for (const from of before) {
          const old = rootsOfVoice(from);
          const echo = coverage(old, roots);
          if (echo < RECALLED || saysAgain(from, to)) continue;
          found.push({
            from: placeOfVoice(from),
            to: placeOfVoice(to),
            holder,
            worth:
              0.8 +
              0.5 * echo +
              (to.direct ? 0.1 : 0) +
              (from.direct ? 0.1 : 0) +
              0.02 * Math.min(5, old.size),
          });
        }
      }
    }
  return found;
}

/** Does a sentence of one stand, all or most of it, in the other? */
function sameWords(a: Voice, b: Voice): boolean {
  const [x, y] = [a, b].map(({ statement }) => sentencesOfStatement(statement).map(rootsOf)) as [
    Set<string>[],
    Set<string>[],
  ];
  return x.some((one) => y.some((other) => coverage(one, other) >= SAME || coverage(other, one) >= SAME));
}

/** So many words in a row that two quotations share are one utterance, whatever stands around them. */
const REPEATED = 5;

/** Do two quotations share a run of words that says something? */
function repeats(a: Voice, b: Voice): boolean {
  if (!a.quoted || !b.quoted) return false;
  return sentencesOfStatement(a.statement).some((one) =>
    sentencesOfStatement(b.statement).some((other) => {
      const run = sharedRun(one, other);
      return run.words > REPEATED ? run.roots > 0 : run.words === REPEATED && run.roots > 1;
    }),
  );
}

/** The same words, as firmly and to the same effect: said again, or quoted again. */
export function saysAgain(a: Voice, b: Voice): boolean {
  if (a.article.id !== b.article.id && repeats(a, b)) return true;
  if (isNegative(a) !== isNegative(b) || isHedged(a) !== isHedged(b)) return false;
  return (a.statement.act === "reject") === (b.statement.act === "reject") && sameWords(a, b);
}

/**
 * Where new words stand first hand: an earlier document with the same words of the same holder, direct ones first. What a report
 * quotes from a hearing is shown as the hearing's record has it.
 */
export function firstHand(to: Voice, from: Voice, list: readonly Voice[]): Voice {
  const same = list.filter(
    (one) =>
      one !== to &&
      (isBefore(one, to) || isRecordOf(one, to)) &&
      isBefore(from, one) &&
      one.direct &&
      sameWords(one, to),
  );
  return same[0] ?? to;
}

/** Old words where they were quoted first. */
export function firstSaid(from: Voice, list: readonly Voice[]): Voice {
  const printed = ({ article }: Voice) => article.publishedAt?.slice(0, 10) ?? "~";
  return list.find((one) => printed(one) < printed(from) && repeats(one, from)) ?? from;
}

/** Of one day the record of a sitting comes before the report on it. */
const isRecordOf = (one: Voice, other: Voice): boolean =>
  one.article.kind === "transcript" && other.article.kind === "report" && one.day === other.day;

/** Sentences near new words that tell of words before them. */
function around(to: Voice, sentences: readonly Sentence[]): string[] {
  const at = sentences.findIndex((one) => one.start < to.end && to.start < one.end);
  if (at < 0) return [];
  const last = sentences.findLastIndex((one) => one.start < to.end && to.start < one.end);
  return sentences
    .slice(Math.max(0, at - REACH), last + REACH + 1)
    .filter((one) => Math.abs(one.paragraph - sentences[at]!.paragraph) === 0 && EARLIER_WORDS.test(one.text))
    .map((one) => (one.start < to.end && to.start < one.end ? outside(one, to) : one.text));
}

/** A sentence but for the new words. */
const outside = (sentence: Sentence, { statement }: Voice) =>
  statement.content.reduce(
    (text, { start, end }) =>
      start < sentence.end && sentence.start < end
        ? text.slice(0, Math.max(0, start - sentence.start)) +
          " ".repeat(Math.max(0, Math.min(end, sentence.end) - Math.max(start, sentence.start))) +
          text.slice(Math.min(end, sentence.end) - sentence.start)
        : text,
    sentence.text,
  );

/** The turn before, where it tells whom it asks what he said. */
function askedBefore({ statement, article }: Voice): string {
  const { start } = statement.content[0]!;
  const turn = turnBefore(article, start);
  if (!turn || start - turn.content.at(-1)!.end >= 80) return "";
  const asked = wordsOf(turn);
  return /\byou(?:['’]ve| have| had)?\b[^.?!]{0,80}\b(?:said|told|promised|ruled|denied|insisted|called|vowed|pledged|swore|claimed|wrote|declared|announced)\b/i.test(
    asked,
  )
    ? asked
    : "";
}
