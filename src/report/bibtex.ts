/** A quotation's source as BibTeX, for biblatex and classic styles alike; UTF-8, as all current tools read it. */
import { annotationOf, authorsOf, dateParts } from "./csl.ts";
import { oneLine } from "./lines.ts";
import type { Quotation } from "./quotation.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const SPECIAL: Record<string, string> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  // BibTeX counts braces even where a backslash stands before them, so these have names.
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "&": "\\&",
  "%": "\\%",
  $: "\\$",
  "#": "\\#",
  _: "\\_",
};

/** Text as TeX shows it. */
export function texText(text: string): string {
  return oneLine(text).replace(/[\\~^{}&%$#_]/g, (c) => SPECIAL[c]!);
}

/** An address is read as it stands; braces and backslashes would still end the field. */
function texUrl(url: string): string {
  return url.replace(/[{}\\\s]/g, encodeURIComponent);
}

/** One entry; its key is the quotation's id. */
function bibtexEntry(q: Quotation): string {
  const date = dateParts(q.publishedAt);
  const [year, month, day] = date ?? [];
  const report = q.kind === "report";
  // Braces around each name keep "Ministry of Water" and "Ana Ruiz" whole.
  const authors = authorsOf(q).map((name) => `{${texText(name)}}`);
  const fields: [string, string][] = [["author", `{${authors.join(" and ")}}`]];
  const add = (name: string, value: string | null | undefined) => {
    if (value !== null && value !== undefined) fields.push([name, value]);
  };
  add("title", q.title === null ? null : `{{${texText(q.title)}}}`);
  add(report ? "journal" : "howpublished", `{${texText(q.outlet)}}`);
  add("year", year === undefined ? null : `{${year}}`);
  add("month", month === undefined ? null : MONTHS[month - 1]);
  add("day", day === undefined ? null : `{${day}}`);
  add("pages", q.page === null ? null : `{${texText(q.page)}}`);
  add("url", q.address === null ? null : `{${texUrl(q.address)}}`);
  add("annote", `{${texText(annotationOf(q))}}`);
  const lines = fields.map(([name, value]) => `  ${name} = ${value}`);
  return `@${report ? "article" : "misc"}{${q.id.replace(/[^A-Za-z0-9:._-]/gu, "_")},\n${lines.join(",\n")}\n}`;
}

/** All entries, parted by blank lines, ending with a line feed. */
export function bibtex(quotations: readonly Quotation[]): string {
  return `${quotations.map(bibtexEntry).join("\n\n")}\n`;
}
