import { expect, it } from "vitest";
import { whyOf, whyOfPair } from "./why.ts";

const reason = (code: "wording" | "negation", text = "") => ({ code, text });

it("says of words nothing that the verdict beside it denies", () => {
  const point = (verdict: "disputed" | "divergent" | "unclear") =>
    whyOf({ verdict, reason: reason("wording") });
  expect(point("disputed")).toMatch(/contradict/);
  expect(point("divergent")).toMatch(/without a plain contradiction/);
  expect(point("unclear")).toMatch(/not plain/);
  expect(whyOfPair({ verdict: "conflict", reason: reason("wording") })).toMatch(/contradict/);
});

it("gives a short reason as it is and a plain sentence for one that cites at length", () => {
  expect(whyOf({ verdict: "agreed", reason: reason("negation", "Only A speaks to this.") })).toBe(
    "Only A speaks to this.",
  );
  expect(whyOf({ verdict: "disputed", reason: reason("negation", "A: “yes” against B: “no”") })).toBe(
    "One affirms what the other denies.",
  );
});
