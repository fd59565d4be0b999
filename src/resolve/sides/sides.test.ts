import { describe, expect, test } from "vitest";
import type { Article, ArticleSource } from "../../model.ts";
import { segment } from "../../segment/segment.ts";
import { byHand } from "../by-hand.ts";
import { resolveDocument } from "../document.ts";
import { mergeSpeakers } from "../merge.ts";
import { readRole } from "./role.ts";

function read(text: string, about: Partial<ArticleSource> = {}): Article {
  return resolveDocument(byHand(text, segment, about).doc);
}

const readout = (side: string) =>
  read("{s We} {q say} {c that it was so}.", { side, kind: "readout", outlet: side });

/** Names of speakers with their sides, "-" for none. */
function sidesOf(...articles: Article[]): Record<string, string> {
  const { speakers, sides } = mergeSpeakers(articles);
  return Object.fromEntries(
    speakers.map(({ name, side }) => [name, sides.find(({ id }) => id === side)?.name ?? "-"]),
  );
}

describe("what a role ties to", () => {
  test.each([
    ["the deputy leader of the Country Party", "Country Party"],
    ["who speaks for Safe Road to Garrow", "Safe Road to Garrow"],
    ["the Homestead leader", "Homestead"],
    ["head of the cleaning firm Nitor", "Nitor"],
    ["chairman of the guards' union", "guards' union"],
    ["his spokesman", "his"],
    ["who runs against him for the list Open Kessaly", "Open Kessaly"],
    ["a professor hired by the company", "company"],
  ])("%s", (role, phrase) => expect(readRole(role).map((tie) => tie.phrase)).toContain(phrase));
});

describe("whose side", () => {
  test("what somebody did, told in a relative clause, does not make him a country's", () => {
    const sides = sidesOf(
      readout("Ministry of Defence of Arland"),
      readout("Ministry of Defence of Kestria"),
      read(
        "{s Oskar Venn}, who had doubted on Monday whether Kestria was to blame, {q said} {c that it was so}.",
      ),
    );
    expect(sides["Oskar Venn"]).toBe("-");
  });

  test("third countries and referees are on none where two states have spoken", () => {
    const sides = sidesOf(
      readout("Ministry of Defence of Arland"),
      readout("Government of Kestria"),
      read(
        "{s Ilo Brand, the Arlandish foreign minister,} {q said} {c no}. {s2 Mara Quist, the chancellor of Lume,} {q2 said} {c2 yes}. {s3 Judge Tilda Orme, the mediator,} {q3 said} {c3 so}.",
      ),
    );
    expect(sides).toMatchObject({ "Ilo Brand": "Arland", "Mara Quist": "-", "Tilda Orme": "-" });
  });

  test("who speaks for a person is on that person's side", () => {
    const sides = sidesOf(
      readout("Fennel Works"),
      readout("Nadia Sorrel"),
      read(
        "{s Nadia Sorrel} {q said} {c no}. {s2 Pavel Stroud, a lawyer for Ms. Sorrel,} {q2 said} {c2 yes}. {s3 Ada Venn, the chief executive of Fennel Works,} {q3 said} {c3 so}.",
      ),
    );
    expect(sides).toMatchObject({ "Pavel Stroud": "Nadia Sorrel", "Ada Venn": "Fennel Works" });
  });

  test("a dismissed minister is no longer of the government", () => {
    const sides = sidesOf(
      readout("Office of the Prime Minister"),
      read(
        "{s Prime Minister Elio Marr} {q said} {c no}. {s2 Kata Linde, the minister of finance,} {q2 said} {c2 yes}. Kata Linde was dismissed on Monday. {s3 Kit Moran, a spokesman for the government,} {q3 said} {c3 so}.",
      ),
    );
    expect(sides["Kata Linde"]).toBe("-");
    expect(sides["Kit Moran"]).toBe(sides["Elio Marr"]);
    expect(sides["Elio Marr"]).toMatch(/^Government/);
  });

  test("prosecution and defence", () => {
    const sides = sidesOf(
      read(
        "{s Olga Prenn, the public prosecutor,} {q said} {c no}. {s2 Tom Arbel, the defence lawyer,} {q2 said} {c2 yes}. {s3 Ben Acker, a neighbour,} {q3 said} {c3 so}.",
      ),
    );
    expect(sides).toEqual({ "Ben Acker": "-", "Olga Prenn": "Prosecution", "Tom Arbel": "Defence" });
  });

  test("the party of the leader of the opposition is the opposition", () => {
    const sides = sidesOf(
      readout("Reform List"),
      read(
        "{s Prime Minister Elio Marr} {q said} {c no}. {s2 Lea Brandt, the leader of the opposition,} {q2 said} {c2 yes}. Lea Brandt, who leads the Reform List, left.",
      ),
    );
    expect(sides["Lea Brandt"]).toBe("Reform List (opposition)");
  });

  test("a ministry by its field is that of the one country that has it named", () => {
    const sides = sidesOf(
      readout("Ministry of Water of Arland"),
      readout("Government of Kestria"),
      read("{s Marit Solke, a spokeswoman for the water ministry,} {q said} {c no}."),
    );
    expect(sides["Marit Solke"]).toBe("Arland");
  });

  test("the lawyers of a body's head are the body's; where a quarrel has its parties, a suit adds none", () => {
    const sides = sidesOf(
      readout("Fennel Works"),
      readout("Dockers' Union"),
      read(
        "{s Ada Venn, the chief executive of Fennel Works,} {q said} {c no}. {s2 Rolf Asch, a lawyer for Ms. Venn,} {q2 said} {c2 yes}. {s4 The plaintiff} {q4 said} {c4 it}.",
      ),
    );
    expect(sides).toMatchObject({ "Ada Venn": "Fennel Works", "Rolf Asch": "Fennel Works" });
    expect(new Set(Object.values(sides))).toEqual(new Set(["-", "Fennel Works", "Dockers' Union"]));
  });

  test("a number is no body", () => {
    const sides = sidesOf(
      readout("Fennel Works"),
      readout("Process Workers Local 88"),
      read(
        "{s Four officers of the union} {q said} {c no}. {s2 Four stewards of the union} {q2 said} {c2 yes}.",
      ),
    );
    expect(Object.values(sides)).not.toContain("Four");
  });

  test("an office is known by its field, which is no body above it", () => {
    const sides = sidesOf(
      readout("Office of Harbour Safety"),
      readout("Fennel Works"),
      read(
        "{s Tom Ferris, a spokesman for the Office of Harbour Safety,} {q said} {c no}. {s2 Rosa Quill, who leads Harbour Safety,} {q2 said} {c2 yes}.",
      ),
    );
    expect(sides["Tom Ferris"]).toBe("Office of Harbour Safety");
  });

  test("none where only outlets, courts and experts speak", () => {
    const sides = sidesOf(
      read(
        "{s Ines Tal, a historian,} {q said} {c no}. {s2 The Court of Waters} {q2 said} {c2 yes}. {s3 Hugo Brill, an analyst at Tarn Securities,} {q3 said} {c3 so}.",
      ),
    );
    expect(new Set(Object.values(sides))).toEqual(new Set(["-"]));
  });
});
