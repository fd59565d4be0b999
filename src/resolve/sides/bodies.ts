/** The bodies that the documents name, one node each under all its names, and where each document speaks of them. */
import type { Article } from "../../model.ts";
import { bodyBag, bodyKey, initials, isAcronymOf } from "../bodyName.ts";
import { Groups } from "../group.ts";
import { BODY_NOUNS, singular } from "../lexicon/nouns.ts";
import { NEUTRAL_BODY, PARTISAN_BODY } from "./nouns.ts";

/** Words that many bodies' names begin with: none of them is a short name. */
const COMMON =
  /^(?:ministry|office|court|union|bank|university|department|police|commission|council|party|government|national|state|federal|united|new|city|town|royal|general|first|local|north|south|east|west|northern|southern|eastern|western|international|central|public|people|society|association|committee|board|house|chamber|group|club|company|institute|agency|school|hospital|trust)$/;

/** What a description may call any of a class of bodies. */
const KINDS: [heads: RegExp, like: RegExp][] = [
  [
    /^(?:company|firm|maker|manufacturer|business|developer|group|producer|supplier|contractor|airline|carrier|chain|conglomerate|operator|utility|owner|employer|brewer|brewery|bank|retailer|shipper|builder)$/,
    /\b(?:inc|corp|co|ltd|plc|llc|group|holdings?|industries|chemicals|foods|airlines|dairies|works|mills|energy|power|water|lines|motors|steel|homes|estates|partners|brothers|sons|shipping|rail|railways?|systems|technologies|pharma|laboratories|labs|mining|quarry|cement|company)\b/i,
  ],
  [/^(?:club|team|side)$/, /\b(?:club|athletic|united|rovers|racing|city|town|fc|wanderers)\b/i],
  [
    /^union$/,
    /\b(?:union|local|workers|federation|brotherhood|guild|staff|employees|nurses|teachers|dockers|hands|circle|crews|alliance|syndicate|solidarity)\b/i,
  ],
  [
    /^(?:campaign|group|movement|association|initiative|campaigners)$/,
    /\b(?:friends|save|action|watch|campaign|association|society|movement|alliance|league|rights|hands off|safe|against|for)\b/i,
  ],
  [/^(?:ministry|department)$/, /\b(?:ministry|department)\b/i],
  [/^(?:school|university|college)$/, /\b(?:school|university|college|academy)\b/i],
  [/^(?:hospital|trust|clinic)$/, /\b(?:hospital|trust|clinic|infirmary)\b/i],
  [/^(?:council|city|town|municipality|borough)$/, /\b(?:council|city of|town of|borough|municipality)\b/i],
  [
    /^(?:party|group)$/,
    /\b(?:party|union|alliance|list|front|league|movement|renewal|democrats|greens|bloc)\b/i,
  ],
];

export interface Occurrence {
  at: number;
  node: string;
}

/** The last of a sorted list that stands before a place. */
export function lastBefore<T extends { at: number }>(list: readonly T[], at: number): T | undefined {
  let low = 0;
  for (let high = list.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (list[middle]!.at < at) low = middle + 1;
    else high = middle;
  }
  return list[low - 1];
}

export class Bodies {
  /** Node by key of a name. */
  private readonly nodes = new Map<string, string>();
  private readonly bags = new Map<string, string>();
  /** Names by node, as written. */
  readonly names = new Map<string, Set<string>>();
  /** Nouns that a document calls a node by: "Delta Health Watch, a campaign group". */
  private readonly classes = new Map<string, Set<string>>();
  private readonly occurrences = new Map<string, Occurrence[]>();
  private readonly called = new Map<string, Occurrence[]>();
  private readonly only = new Map<string, string | null>();

