/** Documents from the web, as one polite person would get them: see policy.ts for the limits, target.ts for what is never asked. */
import { ReadoutError } from "../../errors.ts";
import type { NamedFormat } from "../files.ts";
import { readBody } from "./body.ts";
import { makeHosts } from "./hosts.ts";
import { formatOf, mediaType } from "./media-type.ts";
import type { FetchPolicy } from "./policy.ts";
import { type Answer, failureOf, get } from "./request.ts";
import { inWords, retryAfter } from "./retry-after.ts";
import { ROBOTS_BYTES, type Robots, type RobotsAnswer, readRobots } from "./robots.ts";
import { hashOf, type Store } from "./store.ts";
import { checkUrl, resolveTarget, type Target } from "./target.ts";

/** A document as a server gave it, unpacked. */
export interface Fetched {
  bytes: Uint8Array;
  /** The address that gave it, after all redirects. */
  url: string;
  format: NamedFormat;
  charset: string | null;
  /** ISO 8601; of the kept copy where the server said that nothing has changed. */
  retrievedAt: string;
  sha256: string;
}

export interface Fetcher {
  /** @throws ReadoutError one of the URL_ codes, KEEP_FAILED */
  fetch(address: string): Promise<Fetched>;
}

/** What became of one request: the end, a redirect, or a wait. */
type Step = { kind: "done"; fetched: Fetched } | { kind: "redirect"; to: URL } | { kind: "wait"; ms: number };

const RETRIES = 2;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** @param store where originals are kept; null keeps nothing and asks anew each time */
export function makeFetcher(policy: FetchPolicy, store: Store | null): Fetcher {
  const hosts = makeHosts(policy);
  const robots = new Map<string, Promise<Robots>>();

  const robotsOf = (url: URL): Promise<Robots> => {
    const known = robots.get(url.origin);
    if (known) return known;
    const asked = askRobots(url.origin, policy, hosts);
    robots.set(url.origin, asked);
    return asked;
  };

  return {
    async fetch(address) {
      let url = checkUrl(address, policy);
      const budget = { ms: policy.timeoutMs };
      const seen = new Set([url.href]);
      let retries = 0;
      for (let redirects = 0; ; ) {
        const { check, pauseMs } = await robotsOf(url);
        check(url);
        const step = await hosts.inTurn(url.host, pauseMs, () => ask(url, policy, store, budget));
        if (step.kind === "done") return step.fetched;
        if (step.kind === "wait") {
          if (++retries > RETRIES || step.ms > policy.maxWaitMs)
            throw new ReadoutError("URL_BUSY", { detail: inWords(step.ms) });
          await policy.wait(step.ms);
          continue;
        }
        url = step.to;
        if (seen.has(url.href)) throw new ReadoutError("URL_REDIRECTS", { detail: "in a circle" });
        seen.add(url.href);
        if (++redirects > policy.maxRedirects)
          throw new ReadoutError("URL_REDIRECTS", { detail: `more than ${policy.maxRedirects} times` });
      }
    },
  };
}

async function ask(
  url: URL,
  policy: FetchPolicy,
  store: Store | null,
  budget: { ms: number },
): Promise<Step> {
  const kept = (await store?.find(url.href)) ?? null;
  const headers: Record<string, string> = {};
  if (kept?.kept.etag) headers["if-none-match"] = kept.kept.etag;
  if (kept?.kept.lastModified) headers["if-modified-since"] = kept.kept.lastModified;
  return timed(url, policy, budget, headers, async (answer): Promise<Step> => {
    const { status } = answer;
    const next = redirectOf(answer, url, policy);
    if (next) return { kind: "redirect", to: next };
    if (status === 304 && kept) {
      const { charset, ...type } = mediaType(kept.kept.contentType ?? undefined);
      const { retrievedAt, sha256 } = kept.kept;
      const format = formatOf({ ...type, charset });
      return {
        kind: "done",
        fetched: { bytes: kept.bytes, url: url.href, format, charset, retrievedAt, sha256 },
      };
    }
    if (status === 429 || status === 503) {
      const ms = retryAfter(answer.headers, policy.now());
      if (ms !== null) return { kind: "wait", ms: Math.max(ms, policy.pauseMs) };
    }
    if (status !== 200) throw new ReadoutError("URL_STATUS", { status: statusLine(answer) });
    const type = mediaType(answer.headers["content-type"]);
    const format = formatOf(type);
    const bytes = await readBody(answer, policy.maxBytes);
    const retrievedAt = new Date(policy.now()).toISOString();
    await store?.keep(bytes, {
      url: url.href,
      retrievedAt,
      contentType: answer.headers["content-type"] ?? null,
      etag: answer.headers.etag ?? null,
      lastModified: answer.headers["last-modified"] ?? null,
    });
    return {
      kind: "done",
      fetched: { bytes, url: url.href, format, charset: type.charset, retrievedAt, sha256: hashOf(bytes) },
    };
  });
}

