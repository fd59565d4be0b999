/** What becomes of rulings made on one reading of documents when they are laid over another: shared by the benches of rulings. */
import type { Article, Ruling, Statement, StatementTarget } from "../src/model.ts";
import { Desk } from "../src/rulings/desk.ts";
import { overlay, REJECTED } from "../src/rulings/overlay.ts";
import { anchorStatement } from "../src/rulings/statement-target.ts";
import { overlaps } from "../src/span.ts";

const statementsOf = (articles: readonly Article[]) =>
  new Map(articles.flatMap((a) => a.statements.map((s) => [s.id, s] as const)));

/** True where what was ruled shows in the articles. */
function isDone(
  ruling: Ruling,
  statements: ReadonlyMap<string, Statement>,
  articles: readonly Article[],
): boolean {
  const found = ruling.found.map((id) => statements.get(id));
  const [one] = found;
  switch (ruling.action) {
    case "reject":
      return !one && articles.some((a) => (a.rejected ?? []).some((s) => s.id === ruling.found[0]));
    case "set-act":
      return one?.act === ruling.value.act;
    case "set-form":
      return one?.form === ruling.value.form;
    case "set-kind":
      return one?.kind === ruling.value.kind;
    case "set-spans":
      return one?.content.map((p) => p.text).join() === ruling.value.passages.map((p) => p.exact).join();
    case "add-statement":
      return one?.content.map((p) => p.text).join() === ruling.target.passages.map((p) => p.exact).join();
    case "set-speaker": {
      const home = articles.find((a) => a.id === ruling.target.article);
      const names = one?.speakers.map((id) => home?.speakers.find((s) => s.id === id));
      return names?.length === 1 && names[0] !== undefined;
    }
    case "set-metadata":
      return articles.some((a) => a.id === ruling.found[0] && a.outlet === ruling.value.outlet);
    case "accept":
    case "check":
    case "same-point":
    case "set-relation":
      return found.every((s) => s !== undefined) && found.length > 0;
    default:
      return ruling.found.length > 0;
  }
}

/** True where a statement was found that shares not a word of its content or cue with the one that was ruled on. */
function isStrange(ruling: Ruling, statements: ReadonlyMap<string, Statement>): boolean {
  if (ruling.target.type !== "statement" || ruling.status === "orphaned") return false;
  const one = statements.get(ruling.found[0] ?? "");
  if (!one) return false;
  const meant = ruling.target.passages.map(({ start, exact }) => ({ start, end: start + exact.length }));
  return ![...one.content, ...one.cue].some((p) => meant.some((span) => overlaps(p, span)));
}

/** The statements that a ruling is on. */
function statementsIn({ target }: Ruling): StatementTarget[] {
  if (target.type === "statement") return [target];
  if (target.type === "statements") return target.pair;
  return target.type === "point" ? target.statements : [];
}

/**
 * How far what is ruled on is there in the other reading itself, however the ruling then stands: `there`, `put back` from the
 * ruling's words, `words only` (the text has them, no statement does; the ruling has nothing to do). null where it is on no statement.
 */
function place(ruling: Ruling, desks: ReadonlyMap<string, Desk>): string | null {
  const targets = statementsIn(ruling);
  if (targets.length === 0 || ruling.action === "add-statement" || ruling.status === "orphaned") return null;
  const there = targets.filter((target) => {
    const desk = desks.get(target.article);
    const least = ruling.action === "reject" ? REJECTED : undefined;
    return desk && anchorStatement(desk.article.text, desk.entries, target, least);
  });
  if (there.length === targets.length) return "there";
  return ruling.found.length === targets.length ? "put back" : "words only";
}

/** Evidence of a ruling in words, for those that were not found. */
function wordsOf(ruling: Ruling): string {
  const { target, action } = ruling;
  if (target.type === "mention") return `${action}: ${target.name}`;
  if (target.type === "mentions") return `${action}: ${target.pair.map((one) => one.name).join(", ")}`;
  const words = statementsIn(ruling).map((one) => one.passages.map((p) => p.exact).join(" … "));
  return `${action}: ${words.join(" / ")}`;
}

/** What becomes of rulings made on the one reading when they are laid over the other, by kind. */
export function carried(from: readonly Article[], onto: readonly Article[], made: readonly Ruling[]) {
  const own = overlay(from, made);
  const there = overlay(onto, made);
  const statements = statementsOf(there.articles);
  const desks = new Map(onto.map((article) => [article.id, new Desk(article)]));
  const kinds: Record<string, Record<string, number>> = {};
  const places: Record<string, number> = {};
  for (const ruling of there.rulings) {
    const kind = kinds[ruling.action] ?? { all: 0 };
    kinds[ruling.action] = kind;
    const add = (name: string) => {
      kind[name] = (kind[name] ?? 0) + 1;
    };
    kind.all!++;
    add(ruling.status ?? "none");
    if (ruling.status !== "orphaned" && isDone(ruling, statements, there.articles)) add("done");
    if (isStrange(ruling, statements)) add("strange");
    const where = ruling.status === "contradicted" ? null : place(ruling, desks);
    if (where) places[where] = (places[where] ?? 0) + 1;
  }
  const ids = (articles: readonly Article[]) => new Set(statementsOf(articles).keys());
  const [a, b] = [ids(from), ids(onto)];
  const known = new Set(from.flatMap((x) => x.speakers.map((s) => s.id)));
  const kept = onto.flatMap((x) => x.speakers).filter((s) => known.has(s.id)).length;
  const count = (rulings: readonly Ruling[], status: string) =>
    rulings.filter((r) => r.status === status).length;
  const tally = (rulings: readonly Ruling[]) =>
    Object.fromEntries(
      ["applied", "reanchored", "orphaned", "contradicted"].map((status) => [status, count(rulings, status)]),
    );
  const after = tally(there.rulings);
  return {
    statements: { before: a.size, after: b.size, "of the same id": [...a].filter((id) => b.has(id)).length },
    speakers: { before: known.size, after: onto.flatMap((x) => x.speakers).length, "of the same id": kept },
    rulings: made.length,
    lost: made.filter((r) => !there.rulings.some((x) => x.id === r.id)).length,
    "under their own": tally(own.rulings),
    "under the other": after,
    "applied or reanchored, %": Math.round((1000 * (after.applied! + after.reanchored!)) / made.length) / 10,
    "what is ruled on in the other reading": places,
    orphaned: there.rulings.filter((r) => r.status === "orphaned").map(wordsOf),
    kinds,
  };
}
