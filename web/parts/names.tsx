/** Holders and documents by name, as links where they have a page. */
import type { ArticleRef, SpeakerRef, StatementView } from "../../src/server/contract.ts";
import { to } from "../state/routes.ts";
import { day } from "./dates.ts";
import { Link } from "./link.tsx";

/** "Ana Ruiz", with "probably" where it is a guess; role and side on demand. */
export function Holder({ c, holder, full = false }: { c: string; holder: SpeakerRef; full?: boolean }) {
  const side = holder.side !== null && holder.side.name !== holder.name ? ` (${holder.side.name})` : "";
  return (
    <span className="holder">
      {holder.id === null ? (
        <b>{holder.name}</b>
      ) : (
        <Link className="plain" to={to.speaker(c, holder.id)}>
          <b>{holder.name}</b>
        </Link>
      )}
      {!holder.sure && holder.id !== null && <i> (probably)</i>}
      {full && holder.role !== null && `, ${holder.role}`}
      {full && side}
    </span>
  );
}

export function Holders({
  c,
  holders,
  full = false,
}: {
  c: string;
  holders: readonly SpeakerRef[];
  full?: boolean;
}) {
  if (holders.length === 0) return <i>holder not named</i>;
  return holders.map((holder, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two holders may have the same name and no id
    <span key={i}>
      {i === 0 ? "" : i === holders.length - 1 ? " and " : ", "}
      <Holder c={c} holder={holder} full={full} />
    </span>
  ));
}

/** Who holds a statement and through whom it is told: "B, as told by A". */
export function Holding({ c, view, full = false }: { c: string; view: StatementView; full?: boolean }) {
  return (
    <span>
      <Holders c={c} holders={view.holders} full={full} />
      {view.reportedBy.map((tellers) => (
        <span key={tellers.map((t) => t.name).join("|")}>
          , as told by <Holders c={c} holders={tellers} />
        </span>
      ))}
    </span>
  );
}

/** "Northline, 17 May 2024"; its title where no outlet is known. */
export function articleWords(article: ArticleRef): string {
  return placedAndDated(article.outlet ?? article.title ?? article.name, article);
}

/** The same where the title stands beside it; "" where neither outlet nor date is known. */
export function outletWords(article: ArticleRef): string {
  return placedAndDated(article.outlet, article);
}

function placedAndDated(where: string | null, { publishedAt }: ArticleRef): string {
  return [where, publishedAt === null ? null : day(publishedAt)].filter((x) => x !== null).join(", ");
}

/** The document as a link to the statement in it. */
export function Source({ c, view }: { c: string; view: StatementView }) {
  return (
    <Link className="meta" to={to.document(c, view.article.document, { s: view.statement.id })}>
      {articleWords(view.article)}
      {view.place === null ? "" : `, ${view.place}`}
    </Link>
  );
}
