/** All speakers of a collection: who says how much over which time; merge, rename, assign to a side. */
import { useState } from "react";
import { counted } from "../../../src/report/counted.ts";
import type { SpeakerRow } from "../../../src/server/contract.ts";
import { resources } from "../../api/resources.ts";
import { day } from "../../parts/dates.ts";
import { Link } from "../../parts/link.tsx";
import { MergeDialog, RenameDialog, SideDialog } from "../../parts/speaker-dialogs.tsx";
import { Empty, Loading, Problem } from "../../parts/states.tsx";
import { VirtualList } from "../../parts/virtual-list.tsx";
import { useKeys } from "../../state/keys.ts";
import { useListWalk } from "../../state/list-walk.ts";
import { usePages } from "../../state/pages.ts";
import { useResource } from "../../state/query.ts";
import { navigate, useSearch } from "../../state/router.ts";
import { to } from "../../state/routes.ts";
import "../../theme/speakers.css";

type Doing = "rename" | "side" | "merge" | null;

export function SpeakersView({ c }: { c: string }) {
  const [search, change] = useSearch();
  const q = search.get("q") ?? "";
  const side = search.get("side") ?? "";
  const list = usePages(resources.speakers(c, { q, side, limit: 100 }), true);
  const { data: sides } = useResource(resources.sides(c));
  const speakers = list.pages.flatMap((p) => p.speakers);
  const { active, current, move } = useListWalk(speakers);
  const [marked, setMarked] = useState<ReadonlyMap<string, SpeakerRow>>(new Map());
  const [doing, setDoing] = useState<Doing>(null);
  const chosen = marked.size > 0 ? [...marked.values()] : current ? [current] : [];
  const mark = (row: SpeakerRow) => {
    const next = new Map(marked);
    if (!next.delete(row.id)) next.set(row.id, row);
    setMarked(next);
  };
  const start = (what: Doing) => chosen.length > 0 && setDoing(what);
  useKeys("Speakers", [
    { keys: "j", label: "Next", run: () => move(1) },
    { keys: "k", label: "Previous", run: () => move(-1) },
    { keys: "Enter", label: "Open", run: () => current && navigate(to.speaker(c, current.id)) },
    { keys: "x", label: "Mark", run: () => current && mark(current) },
    { keys: "p", label: "Merge the marked", run: () => start("merge"), opens: true },
    { keys: "r", label: "Rename", run: () => chosen.length === 1 && start("rename"), opens: true },
    { keys: "s", label: "Assign to a side", run: () => start("side"), opens: true },
  ]);
  const close = () => setDoing(null);
  const done = () => setMarked(new Map());
  const total = list.pages[0]?.total ?? null;
  return (
    <div className="speakers">
      <div className="page-head">
        <h1>Speakers</h1>
        <Link to={to.section(c, "sides")}>Sides</Link>
      </div>
      <search className="row list-filters">
        <label className="field">
          Name
          <input type="search" value={q} onChange={(event) => change({ q: event.target.value })} />
        </label>
        <label className="field">
          Side
          <select value={side} onChange={(event) => change({ side: event.target.value })}>
            <option value="">all</option>
            {(sides?.sides ?? []).map((s) => (
              <option key={s.id} value={s.id}>
                {s.name}
              </option>
            ))}
          </select>
        </label>
        {total !== null && <p className="meta n">{counted(total, "speaker")}</p>}
      </search>
      <section className="marked-bar row" aria-label="With those marked" hidden={marked.size === 0}>
        <span className="meta" role="status">
          {marked.size} marked
        </span>
        <button
          type="button"
          className="button small"
          disabled={marked.size < 2}
          onClick={() => start("merge")}
        >
          Merge <kbd>p</kbd>
        </button>
        <button type="button" className="button small" onClick={() => start("side")}>
          Assign to a side <kbd>s</kbd>
        </button>
        <button type="button" className="button small quiet" onClick={done}>
          Unmark all
        </button>
      </section>
      {list.error && <Problem failure={list.error} retry={list.reload} />}
      {speakers.length > 0 ? (
        <VirtualList
          items={speakers}
          keyOf={(s) => s.id}
          estimate={74}
          label="Speakers"
          more={list.more}
          fetchMore={list.fetchMore}
          active={active}
          render={(row) => (
            <SpeakerRowView c={c} row={row} marked={marked.has(row.id)} onMark={() => mark(row)} />
          )}
        />
      ) : list.loading && list.pages.length === 0 ? (
        <Loading what="speakers" />
      ) : (
        list.error === null && (
          <Empty title={q === "" && side === "" ? "No speakers yet" : "Nobody by that name"}>
            <p className="lede">
              {q === "" && side === ""
                ? "They come with the documents: whoever is said to say something stands here."
                : "Try another spelling, or all sides."}
            </p>
          </Empty>
        )
      )}
      {doing === "rename" && chosen[0] && (
        <RenameDialog c={c} speaker={chosen[0]} onClose={close} onDone={done} />
      )}
      {doing === "side" && <SideDialog c={c} speakers={chosen} onClose={close} onDone={done} />}
      {doing === "merge" && <MergeDialog c={c} speakers={chosen} onClose={close} onDone={done} />}
    </div>
  );
}

/** "11 Jun 2026 – 12 Jun 2026", one date where both are the same day. */
export function stretchOfTime(from: string | null, until: string | null): string | null {
  if (from === null || until === null) return null;
  const [a, b] = [day(from), day(until)];
  return a === b ? a : `${a} – ${b}`;
}

function SpeakerRowView({
  c,
  row,
  marked,
  onMark,
}: {
  c: string;
  row: SpeakerRow;
  marked: boolean;
  onMark(): void;
}) {
  const when = stretchOfTime(row.from, row.to);
  const said = counted(row.statements, "statement");
  return (
    <div className="speaker-row">
      <input type="checkbox" aria-label={`Mark ${row.name}`} checked={marked} onChange={onMark} />
      <div>
        <p>
          <Link className="plain" to={to.speaker(c, row.id)}>
            <b>{row.name}</b>
          </Link>
          {row.role !== null && <span className="soft">, {row.role}</span>}
        </p>
        <p className="meta n">
          {said}
          {row.documents > 1 && ` in ${row.documents} documents`}
          {row.points > 0 && `, ${counted(row.points, "point")}`}
          {when !== null && `, ${when}`}
          {row.shifts > 0 && (
            <b className="changed">
              {" "}
              {row.shifts === 1 ? "changed account once" : `changed account ${row.shifts} times`}
            </b>
          )}
        </p>
      </div>
      <p className="meta speaker-side">{row.side === null ? "no side" : row.side.name}</p>
      <p className="meta n speaker-checked">
        {row.checked} of {row.statements} checked
      </p>
    </div>
  );
}
