import type { Page as PageSpan } from "../../model.ts";
import { noteParagraphs, withoutNotes } from "./footnotes.ts";
import { withoutLineNumbers } from "./line-numbers.ts";
import { blockOf } from "./lines.ts";
import type { Block, PaintedPage } from "./page.ts";
import { labelsOf } from "./page-labels.ts";
import { type Paragraph, paragraphsOf } from "./paragraphs.ts";
import { regionsOf } from "./regions.ts";
import { withoutRunning } from "./running.ts";
import { buildText } from "./text-builder.ts";
import { type Upright, upright } from "./upright.ts";
import { wordsOf } from "./words.ts";

export interface LaidOut {
  text: string;
  pages: PageSpan[];
  /** The first page's largest words near its top, null where nothing stands out. */
  heading: string | null;
  /** Indices of pages that are pictures. */
  scanned: number[];
}

/** Text, in reading order, of the pages of a document. */
export function layOut(painted: readonly PaintedPage[]): LaidOut {
  const pages = painted.map(upright);
  const rows = pages.map((page) => withoutLineNumbers(wordsOf(page.glyphs)));
  const margins = withoutRunning(
    pages.map((page, i) => ({ rows: rows[i]!, width: page.width, height: page.height })),
  );
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
    painted.map((page) => page.label),
    margins.map((page) => page.printed),
  );
  const { text, pages: spans } = buildText([...paragraphs, ...noteParagraphs(notes)], labels, marks);
  return { text, pages: spans, heading: headingOf(paragraphs, bodySize), scanned: scannedPages(pages) };
}

const scannedPages = (pages: readonly Upright[]) => pages.flatMap((page, i) => (page.scanned ? [i] : []));

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
