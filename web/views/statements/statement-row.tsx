import type { StatementView } from "../../../src/server/contract.ts";
import { CheckingMark } from "../../parts/checking.tsx";
import { Link } from "../../parts/link.tsx";
import { articleWords } from "../../parts/names.tsx";
import { Says } from "../../parts/says.tsx";
import { actWords, InContext } from "../../parts/statement.tsx";
import { VERDICT_WORDS, VerdictMark } from "../../parts/verdict.tsx";
import { to } from "../../state/routes.ts";

interface Props {
  c: string;
  view: StatementView;
  /** Shows it in its sentences. */
  open: boolean;
  marked: boolean;
  onMark(): void;
  onActive(): void;
}

/** Few elements a row, since thousands scroll past. */
export function StatementRow({ c, view, open, marked, onMark, onActive }: Props) {
  const { statement, holders, checking, points } = view;
  const who = holders.map((h) => h.name).join(" and ") || "nobody named";
  const words = statement.content.map((p) => p.text).join(" … ");
  const point = points[0];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: keys are the view's own (j, k)
    <div className="statement-row" onClick={onActive}>
      <input
        type="checkbox"
        aria-label={`Mark ${who}: ${words.slice(0, 60)}`}
        checked={marked}
        onChange={onMark}
      />
      <p className="statement-who">
        {who}
        <span className="meta">
          {" "}
          {view.narrated ? "own voice" : actWords(statement.act, statement.negated)}
        </span>
      </p>
      {open ? (
        <p>
          <InContext view={view} />
        </p>
      ) : (
        <p className="statement-words">
          <Says says={view.says} />
        </p>
      )}
      <p className="meta statement-where">
        <Link to={to.document(c, view.article.document, { s: statement.id })}>
          {articleWords(view.article)}
        </Link>
        {point && (
          <Link to={to.point(c, point.id)} title={`${VERDICT_WORDS[point.verdict]}: ${point.question}`}>
            <VerdictMark verdict={point.verdict} title={VERDICT_WORDS[point.verdict]} />
          </Link>
        )}
        <CheckingMark checking={checking} />
      </p>
    </div>
  );
}
