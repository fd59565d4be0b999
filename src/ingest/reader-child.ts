/** The process that reads documents of strangers. */
import { answerParent } from "./child-side.ts";
import { readBytes } from "./read-bytes.ts";
import { MAX_MEMORY, type ReaderJob } from "./reader-protocol.ts";

answerParent(({ bytes, request }: ReaderJob) => readBytes(bytes, request), { memory: MAX_MEMORY, own: 0 });
