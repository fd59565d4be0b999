import { lookup } from "node:dns/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { isPublicAddress } from "./address.ts";

/** An address of a host, checked before and used for the connection itself. */
export interface HostAddress {
  address: string;
  family: 4 | 6;
}

/** What fetching may do. Programs and tests give other values as an argument; nothing in the environment does. */
export interface FetchPolicy {
  /** Sent as User-Agent; the first word is what robots.txt is asked for. */
  userAgent: string;
  ports: ReadonlySet<number>;
  isAllowed: (address: string) => boolean;
  resolve: (host: string) => Promise<HostAddress[]>;
  /** Largest document in bytes, as sent and as unpacked. */
  maxBytes: number;
  /** For one document with all its redirects. */
  timeoutMs: number;
  maxRedirects: number;
  /** Between the end of a request and the next to the same host. */
  pauseMs: number;
  /** The longest wait that a server may ask for (Retry-After, Crawl-delay); a longer one is an error. */
  maxWaitMs: number;
  now: () => number;
  wait: (ms: number) => Promise<unknown>;
}

const SECOND = 1000;
const MEGABYTE = 1024 * 1024;

/** The product's own policy: public addresses, ports 80 and 443, polite. */
export const standardPolicy: FetchPolicy = {
  userAgent: "readout/0.1 (reads single documents for a person; respects robots.txt)",
  ports: new Set([80, 443]),
  isAllowed: isPublicAddress,
  resolve: async (host) =>
    (await lookup(host, { all: true, verbatim: true })).map(({ address, family }) => ({
      address,
      family: family === 6 ? 6 : 4,
    })),
  maxBytes: 50 * MEGABYTE,
  timeoutMs: 60 * SECOND,
  maxRedirects: 8,
  pauseMs: SECOND,
  maxWaitMs: 30 * SECOND,
  now: Date.now,
  wait: (ms) => sleep(ms),
};
