/** A server on this machine and a policy that may ask it, for tests alone: the product's policy never may. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { isPublicAddress } from "./address.ts";
import { type FetchPolicy, standardPolicy } from "./policy.ts";

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface TestSite {
  /** "http://news.test:PORT" */
  origin: string;
  port: number;
  /** Paths asked for, robots.txt included, with the headers that came. */
  asked: { path: string; headers: IncomingMessage["headers"] }[];
  /** What the policy was asked to resolve. */
  resolved: string[];
  /** How long it was asked to wait. */
  waits: number[];
  policy: FetchPolicy;
  close(): Promise<void>;
}

/** @param routes path → handler; robots.txt is missing unless there is a route for it */
export async function openSite(
  routes: Record<string, Handler>,
  differences: Partial<FetchPolicy> = {},
): Promise<TestSite> {
  const asked: TestSite["asked"] = [];
  const server: Server = createServer((request, response) => {
    const path = request.url ?? "";
    asked.push({ path, headers: request.headers });
    const handler = routes[path];
    if (handler) handler(request, response);
    else response.writeHead(404).end("nothing here");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const resolved: string[] = [];
  const waits: number[] = [];
  let clock = Date.UTC(2026, 0, 2, 3, 4, 5);
  const policy: FetchPolicy = {
    ...standardPolicy,
    ports: new Set([port]),
    isAllowed: (address) => address === "127.0.0.1" || isPublicAddress(address),
    resolve: async (host) => {
      resolved.push(host);
      if (host.endsWith(".test")) return [{ address: "127.0.0.1", family: 4 }];
      throw new Error("no such host");
    },
    timeoutMs: 3000,
    now: () => clock,
    wait: async (ms) => {
      waits.push(ms);
      clock += ms;
    },
    ...differences,
  };
  return {
    origin: `http://news.test:${port}`,
    port,
    asked,
    resolved,
    waits,
    policy,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export const html =
  (body: string, headers: Record<string, string> = {}): Handler =>
  (_, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...headers }).end(body);
  };
