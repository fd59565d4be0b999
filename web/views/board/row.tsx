/** One point of the board: verdict, question and why; then who says what in each column, each in his own words. */
import { memo } from "react";
import { counted } from "../../../src/report/counted.ts";
import { whyOf } from "../../../src/report/why.ts";
import type { BoardAnswer, BoardCell, BoardPoint } from "../../../src/server/contract.ts";
import { CheckingMark } from "../../parts/checking.tsx";
import { day } from "../../parts/dates.ts";
import { Link } from "../../parts/link.tsx";
import { articleWords, Holder } from "../../parts/names.tsx";
import { Says } from "../../parts/says.tsx";
import { StanceMark } from "../../parts/stance.tsx";
import { Verdict } from "../../parts/verdict.tsx";
import { to } from "../../state/routes.ts";

type Column = BoardAnswer["columns"][number];

interface BoardRowProps {
  c: string;
  point: BoardPoint;
  columns: readonly Column[];
  /** True where the columns stand beside each other. */
  grid: boolean;
}

const ABSENCES: Record<BoardPoint["absences"][number]["kind"], string> = {
  declined: "Would not say",
  "no-answer": "Gave no answer",
  "not-mentioned": "Does not mention it",
};

export const BoardRow = memo(function BoardRow({ c, point, columns, grid }: BoardRowProps) {
  return (
    <article className={`board-row v-${point.verdict}`}>
      <header>
        <p className="row">
          <Verdict verdict={point.verdict} />
          <CheckingMark checking={point.checking} />
        </p>
        <h2>
          <Link className="plain" to={to.point(c, point.id)}>
            {point.question}
          </Link>
        </h2>
        <p className="why">{whyOf(point)}</p>
        <p className="meta n">
          {counted(point.articles, "document")}
          {point.independent < point.articles ? `, ${point.independent} independent` : ""}
          {point.from !== null && ` · ${stretch(point.from, point.to)}`}
        </p>
        {point.narratorDiffers && <p className="meta">A document’s own voice differs from all holders.</p>}
      </header>
      <Cells c={c} point={point} columns={columns} grid={grid} />
    </article>
  );
});

function Cells({ c, point, columns, grid }: BoardRowProps) {
  const answering = columns.filter(
    (column) =>
      point.cells.some((cell) => cell.column === column.id) ||
      point.absences.some((a) => a.column === column.id),
  );
  const shown = grid ? columns : answering;
  return (
    <div className={grid ? `board-cells cols-${columns.length}` : "board-cells free"}>
      {shown.map((column) => {
        const cells = point.cells.filter((cell) => cell.column === column.id);
        const absences = point.absences.filter((a) => a.column === column.id);
        return (
          <section key={column.id} className={classOf(cells.length, absences.length)}>
            <h3 className="cell-name">{column.name}</h3>
            {cells.map((cell) => (
              <Cell
                key={`${cell.position} ${cell.statement}`}
                c={c}
                cell={cell}
                named={column.name}
                askedAnew={point.askedAnew}
              />
            ))}
            {cells.length === 0 &&
              (absences.length === 0 ? (
                <p className="meta">–</p>
              ) : (
                absences.map((a) => <p key={a.id}>{ABSENCES[a.kind]}</p>)
              ))}
          </section>
        );
      })}
    </div>
  );
}

/** Who keeps silent without anything to tell of it takes no room where columns stand below each other. */
function classOf(cells: number, absences: number): string {
  if (cells > 0) return "cell";
  return absences > 0 ? "cell silent" : "cell silent untold";
}

interface CellProps {
  c: string;
  cell: BoardCell;
  /** The column's name. */
  named: string;
  askedAnew: boolean;
}

function Cell({ c, cell, named, askedAnew }: CellProps) {
  const more = cell.count - 1;
  const own = !cell.narrated && cell.speaker.name !== named;
  return (
    <div className="cell-answer">
      <p className="cell-quote">
        <StanceMark stance={cell.stance} askedAnew={askedAnew} />{" "}
        {own && (
          <>
            <Holder c={c} holder={cell.speaker} />
            {cell.says.lead === null ? ": " : " "}
          </>
        )}
        <Link className="plain" to={to.document(c, cell.article.document, { s: cell.statement })}>
          <Says says={cell.says} />
        </Link>
      </p>
      <p className="meta">
        {cell.narrated && "own voice · "}
        {articleWords(cell.article)}
        {more > 0 && <span className="n"> · and {more} more</span>}
      </p>
    </div>
  );
}

function stretch(from: string, until: string | null): string {
  return until === null || day(until) === day(from) ? day(from) : `${day(from)} to ${day(until)}`;
}
