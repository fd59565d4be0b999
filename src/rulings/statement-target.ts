/** A statement as evidence, and the way back: `describeStatement` and `anchorStatement` are inverses. */
import {
  type Article,
  type RoleAnchor,
  type Span,
  STATEMENT_ROLES,
  type Statement,
  type StatementRole,
  type StatementTarget,
} from "../model.ts";
import { sharedLength } from "../span.ts";
import { anchorAt, findWords } from "./find-words.ts";
import { describeMention } from "./mention-target.ts";

/** Words of a role, as evidence. */
export function describePassage(article: Pick<Article, "text">, role: StatementRole, span: Span): RoleAnchor {
  return { role, ...anchorAt(article.text, span) };
}

/** A statement (also one of the document's own voice) as evidence that is found again in another reading. */
export function describeStatement(article: Article, statement: Statement): StatementTarget {
  return {
    type: "statement",
    id: statement.id,
    article: article.id,
    passages: STATEMENT_ROLES.flatMap((role) =>
      statement[role].map((span) => describePassage(article, role, span)),
    ),
    reading: {
      form: statement.form,
      kind: statement.kind,
      act: statement.act,
      negated: statement.negated,
      speakers: statement.speakers.flatMap((id) => {
        const speaker = article.speakers.find((one) => one.id === id);
        return speaker ? [describeMention(article, speaker, statement)] : [];
      }),
    },
  };
}

/** The parts of a statement that its target's words give in an article. */
export type Parts = Record<StatementRole, Span[]>;

/** Where the target's words stand; null where what it mainly consists of is not there. */
export function findParts(text: string, target: Pick<StatementTarget, "passages">): Parts | null {
  const parts: Parts = { source: [], cue: [], content: [], refersTo: [], addressee: [], medium: [] };
  let main = 0;
  for (const anchor of target.passages) {
    const span = findWords(text, anchor);
    const weighs = anchor.role === "content" || anchor.role === "cue" || anchor.role === "source";
    if (span) parts[anchor.role].push(span);
    if (!weighs) continue;
    if (!span) return null;
    main++;
  }
  for (const role of STATEMENT_ROLES) parts[role].sort((a, b) => a.start - b.start);
  return main > 0 ? parts : null;
}

/** How a target was found: by its id, by all of its words, or in what stands nearest to them. */
type How = "id" | "words" | "overlap";

export interface FoundStatement<S> {
  statement: S;
  how: How;
}

/** Below this, what stands in the place of a statement is another one. */
const LIKE = 0.4;

/**
 * The statement that a target means among an article's: the one of its id, the one with just its words, else the one
 * that overlaps most with them (content first).
 * @param statements with all ids that each has had, and those of other readings' statements that were found in it
 */
export function anchorStatement<
  S extends { statement: Statement; ids: ReadonlySet<string>; also: ReadonlySet<string> },
>(text: string, statements: readonly S[], target: StatementTarget, least = LIKE): FoundStatement<S> | null {
  const named = statements.find(({ ids }) => ids.has(target.id));
  if (named) return { statement: named, how: "id" };
  const before = statements.find(({ also }) => also.has(target.id));
  if (before) return { statement: before, how: "overlap" };
  const parts = findParts(text, target);
  if (!parts) return null;
  let best: S | null = null;
  let top = 0;
  for (const one of statements) {
    const like = likeness(one.statement, parts);
    if (like > top + 1e-9) {
      top = like;
      best = one;
    }
  }
  if (!best || top < least) return null;
  return { statement: best, how: top >= 1 - 1e-9 ? "words" : "overlap" };
}

/** How much of the one's words are the other's, 0..1: content weighs most, the cue tells nested ones apart. */
function likeness(statement: Record<"source" | "cue" | "content", readonly Span[]>, parts: Parts): number {
  const content = shared(statement.content, parts.content);
  const cue = shared(statement.cue, parts.cue);
  const source = shared(statement.source, parts.source);
  const bare = statement.content.length === 0 || parts.content.length === 0;
  const like = 0.55 * content + 0.3 * cue + 0.15 * source;
  // Readings differ most in how far a content reaches: the same words of the same source introduce the same.
  const cued = share(statement.cue, parts.cue) >= 0.8 && source >= 0.5;
  if (cued && (bare || content > 0)) return Math.max(LIKE, like);
  if ((bare ? cue : content) < 0.25) return 0;
  if (cue > 0) return like;
  const who = content >= 0.9 && source >= 0.5;
  // Another cue is another attribution, such as the one that this stands in, unless who says what is the same.
  if (statement.cue.length > 0 && parts.cue.length > 0) return who ? like : 0;
  // So is what nothing introduces, such as a turn, where the other's cue is among the words that it gives.
  const within = share(statement.cue, parts.content) > 0 || share(parts.cue, statement.content) > 0;
  return within ? 0 : like;
}

const sizeOf = (spans: readonly Span[]) => spans.reduce((sum, span) => sum + span.end - span.start, 0);

function common(a: readonly Span[], b: readonly Span[]): number {
  return a.reduce((sum, x) => sum + b.reduce((inner, y) => inner + sharedLength(x, y), 0), 0);
}

/** Dice's coefficient of the characters covered; 1 where both are empty. */
function shared(a: readonly Span[], b: readonly Span[]): number {
  const all = sizeOf(a) + sizeOf(b);
  return all === 0 ? 1 : (2 * common(a, b)) / all;
}

/** How much of the shorter one the other covers; 0 where one is empty. */
function share(a: readonly Span[], b: readonly Span[]): number {
  const least = Math.min(sizeOf(a), sizeOf(b));
  return least === 0 ? 0 : common(a, b) / least;
}
