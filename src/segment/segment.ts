import type { ArticleSource, Segmented, Span, Turn } from "../model.ts";
import { paragraphs as splitParagraphs } from "./paragraphs.ts";
import { quotations } from "./quotations.ts";
import { sentences } from "./sentences.ts";
import { turns as findTurns, startsLabel } from "./turns.ts";

/**
 * The parts of a document, all in text order with exact UTF-16 offsets: paragraphs, sentences (never over a
 * paragraph's border), regions in quotation marks, and in a transcript its turns. In a transcript a label is
 * a sentence of its own. Pure and linear in the text; throws nothing.
 */
export function segment(article: ArticleSource): Segmented {
  const { text } = article;
  const isTranscript = article.kind === "transcript";
  const paragraphs = splitParagraphs(text, isTranscript ? startsLabel : undefined);
  const turns = isTranscript ? findTurns(text, paragraphs) : [];
  // Parting a paragraph after its label keeps "Q." and "MS. ORSIK:" out of the speaker's first sentence.
  const pieces = turns.length === 0 ? paragraphs : partLabels(paragraphs, turns);
  return {
    article,
    paragraphs,
    sentences: sentences(text, pieces),
    quotations: quotations(text, paragraphs),
    turns,
  };
}

function partLabels(paragraphs: Span[], turns: Turn[]): Span[] {
  const pieces: Span[] = [];
  let next = 0;
  for (const { start, end } of paragraphs) {
    while (next < turns.length && turns[next]!.body.start <= start) next++;
    const cut = turns[next]?.body.start ?? end;
    if (cut < end) pieces.push({ start, end: cut }, { start: cut, end });
    else pieces.push({ start, end });
  }
  return pieces;
}
