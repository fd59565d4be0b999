/** The first page: all collections, and a place to drop the accounts of an event. */
import { useState } from "react";
import { counted } from "../../../src/report/counted.ts";
import type { CollectionSummary } from "../../../src/server/contract.ts";
import { COLLECTIONS, resources } from "../../api/resources.ts";
import { dateTime } from "../../parts/dates.ts";
import { Link } from "../../parts/link.tsx";
import { Loaded } from "../../parts/states.tsx";
import { createCollection, type Given, nameFor, sendFiles } from "../../state/intake.ts";
import { telling } from "../../state/notices.ts";
import { cache, useResource } from "../../state/query.ts";
import { navigate } from "../../state/router.ts";
import { to } from "../../state/routes.ts";
import { DropZone } from "./drop-zone.tsx";

async function begin(name: string, given: readonly Given[]): Promise<void> {
  await telling(async () => {
    const { id } = await createCollection(name);
    cache.invalidate(COLLECTIONS);
    navigate(to.section(id, "documents"));
    if (given.length > 0) await sendFiles(id, given);
  });
}

export function CollectionsView() {
  const query = useResource(resources.collections());
  const [name, setName] = useState("");
  return (
    <div className="collections">
      <div className="page-head">
        <div>
          <h1>Lay the accounts side by side</h1>
          <p className="lede">
            Give several accounts of one event: reports, transcripts, official readouts. You get who says
            what, through whom, where they agree and where they conflict. Everything stays on this machine.
          </p>
        </div>
      </div>
      <DropZone onFiles={(given) => void begin(nameFor(given), given)}>
        <p className="drop-title">Drop files or a folder here to begin</p>
        <p className="meta">Text, Markdown, web pages, PDF, Word, subtitles, mail, feeds</p>
      </DropZone>
      <form
        className="row new-collection"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== "") void begin(name.trim(), []);
        }}
      >
        <label className="field">
          Or name an empty collection and paste texts or addresses into it
          <input value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />
        </label>
        <button type="submit" className="button" disabled={name.trim() === ""}>
          Create
        </button>
      </form>
      <Loaded query={query} what="collections">
        {({ collections }) =>
          collections.length > 0 && (
            <section className="section">
              <h2>Collections</h2>
              <ul>
                {collections.map((one) => (
                  <CollectionRow key={one.id} one={one} />
                ))}
              </ul>
            </section>
          )
        }
      </Loaded>
    </div>
  );
}

function CollectionRow({ one }: { one: CollectionSummary }) {
  const target = to.section(one.id, one.points > 0 ? "board" : "documents");
  return (
    <li className="collection-row">
      <Link className="collection-name" to={target}>
        {one.name}
      </Link>
      <span className="meta n">
        {counted(one.documents, "document")} · {counted(one.points, "point")} · {one.checked} of{" "}
        {one.statements} statements checked · {stateWords(one)} · made {dateTime(one.created)}
      </span>
    </li>
  );
}

/** What a collection is doing, in words. */
export function stateWords({ state, waiting, failed }: CollectionSummary): string {
  const broken = failed > 0 ? `, ${failed} could not be read` : "";
  if (state === "empty") return "empty";
  if (state === "reading") return `reading, ${waiting} to go${broken}`;
  if (state === "comparing") return `comparing${broken}`;
  if (state === "failed") return "comparing failed";
  return `ready${broken}`;
}
