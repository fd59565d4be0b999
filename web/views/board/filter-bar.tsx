import { useEffect, useRef, useState } from "react";
import { ACTS, POINT_VERDICTS } from "../../../src/model.ts";
import type { BoardAnswer } from "../../../src/server/contract.ts";
import { type Query, resources } from "../../api/resources.ts";
import { VERDICT_MEANING, VERDICT_WORDS, VerdictMark } from "../../parts/verdict.tsx";
import { useResource } from "../../state/query.ts";
import { BY, CHECKED, furtherCount, isFiltered, NO_FILTERS, ORDERS, verdictsOf } from "./filters.ts";

interface FilterBarProps {
  c: string;
  params: URLSearchParams;
  change(changes: Query): void;
  verdicts: BoardAnswer["verdicts"];
}

/** How long typing must pause before the board follows, in ms. */
const PAUSE = 250;

export function FilterBar({ c, params, change, verdicts }: FilterBarProps) {
  const chosen = verdictsOf(params);
  const by = params.get("by") ?? "sides";
  const [open, setOpen] = useState(furtherCount(params) > 0);
  const further = furtherCount(params);
  return (
    <div className="filters no-print">
      <div className="row">
        <fieldset className="segments">
          <legend className="sr">Columns</legend>
          {BY.map(([value, name]) => (
            <button
              key={value}
              type="button"
              className="button small"
              aria-pressed={by === value}
              onClick={() => change({ by: value })}
            >
              {name}
            </button>
          ))}
        </fieldset>
        <fieldset className="segments">
          <legend className="sr">Verdicts</legend>
          {POINT_VERDICTS.map((verdict) => (
            <button
              key={verdict}
              type="button"
              className={`button small verdict-toggle v-${verdict}`}
              aria-pressed={chosen.includes(verdict)}
              title={VERDICT_MEANING[verdict]}
              onClick={() =>
                change({
                  verdict: chosen.includes(verdict)
                    ? chosen.filter((v) => v !== verdict)
                    : [...chosen, verdict],
                })
              }
            >
              <VerdictMark verdict={verdict} /> {VERDICT_WORDS[verdict]}{" "}
              <span className="n">{verdicts[verdict] ?? 0}</span>
            </button>
          ))}
        </fieldset>
        <Words params={params} change={change} />
        <button type="button" className="button small" aria-expanded={open} onClick={() => setOpen(!open)}>
          Filters{further > 0 ? ` (${further})` : ""}
        </button>
        {isFiltered(params) && (
          <button type="button" className="button small quiet" onClick={() => change(NO_FILTERS)}>
            Show all
          </button>
        )}
      </div>
      {open && <Further c={c} params={params} change={change} />}
    </div>
  );
}

function Words({ params, change }: Pick<FilterBarProps, "params" | "change">) {
  const q = params.get("q") ?? "";
  const [value, setValue] = useState(q);
  const latest = useRef(change);
  latest.current = change;
  useEffect(() => setValue(q), [q]);
  useEffect(() => {
    if (value === q) return;
    const timer = window.setTimeout(() => latest.current({ q: value }), PAUSE);
    return () => window.clearTimeout(timer);
  }, [value, q]);
  return (
    <input
      id="board-words"
      className="input filter-words"
      type="search"
      aria-label="Points with these words"
      placeholder="Words  f"
      value={value}
      onChange={(event) => setValue(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === "Escape") event.currentTarget.blur();
      }}
    />
  );
}

function Further({ c, params, change }: Pick<FilterBarProps, "c" | "params" | "change">) {
  const speakers = useResource(resources.speakers(c, { limit: 500 })).data?.speakers ?? [];
  const sides = useResource(resources.sides(c)).data?.sides ?? [];
  const documents = useResource(resources.documents(c, { limit: 500 })).data?.documents ?? [];
  const outlets = [
    ...new Set(documents.map((d) => d.article?.outlet ?? null).filter((o) => o !== null)),
  ].sort();
  const select = (name: string, label: string, options: readonly (readonly [string, string])[]) => (
    <label className="field">
      {label}
      <select value={params.get(name) ?? ""} onChange={(event) => change({ [name]: event.target.value })}>
        <option value="">any</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
  const date = (name: string, label: string) => (
    <label className="field">
      {label}
      <input
        type="date"
        value={params.get(name) ?? ""}
        onChange={(event) => change({ [name]: event.target.value })}
      />
    </label>
  );
  return (
    <div className="further">
      {select(
        "speaker",
        "Speaker",
        speakers.map((s) => [s.id, s.name]),
      )}
      {select(
        "side",
        "Side",
        sides.map((s) => [s.id, s.name]),
      )}
      {select(
        "outlet",
        "Outlet",
        outlets.map((o) => [o, o]),
      )}
      {select(
        "act",
        "Act",
        ACTS.map((a) => [a, a]),
      )}
      {date("from", "From")}
      {date("to", "To")}
      <label className="field">
        Checked
        <select
          value={params.get("checked") ?? "all"}
          onChange={(event) => change({ checked: event.target.value })}
        >
          {CHECKED.map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        Order
        <select
          value={params.get("order") ?? "weight"}
          onChange={(event) => change({ order: event.target.value })}
        >
          {ORDERS.map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
