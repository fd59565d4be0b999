/** What the parent and the process that reads documents say to each other (advanced serialization keeps bytes as they are). */
import type { ReadBytes, ReadRequest } from "./read-bytes.ts";

export interface ReaderJob {
  bytes: Uint8Array;
  request: ReadRequest;
}

export type ReaderReply = { kind: "ready" } | { kind: "done"; read: ReadBytes; memory: number };

/** Resident memory of the reading process at most, in bytes. */
export const MAX_MEMORY = 320 * 1024 * 1024;
