import { describe, expect, it } from "vitest";
import type { ArticleKind, ArticleSource, Segmented, Span } from "../model.ts";
import { contains, cutsPair } from "../span.ts";
import { segment } from "./segment.ts";
import { turns } from "./turns.ts";

function source(text: string, kind: ArticleKind = "report"): ArticleSource {
  return {
    id: "a_test",
    ref: null,
    path: null,
    url: null,
    outlet: null,
    title: null,
    byline: null,
    publishedAt: null,
    retrievedAt: null,
    kind,
    language: "en",
    side: null,
    text,
    textOffset: 0,
    pages: [],
    times: [],
  };
}

const words = (text: string, spans: Span[]) => spans.map(({ start, end }) => text.slice(start, end));
const sentencesOf = (text: string) => words(text, segment(source(text)).sentences);
const paragraphsOf = (text: string) => words(text, segment(source(text)).paragraphs);
const quotesOf = (text: string) => words(text, segment(source(text)).quotations);

function check(text: string, parts: Segmented): void {
  const all = [...parts.paragraphs, ...parts.sentences, ...parts.quotations];
  for (const { label, body } of parts.turns) all.push(label as never, body as never);
  for (const { start, end } of all) {
    const piece = text.slice(start, end);
    expect(start < end && end <= text.length, JSON.stringify(piece)).toBe(true);
    expect(piece.trim()).toBe(piece);
    expect(cutsPair(text, start) || cutsPair(text, end)).toBe(false);
  }
  for (const list of [parts.paragraphs, parts.sentences]) {
    list.forEach((span, i) => {
      if (i > 0) expect(span.start).toBeGreaterThanOrEqual(list[i - 1]!.end);
    });
  }
  parts.quotations.forEach((quotation, i) => {
    expect(contains(quotation, quotation.inner)).toBe(true);
    if (quotation.continues !== null) expect(quotation.continues).toBeLessThan(i);
    if (i > 0) expect(quotation.start).toBeGreaterThan(parts.quotations[i - 1]!.start);
    expect(parts.paragraphs.some((paragraph) => contains(paragraph, quotation))).toBe(true);
  });
}

describe("paragraphs", () => {
  it("parts at blank lines and at single line breaks", () => {
    expect(paragraphsOf("Dam talks fail\nLISSEN\n\nThe talks failed.\nNobody signed.\n \t\nEnd.")).toEqual([
      "Dam talks fail",
      "LISSEN",
      "The talks failed.",
      "Nobody signed.",
      "End.",
    ]);
  });

  it("joins the lines of hard-wrapped text", () => {
    const text = [
      "The minister of water said on Thursday that no promise had been made",
      "in the room. Nothing, she added, had been put on paper. Mr. Dorn of the",
      "Growers' Union, who waited outside for three hours, heard another story",
      "from the aides.",
      "",
      "He left without a word to the reporters who stood at the gate of the old",
      "hotel.",
    ].join("\n");
    const paragraphs = paragraphsOf(text);
    expect(paragraphs).toHaveLength(2);
    expect(sentencesOf(text)[2]).toBe(
      "Mr. Dorn of the\nGrowers' Union, who waited outside for three hours, heard another story\nfrom the aides.",
    );
  });

  it("leaves Markdown's marks outside", () => {
    const text =
      "# The filling #\n\n- Gauges will be read daily.\n- Kestria pays.\n\n> We wait.\n\n---\n\n1. One.\n2. Two.";
    expect(paragraphsOf(text)).toEqual([
      "The filling",
      "Gauges will be read daily.",
      "Kestria pays.",
      "We wait.",
      "One.",
      "Two.",
    ]);
  });

  it("keeps a lone number at the beginning of a paragraph", () => {
    expect(paragraphsOf("14. That was the count, the nurse said.")).toEqual([
      "14. That was the count, the nurse said.",
    ]);
  });

  it("gives nothing for white space", () => {
    expect(segment(source(" \n\n\t\u00a0\n"))).toMatchObject({
      paragraphs: [],
      sentences: [],
      quotations: [],
      turns: [],
    });
  });
});

