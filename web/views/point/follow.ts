/** Keeps the reader with the point he was reading where its id stays with a lesser part of it, split off by a correction. */
import { useEffect, useRef } from "react";
import type { PointAnswer } from "../../../src/server/contract.ts";
import { get } from "../../api/client.ts";
import { resources } from "../../api/resources.ts";
import { navigate } from "../../state/router.ts";
import { to } from "../../state/routes.ts";

/** @param p the point's id in the address */
export function useFollowing(c: string, p: string, answer: PointAnswer): void {
  const before = useRef<{ p: string; statements: readonly string[] }>({ p, statements: [] });
  useEffect(() => {
    const was = before.current;
    const now = answer.positions.flatMap((x) => x.statements.map((v) => v.statement.id));
    before.current = { p, statements: now };
    if (was.p !== p) return;
    const left = was.statements.filter((id) => !now.includes(id));
    const [first] = left;
    if (first === undefined || left.length <= was.statements.length / 2) return;
    const controller = new AbortController();
    get(resources.statement(c, first), controller.signal)
      .then(({ points }) => {
        const other = points.find(({ id }) => id !== answer.point.id);
        if (other) navigate(to.point(c, other.id), { replace: true });
      })
      // What the address leads to stays in view.
      .catch(() => {});
    return () => controller.abort();
  }, [c, p, answer]);
}
