import type { Stance } from "../../src/model.ts";

const SIGNS: Record<Stance, [sign: string, word: string]> = {
  yes: ["✓", "yes"],
  no: ["✕", "no"],
  other: ["~", "another answer"],
};

/** How a position answers the point's question: a sign, its word for screen readers. */
export function StanceMark({ stance }: { stance: Stance }) {
  const [sign, word] = SIGNS[stance];
  return (
    <span className="stance" title={word}>
      <span aria-hidden="true">{sign}</span>
      <span className="sr">{word}: </span>
    </span>
  );
}
