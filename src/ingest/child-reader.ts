/** A process that reads documents, seen from the parent: one at a time, each within its time and memory. */
import { type ChildProcess, fork } from "node:child_process";
import { childProgram } from "../child-program.ts";
import { ReadoutError } from "../errors.ts";
import type { ChildReply } from "./child-protocol.ts";
import { watchTime } from "./process-time.ts";

/** A busy machine may take long to start a process; no document is to blame for it. */
const START_MS = 120_000;

export interface ChildKind {
  /** The module that asks (`import.meta.url`): the child's program stands beside it. */
  beside: string;
  /** The program as built into dist/, and its source: names without their endings. */
  built: string;
  source: string;
  /** V8's heap at most, in MB. */
  heap: number;
  /** A process is let go after so many documents, so that nothing adds up in it. */
  documents: number;
  /** What a large document took stays with the process for a while; grown so far (bytes), it is not kept for the next one. */
  grown: number;
  /** What became of the document that a process ended over; `late` where its time was up. */
  whyEnded: (detail: string, late: boolean) => ReadoutError;
}

interface Waiting<Result> {
  resolve: (result: Result) => void;
  reject: (error: Error) => void;
}

class Child<Job extends object, Result> {
  readonly #child: ChildProcess;
  readonly #kind: ChildKind;
  readonly ready: Promise<void>;
  #waiting: Waiting<Result> | null = null;
  #late = false;
  documents = 0;
  ended = false;

  constructor(kind: ChildKind) {
    this.#kind = kind;
    const { path, execArgv } = childProgram(kind.beside, kind.built, kind.source);
    // Its own words on standard error would only be V8's, about memory.
    this.#child = fork(path, [], {
      execArgv: [`--max-old-space-size=${kind.heap}`, ...execArgv],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    this.ready = new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.kill(), START_MS);
      this.#child.on("message", (reply: ChildReply<Result>) => {
        if (reply.kind === "ready") {
          clearTimeout(timer);
          return resolve();
        }
        const waiting = this.#settle();
        if (reply.memory > kind.grown) this.kill();
        if (reply.kind === "done") waiting?.resolve(reply.result);
        else waiting?.reject(new ReadoutError(reply.code, reply.details));
      });
      const fail = (detail: string) => {
        clearTimeout(timer);
        this.ended = true;
        const error =
          this.documents === 0
            ? new ReadoutError("INTERNAL", { detail })
            : this.#kind.whyEnded(detail, this.#late);
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

  read(job: Job, limitMs: number): Promise<Result> {
    this.documents++;
    return new Promise((resolve, reject) => {
      const clear = watchTime(this.#child.pid ?? 0, limitMs, () => {
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
      this.#child.send(job, (error) => {
        if (error) this.#settle()?.reject(new ReadoutError("INTERNAL", { detail: error.message }));
      });
    });
  }

  kill(): void {
    this.ended = true;
    this.#child.kill("SIGKILL");
  }

  #settle(): Waiting<Result> | null {
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

/**
 * A function that reads one document after another in a process of this kind, which is started at the first one, kept for the
 * next, and started anew where it has ended.
 * @returns rejects with a ReadoutError: the child's own code, `whyEnded`'s, or INTERNAL where the process can't be started
 */
export function childReader<Job extends object, Result>(
  kind: ChildKind,
): (job: Job, limitMs: number) => Promise<Result> {
  let child: Child<Job, Result> | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  return (job, limitMs) => {
    const work = async () => {
      if (child && child.documents >= kind.documents) child.kill();
      if (!child || child.ended) child = new Child(kind);
      const mine = child;
      await mine.ready;
      return mine.read(job, limitMs);
    };
    const result = turn.then(work, work);
    turn = result.catch(() => {});
    return result;
  };
}
