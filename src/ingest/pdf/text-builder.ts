import type { Page as PageSpan } from "../../model.ts";
import { keepsHyphen, OwnWords } from "./hyphens.ts";
import type { Line, Word } from "./page.ts";
import type { Paragraph } from "./paragraphs.ts";

export interface BuiltText {
  text: string;
  pages: PageSpan[];
}

const RAISED: Readonly<Record<string, string>> = Object.fromEntries(
  [..."0123456789"].map((d, i) => [d, "⁰¹²³⁴⁵⁶⁷⁸⁹"[i]!]),
);
/** Scripts that part no words: lines are joined without a space. */
const UNSPACED = /[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\u0e00-\u0e7f]/;

/**
 * Writes paragraphs as text, one blank line between two: lines joined, words broken at line ends made whole, marks of
 * notes left out, and notes what part of it stands on which page.
 * @param labels of the pages, by index
 * @param marks of notes, by page
 */
export function buildText(
  paragraphs: readonly Paragraph[],
  labels: readonly string[],
  marks: ReadonlyMap<number, ReadonlySet<string>>,
): BuiltText {
  const own = new OwnWords();
  const everyMark = new Set([...marks.values()].flatMap((set) => [...set]));
  for (const { lines } of paragraphs) for (const line of lines) own.add(evidence(line));
  let text = "";
  const spans: { start: number; end: number; page: number }[] = [];
  const put = (piece: string, page: number) => {
    const last = spans.at(-1);
    const start = text.length;
    text += piece;
    if (last?.page === page) last.end = text.length;
    else spans.push({ start, end: text.length, page });
  };
  for (const { lines } of paragraphs) {
    const begun = text.length;
    let words = "";
    lines.forEach((line, i) => {
      const onPage = marks.get(line.page);
      const isMark = (mark: string, strict: boolean) => onPage?.has(mark) || (!strict && everyMark.has(mark));
      words = lineText(line, isMark);
      if (words === "") return;
      if (i === 0 || text.length === begun) {
        if (begun > 0) text += "\n\n";
        put(words, line.page);
        return;
      }
      const { cut, between } = seam(text, words, own);
      if (cut > 0) {
        text = text.slice(0, -cut);
        const last = spans.at(-1)!;
        last.end = text.length;
      }
      text += between;
      put(words, line.page);
    });
  }
  const pages = spans
    .filter(({ start, end }) => end > start)
    .map(({ start, end, page }) => ({ start, end, label: labels[page] ?? String(page + 1) }));
  return { text, pages };
}

/** A line's words but for the ends that may be parts of words. */
function evidence(line: Line): string {
  const words = line.words.map((word) => word.text);
  if (/[-‐\u00ad]$/.test(words.at(-1) ?? "")) words.pop();
  return words.join(" ");
}

function lineText(line: Line, isMark: (mark: string, strict: boolean) => boolean): string {
  if (line.cells)
    return line.cells
      .map(clean)
      .filter((cell) => cell !== "")
      .join("\t");
  let out = "";
  for (const word of line.words) {
    const piece = clean(wordText(word, out, isMark));
    if (piece === "") continue;
    const attached = word.text === "" && out !== "";
    out += out === "" || attached ? piece : ` ${piece}`;
  }
  return out;
}

const clean = (text: string) =>
  text
    .replace(/\u00ad(?!$)/g, "")
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")
    .trim();

/** A word with what is raised about it: marks of notes go, powers stay. */
function wordText(word: Word, before: string, isMark: (mark: string, strict: boolean) => boolean): string {
  const { mark } = word;
  const lead = word.lead === "" ? "" : `${word.lead} `;
  const base = word.text === "" ? before : word.text;
  if (word.text === "" && before === "") return `${lead}${mark}`;
  if (mark === "") return lead + word.text;
  const parts = mark.split(/[,–-]/).filter((part) => part !== "");
  const afterDigit = /\p{N}$/u.test(base);
  const known = parts.some((part) => isMark(part, afterDigit));
  const afterWord = /(?:\p{L}{3}|[.,;:!?)\]”’"'»])$/u.test(base) && !/\p{L}$/u.test(mark);
  if (known || afterWord) return lead + word.text;
  return lead + word.text + mark.replace(/\d/g, (digit) => RAISED[digit]!);
}

/** How the next line goes on from the text so far: how much is cut off its end, and what stands between. */
function seam(text: string, next: string, own: OwnWords): { cut: number; between: string } {
  const end = text.at(-1) ?? "";
  if (end === "\u00ad") return { cut: 1, between: "" };
  const last = /\S+$/.exec(text.slice(-80))?.[0] ?? "";
  if (
    (end === "-" || end === "‐") &&
    /[\p{L}\p{N}]/u.test(last.at(-2) ?? "") &&
    /^[\p{L}\p{N}]/u.test(next)
  ) {
    // "pre- and post-war": a hyphen that hangs before "and" stands for the rest of another word.
    if (/^(?:and|or|to|und|et|y|o|и)(?:\s|$)/u.test(next) && own.count(`${last}`) === 0)
      return { cut: 0, between: " " };
    return { cut: keepsHyphen(last, next, own) ? 0 : 1, between: "" };
  }
  if (end === "—" && last.length > 1) return { cut: 0, between: "" };
  if (end === "–" && /\p{N}–$/u.test(last) && /^\p{N}/u.test(next)) return { cut: 0, between: "" };
  if (end === "/" && last.length > 1 && !/^\s/.test(next)) return { cut: 0, between: "" };
  if (UNSPACED.test(end) && UNSPACED.test(next.charAt(0))) return { cut: 0, between: "" };
  return { cut: 0, between: " " };
}
