import { expect, test } from "vitest";
import type { Act, PointVerdict } from "../../../src/model.ts";
import type { SpeakerAnswer, StatementView } from "../../../src/server/contract.ts";
import { markKind, neighbour, places, plotLayout } from "./plot-layout.ts";

const said = (id: string, act: Act, points: [string, PointVerdict][] = [], negated = false) =>
  ({
    statement: { id, act, negated },
    points: points.map(([p, verdict]) => ({ id: p, verdict, label: p, question: p })),
  }) as unknown as StatementView;
const answer = (
  documents: [date: string | null, statements: StatementView[]][],
  shifts: [StatementView, StatementView, string][] = [],
) =>
  ({
    documents: documents.map(([publishedAt, statements], i) => ({
      article: { id: `doc${i}`, publishedAt },
      statements,
    })),
    shifts: shifts.map(([earlier, later, point], i) => ({ id: `shift${i}`, earlier, later, point })),
  }) as unknown as SpeakerAnswer;
const ROOM = { width: 600, above: 0, lanes: 99 };

test("the shape tells whether a claim is made or turned down", () => {
  expect(markKind(said("a", "confirm"))).toBe("says");
  expect(markKind(said("a", "deny"))).toBe("denies");
  expect(markKind(said("a", "decline"))).toBe("declines");
  expect(markKind(said("a", "demand"))).toBe("wants");
  // "has not denied", "did not say"
  expect(markKind(said("a", "deny", [], true))).toBe("says");
  expect(markKind(said("a", "assert", [], true))).toBe("denies");
});

test("columns lie in order, never closer than they can be read, and to scale where there is room", () => {
  const xs = places(
    ["2024-05-01T08:00Z", "2024-05-01T08:05Z", "2024-05-03T08:00Z", "2024-05-11T08:00Z"],
    900,
  );
  const gaps = xs.slice(1).map((x, i) => x - xs[i]!);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(34);
  expect(gaps[0]).toBeLessThan(40);
  // Eight days against two, beyond the least distance.
  expect((gaps[2]! - 34) / (gaps[1]! - 34)).toBeCloseTo(4, 1);
  expect(xs.at(-1)).toBeCloseTo(900 - 28);
  expect(places(["2024-05", null], 200)).toEqual([28, 172]);
  expect(places([], 200)).toEqual([]);
});

test("a long series makes the plot wider instead of crowding it", () => {
  const days = Array.from({ length: 60 }, (_, i) => `2024-01-${String((i % 28) + 1).padStart(2, "0")}`);
  const layout = plotLayout(answer(days.map((d, i) => [d, [said(`s${i}`, "assert")]])), ROOM);
  expect(layout.width).toBeGreaterThan(60 * 34);
});

test("what is contested stands first, what bears on no point last", () => {
  const layout = plotLayout(
    answer(
      [
        [
          "2024-05-01",
          [
            said("a", "assert", [["calm", "agreed"]]),
            said("b", "assert"),
            said("c", "deny", [["hot", "disputed"]]),
          ],
        ],
        [
          "2024-05-02",
          [said("d", "assert", [["turned", "one-sided"]]), said("e", "deny", [["turned", "one-sided"]])],
        ],
      ],
      [
        [
          said("d", "assert", [["turned", "one-sided"]]),
          said("e", "deny", [["turned", "one-sided"]]),
          "turned",
        ],
      ],
    ),
    ROOM,
  );
  expect(layout.lanes.map((l) => l.point?.id ?? null)).toEqual(["turned", "hot", "calm", null]);
  const [shift] = layout.shifts;
  expect(shift?.from.view.statement.id).toBe("d");
  expect(shift?.to.view.statement.id).toBe("e");
});

test("every statement has a mark within its lane, or is counted", () => {
  const many = Array.from({ length: 9 }, (_, i) => said(`s${i}`, "assert", [["p", "agreed"]]));
  const layout = plotLayout(answer([["2024-05-01", many]]), ROOM);
  const [lane] = layout.lanes;
  expect(layout.marks.length + (lane?.crowded[0]?.count ?? 0)).toBe(9);
  for (const mark of layout.marks) {
    expect(mark.y).toBeGreaterThan(lane!.top);
    expect(mark.y).toBeLessThan(lane!.top + lane!.height);
  }
  expect(new Set(layout.marks.map((m) => m.y)).size).toBe(layout.marks.length);
});

test("arrow keys reach every mark", () => {
  const layout = plotLayout(
    answer([
      [
        "2024-05-01",
        [
          said("a", "assert", [["p", "agreed"]]),
          said("b", "assert", [["p", "agreed"]]),
          said("c", "deny", [["q", "disputed"]]),
        ],
      ],
      ["2024-05-02", [said("d", "assert", [["q", "disputed"]]), said("e", "assert")]],
    ]),
    ROOM,
  );
  const reached = new Set([layout.marks[0]!]);
  for (const mark of reached)
    for (const key of ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"] as const)
      reached.add(neighbour(layout, mark, key));
  expect(reached.size).toBe(layout.marks.length);
});
