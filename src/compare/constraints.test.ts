import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { NO_CONSTRAINTS, type Point, type PointBond } from "../model.ts";
import { eventByHand } from "./by-hand.ts";
import { compareArticles } from "./compare.ts";
import type { PointConstraints } from "./constraints.ts";

const FOLDER = join(import.meta.dirname, "../../fixtures/compare");
const eventOf = (name: string) =>
  eventByHand(JSON.parse(readFileSync(join(FOLDER, name, "input.json"), "utf8")));

function run(name: string, constraints: Partial<PointConstraints> = {}) {
  return compareArticles({
    ...eventOf(name),
    vectors: null,
    constraints: { ...NO_CONSTRAINTS, ...constraints },
  });
}

type Pair = readonly [string, string];
const apart = (ruling: string, [x, y]: Pair, out: string | null): PointBond => ({
  ruling,
  pair: [x, y],
  joins: false,
  out,
  stands: true,
});
const together = (ruling: string, [x, y]: Pair): PointBond => ({
  ruling,
  pair: [x, y],
  joins: true,
  out: null,
  stands: true,
});

const ids = (point: Point) => point.positions.flatMap((position) => position.statements);
const holding = (points: readonly Point[], ...wanted: string[]) =>
  points.filter((point) => wanted.every((id) => ids(point).includes(id)));

const NAMES = ["accepted-denial", "blast-counts", "ferry-promise"];

