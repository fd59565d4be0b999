import { createHash, randomBytes } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { ReadoutError } from "../../errors.ts";

/** What is known of an original: where it came from, when, and what the server said to ask it again. */
const keptSchema = z.object({
  format: z.literal("readout-original/1"),
  /** The address that gave the bytes, after all redirects. */
  url: z.string(),
  /** ISO 8601, UTC. */
  retrievedAt: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.number(),
  contentType: z.string().nullable(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
});
type Kept = z.infer<typeof keptSchema>;

/**
 * Originals as they were sent (after unpacking), by their hash: `originals/SHA256`, and one note an address,
 * `addresses/HASH-OF-URL.json`. Two versions of a page are two originals; the note names the latest.
 */
export interface Store {
  find(url: string): Promise<{ kept: Kept; bytes: Uint8Array } | null>;
  /** @throws ReadoutError KEEP_FAILED */
  keep(bytes: Uint8Array, about: Omit<Kept, "format" | "sha256" | "bytes">): Promise<Kept>;
}

export function hashOf(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

export function openStore(folder: string): Store {
  const noteOf = (url: string) => join(folder, "addresses", `${hashOf(url)}.json`);
  const originalOf = (sha256: string) => join(folder, "originals", sha256);
  return {
    async find(url) {
      const note = await readFile(noteOf(url), "utf8").catch(() => null);
      const kept = note === null ? null : parse(note);
      if (kept === null || kept.url !== url) return null;
      const bytes = await readFile(originalOf(kept.sha256)).catch(() => null);
      // An original that was changed or cut off is none: it is asked for anew.
      return bytes !== null && hashOf(bytes) === kept.sha256 ? { kept, bytes } : null;
    },
    async keep(bytes, about) {
      const sha256 = hashOf(bytes);
      const kept: Kept = { format: "readout-original/1", ...about, sha256, bytes: bytes.length };
      try {
        // What somebody reads is nobody else's business.
        for (const part of ["originals", "addresses"])
          await mkdir(join(folder, part), { recursive: true, mode: 0o700 });
        await write(originalOf(sha256), bytes);
        await write(noteOf(about.url), `${JSON.stringify(kept, null, 2)}\n`);
      } catch (error) {
        const detail = error instanceof Error && "code" in error ? String(error.code) : String(error);
        throw new ReadoutError("KEEP_FAILED", { path: folder, detail }, error);
      }
      return kept;
    },
  };
}

/** Written beside and renamed, so that nobody finds half a file. */
async function write(path: string, content: Uint8Array | string): Promise<void> {
  const beside = `${path}.${randomBytes(6).toString("hex")}`;
  await writeFile(beside, content, { mode: 0o600 });
  await rename(beside, path);
}

function parse(note: string): Kept | null {
  try {
    return keptSchema.parse(JSON.parse(note));
  } catch {
    return null; // a note that was changed by hand: the address is asked anew
  }
}

/** The user's cache folder by the rules of the system (XDG, macOS, Windows). */
export function cacheFolder(
  environment: NodeJS.ProcessEnv = process.env,
  platform = process.platform,
): string {
  if (environment.XDG_CACHE_HOME?.startsWith("/")) return join(environment.XDG_CACHE_HOME, "readout");
  if (platform === "darwin") return join(homedir(), "Library", "Caches", "readout");
  if (platform === "win32" && environment.LOCALAPPDATA)
    return join(environment.LOCALAPPDATA, "readout", "Cache");
  return join(homedir(), ".cache", "readout");
}
