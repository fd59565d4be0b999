/** The exporter's child: one collection in, its files out. */
import { writeExport } from "./export-files.ts";
import type { ExportReply, ExportRequest } from "./exporter.ts";

process.once("message", ({ collection, to, title }: ExportRequest) => {
  let reply: ExportReply;
  try {
    reply = { files: writeExport(collection, to, title) };
  } catch (error) {
    reply = { failure: error instanceof Error ? error.message : String(error) };
  }
  process.send!(reply);
});
