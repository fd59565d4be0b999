/** The words beside each mention of a person that may tell whom he belongs to. */
import { ownVoiceId } from "../../id.ts";
import type { Article, Speaker } from "../../model.ts";
import { isVerbLike } from "../lexicon/closed.ts";
import { isPersonNoun } from "../lexicon/nouns.ts";
import { wordsOf } from "./role.ts";

/** Words that describe a speaker of a document, and where they stand in its text. */
export interface Description {
  speaker: string;
  text: string;
  at: number;
  /** "Alec Munro of Safe Road": a body without any noun of a role. */
  bare: boolean;
  /** It may be a body's name alone: "(Civic Union)". */
  label: boolean;
  /** The words say that an office is over. */
  gone: boolean;
}

/** Who does so no longer belongs where he did. */
const LEFT =
  /^,?(?: who)?(?: has| had| is| was| today)? (?:no longer|(?:been )?(?:dismissed|sacked|fired|ousted)|(?:resigned|quit|stepped down)(?! (?:if|unless|should))|(?:today )?tendered (?:his|her) resignation|whose (?:removal|dismissal|resignation))\b/u;

/** How far around a name words are looked at, in characters. */
const REACH = 140;
const STOP = /[.!?]["”’]?\s+(?=["“‘]?\p{Lu})|\n/gu;
const ABBREVIATION =
  /(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Capt|Lt|Sgt|Prof|St|Sen|Rep|Gov|Rev|Hon|Jr|Sr|No)|\b\p{Lu})$/u;
const TITLE =
  /(?:\b(?:Mr|Mrs|Ms|Dr|Miss|Sir|Dame|Gen|Col|Capt|Lt|Prof|Rev|General|Colonel|Captain|Professor|Doctor|Hon)\.? )+$/;

/** Names with whom they mean, by their last word, the longest first. */
export type NamesByLast = ReadonlyMap<string, readonly { name: string; speaker: string }[]>;

/** @param names pairs of a name and a speaker's id */
export function namesByLast(names: readonly (readonly [string, string])[]): NamesByLast {
  const byLast = new Map<string, { name: string; speaker: string }[]>();
  for (const [name, speaker] of names) {
    const last = name.split(" ").at(-1)!;
    const list = byLast.get(last);
    if (list) list.push({ name, speaker });
    else byLast.set(last, [{ name, speaker }]);
  }
  for (const list of byLast.values())
    list.sort((a, b) => b.name.length - a.name.length || (a.speaker < b.speaker ? -1 : 1));
  return byLast;
}

