/** The reading view: one document with its statements, walked by keyboard, corrected in place. */
import { useEffect, useMemo, useState } from "react";
import type { Span } from "../../../src/model.ts";
import type { DocumentAnswer, StatementView } from "../../../src/server/contract.ts";
import { get } from "../../api/client.ts";
import { resources } from "../../api/resources.ts";
import { useStatementActions } from "../../parts/statement-actions.tsx";
import { Empty, Loaded } from "../../parts/states.tsx";
import { copyQuotation } from "../../state/copy.ts";
import { correct } from "../../state/correct.ts";
import { useKeys } from "../../state/keys.ts";
import { notify, telling } from "../../state/notices.ts";
import { useResource } from "../../state/query.ts";
import { navigate, useSearch } from "../../state/router.ts";
import { to } from "../../state/routes.ts";
import { AddStatementDialog } from "./add-statement.tsx";
import { StatementCard } from "./card.tsx";
import { DocumentHead } from "./facts.tsx";
import { Legend } from "./legend.tsx";
import { markings, spanOf, walk } from "./marks.ts";
import { useSelectedSpan } from "./selection.ts";
import { ReadingText } from "./text.tsx";

type ReadArticle = NonNullable<DocumentAnswer["article"]>;

export function DocumentView({ c, d }: { c: string; d: string }) {
  const query = useResource(resources.document(c, d));
  return (
    <Loaded query={query} what="the document">
      {(answer) =>
        answer.article ? (
          <Reading c={c} answer={answer} article={answer.article} />
        ) : (
          <Empty
            title={answer.document.status === "failed" ? "This document could not be read" : "Not read yet"}
          >
            <p className="lede">
              {answer.document.error?.message ?? "It appears here as soon as it is read."}
            </p>
          </Empty>
        )
      }
    </Loaded>
  );
}

function Reading({ c, answer, article }: { c: string; answer: DocumentAnswer; article: ReadArticle }) {
  const [search, change] = useSearch();
  const active = search.get("s");
  const at = search.get("at");
  const passage = useMemo(() => spanOf(at), [at]);
  const { statements, narrated } = answer;
  const marks = useMemo(() => markings(statements, narrated), [statements, narrated]);
  const order = useMemo(() => walk([...statements, ...narrated]), [statements, narrated]);
  const index = order.findIndex((v) => v.statement.id === active);
  const view: StatementView | null =
    order[index] ?? statements.find((v) => v.statement.id === active) ?? null;
  const actions = useStatementActions(c);
  const selected = useSelectedSpan(article.text);
  const [adding, setAdding] = useState<{ at: Span; content: boolean } | null>(null);

  const setActive = (id: string | null) => change({ s: id, at: null });
  useEffect(() => {
    const anchor = document.querySelector(
      active === null ? "[data-anchor=passage]" : `[data-anchor="${CSS.escape(active)}"]`,
    );
    anchor?.scrollIntoView({ block: "center" });
  }, [active]);

  const step = (by: number) => {
    const next = index < 0 ? firstBelow(order) : order[Math.min(order.length - 1, Math.max(0, index + by))];
    if (next) setActive(next.statement.id);
  };
  const add = () => {
    if (selected) setAdding({ at: selected, content: true });
    else setAdding({ at: view?.extent ?? paragraphInView(article), content: false });
  };
  useKeys("Reading", [
    { keys: "j", label: "Next statement", run: () => step(1) },
    { keys: "k", label: "Previous statement", run: () => step(-1) },
    {
      keys: "Enter",
      label: "Open its point",
      run: () => view?.points[0] && navigate(to.point(c, view.points[0].id, { s: view.statement.id })),
    },
    {
      keys: "h",
      label: "The same point in the next document",
      run: () => view && void telling(() => elsewhere(c, view)),
    },
    { keys: "i", label: "Add a statement (of the selected words)", run: add, opens: true },
    { keys: "Escape", label: "", run: () => view && setActive(null) },
  ]);
  useKeys("Statement", actions.bindings(view));

  return (
    <article className="reading">
      <DocumentHead c={c} answer={answer} article={article} />
      <div className="reading-columns">
        <ReadingText article={article} marks={marks} active={active} passage={passage} onActive={setActive} />
        <aside className={view ? "reading-side open no-print" : "reading-side no-print"}>
          {view ? (
            <StatementCard
              c={c}
              answer={answer}
              view={view}
              actions={actions}
              onClose={() => setActive(null)}
            />
          ) : (
            <Legend c={c} answer={answer} onActive={setActive} onAdd={add} />
          )}
        </aside>
      </div>
      {selected && adding === null && (
        <SelectionTools
          c={c}
          article={article.id}
          selected={selected}
          view={view?.narrated ? null : view}
          onAdd={() => setAdding({ at: selected, content: true })}
        />
      )}
      {adding && (
        <AddStatementDialog
          c={c}
          article={article}
          at={adding.at}
          content={adding.content}
          onClose={() => setAdding(null)}
        />
      )}
      {actions.dialog}
    </article>
  );
}

