/** Words of a document in quotation marks; marks that already stand in them become single ones. */
import { bare } from "../../src/report/words.ts";

/** A straight mark opens where something begins, else it closes. */
const OPENS = /(^|[\s([{–—-])"/gu;

export function quoted(text: string): string {
  const flat = text.replace(/\s+/gu, " ");
  const { start, end } = bare(flat);
  const inner = flat.slice(start, end);
  // The marks at the edges of pieces that stand apart (“a” … “b”) are no pair: without them the rest would not fit.
  const whole = isBalanced(inner) ? inner : flat;
  return `“${whole.replace(OPENS, "$1‘").replace(/“/gu, "‘").replace(/["”]/gu, "’")}”`;
}

/** True where every double mark that opens is closed, and none closes what nothing opened. */
function isBalanced(text: string): boolean {
  let open = 0;
  for (const mark of text.replace(OPENS, "$1“").replace(/"/gu, "”")) {
    if (mark === "“") open++;
    else if (mark === "”" && --open < 0) return false;
  }
  return open === 0;
}
