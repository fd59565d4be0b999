/** What commands that run until they are told to end have in common. */
import { ReadoutError } from "../errors.ts";

/** A line on standard error. */
export function say(line: string): void {
  process.stderr.write(`readout: ${line}\n`);
}

export function sayError(error: unknown): void {
  say(error instanceof ReadoutError ? `${error.code}: ${error.message}` : String(error));
}

/** Resolves with the first of some signals, which then no longer ends the process by itself. */
export function told(...signals: NodeJS.Signals[]): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of signals) process.once(signal, () => resolve());
  });
}
