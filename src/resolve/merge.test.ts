import { describe, expect, test } from "vitest";
import type { Article, ArticleSource } from "../model.ts";
import { segment } from "../segment/segment.ts";
import { byHand } from "./by-hand.ts";
import { resolveDocument } from "./document.ts";
import { mergeSpeakers } from "./merge.ts";
import { Narrators } from "./narrator.ts";

function read(text: string, about: Partial<ArticleSource> = {}): Article {
  return resolveDocument(byHand(text, segment, about).doc);
}

/** "Name: side" of each speaker with members from how many documents, in alphabetical order. */
function shown(articles: Article[]): string[] {
  const { speakers, sides } = mergeSpeakers(articles);
  const sideOf = (id: string | null) => sides.find((side) => side.id === id)?.name ?? "-";
  return speakers
    .map((speaker) => `${speaker.name} ×${speaker.members.length}: ${sideOf(speaker.side)}`)
    .sort();
}

/** Names of the merged speakers with the number of documents' speakers in each. */
function merged(...texts: string[]): string[] {
  return mergeSpeakers(texts.map((text) => read(text)))
    .speakers.map((speaker) => `${speaker.name} ×${speaker.members.length}`)
    .sort();
}

type Row = [what: string, texts: string[], expected: string[]];

const PEOPLE: Row[] = [
  [
    "title, initial, surname",
    [
      "{s President Lindahl} {q said} {c no}.",
      "{s Oskar V. Lindahl} {q said} {c no}.",
      "{s Mr. Lindahl} {q said} {c yes}.",
    ],
    ["Oskar V. Lindahl ×3"],
  ],
  [
    "Sergei and Sergey",
    ["{s Sergei Antonov} {q said} {c no}.", "{s Sergey Antonov} {q said} {c yes}."],
    ["Sergei Antonov ×2"],
  ],
  [
    "one y or two",
    ["{s Pavlo Drensky} {q said} {c no}.", "{s Pavlo Drenskyy} {q said} {c yes}."],
    ["Pavlo Drenskyy ×2"],
  ],
  [
    "diacritics",
    ["{s Žofie Dvořáková} {q said} {c no}.", "{s Zofie Dvorakova} {q said} {c yes}."],
    ["Žofie Dvořáková ×2"],
  ],
  [
    "hyphen",
    ["{s Jeanette Okoro-Lund} {q said} {c no}.", "{s Jeanette Okoro-Lund} {q said} {c yes}."],
    ["Jeanette Okoro-Lund ×2"],
  ],
  [
    "Jr. and Sr. are two",
    ["{s Tobias Wren Jr.} {q said} {c no}.", "{s Tobias Wren Sr.} {q said} {c yes}."],
    ["Tobias Wren Jr. ×1", "Tobias Wren Sr. ×1"],
  ],
  [
    "two given names are two",
    ["{s Ana Ruiz} {q said} {c no}.", "{s Pedro Ruiz} {q said} {c yes}."],
    ["Ana Ruiz ×1", "Pedro Ruiz ×1"],
  ],
  [
    "a title chooses of two",
    ["{s Ana Ruiz} {q said} {c no}.", "{s Pedro Ruiz} {q said} {c yes}.", "{s Ms. Ruiz} {q said} {c so}."],
    ["Ana Ruiz ×2", "Pedro Ruiz ×1"],
  ],
  [
    "nothing chooses of two",
    ["{s Ana Ruiz} {q said} {c no}.", "{s Eva Ruiz} {q said} {c yes}.", "{s Ruiz} {q said} {c so}."],
    ["Ana Ruiz ×1", "Eva Ruiz ×1", "Ruiz ×1"],
  ],
  [
    "nickname",
    ["{s William Harrow} {q said} {c no}.", "{s Bill Harrow} {q said} {c yes}."],
    ["William Harrow ×2"],
  ],
  [
    "Paul and Paula are two",
    ["{s Paul Harrow} {q said} {c no}.", "{s Paula Harrow} {q said} {c yes}."],
    ["Paul Harrow ×1", "Paula Harrow ×1"],
  ],
  [
    "initial that differs",
    ["{s Ana B. Ruiz} {q said} {c no}.", "{s Ana C. Ruiz} {q said} {c yes}."],
    ["Ana B. Ruiz ×1", "Ana C. Ruiz ×1"],
  ],
  [
    "president of a country",
    ["{s President Tomas Reker of Arland} {q said} {c no}.", "{s The president of Arland} {q said} {c yes}."],
    ["Tomas Reker ×2"],
  ],
  [
    "demonym and office",
    ["{s President Tomas Reker of Arland} {q said} {c no}.", "{s The Arlandish president} {q said} {c yes}."],
    ["Tomas Reker ×2"],
  ],
  [
    "another country's president",
    [
      "{s President Tomas Reker of Arland} {q said} {c no}.",
      "{s The president of Kestria} {q said} {c yes}.",
    ],
    ["President of Kestria ×1", "Tomas Reker ×1"],
  ],
  [
    "same surname, two countries",
    [
      "{s President Reker of Arland} {q said} {c no}.",
      "{s Foreign Minister Reker of Kestria} {q said} {c yes}.",
    ],
    ["Reker ×1", "Reker ×1"],
  ],
  [
    "chairman of a company",
    [
      "{s Ruben Tasker, the chairman of Norbank,} {q said} {c no}.",
      "{s The chairman of Norbank} {q said} {c yes}.",
    ],
    ["Ruben Tasker ×2"],
  ],
];

