import { unzipSync } from "fflate";
import mammoth from "mammoth";
import { ReadoutError } from "../errors.ts";
import { isoDate } from "./dates.ts";
import { makeDocument, type ReadDocument } from "./document.ts";
import { parsePage, textOf } from "./dom.ts";
import { NOTHING } from "./front-matter.ts";
import { readHeader } from "./header.ts";
import { readBlocks } from "./page-text.ts";
import type { Hints } from "./text.ts";

const MAIN_PART = "word/document.xml";
const CORE_PART = "docProps/core.xml";
/** Unpacked size of all parts at most: a few kilobytes of zip can hold gigabytes. */
const MAX_UNPACKED = 100 * 1024 * 1024;

/** True for a zip archive that holds a Word document. */
export function isDocx(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || bytes[2] !== 3 || bytes[3] !== 4) return false;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(MAIN_PART);
}

/**
 * A Word document (.docx), read by mammoth: its paragraphs, list items and table rows parted by one blank line; title,
 * author and date from its properties where its head names none. Tracked changes are read as accepted; pictures,
 * footnotes, comments and page heads are left out.
 * @throws ReadoutError INPUT_EMPTY, INPUT_BROKEN, INPUT_TOO_LARGE
 */
export async function fromDocx(bytes: Uint8Array, hints: Hints = {}): Promise<ReadDocument> {
  const core = coreProperties(bytes);
  const root = parsePage(`<html><body>${await toHtml(bytes)}</body></html>`).documentElement;
  if (root) for (const note of root.querySelectorAll("sup, ol > li[id^=footnote-], img")) note.remove();
  const text = root ? readBlocks(root).join("\n\n") : "";
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

async function toHtml(bytes: Uint8Array): Promise<string> {
  try {
    const options = { convertImage: mammoth.images.imgElement(async () => ({ src: "" })) };
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, options);
    // A cell's only paragraph is the cell: the row stays one line.
    return value.replace(/(<t[dh][^>]*>)<p>((?:(?!<\/?p>)[\s\S])*)<\/p>(?=<\/t[dh]>)/g, "$1$2");
  } catch (error) {
    throw broken(error);
  }
}

/** The properties part as XML; sizes are checked on the way, before anything is unpacked. */
function coreProperties(bytes: Uint8Array): string {
  try {
    let unpacked = 0;
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        unpacked += originalSize;
        return false;
      },
    });
    if (unpacked > MAX_UNPACKED) throw new ReadoutError("INPUT_TOO_LARGE", { limit: "100 MB unpacked" });
    const core = unzipSync(bytes, { filter: ({ name }) => name === CORE_PART })[CORE_PART];
    return core ? Buffer.from(core).toString("utf8") : "";
  } catch (error) {
    throw broken(error);
  }
}

/** One field of a small, machine-made XML file; character references are the HTML parser's business. */
function property(core: string, name: string): string | null {
  const element = new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)</${name}>`).exec(core)?.[1] ?? "";
  const words = textOf(parsePage(`<html><body>${element}</body></html>`))
    .replace(/\s+/g, " ")
    .trim();
  return words === "" ? null : words;
}

function broken(error: unknown): ReadoutError {
  if (error instanceof ReadoutError) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new ReadoutError("INPUT_BROKEN", { detail }, error);
}
