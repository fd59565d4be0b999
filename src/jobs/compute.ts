/** The compute process seen from the server: started when first needed, replaced when it dies. */
import { type ChildProcess, fork } from "node:child_process";
import { childProgram, endChild, ROOMY } from "../child-program.ts";
import { ReadoutError } from "../errors.ts";
import type { FetchedNote } from "../store/journal.ts";
import type { ComparedRows, ReadOutcome } from "../store/rows.ts";
import type { CompareInput } from "../store/save-compared.ts";
import type { TakenDocument } from "../store/save-read.ts";
import type { ComputeReply, ComputeRequest } from "./protocol.ts";

interface ReadHooks {
  onProgress(progress: number): void;
  /** Keeps what was fetched; waited for before the outcome is given. */
  onFetched(note: FetchedNote, bytes: Uint8Array): Promise<void>;
}

export interface Compute {
  /** @throws ReadoutError COMPUTE_FAILED where the process died */
  read(document: TakenDocument, hooks: ReadHooks): Promise<ReadOutcome>;
  /**
   * @param texts gives articles as JSON, those that the process doesn't hold
   * @throws ReadoutError COMPUTE_FAILED where the process died
   */
  compare(
    input: CompareInput,
    texts: (ids: string[]) => Promise<{ id: string; json: string }[]>,
  ): Promise<ComparedRows>;
  /** Of the process, for tests; null where none runs. */
  pid(): number | null;
  close(): Promise<void>;
}

/** How long the process may take to finish an inference and end, before it is killed. */
const END_WITHIN_MS = 10_000;

interface Waiting {
  reply(reply: ComputeReply): void;
  fail(error: ReadoutError): void;
}

/** @param jobs model processes, as for the command line */
export function openCompute(jobs: number): Compute {
  let child: ChildProcess | null = null;
  let next = 1;
  let closing = false;
  const waiting = new Map<number, Waiting>();

  const start = (): ChildProcess => {
    const { path, execArgv } = childProgram(import.meta.url, "compute-child");
    const made = fork(path, [String(jobs)], {
      execArgv: [...execArgv, ...ROOMY],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    made.on("message", (reply: ComputeReply) => waiting.get(reply.id)?.reply(reply));
    const gone = (detail: string) => {
      if (child === made) child = null;
      for (const one of waiting.values()) one.fail(new ReadoutError("COMPUTE_FAILED", { detail }));
      waiting.clear();
    };
    made.on("error", (error) => gone(error.message));
    made.on("exit", (code, signal) => gone(signal ?? `status ${code}`));
    return made;
  };
  const send = (request: ComputeRequest) => {
    if (closing) throw new ReadoutError("COMPUTE_FAILED", { detail: "readout is ending" });
    child ??= start();
    // A process that can't be spoken to ends; that is when its requests fail.
    child.send(request, () => {});
  };

  return {
    async read(document, { onProgress, onFetched }) {
      const id = next++;
      const kept: Promise<void>[] = [];
      const outcome = await new Promise<ReadOutcome>((resolve, reject) => {
        waiting.set(id, {
          fail: reject,
          reply(reply) {
            if (reply.kind === "progress") onProgress(reply.progress);
            else if (reply.kind === "fetched") {
              const keeping = onFetched(reply.note, reply.bytes);
              keeping.catch(() => {});
              kept.push(keeping);
            } else if (reply.kind === "read") resolve(reply.outcome);
            else if (reply.kind === "failed") reject(failed(reply.message));
          },
        });
        send({ kind: "read", id, document });
      }).finally(() => waiting.delete(id));
      await Promise.all(kept);
      return outcome;
    },
    async compare(input, texts) {
      const id = next++;
      const rows: ComparedRows = {
        articles: [],
        statements: [],
        points: [],
        speakers: [],
        rest: "",
        rulings: [],
      };
      await new Promise<void>((resolve, reject) => {
        waiting.set(id, {
          fail: reject,
          reply(reply) {
            if (reply.kind === "need")
              texts(reply.articles).then(
                (articles) => send({ kind: "articles", id, articles }),
                (error) => reject(error),
              );
            else if (reply.kind === "rows") add(rows, reply.rows);
            else if (reply.kind === "compared") resolve();
            else if (reply.kind === "failed") reject(failed(reply.message));
          },
        });
        send({ kind: "compare", id, input });
      }).finally(() => waiting.delete(id));
      return rows;
    },
    pid: () => child?.pid ?? null,
    async close() {
      closing = true;
      if (child) await endChild(child, END_WITHIN_MS);
    },
  };
}

const failed = (detail: string) => new ReadoutError("COMPUTE_FAILED", { detail });

function add(rows: ComparedRows, { rest, ...lists }: Partial<ComparedRows>): void {
  if (rest !== undefined) rows.rest = rest;
  for (const [name, list] of Object.entries(lists))
    for (const row of list as object[]) (rows[name as keyof typeof lists] as object[]).push(row);
}
