/** BibTeX and CSL-JSON as an independent reader takes them in (Citation.js). */
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { bibtex, texText } from "./bibtex.ts";
import { bylineNames, type CslItem, cslJson, dateParts } from "./csl.ts";
import { quotationOf } from "./quotation.ts";
import { riverSample } from "./sample.ts";
import { tricky } from "./tricky.test-data.ts";
import { view } from "./view.ts";

// Citation.js has no types.
const require = createRequire(import.meta.url);
require("@citation-js/plugin-bibtex");
const { Cite } = require("@citation-js/core") as {
  Cite: new (input: string) => { data: (CslItem & Record<string, unknown>)[] };
};

const quotations = [riverSample(), tricky()].flatMap((c) => {
  const v = view(c);
  return [...v.statements.values()].map((f) => quotationOf(v, f)!);
});

describe("bibtex", () => {
  it("comes back from a BibTeX reader with every word", () => {
    const read = new Cite(bibtex(quotations)).data;
    expect(read).toHaveLength(quotations.length);
    for (const [i, q] of quotations.entries()) {
      const item = read[i]!;
      expect(item.id).toBe(q.id);
      expect(item.title).toBe(q.title ?? undefined);
      expect(item.URL).toBe(q.address ?? undefined);
      const names = (q.byline === null ? [q.outlet] : bylineNames(q.byline)).map((n) => n);
      const back = (item.author ?? []).map((a) => a.literal ?? Object.values(a).reverse().join(" "));
      expect(back).toEqual(names);
      if (q.publishedAt !== null)
        expect(item.issued!["date-parts"][0]!.map(Number)).toEqual(dateParts(q.publishedAt));
    }
  });
  it("balances braces whatever the words", () => {
    for (const text of ["}{", "\\}", "a{b", "{{{", "%}"]) {
      const tex = texText(text);
      const depth = [...tex].reduce((n, c) => (c === "{" ? n + 1 : c === "}" ? n - 1 : n), 0);
      expect([text, depth]).toEqual([text, 0]);
    }
  });
});

describe("csl", () => {
  it("is taken in as it is by a CSL reader, with the fields of the schema only", () => {
    const json = cslJson(quotations);
    const mine = JSON.parse(json) as CslItem[];
    const read = new Cite(json).data;
    const fields = new Set(
      "id type title author container-title publisher issued page URL language annote".split(" "),
    );
    for (const [i, item] of mine.entries()) {
      for (const field of Object.keys(item)) expect(fields.has(field)).toBe(true);
      for (const field of ["title", "URL", "annote", "issued", "author", "container-title"] as const)
        expect(read[i]![field]).toEqual(item[field]);
    }
  });
  it("parts bylines only where it is sure", () => {
    expect(bylineNames("By Cy Dorn, Ed Fitch and Gil Hay")).toEqual(["Cy Dorn", "Ed Fitch", "Gil Hay"]);
    expect(bylineNames("Ministry of Water and Power")).toEqual(["Ministry of Water and Power"]);
    expect(bylineNames("Ann Lee, Chief correspondent")).toEqual(["Ann Lee", "Chief correspondent"]);
    expect(bylineNames("Ann Lee, chief correspondent")).toEqual(["Ann Lee, chief correspondent"]);
  });
  it("keeps dates as precise as they are", () => {
    expect(["2026-06-11T19:42:00+02:00", "2026-06", "2026", "soon", null].map(dateParts)).toEqual([
      [2026, 6, 11],
      [2026, 6],
      [2026],
      null,
      null,
    ]);
  });
});
