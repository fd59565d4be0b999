import type { Article, Statement } from "../model.ts";
import type { EntityIndex } from "./entity.ts";
import { words } from "./language.ts";

export type Gender = "he" | "she";

/** Which pronoun the documents use of each speaker: by title, and where a pronoun is a statement's source. */
export function gendersOf(
  articles: readonly Article[],
  index: EntityIndex,
  holderOf: ReadonlyMap<string, string>,
): Map<string, Gender> {
  const votes = new Map<string, { he: number; she: number }>();
  const vote = (id: string, gender: Gender, weight: number) => {
    const own = votes.get(id) ?? { he: 0, she: 0 };
    own[gender] += weight;
    votes.set(id, own);
  };
  for (const article of articles) {
    for (const speaker of article.speakers) {
      const id = holderOf.get(speaker.id) ?? speaker.id;
      for (const name of [speaker.name, ...speaker.aliases]) {
        if (/^(?:mr|sir|lord|king|prince)\b/i.test(name)) vote(id, "he", 5);
        if (/^(?:ms|mrs|miss|lady|queen|princess|dame)\b/i.test(name) || /\b\w+woman\b/i.test(name))
          vote(id, "she", 5);
      }
      if (/\b(?:chairman|spokesman|businessman|king)\b/i.test(speaker.role ?? "")) vote(id, "he", 3);
      if (/\b(?:chairwoman|spokeswoman|businesswoman|queen)\b/i.test(speaker.role ?? "")) vote(id, "she", 3);
    }
    for (const statement of article.statements) {
      const source = statement.source[0]?.text.toLowerCase();
      if ((source !== "he" && source !== "she") || statement.speakers.length !== 1) continue;
      const local = statement.speakers[0]!;
      vote(holderOf.get(local) ?? local, source, 1);
    }
  }
  const found = new Map<string, Gender>();
  for (const [id, { he, she }] of votes)
    if (he !== she && index.kindOf.get(id) === "person") found.set(id, he > she ? "he" : "she");
  return found;
}

/** How far back a pronoun's person is looked for, in characters. */
const REACH = 450;

/**
 * Whom "he" or "she" means in a passage: in reported words the holder, where that fits ("Ms. Roe said she would go"), else the
 * person named last before it. Persons of the other pronoun are passed over; null where nobody fits.
 */
export function pronounsAt(
  article: Article,
  at: number,
  statement: Statement | null,
  holder: string | null,
  index: EntityIndex,
  genders: ReadonlyMap<string, Gender>,
): (word: string) => string | null {
  let mentions: { id: string; from: number }[] | null = null;
  return (word) => {
    if (holder !== null && statement?.form !== "direct" && genders.get(holder) === word) return holder;
    mentions ??= personsBefore(article, at, index);
    for (const { id } of mentions) {
      if (id === holder && statement?.form === "direct") continue;
      const gender = genders.get(id);
      if (gender === word) return id;
    }
    // Somebody whose pronoun is not known, where nobody else is named.
    const others = new Set(mentions.map(({ id }) => id).filter((id) => id !== holder));
    const [only] = others;
    return others.size === 1 && !genders.has(only!) ? only! : null;
  };
}

/** Persons named in the stretch before a place, the nearest first. */
function personsBefore(article: Article, at: number, index: EntityIndex): { id: string; from: number }[] {
  const from = Math.max(0, at - REACH);
  const stretch = article.text.slice(from, at);
  return index
    .mentions(words(stretch))
    .filter((mention) => index.kindOf.get(mention.id) === "person")
    .map((mention) => ({ id: mention.id, from: mention.from }))
    .reverse();
}
