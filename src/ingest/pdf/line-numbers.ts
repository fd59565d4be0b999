import { median, type Row, type Word } from "./page.ts";

/** As few numbers in a row as can't be a list by chance. */
const FEWEST = 8;

/**
 * Takes out the numbers that count the lines of court papers, hearings and drafts along a margin: whole numbers one
 * below the other at even distances, rising by one (or by five), with all words on their inner side.
 */
export function withoutLineNumbers(rows: readonly Row[]): Row[] {
  const left = column(rows, (row) => row.words[0]!, "left");
  const right = left.size > 0 ? left : column(rows, (row) => row.words.at(-1)!, "right");
  if (right.size === 0) return [...rows];
  return rows
    .map((row) => ({ ...row, words: row.words.filter((word) => !right.has(word)) }))
    .filter((row) => row.words.length > 0);
}

function column(rows: readonly Row[], edge: (row: Row) => Word, side: "left" | "right"): Set<Word> {
  const none = new Set<Word>();
  const numbers = rows.map(edge).filter((word) => /^\d{1,4}$/.test(word.text) && word.mark === "");
  if (numbers.length < FEWEST) return none;
  for (const step of [1, 5, 2, 10]) {
    const chain = longestChain(numbers, step);
    const fewest = step === 1 ? FEWEST : 4;
    if (chain.length < fewest || !isEven(chain)) continue;
    const [x0, x1] = [Math.min(...chain.map((w) => w.x0)), Math.max(...chain.map((w) => w.x1))];
    const span = chain.at(-1)!.y - chain[0]!.y;
    const others = rows.flatMap((row) => row.words).filter((word) => !chain.includes(word));
    const ys = others.map((word) => word.y);
    if (others.length === 0 || span < (Math.max(...ys) - Math.min(...ys)) * 0.4) continue;
    const beside = others.filter((w) => w.y >= chain[0]!.y - 2 && w.y <= chain.at(-1)!.y + 2);
    const inner = beside.filter((w) =>
      side === "left" ? w.x0 > x1 + w.size * 0.4 : w.x1 < x0 - w.size * 0.4,
    );
    if (beside.length === 0 || inner.length < beside.length * 0.97 || isTable(rows, chain)) continue;
    return new Set(chain);
  }
  return none;
}

/** The longest run of numbers that stand in one column and rise by the step. */
function longestChain(numbers: readonly Word[], step: number): Word[] {
  let best: Word[] = [];
  for (let i = 0; i < numbers.length; i++) {
    const chain = [numbers[i]!];
    for (const word of numbers.slice(i + 1)) {
      const last = chain.at(-1)!;
      const aligned = Math.min(Math.abs(word.x1 - last.x1), Math.abs(word.x0 - last.x0)) < 3;
      if (aligned && Number(word.text) === Number(last.text) + step) chain.push(word);
    }
    if (chain.length > best.length) best = chain;
    if (best.length > numbers.length / 2) break;
  }
  return best;
}

function isEven(chain: readonly Word[]): boolean {
  const distances = chain.slice(1).map((word, i) => word.y - chain[i]!.y);
  const usual = median(distances);
  const even = distances.filter(
    (d) => Math.abs(d - usual) < usual * 0.2 || Math.abs(d - 2 * usual) < usual * 0.2,
  );
  return usual > 0 && even.length >= distances.length * 0.85;
}

/** A table's first column counts its rows too, but cells with wide gaps follow. */
function isTable(rows: readonly Row[], chain: readonly Word[]): boolean {
  const gapped = rows.filter(
    (row) =>
      row.words.some((word) => chain.includes(word)) &&
      row.words.slice(2).some((word, i) => word.x0 - row.words[i + 1]!.x1 > word.size * 1.5),
  );
  return gapped.length > chain.length * 0.5;
}
