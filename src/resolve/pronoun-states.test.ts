import { expect, it } from "vitest";
import type { ArticleSource, PieceStates } from "../model.ts";
import { segment } from "../segment/segment.ts";
import { corefer } from "./corefer.ts";
import { PRONOUN_FEATURES } from "./pronoun-features.ts";
import net from "./pronoun-states.json" with { type: "json" };

const HALF = net.product[0]!.length;
const TEXT =
  "Ms. Orla Venn met Ms. Dana Kerrow at the mill on Tuesday. She told reporters that the mill would close.";

/** Words as pieces; `of` gives a word's numbers. */
function states(of: (word: string, index: number) => number, width = 2 * HALF): PieceStates {
  const words = [...TEXT.matchAll(/\w+/g)];
  return {
    starts: Int32Array.from(words, (word) => word.index),
    width,
    scale: 31,
    rows: Int8Array.from(
      words.flatMap(([word], w) => Array.from({ length: width }, (_, k) => of(word, w * width + k))),
    ),
  };
}

/** The chances of the candidates for the text's one pronoun, by name. */
function chances(given: PieceStates | null): string {
  const article = {
    id: "a",
    text: TEXT,
    kind: "report",
    outlet: null,
    byline: null,
    side: null,
  } as ArticleSource;
  const none = { marks: [], links: [] };
  const doc = { ...segment(article), ...none, inner: none, acts: null, states: given, statements: [] };
  const context = corefer(doc);
  const she = context.mentions.list.find(({ head }) => head === "she")!;
  const { score, guess } = context.references.get(she.id)!;
  return `${guess.map((id) => [...context.entities[id]!.names][0]).join(", ")} ${score}`;
}

it("weighs the features that the code makes, with states in both halves", () => {
  expect(net.features).toEqual(PRONOUN_FEATURES);
  expect(net.linear).toHaveLength(PRONOUN_FEATURES.length);
  for (const unit of net.pair.hidden) expect(unit).toHaveLength(PRONOUN_FEATURES.length + 5 * HALF);
  for (const list of [...net.product, ...net.candidate]) expect(list).toHaveLength(HALF);
  expect(net.pair.bias).toHaveLength(net.pair.hidden.length);
  expect(net.pair.out).toHaveLength(net.pair.hidden.length);
});

it("lets what stands in the words' pieces speak, the same each time", () => {
  const wave = states((word, k) => Math.round(90 * Math.sin(k + word.length)));
  const other = states((word, k) => Math.round(90 * Math.cos(3 * k + word.length)));
  expect(chances(wave)).toBe(chances(wave));
  expect(chances(wave)).not.toBe(chances(other));
  expect(chances(wave)).not.toBe(chances(null));
});

it("goes by the features alone without states, or with those of a model that it doesn't know", () => {
  expect(chances(states(() => 40, 2 * HALF + 2))).toBe(chances(null));
});
