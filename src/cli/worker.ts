import { ReadoutError } from "../errors.ts";
import { startJobs } from "../jobs/jobs.ts";
import { version } from "../node.ts";
import { openStore } from "../store/open.ts";

export interface WorkerOptions {
  database: string;
  jobs: number;
}

/** `readout worker`: reads and compares for a server on this machine or another, until it is told to end. */
export async function workerCommand({ database, jobs }: WorkerOptions): Promise<number> {
  const store = await openStore({ database }, { version });
  const say = (line: string) => process.stderr.write(`readout: ${line}\n`);
  const work = startJobs(store, {
    jobs,
    onError: (error) =>
      say(error instanceof ReadoutError ? `${error.code}: ${error.message}` : String(error)),
  });
  say("working; Ctrl-C ends it");
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  await work.close();
  await store.close();
  return 0;
}
