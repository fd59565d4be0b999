/** The parties to the matter: who speaks for each, who for none, and how to change that. */
import { useState } from "react";
import { counted } from "../../../src/report/counted.ts";
import type { RulingDraft, SidesAnswer, SpeakerRow } from "../../../src/server/contract.ts";
import { resources } from "../../api/resources.ts";
import { FormDialog } from "../../parts/form-dialog.tsx";
import { Link } from "../../parts/link.tsx";
import { articleWords } from "../../parts/names.tsx";
import { type KnownSpeaker, SideDialog } from "../../parts/speaker-dialogs.tsx";
import { Empty, Loaded, Problem } from "../../parts/states.tsx";
import { correct } from "../../state/correct.ts";
import { useKeys } from "../../state/keys.ts";
import { useListWalk } from "../../state/list-walk.ts";
import { usePages } from "../../state/pages.ts";
import { useResource } from "../../state/query.ts";
import { navigate } from "../../state/router.ts";
import { to } from "../../state/routes.ts";
import { AddToSideDialog } from "./add-to-side.tsx";
import "../../theme/speakers.css";

type Side = SidesAnswer["sides"][number];
type Doing =
  | { kind: "rename" | "add"; side: Side }
  | { kind: "assign"; speaker: KnownSpeaker }
  | { kind: "new" }
  | null;

/** Speakers without a side are listed from the first that many, the most quoted ones. */
const LISTED = 300;

export function SidesView({ c }: { c: string }) {
  const query = useResource(resources.sides(c));
  return (
    <Loaded query={query} what="sides">
      {(answer) => <Sides c={c} sides={answer.sides} />}
    </Loaded>
  );
}

function Sides({ c, sides }: { c: string; sides: readonly Side[] }) {
  const [doing, setDoing] = useState<Doing>(null);
  const { active, current, move } = useListWalk(sides);
  const walk = (step: number) =>
    document.getElementById(`side-${move(step)}`)?.scrollIntoView({ block: "nearest" });
  useKeys("Sides", [
    { keys: "j", label: "Next", run: () => walk(1) },
    { keys: "k", label: "Previous", run: () => walk(-1) },
    {
      keys: "Enter",
      label: "Its statements",
      run: () => current && navigate(to.section(c, "statements", { side: current.id })),
    },
    {
      keys: "i",
      label: "Add a speaker to it",
      opens: true,
      run: () => current && setDoing({ kind: "add", side: current }),
    },
    {
      keys: "r",
      label: "Rename it",
      run: () => current && setDoing({ kind: "rename", side: current }),
      opens: true,
    },
    { keys: "+", label: "New side", run: () => setDoing({ kind: "new" }), opens: true },
  ]);
  const close = () => setDoing(null);
  return (
    <div className="sides">
      <div className="page-head">
        <div>
          <h1>Sides</h1>
          <p className="lede">
            A side is a party to the matter. Whether a point is disputed or agreed goes by what different
            sides say.
          </p>
        </div>
        <div className="row no-print">
          <Link to={to.section(c, "speakers")}>Speakers</Link>
          <button type="button" className="button" onClick={() => setDoing({ kind: "new" })}>
            New side <kbd>+</kbd>
          </button>
        </div>
      </div>
      {sides.length === 0 ? (
        <Empty title="No sides yet">
          <p className="lede">
            Official readouts bring theirs. Make one for each party, and say who speaks for it.
          </p>
        </Empty>
      ) : (
        <div className="side-grid">
          {sides.map((side, i) => (
            <section
              key={side.id}
              id={`side-${i}`}
              className={i === active ? "side-card active" : "side-card"}
              aria-label={side.name}
            >
              <h2>
                {side.name}
                <span className="row no-print">
                  <button
                    type="button"
                    className="button small quiet"
                    aria-label={`Rename ${side.name}`}
                    onClick={() => setDoing({ kind: "rename", side })}
                  >
                    Rename
                  </button>
                  <button
                    type="button"
                    className="button small quiet"
                    aria-label={`Add a speaker to ${side.name}`}
                    onClick={() => setDoing({ kind: "add", side })}
                  >
                    Add
                  </button>
                </span>
              </h2>
              <p className="meta n">
                <Link to={to.section(c, "statements", { side: side.id })}>
                  {counted(side.statements, "statement")}
                </Link>{" "}
                on <Link to={to.section(c, "board", { side: side.id })}>{counted(side.points, "point")}</Link>
              </p>
              <Members c={c} side={side} />
            </section>
          ))}
        </div>
      )}
      <Unassigned c={c} onAssign={(speaker) => setDoing({ kind: "assign", speaker })} />
      {doing?.kind === "rename" && <RenameSideDialog c={c} side={doing.side} sides={sides} onClose={close} />}
      {doing?.kind === "add" && <AddToSideDialog c={c} side={doing.side.name} onClose={close} />}
      {doing?.kind === "new" && <AddToSideDialog c={c} side={null} onClose={close} />}
      {doing?.kind === "assign" && <SideDialog c={c} speakers={[doing.speaker]} onClose={close} />}
    </div>
  );
}

