import { useEffect, useRef, useState } from "react";
import { ACTS, STATEMENT_KINDS } from "../../../src/model.ts";
import { resources } from "../../api/resources.ts";
import { useKeys } from "../../state/keys.ts";
import { useResource } from "../../state/query.ts";

export const NAMES = [
  "q",
  "speaker",
  "side",
  "outlet",
  "act",
  "kind",
  "status",
  "checked",
  "point",
  "article",
  "narrated",
] as const;
export type FilterValues = Record<(typeof NAMES)[number], string>;

/** Speakers offered in the list, those with most to say; others are filtered by from their own pages. */
const OFFERED = 200;
/** Typing rests this long before it is looked for, in ms. */
const REST = 180;

const STATUS_WORDS = [
  ["", "any"],
  ["machine", "not checked"],
  ["checked", "found right"],
  ["corrected", "corrected"],
  ["rejected", "rejected"],
] as const;

interface Props {
  c: string;
  values: FilterValues;
  onChange(changes: Partial<FilterValues>): void;
}

export function Filters({ c, values, onChange }: Props) {
  const { data: speakers } = useResource(resources.speakers(c, { limit: OFFERED }));
  const { data: sides } = useResource(resources.sides(c));
  const { data: outlets } = useResource(resources.board(c, { by: "outlets", limit: 1 }));
  const one = (name: keyof FilterValues, label: string, options: readonly (readonly [string, string])[]) => (
    <label className="field">
      {label}
      <select value={values[name]} onChange={(event) => onChange({ [name]: event.target.value })}>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
        {!options.some(([value]) => value === values[name]) && (
          <option value={values[name]}>{values[name]}</option>
        )}
      </select>
    </label>
  );
  const plain = (list: readonly string[]) => list.map((x) => [x, x] as const);
  const chosen = NAMES.filter((n) => values[n] !== "");
  const [open, setOpen] = useState(false);
  return (
    <search className={open ? "statement-filters open" : "statement-filters"}>
      <WordsField value={values.q} onChange={(q) => onChange({ q })} />
      <button
        type="button"
        className="button narrow-only"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {open ? "Fewer filters" : "More filters"}
      </button>
      {one("speaker", "Speaker", [
        ["", "any"],
        ...(speakers?.speakers ?? []).map((s) => [s.id, s.name] as const),
      ])}
      {one("side", "Side", [["", "any"], ...(sides?.sides ?? []).map((s) => [s.id, s.name] as const)])}
      {one("outlet", "Outlet", [
        ["", "any"],
        ...plain((outlets?.columns ?? []).filter((x) => x.id !== "none").map((x) => x.name)),
      ])}
      {one("act", "Act", [["", "any"], ...plain(ACTS)])}
      {one("kind", "Kind", [["", "any"], ...plain(STATEMENT_KINDS)])}
      {values.checked !== ""
        ? one("checked", "Checked", [
            ["", "any"],
            ["yes", "by people"],
            ["no", "not yet"],
          ])
        : one("status", "Checked", STATUS_WORDS)}
      <label className="choice">
        <input
          type="checkbox"
          checked={values.narrated === "true"}
          onChange={(event) => onChange({ narrated: event.target.checked ? "true" : "" })}
        />
        documents’ own voice too
      </label>
      {(values.point !== "" || values.article !== "") && (
        <p className="meta">
          Only {values.point !== "" ? "of one point" : "of one document"}.{" "}
          <button
            type="button"
            className="button small quiet"
            onClick={() => onChange({ point: "", article: "" })}
          >
            Of all
          </button>
        </p>
      )}
      {chosen.length > 0 && (
        <button
          type="button"
          className="button small"
          onClick={() => onChange(Object.fromEntries(NAMES.map((n) => [n, ""])))}
        >
          Clear {chosen.length === 1 ? "the filter" : `${chosen.length} filters`}
        </button>
      )}
    </search>
  );
}

/** Looks when typing rests, so that each letter costs nothing. */
function WordsField({ value, onChange }: { value: string; onChange(value: string): void }) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const sent = useRef(value);
  useEffect(() => {
    // Changed from outside: filters cleared, or another address.
    if (value !== sent.current) setTyped(value);
    sent.current = value;
  }, [value]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed starts the wait
  useEffect(() => {
    if (typed === sent.current) return;
    const timer = window.setTimeout(() => {
      sent.current = typed;
      onChange(typed);
    }, REST);
    return () => window.clearTimeout(timer);
  }, [typed]);
  useKeys("Statements", [
    { keys: "f", label: "Find words in statements", run: () => field.current?.focus() },
  ]);
  return (
    <label className="field words">
      Words
      <input
        ref={field}
        type="search"
        value={typed}
        maxLength={300}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") event.currentTarget.blur();
        }}
      />
    </label>
  );
}
