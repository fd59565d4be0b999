import { type ReactNode, useState } from "react";
import { Failure } from "../api/client.ts";
import { Dialog } from "./dialog.tsx";
import { Problem } from "./states.tsx";

interface FormProps {
  title: string;
  submit: string;
  ready: boolean;
  onClose(): void;
  send(): Promise<void>;
  children: ReactNode;
}

/** A dialog with a form that closes when what it sends has arrived, and says why where it hasn't. */
export function FormDialog({ title, submit, ready, onClose, send, children }: FormProps) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!ready || busy) return;
          setBusy(true);
          send()
            .then(onClose)
            .catch((error) => {
              if (!(error instanceof Failure)) throw error;
              setFailure(error);
            })
            .finally(() => setBusy(false));
        }}
      >
        {children}
        {failure && <Problem failure={failure} />}
        <div className="dialog-foot">
          <button type="submit" className="button primary" disabled={!ready || busy}>
            {submit}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
