/** What to verify next, weightiest first: one statement at a time, one key for each answer. */
import { useEffect, useMemo, useRef, useState } from "react";
import type { QueueItem, RulingDraft, StatementView } from "../../../src/server/contract.ts";
import { get } from "../../api/client.ts";
import { resources } from "../../api/resources.ts";
import { Link } from "../../parts/link.tsx";
import { StatementDialog, type StatementQuestion } from "../../parts/statement-dialog.tsx";
import { Empty, Loading, Problem } from "../../parts/states.tsx";
import { correct, onReturned } from "../../state/correct.ts";
import { useKeys } from "../../state/keys.ts";
import { telling } from "../../state/notices.ts";
import { usePages } from "../../state/pages.ts";
import { useResource } from "../../state/query.ts";
import { navigate } from "../../state/router.ts";
import { to } from "../../state/routes.ts";
import { CheckItem } from "./check-item.tsx";
import { Progress } from "./progress.tsx";
import { back, coming, onward, pinned, returnedTo, START, shown, type Walk } from "./walk.ts";
import "../../theme/check.css";

/** Fetches on while fewer than this many are at hand. */
const AT_HAND = 8;

export function CheckView({ c }: { c: string }) {
  const list = usePages(resources.queue(c, { limit: 20 }), true);
  const queue = useMemo(() => list.pages.flatMap((p) => p.items), [list.pages]);
  const [walk, setWalk] = useState<Walk>(START);
  const [doing, setDoing] = useState<StatementQuestion | null>(null);
  const item = shown(walk, queue);
  const fresh = useFresh(c, item);
  const next = coming(walk, queue, AT_HAND);
  const { more, fetchMore } = list;
  useEffect(() => {
    if (more && next.length < AT_HAND) fetchMore();
  }, [more, fetchMore, next.length]);
  useEffect(() => setWalk((now) => pinned(now, queue)), [queue]);
  useReturned(c, walk, queue, setWalk);

  const go = (to: Walk) => {
    setWalk(to);
    window.scrollTo(0, 0);
  };
  const answer = (draft: RulingDraft, said: string) => {
    // The next one stands there at once; an answer that is not kept brings its item back.
    const here = item && onward(walk, queue);
    if (here === null) return;
    go(here);
    void correct(c, [draft], { said }).then((done) => {
      if (done === null) setWalk((now) => (now === here ? back(here, queue) : now));
    });
  };
  const on = fresh && { statement: fresh.statement.id };
  const right = () => on && answer({ action: "accept", on }, "Found right");
  const wrong = () => on && answer({ action: "reject", on }, "Rejected: nobody said that");
  const verdictRight = () =>
    item?.point &&
    void correct(c, [{ action: "check", on: { point: item.point.id }, value: { right: true } }], {
      said: "Verdict found right",
    });
  const fix = (what: StatementQuestion) => fresh && setDoing(what);
  const move = (step: 1 | -1) => item && go(step === 1 ? onward(walk, queue) : back(walk, queue));
  useKeys("Check", [
    { keys: "y", label: "Right as it stands", run: () => void right() },
    { keys: "n", label: "Wrong: nobody said that", run: () => void wrong() },
    { keys: "e", label: "Fix which words they are", run: () => void fix("spans"), opens: true },
    { keys: "w", label: "Fix who it is", run: () => void fix("speaker"), opens: true },
    { keys: "a", label: "Fix the act", run: () => void fix("act"), opens: true },
    { keys: "j", label: "Leave it, next", run: () => void move(1) },
    { keys: "k", label: "Back", run: () => void move(-1) },
    { keys: "v", label: "The point is right", run: () => void verdictRight() },
    { keys: "c", label: "Note", run: () => void fix("note"), opens: true },
    {
      keys: "Enter",
      label: "Open it in its document",
      run: () => fresh && navigate(to.document(c, fresh.article.document, { s: fresh.statement.id })),
    },
    { keys: "o", label: "Open its point", run: () => item?.point && navigate(to.point(c, item.point.id)) },
  ]);
  const tally = list.pages[0]?.checked ?? null;
  return (
    <div className="check">
      <div className="page-head">
        <h1>Check</h1>
        {tally && <Progress c={c} tally={tally} />}
      </div>
      {list.error && <Problem failure={list.error} retry={list.reload} />}
      {item && fresh ? (
        <>
          <CheckItem
            c={c}
            item={item}
            view={fresh}
            onRight={() => void right()}
            onWrong={() => void wrong()}
            onFix={fix}
            onNext={() => void move(1)}
            onBack={walk.at > 0 ? () => void move(-1) : null}
            onVerdictRight={() => void verdictRight()}
          />
          {next.length > 0 && <Coming items={next} />}
        </>
      ) : list.pages.length === 0 ? (
        list.error === null && <Loading what="the queue" />
      ) : (
        <AtEnd c={c} left={queue.length} onAgain={() => setWalk(START)} done={tally?.total ?? 0} />
      )}
      {fresh && doing && <StatementDialog c={c} view={fresh} what={doing} onClose={() => setDoing(null)} />}
    </div>
  );
}