const OTHERS: Row[] = [
  [
    "unnamed people stay apart",
    ["{s A senior official} {q said} {c no}.", "{s A senior official} {q said} {c yes}."],
    ["Senior official ×1", "Senior official ×1"],
  ],
  [
    "groups with a country go together",
    ["{s Kestrian officials} {q said} {c no}.", "{s Kestrian officials} {q said} {c yes}."],
    ["Kestrian officials ×2"],
  ],
  [
    "groups without one do not",
    ["{s Officials} {q said} {c no}.", "{s Officials} {q said} {c yes}."],
    ["Officials ×1", "Officials ×1"],
  ],
  [
    "company, long and short",
    [
      "{s Corrin-Voss Chemicals} {q said} {c no}.",
      "{s Corrin-Voss} {q said} {c yes}. It plans to close its plant, the company, which made paint.",
    ],
    ["Corrin-Voss Chemicals ×2"],
  ],
  [
    "acronym",
    ["{s The Ommer Basin Commission} {q said} {c no}.", "{s The OBC} {q said} {c yes}."],
    ["Ommer Basin Commission ×2"],
  ],
  [
    "words in another order",
    [
      "{s Process Workers Local 88} {q said} {c no}.",
      "{s Local 88 of the Process Workers} {q said} {c yes}.",
    ],
    ["Local 88 of the Process Workers ×2"],
  ],
  [
    "government and country",
    [
      "{s Kestria} {q said} {c no}. The president of Kestria left.",
      "{s The Kestrian government} {q said} {c yes}.",
    ],
    ["Kestria ×2"],
  ],
  [
    "a body is not its spokesman",
    ["{s The Harbor Union} {q said} {c no}.", "{s A spokesman for the Harbor Union} {q said} {c yes}."],
    ["Harbor Union ×1", "Spokesman for the Harbor Union ×1"],
  ],
  [
    "surname taken from a company",
    ["{s Palloway Foods} {q said} {c no}.", "{s Palloway} {q insists} {c yes}."],
    ["Palloway Foods ×2"],
  ],
  [
    "documents by name",
    [
      "{s A report by the Institute of Hydrology} {q says} {c no}.",
      "{s A report by the Institute of Hydrology} {q says} {c yes}.",
    ],
    ["Report by the Institute of Hydrology ×2"],
  ],
];

describe("people over documents", () => {
  test.each(PEOPLE)("%s", (_, texts, expected) => expect(merged(...texts)).toEqual(expected));
});

describe("bodies, groups, documents over documents", () => {
  test.each(OTHERS)("%s", (_, texts, expected) => expect(merged(...texts)).toEqual(expected));
});

