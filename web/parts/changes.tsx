/** What became of the points since the reader last looked: his own corrections' consequences and other people's. */
import { useState } from "react";
import type { ChangesAnswer } from "../../src/server/contract.ts";
import { to } from "../state/routes.ts";
import { Link } from "./link.tsx";
import { Verdict } from "./verdict.tsx";

type Change = ChangesAnswer["points"][number];
const WORDS: Record<Change["change"], string> = { came: "new", went: "gone", changed: "changed" };

/** "2 points changed, 1 new". */
function summary(points: readonly Change[]): string {
  const of = (kind: Change["change"]) => points.filter((p) => p.change === kind).length;
  const parts = [
    [of("changed"), "changed"],
    [of("came"), "new"],
    [of("went"), "gone"],
  ] as const;
  const said = parts.filter(([n]) => n > 0).map(([n, word]) => `${n} ${word}`);
  return `${points.length === 1 ? "Point" : "Points"}: ${said.join(", ")}`;
}

export function ChangesStrip({ c, changes, onSeen }: { c: string; changes: ChangesAnswer; onSeen(): void }) {
  const [open, setOpen] = useState(false);
  if (!changes.known) return null;
  return (
    <section className="changes no-print" aria-label="What changed">
      <div className="changes-inner">
        <div className="row changes-row">
          <span role="status">{summary(changes.points)}</span>
          <button
            type="button"
            className="button small quiet"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {open ? "Hide" : "Show"}
          </button>
          <button type="button" className="button small quiet" onClick={onSeen}>
            Seen
          </button>
        </div>
        {open && (
          <ul className="stack changes-list">
            {changes.points.slice(0, 50).map((p) => (
              <ChangeRow key={p.id} c={c} change={p} />
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

export function ChangeRow({ c, change: { id, change, before, after } }: { c: string; change: Change }) {
  const shown = after ?? before;
  return (
    <li className="row">
      <span className="label">{WORDS[change]}</span>
      {before && after && before.verdict !== after.verdict && (
        <>
          <Verdict verdict={before.verdict} /> <span aria-hidden="true">→</span>
          <span className="sr">became</span>
        </>
      )}
      {shown && <Verdict verdict={shown.verdict} />}
      {after ? <Link to={to.point(c, id)}>{after.question}</Link> : <span>{before?.question ?? id}</span>}
    </li>
  );
}
