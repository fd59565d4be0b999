/** The embedded database seen from the server: a process that is started, replaced when it dies, and ended cleanly. */
import { type ChildProcess, fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { childProgram, endChild } from "../child-program.ts";
import { ReadoutError } from "../errors.ts";
import { type Connection, connectSocket } from "./connect.ts";
import type { ChildReply, ChildRequest } from "./pglite-protocol.ts";

export interface Embedded extends Connection {
  close(): Promise<void>;
}

/** How long the process may take to write what is open and to end, before it is killed. */
const END_WITHIN_MS = 20_000;

/** How long to rest after a process could not be started in another's place. */
const AGAIN_MS = 1000;

/** The folder in a data folder that PGlite writes. */
export const databaseFolder = (folder: string) => join(folder, "database");

/**
 * Opens the database of a data folder, made where there is none.
 * @throws ReadoutError DATA_IN_USE, DATA_UNWRITABLE, DATABASE_FAILED
 */
export async function openEmbedded(folder: string): Promise<Embedded> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    const detail = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new ReadoutError("DATA_UNWRITABLE", { folder, detail }, error);
  }
  // Only this user may enter the socket's folder; a pipe's name can't be guessed.
  const sockets = process.platform === "win32" ? null : mkdtempSync(join(tmpdir(), "readout-"));
  let socket = "";
  let child: ChildProcess | null = null;
  let closing = false;

  const start = async (): Promise<void> => {
    const name = randomBytes(16).toString("hex");
    socket = sockets === null ? `\\\\.\\pipe\\readout-${name}` : join(sockets, name.slice(0, 8));
    child = await startChild({ folder, database: databaseFolder(folder), socket });
    child.once("exit", () => {
      // Killed from outside: the next one finds what was committed. Connections made before it answers fail.
      if (!closing) void again();
    });
  };
  const again = async (): Promise<void> => {
    while (!closing) {
      try {
        await start();
        if (closing && child) await endChild(child, END_WITHIN_MS);
        return;
      } catch {
        await wait(AGAIN_MS);
      }
    }
  };
  const cleanUp = () => {
    if (sockets !== null) rmSync(sockets, { recursive: true, force: true });
  };
  try {
    await start();
  } catch (error) {
    cleanUp();
    throw error;
  }
  const connection = connectSocket(() => socket);
  return {
    ...connection,
    async close() {
      closing = true;
      await connection.db.destroy();
      if (child) await endChild(child, END_WITHIN_MS);
      cleanUp();
    },
  };
}

async function startChild(where: {
  folder: string;
  database: string;
  socket: string;
}): Promise<ChildProcess> {
  const { path, execArgv } = childProgram(import.meta.url, "pglite-child");
  const child = fork(path, [], { execArgv, stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const answer = await new Promise<ChildReply>((resolve) => {
    child.once("message", resolve);
    child.once("error", (error) => resolve({ kind: "failed", coded: null, detail: error.message }));
    child.once("exit", (code, signal) =>
      resolve({ kind: "failed", coded: null, detail: `its process ended, ${signal ?? `status ${code}`}` }),
    );
    child.send({ kind: "start", owner: process.pid, ...where } satisfies ChildRequest, () => {});
  });
  if (answer.kind === "ready") return child;
  if (answer.coded) throw new ReadoutError(answer.coded.code, answer.coded.details);
  throw new ReadoutError("DATABASE_FAILED", { detail: answer.detail });
}
