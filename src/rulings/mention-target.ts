/** A document's speaker by a mention that names it, and the way back. */
import type { Article, MentionTarget, Passage, Span, Speaker, Statement } from "../model.ts";
import { overlaps, passage, sharedLength } from "../span.ts";
import { anchorAt, findWords } from "./find-words.ts";

/**
 * A speaker as evidence: the words that name it, rather those of the given statement.
 * @param speaker one of the article's own
 */
export function describeMention(
  article: Article,
  speaker: Speaker,
  statement: Statement | null = null,
): MentionTarget {
  const span = mentionOf(article, speaker, statement);
  return {
    type: "mention",
    id: speaker.id,
    article: article.id,
    name: speaker.name,
    kind: speaker.kind,
    passage: span && anchorAt(article.text, span),
  };
}

const namesOf = (speaker: Pick<Speaker, "name" | "aliases">) => [speaker.name, ...speaker.aliases];

function mentionOf(article: Article, speaker: Speaker, statement: Statement | null): Span | null {
  const held = (statement ? [statement] : article.statements).filter((one) =>
    one.speakers.includes(speaker.id),
  );
  // With several holders only a passage that names this one is a mention of it.
  const words: { passage: Passage; alone: boolean }[] = held.flatMap((one) =>
    [...one.via, ...one.source].map((p) => ({ passage: p, alone: one.speakers.length === 1 })),
  );
  const named = words.find(({ passage: p }) => namesOf(speaker).some((name) => p.text.includes(name)));
  const found = named ?? words.find(({ alone }) => alone);
  if (found) return found.passage;
  if (statement) return mentionOf(article, speaker, null);
  for (const name of namesOf(speaker)) {
    const start = article.text.indexOf(name);
    if (start >= 0) return passage(article.text, start, start + name.length);
  }
  return null;
}

export interface FoundMention {
  speaker: Speaker;
  how: "id" | "words" | "overlap";
}

/**
 * The article's speaker that a target means: the one of its id, the one to whom its words lead, the one of its name.
 * @param article as it stands now: speakers and statements
 */
export function anchorMention(
  article: Pick<Article, "text" | "speakers" | "statements">,
  target: MentionTarget,
): FoundMention | null {
  const known = article.speakers.find((speaker) => speaker.id === target.id);
  if (known) return { speaker: known, how: "id" };
  const called = article.speakers.filter((speaker) => isCalled(speaker, target.name));
  const span = target.passage && findWords(article.text, target.passage);
  if (span) {
    const holders = (fits: (p: Passage) => boolean) =>
      new Set(
        article.statements
          .filter(({ source, via }) => [...source, ...via].some((p) => overlaps(p, span) && fits(p)))
          .flatMap((statement) => statement.speakers),
      );
    const near = holders(() => true);
    const named = called.find((speaker) => near.has(speaker.id));
    if (named) return { speaker: named, how: "words" };
    const meant = holders((p) => isMention(p, span, target));
    const only = article.speakers.find((speaker) => meant.has(speaker.id));
    if (meant.size === 1 && only) return { speaker: only, how: "overlap" };
  }
  if (called.length === 1) return { speaker: called[0]!, how: "overlap" };
  // Of one person two readings may give the name with more or fewer titles.
  if (target.kind !== "person" && target.kind !== "unnamed") return null;
  const words = [target.name, target.passage?.exact ?? ""];
  const titled = article.speakers.filter(
    ({ name, kind }) => kind === "person" && / /.test(name) && words.some((one) => isHeaded(one, name)),
  );
  return titled.length === 1 ? { speaker: titled[0]!, how: "overlap" } : null;
}

/** True where a passage mentions the one whom the target does, not somebody who is told by way of him: "an aide to Ana Ruiz". */
function isMention(p: Passage, span: Span, { name, passage: words }: MentionTarget): boolean {
  const within = (text: string) => plain(text).includes(plain(name));
  if (within(p.text)) return isHeaded(p.text, name);
  // Her name is among the words that led to her, and not in these: they are about another, or a part of those.
  if (words && within(words.exact) && !isHeaded(words.exact, name)) return false;
  const alike = 2 * sharedLength(p, span) >= 0.5 * (p.end - p.start + span.end - span.start);
  return alike || (words !== null && isHeaded(p.text, words.exact));
}

const TITLED = "(?:(?:[Tt]he|[Aa]n?)\\s+)?(?:\\p{Lu}[\\p{L}.]*\\s+)*";
const AT_HEAD = new RegExp(`^${TITLED}$`, "u");
const IN_APPOSITION = new RegExp(`,\\s+${TITLED}$`, "u");

/**
 * True where words are about the one of a name: they begin with it, titles aside ("Minister Ana Ruiz, 61"), or end with it
 * behind a comma ("the mayor, Ana Ruiz"); not where they are about what is that one's.
 */
function isHeaded(words: string, name: string): boolean {
  const at = plain(words).indexOf(plain(name));
  if (at < 0) return false;
  const before = words.trim().slice(0, at);
  const after = plain(words).slice(at + plain(name).length);
  if (IN_APPOSITION.test(before)) return /^\P{L}*$/u.test(after);
  return AT_HEAD.test(before) && /^(?!['’]s?\s|\p{L})/u.test(after);
}

const plain = (name: string) => name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();

/** True where this is one of the speaker's names, case and accents aside. */
export function isCalled(speaker: Pick<Speaker, "name" | "aliases">, name: string): boolean {
  return namesOf(speaker).some((one) => plain(one) === plain(name));
}
