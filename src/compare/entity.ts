import type { Side, Speaker } from "../model.ts";
import type { Token } from "./language.ts";
import { NameLists } from "./name-lists.ts";

/** A stretch of tokens that names a speaker. */
export interface EntityMention {
  from: number;
  to: number;
  /** The speaker's id (of the collection). */
  id: string;
}

const GENERIC = new Set(
  `ministry minister office department government president presidency prime secretary union party council company
group club city state national federal board command border agency committee commission association trust health
foods food republic kingdom united federation of the and for in chief executive director chair chairman police
authority bank court house army force forces defence defense foreign affairs interior water local no corporation
inc ltd plc co spokesman spokeswoman official officials leader mayor governor general mr mrs ms dr north south east
west new central european american international world hospital school university institute team campaign workers
federated industries industry holdings international motors energy`.split(/\s+/),
);

/** Finds speakers and sides by name in analysed text. */
export class EntityIndex {
  private readonly names = new NameLists();
  private readonly sideStems: { stem: string; side: string }[] = [];
  private readonly titles = new Map<string, string[]>();
  readonly sideOf = new Map<string, string>();
  readonly nameOf = new Map<string, string>();
  readonly kindOf = new Map<string, Speaker["kind"]>();

  /** @param common words that the texts also use in lower case */
  constructor(
    speakers: readonly Speaker[],
    sides: readonly Side[],
    readonly common: ReadonlySet<string> = new Set(),
  ) {
    const owners = new Map<string, Set<string>>();
    for (const speaker of speakers) {
      this.nameOf.set(speaker.id, speaker.name);
      this.kindOf.set(speaker.id, speaker.kind);
      if (speaker.side) this.sideOf.set(speaker.id, speaker.side);
      for (const alias of aliasesOf(speaker)) {
        const key = alias.join(" ");
        owners.set(key, (owners.get(key) ?? new Set()).add(speaker.id));
      }
    }
    for (const [key, ids] of [...owners].sort(([a], [b]) => (a < b ? -1 : 1))) {
      // A title or surname that fits two speakers names neither.
      if (ids.size > 1) continue;
      this.names.add(key.split(" "), [...ids][0]!);
    }
    for (const side of sides) {
      for (const member of side.members) if (!this.sideOf.has(member)) this.sideOf.set(member, side.id);
    }
    for (const side of sides) {
      for (const word of wordsOf(side.name)) {
        if (word.length >= 4 && !GENERIC.has(word)) this.sideStems.push({ stem: word, side: side.id });
      }
    }
    // "the Drevian minister of defence": a role that names one side only places its bearer there.
    for (const speaker of speakers) {
      if (this.sideOf.has(speaker.id) || speaker.kind === "document") continue;
      const named = new Set(
        [speaker.role ?? "", speaker.name, ...speaker.aliases]
          .flatMap(wordsOf)
          .flatMap((word) => this.sideNamed(word) ?? []),
      );
      if (named.size === 1) this.sideOf.set(speaker.id, [...named][0]!);
    }
    for (const speaker of speakers) {
      const side = this.sideOf.get(speaker.id);
      if (speaker.kind === "body") {
        const last = new Set(wordsOf(speaker.name).filter((word) => BODY_WORDS.has(word)));
        for (const word of last)
          this.titles.set(`* ${word}`, [...(this.titles.get(`* ${word}`) ?? []), speaker.id]);
      }
      if (!side || speaker.kind !== "person") continue;
      const phrases = [speaker.role ?? "", ...speaker.aliases, speaker.name].map((name) =>
        wordsOf(name).join(" "),
      );
      const words = new Set(
        phrases
          .flatMap((phrase) =>
            phrase
              .replace(/\b(prime|foreign|finance|defence|defense|interior|health) minister\b/g, "$1_minister")
              .split(" "),
          )
          .map((word) => word.replace("_", " ")),
      );
      for (const word of words) {
        if (!TITLE_WORDS.has(word) && !/ minister$/.test(word)) continue;
        const key = `${side} ${word}`;
        this.titles.set(key, [...(this.titles.get(key) ?? []), speaker.id]);
      }
    }
  }

