import { describe, expect, it } from "vitest";
import { emptyCollection, makeArticle, makeSide, makeSpeaker, say } from "./builder.ts";
import { datesOf, dayOf, holdingOf, placeOf, view } from "./view.ts";

const names = (hs: { name: string }[]) => hs.map((h) => h.name);

describe("placeOf", () => {
  const place = (given: Parameters<typeof makeArticle>[1], at: string) => {
    const article = makeArticle("One.\nTwo.\n\nThree.\n \nFour.", given);
    const v = view({ ...emptyCollection(), articles: [article] });
    return placeOf(v, article, article.text.indexOf(at));
  };
  it("is the line of a plain file", () => {
    expect(place({ path: "a/wire.txt" }, "Three")).toBe("wire.txt:4");
    expect(place({ path: "wire.md", textOffset: 90, textLine: 7 }, "Three")).toBe("wire.md:10");
    expect(place({ path: "C:\\news\\wire.md" }, "One")).toBe("wire.md:1");
  });
  it("is the paragraph where lines can't be known or mean nothing", () => {
    expect(place({ path: "wire.txt", textOffset: 90 }, "Four")).toBe("wire.txt ¶3");
    expect(place({ path: "page.html" }, "Two")).toBe("page.html ¶1");
    expect(place({ url: "https://www.news.example/a/" }, "Three")).toBe("news.example/a ¶2");
  });
  it("is the page or the time where there is one", () => {
    expect(place({ path: "a.pdf", pages: [{ start: 0, end: 99, label: "iv" }] }, "Two")).toBe("a.pdf p. iv");
    expect(place({ path: "a.vtt", times: [{ start: 0, end: 99, from: 3723.4, to: 3730 }] }, "Two")).toBe(
      "a.vtt 1:02:03",
    );
  });
  it("tells documents of one name apart", () => {
    const articles = [makeArticle("A", { path: "x/a.txt" }), makeArticle("B", { path: "y/a.txt" })];
    const v = view({ ...emptyCollection(), articles });
    expect(articles.map((a) => placeOf(v, a, 0))).toEqual(["a.txt:1", "a.txt (2):1"]);
  });
});

describe("dates", () => {
  it("stay as precise as they are", () => {
    expect(["2026-06-11T19:42:00+02:00", "2026-06", "2026", "last week"].map(dayOf)).toEqual([
      "11 June 2026",
      "June 2026",
      "2026",
      "last week",
    ]);
    const on = (publishedAt: string | null) => makeArticle("x", { publishedAt });
    expect(datesOf([on("2026-06-12"), on(null), on("2026-06-11T23:00")])).toBe("11–12 June 2026");
    expect(datesOf([on("2026-07-01"), on("2026-06-30")])).toBe("30 June 2026 – 1 July 2026");
    expect(datesOf([on(null)])).toBeNull();
  });
});

describe("holdingOf", () => {
  const north = makeSide("North");
  const south = makeSide("South");
  it("names who tells, and nobody as the teller of his own words", () => {
    const ann = makeSpeaker("Ann Lee", north);
    const bo = makeSpeaker("Bo Kim", south);
    const article = makeArticle("Ann said Bo had agreed. She said she believed him.");
    const outer = say(article, [ann], { source: "Ann", cue: "said", content: "Bo had agreed" });
    const inner = say(article, [bo], { source: "Bo", cue: "had agreed", parent: outer.id });
    const own = say(article, [ann], { source: "she", cue: "believed", content: "him", parent: outer.id });
    const v = view({ ...emptyCollection(), articles: [article], speakers: [ann, bo], sides: [north, south] });
    const told = holdingOf(v, { statement: inner, article, narrated: false });
    expect([names(told.holders), told.reportedBy.map(names)]).toEqual([["Bo Kim"], [["Ann Lee"]]]);
    expect(holdingOf(v, { statement: own, article, narrated: false }).reportedBy).toEqual([]);
  });
  it("says that what stands in a question was asked, and by whom nobody knows", () => {
    const bo = makeSpeaker("Bo Kim", south);
    const article = makeArticle("QUESTION: Do you say that they are false?");
    const asked = say(article, [], {
      source: "QUESTION",
      content: "Do you say that they are false?",
      act: "ask",
    });
    const inner = say(article, [bo], {
      source: "you",
      cue: "say",
      content: "they are false",
      parent: asked.id,
    });
    const v = view({ ...emptyCollection(), articles: [article], speakers: [bo], sides: [south] });
    const told = holdingOf(v, { statement: inner, article, narrated: false });
    expect(told.reportedBy.map(names)).toEqual([["a questioner not named"]]);
  });
  it("names a readout that puts words into another side's mouth, not for its own and not for quoted ones", () => {
    const bo = makeSpeaker("Bo Kim", south);
    const office = makeSpeaker("Office of North", north, null, "body");
    const article = makeArticle("Mr. Kim accepted it. We said no. “Yes,” Mr. Kim said.", {
      kind: "readout",
      side: north.id,
      outlet: "Office of North",
    });
    const told = say(article, [bo], { source: "Mr. Kim", cue: "accepted", content: "it" });
    const own = say(article, [office], { source: "We", cue: "said", content: "no" });
    const quoted = say(article, [bo], { at: "“Yes", cue: "said", content: "“Yes,”", form: "direct" });
    const v = view({
      ...emptyCollection(),
      articles: [article],
      speakers: [bo, office],
      sides: [north, south],
    });
    const tellers = [told, own, quoted].map((statement) =>
      holdingOf(v, { statement, article, narrated: false }).reportedBy.map(names),
    );
    expect(tellers).toEqual([[["Office of North"]], [], []]);
  });
  it("says so where the holder is a guess, and gives the source's words where there is none", () => {
    const ann = makeSpeaker("Ann Lee", north);
    const article = makeArticle("She said so. Some officials said more.");
    const first = say(article, [], { source: "She", cue: "said", content: "so", guess: ann.id });
    const second = say(article, [], { at: "Some", source: "Some officials", cue: "said", content: "more" });
    const v = view({ ...emptyCollection(), articles: [article], speakers: [ann], sides: [north] });
    const [a, b] = [first, second].map(
      (statement) => holdingOf(v, { statement, article, narrated: false }).holders[0]!,
    );
    expect([a!.name, a!.sure]).toEqual(["Ann Lee", false]);
    expect([b!.name, b!.id]).toEqual(["Some officials", null]);
  });
});
