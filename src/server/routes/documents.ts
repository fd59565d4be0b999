import { z } from "zod";
import { ReadoutError } from "../../errors.ts";
import type { NewDocument, DocumentRow as StoredDocument } from "../../store/store.ts";
import { type App, type Context, writeOptions } from "../context.ts";
import {
  type DocumentRow,
  documentAnswerSchema,
  documentRowSchema,
  documentsAnswerSchema,
  documentsPostedSchema,
  documentsPostSchema,
  documentsQuery,
  id,
  revision,
} from "../contract.ts";
import { readingOf } from "../reading.ts";
import { hashOf, hashOfBytes } from "../request-hash.ts";
import { readUpload } from "../upload.ts";
import type { Views } from "../views.ts";

const params = z.object({ c: id });
const documentParams = params.extend({ d: id });

/** Rows as the API shows them; loads their articles for side and kind. */
async function documentRows(views: Views, rows: readonly StoredDocument[]): Promise<DocumentRow[]> {
  await views.load(rows.map((r) => r.article).filter((a) => a !== null));
  return rows.map((row) => {
    const { origin, error } = row;
    return {
      id: row.id,
      name: row.name,
      origin: {
        kind: origin.kind,
        address: origin.kind === "address" ? origin.url : null,
        of: origin.kind === "part" ? origin.of : null,
      },
      status: row.status,
      progress: row.status === "reading" ? Math.min(1, Math.max(0, row.progress)) : null,
      error: error && { code: error.code, message: error.message, details: {} },
      warnings: row.warnings,
      added: row.added,
      article: row.article === null ? null : views.article(row.article),
      statements: row.statements,
      checked: row.article === null ? 0 : checkedIn(views, row.article),
    };
  });
}

function checkedIn(views: Views, article: string): number {
  return views.digest.checkedByArticle().get(article) ?? 0;
}

/** What a JSON body asks to be read. */
function newDocument(body: z.infer<typeof documentsPostSchema>): NewDocument {
  if ("text" in body) {
    const { text, title, outlet, byline, date, url, side, kind } = body;
    const metadata = {
      title: title ?? null,
      outlet: outlet ?? null,
      byline: byline ?? null,
      date: date ?? null,
      url: url ?? null,
      side: side ?? null,
      kind: kind ?? null,
    };
    return { kind: "text", text, metadata };
  }
  return { kind: "address", url: "url" in body ? body.url : body.feed };
}

/** Documents: give, list, read, download, delete, try again. */
export function documentRoutes(app: App, context: Context): void {
  const { store } = context.deps;

  app.post(
    "/api/collections/:c/documents",
    {
      // Files come as multipart/form-data, field "files"; their names may hold folders.
      schema: {
        operationId: "addDocuments",
        tags: ["documents"],
        consumes: ["application/json", "multipart/form-data"],
        params,
        body: documentsPostSchema.optional().nullable(),
        response: { 202: documentsPostedSchema },
      },
    },
    async (request, reply) => {
      const { c } = request.params;
      await context.row(c);
      let documents: NewDocument[];
      let hash: string;
      if (request.isMultipart()) {
        documents = await readUpload(request);
        hash = hashOf([c, documents.map((d) => d.kind === "file" && [d.name, hashOfBytes(d.bytes)])]);
      } else {
        if (!request.body)
          throw new ReadoutError("REQUEST_INVALID", { detail: "give files, {url}, {feed} or {text}" });
        documents = [newDocument(request.body)];
        hash = hashOf([c, request.body]);
      }
      const added = await store.addDocuments(c, documents, writeOptions(request, hash));
      const views = await context.views(c, { statements: true });
      reply.status(202);
      return { revision: added.revision, documents: await documentRows(views, added.documents) };
    },
  );

  app.get(
    "/api/collections/:c/documents",
    {
      schema: {
        operationId: "listDocuments",
        tags: ["documents"],
        params,
        querystring: documentsQuery,
        response: { 200: documentsAnswerSchema },
      },
    },
    async (request, reply) => {
      const { after, limit, status } = request.query;
      const views = await context.views(request.params.c, { statements: true });
      const page = await store.documents(request.params.c, {
        after: after ?? null,
        limit: limit ?? 100,
        status: status ?? null,
      });
      reply.header("cache-control", "no-store");
      const { row } = views.digest;
      const total = status === undefined ? row.documents : row[status];
      return {
        revision: row.revision,
        documents: await documentRows(views, page.rows),
        next: page.next,
        total,
      };
    },
  );

  app.get(
    "/api/collections/:c/documents/:d",
    {
      schema: {
        operationId: "readDocument",
        tags: ["documents"],
        params: documentParams,
        response: { 200: documentAnswerSchema },
      },
    },
    async (request, reply) => {
      const { c, d } = request.params;
      const views = await context.views(c, { statements: true });
      const found =
        views.digest.documents.get(d) ?? views.digest.documentOf.get(d) ?? (await store.document(c, d));
      if (!found) throw new ReadoutError("NOT_FOUND", { thing: "document", id: d });
      if (found.status === "read" && context.unchanged(request, reply, views.digest.row.revision))
        return reply;
      const [document] = await documentRows(views, [found]);
      return {
        revision: views.digest.row.revision,
        document: document!,
        ...(await readingOf(views, store, found)),
      };
    },
  );

  app.delete(
    "/api/collections/:c/documents/:d",
    {
      schema: {
        operationId: "deleteDocument",
        tags: ["documents"],
        params: documentParams,
        response: { 200: z.object({ revision }) },
      },
    },
    async (request) => {
      const { c, d } = request.params;
      return store.deleteDocument(c, d, writeOptions(request, hashOf([c, d, "delete"])));
    },
  );

  app.post(
    "/api/collections/:c/documents/:d/retry",
    {
      schema: {
        operationId: "retryDocument",
        tags: ["documents"],
        params: documentParams,
        response: { 202: documentRowSchema },
      },
    },
    async (request, reply) => {
      const { c, d } = request.params;
      const row = await store.retryDocument(c, d);
      const [document] = await documentRows(await context.views(c, { statements: true }), [row]);
      reply.status(202);
      return document!;
    },
  );

  app.get(
    "/api/collections/:c/documents/:d/original",
    { schema: { operationId: "getOriginal", tags: ["documents"], params: documentParams } },
    async (request, reply) => {
      const { c, d } = request.params;
      const original = await store.original(c, d);
      if (!original) throw new ReadoutError("NOT_FOUND", { thing: "original", id: d });
      // A stranger's file is never shown by our own origin: always a download, never of a type that a browser runs.
      reply
        .type("application/octet-stream")
        .header("content-disposition", attachment(original.name))
        .header("etag", `"${original.sha256}"`);
      return reply.send(Buffer.from(original.bytes));
    },
  );
}

/** The Content-Disposition of a download: RFC 6266, with a plain name beside the encoded one. */
export function attachment(path: string): string {
  const name = path.split(/[/\\]/u).filter(Boolean).at(-1) ?? "original";
  const plain = name.replace(/[^\w.() -]/gu, "_").slice(-100);
  const encoded = encodeURIComponent(wellFormed(name.slice(-100))).replace(
    /['()*]/gu,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** Half a surrogate pair can't be encoded. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "_");
}
