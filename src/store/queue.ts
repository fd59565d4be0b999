/** pg-boss in one place: jobs enqueued in the transaction of their data, taken, finished, and taken back from the dead. */
import { CompiledQuery, type Kysely, sql } from "kysely";
import type pg from "pg";
import PgBoss from "pg-boss";
import type { Tables } from "./schema.ts";

const QUEUES = ["read", "compare"] as const;
type QueueName = (typeof QUEUES)[number];

export interface ReadTask {
  collection: string;
  document: string;
}

export interface CompareTask {
  collection: string;
}

export interface Job<T> {
  id: string;
  queue: QueueName;
  task: T;
  /** True where a further failure is the end of it. */
  isLastTry: boolean;
}

type Db = Kysely<Tables>;

/** How often a job is tried again after its process died or it failed unexpectedly. */
const RETRIES = 3;

export interface Queue {
  /** Has a document read; once, however often it is asked for before that begins. */
  read(db: Db, task: ReadTask): Promise<void>;
  /** Has a collection compared; once, however often it is asked for before that begins. */
  compare(db: Db, task: CompareTask): Promise<void>;
  /** Takes back what was asked for of a document, or of a whole collection, and has not begun. */
  drop(db: Db, task: ReadTask | CompareTask): Promise<void>;
  take(queue: "read"): Promise<Job<ReadTask> | null>;
  take(queue: "compare"): Promise<Job<CompareTask> | null>;
  /** In the transaction of the job's results. */
  done(db: Db, job: Job<unknown>): Promise<void>;
  fail(job: Job<unknown>, detail: string): Promise<void>;
  /** Gives jobs of dead processes back; answers how many. */
  reclaim(): Promise<number>;
  close(): Promise<void>;
}

/** pg-boss writes its job of a document under this key. */
const readKey = (task: ReadTask) => `${task.collection}/${task.document}`;

/**
 * @param holder on a server, this process's advisory lock, by which others see that it lives; null where no other
 *   process can be there (embedded)
 */
export async function openQueue(db: Db, pool: pg.Pool, holder: number | null): Promise<Queue> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    schema: "pgboss",
    schedule: false,
    supervise: true,
    maintenanceIntervalSeconds: 300,
    archiveCompletedAfterSeconds: 3600,
    deleteAfterDays: 1,
  });
  // Maintenance that fails is tried again at its next turn.
  boss.on("error", () => {});
  const install = async () => {
    await boss.start();
    for (const name of QUEUES) {
      const queue = {
        name,
        policy: "short",
        retryLimit: RETRIES,
        retryDelay: 1,
        expireInSeconds: 3600,
      } as const;
      if (!(await boss.getQueue(name))) await boss.createQueue(name, queue);
    }
  };
  if (holder === null) await install();
  else await alone(pool, install);
  const on = (trx: Db) => ({
    db: {
      async executeSql(text: string, values: unknown[]) {
        const { rows } = await trx.executeQuery(CompiledQuery.raw(text, values));
        return { rows };
      },
    },
  });
  const take = async (queue: QueueName): Promise<Job<never> | null> => {
    const [job] = await boss.fetch<never>(queue, { batchSize: 1, includeMetadata: true });
    if (!job) return null;
    if (holder !== null)
      await db
        .insertInto("working")
        .values({ job: job.id, queue, holder })
        .onConflict((c) => c.column("job").doUpdateSet({ holder }))
        .execute();
    return { id: job.id, queue, task: job.data, isLastTry: job.retryCount >= job.retryLimit };
  };
  const forget = async (trx: Db, id: string) => {
    if (holder !== null) await trx.deleteFrom("working").where("job", "=", id).execute();
  };
  return {
    async read(trx, task) {
      await boss.send("read", task, { singletonKey: readKey(task), ...on(trx) });
    },
    async compare(trx, task) {
      await boss.send("compare", task, { singletonKey: task.collection, ...on(trx) });
    },
    async drop(trx, task) {
      const mine =
        "document" in task
          ? sql`name = 'read' and singleton_key = ${readKey(task)}`
          : sql`name in ('read', 'compare') and data ->> 'collection' = ${task.collection}`;
      await sql`delete from pgboss.job where state in ('created', 'retry') and ${mine}`.execute(trx);
    },
    take: take as Queue["take"],
    async done(trx, job) {
      await boss.complete(job.queue, job.id, {}, on(trx));
      await forget(trx, job.id);
    },
    async fail(job, detail) {
      await boss.fail(job.queue, job.id, { message: detail });
      await forget(db, job.id);
    },
    async reclaim() {
      const active = await activeJobs(db, holder);
      for (const { id, name, data, key } of active) {
        // Anew rather than failed: that its process was ended is not the document's fault, and no try of its.
        await db.transaction().execute(async (trx) => {
          await boss.deleteJob(name, id, on(trx));
          await boss.send(name, data, { singletonKey: key, ...on(trx) });
          await forget(trx, id);
        });
      }
      return active.length;
    },
    close: () => boss.stop({ graceful: false, close: false, wait: false }),
  };
}

/** Any number will do that nobody else locks: "readout" in letters. */
const INSTALLING = 0x726561646f;

/** Two processes that make the same queues at the same moment wait for each other for ever. */
async function alone(pool: pg.Pool, work: () => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [INSTALLING]);
    await work();
  } finally {
    await client.query("select pg_advisory_unlock($1)", [INSTALLING]);
    client.release();
  }
}

interface ActiveJob {
  id: string;
  name: string;
  data: object;
  key: string;
  holder: number | null;
}

/** Jobs under way whose process is gone: embedded all of them, on a server those whose advisory lock is free. */
async function activeJobs(db: Db, holder: number | null): Promise<ActiveJob[]> {
  const { rows } = await sql<ActiveJob>`
    select j.id::text as id, j.name, j.data, j.singleton_key as key, w.holder
    from pgboss.job j left join working w on w.job = j.id::text
    where j.state = 'active' and j.name in ('read', 'compare')
      ${holder === null ? sql`` : sql`and (w.holder is not null or j.started_on < now() - interval '1 minute')`}
  `.execute(db);
  if (holder === null) return rows;
  const dead: ActiveJob[] = [];
  for (const row of rows) {
    if (row.holder === holder) continue;
    if (row.holder === null || (await isFree(db, row.holder))) dead.push(row);
  }
  return dead;
}

/** Taken for the moment of a transaction, so that it is never kept by mistake. */
async function isFree(db: Db, holder: number): Promise<boolean> {
  const { rows } = await db
    .transaction()
    .execute((trx) =>
      sql<{ free: boolean }>`select pg_try_advisory_xact_lock(${holder}) as free`.execute(trx),
    );
  return rows[0]?.free === true;
}
