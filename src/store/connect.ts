/** One driver for both databases: `pg`, over TCP to a server or over a local socket to the embedded one. */
import { Socket } from "node:net";
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Tables } from "./schema.ts";

export interface Connection {
  db: Kysely<Tables>;
  pool: pg.Pool;
}

const INT8 = 20;
const TIMESTAMPTZ = 1184;

/** Counts fit a number; times are ISO 8601 everywhere, as in JSON. */
const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: "text" | "binary") {
    if (oid === INT8) return Number;
    const standard = pg.types.getTypeParser(oid, format as "text");
    if (oid === TIMESTAMPTZ) return (value: string) => (standard(value) as unknown as Date).toISOString();
    return standard;
  },
};

function connect(config: pg.PoolConfig): Connection {
  const pool = new pg.Pool({ ...config, types });
  // A connection that breaks while idle is made anew when it is wanted; a query's own error reaches its caller.
  pool.on("error", () => {});
  // The pool doesn't listen to connections in use; one that breaks between two queries must not end the program.
  pool.on("connect", (client) => client.on("error", () => {}));
  return { pool, db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }) };
}

/** A PostgreSQL server by its URL. */
export function connectServer(url: string): Connection {
  return connect({
    connectionString: url,
    max: 10,
    application_name: "readout",
    connectionTimeoutMillis: 15_000,
  });
}

/**
 * The embedded database by its local socket (a path, or a pipe's name on Windows). One connection: the database does
 * one thing at a time, and messages of several clients would mix outside transactions.
 */
export function connectSocket(path: () => string): Connection {
  const stream = () => {
    const socket = new Socket();
    const plain = socket.connect.bind(socket) as (options: { path: string }) => Socket;
    // The driver knows hosts and ports only.
    socket.connect = (() => plain({ path: path() })) as typeof socket.connect;
    return socket;
  };
  return connect({
    stream,
    max: 1,
    user: "postgres",
    database: "postgres",
    password: "",
    idleTimeoutMillis: 0,
  });
}
