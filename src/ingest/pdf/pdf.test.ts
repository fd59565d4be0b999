/** What a reader of a PDF gets: order, paragraphs, and all that is left out. Files are written by hand, in standard fonts. */
import { describe, expect, it } from "vitest";
import { column, type PdfOptions, type PdfPage, pdfFile } from "../fixtures/pdf-file.ts";
import { readPdf } from "./read.ts";

const read = async (pages: PdfPage[], options: PdfOptions = {}) => readPdf(pdfFile(pages, options));
const paragraphs = async (pages: PdfPage[], options: PdfOptions = {}) =>
  (await read(pages, options)).text.split("\n\n");

/** Words of one page, as lines of about equal length. */
const LEFT = [
  "The council of Tarn met on Thursday to hear",
  "what the engineers had found in the tunnel",
  "below the northern reservoir. They had been",
  "asked to report by the end of the month but",
  "had not been able to finish their work.",
];
const RIGHT = [
  "Nobody from the ministry came to the meeting",
  "although three officials had been invited to",
  "it by letter. The mayor said that she regretted",
  "their absence and would write to the minister",
  "again before the week was over.",
];
const whole = (lines: string[]) => lines.join(" ");

describe("reading order", () => {
  it("reads two columns one after the other, below a title over both", async () => {
    const title = { x: 150, y: 70, text: "What the engineers of Tarn found", size: 20 };
    const words = [title, ...column(72, 120, LEFT), ...column(320, 120, RIGHT)];
    expect(await paragraphs([{ words }])).toEqual([title.text, whole(LEFT), whole(RIGHT)]);
  });

  it("does not mind in which order the file paints them, or columns on different baselines", async () => {
    const words = [...column(320, 125, RIGHT), ...column(72, 120, LEFT)].toReversed();
    expect(await paragraphs([{ words }])).toEqual([whole(LEFT), whole(RIGHT)]);
  });

  it("reads what stands below both columns last", async () => {
    const below = {
      x: 72,
      y: 300,
      text: "This line stands below both of the columns and is as wide as the two are together.",
      size: 11,
    };
    const words = [below, ...column(72, 120, LEFT), ...column(320, 120, RIGHT)];
    expect((await paragraphs([{ words }])).at(-1)).toBe(below.text);
  });

  it("joins a sentence that goes on in the next column and on the next page", async () => {
    const [one, two] = [LEFT.slice(0, 4), RIGHT.slice(0, 4)];
    const pages = [
      {
        words: [
          ...column(72, 120, one),
          ...column(320, 120, ["had not been able to finish their work. Nobody", ...two.slice(1)]),
        ],
      },
      {
        words: column(72, 120, [
          "and would come back to it in the spring of the",
          "following year, as she said on Friday.",
        ]),
      },
    ];
    const text = await paragraphs(pages);
    expect(text).toHaveLength(1);
    expect(text[0]).toContain("the month but had not been");
    expect(text[0]).toContain("to the minister and would come back");
  });

  it("reads a table row by row", async () => {
    const rows = [
      ["District", "Wells", "Closed"],
      ["Upper Tarn", "114", "12"],
      ["Lower Tarn", "98", "31"],
      ["Maddock", "77", "5"],
    ];
    const words = rows.flatMap((row, i) =>
      row.map((text, j) => ({ x: 72 + j * 130, y: 100 + i * 16, text })),
    );
    expect(await paragraphs([{ words }])).toEqual(rows.map((row) => row.join("\t")));
  });

  it("keeps items of a list apart, with their second lines", async () => {
    const words = [
      { x: 72, y: 100, text: "•" },
      ...column(90, 100, [
        "The tunnel stays closed until the engineers have",
        "finished their report to the council.",
      ]),
      { x: 72, y: 124, text: "•" },
      ...column(90, 124, ["The ministry pays for the water that is brought", "to the town by lorry."]),
    ];
    expect(await paragraphs([{ words }])).toEqual([
      "• The tunnel stays closed until the engineers have finished their report to the council.",
      "• The ministry pays for the water that is brought to the town by lorry.",
    ]);
  });
});

