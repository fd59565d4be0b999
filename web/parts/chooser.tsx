/** A field with a list under it: type to narrow, arrows to move, Enter to take. */
import { type ReactNode, useEffect, useId, useRef, useState } from "react";

export interface Choice {
  id: string;
  label: string;
  hint?: ReactNode;
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
  placeholder?: string;
}

export function Chooser({
  label,
  choices,
  value,
  onType,
  onChoose,
  narrow = true,
  placeholder,
}: ChooserProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const words = value.trim().toLowerCase();
  const shown =
    narrow && words !== "" ? choices.filter((c) => c.label.toLowerCase().includes(words)) : choices;
  const active = Math.min(at, shown.length - 1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words, another list
  useEffect(() => setAt(0), [words]);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: "nearest" });
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
            setAt((active + step + shown.length) % shown.length);
          } else if (event.key === "Enter") {
            event.preventDefault();
            const choice = shown[active];
            if (choice) onChoose(choice, event.shiftKey);
          }
        }}
      />
      <div ref={list} id={`${id}-list`} className="options" role="listbox" aria-label={label}>
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