/** The first statement that is not above the screen. */
function firstBelow(order: readonly StatementView[]): StatementView | undefined {
  const start = paragraphOnScreen();
  return order.find((v) => v.extent.start >= start) ?? order[0];
}

function paragraphOnScreen(): number {
  const paragraphs = [...document.querySelectorAll<HTMLElement>(".reading-paragraph")];
  const shown = paragraphs.find((p) => p.getBoundingClientRect().bottom > 80);
  return Number(shown?.dataset.start ?? 0);
}

function paragraphInView(article: ReadArticle): Span {
  const start = paragraphOnScreen();
  return article.paragraphs.find((p) => p.start === start) ?? article.paragraphs[0] ?? { start: 0, end: 0 };
}

/** Goes to the next document's words on the statement's first point. */
async function elsewhere(c: string, view: StatementView): Promise<void> {
  const [point] = view.points;
  if (!point) {
    notify("done", "No other document speaks to this statement’s point.");
    return;
  }
  const { positions } = await get(resources.point(c, point.id));
  const all = positions.flatMap((p) => p.statements);
  const documents = [...new Set(all.map((s) => s.article.document))].sort();
  const next = documents[(documents.indexOf(view.article.document) + 1) % documents.length];
  const found = all.find((s) => s.article.document === next);
  if (!found || next === view.article.document) notify("done", "No other document speaks to this point.");
  else navigate(to.document(c, found.article.document, { s: found.statement.id }));
}

interface SelectionToolsProps {
  c: string;
  article: string;
  selected: Span;
  view: StatementView | null;
  onAdd(): void;
}

/** What can be done with selected words. */
function SelectionTools({ c, article, selected, view, onAdd }: SelectionToolsProps) {
  const { start, end } = selected;
  const setRole = (role: "source" | "cue" | "content") => {
    if (!view) return;
    const { statement } = view;
    const spans = (list: readonly Span[]) => list.map((p) => ({ start: p.start, end: p.end }));
    const roles = {
      source: spans(statement.source),
      cue: spans(statement.cue),
      content: spans(statement.content),
    };
    void correct(c, [
      { action: "set-spans", on: { statement: statement.id }, value: { ...roles, [role]: [{ start, end }] } },
    ]);
    window.getSelection()?.removeAllRanges();
  };
  return (
    // The selection must outlive the press of a button.
    <div className="selection-tools no-print" onPointerDown={(event) => event.preventDefault()}>
      <button type="button" className="button small primary" onClick={onAdd}>
        Add as a statement <kbd>i</kbd>
      </button>
      <button
        type="button"
        className="button small"
        onClick={() => void copyQuotation(c, { article, start, end })}
      >
        Copy with reference
      </button>
      {view && (
        <>
          <span className="meta">Of the open statement, these are the</span>
          {(["source", "cue", "content"] as const).map((role) => (
            <button key={role} type="button" className="button small" onClick={() => setRole(role)}>
              {role}
            </button>
          ))}
        </>
      )}
    </div>
  );
}
