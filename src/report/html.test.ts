import { createHash } from "node:crypto";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import type { Collection } from "../model.ts";
import {
  emptyCollection,
  makeArticle,
  makePoint,
  makePosition,
  makeSide,
  makeSpeaker,
  proof,
  relate,
  say,
} from "./builder.ts";
import { differences } from "./html/differences.ts";
import { markedParagraphs, paragraphsOf, ROLE_LETTER } from "./html/marks.ts";
import { SCRIPT } from "./html/script.ts";
import { sha256 } from "./html/sha256.ts";
import { STYLE } from "./html/style.ts";
import { reportHtml } from "./html.ts";
import { riverSample } from "./sample.ts";

const documentOf = (collection: Collection, title?: string) =>
  parseHTML(reportHtml(collection, title === undefined ? {} : { title })).document;

const bare = (s: string) => s.replace(/\s+/g, "");

/** Everywhere a word from outside can come in, this tries to get out. */
const EVIL = `"'></title></style></script><script>alert(1)</script><img src=x onerror=alert(2)><b>&amp;`;

function evil(): Collection {
  const c = emptyCollection();
  const side = makeSide(EVIL);
  const other = makeSide(`${EVIL}2`);
  const ann = makeSpeaker(EVIL, side, EVIL);
  const bo = makeSpeaker(`${EVIL}2`, other, EVIL);
  const article = makeArticle(`${EVIL} said yes. Bo said: “${EVIL}” no.`, {
    path: `dir/${EVIL}.html`,
    url: `javascript:alert(3)`,
    outlet: EVIL,
    title: EVIL,
    byline: EVIL,
    publishedAt: EVIL,
    language: EVIL,
    side: side.id,
  });
  const yes = say(article, [ann], { source: EVIL, cue: "said", content: "yes" });
  const no = say(article, [bo], {
    source: "Bo",
    cue: "said",
    content: `“${EVIL}”`,
    form: "direct",
    saidAt: EVIL,
  });
  const proofs = [proof(article, "yes"), proof(article, EVIL)] as const;
  const relation = relate(EVIL, [yes, proofs[0]], [no, proofs[1]], "conflict", {
    code: "negation",
    text: EVIL,
  });
  const point = makePoint({
    id: EVIL,
    question: EVIL,
    label: EVIL,
    verdict: "disputed",
    reason: { code: "negation", text: EVIL },
    positions: [
      makePosition([article], EVIL, "yes", [yes], [ann]),
      makePosition([article], EVIL, "no", [no], [bo]),
    ],
    relations: [relation],
  });
  return {
    ...c,
    generator: { name: EVIL, version: EVIL, models: [{ name: EVIL, version: EVIL, sha256: EVIL }] },
    articles: [article],
    speakers: [ann, bo],
    sides: [side, other],
    points: [point],
    shifts: [{ id: EVIL, speaker: ann.id, about: EVIL, from: yes.id, to: no.id, point: null }],
    absences: [
      {
        id: EVIL,
        kind: "declined",
        speaker: ann.id,
        article: article.id,
        point: EVIL,
        evidence: [proofs[1]],
      },
    ],
    variants: [{ id: EVIL, speaker: ann.id, statements: [yes.id, no.id], relation: "altered", changes: [] }],
    copies: [{ id: EVIL, articles: [article.id], origin: article.id, share: 1 }],
    warnings: [{ input: EVIL, code: EVIL, message: EVIL }],
    failures: [{ input: EVIL, code: EVIL, message: EVIL }],
  };
}

