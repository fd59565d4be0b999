/** What the tests of the API share: the server over a store in memory, and ways to ask it. */
import { afterEach, beforeEach, expect } from "vitest";
import type { z } from "zod";
import type { Collection } from "../model.ts";
import { riverSample } from "../report/sample.ts";
import { buildApp } from "./app.ts";
import type { App } from "./context.ts";
import { exporterHere } from "./exporter.test-data.ts";
import { type MemoryStore, memoryStore } from "./memory-store.test-data.ts";

export interface Seat {
  app: App;
  store: MemoryStore;
  sample: Collection;
  /** An answer of status 200 that keeps to its schema. */
  get<S extends z.ZodType>(url: string, schema: S): Promise<z.output<S>>;
  post(url: string, payload: object, headers?: Record<string, string>): ReturnType<typeof injected>;
}

const injected = (app: App, url: string, payload: object, headers: Record<string, string>) =>
  app.inject({ method: "POST", url, payload, headers });

/** For each test of the file a server with the sample collection; it must have had no failures of its own. */
export function eachWithApp(begin: (seat: Seat) => void): void {
  const logged: string[] = [];
  let clock = Date.parse("2026-06-13T09:00:00Z");
  let app: App;
  beforeEach(async () => {
    const sample = riverSample();
    const store = memoryStore(sample);
    logged.length = 0;
    app = await buildApp({
      store,
      exporter: exporterHere,
      version: "0.0.0-test",
      web: null,
      log: (line) => logged.push(line),
      now: () => new Date(clock++),
    });
    begin({
      app,
      store,
      sample,
      async get(url, schema) {
        const answer = await app.inject({ url });
        expect(answer.statusCode, `${url}: ${answer.body.slice(0, 500)}`).toBe(200);
        return schema.parse(answer.json());
      },
      post: (url, payload, headers = {}) => injected(app, url, payload, headers),
    });
  });
  afterEach(async () => {
    await app.close();
    expect(logged).toEqual([]);
  });
}

export const at = (path: string) => `/api/collections/river${path}`;

export const codeOf = (answer: { body: string }): string => JSON.parse(answer.body).error.code;
