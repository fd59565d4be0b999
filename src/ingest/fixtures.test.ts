import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { fixtureFolders, readFixture } from "./fixtures/fixture.ts";

describe("fixtures of ingest", () => {
  for (const folder of fixtureFolders()) {
    it(basename(folder), async () => {
      const expected = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8"));
      expect(await readFixture(folder)).toEqual(expected);
    });
  }
});
