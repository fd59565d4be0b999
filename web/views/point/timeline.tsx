/** Who said what when, as a list along a line: earliest first. */
import type { PointAnswer } from "../../../src/server/contract.ts";
import { day } from "../../parts/dates.ts";
import { Link } from "../../parts/link.tsx";
import { Holding } from "../../parts/names.tsx";
import { Says } from "../../parts/says.tsx";
import { StanceMark } from "../../parts/stance.tsx";
import { to } from "../../state/routes.ts";

type Moment = PointAnswer["timeline"][number];

const DATED: Record<Moment["dated"], string> = {
  said: "",
  published: "published",
  unknown: "no date",
};

export function Timeline({ c, answer }: { c: string; answer: PointAnswer }) {
  const articles = new Map(answer.positions.flatMap((p) => p.articles).map((a) => [a.id, a]));
  // Each line in its own statement’s words: a position’s answer is one of its members’ only.
  const views = new Map(answer.positions.flatMap((p) => p.statements).map((v) => [v.statement.id, v]));
  const days = new Map<string, Moment[]>();
  for (const moment of answer.timeline) {
    const key = moment.date === null ? "no date" : day(moment.date);
    days.set(key, [...(days.get(key) ?? []), moment]);
  }
  return (
    <ol className="timeline">
      {[...days].map(([when, moments]) => (
        <li key={when}>
          <h3 className="timeline-day">{when}</h3>
          <ul>
            {moments.map((m) => {
              const article = articles.get(m.article);
              const view = views.get(m.statement);
              return (
                <li key={m.statement} className="timeline-entry">
                  <StanceMark stance={m.stance} askedAnew={answer.askedAnew} />{" "}
                  {view && (
                    <>
                      <Holding c={c} view={view} />
                      {view.says.lead === null ? ": " : " "}
                      <Says says={view.says} />{" "}
                    </>
                  )}
                  {article && (
                    <Link className="meta" to={to.document(c, article.document, { s: m.statement })}>
                      {article.outlet ?? article.name}
                      {DATED[m.dated] === "" || m.date === null ? "" : `, ${DATED[m.dated]}`}
                    </Link>
                  )}
                </li>
              );
            })}
          </ul>
        </li>
      ))}
    </ol>
  );
}
