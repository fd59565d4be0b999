/**
 * The protocol of CofeNet (Wang et al., COLING 2022): paragraphs apart, loose fragments per role, token-exact, no
 * linking and no trimming. Tokens are words, numbers and single marks; a fragment that crosses a paragraph
 * border is cut there.
 */
import type { Span } from "../model.ts";
import type { Attribution } from "./brat.ts";
import { type Counts, ROLES, type ScoredRole } from "./score.ts";

/** Start and end of every token: runs of letters, digits and combining marks, or one other character. */
export function tokenise(text: string): Span[] {
  const tokens: Span[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu))
    tokens.push({ start: match.index, end: match.index + match[0].length });
  return tokens;
}

/** Counts per role: a fragment is right where its first and last token agree with a gold fragment's. */
export function scoreCofenet(
  text: string,
  predicted: readonly Attribution[],
  gold: readonly Attribution[],
): Record<ScoredRole, Counts> {
  const tokens = tokenise(text);
  const borders = [...text.matchAll(/\n\s*/g)].map((m) => m.index);
  const counts = {} as Record<ScoredRole, Counts>;
  for (const role of ROLES) {
    const mine = fragments(predicted, role, tokens, borders);
    const theirs = fragments(gold, role, tokens, borders);
    const right = [...mine].filter((k) => theirs.has(k)).length;
    counts[role] = { right, predicted: mine.size, gold: theirs.size };
  }
  return counts;
}

function fragments(
  list: readonly Attribution[],
  role: ScoredRole,
  tokens: readonly Span[],
  borders: readonly number[],
): Set<string> {
  const keys = new Set<string>();
  for (const attribution of list) {
    for (const span of attribution[role]) {
      const cuts = borders.filter((b) => span.start < b && b < span.end);
      const edges = [span.start, ...cuts, span.end];
      for (let i = 0; i + 1 < edges.length; i++) {
        const first = firstToken(tokens, edges[i]!);
        const last = firstToken(tokens, edges[i + 1]!) - 1;
        if (first <= last) keys.add(`${first}-${last}`);
      }
    }
  }
  return keys;
}

/** Index of the first token that ends after `offset` (binary search). */
function firstToken(tokens: readonly Span[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
