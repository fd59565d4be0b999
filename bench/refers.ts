/**
 * What anaphors stand for (`refersTo`) on the own set (training/data): the reference step runs on gold statements, with
 * gold acts and parents, so that it is measured by itself. No model.
 *   npx tsx bench/refers.ts WRITER… [--notes]
 */
import type { Scene } from "../src/attribute/referent-features.ts";
import { resolveReferences } from "../src/attribute/refers.ts";
import type { Passage, Span, Statement } from "../src/model.ts";
import { overlaps } from "../src/span.ts";
import { type GoldStatement, type GoldText, ownOf, PARTS } from "./own-gold.ts";
import { ownStatements } from "./own-statements.ts";

interface Count {
  gold: number;
  right: number;
  wrong: number;
  none: number;
  /** Statements without a referent in gold, and those that get one all the same. */
  plain: number;
  extra: number;
}

/** The gold statements of a text with what the reference step finds for them. */
export function referred(
  text: GoldText,
  choose?: (scene: Scene, gold: GoldStatement) => Passage[],
): Map<GoldStatement, Statement> {
  const { page, made, ordered } = ownStatements(text, (_, s, { form, kind, act, negated }, turn) => {
    Object.assign(s, { form, kind, act, negated });
    if (turn) s.refersTo = turn.refersTo;
  });
  const goldOf = new Map([...made].map(([g, s]) => [s, g]));
  if (choose) resolveReferences(page, ordered, (scene) => choose(scene, goldOf.get(scene.statement)!));
  else resolveReferences(page, ordered);
  return made;
}

/** What kind of anaphor a gold statement has, by its shape. */
function groupsOf(g: GoldStatement, text: GoldText): string[] {
  const words = g.content.map((c) => text.text.slice(c.start, c.end)).join(" ");
  const bare = words
    .replace(/["“”‘’.,;!?]/g, "")
    .trim()
    .toLowerCase();
  const parents: GoldStatement[] = [];
  for (let up = g.parent; up; ) {
    const parent = text.statements.find((s) => s.id === up)!;
    parents.push(parent);
    up = parent.parent;
  }
  const quoted = parents.some((p) => p.form !== "indirect" && p.cue.length > 0);
  const inTurn = parents.some((p) => p.cue.length === 0);
  const shape =
    g.cue.length === 0
      ? "no cue"
      : bare === ""
        ? `empty: ${g.act}`
        : /^(?:it|this|that|so|these|those|them|him|her|otherwise|as much|both|neither|either)$/.test(bare)
          ? "pronoun"
          : /^(?:\w+ )?(?:which|who|whom|whose)\b/.test(bare)
            ? "relative"
            : /^(?:the|this|that|these|those|any|no|such|an?)(?: [\w-]+){1,3}$/.test(bare)
              ? "noun phrase"
              : "other content";
  const empty = bare === "" && g.cue.length > 0 ? ["empty"] : [];
  return [shape, ...empty, quoted ? "in quotation" : inTurn ? "in turn" : "in text", "all"];
}

const touch = (a: readonly Span[], b: readonly Span[]) => a.some((x) => b.some((y) => overlaps(x, y)));

function main(): void {
  const [...args] = process.argv.slice(2);
  const notes = args.includes("--notes");
  const writers = args.filter((a) => !a.startsWith("--"));
  if (notes && writers.some((w) => w === "test" || PARTS.test!.includes(w)))
    throw new Error("the test part prints no notes");
  const table = new Map<string, Count>();
  const rows = new Map<string, Count>();
  for (const writer of writers) {
    for (const text of ownOf(writer)) {
      for (const [g, s] of referred(text)) {
        const fit = touch(s.refersTo, g.refersTo);
        for (const [counts, group] of [
          [rows, writer],
          ...groupsOf(g, text).map((x) => [table, x] as const),
        ] as const) {
          const c = counts.get(group) ?? { gold: 0, right: 0, wrong: 0, none: 0, plain: 0, extra: 0 };
          counts.set(group, c);
          if (g.refersTo.length === 0) {
            c.plain++;
            if (s.refersTo.length > 0) c.extra++;
          } else {
            c.gold++;
            if (fit) c.right++;
            else if (s.refersTo.length > 0) c.wrong++;
            else c.none++;
          }
        }
        if (notes && !fit && (g.refersTo.length > 0 || s.refersTo.length > 0)) {
          const say = (spans: readonly Span[]) =>
            spans.map((x) => text.text.slice(x.start, x.end)).join(" … ") || "∅";
          const what = s.refersTo.length === 0 ? "NONE" : g.refersTo.length === 0 ? "EXTRA" : "WRONG";
          console.log(`${text.name} ${g.id} ${what} [${groupsOf(g, text).slice(0, -1).join(", ")}] ${g.act}`);
          console.log(`   ${say(g.source)} | ${say(g.cue)} | ${say(g.content)}`);
          console.log(`   found: ${say(s.refersTo)}\n   gold:  ${say(g.refersTo)}`);
        }
      }
    }
  }
  const percent = (x: number, of: number) => (of > 0 ? `${Math.round((100 * x) / of)} %` : "–").padStart(6);
  const print = (name: string, c: Count) =>
    console.log(
      `${name.padEnd(18)} gold ${String(c.gold).padStart(4)}  right${percent(c.right, c.gold)}  wrong${percent(c.wrong, c.gold)}  none${percent(c.none, c.gold)}   false ${c.extra} of ${c.plain}`,
    );
  for (const [name, c] of [...table].sort((a, b) => (a[0] < b[0] ? -1 : 1)))
    if (c.gold > 0 || c.extra > 0) print(name, c);
  console.log();
  for (const [name, c] of rows) print(name, c);
}

if (process.argv[1]?.endsWith("refers.ts")) main();
