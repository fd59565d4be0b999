/** What the process that reads PDFs and its parent say to each other. */
import type { ErrorCode } from "../../errors.ts";
import type { Page as PageSpan } from "../../model.ts";
import type { FileInfo } from "./file-info.ts";

export interface PdfRequest {
  id: number;
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

export type PdfReply =
  | { kind: "ready" }
  | { kind: "done"; id: number; result: PdfText; memory: number }
  | { kind: "failed"; id: number; code: ErrorCode; details: Record<string, string | number>; memory: number };
