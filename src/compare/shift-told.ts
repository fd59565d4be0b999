import type { Article, Statement } from "../model.ts";
import { kinOf } from "./kin.ts";
import { dayOf, momentsIn } from "./moment.ts";
import { type NameFinder, namesOf, type Sentence, sentencesIn, sourceBefore } from "./named.ts";
import type { PointContext } from "./point.ts";
import type { Prepared } from "./prepare.ts";
import { isConceded } from "./shift-conceded.ts";
import { firstHand, firstSaid, saysAgain } from "./shift-echo.ts";
import { holdsAgainst, type Marker, markersIn, takesBack } from "./shift-marker.ts";
import {
  type Change,
  isBefore,
  isFirm,
  isNegative,
  isOpposed,
  nearness,
  placeOfVoice,
  type Voice,
  wordsOf,
} from "./shift-voice.ts";

/** Earlier words of one holder that are looked through for one change. */
const MOST_EARLIER = 80;
/** Words by which a report says that a position is the old one. */
const SAME_AGAIN =
  /\b(?:repeat(?:ed|s|ing)|reiterat(?:ed|es|ing)|reaffirm(?:ed|s|ing)|renew(?:ed|s|ing)|st(?:ood|ands|and) by|as (?:he|she|it|they|both) had|again (?:said|denied|insisted)|(?:said|denied|insisted) again|once more|(?:has|had|have) not changed|unchanged|refused to (?:withdraw|take back))\b/i;
/** "something he had ruled out", "had told it otherwise": words that only point to what was said. */
const POINTER =
  /^(?:it|this|that|so|something|otherwise|anything|everything|nothing|as much|the (?:same|opposite|contrary)|which|them|what|(?:his|her|its|their) (?:\w+ )?(?:notice|statement|words?|remarks?|version|account|story|position|claim|denial)|this an? \w+)\W*$/i;
/** Paragraphs round a marker in which the new words may stand. */
const REACH = 3;

/** Changes that a text tells of: a marker, whose it is, the new words beside it, the old ones wherever they stand. */
export function toldChanges(context: PointContext, voices: ReadonlyMap<string, readonly Voice[]>): Change[] {
  const { prepared } = context;
  const names = namesOf(prepared);
  const kin = kinOf(prepared);
  const here = new Map<string, { holder: string; voice: Voice }[]>();
  for (const [holder, list] of voices)
    for (const voice of list) {
      const known = here.get(voice.article.id);
      if (known) known.push({ holder, voice });
      else here.set(voice.article.id, [{ holder, voice }]);
    }
  const found: Change[] = [];
  for (const article of prepared.articles) {
    const local = (here.get(article.id) ?? []).sort((a, b) => a.voice.start - b.voice.start);
    if (local.length === 0) continue;
    if (article.kind === "transcript") {
      found.push(...inTurns(article, local, voices, context));
      continue;
    }
    const sentences = sentencesIn(article.text);
    for (const [n, sentence] of sentences.entries()) {
      const open = outsideQuotations(sentence.text);
      const markers = markersIn(open);
      const own = local.filter(({ voice }) => voice.start < sentence.end && sentence.start < voice.end);
      for (const { voice, holder } of own)
        if (
          voice.direct &&
          takesBack(
            article.text.slice(Math.max(voice.start, sentence.start), Math.min(voice.end, sentence.end)),
          )
        )
          push(
            found,
            {
              holder,
              marker: 1,
              near: [sentence.paragraph, sentence.paragraph],
              reported: [],
              days: NO_DAYS,
              local,
              sentences,
              named: null,
              only: null,
            },
            voices,
            context,
          );
      if (markers.length === 0) continue;
      const strongest = Math.max(...markers.map((marker: Marker) => marker.strength));
      if (SAME_AGAIN.test(open) && strongest < 1) continue;
      const days = daysIn(sentence.text, article);
      const speaking = sourceBefore(article, sentence.start, sentence.end, prepared).length > 0;
      for (const mover of movers(sentences, n, article, prepared, names)) {
        const holder = kin(mover, article);
        const reported = own
          .filter((one) => one.holder === holder && one.voice.earlier)
          .map((one) => one.voice);
        const near: [number, number] = [sentence.paragraph - REACH, sentence.paragraph + REACH];
        push(
          found,
          {
            holder,
            marker: strongest,
            near,
            reported,
            days,
            local,
            sentences,
            named: speaking ? null : sentence,
            only: null,
          },
          voices,
          context,
        );
      }
    }
  }
  return found;
}

