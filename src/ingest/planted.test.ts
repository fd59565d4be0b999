/**
 * Planted spans: passages of every script are put into files of every input format; each must be found in
 * `article.text` where the file's own place says, and the text around it must be the file's.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ArticleSource } from "../model.ts";
import { plant, random } from "./fixtures/plant.ts";
import { wordFile } from "./fixtures/word-file.ts";
import { ingest } from "./ingest.ts";

const PASSAGES = 320;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "planted-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function readOne(input: string, stdin?: string | Uint8Array): Promise<ArticleSource> {
  const source =
    stdin === undefined
      ? {}
      : {
          stdin: (async function* () {
            yield stdin;
          })(),
        };
  for await (const result of ingest([input], source)) {
    expect(result.failure).toBeNull();
    return result.article!;
  }
  throw new Error("nothing came out");
}

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe("planted passages", () => {
  const front = "---\ntitle: A “test” é\noutlet: Probe\n---\n";
  const texts: [string, string, (text: string) => string | Uint8Array, string][] = [
    ["plain text", "a.txt", (text) => text, ""],
    ["front matter", "b.txt", (text) => front + text, front],
    [
      "a byte-order mark and CRLF",
      "c.txt",
      (text) => `\ufeff${(front + text).replaceAll("\n", "\r\n")}`,
      front,
    ],
    ["CR alone", "d.txt", (text) => text.replaceAll("\n", "\r"), ""],
    ["UTF-16 with a mark", "e.txt", (text) => iconv.encode(text, "utf-16le", { addBOM: true }), ""],
    ["UTF-16 big-endian", "f.txt", (text) => iconv.encode(text, "utf-16be", { addBOM: true }), ""],
    ["Markdown", "g.md", (text) => `${front}# Head\n\n${text}`, front],
  ];
  for (const [name, file, encode, cut] of texts) {
    it(`${name}: every passage lies where the file has it`, async () => {
      const { text, passages } = plant(random(11), PASSAGES, "\n\n");
      const path = write(file, encode(text));
      for (const article of [await readOne(path), await readOne("-", encode(text))]) {
        const before = file.endsWith(".md") ? "# Head\n\n" : "";
        expect(article.textOffset).toBe(cut.length);
        expect(article.text).toBe(before + text);
        for (const { start, words } of passages) {
          expect(article.text.slice(before.length + start, before.length + start + words.length)).toBe(words);
        }
      }
    });
  }

  it("HTML: every passage is there once, in order, in a paragraph of its own words", async () => {
    const { text, passages, paragraphs } = plant(random(12), PASSAGES, "\n\n");
    const escaped = (words: string) => words.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    const next = random(13);
    const inline = (words: string) => {
      // Tags inside words, as editors leave them, must part nothing.
      const at = [...words].slice(0, 1 + next(5)).join("").length;
      return `<em>${escaped(words.slice(0, at))}</em><span></span>${escaped(words.slice(at))}`;
    };
    const body = paragraphs.map((paragraph) => `  <p>\n  ${inline(paragraph)}\n</p>`).join("\n");
    const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Probe</title></head><body><nav><a href="/">Home</a></nav><article><h1>Probe</h1>${body}</article><footer>Foot</footer></body></html>`;
    for (const article of [await readOne(write("h.html", html)), await readOne("-", html)]) {
      expect(article.text).toBe(text);
      for (const { start, words } of passages)
        expect(article.text.slice(start, start + words.length)).toBe(words);
    }
  });

  it("JSON: a saved collection's passages come back as they were", async () => {
    const { text, passages } = plant(random(14), PASSAGES, "\n\n");
    const saved = { format: "readout/1", articles: [{ text, passages }] };
    for (const content of [JSON.stringify(saved), `\ufeff${JSON.stringify(saved, null, 2)}`]) {
      for (const [input, stdin] of [[write("i.json", content)], ["-", content]] as const) {
        for await (const result of ingest(
          [input],
          stdin === undefined
            ? {}
            : {
                stdin: (async function* () {
                  yield stdin;
                })(),
              },
        )) {
          expect(result.collection).toEqual(saved);
        }
      }
    }
  });

  it("Word: every passage lies where its paragraph has it", async () => {
    const { text, passages, paragraphs } = plant(random(16), PASSAGES, "\n\n");
    for (const packed of [true, false]) {
      const article = await readOne(write("k.docx", wordFile(paragraphs, packed)));
      expect(article.text).toBe(text);
      for (const { start, words } of passages)
        expect(article.text.slice(start, start + words.length)).toBe(words);
    }
  });

  it("subtitles: every cue's words lie where its time says", async () => {
    const { passages } = plant(random(15), PASSAGES, "\n\n");
    const cues = passages.map(({ words }, i) => ({ words: words.replace(/[<>&\n]/g, ""), at: i }));
    const clock = (s: number) =>
      `${String(Math.floor(s / 3600)).padStart(2, "0")}:${String(Math.floor(s / 60) % 60).padStart(2, "0")}:${String(s % 60).padStart(2, "0")}.000`;
    const vtt = `WEBVTT\n\n${cues.map(({ words, at }) => `${clock(at)} --> ${clock(at + 1)}\n<v Ann Bo>${words}\n`).join("\n")}`;
    const article = await readOne(write("j.vtt", vtt));
    expect(article.times).toHaveLength(cues.length);
    article.times.forEach(({ start, end, from }, i) => {
      expect(from).toBe(i);
      expect(article.text.slice(start, end)).toBe(cues[i]!.words.replace(/[ \t]+/g, " ").trim());
    });
  });
});
