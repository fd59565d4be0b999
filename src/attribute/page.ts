/**
 * A document prepared for the rules: its words, and quick answers to "which words, which sentence, which quotation".
 */
import type { Quotation, Span, Tagged } from "../model.ts";
import { contains } from "../span.ts";
import { splitWords, type Word } from "./words.ts";

/** Index of the first item that ends after `position`; the items are in text order and don't overlap. */
export function firstEndingAfter(items: readonly Span[], position: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.end ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}

export interface Page {
  doc: Tagged;
  text: string;
  words: Word[];
  /** Words wholly within the span. */
  within(span: Span): Word[];
  /** The last `count` words that end at or before the position. */
  before(position: number, count: number): Word[];
  /** The first `count` words that start at or after the position. */
  after(position: number, count: number): Word[];
  /** The sentence at a position, or null between sentences. */
  sentenceAt(position: number): Span | null;
  /** The sentence before that of a position in the same or the previous paragraph, or null. */
  sentenceBefore(position: number): Span | null;
  /** Index of the paragraph at a position, or of the next one. */
  paragraphAt(position: number): number;
  /** Index of the transcript's turn at a position, its label included, or -1. */
  turnAt(position: number): number;
  /** Quotation regions that share a character with the span. */
  quotationsAt(span: Span): Quotation[];
}

/** Prepares a document; linear in its length. */
export function page(doc: Tagged): Page {
  const text = doc.article.text;
  const words = splitWords(text);
  const outer = doc.quotations.filter((q) => q.depth === 0);
  const turns = doc.turns.map(({ label, body }) => ({ start: label.start, end: body.end }));
  const byOuter = new Map<Quotation, Quotation[]>();
  for (const quotation of doc.quotations) {
    const top = outer[firstEndingAfter(outer, quotation.start)];
    if (!top || !contains(top, quotation)) continue;
    const list = byOuter.get(top);
    if (list) list.push(quotation);
    else byOuter.set(top, [quotation]);
  }
  return {
    doc,
    text,
    words,
    within(span) {
      let from = firstEndingAfter(words, span.start);
      if ((words[from]?.start ?? 0) < span.start) from++;
      let to = from;
      while (to < words.length && (words[to]?.end ?? 0) <= span.end) to++;
      return words.slice(from, to);
    },
    before(position, count) {
      let to = firstEndingAfter(words, position);
      while (to > 0 && (words[to - 1]?.end ?? 0) > position) to--;
      return words.slice(Math.max(0, to - count), to);
    },
    after(position, count) {
      let from = firstEndingAfter(words, position);
      if ((words[from]?.start ?? position) < position) from++;
      return words.slice(from, from + count);
    },
    sentenceAt(position) {
      const sentence = doc.sentences[firstEndingAfter(doc.sentences, position)];
      return sentence && sentence.start <= position ? sentence : null;
    },
    sentenceBefore(position) {
      const index = firstEndingAfter(doc.sentences, position);
      return doc.sentences[index - 1] ?? null;
    },
    paragraphAt(position) {
      return firstEndingAfter(doc.paragraphs, position);
    },
    turnAt(position) {
      const index = firstEndingAfter(turns, position);
      return index < turns.length && turns[index]!.start <= position ? index : -1;
    },
    quotationsAt(span) {
      const found: Quotation[] = [];
      for (let i = firstEndingAfter(outer, span.start); i < outer.length; i++) {
        const top = outer[i];
        if (!top || top.start >= span.end) break;
        for (const q of byOuter.get(top) ?? []) if (q.start < span.end && span.start < q.end) found.push(q);
      }
      return found;
    },
  };
}
