import { Readability } from "@mozilla/readability";
import { ReadoutError } from "../errors.ts";
import { makeDocument, type ReadDocument } from "./document.ts";
import { type DomDocument, type DomElement, isElement, parsePage, walk } from "./dom.ts";
import { isHeadLine } from "./page-head.ts";
import { removeJunk } from "./page-junk.ts";
import { isPageLine } from "./page-labels.ts";
import { clean, type PageMetadata, pageMetadata } from "./page-metadata.ts";
import { bare, narrow } from "./page-scope.ts";
import { depthOf, type Placed, readBlocks, readPlaced } from "./page-text.ts";
import { charsetWarnings, decodeSource, type Hints } from "./text.ts";

/** Deeper trees overflow Readability's stack (measured: between 5,000 and 20,000) and cost it seconds. */
const MAX_DEPTH = 400;
const MAX_ELEMENTS = 200_000;
/** Where a story stands if a page says so, best sign first. */
const CONTAINERS: ((element: DomElement) => boolean)[] = [
  (element) => element.getAttribute("itemprop") === "articleBody",
  (element) => element.nodeName === "ARTICLE" || element.getAttribute("role") === "article",
  (element) => element.nodeName === "MAIN" || element.getAttribute("role") === "main",
];
const ENDS_SENTENCE = /[.?!…:;]["'”’»)\]]*$/;
const WAITING =
  /^(?:loading|please wait|you need to enable javascript|please enable javascript|javascript is (?:required|disabled))/i;

/**
 * A web page: its readable text, paragraphs parted by one blank line, and the metadata it carries. Mozilla's
 * Readability finds the story; where the page marks its story and Readability left much of it out, the marked part
 * is taken, and where neither gives anything, what the whole page shows.
 * @throws ReadoutError HTML_NO_TEXT
 */
export function fromHtml(source: Uint8Array | string, hints: Hints = {}): ReadDocument {
  const input = hints.input ?? "-";
  const decoded = decodeSource(source, hints.charset ?? null);
  const html = decoded.text.replaceAll("\u0000", "");
  const document = parsePage(html);
  const page = pageMetadata(document);
  const { metadata, claimedLanguage, invalid } = page;
  let text = storyOf(document, page).join("\n\n");
  // What was taken for boxes of links and offers was all there is: the page as it stands says more than nothing.
  if (!hasText(text)) text = wholePage(html).join("\n\n");
  if (!hasText(text)) throw new ReadoutError("HTML_NO_TEXT");
  return makeDocument({
    input,
    path: hints.path ?? null,
    text,
    metadata,
    claimedLanguage,
    invalid,
    warnings: charsetWarnings(input, decoded),
  });
}

function storyOf(document: DomDocument, page: PageMetadata): string[] {
  const root = document.documentElement;
  const told = bodyOf(page.articleBody);
  if (!root) return told;
  removeJunk(root);
  narrow(root, page.titles, page.isLive);
  const marked = markedStory(root);
  // Readability changes the tree, so everything else is read before.
  const placed = readPlaced(root);
  const whole = placed.map(({ text }) => text);
  const readable = faithful(placed, readabilityBlocks(document, root));
  const best = readable === null || prose(marked) > prose(readable) * 1.25 ? marked : readable;
  const shown = withoutHead(hasText(best.join("\n\n")) ? best : whole, page);
  return prose(told) > prose(shown) * 2 || !hasText(shown.join("\n\n")) ? told : shown;
}

function wholePage(html: string): string[] {
  const root = parsePage(html).documentElement;
  return root ? readBlocks(root) : [];
}

/** The paragraphs of JSON-LD's articleBody, which is plain text or HTML. */
function bodyOf(articleBody: string | null): string[] {
  if (articleBody === null) return [];
  const root = /<(?:p|br|div)\b/i.test(articleBody) ? parsePage(articleBody).documentElement : null;
  if (root) return readBlocks(root);
  return articleBody
    .split(/\s*[\r\n]+\s*/)
    .map((line) => clean(line))
    .filter((line) => line !== null);
}

/** The longest of the parts that the page marks as a story, parts inside others left aside. */
function markedStory(root: DomElement): string[] {
  for (const marks of CONTAINERS) {
    let best: string[] = [];
    walk(
      root,
      (node) => {
        if (!isElement(node) || !marks(node)) return "into";
        const blocks = readBlocks(node);
        if (prose(blocks) > prose(best)) best = blocks;
        return "over";
      },
      () => {},
    );
    if (best.length > 0) return best;
  }
  return [];
}

function readabilityBlocks(document: DomDocument, root: DomElement): string[] | null {
  if (depthOf(root) > MAX_DEPTH) return null;
  try {
    const reader = new Readability<DomElement>(document as never, {
      keepClasses: true,
      maxElemsToParse: MAX_ELEMENTS,
      serializer: (element) => element as unknown as DomElement,
    });
    const content = reader.parse()?.content;
    return content ? readBlocks(content) : null;
  } catch {
    return null; // too many elements, or a page that Readability can't take: the marked part is read instead
  }
}

/** How far ahead the next of Readability's words are looked for; more would be a quadratic search. */
const WINDOW = 50_000;

/**
 * The page's own paragraphs that Readability chose. Its tree has lost borders on the way (line breaks between inline
 * elements), so it only selects; where that would lose words, its own paragraphs are taken. Paragraphs that it passed
 * over between two of one container are taken too: what is no story was removed before.
 */
function faithful(whole: Placed[], chosen: string[] | null): string[] | null {
  if (chosen === null) return null;
  const squeezed = (words: string) => words.replace(/\s+/g, "");
  const words = squeezed(chosen.join(""));
  const kept: number[] = [];
  let at = 0;
  let length = 0;
  whole.forEach(({ text }, i) => {
    const key = squeezed(text);
    const found = words.slice(at, at + WINDOW + key.length).indexOf(key);
    if (found < 0) return;
    kept.push(i);
    at += found + key.length;
    length += key.length;
  });
  if (length < words.length * 0.98) return chosen;
  return withNeighbours(whole, kept).map((i) => whole[i]!.text);
}

/** What lies between two paragraphs of the story in boxes of its own is of the story if it looks the same and is short. */
const MOST_BETWEEN = 3;

/** The paragraphs kept, those between two of one container, and sentences of the container right before and after. */
function withNeighbours(whole: Placed[], kept: number[]): number[] {
  const result = new Set(kept);
  const isSentence = (i: number) => ENDS_SENTENCE.test(whole[i]!.text);
  kept.forEach((i, nth) => {
    const next = kept[nth + 1];
    if (next === undefined) return;
    const { container, depth } = whole[i]!;
    const between = Array.from({ length: next - i - 1 }, (_, k) => i + 1 + k);
    const isInside = (k: number) =>
      [whole[k]!.container, whole[k]!.container?.parentNode].includes(container);
    const isAlike = (k: number) => isSentence(k) && Math.abs(whole[k]!.depth - depth) <= 1;
    const belongs =
      whole[next]!.container === container
        ? isInside
        : between.length <= MOST_BETWEEN
          ? isAlike
          : () => false;
    if (between.every(belongs)) for (const k of between) result.add(k);
  });
  for (const [edge, step] of [
    [kept[0], -1],
    [kept.at(-1), 1],
  ] as const) {
    if (edge === undefined) continue;
    const { container } = whole[edge]!;
    for (let i = edge + step; whole[i]?.container === container && isSentence(i); i += step) result.add(i);
  }
  return [...result].sort((a, b) => a - b);
}

/** Length of the paragraphs that end as sentences do; lists of links and labels don't count. */
function prose(blocks: string[]): number {
  let length = 0;
  for (const block of blocks) if (ENDS_SENTENCE.test(block)) length += block.length;
  return length;
}

/** Title, byline and date belong to the metadata; lines of the page's own between paragraphs to nothing. */
function withoutHead(blocks: string[], page: PageMetadata): string[] {
  const titles = new Set(page.titles.map(bare));
  const { byline } = page.metadata;
  const kept = blocks.flatMap((block, i) => {
    if (isPageLine(block)) return [];
    const lines = block.split("\n");
    let first = 0;
    const isHead = (line: string) => (i < 4 && titles.has(bare(line))) || (i < 6 && isHeadLine(line, byline));
    while (first < lines.length && isHead(lines[first]!)) first++;
    return first < lines.length ? [lines.slice(first).join("\n")] : [];
  });
  return kept.length > 0 ? kept : blocks;
}

/** Four words at least, and not the ones that stand in for a page that a script would fill. */
function hasText(text: string): boolean {
  const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  const unspaced =
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  return (words >= 4 || unspaced >= 8) && !(WAITING.test(text.trim()) && words < 40);
}
