/**
 * Paragraphs to windows of at most 256 pieces, `[CLS] p1 [SEP] p2 [SEP] …`: a function of the paragraphs' lengths
 * alone, so that neighbours, jobs and order change nothing. Whole paragraphs are packed; a paragraph longer than a window
 * is cut, with context on both sides of every cut. Repeating the paragraph before a window as context changed no figure on
 * PolNeAR's development part (whole exact 62.8 with and without, by overlap 83.7) and cost 6 % of the pieces.
 */

export const MAX = 256;
const LONG = MAX - 2;
/** Left context inside a cut paragraph, and the right context that a cut end is given. */
const OVERLAP = 64;
const MARGIN = 32;

/** Pieces [start, end) of a paragraph stand in the window; its results for [keepFrom, keepTo) are used. */
export interface Segment {
  paragraph: number;
  start: number;
  end: number;
  keepFrom: number;
  keepTo: number;
}

/** The windows of a document whose paragraphs have these many pieces. */
export function planWindows(lengths: readonly number[]): Segment[][] {
  const windows: Segment[][] = [];
  for (let p = 0; p < lengths.length; ) {
    const size = lengths[p]!;
    if (size === 0) p++;
    else if (size > LONG) windows.push(...cut(p++, size));
    else {
      const window: Segment[] = [];
      let used = 1;
      for (; p < lengths.length && lengths[p]! <= LONG && used + lengths[p]! + 1 <= MAX; p++) {
        if (lengths[p] === 0) continue;
        window.push({ paragraph: p, start: 0, end: lengths[p]!, keepFrom: 0, keepTo: lengths[p]! });
        used += lengths[p]! + 1;
      }
      windows.push(window);
    }
  }
  return windows;
}

function cut(paragraph: number, size: number): Segment[][] {
  const windows: Segment[][] = [];
  let start = 0;
  let keepFrom = 0;
  for (;;) {
    const end = Math.min(start + LONG, size);
    const keepTo = end === size ? size : end - MARGIN;
    windows.push([{ paragraph, start, end, keepFrom, keepTo }]);
    if (end === size) return windows;
    keepFrom = keepTo;
    start = Math.min(keepTo - OVERLAP, size - LONG);
  }
}
