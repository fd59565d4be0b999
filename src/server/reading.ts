import { rowsOf } from "../store/cursor.ts";
import type { DocumentRow, StatementRow, Store } from "../store/store.ts";
import type { DocumentAnswer } from "./contract.ts";
import type { Views } from "./views.ts";

/** All that the reading view shows of a document; empty until it is read. */
export async function readingOf(
  views: Views,
  store: Store,
  document: DocumentRow,
): Promise<Omit<DocumentAnswer, "revision" | "document">> {
  const nothing = { article: null, statements: [], narrated: [], speakers: [], copies: [] };
  if (document.article === null) return nothing;
  await views.load([document.article]);
  const loaded = views.loaded(document.article);
  if (!loaded) return nothing;
  const { article, paragraphs, sentences } = loaded;
  const rows = await rowsOfArticle(store, views.digest.id, article.id);
  const shown = (await views.statements(rows)).sort(
    (a, b) => a.extent.start - b.extent.start || b.extent.end - a.extent.end,
  );
  const { id, url, outlet, title, byline, publishedAt, retrievedAt, kind, language, text, pages, times } =
    article;
  const speakers = new Map(
    article.speakers.map((s) => {
      const ref = views.speaker(s.id);
      return [ref.id ?? s.id, ref] as const;
    }),
  );
  return {
    article: {
      id,
      url,
      outlet,
      title,
      byline,
      publishedAt,
      retrievedAt,
      kind,
      language,
      side: views.side(article.side),
      text,
      paragraphs,
      sentences,
      pages,
      times,
    },
    statements: shown.filter((s) => !s.narrated),
    narrated: shown.filter((s) => s.narrated),
    speakers: [...speakers.values()],
    copies: views.digest.rest.copies.filter((c) => c.articles.includes(id)),
  };
}

/** Every statement of an article: narrated ones and rejected ones too. */
async function rowsOfArticle(store: Store, collection: string, article: string): Promise<StatementRow[]> {
  const rows = new Map<string, StatementRow>();
  for (const status of [null, "rejected"] as const) {
    const page = (after: string | null) =>
      store.statements(collection, { article, status, narrated: true, after, limit: 1000 });
    for await (const row of rowsOf(page)) rows.set(row.id, row);
  }
  return [...rows.values()];
}
