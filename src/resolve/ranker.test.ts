import { expect, it } from "vitest";
import { NEW_FEATURES, NOMINAL_FEATURES } from "./nominal-features.ts";
import nominal from "./nominal-ranker.json" with { type: "json" };
import { PRONOUN_FEATURES } from "./pronoun-features.ts";
import ranker from "./ranker.json" with { type: "json" };

it("weighs the features that the code makes, in their order", () => {
  expect(ranker.features).toEqual(PRONOUN_FEATURES);
  expect(ranker.linear).toHaveLength(PRONOUN_FEATURES.length);
  for (const unit of ranker.hidden) expect(unit).toHaveLength(PRONOUN_FEATURES.length);
});

it("weighs those of descriptions, for candidates and for nobody before", () => {
  expect(nominal.features).toEqual(NOMINAL_FEATURES);
  expect(nominal["fresh features"]).toEqual(NEW_FEATURES);
  for (const unit of [nominal.option.linear, ...nominal.option.hidden])
    expect(unit).toHaveLength(NOMINAL_FEATURES.length);
  for (const unit of [nominal.fresh.linear, ...nominal.fresh.hidden])
    expect(unit).toHaveLength(NEW_FEATURES.length);
});
