import type { Stance } from "../../src/model.ts";

const SIGNS: Record<Stance, [sign: string, word: string]> = {
  yes: ["✓", "yes"],
  no: ["✕", "no"],
  other: ["~", "another answer"],
};

/**
 * How a position answers the point's question: a sign, its word for screen readers.
 * @param askedAnew a person wrote the question anew, to which the yes or no was not given: none is shown
 */
export function StanceMark({ stance, askedAnew = false }: { stance: Stance; askedAnew?: boolean }) {
  if (askedAnew) return null;
  const [sign, word] = SIGNS[stance];
  return (
    <span className="stance" title={word}>
      <span aria-hidden="true">{sign}</span>
      <span className="sr">{word}: </span>
    </span>
  );
}
