/** What one speaker says, by point and over time: lanes and marks, drawn by hand; a chosen mark is read below. */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { SpeakerAnswer } from "../../../src/server/contract.ts";
import { day } from "../../parts/dates.ts";
import { Link } from "../../parts/link.tsx";
import { articleWords } from "../../parts/names.tsx";
import { actWords } from "../../parts/statement.tsx";
import { VERDICT_WORDS, VerdictMark } from "../../parts/verdict.tsx";
import { to } from "../../state/routes.ts";
import {
  laneCount,
  type MarkKind,
  neighbour,
  type PlotLayout,
  type PlotMark,
  plotLayout,
} from "./plot-layout.ts";

const AXIS = 46;
/** Below this width labels stand above their lanes. */
const NARROW = 680;
const LABELS = 280;
const ABOVE = 50;
const FIRST_LANES = 10;

const LEGEND: [MarkKind, string][] = [
  ["says", "says or confirms"],
  ["denies", "denies, rejects or doubts"],
  ["wants", "wants, asks or warns"],
  ["declines", "would not say"],
];

interface PlotProps {
  c: string;
  answer: SpeakerAnswer;
  /** The chosen statement's id; null none. */
  chosen: string | null;
  onChoose(statement: string): void;
}

export function Plot({ c, answer, chosen, onChoose }: PlotProps) {
  const box = useRef<HTMLDivElement>(null);
  const caption = useId();
  const [room, setRoom] = useState(0);
  const [all, setAll] = useState(false);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setRoom(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(box.current!);
    return () => observer.disconnect();
  }, []);
  const isNarrow = room < NARROW;
  const total = laneCount(answer);
  const layout = plotLayout(answer, {
    width: isNarrow ? room : room - LABELS,
    above: isNarrow ? ABOVE : 0,
    lanes: all ? total : FIRST_LANES,
  });
  return (
    <figure className="plot" aria-labelledby={caption}>
      <figcaption id={caption} className="row meta">
        {LEGEND.map(([kind, words]) => (
          <span key={kind} className="row plot-key">
            <svg viewBox="-9 -9 18 18" width="18" height="18" aria-hidden="true">
              <Shape kind={kind} />
            </svg>
            {words}
          </span>
        ))}
        {layout.shifts.length > 0 && (
          <span className="row plot-key">
            <svg viewBox="0 0 30 18" width="30" height="18" aria-hidden="true">
              <path className="plot-shift" d="M2 13 C 8 2, 18 2, 25 10" />
              <path className="plot-head" d="M28 13 l-7 -2 l5 -5 z" />
            </svg>
            changed account
          </span>
        )}
        <span>One column for each document, in order of time.</span>
      </figcaption>
      <div ref={box} className="plot-box">
        {room > 0 && (
          <>
            <Labels c={c} layout={layout} narrow={isNarrow} />
            <div
              className="plot-scroll"
              style={{ marginInlineStart: isNarrow ? 0 : LABELS }}
              tabIndex={layout.width > (isNarrow ? room : room - LABELS) ? 0 : undefined}
            >
              <Drawing layout={layout} chosen={chosen} onChoose={onChoose} />
            </div>
          </>
        )}
      </div>
      {total > FIRST_LANES && (
        <button type="button" className="button small no-print" onClick={() => setAll(!all)}>
          {all ? "Fewer points" : `All ${total} points`}
        </button>
      )}
    </figure>
  );
}

function Labels({ c, layout, narrow }: { c: string; layout: PlotLayout; narrow: boolean }) {
  return (
    <ol className="plot-labels" style={{ width: narrow ? "100%" : LABELS - 12, top: AXIS }}>
      {layout.lanes.map(({ point, top, height }) => (
        <li key={point?.id ?? ""} style={{ top, height: narrow ? ABOVE : height }}>
          {point === null ? (
            <span className="meta">On no point</span>
          ) : (
            <>
              <VerdictMark verdict={point.verdict} title={VERDICT_WORDS[point.verdict]} />
              <Link className="plain" to={to.point(c, point.id)} title={point.question}>
                {point.question}
              </Link>
            </>
          )}
        </li>
      ))}
    </ol>
  );
}

