import { describe, expect, it } from "vitest";
import { frontMatter } from "./front-matter.ts";

const read = (lines: string) => frontMatter(`---\n${lines}\n---\nText.\n`);

describe("front matter that is no valid YAML but plain", () => {
  it("takes a value with a colon as it stands", () => {
    const found = read("title: Rovers: fans walk out\noutlet: Quay Post\ndate: 2024-03-02");
    expect(found?.metadata).toMatchObject({
      title: "Rovers: fans walk out",
      outlet: "Quay Post",
      publishedAt: "2024-03-02",
    });
    expect(found?.length).toBe(
      "---\ntitle: Rovers: fans walk out\noutlet: Quay Post\ndate: 2024-03-02\n---\n".length,
    );
  });

  it("takes words in quotation marks with more after them", () => {
    expect(read('title: "At last": the harbour reopens')?.metadata.title).toBe(
      '"At last": the harbour reopens',
    );
  });

  it("takes a quotation followed by words, which YAML refuses", () => {
    expect(read('title: @home, "at last": a diary\nkind: report')?.metadata.title).toBe(
      '@home, "at last": a diary',
    );
  });

  it.each([
    'title: "Harbour talks\noutlet: Quay: Post',
    "title: [a: b: c\n",
    "title: a: b\nsome words",
    "title: a: b\ntitle: c",
  ])("refuses what is not plain: %j", (lines) => {
    expect(() => read(lines)).toThrow(/FRONT_MATTER_BROKEN|front matter/);
  });
});
