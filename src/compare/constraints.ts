/**
 * What people ruled about points: statements that belong together or apart, relations and questions set by hand.
 * Laid over clustering from outside: a table that answers as ruled, groups parted and joined, questions put.
 */
import type { Constraints, Followed, Point, ReasonCode, Relation, RelationVerdict } from "../model.ts";
import type { Claim } from "./claim.ts";
import type { Edge, PairTable } from "./table.ts";

export type PointConstraints = Pick<Constraints, "together" | "apart" | "relations" | "questions">;

const USUAL: Record<RelationVerdict, ReasonCode> = {
  agree: "paraphrase",
  conflict: "negation",
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

  /**
   * The groups as ruled. Parted first, so that a statement that moves takes nobody along; then joined; then parted
   * again, since what was joined may hold two that must not meet.
   */
  regroup(groups: readonly number[][]): number[][] {
    if (this.rulings.together.length === 0 && this.rulings.apart.length === 0 && this.voice.size === 0)
      return [...groups];
    const parted = groups.flatMap((group) => this.part(this.oneVoice(group)).flat());
    const joined = this.join(parted);
    return joined
      .flatMap((group) => this.part([group]).flat())
      .map((group) => group.sort((a, b) => a - b))
      .sort((a, b) => a[0]! - b[0]!);
  }

  /** Claims that people put into this group: they stay whatever their weight. */
  byHand(group: readonly number[]): number[] {
    const here = new Set(group.map((i) => this.claims[i]!.statement));
    const pairs = [...this.rulings.together, ...this.rulings.relations];
    const named = new Set(
      pairs.filter(({ pair }) => here.has(pair[0]) && here.has(pair[1])).flatMap(({ pair }) => pair),
    );
    return group.filter((i) => named.has(this.claims[i]!.statement));
  }

  /** Puts questions and reasons in people's words. The later of two questions for one point stands. */
  word(points: readonly Point[]): Point[] {
    const texts = new Map<string, string>();
    for (const { pair, text } of this.rulings.relations)
      if (text !== null) texts.set([...pair].sort().join(), text);
    const asked = new Map<string, { ruling: string; question: string }>();
    for (const { ruling, statements, question } of this.rulings.questions) {
      const counts = points.map((point) => {
        const own = new Set(point.positions.flatMap((position) => position.statements));
        return { point, count: statements.filter((id) => own.has(id)).length };
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
      return { ...point, question, reason, relations: point.relations.map(say), decisive };
    });
  }

  /** Which rulings found nothing to rule on, and which lost to a later one; complete once points are worded. */
  followed(): Followed {
    return { unmet: [...this.unmet].sort(), overruled: [...this.overruled].sort() };
  }

  private ruled(): PairTable {
    const over = new Map<number, { verdict: RelationVerdict; code: ReasonCode | null }>();
    const code = (i: number, j: number) => Math.min(i, j) * this.claims.length + Math.max(i, j);
    const voices = new Set<number>();
    for (const { ruling, pair, verdict, code: given } of this.rulings.relations) {
      const best = this.closest(this.speaking(pair[0], voices), this.speaking(pair[1], voices));
      if (!best) {
        this.unmet.add(ruling);
        continue;
      }
      // The statements' other claims say nothing to each other, or the machine's view would come back through them.
      for (const i of this.of.get(pair[0])!)
        for (const j of this.of.get(pair[1])!) over.set(code(i, j), { verdict: "unclear", code: null });
      over.set(code(...best), { verdict, code: given });
      for (const i of best) {
        voices.add(i);
        this.voice.set(this.claims[i]!.statement, i);
      }
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
  private speaking(statement: string, voices: ReadonlySet<number>): number[] {
    const own = this.of.get(statement) ?? [];
    const kept = own.filter((i) => voices.has(i));
    return kept.length > 0 ? kept : own;
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

  /** A ruled relation is about one claim of each statement: the statement's others leave the group. */
  private oneVoice(group: readonly number[]): number[][] {
    const speaks = group.filter((i) => {
      const voice = this.voice.get(this.claims[i]!.statement);
      return voice === undefined || voice === i || !group.includes(voice);
    });
    const silent = group.filter((i) => !speaks.includes(i));
    return [speaks, ...silent.map((i) => [i])];
  }

  /**
   * Joins the groups of statements that belong together. A statement may speak in several groups by its claims: it joins by the one whose
   * group already holds most of those it belongs with, so that nothing else is drawn along.
   */
  private join(groups: readonly number[][]): number[][] {
    const home = new Map<number, number>();
    const members = groups.map((group) => [...group]);
    for (const [g, group] of members.entries()) for (const i of group) home.set(i, g);
    const pairs = this.rulings.together.map(({ pair }) => pair);
    const classOf = classes(pairs.flat(), pairs);
    const weigh = (g: number, own: string) =>
      new Set(members[g]!.map((i) => this.claims[i]!.statement).filter((id) => classOf.get(id) === own)).size;
    for (const { ruling, pair } of this.rulings.together) {
      const own = classOf.get(pair[0])!;
      const [a, b] = pair.map((id) => this.heaviest(id, home, (g) => weigh(g, own)));
      const best = this.closest(a!, b!);
      if (!best) {
        this.unmet.add(ruling);
        continue;
      }
      const [keep, gone] = best.map((i) => home.get(i)!).sort((x, y) => x - y) as [number, number];
      if (keep === gone) continue;
      for (const i of members[gone]!) {
        home.set(i, keep);
        members[keep]!.push(i);
      }
      members[gone] = [];
    }
    return members.filter((group) => group.length > 0);
  }

  /** A statement's claims that may join: the one that speaks for it, else those in the groups of greatest weight. */
  private heaviest(
    statement: string,
    home: ReadonlyMap<number, number>,
    weigh: (group: number) => number,
  ): number[] {
    const voices = new Set(this.voice.values());
    const own = this.speaking(statement, voices).filter((i) => home.has(i));
    const most = Math.max(...own.map((i) => weigh(home.get(i)!)));
    return own.filter((i) => weigh(home.get(i)!) === most);
  }

  /** Parts groups that hold statements which must not meet; whoever is free goes with those he is closest to. */
  private part(groups: readonly number[][]): number[][][] {
    return groups.map((group) => {
      const here = new Map<string, number[]>();
      for (const i of group) {
        const id = this.claims[i]!.statement;
        here.set(id, [...(here.get(id) ?? []), i]);
      }
      const apart = this.rulings.apart.filter(({ pair }) => here.has(pair[0]) && here.has(pair[1]));
      if (apart.length === 0) return [[...group]];
      const classOf = classes(
        [...here.keys()],
        this.rulings.together.map(({ pair }) => pair),
      );
      const enemies = new Map<string, Set<string>>();
      for (const { pair } of apart) {
        const [x, y] = pair.map((id) => classOf.get(id)!) as [string, string];
        enemies.set(x, (enemies.get(x) ?? new Set()).add(y));
        enemies.set(y, (enemies.get(y) ?? new Set()).add(x));
      }
      const leaving = this.leaving(apart, here, classOf);
      const parts: { classes: string[]; statements: string[] }[] = [];
      const seeds = [...here.keys()].filter((id) => enemies.has(classOf.get(id)!));
      for (const id of seeds) {
        const own = classOf.get(id)!;
        const fitting = parts.find(
          (part) =>
            part.classes.includes(own) ||
            (!leaving.has(own) &&
              !part.classes.some((other) => enemies.get(own)!.has(other) || leaving.has(other))),
        );
        if (fitting) {
          fitting.statements.push(id);
          if (!fitting.classes.includes(own)) fitting.classes.push(own);
        } else parts.push({ classes: [own], statements: [id] });
      }
      const open = parts.filter((part) => !part.classes.some((own) => leaving.has(own)));
      const homes = open.length > 0 ? open : parts;
      const firm = new Map(homes.map((part) => [part, part.statements.flatMap((id) => here.get(id)!)]));
      const chosen = new Map<string, (typeof parts)[number]>();
      for (const id of here.keys()) {
        if (seeds.includes(id)) continue;
        const own = classOf.get(id)!;
        let best = chosen.get(own);
        if (!best) {
          best = homes[0]!;
          let top = -1;
          for (const part of homes) {
            const near = this.nearness(here.get(id)!, firm.get(part)!);
            if (near > top + 1e-9) {
              top = near;
              best = part;
            }
          }
          chosen.set(own, best);
        }
        best.statements.push(id);
      }
      return parts.map((part) => part.statements.flatMap((id) => here.get(id)!));
    });
  }

  /** Classes that leave alone: said so, or drawn to statements outside of this group. */
  private leaving(
    apart: PointConstraints["apart"],
    here: ReadonlyMap<string, number[]>,
    classOf: ReadonlyMap<string, string>,
  ): Set<string> {
    const found = new Set<string>();
    for (const { pair, out } of apart) {
      if (out !== null) found.add(classOf.get(out)!);
      for (const id of pair)
        for (const other of this.rulings.together)
          if (other.pair.some((x) => x === id) && other.pair.some((x) => !here.has(x)))
            found.add(classOf.get(id)!);
    }
    return found;
  }

  private nearness(own: readonly number[], others: readonly number[]): number {
    let sum = 0;
    for (const i of own)
      for (const j of others) {
        const result = this.table.get(i, j);
        sum += result.same ? result.topic + result.score : result.topic / 2;
      }
    return sum / Math.max(1, others.length);
  }
}

/** The first of each set of things that pairs hold together, for each thing. */
function classes(ids: readonly string[], pairs: readonly [string, string][]): Map<string, string> {
  const root = new Map<string, string>();
  const find = (id: string): string => {
    const up = root.get(id);
    return up === undefined || up === id ? id : find(up);
  };
  for (const pair of pairs) {
    const [a, b] = pair.map(find).sort() as [string, string];
    if (a !== b) root.set(b, a);
  }
  return new Map(ids.map((id) => [id, find(id)]));
}
