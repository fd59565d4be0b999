/** RSS 0.9 to 2.0, RDF, Atom and JSON feeds: every item with words of its own is a document. */
import { parseFeed } from "feedsmith";
import { ReadoutError } from "../errors.ts";
import { decode } from "./decode.ts";
import { makeDocument, notice, type ReadDocument } from "./document.ts";
import { type FeedItem, itemsOf } from "./feed-items.ts";
import { NOTHING } from "./front-matter.ts";
import { mailDate } from "./mail-head.ts";
import { htmlParagraphs } from "./page-fragment.ts";
import { clean } from "./page-metadata.ts";
import type { Hints } from "./text.ts";

/** An item as it stands in the feed. */
export interface FeedDocument {
  /** Counted from 1. */
  number: number;
  /** Null where the item has no words of its own. */
  document: ReadDocument | null;
  /** The item's page, where the feed gives only a teaser of it. */
  page: string | null;
}

/** More are old news; a feed of more is cut with a warning. */
const MAX_ITEMS = 500;
/** A summary of this length is an article. */
const FULL = 1000;
/** And content shorter than this is none. */
const SHORT = 200;
const CUT =
  /(?:…|\.\.\.|\[…\]|\[&hellip;\]|\[\.\.\.\]|(?:continue reading|read (?:more|on)|full story)\W*.{0,80})\s*$/iu;
const APPEARED = /^The post .+ (?:appeared first on|first appeared on) .+$/s;

/** True where a text is a feed, by its first tag or by JSON Feed's version. */
export function isFeed(text: string): boolean {
  const head = text
    .slice(0, 4096)
    .replace(/^\ufeff/, "")
    .trimStart();
  if (head.startsWith("{"))
    return /"version"\s*:\s*"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org/.test(text.slice(0, 20_000));
  return /^(?:<\?[\s\S]*?\?>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE[^>[]*(?:\[[^\]]*\]\s*)?>\s*)*<(?:rss|feed|(?:[a-z]+:)?RDF|(?:atom|a):feed)\b/i.test(
    head,
  );
}

/**
 * The items of a feed, newest as the feed has them.
 * @throws ReadoutError FEED_BROKEN, FEED_EMPTY
 */
export function fromFeed(bytes: Uint8Array, hints: Hints = {}): FeedDocument[] {
  const input = hints.input ?? "-";
  const { text } = decode(bytes, hints.charset ?? null);
  const { items, language, outlet } = parse(text);
  const read = items
    .slice(0, MAX_ITEMS)
    .map((item, i) => readItem(item, i + 1, { input, path: hints.path ?? null, language, outlet }));
  if (!read.some(({ document, page }) => document !== null || page !== null))
    throw new ReadoutError("FEED_EMPTY");
  const first = read.find(({ document }) => document !== null)?.document;
  if (items.length > MAX_ITEMS && first)
    first.warnings.push(notice(input, "FEED_CUT", { count: items.length, limit: MAX_ITEMS }));
  return read;
}

function parse(text: string): ReturnType<typeof itemsOf> {
  const broken = (detail: string, cause?: unknown) => new ReadoutError("FEED_BROKEN", { detail }, cause);
  // The parser closes what a cut file left open; half an item would be quoted as a whole one.
  const root = /<((?:[a-z]+:)?(?:rss|feed|RDF))\b/i.exec(text.slice(0, 8192))?.[1];
  if (!text.trimStart().startsWith("{") && root && !new RegExp(`</${root}\\s*>`, "i").test(text.slice(-4096)))
    throw broken("it ends before its last tag");
  try {
    return itemsOf(parseFeed(text));
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw broken(
      detail
        .split("\n", 1)[0]!
        .slice(0, 120)
        .replace(/[.:\s]+$/, ""),
      error,
    );
  }
}

interface Around {
  input: string;
  path: string | null;
  language: string | null;
  outlet: string | null;
}

function readItem(item: FeedItem, number: number, around: Around): FeedDocument {
  const content = paragraphsOf(item.content);
  const summary = paragraphsOf(item.summary);
  const own =
    lengthOf(content) >= Math.min(lengthOf(summary), SHORT) && content.length > 0 ? content : summary;
  const isTeaser = CUT.test(own.join(" ").slice(-200)) || lengthOf(own) < (own === content ? SHORT : FULL);
  const words = own.filter((block) => !APPEARED.test(block)).join("\n\n");
  const name = (at: string | null) => (at === null ? null : `${at}#${number}`);
  const page = isTeaser ? item.url : null;
  if (!/[\p{L}\p{N}]/u.test(words)) return { number, document: null, page };
  const input = name(around.input)!;
  const document = makeDocument({
    input,
    path: name(around.path),
    text: words,
    metadata: {
      ...NOTHING,
      title: clean(htmlParagraphs(item.title ?? "").join(" ")),
      outlet: clean(item.outlet ?? around.outlet),
      byline: clean(item.byline),
      publishedAt: mailDate(item.date),
      url: item.url,
    },
    claimedLanguage: item.language ?? around.language,
    warnings: page === null ? [] : [notice(input, "FEED_TEASER", { url: page })],
  });
  return { number, document, page };
}

function paragraphsOf(words: string | null): string[] {
  return words === null ? [] : htmlParagraphs(words);
}

function lengthOf(blocks: string[]): number {
  return blocks.reduce((sum, block) => sum + block.length, 0);
}
