import { counted } from "../../../src/report/counted.ts";
import type { DocumentRow } from "../../../src/server/contract.ts";
import { write } from "../../api/client.ts";
import { collectionPath, downloads } from "../../api/resources.ts";
import { Link } from "../../parts/link.tsx";
import { outletWords } from "../../parts/names.tsx";
import { refresh } from "../../state/correct.ts";
import { useLiveState } from "../../state/live-context.ts";
import { notify, telling } from "../../state/notices.ts";
import { to } from "../../state/routes.ts";

const SIGNS: Record<DocumentRow["status"], [sign: string, word: string]> = {
  queued: ["…", "waiting"],
  reading: ["◔", "being read"],
  read: ["✓", "read"],
  failed: ["✕", "could not be read"],
};

async function change(c: string, row: DocumentRow, method: "POST" | "DELETE", tail: string): Promise<void> {
  await telling(async () => {
    await write(`${collectionPath(c)}/documents/${encodeURIComponent(row.id)}${tail}`, { method });
    if (method === "DELETE") notify("done", `“${row.name}” is taken out of the collection.`);
    refresh(c);
  });
}

/** One document: what it is, how far reading is, what failed. */
export function DocumentRowView({ c, row }: { c: string; row: DocumentRow }) {
  const { progress } = useLiveState();
  const [sign, word] = SIGNS[row.status];
  const done = progress.get(row.id) ?? row.progress;
  const title = row.article?.title ?? row.name;
  const facts = [
    row.article && outletWords(row.article),
    row.article?.side && `for ${row.article.side.name}`,
    row.article?.title && row.name,
  ].filter(Boolean);
  return (
    <div className={`document-row ${row.status}`}>
      <span className="document-status" title={word}>
        <span aria-hidden="true">{sign}</span>
        <span className="sr">{word}</span>
      </span>
      <div className="document-main">
        <p>
          {row.status === "read" ? (
            <Link className="document-title" to={to.document(c, row.id)}>
              {title}
            </Link>
          ) : (
            <span className="document-title">{title}</span>
          )}
        </p>
        <p className="meta">
          {facts.map((fact) => `${fact} · `)}
          {row.status === "read" ? (
            <span className="n">
              {counted(row.statements, "statement")}, {row.checked} checked
            </span>
          ) : (
            word
          )}
        </p>
        {row.status === "reading" && (
          <progress className="bar" aria-label={`Reading ${row.name}`} value={done ?? 0} max={1} />
        )}
        {row.error && <p className="document-error">{row.error.message}</p>}
        {row.warnings.map((w) => (
          <p key={w.code} className="meta">
            {w.message}
          </p>
        ))}
      </div>
      <div className="row document-actions">
        {row.status === "failed" && (
          <button
            type="button"
            className="button small"
            onClick={() => void change(c, row, "POST", "/retry")}
          >
            Try again
          </button>
        )}
        <a
          className="button small quiet"
          href={downloads.original(c, row.id)}
          download
          aria-label={`Download the original of ${title}`}
        >
          Original
        </a>
        <button
          type="button"
          className="button small quiet"
          aria-label={`Remove ${title}`}
          onClick={() => {
            // Its corrections would lose what they stand on.
            if (window.confirm(`Take “${title}” out of this collection?`)) void change(c, row, "DELETE", "");
          }}
        >
          Remove
        </button>
      </div>
    </div>
  );
}
