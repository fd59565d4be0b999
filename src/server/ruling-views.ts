import type { Ruling, RulingTarget, StatementTarget } from "../model.ts";
import type { RulingRow } from "../store/store.ts";
import type { RulingView } from "./contract.ts";
import type { Digest } from "./digest.ts";
import { standingRulings, touched } from "./standing.ts";

/** Rows of the history as the API shows them. */
export function rulingViews(digest: Digest, rows: readonly RulingRow[]): RulingView[] {
  const { undoneBy } = standingRulings(digest);
  const byId = new Map(digest.rulings.map((r, i) => [r.ruling.id, { row: r, sequence: i + 1 }]));
  return rows.map((given) => {
    const known = byId.get(given.ruling.id);
    const ruling = known?.row.ruling ?? given.ruling;
    const ids = ruling.status === "orphaned" ? [] : touched(ruling);
    return {
      ruling,
      sequence: known?.sequence ?? 0,
      undone: undoneBy.has(ruling.id),
      undoneBy: undoneBy.get(ruling.id) ?? null,
      summary: summaryWith(ruling, (id) => byId.get(id)?.row.ruling),
      words: wordsOf(ruling.target),
      statements: ids.filter((id) => digest.statements.has(id)),
      articles: [
        ...new Set([...ids.filter((id) => digest.documentOf.has(id)), ...articlesOf(ruling.target)]),
      ],
    };
  });
}

/** The same of an undo, by what it takes back in the end: the undo of an undo brings it back. */
function summaryWith(ruling: Ruling, find: (id: string) => Ruling | undefined): string {
  let at = ruling;
  let undos = 0;
  while (at.target.type === "ruling") {
    undos++;
    const next = find(at.target.id);
    if (!next) break;
    at = next;
  }
  if (undos === 0 || at.target.type === "ruling") return summaryOf(at);
  return `${undos % 2 === 1 ? "Undone" : "Redone"}: ${summaryOf(at)}`;
}

/** The pairs of one move follow each other by so much at most, in ms. */
const CLOSE_MS = 5;

/** How many corrections people made, a move of many pairs being one, and how many of them were taken back. */
export function countCorrections(digest: Digest): { made: number; undone: number } {
  const { undoneBy } = standingRulings(digest);
  let before: Ruling | null = null;
  let made = 0;
  let undone = 0;
  for (const { ruling } of digest.rulings) {
    const isNext: boolean =
      before !== null &&
      (ruling.target.type === "statements" || ruling.target.type === "mentions") &&
      before.action === ruling.action &&
      before.by === ruling.by &&
      Math.abs(Date.parse(before.at ?? "") - Date.parse(ruling.at ?? "")) <= CLOSE_MS;
    before = ruling;
    if (ruling.action === "undo" || isNext) continue;
    made++;
    if (undoneBy.has(ruling.id)) undone++;
  }
  return { made, undone };
}

/** What was done, in a few words. */
function summaryOf(ruling: Ruling): string {
  switch (ruling.action) {
    case "accept":
      return "Found right";
    case "reject":
      return "Rejected: no statement";
    case "check":
      if (ruling.value.right === null) return "Looked at, left open";
      return ruling.value.right ? "Checked: right" : "Checked: wrong";
    case "note":
      return "Note";
    case "add-statement":
      return "Statement added";
    case "set-spans":
      return "Words set";
    case "set-act": {
      const { act, negated } = ruling.value;
      return `Act set to ${act}${negated === null ? "" : negated ? ", negated" : ", not negated"}`;
    }
    case "set-form":
      return `Form set to ${ruling.value.form}`;
    case "set-kind":
      return `Kind set to ${ruling.value.kind}`;
    case "set-speaker": {
      const names = ruling.value.speakers.map((s) => s.name);
      return names.length === 0 ? "Speaker set to not known" : `Speaker set to ${names.join(" and ")}`;
    }
    case "same-speaker":
      return `Merged ${pairOfNames(ruling.target)}`;
    case "not-same-speaker":
      return `Parted ${pairOfNames(ruling.target)}`;
    case "set-name":
      return `${ruling.target.name} named ${ruling.value.name}`;
    case "set-side":
      return ruling.value.side === null
        ? `${ruling.target.name} taken off its side`
        : `${ruling.target.name} put on the side of ${ruling.value.side}`;
    case "same-point":
      return "Put on one point";
    case "not-same-point":
      return "Put on different points";
    case "set-relation":
      return `Relation set to ${ruling.value.verdict}`;
    case "set-question":
      return `Question set to “${ruling.value.question}”`;
    case "set-metadata":
      return `Set of the document: ${Object.keys(ruling.value).join(", ")}`;
    case "undo":
      return "Undone";
  }
}

function pairOfNames({ pair: [a, b] }: { pair: [{ name: string }, { name: string }] }): string {
  return a.name === b.name ? `two mentions of ${a.name}` : `${a.name} and ${b.name}`;
}

const LONGEST = 160;

function wordsOf(target: RulingTarget): string | null {
  switch (target.type) {
    case "statement":
      return statementWords(target);
    case "statements":
      return `${statementWords(target.pair[0])} | ${statementWords(target.pair[1])}`;
    case "mention":
      return target.passage?.exact ?? target.name;
    case "mentions":
      return target.pair.map((m) => m.passage?.exact ?? m.name).join(" | ");
    case "point":
      return target.statements[0] ? statementWords(target.statements[0]) : null;
    case "article":
      return target.title;
    case "ruling":
      return null;
  }
}

/** In text order, as they stand there. */
function statementWords({ passages }: StatementTarget): string {
  const words = [...passages]
    .filter((p) => p.role === "source" || p.role === "cue" || p.role === "content")
    .sort((a, b) => a.start - b.start)
    .map((p) => p.exact)
    .join(" … ");
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST - 1).trimEnd()}…`;
}

function articlesOf(target: RulingTarget): string[] {
  switch (target.type) {
    case "statement":
    case "mention":
      return [target.article];
    case "statements":
    case "mentions":
      return target.pair.map((t) => t.article);
    case "point":
      return target.statements.map((s) => s.article);
    case "article":
      return [target.id];
    case "ruling":
      return [];
  }
}
