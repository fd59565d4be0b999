import { useState } from "react";
import { ACTS, type Act } from "../../src/model.ts";
import type { StatementView } from "../../src/server/contract.ts";
import { correct } from "../state/correct.ts";
import { Chooser } from "./chooser.tsx";
import { Dialog } from "./dialog.tsx";

export const ACT_MEANING: Record<Act, string> = {
  assert: "states that it is so",
  deny: "states that it is not so",
  confirm: "says that it is so after all",
  accept: "takes another’s claim or denial as true",
  reject: "will not have it",
  doubt: "does not believe it, or is not sure",
  allege: "claims without proof",
  accuse: "lays a wrong at somebody’s door",
  warn: "tells of harm to come",
  expect: "thinks that it will happen",
  announce: "makes it known",
  promise: "binds himself to it",
  threaten: "tells what he will do to others",
  demand: "wants it of others",
  propose: "puts it up for agreement",
  ask: "wants to know, or asks for",
  agree: "undertakes it with others",
  praise: "calls it good",
  criticise: "calls it bad",
  decline: "would not say, no comment",
  believe: "thinks so, without saying it",
  want: "wishes or intends it",
};

interface Props {
  c: string;
  view: StatementView;
  onClose(): void;
}

/** Sets what the source does with the content. */
export function ActDialog({ c, view, onClose }: Props) {
  const { statement } = view;
  const [typed, setTyped] = useState("");
  const [negated, setNegated] = useState(statement.negated);
  return (
    <Dialog title="What does the source do with the words?" onClose={onClose}>
      <Chooser
        label={`Act (now: ${statement.act})`}
        choices={ACTS.map((act) => ({ id: act, label: act, hint: ACT_MEANING[act] }))}
        value={typed}
        onType={setTyped}
        onChoose={({ id }) => {
          onClose();
          void correct(c, [
            { action: "set-act", on: { statement: statement.id }, value: { act: id as Act, negated } },
          ]);
        }}
      />
      <label className="choice">
        <input type="checkbox" checked={negated} onChange={(event) => setNegated(event.target.checked)} />
        The reporting itself is negated (“did not say that …”)
      </label>
    </Dialog>
  );
}
