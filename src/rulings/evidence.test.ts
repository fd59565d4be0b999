/** Evidence: words and statements described, and found again. */
import { describe, expect, test } from "vitest";
import { readings } from "../../test/readings.ts";
import type { Article } from "../model.ts";
import { Desk } from "./desk.ts";
import { anchorAt, findWords } from "./find-words.ts";
import { anchorMention, describeMention } from "./mention-target.ts";
import { anchorStatement, describeStatement } from "./statement-target.ts";

const { first } = readings(4);
const article = first[0]!;

describe("words are found again", () => {
  test("every passage of every statement: anchorAt and findWords are inverses", () => {
    for (const { text, statements } of first)
      for (const statement of statements)
        for (const part of [...statement.source, ...statement.cue, ...statement.content])
          expect(findWords(text, anchorAt(text, part))).toEqual({ start: part.start, end: part.end });
  });

  test("in a text with something put before", () => {
    const before = "A new first paragraph.\n\n";
    for (const part of article.statements.flatMap((s) => [...s.source, ...s.cue, ...s.content]))
      expect(findWords(before + article.text, anchorAt(article.text, part))).toEqual({
        start: part.start + before.length,
        end: part.end + before.length,
      });
  });

  test("with other quotation marks, dashes and spaces", () => {
    const text = "He said “the pier – not the crane – is ours” to all.";
    const start = text.indexOf("the pier");
    const anchor = anchorAt(text, { start, end: text.indexOf("”") });
    const changed = 'Yesterday he\nsaid "the pier - not  the crane - is ours" to all.';
    const span = findWords(changed, anchor)!;
    expect(changed.slice(span.start, span.end)).toBe("the pier - not  the crane - is ours");
  });

  test("the one of several that its neighbours tell", () => {
    const text = "First she spoke of it. Then she wrote of it. At last she sang of it.";
    const anchor = { ...anchorAt(text, { start: 28, end: 31 }), start: 0 };
    expect(anchor.exact).toBe("she");
    expect(findWords(text, anchor)).toEqual({ start: 28, end: 31 });
  });

  test("not where they are gone, nor where a short word could be anywhere", () => {
    const anchor = anchorAt("The crane fell and no one saw it fall.", { start: 4, end: 9 });
    expect(findWords("Nothing of that.", anchor)).toBeNull();
    expect(findWords("He bought a crane.", anchor)).toBeNull();
    expect(findWords("", { exact: "", prefix: "", suffix: "", start: 0 })).toBeNull();
  });
});

describe("describe and anchor are inverses", () => {
  const entries = (where: Article) => new Desk(where).entries;
  test("for every statement, by id and without", () => {
    for (const one of first)
      for (const statement of one.statements) {
        const target = describeStatement(one, statement);
        expect(anchorStatement(one.text, entries(one), target)).toMatchObject({
          statement: { statement },
          how: "id",
        });
        const nameless = { ...target, id: "s_unknown" };
        expect(anchorStatement(one.text, entries(one), nameless)).toMatchObject({
          statement: { statement },
          how: "words",
        });
      }
  });

  test("for every speaker, by id and by the mention that names it", () => {
    for (const one of first)
      for (const speaker of one.speakers) {
        const target = describeMention(one, speaker);
        expect(anchorMention(one, target)?.speaker).toBe(speaker);
        expect(anchorMention(one, { ...target, id: "h_unknown" })?.speaker).toBe(speaker);
      }
  });
});
