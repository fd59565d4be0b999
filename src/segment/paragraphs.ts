import type { Span } from "../model.ts";
import { trimSpan } from "../span.ts";

interface Line {
  /** The line without white space at its edges. */
  start: number;
  end: number;
  /** White space before `start` on this line, in code units. */
  indent: number;
  /** Length from the first visible character, as a wrapping editor counts it. */
  length: number;
}

/** Longest line that a wrapping editor or mailer makes; longer ones are whole paragraphs. */
const WIDEST_WRAP = 130;
/** How far below the widest line a wrapped line may end although its next word would have fitted. */
const WRAP_SLACK = 8;

const LINE_BREAK = /[\n\f\u0085\u2028\u2029]/g;
const RULE =
  /^(?:={3,}|-{3,}|_{3,}|\*{3,}|~{3,}\w*|`{3,}\w*|#{2,}|(?:\*[ \t]+){2,}\*|(?:-[ \t]+){2,}-|(?:_[ \t]+){2,}_)$/;
const HEADING = /#{1,6}[ \t]+(?=\S)/y;
const QUOTE_MARK = /(?:>[ \t]?)+(?=\S)/y;
const BULLET = /[-*•‣▪●·][ \t\u00a0]+(?=\S)/y;
const NUMBER = /\(?\d{1,3}[.)][ \t\u00a0]+(?=\S)/y;
const ENDS_SENTENCE = /[.?!…:;。！？]["'”’»›)\]*_]*$/;

/**
 * The paragraphs of a text. A blank line always parts them; a single line break does too, unless the text is
 * plainly hard-wrapped (the next word would not have fitted on the line, and lines begin in lower case as
 * running text does). Markdown's rules count as blank lines, and the marks of headings, list items and block
 * quotations stay outside the spans. Linear in the text.
 * @param startsLabel tells whether a line begins with a speaker's label; such a line is never joined
 */
export function paragraphs(text: string, startsLabel: (line: string) => boolean = () => false): Span[] {
  const blocks = splitBlocks(text);
  const numbered = countNumbered(text, blocks) >= 2;
  const width = wrapWidth(text, blocks);
  const result: Span[] = [];
  for (const block of blocks) {
    let open: Span | null = null;
    let before: Line | null = null;
    for (const line of block) {
      const bare = stripMarks(text, line, numbered);
      const marked = bare.start > line.start;
      if (open && before && !marked && isWrap(text, before, line, width) && !startsLabel(head(text, line))) {
        open.end = bare.end;
      } else {
        open = { start: bare.start, end: bare.end };
        result.push(open);
      }
      before = line;
    }
  }
  return result;
}

/** Runs of lines between blank lines. */
function splitBlocks(text: string): Line[][] {
  const blocks: Line[][] = [];
  let block: Line[] = [];
  const flush = () => {
    if (block.length > 0) blocks.push(block);
    block = [];
  };
  for (let from = 0; from <= text.length; ) {
    LINE_BREAK.lastIndex = from;
    const to = LINE_BREAK.exec(text)?.index ?? text.length;
    const span = trimSpan(text, { start: from, end: to });
    if (!span || (span.end - span.start < 200 && RULE.test(text.slice(span.start, span.end)))) flush();
    else block.push({ ...span, indent: span.start - from, length: span.end - span.start });
    from = to + 1;
  }
  flush();
  return blocks;
}

/** "1." opens a list item only where the document counts on; alone it may be the sentence's own words. */
function countNumbered(text: string, blocks: Line[][]): number {
  let count = 0;
  for (const line of blocks.flat()) {
    NUMBER.lastIndex = line.start;
    if (NUMBER.test(text)) count++;
  }
  return count;
}

function stripMarks(text: string, line: Line, numbered: boolean): Span {
  let { start, end } = line;
  const eat = (pattern: RegExp): boolean => {
    pattern.lastIndex = start;
    const found = pattern.exec(text);
    if (!found || start + found[0].length >= end) return false;
    start += found[0].length;
    return true;
  };
  eat(QUOTE_MARK);
  if (eat(HEADING)) {
    while (end > start && text.charAt(end - 1) === "#") end--;
  } else if (!eat(BULLET) && numbered) {
    eat(NUMBER);
  }
  return trimSpan(text, { start, end }) ?? { start: line.start, end: line.end };
}

/**
 * The column at which the document is wrapped, or null where it is not. Evidence is taken over all single
 * breaks: a third of the following lines begin in lower case, and most lines are full.
 */
function wrapWidth(text: string, blocks: Line[][]): number | null {
  let breaks = 0;
  let long = 0;
  let lower = 0;
  let width = 0;
  for (const block of blocks) {
    for (let i = 0; i + 1 < block.length; i++) {
      const line = block[i]!;
      breaks++;
      if (line.length > WIDEST_WRAP) long++;
      else width = Math.max(width, line.length);
      if (startsLower(text, block[i + 1]!)) lower++;
    }
  }
  if (breaks === 0 || long > breaks * 0.05 || lower < breaks * 0.3 || width < 30) return null;
  let full = 0;
  for (const block of blocks) {
    for (let i = 0; i + 1 < block.length; i++) if (isFull(text, block[i]!, block[i + 1]!, width)) full++;
  }
  return full >= breaks * 0.7 ? width : null;
}

function isFull(text: string, line: Line, next: Line, width: number): boolean {
  return line.length + 1 + firstWordLength(text, next) > width - WRAP_SLACK;
}

function isWrap(text: string, line: Line, next: Line, width: number | null): boolean {
  const ends = ENDS_SENTENCE.test(text.slice(Math.max(line.start, line.end - 8), line.end));
  if (width !== null) return isFull(text, line, next, width) && !(ends && next.indent > line.indent);
  return !ends && startsLower(text, next) && line.length >= 40 && line.length <= WIDEST_WRAP;
}

function startsLower(text: string, line: Line): boolean {
  return /^\p{Ll}/u.test(text.slice(line.start, line.start + 2));
}

function firstWordLength(text: string, line: Line): number {
  let i = line.start;
  while (i < line.end && i - line.start < 60 && !/\s/.test(text.charAt(i))) i++;
  return i - line.start;
}

/** Enough of a line to see a label in it. */
function head(text: string, line: Line): string {
  return text.slice(line.start, Math.min(line.end, line.start + 120));
}
