/**
 * What people ruled about points: statements that belong together or apart, relations and questions set by hand.
 * Laid over clustering from outside: a table that answers as ruled, groups parted and joined, questions put.
 */
import type { Constraints, Followed, Point, ReasonCode, Relation, RelationVerdict } from "../model.ts";
import type { Claim } from "./claim.ts";
import { type Placed, placed } from "./placing.ts";
import type { Edge, PairTable } from "./table.ts";

export type PointConstraints = Pick<Constraints, "bonds" | "relations" | "questions">;

const USUAL: Record<RelationVerdict, ReasonCode> = {
  agree: "paraphrase",
  conflict: "wording",
  diverge: "wording",
  unclear: "wording",
};

/** Rulings on points, bound to the claims of one comparison. */
export class PointRulings {
  /** Pair results with relations as ruled. */
  readonly table: PairTable;
  /** Pairs that were ruled to be in a relation: for `edges`. */
  readonly edges: Edge[] = [];
  private readonly of = new Map<string, number[]>();
  /** The one claim of a statement that a ruled relation is about. */
  private readonly voice = new Map<string, number>();
  private readonly unmet = new Set<string>();
  private readonly overruled = new Set<string>();

  constructor(
    private readonly claims: readonly Claim[],
    private readonly machine: PairTable,
    private readonly rulings: PointConstraints,
  ) {
    for (const [i, claim] of claims.entries()) {
      const own = this.of.get(claim.statement);
      if (own) own.push(i);
      else this.of.set(claim.statement, [i]);
    }
    this.table = rulings.relations.length === 0 ? machine : this.ruled();
  }

  /** The points with what people put together and apart, each by its claims. */
  place(machine: readonly Placed[]): Placed[] {
    const { bonds, relations } = this.rulings;
    if (bonds.length === 0 && relations.length === 0) return [...machine];
    const { points, unmet, overruled } = placed(machine, bonds, {
      statementOf: (claim) => this.claims[claim]!.statement,
      claimsOf: (statement) => this.speaking(statement),
      closest: (own, others) => this.closest(own, others),
      table: this.machine,
    });
    for (const ruling of unmet) this.unmet.add(ruling);
    for (const ruling of overruled) this.overruled.add(ruling);
    return points.map((point) => {
      const members = this.oneVoice(point.members);
      const related = this.isRelated(members);
      return {
        ...point,
        members,
        reading: related || members.length < point.members.length ? null : point.reading,
      };
    });
  }

  /** True where a ruled relation is about two of these claims. */
  isRelated(members: readonly number[]): boolean {
    const here = new Set(members);
    return this.rulings.relations.some(({ pair }) =>
      pair.every((id) => {
        const voice = this.voice.get(id);
        return voice !== undefined && here.has(voice);
      }),
    );
  }

  /** Puts questions and reasons in people's words. The later of two questions for one point stands. */
  word(points: readonly Point[]): Point[] {
    const texts = new Map<string, string>();
    for (const { pair, text } of this.rulings.relations)
      if (text !== null) texts.set([...pair].sort().join(), text);
    const asked = new Map<string, { ruling: string; question: string }>();
    for (const { ruling, point: id, statements, question } of this.rulings.questions) {
      const counts = points.map((point) => {
        const own = new Set(point.positions.flatMap((position) => position.statements));
        const count = statements.filter((one) => own.has(one)).length;
        // Of two that hold as many, the one that still has its address.
        return { point, count: count > 0 && point.id === id ? count + 0.5 : count };
      });
      const best = counts.reduce((a, b) => (b.count > a.count ? b : a), { point: points[0], count: 0 });
      if (best.count === 0) this.unmet.add(ruling);
      else {
        const before = asked.get(best.point!.id);
        if (before && before.question !== question) this.overruled.add(before.ruling);
        asked.set(best.point!.id, { ruling, question });
      }
    }
    return points.map((point) => {
      const question = asked.get(point.id)?.question ?? point.question;
      const say = (relation: Relation): Relation => {
        const text = texts.get(relation.pair.join());
        return {
          ...relation,
          question,
          reason: text === undefined ? relation.reason : { ...relation.reason, text },
        };
      };
      const decisive = point.decisive && say(point.decisive);
      const reason = decisive && texts.has(decisive.pair.join()) ? decisive.reason : point.reason;
      const positions = isSameQuestion(question, point.question) ? point.positions : unmeasured(point);
      return { ...point, question, reason, positions, relations: point.relations.map(say), decisive };
    });
  }

