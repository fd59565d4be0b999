import type { Page as PageSpan } from "../../model.ts";
import { noteParagraphs, withoutNotes } from "./footnotes.ts";
import { withoutLineNumbers } from "./line-numbers.ts";
import { blockOf } from "./lines.ts";
import type { Block, Box, PaintedPage, Row } from "./page.ts";
import { labelsOf } from "./page-labels.ts";
import { type Paragraph, paragraphsOf } from "./paragraphs.ts";
import { regionsOf } from "./regions.ts";
import { withoutRunning } from "./running.ts";
import { buildText } from "./text-builder.ts";
import { upright } from "./upright.ts";
import { wordsOf } from "./words.ts";

export interface LaidOut {
  text: string;
  pages: PageSpan[];
  /** The first page's largest words near its top, null where nothing stands out. */
  heading: string | null;
  /** Indices of pages that are pictures. */
  scanned: number[];
}

/** A page in words: all that is kept of it. */
export interface PageWords {
  rows: Row[];
  rules: Box[];
  width: number;
  height: number;
  label: string | null;
  scanned: boolean;
  /** Letters, and those among them that the file does not say. */
  letters: number;
  unread: number;
}

/** A page's words in rows, without the numbers of its lines. */
export function pageWords(painted: PaintedPage): PageWords {
  const { width, height, glyphs, rules, scanned } = upright(painted);
  const rows = withoutLineNumbers(wordsOf(glyphs));
  // Single glyphs have done their duty, and take ten times the memory of the words.
  for (const { words } of rows) for (const word of words) word.glyphs = [];
  const ink = painted.glyphs.filter((glyph) => !glyph.isSpace);
  const unread = ink.filter((glyph) => glyph.text.includes("\ufffd")).length;
  return { rows, rules, width, height, label: painted.label, scanned, letters: ink.length, unread };
}

/** Text, in reading order, of the pages of a document. */
export function layOut(pages: readonly PageWords[]): LaidOut {
  const margins = withoutRunning(pages);
  const blocks = margins.flatMap(({ rows: kept }, i) => regionsOf(kept).map((region) => blockOf(region, i)));
  const bodySize = commonSize(blocks);
  const rules = new Map(pages.map((page, i) => [i, page.rules]));
  const { body, notes, marks } = withoutNotes(
    blocks,
    rules,
    bodySize,
    pages.map((page) => page.height),
  );
  const paragraphs = paragraphsOf(body, bodySize);
  const labels = labelsOf(
    pages.map((page) => page.label),
    margins.map((page) => page.printed),
  );
  const { text, pages: spans } = buildText([...paragraphs, ...noteParagraphs(notes)], labels, marks);
  return { text, pages: spans, heading: headingOf(paragraphs, bodySize), scanned: scannedPages(pages) };
}

const scannedPages = (pages: readonly PageWords[]) => pages.flatMap((page, i) => (page.scanned ? [i] : []));

/** The size of most letters, in points. */
function commonSize(blocks: readonly Block[]): number {
  const letters = new Map<number, number>();
  for (const { lines } of blocks) {
    for (const line of lines) {
      const size = Math.round(line.size * 4) / 4;
      const count = line.words.reduce((sum, word) => sum + word.text.length, 0);
      letters.set(size, (letters.get(size) ?? 0) + count);
    }
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}

function headingOf(paragraphs: readonly Paragraph[], bodySize: number): string | null {
  const first = paragraphs.filter(({ lines }) => lines[0]!.page === 0 && !lines[0]!.cells).slice(0, 15);
  const largest = Math.max(0, ...first.map(({ lines }) => lines[0]!.size));
  if (largest < bodySize * 1.15) return null;
  const found = first.find(({ lines }) => lines[0]!.size > largest * 0.97);
  if (!found) return null;
  const words = found.lines.flatMap((line) => line.words.map((word) => word.text)).join(" ");
  return /\p{L}{2}/u.test(words) && words.length >= 8 && words.length <= 250 && /\s/.test(words)
    ? words
    : null;
}
