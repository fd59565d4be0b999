import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { makeFetcher } from "./fetch.ts";
import { cacheFolder, hashOf, openStore, type Store } from "./store.ts";
import { type Handler, html, openSite, type TestSite } from "./test-server.ts";

const PAGE = "<html><body><p>The envoy said “no” and left the hall.</p></body></html>";
const sites: TestSite[] = [];
const folders: string[] = [];
afterEach(async () => {
  for (const site of sites.splice(0)) await site.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

async function site(
  routes: Record<string, Handler>,
  differences: Parameters<typeof openSite>[1] = {},
): Promise<TestSite> {
  const opened = await openSite(routes, differences);
  sites.push(opened);
  return opened;
}

function storeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "kept-"));
  folders.push(folder);
  return folder;
}

async function outcome(
  { policy, origin }: TestSite,
  path: string,
  store: Store | null = null,
): Promise<string> {
  try {
    const { bytes } = await makeFetcher(policy, store).fetch(path.startsWith("http") ? path : origin + path);
    return Buffer.from(bytes).toString();
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

const to =
  (location: string, status = 302): Handler =>
  (_, response) => {
    response.writeHead(status, { location }).end();
  };

describe("what comes back", () => {
  it("is unpacked, with its type, character set, hash and time", async () => {
    const packed = { gzip: gzipSync(PAGE), br: brotliCompressSync(PAGE), deflate: deflateSync(PAGE) };
    const here = await site(
      Object.fromEntries(
        Object.entries(packed).map(([coding, bytes]): [string, Handler] => [
          `/${coding}`,
          (_, response) => {
            response
              .writeHead(200, { "content-type": "text/html;charset=ISO-8859-1", "content-encoding": coding })
              .end(bytes);
          },
        ]),
      ),
    );
    for (const coding of Object.keys(packed)) {
      const fetched = await makeFetcher(here.policy, null).fetch(`${here.origin}/${coding}#part`);
      expect({ ...fetched, bytes: Buffer.from(fetched.bytes).toString() }).toEqual({
        bytes: PAGE,
        url: `${here.origin}/${coding}`,
        format: "html",
        charset: "ISO-8859-1",
        retrievedAt: expect.stringMatching(/^2026-01-02T03:04:0\d\.000Z$/),
        sha256: hashOf(PAGE),
      });
    }
    expect(here.asked[0]).toMatchObject({ path: "/robots.txt" });
    expect(here.asked[1]?.headers["user-agent"]).toMatch(/^readout\//);
    expect(here.asked[1]?.headers).not.toHaveProperty("cookie");
  });

  it("is refused where it is no document or no success", async () => {
    const here = await site({
      "/picture": html("x", { "content-type": "image/png" }),
      "/film": html("x", { "content-type": "video/mp4" }),
      "/zip": html("x", { "content-type": "application/zip" }),
      "/gone": (_, response) => response.writeHead(410, "Gone").end(),
      "/part": (_, response) => response.writeHead(206, { "content-type": "text/html" }).end("<p>"),
      "/coding": html("x", { "content-encoding": "zstd" }),
      "/broken": html("no gzip at all", { "content-encoding": "gzip" }),
      "/cut": (_, response) => {
        response.writeHead(200, { "content-type": "text/html", "content-length": "5000" });
        response.write("<p>half");
        setTimeout(() => response.destroy(), 20);
      },
    });
    const codes: Record<string, string> = {};
    for (const path of [
      "/picture",
      "/film",
      "/zip",
      "/gone",
      "/part",
      "/coding",
      "/broken",
      "/cut",
      "/missing",
    ])
      codes[path] = await outcome(here, path);
    expect(codes).toEqual({
      "/picture": "URL_TYPE",
      "/film": "URL_TYPE",
      "/zip": "URL_TYPE",
      "/gone": "URL_STATUS",
      "/part": "URL_STATUS",
      "/coding": "URL_BROKEN",
      "/broken": "URL_BROKEN",
      "/cut": "URL_BROKEN",
      "/missing": "URL_STATUS",
    });
  });

  it("ends at the limit of size, as sent, as said and as unpacked", async () => {
    const bomb = Buffer.alloc(40 * 1024 * 1024);
    const here = await site(
      {
        "/said": html("x".repeat(10), { "content-length": "999999999" }),
        "/sent": (_, response) => {
          response.writeHead(200, { "content-type": "text/html" });
          const more = () => {
            while (response.writable && response.write(Buffer.alloc(65_536, 97)));
          };
          response.on("drain", more);
          more();
        },
        "/gzip": (_, response) =>
          response
            .writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" })
            .end(gzipSync(bomb)),
        "/br": (_, response) =>
          response
            .writeHead(200, { "content-type": "text/html", "content-encoding": "br" })
            .end(brotliCompressSync(bomb)),
        "/twice": (_, response) =>
          response
            .writeHead(200, { "content-type": "text/html", "content-encoding": "gzip, gzip" })
            .end(gzipSync(gzipSync(bomb))),
      },
      { maxBytes: 1024 * 1024 },
    );
    for (const path of ["/said", "/sent", "/gzip", "/br", "/twice"])
      expect(`${path} ${await outcome(here, path)}`).toBe(`${path} URL_TOO_LARGE`);
  });

  it("ends at the limit of time, before the head, in it, and drop by drop", async () => {
    const here = await site(
      {
        "/silent": () => {},
        "/head": (_, response) => {
          response.socket?.write("HTTP/1.1 200 OK\r\nContent-");
        },
        "/drops": (_, response) => {
          response.writeHead(200, { "content-type": "text/html" });
          const timer = setInterval(() => response.write("<p>"), 30);
          response.on("close", () => clearInterval(timer));
        },
      },
      { timeoutMs: 250 },
    );
    for (const path of ["/silent", "/head", "/drops"])
      expect(`${path} ${await outcome(here, path)}`).toBe(`${path} URL_TIMEOUT`);
    const slow = { ...here, policy: { ...here.policy, resolve: () => new Promise<never>(() => {}) } };
    expect(await outcome(slow, "/silent")).toBe("URL_TIMEOUT");
  });

  it("names hosts that are unknown or closed", async () => {
    const here = await site({});
    expect(await outcome(here, `http://nowhere.invalid:${here.port}/`)).toBe("URL_UNKNOWN_HOST");
    await here.close();
    expect(await outcome(here, "/")).toBe("URL_UNREACHABLE");
  });
});

describe("redirects", () => {
  it("are followed, each checked anew, and the last address is told", async () => {
    const here = await site({ "/a": to("/b", 301), "/b": to("c", 307), "/c": html(PAGE) });
    const fetched = await makeFetcher(here.policy, null).fetch(`${here.origin}/a`);
    expect(fetched.url).toBe(`${here.origin}/c`);
  });

  it("never lead into a private network, to another scheme or port, or carry a password", async () => {
    const here = await site({
      "/private": to("http://10.0.0.1/"),
      "/mapped": to("http://[::ffff:10.0.0.1]/"),
      "/file": to("file:///etc/passwd"),
      "/data": to("data:text/html,x"),
      "/port": to("http://news.test:22/"),
      "/secret": to("http://ann:b@news.test/"),
      "/nowhere": to("http://["),
    });
    const routes: Record<string, string> = {
      "/private": "URL_PRIVATE",
      "/mapped": "URL_PRIVATE",
      "/file": "URL_INVALID",
      "/data": "URL_INVALID",
      "/port": "URL_PORT",
      "/secret": "URL_CREDENTIALS",
      "/nowhere": "URL_REDIRECTS",
    };
    const open = { ...here, policy: { ...here.policy, ports: new Set([80, here.port]) } };
    for (const [path, code] of Object.entries(routes))
      expect(`${path} ${await outcome(open, path)}`).toBe(`${path} ${code}`);
  });

  it("end where they go in a circle or too far", async () => {
    const far = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`/${i}`, to(`/${i + 1}`)]));
    const here = await site({ ...far, "/round": to("/about"), "/about": to("/round"), "/self": to("/self") });
    expect(await outcome(here, "/0")).toBe("URL_REDIRECTS");
    expect(await outcome(here, "/round")).toBe("URL_REDIRECTS");
    expect(await outcome(here, "/self")).toBe("URL_REDIRECTS");
  });
});

