/** What people do to points is done to these alone: what nobody touched stays where it was, and every point keeps its address. */
import { describe, expect, test } from "vitest";
import { loadCollection, unmerged } from "../src/collection.ts";
import type { Article, Point, Ruling, Statement } from "../src/model.ts";
import { emptyCollection } from "../src/node.ts";
import { compare } from "../src/pipeline.ts";
import { newRuling, type RulingParts } from "../src/rulings/new-ruling.ts";
import { describeStatement } from "../src/rulings/statement-target.ts";
import { type Pairs, pairsToMerge, pairsToMove, pairsToSplit } from "../src/server/point-moves.ts";
import { letterVectors } from "./letter-vectors.ts";
import { readings } from "./readings.ts";

/** How many of all moves that there are. */
const MOVES = Number(process.env.READOUT_MOVES ?? 8);

const articles = readings(6).first;

describe.each([
  ["by words", null],
  ["by vectors", letterVectors],
])("%s", async (_, encoder) => {
  const models = { encoder, pairs: null };
  const plain = await compare(articles, models);
  const places = new Map<string, [Article, Statement]>(
    plain.articles.flatMap((a) => [...a.statements, ...a.narrated].map((s) => [s.id, [a, s]] as const)),
  );
  const idsOf = (point: Point) => point.positions.flatMap((position) => position.statements).sort();
  const parts = (point: Point) => ({ id: point.id, statements: idsOf(point) });
  const pointsOf = (id: string) => plain.points.filter((p) => idsOf(p).includes(id)).map((p) => p.id);
  const members = (points: readonly Point[]) => new Map(points.map((p) => [p.id, idsOf(p)]));

  let minute = 0;
  /** As the desk makes rulings of what a person did. */
  function rulingsOf({ apart, joined }: Pairs): Ruling[] {
    const rule = (pair: [string, string], action: Pick<RulingParts, "action" | "value">) => {
      const at = new Date(Date.UTC(2031, 5, 12) + minute++).toISOString();
      const target = { type: "statements", pair: pair.map((id) => describeStatement(...places.get(id)!)) };
      return newRuling({ ...action, target, by: null, at, note: null } as RulingParts);
    };
    return [
      ...apart.map((pair) => rule(pair, { action: "not-same-point", value: { out: 0 } })),
      ...joined.map((pair) => rule(pair, { action: "same-point", value: null })),
    ];
  }

  /** Of one point only. */
  const own = (point: Point) => idsOf(point).filter((id) => pointsOf(id).length === 1);
  // Two points of the very same statements, by others of their claims, are not to be told apart by statements.
  const distinct = plain.points.filter((p) =>
    plain.points.every((one) => one === p || !idsOf(p).every((id) => idsOf(one).includes(id))),
  );
  const moves = distinct.flatMap((from) =>
    idsOf(from).flatMap((id) =>
      distinct
        .filter((to) => to !== from && idsOf(from).length > 1 && !idsOf(to).includes(id))
        .map((to) => ({ from, id, to })),
    ),
  );

  test("a statement that is moved goes alone, and no other point changes", { timeout: 300_000 }, async () => {
    const tried = moves.filter((_, n) => n % Math.ceil(moves.length / MOVES) === 0);
    expect(tried.length).toBeGreaterThan(MOVES / 2);
    const wrong: string[] = [];
    for (const { from, id, to } of tried) {
      const pairs = pairsToMove(id, parts(from), parts(to), pointsOf);
      const ruled = await compare(articles, models, rulingsOf(pairs));
      const wanted = members(plain.points);
      wanted.set(
        from.id,
        idsOf(from).filter((one) => one !== id),
      );
      wanted.set(to.id, [...idsOf(to), id].sort());
      const now = members(ruled.points);
      for (const point of new Set([...wanted.keys(), ...now.keys()]))
        if (wanted.get(point)?.join() !== now.get(point)?.join())
          wrong.push(`${id}: ${from.id} → ${to.id}: ${point}`);
    }
    expect(wrong).toEqual([]);
  });

  test("one that is split off is a point of its own, also the one that its point is called by; saved and compared again, all is the same", {
    timeout: 300_000,
  }, async () => {
    const point = plain.points.find((p) => own(p).length > 3)!;
    // The earliest, and any other.
    const day = (id: string) => places.get(id)![0].publishedAt!;
    const [early, ...later] = own(point).sort((a, b) => (day(a) < day(b) ? -1 : 1));
    for (const id of [early!, later.at(-1)!]) {
      const ruled = await compare(articles, models, rulingsOf(pairsToSplit([id], parts(point))));
      const now = members(ruled.points);
      expect(now.get(point.id)).toEqual(idsOf(point).filter((one) => one !== id));
      const came = ruled.points.filter((p) => plain.points.every((one) => one.id !== p.id));
      expect(came.map(idsOf)).toEqual([[id]]);
      expect(ruled.points.length).toBe(plain.points.length + 1);
      expect(ruled.rulings.every(({ status }) => status === "applied")).toBe(true);
      const saved = loadCollection(JSON.parse(JSON.stringify(emptyCollection([], ruled))));
      expect(await compare(unmerged(saved), models, saved.rulings)).toEqual(ruled);
    }
  });

  test("a whole afternoon: split off, joined again, moved on, merged; each is done to what stood there", {
    timeout: 300_000,
  }, async () => {
    const [a, b, c] = plain.points.filter((p) => own(p).length > 2) as [Point, Point, Point];
    const [x, y] = own(a) as [string, string];
    let rulings: Ruling[] = [];
    const done = async (pairs: Pairs) => {
      rulings = [...rulings, ...rulingsOf(pairs)];
      const ruled = await compare(articles, models, rulings);
      return { points: ruled.points, of: (id: string) => ruled.points.find((p) => p.id === id)! };
    };
    let now = await done(pairsToSplit([x], parts(a)));
    const made = now.points.find((p) => idsOf(p).join() === x)!;
    // Another comes to the new point, which keeps its address; then the first goes on, and the other stays.
    now = await done(pairsToMove(y, parts(now.of(a.id)), parts(made), pointsOf));
    expect(idsOf(now.of(made.id))).toEqual([x, y].sort());
    now = await done(pairsToMove(x, parts(now.of(made.id)), parts(b), pointsOf));
    expect(idsOf(now.of(made.id))).toEqual([y]);
    expect(idsOf(now.of(b.id))).toEqual([...idsOf(b), x].sort());
    // Two are made one: the larger's address, and links to the other lead there.
    now = await done({ apart: [], joined: pairsToMerge(parts(now.of(b.id)), parts(c)) });
    const merged = now.points.find((p) => [p.id, ...p.formerly].includes(c.id))!;
    expect([merged.id, ...merged.formerly].sort()).toEqual([b.id, c.id].sort());
    expect(idsOf(merged)).toEqual([...idsOf(b), ...idsOf(c), x].sort());
    // Back to where it came from.
    now = await done(pairsToMove(x, parts(merged), parts(now.of(a.id)), pointsOf));
    expect(idsOf(now.of(merged.id))).toEqual([...idsOf(b), ...idsOf(c)].sort());
    expect(idsOf(now.of(a.id))).toEqual(idsOf(a).filter((id) => id !== y));
  });
});
