/** One speaker: what he says by point and over time, where he changed his account, every statement in its place. */
import { useMemo, useState } from "react";
import { counted } from "../../../src/report/counted.ts";
import type { SpeakerAnswer, StatementView } from "../../../src/server/contract.ts";
import { resources } from "../../api/resources.ts";
import { CheckingMark } from "../../parts/checking.tsx";
import { Link } from "../../parts/link.tsx";
import { articleWords, outletWords } from "../../parts/names.tsx";
import { quoted } from "../../parts/quoted.ts";
import { MergeDialog, RenameDialog, SideDialog, SplitDialog } from "../../parts/speaker-dialogs.tsx";
import { StatementBlock } from "../../parts/statement.tsx";
import { Empty, Loaded } from "../../parts/states.tsx";
import { Verdict } from "../../parts/verdict.tsx";
import { useKeys } from "../../state/keys.ts";
import { useResource } from "../../state/query.ts";
import { navigate, useSearch } from "../../state/router.ts";
import { to } from "../../state/routes.ts";
import { Plot } from "./plot.tsx";
import { stretchOfTime } from "./speakers.tsx";
import "../../theme/speakers.css";

export function SpeakerView({ c, s }: { c: string; s: string }) {
  const query = useResource(resources.speaker(c, s));
  if (query.data === null && query.error?.status === 404)
    return (
      <Empty title="This speaker is not here any more">
        <p className="lede">
          A correction may have merged or parted it, or its documents were taken out. The history tells.
        </p>
        <p className="row">
          <Link to={to.section(c, "speakers")}>All speakers</Link>
          <Link to={to.section(c, "history")}>History</Link>
        </p>
      </Empty>
    );
  return (
    <Loaded query={query} what="the speaker">
      {(answer) => <Speaker c={c} answer={answer} />}
    </Loaded>
  );
}

const KINDS = {
  person: "person",
  group: "group",
  body: "organisation",
  document: "document",
  unnamed: "unnamed source",
} as const;
type Doing = "rename" | "side" | "merge" | "split" | null;