/** An answer that was taken back brings its statement back to view. */
function useReturned(
  c: string,
  walk: Walk,
  queue: readonly QueueItem[],
  setWalk: (change: (now: Walk) => Walk) => void,
): void {
  const latest = useRef({ walk, queue });
  latest.current = { walk, queue };
  useEffect(
    () =>
      onReturned((of, statements) => {
        const [id] = statements;
        if (of !== c || id === undefined) return;
        const all = [...latest.current.walk.seen, ...latest.current.queue];
        const known = all.find((item) => item.statement.statement.id === id);
        const show = (item: QueueItem) => setWalk((now) => returnedTo(now, item, latest.current.queue));
        if (known) show(known);
        else
          void telling(async () => {
            const statement = await get(resources.statement(c, id));
            const point = statement.points[0] ?? null;
            show({ statement, point, consequence: 0, doubt: 0, why: [] });
          });
      }),
    [c, setWalk],
  );
}

/**
 * The item's statement as it stands now: corrected words give it another id, and an item that was answered is in the
 * queue no longer. Found in its document by its id, else by its place.
 */
function useFresh(c: string, item: QueueItem | null): StatementView | null {
  const given = item?.statement ?? null;
  const { data } = useResource(given === null ? null : resources.document(c, given.article.document));
  return useMemo(() => {
    if (given === null || data === null) return given;
    const { id } = given.statement;
    const overlap = ({ extent: { start, end } }: StatementView) =>
      Math.min(end, given.extent.end) - Math.max(start, given.extent.start);
    return (
      data.statements.find((s) => s.statement.id === id) ??
      data.statements.reduce<StatementView | null>(
        (best, s) => (overlap(s) > (best === null ? 0 : overlap(best)) ? s : best),
        null,
      ) ??
      given
    );
  }, [given, data]);
}

function Coming({ items }: { items: readonly QueueItem[] }) {
  return (
    <section className="section coming no-print" aria-label="Coming next">
      <h2>Next</h2>
      <ol>
        {items.slice(0, 4).map(({ statement: { statement, holders, extent }, why }) => (
          <li key={statement.id}>
            <b>{holders.map((h) => h.name).join(" and ") || "Nobody named"}</b>{" "}
            <span className="soft">{extent.text}</span> <span className="meta">{why[0]?.text}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function AtEnd({ c, left, done, onAgain }: { c: string; left: number; done: number; onAgain(): void }) {
  if (left > 0)
    return (
      <Empty title="That was the last one">
        <p className="lede">
          {left === 1 ? "One that you left is" : `${left} that you left are`} still not checked.
        </p>
        <p className="row">
          <button type="button" className="button primary" onClick={onAgain}>
            Begin again
          </button>
        </p>
      </Empty>
    );
  return (
    <Empty title={done === 0 ? "Nothing to check yet" : "Everything is checked"}>
      <p className="row">
        {done === 0 ? (
          <Link to={to.section(c, "documents")}>Add documents</Link>
        ) : (
          <Link to={to.section(c, "share")}>Share it</Link>
        )}
      </p>
    </Empty>
  );
}
