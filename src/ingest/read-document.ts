/** A document from a stranger: read in a process of its own where it could do harm, its parts one by one after it. */
import { ReadoutError } from "../errors.ts";
import { hashId } from "../id.ts";
import type { Metadata } from "./front-matter.ts";
import { isPdf } from "./pdf/pdf-document.ts";
import { type PageLink, type Part, type ReadRequest, readBytes } from "./read-bytes.ts";
import { readApart } from "./reader-process.ts";
import { failedResult, type IngestResult } from "./result.ts";
import { isZip } from "./zip.ts";

/** Mails in mails in mails. */
const MAX_DEPTH = 4;
/** Text of this size, without front matter, is read at once whatever stands in it. */
const SMALL = 256 * 1024;

/** Reads a document and the parts in it. Nothing is thrown. */
export async function readDocument(
  bytes: Uint8Array,
  request: ReadRequest,
  depth = 0,
): Promise<IngestResult[]> {
  return (await readWithLinks(bytes, request, depth)).results;
}

/** The same, with the pages that results only point to. */
export async function readWithLinks(
  bytes: Uint8Array,
  request: ReadRequest,
  depth = 0,
): Promise<{ results: IngestResult[]; links: PageLink[] }> {
  try {
    const {
      results,
      parts,
      links = [],
    } = await (needsProcess(bytes, request) ? readApart({ bytes, request }) : readBytes(bytes, request));
    for (const part of parts) results.push(...(await readPart(part, depth + 1)));
    return { results, links };
  } catch (error) {
    return { results: [failedResult(request.input, error)], links: [] };
  }
}

async function readPart(part: Part, depth: number): Promise<IngestResult[]> {
  const { bytes, request, unsupported, defaults } = part;
  if (unsupported !== null)
    return [failedResult(request.input, new ReadoutError("INPUT_UNSUPPORTED", { kind: unsupported }))];
  if (depth > MAX_DEPTH)
    return [
      failedResult(request.input, new ReadoutError("INPUT_BROKEN", { detail: "mails in mails without end" })),
    ];
  const results = await readDocument(bytes, request, depth);
  for (const { article } of results) if (article) complete(article, defaults);
  return results;
}

/** What the mail says of its attachment holds where the attachment says nothing. */
function complete(article: NonNullable<IngestResult["article"]>, defaults: Metadata): void {
  article.outlet ??= defaults.outlet;
  article.byline ??= defaults.byline;
  article.publishedAt ??= defaults.publishedAt;
  article.title ??= defaults.title;
  article.id = hashId("a", article.text, article.outlet, article.url, article.publishedAt);
}

/** PDFs have a process of their own already; saved collections and short texts are read where they are. */
function needsProcess(bytes: Uint8Array, { told }: ReadRequest): boolean {
  if (isPdf(bytes, told === "pdf")) return false;
  const first = bytes.find((byte) => byte > 0x20 && byte < 0x80);
  const isPlain =
    (told === "text" || told === "subtitles" || told === "json") &&
    first !== 0x3c &&
    first !== 0x2d &&
    !isZip(bytes);
  return !(isPlain && bytes.length <= SMALL) && !(told === "json" && isCollection(bytes));
}

function isCollection(bytes: Uint8Array): boolean {
  return /^\s*\{\s*"format"\s*:\s*"readout\//.test(Buffer.from(bytes.subarray(0, 4096)).toString("latin1"));
}
