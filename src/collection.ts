/** Saved collections: checked on load, every passage included; sorted and complete on the way out. */
import { ReadoutError } from "./errors.ts";
import type { Article, Collection, Speaker } from "./model.ts";
import { collectionSchema, issueOf } from "./schemas.ts";
import { checkPassage } from "./span.ts";

/** The articles' order in every collection: by date, outlet and title, then id; a function of content alone. */
export function byArticle(a: Article, b: Article): number {
  return (
    compareText(a.publishedAt ?? "~", b.publishedAt ?? "~") ||
    compareText(a.outlet ?? "~", b.outlet ?? "~") ||
    compareText(a.title ?? "~", b.title ?? "~") ||
    compareText(a.id, b.id)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Takes in a saved collection.
 * @throws ReadoutError COLLECTION_BROKEN where the JSON is none, PASSAGE_MISMATCH where words and offsets differ
 */
export function loadCollection(json: unknown): Collection {
  const parsed = collectionSchema.safeParse(json);
  if (!parsed.success) throw new ReadoutError("COLLECTION_BROKEN", { detail: issueOf(parsed.error) });
  const collection = parsed.data as Collection;
  const texts = new Map(collection.articles.map((a) => [a.id, a.text]));
  for (const article of collection.articles) checkArticle(article);
  const relations = collection.points.flatMap((p) => [...p.relations, ...(p.decisive ? [p.decisive] : [])]);
  const elsewhere = [
    ...relations.flatMap((r) => r.evidence),
    ...collection.absences.flatMap((a) => a.evidence),
  ];
  for (const passage of elsewhere) {
    const text = texts.get(passage.article);
    if (text === undefined)
      throw new ReadoutError("COLLECTION_BROKEN", {
        detail: `a passage names no article: ${passage.article}`,
      });
    checkPassage(text, passage, `evidence in ${passage.article}`);
  }
  return collection;
}

/**
 * Checks every passage of an article against its text.
 * @throws ReadoutError PASSAGE_MISMATCH
 */
export function checkArticle(article: Article): void {
  const { rejected = [], machine } = article;
  for (const statement of [
    ...article.statements,
    ...article.narrated,
    ...rejected,
    ...(machine?.statements ?? []),
  ]) {
    const roles = ["source", "cue", "content", "refersTo", "addressee", "medium", "via"] as const;
    for (const role of roles) {
      for (const passage of statement[role])
        checkPassage(article.text, passage, `${role} of statement ${statement.id} in ${article.id}`);
    }
  }
}

/** The articles as `read` left them: side by its name again, no narrated statements, no sides on speakers. */
export function unmerged(collection: Collection): Article[] {
  const names = new Map(collection.sides.map((s) => [s.id, s.name]));
  return collection.articles.map((article) => ({
    ...article,
    side: article.side === null ? null : (names.get(article.side) ?? article.side),
    narrated: [],
    speakers: article.speakers.map((s) => ({ ...s, side: null })),
  }));
}

/** `read`'s speakers: one per document and holder, each its own only member. */
export function documentSpeakers(articles: readonly Article[]): Speaker[] {
  return articles.flatMap((a) => a.speakers.map((s) => ({ ...s, members: [s.id] })));
}