  /** Which rulings found nothing to rule on, and which lost to a later one; complete once points are worded. */
  followed(): Followed {
    return { unmet: [...this.unmet].sort(), overruled: [...this.overruled].sort() };
  }

  private ruled(): PairTable {
    const over = new Map<number, { verdict: RelationVerdict; code: ReasonCode | null }>();
    const code = (i: number, j: number) => Math.min(i, j) * this.claims.length + Math.max(i, j);
    for (const { ruling, pair, verdict, code: given } of this.rulings.relations) {
      const best = this.closest(this.speaking(pair[0]), this.speaking(pair[1]));
      if (!best) {
        this.unmet.add(ruling);
        continue;
      }
      // The statements' other claims say nothing to each other, or the machine's view would come back through them.
      for (const i of this.of.get(pair[0])!)
        for (const j of this.of.get(pair[1])!) over.set(code(i, j), { verdict: "unclear", code: null });
      over.set(code(...best), { verdict, code: given });
      for (const i of best) this.voice.set(this.claims[i]!.statement, i);
    }
    const table: PairTable = {
      weighed: this.machine.weighed,
      likely: (i, j) => this.machine.likely(i, j),
      surface: (i, j) => this.machine.surface(i, j),
      topic: (i, j) => (over.has(code(i, j)) ? table.get(i, j).topic : this.machine.topic(i, j)),
      get: (i, j) => {
        const result = this.machine.get(i, j);
        const said = over.get(code(i, j));
        if (!said) return result;
        const best =
          this.voice.get(this.claims[i]!.statement) === i && this.voice.get(this.claims[j]!.statement) === j;
        if (!best) return { ...result, same: false, verdict: "unclear", score: 0, quantities: null };
        const reason = said.code ?? (result.verdict === said.verdict ? result.code : USUAL[said.verdict]);
        const kept = result.verdict === said.verdict ? result.quantities : null;
        const topic = Math.max(result.topic, 0.9);
        return {
          ...result,
          topic,
          same: true,
          verdict: said.verdict,
          code: reason,
          score: 1,
          quantities: kept,
        };
      },
    };
    for (const { pair } of this.rulings.relations) {
      const [i, j] = [this.voice.get(pair[0]), this.voice.get(pair[1])];
      if (i !== undefined && j !== undefined)
        this.edges.push({ i: Math.min(i, j), j: Math.max(i, j), result: table.get(i, j) });
    }
    return table;
  }

  /** The claims of a statement that can be ruled on: the one that already speaks for it, else all. */
  private speaking(statement: string): readonly number[] {
    const voice = this.voice.get(statement);
    return voice === undefined ? (this.of.get(statement) ?? []) : [voice];
  }

  /** The two claims, one of each, that are most about one thing; null where one has none. */
  private closest(a: readonly number[], b: readonly number[]): [number, number] | null {
    let best: [number, number] | null = null;
    let top = -1;
    for (const i of a)
      for (const j of b) {
        const asserts = Number(this.claims[i]!.asserts) + Number(this.claims[j]!.asserts);
        const worth = this.machine.topic(i, j) + asserts;
        if (worth > top + 1e-9) {
          top = worth;
          best = [i, j];
        }
      }
    return best;
  }

  /** A ruled relation is about one claim of each statement: where it speaks, the statement's others do not. */
  private oneVoice(members: readonly number[]): number[] {
    return members.filter((i) => {
      const voice = this.voice.get(this.claims[i]!.statement);
      return voice === undefined || voice === i || !members.includes(voice);
    });
  }
}

/** But for capitals, marks and spaces. */
function isSameQuestion(a: string, b: string): boolean {
  const plain = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}%$€£]+/gu) ?? []).join(" ");
  return plain(a) === plain(b);
}

/** Yes and no were told of the machine's question; how the answers stand to one that a person asks is not known. They stay as they were grouped. */
function unmeasured({ positions }: Point): Point["positions"] {
  return positions.map((position) => ({ ...position, stance: "other" }));
}
