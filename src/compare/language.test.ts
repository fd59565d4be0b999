import { describe, expect, it } from "vitest";
import { words } from "./language.ts";
import { readAfresh } from "./tagger.ts";

const textsOf = (text: string) => {
  const found: string[] = [];
  readAfresh(text)
    .tokens()
    .each((token: { out(): string }) => found.push(token.out()));
  return found;
};

describe("words", () => {
  it("reads a text the same whatever was read before", () => {
    const other = "The boat was Orsik's.";
    const plain = "She took Orsik's offer.";
    const before = textsOf(plain);
    textsOf(other);
    expect(textsOf(plain)).toEqual(before);
  });

  it("reads on after more new words than the dictionary has room for", () => {
    const letters = "bcdfghklmnprstvz";
    const name = (n: number) =>
      [12, 8, 4, 0].map((bits) => `${letters[(n >> bits) & 15]}${"aeio"[(n >> bits) & 3]}`).join("");
    const before = textsOf("Orsik's boat left Tarnow Quay at noon.");
    for (let n = 0; n < 65_000; n += 500)
      textsOf(Array.from({ length: 500 }, (_, k) => name(n + k)).join(" "));
    expect(textsOf("Orsik's boat left Tarnow Quay at noon.")).toEqual(before);
  });

  it("reads short forms that the dictionary has without a lemma", () => {
    expect(words("ive told them").map((token) => token.lower)).toContain("told");
  });
});
