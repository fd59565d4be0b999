import { describe, expect, it } from "vitest";
import type { Article } from "../model.ts";
import { eventByHand } from "./by-hand.ts";
import { copiesOf } from "./copy.ts";

interface Doc {
  name: string;
  outlet?: string;
  byline?: string;
  date?: string;
  text: string;
  kind?: "report" | "transcript" | "readout";
}
const articles = (documents: Doc[]): readonly Article[] => eventByHand({ documents, speakers: {} }).articles;
const found = (documents: Doc[]) => {
  const list = articles(documents);
  const name = new Map(list.map((one) => [one.id, one.path]));
  return copiesOf(list).map((one) => ({
    articles: one.articles.map((id) => name.get(id)).sort(),
    origin: one.origin === null ? null : name.get(one.origin),
  }));
};

/** A text of so many words from a seed: like news in that words repeat, unlike it in that they mean nothing. */
function prose(seed: number, length: number): string {
  let at = 0;
  const next = () => {
    let state = Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(++at, 0x85ebca6b);
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
    state = Math.imul(state ^ (state >>> 12), 0x297a2d39);
    return ((state ^ (state >>> 15)) >>> 0) / 2 ** 32;
  };
  const words: string[] = [];
  for (let i = 0; i < length; i++) {
    const n = Math.floor(next() ** 2 * 4000);
    words.push(`w${n.toString(36)}${i % 12 === 11 ? "." : ""}${i % 60 === 59 ? "\n\n" : ""}`);
  }
  return words.join(" ").replaceAll("\n\n ", "\n\n");
}
const edited = (text: string) =>
  text
    .split(" ")
    .map((word, i) => (i % 23 === 22 ? `${word}x` : word))
    .join(" ");

describe("wire copies", () => {
  it("are near-verbatim texts, cut or lightly edited", () => {
    const text = prose(1, 300);
    const rest = prose(9, 40);
    expect(
      found([
        { name: "a", outlet: "Wire", date: "2031-03-04T08:00:00Z", text },
        { name: "b", outlet: "Post", date: "2031-03-04T10:00:00Z", text: edited(text) },
        {
          name: "c",
          outlet: "Mail",
          date: "2031-03-04T11:00:00Z",
          text: text.split(" ").slice(0, 140).join(" "),
        },
        { name: "d", outlet: "Star", date: "2031-03-04T12:00:00Z", text: rest },
      ]),
    ).toEqual([{ articles: ["a", "b", "c"], origin: "a" }]);
  });

  it("come from whom a byline names, or from a dateline's wire, before the date counts", () => {
    const text = prose(2, 200);
    expect(
      found([
        { name: "a", outlet: "Post", byline: "Ann Roe, Northline", date: "2031-03-04", text },
        { name: "b", outlet: "Northline", date: "2031-03-05", text },
      ]),
    ).toEqual([{ articles: ["a", "b"], origin: "b" }]);
    expect(
      found([
        { name: "a", outlet: "Post", date: "2031-03-04", text: `LISSEN, March 4 (Northline) — ${text}` },
        { name: "b", outlet: "Northline", date: "2031-03-05", text },
      ]),
    ).toEqual([{ articles: ["a", "b"], origin: "b" }]);
  });

  it("have no origin where nothing tells", () => {
    const text = prose(3, 200);
    expect(
      found([
        { name: "a", outlet: "Post", date: "2031-03-04", text },
        { name: "b", outlet: "Mail", date: "2031-03-04", text },
      ]),
    ).toEqual([{ articles: ["a", "b"], origin: null }]);
  });

  it("are found however many outlets print one text, and are counted once", () => {
    const text = prose(4, 220);
    const many = Array.from({ length: 150 }, (_, n) => ({
      name: `a${String(n).padStart(3, "0")}`,
      outlet: `Post ${n}`,
      date: `2031-03-04T${String(8 + Math.floor(n / 60)).padStart(2, "0")}:${String(n % 60).padStart(2, "0")}:00Z`,
      text: n % 3 === 1 ? edited(text) : text,
    }));
    const groups = found(many);
    expect(groups).toHaveLength(1);
    expect(groups[0]!.articles).toHaveLength(150);
    expect(groups[0]!.origin).toBe("a000");
  });

  it("are not texts that share a quotation, a boilerplate or a press release", () => {
    const quote = prose(5, 40);
    const about = prose(6, 30);
    expect(
      found([
        { name: "a", outlet: "Post", text: `${prose(7, 160)}\n\n${quote}\n\n${about}` },
        { name: "b", outlet: "Mail", text: `${prose(8, 150)}\n\n${quote}\n\n${about}` },
        { name: "c", outlet: "Star", text: `${prose(10, 140)}\n\n${about}` },
      ]),
    ).toEqual([]);
  });

  it("do not chain through a digest that quotes two of them", () => {
    const [one, two] = [prose(11, 200), prose(12, 200)];
    expect(
      found([
        { name: "a", outlet: "Wire", date: "2031-03-04", text: one },
        { name: "b", outlet: "Line", date: "2031-03-04", text: two },
        { name: "c", outlet: "Post", date: "2031-03-05", text: `${one}\n\n${two}` },
      ]).every((group) => !(group.articles.includes("a") && group.articles.includes("b"))),
    ).toBe(true);
  });

  it("take seconds for the text of many thousand statements", () => {
    const many: Doc[] = [];
    for (let n = 0; n < 1500; n++)
      many.push({
        name: `a${n}`,
        outlet: `O${n % 50}`,
        date: "2031-03-04",
        text: prose(n < 300 ? 99 : n, 400),
      });
    const list = articles(many);
    const start = performance.now();
    expect(copiesOf(list)).toHaveLength(1);
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});
