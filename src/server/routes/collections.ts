import { z } from "zod";
import { rowsOf } from "../../store/cursor.ts";
import type { CollectionRow } from "../../store/store.ts";
import { type App, type Context, onceOf, writeOptions } from "../context.ts";
import {
  type CollectionSummary,
  collectionPostSchema,
  collectionSummarySchema,
  collectionsAnswerSchema,
  id,
} from "../contract.ts";
import { hashOf } from "../request-hash.ts";

const params = z.object({ c: id });

/** A collection as lists show it. */
function summary(row: CollectionRow): CollectionSummary {
  const { id, name, created, revision, documents, queued, reading, failed, statements, points } = row;
  return {
    id,
    name,
    created,
    revision,
    documents,
    waiting: queued + reading,
    failed,
    statements,
    points,
    checked: row.checked,
    state: row.state,
    failure: row.failure && { code: row.failure.code, message: row.failure.message, details: {} },
  };
}

/** Collections: list, make, name, delete. */
export function collectionRoutes(app: App, context: Context): void {
  const { store } = context.deps;
  const tag = (row: CollectionRow) => `"${row.revision}"`;

  app.get(
    "/api/collections",
    {
      schema: {
        operationId: "listCollections",
        tags: ["collections"],
        response: { 200: collectionsAnswerSchema },
      },
    },
    async () => {
      const collections: CollectionSummary[] = [];
      for await (const row of rowsOf((after) => store.collections({ after, limit: 500 })))
        collections.push(summary(row));
      return { collections };
    },
  );

  app.post(
    "/api/collections",
    {
      schema: {
        operationId: "createCollection",
        tags: ["collections"],
        body: collectionPostSchema,
        response: { 201: collectionSummarySchema },
      },
    },
    async (request, reply) => {
      const once = onceOf(request, hashOf(request.body));
      const row = await store.createCollection(request.body.name, { once });
      reply.status(201).header("etag", tag(row)).header("location", `/api/collections/${row.id}`);
      return summary(row);
    },
  );

  app.get(
    "/api/collections/:c",
    {
      schema: {
        operationId: "getCollection",
        tags: ["collections"],
        params,
        response: { 200: collectionSummarySchema },
      },
    },
    async (request, reply) => {
      const row = await context.row(request.params.c);
      reply.header("etag", tag(row)).header("cache-control", "private, no-cache");
      return summary(row);
    },
  );

  app.patch(
    "/api/collections/:c",
    {
      schema: {
        operationId: "renameCollection",
        tags: ["collections"],
        params,
        body: collectionPostSchema,
        response: { 200: collectionSummarySchema },
      },
    },
    async (request, reply) => {
      const { c } = request.params;
      const row = await store.renameCollection(
        c,
        request.body.name,
        writeOptions(request, hashOf([c, request.body])),
      );
      reply.header("etag", tag(row));
      return summary(row);
    },
  );

  app.delete(
    "/api/collections/:c",
    {
      schema: {
        operationId: "deleteCollection",
        tags: ["collections"],
        params,
        response: { 204: z.undefined() },
      },
    },
    async (request, reply) => {
      await store.deleteCollection(
        request.params.c,
        writeOptions(request, hashOf([request.params.c, "delete"])),
      );
      reply.status(204).send();
    },
  );
}