describe("reportHtml", () => {
  it("escapes every word from outside", () => {
    const page = reportHtml(evil(), { title: EVIL });
    expect(page).not.toContain("<script>alert");
    expect(page).not.toContain("<img");
    expect(page).not.toContain("<b>&amp;");
    expect(page).not.toMatch(/href="\s*javascript/i);
    const d = parseHTML(page).document;
    expect(d.querySelectorAll("script").length).toBe(1);
    expect(d.querySelectorAll("[onerror],img,iframe,object,base").length).toBe(0);
    expect(d.querySelector("h1")?.textContent).toBe(EVIL);
  });

  it("allows its own script and style alone, by their hashes", () => {
    const d = documentOf(riverSample());
    const policy =
      d.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute("content") ?? "";
    const hash = (s: string) => createHash("sha256").update(s, "utf8").digest("base64");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src 'sha256-${hash(SCRIPT)}'`);
    expect(policy).toContain(`style-src 'sha256-${hash(STYLE)}'`);
    expect(d.querySelectorAll("[style]").length).toBe(0);
    for (const el of d.querySelectorAll("[src],link")) {
      expect(el.getAttribute("href") ?? el.getAttribute("src")).toMatch(/^data:/);
    }
  });

  it("links every statement of a point to its passage, and the passage back", () => {
    const collection = riverSample();
    const d = documentOf(collection);
    const ids = new Set([...d.querySelectorAll("[id]")].map((e) => e.id));
    expect(ids.size).toBe(d.querySelectorAll("[id]").length);
    for (const a of d.querySelectorAll('a[href^="#"]')) {
      expect(ids).toContain(decodeURIComponent(a.getAttribute("href")!.slice(1)));
    }
    for (const point of collection.points) {
      const board = d.getElementById(point.id)!;
      for (const id of point.positions.flatMap((p) => p.statements)) {
        expect(board.querySelector(`a[href="#${id}"]`), id).not.toBeNull();
        expect(d.getElementById(id)?.getAttribute("href"), id).toBe(`#${point.id}`);
      }
    }
  });

  it("shows a joint statement under both sides, and silence as silence", () => {
    const d = documentOf(riverSample());
    const agreed = [...d.querySelectorAll(".point")].find((p) => p.getAttribute("data-v") === "agreed")!;
    const cells = [...agreed.querySelectorAll(".cell")];
    expect(cells.length).toBe(2);
    for (const cell of cells) expect(cell.textContent).toContain("with six engineers from each country");
    const lone = riverSample();
    lone.points[1]!.positions.pop();
    const silent = [...documentOf(lone).querySelectorAll(".point .cell.silent")];
    expect(silent.map((c) => c.textContent)).toEqual(["ArlandNothing in these documents"]);
  });

  it("sets holders of no side below the columns", () => {
    const c = riverSample();
    const wire = c.articles.find((a) => a.outlet === "Northline")!;
    const own = say(wire, [], { narrated: true, content: "aides gave two incompatible accounts" });
    c.points[0]!.positions[1]!.statements.push(own.id);
    const d = documentOf(c);
    expect(d.querySelectorAll(".heads > span").length).toBe(3);
    const others = [...d.querySelectorAll(".point .others")];
    expect(others.length).toBe(1);
    expect(others[0]!.textContent).toContain("aides gave two incompatible accounts");
    expect(others[0]!.textContent).toContain("Northline’s own voice");
  });

  it("gives no column to a side that speaks to few points", () => {
    const c = riverSample();
    const union = makeSide("Growers");
    const brenik = makeSpeaker("Josef Brenik", union);
    const wire = c.articles.find((a) => a.outlet === "Northline")!;
    const said = say(wire, [brenik], { content: "aides gave two incompatible accounts" });
    c.sides.push(union);
    c.speakers.push(brenik);
    c.points.push(
      ...c.points.slice(0, 3).map((p, i) => ({ ...p, id: `${p.id}${i}`, relations: [], decisive: null })),
    );
    c.points[0]!.positions[1]!.statements.push(said.id);
    c.points = c.points.map((p, i) =>
      i === 0 ? { ...p, positions: p.positions.map((q) => ({ ...q })) } : p,
    );
    for (const p of c.points.slice(1))
      p.positions = p.positions.map((q) => ({
        ...q,
        statements: q.statements.filter((id) => id !== said.id),
      }));
    const d = documentOf(c);
    expect([...d.querySelectorAll(".heads > span")].map((e) => e.textContent)).toEqual([
      "",
      "Arland",
      "Kestria",
    ]);
    expect(d.querySelector(".others")?.textContent).toContain("Josef Brenik (Growers)");
  });

  it("has a column for each position where the sides are none or many", () => {
    const c = riverSample();
    c.sides = [];
    for (const s of [...c.speakers, ...c.articles.flatMap((a) => a.speakers)]) s.side = null;
    for (const p of c.points) for (const q of p.positions) q.sides = [];
    const d = documentOf(c);
    expect(d.querySelectorAll(".heads").length).toBe(0);
    expect(d.querySelector(".point")?.querySelectorAll(".cell").length).toBe(2);
  });

  it("opens with nothing in it", () => {
    const d = documentOf(emptyCollection());
    expect(d.querySelector("main")?.textContent).toContain("No document was read.");
  });

  it("is the same every time", () => {
    expect(reportHtml(riverSample())).toBe(reportHtml(riverSample()));
  });
});

