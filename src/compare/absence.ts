import { hashId } from "../id.ts";
import type { Absence, Article, Point, Span } from "../model.ts";
import { extentOf, overlaps, passage } from "../span.ts";
import { inTurns } from "./absence-turns.ts";
import { ANSWERS, actsInstead, dodges, INSTEAD, PUT, replyIn } from "./dodge.ts";
import { type Named, type NameFinder, namesOf, type Sentence, sentencesIn, sourceBefore } from "./named.ts";
import type { PointContext } from "./point.ts";
import { holdersOf, type Prepared } from "./prepare.ts";
import { refusesIn, type SilenceKind, silencesIn } from "./refusal.ts";
import { unmentioned } from "./unmentioned.ts";

/** Somebody's silence, before it is an absence. */
export interface Silent {
  kind: SilenceKind;
  /** Holders; [] where the text doesn't tell who. */
  speakers: string[];
  start: number;
  end: number;
  /** The statement that it stands in, or that asks what was not answered. */
  statement: string | null;
  /** Further words that show it: what the asker says to it. */
  beside?: Span[];
}

/** Who would not answer, who could not be reached, and what a side's own readout leaves out. */
export function absencesOf(points: readonly Point[], context: PointContext): Absence[] {
  const { prepared } = context;
  const places = placesOf(points, context);
  const names = namesOf(prepared);
  const found: Absence[] = [];
  for (const article of prepared.articles) {
    const silences =
      article.kind === "transcript" ? inTurns(article, context) : inReport(article, prepared, names);
    for (const one of silences)
      for (const speaker of one.speakers.length > 0 ? one.speakers : [null])
        found.push({
          id: hashId("b", article.id, one.start, one.end, speaker),
          kind: one.kind,
          speaker,
          article: article.id,
          point: one.statement === null ? null : pointFor(one.statement, places),
          evidence: [one, ...(one.beside ?? [])].map(({ start, end }) => ({
            ...passage(article.text, start, end),
            article: article.id,
          })),
        });
  }
  const seen = new Set<string>();
  return [...found, ...unmentioned(points, context)]
    .filter((absence) => !seen.has(absence.id) && seen.add(absence.id))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Cues that say by themselves that nothing was answered. */
const DECLINING =
  /\b(?:declin|refus|demur|dodg|evad|sidestep|duck|deflect|stonewall|silen|mum\b|noncommittal|evasive|unavailable|coy|tight-lipped|comment|answer|respon|repl[iy]|reach|quer|question|discuss|sa[yi]|tell|talk|elaborat|drawn|confirm|reveal|disclos|specif|speculat)/i;
/** "declined the invitation": what is declined is no answer. */
const OTHERWISE =
  /\bdeclin(?:ed|es|ing) (?:the|an?|his|her|its|their|all|both|that|this) (?!comment|interview|request|question)/i;

/** Silences that a report or readout tells of, and refusals in the words that it quotes. */
function inReport(article: Article, prepared: Prepared, names: NameFinder): Silent[] {
  const found: Silent[] = [];
  const sentences = sentencesIn(article.text);
  const tops = article.statements.map((statement) => ({ statement, ...extentOf(statement) }));
  const add = (one: Silent) => {
    if (!found.some((other) => other.start < one.end && one.start < other.end)) found.push(one);
  };
  // Attributions that the reading took for a refusal.
  for (const { statement, start, end } of tops) {
    if (statement.act !== "decline") continue;
    const cue = statement.cue.map((p) => p.text).join(" ");
    const words = article.text.slice(start, end);
    if (!DECLINING.test(`${cue} ${statement.content.map((p) => p.text).join(" ")}`) || OTHERWISE.test(words))
      continue;
    const kind =
      silencesIn(words)[0]?.kind ??
      (/\b(?:answer|respon|repl[iy]|reach|return)/i.test(cue) ? "no-answer" : "declined");
    add({ kind, speakers: holdersOf(statement, prepared), start, end, statement: statement.id });
  }
  for (const [n, sentence] of sentences.entries()) {
    const open = withoutQuotations(sentence.text);
    for (const silence of silencesIn(open)) {
      const at = { start: sentence.start + silence.start, end: sentence.start + silence.end };
      if (found.some((other) => overlaps(other, at))) continue;
      const who = silence.behind
        ? names.in(sentence.text.slice(silence.end), at.end).slice(0, 1)
        : (subjectOf(sentence, silence.start, article, prepared, names, sentences[n - 1] ?? null) ??
          houseIn(sentence.text.slice(0, silence.start), article, prepared));
      if (who === null) continue;
      const home = tops.find((one) => overlaps(one, at) && one.end - one.start < 400);
      add({
        kind: silence.kind,
        speakers: who.map((one) => one.id),
        ...sentenceSpan(sentence),
        statement: home?.statement.id ?? null,
      });
    }
    const put = PUT.exec(open);
    const shown = put ? unanswered(sentences, n, put, open) : turnedFrom(sentence, open);
    if (shown) {
      const before = shown.sentence === sentence ? (sentences[n - 1] ?? null) : sentence;
      const who = subjectOf(shown.sentence, shown.at, article, prepared, names, before) ?? [];
      const asked = tops.find((one) => overlaps(one, sentence));
      add({
        kind: "no-answer",
        speakers: who.slice(0, 1).map((one) => one.id),
        ...sentenceSpan(shown.sentence),
        statement: asked?.statement.id ?? null,
      });
    }
    const house = article.kind === "readout" ? prepared.narrator(article.id) : null;
    const own = house === null || USUALLY.test(open) ? null : refusesIn(open);
    if (own) add({ kind: "declined", speakers: [house!], ...sentenceSpan(sentence), statement: null });
  }
  for (const { statement } of tops) {
    if (statement.form === "indirect" || statement.parent !== null) continue;
    for (const content of statement.content) {
      if (!/^["“‘'«„]/.test(content.text)) continue;
      const refused = refusesIn(content.text);
      const speakers = holdersOf(statement, prepared);
      // "What it was he would not guess. “Ask me tomorrow,” he said": one refusal, told and quoted.
      const again = found.some(
        (one) =>
          one.end <= content.start &&
          content.start - one.end < 3 &&
          one.speakers.some((id) => speakers.includes(id)),
      );
      // "Rain, I suppose. Ask me in a month.": an answer, with a word on more to come.
      const answered =
        refused !== null &&
        /^ask me\b/i.test(content.text.slice(refused.start)) &&
        content.text.slice(0, refused.start).split(/\s+/).length > 3;
      if (refused && !again && !answered)
        add({
          kind: "declined",
          speakers,
          start: content.start,
          end: content.end,
          statement: statement.id,
        });
    }
  }
  return found;
}

/** A habit is no refusal of what is asked now. */
const USUALLY = /\b(?:normally|usually|generally|as a rule|in general|on principle)\b/i;

const sentenceSpan = ({ start, end }: Sentence) => ({ start, end });

/** Quoted words blanked, so that places stay: what a quotation says is not the document's own voice. */
const withoutQuotations = (text: string) =>
  text.replace(/[“«„][^”»]*[”»]?|"[^"]*"?|(?<=^|\s)‘[^’]*’(?=[\s,.;]|$)/gu, (quoted) =>
    " ".repeat(quoted.length),
  );

const AGENT =
  /\b(?:spokes(?:man|woman|person|people)|officials?|ministry|ministers?|office|company|firm|agency|police|lawyers?|attorneys?|government|club|party|union|council|authority|department|bank|family|families|representatives?|aides?|leaders?|managers?|directors?|chair(?:man|woman)?|prosecutors?|court|board|trust|group|organi[sz]ers?|owners?|embassy|commission|chancellery|team|coach|agent|delegates|palace|army|command|university|hospital|members?|relatives|neighbours|neighbors|witness(?:es)?|crew|side|both|neither|nobody|none)\b/i;

/**
 * Who a sentence says it of: the last source or name before the words, passing over what a relative clause names. [] for
 * somebody without a name, null where no person or body is the subject.
 */
function subjectOf(
  sentence: Sentence,
  at: number,
  article: Article,
  prepared: Prepared,
  names: NameFinder,
  before: Sentence | null,
): Named[] | null {
  let words = sentence.text.slice(0, at);
  // The clause itself, where another precedes it: "…, and on that he", "…; the ministry".
  const border = [
    ...words.matchAll(/;|:|,? (?:and|but|while|though|although)(?: on (?:that|this|it))? (?=\p{L})/gu),
  ].at(-1);
  const clause = border ? words.slice(border.index) : words;
  const blank = (text: string) =>
    text
      .replace(/, (?:\w+ )?(?:who|which|whose|whom|where)\b[^,]*(?:,|$)/giu, (part) =>
        " ".repeat(part.length),
      )
      .replace(/\([^)]*\)/g, (part) => " ".repeat(part.length));
  for (const [text, offset] of [
    [clause, border?.index ?? 0],
    [words, 0],
  ] as const) {
    const own = blank(text);
    const start = sentence.start + offset;
    const mentions = [
      ...sourceBefore(article, start, start + own.length, prepared).filter(
        (one) => own.slice(one.start - start, one.end - start).trim() !== "",
      ),
      ...names.in(own, start),
    ].sort((a, b) => a.end - b.end || b.end - b.start - (a.end - a.start));
    const last = mentions.at(-1);
    const pair = /\b(?:neither|both)\b(.*)\b(?:n?or|and)\b/i.exec(own);
    if (last && pair && last.start > start + pair.index) {
      // "Neither Ms. Roe nor Mr. Sand": both names.
      const joined = mentions.filter((one) => one.start >= start + pair.index);
      return joined.filter((one, k) => joined.findIndex(({ id }) => id === one.id) === k).slice(0, 2);
    }
    if (last) return mentions.filter((one) => one.start === last.start && one.end === last.end).slice(0, 2);
    const pronoun = /\b(?:he|she|they|it|i|we)\b/i.test(own);
    if (pronoun) {
      const near =
        before && before.paragraph === sentence.paragraph ? names.in(blank(before.text), before.start) : [];
      // "It had stayed silent": a telephone, unless a body is at hand.
      return near.length === 0 && /\bit\W+(?:\w+ ){0,2}$/i.test(own) ? null : near.slice(0, 1);
    }
  }
  words = blank(words);
  const noun = words.trim().split(/\s+/).slice(-8).join(" ");
  return AGENT.test(noun) || /(?:^|\s)\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+)*\W*$/u.test(words.trimEnd())
    ? []
    : null;
}

