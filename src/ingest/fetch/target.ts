import { isIP } from "node:net";
import { ReadoutError } from "../../errors.ts";
import type { FetchPolicy, HostAddress } from "./policy.ts";

/** A URL that may be asked, with the addresses to connect to. */
export interface Target {
  url: URL;
  /** Without the brackets of IPv6. */
  host: string;
  port: number;
  addresses: HostAddress[];
}

/** True where an input is meant as an address on the web. */
export function isWebAddress(input: string): boolean {
  return /^https?:\/\//i.test(input);
}

/**
 * Checks an address by its form alone, without asking anybody.
 * @throws ReadoutError URL_INVALID, URL_CREDENTIALS, URL_PORT
 */
export function checkUrl(address: string | URL, policy: FetchPolicy): URL {
  const url = typeof address === "string" ? parse(address) : address;
  if (url.protocol !== "http:" && url.protocol !== "https:")
    throw new ReadoutError("URL_INVALID", { detail: `${url.protocol} is not fetched` });
  if (url.username !== "" || url.password !== "") throw new ReadoutError("URL_CREDENTIALS");
  if (url.hostname === "") throw new ReadoutError("URL_INVALID", { detail: "it names no host" });
  if (!policy.ports.has(portOf(url))) throw new ReadoutError("URL_PORT", { port: portOf(url) });
  const clean = new URL(url);
  clean.hash = "";
  return clean;
}

/**
 * Resolves a host once and checks every address it has: one that is not public refuses them all, since which of
 * them a server gives is its own choice. The connection goes to these addresses, so that a second answer of DNS
 * ("rebinding") is never asked for. Runs anew for every redirect.
 * @throws ReadoutError URL_PRIVATE, URL_UNKNOWN_HOST
 */
export async function resolveTarget(url: URL, policy: FetchPolicy): Promise<Target> {
  const host = hostOf(url);
  const literal = isIP(host);
  const addresses: HostAddress[] =
    literal === 0 ? await resolveHost(host, policy) : [{ address: host, family: literal === 6 ? 6 : 4 }];
  if (addresses.length === 0) throw new ReadoutError("URL_UNKNOWN_HOST", { host });
  for (const { address } of addresses)
    if (!policy.isAllowed(address)) throw new ReadoutError("URL_PRIVATE", { host, address });
  return { url, host, port: portOf(url), addresses };
}

async function resolveHost(host: string, policy: FetchPolicy): Promise<HostAddress[]> {
  try {
    return await policy.resolve(host);
  } catch (error) {
    throw new ReadoutError("URL_UNKNOWN_HOST", { host }, error);
  }
}

function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, "");
}

function portOf(url: URL): number {
  if (url.port !== "") return Number(url.port);
  return url.protocol === "https:" ? 443 : 80;
}

function parse(address: string): URL {
  try {
    return new URL(address);
  } catch (error) {
    throw new ReadoutError("URL_INVALID", { detail: "it can't be parsed" }, error);
  }
}
