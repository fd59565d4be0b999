/** The document's facts, and correcting them. */
import { useState } from "react";
import { KINDS } from "../../../src/model.ts";
import { counted } from "../../../src/report/counted.ts";
import type { DocumentAnswer, RulingDraft } from "../../../src/server/contract.ts";
import { downloads } from "../../api/resources.ts";
import { day } from "../../parts/dates.ts";
import { FormDialog } from "../../parts/form-dialog.tsx";
import { correct } from "../../state/correct.ts";

type ReadArticle = NonNullable<DocumentAnswer["article"]>;

export function DocumentHead({
  c,
  answer,
  article,
}: {
  c: string;
  answer: DocumentAnswer;
  article: ReadArticle;
}) {
  const [editing, setEditing] = useState(false);
  const facts = [
    article.outlet,
    article.byline,
    article.publishedAt === null ? null : day(article.publishedAt),
    article.kind === "report" ? null : article.kind,
    article.side === null ? null : `speaks for ${article.side.name}`,
  ].filter((fact) => fact !== null);
  const { statements, checked } = answer.document;
  return (
    <header className="page-head">
      <div>
        <h1>{article.title ?? answer.document.name}</h1>
        <p className="meta">{facts.join(" · ")}</p>
        <p className="meta n">
          {counted(statements, "statement")}, {checked} checked
          {answer.copies.length > 0 && " · carries text that other documents have too"}
        </p>
      </div>
      <div className="row no-print">
        {article.url !== null && /^https?:/iu.test(article.url) && (
          <a className="button small" href={article.url} target="_blank" rel="noopener noreferrer">
            Web page
          </a>
        )}
        <a className="button small" href={downloads.original(c, answer.document.id)} download>
          Original
        </a>
        <button type="button" className="button small" onClick={() => setEditing(true)}>
          Correct title, date, side …
        </button>
      </div>
      {editing && <FactsDialog c={c} article={article} onClose={() => setEditing(false)} />}
    </header>
  );
}

const FIELDS = [
  ["title", "Title"],
  ["outlet", "Outlet"],
  ["byline", "Byline"],
  ["publishedAt", "Date (ISO, as precise as known)"],
  ["url", "Address"],
] as const;

type Facts = Record<(typeof FIELDS)[number][0] | "side", string> & { kind: ReadArticle["kind"] };

function FactsDialog({ c, article, onClose }: { c: string; article: ReadArticle; onClose(): void }) {
  const [value, setValue] = useState<Facts>({
    title: article.title ?? "",
    outlet: article.outlet ?? "",
    byline: article.byline ?? "",
    publishedAt: article.publishedAt ?? "",
    url: article.url ?? "",
    kind: article.kind,
    side: article.side?.name ?? "",
  });
  const set = (change: Partial<Facts>) => setValue({ ...value, ...change });
  const on = { article: article.id };
  const drafts = (): RulingDraft[] => {
    const changed = FIELDS.filter(([name]) => value[name].trim() !== (article[name] ?? ""));
    const facts = Object.fromEntries(changed.map(([name]) => [name, value[name].trim() || null]));
    const kind = value.kind === article.kind ? {} : { kind: value.kind };
    const side = value.side.trim();
    return [
      ...(Object.keys({ ...facts, ...kind }).length === 0
        ? []
        : [{ action: "set-metadata" as const, on, value: { ...facts, ...kind } }]),
      ...(side === (article.side?.name ?? "")
        ? []
        : [{ action: "set-side" as const, on, value: { side: side === "" ? null : side } }]),
    ];
  };
  return (
    <FormDialog
      title="Facts of the document"
      submit="Keep"
      ready={drafts().length > 0}
      onClose={onClose}
      send={async () => void (await correct(c, drafts()))}
    >
      <div className="facts">
        {FIELDS.map(([name, label], i) => (
          <label key={name} className="field">
            {label}
            <input
              data-autofocus={i === 0 ? "" : undefined}
              value={value[name]}
              onChange={(event) => set({ [name]: event.target.value })}
            />
          </label>
        ))}
        <label className="field">
          Kind
          <select
            value={value.kind}
            onChange={(event) => set({ kind: event.target.value as ReadArticle["kind"] })}
          >
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {kind}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          Speaks for (of an official readout)
          <input value={value.side} onChange={(event) => set({ side: event.target.value })} />
        </label>
      </div>
    </FormDialog>
  );
}
