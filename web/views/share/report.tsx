/** The findings as one page to be read or printed: every point with its verdict, who answers what in which words. */
import { useEffect, useState } from "react";
import { counted } from "../../../src/report/counted.ts";
import { whyOf } from "../../../src/report/why.ts";
import type { BoardAnswer, BoardPoint } from "../../../src/server/contract.ts";
import { resources } from "../../api/resources.ts";
import { CheckingMark, TallyText } from "../../parts/checking.tsx";
import { day } from "../../parts/dates.ts";
import { Link } from "../../parts/link.tsx";
import { articleWords } from "../../parts/names.tsx";
import { Says } from "../../parts/says.tsx";
import { Empty, Loading, Problem } from "../../parts/states.tsx";
import { Verdict } from "../../parts/verdict.tsx";
import { type Pages, usePages } from "../../state/pages.ts";
import { to } from "../../state/routes.ts";

export interface ReportState {
  pages: Pages<BoardAnswer>;
  /** Gathers all points, then opens the browser's print dialog. */
  print(): void;
  isPreparing: boolean;
}

export function useReport(c: string, onlyChecked: boolean): ReportState {
  const pages = usePages(resources.board(c, { limit: 100, checked: onlyChecked ? "yes" : null }), true);
  const [isWanted, setWanted] = useState(false);
  const { more, loading, error, fetchMore } = pages;
  useEffect(() => {
    if (!isWanted) return;
    if (error !== null) setWanted(false);
    else if (more) fetchMore();
    else if (!loading) {
      setWanted(false);
      // After what was fetched last is drawn.
      requestAnimationFrame(() => window.print());
    }
  }, [isWanted, more, loading, error, fetchMore]);
  return { pages, print: () => setWanted(true), isPreparing: isWanted };
}

interface Props {
  c: string;
  heading: string;
  onlyChecked: boolean;
  report: ReportState;
}

export function Report({ c, heading, onlyChecked, report: { pages } }: Props) {
  const points = pages.pages.flatMap((p) => p.points);
  const first = pages.pages[0];
  const columns = new Map(pages.pages.flatMap((p) => p.columns).map((x) => [x.id, x.name]));
  if (pages.error) return <Problem failure={pages.error} retry={pages.reload} />;
  if (!first) return <Loading what="the report" />;
  return (
    <section className="report" aria-label="The report">
      <header>
        <h2 className="report-title">{heading}</h2>
        <p className="meta n">
          {counted(first.total, "point")} · <TallyText tally={first.checked} />
          {onlyChecked && " · only what people have checked"} · {day(new Date().toISOString())}
        </p>
      </header>
      {points.length === 0 ? (
        <Empty title={onlyChecked ? "Nothing is checked yet" : "No points yet"}>
          <p className="lede">
            {onlyChecked ? (
              <>
                <Link to={to.section(c, "check")}>Check</Link> what matters first, or share all with the note
                that it is the machine’s reading.
              </>
            ) : (
              "They come when documents have been read and compared."
            )}
          </p>
        </Empty>
      ) : (
        <ol>
          {points.map((p) => (
            <PointEntry key={p.id} c={c} point={p} columns={columns} />
          ))}
        </ol>
      )}
      {pages.more && (
        <p className="no-print">
          <button type="button" className="button" disabled={pages.loading} onClick={pages.fetchMore}>
            {first.total - points.length} more points
          </button>
        </p>
      )}
    </section>
  );
}

const ABSENT = {
  declined: "would not say",
  "no-answer": "gave no answer",
  "not-mentioned": "leaves it out",
} as const;

function PointEntry({
  c,
  point,
  columns,
}: {
  c: string;
  point: BoardPoint;
  columns: ReadonlyMap<string, string>;
}) {
  return (
    <li className="report-point">
      <p>
        <Verdict verdict={point.verdict} />
      </p>
      <h3>
        <Link className="plain" to={to.point(c, point.id)}>
          {point.question}
        </Link>
      </h3>
      <p className="meta">{whyOf(point)}</p>
      <ul>
        {point.cells.map((cell) => (
          <li key={`${cell.column} ${cell.position} ${cell.statement}`}>
            <b>{cell.speaker.name}</b>
            {(columns.get(cell.column) ?? cell.speaker.name) !== cell.speaker.name &&
              cell.column !== "none" && <span className="soft"> ({columns.get(cell.column)})</span>}
            {cell.says.lead === null ? ": " : " "}
            <Says says={cell.says} />{" "}
            <Link className="meta" to={to.document(c, cell.article.document, { s: cell.statement })}>
              {articleWords(cell.article)}
            </Link>
            {cell.count > 1 && <span className="meta n"> and {cell.count - 1} more</span>}
          </li>
        ))}
        {point.absences.map(
          (a) =>
            a.column !== null &&
            columns.has(a.column) && (
              <li key={a.id} className="soft">
                {columns.get(a.column)} {ABSENT[a.kind]}
              </li>
            ),
        )}
      </ul>
      <p className="row">
        <CheckingMark checking={point.checking} />
        <TallyText tally={point.checked} />
      </p>
    </li>
  );
}
