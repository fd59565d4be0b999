/** A collection's name and state; rename and delete. */
import { useState } from "react";
import { counted } from "../../../src/report/counted.ts";
import { write } from "../../api/client.ts";
import { COLLECTIONS, collectionPath, resources } from "../../api/resources.ts";
import { FormDialog } from "../../parts/form-dialog.tsx";
import { Link } from "../../parts/link.tsx";
import { Loaded } from "../../parts/states.tsx";
import { refresh } from "../../state/correct.ts";
import { telling } from "../../state/notices.ts";
import { cache, useResource } from "../../state/query.ts";
import { navigate } from "../../state/router.ts";
import { to } from "../../state/routes.ts";
import { stateWords } from "./collections.tsx";

async function remove(c: string, name: string): Promise<void> {
  if (
    !window.confirm(`Delete “${name}” with its documents and everybody’s corrections? This can’t be undone.`)
  )
    return;
  await telling(async () => {
    await write(collectionPath(c), { method: "DELETE" });
    cache.invalidate(COLLECTIONS);
    navigate(to.collections());
  });
}

export function CollectionHead({ c }: { c: string }) {
  const query = useResource(resources.collection(c));
  const [renaming, setRenaming] = useState(false);
  return (
    <Loaded query={query} what="the collection">
      {(one) => (
        <div className="page-head">
          <div>
            <h1>Documents</h1>
            {one.failure && <p className="document-error">{one.failure.message}</p>}
            <p className="meta n" role="status">
              {stateWords(one)} · {counted(one.statements, "statement")} · {counted(one.points, "point")}
            </p>
          </div>
          <div className="row">
            {one.points > 0 && (
              <Link className="button primary" to={to.section(c, "board")}>
                Open the board
              </Link>
            )}
            <button type="button" className="button" onClick={() => setRenaming(true)}>
              Rename
            </button>
            <button type="button" className="button" onClick={() => void remove(c, one.name)}>
              Delete
            </button>
          </div>
          {renaming && <RenameDialog c={c} name={one.name} onClose={() => setRenaming(false)} />}
        </div>
      )}
    </Loaded>
  );
}

function RenameDialog({ c, name, onClose }: { c: string; name: string; onClose(): void }) {
  const [value, setValue] = useState(name);
  return (
    <FormDialog
      title="Rename the collection"
      submit="Rename"
      ready={value.trim() !== ""}
      onClose={onClose}
      send={async () => {
        await write(collectionPath(c), { method: "PATCH", body: { name: value.trim() } });
        refresh(c);
      }}
    >
      <label className="field">
        Name
        <input
          data-autofocus
          maxLength={200}
          value={value}
          onChange={(event) => setValue(event.target.value)}
        />
      </label>
    </FormDialog>
  );
}
