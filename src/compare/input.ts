import type { Article, Constraints, PairOpinion, Side, Span, Speaker } from "../model.ts";

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
  constraints?: Pick<Constraints, "bonds" | "relations" | "questions">;
}

/** A compare input with what models made of it; null or left out does without. */
export interface CompareInputWithModels extends CompareInput {
  /** Of the texts that `textsToEncode` asked for. */
  vectors: ReadonlyMap<string, Float32Array> | null;
  /** Of the pairs that `pairsToJudge` asked for. */
  opinions?: ReadonlyMap<string, PairOpinion> | null;
}
