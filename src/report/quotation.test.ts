import { describe, expect, it } from "vitest";
import { ReadoutError } from "../errors.ts";
import type { Article, Collection } from "../model.ts";
import { emptyCollection, makeArticle, makeSide, makeSpeaker, say } from "./builder.ts";
import { findWords } from "./find-words.ts";
import { quotationAt, quotationById, quotationOf } from "./quotation.ts";
import { attributionOf, markdownQuotation, plainQuotation } from "./reference.ts";
import { riverSample } from "./sample.ts";
import { tricky } from "./tricky.test-data.ts";
import { view } from "./view.ts";

const holding = (articles: Article[], more: Partial<Collection> = {}) =>
  view({ ...emptyCollection(), articles, ...more });

/** The quotations that `readout quote` would print for some words. */
function quote(c: Collection, words: string, exactly = false) {
  const v = view(c);
  return findWords(c.articles, words).map((p) => quotationAt(v, p.article, p, exactly)!);
}

describe("quotationOf", () => {
  it("gives somebody's direct words in marks, with who, role, side and source", () => {
    const [q] = quote(riverSample(), "no such promise");
    expect(q).toMatchObject({
      words: "“There was no such promise, and no date was named in that room”",
      direct: true,
      outlet: "Northline",
      title: "Arland and Kestria agree on engineers’ panel, part ways over filling of dam",
      publishedAt: "2026-06-11T19:42:00+02:00",
      wording: "quoted by Northline",
    });
    expect(q!.speakers).toEqual([
      { name: "Henrik Dahlmo", role: "Arland’s minister of water", side: "Arland", sure: true },
    ]);
    expect(plainQuotation(q!)).toBe(
      [
        "“There was no such promise, and no date was named in that room” — Henrik Dahlmo, Arland’s minister of water (Arland), quoted by Northline",
        "Petra Hallam and Emil Sorby, “Arland and Kestria agree on engineers’ panel, part ways over filling of dam”, Northline, 11 June 2026",
        "https://northline.example/2026/06/11/lissen-dam-talks#:~:text=There%20was%20no%20such%20promise%2C%20and%20no%20date%20was%20named%20in%20that%20room",
      ].join("\n"),
    );
  });

  it("gives indirect words as the outlet's, about the speaker and with the teller's part", () => {
    const [q] = quote(riverSample(), "no water would be impounded before the end of August");
    expect(q!.direct).toBe(false);
    expect(q!.words).toBe(
      "“Daria Orsik, the Kestrian foreign minister, said that President Tomas Reker of Arland had given his word that no water would be impounded before the end of August, when the rice on the lower Ommer is cut”",
    );
    expect(attributionOf(q!)).toBe(
      "Northline, on Tomas Reker, President of Arland (Arland), as told by Daria Orsik",
    );
  });

  it("gives only the quoted part of partly quoted words as the speaker's", () => {
    const c = tricky();
    const [part] = quote(c, "bridge to nowhere");
    expect(part).toMatchObject({ words: "“a bridge to nowhere.”", direct: true });
    const [whole] = quote(c, "called the plan");
    expect(whole).toMatchObject({
      direct: false,
      words: "“-1 is what Bo Lind called the plan: ‘a bridge to nowhere.’”",
    });
  });

  it("keeps the pieces of a split quotation apart, each in its own marks", () => {
    const [q] = quote(tricky(), "100 %");
    expect(q!.words).toBe(
      "“=SUM(A1:A9) is *not* a _plan_, {100 %} of it” … “We’ll pay $5 & no more — <b>ever</b> | `period` #now ~~soon~~.”",
    );
    const [exact] = quote(tricky(), "we'll pay", true);
    expect(exact!.words).toBe("“We’ll pay”");
  });

  it("never makes words that somebody denied or did not say his own", () => {
    const [denied] = quote(tricky(), "any deal");
    expect(denied).toMatchObject({ direct: false, words: "“Bo Lind denied ‘any deal.’”" });
    const article = makeArticle("Bo Lind did not say “we lost” at all.", { outlet: "Post" });
    const bo = makeSpeaker("Bo Lind", null);
    const s = say(article, [bo], {
      source: "Bo Lind",
      cue: "did not say",
      content: "“we lost”",
      form: "direct",
      negated: true,
    });
    const q = quotationById(holding([article], { speakers: [bo] }), s.id)!;
    expect(q).toMatchObject({ direct: false, words: "“Bo Lind did not say ‘we lost’”" });
  });

  it("names pages and times, and leads to a PDF's page", () => {
    const text = "Ann Lee said no. Bo Kim said yes.";
    const ann = makeSpeaker("Ann Lee", null);
    const paged = makeArticle(text, {
      path: "a.pdf",
      url: "https://court.example/a.pdf",
      pages: [
        { start: 0, end: 17, label: "iv" },
        { start: 17, end: 33, label: "1" },
      ],
    });
    const s = say(paged, [ann], { at: "Bo Kim", source: "Bo Kim", cue: "said", content: "yes" });
    const q = quotationById(holding([paged], { speakers: [ann] }), s.id)!;
    expect(q).toMatchObject({ page: "1", address: "https://court.example/a.pdf#page=2" });
    expect(plainQuotation(q)).toContain(", p. 1\n");
    const timed = makeArticle("ANN LEE: We won.", {
      path: "a.vtt",
      kind: "transcript",
      times: [{ start: 0, end: 16, from: 3723.4, to: 3730 }],
    });
    const t = say(timed, [ann], { source: "ANN LEE", content: "We won.", form: "direct" });
    const spoken = quotationById(holding([timed], { speakers: [ann] }), t.id)!;
    expect(plainQuotation(spoken)).toBe("“We won.” — Ann Lee\na.vtt 1:02:03");
  });

  it("gives words outside every statement as the document's own", () => {
    const north = makeSide("North");
    const report = makeArticle("It rained all day. Nobody came.", { outlet: "The Post" });
    const v = holding([report], { sides: [north] });
    const q = quotationAt(v, report, { start: 0, end: 18 })!;
    expect(q).toMatchObject({ statement: null, direct: false, words: "“It rained all day.”" });
    expect(plainQuotation(q)).toBe(`“It rained all day.” — The Post\nThe Post ¶1`);
  });

  it("refuses words that don't stand where they are said to stand", () => {
    const c = riverSample();
    const v = view(c);
    const s = c.articles[2]!.statements[0]!;
    s.content[0]!.start += 1;
    expect(() => quotationOf(v, v.statements.get(s.id)!)).toThrow(ReadoutError);
  });

  it("every quotation's exact words stand in the article, for every statement", () => {
    for (const c of [riverSample(), tricky()]) {
      const v = view(c);
      for (const found of v.statements.values()) {
        const q = quotationOf(v, found)!;
        expect(q.exact.length).toBeGreaterThan(0);
        for (const p of q.exact) expect(found.article.text.slice(p.start, p.end)).toBe(p.text);
        const quoted = found.statement.form === "direct" || found.article.kind === "transcript";
        if (q.direct) expect(quoted || found.statement.form === "mixed").toBe(true);
      }
    }
  });
});

