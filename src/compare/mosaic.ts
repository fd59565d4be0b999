import type { Passage } from "../model.ts";

/** A text put together of passages, with the way back to the article. */
export class Mosaic {
  readonly text: string;
  private readonly pieces: { at: number; passage: Passage }[] = [];

  constructor(
    private readonly source: string,
    passages: readonly Passage[],
  ) {
    let text = "";
    for (const passage of passages) {
      // Pieces from two sentences stay two: a stop between them is kept.
      const before = this.pieces.at(-1)?.passage;
      const stop =
        before &&
        passage.start > before.end &&
        /[.!?]/.test(source.slice(before.end - 1, passage.start)) &&
        /^\p{Lu}|^[“"‘']/u.test(passage.text);
      if (text !== "") text += stop && !/[.!?]["”’']?$/.test(text) ? ". " : " ";
      this.pieces.push({ at: text.length, passage });
      text += passage.text;
    }
    this.text = text;
  }

  /** The article's words behind a stretch; of a stretch over several pieces the longest part. */
  passageAt(start: number, end: number): Passage | null {
    let best: Passage | null = null;
    for (const { at, passage } of this.pieces) {
      const from = Math.max(start, at);
      const to = Math.min(end, at + passage.text.length);
      if (to <= from || (best && to - from <= best.end - best.start)) continue;
      let a = passage.start + from - at;
      let b = passage.start + to - at;
      while (a < b && /[\s,;:–—“”"‘]/.test(this.source.charAt(a))) a++;
      while (b > a && /[\s,;:–—“”"]/.test(this.source.charAt(b - 1))) b--;
      if (b > a) best = { start: a, end: b, text: this.source.slice(a, b) };
    }
    return best;
  }
}
