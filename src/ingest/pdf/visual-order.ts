/** From the order in which glyphs stand on the page to the order in which they are read. */

const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const LTR = /[\p{L}\p{N}]/u;
const MIRRORED: Readonly<Record<string, string>> = {
  "(": ")",
  ")": "(",
  "[": "]",
  "]": "[",
  "{": "}",
  "}": "{",
  "«": "»",
  "»": "«",
};

type Direction = "R" | "L" | "N";

export const isRtl = (text: string): boolean => RTL.test(text);

function directionOf(text: string): Direction {
  if (RTL.test(text)) return "R";
  return LTR.test(text) ? "L" : "N";
}

/** One word's glyphs, given from left to right, as it is read. */
export function logical(glyphs: readonly string[]): string {
  if (!glyphs.some(isRtl)) return glyphs.join("");
  return reorder(glyphs, "R").join("");
}

/**
 * A line's words, given from left to right, as they are read: backwards where most of the line is written from right to
 * left, with runs of Latin words and numbers turned forward again (the reverse of the Unicode algorithm, UAX 9, as far
 * as whole words go).
 */
export function readingOrder<T extends { text: string }>(words: readonly T[]): T[] {
  let [right, left] = [0, 0];
  for (const { text } of words) {
    const direction = directionOf(text);
    if (direction === "R") right += text.length;
    else if (direction === "L") left += text.length;
  }
  if (right === 0) return [...words];
  const order = reorder(
    words.map((w) => w.text),
    right > left ? "R" : "L",
    words,
  );
  return order;
}

function reorder<T>(
  texts: readonly string[],
  base: "R" | "L",
  items: readonly T[] = texts as unknown as T[],
): T[] {
  const directions = resolve(texts.map(directionOf), base);
  const ordered = items.map((item, i) => ({ item, direction: directions[i]! }));
  if (base === "R") ordered.reverse();
  // Runs against the base direction are turned.
  const out: T[] = [];
  for (let i = 0; i < ordered.length; ) {
    let j = i;
    while (j < ordered.length && ordered[j]!.direction === ordered[i]!.direction) j++;
    const run = ordered.slice(i, j).map((o) => o.item);
    if (ordered[i]!.direction !== base) run.reverse();
    out.push(...run);
    i = j;
  }
  return out;
}

/** Neutral signs between two of one direction take it, else the base direction. */
function resolve(directions: Direction[], base: "R" | "L"): ("R" | "L")[] {
  return directions.map((direction, i) => {
    if (direction !== "N") return direction;
    const before = directions.slice(0, i).findLast((d) => d !== "N") ?? base;
    const after = directions.slice(i + 1).find((d) => d !== "N") ?? base;
    return before === after ? (before as "R" | "L") : base;
  });
}

/**
 * Brackets in words written from right to left come out as they look or as they are meant, by the program that made the
 * file: a line in which they close before they open has them as they look, and is turned.
 */
export function turnBrackets<T extends { text: string }>(words: readonly T[]): T[] {
  const brackets = words
    .filter((word) => isRtl(word.text))
    .flatMap((word) => [...word.text].filter((c) => c in MIRRORED));
  const closing = (mark: string | undefined) => mark !== undefined && /[)\]}»]/.test(mark);
  if (!closing(brackets[0])) return [...words];
  return words.map((word) =>
    isRtl(word.text) ? { ...word, text: [...word.text].map((c) => MIRRORED[c] ?? c).join("") } : word,
  );
}