/** Every mention of each named person, by one pass over the text's words with a capital. */
export function describe(article: Article, everybody: NamesByLast): Description[] {
  const own: [string, string][] = article.speakers.flatMap((speaker) =>
    speaker.kind !== "person" || speaker.id === ownVoiceId(article.id)
      ? []
      : [speaker.name, ...speaker.aliases]
          .filter((name) => /^\p{Lu}/u.test(name) && !/\p{Ll}{3,} (?:of|to|for) /u.test(name))
          .map((name): [string, string] => [name, speaker.id]),
  );
  const here = namesByLast(own);
  const found: Description[] = [];
  const { text } = article;
  for (const match of text.matchAll(/\p{Lu}[\p{L}\p{M}\d]*(?:[-'’]\p{L}[\p{L}\p{M}\d]*)*/gu)) {
    const end = match.index + match[0].length;
    const word = match[0].replace(/['’]s$/, "");
    const fits = ({ name }: { name: string }) =>
      text.startsWith(name, match.index + word.length - name.length);
    // the document's own speakers come first
    const known = here.get(word)?.find(fits) ?? everybody.get(word)?.find(fits);
    if (!known) continue;
    const stop = match.index + word.length;
    const start = stop - known.name.length;
    const add = (words: string | null, bare = false, label = false, gone = false) => {
      if (words) found.push({ speaker: known.speaker, text: words, at: start, bare, label, gone });
    };
    const left = before(text, start);
    const untitled = left.replace(TITLE, "");
    add(titled(untitled));
    add(apposedBefore(untitled));
    if (word.length < match[0].length) continue;
    const right = after(text, end);
    const bracket = /^ ?\(([^()]{2,70})\)/.exec(right)?.[1];
    add(bracket ?? null, false, true);
    add(left.endsWith("(") ? null : apposedAfter(right));
    add(
      /^ (?:has |had )?((?:leads?|led|chairs|chaired|heads|headed|represents|represented|commands|commanded|speaks for|spoke for) [^,.;:]{3,60})/u.exec(
        right,
      )?.[1] ?? null,
    );
    add(
      /\b(?:she|he) (?:has |had )?((?:leads|led|chairs|chaired|heads|headed|represents|speaks for|spoke for|works for|worked for) [^,.;:]{3,60})/u.exec(
        right,
      )?.[1] ?? null,
    );
    // "Kwabena Strand, attorney" under a readout is who has signed it
    if (
      article.kind === "readout" &&
      /^\s*$/.test(text.slice(text.lastIndexOf("\n", start) + 1, start)) &&
      /^(?:, [^.\n]{3,50})?\s*(?:\n|$)/.test(text.slice(end, end + 60))
    )
      add("our signatory");
    add(LEFT.exec(right)?.[0] ?? null, false, false, true);
    add(/^ ((?:of|for|at) [^,.;:]{3,60})/u.exec(right)?.[1] ?? null, true);
  }
  return found;
}

/** The words before a place within its sentence. */
function before(text: string, at: number): string {
  const from = Math.max(0, at - REACH);
  const words = text.slice(from, at);
  let cut = 0;
  for (const stop of words.matchAll(STOP))
    if (stop[0] === "\n" || !ABBREVIATION.test(words.slice(0, stop.index))) cut = stop.index + stop[0].length;
  return words.slice(cut);
}

function after(text: string, at: number): string {
  const words = text.slice(at, at + REACH);
  for (const stop of words.matchAll(STOP))
    if (stop[0] === "\n" || !ABBREVIATION.test(words.slice(0, stop.index))) return words.slice(0, stop.index);
  return words;
}

/** "council leader " in "Thornwell council leader Joan Tyrell"; "THE PRIME MINISTER (" before a name in brackets. */
function titled(left: string): string | null {
  // The last word first: it is seldom a noun, and up to seven words before every name are dear to look for.
  const end = left.endsWith("(") ? left.length - 2 : left.length - 1;
  if (left[end] !== " ") return null;
  const last = /[\p{L}\d][\p{L}\p{M}\d'’&.-]*$/u.exec(
    left.slice(left.lastIndexOf(" ", end - 1) + 1, end),
  )?.[0];
  if (last === undefined || !isNoun(last)) return null;
  const tail = /((?:[\p{L}\d][\p{L}\p{M}\d'’&.-]* ){1,7})\(?$/u.exec(left)![1]!;
  return tail
    .trim()
    .split(/ (?:and|or|but) /)
    .at(-1)!;
}

function isNoun(word: string): boolean {
  const lower = word.toLowerCase();
  return isPersonNoun(lower) || /^(?:executive|president|minister)$/.test(lower);
}

/** No apposition goes on across these. */
const BREAKS = ',;:“”"()—–';

/** "the deputy leader of the Country Party, " before a name. */
function apposedBefore(left: string): string | null {
  if (!left.endsWith(", ")) return null;
  const end = left.length - 2;
  let from = end;
  while (from > 0 && !BREAKS.includes(left.charAt(from - 1))) from--;
  if (from === end) return null;
  const words = left.slice(from, end).trim().split(/\s+/);
  let head = words.length - 1;
  for (; head >= 0; head--)
    if (isNoun(words[head]!.replace(/['’]s$/, "")) && !/['’]s?$/.test(words[head]!)) break;
  if (head < 0) return null;
  // what follows the noun is its complement
  if (head < words.length - 1 && !/^(?:of|for|at|to|in|from|with)$/.test(words[head + 1]!)) return null;
  if (
    words
      .slice(head + 1)
      .some((word) => /^\p{Ll}+ed$/u.test(word) || (/^\p{Ll}/u.test(word) && isVerbLike(word)))
  )
    return null;
  let start = head;
  while (start > 0 && head - start < 7) {
    const word = words[start - 1]!;
    if (/^(?:the|a|an|its|his|her|their|our|my)$/i.test(word)) {
      start--;
      break;
    }
    if (/['’]s?$/.test(word)) {
      start--;
      while (
        start > 0 &&
        (/^\p{Lu}/u.test(words[start - 1]!) ||
          (/^(?:of|for|and|the)$/.test(words[start - 1]!) && /^\p{Lu}/u.test(words[start - 2] ?? "")))
      )
        start--;
      if (
        start > 0 &&
        !/^\p{Lu}/u.test(words[start]!) &&
        /^(?:the|its|his|her|their|our)$/i.test(words[start - 1]!)
      )
        start--;
      break;
    }
    if (/^(?:said|says|told|by|and|that|with|from|to|of|in|for|at|as|when|while)$/.test(word)) break;
    start--;
  }
  return words.slice(start).join(" ");
}

/** ", the leader of the council," or ", who speaks for Safe Road," after a name. */
function apposedAfter(right: string): string | null {
  const clause = /^,? (who(?:se)? [^,.;:]{3,90})/u.exec(right)?.[1];
  if (clause) return clause;
  const chunk = /^, ((?:the |a |an |its |his |her |their |our |my |\p{L})[^,;:.!?“”"()]{2,100})/u.exec(
    right,
  )?.[1];
  if (!chunk) return null;
  // ", the council said": no noun of a person before a verb
  const words = wordsOf(chunk).slice(0, 8);
  return words.some((word) => isNoun(word.bare)) ? chunk : null;
}

/** The words that the document's statements give for each speaker: their sources and the mentions followed from them. */
export function sourcesOf(article: Article): Description[] {
  const known = new Map<string, Speaker>(article.speakers.map((speaker) => [speaker.id, speaker]));
  const seen = new Set<string>();
  const found: Description[] = [];
  for (const statement of article.statements) {
    const [id, second] = statement.speakers;
    if (id === undefined || second !== undefined || !known.has(id)) continue;
    for (const part of [...statement.source, ...statement.via]) {
      const key = `${id} ${part.start}`;
      if (seen.has(key)) continue;
      seen.add(key);
      if (/^(?:he|she|it|they|who|we|i)$/i.test(part.text)) continue;
      found.push({ speaker: id, text: part.text, at: part.start, bare: false, label: false, gone: false });
    }
  }
  return found;
}
