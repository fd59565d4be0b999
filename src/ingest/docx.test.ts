import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { fromDocx, isDocx } from "./docx.ts";
import { wordArchive, wordFile } from "./fixtures/word-file.ts";

const read = async (body: string) => (await fromDocx(wordArchive(body))).article.text;
const t = (words: string) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
const p = (words: string) => `<w:p>${t(words)}</w:p>`;

describe("Word documents", () => {
  it("give paragraphs, line breaks and table rows", async () => {
    const row = (...cells: string[]) =>
      `<w:tr>${cells.map((words) => `<w:tc>${p(words)}</w:tc>`).join("")}</w:tr>`;
    const breaks = `${p("The envoy left.")}<w:p/>${p("  ")}<w:p>${t("One")}<w:r><w:br/></w:r>${t("two")}</w:p>`;
    expect(await read(breaks)).toBe("The envoy left.\n\nOne\ntwo");
    const table = `<w:tbl>${row("Year", "Ships")}${row("2020", "88")}</w:tbl>${p("That is all.")}`;
    expect(await read(table)).toBe("Year\tShips\n\n2020\t88\n\nThat is all.");
  });

  it("read tracked changes as accepted", async () => {
    const body = [
      t("He "),
      "<w:del><w:r><w:delText>denied</w:delText></w:r></w:del>",
      `<w:ins>${t("did not deny")}</w:ins>${t(" it.")}`,
    ];
    expect(await read(`<w:p>${body.join("")}</w:p>`)).toBe("He did not deny it.");
  });

  it("resolve character references", async () => {
    expect(await read(p("A &amp; B &#8220;C&#x201D; &lt;d&gt;"))).toBe("A & B “C” <d>");
  });

  it("fail with a code where they are damaged, empty or none", async () => {
    const whole = wordFile(["The envoy left."], true);
    const codeOf = async (bytes: Uint8Array) => {
      try {
        await fromDocx(bytes);
      } catch (error) {
        return (error as { code: string }).code;
      }
      return null;
    };
    expect(isDocx(whole)).toBe(true);
    expect(await codeOf(whole)).toBeNull();
    expect(await codeOf(whole.subarray(0, whole.length - 30))).toBe("INPUT_BROKEN");
    expect(await codeOf(zipSync({ "other.xml": strToU8("x") }))).toBe("INPUT_BROKEN");
    expect(await codeOf(wordArchive("<w:p/>"))).toBe("INPUT_EMPTY");
    const bomb = zipSync({ "word/document.xml": new Uint8Array(120 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await codeOf(bomb)).toBe("INPUT_TOO_LARGE");
  });
});
