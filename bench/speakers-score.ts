/** Scores the holders of statements against the own set's gold, by kind of mention; pure. */
import type { Article, Segmented, Span, Speaker } from "../src/model.ts";
import { DOCUMENT_NOUNS, isPersonNoun, singular } from "../src/resolve/lexicon/nouns.ts";
import type { GoldStatement, GoldText } from "./own-gold.ts";
import { foldedWords, isName, sameSet } from "./speakers-names.ts";

export const MENTIONS = [
  "name",
  "title or description of a person",
  "description of a body",
  "pronoun",
  "possessive",
  "relative",
  "first person",
  "second person",
  "plural",
  "unnamed",
  "document",
  "label",
  "none",
] as const;
export type MentionKind = (typeof MENTIONS)[number];

const meets = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

/** How the statement's source refers to its holder. */
export function mentionKind(gold: GoldStatement, text: string, labels: readonly Span[]): MentionKind {
  const [first] = gold.source;
  if (!first) return "none";
  if (labels.some((label) => meets(label, first))) return "label";
  const words = text.slice(first.start, first.end).replaceAll("’", "'").trim();
  const head = words.toLowerCase().replace(/'(?:s|d|ll|re|ve|m)$/, "");
  if (/^(?:you|your)(?: |$)/.test(head)) return "second person";
  if (/^(?:i|we|me|us|my|our|myself|ourselves)$/.test(head)) return "first person";
  if (/^(?:who|whom|which|that|whose)$/.test(head)) return "relative";
  if (/^(?:they|them|their|both|neither|the two|the pair|the three)$/.test(head)) return "plural";
  if (/^(?:he|she|it|him|her|his|its|the former|the latter)$/.test(head)) return "pronoun";
  if (/'s?$/.test(words)) return "possessive";
  if (gold.speakers.length > 1) return "plural";
  const name = gold.speakers[0];
  if (!name) return "unnamed";
  const own = foldedWords(name);
  const said = foldedWords(words);
  if (isName(name, text)) {
    if (said.includes(own.at(-1)!) || said.includes(own[0]!)) return "name";
    const person = headWords(words).some((word) => isPersonNoun(singular(word)));
    return person ? "title or description of a person" : "description of a body";
  }
  const nouns = headWords(words);
  return nouns.some((word) => DOCUMENT_NOUNS.has(word) || DOCUMENT_NOUNS.has(singular(word)))
    ? "document"
    : "unnamed";
}

/** Words of the noun phrase itself, up to what follows it. */
function headWords(words: string): string[] {
  return words
    .toLowerCase()
    .split(/,| (?:who|which|that|of|for|in|at|from|with|by|on) /)[0]!
    .split(/[\s-]+/);
}

export interface Outcome {
  kind: MentionKind;
  /** The document names the holder, rather than describing it. */
  named: boolean;
  nested: boolean;
  result: "right" | "wrong" | "unresolved" | "missed" | "rightly empty" | "invented";
  /** The best guess is right although nothing was claimed. */
  guessed: boolean;
}

/** Outcome of one gold statement; `found` is null where end to end no statement met it. */
export function outcome(
  gold: GoldStatement,
  found: { speakers: readonly string[]; guess: string | null } | null,
  article: Pick<Article, "speakers" | "text">,
  all: GoldText,
  doc: Segmented,
): Outcome {
  const labels = doc.turns.map((turn) => turn.label);
  const others = [...new Set(all.statements.flatMap((statement) => statement.speakers))];
  const byId = new Map(article.speakers.map((speaker) => [speaker.id, speaker]));
  const base = {
    kind: mentionKind(gold, article.text, labels),
    named: gold.speakers.length > 0 && gold.speakers.every((name) => isName(name, article.text)),
    nested: gold.parent !== null,
    guessed: false,
  };
  if (!found) return { ...base, result: "missed" };
  const speakers = found.speakers.map((id) => byId.get(id)).filter((s): s is Speaker => s !== undefined);
  if (gold.speakers.length === 0)
    return { ...base, result: speakers.length === 0 ? "rightly empty" : "invented" };
  if (speakers.length === 0) {
    const guess = found.guess ? byId.get(found.guess) : undefined;
    const guessed = guess !== undefined && sameSet(gold.speakers, [guess], others, article.text);
    return { ...base, result: "unresolved", guessed };
  }
  return { ...base, result: sameSet(gold.speakers, speakers, others, article.text) ? "right" : "wrong" };
}

const percent = (n: number, of: number) => (of > 0 ? Math.round((1000 * n) / of) / 10 : null);

/** Shares in percent over all, over those whose holder the document names, and by kind of mention. */
export function summary(outcomes: readonly Outcome[]) {
  const share = (list: readonly Outcome[]) => {
    const held = list.filter((item) => /^(?:right|wrong|unresolved)$/.test(item.result));
    const count = (result: Outcome["result"]) => held.filter((item) => item.result === result).length;
    return {
      right: percent(count("right"), held.length),
      unresolved: percent(count("unresolved"), held.length),
      wrong: percent(count("wrong"), held.length),
      of: held.length,
    };
  };
  const empty = outcomes.filter((item) => item.result === "rightly empty" || item.result === "invented");
  return {
    "holder named by the document": share(outcomes.filter((item) => item.named)),
    "all with a holder": share(outcomes),
    nested: share(outcomes.filter((item) => item.nested)),
    "left empty where nobody can be known": {
      right: percent(empty.filter((item) => item.result === "rightly empty").length, empty.length),
      of: empty.length,
    },
    "guess right where unresolved": outcomes.filter((item) => item.guessed).length,
    "statement not found": outcomes.filter((item) => item.result === "missed").length,
    ...Object.fromEntries(
      MENTIONS.map((kind) => [kind, share(outcomes.filter((item) => item.kind === kind))]),
    ),
  };
}
