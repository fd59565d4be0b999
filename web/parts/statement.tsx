/** A statement as it stands in its document: source, cue and content marked, the sentences around it in grey. */
import type { ReactNode } from "react";
import type { Passage, Span } from "../../src/model.ts";
import type { StatementView } from "../../src/server/contract.ts";
import { Holding, Source } from "./names.tsx";
import { type Marking, stretches } from "./stretches.ts";

type Part = "source" | "cue" | "content" | "decisive";

/** Source, cue and content of a statement, as marks. */
function partsOf({ statement }: StatementView, decisive: readonly Span[]): Marking<Part>[] {
  const of = (value: Part, passages: readonly Span[]) =>
    passages.map(({ start, end }) => ({ start, end, value }));
  return [
    ...of("content", statement.content),
    ...of("cue", statement.cue),
    ...of("source", statement.source),
    ...of("decisive", decisive),
  ];
}

/** Its sentences with the parts marked. `around` also gives a sentence before and after. */
export function InContext({
  view,
  around = true,
  decisive = [],
}: {
  view: StatementView;
  around?: boolean;
  decisive?: readonly Passage[];
}) {
  const { context, statement } = view;
  const form = statement.form === "direct" ? "" : " indirect";
  return (
    <span className="quote">
      {around && context.before !== "" && <span className="around">{context.before} </span>}
      {stretches(context.text, context.start, partsOf(view, decisive)).map(({ start, text, values }) =>
        values.length === 0 ? (
          <span key={start}>{text}</span>
        ) : (
          <span key={start} className={values.map((v) => (v === "content" ? `content${form}` : v)).join(" ")}>
            {text}
          </span>
        ),
      )}
      {around && context.after !== "" && <span className="around"> {context.after}</span>}
    </span>
  );
}

/** Who, the words in context, where from; `children` stand below (actions, status). */
export function StatementBlock({
  c,
  view,
  decisive = [],
  around = true,
  children,
}: {
  c: string;
  view: StatementView;
  decisive?: readonly Passage[];
  around?: boolean;
  children?: ReactNode;
}) {
  return (
    <div className="statement" data-statement={view.statement.id}>
      <p className="small">
        <Holding c={c} view={view} full />{" "}
        <span className="meta">
          · {view.narrated ? "document’s own voice" : actWords(view.statement.act, view.statement.negated)} ·{" "}
        </span>
        <Source c={c} view={view} />
      </p>
      <p>
        <InContext view={view} decisive={decisive} around={around} />
      </p>
      {children}
    </div>
  );
}

/** "deny", "did not say". */
export function actWords(act: string, negated: boolean): string {
  return negated ? `did not ${act}` : act;
}
