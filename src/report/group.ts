/**
 * A position's statements as a reader takes them in: by who says it, the decisive ones first, and the same words
 * in several documents (a reprint, a wire copy) only once.
 */
import type { Passage, Point, Position } from "../model.ts";
import { evidenceOf, type Found, type Holding, holdingOf, type View } from "./view.ts";
import { wordsOf } from "./words.ts";

/** One wording and all the places where it stands. */
export interface Saying {
  found: Found;
  evidence: Passage[];
  /** The same words by the same holder elsewhere. */
  also: Found[];
}

/** What one holder (or several together) says to a point. */
export interface HolderGroup {
  holding: Holding;
  sayings: Saying[];
}

/** A content shorter than this ("it", "the claim") says little by itself and comes after fuller ones. */
const FEW_WORDS = 20;

function keyOf(holding: Holding): string {
  const names = (hs: Holding["holders"]) => hs.map((h) => h.id ?? h.name).sort();
  return JSON.stringify([names(holding.holders), holding.reportedBy.map(names)]);
}

function plainWords(found: Found): string {
  const text = wordsOf(found, [], Number.POSITIVE_INFINITY)
    .map((w) => w.text)
    .join("");
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The statements of a position by holder. Statements that the collection does not hold are left out. */
export function groupsOf(v: View, point: Point, position: Position): HolderGroup[] {
  const order = new Map(v.collection.articles.map((a, i) => [a.id, i]));
  const rank = ({ statement }: Found) => {
    const long = statement.content.reduce((n, p) => n + p.text.length, 0) >= FEW_WORDS;
    if (point.decisive?.pair.includes(statement.id)) return long ? 0 : 2;
    return point.relations.some((r) => r.pair.includes(statement.id)) ? (long ? 1 : 2) : 3;
  };
  const found = position.statements
    .map((id) => v.statements.get(id))
    .filter((f): f is Found => f !== undefined)
    .sort(
      (a, b) =>
        rank(a) - rank(b) ||
        order.get(a.article.id)! - order.get(b.article.id)! ||
        (a.statement.content[0]?.start ?? 0) - (b.statement.content[0]?.start ?? 0),
    );
  const groups = new Map<string, HolderGroup & { words: Map<string, Saying> }>();
  for (const f of found) {
    const holding = holdingOf(v, f);
    const key = keyOf(holding);
    let group = groups.get(key);
    if (!group) {
      group = { holding, sayings: [], words: new Map() };
      groups.set(key, group);
    }
    const words = plainWords(f);
    const same = group.words.get(words);
    if (same) {
      same.also.push(f);
      continue;
    }
    const saying = { found: f, evidence: evidenceOf(point, f.statement.id), also: [] };
    group.words.set(words, saying);
    group.sayings.push(saying);
  }
  return [...groups.values()].map(({ holding, sayings }) => ({ holding, sayings }));
}

/** An answer without the yes or no that its stance already says. */
export function answerOf(position: Position): string {
  const rest = position.answer.replace(/^(yes|no)(?:\s*[:,.;–—]\s*|$)/iu, "");
  if (rest === "") return "";
  return position.stance === "other" ? position.answer : rest.charAt(0).toUpperCase() + rest.slice(1);
}
