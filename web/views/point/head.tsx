import { counted } from "../../../src/report/counted.ts";
import type { PointAnswer } from "../../../src/server/contract.ts";
import { CheckingMark, TallyText } from "../../parts/checking.tsx";
import { dateTime } from "../../parts/dates.ts";
import { Link } from "../../parts/link.tsx";
import { VERDICT_MEANING, Verdict } from "../../parts/verdict.tsx";
import { to } from "../../state/routes.ts";
import type { PointAction } from "./corrections.tsx";

interface HeadProps {
  c: string;
  answer: PointAnswer;
  onAction(action: PointAction): void;
  onCheck(): void;
}

/** Verdict, question, status and what can be done with the point. */
export function PointHead({ c, answer, onAction, onCheck }: HeadProps) {
  const { point, checking, checked, previous, following } = answer;
  const documents = new Set(answer.positions.flatMap((p) => p.articles.map((a) => a.id))).size;
  const voices = answer.positions.flatMap((p) => p.statements).filter((s) => s.narrated).length;
  return (
    <header className="point-head">
      <nav className="row no-print meta" aria-label="Points">
        <Link to={to.section(c, "board")}>Board</Link>
        {previous !== null && (
          <Link to={to.point(c, previous)}>
            ← Previous <kbd>[</kbd>
          </Link>
        )}
        {following !== null && (
          <Link to={to.point(c, following)}>
            Next → <kbd>]</kbd>
          </Link>
        )}
      </nav>
      <p className="row">
        <Verdict verdict={point.verdict} />
        <CheckingMark checking={checking} by />
        <TallyText tally={checked} voices={voices} />
      </p>
      <h1>{point.question}</h1>
      <p className="lede">
        {VERDICT_MEANING[point.verdict]}{" "}
        <span className="n">
          {counted(documents, "document")}
          {point.independent < documents ? `, ${point.independent} independent` : ""}.
        </span>
      </p>
      {answer.askedAnew && (
        <p className="meta">
          The question was written anew: the answers stay together as they were, but whether one is a yes or a
          no to this question is not known.
        </p>
      )}
      {checking.notes.map((note) => (
        <p key={`${note.at} ${note.text}`} className="note-text">
          {note.text}{" "}
          <span className="meta">
            {note.by ?? "unsigned"}
            {note.at === null ? "" : `, ${dateTime(note.at)}`}
          </span>
        </p>
      ))}
      <div className="row no-print">
        <button type="button" className="button small" onClick={onCheck}>
          All right <kbd>v</kbd>
        </button>
        <button type="button" className="button small" onClick={() => onAction("question")}>
          Question <kbd>r</kbd>
        </button>
        <button type="button" className="button small" onClick={() => onAction("merge")}>
          Merge <kbd>p</kbd>
        </button>
        <button type="button" className="button small" onClick={() => onAction("note")}>
          Note on the point
        </button>
      </div>
    </header>
  );
}
