/** Finds typed words in the documents, whatever their quotation marks, dashes, spaces and case. */
import type { Article, Span } from "../model.ts";
import { fold, occurrences, unfold } from "./fold.ts";

export interface Place extends Span {
  article: Article;
}

/** The words without white space and punctuation at their edges; "" where no letter or digit is left. */
function core(words: string): string {
  return words.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, "");
}

/**
 * Every place where the words stand, in the articles' order. Typography and case are folded, edge punctuation is
 * ignored, whole words only; a place is a span of the article's own text.
 */
export function findWords(articles: readonly Article[], words: string): Place[] {
  const wanted = fold(core(words)).text;
  if (wanted === "") return [];
  return articles.flatMap((article) => {
    const folded = fold(article.text);
    return occurrences(folded.text, wanted).map((at) => ({
      article,
      ...unfold(folded, at, at + wanted.length),
    }));
  });
}
