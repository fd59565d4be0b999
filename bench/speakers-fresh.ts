/**
 * Reads training/data/speakers: fresh texts with the holder of each statement, made for checking the resolver on styles that
 * the own set lacks. Of `held-` texts only the figures may be looked at. The README there tells the parts and the form.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Form, Span } from "../src/model.ts";
import { folder, type GoldStatement, type GoldText } from "./own-gold.ts";

const QUOTED = /^["“«‘']/;

/** Texts whose errors nobody lists, so that their figures stay blind. */
const SCORED_ONLY = /^(?:new-(?:hearing|luthier|sisters|unions|mine|appeal)|(?:blind|dusk)-\w+)$/;

export function isScoredOnly(name: string): boolean {
  return SCORED_ONLY.test(name);
}

/** The texts whose name begins so, as "open" or "held"; "new1" and "new2" are the halves of "new". */
export function freshSet(part: string): GoldText[] {
  const at = join(folder, "speakers");
  const half = /^new([12])$/.exec(part)?.[1];
  return readdirSync(at)
    .sort()
    .filter((file) => file.startsWith(`${half ? "new" : part}-`) && file.endsWith(".txt"))
    .map((file) => file.replace(/\.txt$/, ""))
    .filter((name) => !half || isScoredOnly(name) === (half === "2"))
    .map((name) => read(join(at, `${name}.txt`), name));
}

/** The document of a file, front matter and all, without the table of statements. */
export function documentOf(file: string): string {
  return `${file.split("\n===\n")[0]!}\n`;
}

function read(path: string, name: string): GoldText {
  const file = readFileSync(path, "utf8");
  const document = documentOf(file);
  const table = file.split("\n===\n")[1] ?? "";
  const text = document.slice(document.indexOf("\n---\n", 3) + 5);
  const statements: GoldStatement[] = [];
  let cursor = 0;
  for (const line of table.split("\n").filter(Boolean)) {
    const [id, source, cue, content, parent, speakers] = line.split("|").map((cell) => cell.trim());
    const fail = (what: string) => new Error(`${name} ${id}: not found: ${what}`);
    const outer = statements.find((one) => one.id === parent);
    const from = outer ? outer.content[0]!.start : cursor;
    const main = place(text, content || cue || "", from);
    if (!main) throw fail(content || cue || "");
    const near = outer ? outer.content.at(-1)!.end : text.length;
    const beside = (words: string) => {
      const spans = nearest(text, words, main, outer ? from : 0, near);
      if (!spans) throw fail(words);
      return spans;
    };
    const sourceSpans = source ? (label(text, source, main) ?? beside(source)) : [];
    const cueSpans = cue ? (content ? beside(cue) : main) : [];
    const contents = content ? main : [];
    const whole = contents.length > 0 && contents.every((part) => QUOTED.test(text.slice(part.start)));
    const isTurn = cueSpans.length === 0 && sourceSpans.length > 0;
    const form: Form = whole || isTurn ? "direct" : /["“]/.test(content ?? "") ? "mixed" : "indirect";
    statements.push({
      id: id!,
      source: sourceSpans,
      cue: cueSpans,
      content: contents,
      refersTo: [],
      addressee: [],
      medium: [],
      form,
      kind: "speech",
      act: "assert",
      negated: false,
      parent: parent || null,
      speakers: speakers ? speakers.split(" + ") : [],
    });
    if (!outer) cursor = Math.min(...[...contents, ...sourceSpans, ...cueSpans].map((span) => span.start));
  }
  return { name, file: path, text, statements, negatives: [] };
}

/** Words with " … " between parts, each behind the one before. */
function place(text: string, words: string, from: number): Span[] | null {
  const spans: Span[] = [];
  let at = from;
  for (const part of words.split(" … ")) {
    const start = text.indexOf(part, at);
    if (start < 0) return null;
    at = start + part.length;
    spans.push({ start, end: at });
  }
  return spans;
}

/** A label right before the turn. */
function label(text: string, words: string, main: Span[]): Span[] | null {
  const before = text.slice(0, main[0]!.start).trimEnd();
  const match = /[:.]?$/.exec(before)!;
  const bare = before.slice(0, before.length - match[0].length);
  return bare.endsWith(words) && /\n(?:Q\d+ )?$/.test(`\n${bare.slice(0, -words.length)}`)
    ? [{ start: bare.length - words.length, end: bare.length }]
    : null;
}

/** The place of words nearest to a span, as whole words. */
function nearest(text: string, words: string, main: Span[], from: number, to: number): Span[] | null {
  const [first] = main;
  let best: Span[] | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let at = from; ; at++) {
    const spans = place(text, words, at);
    if (!spans || spans.at(-1)!.end > to) return best;
    at = spans[0]!.start;
    const edge = (k: number) => /[\p{L}\p{N}]/u.test(text.charAt(k));
    const inner = edge(spans[0]!.start - 1) && edge(spans[0]!.start);
    const outer = edge(spans.at(-1)!.end) && edge(spans.at(-1)!.end - 1);
    const inside = main.some((part) => spans[0]!.start < part.end && part.start < spans[0]!.end);
    const distance = at < first!.start ? first!.start - spans.at(-1)!.end : at - main.at(-1)!.end;
    if (!inner && !outer && !inside && Math.abs(distance) < least) {
      least = Math.abs(distance);
      best = spans;
    }
  }
}
