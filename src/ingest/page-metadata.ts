import { KINDS } from "../model.ts";
import { anyDate } from "./dates.ts";
import { type DomDocument, type DomElement, textOf } from "./dom.ts";
import type { Invalid } from "./front-matter.ts";
import { languageTag, type Metadata } from "./front-matter.ts";
import { shownHead } from "./page-head.ts";
import { bare, findHeadline } from "./page-scope.ts";

type Json = Record<string, unknown>;

export interface PageMetadata {
  metadata: Metadata;
  claimedLanguage: string | null;
  invalid: Invalid[];
  /** All that the page calls itself, the bar's title included. */
  titles: string[];
  /** The story's words as JSON-LD gives them, for pages that a script would fill. */
  articleBody: string | null;
  isLive: boolean;
}

/**
 * What a page says about itself: JSON-LD first (schema.org's article types, in @graph and lists too), then Open
 * Graph, then other meta tags, then microdata, then its visible parts (<title>, <time>, the lines by its headline).
 */
export function pageMetadata(document: DomDocument): PageMetadata {
  const meta = readMeta(document);
  const nodes = readJsonLd(document);
  const byId = new Map(
    nodes.filter((node) => typeof node["@id"] === "string").map((node) => [node["@id"], node]),
  );
  const canonical = attribute(document, "link[rel=canonical]", "href");
  const tag = clean(text(document, "title"));
  const story = ownStory(
    nodes.filter(isStory),
    [canonical, ...all(meta, "og:url")],
    [tag, ...all(meta, "og:title")],
  );
  const page = story ?? nodes.find((node) => /^(?:Web|Item|About)Page$/.test(typesOf(node)[0] ?? "")) ?? {};
  const outlet =
    nameOf(page.publisher, byId) ??
    first(
      meta,
      "og:site_name",
      "article:publisher_name",
      "dc.publisher",
      "dcterms.publisher",
      "application-name",
    ) ??
    nameOf(page.isPartOf, byId) ??
    clean(itemValue(document.querySelector("[itemprop=publisher]")));
  const { title, site } = splitTitle(tag, outlet);
  const dates = [
    string(page.datePublished),
    string(page.dateCreated),
    ...all(meta, ...DATE_NAMES),
    itemValue(document.querySelector("[itemprop=datePublished]")),
    attribute(document, "time[pubdate]", "datetime"),
    attribute(document, "article time[datetime]", "datetime"),
    attribute(document, "time[datetime]", "datetime"),
    text(document, "time"),
  ].filter((date) => date !== null);
  const named =
    clean(string(page.headline)) ??
    clean(string(story?.name)) ??
    first(meta, "og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title") ??
    clean(itemValue(document.querySelector("[itemprop=headline]")));
  const titles = [named, tag, title].filter((one) => one !== null);
  const headline = document.documentElement ? findHeadline(document.documentElement, titles) : null;
  const told =
    clean(authors(page.author, byId)) ?? first(meta, ...AUTHOR_NAMES) ?? clean(microdataAuthors(document));
  const toldDate = dates.map(anyDate).find((date) => date !== null) ?? null;
  // Looking through the page for what it shows takes a while on large ones.
  const shown = byline(told) === null || toldDate === null ? shownHead(document, headline) : null;
  const publishedAt = toldDate ?? shown?.publishedAt ?? null;
  const kind = first(meta, "readout:kind", "kind");
  const addresses = [
    canonical,
    string(page.url),
    ...all(meta, "og:url"),
    string(page.mainEntityOfPage) ?? string((page.mainEntityOfPage as Json | null)?.["@id"]),
    attribute(document, "link[itemprop=mainEntityOfPage], link[itemprop=url]", "href"),
    savedFrom(document),
  ];
  const language =
    string(page.inLanguage) ??
    document.documentElement?.getAttribute("lang") ??
    first(meta, "content-language", "og:locale", "dc.language", "dcterms.language");
  return {
    metadata: {
      title: named ?? heading(headline, tag) ?? title,
      outlet: clean(outlet) ?? site,
      byline: byline(told) ?? shown?.byline ?? null,
      publishedAt,
      url:
        addresses.find(
          (address) => address !== null && /^https?:\/\//i.test(address) && URL.canParse(address),
        ) ?? null,
      kind: KINDS.find((name) => name === kind) ?? null,
      language: null,
      side: first(meta, "readout:side", "side"),
    },
    claimedLanguage: language ? languageTag(language) : null,
    invalid:
      publishedAt === null && dates.length > 0
        ? [{ field: "date", detail: `“${dates[0]!.slice(0, 40)}” is no date` }]
        : [],
    titles,
    articleBody: string(story?.articleBody),
    isLive: story !== null && typesOf(story).includes("LiveBlogPosting"),
  };
}

