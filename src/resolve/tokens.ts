import type { Segmented, Span } from "../model.ts";

/** A word, number or mark of punctuation with where it stands. */
export interface Token extends Span {
  text: string;
  /** Lower case, with a straight apostrophe. */
  lower: string;
  word: boolean;
  /** Begins with a capital letter. */
  capital: boolean;
  /** First word of its sentence, or after an opening quotation mark, a colon or a dash that opens a dateline's text. */
  first: boolean;
  sentence: number;
  paragraph: number;
  /** Index of the outermost quotation that holds it, or -1. */
  quotation: number;
}

const ABBREVIATIONS =
  "M[Rr][Ss]?|M[Ss]|D[Rr]|PROF|Prof|Gov|Sen|Rep|Gen|Col|Maj|Capt|Lt|Sgt|Adm|Cmdr|Cpl|Rev|Hon|St|Jr|Sr|JR|SR|Atty|Smt|Cllr|Fr|Msgr|Supt|Insp|Det|Pres|Mt|Messrs|Mx|Inc|Corp|Co|Ltd|Bros|Jan|Feb|Aug|Sept|Oct|Nov|Dec";

const TOKEN = new RegExp(
  [
    "(?:\\p{Lu}\\.){2,}",
    `(?:${ABBREVIATIONS})\\.`,
    "\\p{Lu}\\.(?![\\p{L}])",
    "\\p{L}[\\p{L}\\p{M}\\p{N}]*(?:[-‐‑][\\p{L}\\p{N}]+|['’](?![sS](?!\\p{L}))\\p{L}+|&\\p{L}+)*",
    "['’][sS](?!\\p{L})",
    "\\d(?:[\\d.,:]*\\d)?(?:th|st|nd|rd)?(?:-[\\p{L}-]+)?",
    "\\S",
  ].join("|"),
  "gu",
);

const OPENING = /^["“„«‘'([—–:]$/;

/** Index of the span that holds a position, by binary search over spans in order; -1 where none does. */
export function spanAt(spans: readonly Span[], position: number): number {
  let low = 0;
  let high = spans.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const span = spans[middle]!;
    if (position < span.start) high = middle - 1;
    else if (position >= span.end) low = middle + 1;
    else return middle;
  }
  return -1;
}

/** All tokens of a document in text order. */
export function tokenize(doc: Segmented): Token[] {
  const text = doc.article.text;
  const outer = doc.quotations
    .map((quotation, index) => ({ quotation, index }))
    .filter(({ quotation }) => quotation.depth === 0)
    .sort((a, b) => a.quotation.start - b.quotation.start);
  const outerSpans = outer.map(({ quotation }) => quotation);
  const tokens: Token[] = [];
  let sentence = -2;
  let open = true;
  for (const match of text.matchAll(TOKEN)) {
    const start = match.index;
    const word = /^[\p{L}\d]/u.test(match[0]);
    const inSentence = spanAt(doc.sentences, start);
    if (inSentence !== sentence) open = true;
    sentence = inSentence;
    const quotation = spanAt(outerSpans, start);
    tokens.push({
      start,
      end: start + match[0].length,
      text: match[0],
      lower: match[0].toLowerCase().replaceAll("’", "'"),
      word,
      capital: /^\p{Lu}/u.test(match[0]),
      first: word && open,
      sentence,
      paragraph: spanAt(doc.paragraphs, start),
      quotation: quotation < 0 ? -1 : outer[quotation]!.index,
    });
    if (word) open = false;
    else if (OPENING.test(match[0]) && !(/^['’]$/.test(match[0]) && /\S/.test(text.charAt(start - 1))))
      open = true;
  }
  return tokens;
}

/** Index of the first token that ends after a position. */
export function tokenAt(tokens: readonly Token[], position: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}
