/** The tables as an independent CSV reader takes them in (csv-parse). */
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { csvText, defuse, undefuse } from "./csv.ts";
import { riverSample } from "./sample.ts";
import { exportCsv, TABLES, tablesOf } from "./tables.ts";
import { tricky } from "./tricky.test-data.ts";

const rows = (text: string) =>
  parse(text, { bom: true, columns: true, record_delimiter: "\r\n" }) as Record<string, string>[];
const tableOf = (name: string, c = tricky()) =>
  rows(exportCsv(c).find((f) => f.name === `${name}.csv`)!.text);

describe("defuse", () => {
  const cells = [
    "=1+1",
    "+1",
    "-1",
    "@x",
    "\t=1",
    "'=1",
    "''-x",
    "  =2",
    "＝1",
    "plain",
    "'tis",
    "",
    "'",
    "a=b",
    "\r",
    "-",
  ];
  it("leaves nothing that a spreadsheet would calculate, and comes back exactly", () => {
    for (const cell of cells) {
      expect(defuse(cell)).not.toMatch(/^[\s]*[=+\-@＝＋－＠]/);
      expect(undefuse(defuse(cell))).toBe(cell);
    }
    expect(new Set(cells.map(defuse)).size).toBe(cells.length);
    expect(defuse("'tis")).toBe("'tis");
  });
});

describe("csvText", () => {
  it("has a byte-order mark, CRLF and quotation marks doubled", () => {
    const text = csvText({
      name: "t",
      columns: ["a", "b"],
      rows: [
        ['He said "no",\nand left', 1.5],
        [null, true],
      ],
    });
    expect(text).toBe('\ufeff"a","b"\r\n"He said ""no"",\nand left",1.5\r\n,TRUE\r\n');
  });
});

describe("exportCsv", () => {
  it("gives every table, even an empty one, in a fixed order", () => {
    expect(exportCsv(riverSample()).map((f) => f.name)).toEqual(TABLES.map((t) => `${t}.csv`));
    expect(exportCsv(tricky())).toEqual(exportCsv(tricky()));
  });
  it("gives one row a statement, with the exact words once the guard is off", () => {
    for (const c of [riverSample(), tricky()]) {
      const table = tableOf("statements", c);
      const all = c.articles.flatMap((article) =>
        [...article.statements, ...article.narrated].map((s) => ({ article, s })),
      );
      expect(table).toHaveLength(all.length);
      for (const { article, s } of all) {
        const row = table.find((r) => r.statement === s.id)!;
        for (const role of ["source", "cue", "content"] as const) {
          expect(undefuse(row[role]!)).toBe(s[role].map((p) => p.text).join(" … "));
          const places = row[`${role}_utf16`]!.split("; ").filter(Boolean);
          const back = places.map((x) =>
            article.text.slice(...(x.split("-").map(Number) as [number, number])),
          );
          expect(back).toEqual(s[role].map((p) => p.text));
          // In code points, as R and Python would slice.
          const points = [...article.text];
          const chars = row[`${role}_chars`]!.split("; ").filter(Boolean);
          const sliced = chars.map((x) =>
            points.slice(...(x.split("-").map(Number) as [number, number])).join(""),
          );
          expect(sliced).toEqual(s[role].map((p) => p.text));
        }
        expect(row.negated).toBe(s.negated ? "TRUE" : "FALSE");
        expect(Number(row.score)).toBe(s.score);
      }
    }
  });
  it("gives one row a relation, and all the rest", () => {
    const c = tricky();
    expect(tableOf("relations")).toMatchObject([
      { verdict: "conflict", reason_code: "negation", decisive: "TRUE" },
    ]);
    expect(tableOf("points")[0]).toMatchObject({ point: c.points[0]!.id, reason: "'=one against the other" });
    expect(tableOf("positions").map((r) => r.stance)).toEqual(["yes", "no"]);
    expect(tableOf("shifts")[0]!.about).toBe("'@the plan");
    expect(tableOf("absences")[0]).toMatchObject({
      kind: "declined",
      evidence: "Bo Lind denied “any deal.”",
    });
    expect(tableOf("variants")[0]!.changes).toBe("'=a → -b");
    expect(tableOf("copies")[0]!.share).toBe("0.5");
    expect(tableOf("documents").map((r) => r.outlet)).toEqual(["The Zörn Post & Mail", "'=Outlet"]);
    expect(tableOf("speakers").map((r) => r.role)).toEqual(["'=the mayor", "member_of [council]", ""]);
  });
  it("leaves no cell of any table that a spreadsheet would calculate", () => {
    for (const table of tablesOf(tricky())) {
      const numeric = new Set(
        table.columns.filter((_, i) => table.rows.every((r) => typeof r[i] === "number")),
      );
      for (const row of rows(csvText(table)))
        for (const [column, cell] of Object.entries(row))
          if (!numeric.has(column)) expect(cell).not.toMatch(/^\s*[=+\-@]/);
    }
  });
});
