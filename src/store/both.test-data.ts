/** Both databases for tests: an embedded one made once and copied, and one made on the server that the environment names. */
import { randomBytes } from "node:crypto";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { StoreLocation } from "./open.ts";
import { openStore } from "./open.ts";

/** A PostgreSQL server on which databases may be made: postgres://user@host:port/database. */
export const SERVER = process.env.READOUT_TEST_DATABASE ?? null;

export const KINDS = ["embedded", "server"] as const;
export type Kind = (typeof KINDS)[number];

export interface TestDatabase {
  location: StoreLocation;
  drop(): Promise<void>;
}

let template: Promise<string> | null = null;

/** A folder with an empty database, made at first use: making one takes seconds, copying it none. */
function folder(): string {
  return mkdtempSync(join(tmpdir(), "readout-data-"));
}

async function emptyFolder(): Promise<string> {
  template ??= (async () => {
    const made = folder();
    await (await openStore({ data: made })).close();
    process.once("exit", () => rmSync(made, { recursive: true, force: true }));
    return made;
  })();
  const copy = folder();
  cpSync(await template, copy, { recursive: true });
  return copy;
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: SERVER! });
  await client.connect();
  await client.query(statement);
  await client.end();
}

export async function makeDatabase(kind: Kind): Promise<TestDatabase> {
  if (kind === "embedded") {
    const data = await emptyFolder();
    return { location: { data }, drop: async () => rmSync(data, { recursive: true, force: true }) };
  }
  const name = `readout_${randomBytes(6).toString("hex")}`;
  await onServer(`create database ${name}`);
  const url = new URL(SERVER!);
  url.pathname = `/${name}`;
  return { location: { database: url.href }, drop: () => onServer(`drop database ${name} with (force)`) };
}
