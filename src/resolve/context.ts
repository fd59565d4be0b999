import type { Attributed, Span, Statement } from "../model.ts";
import { bodyKey } from "./bodyName.ts";
import type { Clusters } from "./clusters.ts";
import type { Entity } from "./entity.ts";
import { sourceHeads } from "./heads.ts";
import type { Mention, Mentions } from "./mention.ts";
import { ownSide, tiesOf } from "./ties.ts";
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

/** Who speaks in a turn; `nobody` where all that is known is that somebody asks. */
export interface Speaking {
  entity: number;
  score: number;
  nobody?: boolean;
}

/**
 * Told of every choice among candidates, one row of features each; training looks on through it and may say which one to take
 * (an index, `candidates.length` for nobody of them, null to leave the choice to the ranker).
 */
export type Watch = (
  context: Context,
  mention: Mention,
  kind: "pronoun" | "description" | "plural",
  candidates: readonly number[][],
  rows: readonly (readonly number[] | Float64Array)[],
) => number | null;

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
  turns: (Speaking | null)[];
  /** Bodies of the turns, in text order. */
  bodies: Span[];
  /** Entities by office and head noun as known before the text is read through. */
  byHead: Map<string, number[]>;
  /** Places by country key. */
  places: Map<string, number>;
  /** Entities of owned descriptions by owner and head: "Mr. Sarrant’s office". */
  owned: Map<string, number>;
  /** Entities of sources whose words hold no mention, by where the source begins. */
  described: Map<number, number>;
  /** The parties found so far and how much had been read by then. */
  parties: { read: number; ranked: number[]; voices: number[] } | null;
  /** Entity of the outlet where the text names it, -1 where it doesn't. */
  outlet: number;
  /** Key of the country that a readout speaks for, else null. */
  sideCountry: string | null;
  watch: Watch | null;
  /** What the text says that it will call somebody with "the": `("the Company")`, by the words behind "the". */
  defined: Map<string, number>;
  /** Pairs that a role ties: "Ruiz and her challenger, Okafor", with the role's noun. */
  tied: { entities: [number, number]; head: string; mention: Mention }[];
}

/** Builds the context of a document. */
export function makeContext(
  doc: Attributed,
  mentions: Mentions,
  clusters: Clusters,
  watch: Watch | null,
): Context {
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
    described: new Map(),
    parties: null,
    outlet: outletOf(doc, clusters),
    sideCountry: tiesOf(ownSide(doc.article)).countries[0] ?? null,
    watch,
    defined: new Map(),
    tied: [],
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
