import { describe, expect, test } from "vitest";
import type { ArticleSource } from "../model.ts";
import { segment } from "../segment/segment.ts";
import { byHand, holdersOf } from "./by-hand.ts";
import { resolveDocument } from "./document.ts";

function holders(marked: string, about: Partial<ArticleSource> = {}): (key: string) => string {
  const { doc, ids } = byHand(marked, segment, about);
  const article = resolveDocument(doc);
  return (key) => holdersOf(article, ids.get(key)!);
}

describe("sources with a name beside other words", () => {
  test.each([
    ["{s Rowan’s Tilda Marsh} {q said} {c the plan would fail}.", "Tilda Marsh"],
    ["{s Pinnock legend Osric Bramble} {q said} {c the manager must go}.", "Osric Bramble"],
    ["It was {s an undergraduate, Clara Finch}, who {q argued} {c otherwise}.", "Clara Finch"],
    ["{s The Harbour Minister, Anselm Quaid}, {q insisted} {c that nobody had been told}.", "Anselm Quaid"],
    ["{s Its treasurer, a quiet man called Jonas Wick}, {q warned} {c of a loss}.", "Jonas Wick"],
    [
      "{s President of the Republic of Ostrava Emil Sorn} {q expressed} {c readiness}. Emil Sorn left.",
      "Emil Sorn",
    ],
  ])("%s", (marked, expected) => expect(holders(marked)("")).toBe(expected));
});

describe("sources of which no mention tells", () => {
  test("one and another of a group take its name", () => {
    const of = holders(
      "The workers met the inspector. {s1 One} {q1 recalled} {c1 a warning}. {s2 Another} {q2 said} {c2 nobody came}.",
    );
    expect([of("1"), of("2")]).toEqual(["One of workers", "Another of workers"]);
  });
  test("a place or body inside the source is not the holder", () => {
    expect(holders("{s Somebody in Fennick Hall} {q decided} {c to wait}.")("")).toBe(
      "Somebody in Fennick Hall",
    );
  });
  test("nobody is nobody", () => {
    expect(holders("{s Nobody} {q said} {c why}.")("")).toBe("");
  });
  test("two people who are not to be named are not the two people named before", () => {
    const of = holders(
      "Ivo Lasker met Petra Moll. {s Two people close to the talks} {q said} {c a deal was near}.",
    );
    expect(of("")).not.toMatch(/Lasker|Moll/);
  });
});

describe("what is written and what is impersonal", () => {
  test("a letter speaks for its writer, a report for itself", () => {
    const of = holders(
      "Oda Brandt resigned. {s1 Her letter} {q1 says} {c1 she was ignored}. {s2 A report} {q2 says} {c2 she was not}.",
    );
    expect([of("1"), of("2")]).toEqual(["Oda Brandt", "Report"]);
  });
  test("an urging without a source is the releasing body's", () => {
    const of = holders(
      "{s1 Fenwick Water} {q1 said} {c1 the main had burst}. Residents {q2 are urged} {c2 to boil water}.",
      {
        outlet: "Fenwick Water",
        kind: "readout",
      },
    );
    expect(of("2")).toBe("Fenwick Water");
  });
  test("in a report it is nobody's", () => {
    expect(holders("Residents {q are urged} {c to boil water}.")("")).toBe("");
  });
  test("“we” of a body's own text is the body", () => {
    const of = holders("The Potters’ Guild met. {s We} {q say} {c the kilns stay}.", {
      outlet: "Potters’ Guild",
    });
    expect(of("")).toBe("Potters’ Guild");
  });
});

describe("turns", () => {
  test("you is the one who is asked", () => {
    const of = holders(
      "Evidence of Mr Aldous Grieve\n\nQuestions from MS TARN\n\nQ. {s1 You} {q1 said} {c1 it was shut}?\n\nA. {s2 I} {q2 think} {c2 so}.",
      { kind: "transcript" },
    );
    expect([of("1"), of("2"), of("turn0"), of("turn1")]).toEqual([
      "Aldous Grieve",
      "Aldous Grieve",
      "Tarn",
      "Aldous Grieve",
    ]);
  });
  test("a reporter who is called up by name is the one who asks", () => {
    const of = holders(
      "MS. ORLE: Good morning. With that, Tobin.\n\nQ: Is the bridge open?\n\nMS. ORLE: It is.\n\nQ: Since when?\n\nMS. ORLE: Monday.",
      { kind: "transcript" },
    );
    expect([of("turn1"), of("turn3")]).toEqual(["Tobin", ""]);
  });
});

