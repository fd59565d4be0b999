import { ReadoutError } from "../errors.ts";
import { isoDate } from "./dates.ts";
import { makeDocument, type ReadDocument } from "./document.ts";
import { NOTHING } from "./front-matter.ts";
import { readHeader } from "./header.ts";
import type { Hints } from "./text.ts";
import { ZipArchive } from "./zip.ts";

const MAIN_PART = "word/document.xml";
/** Left out: what was moved or struck out, the second copy that old readers get, and fields' codes. */
const SKIPPED = new Set(["w:moveFrom", "w:del", "mc:Fallback", "w:instrText", "w:pPr", "w:delText"]);

/** True for a zip archive that holds a Word document. */
export function isDocx(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || bytes[2] !== 3 || bytes[3] !== 4) return false;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(MAIN_PART);
}

/**
 * A Word document (.docx): its paragraphs parted by one blank line, a table row a paragraph with its cells parted by
 * tabs; title, author and date from its properties. Changes that were tracked are read as accepted; footnotes,
 * comments, headers and list numbers are left out.
 * @throws ReadoutError INPUT_EMPTY, INPUT_BROKEN, INPUT_UNREADABLE, INPUT_TOO_LARGE
 */
export function fromDocx(bytes: Uint8Array, hints: Hints = {}): ReadDocument {
  const archive = new ZipArchive(bytes);
  const main = archive.read(MAIN_PART);
  if (!main) throw new ReadoutError("INPUT_BROKEN", { detail: "it has no text part" });
  const text = paragraphsOf(main.toString("utf8")).join("\n\n");
  const core = archive.read("docProps/core.xml")?.toString("utf8") ?? "";
  const header = readHeader(text);
  return makeDocument({
    input: hints.input ?? "-",
    path: hints.path ?? null,
    text,
    metadata: {
      ...NOTHING,
      title: property(core, "dc:title") ?? header.title,
      byline: header.byline ?? property(core, "dc:creator"),
      publishedAt: header.publishedAt ?? isoDate(property(core, "dcterms:created") ?? ""),
    },
  });
}

function property(core: string, name: string): string | null {
  const found = new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)</${name}>`).exec(core);
  const value = found ? characters(found[1]!).replace(/\s+/g, " ").trim() : "";
  return value === "" ? null : value;
}

/** WordprocessingML (ECMA-376, part 1, section 17) read tag by tag: text is in w:t, paragraphs are w:p. */
function paragraphsOf(xml: string): string[] {
  const paragraphs: string[] = [];
  let pieces: string[] = [];
  let row: string[] | null = null;
  let rows = 0;
  let inText = 0;
  let skipped: string | null = null;
  let skippedDepth = 0;
  const flush = () => {
    const words = pieces
      .join("")
      .split("\n")
      .map((line) => line.trim())
      .join("\n")
      .trim();
    pieces = [];
    if (words !== "") (row ?? paragraphs).push(words);
  };
  for (const [piece] of xml.matchAll(/<[^>]*>|[^<]+/g)) {
    if (!piece.startsWith("<")) {
      if (inText > 0 && skipped === null) pieces.push(characters(piece));
      continue;
    }
    const name = /^<\/?([\w:]+)/.exec(piece)?.[1] ?? "";
    const closes = piece.startsWith("</");
    const empty = piece.endsWith("/>");
    if (skipped !== null) {
      if (name === skipped && !empty) skippedDepth += closes ? -1 : 1;
      if (skippedDepth === 0) skipped = null;
      continue;
    }
    if (SKIPPED.has(name) && !closes && !empty) {
      skipped = name;
      skippedDepth = 1;
    } else if (name === "w:t" && !empty) inText += closes ? -1 : 1;
    else if (name === "w:tab") pieces.push("\t");
    else if (name === "w:br" || name === "w:cr") pieces.push("\n");
    else if (name === "w:noBreakHyphen") pieces.push("\u2011");
    else if (name === "w:p" && (closes || empty)) flush();
    else if (name === "w:tr" && !empty) {
      rows += closes ? -1 : 1;
      if (!closes && rows === 1) row = [];
      if (closes && rows === 0 && row) {
        paragraphs.push(...rowParagraphs(row));
        row = null;
      }
    }
  }
  flush();
  return paragraphs;
}

/** Short cells are values of one row; long ones lay out the page. */
function rowParagraphs(cells: string[]): string[] {
  if (cells.length === 0) return [];
  return cells.some((cell) => cell.length > 160) ? cells : [cells.join("\t")];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function characters(xml: string): string {
  return xml
    .replace(/\r\n?/g, "\n")
    .replace(
      /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w+));/g,
      (whole, decimal?: string, hex?: string, name?: string) => {
        if (name !== undefined) return ENTITIES[name] ?? whole;
        const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex!, 16);
        return code < 0x110000 ? String.fromCodePoint(code) : whole;
      },
    );
}
