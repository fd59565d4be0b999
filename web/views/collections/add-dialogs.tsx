/** Dialogs to paste a text with its facts, or addresses of pages and feeds. */
import { useState } from "react";
import { FormDialog } from "../../parts/form-dialog.tsx";
import { addressesIn, type PastedText, sendText } from "../../state/intake.ts";

const FACTS = [
  ["title", "Title"],
  ["outlet", "Outlet"],
  ["date", "Date"],
  ["side", "Speaks for (of an official readout)"],
] as const;

export function TextDialog({ c, text, onClose }: { c: string; text: string; onClose(): void }) {
  const [value, setValue] = useState<PastedText>({ text });
  const set = (change: Partial<PastedText>) => setValue({ ...value, ...change });
  const given = Object.fromEntries(
    Object.entries(value).filter(([, v]) => v !== ""),
  ) as unknown as PastedText;
  return (
    <FormDialog
      title="Paste a text"
      submit="Add this text"
      ready={value.text.trim() !== ""}
      onClose={onClose}
      send={() => sendText(c, given)}
    >
      <label className="field">
        Text
        <textarea
          data-autofocus
          rows={10}
          value={value.text}
          onChange={(event) => set({ text: event.target.value })}
        />
      </label>
      <div className="facts">
        {FACTS.map(([name, label]) => (
          <label key={name} className="field">
            {label}
            <input
              value={value[name] ?? ""}
              placeholder={name === "date" ? "2024-05-17" : ""}
              onChange={(event) => set({ [name]: event.target.value })}
            />
          </label>
        ))}
        <label className="field">
          Kind
          <select
            value={value.kind ?? ""}
            onChange={(event) => {
              const { kind: _, ...rest } = value;
              const kind = event.target.value as NonNullable<PastedText["kind"]> | "";
              setValue(kind === "" ? rest : { ...rest, kind });
            }}
          >
            <option value="">worked out from the text</option>
            <option value="report">report</option>
            <option value="transcript">transcript</option>
            <option value="readout">official readout</option>
          </select>
        </label>
      </div>
    </FormDialog>
  );
}

interface AddressProps {
  c: string;
  text: string;
  onClose(): void;
  send(c: string, addresses: readonly string[], feed: boolean): Promise<void>;
}

export function AddressDialog({ c, text, onClose, send }: AddressProps) {
  const [value, setValue] = useState(text);
  const [feed, setFeed] = useState(false);
  const addresses = addressesIn(value);
  return (
    <FormDialog
      title="Add addresses"
      submit={addresses && addresses.length > 1 ? `Fetch ${addresses.length} addresses` : "Fetch"}
      ready={addresses !== null}
      onClose={onClose}
      send={() => send(c, addresses ?? [], feed)}
    >
      <label className="field">
        Addresses, one a line
        <textarea data-autofocus rows={5} value={value} onChange={(event) => setValue(event.target.value)} />
        <span className="hint">
          Pages are fetched by this machine, politely. Where a page is behind a wall, save it in your browser
          and drop the file.
        </span>
      </label>
      <label className="choice">
        <input type="checkbox" checked={feed} onChange={(event) => setFeed(event.target.checked)} />
        These are feeds (RSS, Atom): read what they list
      </label>
    </FormDialog>
  );
}
