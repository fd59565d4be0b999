/**
 * The process that reads PDFs. Files from strangers may loop or swell while they are parsed; a process of its own can be
 * ended by the clock, and by the watchman below when it takes too much memory.
 */
import { Worker } from "node:worker_threads";
import { ReadoutError } from "../../errors.ts";
import { loadLibrary } from "./open.ts";
import type { PdfReply, PdfRequest } from "./protocol.ts";
import { readPdf } from "./read.ts";

/** Resident memory that documents may take, in bytes, above what the program itself takes (130 MB once built). */
const DOCUMENT_MEMORY = 320 * 1024 * 1024;

/** What the program itself takes. */
let ownMemory = 0;
const grown = () => process.memoryUsage.rss() - ownMemory;

/** A thread of its own sees the memory grow even while this one is busy in a loop. */
function watchMemory(): void {
  ownMemory = process.memoryUsage.rss();
  const most = ownMemory + DOCUMENT_MEMORY;
  const watchman = new Worker(
    `setInterval(() => { if (process.memoryUsage.rss() > ${most}) process.kill(process.pid, "SIGKILL"); }, 25);`,
    { eval: true },
  );
  watchman.unref();
}

/** A parent that is gone hears nothing; the disconnect then ends us. */
const send = (reply: PdfReply) => {
  if (process.connected) process.send!(reply, undefined, undefined, () => {});
};

async function answer({ id, bytes }: PdfRequest): Promise<PdfReply> {
  try {
    const result = await readPdf(bytes);
    return { kind: "done", id, result, memory: grown() };
  } catch (error) {
    const coded =
      error instanceof ReadoutError
        ? error
        : new ReadoutError("INTERNAL", { detail: error instanceof Error ? error.message : String(error) });
    const memory = grown();
    return { kind: "failed", id, code: coded.code, details: coded.details, memory };
  }
}

process.on("message", (request: PdfRequest) => {
  answer(request).then(send);
});
// pdf.js leaves some of its own promises unheard when a file is damaged; the request itself still gets its answer.
process.on("unhandledRejection", () => {});
process.on("disconnect", () => process.exit(0));
// Ctrl-C reaches the whole group; the parent decides, and its end disconnects us.
process.on("SIGINT", () => {});

await loadLibrary();
watchMemory();
send({ kind: "ready" });
