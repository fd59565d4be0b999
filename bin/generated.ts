/** A file that is made from the sources. */
import { readFileSync, writeFileSync } from "node:fs";

/**
 * Writes it; with `--check` on the command line fails where it is not what would be written.
 * @param path from the repository's root
 * @param script of package.json that writes it
 */
export function generated(path: string, wanted: string, script: string): void {
  const file = new URL(`../${path}`, import.meta.url);
  if (!process.argv.includes("--check")) writeFileSync(file, wanted);
  else if (readFileSync(file, "utf8") !== wanted) {
    console.error(`${path} is out of date: run \`npm run ${script}\``);
    process.exitCode = 1;
  }
}