describe("sides", () => {
  test("two countries by roles", () => {
    const articles = [
      read(
        "{s Daria Orsik, the Kestrian foreign minister,} {q said} {c no}. {s2 Henrik Dahl, Arland’s minister of water,} {q2 denied} {c2 it}. {s3 Ana Ruiz} {q3 laughed} {c3 at it}.",
      ),
    ];
    expect(shown(articles)).toEqual(["Ana Ruiz ×1: -", "Daria Orsik ×1: Kestria", "Henrik Dahl ×1: Arland"]);
  });

  test("one country alone is no side", () => {
    expect(
      shown([
        read("{s President Ilona Vasar of Kestria} {q said} {c no}. {s2 Ana Ruiz} {q2 said} {c2 yes}."),
      ]),
    ).toEqual(["Ana Ruiz ×1: -", "Ilona Vasar ×1: -"]);
  });

  test("readouts: the body, its officials and its articles", () => {
    const arland = read("{s We} {q regret} {c the delay}. {s2 Minister Dahl} {q2 said} {c2 no}.", {
      side: "Ministry of Water of Arland",
      kind: "readout",
    });
    const kestria = read(
      "{s The President} {q said} {c no}. President Ilona Vasar met President Reker of Arland.",
      { side: "Office of the President of Kestria", kind: "readout" },
    );
    const { articles, sides, speakers } = mergeSpeakers([arland, kestria]);
    const nameOf = (id: string | null) => sides.find((side) => side.id === id)?.name;
    expect(articles.map((article) => nameOf(article.side))).toEqual(["Arland", "Kestria"]);
    expect(new Narrators(speakers).of(articles[0]!)?.name).toBe("Ministry of Water of Arland");
    expect(new Narrators(speakers).of(articles[1]!)?.name).toBe("Office of the President of Kestria");
    expect(speakers.find((speaker) => speaker.name === "Dahl")?.side).toBe(articles[0]!.side);
  });

  test("company and union", () => {
    const articles = [
      read(
        "{s Priya Castell, a spokeswoman for Corrin Chemicals,} {q said} {c no}. {s2 Dolores Oyel, president of the Dock Workers Union,} {q2 said} {c2 yes}. {s3 Corrin Chemicals} {q3 said} {c3 so}. {s4 The Dock Workers Union} {q4 left}. {s5 Tom Ferris, a spokesman for the Court of Waters,} {q5 said} {c5 so}.",
      ),
    ];
    expect(shown(articles)).toEqual([
      "Corrin Chemicals ×1: Corrin Chemicals",
      "Dock Workers Union ×1: Dock Workers Union",
      "Dolores Oyel ×1: Dock Workers Union",
      "Priya Castell ×1: Corrin Chemicals",
      "Tom Ferris ×1: -",
    ]);
  });

  test("groups and unnamed people by their demonym", () => {
    const articles = [
      read(
        "{s Kestrian officials} {q said} {c no}. {s2 An Arlandish diplomat} {q2 said} {c2 yes}. The minister of Arland met the minister of Kestria.",
      ),
    ];
    expect(shown(articles)).toEqual(["Arlandish diplomat ×1: Arland", "Kestrian officials ×1: Kestria"]);
  });

  test("the paper's own country is left unsaid", () => {
    const articles = [
      read(
        "{s President Wren} {q said} {c no}. {s2 President Pavel Orlan of Russia} {q2 said} {c2 yes}. The United States and American officials met in the White House. The United States wanted more. {s3 Rex Tolman, the secretary of state,} {q3 said} {c3 so}.",
      ),
    ];
    expect(shown(articles)).toEqual([
      "Pavel Orlan ×1: Russia",
      "Rex Tolman ×1: United States",
      "Wren ×1: United States",
    ]);
  });
});

describe("narrator", () => {
  test("an outlet that nobody quotes is made the same way each time", () => {
    const article = read("{s Ana Ruiz} {q said} {c no}.", { outlet: "The Dell Courier" });
    const narrator = new Narrators(mergeSpeakers([article]).speakers).of(article)!;
    expect(narrator).toMatchObject({ name: "The Dell Courier", kind: "body", members: [] });
    expect(new Narrators([narrator]).of({ id: "a_other", outlet: "Dell Courier" })?.id).toBe(narrator.id);
    expect(new Narrators([narrator]).of({ id: "a_other", outlet: null })).toBeNull();
  });
});

test("order changes nothing, and merging twice gives the same", () => {
  const articles = [
    read("{s President Tomas Reker of Arland} {q said} {c no}. {s2 Ana Ruiz} {q2 said} {c2 yes}."),
    read(
      "{s Mr. Reker} {q said} {c no}. {s2 Ms. Ruiz} {q2 said} {c2 yes}. {s3 The Kestrian minister} {q3 left}.",
    ),
    read("{s We} {q said} {c so}. {s2 Pedro Ruiz} {q2 said} {c2 no}.", {
      side: "Ministry of Water of Arland",
      kind: "readout",
    }),
    read("{s The Arlandish president} {q said} {c no}.", { outlet: "Northline" }),
  ];
  const once = mergeSpeakers(articles);
  const turned = mergeSpeakers([articles[2]!, articles[0]!, articles[3]!, articles[1]!]);
  expect(turned.speakers).toEqual(once.speakers);
  expect(turned.sides).toEqual(once.sides);
  expect(mergeSpeakers(once.articles)).toEqual(once);
  expect(JSON.parse(JSON.stringify(once))).toEqual(once);
});
