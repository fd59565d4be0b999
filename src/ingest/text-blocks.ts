/**
 * The paragraphs of an office document while its parts are read in order: one block a paragraph, one a table row with its
 * cells parted by a tab; text boxes follow the paragraph that they hang on. Cells that hold more than a value (several
 * paragraphs, or a long one) lay out the page: they are blocks of their own, as in pages (see page-text.ts).
 */
const LONGEST_VALUE = 160;

export class TextBlocks {
  #sinks: string[][] = [[]];
  #rows: string[][][] = [];
  #open: { pieces: string[]; boxes: string[] }[] = [];
  #carried: string[] = [];

  openParagraph(): void {
    this.#open.push({ pieces: this.#carried, boxes: [] });
    this.#carried = [];
  }

  /** Words of the open paragraph; "\n" is a line break. Words outside of paragraphs are no text. */
  add(words: string): void {
    this.#open.at(-1)?.pieces.push(words);
  }

  /**
   * @param joined true where the next paragraph goes on in this one, as after a deleted paragraph mark
   * @returns the paragraph's text, "" where it is empty
   */
  closeParagraph(joined = false): string {
    const paragraph = this.#open.pop();
    if (!paragraph) return "";
    if (joined) {
      this.#carried = paragraph.pieces;
      this.#put(paragraph.boxes);
      return "";
    }
    const text = tidy(paragraph.pieces.join(""));
    this.#put(text === "" ? paragraph.boxes : [text, ...paragraph.boxes]);
    return text;
  }

  openBox(): void {
    this.#sinks.push([]);
  }

  closeBox(): void {
    if (this.#sinks.length === 1) return;
    const blocks = this.#sinks.pop()!;
    const host = this.#open.at(-1);
    if (host) append(host.boxes, blocks);
    else this.#put(blocks);
  }

  openRow(): void {
    this.#rows.push([]);
  }

  openCell(): void {
    this.#sinks.push([]);
  }

  closeCell(): void {
    if (this.#sinks.length === 1) return;
    const blocks = this.#sinks.pop()!;
    const row = this.#rows.at(-1);
    if (row) row.push(blocks);
    else this.#put(blocks);
  }

  /** @param kept false for a row that a tracked change deletes */
  closeRow(kept = true): void {
    const cells = this.#rows.pop();
    if (!cells || !kept) return;
    const isLayout = cells.some((blocks) => blocks.length > 1 || (blocks[0]?.length ?? 0) > LONGEST_VALUE);
    const blocks = cells.flat();
    if (blocks.length > 0) this.#put(isLayout ? blocks : [blocks.join("\t")]);
  }

  /** All blocks so far, those of unfinished parts included. */
  finish(): string[] {
    while (this.#open.length > 0) this.closeParagraph();
    while (this.#rows.length > 0) {
      this.closeCell();
      this.closeRow();
    }
    while (this.#sinks.length > 1) this.closeBox();
    return this.#sinks[0]!;
  }

  #put(blocks: string[]): void {
    append(this.#sinks.at(-1)!, blocks);
  }
}

/** `push(...blocks)` overflows the stack where there are very many. */
function append(list: string[], blocks: string[]): void {
  for (const block of blocks) list.push(block);
}

/** Lines without white space at their edges, runs of spaces as one, as a reader sees them. */
function tidy(words: string): string {
  return words
    .replaceAll("\u00ad", "")
    .replace(/ {2,}/g, " ")
    .split("\n")
    .map((line) => line.trim())
    .join("\n")
    .replace(/\n{2,}/g, "\n")
    .trim();
}
