import type { Statement } from "../model.ts";
import { contains } from "../span.ts";
import type { Context } from "./context.ts";
import { spanAt, tokenAt } from "./tokens.ts";

/** Where a statement without a source of its own takes its holder from. */
export interface Inheritance {
  /** Another statement's holder, … */
  from: string | null;
  /** … or an entity. */
  entity: number;
  mention: number;
  score: number;
}

/** First and last character of all parts. */
export function extent(statement: Statement): { start: number; end: number } {
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const part of [...statement.source, ...statement.cue, ...statement.content]) {
    start = Math.min(start, part.start);
    end = Math.max(end, part.end);
  }
  return { start: Number.isFinite(start) ? start : 0, end };
}

/**
 * Rules for statements that name nobody: a floating quotation belongs to the speaker of the quotation beside it in its
 * paragraph, of the one it continues, or of the paragraph before; a participle or a second verb ("…, adding that",
 * "and warned that") to the subject of its sentence; a passive ("it is expected") to nobody.
 * @param top statements without parent in text order
 */
export function inherit(
  context: Context,
  statement: Statement,
  top: readonly Statement[],
  position: number,
): Inheritance | null {
  return statement.cue.length > 0
    ? fromSentence(context, statement, top, position)
    : fromNeighbour(context, statement, top, position);
}

const PASSIVE =
  /\b(?:is|are|was|were|be|been|being|get|gets|got)(?:\s+\w+ly|\s+also|\s+widely|\s+now)*\s+\w+(?:ed|n|t|id)\b|^\s*(?:\w+ly\s+)?(?:reported|alleged|expected|believed|said|known|thought|understood|rumou?red|reputed)(?:ly)?\s+to\b|\breportedly\b|\ballegedly\b|\bsupposedly\b/i;

function fromSentence(
  context: Context,
  statement: Statement,
  top: readonly Statement[],
  position: number,
): Inheritance | null {
  const { tokens } = context.mentions;
  const cue = statement.cue[0]!;
  const first = tokenAt(tokens, cue.start);
  const token = tokens[first];
  if (!token) return null;
  const around = `${tokens[first - 2]?.lower ?? ""} ${tokens[first - 1]?.lower ?? ""} ${cue.text}`;
  if (
    PASSIVE.test(cue.text) ||
    /\b(?:is|are|was|were|been|be|being) [\w'-]+(?:ed|n|t|id)$/i.test(
      around.trim().split(/\s+/).slice(0, 4).join(" "),
    ) ||
    /\bit\b/i.test(`${tokens[first - 1]?.lower}`)
  )
    return null;
  const before = tokens[first - 1];
  const second = before !== undefined && /^(?:and|but|or|then|,)$/.test(before.lower);
  // "Asked whether …, she said": who asks is not told
  if (token.first && /^(?:asked|pressed|questioned|quizzed)\b/i.test(cue.text)) return null;
  const participle = /^\w+ing\b/i.test(cue.text) || /^(?:asked|told|pressed|questioned)\b/i.test(cue.text);
  const infinitive = before?.lower === "to";
  const continued = statement.content.length > 0 && token.first && /^(?:added|and|also)/i.test(cue.text);
  if (!second && !participle && !infinitive && !continued) return null;
  const sentence = token.sentence;
  // the nearest earlier statement of the sentence that names its source outside its own content
  for (let k = position - 1; k >= 0; k--) {
    const other = top[k]!;
    const head = context.heads.get(other.id)?.[0];
    if (!head) continue;
    if (head.sentence < sentence - 1) break;
    if (head.sentence !== sentence) continue;
    if (other.content.some((part) => contains(part, cue))) continue;
    return { from: other.id, entity: -1, mention: head.id, score: second ? 0.85 : 0.8 };
  }
  // the subject of the sentence
  const subjects = (context.mentions.bySentence.get(sentence) ?? []).filter(
    (mention) => mention.inside < 0 && mention.form !== "relative",
  );
  const earlier = subjects.filter(
    (mention) =>
      mention.last < first &&
      mention.grammar === "subject" &&
      !statement.content.some((part) => contains(part, mention)),
  );
  const chosen =
    earlier[0] ??
    (participle
      ? subjects.find((mention) => mention.first > first && mention.grammar === "subject")
      : undefined);
  const reference = chosen ? context.references.get(chosen.id) : undefined;
  if (!chosen || !reference || reference.entities.length !== 1) return null;
  const { type } = context.entities[reference.entities[0]!]!;
  if (type === "document" && infinitive) return null;
  return { from: null, entity: reference.entities[0]!, mention: chosen.id, score: 0.66 };
}

