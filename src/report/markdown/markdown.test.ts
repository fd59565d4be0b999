/** Markdown as an independent parser takes it in (markdown-it, CommonMark with tables and strikethrough). */
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { riverSample } from "../sample.ts";
import { tricky } from "../tricky.test-data.ts";
import { markdownLink, markdownText } from "./escape.ts";
import { exportMarkdown } from "./report.ts";

const parser = new MarkdownIt({ html: true });
type Token = ReturnType<typeof parser.parse>[number];

/** What a reader sees of some tokens. */
function seen(tokens: Token[]): string {
  return tokens
    .map((t) => (t.children ? seen(t.children) : t.type.endsWith("break") ? "\n" : t.content))
    .join("");
}
const typesOf = (tokens: Token[]): string[] =>
  tokens.flatMap((t) => (t.children ? [t.type, ...typesOf(t.children)] : [t.type]));

describe("markdownText", () => {
  const hard = [
    "*a* _b_ `c` [d](e) <b>f</b> ~~g~~ | h | \\i # j ![k](l) &amp; &#35; & x",
    "# no heading",
    "- no list",
    "+ none",
    "12. none",
    "3) none",
    "> none",
    "--- none",
    "===",
    "```",
    "~~~",
    ": none",
    "a_b_c __d__ **e**",
    "<https://a.example> <!-- x -->",
    "back\\slash\\",
    "“quoted *words*” — $5 and ^up^",
    "[^1] and [ref]: x",
    "1986\\. A great year",
    "é 桥梁 مرحبا 😀",
  ];
  it.each(hard)("comes out as typed: %s", (words) => {
    for (const around of [
      (s: string) => s,
      (s: string) => `- ${s}`,
      (s: string) => `> ${s}`,
      (s: string) => `- **${s}** ENDS`,
    ]) {
      const tokens = parser.parse(around(markdownText(words)), {});
      expect(seen(tokens).replace(/ ENDS$/, "")).toBe(words.trim());
      expect(typesOf(tokens)).not.toContain("html_inline");
      expect(typesOf(tokens)).not.toContain("code_inline");
      expect(typesOf(tokens)).not.toContain("link_open");
      expect(typesOf(tokens)).not.toContain("heading_open");
      expect(typesOf(tokens)).not.toContain("hr");
    }
  });
  it("comes out as typed for any mix of marks", () => {
    const marks = "\\`*_{}[]<>()#+-.!|~&=:^$\"' a1é".split("");
    let state = 7;
    const next = (n: number) => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return state % n;
    };
    for (let i = 0; i < 3000; i++) {
      const words = Array.from({ length: 1 + next(14) }, () => marks[next(marks.length)])
        .join("")
        .replace(/ +/g, " ")
        .trim();
      if (words === "") continue;
      expect(seen(parser.parse(markdownText(words), {}))).toBe(words);
      expect(seen(parser.parse(`- ${markdownText(words)}`, {}))).toBe(words);
    }
  });
  it("keeps links whole", () => {
    const [, inline] = parser.parse(
      markdownLink("a [b] *c*", "https://x.example/(a)?b=<c>&d='e' f#:~:text=g"),
      {},
    );
    expect(seen([inline!])).toBe("a [b] *c*");
    expect(inline!.children!.find((t) => t.type === "link_open")!.attrGet("href")).toContain(
      "x.example/(a)?b=%3Cc%3E",
    );
  });
});

describe("exportMarkdown", () => {
  it("shows every word of a hard collection as typed, and lets no HTML in", () => {
    const text = exportMarkdown(tricky());
    const tokens = parser.parse(text, {});
    const shown = seen(tokens);
    for (const words of [
      "Does the plan stand? *Yes*|no",
      "“=SUM(A1:A9) is *not* a _plan_, {100 %} of it,” … “We’ll pay $5 & no more — <b>ever</b> | `period` #now ~~soon~~.”",
      "1. The plan # stood",
      "“No” to 50 % {more}: a_b ~ c^d \\ #1",
      "Ann O’Hare, =the mayor (Zörn & Co. {town})",
    ])
      expect(shown).toContain(words);
    expect(typesOf(tokens).filter((t) => /html|code/.test(t))).toEqual([]);
  });
  it("has points, positions, words and references, the same every time", () => {
    const text = exportMarkdown(riverSample(), { title: "The *dam*" });
    expect(text).toBe(exportMarkdown(riverSample(), { title: "The *dam*" }));
    expect(text.startsWith("# The \\*dam\\*\n")).toBe(true);
    expect(text).toContain("### DISPUTED: ");
    expect(text).toContain("**Henrik Dahlmo**, Arland’s minister of water (Arland)");
    expect(text).toMatch(
      /northline-wire\.txt:\d+\]\(<https:\/\/northline\.example\/[^>]*#:~:text=There%20was/,
    );
    expect(text).not.toMatch(/checked/);
    const c = riverSample();
    c.rulings = [
      {
        id: "r_1",
        action: "check",
        target: {
          type: "statement",
          id: c.articles[2]!.statements[0]!.id,
          article: c.articles[2]!.id,
          passages: [],
          reading: null,
        },
        value: { right: true },
        by: null,
        at: null,
        note: null,
        status: "applied",
        found: [c.articles[2]!.statements[0]!.id],
      },
    ];
    expect(exportMarkdown(c)).toMatch(/1 of \d+ statements checked/);
  });
});
