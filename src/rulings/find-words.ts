/**
 * Words that are found again in a text whose offsets moved: exact words first, told apart by what stands before and
 * after (the text quote selector of the W3C annotation model), then the same with marks and spaces folded.
 */
import type { Anchor, Span } from "../model.ts";
import { cutsPair, trimSpan } from "../span.ts";

/** Code units kept before and after. */
const AROUND = 32;
/** So many code units around must agree where the words alone are too short to be sure of. */
const TELLING = 8;
const LONG = 20;

/** The anchor of a span: the inverse of `findWords`. */
export function anchorAt(text: string, { start, end }: Span): Anchor {
  let before = Math.max(0, start - AROUND);
  let after = Math.min(text.length, end + AROUND);
  if (cutsPair(text, before)) before++;
  if (cutsPair(text, after)) after--;
  return {
    exact: text.slice(start, end),
    prefix: text.slice(before, start),
    suffix: text.slice(end, after),
    start,
  };
}

/** Where the anchor's words stand in a text; null where they don't, or where nothing tells which of several it is. */
export function findWords(text: string, anchor: Anchor): Span | null {
  const { exact, prefix, suffix, start } = anchor;
  if (exact === "") return null;
  // Mostly the text is the very same.
  if (start >= prefix.length && text.startsWith(prefix + exact + suffix, start - prefix.length))
    return { start, end: start + exact.length };
  const whole = find(text, anchor, anchor.exact);
  if (whole) return whole;
  const needle = fold(anchor.exact).text;
  // Folding leaves letters as they are: no need to fold a whole text in which a word of these is not.
  if (needle === "" || !needle.split(/[ "'-]/).every((word) => text.includes(word))) return null;
  const folded = fold(text);
  const at = find(
    folded.text,
    { ...anchor, prefix: fold(anchor.prefix).text, suffix: fold(anchor.suffix).text },
    needle,
  );
  return at && trimSpan(text, { start: folded.at[at.start]!, end: folded.at[at.end - 1]! + 1 });
}

function find(text: string, anchor: Anchor, exact: string): Span | null {
  const span = (start: number) => ({ start, end: start + exact.length });
  let best: { start: number; around: number } | null = null;
  let count = 0;
  for (let start = text.indexOf(exact); start >= 0; start = text.indexOf(exact, start + 1)) {
    count++;
    const around = agreeing(text, start, start + exact.length, anchor);
    const far = (at: number) => Math.abs(at - anchor.start);
    if (!best || around > best.around || (around === best.around && far(start) < far(best.start)))
      best = { start, around };
    // One letter in a long book: enough seen.
    if (count > 5000) break;
  }
  if (!best) return null;
  const sure = best.around >= Math.min(TELLING, anchor.prefix.length + anchor.suffix.length);
  return sure || (count === 1 && exact.length >= LONG) ? span(best.start) : null;
}

/** How many code units before and after agree with the anchor. */
function agreeing(text: string, start: number, end: number, { prefix, suffix }: Anchor): number {
  let before = 0;
  while (before < prefix.length && text[start - 1 - before] === prefix[prefix.length - 1 - before]) before++;
  let after = 0;
  while (after < suffix.length && text[end + after] === suffix[after]) after++;
  return before + after;
}

const MARKS: Record<string, string> = {
  "“": '"',
  "”": '"',
  "„": '"',
  "«": '"',
  "»": '"',
  "‘": "'",
  "’": "'",
  "–": "-",
  "—": "-",
};

/** Typographic marks as plain ones, runs of white space as one space, with the way back to the text. */
function fold(text: string): { text: string; at: number[] } {
  let out = "";
  const at: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text[i]!;
    const space = /\s/.test(unit);
    if (space && (out === "" || out.endsWith(" "))) continue;
    out += space ? " " : (MARKS[unit] ?? unit);
    at.push(i);
  }
  return { text: out, at };
}
