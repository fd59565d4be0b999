import { useEffect, useState } from "react";
import { resources } from "../../api/resources.ts";
import { Link } from "../../parts/link.tsx";
import { articleWords, Holding } from "../../parts/names.tsx";
import { Verdict } from "../../parts/verdict.tsx";
import { copyQuotation, copyText } from "../../state/copy.ts";
import { useResource } from "../../state/query.ts";
import { to } from "../../state/routes.ts";

/** Typing rests this long before it is looked for, in ms. */
const REST = 200;

/** Finds a point, statement or passage by its words and gives its address, or the quotation with its reference. */
export function Links({ c }: { c: string }) {
  const [typed, setTyped] = useState("");
  const [q, setQ] = useState("");
  useEffect(() => {
    const timer = window.setTimeout(() => setQ(typed.trim()), REST);
    return () => window.clearTimeout(timer);
  }, [typed]);
  const { data } = useResource(q === "" ? null : resources.search(c, q, 8), true);
  const found = q === "" ? null : data;
  return (
    <section className="section">
      <h2>A single point, statement or passage</h2>
      <p className="lede">
        Links lead into this desk, so they work where it runs. For anywhere else copy the quotation: it
        carries its reference, and the page’s own address where the document has one.
      </p>
      <label className="field link-search">
        Some of its words
        <input
          type="search"
          value={typed}
          maxLength={300}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      {found && found.points.length + found.statements.length === 0 && (
        <p className="meta" role="status">
          Nothing has these words. In a document, select any words to copy a link to them.
        </p>
      )}
      {found && (
        <ul className="links">
          {found.points.map((p) => (
            <li key={p.id}>
              <div>
                <Verdict verdict={p.verdict} /> <Link to={to.point(c, p.id)}>{p.question}</Link>
              </div>
              <CopyLink path={to.point(c, p.id)} of={p.question} />
            </li>
          ))}
          {found.statements.map((view) => {
            const path = to.document(c, view.article.document, { s: view.statement.id });
            return (
              <li key={view.statement.id}>
                <div>
                  <Holding c={c} view={view} /> <Link to={path}>{view.extent.text}</Link>{" "}
                  <span className="meta">{articleWords(view.article)}</span>
                </div>
                <span className="row">
                  <CopyLink path={path} of={view.extent.text} />
                  <button
                    type="button"
                    className="button small"
                    aria-label={`Copy the quotation: ${view.extent.text.slice(0, 80)}`}
                    onClick={() => void copyQuotation(c, { statement: view.statement.id })}
                  >
                    Quotation
                  </button>
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

function CopyLink({ path, of }: { path: string; of: string }) {
  return (
    <button
      type="button"
      className="button small"
      aria-label={`Copy the link to: ${of.slice(0, 80)}`}
      onClick={() => void copyText(`${window.location.origin}${path}`, "Link copied")}
    >
      Link
    </button>
  );
}
