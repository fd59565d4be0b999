import { describe, expect, it } from "vitest";
import { goldText, parseBrat } from "../evaluate/brat.ts";
import { scoreArticle, sumScores } from "../evaluate/score.ts";
import { exportBrat } from "./brat.ts";
import { emptyCollection, makeArticle, makeSpeaker, say } from "./builder.ts";
import { safeStems } from "./export-file.ts";
import { riverSample } from "./sample.ts";
import { tricky } from "./tricky.test-data.ts";

describe("exportBrat", () => {
  it("comes back through evaluate's reader with every score at 100", () => {
    for (const c of [riverSample(), tricky()]) {
      const files = new Map(exportBrat(c).map((f) => [f.name, f.text]));
      const texts = [...files.keys()].filter((n) => n.endsWith(".txt"));
      expect(texts).toHaveLength(c.articles.length);
      const counts = texts.map((name, i) => {
        const article = c.articles[i]!;
        const raw = files.get(name)!;
        expect(goldText(raw)).toBe(article.text);
        const gold = parseBrat(files.get(name.replace(/txt$/, "ann"))!, raw);
        expect(gold).toHaveLength(article.statements.length);
        return [scoreArticle(article.text, article.statements, gold)];
      });
      const scores = sumScores(counts);
      const whole = { precision: 100, recall: 100, f1: 100 };
      expect(scores).toMatchObject({
        fragments: { source: whole, cue: whole, content: whole },
        exact: whole,
        overlap: whole,
      });
    }
  });

  it("has PolNeAR's lines: roles, the event on its cue, no source told apart; code points, one line each", () => {
    const article = makeArticle("😀 Ann Lee said\nyes. It was said that\tno.", { path: "a.txt" });
    const ann = makeSpeaker("Ann Lee", null);
    const outer = say(article, [ann], {
      source: "Ann Lee",
      cue: "said",
      content: "yes",
      form: "direct",
      negated: true,
    });
    say(article, [], { cue: "was said", content: "that\tno", parent: outer.id });
    say(article, [], { at: "yes", content: "yes. It" });
    const [conf, , ann_] = exportBrat({ ...emptyCollection(), articles: [article], speakers: [ann] });
    expect(conf!.name).toBe("annotation.conf");
    for (const part of ["[entities]", "[relations]", "[events]", "[attributes]"])
      expect(conf!.text).toContain(part);
    const lines = ann_!.text.split("\n").filter((l) => !l.startsWith("#"));
    expect(lines).toEqual([
      "T1\tSource 2 9\tAnn Lee",
      "T2\tCue 10 14\tsaid",
      "T3\tContent 15 18\tyes",
      "T4\tAttribution 10 14\tsaid",
      "E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3",
      "A1\tForm E1 direct",
      "A2\tKind E1 speech",
      "A3\tAct E1 assert",
      "A4\tNegated E1",
      "T5\tContent 15 22\tyes. It",
      "T6\tAttribution-no-source 15 22\tyes. It",
      "E2\tAttribution-no-source:T6 Content:T5",
      "A5\tForm E2 indirect",
      "A6\tKind E2 speech",
      "A7\tAct E2 assert",
      "T7\tCue 23 31\twas said",
      "T8\tContent 32 39\tthat no",
      "T9\tAttribution-no-source 23 31\twas said",
      "E3\tAttribution-no-source:T9 Cue:T7 Content:T8",
      "A8\tForm E3 indirect",
      "A9\tKind E3 speech",
      "A10\tAct E3 assert",
      "R1\tWithin Arg1:E3 Arg2:E1",
      "",
    ]);
  });

  it("leaves out documents in a language that was not read", () => {
    const german = makeArticle("Der Rat sagte nein.", { path: "b.txt", language: "de" });
    expect(exportBrat({ ...emptyCollection(), articles: [german] })).toHaveLength(1);
  });
});

describe("safeStems", () => {
  it("gives names that every file system takes, unique whatever the case", () => {
    expect(
      safeStems(["a/b:c?.txt", "A-b-c.md", "..", "con.txt", "über uns.html", "news.example/x?y=1"]),
    ).toEqual(["a-b-c", "A-b-c-2", "document", "con-", "über-uns", "news.example-x-y-1"]);
  });
});
