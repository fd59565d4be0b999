/** The statements of the own set as the rules see them: made of gold spans, without a model. */
import { readFileSync } from "node:fs";
import { type Page, page } from "../src/attribute/page.ts";
import { endOf, makeStatement, startOf } from "../src/attribute/statement.ts";
import { turnStatements } from "../src/attribute/turns.ts";
import type { Article, Statement } from "../src/model.ts";
import { segment } from "../src/segment/segment.ts";
import type { GoldStatement, GoldText } from "./own-gold.ts";

interface OwnStatements {
  page: Page;
  /** By gold, each with its parent. */
  made: Map<GoldStatement, Statement>;
  /** In text order, parents before what they hold. */
  ordered: Statement[];
}

/**
 * @param fill sets what else is known of a statement; `turn` is the transcript's turn that it is, or null
 */
export function ownStatements(
  text: GoldText,
  fill: (page: Page, statement: Statement, gold: GoldStatement, turn: Statement | null) => void,
): OwnStatements {
  const kind =
    /^kind: *["']?(report|transcript|readout)/m.exec(readFileSync(text.file, "utf8"))?.[1] ?? "report";
  const whole = page({
    ...segment({ id: text.name, text: text.text, kind } as Article),
    marks: [],
    links: [],
    inner: { marks: [], links: [] },
    acts: null,
    states: null,
  });
  const made = new Map(text.statements.map((g) => [g, makeStatement(text.name, text.text, g, 1)]));
  const byId = new Map([...made].map(([g, s]) => [g.id, s.id]));
  const turns = turnStatements(whole);
  for (const [g, s] of made) {
    s.parent = g.parent ? (byId.get(g.parent) ?? null) : null;
    const turn = turns.find((t) => s.cue.length === 0 && t.content[0]?.start === s.content[0]?.start);
    fill(whole, s, g, turn ?? null);
  }
  const ordered = [...made.values()].sort(
    (a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a) || (a.parent === null ? -1 : 1),
  );
  return { page: whole, made, ordered };
}
