/**
 * What "it", "this", "so", "the denial", "these statements" in a content stand for, where that is plain. Rules read the shape
 * (`anaphor.ts`) and propose the nearest thing of the right kind (`antecedent.ts`); a trained ranker weighs it with all else
 * that stands before, and with nothing (`referent-ranker.ts`).
 */
import type { Act, Passage, Statement } from "../model.ts";
import { contains } from "../span.ts";
import { type Anaphor, anaphorOf } from "./anaphor.ts";
import {
  claimBefore,
  headBefore,
  isTurn,
  newThingBefore,
  type Place,
  saidBefore,
  toldBefore,
} from "./antecedent.ts";
import type { Page } from "./page.ts";
import { pointerOf } from "./pointer.ts";
import { candidatesOf } from "./referent-candidates.ts";
import type { Scene } from "./referent-features.ts";
import { chooseReferent } from "./referent-ranker.ts";

/** Statements to look back over; further off it is no longer plain. */
const LOOK_BACK = 24;

/** Acts that answer a claim, and those that answer somebody else's. */
const ANSWERS: ReadonlySet<Act> = new Set(["deny", "reject", "confirm", "accept", "doubt", "decline"]);
const OPPOSED: ReadonlySet<Act> = new Set(["deny", "reject", "doubt", "accept"]);

/**
 * Fills `refersTo` of the statements, which stand in text order with parents before what they hold. Statements that
 * have one already keep it.
 */
export function resolveReferences(
  page: Page,
  statements: Statement[],
  choose: (scene: Scene) => Passage[] = chooseReferent,
): void {
  const byId = new Map(statements.map((s) => [s.id, s]));
  statements.forEach((statement, index) => {
    const earlier = before(statements, index, byId);
    if (statement.refersTo.length > 0) {
      statement.refersTo = behind(statement.refersTo, earlier);
      return;
    }
    const anaphor = anaphorOf(page, statement);
    const pointer = pointerOf(page, statement, anaphor);
    if (!pointer) return;
    const holders: Statement[] = [];
    for (let up = statement.parent; up; up = byId.get(up)?.parent ?? null) {
      const holder = byId.get(up);
      if (holder) holders.push(holder);
    }
    const ruled = anaphor ? referent(page, statement, anaphor, earlier, holders) : [];
    const candidates = candidatesOf(page, statement, pointer, earlier, ruled);
    const found = choose({ page, statement, pointer, candidates, ruled, holders });
    statement.refersTo = found;
    // "had accepted (Mr. Putin’s denial)": what the denial stands for is what was accepted.
    const parent = statement.parent ? byId.get(statement.parent) : undefined;
    if (
      parent &&
      pointer.shape === "said" &&
      statement.content.length === 0 &&
      found.length > 0 &&
      parent.refersTo.length === 0 &&
      isOnly(page, parent, statement)
    )
      parent.refersTo = found;
  });
}

/** Statements before this one, latest first, without those around it. */
function before(statements: Statement[], index: number, byId: Map<string, Statement>): Statement[] {
  const statement = statements[index]!;
  const around = new Set<string>();
  for (let up = statement.parent; up; up = byId.get(up)?.parent ?? null) around.add(up);
  const out: Statement[] = [];
  for (let i = index - 1; i >= 0 && out.length < LOOK_BACK; i--) {
    const other = statements[i]!;
    if (!around.has(other.id) && other.content.length > 0) out.push(other);
  }
  return out;
}

/** "Is that still so?" "It is.": what the question's own "that" stands for. */
function behind(refersTo: Passage[], earlier: readonly Statement[]): Passage[] {
  const asked = earlier.find(
    (s) =>
      s.refersTo.length > 0 &&
      s.content.length === 1 &&
      s.content[0]!.text.length < 8 &&
      refersTo.some((r) => contains(r, s.content[0]!)),
  );
  return asked ? asked.refersTo : refersTo;
}

function referent(
  page: Page,
  statement: Statement,
  anaphor: Anaphor,
  earlier: Statement[],
  around: readonly Statement[],
): Passage[] {
  const holders = around.filter((h) => !isTurn(page, h));
  // In somebody's quotation his own words are meant, not the narrator's.
  const quoted = holders.filter((h) => h.form !== "indirect");
  const place: Place = { page, statement, at: anaphor.at, earlier, quoted: quoted[0]?.content ?? [] };
  switch (anaphor.kind) {
    case "claim": {
      const line = statement.content.map((c) => c.text.toLowerCase()).join(" ");
      return claimBefore(place, {
        clause: /\b(?:so|otherwise|as much)$/.test(line) || line === "" || /^(?:this|that) /.test(line),
        told:
          (holders.length === 0 || quoted.length > 0) &&
          (ANSWERS.has(statement.act) || statement.kind === "belief" || line !== "it"),
        others: OPPOSED.has(statement.act) || /\b(?:otherwise|not so)$/.test(line),
      });
    }
    case "said":
      return saidBefore(place, anaphor.noun, anaphor.owned);
    case "relative":
      return headBefore(place);
    case "apposition":
      return toldBefore(place);
    case "one":
      return newThingBefore(place);
    case "thing":
      return [];
  }
}

function isOnly(page: Page, parent: Statement, inner: Statement): boolean {
  const words = parent.content.flatMap((c) => page.within(c)).filter((w) => w.lexical).length;
  const own = [...inner.source, ...inner.cue].flatMap((c) => page.within(c)).filter((w) => w.lexical).length;
  return words <= own + 2;
}
