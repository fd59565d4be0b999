/** What the parent asks of the process that reads documents. */
import type { ReadRequest } from "./read-bytes.ts";

export interface ReaderJob {
  bytes: Uint8Array;
  request: ReadRequest;
}

/** Resident memory of the reading process at most, in bytes. */
export const MAX_MEMORY = 320 * 1024 * 1024;
