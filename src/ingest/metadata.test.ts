import { describe, expect, it } from "vitest";
import { anyDate, isoDate } from "./dates.ts";
import { frontMatter } from "./front-matter.ts";
import { readHeader } from "./header.ts";
import { fromHtml } from "./html.ts";
import { guessKind } from "./kind.ts";
import { detectLanguage } from "./language.ts";
import { fromRecord } from "./record.ts";
import { fromText } from "./text.ts";

describe("dates", () => {
  it("keep the precision and zone given", () => {
    for (const date of [
      "2017",
      "2017-07",
      "2017-07-06",
      "2017-07-06T18:30",
      "2017-07-06T18:30:05Z",
      "2017-07-06T18:30:05.250-05:00",
    ]) {
      expect(isoDate(date)).toBe(date);
    }
    expect(isoDate("2017-07-06 18:30 +0200")).toBe("2017-07-06T18:30+02:00");
  });

  it("are null where they are none", () => {
    for (const date of ["2017-13", "2017-02-29", "20170706", "2017-07-06T25:00", "7/6/2017", "soon"])
      expect(isoDate(date)).toBeNull();
  });

  it("read words and mail dates", () => {
    expect(anyDate("Friday, July 7, 2017 at 4 p.m.")).toBe("2017-07-07");
    expect(anyDate("7th of July 2017")).toBe("2017-07-07");
    expect(anyDate("Fri, 07 Jul 2017 18:30:00 +0200")).toBe("2017-07-07T18:30:00+02:00");
    expect(anyDate("on Friday")).toBeNull();
  });
});

describe("front matter", () => {
  it("ends where its closing line ends, and reads every value as it stands", () => {
    const text = "---\ntitle: 'A: b'\ndate: 2017-07-06\noutlet: 1984\nside: null\n...\n\nText.";
    const front = frontMatter(text)!;
    expect(text.slice(front.length)).toBe("\nText.");
    expect(front.metadata).toMatchObject({
      title: "A: b",
      publishedAt: "2017-07-06",
      outlet: "1984",
      side: null,
    });
  });

  it("is none where a rule stands above the text, or where it never closes", () => {
    expect(frontMatter("---\nThe envoy left.\n---\nShe said so.")).toBeNull();
    expect(frontMatter("---\ntitle: A\n\nThe envoy left.")).toBeNull();
    expect(frontMatter("Text.\n---\ntitle: A\n---\n")).toBeNull();
  });

  it("warns of what it can't use and keeps the rest", () => {
    const { article, warnings } = fromText(
      "---\ntitle: A b\nkind: blog\ndate: yesterday\nurl: nowhere\noutlet: {a: b}\n---\nThe envoy said that she had left.",
      { input: "x.md" },
    );
    expect(article).toMatchObject({
      title: "A b",
      kind: "report",
      publishedAt: null,
      url: null,
      outlet: null,
    });
    expect(warnings.map(({ input, code }) => `${input} ${code}`)).toEqual(
      Array(4).fill("x.md METADATA_INVALID"),
    );
  });

  it("is safe from YAML's traps", () => {
    const bomb = `---\na: &a [x, x, x, x, x, x, x, x, x]\n${"bcdefghi"
      .split("")
      .map((k, i) => `${k}: &${k} [${Array(9).fill(`*${"abcdefgh"[i]}`).join(", ")}]`)
      .join("\n")}\n---\nText.`;
    expect(() => frontMatter(bomb)).toThrow(/front matter/);
    expect(frontMatter("---\n__proto__: {title: x}\nconstructor: y\n---\nText.")?.metadata.title).toBeNull();
  });
});

