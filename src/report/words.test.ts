import { describe, expect, it } from "vitest";
import type { Form } from "../model.ts";
import { emptyCollection, makeArticle, proof, say } from "./builder.ts";
import { view } from "./view.ts";
import { bare, leadOf, reasonWords, wordsOf } from "./words.ts";

function shown(text: string, content: string | string[], form: Form, decisive?: string, max = 300): string {
  const article = makeArticle(text);
  const statement = say(article, [], { content, form });
  const evidence = decisive === undefined ? [] : [proof(article, decisive)];
  return wordsOf({ statement, article, narrated: false }, evidence, max)
    .map((w) => (w.decisive ? `*${w.text}*` : w.text))
    .join("");
}

describe("leadOf", () => {
  const lead = (text: string, cue: string, content: string) => {
    const article = makeArticle(text);
    const statement = say(article, [], { cue, content });
    return leadOf({ statement, article, narrated: false });
  };
  it("runs on where the document does, and parts with a colon elsewhere", () => {
    expect(lead("He flatly denied it.", "flatly denied", "it")).toBe("flatly denied");
    expect(lead("He said on Friday that it was so.", "said", "that it was so")).toBe("said:");
    expect(lead("According to Ann, it was so.", "According to", "it was so")).toBe("according to:");
    expect(lead("Dorn disagrees: twelve were better.", "disagrees:", "twelve were better")).toBe(
      "disagrees:",
    );
  });
});

describe("reasonWords", () => {
  it("leaves quotation marks only around what a compared statement quotes", () => {
    const article = makeArticle(
      "“No such promise,” he said. She said he had promised to “hold it off” until May.",
    );
    const no = say(article, [], { content: "“No such promise,”", form: "direct" });
    const yes = say(article, [], { content: "he had promised to “hold it off” until May", form: "mixed" });
    const v = view({ ...emptyCollection(), articles: [article] });
    const text = "“No such promise” against “he had promised to …”, “hold it off”";
    expect(reasonWords(v, text, [no.id, yes.id])).toBe(
      "“No such promise” against [he had promised to …], “hold it off”",
    );
  });
});

describe("wordsOf", () => {
  it("puts marks around quoted words only", () => {
    expect(shown("“Yes,” she said.", "“Yes,”", "direct")).toBe("“Yes,”");
    expect(shown('"Yes," she said.', '"Yes,"', "direct")).toBe("“Yes,”");
    expect(shown("‘Yes,’ she said.", "‘Yes,’", "direct")).toBe("“Yes,”");
    expect(shown("«Ja», sagte sie.", "«Ja»", "direct")).toBe("“Ja”");
    expect(shown("ANN: Yes.", "Yes.", "direct")).toBe("“Yes.”");
    expect(shown("She said yes.", "yes", "indirect")).toBe("yes");
    expect(shown("She had a “robust” talk.", "had a “robust” talk", "mixed")).toBe("had a “robust” talk");
  });

  it("takes no mark off that belongs to the words", () => {
    expect(
      shown("ANN: the growers’ harvest is the farmers’", "the growers’ harvest is the farmers’", "direct"),
    ).toBe("“the growers’ harvest is the farmers’”");
    expect(shown("“He said ‘no’ to me,” Ann said.", "“He said ‘no’ to me,”", "direct")).toBe(
      "“He said ‘no’ to me,”",
    );
    expect(bare("‘")).toEqual({ start: 0, end: 1 });
  });

  it("says what a pronoun stands for, as no part of the quoted words", () => {
    const article = makeArticle("She said he gave his word. He flatly denied it.");
    const statement = say(article, [], { content: "it", refersTo: "he gave his word", cue: "flatly denied" });
    const words = wordsOf({ statement, article, narrated: false }, [], 300);
    expect(words.map((w) => w.text).join("")).toBe("it [he gave his word]");
    expect(words.at(-1)?.added).toBe(true);
  });

  it("parts a split quotation", () => {
    expect(shown("“Yes,” he said, “we agree.”", ["“Yes,”", "“we agree.”"], "direct")).toBe(
      "“Yes,” … “we agree.”",
    );
  });

  it("shows the decisive words of a long content, and that the rest is left out", () => {
    const filler = "and so the talk went on for a while ".repeat(20).trim();
    const text = `${filler} there was no such promise 👍🏽 ${filler}`;
    const out = shown(text, text, "direct", "no such promise", 120);
    expect(out).toContain("*no such promise*");
    expect(out.startsWith("“[…] ")).toBe(true);
    expect(out.endsWith(" […]”")).toBe(true);
    expect(out.length).toBeLessThan(160);
  });

  it("opens and closes marks that the cut would part", () => {
    const long = "one two three four five six seven eight nine ten ".repeat(8).trim();
    const out = shown(`She said that “${long}” was all.`, `“${long}” was all`, "mixed", undefined, 100);
    expect(out).toMatch(/^“one .*” \[…\]$/);
  });
});