/** One request within what is left of a document's time; the connection ends with it, however it ends. */
async function timed<T>(
  url: URL,
  policy: FetchPolicy,
  budget: { ms: number },
  headers: Record<string, string>,
  use: (answer: Answer, target: Target) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const started = performance.now();
  const timer = setTimeout(() => controller.abort(), Math.max(1, budget.ms));
  const late = new Promise<never>((_, reject) =>
    controller.signal.addEventListener("abort", () => reject(new Error("out of time")), { once: true }),
  );
  late.catch(() => {});
  let target: Target = { url, host: url.hostname, port: 0, addresses: [] };
  let answer: Answer | null = null;
  try {
    // DNS can't be called off, but it need not be waited for.
    target = await Promise.race([resolveTarget(url, policy), late]);
    answer = await get(target, headers, policy, controller.signal);
    return await Promise.race([use(answer, target), late]);
  } catch (error) {
    throw failureOf(error, target, policy, controller.signal);
  } finally {
    clearTimeout(timer);
    answer?.close();
    budget.ms -= performance.now() - started;
  }
}

function redirectOf(answer: Answer, from: URL, policy: FetchPolicy): URL | null {
  if (!REDIRECTS.has(answer.status)) return null;
  const { location } = answer.headers;
  if (!location || !URL.canParse(location, from.href))
    throw new ReadoutError("URL_REDIRECTS", { detail: "to nowhere" });
  return checkUrl(new URL(location, from), policy);
}

function statusLine({ status, body }: Answer): string {
  const words = (body.statusMessage ?? "").replace(/[^\x20-\x7e]/g, "").slice(0, 60);
  return words === "" ? String(status) : `${status} ${words}`;
}

async function askRobots(
  origin: string,
  policy: FetchPolicy,
  hosts: ReturnType<typeof makeHosts>,
): Promise<Robots> {
  let url = checkUrl(`${origin}/robots.txt`, policy);
  const budget = { ms: policy.timeoutMs };
  // RFC 9309, section 2.3.1.2: five redirects at least are followed, other hosts included.
  for (let redirects = 0; redirects <= 5; redirects++) {
    const step = await hosts.inTurn(url.host, policy.pauseMs, () =>
      timed(url, policy, budget, {}, async (answer): Promise<RobotsAnswer | URL> => {
        const next = redirectOf(answer, url, policy);
        if (next) return next;
        const { status } = answer;
        if (status === 200) return { kind: "rules", text: await robotsText(answer) };
        if (status >= 500 || status === 429)
          return { kind: "unavailable", detail: `answer ${statusLine(answer)}` };
        return { kind: "none" };
      }),
    );
    if (!(step instanceof URL)) return readRobots(origin, step, policy);
    url = step;
  }
  return readRobots(origin, { kind: "none" }, policy);
}

async function robotsText(answer: Answer): Promise<string> {
  const bytes = await readBody(answer, 4 * ROBOTS_BYTES);
  return Buffer.from(bytes.subarray(0, ROBOTS_BYTES))
    .toString("utf8")
    .replace(/^\ufeff/, "");
}
