/** Writes the table of docs/errors.md from src/errors.ts. */
import { readFileSync, writeFileSync } from "node:fs";
import { ERRORS } from "../src/errors.ts";

const file = new URL("../docs/errors.md", import.meta.url);
const rows = Object.entries(ERRORS).map(
  ([code, { level, message }]) => `| \`${code}\` | ${level} | ${message.replaceAll("|", "\\|")} |`,
);
const table = ["| code | level | message |", "|---|---|---|", ...rows].join("\n");
const doc = readFileSync(file, "utf8");
writeFileSync(file, doc.replace(/\| code \| level \| message \|[\s\S]*?(?=\n\n|\n?$)/, table));
