import { describe, expect, it, test } from "vitest";
import { type Attribution, goldText, parseBrat } from "./brat.ts";
import { scoreCofenet, tokenise } from "./cofenet.ts";
import { nests, ratio, scoreArticle, sumScores, trimEdges } from "./score.ts";

const text = "Mayor Ana Dell said “the bridge is safe,” but Bo Harn doubts it.";
const at = (words: string) => {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return { start, end: start + words.length };
};
const gold: Attribution[] = [
  { source: [at("Mayor Ana Dell")], cue: [at("said")], content: [at("“the bridge is safe,”")] },
  { source: [at("Bo Harn")], cue: [at("doubts")], content: [at("it")] },
];

test("edge punctuation is ignored, inner punctuation is not", () => {
  expect(trimEdges(text, at("“the bridge is safe,”"))).toEqual(at("the bridge is safe"));
  expect(trimEdges(text, at(",”"))).toBeNull();
});

test("equal but for edges is exact", () => {
  const mine: Attribution[] = [
    { source: [at("Mayor Ana Dell")], cue: [at("said")], content: [at("the bridge is safe")] },
  ];
  const counts = scoreArticle(text, mine, gold);
  expect(counts.exact).toEqual({ right: 1, predicted: 1, gold: 2 });
  expect(counts.fragments.content).toEqual({ right: 1, predicted: 1, gold: 2 });
});

test("overlap wants all three roles to touch, or to be empty in both", () => {
  const near: Attribution = { source: [at("Ana Dell")], cue: [at("said")], content: [at("safe")] };
  expect(scoreArticle(text, [near], gold).overlap.right).toBe(1);
  expect(scoreArticle(text, [near], gold).exact.right).toBe(0);
  expect(scoreArticle(text, [{ ...near, source: [] }], gold).overlap.right).toBe(0);
  const bare: Attribution = { source: [], cue: [at("said")], content: [at("safe")] };
  expect(scoreArticle(text, [bare], [{ ...bare, content: [at("is safe")] }]).overlap.right).toBe(1);
});

test("matching is one to one and the largest there is", () => {
  const one: Attribution = { source: [at("Ana Dell")], cue: [at("said")], content: [at("safe")] };
  // two predictions on one gold attribution count once
  expect(scoreArticle(text, [one, { ...one, source: [at("Mayor")] }], gold).overlap.right).toBe(1);
  // greedy order would leave the second gold attribution unmatched
  const wide: Attribution = {
    source: [at("Ana Dell")],
    cue: [at("said")],
    content: [at("the bridge is safe")],
  };
  const golds: Attribution[] = [
    { source: [at("Ana")], cue: [at("said")], content: [at("the bridge")] },
    { source: [at("Dell")], cue: [at("said")], content: [at("safe")] },
  ];
  const left: Attribution = { source: [at("Ana")], cue: [at("said")], content: [at("bridge")] };
  expect(scoreArticle(text, [wide, left], golds).overlap.right).toBe(2);
});

test("k annotators count 1/k each", () => {
  const [a, b] = [scoreArticle(text, gold, gold), scoreArticle(text, gold, gold.slice(0, 1))];
  const scores = sumScores([[a, b]]);
  expect(scores.articles).toBe(1);
  expect(scores.exact).toMatchObject({ right: 1.5, predicted: 2, gold: 1.5, precision: 75, recall: 100 });
});

test("nothing predicted and nothing there give zeros, not NaN", () => {
  expect(ratio({ right: 0, predicted: 0, gold: 0 })).toMatchObject({ precision: 0, recall: 0, f1: 0 });
});

test("a gold standard that nests is recognised", () => {
  expect(nests(gold)).toBe(false);
  const inner: Attribution = { source: [], cue: [at("bridge")], content: [at("is safe")] };
  expect(nests([...gold, inner])).toBe(true);
});

test("brat offsets are code points; CRLF and a byte-order mark are mapped", () => {
  const raw = "\ufeff😀 Ana\r\nsaid yes";
  const ann = [
    "T1\tSource 2 5\tAna",
    "T2\tCue 7 11\tsaid",
    "T3\tContent 0 1;12 15\t😀 yes",
    "T4\tAttribution 7 11\tsaid",
    "E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3",
  ].join("\n");
  const [a] = parseBrat(ann, raw);
  const clean = goldText(raw);
  const words = (role: "source" | "cue" | "content") => a![role].map((s) => clean.slice(s.start, s.end));
  expect(words("source")).toEqual(["Ana"]);
  expect(words("cue")).toEqual(["said"]);
  expect(words("content")).toEqual(["😀", "yes"]);
});

test("broken gold names its line", () => {
  expect(() => parseBrat("T1\tSource x y\tAna", "Ana")).toThrow(/line 1/);
  expect(() => parseBrat("T1\tSource 0 3\tAna\nE1\tAttribution:T9 Source:T7", "Ana")).toThrow(/T7/);
});

test("CofeNet's protocol: token-exact, paragraphs apart, no linking", () => {
  const doc = "One two.\n\nThree four.";
  expect(tokenise(doc).map((t) => doc.slice(t.start, t.end))).toEqual([
    "One",
    "two",
    ".",
    "Three",
    "four",
    ".",
  ]);
  const whole: Attribution = { source: [], cue: [], content: [{ start: 0, end: doc.length }] };
  const halves: Attribution[] = [
    { source: [], cue: [], content: [{ start: 0, end: 8 }] },
    { source: [], cue: [], content: [{ start: 10, end: 21 }] },
  ];
  expect(scoreCofenet(doc, [whole], halves).content).toEqual({ right: 2, predicted: 2, gold: 2 });
  // a missing full stop is an error here, though not for readout's own scorer
  const short: Attribution = { source: [], cue: [], content: [{ start: 0, end: 7 }] };
  expect(scoreCofenet(doc, [short], halves).content.right).toBe(0);
});

describe("brat files with words over two lines", () => {
  it("passes over the second line, whatever letter it begins with", () => {
    const ann =
      "T1\tCue 4 8\tsaid\nT2\tContent 9 30\tgo on.\nThe rest\nT3\tSource 0 3\tAnn\nE1\tAttribution:T1 Content:T2 Source:T3 Cue:T1\n";
    const [found] = parseBrat(ann, `Ann said go on.\nThe rest is silence.`);
    expect(found).toEqual({
      source: [{ start: 0, end: 3 }],
      cue: [{ start: 4, end: 8 }],
      content: [{ start: 9, end: 30 }],
    });
  });

  it("still refuses a broken annotation line", () => {
    expect(() => parseBrat("T1\tCue four 8\tsaid\n", "Ann said")).toThrow(/T line/);
  });
});
