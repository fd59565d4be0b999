/** One point at issue: who answers how, in which words, why it has its verdict, and what people corrected in it. */
import { useEffect, useMemo, useState } from "react";
import { whyOf } from "../../../src/report/why.ts";
import type { PointAnswer, StatementView } from "../../../src/server/contract.ts";
import { resources } from "../../api/resources.ts";
import { Link } from "../../parts/link.tsx";
import { useStatementActions } from "../../parts/statement-actions.tsx";
import { Empty, Loaded } from "../../parts/states.tsx";
import { correct } from "../../state/correct.ts";
import { useKeys } from "../../state/keys.ts";
import { useResource } from "../../state/query.ts";
import { navigate, useSearch } from "../../state/router.ts";
import { to } from "../../state/routes.ts";
import { type PointAction, PointCorrection, SelectionBar } from "./corrections.tsx";
import { useFollowing } from "./follow.ts";
import { PointHead } from "./head.tsx";
import { Absences, OtherPairs, Shifts, Variants } from "./more.tsx";
import { Pair } from "./pair.tsx";
import { Positions } from "./positions.tsx";
import { Timeline } from "./timeline.tsx";

export function PointView({ c, p }: { c: string; p: string }) {
  const query = useResource(resources.point(c, p));
  if (query.data === null && query.error?.status === 404)
    return (
      <Empty title="This point is gone">
        <p className="lede">
          A correction may have merged or split it. <Link to={to.section(c, "board")}>To the board</Link>
        </p>
      </Empty>
    );
  return (
    <Loaded query={query} what="the point">
      {(answer) => <Point c={c} p={p} answer={answer} />}
    </Loaded>
  );
}

function Point({ c, p, answer }: { c: string; p: string; answer: PointAnswer }) {
  const { point } = answer;
  const [search] = useSearch();
  const views = useMemo(() => answer.positions.flatMap((p) => p.statements), [answer.positions]);
  const byId = useMemo(() => new Map(views.map((v) => [v.statement.id, v])), [views]);
  const [active, setActive] = useState<string | null>(search.get("s"));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [action, setAction] = useState<PointAction | null>(null);
  const at = views.findIndex((v) => v.statement.id === active);
  const view: StatementView | null = views[at] ?? null;
  const actions = useStatementActions(c, point.id);
  useFollowing(c, p, answer);

  useEffect(() => {
    if (active === null) return;
    document.querySelector(`[data-statement="${CSS.escape(active)}"]`)?.scrollIntoView({ block: "nearest" });
  }, [active]);

  const step = (by: number) => {
    const next = views[at < 0 ? 0 : Math.min(views.length - 1, Math.max(0, at + by))];
    if (next) setActive(next.statement.id);
  };
  const choose = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((s) => s !== id) : [...chosen, id]);
  const go = (id: string | null) => {
    if (id !== null) navigate(to.point(c, id));
  };
  useKeys("Point", [
    { keys: "j", label: "Next statement", run: () => step(1) },
    { keys: "k", label: "Previous statement", run: () => step(-1) },
    { keys: "]", label: "Next point", run: () => go(answer.following) },
    { keys: "[", label: "Previous point", run: () => go(answer.previous) },
    {
      keys: "Enter",
      label: "Read the statement in its document",
      run: () => view && navigate(to.document(c, view.article.document, { s: view.statement.id })),
    },
    {
      keys: "x",
      label: "Mark the statement, for splitting, moving, relating",
      run: () => view && choose(view.statement.id),
    },
    { keys: "v", label: "The point is right", run: () => void check(c, point.id) },
    { keys: "r", label: "Reword the question", run: () => setAction("question"), opens: true },
    { keys: "p", label: "Merge with another point", run: () => setAction("merge"), opens: true },
    { keys: "Escape", label: "", run: () => (chosen.length > 0 ? setChosen([]) : setActive(null)) },
  ]);
  useKeys("Statement", actions.bindings(view));

  const { decisive } = answer;
  const pairViews = (pair: readonly [string, string]) =>
    [byId.get(pair[0]) ?? null, byId.get(pair[1]) ?? null] as const;
  return (
    <article className={`point v-${point.verdict}`}>
      <PointHead c={c} answer={answer} onAction={setAction} onCheck={() => void check(c, point.id)} />
      <section className="section">
        <h2>Why {point.verdict === "one-sided" ? "only one side" : point.verdict}</h2>
        <p>
          {whyOf(point)}
          {point.reason.text !== "" &&
            point.reason.text !== whyOf(point) &&
            decisive === null &&
            ` ${point.reason.text}`}
        </p>
        {decisive && (
          <Pair
            c={c}
            relation={decisive.relation}
            words={decisive.words}
            views={pairViews(decisive.relation.pair)}
          />
        )}
        {point.narratorDiffers && <p className="meta">A document’s own voice differs from all holders.</p>}
      </section>
      <section className="section">
        <h2>Who answers how</h2>
        <SelectionBar c={c} point={point.id} chosen={chosen} views={views} clear={() => setChosen([])} />
        <Positions
          c={c}
          answer={answer}
          active={active}
          chosen={chosen}
          actions={actions}
          onActive={setActive}
          onChoose={choose}
        />
      </section>
      <Absences c={c} answer={answer} />
      <Shifts c={c} answer={answer} />
      <section className="section">
        <h2>When</h2>
        <Timeline c={c} answer={answer} />
      </section>
      <OtherPairs c={c} answer={answer} views={byId} />
      <Variants answer={answer} views={byId} />
      {action !== null && (
        <PointCorrection c={c} answer={answer} action={action} onClose={() => setAction(null)} />
      )}
      {actions.dialog}
    </article>
  );
}

async function check(c: string, point: string): Promise<void> {
  await correct(c, [{ action: "check", on: { point } }]);
}
