/**
 * The embedded database in a process of its own: PGlite blocks its event loop. It holds the lock of the data folder,
 * answers on a local socket, and ends with its parent.
 */
import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { ReadoutError } from "../errors.ts";
import { lockFolder } from "./lock.ts";
import type { ChildReply, ChildRequest } from "./pglite-protocol.ts";

let ending: Promise<void> | null = null;
let close: () => Promise<void> = async () => {};

function end(): Promise<void> {
  ending ??= close()
    .catch(() => {})
    .then(() => process.exit(0));
  return ending;
}

const send = (reply: ChildReply) => {
  if (process.connected) process.send!(reply, undefined, undefined, () => {});
};

async function start({ folder, database, socket, owner }: ChildRequest & { kind: "start" }): Promise<void> {
  const lock = await lockFolder(folder, owner);
  close = async () => lock.release();
  const db = await PGlite.create({ dataDir: database });
  const server = new PGLiteSocketServer({ db, path: socket, maxConnections: 4 });
  close = async () => {
    await server.stop();
    await db.close();
    lock.release();
  };
  await server.start();
  send({ kind: "ready" });
}

process.on("message", (request: ChildRequest) => {
  if (request.kind === "close") return void end();
  start(request).catch((error: unknown) => {
    const coded = error instanceof ReadoutError ? { code: error.code, details: error.details } : null;
    send({ kind: "failed", coded, detail: error instanceof Error ? error.message : String(error) });
    void end();
  });
});
process.on("disconnect", () => void end());
// Ctrl-C reaches the whole group; the parent decides, and its end disconnects us.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => void end());
