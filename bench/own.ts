/**
 * The own set (training/data): statements, nesting and readings against gold, with 95 % bootstrap intervals.
 *   npm run bench:own -- dev [--notes] [--pass first] | agreement
 * `agreement` scores the second pass against the first. Part `test` is for reporting only; it prints no notes.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Article, Span } from "../src/model.ts";
import { segment } from "../src/segment/segment.ts";
import { folder, type GoldText, ownSet, PARTS } from "./own-gold.ts";
import { countText, pair, summarise } from "./own-score.ts";
import { hashOf, record, root } from "./record.ts";

const [part = "dev", ...flags] = process.argv.slice(2);
const pass = flags.includes("--pass") ? flags[flags.indexOf("--pass") + 1]! : "gold";
const sentencesOf = (text: string): Span[] => segment({ text, kind: "report" } as Article).sentences;

function show(text: GoldText, article: Article): void {
  const of = pair(article.statements as never, text.statements);
  const say = (spans: readonly Span[]) =>
    spans.map((s) => text.text.slice(s.start, s.end)).join(" … ") || "∅";
  const line = (s: { source: readonly Span[]; cue: readonly Span[]; content: readonly Span[] }) =>
    `${say(s.source)} | ${say(s.cue)} | ${say(s.content)}`;
  text.statements.forEach((g, j) => {
    if (of[j] === -1) {
      console.log(`${text.name} MISSED ${g.parent ? "nested " : ""}${g.act}: ${line(g)}`);
      return;
    }
    const f = article.statements[of[j]!]!;
    for (const field of ["form", "kind", "act", "negated"] as const)
      if (f[field] !== g[field])
        console.log(`${text.name} ${field.toUpperCase()} ${f[field]} for ${g[field]}: ${line(g)}`);
    if (g.parent && !f.parent) console.log(`${text.name} PARENT none: ${line(g)}`);
    if (!g.parent && f.parent) console.log(`${text.name} PARENT extra: ${line(g)}`);
  });
  article.statements.forEach((f, i) => {
    if (!of.includes(i))
      console.log(`${text.name} EXTRA ${f.score} ${f.parent ? "nested " : ""}${f.act}: ${line(f)}`);
  });
}

if (part === "agreement") {
  const writers = Object.values(PARTS).flat();
  const second = new Map(ownSet(writers, "second").map((t) => [t.name, t]));
  const both = ownSet(writers, "first").filter((t) => second.has(t.name));
  const counts = both.map((t) =>
    countText({
      text: t.text,
      sentences: sentencesOf(t.text),
      found: second.get(t.name)!.statements,
      gold: t.statements,
      negatives: t.negatives,
    }),
  );
  record("own-agreement", { "training/data": hashOf(folder) }, { texts: both.length, ...summarise(counts) });
} else {
  const texts = ownSet(PARTS[part] ?? [part], pass);
  if (texts.length === 0) throw new Error(`no texts in part ${part}`);
  const run = spawnSync(join(root, "readout"), ["read", "--jsonl", ...texts.map((t) => t.file)], {
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
  if (run.status !== 0) throw new Error(run.stderr.slice(-2000));
  const lines = run.stdout;
  const articles = new Map<string, Article>();
  for (const line of lines.split("\n").filter(Boolean)) {
    const a = JSON.parse(line) as Article;
    articles.set(a.text.trim(), a);
  }
  const counts = texts.map((t) => {
    const article = articles.get(t.text.trim());
    if (!article) throw new Error(`${t.name}: read gave another text`);
    const shift = t.text.indexOf(article.text);
    const move = (s: Span): Span => ({ start: s.start - shift, end: s.end - shift });
    const moved: GoldText = {
      ...t,
      text: article.text,
      negatives: t.negatives.map(move),
      statements: t.statements.map((s) => ({
        ...s,
        source: s.source.map(move),
        cue: s.cue.map(move),
        content: s.content.map(move),
        refersTo: s.refersTo.map(move),
      })),
    };
    if (flags.includes("--notes") && part !== "test" && !PARTS.test!.includes(part)) show(moved, article);
    return countText({
      text: article.text,
      sentences: sentencesOf(article.text),
      found: article.statements,
      gold: moved.statements,
      negatives: moved.negatives,
    });
  });
  const figures = summarise(counts);
  if (flags.includes("--record"))
    record(
      `own-${part}`,
      { "training/data": hashOf(folder) },
      { part, pass, texts: texts.length, ...figures },
    );
  else
    for (const [k, v] of Object.entries(figures))
      console.log(`${k} ${v.value} [${v.low}, ${v.high}] of ${v.of}`);
}
