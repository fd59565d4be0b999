/** PDFs, read in a process of their own. */
import { ReadoutError } from "../../errors.ts";
import { childReader } from "../child-reader.ts";
import type { PdfRequest, PdfText } from "./protocol.ts";

const MEGABYTE = 1024 * 1024;
/** Time for any file, and more for each megabyte beyond the first: small files can't buy time with tricks. */
const BASE_MS = 7500;
const MS_A_MEGABYTE = 4000;
const MOST_MS = 90_000;

const read = childReader<PdfRequest, PdfText>({
  beside: import.meta.url,
  built: "pdf-child",
  source: "child",
  heap: 320,
  documents: 200,
  grown: 120 * MEGABYTE,
  whyEnded(detail, late) {
    if (late) return new ReadoutError("PDF_LIMIT", { limit: "time" });
    return /SIGKILL|SIGABRT|SIGTRAP|134/.test(detail)
      ? new ReadoutError("PDF_LIMIT", { limit: "memory" })
      : new ReadoutError("PDF_BROKEN", { detail });
  },
});

/**
 * Reads a PDF in the child process.
 * @throws ReadoutError PDF_NO_TEXT, PDF_ENCRYPTED, PDF_BROKEN, PDF_LIMIT, INPUT_TOO_LARGE
 */
export function readInProcess(bytes: Uint8Array): Promise<PdfText> {
  const extra = Math.max(0, bytes.length / MEGABYTE - 1) * MS_A_MEGABYTE;
  return read({ bytes }, Math.min(MOST_MS, BASE_MS + extra));
}
