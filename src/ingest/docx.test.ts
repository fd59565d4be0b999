import { describe, expect, it } from "vitest";
import { fromDocx } from "./docx.ts";
import { wordFile, zip } from "./fixtures/word-file.ts";

const document = (body: string) => Buffer.from(`<w:document><w:body>${body}</w:body></w:document>`);
const read = (body: string) => fromDocx(zip("word/document.xml", document(body), true)).article.text;
const t = (words: string) => `<w:r><w:t>${words}</w:t></w:r>`;
const p = (words: string) => `<w:p>${t(words)}</w:p>`;

describe("Word documents", () => {
  it("give paragraphs, line breaks and table rows", () => {
    const row = (...cells: string[]) =>
      `<w:tr>${cells.map((words) => `<w:tc>${p(words)}</w:tc>`).join("")}</w:tr>`;
    const breaks = `${p("The envoy left.")}<w:p/>${p("  ")}<w:p>${t("One")}<w:r><w:br/></w:r>${t("two")}</w:p>`;
    expect(read(breaks)).toBe("The envoy left.\n\nOne\ntwo");
    const table = `<w:tbl>${row("Year", "Ships")}${row("2020", "88")}</w:tbl>${p("That is all.")}`;
    expect(read(table)).toBe("Year\tShips\n\n2020\t88\n\nThat is all.");
  });

  it("read tracked changes as accepted, and nothing twice", () => {
    const body = [
      t("He "),
      "<w:del><w:r><w:delText>denied</w:delText></w:r></w:del>",
      `<w:ins>${t("did not deny")}</w:ins>${t(" it.")}`,
      `<w:moveFrom>${t("Gone.")}</w:moveFrom>`,
      `<mc:AlternateContent><mc:Choice>${t(" Once.")}</mc:Choice><mc:Fallback>${t(" Twice.")}</mc:Fallback></mc:AlternateContent>`,
    ];
    expect(read(`<w:p>${body.join("")}</w:p>`)).toBe("He did not deny it. Once.");
  });

  it("resolve character references", () => {
    expect(read(p("A &amp; B &#8220;C&#x201D; &lt;d&gt;"))).toBe("A & B “C” <d>");
  });

  it("fail with a code where they are damaged, empty or none", () => {
    const whole = wordFile(["The envoy left."], true);
    const codeOf = (bytes: Uint8Array) => {
      try {
        fromDocx(bytes);
      } catch (error) {
        return (error as { code: string }).code;
      }
      return null;
    };
    expect(codeOf(whole)).toBeNull();
    expect(codeOf(whole.subarray(0, whole.length - 30))).toBe("INPUT_BROKEN");
    expect(codeOf(Buffer.concat([whole.subarray(0, 60), Buffer.alloc(8, 7), whole.subarray(68)]))).toBe(
      "INPUT_BROKEN",
    );
    expect(codeOf(zip("other.xml", Buffer.from("x"), false))).toBe("INPUT_BROKEN");
    expect(codeOf(zip("word/document.xml", Buffer.from("<w:p/>"), false))).toBe("INPUT_EMPTY");
    expect(codeOf(zip("word/document.xml", Buffer.alloc(120 * 1024 * 1024, 32), true))).toBe(
      "INPUT_TOO_LARGE",
    );
  });
});
