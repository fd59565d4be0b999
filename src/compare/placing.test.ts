import { expect, it } from "vitest";
import { chance } from "../../test/chance.ts";
import type { PointBond } from "../model.ts";
import { placed } from "./placing.ts";

const STATEMENTS = ["a", "b", "c", "d", "e", "f"];
const numberOf = (id: string) => STATEMENTS.indexOf(id);

/** Two points of three statements, with one claim each, and eight random rulings; of two on one pair the later stands. */
function random(seed: number) {
  const next = chance(seed);
  const bonds: PointBond[] = [];
  for (let n = 0; n < 8; n++) {
    const [i, j] = [Math.floor(next() * 6), Math.floor(next() * 5)];
    const pair: [string, string] = [STATEMENTS[i]!, STATEMENTS[j < i ? j : j + 1]!];
    const joins = next() < 0.5;
    bonds.push({ ruling: `r${n}`, pair, joins, stands: true, out: !joins && next() < 0.5 ? pair[0] : null });
  }
  for (const [n, bond] of bonds.entries())
    bond.stands = !bonds.slice(n + 1).some(({ pair }) => pair.every((id) => bond.pair.includes(id)));
  const points = [
    { id: "p1", formerly: [], members: [0, 1, 2], reading: null },
    { id: "p2", formerly: [], members: [3, 4, 5], reading: null },
  ];
  const result = placed(points, bonds, {
    statementOf: (claim) => STATEMENTS[claim]!,
    claimsOf: (id) => [numberOf(id)],
    closest: (own, others) => [own[0]!, others[0]!],
    table: { get: (i, j) => ({ same: true, topic: 1 / (1 + Math.abs(i - j)), score: 0.5 }) as never },
  });
  const together = ({ pair }: PointBond) =>
    result.points.some(({ members }) => pair.every((id) => members.includes(numberOf(id))));
  return { bonds: bonds.filter(({ stands }) => stands), result, together };
}

it("says overruled of the partings that stand together in the end, and of no other", () => {
  let overruled = 0;
  for (let seed = 1; seed <= 500; seed++) {
    const { bonds, result, together } = random(seed);
    for (const bond of bonds.filter(({ joins }) => !joins)) {
      const told = result.overruled.includes(bond.ruling);
      if (told) overruled++;
      expect({ seed, ruling: bond.ruling, together: together(bond) }).toEqual({
        seed,
        ruling: bond.ruling,
        together: told,
      });
    }
  }
  expect(overruled).toBeGreaterThan(20);
});

it("loses no claim and puts none on two points, whatever is done", () => {
  for (let seed = 1; seed <= 500; seed++) {
    const { result } = random(seed);
    expect(result.points.flatMap(({ members }) => members).sort()).toEqual([0, 1, 2, 3, 4, 5]);
  }
});
