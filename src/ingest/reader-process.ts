/** Documents of strangers, read in a process of their own. */
import { ReadoutError } from "../errors.ts";
import { childReader } from "./child-reader.ts";
import type { ReadBytes } from "./read-bytes.ts";
import { MAX_MEMORY, type ReaderJob } from "./reader-protocol.ts";

/** A whole document's time. The largest honest ones take a second or two. */
const LIMIT_MS = 7500;

const read = childReader<ReaderJob, ReadBytes>({
  beside: import.meta.url,
  built: "reader-child",
  source: "reader-child",
  heap: 240,
  documents: 500,
  grown: 130 * 1024 * 1024,
  /** Nobody but the watching thread and V8 itself ends the process: it grew too large. */
  whyEnded(detail, late) {
    if (late) return new ReadoutError("INPUT_TOO_SLOW", { limit: `${LIMIT_MS / 1000} seconds` });
    if (/SIG|134/.test(detail))
      return new ReadoutError("INPUT_TOO_HEAVY", { limit: `${Math.round(MAX_MEMORY / 1024 / 1024)} MB` });
    return new ReadoutError("INPUT_BROKEN", { detail });
  },
});

/**
 * Reads a document in the process.
 * @throws ReadoutError INPUT_TOO_SLOW, INPUT_TOO_HEAVY; what is wrong with the document itself stands in the result
 */
export const readApart = (job: ReaderJob): Promise<ReadBytes> => read(job, LIMIT_MS);
