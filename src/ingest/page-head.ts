import { anyDate, writtenDate } from "./dates.ts";
import { type DomDocument, type DomElement, type DomNode, isElement, isText, textOf } from "./dom.ts";
import { BLOCKS } from "./page-text.ts";

/** What a page shows its readers about a story beside its headline, where it tells machines nothing. */
export interface ShownHead {
  byline: string | null;
  publishedAt: string | null;
}

const PARTICLE = "(?:de|del|della|der|den|di|da|dos|du|la|le|van|von|zu|bin|ibn|al|el|ter|ten|y|e)";
const NAME = `(?:\\p{Lu}[\\p{L}\\p{M}’'.-]*|\\p{Lu}\\.)(?: (?:\\p{Lu}[\\p{L}\\p{M}’'.-]*|${PARTICLE} )){0,4}`;
const NAMES = `${NAME}(?:(?:, | and | & |, and )${NAME}){0,5}`;
const BY = new RegExp(
  `^(?:(?:an? )?(?:interview|report(?:ing|ed)?|story|text|words?|written|posted|published|analysis|opinion|article|exclusive|filed|compiled)\\s+)?by:?\\s+(${NAMES})`,
  "iu",
);
const ALL_NAMES = new RegExp(`^${NAMES}$`, "u");
const CAPITAL = /^\p{Lu}/u;

/**
 * Byline and day as they stand about a headline: what is marked as an author or a date first, then lines such as
 * "By Ann Bo" and "4 March 2025" right after it, or right before.
 */
export function shownHead(document: DomDocument, headline: DomElement | null): ShownHead {
  const lines = headline ? linesAbout(document, headline) : [];
  return {
    byline: markedByline(document) ?? first(lines, bylineIn),
    publishedAt:
      markedDate(document) ??
      first(lines, (line) => (line.length <= 100 && isDated(line) ? anyDate(line) : null)),
  };
}

const AUTHOR_MARKS = [
  "[rel=author]",
  "a[href*='/author/']",
  ".vcard .fn",
  ".author .fn",
  ".author-name",
  ".byline-name",
  ".byline__name",
  ".byline a",
  ".byline",
  ".author",
  ".article-author",
  ".post-author",
  ".entry-author",
  ".credits",
];

function markedByline(document: DomDocument): string | null {
  for (const selector of AUTHOR_MARKS) {
    for (const element of [...document.querySelectorAll(selector)].slice(0, 3)) {
      const text = oneLine(element);
      const name =
        bylineIn(text) ?? (ALL_NAMES.test(text) && text.includes(" ") && text.length <= 90 ? text : null);
      if (name !== null) return name;
    }
  }
  return null;
}

const DATE_MARKS =
  "abbr.published, .published, .dt-published, .entry-date, .post-date, .pubdate, .timestamp, .date";

function markedDate(document: DomDocument): string | null {
  for (const element of [...document.querySelectorAll(DATE_MARKS)].slice(0, 6)) {
    for (const said of [element.getAttribute("datetime"), element.getAttribute("title"), oneLine(element)]) {
      const date = said !== null && said.length <= 100 ? anyDate(said) : null;
      if (date !== null) return date;
    }
  }
  return null;
}

function bylineIn(line: string): string | null {
  const found = BY.exec(line);
  const name = found?.[1]?.trim().replace(/[.,]+$/, "");
  return name && CAPITAL.test(name) && name.length <= 120 ? name : null;
}

function isDated(line: string): boolean {
  return writtenDate(line) !== null && isHeadLine(line, null);
}

const AROUND = 8;

/** Lines right after the headline in the page's order, then a few right before it. */
function linesAbout(document: DomDocument, headline: DomElement): string[] {
  const lines: string[] = [];
  let line = "";
  const end = () => {
    const text = line.replace(/\s+/g, " ").trim();
    if (text !== "") lines.push(text);
    line = "";
  };
  const visit = (from: DomNode | null, step: (node: DomNode) => DomNode | null, most: number) => {
    for (let node = from; node && lines.length < most; node = step(node)) {
      if (isText(node)) line += node.nodeValue ?? "";
      else if (isElement(node) && (BLOCKS.has(node.nodeName) || /^(?:BR|TD|TH)$/.test(node.nodeName))) end();
      if (line.length > 400) return;
    }
    end();
  };
  visit(after(headline, document), (node) => node.firstChild ?? after(node, document), AROUND);
  return lines;
}

/** The next node in the page's order that is not inside this one. */
function after(node: DomNode, root: DomNode): DomNode | null {
  for (let at: DomNode | null = node; at && at !== root; at = at.parentNode)
    if (at.nextSibling) return at.nextSibling;
  return null;
}

const HEAD_WORDS =
  /\b(?:by|and|at|on|in|published|posted|updated|modified|last|first|written|interview|reporting|report|story|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december|a\.?m|p\.?m|gmt|utc|cet|cest|est|edt|pst|pdt|bst|ist|z|min|mins|minute|minutes|hours?|ago|read|reading|time|date|author|staff|reporter|correspondent|live|breaking|exclusive)\b\.?/giu;

/** True where a line is a byline, a date or a mark such as "Live", and no word of the story. */
export function isHeadLine(text: string, byline: string | null): boolean {
  if (text.length > 200 || text.split("\n").length > 4) return false;
  let rest = text;
  if (byline)
    for (const name of byline.split(/,| and | & /))
      if (name.trim() !== "") rest = rest.replaceAll(name.trim(), " ");
  const named = rest !== text;
  rest = rest
    .replace(HEAD_WORDS, " ")
    .replace(/[\p{P}\p{S}\d\s]+/gu, " ")
    .trim();
  if (rest === "") return true;
  const by = bylineIn(text.split("\n")[0]!.trim());
  if (by !== null && !/[.?!]["”’]?$/.test(text) && text.length <= 100) return true;
  return named && rest.length <= 24 && !/[.?!:]["”’]?$/.test(text);
}

function oneLine(element: DomElement): string {
  return textOf(element).replace(/\s+/g, " ").trim();
}

function first<T>(items: string[], of: (item: string) => T | null): T | null {
  for (const item of items) {
    const found = of(item);
    if (found !== null) return found;
  }
  return null;
}
