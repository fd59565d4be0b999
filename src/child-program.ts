/** Where the programs of child processes lie, and how these are ended. */
import type { ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * A child's program: built beside its parent in dist/, or the source itself, which then needs a loader.
 * @param parent the address of the module that starts it (`import.meta.url`)
 * @param name of the program, without its ending
 * @param source of the program, where it has another name than what is built of it
 */
export function childProgram(
  parent: string,
  name: string,
  source = name,
): { path: string; execArgv: string[] } {
  const here = dirname(fileURLToPath(parent));
  const built = join(here, `${name}.js`);
  if (existsSync(built)) return { path: built, execArgv: [] };
  return { path: join(here, `${source}.ts`), execArgv: ["--import", "tsx"] };
}

/**
 * For a process whose answers people wait for: room for what is made and dropped within one, which would otherwise be
 * copied again and again by the garbage collector (a fifth of the time of a comparing).
 */
export const ROOMY = ["--max-semi-space-size=64"];

/** Asks a child to close and waits until it has ended; it is killed where that takes longer than it may. */
export async function endChild(child: ChildProcess, milliseconds: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.send({ kind: "close" }, () => {});
  const timer = setTimeout(() => child.kill("SIGKILL"), milliseconds);
  await ended;
  clearTimeout(timer);
}
