import { expect, test } from "vitest";
import { quoted } from "./quoted.ts";

test("marks of the document become single ones, those around all of it the page’s own", () => {
  expect(quoted("“We agree.”")).toBe("“We agree.”");
  expect(quoted("He called it “a sign”, he said")).toBe("“He called it ‘a sign’, he said”");
  expect(quoted('He called it "a sign"')).toBe("“He called it ‘a sign’”");
  expect(quoted("the growers’ claim")).toBe("“the growers’ claim”");
});

test("pieces that stand apart keep their marks, each the right way round", () => {
  const straight = '"The bridge is not safe for heavy vehicles," … "We had no choice but to close it."';
  const told = "“‘The bridge is not safe for heavy vehicles,’ … ‘We had no choice but to close it.’”";
  expect(quoted(straight)).toBe(told);
  expect(
    quoted(straight.replace(/"T/u, "“T").replace(/,"/u, ",”").replace(/"W/u, "“W").replace(/"$/u, "”")),
  ).toBe(told);
});
