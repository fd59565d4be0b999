/**
 * Points as people left them: what was put together and apart, done one after the other to the points as they stood then, as whoever did it
 * saw them. What nobody touched stays as the machine has it.
 */
import { hashId } from "../id.ts";
import type { PointBond } from "../model.ts";
import type { GroupReading } from "./point.ts";
import type { PairTable } from "./table.ts";

/** A point by its claims. */
export interface Placed {
  id: string;
  formerly: string[];
  members: readonly number[];
  /** As the machine reads it; null once a person changed it. */
  reading: GroupReading | null;
}

/** What is known of claims, by number. */
interface PlacedClaims {
  statementOf: (claim: number) => string;
  /** A statement's claims that can be ruled on. */
  claimsOf: (statement: string) => readonly number[];
  /** The two claims, one of each, that are most about one thing; null where one has none. */
  closest: (own: readonly number[], others: readonly number[]) => [number, number] | null;
  table: Pick<PairTable, "get">;
}

interface Spot extends Placed {
  /** Of its members: kept, since each ruling looks for two in all points. */
  statements: ReadonlySet<string>;
  /** Points that people made, in order; 0 for the machine's. */
  made: number;
  /** The statement that was taken out of a point, as long as it stands alone. */
  alone: string | null;
}

/**
 * @param machine the points without any of these rulings
 * @param bonds in the order in which people made them
 * @returns the points, the rulings that found no claim, and those that a later one overrode by putting into one point what they part
 */
export function placed(
  machine: readonly Placed[],
  bonds: readonly PointBond[],
  claims: PlacedClaims,
): { points: Placed[]; unmet: string[]; overruled: string[] } {
  const placing = new Placing(machine, bonds, claims);
  return {
    points: placing.run(),
    unmet: placing.unmet,
    overruled: [...placing.overruled].map(({ ruling }) => ruling),
  };
}

class Placing {
  readonly unmet: string[] = [];
  readonly overruled = new Set<PointBond>();
  private spots: Spot[];
  /** With whom each statement was put together, at any time. */
  private readonly named = new Map<string, Set<string>>();
  private made = 0;

  constructor(
    machine: readonly Placed[],
    private readonly bonds: readonly PointBond[],
    private readonly claims: PlacedClaims,
  ) {
    this.spots = machine.map((point) => ({
      ...point,
      statements: this.statementsOf(point.members),
      made: 0,
      alone: null,
    }));
    for (const { joins, pair } of bonds)
      if (joins)
        for (const [a, b] of [pair, [pair[1], pair[0]]] as const)
          this.named.set(a, (this.named.get(a) ?? new Set()).add(b));
  }

  run(): Placed[] {
    for (const [n, bond] of this.bonds.entries()) this.follow(bond, n);
    // What stands holds at the end too, whatever was done on the way.
    for (const [n, bond] of this.bonds.entries())
      if (bond.joins && bond.stands && this.shared(bond).length === 0) this.follow(bond, n);
    for (const bond of this.bonds)
      if (!bond.joins && bond.stands && !this.overruled.has(bond)) this.follow(bond, this.bonds.length);
    // Whom others took out in the meantime stands apart after all.
    for (const bond of this.overruled) if (this.shared(bond).length === 0) this.overruled.delete(bond);
    return this.spots.map(({ id, formerly, members, reading }) => ({
      id,
      formerly: [...new Set(formerly)].filter((one) => this.spots.every((spot) => spot.id !== one)).sort(),
      members: [...members].sort((a, b) => a - b),
      reading,
    }));
  }

  private follow(bond: PointBond, n: number): void {
    if (!bond.joins) this.part(bond, n);
    else if (bond.pair.every((id) => this.claims.claimsOf(id).length > 0)) {
      this.join(bond);
      this.overrule(bond, n);
    } else if (bond.stands && !this.unmet.includes(bond.ruling)) this.unmet.push(bond.ruling);
  }

