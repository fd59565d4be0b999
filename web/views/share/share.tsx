/** What leaves the desk: the one-page report, print, exports for other tools, links into the collection. */
import { useState } from "react";
import type { CollectionSummary } from "../../../src/server/contract.ts";
import { downloads, resources } from "../../api/resources.ts";
import { Loaded } from "../../parts/states.tsx";
import { download } from "../../state/download.ts";
import { useKeys } from "../../state/keys.ts";
import { useResource } from "../../state/query.ts";
import { useSearch } from "../../state/router.ts";
import { Exports } from "./exports.tsx";
import { Links } from "./links.tsx";
import { Report, useReport } from "./report.tsx";
import "../../theme/share.css";

export function ShareView({ c }: { c: string }) {
  const query = useResource(resources.collection(c));
  return (
    <Loaded query={query} what="the collection">
      {(collection) => <Share c={c} collection={collection} />}
    </Loaded>
  );
}

function Share({ c, collection }: { c: string; collection: CollectionSummary }) {
  const [search, change] = useSearch();
  const onlyChecked = search.get("checked") === "true";
  const [title, setTitle] = useState("");
  const [busy, setBusy] = useState<string | null>(null);
  const report = useReport(c, onlyChecked);
  const heading = title.trim() || collection.name;
  const save = (key: string, address: string, name: string) => {
    setBusy(key);
    void download(address, name).finally(() => setBusy(null));
  };
  const saveReport = () =>
    save("report", downloads.report(c, onlyChecked, title.trim() || undefined), `${heading}.html`);
  useKeys("Share", [
    { keys: "d", label: "Download the report", run: saveReport },
    { keys: "P", label: "Print", run: report.print },
    {
      keys: "f",
      label: "Filter: only what is checked, or all",
      run: () => change({ checked: onlyChecked ? null : "true" }),
    },
  ]);
  const { checked, statements } = collection;
  return (
    <div className="share">
      <div className="no-print">
        <h1>Share</h1>
        <div className="share-what">
          <label className="field">
            Title
            <input
              value={title}
              maxLength={300}
              placeholder={collection.name}
              onChange={(event) => setTitle(event.target.value)}
            />
          </label>
          <label className="choice">
            <input
              type="checkbox"
              checked={onlyChecked}
              onChange={(event) => change({ checked: event.target.checked ? "true" : null })}
            />
            Only what people have checked <kbd>f</kbd>
          </label>
          <p className="meta n">
            <b>
              {checked} of {statements}
            </b>{" "}
            statements are checked.{" "}
            {checked < statements &&
              (onlyChecked
                ? "The others are left out of report and exports."
                : "The others are the machine’s reading, about one in four of which is wrong somewhere.")}
          </p>
        </div>
        <section className="section">
          <h2>The report</h2>
          <p className="lede">
            One file that opens in any browser, without this program and without a network: board, points,
            every passage in its document.
          </p>
          <p className="row share-do">
            <button type="button" className="button primary" disabled={busy !== null} onClick={saveReport}>
              {busy === "report" ? "Writing …" : "Download the report"} <kbd>d</kbd>
            </button>
            <button type="button" className="button" disabled={report.isPreparing} onClick={report.print}>
              {report.isPreparing ? "Gathering all points …" : "Print the page below"} <kbd>P</kbd>
            </button>
          </p>
        </section>
        <Exports c={c} onlyChecked={onlyChecked} busy={busy} onSave={save} />
        <Links c={c} />
      </div>
      <Report c={c} heading={heading} onlyChecked={onlyChecked} report={report} />
    </div>
  );
}
