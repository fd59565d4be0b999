/**
 * Source, cue and content set word by word, by keyboard or mouse: select words, then say what they are. Used to
 * correct a statement and to add one.
 */
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { labelsOf, ROLES, type Roles, rolesOf, type SpanRole, tokens } from "./tokens.ts";

interface SpanEditorProps {
  text: string;
  /** The stretch of the text that is shown. */
  from: number;
  to: number;
  /** What was there before: roles that nobody touches stay to the letter. */
  before: Roles;
  /** What the words are now. */
  roles: Roles;
  onChange(roles: Roles): void;
}

const KEYS: Record<string, SpanRole | "none"> = { "1": "source", "2": "cue", "3": "content", "0": "none" };
/** Words that an arrow up or down goes. */
const LINE = 9;

export function SpanEditor({ text, from, to, before, roles, onChange }: SpanEditorProps) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const list = useMemo(() => tokens(text, from, to), [text, from, to]);
  const labels = useMemo(() => labelsOf(list, roles), [list, roles]);
  const first = Math.max(
    0,
    labels.findIndex((l) => l !== null),
  );
  const [anchor, setAnchor] = useState(first);
  const [head, setHead] = useState(first);
  const dragging = useRef(false);
  const [low, high] = anchor < head ? [anchor, head] : [head, anchor];

  useEffect(() => {
    document.getElementById(`${id}-${head}`)?.scrollIntoView({ block: "nearest" });
  }, [id, head]);
  // The text may come after the dialog has opened and set the focus.
  useEffect(() => box.current?.focus(), []);
  useEffect(() => {
    const end = () => {
      dragging.current = false;
    };
    window.addEventListener("pointerup", end);
    return () => window.removeEventListener("pointerup", end);
  }, []);

  const label = (role: SpanRole | "none") => {
    const next = labels.map((l, i) => (i < low || i > high ? l : role === "none" ? null : role));
    onChange(rolesOf(list, next, before));
  };
  const move = (to: number, extend: boolean) => {
    const at = Math.min(list.length - 1, Math.max(0, to));
    setHead(at);
    if (!extend) setAnchor(at);
  };
  return (
    <div className="span-editor">
      <div className="row">
        {ROLES.map((role, i) => (
          <button
            key={role}
            type="button"
            className={`button small role-${role}`}
            onClick={() => label(role)}
          >
            {role} <kbd>{i + 1}</kbd>
          </button>
        ))}
        <button type="button" className="button small" onClick={() => label("none")}>
          none of these <kbd>0</kbd>
        </button>
      </div>
      <div
        ref={box}
        className="tokens"
        role="listbox"
        tabIndex={0}
        data-autofocus
        data-own-keys
        aria-multiselectable="true"
        aria-label="Words of the passage: arrows move, Shift with arrows selects, 1 source, 2 cue, 3 content, 0 none"
        aria-activedescendant={list.length > 0 ? `${id}-${head}` : undefined}
        onKeyDown={(event) => {
          const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: LINE, ArrowUp: -LINE }[event.key];
          const role = KEYS[event.key];
          if (event.ctrlKey || event.metaKey || event.altKey) return;
          if (step !== undefined) move(head + step, event.shiftKey);
          else if (event.key === "Home") move(0, event.shiftKey);
          else if (event.key === "End") move(list.length - 1, event.shiftKey);
          else if (event.key === "Enter") box.current?.closest("form")?.requestSubmit();
          else if (role !== undefined) label(role);
          else return;
          event.preventDefault();
        }}
      >
        {list.map((token, i) => {
          const role = labels[i] ?? null;
          const chosen = i >= low && i <= high;
          const joined = role !== null && i > 0 && labels[i - 1] === role;
          return (
            <span key={token.start}>
              <span className={joined ? `gap role-${role}` : "gap"}>
                {token.gap.includes("\n") ? " ¶ " : token.gap}
              </span>
              <span
                id={`${id}-${i}`}
                role="option"
                tabIndex={-1}
                aria-selected={chosen}
                aria-label={role === null ? token.text : `${token.text}, ${role}`}
                className={`token${role === null ? "" : ` role-${role}`}${chosen ? " chosen" : ""}`}
                onPointerDown={(event) => {
                  event.preventDefault();
                  // A finger holds on to where it came down unless told otherwise.
                  event.currentTarget.releasePointerCapture(event.pointerId);
                  box.current?.focus();
                  dragging.current = true;
                  move(i, event.shiftKey);
                }}
                onPointerEnter={() => {
                  if (dragging.current) setHead(i);
                }}
              >
                {token.text}
              </span>
            </span>
          );
        })}
      </div>
      <p className="meta for-keys">
        <kbd>←</kbd> <kbd>→</kbd> move, with <kbd>Shift</kbd> select; or drag over words. Then say what they
        are.
      </p>
    </div>
  );
}