describe("the head of a plain text", () => {
  it("gives title, byline and date", () => {
    expect(
      readHeader(
        "Talks End in Two Stories\n\nBy Ann T. Bo, Quay Post\nPublished: June 4, 2025, 4:20 p.m.\n\nILD — The talks ended.",
      ),
    ).toEqual({
      title: "Talks End in Two Stories",
      byline: "Ann T. Bo, Quay Post",
      publishedAt: "2025-06-04",
    });
    expect(
      readHeader("MADDOCK, Westmark, June 5, 2025 (Northline) — The talks ended.\n\nNobody came.")
        .publishedAt,
    ).toBe("2025-06-05");
    expect(readHeader("# The filling\n\n**Ild, 11 June 2026**\n\nWe met.")).toMatchObject({
      title: "The filling",
      publishedAt: "2026-06-11",
    });
  });

  it("takes no sentence for a title and no event's date for the document's", () => {
    expect(readHeader("The talks ended on July 7, 2017.\n\nNobody came, said the envoy.")).toEqual({
      title: null,
      byline: null,
      publishedAt: null,
    });
    expect(readHeader("By noon nobody had come.\n\nThe envoy left on June 5, 2025, she said.")).toEqual({
      title: null,
      byline: null,
      publishedAt: null,
    });
  });
});

