/** Where statements and points stand, out of the store's word for it and the rulings that touch them. */
import type { Point, Ruling, RulingAction } from "../model.ts";
import type { Checking as StoredChecking } from "../store/store.ts";
import type { Checking } from "./contract.ts";
import type { Digest, PointDigest } from "./digest.ts";
import { standingRulings, touched } from "./standing.ts";

/** What is done to a point by way of its statements. */
const OF_POINTS: readonly RulingAction[] = ["same-point", "not-same-point", "set-relation", "set-question"];

/** True, false or null (left open) where a ruling says whether its target is right; undefined where it says neither. */
function judgement(ruling: Ruling): boolean | null | undefined {
  if (ruling.action === "accept") return true;
  if (ruling.action === "reject") return false;
  return ruling.action === "check" ? ruling.value.right : undefined;
}

/** People's last words on a thing, one each: disputed where they differ. */
function isDisputed(rulings: readonly Ruling[]): boolean {
  const last = new Map<string | null, boolean>();
  for (const r of rulings) {
    const right = judgement(r);
    if (right !== undefined && right !== null) last.set(r.by, right);
  }
  return new Set(last.values()).size > 1;
}

/** A statement's standing, with its notes and rulings. */
export function statementChecking(digest: Digest, id: string, stored: StoredChecking): Checking {
  const rulings = (standingRulings(digest).of.get(id) ?? []).filter(
    (r) => !OF_POINTS.includes(r.action) && r.target.type !== "point",
  );
  const added = stored.status !== "rejected" && rulings.some((r) => r.action === "add-statement");
  const status = isDisputed(rulings) ? "disputed" : added ? "added" : stored.status;
  return { status, by: stored.by, at: stored.at, ...about(rulings) };
}

/**
 * A point's: as people judged it last, else corrected where they merged, split, related or asked anew, else checked
 * where all its attributions are.
 */
export function pointChecking(
  digest: Digest,
  point: Pick<PointDigest, "statements">,
  tally: { done: number; total: number },
): Checking {
  const { of } = standingRulings(digest);
  const own = new Set(point.statements);
  const found = new Map<string, Ruling>();
  for (const id of own)
    for (const r of of.get(id) ?? [])
      if (r.target.type === "point" ? mostly(r, own) : OF_POINTS.includes(r.action)) found.set(r.id, r);
  const rulings = digest.rulings.map((r) => r.ruling).filter((r) => found.has(r.id));
  const judged = rulings.filter((r) => typeof judgement(r) === "boolean").at(-1);
  const last = judged ?? rulings.filter((r) => OF_POINTS.includes(r.action)).at(-1) ?? null;
  const status = isDisputed(rulings)
    ? "disputed"
    : judged
      ? judgement(judged)
        ? "checked"
        : "rejected"
      : last
        ? "corrected"
        : tally.total > 0 && tally.done === tally.total
          ? "checked"
          : "machine";
  return { status, by: last?.by ?? null, at: last?.at ?? null, ...about(rulings) };
}

/**
 * True where a person has written the point's question anew: whether an answer is a yes was worked out for another one. Where comparing found
 * it to be the same in other writing, the answers have kept their yes and no.
 */
export function isAskedAnew(
  digest: Digest,
  { rulings }: Pick<Checking, "rulings">,
  { positions }: Pick<Point, "positions">,
): boolean {
  const own = new Set(rulings);
  const open = positions.every(({ stance }) => stance === "other");
  return digest.rulings.some(
    ({ ruling: { id, action, status } }) =>
      action === "set-question" && own.has(id) && (open || status === null),
  );
}

/** True where most of the statements that a ruling names a point by are in this one. */
function mostly(ruling: Ruling, own: ReadonlySet<string>): boolean {
  const ids = touched(ruling);
  return ids.filter((id) => own.has(id)).length * 2 > ids.length;
}

function about(rulings: readonly Ruling[]): Pick<Checking, "notes" | "rulings"> {
  return {
    notes: rulings
      .filter((r) => r.note !== null && r.note !== "")
      .map((r) => ({ by: r.by, at: r.at, text: r.note! })),
    rulings: rulings.map((r) => r.id),
  };
}
