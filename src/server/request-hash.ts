import { createHash } from "node:crypto";

/** A hash of a request's contents, to tell a repeated one from another under the same key. */
export function hashOf(contents: unknown): string {
  return createHash("sha256").update(JSON.stringify(contents)).digest("hex");
}

/** A hash of bytes. */
export function hashOfBytes(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
