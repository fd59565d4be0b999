import { ReadoutError } from "../errors.ts";
import { dataFolder } from "../store/data-folder.ts";
import type { StoreLocation } from "../store/open.ts";

/** Where collections lie, as told on the command line. */
export interface LocationOptions {
  data?: string;
  database?: string;
}

/** @throws ReadoutError USAGE where both are given */
export function locationOf({ data, database }: LocationOptions): StoreLocation {
  if (data !== undefined && database !== undefined)
    throw new ReadoutError("USAGE", { detail: "Give --data or --database, not both." });
  return database === undefined ? { data: data ?? dataFolder() } : { database };
}
