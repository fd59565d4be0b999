/** From command-line inputs to articles: ingest, read in parallel, keep going past every bad one. */
import { byArticle, loadCollection, unmerged } from "../collection.ts";
import { type ErrorCode, messageOf, ReadoutError } from "../errors.ts";
import { type IngestResult, ingest } from "../ingest/ingest.ts";
import type { Article, Collection, Notice } from "../model.ts";
import type { Readout } from "../node.ts";
import { failureLines } from "./failure-list.ts";
import { progress } from "./progress.ts";

/** What every command that reads documents is told about them. */
export interface InputOptions {
  jobs: number;
  /** Folder for the originals of what is fetched; false keeps none; the user's cache folder when not told. */
  keep?: string | boolean;
}

export interface Gathered {
  /** Sorted by `byArticle`; one per id. */
  articles: Article[];
  /** Saved collections as given, for `report` of one. */
  collections: Collection[];
  warnings: Notice[];
  failures: Notice[];
}

/**
 * Reads all inputs. Failures are kept, named on standard error and never stop the others.
 * @param onArticle called for each article in the order of the inputs, as soon as it and those before it are read
 */
export async function gather(
  inputs: readonly string[],
  readout: Readout,
  { keep }: InputOptions,
  onArticle: (article: Article) => void | Promise<void> = () => {},
): Promise<Gathered> {
  const found: Gathered = { articles: [], collections: [], warnings: [], failures: [] };
  const seen = new Map<string, string>();
  const bar = progress();
  const add = async (input: string, article: Article) => {
    const other = seen.get(article.id);
    if (other !== undefined) {
      found.warnings.push({ input, code: "SAME_DOCUMENT", message: messageOf("SAME_DOCUMENT", { other }) });
      return;
    }
    seen.set(article.id, input);
    found.articles.push(article);
    await onArticle(article);
  };
  // A queue as long as there are jobs keeps the engine busy; results leave in order.
  const queue: { input: string; article: Promise<Article> }[] = [];
  const drain = async (down: number) => {
    while (queue.length > down) {
      const { input, article } = queue.shift()!;
      try {
        await add(input, await article);
      } catch (error) {
        found.failures.push(failureOf(input, error));
      }
      bar.step();
    }
  };
  for await (const result of ingest([...inputs], {
    web: keep === false ? { keep: null } : typeof keep === "string" ? { keep } : {},
  })) {
    bar.found(result.input);
    found.warnings.push(...result.warnings);
    if (result.failure) found.failures.push(result.failure);
    else if (result.collection !== null) {
      await drain(0);
      await take(result, found, add);
    } else if (result.article) {
      const article = readout.read(result.article);
      article.catch(() => {}); // awaited in drain; must not count as unhandled until then
      queue.push({ input: result.input, article });
      await drain(readout.jobs);
    }
  }
  await drain(0);
  bar.end();
  found.articles.sort(byArticle);
  found.warnings.sort(byNotice);
  found.failures.sort(byNotice);
  const total = found.articles.length + found.failures.length;
  for (const line of failureLines(found.failures, total)) process.stderr.write(`${line}\n`);
  return found;
}

/** A saved collection gives its articles and statements; what `compare` made of them is made anew. */
async function take(
  result: IngestResult,
  found: Gathered,
  add: (input: string, article: Article) => Promise<void>,
): Promise<void> {
  try {
    const collection = loadCollection(result.collection);
    found.collections.push(collection);
    found.warnings.push(...collection.warnings);
    found.failures.push(...collection.failures);
    for (const article of unmerged(collection)) await add(result.input, article);
  } catch (error) {
    found.failures.push(failureOf(result.input, error));
  }
}

/** Any error as a notice about one input. */
export function failureOf(input: string, error: unknown): Notice {
  if (error instanceof ReadoutError) return { input, code: error.code, message: error.message };
  const detail = error instanceof Error ? error.message : String(error);
  const code: ErrorCode = "INTERNAL";
  return { input, code, message: messageOf(code, { detail }) };
}

function byNotice(a: Notice, b: Notice): number {
  const key = (n: Notice) => `${n.input}\0${n.code}\0${n.message}`;
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}
