/** The PDFs among the fixtures of ingest: what they say, and with which program they are made. All of it is invented. */

export interface Planted {
  /** Words that must stand in the text exactly once, with the label of their page. */
  spans: [words: string, label: string][];
  /** Words that must not: heads, feet, numbers, watermarks. */
  absent: string[];
}

export interface PdfCase {
  name: string;
  program:
    | "chromium"
    | "weasyprint"
    | "pdflatex"
    | "groff"
    | "ps2pdf"
    | "soffice"
    | "pandoc"
    | "python"
    | "qpdf";
  /** The program's input: HTML, TeX, roff, flat OpenDocument, Markdown, a Python script, or qpdf's arguments. */
  source: string;
  planted: Planted;
}

const page = (css: string, body: string, title = "", lang = "en") =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title><style>body{font:10.5pt/1.35 "Liberation Serif";hyphens:auto}${css}</style></head><body>${body}</body></html>`;

const QUARRY = [
  "The quarry above Tarn will stay closed until the inspectors have finished their work, the Ministry of Works of Arland said on Tuesday. “We do not know how the water got into the lower gallery,” said Ilse Brandt, who leads the inspection. She had been asked to report by the end of the month.",
  "Officials in neighbouring Westmark said that they had warned of the danger twice. A spokesman, Tomas Reyer, told reporters that letters had been sent in March and in May and that nobody had answered them. The ministry denied that it had received any such letters.",
  "The company that runs the quarry, Hallam Stone, declined to comment on the dispute. It employs 340 people in the valley, most of whom have been sent home without pay. Their union called the decision heartless and said that it would go to court.",
  "The mayor of Tarn, Runa Oddsdottir, said that the town would not accept another winter without work. “Nobody has told us anything for eleven days,” she said. She asked the two governments to publish what they had written to each other.",
  "Neither government has done so. A person familiar with the correspondence said that it ran to more than sixty pages and that most of it concerned the cost of pumping. The talks will go on in Lissen on Friday.",
];

const paragraphs = (texts: readonly string[], tag = "p") =>
  texts.map((text) => `<${tag}>${text}</${tag}>`).join("");

const fodt = (
  styles: string,
  layout: string,
  master: string,
  body: string,
) => `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="F" svg:font-family="'Liberation Serif'"/></office:font-face-decls>
<office:styles><style:default-style style:family="paragraph"><style:text-properties style:font-name="F" fo:font-size="11pt" fo:language="en" fo:country="US" fo:hyphenate="true" fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2"/></style:default-style>
<style:style style:name="T" style:family="paragraph"><style:paragraph-properties fo:text-align="center" fo:margin-bottom="10pt"/><style:text-properties fo:font-size="16pt" fo:font-weight="bold"/></style:style>
<style:style style:name="C" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/></style:style>
<style:style style:name="R" style:family="paragraph"><style:paragraph-properties fo:text-align="end" fo:margin-bottom="14pt"/></style:style>
<style:style style:name="P" style:family="paragraph"><style:paragraph-properties fo:text-align="justify" fo:margin-bottom="7pt"/></style:style>
<style:style style:name="I" style:family="paragraph"><style:paragraph-properties fo:text-align="justify" fo:text-indent="14pt"/></style:style>
<style:style style:name="N" style:family="paragraph"><style:paragraph-properties fo:margin-left="0.24in" fo:text-indent="-0.24in"/><style:text-properties fo:font-size="9pt"/></style:style>
<style:style style:name="Mark" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style><style:style style:name="Own" style:family="text"/>
${styles}<text:notes-configuration text:note-class="footnote" style:num-format="1" text:start-value="0" text:citation-style-name="Own" text:citation-body-style-name="Mark" text:footnotes-position="page" text:start-numbering-at="document"/></office:styles>
<office:automatic-styles>${layout}</office:automatic-styles><office:master-styles>${master}</office:master-styles><office:body><office:text>${body}</office:text></office:body></office:document>`;

const plainLayout =
  '<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="595pt" fo:page-height="400pt" fo:margin="56pt"/><style:header-style><style:header-footer-properties fo:min-height="18pt" fo:margin-bottom="10pt"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="18pt" fo:margin-top="10pt"/></style:footer-style></style:page-layout>';
const plainMaster = (head: string) =>
  `<style:master-page style:name="Standard" style:page-layout-name="L"><style:header><text:p>${head}</text:p></style:header><style:footer><text:p text:style-name="C">– <text:page-number text:select-page="current">1</text:page-number> –</text:p></style:footer></style:master-page>`;
const p = (style: string, text: string) => `<text:p text:style-name="${style}">${text}</text:p>`;

const tex = (body: string, options = "10pt,twocolumn", fonts = "\\usepackage{mathptmx}") =>
  `\\documentclass[${options}]{article}\\usepackage[T1]{fontenc}\\usepackage[utf8]{inputenc}${fonts}\\usepackage[paperwidth=420pt,paperheight=520pt,margin=40pt]{geometry}\\begin{document}${body}\\end{document}`;
const texQuotes = (text: string) => text.replaceAll("“", "``").replaceAll("”", "''");

const reportlab = (body: string) => `
from reportlab.pdfgen import canvas
from reportlab.lib.pagesizes import letter
from reportlab.platypus import *
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
c = canvas.Canvas("out.pdf", pagesize=letter, invariant=1)
W, H = letter
Q = ${JSON.stringify(QUARRY)}
${body}
`;

export const CASES: readonly PdfCase[] = [
  {
    name: "pdf-chromium-news",
    program: "chromium",
    source: page(
      "@page{size:A5;margin:18mm}h1{font-size:20pt}.by{font-style:italic}",
      `<h1>Quarry above Tarn stays closed</h1><p class="by">By Mara Field</p><p>June 9, 2026</p>${paragraphs(QUARRY)}`,
      "Quarry above Tarn stays closed",
    ),
    planted: {
      spans: [
        ["“We do not know how the water got into the lower gallery,” said Ilse Brandt", "1"],
        ["the cost of pumping. The talks will go on in Lissen on Friday.", "1"],
      ],
      absent: [],
    },
  },
  {
    name: "pdf-chromium-three-columns",
    program: "chromium",
    source: page(
      "@page{size:A4;margin:16mm}h1{font-size:26pt;column-span:all;margin:0 0 8pt}main{columns:3;column-gap:14pt;text-align:justify;font-size:9pt}p{margin:0;text-indent:1em}aside{border:1pt solid;padding:6pt;margin:6pt 0;text-indent:0;font:bold 8pt/1.3 'Liberation Sans';text-align:left;break-inside:avoid}",
      `<main><h1>What the valley lost</h1>${paragraphs(QUARRY.slice(0, 3))}<aside>The quarry in figures: 340 workers, 11 days, 60 pages of letters.</aside>${paragraphs(QUARRY.slice(3))}${paragraphs(QUARRY.slice(0, 2).map((text) => text.replaceAll("Tarn", "Maddock").replaceAll("Tuesday", "Monday")))}</main>`,
      "What the valley lost",
    ),
    planted: {
      spans: [
        ["It employs 340 people in the valley, most of whom have been sent home without pay.", "1"],
        ["The quarry in figures: 340 workers, 11 days, 60 pages of letters.", "1"],
        ["The quarry above Maddock will stay closed until the inspectors have finished their work", "1"],
      ],
      absent: [],
    },
  },
  {
    name: "pdf-chromium-scripts",
    program: "chromium",
    source: page(
      '@page{size:A5;margin:16mm}body{font-family:"Liberation Serif","Noto Naskh Arabic","Noto Sans Arabic","Noto Sans Hebrew","Noto Sans CJK JP","Noto Color Emoji"}',
      `<h1>Five voices on one river</h1><p>The delegation read its statement in five languages. An interpreter repeated each in English.</p>