function fromNeighbour(
  context: Context,
  statement: Statement,
  top: readonly Statement[],
  position: number,
): Inheritance | null {
  const { doc } = context;
  const span = extent(statement);
  const paragraph = spanAt(doc.paragraphs, span.start);
  const token = context.mentions.tokens[tokenAt(context.mentions.tokens, span.start)];
  const around = token && token.quotation >= 0 ? doc.quotations[token.quotation]! : null;
  const next = context.mentions.tokens[tokenAt(context.mentions.tokens, span.start) + 1];
  const opened = around ?? (next && next.quotation >= 0 ? doc.quotations[next.quotation]! : null);
  const quotation = opened && opened.start <= span.start + 1 && opened.end >= span.end - 1 ? opened : null;
  // runs on from the paragraph before
  if (quotation?.continues !== null && quotation?.continues !== undefined) {
    const origin = doc.quotations[quotation.continues];
    const holder = origin
      ? nearest(
          top,
          position,
          (other) =>
            other.content.some((part) => part.start < origin.end && origin.start < part.end) &&
            other.id !== statement.id,
        )
      : null;
    if (holder) return { from: holder.id, entity: -1, mention: -1, score: 0.93 };
  }
  // beside another of the same paragraph
  const same: { statement: Statement; distance: number }[] = [];
  for (let k = position - 1; k >= 0 && k > position - 12; k--) {
    const other = top[k]!;
    const at = extent(other);
    if (spanAt(doc.paragraphs, at.start) !== paragraph) break;
    if (other.form !== "indirect" && (context.heads.get(other.id)?.length ?? 0) > 0)
      same.push({ statement: other, distance: span.start - at.end });
  }
  for (let k = position + 1; k < top.length && k < position + 12; k++) {
    const other = top[k]!;
    const at = extent(other);
    if (spanAt(doc.paragraphs, at.start) !== paragraph) break;
    if (other.form !== "indirect" && (context.heads.get(other.id)?.length ?? 0) > 0)
      same.push({ statement: other, distance: at.start - span.end + 20 });
  }
  same.sort((a, b) => a.distance - b.distance);
  if (same[0]) return { from: same[0].statement.id, entity: -1, mention: -1, score: 0.85 };
  // introduced by the sentence before: "Mr. Ruiz was angry. “No way.”" or by a colon
  const introduced = lastSubject(context, span.start, paragraph);
  // the speaker of the paragraph before goes on, unless two have taken turns
  const before = nearest(top, position, (other) => {
    const at = spanAt(doc.paragraphs, extent(other).start);
    return other.form !== "indirect" && (at === paragraph - 1 || at === paragraph - 2);
  });
  if (introduced !== null) {
    const entity = context.references.get(introduced)!.entities[0]!;
    return { from: null, entity, mention: introduced, score: 0.68 };
  }
  if (before) {
    const beforeThat = nearest(
      top,
      positionOf(top, before, position),
      (other) => other.form !== "indirect" && spanAt(doc.paragraphs, extent(other).start) >= paragraph - 4,
    );
    const floats = before.source.length === 0 && beforeThat !== null && beforeThat.source.length > 0;
    const dialogue = dialogueOf(context, top, position);
    if (dialogue) return { from: dialogue, entity: -1, mention: -1, score: 0.66 };
    return { from: before.id, entity: -1, mention: -1, score: floats ? 0.6 : 0.72 };
  }
  return null;
}

/** Short lines one a paragraph, two speakers before: the one before the last speaks again. */
function dialogueOf(context: Context, top: readonly Statement[], position: number): string | null {
  const { doc } = context;
  const paragraph = (k: number) => spanAt(doc.paragraphs, extent(top[k]!).start);
  const [a, b] = [position - 2, position - 1];
  if (a < 0 || paragraph(b) !== paragraph(position) - 1 || paragraph(a) !== paragraph(b) - 1) return null;
  const whole = (k: number) => {
    const span = doc.paragraphs[paragraph(k)];
    return (
      span !== undefined &&
      span.end - span.start < 160 &&
      /^[“"‘']/.test(doc.article.text.slice(span.start, span.start + 1))
    );
  };
  if (!whole(a) || !whole(b) || !whole(position)) return null;
  const heads = (k: number) => context.heads.get(top[k]!.id)?.[0];
  const [x, y] = [heads(a), heads(b)];
  const idOf = (id: number | undefined) =>
    id === undefined ? undefined : context.references.get(id)?.entities[0];
  if (x && y && idOf(x.id) !== idOf(y.id)) return top[a]!.id;
  return null;
}

/** Index of a statement at most 30 places before another. */
function positionOf(top: readonly Statement[], statement: Statement, position: number): number {
  for (let k = position - 1; k >= 0; k--) if (top[k] === statement) return k;
  return 0;
}

function lastSubject(context: Context, start: number, paragraph: number): number | null {
  const { tokens, bySentence } = context.mentions;
  const at = tokenAt(tokens, start);
  const previous = tokens[at - 1];
  if (!previous || previous.paragraph !== paragraph) return null;
  const subject = (bySentence.get(previous.sentence) ?? []).find(
    (mention) =>
      mention.last < at &&
      mention.grammar === "subject" &&
      mention.inside < 0 &&
      mention.form !== "relative" &&
      mention.quotation < 0,
  );
  const reference = subject ? context.references.get(subject.id) : undefined;
  if (!subject || !reference || reference.entities.length !== 1) return null;
  const { type } = context.entities[reference.entities[0]!]!;
  return type === "person" || type === "unnamed" ? subject.id : null;
}

function nearest(
  top: readonly Statement[],
  position: number,
  accept: (statement: Statement) => boolean,
): Statement | null {
  for (let k = position - 1; k >= 0 && k > position - 30; k--) if (accept(top[k]!)) return top[k]!;
  return null;
}
