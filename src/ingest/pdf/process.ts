/** The process that reads PDFs, seen from the parent: one document at a time, each within its time. */
import { type ChildProcess, fork } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ReadoutError } from "../../errors.ts";
import { watchTime } from "../process-time.ts";
import type { PdfReply, PdfText } from "./protocol.ts";

const MEGABYTE = 1024 * 1024;
/** Time for any file, and more for each megabyte beyond the first: small files can't buy time with tricks. */
const BASE_MS = 7500;
const MS_A_MEGABYTE = 4000;
const MOST_MS = 90_000;
const START_MS = 120_000;
/** A process is let go after so many documents, so that nothing adds up in it. */
const DOCUMENTS = 200;
/** Grown so far, it is not kept for the next document: the whole of readout keeps within a gigabyte. */
const GROWN = 120 * 1024 * 1024;

/** The child's program: built beside us in dist/, or the source itself, which then needs a loader. */
function program(): { path: string; execArgv: string[] } {
  const here = dirname(fileURLToPath(import.meta.url));
  const built = join(here, "pdf-child.js");
  const heap = ["--max-old-space-size=320"];
  if (existsSync(built)) return { path: built, execArgv: heap };
  return { path: join(here, "child.ts"), execArgv: [...heap, "--import", "tsx"] };
}

interface Waiting {
  resolve: (result: PdfText) => void;
  reject: (error: ReadoutError) => void;
}

class PdfProcess {
  readonly #child: ChildProcess;
  readonly ready: Promise<void>;
  #waiting: Waiting | null = null;
  #late = false;
  documents = 0;
  ended = false;

  constructor() {
    const { path, execArgv } = program();
    this.#child = fork(path, [], {
      execArgv,
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    this.ready = new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.kill(), START_MS);
      this.#child.on("message", (reply: PdfReply) => {
        if (reply.kind === "ready") {
          clearTimeout(timer);
          this.#hold(this.#waiting !== null);
          return resolve();
        }
        const waiting = this.#settle();
        if (reply.memory > GROWN) this.kill();
        if (reply.kind === "done") waiting?.resolve(reply.result);
        else waiting?.reject(new ReadoutError(reply.code, reply.details));
      });
      const fail = (detail: string) => {
        clearTimeout(timer);
        this.ended = true;
        const error =
          this.documents === 0 ? new ReadoutError("INTERNAL", { detail }) : this.#whyEnded(detail);
        reject(error);
        this.#settle()?.reject(error);
      };
      this.#child.on("error", (error) => fail(error.message));
      this.#child.on("exit", (status, signal) =>
        fail(signal ? `ended by ${signal}` : `ended with status ${status}`),
      );
    });
    this.ready.catch(() => {});
  }

  read(bytes: Uint8Array, limit: number): Promise<PdfText> {
    this.documents++;
    return new Promise((resolve, reject) => {
      const clear = watchTime(this.#child.pid ?? 0, limit, () => {
        this.#late = true;
        this.kill();
      });
      this.#waiting = {
        resolve: (result) => {
          clear();
          resolve(result);
        },
        reject: (error) => {
          clear();
          reject(error);
        },
      };
      this.#hold(true);
      this.#child.send({ id: this.documents, bytes }, (error) => {
        if (error) this.#settle()?.reject(new ReadoutError("INTERNAL", { detail: error.message }));
      });
    });
  }

  kill(): void {
    this.ended = true;
    this.#child.kill("SIGKILL");
  }

  #whyEnded(detail: string): ReadoutError {
    if (this.#late) return new ReadoutError("PDF_LIMIT", { limit: "time" });
    return /SIGKILL|SIGABRT|SIGTRAP|134/.test(detail)
      ? new ReadoutError("PDF_LIMIT", { limit: "memory" })
      : new ReadoutError("PDF_BROKEN", { detail });
  }

  #settle(): Waiting | null {
    const waiting = this.#waiting;
    this.#waiting = null;
    this.#hold(false);
    return waiting;
  }

  /** An idle process keeps nobody alive; one that owes an answer does. */
  #hold(held: boolean): void {
    const method = held ? "ref" : "unref";
    this.#child[method]();
    this.#child.channel?.[method]();
  }
}

let process_: PdfProcess | null = null;
let turn: Promise<unknown> = Promise.resolve();

/**
 * Reads a PDF in the child process, which is started at the first one and kept for the next.
 * @throws ReadoutError PDF_NO_TEXT, PDF_ENCRYPTED, PDF_BROKEN, PDF_LIMIT, INPUT_TOO_LARGE
 */
export function readInProcess(bytes: Uint8Array): Promise<PdfText> {
  const work = async () => {
    if (process_ && process_.documents >= DOCUMENTS) process_.kill();
    if (!process_ || process_.ended) process_ = new PdfProcess();
    await process_.ready;
    const extra = Math.max(0, bytes.length / MEGABYTE - 1) * MS_A_MEGABYTE;
    return process_.read(bytes, Math.min(MOST_MS, BASE_MS + extra));
  };
  const result = turn.then(work, work);
  turn = result.catch(() => {});
  return result;
}
