import type { ReactNode } from "react";
import type { QueueItem, StatementView } from "../../../src/server/contract.ts";
import { ACT_MEANING } from "../../parts/act-picker.tsx";
import { CheckingMark } from "../../parts/checking.tsx";
import { Link } from "../../parts/link.tsx";
import { Holding, Source } from "../../parts/names.tsx";
import { actWords, InContext } from "../../parts/statement.tsx";
import type { StatementQuestion } from "../../parts/statement-dialog.tsx";
import { Verdict } from "../../parts/verdict.tsx";
import { to } from "../../state/routes.ts";

interface Props {
  c: string;
  item: QueueItem;
  /** The item's statement as it stands now. */
  view: StatementView;
  onRight(): void;
  onWrong(): void;
  onFix(what: StatementQuestion): void;
  onNext(): void;
  /** null where there is nothing before. */
  onBack: (() => void) | null;
  onVerdictRight(): void;
}

/** One statement to verify: the words in their place, what the machine made of them, what hangs on it. */
export function CheckItem(props: Props) {
  const { c, item, view } = props;
  const { statement, checking } = view;
  const { point } = item;
  return (
    <section className="check-item" aria-label="To check">
      <ul className="why" aria-label="Why this one">
        {item.why.map(({ code, text }) => (
          <li key={code}>{text}</li>
        ))}
      </ul>
      <p className="check-words">
        <InContext view={view} />
      </p>
      <p>
        <Source c={c} view={view} />
      </p>
      <dl className="made">
        <Made name="Who" button="Fix" keys="w" onFix={() => props.onFix("speaker")}>
          <Holding c={c} view={view} full />
        </Made>
        <Made name="Act" button="Fix" keys="a" onFix={() => props.onFix("act")}>
          {actWords(statement.act, statement.negated)}{" "}
          <span className="meta">
            {statement.negated ? "the reporting is negated" : ACT_MEANING[statement.act]}
          </span>
        </Made>
        <Made name="Words" button="Fix" keys="e" onFix={() => props.onFix("spans")}>
          <PartsLegend view={view} />
        </Made>
        {point && (
          <Made name="Point" button="Verdict is right" keys="v" onFix={props.onVerdictRight}>
            <Verdict verdict={point.verdict} /> <Link to={to.point(c, point.id)}>{point.question}</Link>
          </Made>
        )}
      </dl>
      <p className="check-status">
        <CheckingMark checking={checking} by />
      </p>
      {checking.notes.map((n) => (
        <p key={`${n.at}${n.text}`} className="small">
          <span className="label">{n.by ?? "Note"}:</span> {n.text}
        </p>
      ))}
      <div className="answers no-print">
        <button type="button" className="button primary" onClick={props.onRight}>
          Right <kbd>y</kbd>
        </button>
        <button type="button" className="button danger" onClick={props.onWrong}>
          Wrong <kbd>n</kbd>
        </button>
        <button type="button" className="button" onClick={() => props.onFix("note")}>
          Note <kbd>c</kbd>
        </button>
        <span className="spacer" />
        {props.onBack && (
          <button type="button" className="button" onClick={props.onBack}>
            Back <kbd>k</kbd>
          </button>
        )}
        <button type="button" className="button" onClick={props.onNext}>
          Next <kbd>j</kbd>
        </button>
      </div>
    </section>
  );
}

function Made({
  name,
  button,
  keys,
  onFix,
  children,
}: {
  name: string;
  button: string;
  keys: string;
  onFix(): void;
  children: ReactNode;
}) {
  return (
    <div>
      <dt className="label">{name}</dt>
      <dd>{children}</dd>
      <dd className="no-print">
        <button type="button" className="button small" onClick={onFix}>
          {button} <span className="sr">{name.toLowerCase()}</span> <kbd>{keys}</kbd>
        </button>
      </dd>
    </div>
  );
}

const FORM_WORDS = {
  direct: "in quotation marks",
  indirect: "in the document’s words",
  mixed: "partly quoted",
};

/** Which marks above are which. */
function PartsLegend({ view: { statement, article } }: { view: StatementView }) {
  const { source, cue, content, form } = statement;
  const one = (className: string, passages: readonly { text: string }[], none: string) =>
    passages.length === 0 ? (
      <i className="soft">{none}</i>
    ) : (
      <span className={className}>{passages.map((p) => p.text).join(" … ")}</span>
    );
  return (
    <span className="quote">
      {one("source", source, "nobody named")} · {one("cue", cue, "no cue")} ·{" "}
      {one(form === "direct" ? "content" : "content indirect", content, "no content")}{" "}
      <span className="meta">
        {article.kind === "transcript" && form === "direct" ? "as transcribed" : FORM_WORDS[form]}
      </span>
    </span>
  );
}
