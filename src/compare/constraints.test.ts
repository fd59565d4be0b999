import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { NO_CONSTRAINTS, type Point } from "../model.ts";
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
    const { points } = run(name, { apart: [{ ruling: "r", pair, out: null }] });
    expect(holding(points, ...pair)).toEqual([]);
  });

  it("lets one statement go alone", () => {
    const [mover] = pair;
    const { points } = run(name, { apart: [{ ruling: "r", pair, out: mover }] });
    expect(holding(points, ...pair)).toEqual([]);
    for (const point of holding(points, mover)) expect(new Set(ids(point))).toEqual(new Set([mover]));
  });

  it("joins two points, and the verdict is decided anew", () => {
    const other = plain.points.find((point) => !ids(point).some((id) => ids(sharp).includes(id)))!;
    const joined: [string, string] = [ids(sharp)[0]!, ids(other)[0]!];
    const result = run(name, { together: [{ ruling: "r", pair: joined }] });
    const [point] = holding(result.points, ...joined);
    expect(point).toBeDefined();
    for (const id of pair) expect(ids(point!)).toContain(id);
    expect(result.followed.unmet).toEqual([]);
  });

  it("moves a statement to another point without its neighbours", () => {
    const other = plain.points.find((point) => !ids(point).some((id) => ids(sharp).includes(id)))!;
    const [mover, stays] = pair;
    const result = run(name, {
      apart: [{ ruling: "r1", pair, out: null }],
      together: [{ ruling: "r2", pair: [mover, ids(other)[0]!] }],
    });
    const [home] = holding(result.points, mover, ids(other)[0]!);
    expect(home).toBeDefined();
    const came = ids(home!).filter((id) => ids(sharp).includes(id) && !ids(other).includes(id));
    expect(came).toEqual([mover]);
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
        { ruling: "r1", statements: pair, question: "Was it so?" },
        { ruling: "r2", statements: [pair[1]], question: "Was it not so?" },
        { ruling: "r3", statements: ["s_nowhere"], question: "Where?" },
      ],
    });
    const [point] = holding(result.points, ...pair);
    expect(point!.question).toBe("Was it not so?");
    expect(new Set(point!.relations.map((one) => one.question))).toEqual(new Set(["Was it not so?"]));
    expect(result.followed).toEqual({ unmet: ["r3"], overruled: ["r1"] });
  });

  it("says which rulings found no claim", () => {
    const result = run(name, {
      together: [{ ruling: "r1", pair: [pair[0], "s_nowhere"] }],
      relations: [{ ruling: "r2", pair: ["s_none", pair[1]], verdict: "agree", code: null, text: null }],
    });
    expect(result.followed.unmet).toEqual(["r1", "r2"]);
  });
});
