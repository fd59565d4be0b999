import { ReadoutError } from "../errors.ts";
import type { Collection } from "../model.ts";
import { bibtex } from "../report/bibtex.ts";
import { exportBrat } from "../report/brat.ts";
import { cslJson } from "../report/csl.ts";
import type { ExportFile } from "../report/export-file.ts";
import { reportHtml } from "../report/html.ts";
import { exportJsonLd } from "../report/jsonld.ts";
import { exportMarkdown } from "../report/markdown/report.ts";
import { type Quotation, quotationOf } from "../report/quotation.ts";
import { exportCsv } from "../report/tables.ts";
import { view } from "../report/view.ts";
import { exportWebAnnotation } from "../report/web-annotation.ts";

/** A collection in another tool's format, named as `readout export` names it; "html" is the report. */
export function writeExport(collection: Collection, to: string, title: string | null): ExportFile[] {
  const titled = title === null ? {} : { title };
  switch (to) {
    case "html":
      return [{ name: "readout.html", text: reportHtml(collection, titled) }];
    case "webannotation":
      return [{ name: "readout.anno.jsonld", text: exportWebAnnotation(collection) }];
    case "jsonld":
      return [{ name: "readout.schema.jsonld", text: exportJsonLd(collection) }];
    case "markdown":
      return [{ name: "readout.md", text: exportMarkdown(collection, titled) }];
    case "csv":
      return exportCsv(collection);
    case "brat":
      return exportBrat(collection);
    case "csl":
      return [{ name: "readout.json", text: cslJson(quotations(collection)) }];
    case "bibtex":
      return [{ name: "readout.bib", text: bibtex(quotations(collection)) }];
    default:
      throw new ReadoutError("REQUEST_INVALID", { detail: `there is no export “${to}”` });
  }
}

function quotations(collection: Collection): Quotation[] {
  const v = view(collection);
  return [...v.statements.values()]
    .filter((found) => !found.narrated)
    .map((found) => quotationOf(v, found))
    .filter((q) => q !== null);
}
