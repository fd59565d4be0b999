import { expect, it } from "vitest";
import { PRONOUN_FEATURES } from "./pronoun-features.ts";
import ranker from "./ranker.json" with { type: "json" };

it("weighs the features that the code makes, in their order", () => {
  expect(ranker.features).toEqual(PRONOUN_FEATURES);
  expect(ranker.linear).toHaveLength(PRONOUN_FEATURES.length);
  for (const unit of ranker.hidden) expect(unit).toHaveLength(PRONOUN_FEATURES.length);
});
