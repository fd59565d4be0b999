import { makeDocument, notice, type ReadDocument } from "../document.ts";
import { NOTHING } from "../front-matter.ts";
import { readHeader } from "../header.ts";
import type { Hints } from "../text.ts";
import { saysWhenWritten } from "./file-info.ts";
import { readInProcess } from "./process.ts";
import type { PdfText } from "./protocol.ts";

/**
 * True for a PDF: its mark stands at the beginning; in a file that is named so, it may also come soon after what mail
 * and web servers put before it.
 */
export function isPdf(bytes: Uint8Array, named: boolean): boolean {
  const at = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).indexOf("%PDF-");
  return at === 0 || (at > 0 && named);
}

/**
 * A PDF's text in reading order, paragraphs parted by one blank line, footnotes at the end; running heads, page numbers,
 * line numbers and what is painted askew are left out. `pages` are labelled as printed; a page has several stretches
 * where its footnotes stand apart. Title, author and date come from the first page, else from the file.
 * @throws ReadoutError PDF_NO_TEXT, PDF_ENCRYPTED, PDF_BROKEN, PDF_LIMIT, INPUT_TOO_LARGE, INPUT_EMPTY
 */
export async function fromPdf(bytes: Uint8Array, hints: Hints = {}): Promise<ReadDocument> {
  const input = hints.input ?? "-";
  const pdf = await readInProcess(bytes);
  const { text, pages, info } = pdf;
  // Rows of a table are no head lines.
  const header = readHeader(text.slice(0, 8000).replace(/^.*\t.*$/gm, ""));
  const warnings = [];
  if (pdf.scanned.length > 0)
    warnings.push(notice(input, "PDF_PAGES_SCANNED", { pages: pdf.scanned.slice(0, 20).join(", ") }));
  if (text.includes("\ufffd"))
    warnings.push(
      notice(input, "PDF_LETTERS_UNKNOWN", {
        share: `${Math.max(0.1, Math.round(pdf.unread * 1000) / 10)} %`,
      }),
    );
  return makeDocument({
    input,
    path: hints.path ?? null,
    text,
    pages,
    metadata: {
      ...NOTHING,
      title: titleOf(pdf) ?? header.title ?? info.title,
      byline: header.byline ?? info.author,
      publishedAt: header.publishedAt ?? (saysWhenWritten(info) ? info.created : null),
    },
    claimedLanguage: info.language,
    warnings,
  });
}

const fold = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** The file's title where the first pages bear it out, else the heading that stands out on the first page. */
function titleOf({ text, heading, info }: PdfText): string | null {
  const head = fold(text.slice(0, 4000));
  if (info.title !== null && head.includes(fold(info.title))) return info.title;
  return heading;
}
