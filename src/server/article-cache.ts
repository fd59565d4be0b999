import { LimitedMap } from "../limited-map.ts";
import type { Article, Span } from "../model.ts";
import type { Found } from "../report/view.ts";
import { segment } from "../segment/segment.ts";
import type { Store } from "../store/store.ts";

/** An article with its parts and its statements by id. */
export interface Loaded {
  article: Article;
  /** The comparing it is of. */
  compared: number;
  paragraphs: Span[];
  sentences: Span[];
  found: Map<string, Found>;
}

/** Articles in mind: some fifty million characters of text and as many of statements. */
const LIMIT = 50_000_000;

/** Articles as the last comparing left them, kept while they are asked for. */
export class ArticleCache {
  readonly #store: Store;
  readonly #kept = new LimitedMap<string, Loaded>(LIMIT, sizeOf);
  readonly #coming = new Map<string, Promise<Loaded | null>>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Null where the collection has no such article. */
  async get(collection: string, id: string, compared: number): Promise<Loaded | null> {
    const key = `${collection} ${id}`;
    const kept = this.#kept.get(key);
    if (kept && kept.compared === compared) return kept;
    const wanted = `${key} ${compared}`;
    const coming = this.#coming.get(wanted);
    if (coming) return coming;
    const load = this.#load(collection, id, compared, kept).finally(() => this.#coming.delete(wanted));
    this.#coming.set(wanted, load);
    const loaded = await load;
    if (loaded) this.#kept.set(key, loaded);
    return loaded;
  }

  async #load(
    collection: string,
    id: string,
    compared: number,
    before: Loaded | undefined,
  ): Promise<Loaded | null> {
    const article = await this.#store.article(collection, id);
    if (!article) return null;
    // The text of an id never changes; its kind may, and with it where sentences end.
    const { paragraphs, sentences } = before?.article.kind === article.kind ? before : segment(article);
    const found = new Map<string, Found>();
    for (const statement of article.narrated) found.set(statement.id, { statement, article, narrated: true });
    for (const statement of [...article.statements, ...(article.rejected ?? [])])
      found.set(statement.id, { statement, article, narrated: false });
    return { article, compared, paragraphs, sentences, found };
  }
}

function sizeOf({ article }: Loaded): number {
  return article.text.length + 2000 * (article.statements.length + article.narrated.length);
}