describe("DNS", () => {
  it("is asked once for a request, and a second answer can't move the connection", async () => {
    let answers = 0;
    const here = await site({ "/a": html(PAGE) });
    const rebinding = {
      ...here,
      policy: {
        ...here.policy,
        // What a hostile name server does: a good answer first, the inside of the network afterwards.
        resolve: async () => [{ address: ++answers <= 2 ? "127.0.0.1" : "10.0.0.1", family: 4 as const }],
      },
    };
    expect(await outcome(rebinding, "/a")).toBe(PAGE);
    expect(answers).toBe(2); // robots.txt, and the page
    expect(await outcome(rebinding, "/a")).toBe("URL_PRIVATE");
  });
});

describe("robots.txt", () => {
  const robots = (text: string): Handler => html(text, { "content-type": "text/plain" });

  it("is kept to, for our name and for all", async () => {
    const here = await site({
      "/robots.txt": robots(
        "User-agent: readout\nDisallow: /closed\nCrawl-delay: 7\n\nUser-agent: *\nDisallow: /",
      ),
      "/closed/a": html(PAGE),
      "/open": html(PAGE),
    });
    const fetcher = makeFetcher(here.policy, null);
    await expect(fetcher.fetch(`${here.origin}/closed/a`)).rejects.toMatchObject({ code: "URL_ROBOTS" });
    expect(Buffer.from((await fetcher.fetch(`${here.origin}/open`)).bytes).toString()).toBe(PAGE);
    expect(here.asked.map(({ path }) => path)).toEqual(["/robots.txt", "/open"]);
    expect(here.waits).toEqual([7000]);
  });

  it("forbids all where the server can't give it, nothing where there is none", async () => {
    const failing = await site({
      "/robots.txt": (_, response) => response.writeHead(503).end(),
      "/a": html(PAGE),
    });
    expect(await outcome(failing, "/a")).toBe("URL_ROBOTS");
    const closed = await site({
      "/robots.txt": (_, response) => response.writeHead(403).end(),
      "/a": html(PAGE),
    });
    expect(await outcome(closed, "/a")).toBe(PAGE);
  });

  it("is followed through redirects under the same checks", async () => {
    const here = await site({ "/robots.txt": to("http://[::1]/robots.txt"), "/a": html(PAGE) });
    const open = { ...here, policy: { ...here.policy, ports: new Set([80, here.port]) } };
    expect(await outcome(open, "/a")).toBe("URL_PRIVATE");
  });
});

