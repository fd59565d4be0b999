/** What else a point tells: who keeps silent, who changed his mind, all pairs compared, one utterance in several wordings. */

import type { PointAnswer, StatementView } from "../../../src/server/contract.ts";
import { wordDiff } from "../../../src/server/word-diff.ts";
import { resources } from "../../api/resources.ts";
import { articleWords, Holder } from "../../parts/names.tsx";
import { quoted } from "../../parts/quoted.ts";
import { StatementBlock } from "../../parts/statement.tsx";
import { useResource } from "../../state/query.ts";
import { Pair } from "./pair.tsx";

const ABSENCES: Record<PointAnswer["absences"][number]["kind"], string> = {
  declined: "would not say",
  "no-answer": "gave no answer",
  "not-mentioned": "does not mention it",
};

export function Absences({ c, answer }: { c: string; answer: PointAnswer }) {
  // Who keeps silent has no statement in the point, so its document is looked up in the list of all.
  const { data } = useResource(answer.absences.length === 0 ? null : resources.documents(c, { limit: 500 }));
  if (answer.absences.length === 0) return null;
  const speakers = new Map(answer.positions.flatMap((p) => p.speakers).map((s) => [s.id, s.name] as const));
  const articles = new Map(
    (data?.documents ?? []).map((d) => [d.article?.id, d.article && articleWords(d.article)]),
  );
  return (
    <section className="section">
      <h2>Who keeps silent</h2>
      <ul className="stack">
        {answer.absences.map((a) => (
          <li key={a.id}>
            <b>
              {(a.speaker !== null && speakers.get(a.speaker)) || articles.get(a.article) || "One document"}
            </b>{" "}
            {ABSENCES[a.kind]}
            {a.evidence.length > 0 && `: ${a.evidence.map((e) => quoted(e.text)).join(" … ")}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Shifts({ c, answer }: { c: string; answer: PointAnswer }) {
  if (answer.shifts.length === 0) return null;
  return (
    <section className="section">
      <h2>Who changed position</h2>
      {answer.shifts.map((shift) => (
        <div key={shift.id} className="stack">
          <p>
            <Holder c={c} holder={shift.holder} full />: {shift.about}
          </p>
          <div className="pair">
            <div className="half">
              <p className="label">Earlier</p>
              <StatementBlock c={c} view={shift.earlier} around={false} />
            </div>
            <div className="half">
              <p className="label">Later</p>
              <StatementBlock c={c} view={shift.later} around={false} />
            </div>
          </div>
        </div>
      ))}
    </section>
  );
}

interface OtherProps {
  c: string;
  answer: PointAnswer;
  views: ReadonlyMap<string, StatementView>;
}

/** Pairs shown before the reader asks for all of them. */
const SHOWN = 3;

export function OtherPairs({ c, answer, views }: OtherProps) {
  const decisive = answer.decisive?.relation;
  const others = answer.relations.filter(
    (r) => !(decisive && r.pair[0] === decisive.pair[0] && r.pair[1] === decisive.pair[1]),
  );
  if (others.length === 0) return null;
  const pairs = (from: number, to?: number) =>
    others
      .slice(from, to)
      .map((relation) => (
        <Pair
          key={relation.pair.join()}
          c={c}
          relation={relation}
          words={wordDiff(relation.evidence[0].text, relation.evidence[1].text)}
          views={[views.get(relation.pair[0]) ?? null, views.get(relation.pair[1]) ?? null]}
        />
      ));
  return (
    <section className="section">
      <h2>Other passages side by side</h2>
      {pairs(0, SHOWN)}
      {others.length > SHOWN && (
        <details>
          <summary className="meta">{others.length - SHOWN} more</summary>
          {pairs(SHOWN)}
        </details>
      )}
    </section>
  );
}

export function Variants({
  answer,
  views,
}: {
  answer: PointAnswer;
  views: ReadonlyMap<string, StatementView>;
}) {
  const shown = answer.variants.filter((v) => v.relation !== "same");
  if (shown.length === 0) return null;
  return (
    <section className="section">
      <h2>One utterance, several wordings</h2>
      <ul className="stack">
        {shown.map((variant) => (
          <li key={variant.id}>
            <b>{variant.relation}</b>:{" "}
            {variant.statements.map((s) => views.get(s)?.article.outlet ?? "").join(" and ")}
            {variant.changes.map((change) => (
              <p key={`${change.from} ${change.to}`}>
                {change.from === "" ? <i>nothing</i> : quoted(change.from)} <span aria-hidden="true">→</span>
                <span className="sr"> became </span> {change.to === "" ? <i>nothing</i> : quoted(change.to)}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