function Speaker({ c, answer }: { c: string; answer: SpeakerAnswer }) {
  const { speaker, documents, shifts, members } = answer;
  const [search, change] = useSearch();
  const [doing, setDoing] = useState<Doing>(null);
  const views = useMemo(
    () => new Map(documents.flatMap((d) => d.statements).map((view) => [view.statement.id, view])),
    [documents],
  );
  const order = [...views.keys()];
  const asked = search.get("s");
  const chosen = asked !== null && views.has(asked) ? asked : (order[0] ?? null);
  const view = chosen === null ? undefined : views.get(chosen);
  const choose = (statement: string) => change({ s: statement });
  const move = (step: number) => {
    const next = order[Math.max(0, Math.min(order.length - 1, order.indexOf(chosen ?? "") + step))];
    if (next !== undefined) choose(next);
  };
  useKeys("Speaker", [
    { keys: "j", label: "Next statement", run: () => move(1) },
    { keys: "k", label: "Previous statement", run: () => move(-1) },
    {
      keys: "Enter",
      label: "Open it in its document",
      run: () => view && navigate(to.document(c, view.article.document, { s: view.statement.id })),
    },
    { keys: "r", label: "Rename", run: () => setDoing("rename"), opens: true },
    { keys: "s", label: "Assign to a side", run: () => setDoing("side"), opens: true },
    { keys: "p", label: "Merge with another", run: () => setDoing("merge"), opens: true },
    { keys: "b", label: "Part off", run: () => setDoing("split"), opens: true },
  ]);
  const close = () => setDoing(null);
  // A document's own speaker keeps its id whatever is merged or parted, and leads to whoever it belongs to now.
  const follow = () => members[0] && navigate(to.speaker(c, members[0].id), { replace: true });
  const when = stretchOfTime(speaker.from, speaker.to);
  return (
    <article className="speaker">
      <header className="page-head">
        <div>
          <p className="meta">
            <Link to={to.section(c, "speakers")}>Speakers</Link>
          </p>
          <h1>{speaker.name}</h1>
          <p className="lede">
            {speaker.role ?? (speaker.kind === null ? "speaker" : KINDS[speaker.kind])}
            {" · "}
            {speaker.side === null ? "on no side" : `side: ${speaker.side.name}`}
          </p>
          {speaker.aliases.length > 0 && (
            <p className="meta">Also {speaker.aliases.map((a) => `“${a}”`).join(", ")}</p>
          )}
          <p className="meta n">
            {speaker.checked} of {speaker.statements} statements checked ·{" "}
            {counted(speaker.documents, "document")}
            {when !== null && ` · ${when}`}
          </p>
        </div>
        <div className="row no-print">
          <button type="button" className="button small" onClick={() => setDoing("rename")}>
            Rename <kbd>r</kbd>
          </button>
          <button type="button" className="button small" onClick={() => setDoing("side")}>
            Side <kbd>s</kbd>
          </button>
          <button type="button" className="button small" onClick={() => setDoing("merge")}>
            Merge <kbd>p</kbd>
          </button>
          <button type="button" className="button small" onClick={() => setDoing("split")}>
            Part off <kbd>b</kbd>
          </button>
        </div>
      </header>
      {order.length === 0 ? (
        <Empty title="No statements">
          <p className="lede">This speaker is named in the documents, and no words are laid to them.</p>
        </Empty>
      ) : (
        <>
          {shifts.length > 0 && (
            <section className="section">
              <h2>Changed account</h2>
              <ul className="stack">
                {shifts.map((shift) => (
                  <li key={shift.id}>
                    <p>
                      {shift.point === null ? (
                        <b>{shift.about}</b>
                      ) : (
                        <Link to={to.point(c, shift.point)}>{shift.about}</Link>
                      )}
                    </p>
                    <div className="before-after">
                      <div>
                        <p className="label">First</p>
                        <StatementBlock c={c} view={shift.earlier} around={false} />
                      </div>
                      <div>
                        <p className="label">Then</p>
                        <StatementBlock c={c} view={shift.later} around={false} />
                      </div>
                    </div>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section className="section">
            <h2>By point and over time</h2>
            <Plot c={c} answer={answer} chosen={chosen} onChoose={choose} />
            <div className="plot-reading" aria-live="polite">
              {view && (
                <StatementBlock c={c} view={view}>
                  <Below c={c} view={view} />
                </StatementBlock>
              )}
            </div>
          </section>
          <Statements c={c} answer={answer} />
          <Variants c={c} answer={answer} views={views} />
          <Absences c={c} answer={answer} />
        </>
      )}
      {doing === "rename" && <RenameDialog c={c} speaker={speaker} onClose={close} />}
      {doing === "side" && <SideDialog c={c} speakers={[speaker]} onClose={close} />}
      {doing === "merge" && <MergeDialog c={c} speakers={[speaker]} onClose={close} onDone={follow} />}
      {doing === "split" && <SplitDialog c={c} answer={answer} onClose={close} onDone={follow} />}
    </article>
  );
}

/** What a statement bears on and where it stands. */
function Below({ c, view }: { c: string; view: StatementView }) {
  return (
    <p className="row small">
      <CheckingMark checking={view.checking} by />
      {view.points.map((p) => (
        <span key={p.id} className="row">
          <Verdict verdict={p.verdict} /> <Link to={to.point(c, p.id)}>{p.question}</Link>
        </span>
      ))}
    </p>
  );
}

function Statements({ c, answer }: { c: string; answer: SpeakerAnswer }) {
  return (
    <section className="section">
      <h2>Document by document</h2>
      {answer.documents.map(({ article, statements }) => (
        <section key={article.id} className="speaker-document">
          <h3>
            <Link className="plain" to={to.document(c, article.document)}>
              {article.title ?? article.name}
            </Link>{" "}
            <span className="meta">{outletWords(article)}</span>
          </h3>
          <ul className="stack">
            {statements.map((view) => (
              <li key={view.statement.id}>
                <StatementBlock c={c} view={view} around={false}>
                  <Below c={c} view={view} />
                </StatementBlock>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

const SAME_WORDS = {
  same: "in the same words",
  truncated: "cut short in one",
  paraphrased: "in other words",
  altered: "with other words inside the quotation marks",
} as const;

function Variants({
  c,
  answer,
  views,
}: {
  c: string;
  answer: SpeakerAnswer;
  views: ReadonlyMap<string, StatementView>;
}) {
  const shown = answer.variants.flatMap((variant) => {
    const [a, b] = variant.statements.map((id) => views.get(id));
    return a && b && variant.relation !== "same" ? [{ variant, a, b }] : [];
  });
  if (shown.length === 0) return null;
  return (
    <section className="section">
      <h2>One utterance, given differently</h2>
      <ul className="stack">
        {shown.map(({ variant, a, b }) => (
          <li key={variant.id}>
            <p className="label">{SAME_WORDS[variant.relation]}</p>
            <div className="before-after">
              <StatementBlock c={c} view={a} around={false} />
              <StatementBlock c={c} view={b} around={false} />
            </div>
            {variant.relation === "altered" && variant.changes.length > 0 && (
              <p className="small">
                {variant.changes.map(({ from, to: until }) => (
                  <span key={`${from}>${until}`}>
                    <mark>{from === "" ? "nothing" : from}</mark> in one,{" "}
                    <mark>{until === "" ? "nothing" : until}</mark> in the other.{" "}
                  </span>
                ))}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Absences({ c, answer }: { c: string; answer: SpeakerAnswer }) {
  if (answer.absences.length === 0) return null;
  const articles = new Map(
    [...answer.documents.map((d) => d.article), ...answer.members.map((m) => m.article)].map((a) => [
      a.id,
      a,
    ]),
  );
  const points = new Map(
    answer.documents.flatMap((d) => d.statements).flatMap((v) => v.points.map((p) => [p.id, p] as const)),
  );
  return (
    <section className="section">
      <h2>Not said</h2>
      <ul className="stack">
        {answer.absences.map(({ id, kind, article, point, evidence }) => {
          const ref = articles.get(article);
          const known = point === null ? undefined : points.get(point);
          return (
            <li key={id}>
              <b>
                {kind === "declined" ? "Would not say" : kind === "no-answer" ? "Gave no answer" : "Left out"}
              </b>
              {evidence.map((e) => (
                <span key={e.start}> {quoted(e.text)}</span>
              ))}{" "}
              {point !== null && (
                <Link to={to.point(c, point)}>{known?.question ?? "the point it concerns"}</Link>
              )}{" "}
              {ref && (
                <Link className="meta" to={to.document(c, ref.document)}>
                  {articleWords(ref)}
                </Link>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
