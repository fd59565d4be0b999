/** Corrections drawn by chance, of the kinds that people make most, for what must hold after any of them. */
import type { Article, Ruling } from "../src/model.ts";
import { describeMention } from "../src/rulings/mention-target.ts";
import { newRuling, type RulingParts } from "../src/rulings/new-ruling.ts";
import { describeStatement } from "../src/rulings/statement-target.ts";

const ACTS = ["deny", "promise", "assert", "warn"] as const;

/** The `n`th correction of a row, the same for the same articles and numbers from `next` (0..1). */
export function randomRuling(articles: readonly Article[], n: number, next: () => number): Ruling {
  const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)]!;
  const some = () => {
    const article = pick(articles.filter((one) => one.statements.length > 0 && one.speakers.length > 0));
    return { article, statement: pick(article.statements), speaker: pick(article.speakers) };
  };
  const [a, b] = [some(), some()];
  const target = describeStatement(a.article, a.statement);
  const other = describeStatement(b.article, b.statement);
  const mention = describeMention(a.article, a.speaker);
  const pair = { type: "mentions", pair: [mention, describeMention(b.article, b.speaker)] };
  const statements = { type: "statements", pair: [target, other] };
  const article = { type: "article", id: a.article.id, title: a.article.title, outlet: a.article.outlet };
  const kinds = [
    { action: "reject", target, value: null },
    { action: "set-act", target, value: { act: pick(ACTS), negated: next() < 0.2 } },
    { action: "set-form", target, value: { form: next() < 0.5 ? "direct" : "indirect" } },
    {
      action: "set-speaker",
      target,
      value: { speakers: [{ name: b.speaker.name, kind: b.speaker.kind, mention: null }] },
    },
    { action: "same-speaker", target: pair, value: null },
    { action: "not-same-speaker", target: pair, value: null },
    { action: "set-side", target: mention, value: { side: pick(["Engineers", "Council"]) } },
    { action: "set-name", target: mention, value: { name: `Minister ${pick(["Dahlmo", "Orsik", "Ruiz"])}` } },
    { action: "same-point", target: statements, value: null },
    { action: "not-same-point", target: statements, value: { out: next() < 0.5 ? null : 0 } },
    {
      action: "set-metadata",
      target: article,
      value: { publishedAt: `2031-05-${10 + Math.floor(next() * 9)}` },
    },
  ];
  const at = `2031-06-12T${String(8 + Math.floor(n / 60)).padStart(2, "0")}:${String(n % 60).padStart(2, "0")}:00Z`;
  return newRuling({ by: "A. Reader", at, note: null, ...pick(kinds) } as RulingParts);
}
