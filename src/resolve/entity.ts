import type { SpeakerKind } from "../model.ts";
import type { Gender, Mention } from "./mention.ts";

/** Somebody or something that a document speaks of, with the mentions found so far. */
export interface Entity {
  id: number;
  /** `place`: a country or town, which speaks as a body; null where nothing shows it yet. */
  type: SpeakerKind | "place" | null;
  /** What titles, nouns and bound pronouns show. */
  gender: Gender;
  /** What pronouns followed to it so far say; soft, since one of them may have been followed wrongly. */
  bound: { m: number; f: number };
  /** What the given name suggests. */
  weakGender: Gender;
  plural: boolean;
  /** Names as written, without titles. */
  names: Set<string>;
  /** Descriptions and titled names that tell a role, by mention id. */
  roles: Mention[];
  /** Mention ids in text order. */
  mentions: number[];
  /** Key of its country, from titles, complements and demonyms. */
  country: string | null;
  /** Entity id of the body that it works or speaks for, -1 where unknown. */
  body: number;
  /** Roles told outside of noun phrases: labels in brackets, "who leads the council". */
  told: string[];
  /** Head nouns and content words of its roles and titles, lower case. */
  heads: Set<string>;
  words: Set<string>;
  /** Words that describe it where no mention does, and where they stand. */
  label: { text: string; start: number; words?: string[] } | null;
  /** For entities known before the text: the side of the front matter, labels of a transcript. */
  given: boolean;
}

/** A new entity without anything known. */
export function newEntity(id: number, type: Entity["type"]): Entity {
  return {
    id,
    type,
    gender: null,
    bound: { m: 0, f: 0 },
    weakGender: null,
    plural: false,
    names: new Set(),
    roles: [],
    mentions: [],
    country: null,
    body: -1,
    told: [],
    heads: new Set(),
    words: new Set(),
    label: null,
    given: false,
  };
}

const EMPTY = new Set(
  "the a an of for to and his her its their our my both two three other only former then new old late 's said".split(
    " ",
  ),
);

/** Content words of a description: "the Kestrian foreign minister" → foreign, minister. */
export function roleWords(mention: Mention): string[] {
  return [...mention.modifiers, mention.head].filter((word) => !EMPTY.has(word) && !/^\d/.test(word));
}
