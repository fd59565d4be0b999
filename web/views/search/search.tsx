/** All that a few words find: points, statements, documents, speakers. */
import { resources } from "../../api/resources.ts";
import { Link } from "../../parts/link.tsx";
import { outletWords } from "../../parts/names.tsx";
import { StatementBlock } from "../../parts/statement.tsx";
import { Empty, Loaded } from "../../parts/states.tsx";
import { Verdict } from "../../parts/verdict.tsx";
import { useResource } from "../../state/query.ts";
import { useSearch } from "../../state/router.ts";
import { to } from "../../state/routes.ts";

export function SearchView({ c }: { c: string }) {
  const [search] = useSearch();
  const q = search.get("q")?.trim() ?? "";
  const query = useResource(q === "" ? null : resources.search(c, q, 50), true);
  if (q === "") return <Empty title="What do you look for?">Type it into the field above.</Empty>;
  return (
    <Loaded query={query} what="what was found">
      {({ points, statements, documents, speakers }) => (
        <div>
          <h1>“{q}”</h1>
          {points.length + statements.length + documents.length + speakers.length === 0 && (
            <Empty title="Nothing found">
              <p className="lede">
                Words are looked for in points, statements, names, and in the documents’ titles and text.
              </p>
            </Empty>
          )}
          {points.length > 0 && (
            <section className="section">
              <h2>Points</h2>
              <ul className="stack">
                {points.map((p) => (
                  <li key={p.id} className="row">
                    <Verdict verdict={p.verdict} /> <Link to={to.point(c, p.id)}>{p.question}</Link>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {speakers.length > 0 && (
            <section className="section">
              <h2>Speakers</h2>
              <ul className="row">
                {speakers.map((s) => (
                  <li key={s.id}>
                    <Link to={to.speaker(c, s.id)}>{s.name}</Link>
                    {s.role !== null && <span className="meta"> {s.role}</span>}
                  </li>
                ))}
              </ul>
            </section>
          )}
          {documents.length > 0 && (
            <section className="section">
              <h2>Documents</h2>
              <ul className="stack">
                {documents.map((d) => (
                  <li key={d.id}>
                    <Link to={to.document(c, d.document)}>{d.title ?? d.name}</Link>{" "}
                    <span className="meta">{outletWords(d)}</span>
                    {d.found && (
                      <p className="small">
                        <Link
                          className="plain"
                          to={to.document(c, d.document, { at: `${d.found.start}-${d.found.end}` })}
                        >
                          … {d.found.text} …
                        </Link>
                      </p>
                    )}
                  </li>
                ))}
              </ul>
            </section>
          )}
          {statements.length > 0 && (
            <section className="section">
              <h2>Statements</h2>
              <ul className="stack">
                {statements.map((view) => (
                  <li key={view.statement.id}>
                    <StatementBlock c={c} view={view} />
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      )}
    </Loaded>
  );
}
