import { buildApp } from "./app.ts";
import type { ServerDeps } from "./deps.ts";

/** The API's description as the file in docs/ has it: of no version, so that a release alone does not change it. */
export async function openApiText(): Promise<string> {
  // Describing the routes asks nothing of the store but to be told of its events.
  const store = { subscribe: () => () => undefined } as unknown as ServerDeps["store"];
  const exporter = { write: async () => [], close: async () => undefined };
  const app = await buildApp({
    store,
    exporter,
    version: "1",
    web: null,
    log: () => undefined,
    now: () => new Date(0),
  });
  try {
    return `${JSON.stringify(app.swagger(), null, 2)}\n`;
  } finally {
    await app.close();
  }
}
