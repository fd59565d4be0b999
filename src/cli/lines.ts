/** JSON lines in and out, in order, with as many in work as there are jobs. */
import { createInterface } from "node:readline";
import { print } from "./terminal.ts";

/**
 * Answers every non-empty line of standard input with one line, each as soon as it and those before it are ready: a
 * program at the other end may wait for an answer before it sends more.
 * @param answer never throws; says whether its line was a failure
 * @returns how many lines failed
 */
export async function answerLines(
  jobs: number,
  answer: (line: string) => Promise<{ value: unknown; failed: boolean }>,
): Promise<number> {
  let failures = 0;
  const pending: Promise<void>[] = [];
  let printed = Promise.resolve();
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === "") continue;
    const answered = answer(line);
    const before = printed;
    printed = answered.then(async ({ value, failed }) => {
      await before;
      if (failed) failures++;
      await print(`${JSON.stringify(value)}\n`);
    });
    pending.push(printed);
    if (pending.length > jobs) await pending.shift();
  }
  await printed;
  return failures;
}