const DATE_NAMES =
  "article:published_time og:published_time published_time date pubdate publishdate publish-date publish_date dc.date.issued dc.date dcterms.issued dcterms.date dcterms.created parsely-pub-date sailthru.date citation_publication_date".split(
    " ",
  );
const AUTHOR_NAMES =
  "author article:author byl parsely-author sailthru.author dc.creator dcterms.creator citation_author".split(
    " ",
  );
const STORY = /(?:Article|Posting|^Report|PressRelease|Announcement)$/;

function readMeta(document: DomDocument): Map<string, string[]> {
  const meta = new Map<string, string[]>();
  for (const element of document.querySelectorAll("meta")) {
    const name =
      element.getAttribute("property") ?? element.getAttribute("name") ?? element.getAttribute("http-equiv");
    const value = clean(element.getAttribute("content"));
    if (!name || value === null) continue;
    const key = name.trim().toLowerCase();
    const values = meta.get(key);
    if (values) values.push(value);
    else meta.set(key, [value]);
  }
  return meta;
}

/** All nodes of all JSON-LD blocks, outer before inner; blocks that are no JSON are passed over. */
function readJsonLd(document: DomDocument): Json[] {
  const nodes: Json[] = [];
  const take = (value: unknown, depth: number) => {
    if (depth > 6 || nodes.length > 500 || value === null || typeof value !== "object") return;
    if (Array.isArray(value)) {
      for (const item of value) take(item, depth + 1);
      return;
    }
    const node = value as Json;
    nodes.push(node);
    for (const key of ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart"])
      take(node[key], depth + 1);
  };
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const source = textOf(script).replace(
      /^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[|\/\/\s*<!\[CDATA\[)|(?:-->|\/\*\s*\]\]>\s*\*\/|(?:\/\/\s*)?\]\]>)\s*$/g,
      "",
    );
    // Raw line breaks inside strings are a common fault.
    take(tryJson(source) ?? tryJson(source.replace(/[\r\n\t]+/g, " ")), 0);
  }
  return nodes;
}

function tryJson(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return null; // pages with broken JSON-LD still have their meta tags
  }
}

function typesOf(node: Json): string[] {
  const type = node["@type"];
  return (Array.isArray(type) ? type : [type]).filter((name): name is string => typeof name === "string");
}

function isStory(node: Json): boolean {
  return (
    typesOf(node).some((type) => STORY.test(type)) &&
    (typeof node.headline === "string" || typeof node.datePublished === "string" || node.author !== undefined)
  );
}

/** Of several stories (a page that scrolls on, a list of teasers) the one of this page's address or title. */
function ownStory(stories: Json[], addresses: (string | null)[], titles: (string | null)[]): Json | null {
  const here = new Set(addresses.filter((one) => one !== null));
  const idOf = (value: unknown) => string(value) ?? string((value as Json | null | undefined)?.["@id"]);
  const named = new Set(titles.filter((one) => one !== null).map(bare));
  return (
    stories.find((one) =>
      [idOf(one.mainEntityOfPage), idOf(one.url), idOf(one["@id"])].some((id) => id !== null && here.has(id)),
    ) ??
    stories.find((one) => named.has(bare(string(one.headline) ?? ""))) ??
    stories[0] ??
    null
  );
}

/** The words of the headline, where the title bar has them and more ("Outlet: Headline"). */
function heading(headline: DomElement | null, tag: string | null): string | null {
  const words = headline ? clean(textOf(headline)) : null;
  return words !== null && tag !== null && bare(tag).includes(bare(words)) ? words : null;
}

