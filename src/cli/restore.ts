import { existsSync } from "node:fs";
import { join } from "node:path";
import { ReadoutError } from "../errors.ts";
import { version } from "../node.ts";
import { counted } from "../report/counted.ts";
import { backup, restoreInto, unpack } from "../store/backup.ts";
import { rowsOf } from "../store/cursor.ts";
import { databaseFolder } from "../store/embedded.ts";
import { openStore } from "../store/open.ts";
import { type LocationOptions, locationOf } from "./location.ts";

/** `readout restore`: makes the database anew from the journal and the originals, or from a backup. */
export async function restoreCommand(options: LocationOptions & { from?: string }): Promise<number> {
  const location = locationOf(options);
  const { from } = options;
  if ("database" in location) {
    if (from === undefined)
      throw new ReadoutError("USAGE", {
        detail: "Give a backup with --from: a server's database has no journal.",
      });
  } else {
    const { data } = location;
    if (existsSync(databaseFolder(data))) throw new ReadoutError("DATABASE_THERE", { folder: data });
    if (from !== undefined) await unpack(from, data);
    else if (!existsSync(join(data, "journal")))
      throw new ReadoutError("USAGE", {
        detail: `There is no journal in ${data}: give another folder with --data, or a backup with --from.`,
      });
  }
  const store = await openStore(location, { version, restore: true });
  try {
    if ("database" in location && from !== undefined) await restoreInto(store.context, from);
    let collections = 0;
    let documents = 0;
    for await (const row of rowsOf((after) => store.collections({ after }))) {
      collections++;
      documents += row.documents;
    }
    process.stderr.write(
      `readout: restored ${counted(collections, "collection")} with ${counted(documents, "document")}; they are read again when \`readout serve\` runs\n`,
    );
  } finally {
    await store.close();
  }
  return 0;
}

/** `readout backup`: collections, rulings and originals in one file. */
export async function backupCommand(
  options: LocationOptions & { output: string; force?: boolean },
): Promise<number> {
  const location = locationOf(options);
  if ("data" in location && !existsSync(location.data))
    throw new ReadoutError("USAGE", {
      detail: `There is no data folder ${location.data}: give one with --data.`,
    });
  if (!options.force && existsSync(options.output))
    throw new ReadoutError("OUTPUT_EXISTS", { path: options.output });
  const store = await openStore(location, { version });
  try {
    const { collections, originals } = await backup(store.context, options.output);
    process.stderr.write(
      `readout: ${options.output}: ${counted(collections, "collection")}, ${counted(originals, "original")}\n`,
    );
  } finally {
    await store.close();
  }
  return 0;
}
