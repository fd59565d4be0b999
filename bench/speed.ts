/**
 * Speed and memory, as ratios in one run: reading (the product's own `read`, all stages) against the bare session's best
 * rate on the same unique pieces; the first result of a one-page document; memory on a book of 200,000 words.
 *   READOUT_CORPORA=… npm run bench:speed
 */
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fromRecord } from "../src/ingest/record.ts";
import { openReadout } from "../src/node.ts";
import { readVocabulary, wordPieces } from "../src/tag/wordpiece.ts";
import { median } from "./median.ts";
import { corpora, hashOf, record, root } from "./record.ts";

const ROUNDS = 3;
const folder = join(corpora(), "research", "polnear", "data", "dev", "text");
const scratch = mkdtempSync(join(tmpdir(), "readout-speed-"));
const texts = readdirSync(folder)
  .sort()
  .slice(0, 40)
  .map((f) => readFileSync(join(folder, f), "utf8"));
const model = join(root, "models", "attribution", "model.onnx");
const vocabulary = readVocabulary(readFileSync(join(root, "models", "attribution", "vocab.txt"), "utf8"));
const ids = texts.flatMap((text) => [...wordPieces(vocabulary, text).ids]);

try {
  const idFile = join(scratch, "ids.json");
  writeFileSync(idFile, JSON.stringify(ids));
  const halves = [ids.slice(0, ids.length >> 1), ids.slice(ids.length >> 1)].map((half, i) => {
    const file = join(scratch, `half${i}.json`);
    writeFileSync(file, JSON.stringify(half));
    return file;
  });
  const rounds = [];
  for (let i = 0; i < ROUNDS; i++) {
    const bare: Record<string, number> = {};
    for (const seq of [128, 256]) {
      bare[`one session, two threads, ${seq}`] = await bareRate(2, seq, [idFile]);
      bare[`two sessions of one thread, ${seq}`] = await bareRate(1, seq, halves);
    }
    const read = await readRate();
    const best = Math.max(...Object.values(bare));
    rounds.push({ bare, read, share: read / best });
  }
  const page = join(scratch, "page.txt");
  writeFileSync(page, texts[0]!.slice(0, 3000));
  const first: number[] = [];
  for (let i = 0; i < 5; i++) {
    const start = performance.now();
    execFileSync(join(root, "readout"), ["read", "--json", page]);
    first.push(performance.now() - start);
  }
  const book = join(scratch, "book.txt");
  const words = texts.join("\n\n").split(/(?<=\s)/);
  const repeated: string[] = [];
  while (repeated.length < 200_000) repeated.push(...words.slice(0, 200_000 - repeated.length), "\n\n");
  writeFileSync(book, repeated.join(""));
  const memory = await peakMemory(["read", "--jsonl", book]);
  record(
    "speed",
    { "polnear-dev, first 40 texts": hashOf(folder) },
    {
      pieces: ids.length,
      rounds,
      "read as share of the best bare rate, median": median(rounds.map((r) => r.share)),
      "first result of one page, ms, median of 5": Math.round(median(first)),
      "book of 200,000 words": memory,
    },
  );
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** Pieces a second of bare sessions, one process a file, added up. */
async function bareRate(threads: number, seq: number, files: string[]): Promise<number> {
  const runs = files.map(
    (file) =>
      new Promise<number>((resolve, reject) => {
        const args = [join(root, "bench", "bare.mjs"), model, String(threads), String(seq), file];
        const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
        let out = "";
        child.stdout.on("data", (d) => {
          out += d;
        });
        child.on("close", (status) =>
          status === 0 ? resolve(Number(out)) : reject(new Error("bare run failed")),
        );
      }),
  );
  return (await Promise.all(runs)).reduce((a, b) => a + b, 0);
}

/** Unique pieces a second through the product's read, models loaded before the clock starts. */
async function readRate(): Promise<number> {
  const readout = openReadout({ jobs: 2 });
  try {
    // Three documents at a time, as the command line does with two jobs: one is read while two wait for the engine.
    const all = async (list: readonly string[]) => {
      const queue = [...list];
      const work = async () => {
        for (let next = queue.shift(); next !== undefined; next = queue.shift())
          await readout.read(fromRecord({ text: next, language: "en" }));
      };
      await Promise.all([work(), work(), work()]);
    };
    await all(texts.slice(0, 10)); // warm-up, as the bare sessions have theirs
    const start = performance.now();
    await all(texts);
    return (ids.length / (performance.now() - start)) * 1000;
  } finally {
    await readout.close();
  }
}

/** Largest sum of resident memory over the command and all it started, sampled every 100 ms (Linux). */
async function peakMemory(args: string[]): Promise<{ megabytes: number; seconds: number }> {
  const start = performance.now();
  const child = spawn(join(root, "readout"), args, {
    stdio: ["ignore", "ignore", "inherit"],
    detached: true,
  });
  let peak = 0;
  const timer = setInterval(() => {
    try {
      const out = execFileSync("ps", ["-o", "rss=", "-g", String(child.pid)], { encoding: "utf8" });
      peak = Math.max(
        peak,
        out.split("\n").reduce((sum, line) => sum + Number(line), 0),
      );
    } catch {
      // the group has ended between two samples
    }
  }, 100);
  await new Promise((resolve) => child.once("close", resolve));
  clearInterval(timer);
  return { megabytes: Math.round(peak / 1024), seconds: Math.round((performance.now() - start) / 100) / 10 };
}
