import { counted } from "../../../src/report/counted.ts";
import type { PointAnswer, StatementView } from "../../../src/server/contract.ts";
import { CheckingMark } from "../../parts/checking.tsx";
import { Holders } from "../../parts/names.tsx";
import { StanceMark } from "../../parts/stance.tsx";
import { StatementBlock } from "../../parts/statement.tsx";
import { type StatementActions, StatementButtons } from "../../parts/statement-actions.tsx";

interface PositionsProps {
  c: string;
  answer: PointAnswer;
  active: string | null;
  chosen: readonly string[];
  actions: StatementActions;
  onActive(id: string): void;
  onChoose(id: string): void;
}

/** The positions beside each other, every statement of each in its context. */
export function Positions({ c, answer, ...rest }: PositionsProps) {
  const evidence = answer.decisive?.relation.evidence ?? [];
  return (
    <div className="positions">
      {answer.positions.map((position, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a position has no other name than its place
        <section key={index} className="position">
          <h3>
            <StanceMark stance={position.stance} askedAnew={answer.askedAnew} /> {position.answer}
          </h3>
          <p className="meta">
            {position.speakers.length > 1 && "Taken for one answer: "}
            <Holders c={c} holders={position.speakers} />
            {position.sides.length > 0 && ` · ${position.sides.map((s) => s.name).join(", ")}`}
            <span className="n">
              {" "}
              · {counted(position.articles.length, "document")}
              {position.independent < position.articles.length ? `, ${position.independent} independent` : ""}
            </span>
          </p>
          {position.statements.map((view) => (
            <Entry
              key={view.statement.id}
              c={c}
              view={view}
              decisive={evidence.filter((e) => e.article === view.article.id)}
              {...rest}
            />
          ))}
        </section>
      ))}
    </div>
  );
}

interface EntryProps extends Omit<PositionsProps, "answer"> {
  view: StatementView;
  decisive: { start: number; end: number; text: string }[];
}

function Entry({ c, view, decisive, active, chosen, actions, onActive, onChoose }: EntryProps) {
  const { id } = view.statement;
  const current = id === active;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: j and k walk the statements
    <div
      className={current ? "entry current" : "entry"}
      aria-current={current ? "true" : undefined}
      onClick={() => onActive(id)}
    >
      <StatementBlock c={c} view={view} decisive={decisive}>
        <p className="row entry-foot">
          <label className="choice meta no-print">
            <input type="checkbox" checked={chosen.includes(id)} onChange={() => onChoose(id)} />
            choose
          </label>
          <CheckingMark checking={view.checking} by />
        </p>
        {view.checking.notes.map((note) => (
          <p key={`${note.at} ${note.text}`} className="note-text">
            {note.text} <span className="meta">{note.by ?? "unsigned"}</span>
          </p>
        ))}
        {current && <StatementButtons view={view} actions={actions} />}
      </StatementBlock>
    </div>
  );
}