describe("findWords", () => {
  const article = makeArticle(
    "She said: “We’ll re-open the ﬁle – at 10 a.m.,  soft\u00adly. ‘Fine’… ＡＢＣ, naı\u0308ve, 桥梁安全。party",
  );
  const hits = (words: string) => findWords([article], words).map((p) => article.text.slice(p.start, p.end));
  it("folds marks, dashes, spaces, ligatures, width, case and what can't be seen", () => {
    expect(hits("\"we'll RE-OPEN the file - at 10 a.m., softly")).toEqual([
      "We’ll re-open the ﬁle – at 10 a.m.,  soft\u00adly",
    ]);
    expect(hits("'Fine'...")).toEqual(["Fine"]);
    expect(hits("abc")).toEqual(["ＡＢＣ"]);
  });
  it("takes whole words only, but parts of a text without spaces", () => {
    expect(hits("art")).toEqual([]);
    expect(hits("安全")).toEqual(["安全"]);
    expect(hits("…")).toEqual([]);
  });
});

describe("markdownQuotation", () => {
  it("is a block quotation with a linked source", () => {
    const [q] = quote(tricky(), "bridge to nowhere");
    expect(markdownQuotation(q!)).toMatch(/^> “a bridge to nowhere\.”\n>\n> — Bo Lind/);
  });
});
