/**
 * Statements inside statements: finds them level by level and makes them children of what they stand in.
 */
import type { Act, Span, Statement } from "../model.ts";
import { overlaps } from "../span.ts";
import { describe } from "./describe.ts";
import { type Nested, nestedIn } from "./nest.ts";
import { firstEndingAfter, type Page } from "./page.ts";
import { makeStatement } from "./statement.ts";
import { closes, type Word } from "./words.ts";

/** Statements within statements within statements: deeper nesting is noise. */
const DEPTH = 3;

/** Acts that answer a claim of somebody. */
const ANSWERS: ReadonlySet<Act> = new Set([
  "deny",
  "accept",
  "reject",
  "confirm",
  "doubt",
  "agree",
  "praise",
  "criticise",
]);

/**
 * Statements that rules find inside one statement's content, all levels, with `parent`.
 * @param cues cues and sources of the statements that are there already, in text order
 */
export function innerStatements(page: Page, outer: Statement, cues: readonly Span[]): Statement[] {
  const out: Statement[] = [];
  const visit = (parent: Statement, depth: number) => {
    for (const { words, pieces } of stretches(page, parent.content)) {
      const question = words.findLast((w) => !closes(w))?.text === "?";
      for (const nested of nestedIn(words, leadingSubject(words), ANSWERS.has(parent.act))) {
        if (pieces.length > 1) {
          nested.source = nested.source.flatMap((s) => parted(page, s, pieces));
          nested.cue = nested.cue.flatMap((s) => parted(page, s, pieces));
          nested.content = nested.content.flatMap((s) => parted(page, s, pieces));
        }
        if (touches(cues, nested)) continue;
        const child = makeChild(page, parent, nested);
        if (echoes(parent, child) || (question && child.kind !== "speech")) continue;
        out.push(child);
        if (depth < DEPTH) visit(child, depth + 1);
      }
    }
  };
  visit(outer, 1);
  return out;
}

/** "“We reject this,” she said": where the outer statement has the act already, the first person adds nothing. */
function echoes(parent: Statement, child: Statement): boolean {
  const same = child.act === parent.act && child.negated === parent.negated && child.act !== "assert";
  return same && parent.form === "direct" && /^(?:I|[Ww]e)$/.test(child.source[0]?.text ?? "");
}

function makeChild(page: Page, parent: Statement, nested: Nested): Statement {
  const child = makeStatement(page.doc.article.id, page.text, nested, parent.score * nested.confidence);
  child.parent = parent.id;
  describe(page, child, null);
  return child;
}

/** Words of a content that lie in one sentence, and the pieces of the content that they come from. */
interface Stretch {
  words: Word[];
  pieces: Span[];
}

/**
 * A content sentence by sentence. Fragments of one sentence are read as one: in "Ms. Vasarin, he said, had accepted …"
 * the subject stands in the first and its verb in the second.
 */
function stretches(page: Page, content: readonly Span[]): Stretch[] {
  const { sentences } = page.doc;
  const out: (Stretch & { sentence: number })[] = [];
  for (const span of content) {
    for (let i = firstEndingAfter(sentences, span.start); i < sentences.length; i++) {
      const sentence = sentences[i];
      if (!sentence || sentence.start >= span.end) break;
      const piece = { start: Math.max(span.start, sentence.start), end: Math.min(span.end, sentence.end) };
      const words = page.within(piece);
      const last = out.at(-1);
      if (last?.sentence === i) {
        while (last.words.length > 0 && !last.words.at(-1)?.lexical) last.words.pop();
        while (words.length > 0 && !words[0]?.lexical) words.shift();
        last.words.push(...words);
        last.pieces.push(piece);
      } else out.push({ words, pieces: [piece], sentence: i });
    }
  }
  return out;
}

/** A span over a gap between pieces in its parts. */
function parted(page: Page, span: Span, pieces: Span[]): Span[] {
  return pieces.flatMap((piece) => {
    const words = page
      .within({ start: Math.max(span.start, piece.start), end: Math.min(span.end, piece.end) })
      .filter((w, i, all) => w.lexical || (i > 0 && i < all.length - 1) || pieces.length === 1);
    const first = words[0];
    const last = words.at(-1);
    return first && last ? [{ start: first.start, end: last.end }] : [];
  });
}

/** The subject pronoun or name that a clause opens with, for telling whose a second clause is. */
function leadingSubject(words: Word[]): string {
  const lexical = words.filter((w) => w.lexical);
  const first = lexical[0]?.lower === "that" ? lexical[1] : lexical[0];
  return first?.lower ?? "";
}

/** True where a nested statement's own source or cue is part of a statement that is there already. */
function touches(cues: readonly Span[], nested: Nested): boolean {
  return [...nested.cue, ...nested.source].some((span) => {
    const other = cues[firstEndingAfter(cues, span.start)];
    return other !== undefined && overlaps(other, span);
  });
}
