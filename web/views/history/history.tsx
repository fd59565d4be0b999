/** What people corrected: who, when, what became of it; undo, redo, and what to do where a correction has lost its place. */

import { counted } from "../../../src/report/counted.ts";
import { resources } from "../../api/resources.ts";
import { ChangeRow } from "../../parts/changes.tsx";
import { Empty, Loading, Problem } from "../../parts/states.tsx";
import { VirtualList } from "../../parts/virtual-list.tsx";
import { undo } from "../../state/correct.ts";
import { type Entry, entriesOf } from "../../state/entries.ts";
import { useKeys } from "../../state/keys.ts";
import { useListWalk } from "../../state/list-walk.ts";
import { useLiveState } from "../../state/live-context.ts";
import { usePages } from "../../state/pages.ts";
import { navigate, useSearch } from "../../state/router.ts";
import { useMyName } from "../../state/settings.ts";
import { dayOf, FILTERS, type Filter, isShown } from "./entries.ts";
import { EntryRow, placeOf, redoIds, undoIds } from "./entry-row.tsx";
import "../../theme/history.css";

const FILTER_WORDS: Record<Filter, string> = {
  all: "all",
  attention: "that need a look",
  mine: "mine",
  undone: "undone",
};

export function HistoryView({ c }: { c: string }) {
  const [search, change] = useSearch();
  const filter = FILTERS.find((f) => f === search.get("show")) ?? "all";
  const me = useMyName();
  const list = usePages(resources.rulings(c, { limit: 200 }), true);
  const entries = entriesOf(list.pages.flatMap((p) => p.rulings));
  const shown = entries.filter((e) => isShown(e, filter, me));
  const { active, current, move, go } = useListWalk(shown);
  const takeBack = (entry: Entry) => undoIds(entry).length > 0 && void undo(c, undoIds(entry));
  const redo = (entry: Entry) => redoIds(entry).length > 0 && void undo(c, redoIds(entry));
  useKeys("History", [
    { keys: "j", label: "Next", run: () => move(1) },
    { keys: "k", label: "Previous", run: () => move(-1) },
    { keys: "z", label: "Undo it", run: () => void (current && takeBack(current)) },
    { keys: "Z", label: "Redo it", run: () => void (current && redo(current)) },
    {
      keys: "Enter",
      label: "Open what it is about",
      run: () => {
        const place = current && placeOf(c, current);
        if (place) navigate(place);
      },
    },
  ]);
  const corrections = list.pages[0]?.corrections ?? null;
  return (
    <div className="history">
      <div className="page-head">
        <div>
          <h1>History</h1>
          <p className="lede">
            Every correction is kept, undone ones too. They are laid over what the machine read, and found
            again when documents are read anew.
          </p>
        </div>
        {corrections !== null && (
          <p className="meta n" role="status">
            {counted(corrections.made, "correction")}
            {corrections.undone > 0 && `, ${corrections.undone} undone`}
          </p>
        )}
      </div>
      <Changed c={c} />
      <fieldset className="row history-filter no-print">
        <legend className="sr">Show</legend>
        {FILTERS.map((f) => (
          <button
            key={f}
            type="button"
            className="button small"
            aria-pressed={f === filter}
            onClick={() => {
              go(null);
              change({ show: f === "all" ? null : f });
            }}
          >
            {FILTER_WORDS[f]}
            {f === "attention" && entries.some((e) => isShown(e, f, me)) && (
              <span className="n"> {entries.filter((e) => isShown(e, f, me)).length}</span>
            )}
          </button>
        ))}
      </fieldset>
      {list.error && <Problem failure={list.error} retry={list.reload} />}
      {shown.length > 0 ? (
        <VirtualList
          items={shown}
          keyOf={(e) => e.id}
          estimate={96}
          label="Corrections, newest first"
          more={list.more}
          fetchMore={list.fetchMore}
          active={active}
          render={(entry, i) => {
            const day = dayOf(entry);
            const before = shown[i - 1];
            return (
              <EntryRow
                c={c}
                entry={entry}
                day={before !== undefined && dayOf(before) === day ? null : day}
                onUndo={() => takeBack(entry)}
                onRedo={() => redo(entry)}
              />
            );
          }}
        />
      ) : list.pages.length === 0 ? (
        list.error === null && <Loading what="the history" />
      ) : list.more ? (
        <p className="state">
          <button type="button" className="button" onClick={list.fetchMore}>
            Look further back
          </button>
        </p>
      ) : (
        <Empty title={entries.length === 0 ? "Nothing corrected yet" : "None of these"}>
          <p className="lede">
            {entries.length === 0
              ? "What you check, correct or note anywhere in this collection is listed here, with a way back."
              : filter === "attention"
                ? "Every correction stands where it was made."
                : "Show all to see what there is."}
          </p>
        </Empty>
      )}
    </div>
  );
}

/** What became of the points since the page was opened, or since that was last put away. */
function Changed({ c }: { c: string }) {
  const { changes } = useLiveState();
  if (changes === null || !changes.known || changes.points.length === 0) return null;
  return (
    <section className="section history-changed" aria-label="What changed since you opened this page">
      <h2>What changed since you opened this page</h2>
      <ul className="stack">
        {changes.points.map((p) => (
          <ChangeRow key={p.id} c={c} change={p} />
        ))}
      </ul>
    </section>
  );
}
