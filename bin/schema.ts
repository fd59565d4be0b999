/** Writes docs/schema.json from src/schemas.ts; `--check` fails where the file is not what would be written. */
import { readFileSync, writeFileSync } from "node:fs";
import { collectionJsonSchema } from "../src/schemas.ts";

const file = new URL("../docs/schema.json", import.meta.url);
const wanted = `${JSON.stringify(collectionJsonSchema(), null, 2)}\n`;
if (process.argv.includes("--check")) {
  if (readFileSync(file, "utf8") !== wanted) {
    console.error("docs/schema.json is out of date: run `npm run schema`");
    process.exitCode = 1;
  }
} else writeFileSync(file, wanted);
