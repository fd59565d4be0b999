import type { FetchPolicy } from "./policy.ts";

/** Requests wait for their host: one at a time, a pause between. */
export interface Hosts {
  /** Runs when all before it for this host are done and the pause is over. */
  inTurn<T>(host: string, pauseMs: number, run: () => Promise<T>): Promise<T>;
}

export function makeHosts(policy: FetchPolicy): Hosts {
  const last = new Map<string, Promise<unknown>>();
  const ended = new Map<string, number>();
  return {
    inTurn(host, pauseMs, run) {
      const before = last.get(host) ?? Promise.resolve();
      const turn = before.then(async () => {
        const since = policy.now() - (ended.get(host) ?? Number.NEGATIVE_INFINITY);
        if (since < pauseMs) await policy.wait(pauseMs - since);
        try {
          return await run();
        } finally {
          ended.set(host, policy.now());
        }
      });
      // The next one waits whether this one failed or not.
      last.set(
        host,
        turn.catch(() => {}),
      );
      return turn;
    },
  };
}
