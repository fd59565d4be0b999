/** The process that reads PDFs. */
import { answerParent } from "../child-side.ts";
import { loadLibrary } from "./open.ts";
import type { PdfRequest } from "./protocol.ts";
import { readPdf } from "./read.ts";

/** Resident memory that documents may take, in bytes, above what the program itself takes (130 MB once built). */
const DOCUMENT_MEMORY = 320 * 1024 * 1024;

// pdf.js leaves some of its own promises unheard when a file is damaged; the request itself still gets its answer.
process.on("unhandledRejection", () => {});

await loadLibrary();
answerParent(({ bytes }: PdfRequest) => readPdf(bytes), {
  memory: DOCUMENT_MEMORY,
  own: process.memoryUsage.rss(),
});
