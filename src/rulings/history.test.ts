import { describe, expect, test } from "vitest";
import { first, now, on, rule, top } from "../../test/rulings-data.ts";
import type { Ruling } from "../model.ts";
import { rulingSchema } from "../schemas.ts";
import { inOrder, undoneBy } from "./history.ts";
import { newRuling, type RulingParts, undo } from "./new-ruling.ts";
import { overlay } from "./overlay.ts";

describe("history", () => {
  const act = (n: number, name: "deny" | "warn") =>
    rule(n, { action: "set-act", target: on(top(0)), value: { act: name, negated: null } });

  test("an id is a hash of what was ruled, whatever the order of the fields", () => {
    const a = act(1, "deny");
    const { value, ...rest } = a;
    expect(newRuling({ value: { negated: null, act: "deny" }, ...rest } as RulingParts).id).toBe(a.id);
    expect(act(2, "deny").id).not.toBe(a.id);
    expect(rulingSchema.safeParse(a).success).toBe(true);
    expect(JSON.parse(JSON.stringify(a))).toEqual(a);
  });

  test("goes by time, whatever the order given; the same ruling twice is one", () => {
    const [a, b, c] = [act(1, "deny"), act(2, "warn"), act(3, "deny")];
    expect(inOrder([c, a, b, a])).toEqual([a, b, c]);
    const zoned = { ...b, id: "r_zoned", at: "2031-04-01T13:30:00+03:00" };
    expect(inOrder([zoned, b, c]).map((r) => r.id)).toEqual([b.id, c.id, "r_zoned"]);
    expect(inOrder([a, { ...b, id: "r_undated", at: null }])[0]!.id).toBe("r_undated");
  });

  test("undo, redo, undo of the redo", () => {
    const a = act(1, "deny");
    const u1 = undo(a, null, "2031-04-01T11:00:00Z");
    const u2 = undo(u1, null, "2031-04-01T11:01:00Z");
    const u3 = undo(u2, null, "2031-04-01T11:02:00Z");
    expect(undoneBy([a, u1])).toEqual(new Map([[a.id, u1.id]]));
    expect(undoneBy([a, u1, u2])).toEqual(new Map([[u1.id, u2.id]]));
    expect(undoneBy([u3, u2, u1, a])).toEqual(
      new Map([
        [u2.id, u3.id],
        [a.id, u1.id],
      ]),
    );
    const actOf = (rulings: Ruling[]) => now(overlay(first, rulings).articles, top(0).id)!.act;
    expect(actOf([a])).toBe("deny");
    expect(actOf([a, u1])).toBe(top(0).act);
    expect(actOf([a, u1, u2])).toBe("deny");
    expect(actOf([a, u1, u2, u3])).toBe(top(0).act);
    expect(overlay(first, [a, u1, u2, u3]).articles).toEqual(first);
    expect(overlay(first, [a, u1]).rulings.map((r) => r.status)).toEqual(["contradicted", "applied"]);
  });

  test("an undo of what is not there is orphaned; a circle made by hand ends", () => {
    const lost = undo({ id: "r_nowhere" }, null, null);
    expect(overlay(first, [lost]).rulings[0]!.status).toBe("orphaned");
    const circle = [
      { ...lost, id: "r_a", target: { type: "ruling", id: "r_b" } },
      { ...lost, id: "r_b", target: { type: "ruling", id: "r_a" } },
    ] as Ruling[];
    expect(overlay(first, circle).rulings).toHaveLength(2);
  });
});
