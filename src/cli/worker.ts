import { startJobs } from "../jobs/jobs.ts";
import { version } from "../node.ts";
import { openStore } from "../store/open.ts";
import { say, sayError, told } from "./running.ts";

export interface WorkerOptions {
  database: string;
  jobs: number;
}

/** `readout worker`: reads and compares for a server on this machine or another, until it is told to end. */
export async function workerCommand({ database, jobs }: WorkerOptions): Promise<number> {
  const store = await openStore({ database }, { version });
  const work = startJobs(store, { jobs, onError: sayError });
  say("working; Ctrl-C ends it");
  await told("SIGINT", "SIGTERM");
  await work.close();
  await store.close();
  return 0;
}
