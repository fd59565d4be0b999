import { type Block, type Line, median } from "./page.ts";
import { isRtl } from "./visual-order.ts";

/** Lines that make one paragraph; over columns and pages where it goes on there. */
export interface Paragraph {
  lines: Line[];
}

/** What an item of a list, a numbered paragraph or a speaker's turn begins with. */
const ITEM =
  /^(?:[•◦▪‣–—-]$|\(?(?:\d{1,3}|[a-zA-Z]|[ivxlc]{1,5})[.)]$|¶+(?:\d+\.?)?$|§+\d|\d+(?:\.\d+)+\.?$|(?:Q|A|THE COURT|THE WITNESS|M[RS]S?\. [A-Z]+)[.:]$)/;
/** A speaker before what is said. */
const LABEL = /^(?:\p{Lu}[\p{Lu}.’'-]*(?: [\p{Lu}.’'-]+){0,4}|Question|Answer):(?:\s|$)/u;
const ENDS = /[.?!:;…。！？؟]["'”’»)\]]*$/;

/** The words' own way: where a line begins and ends, whichever direction it is read in. */
interface Edges {
  start(line: Line): number;
  end(line: Line): number;
}

/** Rebuilds the paragraphs of all blocks, in order. */
export function paragraphsOf(blocks: readonly Block[], bodySize: number): Paragraph[] {
  const out: Paragraph[] = [];
  const context = contextOf(blocks, bodySize);
  for (const block of blocks) {
    const made = block.table ? block.lines.map((line) => ({ lines: [line] })) : partBlock(block, context);
    const open = out.at(-1);
    const next = made[0];
    if (open && next && !block.table && goesOn(open, next, context)) {
      open.lines.push(...next.lines);
      made.shift();
    }
    out.push(...made);
  }
  return joinAcross(out, context);
}

interface Context {
  /** Distance of lines of one paragraph by size (in half points). */
  leading: ReadonlyMap<number, number>;
  /** Line ends of the block that a line stands in. */
  right: Map<Line, number>;
  left: Map<Line, number>;
  edges: Map<Line, Edges>;
  /** Lines of blocks in which most lines end at the same margin. */
  justified: Set<Line>;
  /** Paragraphs begin with an indent in most of the document. */
  indented: boolean;
  /** The size of most letters. */
  bodySize: number;
}

const LEFT_TO_RIGHT: Edges = { start: (line) => line.x0, end: (line) => line.x1 };
const RIGHT_TO_LEFT: Edges = { start: (line) => -line.x1, end: (line) => -line.x0 };

const sizeKey = (size: number) => Math.round(size * 2);

function contextOf(blocks: readonly Block[], bodySize: number): Context {
  const context: Context = {
    leading: new Map(),
    right: new Map(),
    left: new Map(),
    edges: new Map(),
    justified: new Set(),
    indented: false,
    bodySize,
  };
  const steps = new Map<number, number[]>();
  let [indents, lines] = [0, 0];
  for (const { lines: all, table } of blocks) {
    if (table) continue;
    const words = all.flatMap((line) => line.words);
    const edges =
      words.filter((w) => isRtl(w.text)).length > words.length / 2 ? RIGHT_TO_LEFT : LEFT_TO_RIGHT;
    const right = rightMargin(all, edges);
    const left = leftMargin(all, edges);
    const flush = all.filter((line) => right - edges.end(line) < line.size * 0.2).length;
    if (all.length >= 5 && flush > all.length * 0.5) for (const line of all) context.justified.add(line);
    all.forEach((line, i) => {
      context.edges.set(line, edges);
      context.right.set(line, right);
      context.left.set(line, left);
      const before = all[i - 1];
      lines++;
      if (edges.start(line) > left + line.size * 0.7 && edges.start(line) < left + line.size * 5) indents++;
      if (!before || Math.abs(before.size - line.size) > line.size * 0.06) return;
      // A line that fills its column rarely ends a paragraph, so the step after it is the leading.
      if (edges.end(before) < right - line.size * 2) return;
      const key = sizeKey(line.size);
      steps.set(key, [...(steps.get(key) ?? []), line.y - before.y]);
    });
  }
  const leading = new Map([...steps].map(([key, values]) => [key, median(values)]));
  return { ...context, leading, indented: indents > lines * 0.06 };
}

/** Where the longest lines end; one that sticks out alone does not count. */
function rightMargin(lines: readonly Line[], edges: Edges): number {
  const ends = lines.map(edges.end).sort((a, b) => b - a);
  const second = ends[1] ?? ends[0]!;
  return ends.length > 4 && ends[0]! - second > lines[0]!.size * 3 ? second : ends[0]!;
}

/** Where most lines begin, or the outermost place where a good part of them do. */
function leftMargin(lines: readonly Line[], edges: Edges): number {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const key = Math.round(edges.start(line) / 3);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const fewest = Math.max(1, lines.length * 0.15);
  const places = [...counts].filter(([, count]) => count >= fewest).map(([key]) => key);
  return places.length > 0 ? Math.min(...places) * 3 : Math.min(...lines.map(edges.start));
}

function partBlock(block: Block, context: Context): Paragraph[] {
  const out: Paragraph[] = [];
  const hanging = hangs(block, context);
  for (const line of block.lines) {
    const open = out.at(-1);
    if (open && !begins(open, line, context, hanging)) open.lines.push(line);
    else out.push({ lines: [line] });
  }
  return out;
}

/**
 * Lists of sources and of items are set with their first lines out and the rest in: most lines are in, and it is the
 * lines further out that follow the end of a sentence.
 */
function hangs({ lines }: Block, { left, edges }: Context): boolean {
  const isIn = (line: Line) => edges.get(line)!.start(line) > left.get(line)! + line.size * 0.7;
  if (lines.length < 4 || lines.filter(isIn).length <= lines.length * 0.5) return false;
  const after = (out: boolean) => {
    const some = lines.slice(1).filter((line) => isIn(line) !== out);
    const ended = some.filter((line) => ENDS.test(textOf(lines[lines.indexOf(line) - 1]!)));
    return some.length === 0 ? 0 : ended.length / some.length;
  };
  return after(true) >= 0.6 && after(false) < 0.6;
}

function begins(open: Paragraph, line: Line, context: Context, hanging: boolean): boolean {
  const last = open.lines.at(-1)!;
  const first = open.lines[0]!;
  const { size } = line;
  const edges = context.edges.get(line)!;
  const leading = context.leading.get(sizeKey(size)) ?? size * 1.25;
  const step = line.y - last.y;
  if (Math.max(size, last.size) / Math.min(size, last.size) > 1.12) return true;
  if (step > Math.max(leading * 1.25, size * 1.15) || step < -size * 0.5) return true;
  const full = isFull(last, line, context) || isBroken(last, line);
  const centred = isCentred(last, line, context);
  if (last.bold !== line.bold && startsBold(line) !== startsBold(first)) return true;
  if (last.bold && !line.bold && open.lines.every((l) => l.bold) && !startsBold(line)) return true;
  if (isItem(line)) {
    const aligned = Math.abs(edges.start(line) - edges.start(first)) < size * 0.6;
    if (!full || (isItem(first) && aligned) || ENDS.test(textOf(last))) return true;
  }
  const shift = edges.start(line) - edges.start(last);
  if (!centred) {
    if (hanging) {
      if (shift < -size * 0.7 && edges.start(line) < context.left.get(line)! + size) return true;
    } else if (shift > size * 0.7 && shift < size * 8) {
      // An indent begins a paragraph, but for the second line of an item.
      const item = isItem(first) || isOutdented(open);
      if (!(open.lines.length === 1 && item)) return true;
    } else if (shift < -size * 0.7 && open.lines.length > 1) return true;
  }
  if (full) return false;
  // Lines of a great title belong together wherever they are broken.
  if (centred && size > context.bodySize * 1.15) return ENDS.test(textOf(last));
  const words = textOf(line);
  if (/^\p{Ll}/u.test(words)) return false;
  const width = context.right.get(last)! - context.left.get(last)!;
  const length = edges.end(last) - context.left.get(last)!;
  return ENDS.test(textOf(last)) || length < width * 0.75 || startsBold(line) !== startsBold(last);
}

const startsBold = (line: Line) => line.words[0]?.bold ?? false;

/** The first line stands further out than the second would: "Q. … / … " set with its mark in the margin. */
function isOutdented(open: Paragraph): boolean {
  return /^["“(]?\p{Lu}[\p{L}.’' -]{0,30}:(?:\s|$)/u.test(textOf(open.lines[0]!));
}

/** The next line's first word would not have fitted at the end of this one. */
function isFull(line: Line, next: Line, { right, edges }: Context): boolean {
  const word = next.words[0]!;
  const room = right.get(line)! - edges.get(line)!.end(line);
  return room < word.x1 - word.x0 + line.size * 0.25 || room < line.size * 0.7;
}

/** A word or a range goes on in the next line. */
function isBroken(line: Line, next: Line): boolean {
  return /[\p{L}\p{N}][-‐\u00ad]$/u.test(textOf(line)) && /^[\p{Ll}\p{N}]/u.test(textOf(next));
}

/** Lines set about one middle, not from one edge. */
function isCentred(a: Line, b: Line, { left, edges }: Context): boolean {
  const [one, two] = [(a.x0 + a.x1) / 2, (b.x0 + b.x1) / 2];
  const inset = [a, b].some((line) => edges.get(line)!.start(line) > left.get(line)! + line.size);
  return Math.abs(one - two) < Math.max(2, a.size * 0.2) && Math.abs(a.x0 - b.x0) > 2 && inset;
}

function isItem(line: Line): boolean {
  const [first, second] = line.words;
  if (!first || !second) return false;
  // Questions and answers of a hearing: the letter stands in the margin.
  if (
    /^[QA]$/.test(first.text) &&
    /^["“(]?\p{Lu}|^\(/u.test(second.text) &&
    second.x0 - first.x1 > line.size * 0.75
  )
    return true;
  return ITEM.test(first.text) || LABEL.test(textOf(line));
}

function textOf(line: Line): string {
  return line.words.map((word) => word.text).join(" ");
}

/** Whether a paragraph at the foot of a column goes on at the head of the next. */
function goesOn(open: Paragraph, next: Paragraph, context: Context): boolean {
  const last = open.lines.at(-1)!;
  const line = next.lines[0]!;
  if (last.cells || line.cells) return false;
  if (Math.max(line.size, last.size) / Math.min(line.size, last.size) > 1.05 || line.bold !== last.bold)
    return false;
  const before = textOf(last);
  const after = textOf(line);
  if (isItem(line)) return false;
  if (/[\u00ad‐-]$/.test(before) && /^\p{L}/u.test(after)) return true;
  const edges = context.edges.get(line)!;
  const indented = edges.start(line) > context.left.get(line)! + line.size * 0.7;
  if (/^[\p{Ll}]/u.test(after)) return !/[.?!]["”’]?$/.test(before);
  if (indented && next.lines.length > 1) return false;
  const heading = open.lines.length === 1 && Math.abs(last.size - context.bodySize) > last.size * 0.05;
  const full = isFull(last, line, context) && !heading;
  if (!full || last.bold) return false;
  if (!ENDS.test(before)) return true;
  // A sentence ends with the column. Where indents show beginnings, there is none; in justified text, a paragraph's last
  // line hardly ever ends at the very margin.
  const margin = context.right.get(last)! - context.edges.get(last)!.end(last);
  return indented ? false : context.indented || (context.justified.has(last) && margin < last.size * 0.2);
}

/** A table, a figure or a box may stand between two parts of a sentence: the part that begins small is put back. */
function joinAcross(paragraphs: readonly Paragraph[], context: Context): Paragraph[] {
  const out: Paragraph[] = [];
  for (const next of paragraphs) {
    const line = next.lines[0]!;
    const begun = out
      .slice(-4, -1)
      .findLast(
        (open) =>
          /^\p{Ll}/u.test(textOf(line)) &&
          open.lines.at(-1)!.page <= line.page &&
          !ENDS.test(textOf(open.lines.at(-1)!)) &&
          open.lines.length > 1 &&
          goesOn(open, next, context),
      );
    const nearer = out.at(-1);
    if (
      begun &&
      nearer &&
      (nearer.lines[0]!.cells ||
        Math.abs(nearer.lines.at(-1)!.size - line.size) > line.size * 0.05 ||
        ENDS.test(textOf(nearer.lines.at(-1)!)))
    )
      begun.lines.push(...next.lines);
    else out.push(next);
  }
  return out;
}
