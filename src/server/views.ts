/** From rows of the store to what the contract shows: references, statements in context, where they stand. */
import type { Article, Passage, Span, SpeakerChoice, Statement } from "../model.ts";
import { type Holder, holderOf, holdingOf, NOT_NAMED, placeOf, type View } from "../report/view.ts";
import { bySpan } from "../span.ts";
import type { StatementRow } from "../store/store.ts";
import type { ArticleCache, Loaded } from "./article-cache.ts";
import { statementChecking } from "./checking.ts";
import type { ArticleRef, PointRef, SideRef, SpeakerRef, StatementView, Tally } from "./contract.ts";
import { type Digest, pointRef } from "./digest.ts";
import { sayingOf } from "./saying.ts";
import { holdersSet } from "./standing.ts";

/** Builds views of one collection for one request. */
export class Views {
  readonly digest: Digest;
  readonly #cache: ArticleCache;
  readonly #loaded = new Map<string, Loaded>();
  readonly #view: View;

  constructor(digest: Digest, cache: ArticleCache) {
    this.digest = digest;
    this.#cache = cache;
    // What the report's look-ups need of a collection, filled with the articles that this request touches.
    this.#view = {
      collection: null as never,
      articles: new Map<string, Article>(),
      statements: new Map(),
      speakers: digest.speakerById,
      sides: digest.sides,
      names: digest.names,
      points: [],
    };
  }

  /** Gets articles ready; those that are gone are left out. */
  async load(ids: Iterable<string>): Promise<void> {
    const { digest } = this;
    const wanted = [...new Set(ids)].filter((id) => !this.#loaded.has(id));
    await Promise.all(
      wanted.map(async (id) => {
        const loaded = await this.#cache.get(digest.id, id, digest.row.compared);
        if (!loaded) return;
        this.#loaded.set(id, loaded);
        (this.#view.articles as Map<string, Article>).set(id, loaded.article);
        for (const [key, found] of loaded.found)
          (this.#view.statements as Map<string, unknown>).set(key, found);
      }),
    );
  }

  /** The report's view over the articles loaded so far. */
  get view(): View {
    return this.#view;
  }

  loaded(article: string): Loaded | null {
    return this.#loaded.get(article) ?? null;
  }

  side(id: string | null): SideRef | null {
    if (id === null) return null;
    return { id, name: this.digest.sides.get(id)?.name ?? id };
  }

  speaker(id: string): SpeakerRef {
    return this.#holder(holderOf(this.#view, id));
  }

  /** The first holder of a statement whose article is loaded. */
  holder({
    statement,
    article,
    narrated,
  }: Pick<StatementRow, "statement" | "article" | "narrated">): SpeakerRef {
    const loaded = this.#loaded.get(article)!;
    return this.#holder(holdingOf(this.#view, { statement, article: loaded.article, narrated }).holders[0]!);
  }

  /** Holders as a person set them, before the comparing has. */
  #chosen(chosen: readonly SpeakerChoice[]): SpeakerRef[] {
    const unknown = { id: null, kind: null, role: null, side: null, sure: false };
    if (chosen.length === 0) return [{ ...unknown, name: NOT_NAMED }];
    return chosen.map(({ name, kind, mention }) => {
      const known = mention === null ? undefined : this.digest.speakerById.get(mention.id);
      return known ? this.speaker(known.id) : { ...unknown, name, kind, sure: true };
    });
  }

  #holder(holder: Holder): SpeakerRef {
    const { id, name, role, side, sure } = holder;
    const known = id === null ? undefined : this.digest.speakerById.get(id);
    return {
      id,
      name,
      kind: known?.kind ?? null,
      role,
      side: side && { id: side.id, name: side.name },
      sure,
    };
  }

  /** Null where the article is not loaded or gone. */
  article(id: string): ArticleRef | null {
    const loaded = this.#loaded.get(id);
    const document = this.digest.documentOf.get(id);
    if (!loaded || !document) return null;
    const { title, outlet, publishedAt, kind, side } = loaded.article;
    return {
      id,
      document: document.id,
      name: this.digest.names.get(id) ?? id,
      title,
      outlet,
      publishedAt,
      kind,
      side: this.side(side),
    };
  }

  articles(ids: readonly string[]): ArticleRef[] {
    return ids.map((id) => this.article(id)).filter((a) => a !== null);
  }

  point(id: string): PointRef | null {
    const point = this.digest.points.get(id);
    return point ? pointRef(point) : null;
  }

  /** Statements as shown, in the order of the rows; loads their articles. */
  async statements(rows: readonly StatementRow[]): Promise<StatementView[]> {
    await this.load(rows.map((r) => r.article));
    return rows.map((row) => this.#statement(row)).filter((s) => s !== null);
  }

  #statement(row: StatementRow): StatementView | null {
    const loaded = this.#loaded.get(row.article);
    const article = this.article(row.article);
    if (!loaded || !article) return null;
    const { statement, narrated } = row;
    const { holders, reportedBy } = holdingOf(this.#view, { statement, article: loaded.article, narrated });
    const set = holdersSet(this.digest, row.id);
    const extent = extentOf(loaded.article.text, statement);
    return {
      statement,
      article,
      narrated,
      holders: set ? this.#chosen(set) : holders.map((h) => this.#holder(h)),
      reportedBy: reportedBy.map((hs) => hs.map((h) => this.#holder(h))),
      says: sayingOf({ statement, article: loaded.article, narrated }),
      extent,
      context: contextOf(loaded, extent),
      place: this.#place(loaded.article, extent.start),
      points: row.points.map((id) => this.point(id)).filter((p) => p !== null),
      checking: statementChecking(this.digest, row.id, row.checking),
    };
  }

  #place(article: Article, start: number): string | null {
    const name = this.digest.names.get(article.id);
    if (name === undefined) return null;
    const place = placeOf(this.#view, article, start).slice(name.length).trim();
    return place.startsWith(":") ? `line ${place.slice(1)}` : place || null;
  }

  /** How many of these attributions people have checked; sentences in the documents' own voice don't count. */
  tally(rows: Iterable<Pick<StatementRow, "narrated" | "checking">>): Tally {
    let done = 0;
    let total = 0;
    for (const { narrated, checking } of rows) {
      if (narrated) continue;
      total++;
      if (checking.status !== "machine") done++;
    }
    return { done, total };
  }
}

/** From the first word of a statement to its last, whatever its role. */
export function extentOf(text: string, { source, cue, content }: Statement): Passage {
  const all = [...source, ...cue, ...content].sort(bySpan);
  const start = all[0]?.start ?? 0;
  const end = all.reduce((e, p) => Math.max(e, p.end), start);
  return { start, end, text: text.slice(start, end) };
}

function contextOf({ article, sentences }: Loaded, extent: Span): StatementView["context"] {
  const first = sentences.findIndex((s) => s.end > extent.start);
  if (first === -1) return { start: extent.start, before: "", text: "", after: "", end: extent.end };
  let last = first;
  while (last + 1 < sentences.length && sentences[last + 1]!.start < extent.end) last++;
  const words = (s: Span | undefined) => (s ? article.text.slice(s.start, s.end) : "");
  const start = Math.min(sentences[first]!.start, extent.start);
  const end = Math.max(sentences[last]!.end, extent.end);
  return {
    start,
    before: words(sentences[first - 1]),
    text: article.text.slice(start, end),
    after: words(sentences[last + 1]),
    end,
  };
}
