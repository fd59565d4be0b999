/** What the tools work on: documents read in this session, laid side by side when that is asked for. */
import { loadCollection, unmerged } from "../collection.ts";
import { ReadoutError } from "../errors.ts";
import { ingest } from "../ingest/ingest.ts";
import { type DocumentRecord, fromRecord } from "../ingest/record.ts";
import type { Article, ArticleSource, Notice } from "../model.ts";
import { emptyCollection, type Readout } from "../node.ts";
import { type View, view } from "../report/view.ts";

export interface ReadReport {
  articles: Article[];
  warnings: Notice[];
  failures: Notice[];
}

/** One session's documents; nothing of it is kept when the session ends. */
export class McpDesk {
  readonly #readout: Pick<Readout, "read" | "compare">;
  readonly #articles = new Map<string, Article>();
  #compared: View | null = null;

  constructor(readout: Pick<Readout, "read" | "compare">) {
    this.#readout = readout;
  }

  /** Reads files, folders, addresses and saved collections; one that fails stops no other. */
  async readInputs(inputs: readonly string[]): Promise<ReadReport> {
    const report: ReadReport = { articles: [], warnings: [], failures: [] };
    for await (const result of ingest([...inputs], { web: { keep: null } })) {
      report.warnings.push(...result.warnings);
      try {
        if (result.failure) report.failures.push(result.failure);
        else if (result.article) this.#keep(await this.#read(result.article), report);
        else if (result.collection !== null)
          for (const article of unmerged(loadCollection(result.collection))) this.#keep(article, report);
      } catch (error) {
        if (!(error instanceof ReadoutError)) throw error;
        report.failures.push({ input: result.input, code: error.code, message: error.message });
      }
    }
    return report;
  }

  /** Reads a text. @throws ReadoutError INPUT_EMPTY */
  async readText(record: DocumentRecord): Promise<ReadReport> {
    const report: ReadReport = { articles: [], warnings: [], failures: [] };
    this.#keep(await this.#read(fromRecord(record)), report);
    return report;
  }

  async #read(source: ArticleSource): Promise<Article> {
    return this.#articles.get(source.id) ?? this.#readout.read(source);
  }

  #keep(article: Article, report: ReadReport): void {
    report.articles.push(article);
    if (this.#articles.has(article.id)) return;
    this.#articles.set(article.id, article);
    this.#compared = null;
  }

  #all(): Article[] {
    if (this.#articles.size === 0) throw new ReadoutError("NOTHING_READ");
    return [...this.#articles.values()];
  }

  /** The documents side by side; compared anew only where documents came since. @throws ReadoutError NOTHING_READ */
  async compared(): Promise<View> {
    this.#compared ??= view(await this.#readout.compare(this.#all()));
    return this.#compared;
  }

  /** As last compared, else the documents as read. @throws ReadoutError NOTHING_READ */
  current(): View {
    return this.#compared ?? view(emptyCollection([], { articles: this.#all() }));
  }
}
