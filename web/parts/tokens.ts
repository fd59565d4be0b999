/** A text as words and marks that can be labelled one by one, and the passages that labels make. */
import type { Span } from "../../src/model.ts";

export const ROLES = ["source", "cue", "content"] as const;
export type SpanRole = (typeof ROLES)[number];
export type Roles = Record<SpanRole, Span[]>;

export interface Token extends Span {
  text: string;
  /** What stands between it and the one before. */
  gap: string;
}

/** Words with what joins their parts ("well-known", "3.5", "don’t"), else single characters that are no white space. */
const TOKEN = /[\p{L}\p{N}\p{M}]+(?:[’'.,\-–][\p{L}\p{N}\p{M}]+)*|\P{White_Space}/gu;

/** Tokens of the stretch `from` to `to` of a text; positions count in the whole text. */
export function tokens(text: string, from: number, to: number): Token[] {
  const out: Token[] = [];
  let before = from;
  for (const match of text.slice(from, to).matchAll(TOKEN)) {
    const start = from + match.index;
    const end = start + match[0].length;
    out.push({ start, end, text: match[0], gap: text.slice(before, start) });
    before = end;
  }
  return out;
}

/** Each token's role; null where it has none. */
export function labelsOf(list: readonly Token[], roles: Roles): (SpanRole | null)[] {
  return list.map((t) => ROLES.find((r) => roles[r].some((s) => s.start < t.end && t.start < s.end)) ?? null);
}

/** Marks that close what stands before them. */
const CLOSING = /^[.,;:!?…)\]}”’»]+$/u;
const WORD = /[\p{L}\p{N}]/u;

/** A passage without the closing marks at its beginning; nothing where it has no word. What was there before stays. */
function inner(list: readonly Token[], span: Span, before: readonly Span[]): Span[] {
  if (before.some((s) => s.start === span.start && s.end === span.end)) return [span];
  const own = list.filter((t) => span.start <= t.start && t.end <= span.end);
  if (own.length === 0) return [span];
  const first = own.find((t) => !CLOSING.test(t.text));
  if (!first || !own.some((t) => WORD.test(t.text))) return [];
  return [{ start: first.start, end: span.end }];
}

/**
 * The passages that labels make: neighbours with one role are one passage. A role whose tokens are as before keeps its
 * passages to the letter, since they may begin or end within a token.
 */
export function rolesOf(list: readonly Token[], labels: readonly (SpanRole | null)[], before: Roles): Roles {
  const was = labelsOf(list, before);
  const out: Roles = { source: [], cue: [], content: [] };
  for (const role of ROLES) {
    if (labels.every((l, i) => (l === role) === (was[i] === role))) {
      out[role] = before[role];
      continue;
    }
    // Passages outside of the shown stretch are not the labels' to change.
    const [first, last] = [list[0]?.start ?? 0, list.at(-1)?.end ?? 0];
    out[role] = before[role].filter((s) => s.end <= first || s.start >= last);
    list.forEach((token, i) => {
      if (labels[i] !== role) return;
      const open = out[role].at(-1);
      if (i > 0 && labels[i - 1] === role && open) open.end = token.end;
      else out[role].push({ start: token.start, end: token.end });
    });
    // What closed the sentence before is no part of a passage, and marks alone are none.
    out[role] = out[role].flatMap((s) => inner(list, s, before[role])).sort((a, b) => a.start - b.start);
  }
  return out;
}
