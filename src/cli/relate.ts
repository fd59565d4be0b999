import { relatePair } from "../compare/relate.ts";
import { messageOf } from "../errors.ts";
import { issueOf, relateRecordSchema } from "../schemas.ts";
import { answerLines } from "./lines.ts";

/** `readout relate`: one judgement a line, in order. Answers the exit status. */
export async function relateCommand(): Promise<number> {
  const answer = async (line: string) => {
    let json: unknown;
    try {
      json = JSON.parse(line);
    } catch (error) {
      return broken(null, error instanceof Error ? error.message : String(error));
    }
    const record = relateRecordSchema.safeParse(json);
    const given = json !== null && typeof json === "object" && "id" in json ? json.id : null;
    const id = typeof given === "string" || typeof given === "number" ? given : null;
    if (!record.success) return broken(id, issueOf(record.error));
    const { a, b, question } = record.data;
    const complete = (s: typeof a) => ({
      text: s.text,
      speaker: s.speaker ?? null,
      date: s.date ?? null,
      act: s.act ?? null,
      negated: s.negated ?? false,
    });
    return { value: { id, ...relatePair(complete(a), complete(b), question ?? null) }, failed: false };
  };
  return (await answerLines(1, answer)) > 0 ? 1 : 0;
}

function broken(id: string | number | null, detail: string) {
  const message = messageOf("LINE_BROKEN", { detail });
  return { value: { id, error: { code: "LINE_BROKEN", message } }, failed: true };
}
