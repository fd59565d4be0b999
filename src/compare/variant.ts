import { hashId } from "../id.ts";
import type { Article, Statement, Variant, VariantChange, VariantRelation } from "../model.ts";
import { extentOf } from "../span.ts";
import { kinOf } from "./kin.ts";
import { type NameFinder, namesOf } from "./named.ts";
import { holdersOf, type Prepared } from "./prepare.ts";
import {
  alignQuotations,
  rootsOf,
  sentencesOf,
  sentencesOfStatement,
  sharedRoots,
  sharedRun,
  type Word,
} from "./quotation.ts";

interface Utterance {
  statement: Statement;
  article: Article;
  /** Who said it; null where nobody is known. */
  holder: string | null;
  /** What is quoted, sentence by sentence; [] where nothing is. */
  quoted: readonly Word[][];
  /** All that is said, sentence by sentence. */
  said: readonly Word[][];
  roots: Set<string>;
  direct: boolean;
  /** The text itself names the holder there: no pronoun, no description that may have been laid to another. */
  named: boolean;
}

type Found = { relation: VariantRelation; changes: VariantChange[] };

/** Words that many utterances of one holder, or quotations at all, share join nothing. */
const COMMON = 48;
/** Utterances of the same words: up to so many are paired all with all, more with the first alone. */
const FEW = 4;
/** So many words of one quotation in another's mouth: the same utterance, if either names the other. */
const LONG = 6;
/** So many words in a row that a quotation and a report share are the quotation's. */
const RUN = 5;
/** So many are told again as they were said where one side has no others. */
const WHOLE = 4;
const SHINGLE = 3;

/**
 * One utterance as two documents give it. Quotations are aligned word by word (Myers' diff); spelling variants, marks and
 * capitals make no difference. `altered` only where both print quoted words that differ. Candidates share a holder and two
 * roots, or three quoted words in a row; the same words in many documents count as one.
 */
export function variantsOf(prepared: Prepared): Variant[] {
  const groups = grouped(utterancesOf(prepared));
  const names = namedIn(namesOf(prepared));
  const owner = ownersIn(prepared);
  const found: Variant[] = [];
  const add = (a: Utterance, b: Utterance, speaker: string, relation: Found) => {
    if (a.article.id === b.article.id) return;
    found.push({
      id: hashId("v", ...[a.statement.id, b.statement.id].sort()),
      speaker,
      statements: [a.statement.id, b.statement.id],
      ...relation,
    });
  };
  for (const group of groups) {
    const first = group[0]!;
    if (first.holder === null || group.length < 2) continue;
    const same = relate(first, first);
    if (same)
      for (const [a, b] of group.length <= FEW
        ? pairsOf(group)
        : group.slice(1).map((b) => [first, b] as const))
        add(a, b, first.holder, same);
  }
  for (const [i, j] of candidates(groups)) {
    const [x, y] = [groups[i]!, groups[j]!];
    const [a, b] = [x[0]!, y[0]!];
    const speaker = speakerOf(a, b, names, owner) ?? misplaced(a, b, prepared);
    if (speaker === null) continue;
    const relation = relate(a, b);
    if (!relation) continue;
    if (a.holder !== b.holder && (relation.relation === "paraphrased" || longest(a, b) < LONG)) continue;
    if (x.length > FEW || y.length > FEW) add(a, b, speaker, relation);
    else for (const one of x) for (const other of y) add(one, other, speaker, relation);
  }
  return onceEach(found, prepared).sort((x, y) => (x.id < y.id ? -1 : 1));
}

/**
 * What stands inside another statement is no further utterance: of the pairs that two outermost statements make, and what they hold
 * of one speaker, one is shown: quoted before told, direct before others, the outer before the inner.
 */
function onceEach(variants: readonly Variant[], { statements }: Prepared): Variant[] {
  const outermost = (id: string): { id: string; depth: number } => {
    let [at, depth] = [id, 0];
    for (let up = statements.get(at)?.statement.parent; up != null && depth < 8; depth++) {
      at = up;
      up = statements.get(at)?.statement.parent;
    }
    return { id: at, depth };
  };
  const best = new Map<string, { variant: Variant; rank: number }>();
  for (const variant of variants) {
    const ends = variant.statements.map(outermost);
    const indirect = variant.statements.filter(
      (id) => statements.get(id)?.statement.form !== "direct",
    ).length;
    const rank =
      (variant.relation === "paraphrased" ? 100 : 0) + 10 * indirect + ends[0]!.depth + ends[1]!.depth;
    const key = [variant.speaker, ...ends.map(({ id }) => id).sort()].join(" ");
    const known = best.get(key);
    if (!known || rank < known.rank || (rank === known.rank && variant.id < known.variant.id))
      best.set(key, { variant, rank });
  }
  return [...best.values()].map(({ variant }) => variant);
}

