/** What listeners hear. Embedded, all of it happens in this process; on a server it goes through NOTIFY. */
import { type Kysely, sql } from "kysely";
import pg from "pg";
import type { Tables } from "./schema.ts";
import type { StoreEvent } from "./store.ts";

export interface Events {
  subscribe(listener: (event: StoreEvent) => void): () => void;
  /** In the transaction of the data: on a server listeners hear of it as it is committed. */
  prepare(db: Kysely<Tables>, events: readonly StoreEvent[]): Promise<void>;
  /** After the transaction: for listeners of this process. */
  emit(events: readonly StoreEvent[]): void;
  close(): Promise<void>;
}

const CHANNEL = "readout";
const AGAIN_MS = 2000;

class Listeners {
  readonly #all = new Set<(event: StoreEvent) => void>();

  subscribe = (listener: (event: StoreEvent) => void): (() => void) => {
    this.#all.add(listener);
    return () => this.#all.delete(listener);
  };

  tell(event: StoreEvent): void {
    for (const listener of [...this.#all]) listener(event);
  }
}

export function localEvents(): Events {
  const listeners = new Listeners();
  return {
    subscribe: listeners.subscribe,
    async prepare() {},
    emit(events) {
      for (const event of events) listeners.tell(event);
    },
    async close() {},
  };
}

/** Listens on a connection of its own, made anew where it breaks. */
export async function serverEvents(url: string): Promise<Events> {
  const listeners = new Listeners();
  let client: pg.Client | null = null;
  let closing = false;
  let timer: NodeJS.Timeout | null = null;
  const again = () => {
    if (closing || timer) return;
    timer = setTimeout(() => {
      timer = null;
      listen().catch(again);
    }, AGAIN_MS);
    timer.unref();
  };
  const listen = async () => {
    const next = new pg.Client({ connectionString: url, application_name: "readout events" });
    next.on("error", again);
    next.on("end", again);
    next.on("notification", ({ payload }) => {
      if (payload) listeners.tell(JSON.parse(payload) as StoreEvent);
    });
    await next.connect();
    await next.query(`listen ${CHANNEL}`);
    client = next;
  };
  await listen();
  return {
    subscribe: listeners.subscribe,
    async prepare(db, events) {
      for (const event of events)
        await sql`select pg_notify(${CHANNEL}, ${JSON.stringify(event)})`.execute(db);
    },
    emit() {},
    async close() {
      closing = true;
      if (timer) clearTimeout(timer);
      await client?.end();
    },
  };
}
