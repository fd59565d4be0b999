import { type Block, type Line, median, type Row, type Word } from "./page.ts";
import type { Region } from "./regions.ts";
import { readingOrder, turnBrackets } from "./visual-order.ts";

/** A gap this wide parts two cells of a table, in ems. */
const CELL_GAP = 0.9;

/** A region's rows as lines of text, or as the rows of a table with their cells. */
export function blockOf(region: Region, page: number): Block {
  const lines = region.table
    ? tableLines(region.rows, page)
    : withDropCaps(region.rows).map((row) => lineOf(row.words, page));
  return { lines, page, table: region.table };
}

function lineOf(words: readonly Word[], page: number, cells: string[] | null = null): Line {
  const sizes = words.flatMap((word) =>
    Array.from({ length: Math.max(1, word.text.length) }, () => word.size),
  );
  const lettered = words.filter((word) => /[\p{L}\p{N}]/u.test(word.text));
  return {
    words: turnBrackets(readingOrder(words)),
    x0: Math.min(...words.map((word) => word.x0)),
    x1: Math.max(...words.map((word) => word.x1)),
    y0: Math.min(...words.map((word) => word.y0)),
    y1: Math.max(...words.map((word) => word.y1)),
    y: median(words.map((word) => word.y)),
    size: median(sizes),
    bold: lettered.length > 0 && lettered.every((word) => word.bold),
    page,
    cells,
  };
}

/** A great first letter stands on the second or third line: it is put before the first one, without a space. */
function withDropCaps(rows: readonly Row[]): Row[] {
  const usual = median(rows.flatMap((row) => row.words.map((word) => word.size)));
  const out = rows.map((row) => ({ ...row, words: [...row.words] }));
  for (const row of out) {
    const cap = row.words[0];
    if (!cap || cap.size < usual * 1.8 || !/^["“„«‘]?\p{Lu}$/u.test(cap.text)) continue;
    const top = cap.y - cap.size * 0.75;
    const host = out.find(
      (other) =>
        other !== row &&
        other.y < cap.y + 2 &&
        other.y > top - usual * 0.3 &&
        other.words[0] &&
        other.words[0].x0 > cap.x0,
    );
    if (!host) continue;
    const first = host.words[0]!;
    const word: Word = {
      ...first,
      glyphs: [...cap.glyphs, ...first.glyphs],
      text: cap.text + first.text,
      x0: Math.min(first.x0, ...out.flatMap((o) => (o === host ? [cap.x0] : []))),
    };
    const standsAlone = /^[AI]$/.test(cap.text) && first.x0 - cap.x1 > usual * 0.35;
    host.words = standsAlone
      ? [{ ...cap, size: first.size, y: first.y }, ...host.words]
      : [word, ...host.words.slice(1)];
    row.words = row.words.slice(1);
  }
  return out.filter((row) => row.words.length > 0);
}

/** Rows of a table; lines that only go on with the cells above them are joined to these. */
function tableLines(rows: readonly Row[], page: number): Line[] {
  const steps = rows.slice(1).map((row, i) => row.y - rows[i]!.y);
  const tight = Math.min(...steps);
  const em = median(rows.flatMap((row) => row.words.map((word) => word.size)));
  // Rows of one line each stand evenly; where close and wide steps alternate, the close ones are within a row.
  const mixed = steps.some((step) => step > tight * 1.3) && tight < em * 1.5;
  const records: Row[][] = [];
  rows.forEach((row, i) => {
    if (i > 0 && mixed && steps[i - 1]! < tight * 1.25) records.at(-1)!.push(row);
    else records.push([row]);
  });
  return records.map((record) => {
    const cells = cellsOf(record, em);
    return lineOf(
      cells.flat(),
      page,
      cells.map((cell) =>
        readingOrder(cell)
          .map((word) => word.text + word.mark)
          .join(" "),
      ),
    );
  });
}

/** A record's words by column: pieces of its lines that lie below each other are one cell. */
function cellsOf(record: readonly Row[], em: number): Word[][] {
  const cells: { x0: number; x1: number; words: Word[] }[] = [];
  for (const row of record) {
    let piece: Word[] = [];
    const close = () => {
      if (piece.length === 0) return;
      const [x0, x1] = [piece[0]!.x0, Math.max(...piece.map((word) => word.x1))];
      const cell = cells.find((c) => c.x0 < x1 && c.x1 > x0);
      if (cell) {
        cell.words.push(...piece);
        cell.x0 = Math.min(cell.x0, x0);
        cell.x1 = Math.max(cell.x1, x1);
      } else cells.push({ x0, x1, words: piece });
      piece = [];
    };
    for (const word of row.words) {
      const last = piece.at(-1);
      if (last && word.x0 - last.x1 > em * CELL_GAP) close();
      piece.push(word);
    }
    close();
  }
  return cells.sort((a, b) => a.x0 - b.x0).map((cell) => cell.words);
}
