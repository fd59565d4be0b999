/** Forward migrations, in code. Each runs once, in its own place in the order; none is ever changed after a release. */
import { type Kysely, type Migration, type MigrationProvider, Migrator } from "kysely";
import { ReadoutError } from "../errors.ts";
import { up as first } from "./migrations/first.ts";
import type { Tables } from "./schema.ts";

/** Names sort in the order of running. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "0001-first": { up: first },
};

const provider: MigrationProvider = { getMigrations: async () => ({ ...MIGRATIONS }) };

function migrator(db: Kysely<Tables>): Migrator {
  return new Migrator({
    db,
    provider,
    migrationTableName: "migration",
    migrationLockTableName: "migration_lock",
  });
}

/**
 * Brings the database up to date; several processes may try at once.
 * @param to the last migration to run, for tests of earlier versions
 * @throws ReadoutError DATABASE_NEWER, DATABASE_FAILED
 */
export async function migrate(db: Kysely<Tables>, to: string | null = null): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (tables.some((t) => t.name === "migration")) {
    const rows = await db
      .withTables<{ migration: { name: string } }>()
      .selectFrom("migration")
      .select("name")
      .execute();
    const unknown = rows.find((row) => !(row.name in MIGRATIONS));
    if (unknown) throw new ReadoutError("DATABASE_NEWER", { version: unknown.name });
  }
  const { error } = to === null ? await migrator(db).migrateToLatest() : await migrator(db).migrateTo(to);
  if (error) throw new ReadoutError("DATABASE_FAILED", { detail: String(error) }, error);
}
