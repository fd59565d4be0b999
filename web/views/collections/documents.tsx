/** A collection's documents: add some, see how reading goes, what failed and why. */
import { useCallback, useEffect, useState } from "react";
import { counted } from "../../../src/report/counted.ts";
import { resources } from "../../api/resources.ts";
import { Empty, Loading, Problem } from "../../parts/states.tsx";
import { VirtualList } from "../../parts/virtual-list.tsx";
import { addressesIn, type Given, sendAddresses, sendFiles, useSending } from "../../state/intake.ts";
import { useKeys } from "../../state/keys.ts";
import { telling } from "../../state/notices.ts";
import { usePages } from "../../state/pages.ts";
import { useSearch } from "../../state/router.ts";
import { AddressDialog, TextDialog } from "./add-dialogs.tsx";
import { CollectionHead } from "./collection-head.tsx";
import { DocumentRowView } from "./document-row.tsx";
import { DropZone } from "./drop-zone.tsx";

type Adding = { kind: "text"; text: string } | { kind: "address"; text: string } | null;

const STATUSES = [
  ["", "all"],
  ["queued", "waiting"],
  ["reading", "being read"],
  ["read", "read"],
  ["failed", "could not be read"],
] as const;

export function DocumentsView({ c }: { c: string }) {
  const [search, change] = useSearch();
  const status = search.get("status") ?? "";
  const list = usePages(resources.documents(c, { status, limit: 100 }), true);
  const documents = list.pages.flatMap((p) => p.documents);
  const total = list.pages[0]?.total ?? 0;
  const [adding, setAdding] = useState<Adding>(null);
  const sending = useSending(c);
  const close = useCallback(() => setAdding(null), []);

  const send = (given: Given[]) => void telling(() => sendFiles(c, given));

  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const { target } = event;
      if (target instanceof HTMLElement && target.closest("input, textarea, dialog")) return;
      const text = event.clipboardData?.getData("text/plain").trim() ?? "";
      if (text === "") return;
      event.preventDefault();
      setAdding({ kind: addressesIn(text) ? "address" : "text", text });
    };
    window.addEventListener("paste", paste);
    return () => window.removeEventListener("paste", paste);
  }, []);

  useKeys("Documents", [
    { keys: "t", label: "Paste a text", run: () => setAdding({ kind: "text", text: "" }), opens: true },
    {
      keys: "i",
      label: "Add addresses of web pages or feeds",
      run: () => setAdding({ kind: "address", text: "" }),
      opens: true,
    },
  ]);

  return (
    <div className="documents">
      <CollectionHead c={c} />
      <DropZone
        onFiles={send}
        buttons={
          <>
            <button type="button" className="button" onClick={() => setAdding({ kind: "text", text: "" })}>
              Paste a text <kbd>t</kbd>
            </button>
            <button type="button" className="button" onClick={() => setAdding({ kind: "address", text: "" })}>
              Add addresses <kbd>i</kbd>
            </button>
          </>
        }
      >
        <p className="drop-title">
          {sending === null
            ? "Drop files or folders anywhere on this page"
            : `Sending: ${sending.sent} of ${sending.all} files`}
        </p>
      </DropZone>
      {list.error && <Problem failure={list.error} retry={list.reload} />}
      {(total > 0 || status !== "") && (
        <div className="row list-head">
          <p className="meta n">{counted(total, "document")}</p>
          <label className="row meta">
            Show
            <select
              className="input"
              value={status}
              onChange={(event) => change({ status: event.target.value })}
            >
              {STATUSES.map(([value, name]) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        </div>
      )}
      {documents.length > 0 ? (
        <VirtualList
          items={documents}
          keyOf={(d) => d.id}
          estimate={76}
          label="Documents"
          more={list.more}
          fetchMore={list.fetchMore}
          render={(d) => <DocumentRowView c={c} row={d} />}
        />
      ) : list.loading && list.pages.length === 0 ? (
        <Loading what="documents" />
      ) : (
        list.error === null &&
        sending === null && (
          <Empty title={status === "" ? "No documents yet" : "None of these"}>
            <p className="lede">
              {status === ""
                ? "Drop files, paste a text (even right here with Ctrl+V), or add addresses."
                : ""}
            </p>
          </Empty>
        )
      )}
      {adding?.kind === "text" && <TextDialog c={c} text={adding.text} onClose={close} />}
      {adding?.kind === "address" && (
        <AddressDialog c={c} text={adding.text} onClose={close} send={sendAddresses} />
      )}
    </div>
  );
}
