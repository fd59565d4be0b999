/** A document's speaker by a mention that names it, and the way back. */
import type { Article, MentionTarget, Passage, Span, Speaker, Statement } from "../model.ts";
import { overlaps, passage } from "../span.ts";
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
    const here = article.statements.filter((statement) =>
      [...statement.source, ...statement.via].some((p) => overlaps(p, span)),
    );
    const ids = new Set(here.flatMap((statement) => statement.speakers));
    const named = called.find((speaker) => ids.has(speaker.id));
    if (named) return { speaker: named, how: "words" };
    const only = article.speakers.find((speaker) => speaker.id === [...ids][0]);
    if (ids.size === 1 && only) return { speaker: only, how: "overlap" };
  }
  return called.length === 1 ? { speaker: called[0]!, how: "overlap" } : null;
}

const plain = (name: string) => name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();

/** True where this is one of the speaker's names, case and accents aside. */
export function isCalled(speaker: Pick<Speaker, "name" | "aliases">, name: string): boolean {
  return namesOf(speaker).some((one) => plain(one) === plain(name));
}
