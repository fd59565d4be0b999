// The tests: types of both zones, lint, unused code, generated files, then vitest. Ends with one line,
// `N passed, N failed, N skipped`, and with status 1 where anything failed. Extra arguments go to vitest.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = (name) => join(root, "node_modules", name);
const node = process.execPath;

const checks = [
  ["types, pure zone", [bin("typescript/bin/tsc"), "-p", "tsconfig.pure.json"]],
  ["types", [bin("typescript/bin/tsc"), "-p", "tsconfig.json"]],
  ["types, web app", [bin("typescript/bin/tsc"), "-p", "web/tsconfig.json"]],
  ["lint and format", [bin("@biomejs/biome/bin/biome"), "ci", "--error-on-warnings", "."]],
  ["unused code", [bin("knip/bin/knip.js"), "--no-progress"]],
  ["schema up to date", [bin("tsx/dist/cli.mjs"), "bin/schema.ts", "--check"]],
  ["accuracy page up to date", [bin("tsx/dist/cli.mjs"), "bench/accuracy-doc.ts", "--check"]],
];

let passed = 0;
let failed = 0;
let skipped = 0;
const filters = process.argv.slice(2);

if (filters.length === 0) {
  for (const [name, args] of checks) {
    const { status, stdout, stderr } = spawnSync(node, args, { cwd: root, encoding: "utf8" });
    if (status === 0) passed++;
    else failed++;
    console.log(`${status === 0 ? "✓" : "✗"} ${name}`);
    if (status !== 0) console.log(`${stdout}${stderr}`.trim());
  }
}

const scratch = mkdtempSync(join(tmpdir(), "readout-test-"));
try {
  const file = join(scratch, "vitest.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const { status } = spawnSync(node, [bin("vitest/vitest.mjs"), "run", ...reporters, ...filters], {
    cwd: root,
    stdio: "inherit",
  });
  const result = JSON.parse(readFileSync(file, "utf8"));
  passed += result.numPassedTests;
  failed += result.numFailedTests;
  skipped += result.numPendingTests + result.numTodoTests;
  // A file that does not load fails without any test of its own.
  if (status !== 0 && result.numFailedTests === 0) failed += Math.max(1, result.numFailedTestSuites);
} catch (error) {
  console.error(`vitest gave no result: ${error.message}`);
  failed++;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed > 0 ? 1 : 0;
