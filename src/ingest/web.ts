/** Inputs that are addresses: the document there, or the items of the feed there. */
import { hashId } from "../id.ts";
import { notice } from "./document.ts";
import { type Fetched, type Fetcher, makeFetcher } from "./fetch/fetch.ts";
import { type FetchPolicy, standardPolicy } from "./fetch/policy.ts";
import { cacheFolder, openStore } from "./fetch/store.ts";
import { namedFormat } from "./files.ts";
import { readWithLinks } from "./read-document.ts";
import { failedResult, type IngestResult } from "./result.ts";

export interface WebOptions {
  /** Where originals are kept: a folder, the user's cache folder when not told, null for nowhere. */
  keep?: string | null;
  /** Differences from the standard policy, for programs that embed readout and for tests. */
  policy?: Partial<FetchPolicy>;
}

/** Items of a feed whose pages are fetched, at most. */
const MAX_FOLLOWED = 50;

/** One fetcher serves all addresses of a run, so that its pauses and robots.txt answers hold over them. */
export function openWeb({ web, maxBytes }: { web?: WebOptions | null; maxBytes?: number }): Fetcher {
  const policy = { ...standardPolicy, ...web?.policy };
  if (maxBytes !== undefined) policy.maxBytes = maxBytes;
  const folder = web?.keep === undefined ? cacheFolder() : web.keep;
  return makeFetcher(policy, folder === null ? null : openStore(folder));
}

/**
 * Fetches an address and reads what is there. Items of a feed that give only a teaser are fetched in their turn, and
 * each that fails is named. Nothing is thrown.
 */
export async function* readAddress(address: string, web: Fetcher): AsyncGenerator<IngestResult> {
  // Results are printed and passed on; a password in the address is not.
  const input = address.replace(/^(https?:\/\/)[^/?#]*@/i, "$1…@");
  let fetched: Fetched;
  try {
    fetched = await web.fetch(address);
  } catch (error) {
    yield failedResult(input, error);
    return;
  }
  const { results, links } = await read(input, fetched);
  let followed = 0;
  for (const [i, result] of results.entries()) {
    const link = links.find(({ index }) => index === i);
    if (link && followed >= MAX_FOLLOWED)
      result.warnings.push(notice(result.input, "FEED_CUT", { count: links.length, limit: MAX_FOLLOWED }));
    if (!link || followed >= MAX_FOLLOWED) {
      yield retrieved(result, fetched, links.length > 0 || results.length > 1);
      continue;
    }
    followed++;
    yield* follow(result, link.url, web);
  }
}

async function* follow(item: IngestResult, url: string, web: Fetcher): AsyncGenerator<IngestResult> {
  try {
    const page = await web.fetch(url);
    const { results } = await read(item.input, page);
    for (const result of results) {
      const { article } = result;
      if (article && item.article) {
        // The feed knows its items' titles and dates where the page does not say them.
        article.title ??= item.article.title;
        article.byline ??= item.article.byline;
        article.publishedAt ??= item.article.publishedAt;
        article.outlet ??= item.article.outlet;
      }
      yield retrieved(result, page, false);
    }
  } catch (error) {
    yield failedResult(item.input, error);
  }
}

function read(input: string, { bytes, format, charset, url }: Fetched): ReturnType<typeof readWithLinks> {
  const named = format === "unknown" ? namedFormat(new URL(url).pathname) : null;
  // Names of pages end in anything; they are believed where the bytes alone might mislead.
  const told = named?.format && !["html", "json", "text"].includes(named.format) ? named.format : format;
  return readWithLinks(bytes, { input, path: null, charset, told, listed: false });
}

/** The address and time of retrieval; a page's own canonical address is believed of the same site. */
function retrieved(result: IngestResult, { url, retrievedAt }: Fetched, isPart: boolean): IngestResult {
  const { article } = result;
  if (!article) return result;
  article.retrievedAt = retrievedAt;
  if (article.url === null || (!isPart && !sameSite(article.url, url))) article.url = url;
  article.id = hashId("a", article.text, article.outlet, article.url, article.publishedAt);
  return result;
}

function sameSite(a: string, b: string): boolean {
  const site = (address: string) => new URL(address).hostname.replace(/^(?:www|m|amp|mobile)\./, "");
  return URL.canParse(a) && site(a) === site(b);
}
