/**
 * Which characters of a paragraph stand inside quotation marks, as the attribution model was taught it. The same
 * machine, rule for rule, as `training/quotes.py` (the parity fixture tests both); it is a feature of the model, and not
 * the product's own reading of quotations, which is `segment`'s. A paragraph starts outside; a mark left open at its end
 * closes there, since a quotation that goes on opens again in the next one.
 */

const CLOSERS: Record<string, string[]> = { "“": ["”"], "„": ["“", "”"], "«": ["»"], "‹": ["›"] };
const LETTER = /\p{L}/u;
const WORD = /[\p{L}\p{N}]/u;
const SPACE = /[\s\u0085]/;
/** Clipped words that begin with an apostrophe and so open nothing. */
const CLIPPED = new Set("em til cause n tis twas round bout s".split(" "));

function charAt(text: string, i: number): string {
  const code = text.codePointAt(i);
  return code === undefined ? "" : String.fromCodePoint(code);
}

function charBefore(text: string, i: number): string {
  const low = text.charCodeAt(i - 1);
  return low >= 0xdc00 && low <= 0xdfff ? charAt(text, i - 2) : text.charAt(i - 1);
}

/** A single mark at `i` can close: something stands before it and no word goes on after it. */
function canClose(text: string, i: number): boolean {
  const ch = text[i];
  if ((ch !== "’" && ch !== "'") || i === 0 || SPACE.test(text[i - 1]!)) return false;
  return !WORD.test(charAt(text, i + 1));
}

/** A single mark at `i` clearly opens: no word before it, a letter or a quotation after it, and a close to come. */
function canOpen(text: string, i: number, lastClose: number): boolean {
  const ch = text[i];
  if ((ch !== "‘" && ch !== "'") || i + 1 >= text.length || lastClose < i + 2) return false;
  const next = charAt(text, i + 1);
  if (!LETTER.test(next) && next !== "“" && next !== '"') return false;
  if (i > 0 && (WORD.test(charBefore(text, i)) || "’‘'”".includes(text[i - 1]!))) return false;
  let j = i + 1;
  for (let c = charAt(text, j); c !== "" && WORD.test(c); c = charAt(text, j)) j += c.length;
  return !CLIPPED.has(text.slice(i + 1, j).toLowerCase());
}

/** One byte a UTF-16 unit of `text` (one paragraph): 1 within a quotation, its marks included. */
export function insideQuotes(text: string): Uint8Array {
  const mask = new Uint8Array(text.length);
  if (!/["“„«‹‘']|``/.test(text)) return mask;
  let lastClose = -1;
  for (let i = text.length - 1; i > 0 && lastClose < 0; i--) if (canClose(text, i)) lastClose = i;
  let start = -1;
  let closers: string[] | "single" = [];
  for (let i = 0; i < text.length; ) {
    const two = text.slice(i, i + 2);
    if (start >= 0) {
      let width = 0;
      if (closers === "single") width = canClose(text, i) && two !== "''" ? 1 : 0;
      else width = closers.find((c) => text.startsWith(c, i))?.length ?? 0;
      if (width > 0) {
        mask.fill(1, start, i + width);
        start = -1;
      }
      i += Math.max(1, width);
      continue;
    }
    const ch = text[i]!;
    let width = 1;
    let next: string[] | "single" | null = null;
    if (ch in CLOSERS) next = CLOSERS[ch]!;
    else if (ch === '"') next = ['"'];
    else if (two === "``") [width, next] = [2, ["''", '"']];
    else if (two === "''") [width, next] = [2, ["''"]];
    else if (canOpen(text, i, lastClose)) next = "single";
    // An opening mark leans on what follows; one before white space opens nothing.
    if (next !== null && i + width < text.length && !SPACE.test(text[i + width]!)) {
      start = i;
      closers = next;
    }
    i += next === null ? 1 : width;
  }
  if (start >= 0) mask.fill(1, start);
  return mask;
}
