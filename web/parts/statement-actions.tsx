/** What can be done with a statement, by key and by button: the same in every view. */
import { type ReactNode, useState } from "react";
import type { StatementView } from "../../src/server/contract.ts";
import { copyQuotation } from "../state/copy.ts";
import { correct } from "../state/correct.ts";
import type { Binding } from "../state/keys.ts";
import { moveToPoint } from "../state/move.ts";
import { PointDialog } from "./point-picker.tsx";
import { StatementDialog, type StatementQuestion } from "./statement-dialog.tsx";

const STATEMENT_ACTIONS = [
  { kind: "right", keys: "y", name: "Right", label: "Right as it stands" },
  { kind: "wrong", keys: "n", name: "Wrong", label: "Wrong: nobody said that" },
  { kind: "spans", keys: "e", name: "Words", label: "Fix which words they are" },
  { kind: "speaker", keys: "w", name: "Speaker", label: "Fix who it is" },
  { kind: "act", keys: "a", name: "Act", label: "Fix the act" },
  { kind: "move", keys: "m", name: "Move", label: "Move it to a point" },
  { kind: "note", keys: "c", name: "Note", label: "Note" },
  { kind: "copy", keys: "q", name: "Copy", label: "Copy as a quotation with its reference" },
] as const;
type StatementAction = (typeof STATEMENT_ACTIONS)[number]["kind"];

/** Sentences in the document's own voice are no attributions: there is nothing to correct in them. */
const FOR_NARRATED: readonly StatementAction[] = ["move", "note", "copy"];

function actionsFor(view: StatementView) {
  return STATEMENT_ACTIONS.filter((a) => !view.narrated || FOR_NARRATED.includes(a.kind));
}

export interface StatementActions {
  run(action: StatementAction, view: StatementView): void;
  /** Keys for the statement that the reader is at. */
  bindings(view: StatementView | null): Binding[];
  /** To be rendered once in the view. */
  dialog: ReactNode;
}

/** @param point the point that is looked at: a statement that is moved leaves this one, whichever others it stands on */
export function useStatementActions(c: string, point: string | null = null): StatementActions {
  const [open, setOpen] = useState<{ action: StatementQuestion | "move"; view: StatementView } | null>(null);
  const close = () => setOpen(null);
  const run = (action: StatementAction, view: StatementView) => {
    const on = { statement: view.statement.id };
    if (!actionsFor(view).some((a) => a.kind === action)) return;
    if (action === "copy") void copyQuotation(c, on);
    else if (action === "right" || action === "wrong") {
      void correct(c, [{ action: action === "right" ? "accept" : "reject", on }]);
    } else setOpen({ action, view });
  };
  const dialogOf = ({ action, view }: NonNullable<typeof open>) => {
    if (action !== "move") return <StatementDialog c={c} view={view} what={action} onClose={close} />;
    return (
      <PointDialog
        c={c}
        title="To which point does it speak?"
        not={view.points.map((p) => p.id)}
        onClose={close}
        onChoose={(id, question) => void moveToPoint(c, [view], point, { id, question })}
      />
    );
  };
  return {
    run,
    bindings: (view) =>
      STATEMENT_ACTIONS.map(({ kind, keys, label }) => ({
        keys,
        label,
        run: () => {
          if (view) run(kind, view);
        },
        opens: view !== null && kind !== "right" && kind !== "wrong" && kind !== "copy",
      })),
    dialog: open === null ? null : dialogOf(open),
  };
}

/** The actions as buttons. */
export function StatementButtons({ view, actions }: { view: StatementView; actions: StatementActions }) {
  return (
    <p className="row statement-buttons no-print">
      {actionsFor(view).map(({ kind, keys, name, label }) => (
        <button
          key={kind}
          type="button"
          className="button small"
          title={`${label} (${keys})`}
          onClick={() => actions.run(kind, view)}
        >
          {name} <kbd>{keys}</kbd>
        </button>
      ))}
    </p>
  );
}
