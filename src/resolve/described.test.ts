import { expect, test } from "vitest";
import type { ArticleSource } from "../model.ts";
import { segment } from "../segment/segment.ts";
import { holdersIn } from "./by-hand.ts";

const holders = (text: string, about: Partial<ArticleSource> = {}) => holdersIn(text, segment, about);

test("the mayor is not the deputy mayor, for there is only one", () => {
  expect(
    holders(
      "Mayor Ana Ruiz opened the bridge. Deputy mayor Ben Okafor came with her. Okafor smiled. {s The mayor} {q said} {c it would stand}.",
    ),
  ).toBe("Ana Ruiz");
});

test("her ladyship is whom her alone would mean", () => {
  expect(
    holders(
      "The judge, Mrs Justice Sorel, warned the jury. {s Her ladyship} {q hoped} {c to sum up on Monday}.",
    ),
  ).toBe("Sorel");
});

test("Sir and a given name are the knight named in full, a name cut short is the whole one", () => {
  expect(
    holders(
      "Sir Crispin Okafor founded the school. Ana Ruiz warned Sir Crispin. {s Sir Crispin} {q said} {c to carry on}.",
    ),
  ).toBe("Crispin Okafor");
  expect(
    holders(
      "Racing driver Dominic Ferris lost the ring. {s Dom} {q swears} {c he told the planner}. Ana Ruiz left.",
    ),
  ).toBe("Dominic Ferris");
});

test("the Greens are the Green Alliance", () => {
  expect(
    holders("The Green Alliance left the government on Monday. {s The Greens} {q want} {c an election}."),
  ).toBe("Green Alliance");
});

test("the accused is whom the text says to be accused", () => {
  expect(
    holders(
      "Ana Ruiz, 58, is on trial for arson. She denies it. For the Crown, Petra Sorel suggested that it had been planned. Ida Brandt told the court last week that she had smelt smoke. {s The accused} {q said} {c she had slept}.",
    ),
  ).toBe("Ana Ruiz");
});

test("one of them with a name behind is that name's, whatever follows it", () => {
  expect(
    holders(
      "Two analysts looked at it. {s One of them, Petra Sorel of Tollhouse Securities,} {q said} {c it could not last}.",
    ),
  ).toBe("Petra Sorel");
});

test("the aunt of a nephew is whom he was tied to", () => {
  expect(
    holders(
      "Ana Amadi came with her nephew, Wilf Okafor. Ida Brandt watched. Okafor kept the receipts. {s His aunt} {q plans} {c to sing}.",
    ),
  ).toBe("Ana Amadi");
});

test("a quotation that goes on calls its speaker neither he nor she", () => {
  expect(
    holders(
      "Ada Sorel, a physicist, suspects the water. Her co-author Chikondi Marsh thinks otherwise. The hydrologist built the sensors. {c1 “We argue every day,”} {q1 says} {s1 Marsh}. {c2 “{s She} {q thinks} {c I am stubborn}.”}",
    ),
  ).toBe("Ada Sorel");
});

test("nor does one whose speaker comes behind it", () => {
  expect(
    holders(
      "Dominic Ferris was to marry at a castle. Planner Chikondi Marsh is having none of it. {c1 “{s He} {q told} {c me Dell},”} {s1 Marsh} {q1 fumed}.",
    ),
  ).toBe("Dominic Ferris");
});

test("a readout without a side speaks for the country of the ministry that puts it out", () => {
  expect(
    holders(
      "Foreign Minister Ada Sorel received the Foreign Minister of Teshmir, Rashid Kolov, in Dell. Minister Kolov noted the delay. {s The Minister} {q replied} {c that she would wait}.",
      { kind: "readout", outlet: "Ministry of Foreign Affairs of Lagune" },
    ),
  ).toBe("Ada Sorel");
});
