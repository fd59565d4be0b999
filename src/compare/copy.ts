import { hashId } from "../id.ts";
import type { Article, Copy } from "../model.ts";

const SHINGLE = 5;
/** Two texts are copies where half of the shorter one's shingles stand in the other. */
const SHARE = 0.5;
/** A shingle that more unlike texts have (a boilerplate line) says nothing. */
const COMMON = 60;
/** Texts of fewer words are headlines: that two of them agree says nothing. */
const LEAST = 8;

interface Group {
  leader: Set<number>;
  members: Article[];
  share: number;
}

/**
 * Articles that carry the same text: shared word 5-grams (Broder's shingles) through an inverted list. In order of date each
 * article joins the first printed text that it shares half with, or stands as a first print itself; only first prints are in the
 * list, so cost grows with the text, however many outlets print one, and a digest of two texts doesn't run them together.
 * Origin: the outlet that another's byline, dateline or credit names, else the earliest.
 */
export function copiesOf(articles: readonly Article[]): Copy[] {
  const groups: Group[] = [];
  // Nearly all shingles stand in one text only: those have no list.
  const lists = new Map<number, number | number[]>();
  const ordered = articles
    .map((article) => ({ article, set: shingles(article.text) }))
    .sort(
      (a, b) =>
        compare(a.article.publishedAt ?? "~", b.article.publishedAt ?? "~") ||
        b.set.size - a.set.size ||
        compare(a.article.id, b.article.id),
    );
  for (const { article, set } of ordered) {
    if (set.size < LEAST) continue;
    const home = nearest(set, groups, lists);
    if (home) {
      groups[home.group]!.members.push(article);
      groups[home.group]!.share = Math.min(groups[home.group]!.share, home.share);
      continue;
    }
    const n = groups.push({ leader: set, members: [article], share: 1 }) - 1;
    for (const shingle of set) {
      const list = lists.get(shingle);
      if (list === undefined) lists.set(shingle, n);
      else if (typeof list === "number") lists.set(shingle, [list, n]);
      else if (list.length <= COMMON) list.push(n);
    }
  }
  return groups
    .filter((group) => group.members.length > 1)
    .map(({ members, share }) => {
      const ids = members.map((article) => article.id).sort();
      return {
        id: hashId("c", ...ids),
        articles: ids,
        origin: originOf(members),
        share: Math.round(share * 1e4) / 1e4,
      };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The first print that a text shares most with, where that is enough. */
function nearest(
  set: ReadonlySet<number>,
  groups: readonly Group[],
  lists: ReadonlyMap<number, number | readonly number[]>,
): { group: number; share: number } | null {
  const shared = new Map<number, number>();
  for (const shingle of set) {
    const list = lists.get(shingle);
    if (list === undefined) continue;
    if (typeof list === "number") shared.set(list, (shared.get(list) ?? 0) + 1);
    else if (list.length <= COMMON) for (const n of list) shared.set(n, (shared.get(n) ?? 0) + 1);
  }
  let best: { group: number; share: number } | null = null;
  for (const [group, count] of [...shared].sort((a, b) => a[0] - b[0])) {
    const share = count / Math.min(set.size, groups[group]!.leader.size);
    if (share >= SHARE && share > (best?.share ?? 0)) best = { group, share };
  }
  return best;
}

const fold = (text: string | null) =>
  (text ?? "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** How much of a text's beginning and end may hold a dateline or a credit. */
const EDGE = 160;

function originOf(members: readonly Article[]): string | null {
  const named = new Map<string, Article>();
  for (const article of members) {
    const outlet = fold(article.outlet);
    if (outlet !== "" && !named.has(outlet)) named.set(outlet, article);
  }
  const credits = new Map<string, number>();
  for (const other of members) {
    const own = fold(other.outlet);
    const credit = ` ${fold(other.byline)} ${creditIn(other.text)} `;
    for (const outlet of named.keys())
      if (outlet !== own && credit.includes(` ${outlet} `))
        credits.set(outlet, (credits.get(outlet) ?? 0) + 1);
  }
  const most = [...credits].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))[0];
  if (most) return named.get(most[0])!.id;
  const dated = members
    .filter((article) => article.publishedAt !== null)
    .sort((a, b) => instantOf(a.publishedAt!) - instantOf(b.publishedAt!) || compare(a.id, b.id));
  const [first, second] = dated;
  if (!first) return null;
  // The same moment, or one known by the day alone, and no byline that tells: nobody can say.
  if (second && !isBefore(first.publishedAt!, second.publishedAt!)) return null;
  return first.id;
}

/** "LISSEN (Northline) —", "Source: Northline", "Northline contributed to this report": who is credited at the edges of a text. */
function creditIn(text: string): string {
  const opening = /^[^—–\n]{0,100}\(([^)\n]{2,40})\)\s*(?:—|–|-)/u.exec(text.slice(0, EDGE))?.[1] ?? "";
  const closing =
    /(?:\b(?:source|credit|via|reporting by|with material from|copyright|©)[:\s]+([^.\n]{2,60})|^\(([^)\n]{2,40})\)$|^([^.\n]{2,40}) contributed to this)/imu.exec(
      text.slice(-EDGE),
    );
  return fold(`${opening} ${closing?.[1] ?? closing?.[2] ?? closing?.[3] ?? ""}`);
}

const instantOf = (iso: string) => Date.parse(iso.length === 7 ? `${iso}-01` : iso) || 0;

/** Days where one of them gives no time, else moments. */
function isBefore(a: string, b: string): boolean {
  if (a.length <= 10 || b.length <= 10) return a.slice(0, 10) < b.slice(0, 10);
  return instantOf(a) < instantOf(b);
}

/** Hashes of all runs of five words, folded; FNV-1a. */
function shingles(text: string): Set<number> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const codes = words.map((word) => {
    let hash = 0x811c9dc5;
    for (const unit of word) hash = Math.imul(hash ^ unit.codePointAt(0)!, 0x01000193);
    return hash;
  });
  const found = new Set<number>();
  for (let i = 0; i + SHINGLE <= codes.length; i++) {
    let hash = 0x811c9dc5;
    for (let k = i; k < i + SHINGLE; k++) {
      hash = Math.imul(hash ^ codes[k]!, 0x01000193);
      hash ^= hash >>> 15;
    }
    found.add(hash >>> 0);
  }
  return found;
}
