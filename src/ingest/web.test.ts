import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Handler, html, openSite, type TestSite } from "./fetch/test-server.ts";
import { wordFile } from "./fixtures/word-file.ts";
import { type IngestResult, ingest } from "./ingest.ts";

const WORDS =
  "The envoy of Venn denied on Wednesday that anybody had walked out of the talks, and said no more.";
let folder: string;
let site: TestSite;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "web-"));
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await site.close();
});

async function read(routes: Record<string, Handler>, ...paths: string[]): Promise<IngestResult[]> {
  site = await openSite(routes);
  const results: IngestResult[] = [];
  const options = { web: { keep: folder, policy: site.policy } };
  for await (const result of ingest(
    paths.map((path) => site.origin + path),
    options,
  ))
    results.push(result);
  return results;
}

const typed =
  (type: string, body: string | Uint8Array): Handler =>
  (_, response) => {
    response.writeHead(200, { "content-type": type }).end(body);
  };

describe("addresses", () => {
  it("give a document with its address and time of retrieval, and leave the original behind", async () => {
    const [result] = await read({ "/a": html(`<html><body><p>${WORDS}</p></body></html>`) }, "/a");
    expect(result).toMatchObject({
      input: `${site.origin}/a`,
      failure: null,
      article: { text: WORDS, url: `${site.origin}/a`, path: null, retrievedAt: "2026-01-02T03:04:06.000Z" },
    });
    expect(readdirSync(join(folder, "originals"))).toHaveLength(1);
  });

  it("believe a canonical address of the same site, and none of another", async () => {
    const page = (url: string) =>
      html(`<html><head><link rel="canonical" href="${url}"></head><body><p>${WORDS}</p></body></html>`);
    const results = await read(
      { "/a": page("https://www.news.test/story"), "/b": page("https://other.example/story") },
      "/a",
      "/b",
    );
    expect(results.map(({ article }) => article?.url)).toEqual([
      "https://www.news.test/story",
      `${site.origin}/b`,
    ]);
  });

  it("go to the reader of what they give, by its type or its bytes", async () => {
    const results = await read(
      {
        "/a": typed(
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          wordFile([WORDS], true),
        ),
        "/b": typed("application/octet-stream", wordFile([WORDS], true)),
        "/c.md": typed("text/plain; charset=windows-1252", Buffer.from(`${WORDS} \x93No\x94`, "latin1")),
        "/d": typed("text/vtt", `WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann Bo>${WORDS}\n`),
        "/e": typed("text/plain", `<!doctype html><html><body><p>${WORDS}</p></body></html>`),
        "/f.pdf": typed("application/pdf", "%PDF-1.7 and nothing else"),
      },
      "/a",
      "/b",
      "/c.md",
      "/d",
      "/e",
      "/f.pdf",
      "/missing",
    );
    expect(results.map(({ article, failure }) => article?.text ?? failure?.code)).toEqual([
      WORDS,
      WORDS,
      `${WORDS} “No”`,
      expect.stringContaining(WORDS),
      WORDS,
      "PDF_BROKEN",
      "URL_STATUS",
    ]);
  });

  it("are asked for when given, and never otherwise", async () => {
    site = await openSite({});
    for await (const { failure } of ingest([`${site.origin}/a`], { web: null }))
      expect(failure?.code).toBe("INPUT_UNSUPPORTED");
    for await (const { failure } of ingest(["http://127.0.0.1/", "http://[::1]/a"], { web: { keep: null } }))
      expect(failure?.code).toBe("URL_PRIVATE");
    expect(site.asked).toEqual([]);
  });
});

describe("feeds", () => {
  const full = Array.from({ length: 4 }, () => `<p>${WORDS}</p>`).join("");
  const feed = (
    origin: string,
  ) => `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Quay Post</title><link>${origin}</link>
<item><title>Whole</title><link>${origin}/whole</link><content:encoded><![CDATA[${full}]]></content:encoded></item>
<item><title>Teaser</title><link>${origin}/teaser</link><pubDate>Fri, 07 Jul 2017 18:30:00 +0200</pubDate><description>The envoy denied…</description></item>
<item><title>Gone</title><link>${origin}/gone</link><description>The envoy left…</description></item>
<item><title>Inside</title><link>http://10.0.0.1/secret</link></item></channel></rss>`;

  it("fetch the pages of teasers, and name each that fails", async () => {
    const routes: Record<string, Handler> = {
      "/feed": (_, response) => {
        response.writeHead(200, { "content-type": "application/rss+xml" }).end(feed(site.origin));
      },
      "/teaser": html(
        `<html><head><title>Page</title></head><body><p>${WORDS}</p><p>${WORDS}</p></body></html>`,
      ),
    };
    const results = await read(routes, "/feed");
    expect(
      results.map(({ input, article, failure }) => [
        input.replace(site.origin, ""),
        article?.title ?? failure?.code,
        article?.url?.replace(site.origin, "") ?? null,
        article?.publishedAt ?? null,
      ]),
    ).toEqual([
      ["/feed#1", "Whole", "/whole", null],
      ["/feed#2", "Page", "/teaser", "2017-07-07T18:30:00+02:00"],
      ["/feed#3", "URL_STATUS", null, null],
      ["/feed#4", "URL_PORT", null, null],
    ]);
    expect(site.asked.map(({ path }) => path)).toEqual(["/robots.txt", "/feed", "/teaser", "/gone"]);
  });
});
