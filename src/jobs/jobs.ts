/**
 * What happens after a write was acknowledged: documents are read, collections compared. Jobs lie in the database
 * with the data that asked for them, so that nothing is forgotten when a process ends, and several processes (on a
 * server, several machines) share them. A job that is done twice writes the same rows.
 */
import { messageOf, ReadoutError } from "../errors.ts";
import type { Notice } from "../model.ts";
import type { OpenedStore } from "../store/open.ts";
import type { CompareTask, Job, ReadTask } from "../store/queue.ts";
import {
  articleTexts,
  compareInput,
  failCompare,
  saveCompared,
  skipCompare,
} from "../store/save-compared.ts";
import { failRead, saveRead, setProgress, takeDocument } from "../store/save-read.ts";
import { stranded } from "../store/stranded.ts";
import { Bell } from "./bell.ts";
import { type Compute, openCompute } from "./compute.ts";

export interface JobsOptions {
  /** Documents read at once, and model processes; 2 when not told. */
  jobs?: number;
  /** Hears of failures of the machinery itself, which are tried again by themselves. */
  onError?: (error: unknown) => void;
}

export interface Jobs {
  compute: Compute;
  /** Resolves when no document is waiting and every collection is compared. */
  idle(): Promise<void>;
  /** What is under way is given up and done again by the next process. */
  close(): Promise<void>;
}

/** Jobs of other processes, and retries, are looked for this often; those of this process begin at once. */
const POLL_MS = 2000;
/** What the dead left behind is looked for this often. */
const SWEEP_MS = 20_000;
/** While documents are still being read, comparing rests for this many times as long as it took, and at least … */
const REST = 3;
const REST_MS = 3000;

/** Works off the jobs of a store until closed. */
export function startJobs(store: OpenedStore, options: JobsOptions = {}): Jobs {
  const { context } = store;
  const count = Math.max(1, options.jobs ?? 2);
  const compute = openCompute(count);
  const bells = { read: new Bell(), compare: new Bell(), rest: new Bell() };
  /** Of each collection: when it may be compared again while documents are on their way. */
  const rests = new Map<string, { until: number; edited: number }>();
  let closing = false;
  let busy = 0;

  const unsubscribe = store.subscribe((event) => {
    if (event.kind === "document" && event.status !== "queued") return;
    bells.read.ring();
    bells.compare.ring();
    if (event.kind === "ruling" || event.kind === "revision") bells.rest.ring();
  });

  const readOne = async (job: Job<ReadTask>): Promise<void> => {
    const document = await takeDocument(context, job.task);
    if (!document) return context.queue.done(context.db, job);
    const hooks = {
      onProgress: (progress: number) => {
        if (!closing) setProgress(context, job.task, progress).catch(() => {});
      },
      onFetched: async (_: unknown, bytes: Uint8Array) => {
        await context.originals.keep(bytes);
      },
    };
    await saveRead(context, job, await compute.read(document, hooks));
  };

  const compareOne = async (job: Job<CompareTask>): Promise<void> => {
    const { collection } = job.task;
    await rest(collection);
    if (closing) return;
    const input = await compareInput(context, collection);
    if (!input) return skipCompare(context, job);
    const began = Date.now();
    const rows = await compute.compare(input, (ids) => articleTexts(context, collection, ids));
    await saveCompared(context, job, input, rows);
    const took = Date.now() - began;
    const until = input.isPartial ? Date.now() + Math.max(REST_MS, REST * took) : 0;
    rests.set(collection, { until, edited: input.edited });
  };

  /** Comparing after every document would cost more than reading; what a person changed is compared at once. */
  const rest = async (collection: string): Promise<void> => {
    const last = rests.get(collection);
    if (!last) return;
    while (!closing && Date.now() < last.until) {
      const row = await store.collection(collection);
      if (row?.state !== "reading" || row.edited > last.edited) return;
      await bells.rest.wait(Math.min(500, last.until - Date.now()));
    }
  };

  const attempt = async <T>(
    job: Job<T>,
    work: () => Promise<void>,
    fail: (failure: Notice) => Promise<void>,
  ): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (closing) return;
      options.onError?.(error);
      const { code, message } = noticeOf(error);
      if (job.isLastTry) await fail({ input: "", code, message });
      else await context.queue.fail(job, message);
    }
  };

  const loop = async <T>(
    bell: Bell,
    take: () => Promise<Job<T> | null>,
    work: (job: Job<T>) => Promise<void>,
    fail: (context: OpenedStore["context"], job: Job<T>, failure: Notice) => Promise<void>,
  ): Promise<void> => {
    while (!closing) {
      try {
        busy++;
        const job = await take();
        if (job) {
          await attempt(
            job,
            () => work(job),
            (failure) => fail(context, job, failure),
          );
          continue;
        }
      } catch (error) {
        // The database is out of reach for a moment; jobs are still there when it is back.
        if (!closing) options.onError?.(error);
      } finally {
        busy--;
      }
      if (!closing) await bell.wait(POLL_MS);
    }
  };

  const sweep = async (): Promise<void> => {
    try {
      const found = (await context.queue.reclaim()) + (await stranded(context));
      if (found > 0) {
        bells.read.ring();
        bells.compare.ring();
      }
    } catch (error) {
      if (!closing) options.onError?.(error);
    }
  };
  let sweeping: Promise<void> = sweep();
  const timer = setInterval(() => {
    // Embedded, nobody else is there whose jobs could be taken back.
    if (context.kind === "server") sweeping = sweep();
  }, SWEEP_MS);

  // A loop for each document at once, and one for comparing. Embedded, one process has all jobs.
  const reading = () => loop(bells.read, () => context.queue.take("read"), readOne, failRead);
  const loops = [
    ...Array.from({ length: count }, reading),
    loop(bells.compare, () => context.queue.take("compare"), compareOne, failCompare),
  ];

  return {
    compute,
    async idle() {
      for (;;) {
        const open = await openJobs(context);
        if (open === 0 && busy === 0) return;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    async close() {
      closing = true;
      clearInterval(timer);
      unsubscribe();
      for (const bell of Object.values(bells)) bell.ring();
      await compute.close();
      await Promise.all([...loops, sweeping]);
    },
  };
}

function noticeOf(error: unknown): { code: string; message: string } {
  if (error instanceof ReadoutError) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return { code: "INTERNAL", message: messageOf("INTERNAL", { detail }) };
}

async function openJobs({ db }: OpenedStore["context"]): Promise<number> {
  const open = await db
    .selectFrom("document")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("status", "in", ["queued", "reading"])
    .executeTakeFirstOrThrow();
  const wanted = await db
    .selectFrom("collection")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .whereRef("wanted", ">", "input")
    .where("failure", "is", null)
    .executeTakeFirstOrThrow();
  return open.n + wanted.n;
}
