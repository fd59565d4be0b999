/** The card of the statement that the reader is at: who, how, on which points, and the same points elsewhere. */

import { counted } from "../../../src/report/counted.ts";
import type { DocumentAnswer, StatementView } from "../../../src/server/contract.ts";
import { resources } from "../../api/resources.ts";
import { CheckingMark } from "../../parts/checking.tsx";
import { day } from "../../parts/dates.ts";
import { Link } from "../../parts/link.tsx";
import { articleWords, Holder, Holding } from "../../parts/names.tsx";
import { actWords } from "../../parts/statement.tsx";
import { type StatementActions, StatementButtons } from "../../parts/statement-actions.tsx";
import { Verdict } from "../../parts/verdict.tsx";
import { useResource } from "../../state/query.ts";
import { to } from "../../state/routes.ts";

interface CardProps {
  c: string;
  answer: DocumentAnswer;
  view: StatementView;
  actions: StatementActions;
  onClose(): void;
}

export function StatementCard({ c, answer, view, actions, onClose }: CardProps) {
  const { statement, checking, points } = view;
  const passages = (label: string, list: readonly { text: string }[]) =>
    list.length > 0 && (
      <>
        <dt>{label}</dt>
        <dd>{list.map((p) => p.text).join(" … ")}</dd>
      </>
    );
  return (
    <section className="card" aria-label="Statement">
      <div className="card-head">
        <p>
          <Holding c={c} view={view} full />
        </p>
        <button type="button" className="button small quiet" onClick={onClose} aria-label="Close the card">
          ✕
        </button>
      </div>
      <p className="meta">
        {view.narrated
          ? "The document’s own voice"
          : `${actWords(statement.act, statement.negated)} · ${statement.form} ${statement.kind}`}
        {statement.saidAt !== null && ` · said ${day(statement.saidAt)}`}
        {view.place !== null && ` · ${view.place}`}
      </p>
      <p>
        <CheckingMark checking={checking} by />
      </p>
      <dl className="card-facts">
        {passages("“it” stands for", statement.refersTo)}
        {passages("told to", statement.addressee)}
        {passages("on", statement.medium)}
        {passages("named by way of", statement.via)}
      </dl>
      {checking.notes.map((note) => (
        <p key={`${note.at} ${note.text}`} className="note-text">
          {note.text} <span className="meta">{note.by ?? "unsigned"}</span>
        </p>
      ))}
      <StatementButtons view={view} actions={actions} />
      {points.map((point) => (
        <div key={point.id} className="card-point">
          <Verdict verdict={point.verdict} />
          <p>
            <Link to={to.point(c, point.id, { s: statement.id })}>{point.question}</Link>
          </p>
          <Elsewhere c={c} point={point.id} article={view.article.id} />
        </div>
      ))}
      <SpeakerCard c={c} answer={answer} view={view} />
    </section>
  );
}

/** Places listed before "and n more". */
const PLACES = 6;

/** Where other documents speak to the same point. */
function Elsewhere({ c, point, article }: { c: string; point: string; article: string }) {
  const { data } = useResource(resources.point(c, point));
  const others = (data?.positions ?? []).flatMap((p) => p.statements).filter((s) => s.article.id !== article);
  if (others.length === 0) return null;
  return (
    <ul className="elsewhere">
      {others.slice(0, PLACES).map((s) => (
        <li key={s.statement.id}>
          <Link className="meta" to={to.document(c, s.article.document, { s: s.statement.id })}>
            {articleWords(s.article)}: {s.holders[0]?.name ?? "holder not named"}
          </Link>
        </li>
      ))}
      {others.length > PLACES && <li className="meta n">and {others.length - PLACES} more</li>}
    </ul>
  );
}

/** The holder in this document: what else he says here. */
function SpeakerCard({ c, answer, view }: { c: string; answer: DocumentAnswer; view: StatementView }) {
  const [holder] = view.holders;
  if (!holder || holder.id === null) return null;
  const own = answer.statements.filter((s) => s.holders.some((h) => h.id === holder.id));
  return (
    <div className="card-point">
      <p>
        <Holder c={c} holder={holder} full />
      </p>
      <p className="meta n">
        {counted(own.length, "statement")} in this document ·{" "}
        <Link to={to.speaker(c, holder.id)}>across all documents</Link>
      </p>
    </div>
  );
}