  /** Mentions of speakers, left to right, the longest first, none overlapping. */
  mentions(tokens: readonly Token[]): EntityMention[] {
    const found: EntityMention[] = [];
    const words = tokens.map((token) => clean(token.lower));
    for (let i = 0; i < tokens.length; i++) {
      const hit = this.names.at(words, i);
      if (!hit) continue;
      const capital = tokens.slice(i, i + hit.words.length).some((token) => /^\p{Lu}/u.test(token.text));
      if (!capital && hit.words.length < 2) continue;
      found.push({ from: i, to: i + hit.words.length - 1, id: hit.id });
      i += hit.words.length - 1;
    }
    return found;
  }

  /**
   * What "the president" or "the company" stands for in the mouth of a side: "@id" of its one member of that
   * title, "#side" for words of the body itself, or null.
   */
  titled(word: string, side: string | null): string | null {
    const own = side === null ? undefined : this.titles.get(`${side} ${word}`);
    if (own?.length === 1) return `@${own[0]}`;
    // In anybody's mouth, where the collection knows only one such body or bearer of the title.
    const known = this.titles.get(`* ${word}`);
    if (
      side !== null &&
      BODY_WORDS.has(word) &&
      (known === undefined || known.some((id) => this.sideOf.get(id) === side))
    )
      return `#${side}`;
    if (known === undefined) return null;
    const sides = new Set(known.map((id) => this.sideOf.get(id) ?? `@${id}`));
    if (sides.size !== 1) return null;
    const only = [...sides][0]!;
    return known.length === 1 ? `@${known[0]}` : only.startsWith("@") ? only : `#${only}`;
  }

  /** The side that a proper name or its adjective belongs to ("Kestria", "Kestrian"), or null. */
  sideNamed(word: string): string | null {
    const plain = clean(word.toLowerCase());
    if (plain.length < 4 || GENERIC.has(plain)) return null;
    for (const { stem, side } of this.sideStems) if (kindred(plain, stem)) return side;
    return null;
  }
}

/** "kestria" and "kestrian", "france" and "french" not: one begins with the other but for its last letters. */
function kindred(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const trunk = short.replace(/(?:ia|a|e|o|y|s)$/, "");
  return (
    trunk.length >= 4 &&
    long.startsWith(trunk) &&
    /^(?:i?ans?|ns?|ese|ish|ia|i?cs?|s|ers?|a|e|o|y)?$/.test(long.slice(trunk.length))
  );
}

const clean = (word: string) => word.replace(/\.$/, "");

function wordsOf(name: string): string[] {
  return name
    .toLowerCase()
    .replace(/[’']s\b/g, "")
    .split(/[^\p{L}\p{N}.&-]+/u)
    .map(clean)
    .filter((word) => word !== "");
}

const BODY_WORDS = new Set(
  "company ministry government union club trust board council party office agency commission bank firm group university federation association campaign".split(
    " ",
  ),
);
const TITLE_WORDS = new Set(
  "president minister chairman chairwoman chair general premier chancellor governor mayor director king queen colonel senator secretary coach manager commissioner captain".split(
    " ",
  ),
);
const TITLES = new Set(
  "mr mrs ms miss dr prof sir lady lord gen col lt capt sgt rev president minister king queen".split(" "),
);

/** All word sequences by which a speaker may be named. */
function aliasesOf(speaker: Speaker): string[][] {
  const found = new Map<string, string[]>();
  for (const name of [speaker.name, ...speaker.aliases]) {
    const words = wordsOf(name).filter((word) => word !== "the" && word !== "a" && word !== "an");
    if (words.length === 0 || words.every((word) => PRONOUNS.has(word))) continue;
    if (words.length === 1 && (words[0]!.length < 3 || GENERIC.has(words[0]!))) continue;
    if (speaker.kind !== "unnamed" || words.length > 1) found.set(words.join(" "), words);
  }
  if (speaker.kind === "person") {
    const words = wordsOf(speaker.name).filter((word) => !TITLES.has(word));
    const last = words.at(-1);
    if (last && last.length > 2 && words.length > 1) found.set(last, [last]);
  }
  return [...found.values()];
}

const PRONOUNS = new Set("he she they it we i you him her them his its their our who".split(" "));
