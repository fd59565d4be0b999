/** What every route works with: the store, what the server keeps in mind, who asks for which collection. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { ReadoutError } from "../errors.ts";
import { LimitedMap } from "../limited-map.ts";
import type { CollectionRow, Once, WriteOptions } from "../store/store.ts";
import { ArticleCache } from "./article-cache.ts";
import type { ServerDeps } from "./deps.ts";
import { Digest } from "./digest.ts";
import { Views } from "./views.ts";

/** Fastify with our schemas' types. */
export type App = FastifyInstance<
  import("node:http").Server,
  import("node:http").IncomingMessage,
  import("node:http").ServerResponse,
  import("fastify").FastifyBaseLogger,
  ZodTypeProvider
>;

/** Collections kept in mind at once. */
const DIGESTS = 20;

export class Context {
  readonly deps: ServerDeps;
  readonly articles: ArticleCache;
  readonly #digests = new LimitedMap<string, Digest>(DIGESTS);
  /** Tells the answers and events of this process from those of another. */
  readonly boot: string;

  constructor(deps: ServerDeps) {
    this.deps = deps;
    this.articles = new ArticleCache(deps.store);
    this.boot = deps.now().getTime().toString(36);
  }

  /** @throws ReadoutError NOT_FOUND */
  async row(id: string): Promise<CollectionRow> {
    const row = await this.deps.store.collection(id);
    if (!row) {
      this.#digests.delete(id);
      throw new ReadoutError("NOT_FOUND", { thing: "collection", id });
    }
    return row;
  }

  /** A collection's views, up to date. @throws ReadoutError NOT_FOUND */
  async views(id: string, options: { statements?: boolean } = {}): Promise<Views> {
    const row = await this.row(id);
    let digest = this.#digests.get(id);
    if (!digest) {
      digest = new Digest(this.deps.store, id);
      this.#digests.set(id, digest);
    }
    try {
      await digest.current(row, options.statements ?? false);
    } catch (error) {
      // Half brought up to date is worse than not known.
      this.#digests.delete(id);
      throw error;
    }
    return new Views(digest, this.articles);
  }

  /**
   * Sets the answer's ETag; true where the browser has this very answer already, and nothing needs to be made.
   * Weak, and of this process: it stands for the revision, not for the bytes.
   */
  unchanged(request: FastifyRequest, reply: FastifyReply, revision: number): boolean {
    const tag = `W/"${revision}.${this.boot}"`;
    reply.header("etag", tag).header("cache-control", "private, no-cache");
    if (request.headers["if-none-match"] !== tag) return false;
    reply.status(304).send();
    return true;
  }
}

/** What a write says of the revision it was made on, and of being sent again. */
export function writeOptions(request: FastifyRequest, hash: string | null): WriteOptions {
  return { ifRevision: ifMatch(request), once: onceOf(request, hash) };
}

/** The revision of If-Match: `"12"`, or null where it is not given or `*`. @throws ReadoutError REQUEST_INVALID */
function ifMatch(request: FastifyRequest): number | null {
  const given = request.headers["if-match"]?.trim();
  if (given === undefined || given === "" || given === "*") return null;
  const found = /^(?:W\/)?"?(\d{1,15})(?:\.[a-z0-9]+)?"?$/u.exec(given);
  if (!found) throw new ReadoutError("REQUEST_INVALID", { detail: `If-Match: ${given} is no revision` });
  return Number(found[1]);
}

/** The write's Idempotency-Key, or null where it has none. @throws ReadoutError REQUEST_INVALID */
export function onceOf(request: FastifyRequest, hash: string | null): Once | null {
  const key = request.headers["idempotency-key"];
  if (key === undefined || hash === null) return null;
  if (typeof key !== "string" || !/^[\x21-\x7e]{1,200}$/u.test(key))
    throw new ReadoutError("REQUEST_INVALID", {
      detail: "Idempotency-Key: 1 to 200 visible ASCII characters",
    });
  return { key: `${request.method} ${request.routeOptions.url} ${key}`, request: hash };
}
