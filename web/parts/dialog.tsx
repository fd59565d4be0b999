import { type ReactNode, useEffect, useId, useRef } from "react";
import { LayerContext, opened, useKeys, useLayer } from "../state/keys.ts";

interface DialogProps {
  title: string;
  onClose(): void;
  children: ReactNode;
}

/** A modal dialog: mounted means open. Escape and a click beside it close it; the focus goes back where it was. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  const layer = useLayer(true);
  useEffect(() => {
    const before = document.activeElement;
    const dialog = ref.current;
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>("[data-autofocus]")?.focus();
    opened();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <LayerContext value={layer}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the key for it, the browser's own */}
      <dialog
        ref={ref}
        className="dialog"
        aria-labelledby={id}
        onCancel={(event) => {
          event.preventDefault();
          onClose();
        }}
        onClick={(event) => {
          if (event.target === ref.current) onClose();
        }}
      >
        <div className="dialog-head">
          <h2 id={id}>{title}</h2>
          <button type="button" className="button small" onClick={onClose}>
            Close <kbd>Esc</kbd>
          </button>
        </div>
        <div className="dialog-body">{children}</div>
        <CloseKey onClose={onClose} />
      </dialog>
    </LayerContext>
  );
}

/** Escape closes even where a control inside has taken the browser's own handling. */
function CloseKey({ onClose }: { onClose(): void }) {
  useKeys("", [{ keys: "Escape", label: "Close", run: onClose }]);
  return null;
}
