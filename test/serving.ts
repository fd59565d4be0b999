/** `readout serve` as a user starts it: the launcher as a child process, a data folder of its own, any free port. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const launcher = fileURLToPath(new URL("../readout", import.meta.url));

export interface Serving {
  /** As it printed it, without the slash at the end. */
  url: string;
  /** What it said on standard error so far. */
  said(): string;
  /** Ends it as Ctrl-C does and takes its data away; gives its exit status. */
  end(): Promise<number | null>;
}

/** @throws Error where it ends before it prints its address, with what it said */
export async function startServing(): Promise<Serving> {
  const data = mkdtempSync(join(tmpdir(), "readout-serve-"));
  const child = spawn(launcher, ["serve", "--port", "0", "--data", data, "--no-open"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (words: string) => {
    said += words;
  });
  try {
    const url = await addressOf(child);
    return {
      url,
      said: () => said,
      async end() {
        if (child.exitCode === null) {
          const closed = once(child, "exit");
          child.kill("SIGINT");
          await closed;
        }
        rmSync(data, { recursive: true, force: true });
        return child.exitCode;
      },
    };
  } catch (error) {
    child.kill("SIGKILL");
    rmSync(data, { recursive: true, force: true });
    throw new Error(`readout serve printed no address: ${said}`, { cause: error });
  }
}

async function addressOf(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout! }))
    if (line.startsWith("http://")) return line.trim().replace(/\/$/u, "");
  throw new Error("it ended");
}
