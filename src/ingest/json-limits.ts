import { ReadoutError } from "../errors.ts";

/** Saved collections nest some ten levels. */
const MAX_DEPTH = 500;
/** Objects and lists; a saved collection of 50 MB has about half a million. */
const MAX_PARTS = 3_000_000;

/**
 * Refuses JSON whose parsed form would be out of all proportion to its text, or too deep to be copied or checked.
 * @throws ReadoutError COLLECTION_BROKEN, INPUT_TOO_LARGE
 */
export function refuseJsonBomb(text: string): void {
  let depth = 0;
  let parts = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x22) {
      i = endOfString(text, i);
      if (i < 0) return;
    } else if (unit === 0x5b || unit === 0x7b) {
      parts++;
      if (++depth > MAX_DEPTH)
        throw new ReadoutError("COLLECTION_BROKEN", { detail: `it is nested more than ${MAX_DEPTH} deep` });
    } else if (unit === 0x5d || unit === 0x7d) depth--;
  }
  if (parts > MAX_PARTS) throw new ReadoutError("INPUT_TOO_LARGE", { limit: "3 million objects" });
}

/** The closing quotation mark's place, or -1. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === 0x5c) slashes++;
    if (slashes % 2 === 0) return at;
  }
  return -1;
}
