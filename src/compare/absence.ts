import { hashId } from "../id.ts";
import type { Absence, Article, Point } from "../model.ts";
import { extentOf, overlaps, passage } from "../span.ts";
import { type Named, NameFinder, type Sentence, sentencesIn, sourceBefore } from "./named.ts";
import type { PointContext } from "./point.ts";
import { holdersOf, type Prepared } from "./prepare.ts";
import { rootsOf, sentencesOf, sharedRoots } from "./quotation.ts";
import { ANSWERS, INSTEAD, PUT, refusesIn, type SilenceKind, silencesIn } from "./refusal.ts";
import { unmentioned } from "./unmentioned.ts";

/** Somebody's silence, before it is an absence. */
interface Found {
  kind: SilenceKind;
  /** Holders; [] where the text doesn't tell who. */
  speakers: string[];
  start: number;
  end: number;
  /** The statement that it stands in, or that asks what was not answered. */
  statement: string | null;
}

/** Who would not answer, who could not be reached, and what a side's own readout leaves out. */
export function absencesOf(points: readonly Point[], context: PointContext): Absence[] {
  const { prepared } = context;
  const places = placesOf(points, context);
  const names = new NameFinder(prepared);
  const found: Absence[] = [];
  for (const article of prepared.articles) {
    const silences =
      article.kind === "transcript" ? inTurns(article, prepared) : inReport(article, prepared, names);
    for (const one of silences)
      for (const speaker of one.speakers.length > 0 ? one.speakers : [null])
        found.push({
          id: hashId("b", article.id, one.start, one.end, speaker),
          kind: one.kind,
          speaker,
          article: article.id,
          point: one.statement === null ? null : pointFor(one.statement, places),
          evidence: [{ ...passage(article.text, one.start, one.end), article: article.id }],
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
function inReport(article: Article, prepared: Prepared, names: NameFinder): Found[] {
  const found: Found[] = [];
  const sentences = sentencesIn(article.text);
  const tops = article.statements.map((statement) => ({ statement, ...extentOf(statement) }));
  const add = (one: Found) => {
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
        : subjectOf(sentence, silence.start, article, prepared, names, sentences[n - 1] ?? null);
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
    if (put) {
      const dodged = instead(sentences, n, put.index + put[0].length, open);
      if (dodged) {
        const who = subjectOf(dodged, dodged.text.length, article, prepared, names, sentence) ?? [];
        const asked = tops.find((one) => overlaps(one, sentence));
        add({
          kind: "no-answer",
          speakers: who.slice(0, 1).map((one) => one.id),
          ...sentenceSpan(dodged),
          statement: asked?.statement.id ?? null,
        });
      }
    }
  }
  for (const { statement } of tops) {
    if (statement.form === "indirect" || statement.parent !== null) continue;
    for (const content of statement.content) {
      if (!/^["“‘'«„]/.test(content.text)) continue;
      const refused = refusesIn(content.text);
      if (refused)
        add({
          kind: "declined",
          speakers: holdersOf(statement, prepared),
          start: content.start,
          end: content.end,
          statement: statement.id,
        });
    }
  }
  return found;
}

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
    if (last) return mentions.filter((one) => one.start === last.start && one.end === last.end).slice(0, 2);
    const pronoun = /\b(?:he|she|they|it|i|we)\b/i.test(own);
    if (pronoun) {
      const near =
        before && before.paragraph === sentence.paragraph ? names.in(blank(before.text), before.start) : [];
      return near.slice(0, 1);
    }
  }
  words = blank(words);
  const noun = words.trim().split(/\s+/).slice(-8).join(" ");
  return AGENT.test(noun) || /(?:^|\s)\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+)*\W*$/u.test(words.trimEnd())
    ? []
    : null;
}

/** The sentence that shows no answer to a question that a report tells of, or null. */
function instead(sentences: readonly Sentence[], n: number, after: number, open: string): Sentence | null {
  const own = sentences[n]!;
  // "Asked whether he had signed, Mr. Voss smiled."
  const rest = open.slice(after);
  const comma = rest.indexOf(", ");
  if (/^asked|^when asked|^being asked/i.test(open.trimStart()) && comma >= 0) {
    const reply = rest.slice(comma);
    if (/\b(?:said|says|replied|answered|told|responded|insisted)\b/i.test(reply) || !INSTEAD.test(reply))
      return null;
    return own;
  }
  const next = sentences[n + 1];
  if (!next || next.paragraph !== own.paragraph) return null;
  const later = sentences[n + 2];
  const reply = withoutQuotations(next.text);
  if (!INSTEAD.test(reply) || /\b(?:said|says|replied|answered|told)\b/i.test(reply)) return null;
  if (ANSWERS.test(next.text.replace(/^["“‘']/, ""))) return null;
  if (later && later.paragraph === own.paragraph && ANSWERS.test(later.text)) return null;
  // Where words follow the gesture, they are the answer that is none.
  const speaks = later && later.paragraph === own.paragraph && /\b(?:said|says)\b/.test(later.text);
  return speaks ? { ...next, end: later.end, text: `${next.text} ${later.text}` } : next;
}

/** Who keeps order or asks for a living: their turns answer nothing. */
const CHAIR =
  /\b(?:moderator|speaker|president of the|chair(?:man|woman)?$|operator|host|presenter|reporter|question|interviewer|clerk)\b/i;
const REBUKE =
  /\b(?:not an answer|no answer|(?:did|have|has)(?: not|n['’]t) answer(?:ed)?|answer (?:the|my) question|not what i asked|my question was|dodg|evad)/i;
/** Words that take up a question: the speaker's own doings, what was asked pointed back to, figures, yes and no. */
const TAKEN_UP =
  /\b(?:i|we|my|our|me|us|it|that|they|them|there|yes|no|not|never|nobody|none|nothing)\b|n['’]t\b|\d/i;
const FIGURE =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|yesterday|today|tonight|next|last)\b/i;

/** Refusals in a transcript's turns, and turns that answer a question with something else. */
function inTurns(article: Article, prepared: Prepared): Found[] {
  const turns = article.statements
    .filter((one) => one.parent === null && one.form === "direct" && one.content.length > 0)
    .sort((a, b) => a.content[0]!.start - b.content[0]!.start);
  const found: Found[] = [];
  for (const [n, turn] of turns.entries()) {
    const [first, last] = [turn.content[0]!, turn.content.at(-1)!];
    const text = article.text.slice(first.start, last.end);
    const holders = holdersOf(turn, prepared);
    const name = `${turn.source.map((p) => p.text).join(" ")} ${holders.map((id) => prepared.index.nameOf.get(id) ?? "").join(" ")}`;
    if (
      CHAIR.test(
        turn.source
          .map((p) => p.text)
          .join(" ")
          .trim(),
      )
    )
      continue;
    const refused = refusesIn(text);
    if (refused) {
      const refusing = sentencesIn(text).filter(
        (one) => (one.start < refused.end && refused.start < one.end) || refusesIn(one.text),
      );
      const at = refusing.length > 0 ? { start: refusing[0]!.start, end: refusing.at(-1)!.end } : refused;
      found.push({
        kind: "declined",
        speakers: holders,
        start: first.start + at.start,
        end: first.start + at.end,
        statement: turn.id,
      });
      continue;
    }
    const question = turns[n - 1];
    if (!question || CHAIR.test(name.trim())) continue;
    const asker = holdersOf(question, prepared);
    const asked = question.content.map((p) => p.text).join(" ");
    if (asker.some((id) => holders.includes(id)) || !/\?["”’']?\s*$/.test(asked) || /\?/.test(text)) continue;
    const next = turns[n + 1];
    const rebuked =
      next !== undefined &&
      REBUKE.test(next.content.map((p) => p.text).join(" ")) &&
      !holdersOf(next, prepared).some((id) => holders.includes(id));
    if (!rebuked) {
      if (TAKEN_UP.test(text) || FIGURE.test(text) || text.split(/\s+/).length < 5) continue;
      const roots = [asked, text].map((words) => rootsOf(sentencesOf([words]).flat())) as [
        Set<string>,
        Set<string>,
      ];
      if (sharedRoots(...roots) > 0) continue;
    }
    found.push({
      kind: "no-answer",
      speakers: holders,
      start: first.start,
      end: last.end,
      statement: question.id,
    });
  }
  return found;
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
