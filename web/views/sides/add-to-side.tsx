import { useState } from "react";
import { type Choice, Chooser } from "../../parts/chooser.tsx";
import { FormDialog } from "../../parts/form-dialog.tsx";
import { useSpeakerChoices } from "../../parts/speaker-picker.tsx";
import { correct } from "../../state/correct.ts";

/** Puts speakers on a side; on a new one, to be named, where `side` is null. */
export function AddToSideDialog({ c, side, onClose }: { c: string; side: string | null; onClose(): void }) {
  const [name, setName] = useState("");
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<readonly Choice[]>([]);
  const { choices: found, settled } = useSpeakerChoices(c, typed, { open: false });
  const value = side ?? name.trim();
  return (
    <FormDialog
      title={side === null ? "New side" : `Who speaks for ${side}?`}
      submit={chosen.length > 1 ? `Put these ${chosen.length} on it` : "Put on it"}
      ready={value !== "" && chosen.length > 0}
      onClose={onClose}
      send={async () => {
        await correct(
          c,
          chosen.map((s) => ({ action: "set-side", on: { speaker: s.id }, value: { side: value } })),
        );
      }}
    >
      {side === null && (
        <label className="field">
          Name
          <input
            data-autofocus
            value={name}
            maxLength={1000}
            onChange={(event) => setName(event.target.value)}
          />
          <span className="hint">A country, a company, a party, the plaintiffs …</span>
        </label>
      )}
      <Chooser
        label="Speaker"
        placeholder="Type a name"
        choices={found.filter((f) => !chosen.some((x) => x.id === f.id))}
        settled={settled}
        narrow={false}
        value={typed}
        onType={setTyped}
        onChoose={(choice) => {
          setChosen([...chosen, choice]);
          setTyped("");
        }}
      />
      {chosen.length > 0 && (
        <ul className="row" aria-label="Chosen">
          {chosen.map((s) => (
            <li key={s.id} className="row">
              <b>{s.label}</b>
              <button
                type="button"
                className="button small quiet"
                aria-label={`Leave ${s.label} out`}
                onClick={() => setChosen(chosen.filter((x) => x.id !== s.id))}
              >
                ✕
              </button>
            </li>
          ))}
        </ul>
      )}
    </FormDialog>
  );
}