describe("marked text", () => {
  const hard = () => {
    const text =
      "Zoë 👩‍👩‍👧 said e\u0301te\u0301 is “good, Ann said it was”\n\nand “went on. 🇫🇷”\nLine two <b>x</b> & more.";
    const article = makeArticle(text, { path: "hard.txt" });
    const outer = say(article, [], {
      source: "Zoë 👩‍👩‍👧",
      cue: "said",
      content: ["e\u0301te\u0301 is “good, Ann said it was”", "and “went on. 🇫🇷”"],
      form: "mixed",
    });
    say(article, [], { at: "Ann", source: "Ann", cue: "said", content: "it was", parent: outer.id });
    say(article, [], {
      at: "good",
      source: "good, Ann",
      cue: "was”",
      content: ["said it", "two <b>x</b> &"],
    });
    say(article, [], { content: "Ann said it was”\n\nand “went", form: "direct" });
    return article;
  };

  it("is the document's text, without a gap", () => {
    const article = hard();
    const parts = markedParagraphs(article);
    expect(paragraphsOf(article.text).length).toBe(2);
    for (const p of parts) {
      expect(p.stretches.map((s) => article.text.slice(s.start, s.end)).join("")).toBe(
        article.text.slice(p.start, p.end),
      );
    }
    expect(parts.flatMap((p) => p.begins).length).toBe(4);
  });

  it("shows every passage of overlapping, nested and crossing statements with exactly its words", () => {
    for (const collection of [{ ...emptyCollection(), articles: [hard()] }, riverSample()]) {
      const d = documentOf(collection);
      const numbers = new Map(
        [...d.querySelectorAll(".note")].map((n) => [
          n.querySelector("a.n")!.getAttribute("href")!.slice(1),
          n.getAttribute("data-n")!,
        ]),
      );
      for (const statement of collection.articles.flatMap((a) => [...a.statements, ...a.narrated])) {
        const n = numbers.get(statement.id)!;
        for (const role of ["source", "cue", "content"] as const) {
          const marked = [...d.querySelectorAll("[data-m]")]
            .filter((e) => e.getAttribute("data-m")!.split(" ").includes(`${n}${ROLE_LETTER[role]}`))
            .map((e) => e.textContent)
            .join("");
          expect(bare(marked)).toBe(bare(statement[role].map((p) => p.text).join("")));
        }
      }
    }
  });

  it("reads as the document reads", () => {
    const collection = { ...emptyCollection(), articles: [hard()] };
    const d = documentOf(collection);
    for (const sup of d.querySelectorAll("sup")) sup.remove();
    const text = [...d.querySelectorAll(".text")].map((p) => p.textContent).join("");
    expect(bare(text)).toBe(bare(hard().text));
  });
});

describe("differences", () => {
  it("marks the words that only one has, and no comma", () => {
    const [a, b] = differences("We will not fill the lake, he said", "We will never fill the lake he said");
    expect(a.text).toBe("We will <mark>not</mark> fill the lake, he said");
    expect(b.text).toBe("We will <mark>never</mark> fill the lake he said");
  });
  it("marks nothing where hardly a word is common", () => {
    const [a] = differences("no such promise", "had given his word");
    expect(a.text).toBe("no such promise");
  });
  it("escapes", () => {
    expect(differences("a <b> c d", "a <i> c d")[0].text).not.toContain("<b>");
  });
});

describe("sha256", () => {
  it("is the one of node", () => {
    for (const text of [
      "",
      "abc",
      "é👍🏽".repeat(100),
      "x".repeat(55),
      "x".repeat(56),
      "x".repeat(64),
      STYLE,
    ]) {
      expect(sha256(text)).toBe(createHash("sha256").update(text, "utf8").digest("base64"));
    }
  });
});
