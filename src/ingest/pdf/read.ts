import { ReadoutError } from "../../errors.ts";
import { layOut, type PageWords, pageWords } from "./layout.ts";
import { openPdf } from "./open.ts";
import type { PdfText } from "./protocol.ts";

/** Above this share of unknown letters a text can't be quoted from. */
const TOO_MUCH_UNREAD = 0.2;

/**
 * Reads a PDF whole: the work of the child process.
 * @throws ReadoutError PDF_NO_TEXT, PDF_ENCRYPTED, PDF_BROKEN, INPUT_TOO_LARGE
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfText> {
  const { pages, info } = await openPdf(bytes, pageWords);
  const unread = unreadShare(pages);
  if (unread > TOO_MUCH_UNREAD)
    throw new ReadoutError("PDF_NO_TEXT", { why: "its fonts don't say which letters they show" });
  const { text, pages: spans, heading, scanned } = layOut(pages);
  if (!/[\p{L}\p{N}]/u.test(text)) throw new ReadoutError("PDF_NO_TEXT", { why: "its pages are pictures" });
  if (isPlaceholder(text))
    throw new ReadoutError("PDF_NO_TEXT", { why: "it is a form that only Adobe Reader fills" });
  if (isGarbled(text)) throw new ReadoutError("PDF_NO_TEXT", { why: "its letters come out as others" });
  return {
    text,
    pages: spans,
    heading,
    info,
    scanned: scanned.map((i) => pages[i]!.label ?? String(i + 1)),
    unread,
  };
}

function unreadShare(pages: readonly PageWords[]): number {
  const sum = (of: (page: PageWords) => number) => pages.reduce((all, page) => all + of(page), 0);
  return (
    sum((page) => page.unread) /
    Math.max(
      1,
      sum((page) => page.letters),
    )
  );
}

/** What Adobe's XFA forms show to any other program. */
const isPlaceholder = (text: string) =>
  text.length < 1500 &&
  /please wait\.{3}|your PDF viewer may not be able to display this type of document/i.test(text);

const VOWELS = /[aeiouyàáâãäåèéêëìíîïòóôõöùúûüæøœ]/iu;

/** Latin letters shifted or shuffled by a font's own numbering: hardly any word has a vowel where words have them. */
function isGarbled(text: string): boolean {
  const words = text.slice(0, 20_000).match(/[\p{Script=Latin}\p{M}]{4,}/gu) ?? [];
  if (words.length < 20) return false;
  const spoken = words.filter((word) => VOWELS.test(word)).length;
  return spoken < words.length * 0.55;
}
