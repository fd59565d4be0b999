import { useState } from "react";
import { counted } from "../../src/report/counted.ts";
import type { StatementView } from "../../src/server/contract.ts";
import { resources } from "../api/resources.ts";
import { correct } from "../state/correct.ts";
import { useResource } from "../state/query.ts";
import { type Choice, Chooser, nearestFirst } from "./chooser.tsx";
import { Dialog } from "./dialog.tsx";

const NEW = "new:";
const UNKNOWN = "unknown:";

interface Choices {
  choices: Choice[];
  /** False while those found still belong to other words. */
  settled: boolean;
}

/**
 * Speakers of the collection by what is typed; a new one by name, and "not known", where asked for.
 * @param outlet the document's own voice can be chosen too
 */
export function useSpeakerChoices(
  c: string,
  typed: string,
  { open = true, outlet = null }: { open?: boolean; outlet?: string | null } = {},
): Choices {
  const words = typed.trim();
  const { data, settled } = useResource(resources.speakers(c, { q: words, limit: 50 }), true);
  const found = nearestFirst(
    (data?.speakers ?? []).map((s) => ({
      id: s.id,
      label: s.name,
      hint: [s.role, s.side?.name, counted(s.statements, "statement")].filter(Boolean).join(" · "),
    })),
    words,
  );
  if (!open) return { choices: found, settled };
  const is = (name: string) => name.toLowerCase() === words.toLowerCase();
  const voice =
    outlet !== null && `own voice of ${outlet}`.toLowerCase().includes(words.toLowerCase())
      ? [{ id: `${NEW}${outlet}`, label: `Own voice of ${outlet}`, hint: "the document itself says it" }]
      : [];
  const isKnown = found.some((f) => is(f.label)) || (outlet !== null && is(outlet));
  const fresh = words === "" || isKnown ? [] : [{ id: `${NEW}${words}`, label: words, hint: "somebody new" }];
  const none = { id: UNKNOWN, label: "Not known", hint: "the document does not tell" };
  return { choices: [...found, ...voice, ...fresh, none], settled };
}

/** Who is chosen, as a correction has it: speakers of the collection, and a new one's name. */
export function holdersOf(chosen: readonly Choice[]): { speakers: string[]; name: string | null } {
  return {
    speakers: chosen.filter((s) => !s.id.startsWith(NEW) && s.id !== UNKNOWN).map((s) => s.id),
    name: chosen.find((s) => s.id.startsWith(NEW))?.id.slice(NEW.length) ?? null,
  };
}

interface Props {
  c: string;
  view: StatementView;
  onClose(): void;
}

/** Sets who holds a statement: one with Enter, several with Shift+Enter. */
export function SpeakerDialog({ c, view, onClose }: Props) {
  const [typed, setTyped] = useState("");
  const [several, setSeveral] = useState<Choice[]>([]);
  const { outlet } = view.article;
  const { choices, settled } = useSpeakerChoices(c, typed, { outlet });
  const save = (chosen: readonly Choice[]) => {
    onClose();
    void correct(c, [
      { action: "set-speaker", on: { statement: view.statement.id }, value: holdersOf(chosen) },
    ]);
  };
  const now = view.holders.map((h) => h.name).join(" and ") || "not known";
  return (
    <Dialog title="Whose words are they?" onClose={onClose}>
      {several.length > 0 && (
        <p className="row">
          {several.map((s) => s.label).join(" and ")} <span className="meta">and …</span>
          <button type="button" className="button small primary" onClick={() => save(several)}>
            That’s all
          </button>
        </p>
      )}
      <Chooser
        label={`Speaker (now: ${now})`}
        placeholder="Type a name"
        choices={choices}
        settled={settled}
        narrow={false}
        value={typed}
        onType={setTyped}
        onChoose={(choice, many) => {
          if (!many || choice.id === UNKNOWN) {
            save(choice.id === UNKNOWN ? [] : [...several, choice]);
            return;
          }
          setSeveral([...several.filter((s) => s.id !== choice.id), choice]);
          setTyped("");
        }}
      />
      <p className="meta for-keys">
        <kbd>Enter</kbd> takes one, <kbd>Shift</kbd> <kbd>Enter</kbd> adds one of several
      </p>
    </Dialog>
  );
}
