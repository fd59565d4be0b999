import {
  type DomElement,
  type DomNode,
  isElement,
  isText,
  nameTokens,
  textOf,
  type Visit,
  walk,
} from "./dom.ts";

/** Never part of what a page says. */
export const SKIPPED = new Set(
  (
    "SCRIPT STYLE NOSCRIPT TEMPLATE HEAD TITLE META LINK NAV ASIDE FOOTER BUTTON SELECT OPTION TEXTAREA INPUT LABEL SVG " +
    "IFRAME OBJECT EMBED AUDIO VIDEO CANVAS FIGCAPTION DIALOG MENU RP RT"
  ).split(" "),
);

export const BLOCKS = new Set(
  (
    "ADDRESS ARTICLE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FIGURE FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR " +
    "HTML LI MAIN OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL CAPTION"
  ).split(" "),
);

const HEAD_LINE = new Set("byline stamp timestamp pubdate dateposted".split(" "));

/** True where the page itself hides a part. */
export function isHidden(element: DomElement): boolean {
  if (element.hasAttribute("hidden") || element.getAttribute("aria-hidden") === "true") return true;
  return /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(element.getAttribute("style") ?? "");
}

/**
 * The paragraphs that a reader sees below an element, in order: white space collapsed as browsers do, one paragraph
 * a block, list item or table row (cells parted by a tab), <br> as a line break, two as a new paragraph. Inline
 * elements part no words; soft hyphens, which nobody sees, are left out.
 */
export function readBlocks(root: DomElement): string[] {
  return readPlaced(root).map(({ text }) => text);
}

/** A paragraph, and the element that its block stands in. */
export interface Placed {
  text: string;
  container: DomNode | null;
  /** How many blocks it stands in. */
  depth: number;
}

/** As `readBlocks`, with the place of each paragraph. */
export function readPlaced(root: DomElement): Placed[] {
  const blocks: Placed[] = [];
  let first: DomNode | null = null;
  let depth = 0;
  let firstDepth = 0;
  const layout = layoutCells(root);
  const block = new Block();
  let preformatted = 0;
  let links = 0;
  let headings = 0;
  const flush = () => {
    const text = block.take(headings > 0);
    if (text !== null) blocks.push({ text, container: containerOf(first), depth: firstDepth });
    first = null;
  };
  const enter = (node: DomNode): Visit => {
    if (isText(node)) {
      if (first === null && block.last === "") {
        first = node;
        firstDepth = depth;
      }
      block.add(node.nodeValue ?? "", preformatted > 0, links > 0);
      if (block.last === "") first = null;
      return "over";
    }
    if (!isElement(node)) return "over";
    const tag = node.nodeName;
    if (node !== root && (SKIPPED.has(tag) || isHidden(node) || isHeadLine(node))) return "over";
    if (tag === "BR") {
      if (block.last === "\n") flush();
      else block.put("\n");
    } else if (tag === "TD" || tag === "TH") {
      if (layout.has(node)) flush();
      else if (block.last !== "") block.put("\t");
    } else if (tag === "Q") block.put("“");
    else if (BLOCKS.has(tag)) flush();
    if (BLOCKS.has(tag)) depth++;
    // Times stand apart by style alone: "14:05" beside a name or a headline.
    if (tag === "TIME") block.part();
    if (tag === "PRE") preformatted++;
    if (tag === "A") links++;
    if (HEADING.test(tag)) headings++;
    return "into";
  };
  const leave = (element: DomElement) => {
    const tag = element.nodeName;
    if (tag === "Q") block.put("”");
    else if (BLOCKS.has(tag) || layout.has(element)) flush();
    if (BLOCKS.has(tag)) depth--;
    if (tag === "TIME") block.part();
    if (tag === "PRE") preformatted--;
    if (tag === "A") links--;
    if (HEADING.test(tag)) headings--;
  };
  walk(root, enter, leave);
  flush();
  return blocks;
}

