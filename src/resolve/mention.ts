import type { Span } from "../model.ts";
import type { Token } from "./tokens.ts";

export type Gender = "m" | "f" | null;

/** What a mention can be of. `place` is a country or town, which speaks as a body. */
export type MentionType = "person" | "group" | "body" | "document" | "place";

/** One expression that refers to somebody or something that could hold a statement. */
export interface Mention extends Span {
  id: number;
  form: "name" | "description" | "pronoun" | "relative";
  /** Token indexes, `last` inclusive; complements and relative clauses are outside. */
  first: number;
  last: number;
  /** Head noun in the singular, or the pronoun, in lower case; the last word of a name. */
  head: string;
  /** A name's own words, without titles; "" otherwise. */
  name: string;
  titles: string[];
  /** null where a name does not show it. */
  type: MentionType | null;
  gender: Gender;
  plural: boolean;
  /** How a description begins: "the", "a", "both", "his", …; "" for none. */
  determiner: string;
  /** Words before the head in lower case, determiner and owner left out. */
  modifiers: string[];
  /** Mention id of the owner ("Arland's minister", "his lawyer"), -1 for none. */
  owner: number;
  /** Mention id of a complement ("minister of | Kestria", "a spokesman for | the office"), -1 for none. */
  complement: number;
  /** Key of a country from a demonym or "of X", else null. */
  country: string | null;
  /** Mention id of the name this one stands in apposition to, -1 for none. */
  apposed: number;
  /** Mention id that this one is a part of ("Arland" in "Arland's minister"), -1 for none. */
  inside: number;
  sentence: number;
  paragraph: number;
  quotation: number;
  /** Followed by 's or a possessive pronoun. */
  possessive: boolean;
  grammar: "subject" | "object" | "oblique";
}

/** The expressions of a document, in text order, and the index by first token that the later steps use. */
export interface Mentions {
  tokens: Token[];
  list: Mention[];
  /** Mentions of each sentence, in text order. */
  bySentence: Map<number, Mention[]>;
  /** Outermost mention that begins at a token. */
  startingAt: Map<number, Mention>;
  /** Outermost mention that holds a token. */
  covering: Map<number, Mention>;
}
