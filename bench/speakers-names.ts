/**
 * When a speaker found is the gold one. The gold gives the fullest name of the text without title, or the words of a
 * description; the product gives a Speaker. The fold, in this order:
 * 1. lower case, no diacritics, full stops, commas, quotation marks or possessive 's; "the", "a", "an" and pronouns dropped;
 *    titles before a name dropped; a plural's s dropped. Equal words to the speaker's name or an alias: the same.
 * 2. A person's name: the same surname, no given name or initial that contradicts, and nobody else in the document's gold
 *    with that surname.
 * 3. A description: one's words are all among the other's, and their head nouns agree. A speaker whose name is a
 *    description never counts for a name ("Department" for "Public Works Department").
 */
import type { Speaker } from "../src/model.ts";

const TITLES =
  /^(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|lord|lady|president|minister|chancellor|senator|sen|rep|gov|governor|mayor|general|gen|colonel|col|captain|capt|sergeant|sgt|inspector|judge|justice|king|queen|prince|princess|father|sister|rev|reverend|shri|smt|pastor|smt|cllr|comrade|hon|councillor|coach|detective)$/;
const DROPPED =
  /^(?:the|a|an|his|her|its|their|our|my|him|them|it|some|this|that|these|those|one|of|for|to|in|at|on|by|from|with|and|own|me|you|your)$/;

/** The words that are compared. */
export function foldedWords(name: string): string[] {
  const words = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ø/g, "o")
    .replace(/ł/g, "l")
    .replace(/ß/g, "ss")
    .replace(/æ/g, "ae")
    .replace(/['’]s?(?=\s|$)/g, "")
    .replace(/[.,"“”'’‘()[\]]/g, "")
    .split(/\s+/)
    .filter((word) => word !== "" && !DROPPED.test(word));
  while (words.length > 1 && TITLES.test(words[0]!)) words.shift();
  return words.map((word) =>
    word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word,
  );
}

/** True where the words are a name rather than a description: capitals throughout, as the text has them. */
export function isName(name: string, text: string): boolean {
  const words = name
    .replace(/^(?:the|a|an) /i, "")
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word));
  const content = words.filter(
    (word) =>
      !/^(?:of|the|for|and|in|on|at|de|del|della|la|le|van|von|der|den|di|da|dos|al|el|bin|y)$/.test(word),
  );
  if (content.some((word) => /^\p{Ll}/u.test(word))) return false;
  const lower = name.charAt(0).toLowerCase() + name.slice(1);
  return name === lower || !new RegExp(`(?<![\\p{L}])${quoted(lower)}(?![\\p{L}])`, "u").test(text);
}

/** Words of a description without its owner, up to a preposition or clause. */
function phraseOf(name: string): string[] {
  const phrase = name.split(
    /,| (?:of|for|in|at|from|to|with|by|on|who|which|that|close|familiar|named|responsible|next)(?= )/,
  )[0]!;
  return foldedWords(phrase.split(/['’]s? /).at(-1)!);
}

/** Head noun of a description: the last word of that phrase. */
function headOf(name: string): string | undefined {
  return phraseOf(name).at(-1);
}

function quoted(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** True where the speaker is the one whom the gold names. `others`: all names of the document's gold. */
export function isSame(gold: string, speaker: Speaker, others: readonly string[], text: string): boolean {
  const wanted = foldedWords(gold);
  const key = wanted.join(" ");
  const names = [speaker.name, ...speaker.aliases];
  if (names.some((name) => foldedWords(name).join(" ") === key)) return true;
  const named = isName(gold, text);
  for (const name of names) {
    const found = foldedWords(name);
    if (found.length === 0) continue;
    const described = speaker.kind === "group" || speaker.kind === "unnamed" || !isName(name, text);
    if (named === described) continue;
    if (named) {
      if (personFits(wanted, found) && unique(wanted, others)) return true;
      if (bodyFits(wanted, found, others)) return true;
      continue;
    }
    const [short, long] = wanted.length <= found.length ? [wanted, found] : [found, wanted];
    if (!short.every((word) => long.includes(word))) continue;
    const [a, b] = wanted.length <= found.length ? [gold, name] : [name, gold];
    if (short.length === long.length || phraseOf(b).includes(headOf(a)!)) return true;
  }
  return false;
}

function personFits(a: readonly string[], b: readonly string[]): boolean {
  if (a.at(-1) !== b.at(-1)) return false;
  const [x, y] = [a.slice(0, -1), b.slice(0, -1)];
  if (x.length === 0 || y.length === 0) return true;
  return x.some((word) =>
    y.some((other) => word === other || (word[0] === other[0] && (word.length === 1 || other.length === 1))),
  );
}

function unique(wanted: readonly string[], others: readonly string[]): boolean {
  const surname = wanted.at(-1);
  return !others.some((other) => {
    const words = foldedWords(other);
    return words.at(-1) === surname && words.join(" ") !== wanted.join(" ");
  });
}

/** A body's shorter name: its first words, where no other name of the gold begins so. */
function bodyFits(a: readonly string[], b: readonly string[], others: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (!short.every((word, k) => long[k] === word)) return false;
  const fitting = others.map(foldedWords).filter((words) => short.every((word, k) => words[k] === word));
  return new Set(fitting.map((words) => words.join(" "))).size <= 1;
}

/** Matches the sets one to one: all of the gold's names and no speaker besides. */
export function sameSet(
  gold: readonly string[],
  found: readonly Speaker[],
  others: readonly string[],
  text: string,
): boolean {
  if (gold.length !== found.length) return false;
  const left = [...found];
  for (const name of gold) {
    const at = left.findIndex((speaker) => isSame(name, speaker, others, text));
    if (at < 0) return false;
    left.splice(at, 1);
  }
  return true;
}
