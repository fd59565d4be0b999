import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest, type RequestOptions } from "node:https";
import { isIP } from "node:net";
import { ReadoutError } from "../../errors.ts";
import type { FetchPolicy } from "./policy.ts";
import type { Target } from "./target.ts";

/** A server's answer, its body not yet read. */
export interface Answer {
  status: number;
  headers: IncomingMessage["headers"];
  body: IncomingMessage;
  /** Ends the connection whatever has been read. */
  close: () => void;
}

/** Accepted by every server that sends what readout can read; br before gzip, as browsers ask. */
const ACCEPT =
  "text/html,application/xhtml+xml,application/pdf,application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.5";

/**
 * One GET to addresses that were checked before. The connection goes to the address itself: there is no lookup that
 * could answer differently, no agent that could hand over another connection, no proxy. TLS checks the certificate
 * against the host's name.
 * @throws ReadoutError URL_UNREACHABLE, URL_TIMEOUT, URL_PRIVATE
 */
export async function get(
  target: Target,
  headers: Record<string, string>,
  policy: FetchPolicy,
  signal: AbortSignal,
): Promise<Answer> {
  let failure: unknown = null;
  // A host with an address of IPv6 first is reached where the laptop has only IPv4.
  for (const { address, family } of target.addresses.slice(0, 4)) {
    try {
      return await getFrom(address, family, target, headers, policy, signal);
    } catch (error) {
      if (signal.aborted || error instanceof ReadoutError) throw failureOf(error, target, policy, signal);
      failure = error;
    }
  }
  throw failureOf(failure, target, policy, signal);
}

function getFrom(
  address: string,
  family: 4 | 6,
  { url, host, port }: Target,
  headers: Record<string, string>,
  policy: FetchPolicy,
  signal: AbortSignal,
): Promise<Answer> {
  const secure = url.protocol === "https:";
  const options: RequestOptions = {
    host: address,
    family,
    port,
    path: `${url.pathname}${url.search}`,
    method: "GET",
    agent: false,
    signal,
    maxHeaderSize: 64 * 1024,
    headers: {
      host: url.host,
      "user-agent": policy.userAgent,
      accept: ACCEPT,
      "accept-encoding": "br, gzip, deflate",
      "accept-language": "en, *;q=0.5",
      connection: "close",
      ...headers,
    },
    ...(secure && isIP(host) === 0 ? { servername: host } : {}),
  };
  return new Promise((resolve, reject) => {
    const request = (secure ? httpsRequest : httpRequest)(options, (body) => {
      const reached = body.socket.remoteAddress ?? "";
      if (!policy.isAllowed(reached)) {
        request.destroy();
        reject(new ReadoutError("URL_PRIVATE", { host, address: reached }));
        return;
      }
      resolve({ status: body.statusCode ?? 0, headers: body.headers, body, close: () => request.destroy() });
    });
    request.on("error", reject);
    request.on("upgrade", (_, socket) => socket.destroy());
    request.end();
  });
}

/** Any failure of a connection as a coded error. */
export function failureOf(
  error: unknown,
  target: Target,
  policy: FetchPolicy,
  signal: AbortSignal,
): ReadoutError {
  if (error instanceof ReadoutError) return error;
  const { host } = target;
  if (signal.aborted)
    return new ReadoutError("URL_TIMEOUT", { host, seconds: Math.round(policy.timeoutMs / 1000) }, error);
  const code = error instanceof Error && "code" in error ? String(error.code) : null;
  const detail = code ?? (error instanceof Error ? error.message : String(error));
  return new ReadoutError("URL_UNREACHABLE", { host, detail }, error);
}
