import robotsModule from "robots-parser";
import { ReadoutError } from "../../errors.ts";
import type { FetchPolicy } from "./policy.ts";

/** What an origin's robots.txt answered: its words, or that there is none, or that it could not be had. */
export type RobotsAnswer =
  | { kind: "rules"; text: string }
  | { kind: "none" }
  | { kind: "unavailable"; detail: string };

/** What a program may do at an origin, and how long it should pause between requests. */
export interface Robots {
  /** @throws ReadoutError URL_ROBOTS */
  check(url: URL): void;
  pauseMs: number;
}

// A CommonJS module whose types say "default" for what it exports as a whole.
const robotsParser = robotsModule as unknown as typeof robotsModule.default;

/** The first 500 KiB are read, as RFC 9309 asks at least. */
export const ROBOTS_BYTES = 500 * 1024;

/**
 * The rules of RFC 9309: no robots.txt (4xx) allows everything, one that the server can't give (5xx) nothing.
 */
export function readRobots(origin: string, answer: RobotsAnswer, policy: FetchPolicy): Robots {
  if (answer.kind === "none") return { check: () => {}, pauseMs: policy.pauseMs };
  if (answer.kind === "unavailable") {
    const { detail } = answer;
    return {
      check: () => {
        throw new ReadoutError("URL_ROBOTS", { detail: `its robots.txt: ${detail}` });
      },
      pauseMs: policy.pauseMs,
    };
  }
  const robot = robotsParser(`${origin}/robots.txt`, answer.text);
  const name = policy.userAgent.split(/[/ ]/, 1)[0]!;
  const delay = (robot.getCrawlDelay(name) ?? 0) * 1000;
  return {
    check(url) {
      if (robot.isAllowed(url.href, name) === false)
        throw new ReadoutError("URL_ROBOTS", {
          detail: `its robots.txt, line ${robot.getMatchingLineNumber(url.href, name)}`,
        });
    },
    // A site may ask for minutes between pages; a person waits for one document.
    pauseMs: Math.max(policy.pauseMs, Math.min(Number.isFinite(delay) ? delay : 0, policy.maxWaitMs)),
  };
}
