import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { oneLine, print, run, wrap } from "./lines.ts";

const lines = (text: string, width: number, first = "", rest = first) =>
  wrap([run(text)], width, first, rest).map((line) => print(line, false));

describe("wrap", () => {
  it("counts wide characters as two columns and breaks between them", () => {
    const out = lines("会談では八月末まで貯水しないという約束はなかった、と大臣は述べた。", 20);
    for (const line of out) expect(stringWidth(line)).toBeLessThanOrEqual(20);
    expect(out.length).toBe(4);
    for (const line of out) expect(line).not.toMatch(/^[、。]/);
  });

  it("cuts no emoji and no combining mark", () => {
    const family = "👩‍👩‍👧‍👦";
    const out = lines(`${family.repeat(7)} e\u0301${"e\u0301".repeat(30)}`, 10);
    expect(out.join("").split(family).length - 1).toBe(7);
    for (const line of out) {
      expect(stringWidth(line)).toBeLessThanOrEqual(10);
      expect(line).not.toMatch(/^\u0301/);
    }
  });

  it("breaks a word longer than a line", () => {
    const url = "https://example.org/a/very/long/address/that/does/not/fit";
    const out = lines(url, 20, "  ");
    expect(out.map((l) => l.trim()).join("")).toBe(url);
    for (const line of out) expect(line.length).toBeLessThanOrEqual(20);
  });

  it("keeps punctuation of another style with its word", () => {
    const out = wrap([run("one two three", "strong"), run(","), run(" four")], 13).map((l) =>
      print(l, false),
    );
    expect(out).toEqual(["one two", "three, four"]);
  });

  it("hangs the indent", () => {
    expect(lines("aa bb cc dd ee", 10, "* ", "  ")).toEqual(["* aa bb cc", "  dd ee"]);
  });
});

describe("oneLine", () => {
  it("folds white space and disarms control characters", () => {
    expect(oneLine("a\n\tb\u00a0c \u001b[31m")).toBe("a b c \ufffd[31m");
    expect(oneLine("\u202eabc")).toBe("abc");
  });
});
