import type { Row, Word } from "./page.ts";

/** A page's rows on the way through: what stands in its margins is taken out. */
export interface Margins {
  rows: Row[];
  /** The page number printed on it, null where none was found. */
  printed: string | null;
}

export interface RowsOfPage {
  rows: Row[];
  width: number;
  height: number;
}

/** So many rows from an edge of the page may be running heads. */
const DEPTH = 4;
/** Distance by which a running head may move from page to page, in points. */
const SAME_PLACE = 6;

interface Edge {
  page: number;
  /** Rows from the edge inwards. */
  rows: EdgeRow[];
}

interface EdgeRow {
  row: Row;
  text: string;
  /** Text with its numbers replaced. */
  key: string;
  /** Distance from the edge. */
  at: number;
  numbers: PageNumber[];
  artifact: boolean;
}

interface PageNumber {
  label: string;
  value: number;
  /** Nothing else stands in the row. */
  alone: boolean;
}

/**
 * Takes running heads, running feet and page numbers out of the pages and reads the page numbers. A row at the edge of
 * a page goes where its words, numbers aside, stand at the same place on other pages, where it holds a number that counts
 * the pages, or where the file says that it is no part of the text. Inner rows go only after the outer ones.
 */
export function withoutRunning(pages: readonly RowsOfPage[]): Margins[] {
  const doomed = pages.map(() => new Set<Row>());
  const printed: (string | null)[] = pages.map(() => null);
  const edges = (["top", "bottom"] as const).map((side) => pages.map((page, i) => edgeOf(page, i, side)));
  const offset = commonOffset(edges.flat(), pages.length);
  for (const side of edges) {
    for (const edge of side) {
      for (const row of edge.rows) {
        const number = row.numbers.find((n) => offset !== null && n.value - edge.page === offset(n));
        const short = row.text.length <= 100;
        if (number) printed[edge.page] ??= number.label;
        const goes =
          row.artifact ||
          repeats(row, edge, side) ||
          (number !== undefined &&
            short &&
            (number.alone || row === edge.rows[0] || farOut(row, pages[edge.page]!))) ||
          isFolio(row, edge) ||
          STAMP.test(row.text);
        if (!goes) break;
        if (isFolio(row, edge)) printed[edge.page] ??= row.numbers[0]?.label ?? null;
        doomed[edge.page]!.add(row.row);
      }
    }
  }
  return pages.map((page, i) => ({
    rows: page.rows
      .filter((row) => !doomed[i]!.has(row))
      .map((row) => ({ ...row, words: withoutArtifacts(page, row) }))
      .filter((row) => row.words.length > 0),
    printed: printed[i]!,
  }));
}

/** What browsers and court systems print on every page. */
const STAMP =
  /^(?:\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d{2}(?: ?[AP]M)?(?: .{1,120})?|(?:https?|file):\/\/\S+(?: \d+\/\d+)?|(?:USCA\d? )?Case:? \d\S* .{0,60}(?:Document|Doc|Filed|Page|Pg)\b.{0,80})$/i;

/** A file that marks a small part of a page as ornament is believed; some mark everything. */
function withoutArtifacts(page: RowsOfPage, row: Row): Word[] {
  const lengthOf = (words: readonly Word[]) => words.reduce((sum, word) => sum + word.text.length, 0);
  if (!row.words.some((word) => word.artifact)) return row.words;
  const all = page.rows.flatMap((r) => r.words);
  return lengthOf(all.filter((word) => word.artifact)) < lengthOf(all) * 0.35
    ? row.words.filter((word) => !word.artifact)
    : row.words;
}

function edgeOf(page: RowsOfPage, index: number, side: "top" | "bottom"): Edge {
  const inner = side === "top" ? page.rows.slice(0, DEPTH) : page.rows.slice(-DEPTH).reverse();
  const rows = inner.map((row) => {
    const text = row.words.map((word) => word.text).join(" ");
    return {
      row,
      text,
      key: text
        .toLowerCase()
        .replace(/\p{N}+/gu, "#")
        .replace(/\b[ivxlc]+$|^[ivxlc]+\b/g, "#"),
      at: side === "top" ? row.y : page.height - row.y,
      numbers: numbersOf(row, text),
      artifact: row.words.every((word) => word.artifact),
    };
  });
  return { page: index, rows };
}

const NUMBER =
  /^[-–—~·|[(\s]*(?:(?:page|pg?\.?|seite|página|pagina|стр\.?|страница|sivu|side|s\.)\s*)?(\d{1,4}|[ivxlc]{1,7})\s*(?:(?:of|\/|de|von|из|av|di|sur)\s*\d{1,4})?[-–—~·|\])\s.]*$/i;