describe("sides and places", () => {
  test("a capital speaks for its country", () => {
    const of = holders(
      "The account from Brevik, Dorland’s capital, differs. Dorland is angry. {s Brevik} {q has threatened} {c to close the pass}.",
    );
    expect(of("")).toBe("Dorland");
  });
  test("a union of two trades has one name and its initials", () => {
    const of = holders(
      "{s1 The Allied Rope and Sail Union} {q1 said} {c1 no}. {s2 ARSU} {q2 is willing} {c2 to talk}.",
    );
    expect(of("2")).toBe(of("1"));
  });
  test("a portfolio is no country", () => {
    const of = holders(
      "The Minister of Foreign Affairs, H.E. Bram Ostick, received the Minister of Water Resources of the Republic of Calder, H.E. Nela Frost. {s The Norrish Minister} {q expressed} {c concern}.",
      { kind: "readout", side: "Republic of Norria" },
    );
    expect(of("")).toBe("Bram Ostick");
  });
});

describe("offices at a table", () => {
  test("behind an office, the style of a dignitary opens the name", () => {
    const of = holders(
      "At the invitation of H.E. Mr. Dorin Tace, Minister of Foreign Affairs of the Republic of Ilvany, the Secretary of State for External Affairs of the Dominion of Saint Brann, the Rt. Hon. Edith Macrae, paid a visit. {s1 The Secretary of State} {q1 asked} {c1 for talks}. {s2 The Minister} {q2 agreed} {c2 to them}. {s3 The two Ministers} {q3 hoped} {c3 for more}.",
    );
    expect([of("1"), of("2"), of("3")]).toEqual(["Edith Macrae", "Dorin Tace", "Dorin Tace + Edith Macrae"]);
  });
  test("a Dame called Honor is no style", () => {
    const of = holders(
      "{s1 Orrin's Chair, Dame Honor Tull}, {q1 said} {c1 the board agreed}. {s2 The Chair} {q2 added} {c2 more}.",
    );
    expect([of("1"), of("2")]).toEqual(["Honor Tull", "Honor Tull"]);
  });
  test("the head of state is the president, the head of government the prime minister", () => {
    const of = holders(
      "Ilona Kars, president of Orl, met Prime Minister Ben Mott. {s1 The head of government} {q1 said} {c1 no}. {s2 The Head of State} {q2 said} {c2 yes}.",
    );
    expect([of("1"), of("2")]).toEqual(["Ben Mott", "Ilona Kars"]);
  });
  test("an office in capitals that somebody owns is no name", () => {
    const of = holders(
      "The Union's Special Envoy for the Delta, General Hamid Rosh, took part. {s The Envoy} {q confirmed} {c it}.",
    );
    expect(of("")).toBe("Hamid Rosh");
  });
  test("three leaders are the three people named, whatever their office", () => {
    const of = holders(
      "Prime Minister Rosa Acht spoke with President Amadou Sor and with General Issa Bako, the commander of the mission. {s The three leaders} {q agreed} {c on a truce}.",
    );
    expect(of("").split(" + ").sort()).toEqual(["Amadou Sor", "Issa Bako", "Rosa Acht"]);
  });
});

describe("names at the end of a source", () => {
  test.each([
    ["{s The firm that bought the rest, Ibera}, {q says} {c it was shown a clean report}.", "Ibera"],
    ["{s The charity that runs the home, Enfance Claire}, {q told} {c us nothing}.", "Enfance Claire"],
    ["{s The captain, the German Clara Finch}, {q had told} {c him so}.", "Clara Finch"],
    ["{s Petra's brief, smoothie solicitor Clara Finch}, {q says} {c no}.", "Clara Finch"],
    ["{s Ivo Lasker, 58, and Petra Moll, 51}, {q deny} {c it}.", "Ivo Lasker + Petra Moll"],
    [
      "{s Brenn Lines plc (“Brenn”) and Tarsk Ferries Ltd} {q said} {c they would combine}.",
      "Brenn Lines plc + Tarsk Ferries Ltd",
    ],
  ])("%s", (marked, expected) => expect(holders(marked)("").split(" + ").sort().join(" + ")).toBe(expected));
  test("of a clause's object the name is not the source's", () => {
    expect(holders("{s The clerk who called the mayor, Ana Ruiz}, {q said} {c yes}.")("")).not.toBe(
      "Ana Ruiz",
    );
  });
  test("a lawyer's client is whom the lawyer stands for", () => {
    const of = holders(
      "Augustin Per, a lawyer for Ratna Wira, spoke. {s Per} {q said} {c {s2 his client} {q2 denied} {c2 it}}.",
    );
    expect(of("2")).toBe("Ratna Wira");
  });
});