function utterancesOf(prepared: Prepared): Utterance[] {
  const found: Utterance[] = [];
  const kin = kinOf(prepared);
  for (const article of prepared.articles) {
    for (const statement of article.statements) {
      const holders = holdersOf(statement, prepared);
      // Of questions only those are utterances that a report quotes.
      const asks =
        statement.act === "ask" && (statement.form === "indirect" || article.kind === "transcript");
      if (holders.length > 1 || statement.content.length === 0 || asks) continue;
      const said = sentencesOfStatement(statement);
      const direct = statement.form === "direct";
      const quoted = direct ? said : sentencesOf(quotedIn(article.text, statement).map((part) => `${part}.`));
      const holder = holders[0] === undefined ? null : kin(holders[0], article);
      if (holder === null && quoted.length === 0) continue;
      const named = holder !== null && isNamed(statement, prepared.index.nameOf.get(holder));
      found.push({ statement, article, holder, quoted, said, roots: rootsOf(said.flat()), direct, named });
    }
  }
  return found;
}

/** Does the source have a word of the holder's name with its capital, other than its first? */
function isNamed({ source }: Statement, name: string | undefined): boolean {
  const words = new Set(name?.match(/\p{Lu}[\p{L}’'-]+/gu) ?? []);
  return source.some(({ text }) =>
    [...text.matchAll(/\p{L}[\p{L}’'-]*/gu)].some(
      ({ 0: word, index }) => words.has(word) && (index > 0 || /^\p{Lu}\P{Lu}*\s*\p{Lu}|^\S+$/u.test(text)),
    ),
  );
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

/** Utterances of one holder in the same words and form, in order of the documents. */
function grouped(utterances: readonly Utterance[]): Utterance[][] {
  const groups = new Map<string, Utterance[]>();
  for (const one of utterances) {
    const words = one.said.flatMap((sentence) => sentence.map((word) => word.folded)).join(" ");
    const key = `${one.holder} ${one.direct ? "d" : one.quoted.length > 0 ? "m" : "i"} ${words}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

/** Pairs of groups worth a look, in order. */
function candidates(groups: readonly (readonly Utterance[])[]): [number, number][] {
  const blocks = new Map<string, number[]>();
  const put = (key: string, n: number) => {
    const list = blocks.get(key);
    if (!list) blocks.set(key, [n]);
    else if (list.at(-1) !== n && list.length <= COMMON) list.push(n);
  };
  for (const [n, group] of groups.entries()) {
    const one = group[0]!;
    if (one.holder !== null) for (const root of one.roots) put(`${one.holder} ${root}`, n);
    for (const sentence of one.quoted)
      for (let k = 0; k + SHINGLE <= sentence.length; k++)
        put(
          `“${sentence
            .slice(k, k + SHINGLE)
            .map((word) => word.folded)
            .join(" ")}`,
          n,
        );
  }
  const shared = new Map<number, number>();
  for (const [key, list] of blocks) {
    if (list.length > COMMON) continue;
    // Three words in a row are worth two roots.
    const worth = key.startsWith("“") ? 2 : 1;
    for (const [at, i] of list.entries())
      for (const j of list.slice(at + 1)) {
        const code = i * groups.length + j;
        shared.set(code, (shared.get(code) ?? 0) + worth);
      }
  }
  return [...shared]
    .filter(([, worth]) => worth >= 2)
    .map(([code]): [number, number] => [Math.floor(code / groups.length), code % groups.length])
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/** Whose utterance two of them are; null where two different people speak. */
function speakerOf(
  a: Utterance,
  b: Utterance,
  names: (one: Utterance) => ReadonlySet<string>,
  owner: (holder: string) => string | null,
): string | null {
  if (a.holder === b.holder) return a.holder;
  if (a.holder === null || b.holder === null) return a.holder ?? b.holder;
  // "Roe's press release", "Roe's lawyers": passed on for Roe.
  if (owner(a.holder) === b.holder) return b.holder;
  if (owner(b.holder) === a.holder) return a.holder;
  // "The mayor was quoted by the radio as saying …": the radio passes on what is hers.
  if (names(a).has(b.holder)) return b.holder;
  if (names(b).has(a.holder)) return a.holder;
  return null;
}

/** Who stands before the "’s" in the name of a holder ("Roe’s press release"). */
function ownersIn(prepared: Prepared): (holder: string) => string | null {
  const names = namesOf(prepared);
  const known = new Map<string, string | null>();
  return (holder) => {
    const made = known.get(holder);
    if (made !== undefined) return made;
    const before = /^(.+?)(?:['’]s|(?<=s)['’]) \p{Ll}/u.exec(prepared.index.nameOf.get(holder) ?? "")?.[1];
    const found = before === undefined ? null : (names.in(before).at(-1)?.id ?? null);
    known.set(holder, found);
    return found;
  };
}

/** Long quotations word for word the same, one of which a pronoun or description has laid to somebody else: whose they are. */
function misplaced(a: Utterance, b: Utterance, prepared: Prepared): string | null {
  if (a.named && b.named) return null;
  const run = sharedRun(a.quoted.flat(), b.quoted.flat());
  if (run.words < LONG || run.roots < 2) return null;
  const isPerson = (one: Utterance) => /\p{Lu}\S* \p{Lu}/u.test(prepared.index.nameOf.get(one.holder!) ?? "");
  if (a.named || b.named) return a.named ? a.holder : b.holder;
  return isPerson(b) && !isPerson(a) ? b.holder : a.holder;
}

/** Who is named around each utterance, looked up once: quotations that many print are in many pairs. */
function namedIn(names: NameFinder): (one: Utterance) => ReadonlySet<string> {
  const known = new Map<Utterance, Set<string>>();
  return (one) => {
    const found = known.get(one) ?? namesAround(one, names);
    known.set(one, found);
    return found;
  };
}

function namesAround(one: Utterance, names: NameFinder): Set<string> {
  const { start, end } = extentOf(one.statement);
  // Between its marks only: whom the quotation itself names did not speak it.
  const quotes = /[“"«„][^“”"«»„]{3,}[”"»]/gu;
  const frame = one.article.text
    .slice(start, Math.min(end + 60, one.article.text.length))
    .replace(quotes, " ");
  return new Set(names.in(frame).map((named) => named.id));
}

const longest = (a: Utterance, b: Utterance) =>
  Math.min(...[a, b].map((one) => Math.max(0, ...one.quoted.map((sentence) => sentence.length))));

function relate(a: Utterance, b: Utterance): Found | null {
  if (a.quoted.length > 0 && b.quoted.length > 0) {
    const aligned = alignQuotations(a.quoted, b.quoted, !(a.direct && b.direct));
    if (aligned) {
      // A report that quotes in part leaves out the rest, whatever it quotes.
      const part = aligned.relation === "same" && !(a.direct && b.direct) && a !== b;
      return { relation: part ? "truncated" : aligned.relation, changes: aligned.changes };
    }
  }
  if (a.direct !== b.direct) {
    const [direct, told] = a.direct ? [a, b] : [b, a];
    if (paraphrases(direct, told)) return { relation: "paraphrased", changes: [] };
  }
  return standsIn(a, b) || standsIn(b, a) ? { relation: "truncated", changes: [] } : null;
}

/**
 * Does a quotation, all of it, stand in what the other tells without marks? A transcript prints none around what its speakers quote:
 * "He called it a gift to our children and to theirs."
 */
const standsIn = (quoting: Utterance, told: Utterance): boolean =>
  told.quoted.length === 0 &&
  quoting.quoted.some((one) => one.length >= WHOLE && told.said.some((other) => holds(other, one)));

/** Does all of one sentence stand in the other, in a row? */
function holds(sentence: readonly Word[], part: readonly Word[]): boolean {
  const { words, roots } = sharedRun(sentence, part);
  return words === part.length && roots >= 1;
}

/** Does an indirect report give a sentence of the quotation, or all of it, in other words? */
function paraphrases(direct: Utterance, told: Utterance): boolean {
  const shares = direct.said.some((one) =>
    told.said.some((other) => {
      const { words, roots } = sharedRun(one, other);
      return (words >= RUN && roots >= 2) || (other.length >= WHOLE && holds(one, other));
    }),
  );
  if (shares) return true;
  return [...direct.said.map(rootsOf), direct.roots].some((roots) => {
    const common = sharedRoots(roots, told.roots);
    const [smaller, larger] = [roots.size, told.roots.size].sort((x, y) => x - y) as [number, number];
    if (common >= 3) return common / smaller >= 0.6 && common / larger >= 0.35;
    return common === 2 && smaller === 2 && larger <= 3;
  });
}

function pairsOf<T>(list: readonly T[]): (readonly [T, T])[] {
  return list.flatMap((a, i) => list.slice(i + 1).map((b) => [a, b] as const));
}
