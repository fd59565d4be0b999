/** Corrections of a speaker: another name, a side, one with another, parted again. */
import { useState } from "react";
import { counted } from "../../src/report/counted.ts";
import type { RulingDraft, SpeakerAnswer, SpeakerRef } from "../../src/server/contract.ts";
import { resources } from "../api/resources.ts";
import { correct } from "../state/correct.ts";
import { useResource } from "../state/query.ts";
import { type Choice, Chooser } from "./chooser.tsx";
import { Dialog } from "./dialog.tsx";
import { FormDialog } from "./form-dialog.tsx";
import { articleWords } from "./names.tsx";
import { useSpeakerChoices } from "./speaker-picker.tsx";

/** A speaker who certainly has a page of his own. */
export type KnownSpeaker = SpeakerRef & { id: string };

interface Props {
  c: string;
  onClose(): void;
  /** Called when the correction is kept. */
  onDone?(): void;
}

export function RenameDialog({ c, speaker, onClose, onDone }: Props & { speaker: KnownSpeaker }) {
  const [name, setName] = useState(speaker.name);
  const value = name.trim();
  return (
    <FormDialog
      title="Rename"
      submit="Keep this name"
      ready={value !== "" && value !== speaker.name}
      onClose={onClose}
      send={async () => {
        const drafts: RulingDraft[] = [
          { action: "set-name", on: { speaker: speaker.id }, value: { name: value } },
        ];
        if (await correct(c, drafts)) onDone?.();
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
        <span className="hint">As boards, reports and exports shall give it. The documents’ words stay.</span>
      </label>
    </FormDialog>
  );
}

const NONE = "none:";
const NEW = "new:";

/** Puts speakers on a side: one there is, a new one by name, or none. */
export function SideDialog({ c, speakers, onClose, onDone }: Props & { speakers: readonly KnownSpeaker[] }) {
  const [typed, setTyped] = useState("");
  const { data } = useResource(resources.sides(c));
  const words = typed.trim();
  const known: Choice[] = (data?.sides ?? []).map((s) => ({
    id: s.id,
    label: s.name,
    hint: s.members
      .slice(0, 3)
      .map((m) => m.name)
      .join(", "),
  }));
  const isKnown = known.some((k) => k.label.toLowerCase() === words.toLowerCase());
  const fresh = words === "" || isKnown ? [] : [{ id: NEW, label: words, hint: "a new side" }];
  const shown = known.filter((k) => k.label.toLowerCase().includes(words.toLowerCase()));
  const someOn = speakers.some((s) => s.side !== null);
  const off = someOn && words === "" ? [{ id: NONE, label: "No side", hint: "speaks for himself" }] : [];
  const names = speakers.map((s) => s.name).join(", ");
  return (
    <Dialog
      title={speakers.length === 1 ? `Which side is ${names} on?` : "Which side are they on?"}
      onClose={onClose}
    >
      {speakers.length > 1 && <p className="meta">{names}</p>}
      <Chooser
        label={speakers.length === 1 ? `Side (now: ${speakers[0]?.side?.name ?? "none"})` : "Side"}
        placeholder="Type a name, new ones too"
        choices={[...shown, ...fresh, ...off]}
        narrow={false}
        value={typed}
        onType={setTyped}
        onChoose={(choice) => {
          onClose();
          const side = choice.id === NONE ? null : choice.label;
          const drafts: RulingDraft[] = speakers.map((s) => ({
            action: "set-side",
            on: { speaker: s.id },
            value: { side },
          }));
          void correct(c, drafts).then((done) => done && onDone?.());
        }}
      />
    </Dialog>
  );
}

/** Takes several for one: all of them, or one with another that is looked for. */
export function MergeDialog({ c, speakers, onClose, onDone }: Props & { speakers: readonly KnownSpeaker[] }) {
  const [typed, setTyped] = useState("");
  const [other, setOther] = useState<Choice | null>(null);
  const own = new Set(speakers.map((s) => s.id));
  const { choices: found, settled } = useSpeakerChoices(c, typed, { open: false });
  const choices = found.filter((x) => !own.has(x.id));
  const [first, ...rest] = speakers;
  const all = other === null ? rest : [...rest, { id: other.id, name: other.label }];
  return (
    <FormDialog
      title={rest.length === 0 ? `Who is ${first?.name} too?` : "Are these one?"}
      submit="Merge"
      ready={first !== undefined && all.length > 0}
      onClose={onClose}
      send={async () => {
        if (!first) return;
        const drafts: RulingDraft[] = all.map((s) => ({
          action: "same-speaker",
          on: { speakers: [first.id, s.id] },
        }));
        if (await correct(c, drafts)) onDone?.();
      }}
    >
      {rest.length === 0 && (
        <Chooser
          label="The same as"
          placeholder="Type a name"
          choices={choices}
          settled={settled}
          narrow={false}
          value={typed}
          onType={(value) => {
            setTyped(value);
            setOther(null);
          }}
          onChoose={(choice) => {
            setOther(choice);
            setTyped(choice.label);
          }}
        />
      )}
      {first && all.length > 0 && (
        <p role="status">
          <b>{[first, ...all].map((s) => s.name).join(" and ")}</b> become one speaker; all their statements
          are compared as one holder’s.
        </p>
      )}
    </FormDialog>
  );
}

/** Parts off what was taken for one speaker by mistake, by the documents' own mentions. */
export function SplitDialog({ c, answer, onClose, onDone }: Props & { answer: SpeakerAnswer }) {
  const [parted, setParted] = useState<ReadonlySet<string>>(new Set());
  const { members, speaker } = answer;
  return (
    <FormDialog
      title={`Which of these is not ${speaker.name}?`}
      submit={parted.size > 1 ? `Part these ${parted.size} off` : "Part off"}
      ready={parted.size > 0 && parted.size < members.length}
      onClose={onClose}
      send={async () => {
        const drafts: RulingDraft[] = [
          { action: "not-same-speaker", on: { speaker: speaker.id, members: [...parted] } },
        ];
        if (await correct(c, drafts, { said: `Parted off from ${speaker.name}` })) onDone?.();
      }}
    >
      {members.length < 2 ? (
        <p>Only one document names this speaker: there is nothing to part.</p>
      ) : (
        <fieldset className="plain-set">
          <legend className="meta">
            As each document names the speaker. Mark those who are somebody else.
          </legend>
          <ul className="stack">
            {members.map((m) => (
              <li key={m.id}>
                <label className="choice">
                  <input
                    type="checkbox"
                    checked={parted.has(m.id)}
                    onChange={(event) => {
                      const next = new Set(parted);
                      if (event.target.checked) next.add(m.id);
                      else next.delete(m.id);
                      setParted(next);
                    }}
                  />
                  <span>
                    {m.name}{" "}
                    <span className="meta">
                      {articleWords(m.article)}, {counted(m.statements, "statement")}
                      {m.aliases.length > 0 && `, also “${m.aliases.slice(0, 3).join("”, “")}”`}
                    </span>
                  </span>
                </label>
              </li>
            ))}
          </ul>
          {parted.size > 0 && parted.size === members.length && (
            <p className="meta">Leave at least one: those not marked stay {speaker.name}.</p>
          )}
        </fieldset>
      )}
    </FormDialog>
  );
}
