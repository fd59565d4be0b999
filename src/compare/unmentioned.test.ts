import { describe, expect, it } from "vitest";
import { eventByHand } from "./by-hand.ts";
import { compareArticles, grouped } from "./compare.ts";
import { unmentioned } from "./unmentioned.ts";

const input = {
  ...eventByHand({
    documents: [
      {
        name: "one.txt",
        outlet: "Morrow Post",
        date: "2031-03-04",
        text: "A barge struck the northern quay of Tarn at noon on Monday. The ferry to Lomar was stopped for two days.",
      },
      {
        name: "two.txt",
        outlet: "Fjord Courier",
        date: "2031-03-04",
        text: "A barge ran into the northern quay of Tarn at noon on Monday. For two days the ferry to Lomar was stopped.",
      },
      {
        name: "three.txt",
        kind: "readout",
        outlet: "Ministry of Roads",
        date: "2031-03-05",
        text: "The Ministry of Roads opened a school in the hills. The children sang.",
      },
    ],
    speakers: { "Morrow Post": null, "Fjord Courier": null, "Ministry of Roads": "Lomar" },
  }),
  vectors: null,
};

/** How much a readout is said to leave out where the reports were copied as given. */
function left(originOf: ReadonlyMap<string, string>): number {
  const { context } = grouped(input, originOf);
  return unmentioned(compareArticles(input).points, { ...context, originOf }).length;
}

describe("what a readout leaves out", () => {
  it("is what two independent reports tell", () => {
    expect(left(new Map())).toBe(2);
  });

  it("is not what one text tells in two prints, in no more than its outlets' voice", () => {
    const [one, two] = input.articles;
    expect(left(new Map([one, two].map((article) => [article!.id, one!.id])))).toBe(0);
  });
});
