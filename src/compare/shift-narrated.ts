import { extentOf } from "../span.ts";
import type { PointContext } from "./point.ts";
import type { Change } from "./shift-voice.ts";

/** A change that the report tells in its own voice, beside the person's new words in the same sentence. */
const NARRATED =
  /\b(?:shift|equivocat\w+|revers(?:ed|ing|al)|retreat(?:ed|ing)|back(?:ed|ing) (?:away|down|off)|backtrack\w*|no longer|u-turn|about-face|chang(?:ed|ing) (?:his|her|its|their) (?:mind|course|position|tune)|soften(?:ed|ing))\b/i;
const BEFORE =
  /\b(?:(?:a|one|two|three|four|\d+) (?:day|week|month|hour|year)s? (?:earlier|before|ago)|the (?:day|night|week|month|evening) before|as recently as|only (?:a day|hours|days|yesterday)|previously|earlier|yesterday)\b/i;

/** Changes whose old words no document gives as anybody's: the report's own sentence stands for them. */
export function narratedChanges({ prepared, claimsOf }: PointContext): Change[] {
  const found: Change[] = [];
  for (const [id, statement] of prepared.narrated) {
    const own = statement.content[0]!;
    const { article } = prepared.statements.get(id)!;
    if (article.kind !== "report") continue;
    const around = article.text.slice(Math.max(0, own.start - 60), own.end);
    if (!NARRATED.test(around) || !BEFORE.test(around)) continue;
    for (const later of article.statements) {
      if (later.parent !== null || later.cue.length === 0 || later.speakers.length !== 1) continue;
      const { start, end } = extentOf(later);
      const between = article.text.slice(Math.min(own.end, end), Math.max(own.start, start));
      if (between.length > 60 || /[.!?\n]/.test(between)) continue;
      if (!claimsOf.has(id) && !claimsOf.has(later.id)) continue;
      found.push({
        from: { statement: id, article: article.id },
        to: { statement: later.id, article: article.id },
        holder: prepared.holderOf.get(later.speakers[0]!) ?? later.speakers[0]!,
        worth: 0.4,
      });
    }
  }
  return found;
}
