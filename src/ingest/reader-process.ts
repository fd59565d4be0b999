/** The process that reads documents, seen from the parent: one at a time, each within its time and memory. */
import { type ChildProcess, fork } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ReadoutError } from "../errors.ts";
import { watchTime } from "./process-time.ts";
import type { ReadBytes } from "./read-bytes.ts";
import { MAX_MEMORY, type ReaderJob, type ReaderReply } from "./reader-protocol.ts";

/** A whole document's time. The largest honest ones take a second or two. */
const LIMIT_MS = 7500;
/** A busy machine may take long to start a process; no document is to blame for it. */
const START_MS = 120_000;
/** A process is let go after so many documents, so that nothing adds up in it. */
const DOCUMENTS = 500;
/** What a large document took stays with the process for a while; grown so far, it is not kept for the next one. */
const GROWN = 130 * 1024 * 1024;

/** The child's program: built beside us in dist/, or the source itself, which then needs a loader. */
function program(): { path: string; execArgv: string[] } {
  const here = dirname(fileURLToPath(import.meta.url));
  const built = join(here, "reader-child.js");
  const heap = ["--max-old-space-size=240"];
  if (existsSync(built)) return { path: built, execArgv: heap };
  return { path: join(here, "reader-child.ts"), execArgv: [...heap, "--import", "tsx"] };
}

class ReaderProcess {
  readonly #child: ChildProcess;
  readonly ready: Promise<void>;
  #answer: { resolve: (read: ReadBytes) => void; reject: (error: Error) => void } | null = null;
  #late = false;
  #isReady = false;
  documents = 0;
  ended = false;

  constructor() {
    const { path, execArgv } = program();
    // Its own words on standard error would only be V8's, about memory.
    this.#child = fork(path, [], {
      execArgv,
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    this.ready = new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#child.kill("SIGKILL"), START_MS);
      const fail = (detail: string) => {
        clearTimeout(timer);
        this.ended = true;
        const error = this.#isReady ? this.#whyEnded(detail) : new ReadoutError("INTERNAL", { detail });
        reject(error);
        this.#settle()?.reject(error);
      };
      this.#child.on("message", (reply: ReaderReply) => {
        if (reply.kind === "done") {
          if (reply.memory > GROWN) this.kill();
          return this.#settle()?.resolve(reply.read);
        }
        clearTimeout(timer);
        this.#isReady = true;
        resolve();
      });
      this.#child.on("error", (error) => fail(error.message));
      this.#child.on("exit", (status, signal) =>
        fail(signal ? `ended by ${signal}` : `ended with status ${status}`),
      );
    });
    this.ready.catch(() => {});
  }

  read(job: ReaderJob): Promise<ReadBytes> {
    this.documents++;
    return new Promise((resolve, reject) => {
      const end = watchTime(this.#child.pid ?? 0, LIMIT_MS, () => {
        this.#late = true;
        this.kill();
      });
      this.#answer = {
        resolve: (read) => {
          end();
          resolve(read);
        },
        reject: (error) => {
          end();
          reject(error);
        },
      };
      this.#hold(true);
      this.#child.send(job, (error) => {
        if (error) this.#settle()?.reject(new ReadoutError("INTERNAL", { detail: error.message }));
      });
    });
  }

  kill(): void {
    this.ended = true;
    this.#child.kill("SIGKILL");
  }

  /** Nobody but the watching thread and V8 itself ends the process: it grew too large. */
  #whyEnded(detail: string): ReadoutError {
    if (this.#late) return new ReadoutError("INPUT_TOO_SLOW", { limit: `${LIMIT_MS / 1000} seconds` });
    if (/SIG|134/.test(detail))
      return new ReadoutError("INPUT_TOO_HEAVY", { limit: `${Math.round(MAX_MEMORY / 1024 / 1024)} MB` });
    return new ReadoutError("INPUT_BROKEN", { detail });
  }

  #settle() {
    const answer = this.#answer;
    this.#answer = null;
    this.#hold(false);
    return answer;
  }

  /** An idle process keeps nobody alive; one that owes an answer does. */
  #hold(held: boolean): void {
    const method = held ? "ref" : "unref";
    this.#child[method]();
    this.#child.channel?.[method]();
  }
}

let reader: ReaderProcess | null = null;
let turn: Promise<unknown> = Promise.resolve();

/**
 * Reads a document in the process, which is started at the first one and kept for the next.
 * @throws ReadoutError INPUT_TOO_SLOW, INPUT_TOO_HEAVY; what is wrong with the document itself stands in the result
 */
export function readApart(job: ReaderJob): Promise<ReadBytes> {
  const work = async () => {
    if (reader && reader.documents >= DOCUMENTS) reader.kill();
    if (!reader || reader.ended) reader = new ReaderProcess();
    const mine = reader;
    await mine.ready;
    return mine.read(job);
  };
  const result = turn.then(work, work);
  turn = result.catch(() => {});
  return result;
}
