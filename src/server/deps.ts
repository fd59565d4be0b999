import type { Collection } from "../model.ts";
import type { ExportFile } from "../report/export-file.ts";
import type { Store } from "../store/store.ts";

/** Writes a collection in another tool's format or as the report, off the main thread. */
export interface Exporter {
  write(collection: Collection, to: string, options: { title?: string }): Promise<ExportFile[]>;
  close(): Promise<void>;
}

/** All that the server needs from outside; tests give their own. */
export interface ServerDeps {
  store: Store;
  exporter: Exporter;
  version: string;
  /** Folder of the built web app; null serves the API alone. */
  web: string | null;
  /** Tells the person at the terminal of failures of the server itself. */
  log: (line: string) => void;
  now: () => Date;
}
