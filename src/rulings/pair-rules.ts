/** From rulings on pairs, speakers and points to what merging and comparing must heed. */
import type { Constraints, PairRule } from "../model.ts";
import type { Entry } from "./desk.ts";
import type { Laid, Layer } from "./overlay.ts";

type Pending = Omit<Constraints, "together" | "apart" | "relations" | "questions">;
interface Bond {
  laid: Laid;
  pair: [string, string];
}

/** @param standing rulings that were not undone, in order; their statements are found already */
export function pairRules(layer: Layer, standing: readonly Laid[]): Constraints {
  const speakers: Pending = { sameSpeaker: [], notSameSpeaker: [], names: [], sides: [] };
  const bonds: { same: Bond[]; apart: (Bond & { out: string | null })[] } = { same: [], apart: [] };
  const people: { same: Bond[]; apart: Bond[] } = { same: [], apart: [] };
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
          speakers.names.push({ ruling: ruling.id, speaker: speaker.id, name: ruling.value.name });
        else speakers.sides.push({ ruling: ruling.id, speaker: speaker.id, side: ruling.value.side });
        layer.set(laid, `${speaker.id} ${ruling.action}`, ruling.value);
        break;
      }
      case "same-speaker":
      case "not-same-speaker": {
        const [a, b] = ruling.target.pair.map((one) => layer.mention(laid, one));
        if (a && b)
          people[ruling.action === "same-speaker" ? "same" : "apart"].push({ laid, pair: [a.id, b.id] });
        break;
      }
      case "same-point":
      case "set-relation": {
        const [a, b] = laid.found as Entry[];
        if (!a || !b) break;
        const pair = sorted(a.statement.id, b.statement.id);
        bonds.same.push({ laid, pair });
        if (ruling.action === "set-relation" && pair[0] !== pair[1]) {
          const { verdict, code, text } = ruling.value;
          relations.push({ ruling: ruling.id, pair, verdict, code, text });
          layer.set(laid, `${pair.join(" ")} relation`, verdict);
        }
        break;
      }
      case "not-same-point": {
        const [a, b] = ruling.target.pair.map((one) => idOfClaimant(layer, laid, one));
        if (!a || !b) break;
        const { out } = ruling.value;
        bonds.apart.push({ laid, pair: sorted(a, b), out: out === null ? null : [a, b][out]! });
        break;
      }
      case "set-question": {
        const statements = layer.point(laid, ruling.target).map(({ statement }) => statement.id);
        const { question } = ruling.value;
        if (statements.length > 0) questions.push({ ruling: ruling.id, statements, question });
        break;
      }
    }
  }
  const order = new Map(standing.map((laid, n) => [laid, n]));
  const points = settle(bonds, order);
  const merged = settle(people, order);
  const stands = (id: string) => standing.find(({ ruling }) => ruling.id === id)!.status !== "contradicted";
  return {
    ...speakers,
    // Of two names for one mention the later stands.
    names: speakers.names.filter(({ ruling }) => stands(ruling)),
    sides: speakers.sides.filter(({ ruling }) => stands(ruling)),
    sameSpeaker: merged.same.map(ruleOf),
    notSameSpeaker: merged.apart.map(ruleOf),
    together: points.same.map(ruleOf),
    apart: points.apart.map((bond) => ({ ...ruleOf(bond), out: bond.out })),
    relations: relations.filter(({ ruling }) => stands(ruling)),
    questions,
  };
}

const sorted = (a: string, b: string): [string, string] => (a < b ? [a, b] : [b, a]);
const ruleOf = ({ laid, pair }: Bond): PairRule => ({ ruling: laid.ruling.id, pair });

/** A statement's id now; one of the document's own voice, which is made when comparing, keeps the id it had. */
function idOfClaimant(layer: Layer, laid: Laid, target: Parameters<Layer["statement"]>[1]): string | null {
  const before = laid.found.length;
  const entry = layer.statement(laid, target, false);
  if (entry) return entry.statement.id;
  if (!target.id.startsWith("n_") || laid.status === "orphaned") return null;
  if (laid.found.length === before) laid.found.push(target.id);
  return target.id;
}

/**
 * Bonds that can all hold: the latest first, an earlier one that they rule out (also by way of others) is contradicted.
 * What is joined and parted at once in two different rulings is decided by the later.
 */
function settle<A extends Bond>(
  { same, apart }: { same: Bond[]; apart: A[] },
  order: ReadonlyMap<Laid, number>,
): { same: Bond[]; apart: A[] } {
  const root = new Map<string, string>();
  const find = (id: string): string => {
    const up = root.get(id);
    return up === undefined ? id : find(up);
  };
  const kept: { same: Bond[]; apart: A[] } = { same: [], apart: [] };
  const parted = () => kept.apart.map(({ pair }) => pair.map(find) as [string, string]);
  const all = [
    ...same.map((bond) => ({ bond, joins: true as const })),
    ...apart.map((bond) => ({ bond, joins: false as const })),
  ].sort((x, y) => order.get(y.bond.laid)! - order.get(x.bond.laid)!);
  for (const one of all) {
    const [a, b] = one.bond.pair.map(find) as [string, string];
    if (one.joins) {
      if (parted().some(([x, y]) => (x === a && y === b) || (x === b && y === a)))
        one.bond.laid.status = "contradicted";
      else {
        const [first, second] = sorted(a, b);
        if (a !== b) root.set(second, first);
        if (one.bond.pair[0] !== one.bond.pair[1]) kept.same.push(one.bond);
      }
    } else if (a === b) one.bond.laid.status = "contradicted";
    else kept.apart.push(one.bond);
  }
  return { same: kept.same.reverse(), apart: kept.apart.reverse() };
}