describe("paragraphs", () => {
  it("begin with an indent or after a space", async () => {
    const indented = [
      ...column(72, 100, LEFT),
      { x: 90, y: 160, text: RIGHT[0]! },
      ...column(72, 172, RIGHT.slice(1)),
    ];
    const spaced = [...column(72, 100, LEFT), ...column(72, 168, RIGHT)];
    for (const words of [indented, spaced])
      expect(await paragraphs([{ words }])).toEqual([whole(LEFT), whole(RIGHT)]);
  });

  it("join words broken at line ends, and keep the hyphens of compounds", async () => {
    const lines = [
      "The repre- sentatives met face-to-",
      "face on Thursday for a decision-",
      "making session about the imple-",
      "mentation of the agreement with the Anglo-",
      "Marish company. The negotiations on re-",
      "turning the 2017-",
      "2018 payments were well-",
      "known to everybody, a spokes-",
      "woman said of the 1990-",
    ].map((line) => line.replace("repre- sentatives", "negotiators"));
    const [text] = await paragraphs([{ words: column(72, 100, [...lines, "2000 report."]) }]);
    for (const word of [
      "face-to-face",
      "decision-making",
      "implementation",
      "Anglo-Marish",
      "returning",
      "well-known",
      "spokeswoman",
      "2017-2018",
    ])
      expect(text).toContain(` ${word}`);
  });

  it("follow the document's own spelling at line ends", async () => {
    const own = [
      "The cease-fire of Tarn was signed in May and no",
      "one broke it; the council praised the cease-",
      "fire for its clarity.",
    ];
    expect((await paragraphs([{ words: column(72, 100, own) }]))[0]).toContain("praised the cease-fire for");
    const other = [
      "The ceasefire of Tarn was signed in May and no",
      "one broke it; the council praised the cease-",
      "fire for its clarity.",
    ];
    expect((await paragraphs([{ words: column(72, 100, other) }]))[0]).toContain("praised the ceasefire for");
  });
});

describe("what stands about the text", () => {
  const page = (number: number, lines: string[]) => ({
    words: [
      { x: 72, y: 40, text: "The Tarn Review", size: 8 },
      { x: 500, y: 40, text: `Page ${number}`, size: 8 },
      ...column(72, 100, lines),
      { x: 72, y: 760, text: `Printed on recycled paper · ${number}`, size: 8 },
    ],
  });

  it("running heads and feet go, page numbers become labels", async () => {
    const { text, pages } = await read([page(41, LEFT), page(42, RIGHT), page(43, LEFT)]);
    expect(text).not.toMatch(/Review|recycled|Page/);
    expect(pages.map((p) => p.label)).toEqual(["41", "42", "43"]);
    expect(text.slice(pages[1]!.start, pages[1]!.end)).toBe(whole(RIGHT));
  });

  it("the file's own labels name pages that show no number", async () => {
    const pages = [{ words: column(72, 100, LEFT) }, { words: column(72, 100, RIGHT) }];
    const catalog = "/PageLabels << /Nums [0 << /S /r >> 1 << /S /D /St 7 >>] >>";
    expect((await read(pages, { catalog })).pages.map((p) => p.label)).toEqual(["i", "7"]);
  });

  it("line numbers of pleading paper go, numbered paragraphs stay", async () => {
    const numbers = Array.from({ length: 28 }, (_, i) => ({ x: 50, y: 80 + i * 24, text: String(i + 1) }));
    const lines = [
      "12. On June 3 the plaintiff wrote to the water",
      "company, which answered on June 9 that it would",
      "not pay. See the complaint at ¶ 14.",
      "13. The defendant denies this.",
    ];
    const [twelve, thirteen] = await paragraphs([{ words: [...numbers, ...column(90, 80, lines, 24, 12)] }]);
    expect(twelve).toBe(
      "12. On June 3 the plaintiff wrote to the water company, which answered on June 9 that it would not pay. See the complaint at ¶ 14.",
    );
    expect(thirteen).toBe("13. The defendant denies this.");
  });

  it("footnotes follow the text, and their marks are taken off the words", async () => {
    const marked = [
      ...column(72, 100, LEFT),
      { x: 236, y: 144, text: "1", size: 6 },
      { x: 72, y: 700, text: "1", size: 6 },
      { x: 78, y: 703, text: "Report of the council, 4 June 2026, which nobody has seen.", size: 8 },
    ];
    const { text, pages } = await read([{ words: marked }, { words: column(72, 100, RIGHT) }]);
    expect(text.split("\n\n")).toEqual([
      whole(LEFT),
      whole(RIGHT),
      "1 Report of the council, 4 June 2026, which nobody has seen.",
    ]);
    expect(pages.map((p) => p.label)).toEqual(["1", "2", "1"]);
  });

  it("powers stay where they are", async () => {
    const words = [
      { x: 72, y: 100, text: "The basin covers 40 km" },
      { x: 179, y: 96, text: "2", size: 6 },
      { x: 186, y: 100, text: "and leaks." },
    ];
    expect(await paragraphs([{ words }])).toEqual(["The basin covers 40 km² and leaks."]);
  });

  it("watermarks set askew and words turned on the margin go", async () => {
    const words = [
      ...column(72, 100, LEFT),
      { x: 150, y: 400, text: "CONFIDENTIAL", size: 60, turn: 45 },
      { x: 30, y: 500, text: "archive copy 14 June 2026", size: 12, turn: 90 },
    ];
    expect(await paragraphs([{ words }])).toEqual([whole(LEFT)]);
  });

  it("a page set sideways is read all the same", async () => {
    const words = LEFT.map((text, i) => ({ x: 100 + i * 12, y: 600, text, turn: 90 }));
    expect(await paragraphs([{ words }])).toEqual([whole(LEFT)]);
  });
});