describe("sentences", () => {
  const cases: Record<string, string[]> = {
    "initials and titles": [
      "Vladimir V. Orsik met Mr. J. R. Dorn, Lt. Gov. Ann T. May and Dr. Kim.",
      "They spoke for 2.5 hours.",
    ],
    acronyms: [
      "He left the U.S. for good.",
      "The U.S. Embassy in St. Elm was shut.",
      "She works in the U.S.",
      "He does not.",
    ],
    times: ["It began at 7 a.m. Monday and ended at 9 p.m.", "Nobody stayed."],
    "numbers and companies": [
      "Order No. 5 binds Halde Power Inc. of Tarn.",
      "He said no.",
      "Then he left on Sept. 11.",
    ],
    letters: ["There is no Plan B.", "The council has vitamin C.", "So do I.", "We go."],
    "quoted question, then who spoke": [
      "“He asked me, ‘How do we go on?’ ” Mr. Dorn told reporters after the meeting.",
      "“Who signed it?” asked Ms. Orsik.",
      "“Stop!” she said.",
      "“Is it over?”",
      "The crowd was silent.",
    ],
    "quoted sentences": ["“It is over.", "We go home,” he said.", "“Fine.”", "She shrugged."],
    ellipses: [
      "He was ... not sure.",
      "“I… I do not know,” he said.",
      "She waited...",
      "The door stayed shut.",
    ],
    "missing space": ["The talks were over.", "The mayor left for kestria.example/News.html at once."],
    brackets: ["The dam is full.", "(It was not.)", "He paused [sic].", "They went on."],
    headline: ["STRIKE BULLETIN NO. 1 FOR MR. DORN IS OUT"],
    "other scripts": ["水は止まった。", "彼は去った。"],
    "a name in lower case": ["They met in Tarn.", "al-Masri left early."],
    degrees: ["Ana Ruiz, Ph.D., et al. found it, e.g. at 5 p.m. EST on Jan. 3.", "Nothing else."],
  };
  for (const [name, expected] of Object.entries(cases)) {
    it(name, () => expect(sentencesOf(expected.join(" ").replaceAll("。 ", "。"))).toEqual(expected));
  }

  it("parts what has no space but a closing mark", () => {
    expect(sentencesOf("**What happened.** At 2:14 a.m. a pipe broke.")).toEqual([
      "**What happened.**",
      "At 2:14 a.m. a pipe broke.",
    ]);
  });
});

