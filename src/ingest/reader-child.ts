/**
 * The process that reads documents of strangers. A file may be made to keep a parser busy or to swell in it; a process of
 * its own can be ended by the clock from outside and by its memory from inside.
 */
import { Worker } from "node:worker_threads";
import { readBytes } from "./read-bytes.ts";
import { MAX_MEMORY, type ReaderJob, type ReaderReply } from "./reader-protocol.ts";

// A thread of its own sees the memory grow even while this one is busy in a loop.
new Worker(
  `setInterval(() => { if (process.memoryUsage.rss() > ${MAX_MEMORY}) process.kill(process.pid, "SIGKILL"); }, 25);`,
  { eval: true },
).unref();

/** A parent that is gone hears nothing; the disconnect then ends us. */
const send = (reply: ReaderReply) => {
  if (process.connected) process.send!(reply, undefined, undefined, () => {});
};

process.on("message", ({ bytes, request }: ReaderJob) => {
  readBytes(bytes, request).then((read) => send({ kind: "done", read, memory: process.memoryUsage.rss() }));
});
process.on("disconnect", () => process.exit(0));
// Ctrl-C reaches the whole group; the parent decides, and its end disconnects us.
process.on("SIGINT", () => {});

send({ kind: "ready" });
