/** Silences in transcripts: turns that refuse, and turns that answer a question with something else. */
import type { Article, Statement } from "../model.ts";
import type { Silent } from "./absence.ts";
import { passesBy, REBUKE, turnsAway } from "./dodge.ts";
import { sentencesIn } from "./named.ts";
import type { PointContext } from "./point.ts";
import { holdersOf } from "./prepare.ts";
import { putsOff, refusesIn } from "./refusal.ts";

/** Who keeps order or asks for a living: their turns answer nothing. */
const CHAIR =
  /\b(?:moderator|speaker|president of the|chair(?:man|woman)?$|operator|host|presenter|reporter|question|interviewer|clerk)\b/i;

/** "Next question, please." and nothing else: the question is not taken. */
const PASSED_ON = /^\W*(?:the )?next(?: question|,)?(?:,? please)?\W*$/i;

/** Words this near in matter to a question answer it, whatever words they are. */
const TAKES_UP = 0.3;

/** How near what two turns say is in matter, as far as their claims tell. */
function near(a: Statement, b: Statement, { claimsOf, numberOf, table }: PointContext): number {
  let most = 0;
  for (const one of (claimsOf.get(a.id) ?? []).slice(-MOST_CLAIMS))
    for (const other of (claimsOf.get(b.id) ?? []).slice(0, MOST_CLAIMS))
      most = Math.max(most, table.get(numberOf.get(one)!, numberOf.get(other)!).topic);
  return most;
}
const MOST_CLAIMS = 4;

/** Refusals in a transcript's turns, and turns that answer a question with something else. */
export function inTurns(article: Article, context: PointContext): Silent[] {
  const { prepared } = context;
  const turns = article.statements
    .filter((one) => one.parent === null && one.form === "direct" && one.content.length > 0)
    .sort((a, b) => a.content[0]!.start - b.content[0]!.start);
  const found: Silent[] = [];
  for (const [n, turn] of turns.entries()) {
    const [first, last] = [turn.content[0]!, turn.content.at(-1)!];
    const text = article.text.slice(first.start, last.end);
    const holders = holdersOf(turn, prepared);
    const source = turn.source.map((p) => p.text).join(" ");
    const name = `${source} ${holders.map((id) => prepared.index.nameOf.get(id) ?? "").join(" ")}`;
    // Who asks may hold a refusal against somebody: "The company says it is too early to tell."
    for (const told of article.statements)
      if (told.parent === turn.id && told.form !== "direct")
        for (const content of told.content)
          if (putsOff(content.text))
            found.push({
              kind: "declined",
              speakers: holdersOf(told, prepared),
              start: content.start,
              end: content.end,
              statement: told.id,
            });
    if (CHAIR.test(source.trim())) continue;
    const refused = refusesIn(text);
    if (refused) {
      const refusing = sentencesIn(text).filter(
        (one) => (one.start < refused.end && refused.start < one.end) || refusesIn(one.text),
      );
      const at = refusing.length > 0 ? { start: refusing[0]!.start, end: refusing.at(-1)!.end } : refused;
      found.push({
        kind: "declined",
        speakers: holders,
        start: first.start + at.start,
        end: first.start + at.end,
        statement: turn.id,
      });
      continue;
    }
    const question = turns[n - 1];
    if (!question || CHAIR.test(name.trim())) continue;
    const asker = holdersOf(question, prepared);
    const asked = question.content.map((p) => p.text).join(" ");
    if (asker.some((id) => holders.includes(id)) || !/\?["”’']?\s*$/.test(asked)) continue;
    const next = turns[n + 1];
    const rebuked =
      next !== undefined &&
      REBUKE.test(next.content.map((p) => p.text).join(" ")) &&
      !holdersOf(next, prepared).some((id) => holders.includes(id));
    const elsewhere = turnsAway(asked, text) || (!text.includes("?") && passesBy(asked, text));
    if (!rebuked && (!elsewhere || near(question, turn, context) > TAKES_UP)) continue;
    const rebuke = rebuked ? next.content : [];
    found.push({
      kind: PASSED_ON.test(text) ? "declined" : "no-answer",
      speakers: holders,
      start: first.start,
      end: last.end,
      statement: question.id,
      beside: rebuke.map(({ start, end }) => ({ start, end })),
    });
  }
  return found;
}
