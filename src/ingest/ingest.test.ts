import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import iconv from "iconv-lite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type IngestOptions, type IngestResult, ingest } from "./ingest.ts";

const STORY = "The envoy of Venn denied on Wednesday that anybody had walked out of the talks.\n";
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ingest-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string | Uint8Array = STORY): string {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, content);
  return path;
}

async function all(inputs: string[], options: IngestOptions = {}): Promise<IngestResult[]> {
  const results: IngestResult[] = [];
  for await (const result of ingest(inputs, options)) results.push(result);
  return results;
}

const codes = async (inputs: string[], options: IngestOptions = {}) =>
  (await all(inputs, options)).map(({ failure }) => failure?.code ?? null);

async function* stream(...chunks: (string | Uint8Array)[]) {
  yield* chunks;
}

describe("failures concern their document alone", () => {
  it("names each with its code and goes on", async () => {
    const binary = Buffer.concat([Buffer.from("The envoy"), Buffer.alloc(40), Buffer.from("denied it")]);
    const inputs = [
      join(folder, "nothing.txt"),
      write("empty.txt", ""),
      write("blank.txt", " \n\n\t"),
      write("marks.md", "---\n---\n\n***\n"),
      write("binary.txt", binary),
      write("picture.txt", Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 1, 2])),
      write("a.pdf", "%PDF-1.7 …"),
      write("disguised.txt", "%PDF-1.7 …"),
      write("word.docx", Buffer.from("PK\u0003\u0004 word/document.xml")),
      write("letter.eml"),
      write(
        "page.html",
        "<html><body><script>let story = 'The envoy denied it on Monday';</script></body></html>",
      ),
      write("front.md", "---\ntitle: [a\n---\nThe envoy denied it.\n"),
      write("saved.json", '{"format": "readout/1", '),
      write("other.json", "[1, 2"),
      "https://quaypost.example/story",
      write("good.txt"),
    ];
    expect(await codes(inputs, { web: null })).toEqual([
      "INPUT_MISSING",
      "INPUT_EMPTY",
      "INPUT_EMPTY",
      "INPUT_EMPTY",
      "INPUT_BINARY",
      "INPUT_BINARY",
      "PDF_BROKEN",
      "PDF_BROKEN",
      "INPUT_BROKEN",
      "INPUT_BROKEN",
      "HTML_NO_TEXT",
      "FRONT_MATTER_BROKEN",
      "COLLECTION_BROKEN",
      "COLLECTION_BROKEN",
      "INPUT_UNSUPPORTED",
      null,
    ]);
  });

  it("stops at the limit, in files and in streams", async () => {
    const path = write("large.txt", "a word ".repeat(2000));
    const [file] = await all([path], { maxBytes: 10_000 });
    expect(file?.failure).toMatchObject({ input: path, code: "INPUT_TOO_LARGE" });
    expect(file?.failure?.message).toContain("10 kB");
    const endless = (async function* () {
      for (;;) yield Buffer.alloc(1024, 97);
    })();
    expect(await codes(["-"], { stdin: endless, maxBytes: 10_000 })).toEqual(["INPUT_TOO_LARGE"]);
  });
});

describe("folders", () => {
  it("are read deep, in the order of their paths, hidden and foreign files passed over", async () => {
    for (const name of [
      "b.txt",
      "a/z.md",
      "a/B.html",
      "Z.txt",
      ".hidden.txt",
      ".git/x.txt",
      "data.csv",
      "notes",
      "gold.ann",
    ]) {
      write(name, name.endsWith("html") ? `<p>${STORY}</p>` : `${name}: ${STORY}`);
    }
    write("settings.json", '{"name": "not ours"}');
    write("saved.json", '{"format": "readout/1", "articles": []}');
    write("old.pdf", "%PDF-1.4");
    const results = await all([folder]);
    expect(results.map(({ input }) => relative(folder, input).replaceAll("\\", "/"))).toEqual([
      "Z.txt",
      "a/B.html",
      "a/z.md",
      "b.txt",
      "old.pdf",
      "saved.json",
    ]);
    expect(results[4]?.failure?.code).toBe("PDF_BROKEN");
    expect(results[5]?.collection).toEqual({ format: "readout/1", articles: [] });
  });

  it("come to an end where links run in a circle", async () => {
    write("a/b.txt");
    symlinkSync(folder, join(folder, "a", "round"));
    expect(await codes([folder])).toEqual([null]);
  });

  it("say when they hold nothing", async () => {
    mkdirSync(join(folder, "empty"));
    expect(await codes([join(folder, "empty")])).toEqual(["FOLDER_EMPTY"]);
  });
});

