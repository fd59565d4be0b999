import type { StatementView } from "../../src/server/contract.ts";
import { ActDialog } from "./act-picker.tsx";
import { NoteDialog } from "./note-dialog.tsx";
import { SpansDialog } from "./spans-dialog.tsx";
import { SpeakerDialog } from "./speaker-picker.tsx";

export type StatementQuestion = "spans" | "speaker" | "act" | "note";

interface Props {
  c: string;
  view: StatementView;
  what: StatementQuestion;
  onClose(): void;
}

/** Asks for what is to be corrected or noted of a statement. */
export function StatementDialog({ what, ...props }: Props) {
  if (what === "spans") return <SpansDialog {...props} />;
  if (what === "speaker") return <SpeakerDialog {...props} />;
  if (what === "act") return <ActDialog {...props} />;
  return <NoteDialog c={props.c} on={{ statement: props.view.statement.id }} onClose={props.onClose} />;
}
