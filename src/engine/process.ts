/** One model process seen from the parent: requests as promises, a coded error where it dies. */
import { type ChildProcess, fork } from "node:child_process";
import { childProgram } from "../child-program.ts";
import { ReadoutError } from "../errors.ts";
import type { Reply, Request } from "./protocol.ts";

type Unnumbered<T> = T extends unknown ? Omit<T, "id"> : never;
type Outputs = Record<string, Float32Array>;

interface Waiting {
  resolve: (outputs: Outputs) => void;
  reject: (error: ReadoutError) => void;
}

/** How long a process may take to end after it was asked to, before it is killed. */
const END_WITHIN_MS = 10_000;

/** Its heap holds messages only: a small nursery and collecting by hand keep the process small. */
const SMALL = ["--max-semi-space-size=1", "--expose-gc"];

export class ModelProcess {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, Waiting>();
  readonly #ended: Promise<void>;
  #next = 1;
  #dead: ReadoutError | null = null;

  constructor() {
    const { path, execArgv } = childProgram(import.meta.url, "engine-child", "child");
    this.#child = fork(path, [], {
      execArgv: [...SMALL, ...execArgv],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    this.#child.on("message", (reply: Reply) => {
      const waiting = this.#waiting.get(reply.id);
      this.#waiting.delete(reply.id);
      this.#hold();
      if (reply.kind === "done") waiting?.resolve(reply.outputs);
      else waiting?.reject(new ReadoutError("ENGINE_FAILED", { detail: reply.message }));
    });
    this.#ended = new Promise((resolve) => {
      this.#child.on("error", (error) => this.#fail(error.message));
      this.#child.on("exit", (status, signal) => {
        this.#fail(signal ? `ended by ${signal}` : `ended with status ${status}`);
        resolve();
      });
    });
    this.#hold();
  }

  /** Requests that have no answer yet. */
  get load(): number {
    return this.#waiting.size;
  }

  /** @throws ReadoutError ENGINE_FAILED */
  request(request: Unnumbered<Request>): Promise<Outputs> {
    if (this.#dead) return Promise.reject(this.#dead);
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#hold();
      this.#child.send({ ...request, id } as Request, (error) => {
        if (!error) return;
        this.#waiting.delete(id);
        reject(new ReadoutError("ENGINE_FAILED", { detail: error.message }));
      });
    });
  }

  /** Asks the process to finish what it has and to end; resolves when it has ended. */
  async close(): Promise<void> {
    if (this.#dead) return this.#ended;
    this.#child.ref();
    this.#child.send({ kind: "close", id: 0 } satisfies Request, () => {});
    const timer = setTimeout(() => this.#child.kill("SIGKILL"), END_WITHIN_MS);
    await this.#ended;
    clearTimeout(timer);
  }

  /** An idle process keeps nobody alive; one that owes an answer does. */
  #hold(): void {
    const method = this.#waiting.size > 0 ? "ref" : "unref";
    this.#child[method]();
    this.#child.channel?.[method]();
  }

  #fail(detail: string): void {
    this.#dead ??= new ReadoutError("ENGINE_FAILED", { detail });
    for (const waiting of this.#waiting.values()) waiting.reject(this.#dead);
    this.#waiting.clear();
  }
}
