/**
 * Two thousand damaged files and files made to exhaust readers: what becomes of each, how long it takes, and how much memory
 * the whole tree of processes has at its most: ingest alone reads all of them, one by one; with --folder, `readout read` a folder
 * of a sample.
 *   npx tsx bench/damaged.ts [COUNT] [--folder] [--bombs NAME] [--no-record]
 */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { bombs } from "../src/ingest/fixtures/bombs.ts";
import { type DamagedFile, damagedFiles } from "../src/ingest/fixtures/damage.ts";
import { treeMemory, treeTime } from "./process-tree.ts";
import { record, root } from "./record.ts";

const SEED = 20261124;
const NESTED = 1_000_000;
const LARGE = 10_000_000;
const MEGABYTE = 1024 * 1024;
const HANG_MS = 10_000;
const MAX_MB = 1000;
/** Long past any limit of readout's own: the bench itself must end. */
const GIVE_UP_MS = 120_000;

interface Seen {
  file: string;
  ms: number;
  /** Processor time of the whole tree: on a busy machine the clock says little. */
  cpuMs: number;
  mb: number;
  codes: string[];
  documents: number;
}

/** A reader that is started anew where it died. */
class Reader {
  #child: ChildProcess | null = null;
  #lines: AsyncIterator<string> | null = null;

  async read(path: string): Promise<Seen> {
    const child = this.#start();
    const before = treeTime(child.pid!);
    let time = before;
    let peak = treeMemory(child.pid!);
    const watch = setInterval(() => {
      peak = Math.max(peak, treeMemory(child.pid!));
      time = Math.max(time, treeTime(child.pid!));
    }, 20);
    const giveUp = setTimeout(() => child.kill("SIGKILL"), GIVE_UP_MS);
    const from = performance.now();
    child.stdin!.write(`${path}\n`);
    let seen: Omit<Seen, "mb" | "cpuMs"> | null = null;
    while (seen === null) {
      const { value, done } = await this.#lines!.next();
      if (done) break;
      const line = JSON.parse(value) as { begin?: string } & Seen;
      if (line.begin === undefined) seen = line;
    }
    clearInterval(watch);
    clearTimeout(giveUp);
    if (seen === null) {
      this.#child = null;
      seen = { file: path, ms: Math.round(performance.now() - from), codes: ["CRASHED"], documents: 0 };
    }
    time = Math.max(time, treeTime(child.pid!));
    return { ...seen, cpuMs: time - before, mb: Math.round(peak / MEGABYTE) };
  }

  end(): void {
    this.#child?.stdin?.end();
  }

  #start(): ChildProcess {
    if (this.#child) return this.#child;
    const args = [join(root, "bench", "damaged-reader.mjs"), join(root, "dist", "node.js")];
    this.#child = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"], cwd: root });
    this.#child.stdin!.on("error", () => {});
    this.#lines = createInterface({ input: this.#child.stdout! })[Symbol.asyncIterator]();
    return this.#child;
  }
}

function* files(count: number, only: string | null): Generator<DamagedFile> {
  const heavy = bombs(NESTED, LARGE).filter(({ name }) => only === null || name.includes(only));
  if (only === null) yield* damagedFiles(count - heavy.length, SEED);
  for (const { name, make } of heavy) yield { name: `bomb-${name}`, bytes: make() };
}

async function readAll(folder: string, count: number, only: string | null): Promise<Seen[]> {
  const reader = new Reader();
  const seen: Seen[] = [];
  for (const { name, bytes } of files(count, only)) {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    const result = await reader.read(path);
    rmSync(path);
    seen.push({ ...result, file: name });
    if (only !== null || result.ms > 3000 || result.mb > 600 || isBad(result))
      console.error(
        `${name}: ${result.ms} ms, ${result.cpuMs} of a processor, ${result.mb} MB, ${result.codes.join(" ") || `${result.documents} read`}`,
      );
  }
  reader.end();
  return seen;
}

