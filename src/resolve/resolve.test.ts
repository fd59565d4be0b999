import { describe, expect, test } from "vitest";
import { segment } from "../segment/segment.ts";
import { byHand, holdersOf } from "./by-hand.ts";
import {
  type Case,
  NAMES,
  OTHERS,
  PLURALS,
  PRONOUNS,
  QUOTATIONS,
  RELATIVES,
  ROLES,
} from "./cases.test-data.ts";
import { resolveDocument } from "./document.ts";

function holders(text: string, keys: string[]): Record<string, string> {
  const { doc, ids } = byHand(text, segment);
  const article = resolveDocument(doc);
  return Object.fromEntries(keys.map((key) => [key, holdersOf(article, ids.get(key)!) || "?"]));
}

const tables: [string, Case[]][] = [
  ["names", NAMES],
  ["titles, roles and descriptions", ROLES],
  ["pronouns", PRONOUNS],
  ["relatives", RELATIVES],
  ["plurals", PLURALS],
  ["bodies, groups, documents, the unnamed", OTHERS],
  ["quotations and nesting", QUOTATIONS],
];

for (const [name, cases] of tables) {
  describe(name, () => {
    test.each(cases)("%s: %s", (_, text, expected) => {
      expect(holders(text, Object.keys(expected))).toEqual(expected);
    });
  });
}
