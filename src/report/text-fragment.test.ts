import { describe, expect, it } from "vitest";
import { addressOf, textDirective } from "./text-fragment.ts";

const URL_ = "https://news.example/a";
const span = (text: string, words: string, nth = 1) => {
  let start = -1;
  for (let i = 0; i < nth; i++) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(words);
  return { start, end: start + words.length };
};
const directive = (text: string, words: string, nth = 1) => textDirective(text, span(text, words, nth));

describe("textDirective", () => {
  it("gives words that stand once as they are, without the marks around them", () => {
    const text = "He spoke. “There was no such promise,” he said.";
    expect(directive(text, "“There was no such promise,”")).toEqual({
      prefix: "",
      start: "There was no such promise",
      end: "",
      suffix: "",
    });
  });
  it("adds context where the words stand twice, whatever their case and accents", () => {
    const text = "At noon the mayor said it was over. At night THE MÁYOR SAID it was on.";
    const first = directive(text, "the mayor said")!;
    expect(first).toMatchObject({ prefix: "At noon", suffix: "it was over." });
    const second = directive(text, "THE MÁYOR SAID")!;
    expect(second).toMatchObject({ prefix: "over. At night", suffix: "it was on." });
  });
  it("gives first and last words of what is long or runs over lines", () => {
    const text = `Intro.\n\nFirst paragraph begins here and goes on.\n\nSecond one ends right there, they say.`;
    const d = textDirective(text, { start: 8, end: text.indexOf(", they say") })!;
    expect(d).toMatchObject({ start: "First paragraph begins here", end: "one ends right there" });
    for (const part of Object.values(d)) expect(part).not.toContain("\n");
  });
  it("gives context to words so short that the page may hold them elsewhere", () => {
    expect(directive("They all agreed to it in the end.", "agreed")).toMatchObject({
      prefix: "They all",
      suffix: "to it in",
    });
  });
  it("grows to whole words and gives up where nothing leads there", () => {
    expect(
      directive(
        "the federal investigators came early to the old town hall",
        "ederal investigators came early",
      ),
    ).toMatchObject({
      start: "federal investigators came early",
    });
    expect(directive("same words here\n".repeat(30), "same words here", 3)).toBeNull();
    expect(textDirective("—", { start: 0, end: 1 })).toBeNull();
  });
});

describe("addressOf", () => {
  it("encodes what is the directive's own, and keeps a fragment that is there", () => {
    const text = "It was a well-known, “R&D” thing (really) — 100% 😀 sure.";
    expect(addressOf(`${URL_}#top`, text, { start: 0, end: text.length })).toBe(
      `${URL_}#top:~:text=It%20was%20a%20well%2Dknown%2C%20%E2%80%9CR%26D%E2%80%9D%20thing%20%28really%29%20%E2%80%94%20100%25%20%F0%9F%98%80%20sure`,
    );
    expect(addressOf(`${URL_}#:~:text=old`, text, { start: 0, end: text.length })).toMatch(/a#:~:text=It/);
  });
  it("gives the bare address where the words can't be placed, none where it is no web address", () => {
    expect(addressOf(URL_, "no no", { start: 0, end: 2 })).toMatch(/^https:\/\/news\.example\/a/);
    expect(addressOf(URL_, "a a a a", { start: 2, end: 3 })).toMatch(/^https:\/\/news\.example\/a/);
    for (const url of [null, "javascript:alert(1)", "file:///etc/x", "https://a b"])
      expect(addressOf(url, "some words", { start: 0, end: 4 })).toBeNull();
  });
});