const outsideQuotations = (text: string) =>
  text.replace(/[“«„][^”»]*[”»]?|"[^"]*"?|(?<=^|\s)['‘][^'’]*['’](?=[\s,.;]|$)/gu, (quoted) =>
    " ".repeat(quoted.length),
  );

/** Whose change a sentence tells: who speaks in it, else who is named, else who speaks next or spoke last. */
function movers(
  sentences: readonly Sentence[],
  n: number,
  article: Article,
  prepared: Prepared,
  names: NameFinder,
): string[] {
  const speakers = ({ start, end }: { start: number; end: number }) => [
    ...new Set(sourceBefore(article, start, end, prepared).map((one) => one.id)),
  ];
  const sentence = sentences[n]!;
  const speaking = speakers(sentence);
  if (speaking.length > 0) return speaking;
  const named = names.in(sentence.text, sentence.start).map((one) => one.id);
  if (named.length > 0) return named.slice(0, 1);
  const [next, last] = [sentences[n + 1], sentences[n - 1]];
  const after = next && next.paragraph <= sentence.paragraph + 1 ? speakers(next) : [];
  return after.length > 0 ? after.slice(0, 1) : last ? speakers(last).slice(-1) : [];
}

/** The days that a sentence names, also by "two days after". */
function daysIn(text: string, article: Article): Set<number> {
  const published = dayOf(article.publishedAt);
  const days = new Set<number>();
  if (published === null) return days;
  for (const moment of momentsIn(text, article.publishedAt))
    if (moment.dimension === "date" && moment.high === moment.low) days.add(moment.low);
  for (const match of text.matchAll(
    /\b(a|one|two|three|four|five|six) (day|week)s? (?:earlier|before|after|ago|later)\b/gi,
  )) {
    const count = Math.max(1, COUNTS.indexOf(match[1]!.toLowerCase()));
    days.add(published - count * (match[2]!.toLowerCase() === "week" ? 7 : 1));
  }
  if (/\byesterday\b|\bthe (?:day|night|evening) before\b/i.test(text)) days.add(published - 1);
  return days;
}

const NO_DAYS: ReadonlySet<number> = new Set();
const COUNTS = ["a", "one", "two", "three", "four", "five", "six"];

interface Told {
  holder: string;
  marker: number;
  /** Paragraphs in which the new words are looked for. */
  near: [number, number];
  /** The old words as the report gives them. */
  reported: readonly Voice[];
  /** Days on which the text puts the old words. */
  days: ReadonlySet<number>;
  local: readonly { holder: string; voice: Voice }[];
  sentences: readonly Sentence[];
  /** A sentence that names who moved: a pronoun's or description's words right behind it are his, whoever they were laid to. */
  named: Sentence | null;
  /** The new words, where the text itself points to them. */
  only: Voice | null;
}

/** Finds the pair of statements that shows a told change best, and adds it. */
function push(
  found: Change[],
  told: Told,
  voices: ReadonlyMap<string, readonly Voice[]>,
  context: PointContext,
): void {
  const { holder, marker, near, days, local, sentences, only } = told;
  const reported = told.reported.filter(saysIt);
  const paragraph = (voice: Voice) =>
    sentences.find((one) => one.start < voice.end && voice.start < one.end)?.paragraph ?? 0;
  const middle = (near[0] + near[1]) / 2;
  const later = only
    ? [only]
    : local
        .filter(
          (one) =>
            (one.holder === holder || isBehind(one.voice, told.named)) &&
            !one.voice.earlier &&
            saysIt(one.voice),
        )
        .map((one) => one.voice)
        .filter((voice) => paragraph(voice) >= near[0] && paragraph(voice) <= near[1]);
  const own = voices.get(holder) ?? [];
  let best: { from: Voice; to: Voice; worth: number } | null = null;
  for (const to of later) {
    const before = own
      .filter((from) => from !== to && saysIt(from) && isBefore(from, to))
      .slice(-MOST_EARLIER);
    for (const from of before) {
      if (saysAgain(from, to)) continue;
      const pair = nearness(from, to, context);
      const echo = Math.max(
        0,
        ...reported.filter((one) => one !== from).map((one) => nearness(from, one, context).topic),
      );
      const topic = Math.max(pair.topic, 0.9 * echo);
      const self = told.reported.includes(from);
      const turned = isNegative(from) !== isNegative(to);
      const firm = isFirm(from);
      // What left room before is hardly gone back on, whatever a report says.
      if (!firm && pair.clash < 0.2 && !(self && marker >= 1)) continue;
      // Old words that the report recalls are those it means.
      if (marker < 1 && reported.length > 0 && !self && echo < 0.3) continue;
      const least = self ? 0 : marker >= 1 ? (firm ? 0.05 : turned ? 0.12 : 0.2) : 0.3;
      if (topic < least || (pair.agree > 0.4 && pair.clash < 0.3 && echo < 0.3)) continue;
      if (marker < 0.7 && pair.clash < 0.2 && !(firm && topic >= 0.35)) continue;
      const worth =
        0.5 * marker +
        pair.topic +
        0.6 * echo +
        0.6 * pair.clash -
        0.4 * pair.agree +
        (from.direct ? 0.15 : 0) +
        (to.quoted ? 0.3 : 0) +
        (turned ? 0.15 : 0) +
        (from.day !== null && days.has(from.day) ? 0.25 : 0) +
        (from.article.id === to.article.id ? 0 : 0.25) +
        (firm ? 0.12 : 0) +
        (isOpposed(from, to) ? 0.5 : 0) +
        (isConceded(from, to) ? 0.3 : 0) -
        0.08 * Math.abs(paragraph(to) - middle);
      if (!best || worth > best.worth + 1e-9) best = { from, to, worth };
    }
  }
  if (best)
    found.push({
      from: placeOfVoice(firstSaid(best.from, own)),
      to: placeOfVoice(firstHand(best.to, best.from, own)),
      holder,
      worth: best.worth,
    });
}

