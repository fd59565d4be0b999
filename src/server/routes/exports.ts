import { type Zippable, zip } from "fflate";
import { z } from "zod";
import type { Collection } from "../../model.ts";
import type { ExportFile } from "../../report/export-file.ts";
import type { App, Context } from "../context.ts";
import { exportQuery, id, reportQuery } from "../contract.ts";
import { onlyChecked } from "../only-checked.ts";
import { attachment } from "./documents.ts";

const params = z.object({ c: id });

const TYPES: Record<string, string> = {
  html: "text/html; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  json: "application/json; charset=utf-8",
  jsonld: "application/ld+json; charset=utf-8",
  bib: "application/x-bibtex; charset=utf-8",
};

/** The one-page report, all exports, and the collection as the command line saves it: downloads all of them. */
export function exportRoutes(app: App, context: Context): void {
  const { store, exporter } = context.deps;

  async function collection(c: string, checked: boolean): Promise<Collection> {
    const whole = await store.whole(c);
    if (!checked) return whole;
    const { digest } = await context.views(c, { statements: true });
    const right = [...digest.statements.values()].filter(
      (s) => s.checking.status === "checked" || s.checking.status === "corrected",
    );
    return onlyChecked(whole, new Set(right.map((s) => s.id)));
  }

  app.get(
    "/api/collections/:c/export",
    {
      schema: {
        operationId: "export",
        tags: ["share"],
        description: "One file, or several as a zip.",
        params,
        querystring: exportQuery,
      },
    },
    async (request, reply) => {
      const { to, checked } = request.query;
      const row = await context.row(request.params.c);
      const files = await exporter.write(await collection(row.id, checked === "true"), to, {
        title: row.name,
      });
      const [only] = files;
      if (files.length === 1 && only) {
        const type = TYPES[only.name.split(".").at(-1) ?? ""] ?? "text/plain; charset=utf-8";
        reply.type(type).header("content-disposition", attachment(only.name));
        return reply.send(only.text);
      }
      reply.type("application/zip").header("content-disposition", attachment(`readout-${to}.zip`));
      return reply.send(await zipped(files));
    },
  );

  app.get(
    "/api/collections/:c/report.html",
    { schema: { operationId: "report", tags: ["share"], params, querystring: reportQuery } },
    async (request, reply) => {
      const { checked, title } = request.query;
      const row = await context.row(request.params.c);
      const [file] = await exporter.write(await collection(row.id, checked === "true"), "html", {
        title: title ?? row.name,
      });
      // The report has a policy of its own with hashes of its script and style; as a download it never runs here.
      reply.type(TYPES.html!).header("content-disposition", attachment(`${row.name}.html`));
      return reply.send(file?.text ?? "");
    },
  );

  app.get(
    "/api/collections/:c/collection.json",
    { schema: { operationId: "saveCollection", tags: ["share"], params } },
    async (request, reply) => {
      const row = await context.row(request.params.c);
      const whole = await store.whole(row.id);
      reply.type(TYPES.json!).header("content-disposition", attachment(`${row.name}.json`));
      return reply.send(JSON.stringify(whole));
    },
  );
}

function zipped(files: readonly ExportFile[]): Promise<Buffer> {
  const encoder = new TextEncoder();
  const entries: Zippable = Object.fromEntries(files.map((f) => [f.name, encoder.encode(f.text)]));
  return new Promise((resolve, reject) =>
    zip(entries, { level: 6 }, (error, data) => (error ? reject(error) : resolve(Buffer.from(data)))),
  );
}
