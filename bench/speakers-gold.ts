/** From gold texts to what the resolver takes: the article, spans counted in it, statements without holders. */
import { readFileSync } from "node:fs";
import { hashId } from "../src/id.ts";
import { fromText } from "../src/ingest/text.ts";
import {
  type ArticleSource,
  type Span,
  STATEMENT_ROLES,
  type Statement,
  type StatementRole,
} from "../src/model.ts";
import { passages } from "../src/span.ts";
import type { GoldStatement, GoldText } from "./own-gold.ts";
import { documentOf } from "./speakers-fresh.ts";

/** The texts are plain: no reader of formats is needed, nor a process for one. */
export function sourceOf(text: GoldText, fresh: boolean): ArticleSource {
  const file = readFileSync(text.file, "utf8");
  return fromText(fresh ? documentOf(file) : file, { input: text.file, path: text.file }).article;
}

/** The gold with its spans counted in the article's text. */
export function moved(text: GoldText, article: Pick<ArticleSource, "text">): GoldText {
  const shift = text.text.indexOf(article.text);
  if (shift < 0) throw new Error(`${text.name}: ingest gives another text`);
  const move = (s: Span): Span => ({ start: s.start - shift, end: s.end - shift });
  return {
    ...text,
    text: article.text,
    negatives: text.negatives.map(move),
    statements: text.statements.map((s) => ({
      ...s,
      ...Object.fromEntries(STATEMENT_ROLES.map((role) => [role, s[role].map(move)])),
    })) as GoldStatement[],
  };
}

/** The gold's statements as `attribute` would give them, without holders. */
export function attributed(gold: GoldText, article: ArticleSource): Statement[] {
  const id = (own: string) => hashId("s", article.id, own);
  return gold.statements.map((s) => ({
    ...s,
    ...(Object.fromEntries(STATEMENT_ROLES.map((role) => [role, passages(article.text, s[role])])) as Pick<
      Statement,
      StatementRole
    >),
    id: id(s.id),
    parent: s.parent === null ? null : id(s.parent),
    speakers: [],
    via: [],
    speakerScore: null,
    guess: null,
    saidAt: null,
    score: 1,
  }));
}
