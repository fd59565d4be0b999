import { messageOf } from "../errors.ts";
import { openReadout } from "../node.ts";
import { issueOf, relateRecordSchema } from "../schemas.ts";
import { answerLines } from "./lines.ts";

/** `readout relate`: one judgement a line, in order. Answers the exit status. */
export async function relateCommand({ jobs }: { jobs: number }): Promise<number> {
  const readout = openReadout({ jobs });
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
    return { value: { id, ...(await readout.relate(a, b, question ?? null)) }, failed: false };
  };
  try {
    return (await answerLines(4 * jobs, answer)) > 0 ? 1 : 0;
  } finally {
    await readout.close();
  }
}

function broken(id: string | number | null, detail: string) {
  const message = messageOf("LINE_BROKEN", { detail });
  return { value: { id, error: { code: "LINE_BROKEN", message } }, failed: true };
}
