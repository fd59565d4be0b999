import { expect, test } from "vitest";
import { segment } from "../segment/segment.ts";
import { holdersIn } from "./by-hand.ts";

const holders = (text: string) => holdersIn(text, segment);

test("a style before a name belongs to the name: the minister and Mrs. Sorel are one", () => {
  expect(
    holders(
      "The Minister of Ports of Lagune, Her Excellency Mrs. Ada Sorel, came with the Minister of Trade. {s She} {q said} {c no}.",
    ),
  ).toBe("Ada Sorel");
});

test("a person by origin is no name", () => {
  expect(
    holders("Petra Kohl, a producer, laughed at him. Kohl wants to go on. {s The Viennese} {q said} {c no}."),
  ).toBe("Petra Kohl");
});

test("whom the first sentence only describes is who the next names with an age", () => {
  expect(
    holders(
      "{s A baker accused of arson} {q told} a court {c that he had slept}. Colm Brannigan, 44, denies it.",
    ),
  ).toBe("Colm Brannigan");
});

test("two rivals are the two most spoken of, not the last two named", () => {
  expect(
    holders(
      "Ana Ruiz met Ben Okafor in Dell. Ruiz smiled and Okafor frowned. Ruiz sat down. Okafor stood. A clerk, Tom Ferris, watched. {s The two rivals} {q said} {c no}.",
    ),
  ).toBe("Ana Ruiz + Ben Okafor");
});