describe("politeness", () => {
  it("asks a host one thing at a time, with a pause", async () => {
    let [open, most] = [0, 0];
    const slow: Handler = (_, response) => {
      open++;
      most = Math.max(most, open);
      setTimeout(() => {
        open--;
        response.writeHead(200, { "content-type": "text/html" }).end(PAGE);
      }, 20);
    };
    const here = await site({ "/a": slow, "/b": slow, "/c": slow });
    const fetcher = makeFetcher(here.policy, null);
    await Promise.all(["/a", "/b", "/c"].map((path) => fetcher.fetch(here.origin + path)));
    expect(most).toBe(1);
    expect(here.waits).toEqual([1000, 1000, 1000]);
  });

  it("waits as long as it is asked to, and no longer than a person would", async () => {
    let busy = 1;
    const here = await site({
      "/soon": (_, response) =>
        busy-- > 0
          ? response.writeHead(429, { "retry-after": "5" }).end()
          : response.writeHead(200, { "content-type": "text/html" }).end(PAGE),
      "/later": (_, response) => response.writeHead(503, { "retry-after": "7200" }).end(),
      "/always": (_, response) => response.writeHead(429, { "retry-after": "0" }).end(),
      "/down": (_, response) => response.writeHead(503).end(),
    });
    expect(await outcome(here, "/soon")).toBe(PAGE);
    expect(here.waits).toContain(5000);
    expect(await outcome(here, "/later")).toBe("URL_BUSY");
    expect(await outcome(here, "/always")).toBe("URL_BUSY");
    expect(await outcome(here, "/down")).toBe("URL_STATUS");
  });
});

