/** Adds a statement that the machine missed: which words, and where wanted whose and which act. */
import { useState } from "react";
import { ACTS, type Act, type Span } from "../../../src/model.ts";
import type { DocumentAnswer } from "../../../src/server/contract.ts";
import { type Choice, Chooser } from "../../parts/chooser.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { SpanEditor } from "../../parts/span-editor.tsx";
import { paragraphsAround } from "../../parts/spans-dialog.tsx";
import { holdersOf, useSpeakerChoices } from "../../parts/speaker-picker.tsx";
import type { Roles } from "../../parts/tokens.ts";
import { correct } from "../../state/correct.ts";

interface AddProps {
  c: string;
  article: NonNullable<DocumentAnswer["article"]>;
  /** Where to begin. */
  at: Span;
  /** True where `at` are the words selected as content. */
  content: boolean;
  onClose(): void;
}

const EMPTY: Roles = { source: [], cue: [], content: [] };

export function AddStatementDialog({ c, article, at, content, onClose }: AddProps) {
  const [roles, setRoles] = useState<Roles>(content ? { ...EMPTY, content: [at] } : EMPTY);
  const [act, setAct] = useState<Act | "">("");
  const [speaker, setSpeaker] = useState<Choice | null>(null);
  const [more, setMore] = useState(0);
  const { start, end } = paragraphsAround(article, at, more);
  const ready = roles.content.length > 0 || roles.cue.length > 0;
  return (
    <Dialog title="Add a statement" onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!ready) return;
          onClose();
          const value = {
            ...roles,
            ...(act === "" ? {} : { act }),
            ...holdersOf(speaker === null ? [] : [speaker]),
          };
          void correct(c, [{ action: "add-statement", on: { article: article.id }, value }]);
        }}
      >
        <SpanEditor
          text={article.text}
          from={start}
          to={end}
          before={EMPTY}
          roles={roles}
          onChange={setRoles}
        />
        <div className="facts">
          <label className="field">
            Act
            <select value={act} onChange={(event) => setAct(event.target.value as Act | "")}>
              <option value="">worked out from the words</option>
              {ACTS.map((a) => (
                <option key={a} value={a}>
                  {a}
                </option>
              ))}
            </select>
          </label>
          <SpeakerField c={c} outlet={article.outlet} value={speaker} onChange={setSpeaker} />
        </div>
        <div className="dialog-foot">
          <button type="button" className="button" onClick={() => setMore(more + 1)}>
            Show more text
          </button>
          <button type="submit" className="button primary" disabled={!ready}>
            Add
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function SpeakerField({
  c,
  outlet,
  value,
  onChange,
}: {
  c: string;
  /** The document's outlet: its own voice can be chosen. */
  outlet: string | null;
  value: Choice | null;
  onChange(v: Choice | null): void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const { choices, settled } = useSpeakerChoices(c, typed ?? "", { outlet });
  if (typed === null)
    return (
      <div className="field">
        Speaker
        <button type="button" className="button" onClick={() => setTyped("")}>
          {value?.label ?? "worked out from the source"}
        </button>
      </div>
    );
  return (
    <Chooser
      label="Speaker"
      choices={choices}
      settled={settled}
      narrow={false}
      value={typed}
      onType={setTyped}
      onChoose={(choice) => {
        onChange(choice);
        setTyped(null);
      }}
    />
  );
}
