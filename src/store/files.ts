/** Files that are on the disk when their promise resolves. */
import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, rename } from "node:fs/promises";
import { dirname } from "node:path";
import { ReadoutError } from "../errors.ts";

export const sha256Of = (bytes: Uint8Array | string): string =>
  createHash("sha256").update(bytes).digest("hex");

/** A folder that only this user may enter. */
export async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
}

/** Written beside, synced and renamed: nobody ever finds half of it, and a power cut leaves all or nothing. */
export async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const beside = `${path}.${randomBytes(6).toString("hex")}.part`;
  const file = await open(beside, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
  await syncFolder(dirname(path));
}

/** New names in a folder are on the disk only when the folder itself is synced; Windows does so by itself. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** A system's error as one that says what to do. */
export function unwritable(folder: string, error: unknown): ReadoutError {
  const detail = (error as NodeJS.ErrnoException).code ?? String(error);
  return new ReadoutError("DATA_UNWRITABLE", { folder, detail }, error);
}
