import type { Attributed, Span, Statement } from "../model.ts";
import { contains } from "../span.ts";
import { bodyKey } from "./bodyName.ts";
import type { Clusters } from "./clusters.ts";
import type { Entity } from "./entity.ts";
import { endOf } from "./links.ts";
import type { Mention, Mentions } from "./mention.ts";
import { tiesOf } from "./ties.ts";
import { tokenAt } from "./tokens.ts";

/** What a mention was found to refer to. */
export interface Reference {
  /** Several for "both ministers"; [] where nothing fits. */
  entities: number[];
  /** Mention that it was followed to, -1 where it stands for itself. */
  antecedent: number;
  /** 0..1 */
  score: number;
  /** Entities that it may be, where too little speaks for them; best first. */
  guess: number[];
}

/** A past reference that a later expression can pick up. */
interface Referent {
  mention: Mention;
  entities: number[];
}

/** All that the resolving rules look at. Filled in text order. */
export interface Context {
  doc: Attributed;
  mentions: Mentions;
  clusters: Clusters;
  entities: Entity[];
  references: Map<number, Reference>;
  /** Resolved mentions in text order. */
  history: Referent[];
  /** Statements by id and, for a mention, those whose content or source holds it (innermost first). */
  statements: Map<string, Statement>;
  within: (mention: Mention) => Statement[];
  asSource: (mention: Mention) => Statement | null;
  /** Head mentions of a statement's source. */
  heads: Map<string, Mention[]>;
  /** Speaker of each turn of a transcript; [] before `labelTurns` and where there are none. */
  turns: ({ entity: number; score: number } | null)[];
  /** Bodies of the turns, in text order. */
  bodies: Span[];
  /** Entities by office and head noun as known before the text is read through. */
  byHead: Map<string, number[]>;
  /** Places by country key. */
  places: Map<string, number>;
  /** Entities of owned descriptions by owner and head: "Mr. Sarrant’s office". */
  owned: Map<string, number>;
  /** The parties found so far and how much had been read by then. */
  parties: { read: number; ranked: number[]; voices: number[] } | null;
  /** Entity of the outlet where the text names it, -1 where it doesn't. */
  outlet: number;
  /** Key of the country that a readout speaks for, else null. */
  sideCountry: string | null;
}

/** Builds the context of a document. */
export function makeContext(doc: Attributed, mentions: Mentions, clusters: Clusters): Context {
  const holding = new Map<number, Statement[]>();
  const sources = new Map<number, Statement>();
  const size = (statement: Statement) =>
    statement.content.reduce((sum, part) => sum + part.end - part.start, 0);
  for (const statement of [...doc.statements].sort((a, b) => size(a) - size(b) || a.id.localeCompare(b.id))) {
    for (const part of statement.content) {
      for (let k = tokenAt(mentions.tokens, part.start); k < mentions.tokens.length; k++) {
        const token = mentions.tokens[k]!;
        if (token.start >= part.end) break;
        const list = holding.get(k);
        if (list) list.push(statement);
        else holding.set(k, [statement]);
      }
    }
  }
  const heads = new Map<string, Mention[]>();
  for (const statement of doc.statements) {
    const found = sourceHeads(statement, mentions);
    heads.set(statement.id, found);
    for (const mention of found) if (!sources.has(mention.id)) sources.set(mention.id, statement);
  }
  return {
    doc,
    mentions,
    clusters,
    entities: clusters.entities,
    references: new Map(),
    history: [],
    statements: new Map(doc.statements.map((statement) => [statement.id, statement])),
    within: (mention) => holding.get(mention.first) ?? [],
    asSource: (mention) => sources.get(mention.id) ?? null,
    heads,
    turns: [],
    bodies: doc.turns.map((turn) => turn.body),
    byHead: new Map(),
    places: new Map(
      clusters.entities
        .filter((entity) => entity.type === "place" && entity.country !== null)
        .map((entity) => [entity.country!, entity.id]),
    ),
    owned: new Map(),
    parties: null,
    outlet: outletOf(doc, clusters),
    sideCountry: doc.article.side ? (tiesOf(doc.article.side).countries[0] ?? null) : null,
  };
}

function outletOf(doc: Attributed, clusters: Clusters): number {
  const { outlet } = doc.article;
  if (!outlet) return -1;
  const key = bodyKey(outlet);
  const found = clusters.entities.find(
    (entity) =>
      (entity.type === "body" || entity.type === null) &&
      [...entity.names].some((name) => bodyKey(name) === key || key.startsWith(`${bodyKey(name)} of `)),
  );
  return found ? found.id : -1;
}

const LIST = /^(?:and|or|&|,|nor|plus)$/;

/**
 * The mentions that a source's words name: one, or several where "and" joins them. What stands in apposition or as a
 * complement of another is no head: "Tom Ferris, a spokesman for the office" has one.
 */
function sourceHeads(statement: Statement, mentions: Mentions): Mention[] {
  const heads: Mention[] = [];
  for (const passage of statement.source) {
    const first = tokenAt(mentions.tokens, passage.start);
    let taken = -1;
    for (let k = lowerBound(mentions.list, first); k < mentions.list.length; k++) {
      const mention = mentions.list[k]!;
      if (mention.start >= passage.end) break;
      if (!contains(passage, mention) && !(mention.start >= passage.start && mention.start < passage.end))
        continue;
      if (mention.last <= taken) continue;
      // what stands before a title: "Kestria President Vasarin", "Dell police Chief Jordan"
      const outer = mention.inside >= 0 ? mentions.list[mention.inside]! : null;
      if (outer?.owner === mention.id && outer.form === "name") continue;
      const last = heads.at(-1);
      // an apposition carries the head on: "Tom Ferris, a spokesman for the office, and Ana Ruiz"
      if (last && mention.apposed === last.id) {
        taken = Math.max(taken, endOf(mention, mentions));
        continue;
      }
      if (last && !joined(mentions, taken, mention)) continue;
      // "the presidents of Arland and Kestria": both places belong to the noun
      if (last?.plural && last.complement >= 0 && mention.form === "name" && last.form === "description") {
        taken = mention.last;
        continue;
      }
      heads.push(mention);
      taken = Math.max(taken, endOf(mention, mentions));
    }
  }
  // "a spokeswoman, Marit Solke": the description and its name are one
  return heads.filter((head) => !(head.apposed >= 0 && heads.some((other) => other.id === head.apposed)));
}

function joined(mentions: Mentions, taken: number, mention: Mention): boolean {
  let coordinated = false;
  for (let k = taken + 1; k < mention.first; k++) {
    const token = mentions.tokens[k]!;
    if (!LIST.test(token.lower) && !/^(?:both|also|well|as|his|her|the)$/.test(token.lower)) return false;
    if (/^(?:and|or|&|nor|well)$/.test(token.lower)) coordinated = true;
  }
  if (coordinated) return true;
  // a list: the comma only counts where an "and" follows later in the source
  if (mentions.tokens[taken + 1]?.text !== "," || mention.form !== "name") return false;
  const after = mentions.tokens[mention.last + 1];
  return (
    after?.lower === "and" || (after?.text === "," && mentions.tokens[mention.last + 2]?.lower === "and")
  );
}

/** Index of the first mention that begins at or after a token. */
function lowerBound(list: readonly Mention[], token: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.first < token) low = middle + 1;
    else high = middle;
  }
  return low;
}
