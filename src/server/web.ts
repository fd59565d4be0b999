/** The built web app: files under its folder, and its page for every address that is none of the API's. */
import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import type { FastifyInstance } from "fastify";
import { ReadoutError } from "../errors.ts";
import { answerOf, statusOf } from "./failures.ts";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
  ".json": "application/json",
  ".txt": "text/plain; charset=utf-8",
};

interface WebFile {
  type: string;
  bytes: Buffer;
  /** Its name holds a hash of its content, so that it never changes. */
  forever: boolean;
}

/** All files are read at the start: what is not among them can't be asked for, whatever the path says. */
function filesUnder(folder: string): Map<string, WebFile> {
  const files = new Map<string, WebFile>();
  const visit = (at: string): void => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const path = join(at, entry.name);
      if (entry.isDirectory()) visit(path);
      else {
        const type = TYPES[extname(entry.name)];
        const url = `/${relative(folder, path).split(sep).join("/")}`;
        if (type === undefined) continue;
        files.set(url, { type, bytes: readFileSync(path), forever: url.startsWith("/assets/") });
      }
    }
  };
  visit(folder);
  return files;
}

/** Serves the app, or nothing but the API where it is not built. */
export function installWeb(app: FastifyInstance, folder: string | null): void {
  const files = folder === null ? new Map<string, WebFile>() : filesUnder(folder);
  const page = files.get("/index.html");

  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split(/[?#]/u)[0]!;
    const reads = request.method === "GET" || request.method === "HEAD";
    const file = reads ? files.get(path) : undefined;
    const isPage = !/^\/(?:api|assets)(?:\/|$)/u.test(path) && !/\.[a-z0-9]{1,8}$/iu.test(path);
    const answer = file ?? (reads && isPage ? page : undefined);
    if (!answer) {
      const error = new ReadoutError("NOT_FOUND", { thing: "page", id: path.slice(0, 200) });
      return reply.status(statusOf(error.code)).type("application/json").send(answerOf(error));
    }
    return reply
      .type(answer.type)
      .header("cache-control", answer.forever ? "public, max-age=31536000, immutable" : "no-cache")
      .send(answer.bytes);
  });
}
