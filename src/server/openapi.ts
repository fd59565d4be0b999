/** The API described for other programs: OpenAPI 3.1 out of the contract's schemas, served and checked in. */
import swagger from "@fastify/swagger";
import type { FastifyInstance } from "fastify";
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from "fastify-type-provider-zod";
import { z } from "zod";
import * as contract from "./contract.ts";

/** Schemas that get a name of their own in the description, by their names in the contract. */
function registry() {
  const named = z.registry<{ id: string }>();
  const entries = Object.entries(contract).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [name, value] of entries) {
    const found = /^(\w+?)Schema$/u.exec(name);
    if (found && value instanceof z.ZodType)
      named.add(value, { id: found[1]!.charAt(0).toUpperCase() + found[1]!.slice(1) });
  }
  return named;
}

/** Collects the routes registered after it and serves them as /api/openapi.json. */
export async function installOpenApi(app: FastifyInstance, version: string): Promise<void> {
  const schemaRegistry = registry();
  const named = createJsonSchemaTransformObject({ schemaRegistry });
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "readout",
        version,
        description:
          "The desk's API on this machine. Failures answer {error: {code, message, details}} with the codes of docs/errors.md. " +
          "Reads carry an ETag; writes take If-Match (the revision) and Idempotency-Key.",
        license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      },
      servers: [],
    },
    transform: createJsonSchemaTransform({ schemaRegistry }),
    transformObject: (document) => onlyUsed(named(document) as Described) as ReturnType<typeof named>,
  });
  app.get("/api/openapi.json", { schema: { hide: true } }, async () => app.swagger());
}

interface Described {
  paths: object;
  components?: { schemas?: Record<string, object> };
}

/** Each schema is named as read and as written: keeps those that a route leads to, in order of their names. */
function onlyUsed<T extends Described>(document: T): T {
  const all = document.components?.schemas ?? {};
  const used = new Set<string>();
  const follow = (part: object): void => {
    for (const [, name] of JSON.stringify(part).matchAll(/#\/components\/schemas\/(\w+)/gu)) {
      if (name === undefined || used.has(name) || !all[name]) continue;
      used.add(name);
      follow(all[name]);
    }
  };
  follow(document.paths);
  const schemas = Object.fromEntries([...used].sort().map((name) => [name, all[name]!]));
  return { ...document, components: { ...document.components, schemas } };
}
