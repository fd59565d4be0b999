/** Writes docs/openapi.json from the server's routes; `--check` fails where the file is not what would be written. */
import { readFileSync, writeFileSync } from "node:fs";
import { openApiText } from "../src/server/openapi-text.ts";

const file = new URL("../docs/openapi.json", import.meta.url);
const wanted = await openApiText();
if (process.argv.includes("--check")) {
  if (readFileSync(file, "utf8") !== wanted) {
    console.error("docs/openapi.json is out of date: run `npm run openapi`");
    process.exitCode = 1;
  }
} else writeFileSync(file, wanted);
