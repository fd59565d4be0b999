import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Engine, startEngine } from "../engine/engine.ts";
import type { ArticleSource, Segmented } from "../model.ts";
import parity from "./parity.json" with { type: "json" };
import { insideQuotes } from "./quotes.ts";
import { pieceTypes } from "./shape.ts";
import { tag } from "./tag.ts";
import { wordPieces } from "./wordpiece.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine({ root: join(import.meta.dirname, "..", ".."), jobs: 1 });
});
afterAll(() => engine.close());

const segmented = (text: string, paragraphs: number[][]): Segmented => ({
  article: { text } as ArticleSource,
  paragraphs: paragraphs.map(([start, end]) => ({ start: start!, end: end! })),
  sentences: [],
  quotations: [],
  turns: [],
});

describe("what Python makes of a text (training/fixtures.py)", () => {
  it.each(parity.quotes as [string, string][])("inside quotation marks: %s", (text, mask) => {
    expect(Array.from(insideQuotes(text), (x) => (x ? "x" : ".")).join("")).toBe(mask);
  });

  it.each(parity.texts)("pieces and types of $text", ({ text, paragraphs, ids, types }) => {
    paragraphs.forEach(([start, end], p) => {
      const pieces = wordPieces(engine.settings.vocabulary, text, start, end);
      expect(pieces.ids).toEqual(ids[p]);
      expect(pieceTypes(pieces, text, start!, end!)).toEqual(types[p]);
    });
  });

  it.each(parity.texts)("marks and links of $text", async ({ text, paragraphs, marks, links, inner }) => {
    const tagged = await tag(segmented(text, paragraphs), engine.tagger, engine.settings);
    expect(tagged.marks.map((m) => [m.role, text.slice(m.start, m.end)])).toEqual(
      marks.map(([role, start, end]) => [role, text.slice(start as number, end as number)]),
    );
    tagged.marks.forEach((m, i) => {
      // Another version or processor may round a last digit elsewhere.
      expect(m.score).toBeCloseTo(marks[i]![3] as number, 1);
    });
    const words = (spans: number[][]) => spans.map(([start, end]) => text.slice(start, end));
    const mine = tagged.links.map((l) =>
      [l.source, l.cue, l.content].map((list) =>
        list.map((i) => text.slice(tagged.marks[i]!.start, tagged.marks[i]!.end)),
      ),
    );
    const key = (l: unknown) => JSON.stringify(l);
    expect(mine.sort((a, b) => key(a).localeCompare(key(b)))).toEqual(
      links.map((l) => l.map(words)).sort((a, b) => key(a).localeCompare(key(b))),
    );
    for (const link of tagged.links) expect(link.score).toBeGreaterThan(0);
    expect(tagged.inner.marks.map((m) => [m.role, text.slice(m.start, m.end)])).toEqual(
      (inner as [string, number, number][]).map(([role, start, end]) => [
        role,
        text.slice(start as number, end as number),
      ]),
    );
  });
});

describe("tag", () => {
  const long =
    `${"Dr. Aksoy said the tests were clean, and her colleague, Prof. Hale, doubted it. ".repeat(60)}`.trim();

  it("cuts no grapheme and leaves no white space at an edge", async () => {
    const text = "👩‍👩‍👧 said “e\u0301\u0301 👍🏽”, and José\u0301 said that 🇫🇷🇩🇪 won 👍🏽.";
    const { marks } = await tag(segmented(text, [[0, text.length]]), engine.tagger, engine.settings);
    const borders = new Set([text.length]);
    for (const g of new Intl.Segmenter("en").segment(text)) borders.add(g.index);
    for (const { start, end } of marks) {
      expect(borders.has(start) && borders.has(end), `“${text.slice(start, end)}” cuts a grapheme`).toBe(
        true,
      );
      expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
    }
  });

  it("reads a paragraph longer than a window to its end, in any neighbourhood of other documents", async () => {
    const doc = segmented(long, [[0, long.length]]);
    const [a, b] = await Promise.all([
      tag(doc, engine.tagger, engine.settings),
      tag(doc, engine.tagger, engine.settings),
    ]);
    expect(a).toEqual(b);
    expect(a.links.length).toBeGreaterThan(50);
    expect(Math.max(...a.marks.map((m) => m.end))).toBeGreaterThan(long.length - 100);
  });

  it("gives nothing for an empty document", async () => {
    const { marks, links } = await tag(segmented("", []), engine.tagger, engine.settings);
    expect([marks, links]).toEqual([[], []]);
  });

  it("fails with the tagger's error", async () => {
    const broken = { run: () => Promise.reject(new Error("no engine")) };
    await expect(tag(segmented(long, [[0, long.length]]), broken, engine.settings)).rejects.toThrow(
      "no engine",
    );
  });
});