describe("quotation regions", () => {
  const cases: [string, string, string[]][] = [
    ["curly", "“Yes,” he said, “we agree.”", ["“Yes,”", "“we agree.”"]],
    ["straight", '"Yes," he said. The 6\'2" man (5" taller) said "no."', ['"Yes,"', '"no."']],
    ["apostrophes", "Don’t touch the ministers’ plan of the ’90s, ’tis rock ’n’ roll.", []],
    ["straight apostrophes", "It's the unions' plan of the '90s, o'clock, 'tis so, rock 'n' roll.", []],
    ["single curly", "‘The ministers’ plan isn’t dead,’ he said.", ["‘The ministers’ plan isn’t dead,’"]],
    [
      "single straight",
      "'We're goin' home,' she said. He called it 'no plan' at all.",
      ["'We're goin' home,'", "'no plan'"],
    ],
    ["single after s", "He called it the 'best of plans' and left.", ["'best of plans'"]],
    ["nested", "“She said ‘never’ twice,” he said.", ["“She said ‘never’ twice,”", "‘never’"]],
    ["nested to the end", "“I heard ‘never.’ ” He left.", ["“I heard ‘never.’ ”", "‘never.’"]],
    ["nested straight", "\"She said 'never' twice,\" he said.", ["\"She said 'never' twice,\"", "'never'"]],
    ["British nesting", "‘She said “never” twice,’ he said.", ["‘She said “never” twice,’", "“never”"]],
    [
      "guillemets",
      "« Non », dit-elle, « jamais ‹ ainsi › ».",
      ["« Non »", "« jamais ‹ ainsi › »", "‹ ainsi ›"],
    ],
    ["reversed guillemets", "»Nein«, sagte er. »Nie.«", ["»Nein«", "»Nie.«"]],
    ["Finnish", "»Ei», hän sanoi. ”Ei koskaan”, hän sanoi.", ["»Ei»", "”Ei koskaan”"]],
    [
      "German",
      "„Nein“, sagte er, „er rief ‚halt‘ und ging.“ Dann “so”.",
      ["„Nein“", "„er rief ‚halt‘ und ging.“", "‚halt‘", "“so”"],
    ],
    ["Polish", "„Nie”, powiedział.", ["„Nie”"]],
    ["LaTeX", "``No,'' he said. `Never' is ``what I said''.", ["``No,''", "`Never'", "``what I said''"]],
    ["tokenised", '" No , " he said . " Never . "', ['" No , "', '" Never . "']],
    ["mixed marks", '“No," he said. "Yes,” she said.', ['“No,"', '"Yes,”']],
    ["smart quotes gone wrong", "“Yes,“ he said. “No,“ she said.", ["“Yes,“", "“No,“"]],
    ["dashes", 'It was "over"—"done"—he said.', ['"over"', '"done"']],
    ["corner brackets", "「はい」と言った。", ["「はい」"]],
    ["empty", 'He wrote "" and “ ”.', []],
  ];
  for (const [name, text, expected] of cases) {
    it(name, () => {
      expect(quotesOf(text)).toEqual(expected);
      check(text, segment(source(text)));
      for (const quotation of segment(source(text)).quotations) expect(quotation.closed).toBe(true);
    });
  }

  it("counts depth", () => {
    const { quotations } = segment(source("“A ‘b “c” d’ e” and “f”"));
    expect(quotations.map(({ depth }) => depth)).toEqual([0, 1, 2, 0]);
  });

  it("runs over paragraphs that open anew", () => {
    const text = "He said: “First.\n\n“Second.\n\n“Third ‘x’.”\n\nThe end. “Other.”";
    const { quotations } = segment(source(text));
    expect(words(text, quotations)).toEqual(["“First.", "“Second.", "“Third ‘x’.”", "‘x’", "“Other.”"]);
    expect(quotations.map(({ continues }) => continues)).toEqual([null, 0, 0, null, null]);
    expect(quotations.every(({ closed }) => closed)).toBe(true);
  });

  it("runs over paragraphs in straight, single and French marks", () => {
    for (const text of [
      '"A b.\n\n"C d," he said.',
      "'A b.\n\n'C d,' he said.",
      "« A b.\n\n» C d », dit-il.",
      "``A b.\n\n``C d,'' he said.",
    ]) {
      const { quotations } = segment(source(text));
      expect(quotations.map(({ continues, closed }) => [continues, closed])).toEqual([
        [null, true],
        [0, true],
      ]);
    }
  });

  it("runs nested quotations on together", () => {
    const text = "“He told us, ‘Go.\n\n“‘Go now.’ ”";
    const { quotations } = segment(source(text));
    expect(quotations.map(({ depth, continues }) => [depth, continues])).toEqual([
      [0, null],
      [1, null],
      [0, 0],
      [1, 1],
    ]);
  });

  it("never lets an unbalanced mark swallow more than its paragraph", () => {
    const text = "“We won, he said.\n\nNobody else spoke. “No,” she said.";
    const { quotations } = segment(source(text));
    expect(words(text, quotations)).toEqual(["“We won, he said.", "“No,”"]);
    expect(quotations.map(({ closed }) => closed)).toEqual([false, true]);
  });

  it("ends an unbalanced region before the next one of its kind", () => {
    const text = "“We won, he said. “No,” she said.";
    const { quotations } = segment(source(text));
    expect(words(text, quotations)).toEqual(["“We won, he said.", "“No,”"]);
    expect(quotations.map(({ closed, depth }) => [closed, depth])).toEqual([
      [false, 0],
      [true, 0],
    ]);
  });

  it("passes over a closing mark without an opening one", () => {
    expect(quotesOf("We won,” he said. The boys’ team. “No,” she said.")).toEqual(["“No,”"]);
  });
});

