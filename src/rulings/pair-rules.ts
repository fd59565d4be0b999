/** From rulings on pairs, speakers and points to what merging and comparing must heed. */
import type { Constraints, PairRule } from "../model.ts";
import { idOf, type Laid, type Layer } from "./overlay.ts";

/** Two that belong together, or that don't. */
interface Bond {
  laid: Laid;
  pair: [string, string];
  joins: boolean;
  /** Which of two statements that don't leaves, alone. */
  out: string | null;
}

/** @param standing rulings that were not undone, in order; their statements are found already */
export function pairRules(layer: Layer, standing: readonly Laid[]): Constraints {
  const ofStatements: Bond[] = [];
  const ofSpeakers: Bond[] = [];
  const names: Constraints["names"] = [];
  const sides: Constraints["sides"] = [];
  const relations: Constraints["relations"] = [];
  const questions: Constraints["questions"] = [];
  for (const laid of standing) {
    const { ruling } = laid;
    switch (ruling.action) {
      case "check":
      case "note":
        if (ruling.target.type === "article") layer.article(laid, ruling.target);
        else if (ruling.target.type === "mention") layer.mention(laid, ruling.target);
        else if (ruling.target.type === "point") layer.point(laid, ruling.target);
        else if (ruling.target.type === "mentions")
          for (const one of ruling.target.pair) layer.mention(laid, one);
        else if (ruling.target.type === "statements")
          for (const one of ruling.target.pair) layer.statement(laid, one, false);
        break;
      case "set-name":
      case "set-side": {
        const speaker = layer.mention(laid, ruling.target);
        if (!speaker) break;
        if (ruling.action === "set-name")
          names.push({ ruling: ruling.id, speaker: speaker.id, name: ruling.value.name });
        else sides.push({ ruling: ruling.id, speaker: speaker.id, side: ruling.value.side });
        layer.set(laid, `${speaker.id} ${ruling.action}`, ruling.value);
        break;
      }
      case "same-speaker":
      case "not-same-speaker": {
        const [a, b] = ruling.target.pair.map((one) => layer.mention(laid, one));
        const joins = ruling.action === "same-speaker";
        if (a && b) ofSpeakers.push({ laid, pair: [a.id, b.id], joins, out: null });
        break;
      }
      case "same-point":
      case "set-relation": {
        // Found once more, in the target's order: those that had to be put back are there now.
        laid.found = [];
        const [a, b] = ruling.target.pair.map((one) => layer.claimant(laid, one));
        if (!a || !b) break;
        ofStatements.push({ laid, pair: [idOf(a), idOf(b)], joins: true, out: null });
        const pair = sorted(idOf(a), idOf(b));
        if (ruling.action === "set-relation" && pair[0] !== pair[1]) {
          const { verdict, code, text } = ruling.value;
          relations.push({ ruling: ruling.id, pair, verdict, code, text });
          layer.set(laid, `${pair.join(" ")} relation`, verdict);
        }
        break;
      }
      case "not-same-point": {
        const [a, b] = ruling.target.pair.map((one) => layer.claimant(laid, one));
        if (!a || !b) break;
        const { out } = ruling.value;
        ofStatements.push({
          laid,
          pair: [idOf(a), idOf(b)],
          joins: false,
          out: out === null ? null : idOf([a, b][out]!),
        });
        break;
      }
      case "set-question": {
        const statements = layer.point(laid, ruling.target);
        const { question } = ruling.value;
        if (statements.length > 0)
          questions.push({ ruling: ruling.id, point: ruling.target.id, statements, question });
        break;
      }
    }
  }
  const points = settle(ofStatements);
  const people = settle(ofSpeakers);
  const standingBonds = new Set([...points.same, ...points.apart]);
  const contradicted = new Set(
    standing.filter(({ status }) => status === "contradicted").map(({ ruling }) => ruling.id),
  );
  const stands = ({ ruling }: { ruling: string }) => !contradicted.has(ruling);
  return {
    // Of two names for one mention the later stands.
    names: names.filter(stands),
    sides: sides.filter(stands),
    sameSpeaker: people.same.map(ruleOf),
    notSameSpeaker: people.apart.map(ruleOf),
    bonds: ofStatements
      .filter(({ pair }) => pair[0] !== pair[1])
      .map((bond) => ({
        ...ruleOf(bond),
        joins: bond.joins,
        out: bond.out,
        stands: standingBonds.has(bond),
      })),
    relations: relations.filter(stands),
    questions,
  };
}

const sorted = (a: string, b: string): [string, string] => (a < b ? [a, b] : [b, a]);
const ruleOf = ({ laid, pair }: Bond): PairRule => ({ ruling: laid.ruling.id, pair });

/**
 * Bonds that can all hold: the latest first, an earlier one that they rule out (also by way of others) is contradicted.
 * What is joined and parted at once in two different rulings is decided by the later.
 * @param bonds in the order of their rulings
 */
function settle(bonds: readonly Bond[]): { same: Bond[]; apart: Bond[] } {
  const root = new Map<string, string>();
  const find = (id: string): string => {
    const up = root.get(id);
    return up === undefined ? id : find(up);
  };
  const kept: { same: Bond[]; apart: Bond[] } = { same: [], apart: [] };
  const parted = () => kept.apart.map(({ pair }) => pair.map(find) as [string, string]);
  for (const bond of [...bonds].reverse()) {
    const [a, b] = bond.pair.map(find) as [string, string];
    if (bond.joins) {
      if (parted().some(([x, y]) => (x === a && y === b) || (x === b && y === a)))
        bond.laid.status = "contradicted";
      else {
        const [first, second] = sorted(a, b);
        if (a !== b) root.set(second, first);
        if (bond.pair[0] !== bond.pair[1]) kept.same.push(bond);
      }
    } else if (a === b) bond.laid.status = "contradicted";
    else kept.apart.push(bond);
  }
  return { same: kept.same.reverse(), apart: kept.apart.reverse() };
}
