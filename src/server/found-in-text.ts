/** Where words that somebody looks for stand in a document's own text. */
import type { Passage } from "../model.ts";
import { passage } from "../span.ts";
import type { Loaded } from "./article-cache.ts";

/** Longest stretch shown around what was found, in UTF-16 units. */
const LONGEST = 240;

/** The words typed, without the marks around and between them. */
function wordsOf(typed: string): string[] {
  return typed.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * The sentence with most of the words, where each of them begins a word of the text somewhere; else null. What is typed
 * is looked for as a whole first.
 */
export function foundInText({ article, sentences }: Loaded, typed: string): Passage | null {
  const words = wordsOf(typed);
  if (words.length === 0) return null;
  const begins = words.map((word) => new RegExp(`(?<![\\p{L}\\p{N}])${word}`, "iu"));
  if (!begins.every((word) => word.test(article.text))) return null;
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])${words.join("[^\\p{L}\\p{N}]+")}`, "iu");
  let best: { at: number; weight: number } | null = null;
  for (const [at, { start, end }] of sentences.entries()) {
    const text = article.text.slice(start, end);
    const weight = begins.filter((w) => w.test(text)).length + (whole.test(text) ? words.length : 0);
    if (weight > (best?.weight ?? 0)) best = { at, weight };
  }
  const sentence = best && sentences[best.at];
  if (!sentence) return null;
  const { start, end } = sentence;
  if (end - start <= LONGEST) return passage(article.text, start, end);
  // Of a long sentence the part from the first word found on.
  const text = article.text.slice(start, end);
  const first = start + Math.max(0, Math.min(...begins.map((w) => text.search(w)).filter((i) => i >= 0)));
  const cut = article.text.slice(first, Math.min(end, first + LONGEST));
  const last = first + (first + LONGEST < end ? cut.search(/\s\S*$/u) : cut.length);
  return passage(article.text, first, last);
}

/** True where each of the words begins a word of the document's name, title or outlet. */
export function isNamedSo(names: readonly (string | null)[], typed: string): boolean {
  const all = ` ${names.map((name) => name ?? "").join(" ")}`.toLowerCase().replace(/[/_-]/gu, " ");
  return typed
    .toLowerCase()
    .split(/\s+/u)
    .filter(Boolean)
    .every((word) => all.includes(` ${word}`));
}
