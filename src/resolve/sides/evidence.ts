/** What the documents say about whom each speaker belongs to, gathered before it is clear who takes part. */
import type { Article } from "../../model.ts";
import { isPersonNoun } from "../lexicon/nouns.ts";
import { type Description, describe, namesByLast, sourcesOf } from "./mentions.ts";
import { STATE_OFFICE } from "./nouns.ts";
import { nounsOf, type RoleTie, readRole } from "./role.ts";
import type { Cluster } from "./sides.ts";

/** A description of one of a collection's speakers, read. */
export interface Evidence {
  article: Article;
  at: number;
  text: string;
  ties: RoleTie[];
  /** Nouns of what it says somebody is, singular: "picker", "driver". */
  nouns: string[];
  /** "Alec Munro of Safe Road". */
  bare: boolean;
  /** An office of a state's government ("the defence minister"). */
  office: boolean;
  /** The head of a government by name of the office. */
  head: boolean;
  /** It says that this is over: "the former minister", "who resigned". */
  over: boolean;
  /** The text beside the name says that the office is over: "Ms. Ahlberg was dismissed". */
  gone: boolean;
}

const HEAD_OF_GOVERNMENT = /^(?:the |our )?(?:\p{Lu}\p{L}+ )?(?:prime minister|premier)\b/iu;
const OVER =
  /\b(?:former(?:ly)?|ex-\w+|no longer|then-\w+|resigned|dismissed|sacked|fired|ousted|suspended|whose (?:removal|dismissal|resignation)|until (?:last|this|\d|january|february|march|april|may|june|july|august|september|october|november|december))/i;

/** The collection's speaker of each document's speaker. */
export function clusterOfMembers(clusters: readonly Cluster[]): Map<string, string> {
  return new Map(
    clusters.flatMap(({ speaker, members }) => members.map((item) => [item.speaker.id, speaker.id] as const)),
  );
}

/** Evidence by the collection's speaker. */
export function gather(clusters: readonly Cluster[], articles: readonly Article[]): Map<string, Evidence[]> {
  const clusterOf = clusterOfMembers(clusters);
  const found = new Map<string, Evidence[]>(clusters.map(({ speaker }) => [speaker.id, []]));
  const everybody = fullNames(clusters);
  const byLast = namesByLast(
    [...everybody].flatMap(([id, names]) => names.map((name) => [name, id] as const)),
  );
  for (const article of articles) {
    const seen = new Set<string>();
    const names = new Map(
      article.speakers
        .filter(({ kind, name }) => kind === "person" && !isDescription(name))
        .map((speaker) => [speaker.id, namesOf(speaker)]),
    );
    const first = new Map<string, number>();
    const sources = sourcesOf(article);
    for (const one of sources) first.set(one.speaker, Math.min(first.get(one.speaker) ?? one.at, one.at));
    const told: Description[] = article.speakers.flatMap((speaker) => {
      const at = first.get(speaker.id) ?? 0;
      const own = { speaker: speaker.id, at, bare: false, label: false, gone: false };
      const named =
        speaker.kind === "person" &&
        !/\p{Ll}{3,} (?:of|to|for|in) /u.test(speaker.name) &&
        speaker.name !== speaker.name.toLowerCase() &&
        !isDescription(speaker.name);
      return [
        ...(speaker.role ? [{ ...own, text: speaker.role, label: true }] : []),
        ...(named || speaker.kind === "body" ? [] : [{ ...own, text: speaker.name }]),
      ];
    });
    for (const one of [...told, ...sources, ...describe(article, byLast)]) {
      const cluster = clusterOf.get(one.speaker) ?? (found.has(one.speaker) ? one.speaker : undefined);
      const key = `${one.speaker} ${one.text}`;
      if (!cluster || seen.has(key)) continue;
      seen.add(key);
      const words = withoutNames(one.text, names.get(one.speaker) ?? everybody.get(one.speaker) ?? []);
      const ties = one.bare ? readRole(`member ${words}`).slice(0, 1) : readRole(words, one.label);
      found.get(cluster)!.push({
        article,
        at: one.at,
        text: one.text,
        ties,
        nouns: nounsOf(words),
        bare: one.bare,
        head: !one.bare && HEAD_OF_GOVERNMENT.test(one.text),
        office: !one.bare && STATE_OFFICE.test(one.text),
        over: OVER.test(one.text),
        gone: one.gone,
      });
    }
  }
  return found;
}

function namesOf({ name, aliases }: { name: string; aliases: readonly string[] }): string[] {
  return [...new Set([name, ...aliases])]
    .filter((one) => /^\p{Lu}/u.test(one))
    .sort((a, b) => b.length - a.length);
}

/** Whole names of the collection's persons: a document may tell of one to whom it gives no statement. */
function fullNames(clusters: readonly Cluster[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { speaker } of clusters) {
    if (speaker.kind !== "person" || isDescription(speaker.name)) continue;
    const names = namesOf(speaker).filter(
      (name) =>
        (name.includes(" ") || (name.length > 4 && name === speaker.name)) &&
        !/^(?:Mr|Mrs|Ms|Miss|Dr|Sir)\b/.test(name),
    );
    if (names.length > 0) found.set(speaker.id, names);
  }
  return found;
}

/** "Irena Kovalt, the Drevian minister" without what is her own name. */
function withoutNames(text: string, names: readonly string[]): string {
  let words = text;
  for (const name of names)
    if (words.includes(name))
      words = words.replace(name, (_, at: number) =>
        /^['’]s/.test(words.slice(at + name.length))
          ? name
          : /^ (?:of|from|for|at) /.test(words.slice(at + name.length))
            ? ""
            : ",",
      );
  return words;
}

/** "Drevian duty officer": a description with a capital, no name. */
function isDescription(name: string): boolean {
  const words = name.split(" ");
  return isPersonNoun(words.at(-1)!) || words.slice(1).some((word) => /^\p{Ll}{3,}/u.test(word));
}
