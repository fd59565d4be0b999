import { messageOf } from "../errors.ts";
import { fromRecord } from "../ingest/record.ts";
import { openReadout } from "../node.ts";
import { issueOf, pipeRecordSchema } from "../schemas.ts";
import { failureOf } from "./inputs.ts";
import { answerLines } from "./lines.ts";

/** `readout pipe`: one article, or `{ref, error}`, a line, in order. Answers the exit status. */
export async function pipeCommand(options: { jobs: number }): Promise<number> {
  const readout = openReadout({ jobs: options.jobs });
  const answer = async (line: string) => {
    let ref: string | null = null;
    const failed = (code: string, message: string) => ({
      value: { ref, error: { code, message } },
      failed: true,
    });
    try {
      const json: unknown = JSON.parse(line);
      if (json !== null && typeof json === "object" && "id" in json && json.id !== null)
        ref = String((json as { id: unknown }).id);
      const record = pipeRecordSchema.safeParse(json);
      if (!record.success)
        return failed("LINE_BROKEN", messageOf("LINE_BROKEN", { detail: issueOf(record.error) }));
      return { value: await readout.read(fromRecord(record.data)), failed: false };
    } catch (error) {
      if (error instanceof SyntaxError)
        return failed("LINE_BROKEN", messageOf("LINE_BROKEN", { detail: error.message }));
      const { code, message } = failureOf(ref ?? "", error);
      return failed(code, message);
    }
  };
  try {
    return (await answerLines(options.jobs, answer)) > 0 ? 1 : 0;
  } finally {
    await readout.close();
  }
}