/** Numbers of a row that may be its page's: alone, after "page", or set apart at one of its ends. */
function numbersOf(row: Row, text: string): PageNumber[] {
  const alone = NUMBER.exec(text)?.[1];
  if (alone !== undefined) return [pageNumber(alone, true)].filter((n) => n.value > 0);
  const { words } = row;
  const [first, last] = [words[0]!, words.at(-1)!];
  const apart = (a: Word | undefined, b: Word | undefined) =>
    a !== undefined &&
    b !== undefined &&
    (b.x0 - a.x1 > a.size || /^[|·•–—/-]$/.test(a.text) || /^[|·•–—/-]$/.test(b.text));
  const found = [
    apart(first, words[1]) ? /^(\d{1,4}|[ivxlc]{1,7})$/.exec(first.text)?.[1] : undefined,
    apart(words.at(-2), last) ? /^(\d{1,4}|[ivxlc]{1,7})$/.exec(last.text)?.[1] : undefined,
    /\bpage\s+(\d{1,4})\b/i.exec(text)?.[1],
    /(?:^|\s)(\d{1,4})\s*(?:of|\/)\s*\d{1,4}$/i.exec(text)?.[1],
  ].filter((label): label is string => label !== undefined);
  return found.map((label) => pageNumber(label, false)).filter((n) => n.value > 0);
}

function pageNumber(label: string, alone: boolean): PageNumber {
  return { label, value: /^\d/.test(label) ? Number(label) : romanValue(label), alone };
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function romanValue(numeral: string): number {
  const digits = [...numeral.toLowerCase()].map((c) => ROMAN[c]!);
  return digits.reduce((sum, digit, i) => sum + ((digits[i + 1] ?? 0) > digit ? -digit : digit), 0);
}

/** Arabic and Roman numbers count apart; each is believed where two pages or more agree on where it began. */
function commonOffset(edges: readonly Edge[], pages: number): ((n: PageNumber) => number | null) | null {
  const votes = { arabic: new Map<number, Set<number>>(), roman: new Map<number, Set<number>>() };
  for (const edge of edges) {
    for (const row of edge.rows) {
      for (const number of row.numbers) {
        const map = /^\d/.test(number.label) ? votes.arabic : votes.roman;
        const offset = number.value - edge.page;
        map.set(offset, (map.get(offset) ?? new Set()).add(edge.page));
      }
    }
  }
  const best = (map: Map<number, Set<number>>) => {
    const [top] = [...map].sort((a, b) => b[1].size - a[1].size || Math.abs(a[0]) - Math.abs(b[0]));
    return top && top[1].size >= Math.max(2, pages > 6 ? pages * 0.2 : 2) ? top[0] : null;
  };
  const [arabic, roman] = [best(votes.arabic), best(votes.roman)];
  if (arabic === null && roman === null) return null;
  return (n) => (/^\d/.test(n.label) ? arabic : roman);
}

function farOut(row: EdgeRow, page: RowsOfPage): boolean {
  return row.at < page.height * 0.08;
}

/**
 * The same words at the same place on other pages. What stands close above the text must do so on most pages: a last line
 * of a paragraph may come twice by chance.
 */
function repeats(row: EdgeRow, edge: Edge, side: readonly Edge[]): boolean {
  if (!/[\p{L}\p{N}]/u.test(row.text) || row.row.words[0]!.lead !== "") return false;
  const inner = edge.rows[edge.rows.indexOf(row) + 1];
  const size = row.row.words[0]!.size;
  const apart = !inner || Math.abs(inner.at - row.at) > Math.max(size, inner.row.words[0]!.size) * 1.7;
  const found = side.filter(
    (other) =>
      other !== edge &&
      other.rows.some((r) => Math.abs(r.at - row.at) <= SAME_PLACE && alike(r.key, row.key)),
  ).length;
  if (found + 1 >= Math.max(3, side.length * 0.4)) return true;
  return apart && found >= (side.length <= 5 ? 1 : 2);
}

function alike(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length < 12 || b.length < 12 || Math.abs(a.length - b.length) > 12) return false;
  const [one, two] = [new Set(a.split(" ")), new Set(b.split(" "))];
  const shared = [...one].filter((word) => two.has(word)).length;
  return shared >= Math.max(one.size, two.size) * 0.9;
}

/**
 * A page number that no other page bears out: alone in the outermost row and well apart from the text, or at the end of a
 * short row in small letters there.
 */
function isFolio(row: EdgeRow, edge: Edge): boolean {
  const inner = edge.rows[1];
  if (row !== edge.rows[0] || !inner || row.numbers.length === 0) return false;
  const [size, other] = [row.row.words[0]!.size, inner.row.words[0]!.size];
  const apart = Math.abs(inner.at - row.at) > Math.max(size, other) * 2;
  if (!apart || row.at > 110) return false;
  return row.numbers[0]!.alone || (size < other * 0.9 && row.text.length < 60);
}