/** Neither a document nor a code of its own; INTERNAL is a fault of ours. */
function isBad({ codes, documents, cpuMs, mb }: Seen): boolean {
  const wrong = codes.some((code) => ["CRASHED", "INTERNAL", "EMPTY_ARTICLE"].includes(code));
  return wrong || (codes.length === 0 && documents === 0) || cpuMs > HANG_MS || mb > MAX_MB;
}

/** The whole command on a folder: every twentieth damaged file, small bombs, and things that are no files. */
async function readFolder(folder: string, count: number) {
  let given = 0;
  const write = ({ name, bytes }: DamagedFile) => {
    writeFileSync(join(folder, name), bytes);
    given++;
  };
  let i = 0;
  for (const file of damagedFiles(count, SEED)) if (i++ % 20 === 0) write(file);
  // Small enough that the models' time for words without end is not what is measured.
  for (const { name, make } of bombs(3000, 20_000)) write({ name: `bomb-${name}`, bytes: make() });
  write({ name: "text-of-200-MB.txt", bytes: new Uint8Array(Buffer.alloc(20 * LARGE, "The envoy left. ")) });
  mkdirSync(join(folder, "deep"));
  symlinkSync("..", join(folder, "deep", "up"));
  symlinkSync("nowhere", join(folder, "gone.txt"));
  execFileSync("mkfifo", [join(folder, "pipe.txt")]);
  const server = createServer().listen(join(folder, "socket.txt"));
  const child = spawn(join(root, "readout"), ["read", "--json", folder], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const from = performance.now();
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, treeMemory(child.pid!));
  }, 50);
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
  clearInterval(watch);
  server.close();
  const collection = JSON.parse(out) as {
    articles: unknown[];
    failures: { code: string }[];
    warnings: { code: string }[];
  };
  return {
    files: given + 3,
    status,
    articles: collection.articles.length,
    failures: tally(collection.failures.map(({ code }) => code)),
    // The rest are saved collections without articles, and JSON of others, which a folder's reader passes over.
    sameAsAnother: collection.warnings.filter(({ code }) => code === "SAME_DOCUMENT").length,
    seconds: Math.round((performance.now() - from) / 100) / 10,
    peakMb: Math.round(peak / MEGABYTE),
    namedOnStandardError: err.split("\n").length,
  };
}

function tally(words: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words.sort()) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

async function main(args: string[]): Promise<void> {
  const at = args.indexOf("--bombs");
  const only = at < 0 ? null : (args[at + 1] ?? "");
  const count = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 2000);
  execFileSync(process.execPath, [join(root, "bin", "build.mjs")]);
  const folder = mkdtempSync(join(tmpdir(), "damaged-"));
  try {
    const save = (name: string, result: unknown) => {
      if (args.includes("--no-record")) console.log(JSON.stringify(result, null, 2));
      else record(name, { files: `seed ${SEED}` }, result);
    };
    if (args.includes("--folder")) return save("damaged-folder", await readFolder(folder, count));
    const seen = await readAll(folder, count, only);
    if (only !== null) return;
    const times = seen.map(({ ms }) => ms).sort((a, b) => a - b);
    const bad = seen.filter(isBad);
    const result = {
      files: seen.length,
      seed: SEED,
      read: seen.filter(({ documents }) => documents > 0).length,
      codes: tally(seen.flatMap(({ codes }) => codes)),
      crashed: seen.filter(({ codes }) => codes.includes("CRASHED")).length,
      overTenSecondsOfProcessor: seen.filter(({ cpuMs }) => cpuMs > HANG_MS).length,
      overTenSecondsOfClock: seen.filter(({ ms }) => ms > HANG_MS).length,
      loadOfMachine: loadavg().map((load) => Math.round(load * 10) / 10),
      overOneGigabyte: seen.filter(({ mb }) => mb > MAX_MB).length,
      bad,
      medianMs: times[times.length >> 1],
      slowest: [...seen].sort((a, b) => b.ms - a.ms).slice(0, 8),
      largest: [...seen].sort((a, b) => b.mb - a.mb).slice(0, 8),
    };
    save("damaged", result);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
