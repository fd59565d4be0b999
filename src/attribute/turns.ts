/**
 * A transcript's turns as direct statements: the label is the source, each paragraph of the body a content.
 */
import type { Act, Passage, Span, Statement, Turn } from "../model.ts";
import { passage, trimSpan } from "../span.ts";
import { likelierAct } from "./act.ts";
import { declines } from "./decline.ts";
import { lemmaIn } from "./lemma.ts";
import { VERBS } from "./lexicon.ts";
import { firstEndingAfter, type Page } from "./page.ts";
import { makeStatement } from "./statement.ts";

/** Nothing but a stage direction: "(Laughter.)", "[crosstalk]". */
const DIRECTION = /^(?:\([^)]*\)|\[[^\]]*\])$/;
/** A label with its speaker and a body under it is certain but for the parting into paragraphs. */
const TURN_SCORE = 0.95;

/** One statement per paragraph of each turn, in text order. */
export function turnStatements(page: Page): Statement[] {
  const out: Statement[] = [];
  let asked: Statement | null = null;
  for (const turn of page.doc.turns) {
    const parts = paragraphsOf(page, turn);
    let first: Statement | null = null;
    for (const part of parts) {
      const statement = makeStatement(
        page.doc.article.id,
        page.text,
        { source: [{ start: turn.label.start, end: turn.label.end }], cue: [], content: [part] },
        TURN_SCORE,
      );
      statement.form = "direct";
      const reading = readTurn(page, turn, part, first === null && asked !== null);
      statement.act = likelierAct(page.doc.acts, [part], reading.act, statement.kind);
      statement.negated = reading.negated;
      if (first === null && asked && reading.elliptic) statement.refersTo = questionOf(page, asked);
      first ??= statement;
      out.push(statement);
    }
    const last = out.at(-1);
    asked = last && parts.length > 0 && last.act === "ask" ? last : null;
  }
  return out;
}

/** The last question of a turn; its content where the sentences don't show one. */
function questionOf(page: Page, asked: Statement): Passage[] {
  const content = asked.content.at(-1);
  if (!content) return [];
  const { sentences } = page.doc;
  let found: Span | null = null;
  for (let i = firstEndingAfter(sentences, content.start); i < sentences.length; i++) {
    const sentence = sentences[i];
    if (!sentence || sentence.end > content.end) break;
    const own = { start: Math.max(sentence.start, content.start), end: sentence.end };
    // "Ms. Orsik?" asks for attention only.
    if (page.text.charAt(own.end - 1) === "?" && page.within(own).length > 3) found = own;
  }
  return found ? [passage(page.text, found.start, found.end)] : asked.content;
}

function paragraphsOf(page: Page, turn: Turn): Span[] {
  const { paragraphs } = page.doc;
  const parts: Span[] = [];
  for (let i = firstEndingAfter(paragraphs, turn.body.start); i < paragraphs.length; i++) {
    const paragraph = paragraphs[i];
    if (!paragraph || paragraph.start >= turn.body.end) break;
    const part = trimSpan(page.text, {
      start: Math.max(paragraph.start, turn.body.start),
      end: Math.min(paragraph.end, turn.body.end),
    });
    if (part && !DIRECTION.test(page.text.slice(part.start, part.end))) parts.push(part);
  }
  return parts;
}

const PERFORMATIVE =
  /^(?:(?:no|yes|well|look|again|so|and|but)[,.]?\s+)*(?:i|we)\s+(?:(do not|don't|never|cannot|can't)\s+)?(?:(?:\w+ly|do|can|also|want to|would like to|have to|must)\s+)*(\w+)/i;
/** Acts that a speaker does by saying so. */
const PERFORMED = new Set<Act>(
  "deny confirm accept reject doubt accuse warn promise threaten demand propose ask agree praise criticise".split(
    " ",
  ) as Act[],
);
const NOT_PERFORMED = new Set(
  "press push need commit order question defend introduce challenge object second".split(" "),
);

/** "That’s not true": what was said just before is denied; "they are wrong" rejects it. */
const FALSE =
  /^(?:(?:no|well|look)[,.]?\s+)?(?:that|it|this)(?:'s| is| was) (?:\w+ly |just )?(?:not (?:true|so|right|correct|the case)|false|untrue|an? (?:\w+ )?lie|nonsense)\b/i;
const WRONG =
  /^(?:(?:no|well|look)[,.]?\s+)?(?:they|he|she|you)(?: are| is|'re|'s) (?:\w+ly |just )?(?:wrong|mistaken)\b/i;

interface TurnReading {
  act: Act;
  negated: boolean;
  /** True where the answer lives on the question: "She did.", "No." */
  elliptic: boolean;
}

function readTurn(page: Page, turn: Turn, part: Span, answers: boolean): TurnReading {
  const text = page.text.slice(part.start, part.end).replaceAll("’", "'");
  const plain = (act: Act): TurnReading => ({ act, negated: false, elliptic: false });
  if (turn.kind === "question" || /\?["'”]?$/.test(text)) return plain("ask");
  const pieces = text.split(/(?<=[.?!])\s+/);
  const declined = pieces.findIndex((piece) => declines(piece));
  if (declined >= 0 && (pieces.length <= 3 || declined === 0))
    return { act: "decline", negated: false, elliptic: false };
  const performative = PERFORMATIVE.exec(text);
  const verb = performative?.[2] ? lemmaIn(performative[2].toLowerCase(), VERBS) : null;
  const sense = verb && !NOT_PERFORMED.has(verb) ? VERBS.get(verb) : undefined;
  if (sense && PERFORMED.has(sense.act) && !/ed$/.test(performative?.[2] ?? ""))
    return {
      act: sense.act,
      negated: performative?.[1] !== undefined,
      elliptic: /^\w+ (?:\w+ )?\w+ (?:that|it|this)\b/i.test(text),
    };
  if (FALSE.test(text)) return { act: "deny", negated: false, elliptic: false };
  if (WRONG.test(text)) return { act: "reject", negated: false, elliptic: false };
  if (answers) {
    const opening = pieces[0] ?? "";
    if (
      /^(?:no|not at all|never|absolutely not|of course not|certainly not)\b(?! (?:one|comment|doubt|problem))/i.test(
        opening,
      )
    )
      return { act: "deny", negated: false, elliptic: true };
    if (
      /^(?:yes|yeah|absolutely|correct|that's (?:right|correct)|of course|certainly|indeed|right|exactly)\b/i.test(
        opening,
      )
    )
      return { act: "confirm", negated: false, elliptic: true };
    if (
      /^(?:i|he|she|it|they|we|you|there) (?:did|was|is|are|were|does|do|have|has|had|will|would|can|could)[.,]/i.test(
        opening,
      )
    )
      return { act: "confirm", negated: false, elliptic: true };
    if (
      /^(?:i|he|she|it|they|we|you|there) (?:(?:did|was|is|are|were|does|do|have|has|had|will|would|can|could) not|(?:\w+)n't|won't)[.,]/i.test(
        opening,
      )
    )
      return { act: "deny", negated: false, elliptic: true };
  }
  return plain("assert");
}