describe("what a document is, told by its content", () => {
  it("reads text, pages and collections from standard input, once", async () => {
    const read = async (content: string | Uint8Array) =>
      (await all(["-", "-"], { stdin: stream(content) }))[0]!;
    expect((await read(STORY)).article).toMatchObject({
      text: STORY,
      path: null,
      kind: "report",
      language: "en",
    });
    expect((await read(`<!doctype html><html><body><p>${STORY}</p></body></html>`)).article?.text).toBe(
      STORY.trim(),
    );
    expect((await read(`<div><p>${STORY}</p></div>`)).article?.text).toBe(STORY.trim());
    expect((await read('{"format":"readout/1"}')).collection).toEqual({ format: "readout/1" });
    expect((await read("{The envoy} said that nothing had been agreed on.")).article).not.toBeNull();
    expect((await read("[Ild, 5 May] The envoy said that nothing had been agreed.")).article).not.toBeNull();
    expect((await all(["-", "-"], { stdin: stream(STORY) })).length).toBe(1);
  });

  it("joins characters parted by a stream's chunks", async () => {
    const bytes = Buffer.from("The envoy said “é” and left the room at once.");
    const [result] = await all(["-"], {
      stdin: stream(bytes.subarray(0, 16), bytes.subarray(16, 19), bytes.subarray(19)),
    });
    expect(result?.article?.text).toBe(bytes.toString());
  });

  it("gives one id for one text, outlet, address and date, wherever it lies", async () => {
    const front = "---\noutlet: Quay Post\ndate: 2022-05-04\n---\n";
    const [a, b, c] = await all([
      write("a.txt", front + STORY),
      write("b/c.md", front + STORY),
      write("d.txt", STORY),
    ]);
    expect(a?.article?.id).toBe(b?.article?.id);
    expect(a?.article?.id).not.toBe(c?.article?.id);
    expect(a?.article?.publishedAt).toBe("2022-05-04");
  });

  it("keeps the characters of a text as they are", async () => {
    const text = "\n  The envoy\u00a0said\u200b “e\u0301 — ﬁne”  \t\n\n\n\u2028then \u00ad left.\ufeff  \n";
    const [result] = await all([write("a.txt", text)]);
    expect(result?.article?.text).toBe(text);
  });
});

describe("character sets", () => {
  const text =
    "The envoy’s “no” — said André Nuñez, who wouldn’t name the cost of €40 or the café in question.";
  const read = async (bytes: Uint8Array, charset: string | null = null) => {
    const [result] = await all([write("a.txt", bytes)], { charset });
    return { text: result?.article?.text, warnings: result?.warnings.map(({ code }) => code) };
  };

  it("reads windows-1252 with its quotation marks, and says that it guessed", async () => {
    expect(await read(iconv.encode(text, "windows-1252"))).toEqual({ text, warnings: ["CHARSET_GUESSED"] });
  });

  it("believes marks and the caller", async () => {
    for (const [charset, addBOM] of [
      ["utf-16le", true],
      ["utf-16be", true],
      ["utf-8", true],
      ["utf-8", false],
    ] as const) {
      expect(await read(iconv.encode(text, charset, { addBOM }))).toEqual({ text, warnings: [] });
    }
    const mac = text.replace("€", "$");
    expect(await read(iconv.encode(mac, "macintosh"), "macintosh")).toEqual({ text: mac, warnings: [] });
  });

  it("finds UTF-16 without a mark", async () => {
    expect(await read(iconv.encode(text, "utf-16le"))).toEqual({ text, warnings: ["CHARSET_GUESSED"] });
    expect(await read(iconv.encode(text, "utf-16be"))).toEqual({ text, warnings: ["CHARSET_GUESSED"] });
  });

  it("detects other scripts", async () => {
    const russian =
      "Посол сообщил в среду, что никто не покидал переговоров, и отказался назвать причину. ".repeat(4);
    for (const charset of ["windows-1251", "koi8-r"])
      expect((await read(iconv.encode(russian, charset))).text).toBe(russian);
  });

  it("keeps UTF-8 with a broken place", async () => {
    const bytes = Buffer.concat([Buffer.from(text), Buffer.from([0xc3]), Buffer.from(" The end.")]);
    expect((await read(bytes)).text).toBe(`${text}\ufffd The end.`);
  });

  it("follows a page's own word, unless the bytes say otherwise", async () => {
    const page = (charset: string) =>
      `<html><head><meta charset="${charset}"></head><body><p>${text}</p></body></html>`;
    const readPage = async (bytes: Uint8Array) => (await all([write("a.html", bytes)]))[0]?.article?.text;
    expect(await readPage(iconv.encode(page("iso-8859-1"), "windows-1252"))).toBe(text);
    expect(await readPage(Buffer.from(page("iso-8859-1")))).toBe(text);
    expect(await readPage(Buffer.from(page("utf-16")))).toBe(text);
    expect(await readPage(iconv.encode(page("windows-1250"), "windows-1250"))).toBe(text.replace("ñ", "?"));
  });
});
