import { describe, expect, test } from "vitest";
import type { ArticleSource } from "../model.ts";
import { segment } from "../segment/segment.ts";
import { checkPassage } from "../span.ts";
import { byHand, holdersOf } from "./by-hand.ts";
import { resolveDocument } from "./document.ts";

function read(text: string, about: Partial<ArticleSource> = {}) {
  const { doc, ids } = byHand(text, segment, about);
  const article = resolveDocument(doc);
  for (const statement of article.statements)
    for (const passage of statement.via) checkPassage(article.text, passage, statement.id);
  return {
    doc,
    article,
    of: (key: string) => holdersOf(article, ids.get(key)!),
    statement: (key: string) => article.statements.find((statement) => statement.id === ids.get(key))!,
    named: (name: string) => article.speakers.find((speaker) => speaker.name === name),
  };
}

describe("via", () => {
  test("from the pronoun over the nearest name to the fullest with its role", () => {
    const { statement } = read(
      "Ana Ruiz, the mayor of Dell, came. Ms. Ruiz sat down. {s She} {q said} {c no}.",
    );
    expect(statement("").via.map((passage) => passage.text)).toEqual([
      "She",
      "Ms. Ruiz",
      "Ana Ruiz, the mayor of Dell",
    ]);
  });
  test("nothing to follow where the source is the name", () => {
    expect(read("{s Ana Ruiz} {q said} {c no}.").statement("").via).toEqual([]);
  });
  test("a relative pronoun", () => {
    const { statement } = read("Mr. Troy, {s who} {q had equivocated} {c over it}, left.");
    expect(statement("").via.map((passage) => passage.text)).toEqual(["who", "Mr. Troy"]);
  });
  test("all of several", () => {
    const { statement } = read(
      "Daria Orsik, the foreign minister, met Henrik Dahl, the water minister. {s Both ministers} {q said} {c no}.",
    );
    expect(statement("").via[0]?.text).toBe("Both ministers");
    expect(statement("").via).toHaveLength(3);
  });
});

describe("scores and guesses", () => {
  test("two who fit alike are only guessed at", () => {
    const { statement } = read(
      "Mr. Dahl and Mr. Orlan were there. Mr. Orlan and Mr. Dahl left. {s He} {q said} {c no}.",
    );
    const { speakers, guess, speakerScore, via } = statement("");
    if (speakers.length === 0) {
      expect(guess).not.toBeNull();
      expect(speakerScore).toBeLessThan(0.52);
      expect(via).toEqual([]);
    } else expect(speakerScore).toBeLessThan(0.8);
  });
  test("a name is sure", () => {
    expect(read("{s Ana Ruiz} {q said} {c no}.").statement("").speakerScore).toBeGreaterThan(0.9);
  });
  test("nobody at all leaves nulls", () => {
    expect(read("It {q is said} {c that the dam leaks}.").statement("")).toMatchObject({
      speakers: [],
      via: [],
      speakerScore: null,
      guess: null,
    });
  });
});

describe("transcripts", () => {
  const transcript = `Dell, Monday
Ana Ruiz, Mayor of Dell
Bo Lind, Director of the Harbor Office
Moderator: Kim Tormey

MS. TORMEY: Good evening. Mayor Ruiz.

MS. RUIZ: Thank you. {s We} {q hope} {c that the port opens soon}.

MR. LIND: {s2 My colleague} {q2 has said} {c2 that it is safe}.

Q. Mayor Ruiz, is it safe?

MS. RUIZ: {s3 I} {q3 think} {c3 so}.

Q. When did you know?

A. On Monday.`;
  const { of, article, named } = read(transcript, { kind: "transcript" });
  test.each([
    ["turn0", "Kim Tormey"],
    ["turn1", "Ana Ruiz"],
    ["turn2", "Bo Lind"],
    ["turn3", ""],
    ["turn4", "Ana Ruiz"],
    ["turn5", ""],
    ["turn6", "Ana Ruiz"],
    ["", "Ana Ruiz"],
    ["3", "Ana Ruiz"],
  ])("%s is held by %s", (key, expected) => expect(of(key)).toBe(expected));
  test("labels take their kind and role from the list of people", () => {
    expect(named("Reporter")?.kind).toBe("unnamed");
    expect(named("Ana Ruiz")?.role).toMatch(/Mayor of Dell/);
    expect(article.speakers.map((speaker) => speaker.name)).not.toContain("RUIZ");
  });

  test("a witness and who examines", () => {
    const court = read(
      "Testimony of Tobias Wren\n\nBY MS. COLE:\n\nQ. Were you there?\n\nA. I was.\n\nQ. Alone?\n\nA. Yes.",
      { kind: "transcript" },
    );
    expect(["turn0", "turn1", "turn2", "turn3"].map(court.of)).toEqual([
      "Cole",
      "Tobias Wren",
      "Cole",
      "Tobias Wren",
    ]);
  });

  test("whom the chair calls up has that office", () => {
    const chamber = read(
      "THE PRESIDENT OF THE CHAMBER: Order. The Prime Minister.\n\nMR. SARRANT: I bear no ill will.\n\nMS. LINDEN (Civic Union): {s The Prime Minister} {q said} {c so}.",
      { kind: "transcript" },
    );
    expect(chamber.of("turn0")).toBe("President of the Chamber");
    expect(chamber.of("")).toBe("Sarrant");
    expect(chamber.named("Linden")?.role).toBe("Civic Union");
  });
});

