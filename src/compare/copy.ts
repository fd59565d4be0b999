import { hashId } from "../id.ts";
import type { Article, Copy } from "../model.ts";

const SHINGLE = 5;
/** Two texts are copies where half of the shorter one's shingles stand in the other. */
const SHARE = 0.5;
/** A shingle that more texts have (a boilerplate line) says nothing. */
const COMMON = 60;

/**
 * Articles that carry the same text: shared word 5-grams (Broder's shingles) through an inverted list, so cost grows with
 * the text, not with pairs of articles. Origin: the outlet that another's byline names, else the earliest.
 */
export function copiesOf(articles: readonly Article[]): Copy[] {
  const sets = articles.map((article) => shingles(article.text));
  const lists = new Map<number, number[]>();
  for (const [n, set] of sets.entries()) {
    for (const shingle of set) {
      const list = lists.get(shingle);
      if (list) list.push(n);
      else lists.set(shingle, [n]);
    }
  }
  const shared = new Map<number, number>();
  for (const list of lists.values()) {
    if (list.length < 2 || list.length > COMMON) continue;
    for (let i = 0; i < list.length; i++)
      for (let j = i + 1; j < list.length; j++) {
        const code = list[i]! * articles.length + list[j]!;
        shared.set(code, (shared.get(code) ?? 0) + 1);
      }
  }
  const parent = articles.map((_, n) => n);
  const root = (n: number): number => (parent[n] === n ? n : root(parent[n]!));
  const shares = new Map<number, number>();
  for (const [code, count] of [...shared].sort((a, b) => a[0] - b[0])) {
    const i = Math.floor(code / articles.length);
    const j = code % articles.length;
    const smaller = Math.min(sets[i]!.size, sets[j]!.size);
    if (smaller < 8 || count / smaller < SHARE) continue;
    shares.set(code, count / smaller);
    const [a, b] = [root(i), root(j)];
    parent[Math.max(a, b)] = Math.min(a, b);
  }
  const groups = new Map<number, number[]>();
  for (const n of articles.keys()) groups.set(root(n), [...(groups.get(root(n)) ?? []), n]);
  const found: Copy[] = [];
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const members = group.map((n) => articles[n]!);
    let share = 1;
    for (const [code, value] of shares) {
      if (group.includes(Math.floor(code / articles.length)) && group.includes(code % articles.length))
        share = Math.min(share, value);
    }
    const ids = members.map((article) => article.id).sort();
    found.push({
      id: hashId("c", ...ids),
      articles: ids,
      origin: originOf(members),
      share: Math.round(share * 1e4) / 1e4,
    });
  }
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function originOf(members: readonly Article[]): string | null {
  const fold = (text: string | null) =>
    (text ?? "")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  for (const article of members) {
    const outlet = fold(article.outlet);
    if (outlet === "") continue;
    const credited = members.some(
      (other) =>
        other !== article &&
        fold(other.outlet) !== outlet &&
        ` ${fold(other.byline)} `.includes(` ${outlet} `),
    );
    if (credited) return article.id;
  }
  const dated = members
    .filter((article) => article.publishedAt !== null)
    .sort((a, b) =>
      a.publishedAt! < b.publishedAt! ? -1 : a.publishedAt! > b.publishedAt! ? 1 : a.id < b.id ? -1 : 1,
    );
  const [first, second] = dated;
  if (!first) return null;
  // The same moment, and no byline that tells: nobody can say.
  return second && second.publishedAt === first.publishedAt ? null : first.id;
}

/** Hashes of all runs of five words, folded; FNV-1a. */
function shingles(text: string): Set<number> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const found = new Set<number>();
  for (let i = 0; i + SHINGLE <= words.length; i++) {
    let hash = 0x811c9dc5;
    for (let k = i; k < i + SHINGLE; k++) {
      for (const unit of words[k]!) hash = Math.imul(hash ^ unit.codePointAt(0)!, 0x01000193);
      hash = Math.imul(hash ^ 32, 0x01000193);
    }
    found.add(hash >>> 0);
  }
  return found;
}