const SPOKEN =
  /\b(?:said|says|repl(?:ied|ies)|answer(?:ed|s)|told|responded|insisted|remarked|observed|added)\b/i;

/** The body whose own voice a readout's "we" and "our client" are, or null. */
function houseIn(words: string, article: Article, prepared: Prepared): Named[] | null {
  const house =
    article.kind === "readout" && /\b(?:we|our)\b/i.test(words) ? prepared.narrator(article.id) : null;
  return house === null ? null : [{ id: house, start: 0, end: 0 }];
}

/** A sentence that shows no answer, and the place in it before which its subject stands. */
interface Shown {
  sentence: Sentence;
  at: number;
}

/** What shows that a question, which a report tells of, got no answer; null where nothing does. */
function unanswered(
  sentences: readonly Sentence[],
  n: number,
  put: RegExpExecArray,
  open: string,
): Shown | null {
  const own = sentences[n]!;
  const interrogative = put.groups?.question ?? put.groups?.question2 ?? "";
  const from = put.index + put[0].length - interrogative.length;
  const next = sentences[n + 1]?.paragraph === own.paragraph ? sentences[n + 1]! : null;
  // "Asked whether he had signed, Mr. Voss smiled."
  if (/^(?:when |being |once |if )?asked/i.test(open.trimStart())) {
    const rest = open.slice(from);
    const verb = SPOKEN.exec(rest);
    const comma = verb ? rest.lastIndexOf(", ", verb.index) : rest.indexOf(", ");
    if (comma < 0) return null;
    if (!verb) return INSTEAD.test(rest.slice(comma)) ? { sentence: own, at: own.text.length } : null;
    const reply = replyIn(own.text.slice(from + comma));
    const more =
      next && /^["“‘']|\b(?:he|she|it|they) (?:added|said)\b/.test(next.text) ? ` ${next.text}` : "";
    return reply !== null && dodges(own.text.slice(from, from + comma), reply + more)
      ? { sentence: own, at: from + verb.index }
      : null;
  }
  if (!next) return null;
  const reply = withoutQuotations(next.text);
  const verb = SPOKEN.exec(reply);
  if (verb) {
    const said = replyIn(next.text);
    return said !== null && dodges(own.text.slice(from), said) ? { sentence: next, at: verb.index } : null;
  }
  if (!(INSTEAD.test(reply) || actsInstead(reply)) || ANSWERS.test(next.text.replace(/^["“‘']/, "")))
    return null;
  const later = sentences[n + 2]?.paragraph === own.paragraph ? sentences[n + 2]! : null;
  if (later && ANSWERS.test(later.text)) return null;
  // Where words follow the gesture, they are the answer that is none.
  const speaks = later && /\b(?:said|says)\b/.test(later.text);
  const sentence = speaks ? { ...next, end: later.end, text: `${next.text} ${later.text}` } : next;
  return { sentence, at: sentence.text.length };
}

/** "Mr. Voss, told of this, went to fetch his hat": who is confronted with something and turns to something else. */
const CONFRONTED =
  /,? (?:when |on being )?(?:told|asked|informed|reminded|questioned) (?:of|about) (?:this|that|it|them|these|those|the (?:charge|claim|allegation|remark|matter)s?)(?: [\p{L}]+){0,3}, /u;

function turnedFrom(sentence: Sentence, open: string): Shown | null {
  const confronted = CONFRONTED.exec(open);
  if (!confronted) return null;
  const rest = open.slice(confronted.index + confronted[0].length);
  if (SPOKEN.test(rest) || /["“]/.test(sentence.text) || !INSTEAD.test(rest)) return null;
  return { sentence, at: sentence.text.length };
}

/** The point that the unanswered question is about, where its words are plainly the same. */
function pointFor(statement: string, places: Places): string | null {
  const home = places.pointOf.get(statement);
  if (home !== undefined) return home;
  let best: string | null = null;
  let top = 0.5;
  for (const { other, topic } of places.near.get(statement) ?? []) {
    const point = places.pointOf.get(other);
    if (point !== undefined && topic > top) {
      top = topic;
      best = point;
    }
  }
  return best;
}

interface Places {
  /** Point of each statement that is in one. */
  pointOf: ReadonlyMap<string, string>;
  /** For statements in no point: which others were found to speak of the like, and how surely. */
  near: ReadonlyMap<string, { other: string; topic: number }[]>;
}

function placesOf(points: readonly Point[], context: PointContext): Places {
  const pointOf = new Map<string, string>();
  for (const point of [...points].reverse())
    for (const position of point.positions) for (const id of position.statements) pointOf.set(id, point.id);
  const near = new Map<string, { other: string; topic: number }[]>();
  const put = (id: string, other: string, topic: number) => {
    if (pointOf.has(id)) return;
    const list = near.get(id);
    if (list) list.push({ other, topic });
    else near.set(id, [{ other, topic }]);
  };
  for (const { i, j, result } of context.edges) {
    const [a, b] = [context.claims[i]!.statement, context.claims[j]!.statement];
    put(a, b, result.topic);
    put(b, a, result.topic);
  }
  return { pointOf, near };
}
