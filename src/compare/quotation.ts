/** Words of quotations, aligned: what two prints of one utterance have in common, what they cut, what they change. */
import { diffArrays } from "diff";
import type { Statement, VariantChange, VariantMatter, VariantRelation } from "../model.ts";
import { rootOf, STOP_WORDS } from "./vocabulary.ts";

/** A word as printed and as compared. */
export interface Word {
  text: string;
  folded: string;
}

/** The mark of a cut ("…", "[…]", an editor's "[the dam]"): no word, and no alteration. */
const CUT = "…";

/** Sentences of a quotation, each as its words. A piece that ends in no stop runs on in the next. */
export function sentencesOf(pieces: readonly string[]): Word[][] {
  const found: Word[][] = [];
  let open: Word[] = [];
  const close = () => {
    if (open.some((word) => word.folded !== CUT)) found.push(open);
    open = [];
  };
  for (const [n, piece] of pieces.entries()) {
    // "“It was luck,” he said. “We went on.”": a comma before the words of saying, a capital behind them.
    if (/,["”’'»\s]*$/.test(pieces[n - 1] ?? "") && /^[^\p{L}\p{N}]*(?!I\b)\p{Lu}/u.test(piece)) close();
    for (const match of piece.matchAll(
      /\[[^\]]{0,60}\]|…|\.{3}|[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*|[.!?](?=["”’'»)\s]|$)/gu,
    )) {
      const text = match[0];
      if (/^[.!?]$/.test(text)) {
        // "Mr. Roe", "a.m. on": an abbreviation ends nothing.
        if (!(text === "." && /^(?:mr|mrs|ms|dr|st|gen|no|\p{L})$/u.test(open.at(-1)?.folded ?? ""))) close();
      } else if (/^[[….]/.test(text)) open.push({ text: CUT, folded: CUT });
      else open.push(...inFull(text));
    }
  }
  close();
  return found;
}

const parted = new WeakMap<Statement, Word[][]>();

/** Sentences of what a statement says, made once: variants and shifts ask for them, again after each correction elsewhere. */
export function sentencesOfStatement(statement: Statement): readonly Word[][] {
  const made = parted.get(statement) ?? sentencesOf(statement.content.map((p) => p.text));
  parted.set(statement, made);
  return made;
}

/** What a word after an apostrophe stands for, where that is plain. */
const SHORTENED: Readonly<Record<string, string>> = {
  d: "would",
  ll: "will",
  m: "am",
  re: "are",
  ve: "have",
};
/** "it's", "that's": of other words it may be the genitive. */
const WITH_IS = /^(?:it|that|he|she|there|what|who|where|here|this|how)$/;
const STEMS: Readonly<Record<string, string>> = { wo: "will", ca: "can", sha: "shall" };

/** "I'd", "won't" and "cannot" as the words they stand for: houses print them either way. */
function inFull(text: string): Word[] {
  const not = /^(\p{L}+?)(n['’]t)$/iu.exec(text) ?? /^(can)(not)$/i.exec(text);
  if (not) {
    const stem = not[1]!.toLowerCase();
    return [
      { text: not[1]!, folded: STEMS[stem] ?? fold(stem) },
      { text: not[2]!, folded: "not" },
    ];
  }
  const short = /^(\p{L}+)(['’](\p{L}{1,2}))$/u.exec(text);
  if (!short) return [{ text, folded: fold(text) }];
  const ending = short[3]!.toLowerCase();
  const full = SHORTENED[ending] ?? (ending === "s" && WITH_IS.test(short[1]!.toLowerCase()) ? "is" : null);
  if (full === null) return [{ text, folded: fold(text) }];
  return [
    { text: short[1]!, folded: fold(short[1]!) },
    { text: short[2]!, folded: full },
  ];
}

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

/** Courtesies: that two people say them is no news. */
const POLITE = new Set(
  "thank thanks please good morning evening afternoon ladies gentlemen welcome hello sorry yes course sir madam order question".split(
    " ",
  ),
);

/** Roots of the words that say something. */
export function rootsOf(words: readonly Word[]): Set<string> {
  return new Set(
    words
      .map((word) => word.folded)
      .filter((word) => word.length > 2 && !STOP_WORDS.has(word) && !POLITE.has(word))
      .map(rootOf),
  );
}

const DAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;
/** The same, with the days: in a quotation they are as good as any word. */
const tellingOf = (words: readonly Word[]): Set<string> =>
  new Set([...rootsOf(words), ...words.map(({ folded }) => folded).filter((word) => DAY.test(word))]);

/** Roots of what a stretch of text says. */
export const rootsIn = (text: string): Set<string> => rootsOf(sentencesOf([text]).flat());

/** How many of the fewer roots the two share, of those that either has. */
export function sharedRoots(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const root of a) if (b.has(root)) count++;
  return count;
}

export interface Alignment {
  relation: Exclude<VariantRelation, "paraphrased">;
  changes: VariantChange[];
  /** How many words stand in both. */
  kept: number;
}

/** At least so many words in common, so that "of course" is no utterance. */
const LEAST_WORDS = 4;
/** Sentences of one turn that are looked at. */
const MOST_SENTENCES = 40;

/**
 * Two quotations sentence by sentence: which stand in both, and how. Null where none does. What only one of them has at an edge,
 * or marks as left out, is a cut.
 * @param partly one of them is a report that quotes in part: what it leaves out at an edge it may have told in its own words
 */
export function alignQuotations(
  a: readonly Word[][],
  b: readonly Word[][],
  partly = false,
): Alignment | null {
  const whole = [a.flat(), b.flat()].map(plain) as [string[], string[]];
  if (whole[0].join(" ") === whole[1].join(" ")) {
    const roots = rootsOf(a.flat());
    if (roots.size === 0 || (whole[0].length < LEAST_WORDS && roots.size < 2)) return null;
    return { relation: "same", changes: [], kept: whole[0].length };
  }
  const pairs: { i: number; j: number; found: Alignment }[] = [];
  for (const [i, x] of a.slice(0, MOST_SENTENCES).entries())
    for (const [j, y] of b.slice(0, MOST_SENTENCES).entries()) {
      const found = alignSentences(x, y, partly);
      if (found) pairs.push({ i, j, found });
    }
  pairs.sort((x, y) => y.found.kept - x.found.kept || x.i - y.i || x.j - y.j);
  const left = new Set<number>();
  const right = new Set<number>();
  const chosen = pairs.filter(({ i, j }) => {
    if (left.has(i) || right.has(j)) return false;
    left.add(i);
    right.add(j);
    return true;
  });
  if (chosen.length === 0) return null;
  chosen.sort((x, y) => x.i - y.i);
  const changes = chosen.flatMap(({ found }) => found.changes);
  const cut =
    chosen.some(({ found }) => found.relation === "truncated") ||
    left.size < a.length ||
    right.size < b.length;
  return {
    relation: changes.length > 0 ? "altered" : cut ? "truncated" : "same",
    changes,
    kept: chosen.reduce((sum, { found }) => sum + found.kept, 0),
  };
}

const plain = (words: readonly Word[]) => words.map((word) => word.folded).filter((word) => word !== CUT);

function alignSentences(a: readonly Word[], b: readonly Word[], partly: boolean): Alignment | null {
  const [x, y] = [a.map((word) => word.folded), b.map((word) => word.folded)];
  const shorter = Math.min(plain(a).length, plain(b).length);
  if (shorter < 3) return null;
  const roots = [tellingOf(a), tellingOf(b)] as const;
  const common = sharedRoots(...roots);
  if (common === 0) return null;
  const parts = diffArrays(x, y);
  const kept = parts
    .filter((part) => !part.added && !part.removed)
    .reduce((sum, part) => sum + part.value.filter((word) => word !== CUT).length, 0);
  const fewest = Math.min(roots[0].size, roots[1].size);
  if (kept < Math.min(LEAST_WORDS, shorter) || kept / shorter < 0.6) return null;
  const frame = isOneFrame(x, y, parts);
  if (common / fewest < 0.5 && !frame) return null;
  const plenty = kept > LEAST_WORDS && kept / shorter >= 0.75;
  if (kept < shorter && !plenty && !frame && (kept < LEAST_WORDS || common < Math.min(2, fewest)))
    return null;
  if (leavesOut(x, y) || leavesOut(y, x)) return { relation: "truncated", changes: [], kept };
  const changes: VariantChange[] = [];
  let cut = false;
  let [at, to] = [0, 0];
  for (let n = 0; n < parts.length; ) {
    const here: Word[] = [];
    const there: Word[] = [];
    const first = n === 0;
    for (; n < parts.length && (parts[n]!.added || parts[n]!.removed); n++) {
      const count = parts[n]!.value.length;
      if (parts[n]!.removed) {
        here.push(...a.slice(at, at + count));
        at += count;
      } else {
        there.push(...b.slice(to, to + count));
        to += count;
      }
    }
    const edge = first || n === parts.length;
    if (here.length + there.length > 0) {
      const change = changeOf(here, there);
      const marked = [...here, ...there].some((word) => word.folded === CUT);
      const oneSided = here.length === 0 || there.length === 0;
      const turns = !partly && change.matter === "negation" && here.length + there.length <= 2;
      if (marked || (oneSided && edge && !turns)) cut = true;
      else changes.push(change);
    }
    for (; n < parts.length && !parts[n]!.added && !parts[n]!.removed; n++) {
      at += parts[n]!.value.length;
      to += parts[n]!.value.length;
    }
  }
  return { relation: changes.length > 0 ? "altered" : cut ? "truncated" : "same", changes, kept };
}

/** Most words that may be put for others within one frame. */
const MOST_PUT = 2;
/** Least words that such a frame has in common. */
const LEAST_FRAME = 5;

/** "Nobody put a hand on that door", "nobody laid a finger on that door": beginning and end are the same, single words another. */
function isOneFrame(x: readonly string[], y: readonly string[], parts: readonly DiffPart[]): boolean {
  const kept = parts.filter((part) => !part.added && !part.removed);
  const words = kept.reduce((sum, part) => sum + part.value.length, 0);
  const put = parts.filter((part) => part.added || part.removed);
  return (
    words >= LEAST_FRAME &&
    words / Math.max(x.length, y.length) >= 0.7 &&
    x[0] === y[0] &&
    x.at(-1) === y.at(-1) &&
    put.every((part) => part.value.length <= MOST_PUT)
  );
}

type DiffPart = { value: string[]; added?: boolean; removed?: boolean };

/** Does one give the other's words, but for what its marks of a cut stand for? */
function leavesOut(short: readonly string[], long: readonly string[]): boolean {
  if (!short.includes(CUT)) return false;
  let at = 0;
  const text = ` ${long.join(" ")} `;
  for (const part of short.join(" ").split(CUT)) {
    const words = part.trim();
    if (words === "") continue;
    const found = text.indexOf(` ${words} `, at);
    if (found < 0) return false;
    at = found + words.length;
  }
  return true;
}

const MATTERS: readonly [VariantMatter, RegExp][] = [
  [
    "negation",
    /^(?:not|never|no|nobody|none|nothing|nowhere|neither|nor|without|cannot|.+n't|hardly|scarcely)$/,
  ],
  [
    "number",
    /^(?:.*\d.*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?|half|twice|double)(?:-\p{L}+)?$/u,
  ],
  [
    "modal",
    /^(?:must|may|might|can|could|will|would|shall|should|ought|need|perhaps|probably|possibly|certainly)$/,
  ],
  [
    "scope",
    /^(?:all|every|each|some|most|many|few|any|only|always|often|sometimes|everybody|everyone|somebody|someone)$/,
  ],
];

/** What was put for what, and the kind of word by which that changes the meaning. */
function changeOf(from: readonly Word[], to: readonly Word[]): VariantChange {
  const text = (words: readonly Word[]) =>
    words
      .map((word) => word.text)
      .join(" ")
      .replace(/(?<=\p{L}) (?=n['’]t\b|['’]\p{L})/gu, "")
      .replace(/\bcan not\b/g, "cannot");
  const matter =
    MATTERS.find(([, words]) => {
      const pick = (side: readonly Word[]) =>
        side
          .map((word) => word.folded)
          .filter((word) => words.test(word))
          .sort()
          .join(" ");
      return pick(from) !== pick(to);
    })?.[0] ?? (names(from) !== names(to) ? "name" : null);
  return { from: text(from), to: text(to), matter };
}

const names = (words: readonly Word[]) =>
  words
    .filter((word) => /^\p{Lu}\p{Ll}/u.test(word.text) && !STOP_WORDS.has(word.folded))
    .map((word) => word.folded)
    .join(" ");

/** The longest run of words that two texts share, and how many roots it has. */
export function sharedRun(a: readonly Word[], b: readonly Word[]): { words: number; roots: number } {
  let best = { words: 0, end: 0 };
  let row = new Array<number>(b.length + 1).fill(0);
  for (const one of a) {
    const next = new Array<number>(b.length + 1).fill(0);
    for (const [n, other] of b.entries()) {
      if (one.folded !== other.folded || one.folded === CUT) continue;
      const words = row[n]! + 1;
      next[n + 1] = words;
      if (words > best.words) best = { words, end: n + 1 };
    }
    row = next;
  }
  return { words: best.words, roots: rootsOf(b.slice(best.end - best.words, best.end)).size };
}