/** A microdata value: content, datetime or address, the name inside, else the words. */
function itemValue(element: DomElement | null): string | null {
  if (!element) return null;
  const name = element.hasAttribute("itemscope") ? element.querySelector("[itemprop=name]") : null;
  if (name) return itemValue(name);
  return element.getAttribute("content") ?? element.getAttribute("datetime") ?? string(textOf(element));
}

function microdataAuthors(document: DomDocument): string | null {
  const names = [...document.querySelectorAll("[itemprop=author]")].slice(0, 8).map(itemValue);
  return authors([...new Set(names.map(clean).filter((name) => name !== null))], new Map());
}

function nameOf(value: unknown, byId: Map<unknown, Json>): string | null {
  if (typeof value === "string") return /^https?:/.test(value) ? null : value;
  if (Array.isArray(value)) return nameOf(value[0] ?? null, byId);
  if (value === null || typeof value !== "object") return null;
  const node = value as Json;
  const name = string(node.name);
  const referred = name === null ? byId.get(node["@id"]) : null;
  return name ?? (referred && referred !== node ? string(referred.name) : null);
}

function authors(value: unknown, byId: Map<unknown, Json>): string | null {
  const names = (Array.isArray(value) ? value : [value])
    .slice(0, 20)
    .map((one) => nameOf(one, byId)?.trim())
    .filter((name): name is string => !!name);
  if (names.length < 2) return names[0] ?? null;
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

function byline(value: string | null): string | null {
  if (value === null || /^https?:\/\//i.test(value)) return null;
  return value.replace(/^by:?\s+/i, "") || null;
}

/** "Headline | Outlet": the part after the last bar, or after a dash where it is the outlet's name. */
function splitTitle(
  title: string | null,
  outlet: string | null,
): { title: string | null; site: string | null } {
  const found = title === null ? null : /^(.{8,}\S)\s+([|–—·»-])\s+([^|–—·»]{2,50})$/.exec(title);
  if (!found) return { title, site: null };
  const [, head, bar, tail] = found as unknown as [string, string, string, string];
  if (outlet !== null && sameName(tail, outlet)) return { title: head, site: null };
  return bar === "|" && outlet === null
    ? { title: head, site: tail }
    : { title: bar === "|" ? head : title, site: null };
}

function sameName(a: string, b: string): boolean {
  const plain = (name: string) => name.toLowerCase().replace(/^the\s+|[^\p{L}\p{N}]/gu, "");
  return plain(a) === plain(b);
}

/** The comment that browsers write into pages they save. */
function savedFrom(document: DomDocument): string | null {
  for (let node = document.firstChild; node; node = node.nextSibling) {
    const found = node.nodeType === 8 ? /saved from url=\(\d+\)(\S+)/.exec(node.nodeValue ?? "") : null;
    if (found) return found[1]!;
  }
  return null;
}

function first(meta: Map<string, string[]>, ...names: string[]): string | null {
  return all(meta, ...names)[0] ?? null;
}

function all(meta: Map<string, string[]>, ...names: string[]): string[] {
  return names.flatMap((name) => meta.get(name) ?? []);
}

function string(value: unknown): string | null {
  if (Array.isArray(value)) return string(value[0] ?? null);
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

function text(document: DomDocument, selector: string): string | null {
  const element = document.querySelector(selector);
  return element ? textOf(element) : null;
}

function attribute(document: DomDocument, selector: string, name: string): string | null {
  return document.querySelector(selector)?.getAttribute(name) ?? null;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  quot: '"',
  apos: "'",
  lt: "<",
  gt: ">",
  nbsp: " ",
};

/** One line; character references left over in JSON-LD are resolved. */
export function clean(value: string | null): string | null {
  if (value === null) return null;
  const plain = value
    .replace(/&#(\d{1,7});/g, (whole, code: string) =>
      Number(code) < 0x110000 ? String.fromCodePoint(Number(code)) : whole,
    )
    .replace(/&#x([0-9a-f]{1,6});/gi, (whole, code: string) =>
      Number.parseInt(code, 16) < 0x110000 ? String.fromCodePoint(Number.parseInt(code, 16)) : whole,
    )
    .replace(/&(amp|quot|apos|lt|gt|nbsp);/g, (_, name: string) => ENTITIES[name]!)
    .replace(/\s+/g, " ")
    .trim();
  return plain === "" ? null : plain;
}