  /**
   * @param alike lists of names of one body each, and single names
   */
  constructor(alike: readonly (readonly string[])[]) {
    const groups = new Groups(alike.length);
    const byKey = new Map<string, number>();
    const join = (key: string, index: number) => {
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, index);
      else groups.join(known, index);
    };
    alike.forEach((names, index) => {
      for (const name of names) {
        join(`key ${bodyKey(name)}`, index);
        if (name.includes(" ")) join(`bag ${bodyBag(name)}`, index);
      }
    });
    this.joinShort(alike, groups);
    alike.forEach((names, index) => {
      const node = `body:${bodyKey(longest(alike[groups.find(index)]!))}`;
      const all = this.names.get(node) ?? new Set();
      for (const name of names) {
        all.add(name);
        this.nodes.set(bodyKey(name), node);
        if (name.includes(" ")) this.bags.set(bodyBag(name), node);
      }
      this.names.set(node, all);
    });
  }

  /** "Brightmoor" and "Brightmoor Dairies", "DHW", "water ministry" and "Ministry of Water of Arland": where one longer name fits. */
  private joinShort(alike: readonly (readonly string[])[], groups: Groups): void {
    const byFirst = new Map<string, { key: string; index: number }[]>();
    const byLast = new Map<string, { key: string; index: number }[]>();
    const capitals = new Map<string, number[]>();
    alike.forEach((names, index) => {
      for (const name of names) {
        const key = bodyKey(name);
        const first = key.split(" ")[0]!;
        byFirst.set(first, [...(byFirst.get(first) ?? []), { key, index }]);
        const last = key.split(" ").at(-1)!;
        if (last !== key) byLast.set(last, [...(byLast.get(last) ?? []), { key, index }]);
        const letters = initials(name);
        if (letters.length > 1) capitals.set(letters, [...(capitals.get(letters) ?? []), index]);
      }
    });
    alike.forEach((names, index) => {
      for (const name of names) {
        const key = bodyKey(name);
        if (COMMON.test(key) || key.length < 3) continue;
        const longer = (byFirst.get(key.split(" ")[0]!) ?? [])
          .filter((other) => other.key.startsWith(`${key} `))
          .map((other) => groups.find(other.index));
        if (!key.includes(" ") && key.length > 3)
          for (const other of byLast.get(key) ?? [])
            if (!/ (?:of|for|in|at|the|and) /.test(other.key)) longer.push(groups.find(other.index));
        if (/^\p{Lu}{2,7}$/u.test(name.replaceAll(".", "")))
          for (const other of capitals.get(key) ?? [])
            if (alike[other]!.some((long) => isAcronymOf(name, long))) longer.push(groups.find(other));
        const portfolio = /^(.+) ministry$/.exec(key)?.[1];
        if (portfolio)
          for (const other of byFirst.get("ministry") ?? [])
            if (`${other.key} `.startsWith(`ministry of ${portfolio} `))
              longer.push(groups.find(other.index));
        const fitting = new Set(longer);
        fitting.delete(groups.find(index));
        if (fitting.size === 1) groups.join([...fitting][0]!, index);
      }
    });
  }

  /** The node of a name, also of one that goes on ("Country Party of Marenia") or has another order of words. */
  named(name: string): string | null {
    const key = bodyKey(name);
    const known = this.nodes.get(key) ?? (name.includes(" ") ? this.bags.get(bodyBag(name)) : undefined);
    if (known) return known;
    const words = key.split(" ");
    for (let length = words.length - 1; length >= 2; length--) {
      const part = this.nodes.get(words.slice(0, length).join(" "));
      if (part) return part;
    }
    return null;
  }

  /** True where a name is a party's or a like body's. */
  isParty(name: string): boolean {
    const node = this.named(name);
    return node !== null && [...this.names.get(node)!].some((one) => PARTISAN_BODY.test(one));
  }

  /** Where an article speaks of which node, in order of the text; made once by one pass. */
  occurrencesIn(article: Article): Occurrence[] {
    const known = this.occurrences.get(article.id);
    if (known) return known;
    const found: Occurrence[] = [];
    const { text } = article;
    let until = 0;
    for (const match of text.matchAll(/\p{Lu}[\p{L}\p{M}\d'’&-]*/gu)) {
      if (match.index < until) continue;
      const phrase =
        /^\p{Lu}[\p{L}\p{M}\d'’&-]*(?: (?:(?:of|for|and|to|the|de|la|&) ){0,2}(?:\p{Lu}[\p{L}\p{M}\d'’&-]*|\d+)){0,6}/u.exec(
          text.slice(match.index, match.index + 90),
        )![0];
      const words = phrase.split(" ");
      for (let length = words.length; length > 0; length--) {
        const name = words
          .slice(0, length)
          .join(" ")
          .replace(/['’]s?$/, "");
        const node = this.nodes.get(bodyKey(name));
        if (!node) continue;
        found.push({ at: match.index, node });
        until = match.index + name.length;
        const called =
          /^,? (?:is |was )?(?:an?|the|its|which is a) ([\p{L} -]{3,50}?)(?=[,.;]| that\b| which\b| of\b| in\b)/u.exec(
            text.slice(until, until + 70),
          )?.[1];
        const noun = called ? singular(called.split(" ").at(-1)!.toLowerCase()) : "";
        if (BODY_NOUNS.has(noun)) this.classes.set(node, (this.classes.get(node) ?? new Set()).add(noun));
        break;
      }
    }
    this.occurrences.set(article.id, found);
    return found;
  }

  /** True where a node may be called by a noun: by its name, by what a document calls it, or by its kind. */
  private isCalled(node: string, head: string): 0 | 1 | 2 {
    if (this.classes.get(node)?.has(head)) return 2;
    let like: 0 | 1 | 2 = 0;
    for (const name of this.names.get(node) ?? []) {
      const words = bodyKey(name).split(/[\s-]+/);
      if (words.includes(head) || words.map(singular).includes(head)) return 2;
      for (const [heads, kind] of KINDS) if (heads.test(head) && kind.test(name)) like = 1;
    }
    return like;
  }

  /** The body that "the council" at a place of an article means: the nearest so named, before the place if it can be. */
  described(head: string, article: Article, at: number): string | null {
    for (const least of /^(?:company|firm|group|maker|business|operator)$/.test(head)
      ? ([2, 1, 0] as const)
      : ([2, 1] as const)) {
      const fitting = this.calledIn(article, head, least);
      const best = lastBefore(fitting, at) ?? fitting[0];
      if (best) return best.node;
    }
    let only = this.only.get(head);
    if (only === undefined) {
      const fitting = [...this.names.keys()].filter((node) => this.isCalled(node, head) === 2);
      only = fitting.length === 1 ? fitting[0]! : null;
      this.only.set(head, only);
    }
    return only;
  }

  /** A name of which nothing shows that it is anything else than a company's. */
  private mayBeCompany(node: string): boolean {
    return [...this.names.get(node)!].every(
      (name) => !NEUTRAL_BODY.test(name) && KINDS.slice(1).every(([, kind]) => !kind.test(name)),
    );
  }

  private calledIn(article: Article, head: string, least: 0 | 1 | 2): Occurrence[] {
    const key = `${article.id} ${head} ${least}`;
    const known = this.called.get(key);
    if (known) return known;
    const found = this.occurrencesIn(article).filter((one) =>
      least > 0 ? this.isCalled(one.node, head) >= least : this.mayBeCompany(one.node),
    );
    this.called.set(key, found);
    return found;
  }
}

function longest(names: readonly string[]): string {
  return names.reduce((best, name) =>
    name.length > best.length || (name.length === best.length && name < best) ? name : best,
  );
}
