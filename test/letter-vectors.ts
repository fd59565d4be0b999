/** Sentence vectors without a model, for tests of what must hold whatever the vectors are. */
import type { Encoder } from "../src/model.ts";

/** Vectors of words' letters: near words near each other, the same on every machine. */
function vectorOf(text: string): Float32Array {
  const vector = new Float32Array(48);
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? [])
    for (let k = 0; k + 2 < word.length; k++)
      vector[(word.charCodeAt(k) * 31 + word.charCodeAt(k + 1) * 7 + word.charCodeAt(k + 2)) % 48]! += 1;
  const length = Math.hypot(...vector) || 1;
  return vector.map((x) => x / length);
}

export const letterVectors: Encoder = { encode: async (texts) => texts.map(vectorOf) };
