/** What the sources of a folder import, for the tests of import directions. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface Import {
  file: string;
  /** As it is written: a package, or a path from the file. */
  target: string;
  /** True of `import type`: nothing of it is there at run time. */
  type: boolean;
}

/** All TypeScript files in a folder and below it. */
export function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesIn(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

/** Imports and exports from elsewhere, also those that are loaded later. */
export function importsOf(file: string): Import[] {
  const found = readFileSync(file, "utf8").matchAll(
    /^(?:import|export)\b(?<type> type\b)?[^"']*?from\s+["'](?<from>[^"']+)["']|^import\s+["'](?<bare>[^"']+)["']|\bimport\(\s*["'](?<lazy>[^"']+)["']/gm,
  );
  return [...found].map(({ groups }) => ({
    file,
    target: groups!.from ?? groups!.bare ?? groups!.lazy!,
    type: groups!.type !== undefined,
  }));
}
