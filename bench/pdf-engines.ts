/** Sets a report with programs that make PDFs as people have them: LaTeX, groff, LibreOffice, WeasyPrint. */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { NOTE, type Report } from "./pdf-text.ts";

/** How a report is set; which values an engine heeds is its own matter. */
export interface Style {
  columns: number;
  size: number;
  justified: boolean;
  /** Paragraphs begin with an indent, else after a space. */
  indented: boolean;
  /** Title over all columns. */
  wideTitle: boolean;
  letter: boolean;
  firstPage: number;
  serif: boolean;
}

export interface Engine {
  name: string;
  program: string;
  set(report: Report, style: Style, folder: string): string;
}

const run = (program: string, args: string[], cwd: string, input?: string) =>
  execFileSync(program, args, { cwd, input, stdio: ["pipe", "pipe", "ignore"], timeout: 120_000 });

function html(report: Report, style: Style): string {
  let note = 0;
  const escaped = (words: string) => words.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const body = report.blocks
    .map(({ heading, text }) => {
      const words = escaped(text).replaceAll(
        NOTE,
        () => `<span class="fn">${escaped(report.notes[note++]!)}</span>`,
      );
      return heading ? `<h2>${words}</h2>` : `<p>${words}</p>`;
    })
    .join("\n");
  const font = style.serif ? "Liberation Serif" : "DejaVu Sans";
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(report.title)}</title><style>
@page { size: ${style.letter ? "letter" : "A4"}; margin: 2.2cm 1.8cm; @footnote { border-top: 0.5pt solid; margin-top: 6pt; padding-top: 4pt }
  @top-${style.firstPage % 2 ? "left" : "right"} { content: "${escaped(report.head)}"; font-size: 8pt } @bottom-center { content: counter(page); font-size: 8pt } }
@page :first { counter-set: page ${style.firstPage} }
body { font: ${style.size}pt/1.3 "${font}"; margin: 0; ${style.justified ? "text-align: justify;" : ""} hyphens: auto }
p { margin: ${style.indented ? "0" : "0 0 0.7em"}; ${style.indented ? "text-indent: 1.2em;" : ""} }
h1 { font-size: 1.7em; text-align: left } h2 { font-size: 1.15em; margin: 0.8em 0 0.3em; text-align: left }
main { columns: ${style.columns}; column-gap: 0.7cm } ::footnote-marker { content: counter(footnote) ' ' } .fn { float: footnote; font-size: 0.78em; text-align: left; text-indent: 0 }
</style></head><body>${style.wideTitle ? `<h1>${escaped(report.title)}</h1><p style="text-indent:0">${report.author}</p><main>` : `<main><h1>${escaped(report.title)}</h1><p>${report.author}</p>`}${body}</main></body></html>`;
}

function latex(report: Report, style: Style): string {
  let note = 0;
  const tex = (words: string) =>
    words
      .replace(/[&%$#_]/g, (c) => `\\${c}`)
      .replaceAll("§", "\\S{}")
      .replaceAll("“", "``")
      .replaceAll("”", "''")
      .replaceAll(NOTE, () => `\\footnote{${tex(report.notes[note++]!)}}`);
  const body = report.blocks
    .map(({ heading, text }) => (heading ? `\\section*{${tex(text)}}` : `${tex(text)}\n`))
    .join("\n");
  const [title, author] = [tex(report.title), tex(report.author)];
  const head =
    style.wideTitle && style.columns > 1
      ? `\\twocolumn[\\begin{center}{\\LARGE ${title}}\\par\\medskip ${author}\\par\\bigskip\\end{center}]`
      : `\\begin{center}{\\LARGE ${title}}\\par\\medskip ${author}\\end{center}`;
  return `\\documentclass[${style.columns > 1 ? "twocolumn," : ""}${style.size > 10 ? "11pt" : "10pt"},${style.letter ? "letterpaper" : "a4paper"}]{article}
\\usepackage[T1]{fontenc}\\usepackage[utf8]{inputenc}${style.serif ? "\\usepackage{mathptmx}" : "\\usepackage{helvet}\\renewcommand{\\familydefault}{\\sfdefault}"}
\\usepackage[margin=2cm]{geometry}\\usepackage{fancyhdr}\\pagestyle{fancy}\\fancyhf{}\\fancyhead[L]{\\small ${tex(report.head)}}\\fancyhead[R]{\\thepage}
${style.indented ? "" : "\\setlength{\\parindent}{0pt}\\setlength{\\parskip}{6pt}"}${style.justified ? "" : `\\raggedright\\hyphenpenalty=100${style.indented ? "\\setlength{\\parindent}{14pt}" : ""}`}
\\setlength{\\columnsep}{${style.size > 10 ? 24 : 16}pt}\\setcounter{page}{${style.firstPage}}
\\begin{document}${head}
${body}\\end{document}`;
}

function groff(report: Report, style: Style): string {
  let note = 0;
  const roff = (words: string) => words.replaceAll("\\", "\\e").replace(/^[.']/, "\\&$&");
  const paragraph = (text: string) => {
    const [first, ...rest] = text.split(NOTE);
    return (
      roff(first!) +
      rest.map((part) => `\\**\n.FS\n${roff(report.notes[note++]!)}\n.FE\n${roff(part.trimStart())}`).join("")
    );
  };
  const body = report.blocks
    .map(({ heading, text }) =>
      heading ? `.SH\n${text}` : `${style.indented ? ".PP" : ".LP"}\n${paragraph(text)}`,
    )
    .join("\n")
    .replace(/\n\n+/g, "\n");
  return `.nr PS ${style.size}\n.nr VS ${style.size + 2}\n.nr PO 1i\n.nr LL 6.3i\n.nr HM 1i\n.nr FM 1i\n.nr GROWPS 2\n.nr PSINCR 1.5p\n.fam ${style.serif ? "T" : "H"}