describe("originals", () => {
  it("are kept by their hash, readable by their owner alone, and asked for anew only if they changed", async () => {
    let version = 1;
    const here = await site({
      "/a": (request, response) => {
        const etag = `"v${version}"`;
        if (request.headers["if-none-match"] === etag) response.writeHead(304).end();
        else
          response
            .writeHead(200, { "content-type": "text/html; charset=utf-8", etag })
            .end(`${PAGE}${version}`);
      },
    });
    const folder = storeFolder();
    const store = openStore(join(folder, "deep", "er"));
    const first = await makeFetcher(here.policy, store).fetch(`${here.origin}/a`);
    await here.policy.wait(60_000);
    const again = await makeFetcher(here.policy, store).fetch(`${here.origin}/a`);
    expect({ ...again, bytes: Buffer.from(again.bytes) }).toEqual({
      ...first,
      bytes: Buffer.from(first.bytes),
    });
    version = 2;
    const changed = await makeFetcher(here.policy, store).fetch(`${here.origin}/a`);
    expect(Buffer.from(changed.bytes).toString()).toBe(`${PAGE}2`);
    expect(changed.retrievedAt > first.retrievedAt).toBe(true);
    const originals = join(folder, "deep", "er", "originals");
    expect(readdirSync(originals).sort()).toEqual([first.sha256, changed.sha256].sort());
    expect(readFileSync(join(originals, first.sha256), "utf8")).toBe(`${PAGE}1`);
    if (process.platform !== "win32") expect(statSync(join(originals, first.sha256)).mode & 0o077).toBe(0);
  });

  it("count for nothing where they were changed", async () => {
    const here = await site({
      "/a": html(PAGE, { etag: '"v1"', "last-modified": "Fri, 02 Jan 2026 00:00:00 GMT" }),
    });
    const folder = storeFolder();
    const store = openStore(folder);
    const { sha256 } = await makeFetcher(here.policy, store).fetch(`${here.origin}/a`);
    writeFileSync(join(folder, "originals", sha256), "something else");
    expect(await store.find(`${here.origin}/a`)).toBeNull();
    expect(await outcome(here, "/a", store)).toBe(PAGE);
    expect(here.asked.at(-1)?.headers).not.toHaveProperty("if-none-match");
    expect((await store.find(`${here.origin}/a`))?.kept).toMatchObject({
      sha256,
      lastModified: "Fri, 02 Jan 2026 00:00:00 GMT",
    });
  });

  it("have a folder by the system's rules", () => {
    expect(cacheFolder({ XDG_CACHE_HOME: "/x/cache" }, "linux")).toBe("/x/cache/readout");
    expect(cacheFolder({ XDG_CACHE_HOME: "relative" }, "linux")).toMatch(/\.cache\/readout$/);
    expect(cacheFolder({}, "darwin")).toMatch(/Library\/Caches\/readout$/);
  });

  it("fail with a code where they can't be kept", async () => {
    const here = await site({ "/a": html(PAGE) });
    const folder = storeFolder();
    writeFileSync(join(folder, "file"), "");
    expect(await outcome(here, "/a", openStore(join(folder, "file", "below")))).toBe("KEEP_FAILED");
  });
});