describe("kind", () => {
  it("follows labels, headings and sides", () => {
    const turns =
      "MR. OLUND: They left.\n\nQUESTION: Did they?\n\nMR. OLUND: They did.\n\nMore of it.\n\nQUESTION: Why?";
    expect(guessKind(turns, null, null)).toBe("transcript");
    expect(guessKind("Ann Bo: Yes.\n\nCarl Dorn: No.\n\nAnn Bo: Yes.\n\nCarl Dorn: No.", null, null)).toBe(
      "transcript",
    );
    expect(guessKind("Clinton: 547.\n\nSanders: 46.\n\nClinton: 781.\n\nSanders: 21.", null, null)).toBe(
      "report",
    );
    expect(
      guessKind(
        "Readout of the President’s call with the envoy\n\nThe President spoke to the envoy.",
        null,
        null,
      ),
    ).toBe("readout");
    expect(guessKind("FOR IMMEDIATE RELEASE\n\nHalden Works regrets this.", null, null)).toBe("readout");
    expect(guessKind("The envoy left.", "Joint statement by Sarrow and Venn", null)).toBe("readout");
    expect(guessKind("The envoy left.", null, "Venn")).toBe("readout");
  });

  it("takes no time over hostile lines", () => {
    const began = performance.now();
    for (const piece of ["A", "Aa ", "A.", "Mr. ", "By A. ", "-", "A, ", "JULY ", "( ", "the the "]) {
      guessKind(`${piece.repeat(50_000)}\n`.repeat(4), piece.repeat(50_000), null);
      readHeader(`${piece.repeat(30)}\n\n${piece.repeat(50_000)}`);
      detectLanguage(piece.repeat(50_000));
    }
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  it("is a report where a paper writes about statements", () => {
    const text =
      "ILD, Sarrow, May 4 (Northline) — The Ministry of Ports announced on Wednesday that the talks had ended.\n\n“We regret it,” its spokesman told reporters. In a joint statement by both sides, the envoys said otherwise.";
    expect(guessKind(text, "Ministry says talks ended", null)).toBe("report");
    expect(
      guessKind("The report: nobody knew.\n\nOne thing: nobody asked.\n\nThe end: rain.", null, null),
    ).toBe("report");
  });
});

describe("language", () => {
  it("knows English full of foreign names", () => {
    expect(detectLanguage("Vladimir V. Orsik met Dilma Braga and Angela Kessler in Brasilia.")).not.toBe(
      "fi",
    );
    expect(
      detectLanguage("Kim Jong Sun, Xi Liping, Nguyen Van Theu and Yoweri Musani met in Ouagadougou."),
    ).toBeNull();
    expect(
      detectLanguage("The envoy said that Ngũgĩ wa Mbogo and Øystein Ås had left the room before the vote."),
    ).toBe("en");
    expect(detectLanguage("No.")).toBeNull();
  });

  it("knows others", () => {
    const texts: Record<string, string> = {
      de: "Der Minister sagte am Mittwoch, er habe von dem Brief nichts gewusst und werde nicht zurücktreten. Die Opposition verlangte eine Untersuchung.",
      fr: "Le ministre a déclaré mercredi qu’il n’avait pas lu la lettre et qu’il ne démissionnerait pas. L’opposition a demandé une enquête.",
      es: "El ministro dijo el miércoles que no había leído la carta y que no dimitiría. La oposición pidió una investigación.",
      nl: "De minister zei woensdag dat hij de brief niet had gelezen en dat hij niet zou aftreden. De oppositie wil een onderzoek.",
      ja: "大臣は水曜日、手紙を読んでいないと述べ、辞任しないと語った。",
      ru: "Министр заявил в среду, что не читал письма и не уйдёт в отставку.",
    };
    for (const [language, text] of Object.entries(texts)) expect(detectLanguage(text)).toBe(language);
  });

  it("warns, and lets the front matter decide", () => {
    const german =
      "Der Minister sagte am Mittwoch, er habe von dem Brief nichts gewusst und werde nicht zurücktreten.";
    expect(fromText(german).warnings.map(({ code }) => code)).toEqual(["LANGUAGE_UNSUPPORTED"]);
    expect(fromText(`---\nlanguage: en\n---\n${german}`).warnings).toEqual([]);
  });
});

describe("records of pipe", () => {
  it("keep the caller's key and metadata", () => {
    expect(
      fromRecord({
        id: 7,
        text: "\ufeff---\r\nThe envoy left.\r\n",
        outlet: "Quay Post",
        date: "2022-05",
        kind: "readout",
        side: "Venn",
      }),
    ).toMatchObject({
      ref: "7",
      text: "---\nThe envoy left.\n",
      outlet: "Quay Post",
      publishedAt: "2022-05",
      kind: "readout",
      side: "Venn",
      textOffset: 0,
      path: null,
    });
    expect(() => fromRecord({ text: " \n" })).toThrow(/no text/);
  });
});

describe("pages", () => {
  const SENTENCE = "The envoy of Venn said that nobody had left the room before the vote. ";

  it("survive any depth of tags", () => {
    for (const tag of ["div", "b", "table><tr><td", "ul><li", "blockquote", "span"]) {
      const deep = 12_000;
      const html = `<html><body>${`<${tag}>`.repeat(deep)}<p>${SENTENCE.repeat(5)}</p></body></html>`;
      expect(fromHtml(html).article.text).toBe(SENTENCE.repeat(5).trim());
    }
  });

  it("survive broken markup", () => {
    for (const html of [
      "<p>The envoy said no",
      "<p>The envoy <b>said no</p></div></b>",
      "<html><p>The envoy said no<",
      "<!-- x <p>y</p> --><p>The envoy said no</p>",
      "<p>The envoy said no</p><!-- <p>never closed",
    ]) {
      expect(fromHtml(html).article.text).toContain("The envoy said no");
    }
  });

  it("read quickly what is long", () => {
    const html = `<html><body><article>${`<p>${SENTENCE}<a href="/x">more</a></p>`.repeat(8000)}</article></body></html>`;
    const began = performance.now();
    expect(fromHtml(html).article.text.split("\n\n")).toHaveLength(8000);
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  it("take broken JSON-LD as none and mend line breaks in it", () => {
    const page = (json: string) =>
      `<html><head><title>T | Quay Post</title><script type="application/ld+json">${json}</script></head><body><p>${SENTENCE}</p></body></html>`;
    expect(fromHtml(page('{"@type": "NewsArticle", ')).article).toMatchObject({
      title: "T | Quay Post",
      outlet: null,
    });
    expect(
      fromHtml(
        page(
          '[{"@type":"NewsArticle","headline":"Two\nlines","datePublished":"2022-05-04","author":"By Ann Bo"}]',
        ),
      ).article,
    ).toMatchObject({
      title: "Two lines",
      publishedAt: "2022-05-04",
      byline: "Ann Bo",
    });
  });

  it("drop the outlet from a title", () => {
    const page = (title: string, site = "") =>
      fromHtml(`<html><head><title>${title}</title>${site}</head><body><p>${SENTENCE}</p></body></html>`)
        .article;
    expect(page("Talks end in two stories | Quay Post")).toMatchObject({
      title: "Talks end in two stories",
      outlet: "Quay Post",
    });
    expect(
      page("Talks end - and begin again", '<meta property="og:site_name" content="Quay Post">'),
    ).toMatchObject({ title: "Talks end - and begin again" });
    expect(
      page("Talks end in two stories - The Quay Post", '<meta property="og:site_name" content="Quay Post">'),
    ).toMatchObject({ title: "Talks end in two stories" });
  });
});
