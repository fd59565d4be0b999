import { useKnownKeys } from "../state/keys.ts";
import { Dialog } from "./dialog.tsx";

const SHOWN: Record<string, string> = {
  " ": "Space",
  ArrowDown: "↓",
  ArrowUp: "↑",
  ArrowLeft: "←",
  ArrowRight: "→",
  Escape: "Esc",
};

/** The list of keys of the view that is open. */
export function KeysHelp({ onClose }: { onClose(): void }) {
  const groups = useKnownKeys();
  return (
    <Dialog title="Keys" onClose={onClose}>
      <div className="keys-list">
        {groups.map(({ name, bindings }) => (
          <section key={`${name} ${bindings.map((b) => b.keys).join()}`}>
            <h3>{name}</h3>
            <dl>
              {bindings
                .filter((b) => b.label !== "")
                .map(({ keys, label }) => (
                  <KeyRow key={keys} keys={keys} label={label} />
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function KeyRow({ keys, label }: { keys: string; label: string }) {
  const parts = keys === " " ? [keys] : keys.split(" ");
  return (
    <>
      <dt>
        {parts.map((k, i) => (
          <span key={k}>
            {i > 0 && " "}
            <kbd>{SHOWN[k] ?? k}</kbd>
          </span>
        ))}
      </dt>
      <dd>{label}</dd>
    </>
  );
}
