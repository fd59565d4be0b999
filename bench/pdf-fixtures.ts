/**
 * Makes the PDFs among the fixtures of ingest anew, with what must and must not be found in them; expected.json is then
 * written by bench/ingest-fixture.ts.
 *   npx tsx bench/pdf-fixtures.ts [NAME…]
 */
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fixtureRoot } from "../src/ingest/fixtures/fixture.ts";
import { CASES, type PdfCase } from "./pdf-cases.ts";

function make({ program, source }: PdfCase, folder: string): string {
  const out = join(folder, "out.pdf");
  const run = (name: string, args: string[], input?: string) =>
    execFileSync(name, args, { cwd: folder, input, stdio: ["pipe", "pipe", "ignore"], timeout: 120_000 });
  const write = (name: string) => writeFileSync(join(folder, name), source);
  if (program === "chromium") {
    write("in.html");
    run("chromium", [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--no-pdf-header-footer",
      `--user-data-dir=${folder}/profile`,
      "--print-to-pdf=out.pdf",
      "in.html",
    ]);
  } else if (program === "weasyprint") {
    write("in.html");
    run("weasyprint", ["-q", "in.html", "out.pdf"]);
  } else if (program === "pdflatex") {
    write("out.tex");
    run("pdflatex", ["-interaction=batchmode", "out.tex"]);
    run("pdflatex", ["-interaction=batchmode", "out.tex"]);
  } else if (program === "groff") writeFileSync(out, run("groff", ["-ms", "-k", "-Tpdf"], source));
  else if (program === "ps2pdf") {
    writeFileSync(join(folder, "in.ps"), run("groff", ["-ms", "-k", "-Tps"], source));
    run("ps2pdf", ["in.ps", "out.pdf"]);
  } else if (program === "soffice") {
    write("out.fodt");
    run("soffice", [
      `-env:UserInstallation=file://${folder}/profile`,
      "--headless",
      "--convert-to",
      "pdf",
      "out.fodt",
    ]);
  } else if (program === "pandoc") {
    write("in.md");
    run("pandoc", ["-s", "in.md", "-o", "out.pdf", "--pdf-engine=weasyprint"]);
  } else if (program === "python")
    run(source.includes("import cairo") ? "/usr/bin/python3" : "python3", ["-"], source);
  else {
    const args = source.split(" ");
    const from = join(fixtureRoot, args.pop()!, "input.pdf");
    run("qpdf", ["--static-id", "--allow-weak-crypto", from, ...args, out]);
  }
  return out;
}

function main(names: readonly string[]): void {
  const folder = mkdtempSync(join(tmpdir(), "pdf-"));
  for (const one of CASES) {
    if (names.length > 0 && !names.includes(one.name)) continue;
    const to = join(fixtureRoot, one.name);
    mkdirSync(to, { recursive: true });
    copyFileSync(make(one, folder), join(to, "input.pdf"));
    writeFileSync(join(to, "planted.json"), `${JSON.stringify(one.planted, null, 2)}\n`);
    console.log(one.name);
  }
  rmSync(folder, { recursive: true });
}

main(process.argv.slice(2));
