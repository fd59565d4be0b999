/** Beside the text while no statement is open: what the marks mean, who speaks, what was taken out. */
import type { DocumentAnswer } from "../../../src/server/contract.ts";
import { Link } from "../../parts/link.tsx";
import { to } from "../../state/routes.ts";

interface LegendProps {
  c: string;
  answer: DocumentAnswer;
  onActive(id: string): void;
  onAdd(): void;
}

export function Legend({ c, answer, onActive, onAdd }: LegendProps) {
  const counts = new Map<string, { name: string; count: number; first: string }>();
  for (const { holders, statement } of answer.statements) {
    for (const { id, name } of holders) {
      if (id === null) continue;
      const known = counts.get(id);
      if (known) known.count++;
      else counts.set(id, { name, count: 1, first: statement.id });
    }
  }
  const rejected = answer.statements.filter((s) => s.checking.status === "rejected");
  return (
    <div className="legend stack">
      <p className="meta">
        <span className="m source">who</span> <span className="m cue">says</span>{" "}
        <span className="m content">in these very words</span> or{" "}
        <span className="m content indirect">in the document’s words</span>,{" "}
        <span className="m content-2 indirect">one inside another</span>,{" "}
        <span className="m narrated">the document’s own voice on a point</span>
      </p>
      <p className="meta for-keys">
        <kbd>j</kbd> <kbd>k</kbd> walk the statements, or click one. <kbd>?</kbd> lists all keys.
      </p>
      <p>
        <button type="button" className="button small" onClick={onAdd}>
          Add a statement <kbd>i</kbd>
        </button>
      </p>
      <h2 className="legend-title">Who speaks</h2>
      <ul>
        {[...counts].map(([id, { name, count, first }]) => (
          <li key={id} className="legend-speaker">
            <Link className="plain" to={to.speaker(c, id)}>
              {name}
            </Link>
            <button
              type="button"
              className="button small quiet n"
              aria-label={`Go to the first of ${name}’s statements`}
              onClick={() => onActive(first)}
            >
              {count}
            </button>
          </li>
        ))}
      </ul>
      {rejected.length > 0 && (
        <details>
          <summary className="meta n">{rejected.length} taken out by hand</summary>
          <ul className="stack">
            {rejected.map(({ statement, extent }) => (
              <li key={statement.id}>
                <button type="button" className="option" onClick={() => onActive(statement.id)}>
                  {extent.text}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
