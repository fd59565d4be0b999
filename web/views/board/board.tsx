/** The board: points × sides, speakers or outlets. */
import { useEffect } from "react";
import { counted } from "../../../src/report/counted.ts";
import { resources } from "../../api/resources.ts";
import { TallyText } from "../../parts/checking.tsx";
import { Link } from "../../parts/link.tsx";
import { Empty, Loading, Problem } from "../../parts/states.tsx";
import { VirtualList } from "../../parts/virtual-list.tsx";
import { useKeys } from "../../state/keys.ts";
import { useListWalk } from "../../state/list-walk.ts";
import { usePages } from "../../state/pages.ts";
import { useResource } from "../../state/query.ts";
import { navigate, useSearch } from "../../state/router.ts";
import { to } from "../../state/routes.ts";
import { FilterBar } from "./filter-bar.tsx";
import { BY, boardQuery, isFiltered } from "./filters.ts";
import { BoardRow } from "./row.tsx";

/** Up to this many columns stand beside each other; more are told in each cell. */
const COLUMNS = 4;

export function BoardView({ c }: { c: string }) {
  const [params, change] = useSearch();
  const list = usePages(resources.board(c, boardQuery(params)), true);
  const first = list.pages[0] ?? null;
  const points = list.pages.flatMap((p) => p.points);
  const { active, current, move, go } = useListWalk(points);
  const columns = first?.columns ?? [];
  const grid = columns.length > 0 && columns.length <= COLUMNS;

  const query = params.toString();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another board, another place in it
  useEffect(() => go(null), [query]);

  const open = () => {
    if (current) navigate(to.point(c, current.id));
  };
  const by = params.get("by") ?? "sides";
  useKeys("Board", [
    { keys: "j", label: "Next point", run: () => move(1) },
    { keys: "k", label: "Previous point", run: () => move(-1) },
    { keys: "Enter", label: "Open the point", run: open },
    { keys: "o", label: "", run: open },
    {
      keys: "l",
      label: "Other columns",
      run: () => change({ by: BY[(BY.findIndex(([b]) => b === by) + 1) % BY.length]![0] }),
    },
    { keys: "f", label: "Find words in points", run: () => document.getElementById("board-words")?.focus() },
  ]);

  return (
    <div className="board">
      <div className="page-head">
        <div>
          <h1>Board</h1>
          {first && (
            <p className="meta n" role="status">
              {counted(first.total, "point")} · <TallyText tally={first.checked} />
            </p>
          )}
        </div>
        {first && first.checked.done < first.checked.total && (
          <Link className="button no-print" to={to.section(c, "check")}>
            Check what matters most
          </Link>
        )}
      </div>
      <FilterBar c={c} params={params} change={change} verdicts={first?.verdicts ?? {}} />
      {list.error && <Problem failure={list.error} retry={list.reload} />}
      {grid && points.length > 0 && (
        <div className={`board-heads cols-${columns.length}`} aria-hidden="true">
          <span>Point at issue</span>
          {columns.map((column) => (
            <span key={column.id}>{column.name}</span>
          ))}
        </div>
      )}
      {points.length > 0 ? (
        <VirtualList
          items={points}
          keyOf={(p) => p.id}
          estimate={260}
          label="Points"
          more={list.more}
          fetchMore={list.fetchMore}
          active={active}
          render={(point) => <BoardRow c={c} point={point} columns={columns} grid={grid} />}
        />
      ) : list.loading ? (
        <Loading what="the board" />
      ) : (
        list.error === null && <NoPoints c={c} filtered={isFiltered(params)} />
      )}
    </div>
  );
}

function NoPoints({ c, filtered }: { c: string; filtered: boolean }) {
  const { data } = useResource(resources.collection(c));
  if (filtered) return <Empty title="No point fits these filters" />;
  if (data && data.state !== "ready" && data.state !== "empty" && data.state !== "failed")
    return (
      <Empty
        title={data.state === "reading" ? "Documents are being read" : "The accounts are being compared"}
      >
        <p className="lede">The points appear here by themselves.</p>
      </Empty>
    );
  return (
    <Empty title="No points yet">
      <p className="lede">
        Points at issue need at least two accounts of the same event.{" "}
        <Link to={to.section(c, "documents")}>Add documents</Link>
      </p>
    </Empty>
  );
}