function Members({ c, side }: { c: string; side: Side }) {
  return (
    <ul>
      {side.members.map(
        (member) =>
          member.id !== null && (
            <li key={member.id}>
              <span>
                <Link className="plain" to={to.speaker(c, member.id)}>
                  {member.name}
                </Link>
                {member.role !== null && <span className="soft">, {member.role}</span>}
              </span>
              <button
                type="button"
                className="button small quiet no-print"
                aria-label={`Take off: ${member.name} from ${side.name}`}
                onClick={() =>
                  void correct(c, [
                    { action: "set-side", on: { speaker: member.id! }, value: { side: null } },
                  ])
                }
              >
                Take off
              </button>
            </li>
          ),
      )}
      {side.articles.map((article) => (
        <li key={article.id}>
          <span className="meta">
            speaks for it:{" "}
            <Link to={to.document(c, article.document)}>{article.title ?? articleWords(article)}</Link>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Renaming puts all that belong to a side on one of the new name; a name that is taken makes them one. */
function RenameSideDialog({
  c,
  side,
  sides,
  onClose,
}: {
  c: string;
  side: Side;
  sides: readonly Side[];
  onClose(): void;
}) {
  const [name, setName] = useState(side.name);
  const value = name.trim();
  const taken = sides.find((s) => s.id !== side.id && s.name.toLowerCase() === value.toLowerCase());
  return (
    <FormDialog
      title={`Rename ${side.name}`}
      submit={taken ? `Make it one with ${taken.name}` : "Keep this name"}
      ready={value !== "" && value !== side.name}
      onClose={onClose}
      send={async () => {
        const to = { side: taken?.name ?? value };
        const drafts: RulingDraft[] = [
          ...side.members.flatMap((m): RulingDraft[] =>
            m.id === null ? [] : [{ action: "set-side", on: { speaker: m.id }, value: to }],
          ),
          ...side.articles.map(
            (a): RulingDraft => ({ action: "set-side", on: { article: a.id }, value: to }),
          ),
        ];
        await correct(c, drafts, { said: `${side.name} is now ${to.side}` });
      }}
    >
      <label className="field">
        Name
        <input
          data-autofocus
          value={name}
          maxLength={1000}
          onChange={(event) => setName(event.target.value)}
          onFocus={(event) => event.target.select()}
        />
        <span className="hint">
          {taken
            ? `There is a side of that name already: all of ${side.name} will belong to it.`
            : "All its speakers and documents go along."}
        </span>
      </label>
    </FormDialog>
  );
}

function Unassigned({ c, onAssign }: { c: string; onAssign(speaker: SpeakerRow): void }) {
  const list = usePages(resources.speakers(c, { limit: LISTED }), true);
  const none = list.pages.flatMap((p) => p.speakers).filter((s) => s.side === null);
  if (list.error) return <Problem failure={list.error} retry={list.reload} />;
  if (none.length === 0) return null;
  return (
    <section className="section">
      <h2>On no side</h2>
      <ul className="side-grid side-card">
        {none.map((s) => (
          <li key={s.id}>
            <span>
              <Link className="plain" to={to.speaker(c, s.id)}>
                {s.name}
              </Link>
              {s.role !== null && <span className="soft">, {s.role}</span>}{" "}
              <span className="meta n">{s.statements}</span>
            </span>
            <button
              type="button"
              className="button small quiet no-print"
              aria-label={`Assign ${s.name} to a side`}
              onClick={() => onAssign(s)}
            >
              Assign
            </button>
          </li>
        ))}
      </ul>
      {list.more && (
        <p className="no-print">
          <button type="button" className="button small" onClick={list.fetchMore}>
            More
          </button>
        </p>
      )}
    </section>
  );
}
