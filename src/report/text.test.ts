import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { emptyCollection, makeArticle, makePoint, makePosition, makeSpeaker, say } from "./builder.ts";
import { riverSample } from "./sample.ts";
import { readText, reportText } from "./text.ts";

const plain = (width: number) => reportText(riverSample(), { width, color: false });

describe("the sample", () => {
  it("is fixtures/report/river.json", async () => {
    const json = `${JSON.stringify(riverSample(), null, 1)}\n`;
    await expect(json).toMatchFileSnapshot("../../fixtures/report/river.json");
  });
});

describe("reportText", () => {
  for (const width of [60, 80, 120]) {
    it(`is as it was looked at, ${width} columns`, async () => {
      const text = plain(width);
      await expect(text).toMatchFileSnapshot(`../../fixtures/report/compare-${width}.txt`);
      for (const line of text.split("\n")) {
        expect(stringWidth(line)).toBeLessThanOrEqual(width);
        expect(line).toBe(line.trimEnd());
      }
    });
  }

  it("puts the dispute first, with both holders, their words and places", () => {
    const top = plain(80).split("\n").slice(0, 30).join("\n");
    expect(top).toMatch(/DISPUTED {2}Did Mr\. Reker promise/);
    expect(top).toContain("Daria Orsik");
    expect(top).toContain("“There was no such promise, and no date was named in that room,”");
    expect(top).toContain("northline-wire.txt:5");
  });

  it("quotes nothing that the source does not quote", () => {
    const collection = riverSample();
    const source = collection.articles.map((a) => a.text.replace(/\s+/g, " ")).join("\n");
    const text = plain(10_000).replace(/\s+/g, " ");
    const quoted = [...text.matchAll(/“([^”]*)”/g)].map((m) => m[1]!);
    expect(quoted.length).toBeGreaterThan(6);
    for (const words of quoted) {
      const at = source.indexOf(words);
      expect(at, words).toBeGreaterThan(0);
      expect(source.charAt(at - 1), words).toMatch(/[“‘]/);
    }
    expect(text).not.toContain("“President Tomas Reker of Arland had given");
  });

  it("colours only when asked", () => {
    expect(plain(80)).not.toContain("\u001b");
    const colored = reportText(riverSample(), { width: 80, color: true });
    expect(colored).toContain("\u001b[1;31mDISPUTED\u001b[0m");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape codes are what is taken out
    expect(colored.replace(/\u001b\[[\d;]*m/g, "").replace(/ +$/gm, "")).toBe(plain(80));
  });

  it("lets no control character of a document reach the terminal", () => {
    const article = makeArticle("Ann \u001b[2J\u0007 said: “Go \u202eevil\u202c \u009b31m now.”", {
      path: "a\u001b]0;x\u0007.txt",
      title: "\u001b[31mtitle",
      outlet: "Out\u001blet",
    });
    const ann = makeSpeaker("Ann \u001b[2J", null);
    const s = say(article, [ann], {
      source: "Ann",
      cue: "said",
      content: "“Go \u202eevil\u202c \u009b31m now.”",
      form: "direct",
    });
    const collection = {
      ...emptyCollection(),
      articles: [article],
      speakers: [ann],
      points: [
        makePoint({
          question: "Go\u001b[1m?",
          label: "x",
          verdict: "disputed",
          reason: { code: "negation", text: "y\u001b[0m" },
          positions: [makePosition([article], "Yes\u001b[0m", "yes", [s], [ann])],
        }),
      ],
    };
    for (const text of [
      reportText(collection, { width: 80, color: false }),
      readText(collection, { width: 80, color: false }),
    ]) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: none of these may be there
      expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
      expect(text).toContain("evil");
    }
  });

  it("says so where nothing was found, and keeps failures", () => {
    const collection = {
      ...emptyCollection(),
      failures: [{ input: "x.pdf", code: "INPUT_UNSUPPORTED", message: "Save it as .txt." }],
    };
    collection.failures.push({ ...collection.failures[0]!, input: "y.pdf" });
    const text = reportText(collection, { width: 80, color: false });
    expect(text).toContain("No document was read.");
    expect(text).toContain("x.pdf, y.pdf: Save it as .txt. (INPUT_UNSUPPORTED)");
  });

  it("cuts the list of one-sided points only where told, and says how many are left", () => {
    const text = reportText(riverSample(), { width: 80, color: false, oneSided: 1 });
    expect(text).toContain("and 1 more");
    expect(plain(80)).not.toContain("more: `readout");
  });
});

describe("readText", () => {
  it("is as it was looked at", async () => {
    await expect(readText(riverSample(), { width: 80, color: false })).toMatchFileSnapshot(
      "../../fixtures/report/read-80.txt",
    );
  });

  it("lists every statement once, a nested one under the one that tells it", () => {
    const text = readText(riverSample(), { width: 100, color: false });
    const statements = riverSample().articles.flatMap((a) => a.statements);
    expect(text.match(/ → .*\n?.* → /g)?.length).toBe(statements.length);
    const inner = text.indexOf("Tomas Reker, President of Arland (Arland), as told by Daria Orsik");
    expect(inner).toBeGreaterThan(text.indexOf("Daria Orsik, the Kestrian foreign minister → said"));
  });
});