  /** Who puts one where another is from whom he was parted before, has him stand there. */
  private overrule(joined: PointBond, n: number): void {
    for (const { statements } of this.shared(joined))
      for (const bond of this.bonds.slice(0, n))
        if (!bond.joins && bond.stands && bond.pair.every((id) => statements.has(id)))
          this.overruled.add(bond);
  }

  private statementsOf(members: readonly number[]): Set<string> {
    return new Set(members.map(this.claims.statementOf));
  }

  private holding(statement: string): Spot[] {
    return this.spots.filter(({ statements }) => statements.has(statement));
  }

  private shared({ pair: [x, y] }: Pick<PointBond, "pair">): Spot[] {
    return this.spots.filter(({ statements }) => statements.has(x) && statements.has(y));
  }

  /** Two points become one; what stands on none comes by itself, without the machine's other guesses. */
  private join(bond: PointBond): void {
    const [x, y] = bond.pair;
    const [ofX, ofY] = [this.holding(x), this.holding(y)];
    const lone = [...ofX, ...ofY].some(({ alone }) => alone === x || alone === y);
    if (!lone && this.shared(bond).length > 0) return;
    const near = new Set([x, y, ...(this.named.get(x) ?? []), ...(this.named.get(y) ?? [])]);
    const [a, b] = [this.home(x, y, near), this.home(y, x, near)];
    if (a && b) {
      if (a !== b) this.merge(a, b);
      return;
    }
    const here = a ?? b;
    if (here) {
      const [i] = this.claims.closest(this.free(a ? y : x), here.members)!;
      this.change(here, [...here.members, i]);
      return;
    }
    this.add(bond.ruling, [...new Set(this.claims.closest(this.free(x), this.free(y))!)]);
  }

  /**
   * The point from which a statement is joined. It may stand on several by its claims: the one that it was just taken to by itself, unless
   * all of another is meant; else the one with most of those that it was put together with.
   */
  private home(id: string, other: string, near: ReadonlySet<string>): Spot | null {
    const voices = new Set(this.claims.claimsOf(id));
    const speaking = this.holding(id).filter((spot) => spot.members.some((i) => voices.has(i)));
    const lone = speaking.find(({ alone }) => alone === id);
    if (lone) {
      const meant = speaking.some(
        ({ statements }) => statements.size > 1 && [...statements].every((one) => near.has(one)),
      );
      if (!meant) return lone;
    }
    // Where the other stands already, it is not taken to.
    const away = speaking.filter(({ alone, statements }) => alone !== id && !statements.has(other));
    const open = away.length > 0 ? away : speaking;
    let best: Spot | null = null;
    let top = -1;
    for (const spot of open) {
      const count = [...spot.statements].filter((one) => near.has(one)).length;
      const own = spot.members.filter((i) => voices.has(i));
      const worth = count + this.likeness(own, this.claims.claimsOf(other)) / 10;
      if (worth > top + 1e-9) [best, top] = [spot, worth];
    }
    return best;
  }

  /** The larger keeps its address; what was taken out of another goes to where it is put. */
  private merge(a: Spot, b: Spot): void {
    const rank = (spot: Spot) => (spot.alone === null ? 0 : spot.made);
    const first = rank(a) !== rank(b) ? rank(a) < rank(b) : a.statements.size > b.statements.size;
    const [keep, gone] = first ? [a, b] : [b, a];
    keep.formerly.push(...(gone.made === 0 ? [gone.id] : []), ...gone.formerly);
    this.change(keep, [...new Set([...keep.members, ...gone.members])]);
    this.spots = this.spots.filter((spot) => spot !== gone);
  }

  private part(bond: PointBond, n: number): void {
    const shared = this.shared(bond);
    if (shared.length === 0) return;
    if (bond.out === null) for (const spot of shared) this.divide(spot, bond);
    else this.takeOut(shared, bond, n);
  }

