/** Corrections of a point and of the statements chosen in it. */
import { useState } from "react";
import { RELATION_VERDICTS, type RelationVerdict } from "../../../src/model.ts";
import type { PointAnswer, StatementView } from "../../../src/server/contract.ts";
import { FormDialog } from "../../parts/form-dialog.tsx";
import { NoteDialog } from "../../parts/note-dialog.tsx";
import { PointDialog } from "../../parts/point-picker.tsx";
import { correct } from "../../state/correct.ts";
import { moveToPoint, splitOff } from "../../state/move.ts";
import { navigate } from "../../state/router.ts";
import { to } from "../../state/routes.ts";

export type PointAction = "question" | "merge" | "note";

interface DialogProps {
  c: string;
  answer: PointAnswer;
  action: PointAction;
  onClose(): void;
}

export function PointCorrection({ c, answer, action, onClose }: DialogProps) {
  const { point } = answer;
  if (action === "note") return <NoteDialog c={c} on={{ point: point.id }} onClose={onClose} />;
  if (action === "question") return <QuestionDialog c={c} answer={answer} onClose={onClose} />;
  return (
    <PointDialog
      c={c}
      title="Which point is the same question?"
      not={[point.id]}
      onClose={onClose}
      onChoose={async (other, question) => {
        const done = await correct(c, [{ action: "same-point", on: { points: [point.id, other] } }], {
          said: `Merged with “${question}”`,
        });
        // Which of the two ids stays is the server's: both lead to the point that both became.
        if (done) navigate(to.point(c, point.id));
      }}
    />
  );
}

function QuestionDialog({ c, answer, onClose }: Omit<DialogProps, "action">) {
  const [question, setQuestion] = useState(answer.point.question);
  return (
    <FormDialog
      title="Write the question anew"
      submit="Keep"
      ready={question.trim() !== ""}
      onClose={onClose}
      send={async () =>
        void (await correct(c, [
          { action: "set-question", on: { point: answer.point.id }, value: { question: question.trim() } },
        ]))
      }
    >
      <label className="field">
        One question that the accounts answer, in one way or in several
        <input
          data-autofocus
          maxLength={1000}
          value={question}
          onChange={(event) => setQuestion(event.target.value)}
        />
      </label>
    </FormDialog>
  );
}

const RELATIONS: Record<RelationVerdict, string> = {
  agree: "agree",
  conflict: "conflict",
  diverge: "diverge",
  unclear: "unclear",
};

interface SelectionProps {
  c: string;
  point: string;
  chosen: readonly string[];
  /** All of the point's statements. */
  views: readonly StatementView[];
  clear(): void;
}

/** What can be done with the chosen statements together. */
export function SelectionBar({ c, point, chosen, views, clear }: SelectionProps) {
  const [moving, setMoving] = useState(false);
  if (chosen.length === 0) return null;
  const [first, second] = chosen;
  const chosenViews = views.filter((v) => chosen.includes(v.statement.id));
  // Nothing would be left to split off from.
  const all = chosen.length === views.length;
  const run = async (drafts: Parameters<typeof correct>[1]) => {
    if (await correct(c, drafts)) clear();
  };
  return (
    <section className="selection no-print" aria-label="Chosen statements">
      <span className="label n" role="status">
        {chosen.length} chosen
      </span>
      <button
        type="button"
        className="button small"
        disabled={all}
        onClick={async () => {
          if (await splitOff(c, point, chosenViews)) clear();
        }}
      >
        Split off
      </button>
      <button type="button" className="button small" onClick={() => setMoving(true)}>
        Move to another point
      </button>
      {chosen.length === 2 && first !== undefined && second !== undefined && (
        <fieldset className="segments">
          <legend className="label">They</legend>
          {RELATION_VERDICTS.map((verdict) => (
            <button
              key={verdict}
              type="button"
              className="button small"
              onClick={() =>
                void run([
                  { action: "set-relation", on: { statements: [first, second] }, value: { verdict } },
                ])
              }
            >
              {RELATIONS[verdict]}
            </button>
          ))}
        </fieldset>
      )}
      <button type="button" className="button small quiet" onClick={clear}>
        None <kbd>Esc</kbd>
      </button>
      {moving && (
        <PointDialog
          c={c}
          title="To which point do they speak?"
          not={[point]}
          onClose={() => setMoving(false)}
          onChoose={async (other, question) => {
            if (await moveToPoint(c, chosenViews, point, { id: other, question })) clear();
          }}
        />
      )}
    </section>
  );
}
