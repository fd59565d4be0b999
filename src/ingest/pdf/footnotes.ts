import type { Block, Box, Line } from "./page.ts";
import type { Paragraph } from "./paragraphs.ts";

export interface WithNotes {
  body: Block[];
  /** Each begins with a line that bears its mark, or goes on with the note before. */
  notes: Block[];
  /** Marks of the notes by page. */
  marks: Map<number, Set<string>>;
}

/** Notes are set smaller than the text by this factor at least. */
const SMALLER = 0.945;
const ENDS = /[.?!:;…)\]"”’\d]$/;
const OWN_MARK = /^(?:\[?\(?(\d{1,3})[\])]?[.:]?|([*†‡§¶‖]{1,3}|[a-z](?=\s)))$/;

/**
 * Parts footnotes from the text: lines at the foot of a column that are set smaller than the text, or stand below a
 * short rule, from the first that begins with a mark.
 * @param bodySize the size of most of the document's letters
 */
export function withoutNotes(
  blocks: readonly Block[],
  rules: ReadonlyMap<number, Box[]>,
  bodySize: number,
  heights: readonly number[],
): WithNotes {
  const body: Block[] = [];
  const notes: Block[] = [];
  const marks = new Map<number, Set<string>>();
  let open = -1;
  for (const block of blocks) {
    const from = block.table
      ? block.lines.length
      : notesFrom(
          block,
          rules.get(block.page) ?? [],
          bodySize,
          heights[block.page] ?? 800,
          open === block.page - 1 || open === block.page,
        );
    const [text, foot] = [block.lines.slice(0, from), block.lines.slice(from)];
    if (text.length > 0) body.push({ ...block, lines: text });
    if (foot.length > 0) {
      notes.push({ ...block, lines: foot });
      open = block.page;
      for (const line of foot) {
        const mark = markOf(line);
        if (mark) marks.set(block.page, (marks.get(block.page) ?? new Set()).add(mark));
      }
    }
  }
  const kept = body.map((block) => withoutLoneMarks(block, marks, bodySize));
  return { body: kept.filter((block) => block.lines.length > 0), notes, marks };
}

/** A mark that found no room at the end of its line stands alone in the next. */
function withoutLoneMarks(block: Block, marks: ReadonlyMap<number, Set<string>>, bodySize: number): Block {
  const lone = (line: Line) => {
    const [word] = line.words;
    const mark = word?.text || word?.mark || "";
    return line.words.length === 1 && line.size < bodySize * 0.87 && marks.get(line.page)?.has(mark) === true;
  };
  return { ...block, lines: block.lines.filter((line) => !lone(line)) };
}

/** The mark that a note begins with, null where the line begins with none. */
function markOf(line: Line): string | null {
  const first = line.words[0];
  if (!first) return null;
  if (first.lead !== "") return first.lead;
  if (first.text === "" && first.mark !== "") return first.mark;
  const own = OWN_MARK.exec(first.text);
  if (own && line.words.length > 1) return own[1] ?? own[2] ?? null;
  return /^([*†‡§]{1,3})\p{L}/u.exec(first.text)?.[1] ?? null;
}

/** True where the mark is raised or a sign, so that it can't be a list's number. */
const isRaised = (line: Line) => {
  const first = line.words[0]!;
  return first.lead !== "" || (first.text === "" && first.mark !== "");
};

function notesFrom(
  block: Block,
  rules: readonly Box[],
  bodySize: number,
  height: number,
  goesOn: boolean,
): number {
  const { lines } = block;
  const end = lines.length;
  let small = end;
  while (small > 0 && lines[small - 1]!.size <= bodySize * SMALLER) small--;
  const low = (line: Line) => line.y > height * 0.35;
  const ruled = (at: number) => isRuled(lines[at - 1] ?? null, lines[at]!, rules);
  for (let at = small; at < end; at++) {
    const line = lines[at]!;
    if (!low(line)) continue;
    if (markOf(line) !== null && (isRaised(line) || ruled(at) || at > 0 || smallBlock(block, bodySize)))
      return at;
    if (at === small && ruled(at) && (goesOn || lines.slice(at).some((l) => markOf(l) !== null))) return at;
  }
  // Notes as large as the text: a rule, then a raised mark.
  for (let at = 0; at < end; at++) {
    const line = lines[at]!;
    if (low(line) && ruled(at) && markOf(line) !== null && (isRaised(line) || line.size <= bodySize))
      return at;
  }
  return end;
}

const smallBlock = (block: Block, bodySize: number) =>
  block.lines.every((line) => line.size <= bodySize * SMALLER) && markOf(block.lines[0]!) !== null;

/** A stroke between two lines that is no longer than most of the column, so no frame and no table. */
function isRuled(above: Line | null, line: Line, rules: readonly Box[]): boolean {
  const top = above ? above.y : line.y - line.size * 3.5;
  return rules.some(
    (rule) =>
      rule.y1 > top &&
      rule.y0 < line.y - line.size * 0.4 &&
      rule.x0 < line.x1 &&
      rule.x1 > line.x0 - 4 &&
      Math.abs(rule.x0 - line.x0) < 30 &&
      rule.x1 - rule.x0 < 330,
  );
}

/** One paragraph a note, whatever stands between its parts: a note goes on until the next mark. */
export function noteParagraphs(notes: readonly Block[]): Paragraph[] {
  const out: Paragraph[] = [];
  let number = Number.NaN;
  // A document raises the marks of all its notes or of none.
  const first = notes.flatMap((block) => block.lines).find((line) => markOf(line) !== null);
  const raised = first !== undefined && isRaised(first);
  for (const { lines } of notes) {
    for (const line of lines) {
      const last = out.at(-1)?.lines.at(-1);
      const mark = markOf(line);
      const value = Number(mark);
      const counts = Number.isNaN(value) || Number.isNaN(number) || value === number + 1 || value === 1;
      const ended = !last || ENDS.test(last.words.at(-1)?.text ?? "");
      const next = mark !== null && (raised ? isRaised(line) : counts && ended);
      if (next && !Number.isNaN(value)) number = value;
      if (next || !last) out.push({ lines: [line] });
      else out.at(-1)!.lines.push(line);
    }
  }
  return out;
}