function Drawing({
  layout,
  chosen,
  onChoose,
}: {
  layout: PlotLayout;
  chosen: string | null;
  onChoose(statement: string): void;
}) {
  const marks = useRef(new Map<PlotMark, SVGGElement>());
  const held = layout.marks.find((m) => m.view.statement.id === chosen) ?? layout.marks[0];
  // Words at an edge must not be cut off by it.
  const anchorOf = (x: number) => (x < 40 ? "start" : x > layout.width - 40 ? "end" : "middle");
  const walk = (event: KeyboardEvent, mark: PlotMark) => {
    const { key } = event;
    if (key === "Enter" || key === " ") {
      event.preventDefault();
      onChoose(mark.view.statement.id);
      return;
    }
    if (key !== "ArrowLeft" && key !== "ArrowRight" && key !== "ArrowUp" && key !== "ArrowDown") return;
    event.preventDefault();
    const next = neighbour(layout, mark, key);
    marks.current.get(next)?.focus();
    onChoose(next.view.statement.id);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no fieldset
    <svg
      className="plot-drawing"
      width={layout.width}
      height={layout.height + AXIS}
      role="group"
      aria-label="Statements; arrow keys walk them"
    >
      {layout.columns.map(({ article, x, labelled, time }) => (
        <g key={article.id}>
          <line className="plot-column" x1={x} x2={x} y1={AXIS - 6} y2={layout.height + AXIS} />
          {labelled && (
            <text className="plot-date" x={x} y={AXIS - 30} textAnchor={anchorOf(x)}>
              {article.publishedAt === null ? "no date" : day(article.publishedAt)}
            </text>
          )}
          {time !== null && (
            <text className="plot-date" x={x} y={AXIS - 12} textAnchor={anchorOf(x)}>
              {time}
            </text>
          )}
        </g>
      ))}
      <g transform={`translate(0 ${AXIS})`}>
        {layout.lanes.map(({ point, top, height, crowded }) => (
          <g key={point?.id ?? ""}>
            <line className="plot-lane" x1={0} x2={layout.width} y1={top + height} y2={top + height} />
            {crowded.map(({ x, y, count }) => (
              <text key={x} className="plot-more" x={x} y={y + 4} textAnchor="middle">
                +{count}
              </text>
            ))}
          </g>
        ))}
        {layout.shifts.map(({ id, from, to: end }) => (
          <Arrow key={id} from={from} to={end} />
        ))}
        {layout.marks.map((mark) => {
          const { view, kind, x, y, lane } = mark;
          const isHeld = mark === held;
          const isChosen = view.statement.id === chosen;
          return (
            // biome-ignore lint/a11y/useSemanticElements: an SVG has no button of its own
            <g
              key={`${lane} ${view.statement.id}`}
              ref={(element) => {
                if (element) marks.current.set(mark, element);
                else marks.current.delete(mark);
              }}
              className={`plot-mark ${kind}`}
              transform={`translate(${x} ${y})`}
              role="button"
              tabIndex={isHeld ? 0 : -1}
              aria-pressed={isChosen}
              onClick={() => onChoose(view.statement.id)}
              onKeyDown={(event) => walk(event, mark)}
            >
              <title>{`${articleWords(view.article)}: ${actWords(view.statement.act, view.statement.negated)}: ${view.extent.text}`}</title>
              <circle className="plot-reach" r={12} />
              <Shape kind={kind} />
            </g>
          );
        })}
      </g>
    </svg>
  );
}

/** Told apart by shape, not by colour. */
function Shape({ kind }: { kind: MarkKind }) {
  if (kind === "says") return <circle className="shape full" r={6} />;
  if (kind === "denies") return <path className="shape line" d="M-5 -5 L5 5 M-5 5 L5 -5" />;
  if (kind === "wants") return <path className="shape full" d="M0 -7 L6.5 5 L-6.5 5 Z" />;
  return <circle className="shape open" r={5.5} />;
}

function Arrow({ from, to: end }: { from: PlotMark; to: PlotMark }) {
  const x1 = from.x + 9;
  const x2 = end.x - 9;
  const lift = 16 + Math.min(18, Math.abs(x2 - x1) / 12);
  const [y1, y2] = [from.y - 5, end.y - 5];
  const cx = (x1 + x2) / 2;
  const cy = Math.min(y1, y2) - lift;
  const turn = Math.atan2(y2 - cy, x2 - cx) * (180 / Math.PI);
  return (
    <g>
      <path className="plot-shift" d={`M${x1} ${y1} Q ${cx} ${cy} ${x2} ${y2}`} />
      <path
        className="plot-head"
        d="M0 0 l-8 -4 l0 8 z"
        transform={`translate(${x2} ${y2}) rotate(${turn})`}
      />
    </g>
  );
}