describe("odd painting", () => {
  const letters = (text: string, gap = 0) => {
    let x = 72;
    // Widths of Helvetica, in thousandths.
    const widths: Record<string, number> = {
      i: 222,
      l: 222,
      t: 278,
      r: 333,
      f: 278,
      m: 833,
      w: 722,
      " ": 278,
      ".": 278,
    };
    return [...text].flatMap((letter) => {
      const at = x;
      x += ((widths[letter] ?? 556) / 100) * 1 + gap;
      return letter === " " ? [] : [{ x: at, y: 100, text: letter }];
    });
  };

  it("letters painted one by one, without spaces", async () => {
    expect(await paragraphs([{ words: letters("the envoy denied it on the bridge") }])).toEqual([
      "the envoy denied it on the bridge",
    ]);
  });

  it("letters set wide", async () => {
    expect(await paragraphs([{ words: letters("the envoy denied it", 2.5) }])).toEqual([
      "the envoy denied it",
    ]);
  });

  it("words painted twice to look bold", async () => {
    const words = [...column(72, 100, LEFT), ...column(72.3, 100.1, LEFT)];
    expect(await paragraphs([{ words }])).toEqual([whole(LEFT)]);
  });

  it("narrow word spaces", async () => {
    expect(await paragraphs([{ words: column(72, 100, LEFT), before: "-1.2 Tw" }])).toEqual([whole(LEFT)]);
  });

  it("an OCR layer over a picture is read, invisible words over nothing are not", async () => {
    const hidden = column(72, 100, LEFT).map((line) => ({ ...line, mode: 3 }));
    const image =
      "<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 4 >>\nstream\nabcd\nendstream";
    const options = { objects: { 100: image }, resources: "/XObject << /Im 100 0 R >>" };
    expect(await paragraphs([{ words: hidden, before: "q 612 0 0 792 0 0 cm /Im Do Q" }], options)).toEqual([
      whole(LEFT),
    ]);
    const both = { words: [...hidden, ...column(72, 300, RIGHT)] };
    expect(await paragraphs([both])).toEqual([whole(RIGHT)]);
  });

  it("optional layers that are switched off are not read", async () => {
    const options = {
      objects: { 100: "<< /Type /OCG /Name (Draft) >>" },
      resources: "/Properties << /L 100 0 R >>",
      catalog: "/OCProperties << /OCGs [100 0 R] /D << /OFF [100 0 R] >> >>",
    };
    const after = `/OC /L BDC BT /F1 10 Tf 1 0 0 1 72 400 Tm (not to be read) Tj ET EMC`;
    expect(await paragraphs([{ words: column(72, 100, LEFT), after }], options)).toEqual([whole(LEFT)]);
  });
});

describe("files that give no text", () => {
  const code = (bytes: Uint8Array) =>
    readPdf(bytes).then(
      () => null,
      (error) => error.code,
    );

  it("pictures without words", async () => {
    expect(await code(pdfFile([{ words: [] }]))).toBe("PDF_NO_TEXT");
  });

  it("fonts that don't say what they show", async () => {
    const fonts = {
      F1: "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Odd /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Odd /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor << /Type /FontDescriptor /FontName /ABCDEF+Odd /Flags 4 /FontBBox [0 0 500 500] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>] >>",
    };
    expect(await code(pdfFile([{ words: column(72, 100, LEFT) }], { fonts }))).toBe("PDF_NO_TEXT");
  });

  it("broken ones", async () => {
    expect(await code(Buffer.from("%PDF-1.7\nnothing"))).toBe("PDF_BROKEN");
  });

  it("a broken table of objects is mended", async () => {
    const bytes = Buffer.from(pdfFile([{ words: column(72, 100, LEFT) }]));
    expect((await readPdf(bytes.subarray(0, bytes.indexOf("startxref")))).text).toBe(whole(LEFT));
  });
});
