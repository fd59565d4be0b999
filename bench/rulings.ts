/**
 * Rulings made under one checkpoint of the attribution model and applied under another: the one that was in models/ at an earlier
 * commit, and the present one, both ways. Documents are the events of fixtures/events that tuning may see. For each kind: how many
 * of 200 are applied, reanchored, orphaned, contradicted, how many do what the person said, and how many of those found elsewhere
 * share no word with what was ruled on.
 *   npx tsx bench/rulings.ts [COMMIT]
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEngine } from "../src/engine/engine.ts";
import type { Article } from "../src/model.ts";
import { ingest } from "../src/node.ts";
import { read } from "../src/pipeline.ts";
import { rulingsOfAllKinds } from "../test/all-kinds.ts";
import { folder, split } from "./events.ts";
import { hashOf, record, root } from "./record.ts";
import { carried } from "./rulings-score.ts";

/** The first weights that were committed: one level, no acts, other edges. */
const EARLIER = "882779f6fecc038bff9f3f8f41c9e280a1a84cb7";
const PARTS = ["config.json", "linker.bin", "vocab.txt", "model.onnx"];

/** The package's folder as it was, as far as the engine looks at it. */
function earlier(commit: string): string {
  const made = mkdtempSync(join(tmpdir(), "readout-checkpoint-"));
  cpSync(join(root, "models"), join(made, "models"), { recursive: true });
  const at = join(made, "models", "attribution");
  mkdirSync(at, { recursive: true });
  for (const name of PARTS) {
    const bytes = execFileSync("git", ["show", `${commit}:models/attribution/${name}`], {
      cwd: root,
      maxBuffer: 1 << 28,
    });
    writeFileSync(join(at, name), name === "config.json" ? levelled(bytes) : bytes);
  }
  return made;
}

/** Before there were levels the transitions of the one stood bare. */
function levelled(bytes: Buffer): string {
  const config = JSON.parse(bytes.toString("utf8")) as { transitions: unknown[][] };
  const bare = typeof config.transitions[0]?.[0] === "number";
  return JSON.stringify(bare ? { ...config, transitions: [config.transitions] } : config);
}

async function readBy(at: string): Promise<Article[]> {
  const engine = await startEngine({ root: at, jobs: 2 });
  try {
    const articles: Article[] = [];
    for (const event of split.dev!)
      for (const name of readdirSync(join(folder, event))
        .filter((file) => /^doc\d+\.txt$/.test(file))
        .sort())
        for await (const { article } of ingest([join(folder, event, name)]))
          if (article) articles.push(await read(article, engine));
    return articles;
  } finally {
    await engine.close();
  }
}

const commit = process.argv[2] ?? EARLIER;
const before = earlier(commit);
try {
  const [old, now] = [await readBy(before), await readBy(root)];
  record(
    "rulings",
    {
      events: hashOf(folder),
      "earlier model": hashOf(join(before, "models", "attribution", "model.onnx")),
      "of commit": commit,
    },
    {
      documents: now.length,
      "made under the earlier, applied under the present": carried(old, now, rulingsOfAllKinds(old)),
      "the other way": carried(now, old, rulingsOfAllKinds(now)),
    },
  );
} finally {
  rmSync(before, { recursive: true, force: true });
}