  /** One leaves, and with it what earlier rulings hold to it; the point that it leaves keeps its address. */
  private takeOut(shared: readonly Spot[], { ruling, pair, out }: PointBond, n: number): void {
    const stays = pair[0] === out ? pair[1] : pair[0];
    const bound = this.boundTo(out!, n);
    const leaving = bound.has(stays) ? new Set([out!]) : bound;
    const goes = (i: number) => leaving.has(this.claims.statementOf(i));
    const members = shared.flatMap((spot) => spot.members.filter(goes));
    for (const spot of shared)
      this.change(
        spot,
        spot.members.filter((i) => !goes(i)),
      );
    this.add(ruling, members, out);
  }

  /** Both leave each other; everybody else goes with whom they are closer to. The larger part keeps the address. */
  private divide(spot: Spot, { ruling, pair }: PointBond): void {
    const parts = pair.map((id) => spot.members.filter((i) => this.claims.statementOf(i) === id));
    const [left, right] = parts.map((part) => [...part]) as [number[], number[]];
    const rest = [...spot.statements].filter((id) => !pair.includes(id));
    for (const id of rest) {
      const own = spot.members.filter((i) => this.claims.statementOf(i) === id);
      const bound = this.boundTo(id, this.bonds.length);
      const [near, far] = parts.map((part) => this.likeness(own, part)) as [number, number];
      const goesRight = bound.has(pair[0]) ? false : bound.has(pair[1]) ? true : far > near + 1e-9;
      (goesRight ? right : left).push(...own);
    }
    const [sizeA, sizeB] = [this.statementsOf(left).size, this.statementsOf(right).size];
    // Claims are numbered in the order of their documents.
    const firstKeeps = sizeA !== sizeB ? sizeA > sizeB : Math.min(...left) < Math.min(...right);
    this.change(spot, firstKeeps ? left : right);
    this.add(ruling, firstKeeps ? right : left);
  }

  /**
   * A point that a person made. Its address is the ruling's, so that it is no other's, whoever leaves either.
   * @param out who was taken out of another for it
   */
  private add(ruling: string, members: readonly number[], out: string | null = null): void {
    let id = hashId("p", ruling);
    for (let n = 1; this.spots.some((spot) => spot.id === id); n++) id = hashId("p", ruling, String(n));
    this.made++;
    const statements = this.statementsOf(members);
    const alone = statements.size === 1 ? out : null;
    this.spots.push({ id, formerly: [], members, statements, reading: null, made: this.made, alone });
  }

  private change(spot: Spot, members: readonly number[]): void {
    spot.members = members;
    spot.statements = this.statementsOf(members);
    spot.reading = null;
    if (spot.statements.size > 1) spot.alone = null;
  }

  /** A statement and those that standing rulings hold to it, of the first `n`. */
  private boundTo(id: string, n: number): Set<string> {
    const found = new Set([id]);
    const open = this.bonds.slice(0, n).filter(({ joins, stands }) => joins && stands);
    for (let grown = true; grown; ) {
      grown = false;
      for (const { pair } of open)
        if (found.has(pair[0]) !== found.has(pair[1])) {
          for (const one of pair) found.add(one);
          grown = true;
        }
    }
    return found;
  }

  /** A statement's claims that stand on no point; all, where none is free. */
  private free(id: string): readonly number[] {
    const taken = new Set(this.spots.flatMap((spot) => spot.members));
    const own = this.claims.claimsOf(id);
    const free = own.filter((i) => !taken.has(i));
    return free.length > 0 ? free : own;
  }

  private likeness(own: readonly number[], others: readonly number[]): number {
    let sum = 0;
    for (const i of own)
      for (const j of others) {
        const result = this.claims.table.get(i, j);
        sum += result.same ? result.topic + result.score : result.topic / 2;
      }
    return sum / Math.max(1, others.length * own.length);
  }
}