/** What holds the block of a text. */
function containerOf(text: DomNode | null): DomNode | null {
  let node = text?.parentNode ?? null;
  while (node && !BLOCKS.has(node.nodeName) && node.nodeName !== "TD" && node.nodeName !== "TH")
    node = node.parentNode;
  return node?.parentNode ?? null;
}

/** The words of one paragraph while they are gathered, in pieces, since a growing string is copied at every look. */
class Block {
  /** The last character so far, "" at the beginning. */
  last = "";
  private pieces: string[] = [];
  private linked = 0;
  private parted = false;

  /** A word that follows at once is another word. */
  part(): void {
    this.parted = true;
  }

  put(mark: string): void {
    this.pieces.push(mark);
    this.last = mark;
  }

  add(raw: string, preformatted: boolean, linked: boolean): void {
    const visible = raw.replaceAll("\u00ad", "").replace(/\r\n?/g, "\n");
    let words = preformatted ? visible : visible.replace(/[ \t\n\f]+/g, " ");
    const atSpace = this.last === "" || this.last === " " || this.last === "\n" || this.last === "\t";
    if (!preformatted && atSpace && words.startsWith(" ")) words = words.slice(1);
    if (words === "") return;
    if (this.parted && WORD.test(this.last) && WORD.test(words.charAt(0))) this.put(" ");
    this.parted = false;
    this.put(words);
    this.last = words.charAt(words.length - 1);
    if (linked) this.linked += words.length;
  }

  /** The paragraph's text, or null where it is empty or a short link without a sentence; begins anew. */
  take(heading: boolean): string | null {
    const lines = this.pieces.join("").split("\n");
    const text = lines
      .map((line) => line.trim().replaceAll(" \t", "\t"))
      .join("\n")
      .trim();
    const isLink =
      !heading && this.linked > text.length * 0.8 && text.length < 120 && !ENDS_SENTENCE.test(text);
    this.last = "";
    this.pieces = [];
    this.linked = 0;
    return text === "" || isLink ? null : text;
  }
}

/** Table cells that lay out a page instead of giving a value: long ones, and all in a row with one. */
function layoutCells(root: DomElement): Set<DomNode> {
  const cells = new Set<DomNode>();
  const rows: { cells: DomNode[]; long: boolean }[] = [];
  const open: number[] = [];
  walk(
    root,
    (node): Visit => {
      if (isText(node) && open.length > 0) open[open.length - 1]! += (node.nodeValue ?? "").trim().length;
      if (node.nodeName === "TR") rows.push({ cells: [], long: false });
      if (node.nodeName === "TD" || node.nodeName === "TH") open.push(0);
      return isElement(node) ? "into" : "over";
    },
    (element) => {
      if (element.nodeName === "TD" || element.nodeName === "TH") {
        const length = open.pop() ?? 0;
        if (open.length > 0) open[open.length - 1]! += length;
        const row = rows.at(-1);
        row?.cells.push(element);
        if (row && length > LONGEST_VALUE) row.long = true;
      } else if (element.nodeName === "TR") {
        const row = rows.pop();
        if (row?.long) for (const cell of row.cells) cells.add(cell);
      }
    },
  );
  return cells;
}

const WORD = /[\p{L}\p{N}]/u;
const LONGEST_VALUE = 160;
const HEADING = /^H[1-6]$/;
const ENDS_SENTENCE = /[.?!…]["'”’»)\]]*$/;

/** "By Ann Bo", "Published 5 June": about the story, not of it. */
function isHeadLine(element: DomElement): boolean {
  if (element.parentNode?.nodeName === "P" || element.nodeName === "ARTICLE") return false;
  return (
    [...nameTokens(element)].some((token) => HEAD_LINE.has(token)) && textOf(element).trim().length <= 160
  );
}

/** The depth of the deepest element. */
export function depthOf(root: DomNode): number {
  let deepest = 0;
  walk(
    root,
    (_, depth) => {
      deepest = Math.max(deepest, depth);
      return "into";
    },
    () => {},
  );
  return deepest;
}