describe("turns", () => {
  const turnsOf = (text: string) =>
    segment(source(text, "transcript")).turns.map(({ label, body, kind }) => [
      kind,
      text.slice(label.start, label.end),
      text.slice(body.start, body.end),
    ]);

  it("reads labels in capitals, with roles, and question marks", () => {
    const text =
      "NEWS CONFERENCE\nDate: 5 May\nModerator: Lise Tormey, Commission\n\nMS. TORMEY: Good evening.\n\nOne thing first.\n\n" +
      "PRESIDENT McKAY (Kestria): Thank you.\n\nQ. Is it over?\n\nA. It is.\n\nQ: And then?\n\n(Laughter.)\n\nANSWER: No.\n\nEND 3:15 P.M.";
    expect(turnsOf(text)).toEqual([
      ["name", "MS. TORMEY", "Good evening.\n\nOne thing first."],
      ["name", "PRESIDENT McKAY (Kestria)", "Thank you."],
      ["question", "Q", "Is it over?"],
      ["answer", "A", "It is."],
      ["question", "Q", "And then?"],
      ["answer", "ANSWER", "No."],
    ]);
  });

  it("reads a name in capitals with its office behind a comma, also where it opens the transcript", () => {
    const text =
      "ILSE BRANDER, Minister of Ports of Lomar: Good evening.\n\nTOVE RAND, harbour master: Ask away.\n\nQUESTION: Is the quay safe?\n\nBRANDER: It is.";
    expect(turnsOf(text).map(([, label, body]) => [label, body])).toEqual([
      ["ILSE BRANDER, Minister of Ports of Lomar", "Good evening."],
      ["TOVE RAND, harbour master", "Ask away."],
      ["QUESTION", "Is the quay safe?"],
      ["BRANDER", "It is."],
    ]);
  });

  it("reads names in ordinary case where they recur, and once among others", () => {
    const text =
      "Ann Bo: I was there.\n\nCarl Dorn: You were not. One word: never.\n\nAnn Bo: I was.\n\nCarl Dorn: No.\n\n" +
      "Judge Eva Lind: Order.\n\nRemember this: it rained.";
    expect(turnsOf(text).map(([, label]) => label)).toEqual([
      "Ann Bo",
      "Carl Dorn",
      "Ann Bo",
      "Carl Dorn",
      "Judge Eva Lind",
    ]);
    expect(turnsOf(text).at(-1)?.[2]).toBe("Order.\n\nRemember this: it rained.");
  });

  it("reads bold labels, time stamps and labels on their own line", () => {
    expect(turnsOf("**ANN BO:** I was there.\n\n**CARL DORN**: No.").map(([, l, b]) => [l, b])).toEqual([
      ["ANN BO", "I was there."],
      ["CARL DORN", "No."],
    ]);
    expect(turnsOf("[00:01:02] ANN: Yes.\n[00:01:09] CARL: No.").map(([, l, b]) => [l, b])).toEqual([
      ["ANN", "Yes."],
      ["CARL", "No."],
    ]);
    expect(
      turnsOf("Ann Bo:\nI was there.\n\nCarl Dorn:\nNo.\n\nAnn Bo:\nI was.\n\nCarl Dorn:\nNo."),
    ).toHaveLength(4);
    expect(
      turnsOf("ANN BO\nI was there.\n\nCARL DORN\nNo.\n\nANN BO\nI was.\n\nCARL DORN\nNo."),
    ).toHaveLength(4);
  });

  it("reads the Record's style and lines without blank ones between", () => {
    expect(
      turnsOf("Mr. DORN. I thank Mr. Bo.\n\nMs. BO. I rise.\n\nMr. DORN. Not so.\n\nMs. BO. It is.").map(
        ([, l]) => l,
      ),
    ).toEqual(["Mr. DORN", "Ms. BO", "Mr. DORN", "Ms. BO"]);
    expect(turnsOf("BO: one\nand a half\nDORN: two\nBO: three").map(([, , b]) => b)).toEqual([
      "one\nand a half",
      "two",
      "three",
    ]);
  });

  it("keeps the label out of the first sentence", () => {
    const text = "MS. ORSIK: I have it. It is here.\n\nQ. Where?";
    expect(words(text, segment(source(text, "transcript")).sentences)).toEqual([
      "MS. ORSIK:",
      "I have it.",
      "It is here.",
      "Q.",
      "Where?",
    ]);
  });

  it("gives none outside transcripts", () => {
    expect(segment(source("MS. A: Yes.\n\nMS. B: No.")).turns).toEqual([]);
  });
});

