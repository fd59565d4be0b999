/**
 * CSV that opens right in Excel, R and pandas: UTF-8 with a byte-order mark (else Excel takes it for the machine's
 * old code page), CRLF, every text cell in quotation marks (RFC 4180).
 *
 * Cells are made safe for spreadsheets, which run what begins with "=", "+", "-" or "@" (OWASP, CSV injection): such
 * a cell, white space and apostrophes before the sign included, gets one apostrophe in front. `undefuse` takes it off
 * again: every cell that begins with an apostrophe and would be dangerous without it loses that one, and no other
 * cell changes, so the words come back exactly.
 */

/** What a cell may hold: numbers stay numbers, null is an empty cell. */
export type Cell = string | number | boolean | null;

/** Rows under named columns. */
export interface Table {
  name: string;
  columns: string[];
  rows: Cell[][];
}

/** Begins with a sign that spreadsheets calculate from, full-width ones included, or with TAB or CR. */
const DANGEROUS = /^(?:[\t\r]|['\s]*[=+\-@＝＋－＠])/u;
const DEFUSED = /^'(?:[\t\r]|['\s]*[=+\-@＝＋－＠])/u;

/** The text with an apostrophe before it where a spreadsheet would calculate. */
export function defuse(text: string): string {
  return DANGEROUS.test(text) ? `'${text}` : text;
}

/** Takes `defuse` back. */
export function undefuse(cell: string): string {
  return DEFUSED.test(cell) ? cell.slice(1) : cell;
}

function write(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  return `"${defuse(cell).replaceAll('"', '""')}"`;
}

/** The table as a CSV file, header first. */
export function csvText(table: Table): string {
  const lines = [table.columns.map((c) => `"${c}"`), ...table.rows.map((row) => row.map(write))];
  return `\ufeff${lines.map((line) => `${line.join(",")}\r\n`).join("")}`;
}
