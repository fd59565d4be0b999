/** What the steps of reading a PDF hand on. Lengths in points, y downwards, text upright. */

export interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** One glyph as the file paints it: where it begins, how far it moves the pen, which way. */
export interface PaintedGlyph {
  /** What it stands for; "\ufffd" where the file does not say. */
  text: string;
  x: number;
  y: number;
  /** The pen's way over the glyph. */
  dx: number;
  dy: number;
  /** Height of the font as painted. */
  size: number;
  bold: boolean;
  font: number;
  isSpace: boolean;
  /** Painted with no ink (an OCR layer, or words hidden on purpose). */
  invisible: boolean;
  /** Marked by the file as no part of the text: running heads, page numbers, ornaments. */
  artifact: boolean;
}

export interface PaintedPage {
  width: number;
  height: number;
  /** The label that the file gives the page, null where it has none. */
  label: string | null;
  glyphs: PaintedGlyph[];
  images: Box[];
  /** Horizontal strokes: rules above footnotes, lines of tables. */
  rules: Box[];
}

export interface Glyph {
  text: string;
  x0: number;
  x1: number;
  /** Baseline. */
  y: number;
  size: number;
  bold: boolean;
  artifact: boolean;
  isSpace: boolean;
  /** Smaller and off the line: 1 above, -1 below, 0 neither. */
  shift: number;
}

export interface Word extends Box {
  glyphs: Glyph[];
  /** Baseline. */
  y: number;
  size: number;
  bold: boolean;
  artifact: boolean;
  /** As it is read, without a mark set above its end. */
  text: string;
  /** What stands raised after it: a footnote's mark, or a power; "" where nothing does. */
  mark: string;
  /** What stands raised before it: a footnote's own mark; "" where nothing does. */
  lead: string;
}

/** Words on one baseline, from left to right. */
export interface Row {
  words: Word[];
  y: number;
}

/** One line of running text, or one row of a table. */
export interface Line extends Box {
  /** In reading order. */
  words: Word[];
  y: number;
  size: number;
  bold: boolean;
  page: number;
  /** What parts the words of a table's row; null for running text. */
  cells: string[] | null;
}

/** Lines that are read one after the other. */
export interface Block {
  lines: Line[];
  page: number;
  table: boolean;
}

/** The middle value, 0 of nothing. */
export function median(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}
