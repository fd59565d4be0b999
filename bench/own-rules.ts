/**
 * The reading rules alone on the own set (training/data): statements are built from gold spans, no model runs, and
 * referents, addressee, medium, form, kind, act and negation are scored against gold.
 *   npx tsx bench/own-rules.ts [train|dev] [--notes [FIELD]] [--record]
 */
import { describe } from "../src/attribute/describe.ts";
import { resolveReferences } from "../src/attribute/refers.ts";
import type { Span, Statement } from "../src/model.ts";
import { folder, type GoldStatement, type GoldText, ownSet, PARTS } from "./own-gold.ts";
import { ownStatements } from "./own-statements.ts";
import { hashOf, record } from "./record.ts";

const PASSAGES = ["refersTo", "addressee", "medium"] as const;
const LABELS = ["form", "kind", "act"] as const;

/** The gold spans of a text as statements that the rules have described. */
export function described(text: GoldText): Map<GoldStatement, Statement> {
  const marks = text.statements
    .filter((g) => g.parent === null)
    .flatMap((g) => [...g.source, ...g.cue, ...g.content])
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const { page, made, ordered } = ownStatements(text, (whole, s, _, turn) => {
    if (turn) {
      const { form, kind, act, negated, refersTo } = turn;
      Object.assign(s, { form, kind, act, negated, refersTo });
    } else describe(whole, s, s.parent ? null : marks);
  });
  resolveReferences(page, ordered);
  return made;
}

const size = (spans: readonly Span[]) => spans.reduce((n, s) => n + s.end - s.start, 0);
const shared = (a: readonly Span[], b: readonly Span[]) =>
  a.reduce(
    (n, x) => n + b.reduce((m, y) => m + Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start)), 0),
    0,
  );

interface Tally {
  found: number;
  gold: number;
  right: number;
  /** Sum over the right ones of shared characters by characters of both. */
  overlap: number;
  exact: number;
}

function main(): void {
  const [part = "dev", ...flags] = process.argv.slice(2);
  const notes = flags.includes("--notes") ? (flags[flags.indexOf("--notes") + 1] ?? "all") : null;
  if (part === "test" || PARTS.test!.includes(part))
    throw new Error("the test part is for bench/own.ts only");
  const texts = ownSet(PARTS[part] ?? [part]);
  const tallies = Object.fromEntries(
    PASSAGES.map((f): [string, Tally] => [f, { found: 0, gold: 0, right: 0, overlap: 0, exact: 0 }]),
  );
  const labels = Object.fromEntries(LABELS.map((f) => [f, 0]));
  const negated = { found: 0, gold: 0, right: 0 };
  const turns = { of: 0, right: 0 };
  let count = 0;
  for (const text of texts) {
    const say = (spans: readonly Span[]) =>
      spans.map((s) => text.text.slice(s.start, s.end)).join(" … ") || "∅";
    for (const [g, s] of described(text)) {
      count++;
      const line = `${say(g.source)} | ${say(g.cue)} | ${say(g.content)}`;
      const note = (field: string, what: string) => {
        if (notes === "all" || notes === field) console.log(`${text.name} ${field} ${what}\n    ${line}`);
      };
      for (const field of PASSAGES) {
        const t = tallies[field]!;
        const both = shared(s[field], g[field]);
        if (s[field].length > 0) t.found++;
        if (g[field].length > 0) t.gold++;
        if (both > 0) {
          const close = both / (size(s[field]) + size(g[field]) - both);
          t.right++;
          t.overlap += close;
          if (close === 1) t.exact++;
          else note(field, `PART ${say(s[field])} FOR ${say(g[field])}`);
        } else if (s[field].length > 0 || g[field].length > 0)
          note(
            field,
            `${s[field].length === 0 ? "MISSED" : g[field].length === 0 ? "EXTRA" : "WRONG"} ${say(s[field])} FOR ${say(g[field])}`,
          );
      }
      for (const field of LABELS)
        if (s[field] === g[field]) labels[field]!++;
        else note(field, `${s[field]} FOR ${g[field]}`);
      if (s.negated) negated.found++;
      if (g.negated) negated.gold++;
      if (s.negated && g.negated) negated.right++;
      if (s.negated !== g.negated) note("negated", `${s.negated} FOR ${g.negated}`);
      if (g.cue.length === 0) {
        turns.of++;
        if (s.act === g.act) turns.right++;
      }
    }
  }
  const percent = (x: number, of: number) => (of > 0 ? Math.round((1000 * x) / of) / 10 : 0);
  const f1 = (t: { found: number; gold: number; right: number }) => ({
    precision: percent(t.right, t.found),
    recall: percent(t.right, t.gold),
    f1: percent(2 * t.right, t.found + t.gold),
    of: t.gold,
  });
  const figures = {
    part,
    texts: texts.length,
    statements: count,
    ...Object.fromEntries(
      PASSAGES.map((f) => {
        const t = tallies[f]!;
        return [f, { ...f1(t), exact: percent(t.exact, t.right), meanOverlap: percent(t.overlap, t.right) }];
      }),
    ),
    ...Object.fromEntries(LABELS.map((f) => [f, percent(labels[f]!, count)])),
    "act without cue": percent(turns.right, turns.of),
    negated: f1(negated),
  };
  if (flags.includes("--record")) record(`own-rules-${part}`, { "training/data": hashOf(folder) }, figures);
  else
    for (const [k, v] of Object.entries(figures))
      console.log(k, typeof v === "object" ? JSON.stringify(v) : v);
}

main();
