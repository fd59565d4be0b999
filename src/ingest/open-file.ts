import { closeSync, constants, createReadStream, openSync, readSync } from "node:fs";
import { setTimeout } from "node:timers/promises";

/** How long a pipe that nobody writes to is waited for. */
const WAIT_MS = 5000;
const LOOK_MS = 50;

/** The bytes of a file or device. */
export function openFile(path: string): AsyncIterable<Uint8Array> {
  return createReadStream(path);
}

/**
 * The bytes of a named pipe. Opening one in the usual way blocks until somebody writes, for ever if nobody does, so it is opened
 * without waiting and looked at for a while; once there is a writer, it is read to its end however long that takes.
 */
export async function* openPipe(path: string): AsyncGenerator<Uint8Array> {
  const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const buffer = Buffer.alloc(64 * 1024);
  let waited = 0;
  let any = false;
  try {
    for (;;) {
      const count = readNow(fd, buffer);
      if (count !== null && count > 0) {
        any = true;
        yield Uint8Array.from(buffer.subarray(0, count));
      } else if (count === 0 && (any || waited > WAIT_MS)) return;
      else {
        // Only a pipe without a writer is at its end before it began.
        if (count === 0) waited += LOOK_MS;
        await setTimeout(LOOK_MS);
      }
    }
  } finally {
    closeSync(fd);
  }
}

/** What is there now, 0 at the end or where nobody writes, null where a writer has nothing yet. */
function readNow(fd: number, buffer: Buffer): number | null {
  try {
    return readSync(fd, buffer);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EAGAIN") return null;
    throw error;
  }
}