describe.each(NAMES)("%s", (name) => {
  const plain = run(name);
  const sharp = plain.points.find((point) => point.verdict === "disputed" || point.verdict === "divergent")!;
  const pair = sharp.decisive!.pair;

  it("is as before where nobody ruled", () => {
    expect(compareArticles({ ...eventOf(name), vectors: null })).toEqual(plain);
    expect(plain.followed).toEqual({ unmet: [], overruled: [] });
  });

  it("parts two statements", () => {
    const { points } = run(name, { bonds: [apart("r", pair, null)] });
    expect(holding(points, ...pair)).toEqual([]);
  });

  it("lets any statement of a point go alone: it is a point of its own, the old one keeps its address and all others", () => {
    for (const point of plain.points)
      for (const mover of ids(point)) {
        const others = ids(point).filter((id) => id !== mover);
        if (others.length === 0) continue;
        const { points } = run(name, { bonds: others.map((id, n) => apart(`r${n}`, [mover, id], mover)) });
        expect(holding(points, mover, others[0]!)).toEqual([]);
        const left = points.find(({ id }) => id === point.id)!;
        expect(ids(left).sort()).toEqual(others.sort());
        const [own, ...more] = points.filter(({ id }) => plain.points.every((one) => one.id !== id));
        expect(more).toEqual([]);
        expect(ids(own!)).toEqual([mover]);
        const rest = (all: readonly Point[]) => all.filter((one) => one !== own && one.id !== point.id);
        // Where it stood beside them on another point too, that one lost it as well.
        const shared = plain.points.some(
          (one) => one !== point && ids(one).includes(mover) && others.some((id) => ids(one).includes(id)),
        );
        if (!shared) expect(rest(points)).toEqual(rest(plain.points));
      }
  });

  it("splits off several, which stay together when one of them leaves again", () => {
    const point = plain.points.find((one) => ids(one).length > 3);
    if (!point) return;
    const [a, b, c, ...stay] = ids(point) as [string, string, string, ...string[]];
    const split = [a, b, c].flatMap((out) => stay.map((id, n) => apart(`r${out}${n}`, [out, id], out)));
    const first = [...split, together("j1", [a, b]), together("j2", [a, c])];
    const own = (points: readonly Point[]) =>
      points.find((one) => plain.points.every(({ id }) => id !== one.id))!;
    const before = own(run(name, { bonds: first }).points);
    expect(ids(before).sort()).toEqual([a, b, c].sort());
    // The one that held them together goes: what ruled so stands no more, and was done all the same.
    const later = [
      ...first.map((bond) => (bond.joins ? { ...bond, stands: false } : bond)),
      apart("l1", [a, b], a),
      apart("l2", [a, c], a),
      together("l3", [a, stay[0]!]),
    ];
    const kept = later.map((bond) =>
      bond.pair[0] === a && !bond.ruling.startsWith("l") ? { ...bond, stands: false } : bond,
    );
    const after = run(name, { bonds: kept }).points;
    expect(ids(after.find(({ id }) => id === before.id)!).sort()).toEqual([b, c].sort());
    expect(ids(after.find(({ id }) => id === point.id)!).sort()).toEqual([a, ...stay].sort());
  });

  it("joins two points, and the verdict is decided anew", () => {
    const other = plain.points.find((point) => !ids(point).some((id) => ids(sharp).includes(id)))!;
    const joined: [string, string] = [ids(sharp)[0]!, ids(other)[0]!];
    const result = run(name, { bonds: [together("r", joined)] });
    const [point] = holding(result.points, ...joined);
    expect(point).toBeDefined();
    for (const id of pair) expect(ids(point!)).toContain(id);
    expect(result.followed.unmet).toEqual([]);
    // It has one of the two addresses, and knows the other.
    expect([point!.id, ...point!.formerly].sort()).toEqual([sharp.id, other.id].sort());
  });

  it("moves a statement to another point without its neighbours", () => {
    const other = plain.points.find((point) => !ids(point).some((id) => ids(sharp).includes(id)))!;
    const [mover, stays] = pair;
    const result = run(name, {
      bonds: [apart("r1", pair, mover), together("r2", [mover, ids(other)[0]!])],
    });
    const [home] = holding(result.points, mover, ids(other)[0]!);
    expect(home).toBeDefined();
    const came = ids(home!).filter((id) => ids(sharp).includes(id) && !ids(other).includes(id));
    expect(came).toEqual([mover]);
    expect(home!.id).toBe(other.id);
    expect(ids(result.points.find(({ id }) => id === sharp.id)!)).toContain(stays);
    expect(holding(result.points, mover, stays)).toEqual([]);
  });

  it("takes a relation as ruled", () => {
    const relation = { ruling: "r", pair, verdict: "agree" as const, code: null, text: "Both say it." };
    const { points } = run(name, { relations: [relation] });
    const [point] = holding(points, ...pair);
    const found = point!.relations.find((one) => one.pair.join() === [...pair].sort().join())!;
    expect(found).toMatchObject({
      verdict: "agree",
      score: 1,
      reason: { code: "paraphrase", text: "Both say it." },
    });
    expect(point!.decisive?.pair.join() === pair.join() && point!.verdict === "disputed").toBe(false);
  });

  it("makes a conflict where the machine saw none, for holders who speak first-hand", () => {
    const back = run(name, {
      relations: [{ ruling: "r", pair, verdict: "conflict", code: "date", text: null }],
    });
    const [point] = holding(back.points, ...pair);
    expect(point!.verdict).toBe("disputed");
    expect(point!.decisive).toMatchObject({ verdict: "conflict", score: 1 });
    expect(point!.reason.code).toBe("date");
  });

  it("asks in a person's words, the later of two", () => {
    const result = run(name, {
      questions: [
        { ruling: "r1", point: sharp.id, statements: pair, question: "Was it so?" },
        { ruling: "r2", point: sharp.id, statements: [pair[1]], question: "Was it not so?" },
        { ruling: "r3", point: "p_none", statements: ["s_nowhere"], question: "Where?" },
      ],
    });
    const [point] = holding(result.points, ...pair);
    expect(point!.question).toBe("Was it not so?");
    expect(new Set(point!.relations.map((one) => one.question))).toEqual(new Set(["Was it not so?"]));
    expect(result.followed).toEqual({ unmet: ["r3"], overruled: ["r1"] });
  });

  it("keeps the answers as they were grouped under a new question, and their yes and no where it is the same one in other writing", () => {
    const asked = (question: string) =>
      run(name, { questions: [{ ruling: "r", point: sharp.id, statements: pair, question }] }).points.find(
        ({ id }) => id === sharp.id,
      )!.positions;
    expect(asked(sharp.question.toUpperCase().replace("?", " ?"))).toEqual(sharp.positions);
    expect(asked("Whose fault was it?")).toEqual(
      sharp.positions.map((position) => ({ ...position, stance: "other" })),
    );
  });

  it("says which rulings found no claim", () => {
    const result = run(name, {
      bonds: [together("r1", [pair[0], "s_nowhere"])],
      relations: [{ ruling: "r2", pair: ["s_none", pair[1]], verdict: "agree", code: null, text: null }],
    });
    expect(result.followed.unmet).toEqual(["r1", "r2"]);
  });
});
