/** feedsmith's four formats as one list of items. */
import type { parseFeed } from "feedsmith";

type Parsed = ReturnType<typeof parseFeed>;

export interface FeedItem {
  title: string | null;
  /** The whole text, HTML or plain. */
  content: string | null;
  summary: string | null;
  /** Full http(s) address of the item's page. */
  url: string | null;
  date: string | null;
  byline: string | null;
  outlet: string | null;
  language: string | null;
}

export interface FeedContent {
  items: FeedItem[];
  language: string | null;
  outlet: string | null;
}

/** Atom and JSON feeds wrap their texts, RSS does not: both come as words, HTML where it may be HTML. */
export function itemsOf(parsed: Parsed): FeedContent {
  if (parsed.format === "json") {
    const { feed } = parsed;
    const home = feed.home_page_url ?? feed.feed_url ?? null;
    return {
      language: word(feed.language),
      outlet: word(feed.title),
      items: (feed.items ?? []).map((item) => ({
        title: plainWords(item.title),
        content: word(item.content_html) ?? plainWords(item.content_text),
        summary: plainWords(item.summary),
        url: address([item.url, item.external_url, item.id], home),
        date: word(item.date_published) ?? word(item.date_modified),
        byline: list((item.authors ?? feed.authors ?? []).map(({ name }) => name)),
        outlet: null,
        language: word(item.language),
      })),
    };
  }
  if (parsed.format === "atom") {
    const { feed } = parsed;
    const home = hrefOf(feed.links, "alternate") ?? hrefOf(feed.links, "self");
    return {
      language: word(feed.xml?.lang),
      outlet: construct(feed.title),
      items: (feed.entries ?? []).map((entry) => ({
        title: construct(entry.title),
        content: construct(entry.content),
        summary: construct(entry.summary),
        url: address([hrefOf(entry.links, "alternate"), hrefOf(entry.links, null), entry.id], home),
        date: word(entry.published) ?? word(entry.updated),
        byline: list((entry.authors ?? entry.source?.authors ?? feed.authors ?? []).map(({ name }) => name)),
        outlet: construct(entry.source?.title),
        language: word(entry.xml?.lang),
      })),
    };
  }
  const { feed } = parsed;
  const home = word(feed.link);
  const language = parsed.format === "rss" ? word(parsed.feed.language) : null;
  const items: FeedItem[] =
    parsed.format === "rss"
      ? (parsed.feed.items ?? []).map((item) => ({
          title: word(item.title),
          content: word(item.content?.encoded),
          summary: word(item.description),
          url: address([item.link, item.guid?.isPermaLink === false ? null : item.guid?.value], home),
          date: word(item.pubDate) ?? word(item.dc?.dates?.[0]),
          byline: list(item.dc?.creators ?? (item.authors ?? []).map(personOf)),
          outlet: word(item.dc?.publishers?.[0]) ?? word(item.source?.title),
          language: word(item.dc?.languages?.[0]),
        }))
      : (parsed.feed.items ?? []).map((item) => ({
          title: word(item.title),
          content: word(item.content?.encoded),
          summary: word(item.description),
          url: address([item.link, item.rdf?.about], home),
          date: word(item.dc?.dates?.[0]),
          byline: list(item.dc?.creators ?? []),
          outlet: word(item.dc?.publishers?.[0]),
          language: word(item.dc?.languages?.[0]),
        }));
  return { items, language: language ?? word(feed.dc?.languages?.[0]), outlet: word(feed.title) };
}

type Construct = string | { value?: string | undefined; type?: string | undefined } | undefined;

/** An Atom text: plain words are escaped, so that what is read as HTML gives them back. */
function construct(text: Construct): string | null {
  if (typeof text === "string" || text === undefined) return plainWords(text);
  return text.type === "html" || text.type === "xhtml" || text.type === "text/html"
    ? word(text.value)
    : plainWords(text.value);
}

function plainWords(value: string | undefined): string | null {
  return (
    word(value)
      ?.replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replace(/\s*\n\s*\n\s*/g, "<p>") ?? null
  );
}

function word(value: unknown): string | null {
  return typeof value !== "string" || value.trim() === "" ? null : value;
}

function hrefOf(
  links: { href?: string | undefined; rel?: string | undefined }[] | undefined,
  rel: string | null,
): string | null {
  const fits = (one: string | undefined) => (one ?? null) === rel;
  return links?.find((link) => fits(link.rel))?.href ?? null;
}

function address(candidates: (string | null | undefined)[], home: string | null): string | null {
  for (const one of candidates) {
    if (!one) continue;
    const base = home !== null && URL.canParse(home) ? home : undefined;
    // Only links may be relative; an id such as "urn:…" or "17" is no address.
    if (!URL.canParse(one, /^[/.?]/.test(one) ? base : undefined)) continue;
    const url = new URL(one, base);
    if (url.protocol === "http:" || url.protocol === "https:") return url.href;
  }
  return null;
}

/** RSS asks for "mail@host (Name)". */
function personOf(
  author: string | { name?: string | undefined; email?: string | undefined },
): string | undefined {
  if (typeof author !== "string") return author.name;
  const named = /\(([^()]+)\)\s*$/.exec(author)?.[1];
  return named ?? (author.includes("@") ? undefined : author);
}

function list(names: (string | undefined)[]): string | null {
  const all = [...new Set(names.map((name) => name?.trim() ?? "").filter((name) => name !== ""))].slice(
    0,
    20,
  );
  return all.length < 2 ? (all[0] ?? null) : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}
