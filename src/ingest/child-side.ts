/**
 * A process that reads documents of strangers, seen from inside. A file may be made to keep a parser busy or to swell in it; a
 * process of its own can be ended by the clock from outside and by its memory from here.
 */
import { Worker } from "node:worker_threads";
import { ReadoutError } from "../errors.ts";
import type { ChildReply } from "./child-protocol.ts";

/**
 * Answers the parent's jobs one by one with what `work` gives, or with the code of what it throws, until the parent is gone.
 * @param limits `memory`: resident bytes that documents may take; `own`: those that are the program's and don't count
 */
export function answerParent<Job, Result>(
  work: (job: Job) => Promise<Result>,
  { memory, own }: { memory: number; own: number },
): void {
  // A thread of its own sees the memory grow even while this one is busy in a loop.
  new Worker(
    `setInterval(() => { if (process.memoryUsage.rss() > ${own + memory}) process.kill(process.pid, "SIGKILL"); }, 25);`,
    { eval: true },
  ).unref();
  const taken = () => process.memoryUsage.rss() - own;
  /** A parent that is gone hears nothing; the disconnect then ends us. */
  const send = (reply: ChildReply<Result>) => {
    if (process.connected) process.send!(reply, undefined, undefined, () => {});
  };
  const answer = async (job: Job): Promise<ChildReply<Result>> => {
    try {
      const result = await work(job);
      return { kind: "done", result, memory: taken() };
    } catch (error) {
      const coded =
        error instanceof ReadoutError
          ? error
          : new ReadoutError("INTERNAL", { detail: error instanceof Error ? error.message : String(error) });
      return { kind: "failed", code: coded.code, details: coded.details, memory: taken() };
    }
  };
  process.on("message", (job: Job) => {
    answer(job).then(send);
  });
  process.on("disconnect", () => process.exit(0));
  // Ctrl-C reaches the whole group; the parent decides, and its end disconnects us.
  process.on("SIGINT", () => {});
  send({ kind: "ready" });
}
