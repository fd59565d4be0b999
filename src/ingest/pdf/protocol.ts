/** What the process that reads PDFs is asked and gives. */
import type { Page as PageSpan } from "../../model.ts";
import type { FileInfo } from "./file-info.ts";

export interface PdfRequest {
  bytes: Uint8Array;
}

/** A PDF as text, with what its file says of it. */
export interface PdfText {
  text: string;
  pages: PageSpan[];
  heading: string | null;
  info: FileInfo;
  /** Labels of pages that are pictures without words. */
  scanned: string[];
  /** Share of the letters that the file does not say (0 to 1). */
  unread: number;
}
