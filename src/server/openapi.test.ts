/** The description of the API: checked in, whole, and of the routes there are. */
import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { openApiText } from "./openapi-text.ts";

interface Operation {
  operationId: string;
  parameters?: { name: string; in: string }[];
  requestBody?: unknown;
  responses: Record<string, unknown>;
}

let text: string;
let api: {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: object };
};

beforeAll(async () => {
  text = await openApiText();
  api = JSON.parse(text);
});

test("docs/openapi.json is what the routes say (else `npm run openapi`)", () => {
  expect(readFileSync(new URL("../../docs/openapi.json", import.meta.url), "utf8")).toBe(text);
});

test("it is OpenAPI 3.1, every operation with a name of its own and its path's parameters", () => {
  expect(api.openapi).toMatch(/^3\.1\./);
  const names = new Set<string>();
  let operations = 0;
  for (const [path, item] of Object.entries(api.paths))
    for (const operation of Object.values(item)) {
      operations++;
      names.add(operation.operationId);
      const wanted = [...path.matchAll(/\{(\w+)\}/gu)].map((m) => m[1]);
      const given = (operation.parameters ?? []).filter((p) => p.in === "path").map((p) => p.name);
      expect(given.sort(), path).toEqual(wanted.sort());
    }
  expect(operations).toBeGreaterThan(22);
  expect(names.size).toBe(operations);
});

test("every reference leads to a schema", () => {
  const refs = [...text.matchAll(/"\$ref": "#\/components\/schemas\/([^"]+)"/gu)].map((m) => m[1]!);
  expect(refs.length).toBeGreaterThan(50);
  const missing = refs.filter((name) => !(name in api.components.schemas));
  expect(missing).toEqual([]);
});