describe("readouts", () => {
  const { of, named, article } = read(
    "{s We} {q regret} {c the delay}. {s2 The Ministry} {q2 expects} {c2 a reply}. {s3 Our engineers} {q3 say} {c3 so}. {c4 “{s5 We} {q5 hope} {c5 so},”} {q4 said} {s4 Minister Dahl}. {s6 The President} {q6 welcomed} {c6 it}. President Vasar met President Reker of Arland.",
    { kind: "readout", side: "Ministry of Water of Kestria" },
  );
  test.each([
    ["", "Ministry of Water of Kestria"],
    ["2", "Ministry of Water of Kestria"],
    ["4", "Dahl"],
    ["5", "Dahl"],
    ["6", "Vasar"],
  ])("%s is held by %s", (key, expected) => expect(of(key)).toBe(expected));
  test("our engineers are the body's", () => {
    expect(of("3")).toBe("Ministry of Water of Kestria’s engineers");
  });
  test("the body is a speaker even where nobody quotes it", () => {
    expect(named("Ministry of Water of Kestria")?.kind).toBe("body");
    expect(read("A river rose.", { side: "Ministry of Water" }).article.speakers).toHaveLength(1);
    expect(article.narrated).toEqual([]);
  });
});

describe("news habits", () => {
  test("a description first, the name in the next paragraph", () => {
    const { of, named } = read(
      "{s The head of Corrin Chemicals} {q said} {c he was sorry}.\n\n{s2 Leland Strand} {q2 told a station} {c2 that it was late}.",
    );
    expect([of(""), of("2")]).toEqual(["Leland Strand", "Leland Strand"]);
    expect(named("Leland Strand")?.role).toBe("head of Corrin Chemicals");
  });
  test("the union before its name", () => {
    expect(read("{s The union} {q said} {c no}. Local 88 of the Dock Workers had met.").of("")).toBe(
      "Local 88 of the Dock Workers",
    );
  });
  test("a president who needs no first name, and his wife", () => {
    const { of } = read(
      "President Wren spoke. {s Mr. Wren} {q said} {c no}. Michelle Wren came later. {s2 Mr. Wren} {q2 said} {c2 yes}.",
    );
    expect([of(""), of("2")]).toEqual(["Wren", "Wren"]);
  });
  test("what headlines capitalise is no name", () => {
    const { of } = read(
      "Wren Questions Orlan on Meddling at Eagerly Awaited Encounter\n\nMr. Wren met Mr. Orlan. {s Mr. Wren} {q said} {c no}.",
    );
    expect(of("")).toBe("Wren");
  });
  test("party words before a name", () => {
    expect(
      read("{s Republican Donald Wren} {q said} {c no}. {s2 Democrat Ana Ruiz} {q2 said} {c2 no}.").of(""),
    ).toBe("Donald Wren");
  });
  test("kinds", () => {
    const { article } = read(
      "{s Ana Ruiz} {q said} {c no}. {s2 Kestrian officials} {q2 said} {c2 no}. {s3 The Ministry of Water} {q3 said} {c3 no}. {s4 A report} {q4 says} {c4 no}. {s5 An official who asked not to be named} {q5 said} {c5 no}. {s6 Eleven percent} {q6 said} {c6 no}.",
    );
    expect(article.speakers.map((speaker) => speaker.kind)).toEqual([
      "person",
      "group",
      "body",
      "document",
      "unnamed",
      "group",
    ]);
  });
});

test("the order of the statements changes no holder", () => {
  const { doc } = byHand(
    "{s Mr. Orlan} {q said} {c {s2 Mr. Troy} {q2 had accepted} {c2 it}}. {s3 He} {q3 added} {c3 that it was late}.",
    segment,
  );
  const once = resolveDocument(doc);
  const turned = resolveDocument({ ...doc, statements: [...doc.statements].reverse() });
  expect([...turned.statements].reverse()).toEqual(once.statements);
});
