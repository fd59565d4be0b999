/**
 * Who holds each statement of the own set (training/data).
 *   npx tsx bench/speakers.ts train|dev|test|WRITER|open|late|talk|next|more|wide|wide-a|wide-b|new|new1|new2|blind|calm|dusk|ebb|fjord|held [--cases] [--record] [--read] [--pass first] [--bare]
 * `open`, `late`, `talk`, `next`, `more`, `wide`, `new`, `blind`, `calm`, `dusk`, `ebb`, `fjord` and `held` are the fresh texts of training/data/speakers, on gold statements only;
 * `new1` may be looked at, `new2` (the other half of `new`), `blind` and `dusk` are scored only.
 * Gold statements (spans and readings given) go through `resolveDocument`, with the model's states of the words unless --bare; with --read the texts go through
 * `./readout read` and found statements are paired with gold ones by overlap, as in bench/own.ts. --cases lists what is not
 * right; the test, held, `new2`, `blind` and `dusk` texts never print any.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Article, Span, Statement } from "../src/model.ts";
import { resolveDocument } from "../src/resolve/document.ts";
import { segment } from "../src/segment/segment.ts";
import { folder, type GoldStatement, type GoldText, ownSet, PARTS } from "./own-gold.ts";
import { pair } from "./own-score.ts";
import { hashOf, record, root } from "./record.ts";
import { freshSet, isScoredOnly } from "./speakers-fresh.ts";
import { attributed, moved, sourceOf } from "./speakers-gold.ts";
import { type Outcome, outcome, summary } from "./speakers-score.ts";
import { closeEngine, statesOf } from "./states.ts";

const [part = "dev", ...flags] = process.argv.slice(2);
const fresh = [
  "open",
  "late",
  "talk",
  "next",
  "more",
  "new",
  "new1",
  "new2",
  "wide",
  "wide-a",
  "wide-b",
  "blind",
  "calm",
  "dusk",
  "ebb",
  "fjord",
  "held",
].includes(part);
const pass = flags.includes("--pass") ? flags[flags.indexOf("--pass") + 1]! : "gold";
const texts = fresh ? freshSet(part) : ownSet(PARTS[part] ?? [part], pass);
const held = part === "test" || part === "held" || PARTS.test!.some((writer) => part.startsWith(writer));
if (texts.length === 0) throw new Error(`no texts in part ${part}`);
if (fresh && flags.includes("--read")) throw new Error("the fresh texts are scored on gold statements only");

function show(
  gold: GoldText,
  s: GoldStatement,
  result: Outcome,
  article: Article,
  found: Statement | null,
): void {
  const say = (spans: readonly Span[]) =>
    spans.map((x) => gold.text.slice(x.start, x.end)).join(" … ") || "∅";
  const name = (id: string | null) => article.speakers.find((speaker) => speaker.id === id)?.name ?? "?";
  const got = found
    ? found.speakers.map(name).join(" + ") || `∅ (guess ${name(found.guess)})`
    : "no statement";
  console.log(
    `${gold.name} ${s.id} ${result.result.toUpperCase()} [${result.kind}${s.parent ? ", nested" : ""}] gold ${s.speakers.join(" + ") || "∅"} | got ${got} ${found?.speakerScore ?? ""} | ${say(s.source)} | ${say(s.cue)} | ${say(s.content).slice(0, 90)}`,
  );
}

const outcomes: Outcome[] = [];
const cases = flags.includes("--cases") && !held;
const shown = (text: GoldText) => cases && !isScoredOnly(text.name);
const judge = (gold: GoldText, article: Article, of: (index: number) => Statement | null) => {
  const doc = segment(article);
  gold.statements.forEach((s, index) => {
    const found = of(index);
    const result = outcome(s, found, article, gold, doc);
    outcomes.push(result);
    if (shown(gold) && !/^right/.test(result.result)) show(gold, s, result, article, found);
  });
};

if (flags.includes("--read")) {
  const run = spawnSync(join(root, "readout"), ["read", "--jsonl", ...texts.map((t) => t.file)], {
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
  if (run.status !== 0) throw new Error(run.stderr.slice(-2000));
  const articles = run.stdout
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Article);
  for (const text of texts) {
    const article = articles.find((a) => a.text.trim() === text.text.trim());
    if (!article) throw new Error(`${text.name}: read gave another text`);
    const gold = moved(text, article);
    const of = pair(article.statements as never, gold.statements);
    judge(gold, article, (index) => (of[index]! >= 0 ? article.statements[of[index]!]! : null));
  }
} else {
  for (const text of texts) {
    const source = sourceOf(text, fresh);
    const gold = moved(text, source);
    const statements = attributed(gold, source);
    const segmented = segment(source);
    const article = resolveDocument({
      ...segmented,
      marks: [],
      links: [],
      inner: { marks: [], links: [] },
      acts: null,
      states: flags.includes("--bare") ? null : await statesOf(segmented),
      statements,
    });
    judge(gold, article, (index) => article.statements.find((s) => s.id === statements[index]!.id)!);
  }
}
await closeEngine();
const result = {
  part,
  way: flags.includes("--read") ? "end to end" : "gold statements",
  texts: texts.length,
  ...summary(outcomes),
};
if (flags.includes("--record"))
  record(
    `speakers-${part}${flags.includes("--read") ? "-read" : ""}`,
    { "training/data": hashOf(folder) },
    result,
  );
else for (const [key, value] of Object.entries(result)) console.log(key.padEnd(36), JSON.stringify(value));
