/** Import directions, as docs/ARCHITECTURE.md draws them: stages never import each other, pure zones stay pure. */
import { readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { expect, test } from "vitest";
import { importsOf, sourcesIn } from "./imports.ts";

const src = resolve(import.meta.dirname ?? ".", "../src");
const BASE = ["model", "errors", "span", "id", "limited-map", "softmax"];
const STAGES = ["segment", "tag", "attribute", "resolve", "compare", "rulings"];

/** What each zone may import beside itself and packages. */
const allowed: Record<string, string[]> = {
  model: ["ruling"],
  ruling: ["model"],
  errors: [],
  span: ["model", "errors"],
  id: ["model", "errors"],
  "limited-map": [],
  "child-program": [],
  schemas: ["model"],
  collection: ["model", "errors", "span", "schemas"],
  ...Object.fromEntries(STAGES.map((s) => [s, BASE])),
  ingest: [...BASE, "child-program"],
  engine: [...BASE, "child-program", "tag"],
  report: BASE,
  evaluate: BASE,
  pipeline: [...BASE, ...STAGES],
  server: [
    ...BASE,
    "child-program",
    "collection",
    "jobs",
    "node",
    "report",
    "rulings",
    "schemas",
    "segment",
    "store",
  ],
  mcp: [...BASE, "collection", "ingest", "node", "report", "schemas", "server", "store"],
  node: [...BASE, "collection", "compare", "engine", "ingest", "pipeline"],
  store: [...BASE, "child-program", "collection", "rulings", "schemas"],
  jobs: [...BASE, "child-program", "collection", "ingest", "node", "pipeline", "rulings", "schemas", "store"],
  index: [...BASE, "collection", "evaluate", "pipeline", "report", "schemas"],
};

const PURE = new Set([
  ...BASE,
  "ruling",
  ...STAGES,
  "pipeline",
  "report",
  "evaluate",
  "collection",
  "schemas",
]);

const zoneOf = (file: string) => relative(src, file).split(/[\\/]/)[0]!.replace(/\.ts$/, "");

const imports = sourcesIn(src).flatMap(importsOf);

test("there are imports to check", () => {
  expect(imports.length).toBeGreaterThan(50);
});

test("every import goes in an allowed direction", () => {
  const wrong = imports
    .filter(
      ({ file, target }) => target.startsWith(".") && !file.endsWith(".test.ts") && zoneOf(file) !== "cli",
    )
    .map(({ file, target }) => ({ file, from: zoneOf(file), to: zoneOf(resolve(dirname(file), target)) }))
    .filter(({ from, to }) => from !== to && !(allowed[from] ?? []).includes(to))
    .map(({ file, to }) => `${relative(src, file)} → ${to}`);
  expect(wrong).toEqual([]);
});

test("pure zones import nothing of Node", () => {
  const wrong = imports
    .filter(
      ({ file, target }) => PURE.has(zoneOf(file)) && !file.endsWith(".test.ts") && /^node:/.test(target),
    )
    .map(({ file, target }) => `${relative(src, file)} → ${target}`);
  expect(wrong).toEqual([]);
});

test("pure zones name no globals of Node or the browser, no clock and no chance", () => {
  const wrong = sourcesIn(src)
    .filter((file) => PURE.has(zoneOf(file)) && !file.endsWith(".test.ts"))
    .filter((file) => /\b(?:Date\.now\(|Math\.random\(|new Date\(\)|process\.|console\.)/.test(code(file)))
    .map((file) => relative(src, file));
  expect(wrong).toEqual([]);
});

/** A file's code without comments and strings, roughly: enough to look for names. */
function code(file: string): string {
  return readFileSync(file, "utf8")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\/\/.*$/gm, "")
    .replace(/`(?:[^`\\]|\\.)*`|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '""');
}
