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
import type { Article, Ruling, Statement } from "../src/model.ts";
import { ingest } from "../src/node.ts";
import { read } from "../src/pipeline.ts";
import { overlay } from "../src/rulings/overlay.ts";
import { overlaps } from "../src/span.ts";
import { rulingsOfAllKinds } from "../test/all-kinds.ts";
import { folder, split } from "./events.ts";
import { hashOf, record, root } from "./record.ts";

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

const statementsOf = (articles: readonly Article[]) =>
  new Map(articles.flatMap((a) => a.statements.map((s) => [s.id, s] as const)));

/** True where what was ruled shows in the articles. */
function isDone(
  ruling: Ruling,
  statements: ReadonlyMap<string, Statement>,
  articles: readonly Article[],
): boolean {
  const found = ruling.found.map((id) => statements.get(id));
  const [one] = found;
  switch (ruling.action) {
    case "reject":
      return !one && articles.some((a) => (a.rejected ?? []).some((s) => s.id === ruling.found[0]));
    case "set-act":
      return one?.act === ruling.value.act;
    case "set-form":
      return one?.form === ruling.value.form;
    case "set-kind":
      return one?.kind === ruling.value.kind;
    case "set-spans":
      return one?.content.map((p) => p.text).join() === ruling.value.passages.map((p) => p.exact).join();
    case "add-statement":
      return one?.content.map((p) => p.text).join() === ruling.target.passages.map((p) => p.exact).join();
    case "set-speaker": {
      const home = articles.find((a) => a.id === ruling.target.article);
      const names = one?.speakers.map((id) => home?.speakers.find((s) => s.id === id));
      return names?.length === 1 && names[0] !== undefined;
    }
    case "set-metadata":
      return articles.some((a) => a.id === ruling.found[0] && a.outlet === ruling.value.outlet);
    case "accept":
    case "check":
    case "same-point":
    case "set-relation":
      return found.every((s) => s !== undefined) && found.length > 0;
    default:
      return ruling.found.length > 0;
  }
}

/** True where a statement was found that shares not a word of its content or cue with the one that was ruled on. */
function isStrange(ruling: Ruling, statements: ReadonlyMap<string, Statement>): boolean {
  if (ruling.target.type !== "statement" || ruling.status === "orphaned") return false;
  const one = statements.get(ruling.found[0] ?? "");
  if (!one) return false;
  const meant = ruling.target.passages.map(({ start, exact }) => ({ start, end: start + exact.length }));
  return ![...one.content, ...one.cue].some((p) => meant.some((span) => overlaps(p, span)));
}

/** What becomes of rulings made on the one reading when they are laid over the other. */
function carried(from: readonly Article[], onto: readonly Article[]) {
  const made = rulingsOfAllKinds(from);
  const own = overlay(from, made);
  const there = overlay(onto, made);
  const statements = statementsOf(there.articles);
  const kinds: Record<string, Record<string, number>> = {};
  for (const ruling of there.rulings) {
    const kind = kinds[ruling.action] ?? { all: 0 };
    kinds[ruling.action] = kind;
    const add = (name: string) => {
      kind[name] = (kind[name] ?? 0) + 1;
    };
    kind.all!++;
    add(ruling.status ?? "none");
    if (ruling.status !== "orphaned" && isDone(ruling, statements, there.articles)) add("done");
    if (isStrange(ruling, statements)) add("strange");
  }
  const ids = (articles: readonly Article[]) => new Set(statementsOf(articles).keys());
  const [a, b] = [ids(from), ids(onto)];
  const known = new Set(from.flatMap((x) => x.speakers.map((s) => s.id)));
  const kept = onto.flatMap((x) => x.speakers).filter((s) => known.has(s.id)).length;
  const count = (rulings: readonly Ruling[], status: string) =>
    rulings.filter((r) => r.status === status).length;
  const tally = (rulings: readonly Ruling[]) =>
    Object.fromEntries(
      ["applied", "reanchored", "orphaned", "contradicted"].map((status) => [status, count(rulings, status)]),
    );
  const after = tally(there.rulings);
  return {
    statements: { before: a.size, after: b.size, "of the same id": [...a].filter((id) => b.has(id)).length },
    speakers: { before: known.size, after: onto.flatMap((x) => x.speakers).length, "of the same id": kept },
    rulings: made.length,
    lost: made.filter((r) => !there.rulings.some((x) => x.id === r.id)).length,
    "under their own": tally(own.rulings),
    "under the other": after,
    "applied or reanchored, %": Math.round((1000 * (after.applied! + after.reanchored!)) / made.length) / 10,
    kinds,
  };
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
      "made under the earlier, applied under the present": carried(old, now),
      "the other way": carried(now, old),
    },
  );
} finally {
  rmSync(before, { recursive: true, force: true });
}
