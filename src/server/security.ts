/**
 * The desk listens on this machine alone, but any page that the user's browser has open can send requests to it. So:
 * the Host must be a loopback name with our port (a rebound name carries its own), whatever changes something must come
 * from our own pages, and what the browser gets can run no script but ours.
 */
import { isIP } from "node:net";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { ReadoutError } from "../errors.ts";

const LOOPBACK_NAMES = new Set(["localhost", "127.0.0.1", "[::1]"]);

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** True for an address of this machine alone. */
export function isLoopback(address: string): boolean {
  if (address === "localhost") return true;
  const bare = address.replace(/^\[|\]$/gu, "").replace(/^::ffff:/iu, "");
  const version = isIP(bare);
  return version === 4
    ? bare.startsWith("127.")
    : version === 6 && (bare === "::1" || bare === "0:0:0:0:0:0:0:1");
}

/** @throws ReadoutError ADDRESS_REFUSED for any other address than loopback */
export function requireLoopback(address: string): void {
  if (!isLoopback(address)) throw new ReadoutError("ADDRESS_REFUSED", { address });
}

/** Name and port of a Host header or an Origin; null where it is none. */
function hostOf(value: string): { name: string; port: string } | null {
  const found = /^(\[[0-9a-f:.]+\]|[^:/@\s]+)(?::(\d{1,5}))?$/iu.exec(value);
  return found ? { name: found[1]!.toLowerCase(), port: found[2] ?? "80" } : null;
}

function checkHost(request: FastifyRequest, port: number | null): void {
  const host = hostOf(request.headers.host ?? "");
  const fits = host && LOOPBACK_NAMES.has(host.name) && (port === null || host.port === String(port));
  if (!fits) throw new ReadoutError("HOST_REFUSED", { host: request.headers.host ?? "" });
}

/** A page's own requests carry its Origin; programs without a browser send none. */
function checkOrigin(request: FastifyRequest): void {
  const { origin, host } = request.headers;
  const site = request.headers["sec-fetch-site"];
  const reads = request.method === "GET" || request.method === "HEAD";
  const ownOrigin = origin === undefined || origin === `http://${host}`;
  // A link from elsewhere may lead a person to the app, but no page may read the API or embed anything of it.
  const navigates = reads && request.headers["sec-fetch-mode"] === "navigate" && !isApi(request);
  const ownSite = site === undefined || site === "same-origin" || site === "none" || navigates;
  if (!ownOrigin || !ownSite) throw new ReadoutError("ORIGIN_REFUSED", { origin: String(origin ?? site) });
}

function isApi(request: FastifyRequest): boolean {
  return /^\/api(?:\/|$|\?)/u.test(request.url);
}

/** The checks before anything else, and the headers of every answer. */
export function installSecurity(app: FastifyInstance): void {
  app.addHook("onRequest", async (request, reply) => {
    reply.headers({
      "content-security-policy": CONTENT_SECURITY_POLICY,
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    });
    const address = app.server.address();
    checkHost(request, address !== null && typeof address === "object" ? address.port : null);
    checkOrigin(request);
  });
}