<p>Министр заявил, что переговоры о воде продолжатся в пятницу.</p><p dir="rtl" lang="ar">قال الوزير إن المفاوضات حول المياه ستستمر يوم الجمعة (في لیسن).</p><p dir="rtl" lang="he">השר אמר שהשיחות על המים יימשכו ביום שישי 12 ביוני.</p><p lang="ja">大臣は、水に関する協議を金曜日に続けると述べた。町長は「誰も何も知らせてくれなかった」と話した。</p><p>Der Bürgermeister sagte, daß Łódź und Dvořákovo „naïve“ Façaden hätten 👍🏽 und mehr.</p>`,
      "Five voices on one river",
    ),
    planted: {
      spans: [
        ["Министр заявил, что переговоры о воде продолжатся в пятницу.", "1"],
        ["השר אמר שהשיחות על המים יימשכו ביום שישי 12 ביוני.", "1"],
        ["町長は「誰も何も知らせてくれなかった」と話した。", "1"],
        ["قال الوزير إن المفاوضات حول المياه ستستمر يوم الجمعة", "1"],
        ["daß Łódź und Dvořákovo „naïve“ Façaden hätten", "1"],
      ],
      absent: [],
    },
  },
  {
    name: "pdf-chromium-transcript",
    program: "chromium",
    source: page(
      "@page{size:A5;margin:18mm}p{margin:0 0 5pt;padding-left:3em;text-indent:-3em}",
      `<h1>Press conference of the Ministry of Works</h1><p>Lissen, June 12, 2026</p><p>MODERATOR: Good morning. The minister will make a short statement and then take questions from those of you who have put up your hands.</p><p>MINISTER BRANDT: Thank you. The quarry stays closed. I have read what has been written about it and most of it is wrong, as you will see from the papers.</p><p>QUESTION: Did you receive the letters from Westmark or not?</p><p>MINISTER BRANDT: I have not seen them. I am told that nobody in my office has seen them.</p><p>QUESTION: So the answer is no?</p><p>MINISTER BRANDT: The answer is that I have not seen them.</p>`,
      "Press conference",
    ),
    planted: {
      spans: [
        [
          "MODERATOR: Good morning. The minister will make a short statement and then take questions from those of you who have put up your hands.",
          "1",
        ],
        ["QUESTION: So the answer is no?", "1"],
      ],
      absent: [],
    },
  },
  {
    name: "pdf-weasyprint-report",
    program: "weasyprint",
    source: page(
      `@page{size:A5;margin:18mm 16mm;@top-left{content:"Tarn Inquiry · Interim report";font-size:8pt}@bottom-right{content:counter(page);font-size:8pt}@footnote{border-top:.5pt solid;padding-top:3pt}}@page front{@bottom-right{content:counter(page,lower-roman)}}.front{page:front;break-after:page}.fn{float:footnote;font-size:7.5pt}h1{font-size:18pt}.main{counter-reset:page 1}`,
      `<div class="front"><h1>The water in the lower gallery</h1><p>Interim report of the Tarn Inquiry, 30 June 2026. This report was written at the request of both governments, and neither of them has seen it before its publication.</p></div><div class="main"><h2>1. How the inquiry worked</h2><p>${QUARRY[0]}<span class="fn">Evidence of Ilse Brandt, 14 June 2026, transcript, p. 31.</span></p><p>${QUARRY[1]}</p><p>${QUARRY[2]}<span class="fn">Letter of Hallam Stone to the Inquiry, 2 June 2026.</span></p><h2>2. What was not answered</h2>${paragraphs(QUARRY.slice(3))}</div>`,
      "The water in the lower gallery",
    ),
    planted: {
      spans: [
        ["She had been asked to report by the end of the month.", "2"],
        ["1. Evidence of Ilse Brandt, 14 June 2026, transcript, p. 31.", "2"],
        ["neither of them has seen it before its publication.", "i"],
      ],
      absent: ["Tarn Inquiry · Interim report", "month.1"],
    },
  },
  {
    name: "pdf-weasyprint-pleading",
    program: "weasyprint",
    source: page(
      `@page{size:letter;margin:1in 0.7in 0.8in 1.4in;@bottom-center{content:"COMPLAINT – " counter(page);font-size:9pt}}body{font:12pt/24pt "Liberation Serif";margin:0;hyphens:none}p{margin:0;text-indent:.5in}h2{font-size:12pt;text-align:center;margin:0;line-height:24pt}.n{position:fixed;left:-0.55in;top:0;text-align:right;width:.3in;text-indent:0}.c{line-height:12pt;text-indent:0;margin:0 0 12pt}`,
      `<div class="n">${Array.from({ length: 25 }, (_, i) => `${i + 1}<br>`).join("")}</div><p class="c">SUPERIOR COURT OF WESTMARK<br>COUNTY OF MADDOCK</p><h2>COMPLAINT FOR DAMAGES</h2><p>1. Plaintiff Runa Oddsdottir is, and at all times mentioned was, a resident of the town of Tarn.</p><p>2. Defendant Hallam Stone is a company that works the quarry described in ¶ 4 below, and is responsible for the pumps in its lower gallery.</p><p>3. On March 3, 2026, plaintiff asked defendant in writing whether the pumps were in working order. Defendant answered on March 9: “They are in perfect order and have been since 2019.”</p><p>4. The lower gallery filled with water on May 29, 2026. Defendant has admitted that two of the three pumps had been out of order since February. See Exhibit A, ¶¶ 12–14.</p><p>5. Plaintiff therefore alleges that the statement quoted in ¶ 3 was false when it was made, and that defendant knew it to be false.</p><h2>FIRST CAUSE OF ACTION</h2><p>6. Plaintiff repeats ¶¶ 1 through 5 as though they were set out here in full.</p>`,
      "Complaint",
    ),
    planted: {
      spans: [
        [
          "2. Defendant Hallam Stone is a company that works the quarry described in ¶ 4 below, and is responsible for the pumps in its lower gallery.",
          "1",
        ],
        ["Defendant answered on March 9: “They are in perfect order and have been since 2019.”", "1"],
        ["6. Plaintiff repeats ¶¶ 1 through 5 as though they were set out here in full.", "1"],
      ],
      absent: ["COMPLAINT –", "24", "25"],
    },
  },
  {
    name: "pdf-libreoffice-communique",
    program: "soffice",
    source: fodt(
      "",
      plainLayout,
      plainMaster("Ministry of Works of Arland"),
      p("T", "Joint communiqué of Arland and Westmark") +
        p("R", "Lissen, 12 June 2026") +
        p(
          "P",
          "The Ministers of Works of Arland and Westmark met in Lissen on 12 June 2026 to discuss the closure of the quarry above Tarn. They were accompanied by their ambassadors and by representatives of the inter-governmental commission.",
        ) +
        p(
          "P",
          "1. The Ministers agreed that the inspection should be concluded without further delay and that its findings should be published in full.",
        ) +
        p(
          "P",
          "2. The Minister of Works of Westmark expressed his Government’s disappointment at the absence of any answer to its letters of March and May. The Minister of Works of Arland took note of this.",
        ) +
        p(
          "P",
          "3. The Ministers reaffirmed their commitment to a long-standing and constructive relationship, and instructed their administrations to continue their consultations on the responsibility for the pumping of the lower gallery.",
        ) +
        p(
          "P",
          "4. The Ministers will meet again face-to-face before the end of the year. The parliamentary committees of both countries will be informed of the implementation of this communiqué.",
        ) +
        p(
          "P",
          "Done at Lissen in two originals, each in the two languages, both texts being equally authentic.",
        ),
    ),
    planted: {
      spans: [
        [
          "3. The Ministers reaffirmed their commitment to a long-standing and constructive relationship",
          "1",
        ],
        ["will meet again face-to-face before the end of the year.", "1"],
      ],
      absent: ["– 1 –"],
    },
  },
  {
    name: "pdf-libreoffice-two-columns",
    program: "soffice",
    source: fodt(
      "",
      `<style:style style:name="S" style:family="section"><style:section-properties><style:columns fo:column-count="2" fo:column-gap="16pt"/></style:section-properties></style:style>${plainLayout}`,
      plainMaster("The Tarn Review, No. 14"),
      `${p("T", "Two letters that nobody read")}<text:section text:style-name="S" text:name="s">${QUARRY.map((text, i) => p("I", i === 1 ? `${text}<text:note text:id="n1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>${p("N", "Reyer, remarks to reporters in Maddock, 10 June 2026.")}</text:note-body></text:note>` : text)).join("")}${QUARRY.slice(
        0,
        3,
      )
        .map((text) => p("I", text.replaceAll("Tarn", "Hallam")))
        .join("")}</text:section>`,
    ),
    planted: {
      spans: [
        ["The ministry denied that it had received any such letters. The company", ""],
        ["1 Reyer, remarks to reporters in Maddock, 10 June 2026.", "1"],
      ].slice(1) as [string, string][],
      absent: ["The Tarn Review, No. 14", "letters.1"],
    },
  },
  {
    name: "pdf-libreoffice-table",
    program: "soffice",
    source: fodt(
      '<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:padding="3pt" fo:border="0.5pt solid #000000"/></style:style>',
      plainLayout,
      plainMaster("Annex B"),
      p(
        "P",
        "The following letters were exchanged between the two governments before the closure of the quarry. The inquiry has seen copies of all of them but the second.",
      ) +
        `<table:table table:name="t"><table:table-column table:number-columns-repeated="3"/>${[
          ["Date", "From", "Answered"],
          ["3 March 2026", "Westmark", "no"],
          ["12 May 2026", "Westmark", "no"],
          ["2 June 2026", "Arland", "4 June 2026"],
        ]
          .map(
            (row) =>
              `<table:table-row>${row.map((cell) => `<table:table-cell table:style-name="Cell"><text:p>${cell}</text:p></table:table-cell>`).join("")}</table:table-row>`,
          )
          .join("")}</table:table>` +
        p("P", "") +
        p(
          "P",
          "The commission could not establish who had received the letter of 12 May. The registry of the ministry shows no entry for that day or for the two days after it.",
        ),
    ),
    planted: { spans: [["2 June 2026\tArland\t4 June 2026", "1"]], absent: [] },
  },
  {
    name: "pdf-latex-two-columns",
    program: "pdflatex",
    source: tex(
      `\\pagestyle{headings}\\title{Correspondence without answers}\\author{Mara Field}\\date{12 June 2026}\\maketitle\\section{Introduction}${texQuotes(QUARRY[0]!)}\\footnote{See the transcript of the press conference of 9 June 2026.}\n\n${texQuotes(QUARRY[1]!)}\n\n\\section{The company}${texQuotes(QUARRY[2]!)}\\footnote{The union’s statement is undated.}\n\n${texQuotes(QUARRY[3]!)}\n\n\\section{What follows}${texQuotes(QUARRY[4]!)}`.replaceAll(
        "’",
        "'",
      ),
    ),
    planted: {
      spans: [
        ["“Nobody has told us anything for eleven days,” she said.", "1"],
        ["1 See the transcript of the press conference of 9 June 2026.", "1"],
      ],
      absent: ["month.1"],
    },
  },
  {
    name: "pdf-latex-bitmap-fonts",
    program: "pdflatex",
    source: tex(
      `\\section*{An offer refused}The chief of staff said that the \\emph{official} offer was insufficient: ${texQuotes("“We find it difficult to believe,”")} she said, and left the café -- so it seems -- at five. M\\"uller, Dvo\\v{r}\\'ak and \\L{}ukasz stayed.`,
      "10pt",
      "",
    ),
    planted: {
      spans: [["the official offer was insufficient: “We find it difficult to believe,” she said", "1"]],
      absent: ["\ufffd"],
    },
  },
  {
    name: "pdf-groff-letter",
    program: "groff",
    source: `.nr PO 1i\n.nr LL 6i\n.LP\nMinistry of Works\n.br\nLissen\n.sp\n12 June 2026\n.sp\nDear Minister,\n.PP\nThank you for your letter of 3 March, which reached me only today. I regret that it was not answered. My administration is in the process of establishing where it was kept and why nobody informed me.\n.PP\nI cannot agree with what you write about the responsibility for the pumps. The agreement of 2011 is unambiguous: each side maintains what it has built.\n.sp\nYours sincerely,\n.sp 2\nIlse Brandt\n`,
    planted: {
      spans: [
        [
          "Thank you for your letter of 3 March, which reached me only today. I regret that it was not answered. My administration is in the process of establishing where it was kept and why nobody informed me.",
          "1",
        ],
      ],
      absent: [],
    },
  },
  {
    name: "pdf-ps2pdf-memo",
    program: "ps2pdf",
    source: `.nr PO 1i\n.nr LL 6i\n.ds LH Memorandum 14/2026\n.ds CH\n.ds RH %\n.P1\n.TL\nWhat we know about the pumps\n.2C\n${QUARRY.map((text) => `.PP\n${text}`).join("\n")}\n${QUARRY.map((text) => `.PP\n${text.replaceAll("Tarn", "Maddock")}`).join("\n")}\n`,
    planted: {
      spans: [
        ["The quarry above Maddock will stay closed until the inspectors have finished their work", "1"],
      ],
      absent: [],
    },
  },
  {
    name: "pdf-pandoc-statement",
    program: "pandoc",
    source: `---\ntitle: Statement on the quarry\nauthor: Office of the Mayor of Tarn\ndate: 13 June 2026\n---\n\n${QUARRY[3]}\n\nThe town asks for three things:\n\n- the letters of March and May;\n- the report of the inspectors, *unabridged*;\n- a date on which the quarry opens again, or closes for good, so that people know what to do.\n\n> We have waited long enough.\n\n${QUARRY[4]}\n`,
    planted: {
      spans: [
        ["a date on which the quarry opens again, or closes for good, so that people know what to do.", "1"],
      ],
      absent: [],
    },
  },
  {
    name: "pdf-reportlab-newsletter",
    program: "python",
    source: reportlab(`
body = ParagraphStyle("b", fontName="Times-Roman", fontSize=9.5, leading=11.5, firstLineIndent=10, alignment=4)
head = ParagraphStyle("h", fontName="Helvetica-Bold", fontSize=12, leading=15, spaceBefore=6, spaceAfter=3)
def deco(c, d):
    c.setFont("Helvetica", 8); c.drawString(50, 760, "Valley Newsletter"); c.drawRightString(562, 760, "Summer 2026"); c.drawCentredString(306, 30, str(d.page + 11))
fs = [Frame(50 + i * 176, 50, 160, 690, 0, 0, 0, 0) for i in range(3)]
d = BaseDocTemplate("out.pdf", pagesize=letter, invariant=1, title="Valley Newsletter", author="Runa Oddsdottir")
d.addPageTemplates(PageTemplate(frames=fs, onPage=deco))
s = []
for k in range(6):
    s.append(Paragraph("Part %d of the story" % (k + 1), head))
    s += [Paragraph(t.replace("Tarn", "Tarn %d" % k), body) for t in Q]
d.build(s)`),
    planted: {
      spans: [
        [
          "The mayor of Tarn 3, Runa Oddsdottir, said that the town would not accept another winter without work.",
          "12",
        ],
      ],
      absent: ["Summer 2026"],
    },
  },
  {
    name: "pdf-reportlab-single-glyphs",
    program: "python",
    source: reportlab(`
def put(y, text):
    x = 72
    for ch in text:
        w = pdfmetrics.stringWidth(ch, "Times-Roman", 11)
        if ch != " ":
            c.setFont("Times-Roman", 11); c.drawString(x, y, ch)
        x += w
import textwrap
y = 700
for t in Q[:2]:
    for i, l in enumerate(textwrap.wrap(t.replace("“", '"').replace("”", '"'), 84)):
        put(y, l); y -= 13
    y -= 8
c.save()`),
    planted: {
      spans: [
        [
          "A spokesman, Tomas Reyer, told reporters that letters had been sent in March and in May and that nobody had answered them.",
          "1",
        ],
      ],
      absent: [],
    },
  },
  {
    name: "pdf-reportlab-watermark",
    program: "python",
    source: reportlab(`
st = ParagraphStyle("b", fontName="Helvetica", fontSize=11, leading=14, spaceAfter=8)
for n in range(2):
    c.saveState(); c.setFillGray(0.85); c.translate(300, 400); c.rotate(45); c.setFont("Helvetica-Bold", 80); c.drawCentredString(0, 0, "EMBARGOED"); c.restoreState()
    c.saveState(); c.translate(30, 300); c.rotate(90); c.setFont("Helvetica", 8); c.drawString(0, 0, "Copy 7 for the press office"); c.restoreState()
    f = Frame(72, 72, 468, 640, 0, 0, 0, 0); f.addFromList([Paragraph(t, st) for t in Q[n * 2:n * 2 + 2]], c)
    c.setFont("Helvetica", 8); c.drawString(72, 40, "Page %d of 2" % (n + 1)); c.showPage()
c.save()`),
    planted: {
      spans: [
        [
          "The mayor of Tarn, Runa Oddsdottir, said that the town would not accept another winter without work.",
          "2",
        ],
      ],
      absent: ["EMBARGOED", "Copy 7", "Page 1 of 2"],
    },
  },
  {
    name: "pdf-scanned",
    program: "python",
    source: reportlab(`
import zlib
from reportlab.lib.utils import ImageReader
from PIL import Image, ImageDraw
im = Image.new("L", (300, 400), 255); ImageDraw.Draw(im).rectangle((30, 30, 270, 60), fill=120)
c.drawImage(ImageReader(im), 0, 0, W, H); c.showPage(); c.save()`),
    planted: { spans: [], absent: [] },
  },
  {
    name: "pdf-ocr-layer",
    program: "python",
    source: reportlab(`
from reportlab.lib.utils import ImageReader
from PIL import Image
im = Image.new("L", (60, 80), 235)
c.drawImage(ImageReader(im), 0, 0, W, H)
import textwrap
y = 700
for t in Q[:2]:
    for l in textwrap.wrap(t.replace("“", '"').replace("”", '"'), 78):
        for n, w in enumerate(l.split()):
            o = c.beginText(72 + pdfmetrics.stringWidth(" ".join(l.split()[:n]) + (" " if n else ""), "Courier", 9), y + (n % 3) * 0.4)
            o.setTextRenderMode(3); o.setFont("Courier", 9); o.textOut(w + " "); c.drawText(o)
        y -= 13
    y -= 10
c.save()`),
    planted: { spans: [["The ministry denied that it had received any such letters.", "1"]], absent: [] },
  },
  {
    name: "pdf-cairo-report",
    program: "python",
    source: `
import cairo, textwrap
Q = ${JSON.stringify(QUARRY)}
s = cairo.PDFSurface("out.pdf", 420, 595)
c = cairo.Context(s)
n = 0
def head():
    c.select_font_face("Liberation Sans"); c.set_font_size(8); c.move_to(50, 30); c.show_text("Northline Wire"); c.move_to(350, 30); c.show_text("– %d –" % n)
y = 999
for t in Q:
    for i, l in enumerate(textwrap.wrap(t, 62)):
        if y > 300:
            if n: c.show_page()
            n += 1; head(); y = 70
        c.select_font_face("Liberation Serif"); c.set_font_size(11); c.move_to(50 + (14 if i == 0 else 0), y); c.show_text(l); y += 14
s.set_metadata(cairo.PDF_METADATA_TITLE, "The quarry above Tarn"); s.set_metadata(cairo.PDF_METADATA_AUTHOR, "Mara Field")
s.finish()
`,
    planted: {
      spans: [["It employs 340 people in the valley, most of whom have been sent home without pay.", "1"]],
      absent: ["Northline Wire", "– 2 –"],
    },
  },
  {
    name: "pdf-owner-password",
    program: "qpdf",
    source: "--encrypt  tarn 256 --extract=n -- pdf-groff-letter",
    planted: {
      spans: [["The agreement of 2011 is unambiguous: each side maintains what it has built.", "1"]],
      absent: [],
    },
  },
  {
    name: "pdf-encrypted",
    program: "qpdf",
    source: "--encrypt tarn lissen 256 -- pdf-groff-letter",
    planted: { spans: [], absent: [] },
  },
];
