import { diffArrays } from "diff";
import { hashId } from "../id.ts";
import type { Article, Statement, Variant, VariantRelation } from "../model.ts";
import type { Prepared } from "./prepare.ts";
import { rootOf, STOP_WORDS } from "./vocabulary.ts";

interface Utterance {
  statement: Statement;
  article: Article;
  holder: string;
  /** Words as printed and folded. */
  words: string[];
  folded: string[];
  /** Roots of its content words. */
  roots: Set<string>;
  /** The quoted stretches, folded; [] where nothing is quoted. */
  quoted: string[][];
  direct: boolean;
  order: number;
}

/** At least so many words in common, so that "of course" is no utterance. */
const LEAST_WORDS = 4;

/**
 * One utterance as two documents give it. Quotations are aligned word by word (Myers' diff); spelling variants, marks and
 * capitals make no difference. `altered` only where both print quoted words that differ.
 */
export function variantsOf(prepared: Prepared): Variant[] {
  const utterances = utterancesOf(prepared);
  const blocks = new Map<string, number[]>();
  for (const [n, one] of utterances.entries()) {
    for (const key of new Set([...one.roots].map((root) => `${one.holder} ${root}`))) {
      const list = blocks.get(key);
      if (list) list.push(n);
      else blocks.set(key, [n]);
    }
  }
  const shared = new Map<number, number>();
  for (const list of blocks.values()) {
    if (list.length > 200) continue;
    for (let i = 0; i < list.length; i++)
      for (let j = i + 1; j < list.length; j++) {
        if (utterances[list[i]!]!.article.id === utterances[list[j]!]!.article.id) continue;
        const code = list[i]! * utterances.length + list[j]!;
        shared.set(code, (shared.get(code) ?? 0) + 1);
      }
  }
  const found: Variant[] = [];
  for (const [code, count] of [...shared].sort((a, b) => a[0] - b[0])) {
    if (count < 2) continue;
    const a = utterances[Math.floor(code / utterances.length)]!;
    const b = utterances[code % utterances.length]!;
    const variant = relate(a, b);
    if (variant)
      found.push({
        id: hashId("v", ...[a.statement.id, b.statement.id].sort()),
        speaker: a.holder,
        statements: [a.statement.id, b.statement.id],
        ...variant,
      });
  }
  return found.sort((x, y) => (x.id < y.id ? -1 : 1));
}

function utterancesOf(prepared: Prepared): Utterance[] {
  const found: Utterance[] = [];
  for (const [order, article] of prepared.articles.entries()) {
    for (const statement of article.statements) {
      const holders = [...new Set(statement.speakers.map((id) => prepared.holderOf.get(id) ?? id))];
      if (holders.length !== 1 || statement.content.length === 0) continue;
      const text = statement.content.map((p) => p.text).join(" ");
      const words = wordsOf(text);
      const roots = new Set(
        words
          .map(fold)
          .filter((word) => word.length > 2 && !STOP_WORDS.has(word))
          .map(rootOf),
      );
      const direct = statement.form === "direct";
      const quoted = direct
        ? [words.map(fold)]
        : quotedIn(article.text, statement).map((part) => wordsOf(part).map(fold));
      found.push({
        statement,
        article,
        holder: holders[0]!,
        words,
        folded: words.map(fold),
        roots,
        quoted,
        direct,
        order,
      });
    }
  }
  return found;
}

/** Stretches in quotation marks inside a statement's contents. */
function quotedIn(text: string, statement: Statement): string[] {
  const found: string[] = [];
  for (const piece of statement.content) {
    const around = text.slice(Math.max(0, piece.start - 1), piece.end + 1);
    for (const match of around.matchAll(
      /[“"«„]([^“”"«»„]{3,})[”"»]|(?<=^|[\s(])[‘']([^‘’\n]{8,}?)[’'](?=[\s,.;:!?)]|$)/gu,
    ))
      found.push(match[1] ?? match[2] ?? "");
  }
  return found;
}

const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu) ?? [];

/** Case, apostrophes and British or American spelling aside. */
function fold(word: string): string {
  return word
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/(?<=\w{2})our(?=s?$|ed$|ing$|ite|able)/, "or")
    .replace(/(?<=\w{2})is(?=e[sd]?$|ing$|ation)/, "iz")
    .replace(/(?<=\w)tre(?=s?$)/, "ter")
    .replace(/ll(?=ed$|ing$)/, "l");
}

function relate(
  a: Utterance,
  b: Utterance,
): { relation: VariantRelation; changes: { from: string; to: string }[] } | null {
  if (a.direct && b.direct) return relateQuotes(a, b);
  // A quoted stretch inside an indirect report of the other's quotation.
  for (const [x, y] of [
    [a, b],
    [b, a],
  ] as const) {
    if (!x.direct) continue;
    for (const part of y.quoted) {
      if (part.length >= LEAST_WORDS && contained(part, x.folded))
        return { relation: "truncated", changes: [] };
    }
    if (y.quoted.length > 0 || y.direct) continue;
    const common = [...x.roots].filter((root) => y.roots.has(root)).length;
    const smaller = Math.min(x.roots.size, y.roots.size);
    if (common >= 3 && common / smaller >= 0.6 && common / Math.max(x.roots.size, y.roots.size) >= 0.35)
      return { relation: "paraphrased", changes: [] };
  }
  return null;
}

function relateQuotes(
  a: Utterance,
  b: Utterance,
): { relation: VariantRelation; changes: { from: string; to: string }[] } | null {
  if (a.folded.join(" ") === b.folded.join(" ")) return { relation: "same", changes: [] };
  const [short, long] = a.folded.length <= b.folded.length ? [a.folded, b.folded] : [b.folded, a.folded];
  if (short.length >= LEAST_WORDS && contained(short, long)) return { relation: "truncated", changes: [] };
  const parts = diffArrays(a.folded, b.folded);
  const kept = parts
    .filter((part) => !part.added && !part.removed)
    .reduce((sum, part) => sum + part.value.length, 0);
  if (kept < LEAST_WORDS || kept / short.length < 0.6) return null;
  const changes: { from: string; to: string }[] = [];
  let at = 0;
  let to = 0;
  let open: { from: string; to: string } | null = null;
  const last = parts.length - 1;
  for (const [n, part] of parts.entries()) {
    const count = part.value.length;
    if (part.removed) {
      open ??= { from: "", to: "" };
      open.from = a.words.slice(at, at + count).join(" ");
      at += count;
    } else if (part.added) {
      open ??= { from: "", to: "" };
      open.to = b.words.slice(to, to + count).join(" ");
      to += count;
    } else {
      if (open) changes.push(open);
      open = null;
      at += count;
      to += count;
    }
    if (n === last && open) changes.push(open);
  }
  // What only one of them leaves out at an edge is a cut, no alteration.
  const altered = changes.filter((change) => change.from !== "" && change.to !== "");
  const dropped = changes.filter((change) => change.from === "" || change.to === "");
  if (
    altered.length === 0 &&
    dropped.every(
      (change, n) => (n === 0 || n === changes.length - 1) && (change.from + change.to).split(" ").length > 2,
    )
  ) {
    return { relation: "truncated", changes };
  }
  return { relation: "altered", changes };
}

function contained(short: readonly string[], long: readonly string[]): boolean {
  return ` ${long.join(" ")} `.includes(` ${short.join(" ")} `);
}