const saysIt = ({ statement }: Voice): boolean => !POINTER.test(wordsOf(statement));

/** "Mr. Roe has moved. The mayor told …": nobody else has been named between. */
const isBehind = ({ statement, start }: Voice, named: Sentence | null): boolean =>
  named !== null &&
  start >= named.end &&
  start - named.end < 3 &&
  /^(?:the|he|she|they|it|his|her|its)\b/i.test(statement.source[0]?.text ?? "");

/** Turns in which somebody takes back what he said, or is asked why he says it otherwise. */
function inTurns(
  article: Article,
  local: readonly { holder: string; voice: Voice }[],
  voices: ReadonlyMap<string, readonly Voice[]>,
  context: PointContext,
): Change[] {
  const found: Change[] = [];
  const sentences = sentencesIn(article.text);
  const questions = article.statements.filter(
    (one) => one.parent === null && one.content.some((p) => p.text.includes("?")),
  );
  for (const { holder, voice } of local) {
    const first = voice.statement.content[0]!;
    const asked = questions.findLast((one) => one.content[0]!.start < first.start);
    const between = asked ? first.start - asked.content.at(-1)!.end : Number.POSITIVE_INFINITY;
    const pressed = between < 80 && asked !== undefined && holdsAgainst(wordsOf(asked));
    const own = takesBack(wordsOf(voice.statement));
    if (!own && !pressed) continue;
    const recalled = pressed ? recalledIn(asked, article, context) : null;
    // "On Saturday you told us otherwise": said to what was answered before.
    const before =
      pressed && recalled === null
        ? local.findLast((one) => one.holder === holder && one.voice.end <= asked.content[0]!.start)?.voice
        : undefined;
    for (const only of before === undefined ? [voice] : [voice, before])
      push(
        found,
        {
          holder,
          marker: own ? 1 : 0.7,
          near: [0, 0],
          reported: recalled === null ? [] : [recalled],
          days: pressed ? daysIn(wordsOf(asked), article) : NO_DAYS,
          local,
          sentences,
          named: null,
          only,
        },
        voices,
        context,
      );
  }
  return found;
}

/** What a question holds against whom it asks, as words that can be laid beside others; null where it only points to them. */
function recalledIn(asked: Statement, article: Article, { claimsOf, numberOf }: PointContext): Voice | null {
  const words = wordsOf(asked);
  const claims = claimsOf.get(asked.id) ?? [];
  if (claims.length === 0 || POINTS.test(words)) return null;
  const { start, end } = asked.content[0]!;
  return {
    statement: asked,
    article,
    start,
    end,
    day: null,
    earlier: true,
    direct: false,
    quoted: false,
    claims: claims.map((claim) => numberOf.get(claim)!),
  };
}

/** Questions that tell nothing of what was said. */
const POINTS =
  /\byou (?:had |have )?(?:said|told (?:us|me|this \p{L}+|the \p{L}+)|put it|had it) (?:otherwise|differently|something (?:else|different|other)|the (?:opposite|contrary|reverse))/iu;
