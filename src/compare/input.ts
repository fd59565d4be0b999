import type { Article, Constraints, Side, Span, Speaker } from "../model.ts";

/** What `compareArticles` needs: the merged articles and what other stages know of them. */
export interface CompareInput {
  /** Statements refer to the article's own speakers. */
  articles: readonly Article[];
  /** The collection's speakers; `members` are the articles' speakers. */
  speakers: readonly Speaker[];
  sides: readonly Side[];
  /** Sentences of each article, by article id. */
  sentences: ReadonlyMap<string, readonly Span[]>;
  /** The collection's speaker who holds a document's own voice: a report's outlet, a readout's body. */
  narrator: (articleId: string) => string | null;
  /** What people ruled about points; left out where nobody ruled. */
  constraints?: Pick<Constraints, "together" | "apart" | "relations" | "questions">;
}

/** A compare input with the vectors that `textsToEncode` asked for; null compares by words only. */
export interface CompareInputWithVectors extends CompareInput {
  vectors: ReadonlyMap<string, Float32Array> | null;
}
