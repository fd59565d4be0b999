/** Every statement of a collection as a table to filter, walk and check by keyboard, however many there are. */
import { useState } from "react";
import { ACTS, STATEMENT_KINDS } from "../../../src/model.ts";
import type { RulingDraft, StatementView } from "../../../src/server/contract.ts";
import { resources } from "../../api/resources.ts";
import { StatementDialog, type StatementQuestion } from "../../parts/statement-dialog.tsx";
import { Empty, Loading, Problem } from "../../parts/states.tsx";
import { VirtualList } from "../../parts/virtual-list.tsx";
import { correct } from "../../state/correct.ts";
import { useKeys } from "../../state/keys.ts";
import { useListWalk } from "../../state/list-walk.ts";
import { usePages } from "../../state/pages.ts";
import { navigate, useSearch } from "../../state/router.ts";
import { to } from "../../state/routes.ts";
import { Filters, type FilterValues, NAMES } from "./filters.tsx";
import { StatementRow } from "./statement-row.tsx";
import "../../theme/statements.css";

/** As many statements as are marked for one correction. */
const AT_ONCE = 200;

export function StatementsView({ c }: { c: string }) {
  const [search, change] = useSearch();
  const values = Object.fromEntries(NAMES.map((n) => [n, search.get(n) ?? ""])) as FilterValues;
  const list = usePages(resources.statements(c, { ...known(values), limit: 200 }), true);
  const statements = list.pages.flatMap((p) => p.statements);
  const total = list.pages[0]?.total ?? null;
  const { active, current, move, go } = useListWalk(statements);
  const [open, setOpen] = useState<string | null>(null);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [doing, setDoing] = useState<StatementQuestion | null>(null);
  const mark = (view: StatementView) => {
    const next = new Set(marked);
    if (!next.delete(view.statement.id) && next.size < AT_ONCE) next.add(view.statement.id);
    setMarked(next);
  };
  const judge = (action: "accept" | "reject") => {
    const ids = marked.size > 0 ? [...marked] : current ? [current.statement.id] : [];
    if (ids.length === 0) return;
    const drafts: RulingDraft[] = ids.map((statement) => ({ action, on: { statement } }));
    const what = ids.length === 1 ? "" : `${ids.length} statements: `;
    void correct(c, drafts, { said: `${what}${action === "accept" ? "found right" : "rejected"}` }).then(
      (done) => done && setMarked(new Set()),
    );
  };
  const document = (view: StatementView) => to.document(c, view.article.document, { s: view.statement.id });
  useKeys("Statements", [
    { keys: "j", label: "Next", run: () => move(1) },
    { keys: "k", label: "Previous", run: () => move(-1) },
    { keys: "J", label: "Ten on", run: () => move(10) },
    { keys: "K", label: "Ten back", run: () => move(-10) },
    {
      keys: " ",
      label: "Read it in its sentences",
      run: () => current && setOpen(open === current.statement.id ? null : current.statement.id),
    },
    { keys: "Enter", label: "Open it in its document", run: () => current && navigate(document(current)) },
    {
      keys: "o",
      label: "Open its point",
      run: () => current?.points[0] && navigate(to.point(c, current.points[0].id)),
    },
    { keys: "x", label: "Mark", run: () => current && mark(current) },
    { keys: "y", label: "Right as it stands (all marked)", run: () => judge("accept") },
    { keys: "n", label: "Wrong: nobody said that (all marked)", run: () => judge("reject") },
    { keys: "e", label: "Fix which words they are", run: () => current && setDoing("spans"), opens: true },
    { keys: "w", label: "Fix who it is", run: () => current && setDoing("speaker"), opens: true },
    { keys: "a", label: "Fix the act", run: () => current && setDoing("act"), opens: true },
  ]);
  const isFiltered = NAMES.some((n) => values[n] !== "");
  return (
    <div className="statements">
      <div className="page-head">
        <h1>Statements</h1>
        {total !== null && (
          <p className="meta n" role="status">
            {total === 1 ? "1 statement" : `${total.toLocaleString("en")} statements`}
          </p>
        )}
      </div>
      <Filters c={c} values={values} onChange={change} />
      <section className="marked-bar row" aria-label="With those marked" hidden={marked.size === 0}>
        <span className="meta" role="status">
          {marked.size} marked{marked.size === AT_ONCE && ", no more at once"}
        </span>
        <button type="button" className="button small" onClick={() => judge("accept")}>
          Right <kbd>y</kbd>
        </button>
        <button type="button" className="button small danger" onClick={() => judge("reject")}>
          Wrong <kbd>n</kbd>
        </button>
        <button type="button" className="button small quiet" onClick={() => setMarked(new Set())}>
          Unmark all
        </button>
      </section>
      {list.error && <Problem failure={list.error} retry={list.reload} />}
      {statements.length > 0 ? (
        <VirtualList
          items={statements}
          keyOf={(v) => v.statement.id}
          estimate={86}
          label="Statements"
          more={list.more}
          fetchMore={list.fetchMore}
          active={active}
          render={(view, i) => (
            <StatementRow
              c={c}
              view={view}
              open={open === view.statement.id}
              marked={marked.has(view.statement.id)}
              onMark={() => mark(view)}
              onActive={() => go(i)}
            />
          )}
        />
      ) : list.loading && list.pages.length === 0 ? (
        <Loading what="statements" />
      ) : (
        list.error === null && (
          <Empty title={isFiltered ? "None of these" : "No statements yet"}>
            <p className="lede">
              {isFiltered
                ? "Take a filter away, or search for fewer words."
                : "They come with the documents as soon as these are read."}
            </p>
            {isFiltered && (
              <p className="row">
                <button
                  type="button"
                  className="button"
                  onClick={() => change(Object.fromEntries(NAMES.map((n) => [n, null])))}
                >
                  Clear all filters
                </button>
              </p>
            )}
          </Empty>
        )
      )}
      {current && doing && (
        <StatementDialog c={c} view={current} what={doing} onClose={() => setDoing(null)} />
      )}
    </div>
  );
}

/** Addresses come from people too: what the server would refuse is left out. */
function known(values: FilterValues): FilterValues {
  const of = (list: readonly string[], value: string) => (list.includes(value) ? value : "");
  return {
    ...values,
    act: of(ACTS, values.act),
    kind: of(STATEMENT_KINDS, values.kind),
    checked: of(["yes", "no"], values.checked),
    status: of(["machine", "checked", "corrected", "rejected"], values.status),
    narrated: of(["true"], values.narrated),
  };
}
