import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Said } from "../model.ts";
import { readVocabulary } from "../tag/wordpiece.ts";
import { encodePair } from "./pair-model.ts";

const root = join(import.meta.dirname, "..", "..");
const vocabulary = readVocabulary(readFileSync(join(root, "models", "attribution", "vocab.txt"), "utf8"));
const fixture = JSON.parse(readFileSync(join(import.meta.dirname, "pair-input.json"), "utf8")) as {
  config: { window: number; marks: Record<string, number> };
  pairs: { a: Said; b: Said; ids: number[]; segments: number[] }[];
};

describe("encodePair", () => {
  it("gives what the training code gives, either way round", () => {
    for (const { a, b, ids, segments } of fixture.pairs) {
      expect(encodePair(fixture.config, vocabulary, a, b)).toEqual({ ids, segments });
      expect(encodePair(fixture.config, vocabulary, b, a)).toEqual({ ids, segments });
    }
  });

  it("keeps within the window", () => {
    for (const { ids, segments } of fixture.pairs) {
      expect(ids.length).toBeLessThanOrEqual(fixture.config.window);
      expect(segments).toHaveLength(ids.length);
    }
  });
});
