import { expect, test } from "vitest";
import { segment } from "../segment/segment.ts";
import { holdersIn } from "./by-hand.ts";

const holders = (text: string) => holdersIn(text, segment);

test("both, whatever verb follows, are the two of a group told as two", () => {
  expect(
    holders(
      "Ana Ruiz met Ben Okafor. Two sailors who were aboard described it. {s Both} {q plead} {c not guilty}.",
    ),
  ).toBe("Two sailors");
});

test("the cousins are those whom the text named so, the first with the surname of the second", () => {
  expect(
    holders(
      "Its founders, the cousins Paul and Lina Brandt, left. Ana Ruiz came. {s The cousins} {q say} {c no}.",
    ),
  ).toBe("Lina Brandt + Paul Brandt");
});

test("the ministers are all whom the first sentence joins, each name with its own role", () => {
  expect(
    holders(
      "The Foreign Minister of Velmora, Ms Ada Sorel, the Foreign Minister of Tarsk, Mr Ben Okafor, and the Foreign Minister of Brenn, Mr Tom Ferris, met in Dell. {s The Ministers} {q expressed} {c concern}.",
    ),
  ).toBe("Ada Sorel + Ben Okafor + Tom Ferris");
});

test("the couple are a person and the spouse whom a role ties to her", () => {
  expect(
    holders(
      "Ana Ruiz came with her husband, Ben Okafor. Tom Ferris sat by. {s The couple} {q want} {c to sue}.",
    ),
  ).toBe("Ana Ruiz + Ben Okafor");
});

test("both companies are no authority", () => {
  expect(
    holders(
      "The Port Authority wrote to Brenn Steel plc and Tarsk Chemicals. The Port Authority waited. {s Both companies} {q said} {c no}.",
    ),
  ).toBe("Brenn Steel plc + Tarsk Chemicals");
});

test("a spokesman there is one of the body just spoken of", () => {
  expect(holders("The Harbour Office disputes that. {s A spokesman there} {q said} {c no}.")).toBe(
    "Spokesman at Harbour Office",
  );
});

test("what a text says it will call a company is that company", () => {
  expect(
    holders(
      'Orlan Pumps plc ("Orlan", or "the Company") will buy Brenn Steel. {s The Company} {q expects} {c no delay}.',
    ),
  ).toBe("Orlan Pumps");
});

test("a clause put in between commas does not name who is before it", () => {
  expect(holders("Velmora, {s a senior diplomat} {q noted}, {c had said nothing}.")).toBe("Senior diplomat");
});
