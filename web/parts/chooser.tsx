/** A field with a list under it: type to narrow, arrows to move, Enter to take. */
import { type ReactNode, useEffect, useId, useRef, useState } from "react";

export interface Choice {
  id: string;
  label: string;
  hint?: ReactNode;
}

/** Those first that are what is typed, then those that begin with it or hold it; the rest as they came. */
export function nearestFirst(choices: readonly Choice[], typed: string): Choice[] {
  const words = typed.trim().toLowerCase();
  const rank = ({ label }: Choice) => {
    const own = label.toLowerCase();
    return own === words ? 0 : own.startsWith(words) ? 1 : own.includes(words) ? 2 : 3;
  };
  return words === "" ? [...choices] : [...choices].sort((a, b) => rank(a) - rank(b));
}

interface ChooserProps {
  label: string;
  choices: readonly Choice[];
  /** What is typed; narrowing is the caller's where `narrow` is false. */
  value: string;
  onType(value: string): void;
  /** @param many with Shift: one of several */
  onChoose(choice: Choice, many: boolean): void;
  narrow?: boolean;
  /** False while the choices still belong to other words than those typed: Enter waits for these. */
  settled?: boolean;
  placeholder?: string;
}

export function Chooser({
  label,
  choices,
  value,
  onType,
  onChoose,
  narrow = true,
  settled = true,
  placeholder,
}: ChooserProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const words = value.trim().toLowerCase();
  // Other words, another list. Before anything is typed nothing is chosen: a hasty Enter must not take whoever stands first.
  const [moved, setMoved] = useState({ words, at: -1 });
  const at = words === moved.words && moved.at >= 0 ? moved.at : words === "" ? -1 : 0;
  const shown =
    narrow && words !== "" ? choices.filter((c) => c.label.toLowerCase().includes(words)) : choices;
  const active = Math.min(at, shown.length - 1);
  // Enter on words whose list is still on its way takes what they find, never what the words before found.
  const [awaited, setAwaited] = useState<{ words: string; many: boolean } | null>(null);
  const take = useRef(onChoose);
  take.current = onChoose;
  const first = shown[0];
  useEffect(() => {
    if (awaited === null || (!settled && awaited.words === words)) return;
    setAwaited(null);
    if (awaited.words === words && first) take.current(first, awaited.many);
  }, [awaited, settled, words, first]);
  useEffect(() => {
    if (active >= 0) list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    <div className="chooser">
      <label className="field" htmlFor={`${id}-field`}>
        {label}
      </label>
      <input
        id={`${id}-field`}
        className="input"
        data-autofocus
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        autoComplete="off"
        value={value}
        placeholder={placeholder}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={(event) => {
          const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
          if (step !== 0 && shown.length > 0) {
            event.preventDefault();
            const next = active < 0 && step < 0 ? -1 : active + step;
            setMoved({ words, at: (next + shown.length) % shown.length });
          } else if (event.key === "Enter") {
            event.preventDefault();
            const choice = shown[active];
            if (!settled && words !== "") setAwaited({ words, many: event.shiftKey });
            else if (choice) onChoose(choice, event.shiftKey);
          }
        }}
      />
      <div
        ref={list}
        id={`${id}-list`}
        className="options"
        role="listbox"
        aria-label={label}
        aria-busy={!settled}
      >
        {shown.map((choice, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field's keys choose
          <div
            key={choice.id}
            id={`${id}-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === active}
            className="option"
            onClick={(event) => onChoose(choice, event.shiftKey)}
          >
            {choice.label}
            {choice.hint !== undefined && <span className="meta"> {choice.hint}</span>}
          </div>
        ))}
      </div>
    </div>
  );
}
