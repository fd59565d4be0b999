/** Originals by their hash: files beside the embedded database, rows on a server, which workers elsewhere must reach. */
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Kysely } from "kysely";
import { makeFolder, sha256Of, unwritable, writeSynced } from "./files.ts";
import type { Tables } from "./schema.ts";

export interface Originals {
  /** On the disk when the promise resolves. Answers the hash. */
  keep(bytes: Uint8Array): Promise<string>;
  /** Null where it isn't there, or is no longer what it was. */
  find(sha256: string): Promise<Uint8Array | null>;
  /** Lets go of those given that no document names any more. */
  sweep(sha256s: readonly string[]): Promise<void>;
  /** Hashes of all. */
  list(): Promise<string[]>;
}

/** @param folder of the data; `originals/` in it is made when first needed */
export function fileOriginals(folder: string, db: Kysely<Tables>): Originals {
  const originals = join(folder, "originals");
  return {
    async keep(bytes) {
      const sha256 = sha256Of(bytes);
      try {
        await makeFolder(originals);
        const there = await readFile(join(originals, sha256)).catch(() => null);
        if (there === null || sha256Of(there) !== sha256) await writeSynced(join(originals, sha256), bytes);
      } catch (error) {
        throw unwritable(folder, error);
      }
      return sha256;
    },
    async find(sha256) {
      if (!/^[0-9a-f]{64}$/.test(sha256)) return null;
      const bytes = await readFile(join(originals, sha256)).catch(() => null);
      return bytes !== null && sha256Of(bytes) === sha256 ? bytes : null;
    },
    async sweep(sha256s) {
      for (const sha256 of await unnamed(db, sha256s)) await rm(join(originals, sha256), { force: true });
    },
    async list() {
      const names = await readdir(originals).catch(() => [] as string[]);
      return names.filter((name) => /^[0-9a-f]{64}$/.test(name)).sort();
    },
  };
}

export function tableOriginals(db: Kysely<Tables>, now: () => string): Originals {
  return {
    async keep(bytes) {
      const sha256 = sha256Of(bytes);
      await db
        .insertInto("original")
        .values({ sha256, bytes: Buffer.from(bytes), added: now() })
        .onConflict((c) => c.doNothing())
        .execute();
      return sha256;
    },
    async find(sha256) {
      const row = await db
        .selectFrom("original")
        .select("bytes")
        .where("sha256", "=", sha256)
        .executeTakeFirst();
      return row?.bytes ?? null;
    },
    async sweep(sha256s) {
      const gone = await unnamed(db, sha256s);
      if (gone.length > 0) await db.deleteFrom("original").where("sha256", "in", gone).execute();
    },
    async list() {
      const rows = await db.selectFrom("original").select("sha256").orderBy("sha256").execute();
      return rows.map((row) => row.sha256);
    },
  };
}

/** A fetched page is named in `fetched` alone, as are the pages of a feed. */
async function unnamed(db: Kysely<Tables>, sha256s: readonly string[]): Promise<string[]> {
  const gone: string[] = [];
  for (const sha256 of new Set(sha256s)) {
    const named = await db
      .selectFrom("document")
      .select("id")
      .where((eb) => eb.or([eb("sha256", "=", sha256), eb("fetched", "like", `%${sha256}%`)]))
      .limit(1)
      .executeTakeFirst();
    if (!named) gone.push(sha256);
  }
  return gone;
}
