/** Who is named where in a text, by the names and descriptions that the documents use as sources. */
import type { Article } from "../model.ts";
import { NameLists } from "./name-lists.ts";
import type { Prepared } from "./prepare.ts";

export interface Named {
  id: string;
  start: number;
  end: number;
}

const PRONOUN =
  /^(?:he|she|it|they|we|i|you|who|both|which|this|that|these|those|others|some|many|all|one)$/i;
/** Words that open many a name and make none. */
const TITLE =
  /^(?:the|a|an|mr|mrs|ms|miss|dr|prof|sir|gen|col|his|her|its|their|our|my|one|two|some|another)$/;

const pieces = (text: string) => [...text.matchAll(/[\p{L}\p{N}]+(?:[-’'.][\p{L}\p{N}]+)*/gu)];
const plain = (word: string) => word.toLowerCase().replace(/’/g, "'").replace(/'s$/, "");

const finders = new WeakMap<Prepared, NameFinder>();

/** The finder of what is prepared; several steps ask for it. */
export function namesOf(prepared: Prepared): NameFinder {
  const made = finders.get(prepared) ?? new NameFinder(prepared);
  finders.set(prepared, made);
  return made;
}

/** Finds holders by name, hyphens and all; a surname or description that fits two names neither. */
export class NameFinder {
  private readonly names = new NameLists();

  constructor(prepared: Prepared) {
    const owners = new Map<string, Set<string>>();
    const put = (name: string, id: string) => {
      const words = pieces(name).map((match) => plain(match[0]));
      while (words.length > 0 && TITLE.test(words[0]!)) words.shift();
      if (words.length === 0 || (words.length === 1 && (words[0]!.length < 3 || PRONOUN.test(words[0]!))))
        return;
      const key = words.join(" ");
      owners.set(key, (owners.get(key) ?? new Set()).add(id));
    };
    for (const [id, name] of prepared.index.nameOf) {
      put(name, id);
      if (prepared.index.kindOf.get(id) === "person") put(name.split(/\s+/).at(-1) ?? "", id);
    }
    for (const article of prepared.articles)
      for (const speaker of article.speakers)
        for (const alias of speaker.aliases) put(alias, prepared.holderOf.get(speaker.id) ?? speaker.id);
    for (const [key, ids] of [...owners].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (ids.size > 1) continue;
      this.names.add(key.split(" "), [...ids][0]!);
    }
  }

  /** Names in a stretch of text, left to right, the longest first. */
  in(text: string, offset = 0): Named[] {
    const words = pieces(text);
    const folded = words.map((match) => plain(match[0]));
    const found: Named[] = [];
    for (let i = 0; i < words.length; i++) {
      const hit = this.names.at(folded, i);
      if (!hit) continue;
      const last = words[i + hit.words.length - 1]!;
      const [start, end] = [words[i]!.index, last.index + last[0].length];
      // One word names somebody only with a capital.
      if (hit.words.length < 2 && !/^\p{Lu}/u.test(text.slice(start, end))) continue;
      found.push({ id: hit.id, start: start + offset, end: end + offset });
      i += hit.words.length - 1;
    }
    return found;
  }
}

/** Who the words at a place stand for: the holders of a source mention there ("She", "the company"), by its end. */
export function sourceBefore(article: Article, from: number, to: number, prepared: Prepared): Named[] {
  return article.statements
    .flatMap((statement) =>
      statement.speakers.length === 0
        ? []
        : statement.source
            .filter((p) => p.start >= from && p.end <= to)
            .flatMap((p) =>
              statement.speakers.map((id) => ({
                id: prepared.holderOf.get(id) ?? id,
                start: p.start,
                end: p.end,
              })),
            ),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

export interface Sentence {
  start: number;
  end: number;
  text: string;
  /** Number of its paragraph. */
  paragraph: number;
}

const ABBREVIATION =
  /(?:\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sgt|Capt|Prof|Rev|Sen|Gov|No|vs|Jan|Feb|Aug|Sept|Oct|Nov|Dec|a\.m|p\.m)|\b\p{Lu})\.$/u;

/** Sentences of a text with their paragraphs; a stop in quotation marks ends one only where a capital follows. */
export function sentencesIn(text: string): Sentence[] {
  const found: Sentence[] = [];
  let paragraph = 0;
  let from = 0;
  for (const match of text.matchAll(/[.!?]["”’')]*(?=\s+["“‘'(]?[\p{Lu}\p{N}])|\n\s*\n|$/gu)) {
    const end = match.index + (match[0].startsWith("\n") ? 0 : match[0].length);
    const piece = text.slice(from, end);
    if (match[0].startsWith(".") && ABBREVIATION.test(piece.slice(-12).replace(/["”’')]+$/, ""))) continue;
    const lead = piece.length - piece.trimStart().length;
    const words = piece.trim();
    if (words !== "")
      found.push({ start: from + lead, end: from + lead + words.length, text: words, paragraph });
    if (match[0].startsWith("\n")) paragraph++;
    from = match.index + match[0].length;
  }
  return found;
}