describe("any text", () => {
  const PIECES = [
    "“",
    "”",
    "‘",
    "’",
    '"',
    "'",
    "«",
    "»",
    "„",
    "``",
    "''",
    " ",
    " ",
    " ",
    "\n",
    "\n\n",
    ".",
    "?",
    "…",
    ",",
    "Mr.",
    "Ann",
    "said",
    "é",
    "👩‍👩‍👧",
    "水",
    "\u0301",
    "שלום",
    "A:",
    "Q.",
    "**",
    "# ",
    "- ",
    "1. ",
    "(",
    ")",
    "\u00a0",
    "\ud83d",
  ];

  it("gives spans that hold, cover every visible character, and nest", () => {
    let state = 7;
    const next = (n: number) => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      return (state >>> 8) % n;
    };
    for (let round = 0; round < 400; round++) {
      const text = Array.from({ length: 60 }, () => PIECES[next(PIECES.length)]).join("");
      for (const kind of ["report", "transcript"] as const) {
        const parts = segment(source(text, kind));
        check(text, parts);
        const read = words(text, parts.sentences)
          .join("")
          .replace(/[\s\u200b\ufeff]/g, "");
        const whole = words(text, parts.paragraphs)
          .join("")
          .replace(/[\s\u200b\ufeff]/g, "");
        expect(read).toBe(whole);
      }
    }
  });

  it("stays linear on a million marks of any sort", () => {
    for (const mark of ['"', "'", "“‘", "’ ", "''", "\n\n'a", ' "a', '." ', "Mr. ", "A: a\n", "> ", "?”A "]) {
      const text = mark.repeat(Math.floor(1_000_000 / mark.length));
      const began = performance.now();
      segment(source(text, "transcript"));
      // Far above what it takes (under 2 s), far below what a quadratic step would.
      expect(performance.now() - began, JSON.stringify(mark)).toBeLessThan(20_000);
    }
  });
});

it("labels of parliaments: an office in capitals after “The”, a title before a surname", () => {
  const text =
    "The MINISTER OF FISHERIES (Hon. Ada Bell): No, Sir.\n\nSen. OKORO: I am obliged.\n\nThe MINISTER: I gladly repeat it.";
  const found = turns(
    text,
    [...text.matchAll(/[^\n]+/g)].map((m) => ({ start: m.index, end: m.index + m[0].length })),
  );
  expect(found.map((t) => text.slice(t.label.start, t.label.end))).toEqual([
    "The MINISTER OF FISHERIES (Hon. Ada Bell)",
    "Sen. OKORO",
    "The MINISTER",
  ]);
});
