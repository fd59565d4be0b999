/** Dated results: every bench run names its commit, model and data hashes, and the machine. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** The folder of corpora, from READOUT_CORPORA; the bench says so and ends where it is not set. */
export function corpora(): string {
  const folder = process.env.READOUT_CORPORA;
  if (!folder || !existsSync(folder)) {
    console.error("Set READOUT_CORPORA to the folder that holds research/polnear and the other corpora.");
    process.exit(2);
  }
  return folder;
}

/** One hash over names and bytes of all files below a folder (or of one file), in order of names. */
export function hashOf(path: string): string {
  const hash = createHash("sha256");
  const visit = (at: string) => {
    if (statSync(at).isDirectory()) for (const name of readdirSync(at).sort()) visit(join(at, name));
    else hash.update(`${relative(path, at)}\0`).update(readFileSync(at));
  };
  visit(path);
  return hash.digest("hex");
}

const git = (...args: string[]) => execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();

/** Writes bench/results/DATE-NAME.json and prints the result. */
export function record(name: string, data: Record<string, string>, result: unknown): void {
  const models = Object.fromEntries(
    readdirSync(join(root, "models"), { withFileTypes: true })
      .filter((e) => e.isDirectory())
      .map((e) => [e.name, hashOf(join(root, "models", e.name, "model.onnx"))]),
  );
  const now = new Date().toISOString();
  const entry = {
    name,
    date: now,
    commit: git("rev-parse", "HEAD"),
    clean: git("status", "--porcelain", "--", "src", "models") === "",
    models,
    data,
    machine: { node: process.version, cpu: cpus()[0]?.model ?? "unknown", cores: cpus().length },
    result,
  };
  mkdirSync(join(root, "bench", "results"), { recursive: true });
  const file = join(root, "bench", "results", `${now.slice(0, 10)}-${name}.json`);
  writeFileSync(file, `${JSON.stringify(entry, null, 2)}\n`);
  console.log(JSON.stringify(result, null, 2));
  console.log(`→ ${relative(root, file)}`);
}

/** Runs the built command line and gives its standard output. */
export function readout(args: string[]): string {
  return execFileSync(join(root, "readout"), args, { encoding: "utf8", maxBuffer: 1 << 30 });
}
