/** The error table against docs/errors.md, both ways. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ERRORS } from "../src/errors.ts";

const doc = readFileSync(new URL("../docs/errors.md", import.meta.url), "utf8");
const rows = [...doc.matchAll(/^\| `([A-Z0-9_]+)` \| (\w+) \| (.+) \|$/gm)].map((m) => ({
  code: m[1]!,
  level: m[2]!,
  message: m[3]!,
}));

test("docs/errors.md lists every code with its level and message, and no other", () => {
  const wanted = Object.entries(ERRORS).map(([code, { level, message }]) => ({
    code,
    level,
    message: message.replaceAll("|", "\\|"),
  }));
  expect(rows).toEqual(wanted);
});

test("every message says what to do or what became of the document", () => {
  for (const [code, { message }] of Object.entries(ERRORS)) {
    expect(message.length, code).toBeGreaterThan(0);
    if (code !== "USAGE") expect(message, code).toMatch(/: /);
  }
});