.ds LH ${report.head}\n.ds CH\n.ds RH \\\\n%\n.ds CF\n.pn ${style.firstPage}\n.P1\n.TL\n${report.title}\n.AU\n${report.author}\n${style.columns > 1 ? ".2C" : ".1C"}\n${style.justified ? "" : ".ad l\n"}${body}\n`;
}

function openDocument(report: Report, style: Style): string {
  let note = 0;
  const xml = (words: string) => words.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const fill = (text: string) =>
    xml(text).replaceAll(NOTE, () => {
      const words = xml(report.notes[note++]!);
      return `<text:note text:id="n${note}" text:note-class="footnote"><text:note-citation>${note}</text:note-citation><text:note-body><text:p text:style-name="Footnote">${words}</text:p></text:note-body></text:note>`;
    });
  const body = report.blocks
    .map(
      ({ heading, text }) => `<text:p text:style-name="${heading ? "Head" : "Body"}">${fill(text)}</text:p>`,
    )
    .join("");
  const top = `<text:p text:style-name="Title">${xml(report.title)}</text:p><text:p text:style-name="Author">${xml(report.author)}</text:p>`;
  const section = (inner: string) =>
    `<text:section text:style-name="Columns" text:name="s">${inner}</text:section>`;
  const font = style.serif ? "Liberation Serif" : "Liberation Sans";
  return `<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="F" svg:font-family="'${font}'"/></office:font-face-decls>
<office:styles><style:default-style style:family="paragraph"><style:paragraph-properties fo:hyphenation-ladder-count="no-limit"/><style:text-properties style:font-name="F" fo:font-size="${style.size}pt" fo:language="en" fo:country="US" fo:hyphenate="true" fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2"/></style:default-style>
<style:style style:name="Title" style:family="paragraph" style:master-page-name="Standard"><style:paragraph-properties fo:margin-bottom="6pt" style:page-number="${style.firstPage}"/><style:text-properties fo:font-size="18pt" fo:font-weight="bold" fo:hyphenate="false"/></style:style>
<style:style style:name="Author" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="10pt"/></style:style>
<style:style style:name="Head" style:family="paragraph"><style:paragraph-properties fo:margin-top="8pt" fo:margin-bottom="4pt" fo:keep-with-next="always"/><style:text-properties fo:font-weight="bold" fo:font-size="${style.size + 1.5}pt" fo:hyphenate="false"/></style:style>
<style:style style:name="Body" style:family="paragraph"><style:paragraph-properties fo:text-align="${style.justified ? "justify" : "left"}" ${style.indented ? 'fo:text-indent="14pt"' : 'fo:margin-bottom="6pt"'}/></style:style>
<style:style style:name="Footnote" style:family="paragraph"><style:paragraph-properties fo:margin-left="0.24in" fo:text-indent="-0.24in"/><style:text-properties fo:font-size="${style.size - 2.5}pt"/></style:style>
<style:style style:name="Mark" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style><style:style style:name="Own" style:family="text"/>
<text:notes-configuration text:note-class="footnote" style:num-format="1" text:start-value="0" text:citation-style-name="Own" text:citation-body-style-name="Mark" text:footnotes-position="page" text:start-numbering-at="document"/>
</office:styles>
<office:automatic-styles><style:style style:name="Columns" style:family="section"><style:section-properties text:dont-balance-text-columns="false"><style:columns fo:column-count="${style.columns}" fo:column-gap="18pt"/></style:section-properties></style:style>
<style:page-layout style:name="P"><style:page-layout-properties fo:page-width="${style.letter ? "612pt" : "595pt"}" fo:page-height="${style.letter ? "792pt" : "842pt"}" fo:margin="50pt"/><style:header-style><style:header-footer-properties fo:min-height="20pt" fo:margin-bottom="10pt"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="20pt" fo:margin-top="10pt"/></style:footer-style></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="P"><style:header><text:p>${xml(report.head)}</text:p></style:header><style:footer><text:p>Page <text:page-number text:select-page="current">1</text:page-number></text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>${style.wideTitle ? top + section(body) : section(top + body)}</office:text></office:body></office:document>`;
}

export const ENGINES: readonly Engine[] = [
  {
    name: "weasyprint",
    program: "weasyprint",
    set(report, style, folder) {
      writeFileSync(join(folder, "in.html"), html(report, style));
      run("weasyprint", ["-q", "in.html", "out.pdf"], folder);
      return join(folder, "out.pdf");
    },
  },
  {
    name: "latex",
    program: "pdflatex",
    set(report, style, folder) {
      writeFileSync(join(folder, "out.tex"), latex(report, style));
      run("pdflatex", ["-interaction=batchmode", "out.tex"], folder);
      return join(folder, "out.pdf");
    },
  },
  {
    name: "groff",
    program: "groff",
    set(report, style, folder) {
      const pdf = run(
        "groff",
        ["-ms", "-k", "-Tpdf", `-P-p${style.letter ? "letter" : "a4"}`],
        folder,
        groff(report, style),
      );
      writeFileSync(join(folder, "out.pdf"), pdf);
      return join(folder, "out.pdf");
    },
  },
  {
    name: "libreoffice",
    program: "soffice",
    set(report, style, folder) {
      writeFileSync(join(folder, "out.fodt"), openDocument(report, style));
      run(
        "soffice",
        [`-env:UserInstallation=file://${folder}/profile`, "--headless", "--convert-to", "pdf", "out.fodt"],
        folder,
      );
      return join(folder, "out.pdf");
    },
  },
];
