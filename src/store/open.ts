/** Opens a store: the embedded one of a data folder, or one on a PostgreSQL server. */
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import pg from "pg";
import { ReadoutError } from "../errors.ts";
import { articles } from "./articles.ts";
import { changes } from "./changes.ts";
import { collections } from "./collections.ts";
import { type Connection, connectServer } from "./connect.ts";
import type { Context } from "./context.ts";
import { documents, searchDocuments } from "./documents.ts";
import { databaseFolder, openEmbedded } from "./embedded.ts";
import { localEvents, serverEvents } from "./events.ts";
import { Journal } from "./journal.ts";
import { migrate } from "./migrate.ts";
import { fileOriginals, tableOriginals } from "./originals.ts";
import { points } from "./points.ts";
import { openQueue } from "./queue.ts";
import { reconcile } from "./restore.ts";
import { rulings } from "./rulings.ts";
import { speakers } from "./speakers.ts";
import { statements } from "./statements.ts";
import type { Store } from "./store.ts";

/** A data folder of this machine, or a PostgreSQL server. */
export type StoreLocation = { data: string } | { database: string };

export interface OpenOptions {
  /** This program's version, for saved collections. */
  version?: string;
  /** True makes a missing database anew from the journal; else that is refused with DATABASE_MISSING. */
  restore?: boolean;
  now?: () => string;
}

/** A store with what jobs, backup and restore need. */
export interface OpenedStore extends Store {
  readonly context: Context;
}

/**
 * @throws ReadoutError DATA_IN_USE, DATA_UNWRITABLE, DATABASE_MISSING, DATABASE_NEWER, DATABASE_UNREACHABLE,
 *   DATABASE_FAILED, JOURNAL_BROKEN
 */
export async function openStore(location: StoreLocation, options: OpenOptions = {}): Promise<OpenedStore> {
  const now = options.now ?? (() => new Date().toISOString());
  return "data" in location
    ? openFolder(location.data, { ...options, now })
    : openServer(location.database, { ...options, now });
}

type Ready = OpenOptions & { now: () => string };

async function openFolder(folder: string, options: Ready): Promise<OpenedStore> {
  const journal = new Journal(folder);
  const isThere = existsSync(join(databaseFolder(folder), "PG_VERSION"));
  if (!isThere && !options.restore && (await journal.collections()).length > 0)
    throw new ReadoutError("DATABASE_MISSING", { folder });
  const embedded = await openEmbedded(folder);
  const { db, pool } = embedded;
  try {
    await migrate(db);
    const queue = await openQueue(db, pool, null);
    const originals = fileOriginals(folder, db);
    const events = localEvents();
    const context: Context = {
      kind: "embedded",
      db,
      originals,
      journal,
      queue,
      events,
      now: options.now,
    };
    await queue.reclaim();
    await reconcile(context, journal);
    return assemble(context, options, async () => {
      await queue.close();
      await embedded.close();
    });
  } catch (error) {
    await embedded.close();
    throw error;
  }
}

async function openServer(url: string, options: Ready): Promise<OpenedStore> {
  const connection = connectServer(url);
  const { db, pool } = connection;
  try {
    await reach(connection);
    await migrate(db);
    const alive = await holdLock(url);
    const queue = await openQueue(db, pool, alive.holder);
    const events = await serverEvents(url);
    const originals = tableOriginals(db, options.now);
    const context: Context = {
      kind: "server",
      db,
      originals,
      journal: null,
      queue,
      events,
      now: options.now,
    };
    await queue.reclaim();
    return assemble(context, options, async () => {
      await queue.close();
      await events.close();
      await alive.end();
      await db.destroy();
    });
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

async function reach({ db }: Connection): Promise<void> {
  try {
    await sql`select 1`.execute(db);
  } catch (error) {
    // The address may hold a password; the driver's message doesn't.
    const detail =
      error instanceof Error ? error.message || String((error as { code?: string }).code) : String(error);
    throw new ReadoutError("DATABASE_UNREACHABLE", { detail }, error);
  }
}

/** An advisory lock that lasts as long as this process: others see by it whether its jobs are still worked on. */
async function holdLock(url: string): Promise<{ holder: number; end(): Promise<void> }> {
  const holder = randomBytes(6).readUIntBE(0, 6);
  const client = new pg.Client({ connectionString: url, application_name: "readout lives", keepAlive: true });
  // Where the connection breaks, others take our jobs over; results of both are the same.
  client.on("error", () => {});
  await client.connect();
  await client.query("select pg_advisory_lock($1)", [holder]);
  return { holder, end: () => client.end() };
}

function assemble(
  context: Context,
  { version = "0.0.0" }: OpenOptions,
  close: () => Promise<void>,
): OpenedStore {
  const find = (collection: string, q: string, limit: number) =>
    searchDocuments(context.db, collection, q, limit);
  return {
    kind: context.kind,
    context,
    ...collections(context),
    ...documents(context),
    ...articles(context, find, version),
    ...statements(context),
    ...points(context),
    ...speakers(context),
    ...rulings(context),
    ...changes(context),
    subscribe: context.events.subscribe,
    close,
  };
}
