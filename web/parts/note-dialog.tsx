import { useState } from "react";
import { correct } from "../state/correct.ts";
import { FormDialog } from "./form-dialog.tsx";

interface Props {
  c: string;
  on: { statement: string } | { point: string };
  onClose(): void;
}

/** Leaves a note on a statement or point. */
export function NoteDialog({ c, on, onClose }: Props) {
  const [note, setNote] = useState("");
  return (
    <FormDialog
      title="Note"
      submit="Leave the note"
      ready={note.trim() !== ""}
      onClose={onClose}
      send={async () => void (await correct(c, [{ action: "note", on, note: note.trim() }]))}
    >
      <label className="field">
        For everybody who works on this collection
        <textarea
          data-autofocus
          maxLength={5000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </label>
    </FormDialog>
  );
}
