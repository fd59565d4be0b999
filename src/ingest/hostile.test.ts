/**
 * A slice of the hostile run (bench/damaged.ts): damaged files and small bombs of every format, in this process. Each must
 * give a document or a code of its own, and none may take long.
 */
import { describe, expect, it } from "vitest";
import { namedFormat } from "./files.ts";
import { bombs } from "./fixtures/bombs.ts";
import { damagedFiles } from "./fixtures/damage.ts";
import { readBytes } from "./read-bytes.ts";

async function outcome(
  name: string,
  bytes: Uint8Array,
): Promise<{ codes: string[]; documents: number; parts: number }> {
  const told = namedFormat(name).format ?? "unknown";
  const { results, parts } = await readBytes(bytes, {
    input: name,
    path: name,
    charset: null,
    told,
    listed: false,
  });
  const codes = results.flatMap(({ failure }) => (failure ? [failure.code] : []));
  for (const { article } of results) {
    if (!article) continue;
    expect(article.text.trim(), name).not.toBe("");
    for (const { start, end } of article.times)
      expect(article.text.slice(start, end).trim(), name).not.toBe("");
  }
  return { codes, documents: results.length - codes.length, parts: parts.length };
}

const isPdf = (name: string) => name.includes("pdf");

describe("hostile files", () => {
  it("damaged: each gives a document or a code of its own", async () => {
    let read = 0;
    for (const { name, bytes } of damagedFiles(130, 7)) {
      if (isPdf(name)) continue; // in a process of its own: pdf/ and the bench
      const { codes, documents, parts } = await outcome(name, bytes);
      expect(codes, name).not.toContain("INTERNAL");
      expect(codes.length + documents + parts, name).toBeGreaterThan(0);
      read += documents;
    }
    expect(read).toBeGreaterThan(30);
  });

  it("the same seed gives the same files", () => {
    const all = () =>
      [...damagedFiles(40, 3)].map(({ name, bytes }) => name + Buffer.from(bytes).toString("base64"));
    expect(all()).toEqual(all());
  });

  it("bombs, small ones: each ends", async () => {
    for (const { name, make } of bombs(2000, 200_000)) {
      if (isPdf(name)) continue;
      const { codes, documents, parts } = await outcome(name, make());
      expect(codes, name).not.toContain("INTERNAL");
      expect(codes.length + documents + parts, name).toBeGreaterThan(0);
    }
  });
});
