/** Writes exports where they are asked for, without a process of their own: for tests of what goes out. */
import type { Exporter } from "./deps.ts";
import { writeExport } from "./export-files.ts";

export const exporterHere: Exporter = {
  write: async (collection, to, { title }) => writeExport(collection, to, title ?? null),
  close: async () => undefined,
};
