import { SAYING } from "./lexicon/closed.ts";
import { nounGender } from "./lexicon/nouns.ts";
import { articleBefore, isOriginNoun } from "./name-words.ts";
import type { Nominal } from "./nominals.ts";
import { demonymKey, isKnownDemonym } from "./places.ts";
import type { Token } from "./tokens.ts";

/** "the German", "the Kestrian said": a person by origin; behind it a verb, a comma or the end. */
export function byOrigin(tokens: readonly Token[], index: number): Nominal | null {
  const token = tokens[index]!;
  const before = tokens[index - 1];
  if (
    !token.capital ||
    (token.lower.endsWith("s") && token.lower !== "swiss") ||
    before?.sentence !== token.sentence
  )
    return null;
  const country = demonymKey(token.text);
  const origin = isOriginNoun(tokens, index);
  if (!origin && before.lower !== "the") return null;
  if (origin) {
    const gender = nounGender(token.lower);
    return {
      first: articleBefore(tokens, index),
      last: index,
      head: "national",
      type: "person",
      gender,
      plural: false,
      determiner: "the",
      modifiers: [],
      ownerToken: -1,
      country: null,
    };
  }
  if (!country || !(isKnownDemonym(token.text) || /[a-z]{3}(?:ian|ean|an)$/.test(token.text))) return null;
  const next = tokens[index + 1];
  if (
    next &&
    next.sentence === token.sentence &&
    next.word &&
    !SAYING.has(next.lower) &&
    !/^(?:who|is|was|has|had|will|would|whose)$/.test(next.lower)
  )
    return null;
  return {
    first: index - 1,
    last: index,
    head: "national",
    type: "person",
    gender: null,
    plural: false,
    determiner: "the",
    modifiers: [],
    ownerToken: -1,
    country: null,
  };
}
