import { ReadoutError } from "../errors.ts";
import type { Collection } from "../model.ts";
import { csvText } from "../report/csv.ts";
import { exportCsv, type TABLES, tablesOf } from "../report/tables.ts";
import { writeExport } from "../server/export-files.ts";
import { compareInputs, type RuledOptions } from "./compare.ts";
import { isFolder, writeMany, writeOne } from "./output.ts";

export const EXPORT_FORMATS = ["webannotation", "brat", "csv", "markdown", "jsonld"] as const;

export interface ExportOptions extends RuledOptions {
  to: (typeof EXPORT_FORMATS)[number];
  output: string;
  table?: (typeof TABLES)[number];
  title?: string;
  force?: boolean;
}

/** One file for `-` or a path that ends in .csv; else a folder with a file for each table. */
async function writeCsv(collection: Collection, options: ExportOptions): Promise<void> {
  const { output, table } = options;
  const force = options.force ?? false;
  const single =
    output === "-" || table !== undefined || (/\.csv$/iu.test(output) && !(await isFolder(output)));
  if (!single) return writeMany(output, exportCsv(collection), force);
  const name = table ?? "statements";
  const found = tablesOf(collection).find((t) => t.name === name)!;
  await writeOne(output, { name: `${name}.csv`, text: csvText(found) }, force);
}

/**
 * `readout export`: every finding in another tool's format. One saved collection is exported as saved. Answers the
 * exit status: 1 where an input failed; what could be read is exported all the same.
 */
export async function exportCommand(inputs: string[], options: ExportOptions): Promise<number> {
  const { to, output } = options;
  const force = options.force ?? false;
  if (options.table !== undefined && to !== "csv")
    throw new ReadoutError("USAGE", { detail: "--table goes with --to csv." });
  if (to === "brat" && output === "-")
    throw new ReadoutError("USAGE", { detail: "brat takes two files a document: give a folder after -o." });
  const { collection } = await compareInputs(inputs, options, true);
  const status = collection.failures.length > 0 ? 1 : 0;
  if (collection.articles.length === 0) return status;
  if (to === "csv") await writeCsv(collection, options);
  else {
    const files = writeExport(collection, to, options.title ?? null);
    if (to === "brat") await writeMany(output, files, force);
    else await writeOne(output, files[0]!, force);
  }
  return status;
}
