/**
 * A statement from its spans, all else unknown yet.
 */
import { statementId } from "../id.ts";
import type { Passage, Span, Statement } from "../model.ts";
import { passages } from "../span.ts";

export interface Roles {
  source: Span[];
  cue: Span[];
  content: Span[];
}

/** A plain assertion with the given spans; the caller sets what it finds out. */
export function makeStatement(article: string, text: string, roles: Roles, score: number): Statement {
  return {
    id: statementId(article, roles),
    source: passages(text, roles.source),
    cue: passages(text, roles.cue),
    content: passages(text, roles.content),
    refersTo: [],
    form: "indirect",
    kind: "speech",
    act: "assert",
    negated: false,
    parent: null,
    addressee: [],
    medium: [],
    speakers: [],
    via: [],
    speakerScore: null,
    guess: null,
    saidAt: null,
    score: Math.round(Math.min(1, Math.max(0, score)) * 1e4) / 1e4,
  };
}

/** All passages of the three roles in text order. */
export function partsOf(statement: Statement): Passage[] {
  return [...statement.source, ...statement.cue, ...statement.content].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  );
}

/** Where a statement stands in the text: its first part; without a cue its content (a label may stand far above). */
export function startOf(statement: Statement): number {
  const label = statement.cue.length === 0 ? statement.content[0] : undefined;
  return label?.start ?? partsOf(statement)[0]?.start ?? 0;
}

/** Last character of a statement in the text. */
export function endOf(statement: Statement): number {
  return partsOf(statement).reduce((end, p) => Math.max(end, p.end), 0);
}
