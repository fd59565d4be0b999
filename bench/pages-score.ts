/** How a reading of a page is judged: words in order against the truth, words of the page's chrome, metadata. */
import { diffArrays } from "diff";
import type { Truth } from "./pages-markup.ts";

export interface Scores {
  matched: number;
  wanted: number;
  given: number;
  /** Words of the page that stand in no part of its story nor in its metadata, and got into the text. */
  chrome: string[];
  missed: string[];
  extra: string[];
}

const wordsOf = (text: string) => text.match(/[\p{L}\p{M}\p{N}]+(?:['’.,-][\p{L}\p{M}\p{N}]+)*|#+/gu) ?? [];

/** Words matched in order (longest common subsequence); optional words count neither way. */
export function scoreText(truth: Truth, html: string, text: string): Scores {
  // An optional block that was left would only lend its words to the alignment.
  const flat = ` ${wordsOf(text).join(" ")} `;
  const blocks = truth.blocks.filter(
    (block) => !block.optional || flat.includes(` ${wordsOf(block.text).join(" ")} `),
  );
  const gold = blocks.flatMap(({ text: block, optional }) =>
    wordsOf(block).map((word) => ({ word, optional })),
  );
  const given = wordsOf(text);
  let at = 0;
  const scores: Scores = { matched: 0, wanted: 0, given: 0, chrome: [], missed: [], extra: [] };
  for (const { optional } of gold) if (!optional) scores.wanted++;
  for (const change of diffArrays(
    gold.map(({ word }) => word),
    given,
  )) {
    if (change.added) {
      scores.given += change.value.length;
      scores.extra.push(change.value.join(" "));
    } else if (change.removed) {
      const lost = gold.slice(at, at + change.value.length).filter(({ optional }) => !optional);
      if (lost.length > 0) scores.missed.push(lost.map(({ word }) => word).join(" "));
      at += change.value.length;
    } else {
      for (const _ of change.value) if (!gold[at++]!.optional) scores.matched++;
    }
  }
  scores.given += scores.matched;
  const own = new Set(
    [...truth.blocks.map((block) => block.text), truth.title, truth.byline ?? "", truth.outlet ?? ""].flatMap(
      (some) => wordsOf(some.toLowerCase()),
    ),
  );
  const page = new Set(
    wordsOf(
      html
        .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, " ")
        .replace(/<[^>]*>/g, " ")
        .toLowerCase(),
    ),
  );
  scores.chrome = [
    ...new Set(given.map((word) => word.toLowerCase()).filter((word) => page.has(word) && !own.has(word))),
  ];
  return scores;
}

export const FIELDS = ["title", "outlet", "byline", "publishedAt", "url", "language"] as const;
export type Field = (typeof FIELDS)[number];

/** The fields that came out otherwise than the page says. */
export function wrongFields(truth: Truth, found: Record<Field, string | null>): Field[] {
  return FIELDS.filter((field) => found[field] !== truth[field]);
}
