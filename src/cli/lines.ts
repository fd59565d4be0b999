/** JSON lines in and out, in order, with as many in work as there are jobs. */
import { createInterface } from "node:readline";
import { print } from "./terminal.ts";

/**
 * Answers every non-empty line of standard input with one line.
 * @param answer never throws; says whether its line was a failure
 * @returns how many lines failed
 */
export async function answerLines(
  jobs: number,
  answer: (line: string) => Promise<{ value: unknown; failed: boolean }>,
): Promise<number> {
  const queue: Promise<{ value: unknown; failed: boolean }>[] = [];
  let failures = 0;
  const drain = async (down: number) => {
    while (queue.length > down) {
      const { value, failed } = await queue.shift()!;
      if (failed) failures++;
      await print(`${JSON.stringify(value)}\n`);
    }
  };
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === "") continue;
    queue.push(answer(line));
    await drain(jobs);
  }
  await drain(0);
  return failures;
}
