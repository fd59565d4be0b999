import { describe, expect, it } from "vitest";
import { quantitiesIn } from "./quantity.ts";
import { relateQuantities } from "./quantity-relation.ts";

const NOW = "2025-09-08";

/** text, dimension, low, high, noun, bound ("~" about) */
const FOUND: [string, string, number, number, string, string][] = [
  ["about 40 workers were hurt", "count", 40, 40, "workers", "~exact"],
  ["at least two soldiers died", "count", 2, 2, "soldiers", "above"],
  ["fewer than 300 people came", "count", 300, 300, "people", "below"],
  ["one hundred and twenty-three families", "count", 123, 123, "families", "exact"],
  ["two dozen ships", "count", 24, 24, "ships", "exact"],
  ["several hundred people marched", "count", 200, 999, "people", "~exact"],
  ["between 40 and 50 people", "count", 40, 50, "people", "exact"],
  ["30,000 farms without water", "count", 30000, 30000, "farms", "exact"],
  ["fourteen of them were taken away", "count", 14, 14, "people", "exact"],
  ["a fee of £14m", "money", 14e6, 14e6, "", "exact"],
  ["1.9 billion crowns", "money", 1.9e9, 1.9e9, "", "exact"],
  ["$500", "money", 500, 500, "", "exact"],
  ["a deficit of 4.8 percent", "ratio", 0.048, 0.048, "", "exact"],
  ["nine in 10 of the voters", "ratio", 0.9, 0.9, "voters", "~exact"],
  ["more than half of the crew", "ratio", 0.5, 0.5, "crew", "~above"],
  ["two-thirds of the shortfall", "ratio", 2 / 3, 2 / 3, "shortfall", "~exact"],
  ["three hours and ten minutes", "duration", 11400, 11400, "", "exact"],
  ["within 40 seconds", "duration", 40, 40, "", "below"],
  ["two miles away", "length", 3218.688, 3218.688, "away", "exact"],
  ["6 tonnes of grain", "mass", 6000, 6000, "", "exact"],
  ["at 5.40pm on Monday", "time", 1060, 1060, "", "exact"],
  ["at 04.00", "time", 240, 240, "", "exact"],
  ["at noon", "time", 720, 720, "", "exact"],
];

describe("quantitiesIn", () => {
  it.each(FOUND)("%s", (text, dimension, low, high, noun, bound) => {
    const found = quantitiesIn(text, NOW)[0]!;
    expect(text.slice(found.start, found.end)).toBe(found.text);
    expect(found.dimension).toBe(dimension);
    expect(found.low).toBeCloseTo(low, 3);
    expect(found.high).toBeCloseTo(high, 3);
    if (noun !== "") expect(found.noun).toBe(noun);
    expect((found.approximate ? "~" : "") + found.bound).toBe(bound);
  });

  it.each(["Unit 4 was closed", "the 24-year-old winger", "Marker 61", "the 4th regiment"])(
    "%s: a number that names counts nothing",
    (text) => {
      expect(quantitiesIn(text, NOW).every((one) => one.name)).toBe(true);
    },
  );

  it("reads days and months against the document's date", () => {
    const day = (text: string) => quantitiesIn(text, NOW)[0]!;
    expect(day("on 14 October").low).toBe(Date.UTC(2025, 9, 14) / 864e5);
    expect(day("on Oct. 14, 2024").low).toBe(Date.UTC(2024, 9, 14) / 864e5);
    expect(day("before the end of August")).toMatchObject({
      low: Date.UTC(2025, 7, 1) / 864e5,
      bound: "below",
    });
    expect(day("on Friday").low).toBe(Date.UTC(2025, 8, 5) / 864e5);
  });
});

const RELATED: [string, string, string | null][] = [
  ["42 people", "42 people", "same"],
  ["forty-two people", "42 people", "same"],
  ["about 40 people", "42 people", "rounded"],
  ["40 people", "42 people", "different"],
  ["30,000 people", "28,700 people", "rounded"],
  ["30,000 people", "21,000 people", "different"],
  ["14 people", "10 people", "different"],
  ["more than 40 people", "52 people", "within"],
  ["more than 40 people", "32 people", "different"],
  ["fewer than half", "45 percent", "within"],
  ["fewer than half", "90 percent", "different"],
  ["nine in 10", "90 percent", "same"],
  ["a fifth", "20 percent", "same"],
  ["a majority", "61 percent", "within"],
  ["a minority", "61 percent", "different"],
  ["between 40 and 50 people", "45 people", "within"],
  ["several hundred people", "400 people", "within"],
  ["several hundred people", "5,000 people", "different"],
  ["dozens of people", "31 people", "within"],
  ["two tons", "4,000 pounds", "within"],
  ["2 miles", "3.2 kilometres", "rounded"],
  ["10 miles", "3.2 kilometres", "different"],
  ["$5 million", "$4.96 million", "rounded"],
  ["$5 million", "$9 million", "different"],
  ["$5 million", "€5 million", null],
  ["5 percent", "5 people", null],
  ["three hours", "180 minutes", "same"],
  ["more than three hours", "three hours and ten minutes", "within"],
  ["nine days", "two weeks", "different"],
  ["at 4 a.m.", "at 04.00", "same"],
  ["at 4 o’clock", "at 04.00", "same"],
  ["at about 4 a.m.", "at 4.10 a.m.", "rounded"],
  ["at 4 a.m.", "at 6 a.m.", "different"],
  ["on July 1", "on 1 July", "same"],
  ["on July 1", "in July", "within"],
  ["on July 1", "on 14 October", "different"],
  ["before the end of August", "on 14 July", "within"],
  ["after August", "on 14 July", "different"],
  ["4.8 percent", "4.82 percent", "different"],
  ["Unit 4", "Unit 5", null],
];

describe("relateQuantities", () => {
  it.each(RELATED)("%s / %s: %s", (a, b, wanted) => {
    const [x, y] = [quantitiesIn(a, NOW)[0]!, quantitiesIn(b, NOW)[0]!];
    expect(relateQuantities(x, y)).toBe(wanted);
    expect(relateQuantities(y, x)).toBe(wanted);
  });
});
