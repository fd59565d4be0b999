/** Fixtures made by several programs: planted words are found once each, on the page that shows them, and nothing else is. */
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { fixtureFolders } from "../fixtures/fixture.ts";
import { readPdf } from "./read.ts";

interface Planted {
  spans: [words: string, label: string][];
  absent: string[];
}

const folders = fixtureFolders().filter((folder) => existsSync(join(folder, "planted.json")));

describe("planted words in PDFs", () => {
  it("there are twenty files or more", () => expect(folders.length).toBeGreaterThanOrEqual(20));

  for (const folder of folders) {
    const planted: Planted = JSON.parse(readFileSync(join(folder, "planted.json"), "utf8"));
    it.skipIf(planted.spans.length === 0)(basename(folder), async () => {
      const { text, pages } = await readPdf(readFileSync(join(folder, "input.pdf")));
      for (const [words, label] of planted.spans) {
        const start = text.indexOf(words);
        expect(text.split(words)).toHaveLength(2);
        expect(pages.find((page) => page.start <= start && start < page.end)?.label).toBe(label);
      }
      for (const words of planted.absent) expect(text).not.toContain(words);
      // Pages tell of all the text but what parts paragraphs.
      const told = pages.reduce((sum, { start, end }) => sum + end - start, 0);
      expect(text.length - told).toBeLessThanOrEqual(2 * pages.length);
    });
  }
});
